"""`acled`: events in ACLED's 31 columns, for those who work with that data (docs/formats.md).

What its codes cannot say stands in `notes`: every figure with its range, who blames and denies,
what is contested, the policy, and whether a person checked it. Where no policy chose one figure
`fatalities` is empty; it is never zero for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from cenotaph.model import Incident, Place, Record
from cenotaph.publish import Options, Shape, led, told, violent
from cenotaph.tables import Cell, Row, Scalar, comma_separated, row
from cenotaph.tables.countries import Country, country_of
from cenotaph.tables.figures import best, notes, whole
from cenotaph.tables.parties import (
    CIVILIANS,
    PROTESTERS,
    Held,
    home_of,
    kind_of_party,
    responsible,
)
from cenotaph.tables.people import Harmed, harmed
from cenotaph.tables.places import located
from cenotaph.tables.times import days, year
from cenotaph.tables.told import Source, Told, listed

SHAPE: Shape = "stream"
VIOLENT_ONLY = True
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip

_GEO = {"exact": 1, "town": 1, "near": 2, "admin2": 2, "admin1": 3}
_OTHER_SCALE = {"official", "party", "ngo", "medical", "interview", "list"}
_DEMONSTRATIONS = "Demonstrations"
_POLITICAL = "Political violence"

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
        said: _Said = {
            "event_id_cnty": incident.id,
            **_when(incident, known),
            "disorder_type": _disorder(incident),
            "event_type": incident.event_type,
            "sub_event_type": incident.sub_event_type,
            **_actors(incident, known),
            **located(incident, _where),
            "source": listed((s.publisher, ()) for s in known.sources(incident)),
            "source_scale": _scale(known.sources(incident)),
            "notes": notes(incident, *_unchosen(incident)),
            "fatalities": best(whole(incident, "killed")),
        }
        yield row(incident.id, COLUMNS, said)


def _when(incident: Incident, known: Told) -> _Said:
    """Return the first day of a day, a week or a month; longer spans have no code, so no day."""
    claims, length = known.days(incident), days(incident)
    precision = next(
        (code for most, code in ((1, 1), (7, 2), (31, 3)) if (length or 99) <= most), 0
    )
    return {
        "event_date": Cell(value=incident.first if precision else None, claims=claims),
        "year": Cell(value=year(incident), claims=claims),
        "time_precision": Cell(value=precision or None, claims=claims),
    }


def _disorder(incident: Incident) -> str | None:
    match incident.event_type, incident.sub_event_type:
        case "Protests", "Excessive force against protesters":
            return f"{_POLITICAL}; {_DEMONSTRATIONS}"
        case ("Protests", _) | ("Riots", "Violent demonstration"):
            return _DEMONSTRATIONS
        case "Riots", None:
            return None  # a mob's is political violence, a demonstration's is not
        case "Strategic developments", _:
            return "Strategic developments"
        case _:
            return _POLITICAL


def _unchosen(incident: Incident) -> list[str]:
    killed = whole(incident, "killed")
    if killed is None or killed.best is not None:
        return []
    return [f"No one number of fatalities under policy {incident.policy}"]


def _actors(incident: Incident, known: Told) -> _Said:
    country = country_of(home_of(incident))
    parties, people = responsible(incident), harmed(known.claims(incident))
    said = {**_first(parties, country), **_second(incident, people, country)}
    inter = [c.value for c in (said["inter1"], said["inter2"]) if isinstance(c, Cell)]
    codes = sorted(code for code in inter if isinstance(code, int))
    civilian = people.civilians and not people.combatants
    return {
        **said,
        "interaction": int("".join(map(str, codes))) if len(codes) == 2 else None,
        "civilian_targeting": Cell(
            value="Civilian targeting" if civilian else None, claims=people.civilians
        ),
    }


def _first(parties: tuple[Held, ...], country: Country | None) -> _Said:
    """Return those held responsible; nobody where they contradict each other (see `notes`)."""
    if not parties:
        return {"actor1": None, "assoc_actor_1": None, "inter1": None}
    first, *others = parties
    code = kind_of_party(first.party, country.name if country else None)
    return {
        "actor1": Cell(value=first.party, claims=first.claims),
        "assoc_actor_1": listed((h.party, h.claims) for h in others),
        "inter1": Cell(value=code, claims=first.claims),
    }


def _second(incident: Incident, people: Harmed, country: Country | None) -> _Said:
    """Return those who were attacked, where figures say who they were."""
    where = f" ({country.name})" if country else ""
    code: int | None
    if incident.event_type == "Protests":
        name, code, claims = f"Protesters{where}", PROTESTERS, people.civilians
    elif people.civilians:
        name, code, claims = f"Civilians{where}", CIVILIANS, people.civilians
    elif len(people.sides) == 1:
        name, claims = people.sides[0], people.combatants
        code = kind_of_party(name, country.name if country else None)
    else:
        return {"actor2": None, "assoc_actor_2": None, "inter2": None}
    groups = [f"{group}{where}" for group in people.groups] if code == CIVILIANS else []
    return {
        "actor2": Cell(value=name, claims=claims),
        "assoc_actor_2": Cell(value="; ".join(groups) or None, claims=claims),
        "inter2": Cell(value=code, claims=claims),
    }


def _where(place: Place, country: Country | None) -> dict[str, Scalar]:
    """Return the place; without a point where it is only known to be in a country."""
    fine = place.precision in _GEO
    said: dict[str, Scalar] = {
        "admin1": place.admin1,
        "admin2": place.name if place.precision == "admin2" else None,
        "location": place.name,
        "latitude": place.lat if fine else None,
        "longitude": place.lon if fine else None,
        "geo_precision": _GEO.get(place.precision),
    }
    if country is not None:
        said |= {
            "iso": country.numeric,
            "region": country.acled_region,
            "country": country.name,
        }
    return said


def _scale(sources: tuple[Source, ...]) -> str | None:
    """Return ACLED's word where every source's kind gives it: how far news reaches, none tells."""
    kinds = {s.kind for s in sources}
    if not kinds or not kinds <= {"social", *_OTHER_SCALE}:
        return None
    new, other = "social" in kinds, bool(kinds & _OTHER_SCALE)
    return "Other-New media" if new and other else "New media" if new else "Other"
