"""A record -> the sheets of a workbook, each with its columns and rows, for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from cenotaph.model import (
    Figure,
    Incident,
    People,
    Place,
    Series,
    Value,
    people_words,
)
from cenotaph.model.base import SUMMED
from cenotaph.tables.cells import Cell, Row, Scalar, row
from cenotaph.tables.countries import Country, country_of
from cenotaph.tables.figures import best, high, low, whole
from cenotaph.tables.parties import held
from cenotaph.tables.places import described, located
from cenotaph.tables.told import Told, listed


class Sheet(Value):
    """A sheet: its name, its columns' names and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


INCIDENTS = (
    "id", "title", "event type", "finer type", "first day", "last day", "day is", "place",
    "place is", "region", "country", "latitude", "longitude",
    *(f"{o} {part}" for o in SUMMED for part in ("at least", "at most", "best", "status")),
    "targets", "weapons", "held responsible", "contested", "publishers", "independent sources",
    "checked by a person",
)  # fmt: skip
TOLLS = (
    "incident", "title", "outcome", "people", "status of people", "side", "age", "sex", "roles",
    "at least", "at most", "best", "about", "word", "status", "grade", "independent sources",
    "notes",
)  # fmt: skip
RESPONSIBILITY = ("incident", "title", "party", "stance", "who says so")
CONFLICTS = ("incident", "title", "kind", "what differs")
TOTALS = (
    "id", "place", "country", "outcome", "people", "at least", "at most", "about", "scope", "since",
    "as of", "who says so", "status", "independent sources",
)  # fmt: skip


def of_incidents(incidents: Sequence[Incident], known: Told) -> Iterator[Sheet]:
    """Yield the sheets that incidents fill: one row an incident, figure, party, conflict."""
    yield _sheet("Incidents", INCIDENTS, ((i, [_incident(i, known)]) for i in incidents))
    yield _sheet("Tolls", TOLLS, ((i, map(_toll, i.tolls)) for i in incidents))
    yield _sheet("Responsibility", RESPONSIBILITY, ((i, _blames(i)) for i in incidents))
    yield _sheet("Conflicts", CONFLICTS, ((i, _conflicts(i)) for i in incidents))


def of_series(series: Iterable[Series]) -> Sheet:
    """Return the sheet of the figures that are no incident's."""
    rows = tuple(row(s.id, TOTALS, _total(s)) for s in series)
    return Sheet(name="Running totals", columns=TOTALS, rows=rows)


def of_rows(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Sheet:
    """Return a sheet of the contract's rows, of plain values."""
    made = (
        row(str(n), columns, {c: cast("Scalar", told.get(c)) for c in columns})
        for n, told in enumerate(rows, 1)
    )
    return Sheet(name=name, columns=tuple(columns), rows=tuple(made))


_Said = dict[str, Cell | Scalar]


def _sheet(
    name: str, columns: tuple[str, ...], told: Iterable[tuple[Incident, Iterable[_Said]]]
) -> Sheet:
    rows: list[Row] = []
    for incident, every in told:
        own = {"incident": incident.id, "title": incident.title}
        kept = {c: v for c, v in own.items() if c in columns}
        rows.extend(row(incident.id, columns, {**kept, **said}) for said in every)
    return Sheet(name=name, columns=columns, rows=tuple(rows))


def _incident(incident: Incident, known: Told) -> _Said:
    days = known.days(incident)
    tolls: _Said = {}
    for outcome in SUMMED:
        figure = whole(incident, outcome)
        tolls[f"{outcome} at least"], tolls[f"{outcome} at most"] = low(figure), high(figure)
        tolls[f"{outcome} best"] = best(figure)
        tolls[f"{outcome} status"] = figure.status if figure else None
    return {
        "id": incident.id,
        "event type": incident.event_type,
        "finer type": incident.sub_event_type,
        "first day": Cell(value=incident.first, claims=days),
        "last day": Cell(value=incident.last, claims=days),
        "day is": incident.date_precision,
        **located(incident, _place),
        **tolls,
        "targets": listed((a.value.name, a.claims) for a in incident.targets),
        "weapons": listed((a.value.name, a.claims) for a in incident.weapons),
        "held responsible": listed((h.words, h.claims) for h in held(incident) if h.is_held),
        "contested": listed((c.kind, c.claims) for c in incident.conflicts),
        "publishers": listed((s.publisher, ()) for s in known.sources(incident)),
        "independent sources": incident.independent_sources,
        "checked by a person": _CHECKED[incident.review],
    }


_CHECKED = {"machine": "no", "partly": "in part", "reviewed": "yes", "withheld": "withheld"}


def _place(place: Place, country: Country | None) -> dict[str, Scalar]:
    said: dict[str, Scalar] = {
        "place": described(place),
        "place is": place.precision,
        "region": place.admin1,
        "country": country.name if country else None,
        "latitude": place.lat,
        "longitude": place.lon,
    }
    return said


def _toll(figure: Figure) -> _Said:
    people = figure.people
    return {
        "outcome": figure.outcome,
        "people": _people(people),
        "status of people": None if people.status == "unknown" else people.status,
        "side": people.side,
        "age": people.age,
        "sex": people.sex,
        "roles": "; ".join(people.roles) or None,
        "at least": low(figure),
        "at most": high(figure),
        "best": best(figure),
        "about": "about" if figure.approximate else None,
        "word": figure.vague,
        "status": figure.status,
        "grade": figure.grade,
        "independent sources": figure.sources,
        "notes": "; ".join(figure.notes) or None,
    }


def _people(people: People) -> str:
    return people_words(people) or "all"


def _blames(incident: Incident) -> Iterator[_Said]:
    for blame in incident.responsibility:
        yield {
            "party": Cell(value=blame.party, claims=blame.claims),
            "stance": Cell(value=blame.stance, claims=blame.claims),
            "who says so": blame.speaker or "the accounts",
        }


def _conflicts(incident: Incident) -> Iterator[_Said]:
    for conflict in incident.conflicts:
        yield {
            "kind": conflict.kind,
            "what differs": Cell(value=conflict.text, claims=conflict.claims),
        }


def _total(series: Series) -> _Said:
    place: Any = series.place.value if series.place else None
    country = country_of(place.country) if isinstance(place, Place) else None
    return {
        "id": series.id,
        "place": place.name if place else None,
        "country": country.name if country else None,
        "outcome": series.outcome,
        "people": _people(series.people),
        "at least": Cell(value=series.low, claims=series.claims),
        "at most": Cell(value=series.high, claims=series.claims),
        "about": "about" if series.approximate else None,
        "scope": series.scope,
        "since": series.since,
        "as of": series.as_of,
        "who says so": series.speaker or "the accounts",
        "status": series.status,
        "independent sources": series.sources,
    }
