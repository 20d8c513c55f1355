"""An incident's facts besides its figures, in words that can be set against each other. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from cenotaph.releases.changes import Detail, Listed
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
Destroyed = Callable[[tuple[str, ...]], bool]  # whether claims stood in withdrawn accounts alone
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


def facts(old: IncidentRow, new: IncidentRow) -> Iterator[Detail]:
    """Yield each single fact of an incident that is another now."""
    for name, of in (
        ("title", lambda i: i.title),
        ("kind", lambda i: kind_words(i.event_type, i.sub_event_type)),
        ("days", _days),
        ("place", lambda i: _place(i.place)),
        ("independent sources", lambda i: str(i.independent_sources)),
        ("checked", lambda i: _REVIEWED.get(i.review, i.review)),
    ):
        a, b = of(old), of(new)
        if a != b:
            yield Detail(what=name, before=a, after=b)


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
    old: Sequence[IncidentRow], new: Sequence[IncidentRow], is_destroyed: Destroyed
) -> Iterator[Listed]:
    """Yield, of the facts of which an incident has several, those that came and went."""
    found = (
        _things(
            "targets", [t for i in old for t in i.targets], [t for i in new for t in i.targets]
        ),
        _things(
            "weapons", [w for i in old for w in i.weapons], [w for i in new for w in i.weapons]
        ),
        _apart(
            "blame",
            [b for i in old for b in i.responsibility],
            [b for i in new for b in i.responsibility],
            Compared(_is_same_blame, _blame, is_destroyed),
        ),
        _apart(
            "conflicts",
            [c for i in old for c in i.conflicts],
            [c for i in new for c in i.conflicts],
            Compared(_is_same_conflict, _conflict, is_destroyed),
        ),
        _listed("accounts", [r for i in old for r in i.refs], [r for i in new for r in i.refs]),
    )
    yield from (listed for listed in found if listed.new or listed.gone)


class Compared(NamedTuple, Generic[C]):
    """How rows of one kind are told to be the same, and told."""

    is_same: Callable[[C, C], bool]
    words: Callable[[C], str]
    is_destroyed: Destroyed

    def told(self, row: C) -> str:
        """Return a row in words, unless they stood in accounts alone that were withdrawn."""
        return DESTROYED if self.is_destroyed(row.claims) else self.words(row)


def _things(name: str, old: Sequence[ThingRow], new: Sequence[ThingRow]) -> Listed:
    return _listed(name, [t.name for t in old], [t.name for t in new])


def _listed(name: str, old: Sequence[str], new: Sequence[str]) -> Listed:
    return Listed(
        what=name,
        new=tuple(dict.fromkeys(n for n in new if n not in old)),
        gone=tuple(dict.fromkeys(n for n in old if n not in new)),
    )


def _apart(name: str, old: Sequence[C], new: Sequence[C], by: Compared[C]) -> Listed:
    return Listed(
        what=name,
        new=tuple(by.told(n) for n in new if not any(by.is_same(n, o) for o in old)),
        gone=tuple(by.told(o) for o in old if not any(by.is_same(o, n) for n in new)),
    )


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
