"""Groups that average link left apart -> incidents, by what their accounts say taken together.

Between two groups most pairs lack something: here no place is told, there no day. Their mean is low
for what is not said. So what the groups say is pooled: each comparison counts as the mean of those
pairs that it has anything to say of, and the place as each account's nearest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import product
from math import fsum, inf

from cenotaph.link.bonds import Bonds
from cenotaph.link.cluster import THRESHOLD, UNKEYED
from cenotaph.link.profile import Profile
from cenotaph.link.weights import Compared, Weights, shipped

SHARE = 0.2  # of the pairs between two groups, that must reach THRESHOLD by themselves
LEAST = 0.0  # bits of their plain mean: below it they are two, whatever they say together
_NEAREST = "place"  # a comparison of which each account's best counts: an account names many
_OF_ALL = "account"  # a comparison that says something of few pairs, and speaks for all of them

Pair = tuple[int, int]
Group = tuple[int, ...]


def pool(
    found: Sequence[Group],
    known: Sequence[Profile],
    weights: Mapping[Pair, float],
    bonds: Bonds,
    worth: Weights | None = None,
) -> list[Group]:
    """Return the groups of average link, those put together that are one by what they say together.

    The two that most bits speak for come first, until none reach THRESHOLD. Only groups that are
    one from the start, or by way of others that are, come together: what they grow to brings no
    new ones. So sets that no two such groups connect have no say in one another. `weights` are
    those of the pairs that a key brought together, those of THRESHOLD and more at least; what
    people parted (`bonds`) stays apart.
    """
    pools = _Pools(found, known, weights, worth)
    held = bonds.copy()
    for group in found:
        for other in group[1:]:
            held.join(group[0], other)
    pools.join(held)
    return sorted(pools.groups.values())


def pooled(
    one: Sequence[Profile],
    other: Sequence[Profile],
    joined: Collection[Pair],
    worth: Weights | None = None,
) -> float:
    """Return the bits that two groups come to together; less than any where too little joins them.

    `joined` are the pairs that a key brought together and that reach THRESHOLD, by their places in
    the two groups.
    """
    if not is_enough(len(joined), len(one) * len(other)):
        return -inf
    weights, pairs = worth or shipped(), list(product(range(len(one)), range(len(other))))
    rows = [_compared(one[i], other[j], weights) for i, j in pairs]
    means = (
        b if at in joined else min(b, UNKEYED)
        for at, b in zip(pairs, map(weights.summed, rows), strict=True)
    )
    if fsum(means) < LEAST * len(pairs):  # the mean of all pairs, as average link takes it
        return -inf
    names = (compare.__name__ for compare, _ in weights.worth)
    columns = zip(names, zip(*rows, strict=True), strict=True)
    return weights.prior + fsum(_of_comparison(n, c, len(other)) for n, c in columns)


def is_enough(joined: int, size: int) -> bool:
    """Tell whether so many of the pairs between two groups suffice to look at what they say."""
    return joined >= SHARE * size


def _compared(a: Profile, b: Profile, weights: Weights) -> Compared:
    """Return the bits of each comparison, as of single pairs: not all are the same both ways."""
    return weights.compared(a, b) if a.order <= b.order else weights.compared(b, a)


def _of_comparison(name: str, bits: Compared, wide: int) -> float:
    """Return what one comparison comes to over all pairs of two groups, so many of the second."""
    told = [b for b in bits if b is not None]
    if not told:
        return 0.0
    if name == _OF_ALL:
        return fsum(told) / len(bits)
    if name != _NEAREST:
        return fsum(told) / len(told)
    rows = (bits[n : n + wide] for n in range(0, len(bits), wide))
    return (_best(rows) + _best(bits[n::wide] for n in range(wide))) / 2


def _best(told: Iterable[Compared]) -> float:
    """Return the mean of each account's best, over those of one side that have any."""
    known = (max((b for b in one if b is not None), default=None) for one in told)
    best = [b for b in known if b is not None]
    return fsum(best) / len(best)


class _Pools:
    """Groups by their first tellings, and which of them may come together."""

    def __init__(
        self,
        found: Sequence[Group],
        known: Sequence[Profile],
        weights: Mapping[Pair, float],
        worth: Weights | None,
    ) -> None:
        self.groups = {group[0]: group for group in found}
        self._known, self._worth = known, worth
        self._joined = {pair for pair, bits in weights.items() if bits >= THRESHOLD}
        first = {n: group[0] for group in found for n in group}
        pairs = ((first[i], first[j]) for i, j in self._joined)
        self._near = self._connected({(min(p), max(p)) for p in pairs if p[0] != p[1]})

    def _connected(self, pairs: Iterable[Pair]) -> dict[int, set[int]]:
        near: dict[int, set[int]] = {}
        for a, b in pairs:
            if self._bits(a, b) >= THRESHOLD:
                near.setdefault(a, set()).add(b)
                near.setdefault(b, set()).add(a)
        return near

    def _bits(self, a: int, b: int) -> float:
        left, right = self.groups[a], self.groups[b]
        joined = {
            (x, y)
            for (x, i), (y, j) in product(enumerate(left), enumerate(right))
            if (min(i, j), max(i, j)) in self._joined
        }
        one, other = [self._known[n] for n in left], [self._known[n] for n in right]
        return pooled(one, other, joined, self._worth)

    def join(self, bonds: Bonds) -> None:
        """Put the two together that most speaks for, until nothing speaks for any."""
        queue = [self._entry(a, b) for a, near in self._near.items() for b in near if a < b]
        heapify(queue)
        while queue:
            entry = heappop(queue)
            _, a, b, *sizes = entry
            if sizes != self._sizes(a, b) or not bonds.join(a, b):
                continue  # put together with others since, or parted by people
            self.groups[a] = tuple(sorted(self.groups[a] + self.groups.pop(b)))
            beside = (self._near[a] | self._near.pop(b)) - {a, b}
            self._near[a] = beside
            for c in sorted(beside):
                self._near[c] = (self._near[c] - {b}) | {a}
                more = self._entry(min(a, c), max(a, c))
                if -more[0] >= THRESHOLD:
                    heappush(queue, more)

    def _entry(self, a: int, b: int) -> tuple[float, int, int, int, int]:
        """Return two groups as they wait; ties go to the smallest, in order of publication."""
        return -self._bits(a, b), a, b, len(self.groups[a]), len(self.groups[b])

    def _sizes(self, a: int, b: int) -> list[int]:
        """Return how many are in two groups now; 0 for one that is no more."""
        return [len(self.groups.get(n, ())) for n in (a, b)]
