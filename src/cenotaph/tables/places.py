"""An incident's place -> the cells of a table that tell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cenotaph.model import Incident, Place
from cenotaph.tables.cells import Cell, Scalar
from cenotaph.tables.countries import Country, country_of

Columns = Callable[[Place, Country | None], Mapping[str, Scalar]]


def located(incident: Incident, columns: Columns) -> dict[str, Cell]:
    """Return what a table's columns say of the place, each led to the claims of the place.

    `columns` gives the values by column; nothing is said of an incident without a place.
    """
    found = incident.place
    if found is None or not isinstance(found.value, Place):
        return {}
    said = columns(found.value, country_of(found.value.country))
    return {column: Cell(value=value, claims=found.claims) for column, value in said.items()}


def described(place: Place) -> str:
    """Return a place's name with what was said before it: "12 km south of Tarsk"."""
    return " ".join(filter(None, (place.relation, place.name)))
