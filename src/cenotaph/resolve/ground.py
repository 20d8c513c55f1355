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
_AHEAD: Final = 0.3  # share by which a publisher's region leads
_CELL: Final = 1.0  # degree of latitude; a place lends weight to its cell and those around it

Cell = tuple[int, int]
Region = tuple[str, str | None]

_NOWHERE: Final = (0, 0)


class Ground(NamedTuple):
    """How much the names of a text speak for each stretch of land, and for each region."""

    names: frozenset[str]  # those that tell something, in lower case
    cells: Mapping[Cell, float]
    regions: Mapping[Region, float]
    total: float
    called: Mapping[Region, str]  # the regions' own names

    def spoken(self, asked: Asked) -> float:
        """Return what speaks for a place's land or region, but for the name's own share."""
        own = asked.own if asked.name in self.names else 0.0
        across = _ACROSS * (self.regions.get(asked.region, 0.0) - own)
        near = self.cells.get(asked.cell, 0.0) - own if asked.town else 0.0
        return max(near, across, 0.0)

    def lead(self, region: Region) -> float:
        """Return how far one region is ahead of all others, as a share of what is told; or less."""
        others = max((w for r, w in self.regions.items() if r != region), default=0.0)
        return (self.regions.get(region, 0.0) - others) / self.total if self.total else 0.0


class Asked(NamedTuple):
    """What a reading of a name asks of a beat; without a name: whether it is of a region."""

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
        if not asked.name:
            return round(self.ground.lead(asked.region) * _STEPS) / _STEPS
        if self.ground.total <= asked.own:
            return 0.0
        share = self.ground.spoken(asked) / (self.ground.total - asked.own)
        return round(share * _STEPS) / _STEPS


class Listened:
    """A beat that remembers what it was asked, and what it answered."""

    def __init__(self, beat: Beat) -> None:
        self._beat = beat
        self.ground = beat.ground
        self.country = beat.country
        self.answers: dict[Asked, float] = {}

    def answer(self, asked: Asked) -> float:
        """Return what the beat answers."""
        found = self.answers.get(asked)
        if found is None:
            found = self.answers[asked] = self._beat.answer(asked)
        return found


def home_of(beat: Beat | Listened) -> tuple[Region, str] | None:
    """Return the region that a publisher writes of, and its name, where one is far ahead."""
    regions = beat.ground.regions
    first = min(regions, key=lambda r: (-regions[r], r[0], r[1] or ""), default=("", None))
    ahead = beat.answer(Asked("", _NOWHERE, first, town=False, own=0.0)) >= _AHEAD
    return (first, beat.ground.called[first]) if ahead and first in beat.ground.called else None


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
    called = dict[Region, str]()
    for name, weight in weights.items():
        near = [p for p in named[name] if p.kind in {"town", "admin2"}]
        for cell in {c for p in near for c in _around(p)}:
            cells[cell] += weight
        for region in {(p.country, p.admin1_code) for p in named[name] if p.kind != "country"}:
            regions[region] += weight
        called |= {(p.country, p.admin1_code): p.admin1 for p in named[name] if p.admin1}
    return Ground(frozenset(weights), cells, regions, sum(weights.values()), called)


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
