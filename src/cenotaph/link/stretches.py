"""An account's text -> which of it tells of which event: the stretch of each telling."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.link.intervals import Interval, interval
from cenotaph.model import Account, Part, Span, Telling, When

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+[\"'”’)\]]*(?=\s|$)|(?=\n)|$)")
_LONGEST = 20_000  # code points of a text beyond which no more of it is compared


Marked = tuple[int, int, str]
"""First and last of the words that speak of an event, and the event."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, or a piece of one, and the event that it tells of."""

    span: Span
    event: str
    names: bool  # a mention or claim of the event lies in it; else it goes on about it


class Stretches:
    """Which sentences of an account tell of which of its events."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = {
            part: [s.span.start for s in sentences if s.span.part == part] for part in _PARTS
        }
        self._events = {
            part: [s.event for s in sentences if s.span.part == part] for part in _PARTS
        }

    def event_at(self, span: Span) -> str | None:
        """Return the event that the sentence at the start of a span tells of."""
        at = bisect_right(self._starts[span.part], span.start) - 1
        return self._events[span.part][at] if at >= 0 else None


_PARTS: tuple[Part, ...] = ("title", "text")


def stretches(account: Account, told: Sequence[Telling]) -> Stretches:
    """Return which sentences tell of which telling's event.

    A sentence belongs to the event that most of its mentions and claims are of; one without any
    goes on about the event of the sentence before it. What it says on the way of an event of
    another day ("two were shot, a day after a bomb in the market killed nine") is that event's.
    """
    marked = _marked(told)
    days = {t.event: _days(t) for t in told}
    now = told[0].event if told else ""
    found: list[Sentence] = []
    for span in _sentences(account):
        here = marked[span.part]
        here = here[_at(here, span.start) : _at(here, span.end)]
        count = Counter(event for _, _, event in here)
        if count:
            now = max(count, key=lambda e: (count[e], e == now, e))
        apart = {event for event in count if _are_apart(days[event], days[now])}
        if apart:
            found.extend(_parted(span, [m for m in here if m[2] in {now, *apart}], now))
        else:
            found.append(Sentence(span, now, bool(count)))
    return Stretches(found)


def _days(told: Telling) -> list[Interval]:
    dated = (c.value for c in told.claims if isinstance(c.value, When))
    return [days for when in dated if (days := interval(when.first, when.last)) is not None]


def _are_apart(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    """Tell whether two events are each told with a day, and none of one can be one of the other."""
    return (
        bool(one)
        and bool(other)
        and all(
            (begin is not None and begin > last) or (first is not None and first > end)
            for first, last in one
            for begin, end in other
        )
    )


def _parted(sentence: Span, marked: Sequence[Marked], own: str) -> Iterator[Sentence]:
    """Yield the pieces of a sentence: what is told of one event without a break is one piece."""
    runs: list[tuple[int, int, str]] = []
    for start, end, event in marked:
        if runs and runs[-1][2] == event:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end), event)
        else:
            runs.append((start, end, event))
    at = sentence.start
    for n, (start, end, event) in enumerate(runs):
        begin = max(start, at)
        stop = min(end, sentence.end, runs[n + 1][0] if n + 1 < len(runs) else sentence.end)
        if event == own or stop <= begin:
            continue
        if begin > at:
            yield Sentence(_piece(sentence, at, begin), own, names=True)
        yield Sentence(_piece(sentence, begin, stop), event, names=True)
        at = stop
    if at < sentence.end:
        yield Sentence(_piece(sentence, at, sentence.end), own, names=True)


def _piece(sentence: Span, start: int, end: int) -> Span:
    return Span(start=start, end=end, part=sentence.part)


def _at(marked: Sequence[Marked], offset: int) -> int:
    return bisect_right(marked, (offset, -1, ""))


def _marked(told: Sequence[Telling]) -> dict[Part, list[Marked]]:
    """Return, for each part of the document, where which event is spoken of, in order."""
    found: dict[Part, list[Marked]] = {part: [] for part in _PARTS}
    for telling in told:
        for span in (*(m.span for m in telling.mentions), *(c.evidence for c in telling.claims)):
            found[span.part].append((span.start, span.end, telling.event))
    return {part: sorted(spans) for part, spans in found.items()}


def _sentences(account: Account) -> Iterator[Span]:
    document = account.document
    if document.title:
        yield Span(start=0, end=len(document.title), part="title")
    for match in _SENTENCE.finditer(document.text[:_LONGEST]):
        yield Span(start=match.start(), end=match.end())
