"""Bits between pairs -> groups, by average link: deterministic, whatever the order of arrival."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from cenotaph.link.bonds import Bonds

THRESHOLD = 4.0  # bits; measured flat between 2 and 5
UNCOMPARED = -4.0  # bits for a pair in a very large component that no key brought together
LARGEST = 150  # members up to which every pair of a component is compared


def groups(
    count: int,
    weights: Mapping[tuple[int, int], float],
    compare: Callable[[int, int], float],
    bonds: Bonds | None = None,
    threshold: float = THRESHOLD,
) -> list[tuple[int, ...]]:
    """Return a partition of range(count), each group sorted; weights are keyed (i, j), i < j.

    `compare` weighs the pairs that no key brought together, once others have joined them; where
    very many are joined, such pairs count as UNCOMPARED. What people parted (`bonds`) is never in
    one group; what they joined always is, with all that the bits join to either.
    """
    bonds = Bonds(count) if bonds is None else bonds.copy()
    found: list[tuple[int, ...]] = []
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), weight in weights.items():
        near[a][b] = near[b][a] = weight
    for component in _components(count, weights, bonds, threshold):
        if len(component) <= LARGEST:
            for a, b in combinations(component, 2):
                if b not in near[a]:
                    near[a][b] = near[b][a] = compare(a, b)
        found.extend(_average_link(component, near, bonds, threshold))
    return sorted(found)


def _components(
    count: int, weights: Mapping[tuple[int, int], float], bonds: Bonds, threshold: float
) -> list[list[int]]:
    """Return the sets joined by a person or by a pair above the threshold, to be recomputed."""
    near: dict[int, set[int]] = defaultdict(set)
    strong = (pair for pair, weight in weights.items() if weight >= threshold)
    for i, j in (*strong, *bonds.joined):
        near[i].add(j)
        near[j].add(i)
    seen: set[int] = set()
    found = []
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for i in component:  # grows while it runs
            fresh = near[i] - seen
            seen |= fresh
            component.extend(sorted(fresh))
        found.append(sorted(component))
    return found


def _average_link(
    members: Sequence[int], near: Mapping[int, dict[int, float]], bonds: Bonds, threshold: float
) -> list[tuple[int, ...]]:
    """Join the two groups with the highest mean until none reaches the threshold."""
    parts: dict[int, tuple[int, ...]] = {m: (m,) for m in members}
    inside = set(members)
    between = {m: {c: w for c, w in near[m].items() if c in inside} for m in members}
    # Ties go to the smallest indices, which are in order of publication.
    queue = [(-w, a, b) for a in members for b, w in between[a].items() if a < b and w >= threshold]
    heapify(queue)
    while queue:
        mean, a, b = heappop(queue)
        if a not in parts or b not in parts or between[a].get(b) != -mean:
            continue  # joined, or weighed anew, since
        if not bonds.join(a, b):
            continue  # parted by a person, for good
        size_a, size_b = len(parts[a]), len(parts[b])
        of_a, of_b = between[a], between.pop(b)
        for c in sorted((of_a.keys() | of_b.keys()) - {a, b}):
            total = of_a.get(c, UNCOMPARED) * size_a + of_b.get(c, UNCOMPARED) * size_b
            of_a[c] = between[c][a] = total / (size_a + size_b)
            between[c].pop(b, None)
            if of_a[c] >= threshold:
                heappush(queue, (-of_a[c], min(a, c), max(a, c)))
        of_a.pop(b, None)
        parts[a] = tuple(sorted(parts[a] + parts.pop(b)))
    whole: dict[int, list[int]] = defaultdict(list)
    for a, part in parts.items():
        whole[bonds.root(a)].extend(part)
    return [tuple(sorted(group)) for group in whole.values()]
