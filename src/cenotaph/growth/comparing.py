"""New tellings -> which of all tellings each is joined with: by keys, then bounds, then bits.

Incidents rest on pairs of THRESHOLD bits and more. Those between LEAST and THRESHOLD, of which
there are many more, only say what is in doubt: they are kept once questions were asked.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from cenotaph.growth.judging import profiles
from cenotaph.growth.saying import key_numbers, profile_of
from cenotaph.growth.sharing import Numbers, Pairs, Sharing, in_lots
from cenotaph.link import LEAST, THRESHOLD, Bound, Outlines, Profile, bits
from cenotaph.link.weights import Weights
from cenotaph.store import Standing

_ROOM = 1024
_PAIRS = 20_000  # bounded at once
_JOINS = 200_000  # kept at once
_WEAK, _KEPT = "weak joins", "kept"

Join = tuple[int, int, float]  # tellings, with their bits


def compare(
    standing: Standing, tellings: Collection[int], weights: Weights | None, *, asks: bool
) -> None:
    """Keep the keys of new tellings, and what each is joined with.

    With `asks`, weakly too from the first telling on.
    """
    if asks and not standing.joined.has_keys():
        standing.set_mark(_WEAK, _KEPT)
    known = _Known(standing, weights, LEAST if _is_weak(standing) else THRESHOLD)
    order = standing.joined.in_order(tellings)  # so that those that meet are near one another
    keys = Sharing([known.take_in(n) for n in order])
    standing.joined.join(list(known.joined(_older(standing, known, keys, order))))
    standing.joined.add_keys(keys.rows(np.array(order, np.int64)))
    _join(standing, known, keys, order)


def compare_weakly(standing: Standing, weights: Weights | None) -> None:
    """Keep what else every telling is joined with, if that is not kept yet."""
    if _is_weak(standing):
        return
    known = _Known(standing, weights, LEAST)
    order = standing.joined.in_order(standing.joined.numbers())
    _join(standing, known, Sharing([known.take_in(n) for n in order]), order)
    standing.set_mark(_WEAK, _KEPT)


def weakly_joined(
    standing: Standing, tellings: Collection[int], weights: Weights | None
) -> set[Join]:
    """Return what some tellings are joined with, weakly too, whether that is kept or not."""
    known = _Known(standing, weights, LEAST)
    order = sorted(tellings)
    keys = Sharing([known.take_in(n) for n in order])
    return set(known.joined(_older(standing, known, keys, order)))


def _is_weak(standing: Standing) -> bool:
    return standing.mark(_WEAK) is not None


def _join(standing: Standing, known: _Known, keys: Sharing, order: Sequence[int]) -> None:
    """Keep what tellings are joined with among themselves."""
    numbers = np.array(order, np.int64)
    found = known.joined((numbers[ones], numbers[others]) for ones, others in keys.pairs(_PAIRS))
    while part := list(islice(found, _JOINS)):
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

    def __init__(self, standing: Standing, weights: Weights | None, least: float) -> None:
        self._standing, self._weights, self._least = standing, weights, least
        self._outlines = Outlines()
        self._bound = Bound(self._outlines, weights)
        self._place: Numbers = np.full(_ROOM, -1)  # of the outline of each telling; -1 for none
        self._profile = profiles(standing)

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

    def joined(self, pairs: Iterable[Pairs]) -> Iterator[Join]:
        """Yield those pairs of tellings that enough speaks for, with their bits."""
        for ones, others in in_lots(pairs, _PAIRS):
            near = self._bound.reaching(self._place[ones], self._place[others], self._least)
            for n, other in zip(ones[near].tolist(), others[near].tolist(), strict=True):
                one, two = self._profile(n), self._profile(other)
                if one.telling.document == two.telling.document:
                    continue
                first, second = (one, two) if one.order <= two.order else (two, one)
                worth = bits(first, second, self._weights)
                if worth >= self._least:
                    yield n, other, worth
