"""Sentences -> event mentions, those of one event joined: "the bombing", "the attack", "killed".

A document starts on one event and stays with it until the words say otherwise: another day, another
place, other victims, "a separate", "in a similar attack last year". Each frame (the words of one
sentence for one event) goes to the event it fits best, or opens a new one; older events told beside
the account's own are background.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cenotaph.model import Document, Mention, Span, mention_id
from cenotaph.text.courts import is_of_court
from cenotaph.text.entries import entries
from cenotaph.text.event_anew import MOST, is_unrelated, weigh
from cenotaph.text.event_days import is_before, meet
from cenotaph.text.event_frames import Frame, Surroundings, frames
from cenotaph.text.event_lists import List, is_of_update
from cenotaph.text.event_recalled import only_dates
from cenotaph.text.event_rows import by_place
from cenotaph.text.event_shared import event_in_row, is_there, shared
from cenotaph.text.event_spots import street_names
from cenotaph.text.event_tellings import clock_hours
from cenotaph.text.event_told import Event
from cenotaph.text.far import Far
from cenotaph.text.happening import took_place
from cenotaph.text.reading import DayPhrase, NamePhrase, NumberPhrase, Sentence, Shared
from cenotaph.text.spans import Spans

_NEW = -1.0  # a frame that fits no event better than this opens its own
_REMEMBERED = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|memorials?|monuments?|wreaths?|candles?|vigils?"
    r"|remembrance|remember(?:s|ed|ing)?|honou?r(?:s|ed|ing)?|forget|in memory of)\b",
    re.IGNORECASE,
)
_YEARS_AFTER = re.compile(r"\byears? (?:after|since|on from)\b", re.IGNORECASE)
_DONE = frozenset({"kill", "shoot", "murder", "execute", "massacre", "hang"})
_SAME = 1.5  # words told apart in a sentence fit an event told before by no less than this
_OPEN = 60  # events opened last that a frame may still belong to, besides the first


def find_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    numbers: Sequence[NumberPhrase],
    days: Sequence[DayPhrase],
    names: Sequence[NamePhrase],
    far: Far,
) -> tuple[tuple[Mention, ...], tuple[Shared, ...]]:
    """Return a document's event mentions, joined by event, and those told of several at once."""
    around = Surroundings(numbers, days, names)
    listed = List(entries(sentences, days, names))
    placed = Spans(names, lambda n: (n.span,))
    events: list[Event] = []
    taken: list[tuple[Frame, Event]] = []
    bare = _Bare(around)
    for found in frames(sentences, around):
        start = len(taken)
        bare.tell(taken[-1:], found[0].sentence)
        for frame in by_place(found, placed.within(found[0].sentence.span), far):
            over = _beside(frame, taken, start)
            event = _event_of(frame, events, over, listed, far)
            if event is None:
                own = _own(document, frame, frame.heads[0].stands)
                event = Event(frame, own, len(events), over)
                events.append(event)
            if over is None:
                listed.take(frame, event)
            event.take(frame)
            taken.append((frame, event))
    _set_back(events, sentences)
    every = [(f, e, tuple(_mentions(document, f, e))) for f, e in taken]
    told = [m for f, _, those in every if f.heads[0].at is None for m in those]
    ordered = sorted(told, key=lambda m: (m.span.part == "text", m.span.start))
    return tuple(ordered), tuple(shared(every))


def _event_of(
    frame: Frame, events: Sequence[Event], over: Event | None, listed: List, far: Far
) -> Event | None:
    """Return the event that a frame is of; None: a new one. `over`: that it is told apart from."""
    if frame.row:
        fit = _assigned(frame, events, far) if over is None else None
        return event_in_row(frame, events, fit)
    if over is not None:
        return _told_apart(frame, events, over, far)
    if len(events) == 1 and is_of_update(frame, events[0]):
        return events[0]
    return listed.event_of(frame, events) if listed.holds(frame) else _assigned(frame, events, far)


def _set_back(events: Sequence[Event], sentences: Sequence[Sentence]) -> None:
    """Tell older events from the account's own."""
    lead = _lead(sentences)
    for event in events:
        event.background = event.background or event.is_only_recalled(lead)
    _bring_forward(events, lead, [s for s in sentences if s.number in lead])


class _Bare:
    """Hours and streets told in sentences without a word for an event: of that told before them."""

    def __init__(self, around: Surroundings) -> None:
        self._days = Spans(around.days, lambda d: (d.span,))
        self._names = Spans(around.names, lambda n: (n.span,))
        self._end = 0

    def tell(self, last: Sequence[tuple[Frame, Event]], sentence: Sentence) -> None:
        """Let the event told last take what stands between the sentence before and this one."""
        if last and sentence.part == "text" and sentence.span.start > self._end:
            gap = Span(start=self._end, end=sentence.span.start, part="text")
            last[0][1].hours.update(clock_hours(self._days.within(gap)))
            last[0][1].ways.update(street_names(self._names.within(gap)))
        self._end = sentence.span.end if sentence.part == "text" else 0


def _beside(frame: Frame, taken: Sequence[tuple[Frame, Event]], start: int) -> Event | None:
    """Return the event from which a frame is told apart; `start`: where its sentence's begin.

    "It came a day after rockets killed four": apart from what was told last before.
    """
    at = -1 if frame.beside is None else start + frame.beside
    return taken[at][1] if at >= 0 else None


def _bring_forward(events: Sequence[Event], lead: frozenset[int], head: Sequence[Sentence]) -> None:
    """Take an old event for the account's own where it opens the account and no newer one is told.

    A trial or a funeral tells of nobody else who was harmed; an anniversary recalls it only. Where
    the account opens in court, the deed may be told further down.
    """
    tried = any(is_of_court(s) for s in head)
    if any(_is_of_now(e, tried=tried) for e in events):
        return
    for event in events:
        opens = [f for f in event.frames if f.harms and (tried or f.sentence.number in lead)]
        recalled = any(_REMEMBERED.search(f.sentence.text) for f in opens)
        if not tried:  # "ten years after the bombing, families gathered"
            recalled = recalled or any(_YEARS_AFTER.search(f.sentence.text) for f in opens)
            recalled = recalled or all(only_dates(f.sentence, f.heads) for f in opens)
        if opens and not recalled:
            event.background = False
            return


def _is_of_now(event: Event, *, tried: bool) -> bool:
    """Tell whether an event is news, and no mere total: "linked the squad to 70 other killings"."""
    if event.background or not (event.hurt or not tried):
        return False
    return any(f.harms or not f.hurt for f in event.frames)


def _lead(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the numbers of the title's sentences and of the text's first two."""
    text = [s.number for s in sentences if s.part == "text"]
    return frozenset({s.number for s in sentences if s.part == "title"} | set(text[:2]))


def _assigned(frame: Frame, events: Sequence[Event], far: Far) -> Event | None:
    """Return the event a frame belongs to; None when it opens its own."""
    near = _near(events)
    last = max((e.last for e in near), default=-1)
    now = {e.last for e in near if not e.background}  # sentences that tell of what is news
    scored = [
        (_fit(frame, e, far, latest=e.last == last) - _is_left(frame, e, now), -e.position, e)
        for e in near
    ]
    if not scored:
        return None
    best = max(scored, key=lambda s: s[:2])
    return best[2] if best[0] > _NEW else None


def _is_left(frame: Frame, event: Event, now: Collection[int]) -> float:
    """Weigh history that was told only beside the news of its sentence: it is not gone on with.

    "The bomb at a rite for a general killed in 2020 left 84 dead. At least 280 were hurt."
    """
    return 4.0 if event.background and not frame.old and event.last in now else 0.0


def _near(events: Sequence[Event]) -> Sequence[Event]:
    """Return the events that a frame may still belong to."""
    return [*events[:1], *events[max(1, len(events) - _OPEN) :]]


def _told_apart(frame: Frame, events: Sequence[Event], over: Event, far: Far) -> Event | None:
    """Return the event of words told apart from another in one sentence; None: it is a new one.

    A figure or a victim of the main event, or of that told beside it, makes it the same incident.
    """
    numbered = frame.sentence.tokens[frame.heads[0].token].pos == "NUM"  # "and four in Lom"
    for event in (over, events[0]):
        told = frame.figures & event.figures and not (numbered or frame.old)
        if told or _names_meet(frame, event):
            return event
    others = [e for e in _near(events) if e is not over]
    known = next((e for e in others if e.frames[0].row and is_there(frame, e)), None)
    if known is not None:  # "bombs in Lom and Tarsk killed 20: eight in Lom and twelve in Tarsk"
        return known
    best = max(others, key=lambda e: (_fit(frame, e, far, latest=False), -e.position), default=None)
    return best if best is not None and _fit(frame, best, far, latest=False) >= _SAME else None


def _fit(frame: Frame, event: Event, far: Far, *, latest: bool) -> float:
    """Return how well a frame fits an event: shared victims, day, place; against: other ones."""
    points = 1.0 if latest else 0.0
    points += _old(frame, event)
    points += 5.0 if _names_meet(frame, event) else _strangers(frame, event)
    points += 3.0 if event.counts_as(frame) and not is_unrelated(frame) else 0.0
    points += _days(frame, event) + _days_after(frame, event) + _called(frame, event)
    points += _places(frame, event)
    points += _towns(frame, event, far)
    points += _families(frame, event)
    points += 1.5 if frame.definite and not frame.nominal and not _differs(frame, event) else 0.0
    points -= 4.0 if frame.apart else 0.0
    points += _parts(frame, event)
    return points + weigh(frame, event, far) if points + MOST > _NEW else points


def _parts(frame: Frame, event: Event) -> float:
    """Weigh whether "four of the dead" can be of an event: it has dead of whom they are some."""
    if frame.parts and frame.parts <= {o for o, _ in event.figures}:
        return 1.5
    return -4.0 if frame.parts and event.position else 0.0


def _names_meet(frame: Frame, event: Event) -> bool:
    """Tell whether both tell of one victim: "Ana Ruiz", and "Ruiz" further down."""
    return any(event.names.hold(name) for name in frame.names)


def _old(frame: Frame, event: Event) -> float:
    if frame.old == event.background:
        return 1.0 if frame.old and event.last == frame.sentence.number else 0.0
    told_on = event.background and event.last == frame.sentence.number - 1
    opens = event.position == 0 and not frame.telling.fresh  # "44 men died in 2005. They were"
    if told_on and not frame.days and (frame.nominal or opens or _goes_on(frame, event)):
        return 1.5  # "A raid in 2011 killed a guard. The death of Ruiz led to a law."
    return -4.0


def _goes_on(frame: Frame, event: Event) -> bool:
    """Tell whether harm is told of the event before: "In 2011 a bomb hit a bus. Nine died."."""
    new = bool(frame.figures) and not frame.apart and not frame.telling.fronted
    return new and event.paragraph == frame.sentence.paragraph and not _share_outcome(frame, event)


def _strangers(frame: Frame, event: Event) -> float:
    """Weigh a killing named in passing whose victim the event does not have: another one."""
    if not frame.nominal:
        return 0.0
    arrest = bool(event.names) and not event.hurt
    if frame.names and (arrest or event.mourned or event.figures):
        return -3.5
    if frame.figures and event.figures and not _share_outcome(frame, event):
        return 0.0
    return -2.5 if frame.figures and event.figures else 0.0


def _share_outcome(frame: Frame, event: Event) -> bool:
    if not (frame.figures and event.figures):
        return False
    return not {o for o, _ in frame.figures}.isdisjoint(o for o, _ in event.figures)


def _days(frame: Frame, event: Event) -> float:
    arrests = event.arrests_only or frame.arrests
    met = meet(frame.days, event.days if arrests else event.deed)
    if met is None and frame.called and _is_another(frame, event):
        return -5.0  # though it is "the" attack
    if is_before(frame.days, event.deed) and _share_outcome(frame, event):
        return -3.0 if frame.figures & event.figures else -5.0  # no later toll of this one
    return 0.0 if met is None else 2.0 if met else -3.0


def _called(frame: Frame, event: Event) -> float:
    """Weigh the town after which an event is called: "the Tarsk bombing" is the one in Tarsk."""
    towns = {t.lower() for t in event.towns} | event.spots
    written = {t.lower() for t in event.written}
    if not frame.called_after or not (towns or frame.called_after & written):
        return 0.0
    return 6.0 if frame.called_after & (towns or written) else -6.0


def _differs(frame: Frame, event: Event) -> bool:
    """Tell whether "the" helps nothing: both the day and the figure of one outcome are others.

    "The explosives were seized after a blast on Monday killed 12", beside nine killed on Friday.
    """
    other = frame.plain and not frame.figures & event.figures
    return other and _share_outcome(frame, event) and meet(frame.days, event.deed) is False


def _is_another(frame: Frame, event: Event) -> bool:
    """Tell whether what a date names has figures of its own, and is not what was told.

    "A strike killed 45 on Sunday", and "the October 7 attack, which killed 1,200".
    """
    weekday = any(key.startswith("W") for key in event.deed)
    own = bool(frame.figures) and not frame.figures & event.figures
    return own and (weekday or _share_outcome(frame, event))  # not "arrested in the May 3 raid"


def _days_after(frame: Frame, event: Event) -> float:
    """Weigh an act with victims of its own of a day after: "the next day shells killed two".

    So it is where a day cannot be set against the event's, and a sentence opens with it or gives
    another figure: "On Wednesday", "Ten were killed on Wednesday", after four on 3 May.
    """
    if frame.nominal or frame.figures & event.figures or not frame.telling.fresh:
        return 0.0
    unlike = frame.days and event.deed and meet(frame.days, event.deed) is None
    telling = frame.telling.dated_first or _share_outcome(frame, event)
    if not frame.telling.follows and not (unlike and telling):
        return 0.0
    return -3.0 if _is_done(frame) or _is_outcome(frame) else 0.0


def _is_outcome(frame: Frame) -> bool:
    """Tell whether the dead end what was done: "the next night they struck, with two dead"."""
    dead = (h.token for h in frame.heads if frame.sentence.lowered[h.token] == "dead")
    return any("with" in frame.sentence.lowered[max(0, at - 4) : at] for at in dead)


def _places(frame: Frame, event: Event) -> float:
    if not frame.places or not event.places:
        return 0.0
    if frame.places & event.places:
        return 1.0
    told = (frame.days or frame.figures or frame.names) and not frame.definite
    return (-1.5 if told else -0.5) - (1.0 if told and frame.telling.adds else 0.0)


def _towns(frame: Frame, event: Event, far: Far) -> float:
    """Weigh an act of its own in a town far from the event's, with a figure of its own."""
    named = bool(frame.figures and event.names) and not event.figures  # "hanged two", after Ruiz
    other = (named or _share_outcome(frame, event)) and not frame.figures & event.figures
    dated = frame.telling.fresh and event.deed and (frame.days or frame.telling.before)
    own = (other or dated) and _is_done(frame) and not (frame.definite or frame.nominal)
    told = frame.telling.before and frame.towns and not frame.towns & (event.towns or frame.towns)
    return -4.0 if own and (told or far.apart(frame.towns, event.towns)) else 0.0


def _is_done(frame: Frame) -> bool:
    """Tell whether words say what was done: "shelling", "killed two", not "two died"."""
    return frame.plain or any(frame.sentence.tokens[h.token].lemma in _DONE for h in frame.heads)


def _families(frame: Frame, event: Event) -> float:
    if frame.definite and not frame.arrests and event.arrests_only:
        return -2.0  # "the blast", after the arrest of those who are said to have done it
    if not frame.families or not event.families:
        return 0.0
    return 0.5 if frame.families & event.families else -0.75


def _mentions(document: Document, frame: Frame, event: Event) -> Iterator[Mention]:
    for head in frame.heads:
        yield Mention(
            id=_own(document, frame, head.stands),
            document=document.id,
            span=frame.sentence.span_of(head.stands, head.stands),
            event=event.id,
            event_type=head.word.event_type,
            sub_event_type=head.word.sub_event_type,
            background=event.background,
            told=took_place(frame.sentence, head),
        )


def _own(document: Document, frame: Frame, token: int) -> str:
    return mention_id(document.id, frame.sentence.span_of(token, token))
