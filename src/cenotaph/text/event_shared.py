"""Acts told in a row by their places -> the event of each, and the words that are of all of them.

"Bombs went off in Lom and in Tarsk on Friday. The blasts were blamed on rebels": two events, and
what is said of the bombs or the blasts is said of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from cenotaph.model import Mention, Span
from cenotaph.text.event_days import meet
from cenotaph.text.event_frames import Frame
from cenotaph.text.event_told import Event
from cenotaph.text.reading import Shared

Taken = Sequence[tuple[Frame, Event, tuple[Mention, ...]]]


def event_in_row(frame: Frame, events: Sequence[Event], fit: Event | None) -> Event | None:
    """Return the event of one act of a row; `fit`: that which its words fit best; None: a new one.

    It was told before where an event has its place and no other day, or tells of nothing else yet.
    """
    known = next((e for e in reversed(events) if is_there(frame, e)), None)
    if known is not None or fit is None or frame.heads[0].at is not None:
        return known
    elsewhere = fit.in_text and not fit.is_sum and fit.spots
    return None if elsewhere and frame.telling.fresh else fit


def is_there(frame: Frame, event: Event) -> bool:
    """Tell whether an event has the place of a frame, and no other day."""
    there = frame.telling.spots & (event.spots | event.places | {t.lower() for t in event.towns})
    return bool(there) and meet(frame.days, event.deed) is not False


def shared(taken: Taken) -> Iterator[Shared]:
    """Yield the mentions of what is told of several events at once, and those of the others."""
    row: dict[str, Mention] = {}  # by event
    for n, (frame, event, mentions) in enumerate(taken):
        places: tuple[Span, ...] = ()
        if frame.row and frame.heads[0].at is None:
            others = list(takewhile(_is_of_row(frame), taken[n + 1 :]))
            row = {event.id: mentions[0], **{held.id: m[0] for _, held, m in others}}
            places = (frame.row, *(f.row for f, _, _ in others if f.row))
        elif (counted := _counted(frame)) and event.in_text:
            row = {e.id: m[0] for _, e, m in _last_told(taken[: n + 1], counted)}
        elif frame.row or event.id not in row or not _is_of_all(frame):
            continue
        rest = tuple(m for held, m in row.items() if held != event.id)
        if rest:
            yield from (Shared(mention=m.id, others=rest, places=places) for m in mentions)


def _counted(frame: Frame) -> int:
    """Return of how many events told before words are: "claimed both attacks", "all three"."""
    sentence, at = frame.sentence, frame.heads[0].token
    if sentence.tokens[at].tag != "NNS" or frame.figures:
        return 0
    before = sentence.lowered[max(0, at - 2) : at]
    return 2 if "both" in before or before == ("the", "two") else 3 * (before == ("all", "three"))


def _last_told(taken: Taken, count: int) -> Taken:
    """Return the telling of each of the events told last; none where so many were not told."""
    last = {e.id: told for told in taken for e in (told[1],) if e.in_text and not e.background}
    latest = list(last.values())[-count:]
    return latest if len(latest) == count else ()


def _is_of_row(first: Frame) -> Callable[[tuple[Frame, Event, tuple[Mention, ...]]], bool]:
    """Return what tells whether a frame is of a later act of the row that a frame opens."""
    return lambda t: t[0].heads[0].at is not None and t[0].sentence is first.sentence


def _is_of_all(frame: Frame) -> bool:
    """Tell whether words are of all that was told before: "the blasts", "nobody was hurt"."""
    if frame.telling.spots or frame.telling.fronted or frame.telling.ordinal:
        return False
    noun = frame.sentence.tokens[frame.heads[0].token]
    return frame.nobody or (frame.definite and noun.tag == "NNS" and noun.text[-1:] in {"s", "S"})
