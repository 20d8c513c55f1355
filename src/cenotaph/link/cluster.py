"""Bits between pairs -> groups, by average link: deterministic, whatever the order of arrival."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import product
from math import floor

from cenotaph.link.bonds import Bonds

THRESHOLD = 4.0  # bits; measured flat between 2 and 5
_UNIT = 2**20  # parts of a bit: sums of whole ones are the same in any order
# At most this counts for a pair that no key brought together: it joins nothing by itself.
UNKEYED = THRESHOLD - 1 / _UNIT
_MOST = floor(UNKEYED * _UNIT)

Pair = tuple[int, int]


def groups(
    count: int,
    weights: Mapping[Pair, float],
    compare: Callable[[int, int], float],
    bonds: Bonds | None = None,
    threshold: float = THRESHOLD,
    parts: Sequence[Sequence[int]] = (),
) -> list[tuple[int, ...]]:
    """Return a partition of range(count), each group sorted; weights are keyed (i, j), i < j.

    The two groups with the highest mean of all the pairs between them are joined, until none
    reaches the threshold, which is above UNKEYED. `compare` weighs the pairs without weight, which
    no key brought together: they count like all others, but for UNKEYED at most. So the result is
    the same whether pairs below THRESHOLD that a key brought together are given or not. What
    people parted (`bonds`) is never in one group; what they joined always is, with all that the
    bits join to either. `parts` are the groups at a higher threshold, where they are known and
    nobody joined or parted anything: the way down goes on from there.
    """
    bonds = Bonds(count) if bonds is None else bonds.copy()
    linkage = _Linkage(parts or [(n,) for n in range(count)], weights, compare, threshold)
    linkage.join(bonds)
    whole: dict[int, list[int]] = defaultdict(list)
    for a, part in linkage.parts.items():
        whole[bonds.root(a)].extend(part)
    return sorted(tuple(sorted(group)) for group in whole.values())


class _Linkage:
    """Parts, named by their first, and what the pairs between any two of them weigh.

    A mean is at most what it would be if every pair not yet weighed came to UNKEYED. Parts wait in
    the order of that bound, and a pair is weighed only when the bound of its parts comes first.
    """

    def __init__(
        self,
        parts: Sequence[Sequence[int]],
        weights: Mapping[Pair, float],
        compare: Callable[[int, int], float],
        threshold: float,
    ) -> None:
        self.parts = {min(part): tuple(sorted(part)) for part in parts}
        self._weights, self._compare = weights, compare
        self._least = threshold * _UNIT
        self._between: dict[int, dict[int, Pair]] = defaultdict(dict)  # sum, and of how many pairs
        self._weighed: set[Pair] = set()  # besides those that a key brought together
        part_of = {n: first for first, part in self.parts.items() for n in part}
        for (i, j), weight in weights.items():
            a, b = sorted((part_of[i], part_of[j]))
            if a != b:
                total, number = self._between[a].get(b, (0, 0))
                self._between[a][b] = (total + floor(weight * _UNIT), number + 1)
        # Ties go to the smallest indices, which are in order of publication.
        known = [(a, b, of) for a, row in self._between.items() for b, of in row.items()]
        for a, b, between in known:
            self._between[b][a] = between
        bounds = ((-self._bound(a, b), a, b) for a, b, _ in known)
        self._queue = [entry for entry in bounds if -entry[0] >= self._least]
        heapify(self._queue)

    def join(self, bonds: Bonds) -> None:
        """Join the two parts with the highest mean until none reaches the threshold."""
        while self._queue:
            bound, a, b = heappop(self._queue)
            if a not in self.parts or b not in self.parts or self._bound(a, b) != -bound:
                continue  # joined, or weighed anew, since
            if not bonds.may_join(a, b):
                continue  # parted by a person, for good
            if self._between[a][b][1] < len(self.parts[a]) * len(self.parts[b]):
                self._weigh(a, b)
            else:
                bonds.join(a, b)
                self._merge(a, b)

    def _bound(self, a: int, b: int) -> float:
        """Return what the mean between two parts is at most."""
        total, weighed = self._between[a][b]
        size = len(self.parts[a]) * len(self.parts[b])
        return (total + (size - weighed) * _MOST) / size

    def _weigh(self, a: int, b: int) -> None:
        """Weigh the pairs between two parts, as long as these can still be joined."""
        for i, j in product(self.parts[a], self.parts[b]):
            pair = (i, j) if i < j else (j, i)
            if pair in self._weights or pair in self._weighed:
                continue
            total, number = self._between[a][b]
            more = min(floor(self._compare(*pair) * _UNIT), _MOST)
            self._between[a][b] = self._between[b][a] = (total + more, number + 1)
            self._weighed.add(pair)
            if self._bound(a, b) < self._least:
                return
        self._set(a, b, self._between[a][b])

    def _merge(self, a: int, b: int) -> None:
        """Make two parts one, under the name of the first."""
        of_a, of_b = self._between[a], self._between.pop(b)
        self.parts[a] = tuple(sorted(self.parts[a] + self.parts.pop(b)))
        del of_a[b], of_b[a]
        for c in sorted(of_a.keys() | of_b.keys()):
            one, other = of_a.get(c, (0, 0)), of_b.get(c, (0, 0))
            self._between[c].pop(b, None)
            self._set(a, c, (one[0] + other[0], one[1] + other[1]))

    def _set(self, a: int, b: int, between: Pair) -> None:
        self._between[a][b] = self._between[b][a] = between
        bound = self._bound(a, b)
        if bound >= self._least:
            heappush(self._queue, (-bound, min(a, b), max(a, b)))
