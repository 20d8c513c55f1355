"""An incident's facts besides its figures, in words that can be set against each other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Generic, NamedTuple, Protocol, TypeVar

from cenotaph.model import (
    WITHHELD,
    People,
    count_words,
    days_words,
    kind_words,
    people_words,
    range_words,
    what_words,
)
from cenotaph.releases.changes import Detail, Fact, Listed, Told
from cenotaph.releases.rows import (
    BlameRow,
    ConflictRow,
    FigureRow,
    IncidentRow,
    PlaceRow,
    SeriesRow,
    ThingRow,
)


class Claimed(Protocol):
    """Whatever claims carry."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims' ids."""


C = TypeVar("C", bound=Claimed)
DESTROYED = "(in an account that was withdrawn)"


def what(key: tuple[str, People]) -> str:
    """Return what figures of one outcome and one kind of people count."""
    people = people_words(key[1])
    return f"{key[0]} ({people})" if people else key[0]


def figure(row: FigureRow) -> str:
    """Return a figure with its standing: "4 against 7 (contested, evidence fair, 2 sources)".

    What is contested stands side by side, unless a policy or a person chose one figure.
    """
    best = f"best {row.best:,}" if row.best is not None and row.low != row.high else ""
    sources = f"{row.sources} source{'' if row.sources == 1 else 's'}"
    grade = f"evidence {row.grade}" if row.grade else ""
    many = " against ".join(map(count_words, row.sides)) if row.best is None else ""
    standing = ", ".join(w for w in (row.status, best, grade, sources) if w)
    return f"{many or range_words(row)} ({standing})"


def running(series: SeriesRow) -> str:
    """Return a figure that is no incident's, with what it is about."""
    days = "".join(
        f", {word} {day}"
        for word, day in (("since", series.since), ("as of", series.as_of))
        if day is not None
    )
    place = series.place.name if series.place else "no place named"
    who = f", says {series.speaker}" if series.speaker else ""
    sources = f"{series.sources} source{'' if series.sources == 1 else 's'}"
    return (
        f"{what_words(series)}: {range_words(series)}, {place}, {series.scope}{days}{who}"
        f" ({series.status}, {sources})"
    )


class Citing(NamedTuple):
    """Finds the claims behind a fact, and why each came or went."""

    is_destroyed: Callable[[tuple[str, ...]], bool]  # stood in withdrawn accounts alone
    entered: Callable[[Iterable[str]], tuple[Told, ...]]
    left: Callable[[Iterable[str]], tuple[Told, ...]]


def facts(old: IncidentRow, new: IncidentRow, citing: Citing) -> Iterator[Detail]:
    """Yield each single fact of an incident that is another now."""
    for name, of in (
        ("title", lambda i: i.title),
        ("kind", lambda i: kind_words(i.event_type, i.sub_event_type)),
        ("days", _days),
        ("independent sources", lambda i: str(i.independent_sources)),
        ("checked", lambda i: _REVIEWED.get(i.review, i.review)),
    ):
        a, b = of(old), of(new)
        if a != b:
            yield Detail(what=name, before=a, after=b)
    if _place(old.place) != _place(new.place):
        was, now = (i.place.claims if i.place else () for i in (old, new))
        yield Detail(
            what="place",
            before=_place(old.place),
            after=_place(new.place),
            entered=citing.entered(c for c in now if c not in was),
            left=citing.left(c for c in was if c not in now),
        )


_REVIEWED = {
    "machine": "by nobody",
    "partly": "partly, by a person",
    "reviewed": "by a person",
    "withheld": "withheld",
}


def _days(incident: IncidentRow) -> str:
    words = days_words(incident.first, incident.last)
    precise = incident.date_precision in {None, "day"}
    return words if precise else f"{words} ({incident.date_precision})"


def _place(place: PlaceRow | None) -> str:
    if place is None:
        return "unknown"
    where = ", ".join(w for w in (place.country, place.precision) if w)
    others = "; ".join(a.name for a in place.alternatives)
    contested = f", contested: {others}" if place.contested else ""
    return f"{place.name} ({where}){contested}"


def lists(
    old: Sequence[IncidentRow], new: Sequence[IncidentRow], citing: Citing
) -> Iterator[Listed]:
    """Yield, of the facts of which an incident has several, those that came and went."""
    for name, of, by in (
        ("targets", attrgetter("targets"), _THINGS),
        ("weapons", attrgetter("weapons"), _THINGS),
        ("blame", attrgetter("responsibility"), Compared(_is_same_blame, _blame)),
        ("conflicts", attrgetter("conflicts"), Compared(_is_same_conflict, _conflict)),
    ):
        before, after = ([row for i in side for row in of(i)] for side in (old, new))
        listed = _listed(name, before, after, by, citing)
        if listed.new or listed.gone:
            yield listed
    refs = [tuple(dict.fromkeys(r for i in side for r in i.refs)) for side in (old, new)]
    came, went = (
        tuple(Fact(words=r, claims=()) for r in some if r not in others)
        for some, others in (refs[::-1], refs)
    )
    if came or went:
        yield Listed(what="accounts", new=came, gone=went)


class Compared(NamedTuple, Generic[C]):
    """How rows of one kind are told to be the same, and told."""

    is_same: Callable[[C, C], bool]
    words: Callable[[C], str]


def _listed(
    name: str, old: Sequence[C], new: Sequence[C], by: Compared[C], citing: Citing
) -> Listed:
    def fact(row: C, told: Callable[[Iterable[str]], tuple[Told, ...]]) -> Fact:
        words = DESTROYED if citing.is_destroyed(row.claims) else by.words(row)
        return Fact(words=words, claims=told(row.claims))

    return Listed(
        what=name,
        new=tuple(fact(n, citing.entered) for n in new if not any(by.is_same(n, o) for o in old)),
        gone=tuple(fact(o, citing.left) for o in old if not any(by.is_same(o, n) for n in new)),
    )


def _is_same_thing(a: ThingRow, b: ThingRow) -> bool:
    return a.name == b.name


_THINGS = Compared[ThingRow](_is_same_thing, attrgetter("name"))


def _is_same_blame(a: BlameRow, b: BlameRow) -> bool:
    """Tell whether two say one thing; a name that only one of them withholds is no difference."""
    if a.stance != b.stance:
        return False
    if (a.party, a.speaker) == (b.party, b.speaker):
        return True
    words = "".join((a.party, a.speaker or "", b.party, b.speaker or ""))
    return WITHHELD in words and not set(a.claims).isdisjoint(b.claims)


def _blame(blame: BlameRow) -> str:
    return f"{blame.stance} {blame.party}, says {blame.speaker or 'the account itself'}"


def _is_same_conflict(a: ConflictRow, b: ConflictRow) -> bool:
    """Tell whether two are one conflict: of one kind, and about a claim that both name."""
    about = a.text == b.text or not set(a.claims).isdisjoint(b.claims)
    return a.kind == b.kind and about


def _conflict(conflict: ConflictRow) -> str:
    return f"{conflict.kind}: {conflict.text}"
