"""`ucdp`: events in the 49 columns of UCDP's Georeferenced Event Dataset (docs/formats.md).

Ids and names of conflicts, dyads and actors are UCDP's to give and stay empty; `relid` is our
incident's id. Numbers of states are Gleditsch and Ward's, of the state that it was on that day.
Deaths of sides, civilians and unknown sum to `best`, or stand in none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import IO

from cenotaph.model import Figure, Incident, People, Place, Record
from cenotaph.publish import Options, Shape, led, told, violent
from cenotaph.reconcile.parties import same_side
from cenotaph.tables import Cell, Row, Scalar, comma_separated, row
from cenotaph.tables.countries import Country
from cenotaph.tables.figures import best, high, low, part, whole
from cenotaph.tables.parties import Held, is_group, is_state, party_country, responsible
from cenotaph.tables.people import Harmed, harmed
from cenotaph.tables.places import described, located
from cenotaph.tables.states import number_of_state, state_number
from cenotaph.tables.times import days, year
from cenotaph.tables.told import Source, Told, listed

SHAPE: Shape = "stream"
VIOLENT_ONLY = True
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

_WHERE = {"exact": 1, "town": 1, "near": 2, "admin2": 3, "admin1": 4, "country": 6}
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_CIVILIANS = "Civilians"
_CELLS = 720  # PRIO-GRID: half-degree cells, 720 in a row, counted from 90 S, 180 W

_Said = dict[str, Cell | Scalar]


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write a header and one line for every incident with violence, by day."""
    out.writelines(comma_separated(COLUMNS, _rows(record, options)))


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each column of each row."""
    return led(record, options, COLUMNS, _rows(record, options))


def _rows(record: Record, options: Options) -> Iterator[Row]:
    incidents, known = told(record, options)
    for incident in violent(incidents):
        killed = whole(incident, "killed")
        sides = _sides(incident, known)
        said: _Said = {
            "relid": incident.id,
            **sides,
            "gwnoa": _number(sides["side_a"], incident),
            "gwnob": _number(sides["side_b"], incident),
            **_sources(incident, known, killed),
            **located(incident, partial(_where, incident)),
            **_when(incident, known),
            **_deaths(incident, killed, sides),
            "best": best(killed),
            "high": high(killed),
            "low": low(killed),
        }
        yield row(incident.id, COLUMNS, said)


def _sides(incident: Incident, known: Told) -> dict[str, Cell]:
    """Return who fought whom; the state is side A, the one who acts against civilians too."""
    parties, people = responsible(incident), harmed(known.claims(incident))
    act = parties[0] if len(parties) == 1 else None
    kind, other = _kind(incident, act, people)
    side_a = Cell(value=act.party, claims=act.claims) if act else Cell()
    side_b = other
    if kind == _STATE_BASED and act and not is_state(act.party):
        side_a, side_b = side_b, side_a
    claims = (*side_a.claims, *side_b.claims)
    return {
        "type_of_violence": Cell(value=kind, claims=claims),
        "side_a": side_a,
        "side_b": side_b,
    }


def _kind(incident: Incident, act: Held | None, people: Harmed) -> tuple[int | None, Cell]:
    """Return the type of violence and the side that suffered it, as far as figures tell.

    Shells and bombs that hit civilians may be aimed at fighters: their type is left to UCDP.
    """
    if people.civilians and not people.combatants:
        attacked = incident.event_type == "Violence against civilians"
        civilians = Cell(value=_CIVILIANS, claims=people.civilians)
        return (_ONE_SIDED, civilians) if attacked and act else (None, Cell())
    if len(people.sides) != 1:
        return None, Cell()
    other = Cell(value=people.sides[0], claims=people.combatants)
    if act is None or incident.event_type != "Battles":
        return None, other
    both = (act.party, people.sides[0])
    if any(map(is_state, both)):
        return _STATE_BASED, other
    return (_NON_STATE if all(map(is_group, both)) else None), other


def _number(side: Cell, incident: Incident) -> Cell:
    """Return the number of a side that is a state named by its country; no group has one."""
    name = party_country(str(side.value)) if side.value else None
    number = number_of_state(name, incident.first, incident.last)
    return Cell(value=number, claims=side.claims if number is not None else ())


def _sources(incident: Incident, known: Told, killed: Figure | None) -> _Said:
    sources = known.sources(incident)
    said = known.speakers(incident, killed.claims if killed else ())
    return {
        "number_of_sources": incident.independent_sources or -1,
        "source_article": listed((_article(s), ()) for s in sources),
        "source_office": listed((s.publisher, ()) for s in sources),
        "source_date": listed((s.day, ()) for s in sources),
        "source_headline": listed((s.title, ()) for s in sources),
        "source_original": listed((s.name, (claim,)) for s, claim in said),
    }


def _article(source: Source) -> str | None:
    """Return publisher, day and headline, as GED writes them."""
    parts = (source.publisher, source.day, source.title)
    return ", ".join(filter(None, parts)) or None


def _where(incident: Incident, place: Place, country: Country | None) -> dict[str, Scalar]:
    said: dict[str, Scalar] = {
        "where_prec": _WHERE.get(place.precision),
        "where_coordinates": place.name if place.lat is not None else None,
        "where_description": described(place),
        "adm_1": place.admin1,
        "adm_2": place.name if place.precision == "admin2" else None,
        "country": country.name if country else None,
        "country_id": state_number(place.country, incident.first, incident.last),
        "region": country.ucdp_region if country else None,
    }
    if place.lat is not None and place.lon is not None:
        said |= {
            "latitude": place.lat,
            "longitude": place.lon,
            "geom_wkt": f"POINT ({place.lon} {place.lat})",
            "priogrid_gid": _cell(place.lat, place.lon),
        }
    return said


def _cell(lat: float, lon: float) -> int:
    """Return the number of the PRIO-GRID cell that holds a point."""
    line = min(int((lat + 90) * 2), 359)
    return line * _CELLS + min(int((lon + 180) * 2), _CELLS - 1) + 1


def _when(incident: Incident, known: Told) -> _Said:
    """Return days and their precision: 1 a day, 2 up to 6 days, 3 a week, 4 a month, 5 a year."""
    claims, length = known.days(incident), days(incident)
    steps = ((1, 1), (6, 2), (7, 3), (31, 4))
    precision = None if length is None else next((c for most, c in steps if length <= most), 5)
    said: dict[str, Scalar] = {
        "year": year(incident),
        "event_clarity": 2 if incident.date_precision == "range" else 1,
        "date_prec": precision,
        "date_start": incident.first,
        "date_end": incident.last,
    }
    return {column: Cell(value=value, claims=claims) for column, value in said.items()}


def _deaths(incident: Incident, killed: Figure | None, sides: dict[str, Cell]) -> _Said:
    """Return how many of `best` each side lost; the rest is unknown, all of it where parts exceed.

    A part that nobody counts is empty, not zero. Without a best figure nothing is split.
    """
    if killed is None or killed.best is None:
        return {}
    found: dict[str, Cell] = {
        "deaths_a": _fighters(incident, sides["side_a"]),
        "deaths_b": _fighters(incident, sides["side_b"]),
        "deaths_civilians": best(part(incident, "killed", People(status="civilian"))),
    }
    known = [c.value for c in found.values() if isinstance(c.value, int)]
    rest = killed.best - sum(known)
    if rest < 0:
        return {"deaths_unknown": Cell(value=killed.best, claims=killed.claims)}
    return {**found, "deaths_unknown": Cell(value=rest, claims=killed.claims)}


def _fighters(incident: Incident, side: Cell) -> Cell:
    """Return the fighters of a side who were killed, by the one figure that counts them."""
    figures = [
        f
        for f in incident.tolls
        if f.outcome == "killed"
        and f.people.bare() == People(status="combatant", side=f.people.side)
        and f.people.side is not None
        and isinstance(side.value, str)
        and same_side(f.people.side, side.value)
    ]
    return best(figures[0]) if len(figures) == 1 else Cell()
