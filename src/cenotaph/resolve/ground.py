"""The ground that the names of a text share: where most of them have a place.

"Lebanon", "Boone County" and "Zionsville" are many places each, and near one another only in
Indiana. A name says the more of where a text is, the fewer places bear it: one that thirty towns
share has one nearly everywhere.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cenotaph.model import GazetteerPlace
from cenotaph.text.spots import is_region

_COMMON: Final = 30  # places: a name of so many tells nothing
_CELL: Final = 1.0  # degree of latitude; a place lends weight to its cell and those around it

Cell = tuple[int, int]
Region = tuple[str, str | None]


class Ground(NamedTuple):
    """How much the names of a text speak for each stretch of land, and for each region."""

    names: frozenset[str]  # those that tell something, in lower case
    cells: Mapping[Cell, float]
    regions: Mapping[Region, float]
    total: float

    def near(self, place: GazetteerPlace) -> float:
        """Return what speaks for the land around a place."""
        return self.cells.get(_cell(place), 0.0)

    def across(self, place: GazetteerPlace) -> float:
        """Return what speaks for the region that a place lies in or is."""
        return self.regions.get((place.country, place.admin1_code), 0.0)


class Beat(NamedTuple):
    """What a publisher writes about, and from where."""

    ground: Ground
    country: str | None


def ground_of(found: Mapping[str, Sequence[GazetteerPlace]]) -> Ground:
    """Return the ground of some names, each given with the places that bear it.

    A name that goes on from another one ("Dublin City") is no witness of its own.
    """
    named = {name.casefold(): places for name, places in found.items()}
    weights = {
        name: weight
        for name, places in named.items()
        if (weight := telling(places)) and not _goes_on(name, named)
    }
    cells, regions = defaultdict[Cell, float](float), defaultdict[Region, float](float)
    for name, weight in weights.items():
        near = [p for p in named[name] if p.kind in {"town", "admin2"}]
        for cell in {c for p in near for c in _around(p)}:
            cells[cell] += weight
        for region in {(p.country, p.admin1_code) for p in named[name] if p.kind != "country"}:
            regions[region] += weight
    return Ground(frozenset(weights), cells, regions, sum(weights.values()))


def _goes_on(name: str, named: Container[str]) -> bool:
    words = name.split()
    return any(" ".join(words[:n]) in named for n in range(1, len(words)))


def telling(found: Sequence[GazetteerPlace]) -> float:
    """Return how much a name tells of where a text is, 0 to 1.2: countries and states nothing.

    The logarithm of how much likelier the name is on its own ground than by chance on another.
    """
    if not found or len(found) >= _COMMON - 1:
        return 0.0
    if any(p.kind == "country" or is_region(p, found) for p in found[:3]):
        return 0.0
    return math.log10(_COMMON / (len(found) + 1))


def _cell(place: GazetteerPlace) -> Cell:
    row = math.floor(place.lat / _CELL)
    return row, _column(place.lon, row)


def _column(lon: float, row: int) -> int:
    """Return the column of a row: all cells are about as wide as they are high."""
    width = _CELL / max(math.cos(math.radians((row + 0.5) * _CELL)), 0.05)
    return math.floor(lon / width)


def _around(place: GazetteerPlace) -> Iterator[Cell]:
    middle = math.floor(place.lat / _CELL)
    for row in (middle - 1, middle, middle + 1):
        column = _column(place.lon, row)
        yield from ((row, column - 1), (row, column), (row, column + 1))
