"""Keys of some things -> the pairs of them that share one, many at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_ROWS = 100_000

Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]


class Sharing:
    """The keys of some tellings, by their places in an order."""

    def __init__(self, keys: Sequence[array[int]]) -> None:
        self._starts = np.cumsum([0, *map(len, keys)])
        self._keys = np.concatenate([np.frombuffer(k, np.int64) for k in (*keys, array("q"))])
        self._sorting = np.argsort(self._keys, kind="stable")
        places = np.repeat(np.arange(len(keys), dtype=np.int32), np.diff(self._starts))
        self._by_key = places[self._sorting]  # within a key in order

    def of(self, place: int) -> list[int]:
        """Return the keys of one."""
        found: list[int] = self._keys[self._starts[place] : self._starts[place + 1]].tolist()
        return found

    def rows(self, numbers: Numbers) -> Iterator[tuple[int, int]]:
        """Yield (key, number) of all, by key."""
        for start in range(0, len(self._by_key), _ROWS):
            part = slice(start, start + _ROWS)
            keys = self._keys[self._sorting[part]].tolist()
            yield from zip(keys, numbers[self._by_key[part]].tolist(), strict=True)

    def pairs(self, count: int) -> Iterator[Pairs]:
        """Yield the pairs of places that share a key, each once, the earlier first.

        They come in parts of about so many.
        """
        at, later = self._later()
        whole = np.append(0, np.cumsum(later, dtype=np.int64))[self._starts]
        cuts = np.searchsorted(whole, np.arange(0, whole[-1], count)).tolist()
        for begin, end in pairwise([*dict.fromkeys(cuts), len(whole) - 1]):
            part = slice(self._starts[begin], self._starts[end])
            counts = later[part]
            first = np.repeat(at[part] + 1 - np.cumsum(counts) + counts, counts)
            others = self._by_key[first + np.arange(counts.sum())]
            places = np.repeat(np.arange(begin, end), np.diff(self._starts[begin : end + 1]))
            codes = np.unique(np.repeat(places, counts) * len(whole) + others)
            yield np.divmod(codes, len(whole))

    def _later(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return where each key is when they are sorted, and how many after it are the same."""
        ordered = self._keys[self._sorting]
        ends = np.append(np.flatnonzero(np.diff(ordered)) + 1, len(ordered)).astype(np.int32)
        places = np.arange(len(ordered), dtype=np.int32)
        after = np.repeat(ends, np.diff(ends, prepend=0)) - places - 1
        at = np.empty_like(places)
        at[self._sorting] = places
        return at, after[at]


def in_lots(pairs: Iterable[Pairs], count: int) -> Iterator[Pairs]:
    """Put pairs together to lots of so many and more: one by one they are not worth a sum."""
    lot: list[Pairs] = []
    for part in pairs:
        lot.append(part)
        if sum(len(ones) for ones, _ in lot) >= count:
            yield np.concatenate([o for o, _ in lot]), np.concatenate([o for _, o in lot])
            lot = []
    if lot:
        yield np.concatenate([o for o, _ in lot]), np.concatenate([o for _, o in lot])
