"""New tellings -> which of all tellings each is joined with: by keys, then bounds, then bits."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np

from cenotaph.growth.saying import key_numbers, profile_of
from cenotaph.growth.sharing import Numbers, Pairs, Sharing, in_lots
from cenotaph.link import LEAST, Bound, Outlines, Profile, bits
from cenotaph.link.weights import Weights
from cenotaph.store import Standing

_PROFILES = 20_000  # in memory at once
_ROOM = 1024
_PAIRS = 20_000  # bounded at once
_JOINS = 200_000  # kept at once


def compare(standing: Standing, tellings: Collection[int], weights: Weights | None) -> None:
    """Keep the keys of new tellings, and what each is joined with."""
    known = _Known(standing, weights)
    order = standing.joined.in_order(tellings)  # so that those that meet are near one another
    keys = Sharing([known.take_in(n) for n in order])
    numbers = np.array(order, np.int64)
    standing.joined.join(list(known.joined(_older(standing, known, keys, order))))
    standing.joined.add_keys(keys.rows(numbers))
    rest = known.joined((numbers[ones], numbers[others]) for ones, others in keys.pairs(_PAIRS))
    while part := list(islice(rest, _JOINS)):
        standing.joined.join(part)


def _older(
    standing: Standing, known: _Known, keys: Sharing, order: Sequence[int]
) -> Iterator[Pairs]:
    """Yield the pairs of a new telling and one that was there."""
    if not standing.joined.has_keys():
        return
    for place, n in enumerate(order):
        others = standing.joined.sharing(keys.of(place))
        known.take_in_all(others)
        yield np.full(len(others), n), np.array(sorted(others), np.int64)


class _Known:
    """Tellings whose profiles are at hand, and their outlines."""

    def __init__(self, standing: Standing, weights: Weights | None) -> None:
        self._standing, self._weights = standing, weights
        self._outlines = Outlines()
        self._bound = Bound(self._outlines, weights)
        self._place: Numbers = np.full(_ROOM, -1)  # of the outline of each telling; -1 for none
        self._profile = lru_cache(maxsize=_PROFILES)(self._read)

    def take_in(self, telling: int) -> array[int]:
        """Make an outline of a telling and return its keys."""
        profile = self._profile(telling)
        self._set_place(telling, profile)
        return array("q", key_numbers(profile))

    def take_in_all(self, tellings: Collection[int]) -> None:
        """Make outlines of those tellings that have none."""
        room = len(self._place)
        fresh = [n for n in tellings if n >= room or self._place[n] < 0]
        for row in self._standing.joined.numbered(fresh):
            self._set_place(row.n, profile_of(row.profile))

    def _set_place(self, telling: int, profile: Profile) -> None:
        while telling >= len(self._place):
            self._place = np.concatenate((self._place, np.full_like(self._place, -1)))
        self._place[telling] = self._outlines.add(profile)

    def joined(self, pairs: Iterable[Pairs]) -> Iterator[tuple[int, int, float]]:
        """Yield those pairs of tellings that something speaks for, with their bits."""
        for ones, others in in_lots(pairs, _PAIRS):
            near = self._bound.reaching(self._place[ones], self._place[others], LEAST)
            for n, other in zip(ones[near].tolist(), others[near].tolist(), strict=True):
                one, two = self._profile(n), self._profile(other)
                if one.telling.document == two.telling.document:
                    continue
                first, second = (one, two) if one.order <= two.order else (two, one)
                worth = bits(first, second, self._weights)
                if worth >= LEAST:
                    yield n, other, worth

    def _read(self, telling: int) -> Profile:
        (row,) = self._standing.joined.numbered((telling,))
        return profile_of(row.profile)
