"""The ground that the names of a text share: where most of them have a place.

"Lebanon", "Boone County" and "Zionsville" are many places each, and near one another only in
Indiana. A name says the more of where a text is, the fewer places bear it: one that thirty towns
share has one nearly everywhere.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from cenotaph.model import GazetteerPlace
from cenotaph.text.spots import is_region

_COMMON: Final = 30  # places: a name of so many tells nothing
_ACROSS: Final = 0.7  # a region's worth beside that of the land around
_STEPS: Final = 32  # of a share; coarser ones lose places, finer ones change with every account
_CELL: Final = 1.0  # degree of latitude; a place lends weight to its cell and those around it

Cell = tuple[int, int]
Region = tuple[str, str | None]


class Ground(NamedTuple):
    """How much the names of a text speak for each stretch of land, and for each region."""

    names: frozenset[str]  # those that tell something, in lower case
    cells: Mapping[Cell, float]
    regions: Mapping[Region, float]
    total: float

    def spoken(self, asked: Asked) -> float:
        """Return what speaks for a place's land or region, but for the name's own share."""
        own = asked.own if asked.name in self.names else 0.0
        across = _ACROSS * (self.regions.get(asked.region, 0.0) - own)
        near = self.cells.get(asked.cell, 0.0) - own if asked.town else 0.0
        return max(near, across, 0.0)


class Asked(NamedTuple):
    """What a reading of a name asks of a beat."""

    name: str  # in lower case
    cell: Cell
    region: Region
    town: bool  # or county: it has land around it
    own: float  # what the name itself tells


class Beat(NamedTuple):
    """What a publisher writes about, and from where."""

    ground: Ground
    country: str | None

    def answer(self, asked: Asked) -> float:
        """Return the share of the beat that speaks for a reading, 0 to 1.

        In steps, so that one more account of a publisher seldom changes what the others mean.
        """
        if self.ground.total <= asked.own:
            return 0.0
        share = self.ground.spoken(asked) / (self.ground.total - asked.own)
        return round(share * _STEPS) / _STEPS


class Listened:
    """A beat that remembers what it was asked, and what it answered."""

    def __init__(self, beat: Beat) -> None:
        self._beat = beat
        self.country = beat.country
        self.answers: dict[Asked, float] = {}

    def answer(self, asked: Asked) -> float:
        """Return what the beat answers."""
        found = self.answers.get(asked)
        if found is None:
            found = self.answers[asked] = self._beat.answer(asked)
        return found


def asked_of(place: GazetteerPlace, name: str, own: float) -> Asked:
    """Return what a reading of a name asks."""
    region = (place.country, place.admin1_code)
    return Asked(name.casefold(), _cell(place), region, place.kind != "admin1", own)


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
    return math.floor(lon / _width(row))


@cache
def _width(row: int) -> float:
    """Return how wide the cells of a row are: about as wide as high."""
    return _CELL / max(math.cos(math.radians((row + 0.5) * _CELL)), 0.05)


def _around(place: GazetteerPlace) -> Iterator[Cell]:
    middle = math.floor(place.lat / _CELL)
    for row in (middle - 1, middle, middle + 1):
        column = _column(place.lon, row)
        yield from ((row, column - 1), (row, column), (row, column + 1))
