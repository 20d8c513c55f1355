"""The incidents and what a reader asks for -> the rows of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from cenotaph.model import (
    Outline,
    Remarks,
    days_words,
    kind_words,
    people_words,
    places_of,
    plain,
)
from cenotaph.pages.telling import figure_words, figures, is_contested
from cenotaph.tables.countries import country_of
from cenotaph.web.tally import Tally
from cenotaph.web.views.asking import Asking, edges_of, number
from cenotaph.web.words import marked

_EVER: Final = "9999"  # after every day


class Asked(Asking):
    """What the address asks for."""

    words: str = ""  # all of them stand in what the record says, or in the text of one account
    first: str = ""  # ISO days: what may have happened from the first to the last
    last: str = ""
    place: str = ""  # of any country, region or town whose name holds this
    kind: str = ""  # event type or sub-event type
    outcome: str = ""
    people: str = ""
    party: str = ""
    code: str = ""  # of people's own; it begins so
    tag: str = ""
    status: str = ""  # of any figure
    grade: str = ""
    review: str = ""
    sources: str = ""  # at least so many independent ones
    box: str = ""  # a part of the map: west, south, east and north, in degrees
    order: str = ""  # of ORDERS

    @property
    def ever(self) -> Asked:
        """The same of all time."""
        return msgspec.structs.replace(self, first="", last="")

    @property
    def in_any_order(self) -> Asked:
        """The same, in whatever order."""
        return msgspec.structs.replace(self, order="")

    @property
    def time(self) -> Asked:
        """Nothing but the time that is asked for."""
        return Asked(first=self.first, last=self.last)


ORDERS: Final[Mapping[str, str]] = {
    "": marked("newest first"),
    "oldest": marked("oldest first"),
    "dead": marked("most killed first"),
    "sources": marked("most sources first"),
}
"""The orders of the list, as the address names them, and in words."""
NAMED: Final = ("newest", *(name for name in ORDERS if name))
"""The orders of the list, each by a name."""
Keeping = Mapping[str, Remarks]  # by incident
_NONE: Final = Remarks()
_NOTHING_KEPT: Final[Keeping] = {}


class Told(NamedTuple):
    """A figure in words, and its sides where they stand against each other."""

    words: str
    sides: list[str]


class Row(NamedTuple):
    """An incident of the list."""

    value: Outline
    days: str
    kind: str
    killed: Told | None
    injured: Told | None
    others: int  # outcomes besides those
    contested: bool
    kept: Remarks  # people's own code, tags and notes


class Choices(NamedTuple):
    """What the record has, to choose from."""

    kinds: tuple[str, ...]
    outcomes: tuple[str, ...]
    people: tuple[str, ...]
    parties: tuple[str, ...]
    grades: tuple[str, ...]
    tags: tuple[str, ...]


def choices(tally: Tally, kept: Iterable[Remarks] = ()) -> Choices:
    """Return what the filter's lists offer, sorted."""
    return Choices(
        kinds=tally.choices("kinds"),
        outcomes=tally.choices("outcomes"),
        people=tally.choices("people"),
        parties=tally.choices("parties"),
        grades=tally.choices("grades"),
        tags=tuple(sorted({t for k in kept for t in k.tags})),
    )


def filtered(
    incidents: Sequence[Outline],
    asked: Asked,
    texts: frozenset[str] = frozenset(),
    kept: Keeping = _NOTHING_KEPT,
) -> list[Outline]:
    """Return the incidents that fit everything that is asked, in their order.

    `texts` are the documents whose texts hold the words, `kept` is what people keep beside
    incidents.
    """
    tests = [(_TESTS[n], words) for n, words in asked.given.items() if n in _TESTS]
    wanted = asked.words.casefold().split()
    own = [(_KEPT[n], words) for n, words in asked.given.items() if n in _KEPT]
    return [
        i
        for i in incidents
        if all(fits(i, words) for fits, words in tests)
        and all(fits(kept.get(i.id, _NONE), words) for fits, words in own)
        and (_words(i, wanted, kept) or not texts.isdisjoint(i.accounts))
    ]


def ordered(incidents: Sequence[Outline], order: str) -> list[Outline]:
    """Return incidents in an order of ORDERS; those that it does not tell apart newest first."""
    newest = list(reversed(incidents))  # as the record has them they go by day
    match order:
        case "oldest":
            return list(incidents)
        case "dead":
            return sorted(newest, key=lambda i: -_most(i, "killed"))
        case "sources":
            return sorted(newest, key=lambda i: -i.independent_sources)
        case _:
            return newest


def row(incident: Outline, kept: Remarks | None = None) -> Row:
    """Return an incident as the list shows it."""
    main, _ = figures(incident.tolls)
    by_outcome = {f.outcome: Told(*figure_words(f)) for f in reversed(main)}
    return Row(
        value=incident,
        days=days_words(incident.first, incident.last),
        kind=kind_words(incident.event_type, incident.sub_event_type),
        killed=by_outcome.get("killed"),
        injured=by_outcome.get("injured"),
        others=len([o for o in by_outcome if o not in {"killed", "injured"}]),
        contested=is_contested(incident),
        kept=kept or _NONE,
    )


def _most(incident: Outline, outcome: str) -> int:
    """Return the highest number that any figure gives; -1 where there is none."""
    figures = (t for t in incident.tolls if t.outcome == outcome)
    return max((n for t in figures for n in (t.low, t.high) if n is not None), default=-1)


def _words(incident: Outline, wanted: Sequence[str], kept: Keeping) -> bool:
    if not wanted:
        return True
    whole = incident.words
    own = kept.get(incident.id)
    if own is not None:
        notes = [d.remark.words or "" for d in own.notes if d.remark is not None]
        whole = " ".join((whole, *own.codes, *own.tags, *notes)).casefold()
    return all(w in whole for w in wanted)


def _sources(incident: Outline, words: str) -> bool:
    return incident.independent_sources >= number(words)


def _in_box(incident: Outline, box: str) -> bool:
    """Tell whether a place lies in a part of the map; one that runs over 180 degrees too."""
    place = incident.place.value if incident.place else None
    lat, lon = getattr(place, "lat", None), getattr(place, "lon", None)
    edges = edges_of(box)
    if edges is None:
        return True  # no part of a map: it asks for nothing
    if lat is None or lon is None:
        return False
    west, south, east, north = edges
    width = min(east - west, 360.0)
    return bool(south <= lat <= north and (lon - west) % 360.0 <= width)


def _named(place: object, words: str) -> bool:
    """Tell whether the name of a place, its region or its country holds some words.

    A country goes by its name, or by its whole code: "ng" is no part of every other one.
    """
    code = getattr(place, "country", None)
    country = country_of(code)
    names = [getattr(place, n, None) for n in ("name", "admin1")]
    names.append(country.name if country is not None else None)
    return words == (code or "").casefold() or any(words in n.casefold() for n in names if n)


_TESTS: Final[Mapping[str, Callable[[Outline, str], bool]]] = {
    "first": lambda i, day: i.last is None or i.last >= day,
    "last": lambda i, day: (i.first or i.last or _EVER) <= day,
    "place": lambda i, words: any(_named(p, words.casefold()) for p in places_of(i.place)),
    "kind": lambda i, kind: kind in {i.event_type, i.sub_event_type},
    "outcome": lambda i, outcome: any(t.outcome == outcome for t in i.tolls),
    "people": lambda i, words: any(people_words(t.people) == words for t in i.tolls),
    "party": lambda i, w: any(w.casefold() in p.casefold() for p in i.parties),
    "status": lambda i, status: any(t.status == status for t in i.tolls),
    "grade": lambda i, grade: any(t.grade == grade for t in i.tolls),
    "review": lambda i, review: i.review == review,
    "sources": _sources,
    "box": _in_box,
}
_KEPT: Final[Mapping[str, Callable[[Remarks, str], bool]]] = {
    "code": lambda kept, w: any(plain(c).startswith(plain(w)) for c in kept.codes),
    "tag": lambda kept, w: plain(w) in set(map(plain, kept.tags)),
}
