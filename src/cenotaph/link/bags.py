"""Bags of numbered words, each with a weight, and what many pairs of them have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

N = TypeVar("N", bound=np.generic)
Floats = NDArray[np.float64]
Places = NDArray[np.intp]

_ROOM = 256


class Bags:
    """Bags by the order in which they were added; their words are numbers from 0 on."""

    def __init__(self) -> None:
        self.count = 0
        self._starts: NDArray[np.int64] = np.zeros(_ROOM, np.int64)
        self._words: NDArray[np.int32] = np.zeros(_ROOM, np.int32)
        self._weights: Floats = np.zeros(_ROOM)
        self._own: Floats = np.zeros(_ROOM)  # the weights of one bag, by word

    def add(self, bag: Mapping[int, float]) -> int:
        """Take in a bag and return its place."""
        at, start = self.count, int(self._starts[self.count])
        end = start + len(bag)
        self._starts = _with_room(self._starts, at + 2)
        self._words = _with_room(self._words, end)
        self._weights = _with_room(self._weights, end)
        self._own = _with_room(self._own, max(bag, default=0) + 1)
        self._words[start:end] = list(bag)
        self._weights[start:end] = list(bag.values())
        self._starts[at + 1] = end
        self.count += 1
        return at

    def products(self, ones: Places, others: Places) -> Floats:
        """Return, for each pair, the sum of the products of the weights that both give a word.

        Pairs of one bag stand together.
        """
        found: Floats = np.zeros(len(ones))
        own = self._own
        for part in stretches(ones):
            one, places = ones[part.start], others[part]
            mine = slice(self._starts[one], self._starts[one + 1])
            own[self._words[mine]] = self._weights[mine]
            at, cuts = ranges(self._starts[places], self._starts[places + 1])
            found[part] = sums(own[self._words[at]] * self._weights[at], cuts)
            own[self._words[mine]] = 0.0
        return found


def stretches(values: Places) -> Iterator[slice]:
    """Yield each stretch of one value."""
    cuts = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)]
    for begin, end in pairwise(dict.fromkeys(cuts)):  # none of no values
        yield slice(begin, end)


def ranges(starts: Places, ends: Places) -> tuple[Places, Places]:
    """Return all numbers of some ranges, one after the other, and where each range begins there."""
    lengths = ends - starts
    cuts = np.concatenate(([0], np.cumsum(lengths)))
    return np.arange(cuts[-1]) + np.repeat(starts - cuts[:-1], lengths), cuts


def sums(values: Floats | Places, cuts: Places) -> Floats:
    """Return the sums of what is between cuts."""
    found = np.add.reduceat(np.append(values, 0.0), cuts[:-1])
    whole: Floats = np.where(cuts[1:] > cuts[:-1], found, 0.0)
    return whole


def _with_room(values: NDArray[N], length: int) -> NDArray[N]:
    """Return the values with room for so many, more than are needed now."""
    while len(values) < length:
        values = np.concatenate((values, np.zeros_like(values)))
    return values
