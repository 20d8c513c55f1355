"""Profiles -> outlines: numbers by which what two tellings agree in can be bounded, many at a time.

Of sets only so much is kept that those without a bit in common have no member in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import cos, inf, log2, radians
from typing import NamedTuple, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cenotaph.link.bags import Bags, Floats, Places
from cenotaph.link.profile import Profile, Range

N = TypeVar("N", bound=np.generic)
Sets = NDArray[np.uint64]

NEVER = -(10.0**9)  # stands for a day that is not told
INTERVALS = 3  # of days that are kept
_FLOATS = (
    *(f"{end} {n}" for n in range(INTERVALS) for end in ("first", "last")),
    "intervals", "open", "sure", "hours", "published", "document", "table", "points",
    *(f"{side}{of}" for of in ("", " beside") for side in ("south", "north", "west", "east",
                                                            "narrow")),
    "beside",
    "killed", "killed_most", "killed_log", "injured", "injured_most", "injured_log",
    "length", "words",
)  # fmt: skip
_SETS = (
    "places", "around", "names", "little_known", "regions", "countries", "streets", "targets",
    "weapons", "parties", "victims", "suspects", "persons", "ages", "victims_ages", "heard",
)  # fmt: skip
_FLOAT_AT = {name: n for n, name in enumerate(_FLOATS)}
_SET_AT = {name: n for n, name in enumerate(_SETS)}
_ROOM = 256
_NUMBERS = (1 << 20) - 1  # members that go by one number are taken for one
_COUNTED = ("heard", "persons", "surnames")  # members that are kept, to be counted
ONE_PLACE, AROUND = 1, 2  # one point and no other; else: 0 for none


class Outlines:
    """The outlines of some profiles, by the order in which they were added."""

    def __init__(self) -> None:
        self.count = 0
        self._floats: Floats = np.zeros((len(_FLOATS), _ROOM))
        self._sets: Sets = np.zeros((len(_SETS), _ROOM), np.uint64)
        self._known: dict[str, int] = {}  # words, numbered
        self._bags = Bags()
        self._listed = {name: Bags() for name in _COUNTED}
        self._sources: dict[str, int] = {}  # documents and tables, numbered

    def add(self, profile: Profile) -> int:
        """Take in a profile and return its place."""
        at = self.count
        if at == self._floats.shape[1]:
            self._floats = np.concatenate((self._floats, np.zeros_like(self._floats)), axis=1)
            self._sets = np.concatenate((self._sets, np.zeros_like(self._sets)), axis=1)
        self._floats[:, at] = _floats(profile, self._told_by(profile))
        self._sets[:, at] = [_bits_of(s) for s in _sets(profile)]
        known = self._known
        self._bags.add({known.setdefault(w, len(known)): b for w, b in profile.words.items()})
        surnames = {last for _, last in profile.persons}
        listed = (profile.names | profile.towns, profile.persons, surnames)
        for name, members in zip(_COUNTED, listed, strict=True):
            self._listed[name].add(Counter(map(_number, members)))
        self.count += 1
        return at

    def _told_by(self, profile: Profile) -> list[float]:
        """Return numbers of the document and of the table that a telling is of; -1 for no table."""
        known, table = self._sources, profile.table
        document = known.setdefault(profile.telling.document, len(known))
        return [document, -1 if table is None else known.setdefault(f"table {table}", len(known))]

    def some(self, places: Places) -> Some:
        """Return what is told in some of them, each as one array."""
        floats = _Taken(self._floats, _FLOAT_AT, places)
        return Some(floats, _Taken(self._sets, _SET_AT, places), places)

    def shared(self, ones: Places, others: Places) -> Floats:
        """Return, for each pair, the products of the bits of the words that both have, summed up.

        Pairs of one telling stand together.
        """
        return self._bags.products(ones, others)

    def in_common(self, name: str, ones: Places, others: Places) -> Floats:
        """Return how many of these, by name, the two of each pair have in common, or more.

        Pairs of one telling stand together.
        """
        return self._listed[name].products(ones, others)


class _Taken(dict[str, NDArray[N]]):
    """Values of some tellings by name; each is taken out when it is first asked for."""

    def __init__(self, values: NDArray[N], at: Mapping[str, int], places: Places) -> None:
        super().__init__()
        self._values, self._at, self._places = values, at, places

    def __missing__(self, name: str) -> NDArray[N]:
        found: NDArray[N] = self._values[self._at[name]][self._places]
        self[name] = found
        return found


class Some(NamedTuple):
    """What is told in some tellings: floats and sets by name."""

    floats: Mapping[str, Floats]
    sets: Mapping[str, Sets]
    places: Places


def _floats(p: Profile, told_by: list[float]) -> list[float]:
    return [
        *_days(p),
        p.sure,
        len(p.hours),
        NEVER if p.published is None else p.published,
        *told_by,
        0 if not p.points else ONE_PLACE if len(p.points) == 1 and not p.only_near else AROUND,
        *_box(p.points), *_box(p.beside),
        len(p.beside),
        *_range(p.killed), *_range(p.injured),
        p.length, len(p.words),
    ]  # fmt: skip


def _box(points: Sequence[tuple[float, float]]) -> list[float]:
    """Return the bounds of some points, and how much narrower a degree is at the narrowest."""
    lats, lons = [y for y, _ in points] or [0.0], [x for _, x in points] or [0.0]
    return [min(lats), max(lats), min(lons), max(lons), min(cos(radians(y)) for y in lats)]


def _days(p: Profile) -> list[float]:
    """Return the first and last days of the first intervals, how many, and whether one is open."""
    ends = [NEVER if day is None else day for interval in p.days[:INTERVALS] for day in interval]
    none = [NEVER] * (2 * INTERVALS - len(ends))
    return [*ends, *none, len(p.days), any(first is None for first, _ in p.days)]


def _range(told: Range | None) -> tuple[float, float, float]:
    """Return a figure's least and most, and the least by factors of two; -1 for none."""
    if told is None:
        return -1.0, -1.0, 0.0
    return told[0], inf if told[1] is None else told[1], log2(1 + told[0])


def _sets(p: Profile) -> Iterable[Iterable[object]]:
    surnames = ({last for _, last in one} for one in (p.victims, p.suspects, p.persons))
    return (
        p.names_of_places, p.around, p.names, p.little_known, p.regions, p.countries, p.streets,
        p.targets, p.weapons, p.parties, *surnames, p.ages, p.victims_ages,
        p.names | p.towns,
    )  # fmt: skip


def _bits_of(members: Iterable[object]) -> int:
    found = 0
    for member in members:
        found |= 1 << (_number(member) & 63)
    return found


def _number(member: object) -> int:
    return crc32(str(member).encode("utf-8", "surrogatepass")) & _NUMBERS
