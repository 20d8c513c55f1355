"""Groups are those of average link over all pairs, whatever was weighed to find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cenotaph.link.bonds import Bonds
from cenotaph.link.cluster import THRESHOLD, UNKEYED, groups
from cenotaph.link.near import SURE

COUNT = 9
PAIRS = list(combinations(range(COUNT), 2))
# Few values, so that many means are equal; large ones, so that groups grow before they meet.
BITS = st.sampled_from((-30.0, -4.0, 0.0, 3.5, 4.0, 4.5, 5.0, 6.0, 8.0, 8.5, 12.0, 16.0, 21.0))


def by_average(weights: Mapping[tuple[int, int], float], bonds: Bonds) -> list[tuple[int, ...]]:
    """Join the two groups with the highest mean of all pairs between them, one after the other."""
    held = bonds.copy()
    parts = [(n,) for n in range(COUNT)]

    def mean(one: tuple[int, ...], other: tuple[int, ...]) -> Fraction:
        between = [weights[min(a, b), max(a, b)] for a in one for b in other]
        return sum(map(Fraction, between), Fraction(0)) / len(between)

    while True:
        may = [(a, b) for a, b in combinations(sorted(parts), 2) if held.may_join(a[0], b[0])]
        best = min(may, key=lambda two: (-mean(*two), two[0][0], two[1][0]), default=None)
        if best is None or mean(*best) < THRESHOLD:
            break
        held.join(best[0][0], best[1][0])
        parts = [p for p in parts if p not in best] + [tuple(sorted(best[0] + best[1]))]
    whole = defaultdict[int, list[int]](list)
    for part in parts:
        whole[held.root(part[0])].extend(part)
    return sorted(tuple(sorted(group)) for group in whole.values())


@given(
    bits=st.lists(BITS, min_size=len(PAIRS), max_size=len(PAIRS)),
    unkeyed=st.sets(st.sampled_from(PAIRS)),
    decided=st.lists(st.tuples(st.booleans(), st.sampled_from(PAIRS)), max_size=6),
)
def test_groups_are_those_of_average_link_over_all_pairs(
    bits: list[float], unkeyed: set[tuple[int, int]], decided: list[tuple[bool, tuple[int, int]]]
) -> None:
    known = dict(zip(PAIRS, bits, strict=True))
    bonds = Bonds(COUNT)
    for joins, pair in decided:
        (bonds.join if joins else bonds.part)(*pair)
    weights = {p: min(w, UNKEYED) if p in unkeyed else w for p, w in known.items()}
    keyed = {p: w for p, w in known.items() if p not in unkeyed}
    asked: list[tuple[int, int]] = []

    def compare(a: int, b: int) -> float:
        asked.append((a, b))
        return known[a, b]

    assert groups(COUNT, keyed, compare, bonds) == by_average(weights, bonds)
    strong = {p: w for p, w in keyed.items() if w >= THRESHOLD}
    assert groups(COUNT, strong, lambda a, b: weights[a, b], bonds) == by_average(weights, bonds)
    assert unkeyed.issuperset(asked)
    assert len(asked) == len(set(asked))  # none is weighed twice


def test_a_pair_is_weighed_only_where_it_can_decide() -> None:
    """Two groups of three that one strong pair connects cannot reach a mean of 4 bits."""
    inside = {p: 20.0 for p in combinations(range(6), 2) if (p[0] < 3) == (p[1] < 3)}
    asked: list[tuple[int, int]] = []

    def compare(a: int, b: int) -> float:
        asked.append((a, b))
        return 9.0

    against = {(0, 4): -9.0, (1, 3): -9.0, (1, 5): -9.0}
    assert groups(6, inside | against | {(2, 3): 12.0}, compare) == [(0, 1, 2), (3, 4, 5)]
    assert asked == []


def test_what_no_key_brought_together_never_joins_by_itself() -> None:
    chain = {(0, 1): 5.0, (1, 2): 5.0}
    assert groups(3, chain, lambda _a, _b: 30.0) == [(0, 1, 2)]
    assert groups(3, {(0, 1): 5.0}, lambda _a, _b: 30.0) == [(0, 1), (2,)]
    assert groups(3, chain, lambda _a, _b: -4.0) == [(0, 1), (2,)]


def connected(
    parts: list[tuple[int, ...]], known: Mapping[tuple[int, int], float]
) -> list[set[int]]:
    """Return the sets that parts make where the mean between two of them reaches the threshold."""
    found = [set(part) for part in parts]
    for one, other in combinations(parts, 2):
        between = [Fraction(known[min(a, b), max(a, b)]) for a in one for b in other]
        if sum(between, Fraction(0)) / len(between) >= THRESHOLD:
            joined = [s for s in found if s & {*one, *other}]
            found = [s for s in found if s not in joined] + [set[int]().union(*joined)]
    return found


@given(bits=st.lists(BITS, min_size=len(PAIRS), max_size=len(PAIRS)))
def test_what_means_of_sure_groups_do_not_connect_has_no_say_in_each_other(
    bits: list[float],
) -> None:
    known = dict(zip(PAIRS, bits, strict=True))
    whole = groups(COUNT, known, lambda a, b: known[a, b])
    apart = []
    for some in connected(groups(COUNT, known, lambda a, b: known[a, b], None, SURE), known):
        at = sorted(some)
        inside = {(i, j): known[at[i], at[j]] for i, j in combinations(range(len(at)), 2)}
        found = groups(len(at), inside, lambda a, b, of=inside: of[a, b])
        apart += [tuple(at[n] for n in group) for group in found]
    assert sorted(apart) == whole


@given(bits=st.lists(BITS, min_size=len(PAIRS), max_size=len(PAIRS)))
def test_the_way_down_goes_on_from_the_groups_of_a_higher_mean(bits: list[float]) -> None:
    known = dict(zip(PAIRS, bits, strict=True))
    keyed = {pair: weight for pair, weight in known.items() if weight >= THRESHOLD}
    parts: list[tuple[int, ...]] = []
    for least in (16.0, 11.0, SURE, 6.0, THRESHOLD):
        whole = groups(COUNT, keyed, lambda a, b: known[a, b], None, least)
        parts = groups(COUNT, keyed, lambda a, b: known[a, b], None, least, parts)
        assert parts == whole
