"""`ibc`: incidents in the columns of Iraq Body Count: deaths and injuries from minimum to maximum.

Rows stand in the order of the record, which the sidecar numbers: the format has no id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from cenotaph.model import WITHHELD, Incident, Place, Record
from cenotaph.publish import Options, Shape, led, told, violent
from cenotaph.tables import Cell, Row, Scalar, comma_separated, row
from cenotaph.tables.countries import country_of
from cenotaph.tables.figures import high, low, whole
from cenotaph.tables.parties import held
from cenotaph.tables.places import described
from cenotaph.tables.times import interval
from cenotaph.tables.told import Told, listed

SHAPE: Shape = "stream"
VIOLENT_ONLY = True
COLUMNS = (
    "Date", "Time", "Place", "Target", "Min deaths", "Max deaths", "Min injuries", "Max injuries",
    "Weapons", "Killers", "Media sources", "Primary witnesses",
)  # fmt: skip
_WITNESSES = {"witness", "medic", "official", "ngo", "unnamed"}  # who saw, treated or recorded it


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write a header and one line for every incident with violence, by day."""
    out.writelines(comma_separated(COLUMNS, _rows(record, options)))


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each column of each row."""
    return led(record, options, COLUMNS, _rows(record, options))


def _rows(record: Record, options: Options) -> Iterator[Row]:
    incidents, known = told(record, options)
    for incident in violent(incidents):
        killed, injured = whole(incident, "killed"), whole(incident, "injured")
        said: dict[str, Cell | Scalar] = {
            "Date": Cell(value=interval(incident), claims=known.days(incident)),
            "Time": known.hours(incident),
            "Place": _place(incident),
            "Target": listed((a.value.name, a.claims) for a in incident.targets),
            "Min deaths": low(killed),
            "Max deaths": high(killed),
            "Min injuries": low(injured),
            "Max injuries": high(injured),
            "Weapons": listed((a.value.name, a.claims) for a in incident.weapons),
            "Killers": listed((h.words, h.claims) for h in held(incident) if h.is_held),
            "Media sources": listed((s.publisher, ()) for s in known.sources(incident)),
            "Primary witnesses": _witnesses(incident, known),
        }
        yield row(incident.id, COLUMNS, said)


def _place(incident: Incident) -> Cell:
    """Return the place with its region and country: "12 km south of Sumy, Sumska, Ukraine"."""
    found = incident.place
    if found is None or not isinstance(found.value, Place):
        return Cell()
    place, country = found.value, country_of(found.value.country)
    named = described(place)
    words = dict.fromkeys(filter(None, (named, place.admin1, country.name if country else None)))
    return Cell(value=", ".join(words), claims=found.claims)


def _witnesses(incident: Incident, known: Told) -> Cell:
    """Return who gives the figures of the dead and injured and is no party and no paper."""
    figures = [f for f in incident.tolls if f.outcome in {"killed", "injured"}]
    said = known.speakers(incident, (c for f in figures for c in f.claims))
    # A withheld name gives way to what its bearer is.
    named = ((s.role if WITHHELD in s.name else s.name, s, claim) for s, claim in said)
    return listed((words, (claim,)) for words, s, claim in named if s.role in _WITNESSES)
