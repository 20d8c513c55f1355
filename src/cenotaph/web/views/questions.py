"""The questions of the record -> the queue, and one question with its two accounts side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

import msgspec

from cenotaph.model import (
    Claim,
    Count,
    Mention,
    People,
    Place,
    Question,
    QuestionKind,
    Responsibility,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
    count_words,
    days_words,
    kind_words,
    without_names,
)
from cenotaph.model.base import SUMMED
from cenotaph.model.globe import distance
from cenotaph.pages.quoting import Sentence
from cenotaph.review import LETTERS, NUMBERS
from cenotaph.web.now import Now
from cenotaph.web.words import marked

KINDS: Final[dict[QuestionKind, str]] = {
    "merge": marked("One incident or two"),
    "reading": marked("Which reading"),
    "cumulative": marked("Running total or not"),
    "copy": marked("A copy or not"),
    "conflict": marked("A conflict"),
    "lost": marked("No longer found"),
    "clash": marked("Decisions that clash"),
}
_question = msgspec.msgpack.Decoder(Question)
_NEAR: Final = 10.0  # kilometers between points that are one place


class Queued(NamedTuple):
    """A question in the queue, as it is shown and as it is answered."""

    key: str  # of its kind and what it is about; the same after other answers
    shown: Question  # names withheld
    whole: Question


class Side(NamedTuple):
    """One account's part in a question."""

    letter: str
    document: str
    title: str
    publisher: str
    published: str
    ref: str
    sentences: list[Sentence]
    letters: Mapping[str, str]  # of the side that each claim is, where one account has several


class Compared(NamedTuple):
    """One thing that both accounts may tell."""

    what: str
    left: str  # "" where the account does not say
    right: str
    agrees: bool | None  # None: one of them does not say


class Asked(NamedTuple):
    """One question as its page shows it."""

    key: str
    kind: str
    question: Question
    sides: list[Side]
    compared: list[Compared]  # only of two sides


class Queue:
    """The questions that can be answered, the most useful first."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._asked = now.asked

    def find(self, key: str) -> Queued | None:
        """Return the question of a key; None where it is not asked."""
        rows = self._asked.keyed(self._now.wanted, {key})
        return self._queued(key, rows[0][2]) if rows else None

    def every(self, kind: str = "") -> Iterator[Queued]:
        """Yield the questions of one kind, or of all."""
        if kind in ("", *KINDS):
            for key, body in self._asked.in_order(self._now.wanted, _number(kind)):
                yield self._queued(key, body)

    def first(self, kind: str, skipped: Collection[str], most: int) -> list[Queued]:
        """Return the first questions of a kind, or of all, less those that are skipped."""
        rows = self._asked.in_order(self._now.wanted, _number(kind))
        left = ((key, body) for key, body in rows if key not in skipped)
        return [self._queued(*row) for row in islice(left, most)]

    def skipped(self, kind: str, keys: Collection[str]) -> int:
        """Return how many of some keys are those of questions of a kind, or of any."""
        wanted = _number(kind)
        rows = self._asked.keyed(self._now.wanted, keys)
        return len({key for key, of, _ in rows if wanted in (None, of)})

    def kinds(self) -> list[tuple[str, str, int]]:
        """Return (kind, its words, how many questions), in the order of the words above."""
        counted = self._now.counted
        found = ((kind, words, counted.get(NUMBERS[kind], 0)) for kind, words in KINDS.items())
        return [row for row in found if row[2]]

    def _queued(self, key: str, body: bytes) -> Queued:
        whole = _question.decode(body)
        return Queued(key, self._now.without_names(whole), whole)


def _number(kind: str) -> int | None:
    """Return a kind as it is kept; None for any."""
    return NUMBERS[kind] if kind else None


def asked(queued: Queued, now: Now) -> Asked:
    """Return a question with what each account says about it."""
    found = list(_sides(queued.whole, now))
    return Asked(
        key=queued.key,
        kind=KINDS[queued.whole.kind],
        question=queued.shown,
        sides=[_side(queued.shown, told, n, now) for n, told in enumerate(found)],
        compared=list(_compared(found, now)) if len(found) == 2 else [],
    )


class _Told(NamedTuple):
    """What one account says of one event."""

    document: str
    shown: list[Claim]  # those the question shows
    claims: list[Claim]  # all of the event
    mentions: list[Mention]


def _sides(question: Question, now: Now) -> Iterator[_Told]:
    """Yield what each account tells: of two events asked about each, else of each document."""
    if question.kind == "merge":
        for subject in question.subjects:
            told = _of_event(question, subject, now)
            if told is not None:
                yield told
        return
    documents = dict.fromkeys(now.claims[c].document for c in question.claims if c in now.claims)
    for document in documents:
        shown = [
            now.claims[c]
            for c in question.claims
            if c in now.claims and now.claims[c].document == document
        ]
        events = {_event(c.about, now) for c in shown}
        yield _gathered(document, events, shown, now)


def _of_event(question: Question, subject: str, now: Now) -> _Told | None:
    claim = now.claims.get(subject)
    mention = claim.about if claim is not None else subject
    found = now.mentions.get(mention or "")
    if found is None:
        return None
    document = found.document
    event = _event(mention, now)
    shown = [
        now.claims[c]
        for c in question.claims
        if c in now.claims and _event(now.claims[c].about, now) == event
    ]
    return _gathered(document, {event}, shown, now)


def _gathered(document: str, events: Iterable[str | None], shown: list[Claim], now: Now) -> _Told:
    account, wanted = now.accounts[document], set(events)
    return _Told(
        document=document,
        shown=shown,
        claims=[
            c
            for c in account.claims
            if _event(c.about, now) in wanted and c.stance != "denies" and c.confidence >= 0.5
        ],
        mentions=[m for m in account.mentions if m.event in wanted],
    )


def _event(mention: str | None, now: Now) -> str | None:
    return None if mention is None else now.events.get(mention, mention)


def _side(question: Question, told: _Told, number: int, now: Now) -> Side:
    capture = now.captures.get(told.document)
    title = without_names(now.accounts[told.document].document.title or "", now.hidden)
    letters = _letters(question)
    own = list(dict.fromkeys(letters[c.id] for c in told.shown if c.id in letters))
    rows = _once(now.quoting.rows(c.id for c in told.shown), letters)
    return Side(
        letter=" ".join(own) or ("AB"[number] if number < 2 else ""),
        document=told.document,
        title=title,
        publisher=(capture.publisher if capture else None) or marked("publisher unknown"),
        published=((capture.published if capture else None) or marked("undated"))[:16],
        ref=capture.ref if capture else told.document[:12],
        sentences=rows,
        letters={r.id: letters[r.id] for r in rows if r.id in letters} if len(own) > 1 else {},
    )


def _letters(question: Question) -> dict[str, str]:
    """Return the letter by which each claim is chosen, of those that have one."""
    return {
        claim: choice.key.upper()
        for choice in question.choices
        if choice.key in LETTERS
        for claim in choice.subjects
    }


def _once(rows: Sequence[Sentence], letters: Mapping[str, str]) -> list[Sentence]:
    """Return one claim a sentence; of a sentence that gives several sides one for each."""
    found: dict[tuple[str, str], Sentence] = {}
    for row in rows:
        found.setdefault((row.before + row.words + row.after, letters.get(row.id, "")), row)
    return list(found.values())


# -- what agrees and what does not


def _compared(sides: Sequence[_Told], now: Now) -> Iterator[Compared]:
    left, right = sides
    for what, words, agree in _ASPECTS:
        a, b = words(left), words(right)
        if a or b:
            shown = [_joined(x, now) for x in (a, b)]
            agrees = agree([v for _, v in a], [v for _, v in b]) if a and b else None
            yield Compared(what, shown[0], shown[1], agrees)


def _joined(values: Values, now: Now) -> str:
    return without_names("; ".join(dict.fromkeys(words for words, _ in values)), now.hidden)


Values = list[tuple[str, object]]  # what an account says, in words and as it is compared


def _days(told: _Told) -> Values:
    whens = [c for c in told.claims if isinstance(c.value, When)] or told.claims[:1]
    spans = dict.fromkeys((c.first, c.last) for c in whens if c.last)
    return [(days_words(first, last), (first, last)) for first, last in spans]


def _places(told: _Told) -> Values:
    found = dict.fromkeys(c.value for c in told.claims if isinstance(c.value, Place))
    return [(p.name, p) for p in found]


def _toll(outcome: str) -> Callable[[_Told], Values]:
    def found(told: _Told) -> Values:
        tolls = [
            c.value
            for c in told.claims
            if isinstance(c.value, Toll)
            and c.value.outcome == outcome
            and c.value.scope == "incident"
            and c.part_of is None
        ]
        whole = [t for t in tolls if t.people.bare() == People()] or tolls
        return [(count_words(t.count), t.count) for t in dict.fromkeys(whole)]

    return found


def _names(kind: type[Target | Weapon]) -> Callable[[_Told], Values]:
    def found(told: _Told) -> Values:
        values = (c.value for c in told.claims if isinstance(c.value, kind))
        named = {v.name: getattr(v, "category", v.name).casefold() for v in values}
        return list(named.items())

    return found


def _parties(told: _Told) -> Values:
    values = (c.value for c in told.claims if isinstance(c.value, Responsibility))
    return [(p, p.casefold()) for p in dict.fromkeys(v.party for v in values)]


def _persons(told: _Told) -> Values:
    values = (c.value.name for c in told.claims if isinstance(c.value, Victim) and c.value.name)
    return [(n, n.casefold()) for n in dict.fromkeys(values)]


def _kinds(told: _Told) -> Values:
    found = dict.fromkeys((m.event_type, m.sub_event_type) for m in told.mentions)
    return [(kind_words(*k), k[0]) for k in found]


def _meet(a: Sequence[object], b: Sequence[object]) -> bool:
    return not set(a).isdisjoint(b)


def _counts_meet(a: Sequence[object], b: Sequence[object]) -> bool:
    pairs = ((x, y) for x in a for y in b)
    return any(isinstance(x, Count) and isinstance(y, Count) and x.agrees(y) for x, y in pairs)


def _days_meet(a: Sequence[object], b: Sequence[object]) -> bool:
    return any(_overlap(x, y) for x in a for y in b)


def _overlap(a: object, b: object) -> bool:
    if not isinstance(a, tuple) or not isinstance(b, tuple):
        return False
    return bool((a[0] or "") <= b[1] and (b[0] or "") <= a[1])


def _one_place(a: Sequence[object], b: Sequence[object]) -> bool:
    return any(
        isinstance(x, Place) and isinstance(y, Place) and _is_one(x, y) for x in a for y in b
    )


def _is_one(a: Place, b: Place) -> bool:
    if a.geonames is not None and a.geonames == b.geonames:
        return True
    if None in (a.lat, a.lon, b.lat, b.lon):
        return a.name.casefold() == b.name.casefold()
    return distance((a.lat or 0.0, a.lon or 0.0), (b.lat or 0.0, b.lon or 0.0)) <= _NEAR


Agree = Callable[[Sequence[object], Sequence[object]], bool]
_ASPECTS: Final[tuple[tuple[str, Callable[[_Told], Values], Agree], ...]] = (
    (marked("Day"), _days, _days_meet),
    (marked("Place"), _places, _one_place),
    *((marked(o), _toll(o), _counts_meet) for o in SUMMED),
    (marked("Target"), _names(Target), _meet),
    (marked("Weapon"), _names(Weapon), _meet),
    (marked("Held responsible"), _parties, _meet),
    (marked("Persons named"), _persons, _meet),
    (marked("Kind"), _kinds, _meet),
)  # fmt: skip
