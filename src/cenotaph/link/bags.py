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
        for part, own, (words, weights, sums) in self._against(ones, others):
            found[part] = sums(own[words] * weights)
        return found

    def held(self, ones: Places, others: Places) -> tuple[Floats, Floats]:
        """Return, for each pair, how much of the one's weight is in the other, and the reverse."""
        left: Floats = np.zeros(len(ones))
        right: Floats = np.zeros(len(ones))
        for part, own, (words, weights, sums) in self._against(ones, others):
            shared = own[words]
            left[part], right[part] = sums(shared), sums(weights * (shared > 0))
        return left, right

    def _against(
        self, ones: Places, others: Places
    ) -> Iterator[tuple[slice, Floats, tuple[Places, Floats, _Sums]]]:
        """Yield each stretch of pairs of one bag, its weights by word, and the others' words."""
        cuts = [0, *(np.flatnonzero(np.diff(ones)) + 1).tolist(), len(ones)]
        for begin, end in pairwise(dict.fromkeys(cuts)):  # none of no pairs
            mine = slice(self._starts[ones[begin]], self._starts[ones[begin] + 1])
            self._own[self._words[mine]] = self._weights[mine]
            places = others[begin:end]
            starts = self._starts[places]
            lengths = self._starts[places + 1] - starts
            offsets = np.cumsum(lengths) - lengths
            at = np.arange(lengths.sum()) + np.repeat(starts - offsets, lengths)
            told = self._words[at].astype(np.intp), self._weights[at], _Sums(lengths, offsets)
            yield slice(begin, end), self._own, told
            self._own[self._words[mine]] = 0.0


class _Sums:
    """Sums of stretches of so many values each."""

    def __init__(self, lengths: Places, offsets: Places) -> None:
        self._filled, self._offsets = lengths > 0, offsets

    def __call__(self, values: Floats) -> Floats:
        found = np.add.reduceat(np.append(values, 0.0), self._offsets)
        sums: Floats = np.where(self._filled, found, 0.0)
        return sums


def _with_room(values: NDArray[N], length: int) -> NDArray[N]:
    """Return the values with room for so many, more than are needed now."""
    while len(values) < length:
        values = np.concatenate((values, np.zeros_like(values)))
    return values
