"""`hxl`: incidents for OCHA and whoever reads the Humanitarian Exchange Language: tags under names.

`#country+code` is ISO 3166-1 alpha-3. Women, men, children and adults have columns of their own
after the others; they are parts of the whole, as far as accounts count them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import IO, Literal

from cenotaph.model import Incident, People, Place, Record
from cenotaph.publish import Options, Shape, led, told
from cenotaph.tables import Cell, Row, Scalar, comma_separated, row
from cenotaph.tables.countries import Country
from cenotaph.tables.figures import high, low, notes, part, whole
from cenotaph.tables.places import located
from cenotaph.tables.told import Told, listed

SHAPE: Shape = "stream"

_Outcome = Literal["killed", "injured"]
_OUTCOMES: tuple[_Outcome, ...] = ("killed", "injured")
_PARTS = {
    "f": People(sex="f"),
    "m": People(sex="m"),
    "children": People(age="children"),
    "adults": People(age="adults"),
}
_POINTS = {"exact", "town", "near"}  # a region's middle would be taken for the spot
_NAMES = {
    "#event+id": "Id",
    "#event+type": "Type of event",
    "#date+start": "First day",
    "#date+end": "Last day",
    "#country+name": "Country",
    "#country+code": "Country code",
    "#adm1+name": "Region",
    "#loc+name": "Place",
    "#geo+lat": "Latitude",
    "#geo+lon": "Longitude",
    "#affected+killed+min": "Killed, at least",
    "#affected+killed+max": "Killed, at most",
    "#affected+injured+min": "Injured, at least",
    "#affected+injured+max": "Injured, at most",
    "#meta+source": "Sources",
    "#description": "Description",
    **{
        f"#affected+{outcome}+{who}+{bound}": f"{outcome.capitalize()}, {words}, {most}"
        for outcome, (who, words), (bound, most) in product(
            _OUTCOMES,
            {"f": "female", "m": "male", "children": "children", "adults": "adults"}.items(),
            {"min": "at least", "max": "at most"}.items(),
        )
    },
}
COLUMNS = tuple(_NAMES)  # the tags; the names stand above them


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the names, the tags and one line for every incident, by day."""
    names = row("", COLUMNS, _NAMES)
    header, *_ = comma_separated([str(c.value) for c in names.cells], ())
    out.write(header)
    out.writelines(comma_separated(COLUMNS, _rows(record, options)))


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each column of each row."""
    return led(record, options, COLUMNS, _rows(record, options))


def _rows(record: Record, options: Options) -> Iterator[Row]:
    incidents, known = told(record, options)
    for incident in incidents:
        days = known.days(incident)
        said: dict[str, Cell | Scalar] = {
            "#event+id": incident.id,
            "#event+type": incident.event_type,
            "#date+start": Cell(value=incident.first, claims=days),
            "#date+end": Cell(value=incident.last, claims=days),
            **located(incident, _where),
            **_counts(incident),
            "#meta+source": _sources(incident, known),
            "#description": notes(incident),
        }
        yield row(incident.id, COLUMNS, said)


def _where(place: Place, country: Country | None) -> dict[str, Scalar]:
    said: dict[str, Scalar] = {
        "#country+name": country.name if country else None,
        "#country+code": country.alpha3 if country else None,
        "#adm1+name": place.admin1,
        "#loc+name": place.name,
        "#geo+lat": place.lat if place.precision in _POINTS else None,
        "#geo+lon": place.lon if place.precision in _POINTS else None,
    }
    return said


def _counts(incident: Incident) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for outcome in _OUTCOMES:
        figure = whole(incident, outcome)
        found[f"#affected+{outcome}+min"] = low(figure)
        found[f"#affected+{outcome}+max"] = high(figure)
        for who, people in _PARTS.items():
            figure = part(incident, outcome, people)
            found[f"#affected+{outcome}+{who}+min"] = low(figure)
            found[f"#affected+{outcome}+{who}+max"] = high(figure)
    return found


def _sources(incident: Incident, known: Told) -> Cell:
    return listed((s.publisher, ()) for s in known.sources(incident))
