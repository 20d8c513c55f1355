"""Bits between pairs -> groups, by average link: deterministic, whatever the order of arrival."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

THRESHOLD = 4.0  # bits; measured flat between 2 and 5
APART = -20.0  # bits for two events that one account tells apart
FORCED = 1000.0  # bits of a person's decision


def groups(
    count: int, weights: Mapping[tuple[int, int], float], compare: Callable[[int, int], float]
) -> list[tuple[int, ...]]:
    """Return a partition of range(count), each group sorted; weights are keyed (i, j), i < j.

    `compare` weighs the pairs that no key brought together, once others have joined them.
    """
    found: list[tuple[int, ...]] = []
    for component in _components(count, weights):
        pairs = combinations(component, 2)
        known = {(a, b): w if (w := weights.get((a, b))) is not None else compare(a, b)
                 for a, b in pairs}  # fmt: skip
        found.extend(_average_link(component, known))
    return sorted(found)


def _components(count: int, weights: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Return the sets joined by any pair above the threshold: the unit to recompute."""
    near: dict[int, set[int]] = defaultdict(set)
    for (i, j), weight in weights.items():
        if weight >= THRESHOLD:
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
    members: Sequence[int], weights: Mapping[tuple[int, int], float]
) -> list[tuple[int, ...]]:
    """Join the two groups with the highest mean until none reaches the threshold."""
    parts: dict[int, tuple[int, ...]] = {m: (m,) for m in members}
    between = dict(weights)
    while between:
        # Ties go to the smallest indices, which are in order of publication.
        (a, b), best = max(between.items(), key=lambda kv: (kv[1], -kv[0][0], -kv[0][1]))
        if best < THRESHOLD:
            break
        size_a, size_b = len(parts[a]), len(parts[b])
        for c in parts:
            if c in (a, b):
                continue
            with_b = between.pop(_pair(b, c))
            mean = (between[_pair(a, c)] * size_a + with_b * size_b) / (size_a + size_b)
            between[_pair(a, c)] = mean
        del between[(a, b)]
        parts[a] = tuple(sorted(parts[a] + parts.pop(b)))
    return list(parts.values())


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
