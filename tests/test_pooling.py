"""Groups that average link leaves apart, and what their accounts say taken together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations
from math import inf

import pytest

from cenotaph.link import THRESHOLD, Profile, bits, group
from cenotaph.link.bonds import Bonds
from cenotaph.link.cluster import groups
from cenotaph.link.compare import days
from cenotaph.link.pooling import pool, pooled
from cenotaph.model import Telling

MONDAY = 738_000


def telling(number: int, **facts: object) -> Profile:
    """Return a telling of nine dead, published on one Monday, that says nothing else by itself."""
    none = frozenset[str]()
    known: dict[str, object] = {
        "telling": Telling(document=f"{number}", event=f"{number}", mentions=(), claims=()),
        "order": (f"2021-{number:02}", f"{number}", 0),
        "publisher": None, "published": MONDAY, "days": (), "sure": False, "news": False,
        "hours": (), "points": (), "only_near": False, "names_of_places": none,
        "little_known": none, "around": none, "beside": (), "names": none, "towns": none,
        "regions": none, "countries": none, "targets": none, "weapons": none, "killed": (9, 9),
        "injured": None, "streets": none, "victims": none, "suspects": none, "persons": none,
        "ages": none, "victims_ages": none, "parties": none, "kinds": frozenset({"Battles"}),
        "subkinds": none, "heading": none, "words": {}, "length": 1.0,
    }  # fmt: skip
    return Profile(**{**known, **facts})  # type: ignore[arg-type] # made up by name


def dated(number: int, day: int = MONDAY) -> Profile:
    return telling(number, days=((day, day),), sure=True)


def placed(number: int, name: str = "riba") -> Profile:
    here = frozenset({name})
    return telling(number, names_of_places=here, little_known=here, points=((9.0, 9.0),))


def keyed(known: Sequence[Profile]) -> dict[tuple[int, int], float]:
    return {(i, j): bits(known[i], known[j]) for i, j in combinations(range(len(known)), 2)}


FOUND = [(0, 1), (2, 3)]
ONE = [dated(0), placed(1), dated(2), placed(3)]
OTHERS = {
    "days told plainly, and far apart": [dated(0), placed(1), dated(2, MONDAY - 20), placed(3)],
    "figures alone": [telling(0), placed(1), dated(2), telling(3)],
    "one pair in six": [dated(0), *(telling(n) for n in (1, 2)), dated(3), telling(4)],
}


def test_what_one_leaves_out_another_fills_in() -> None:
    weights = keyed(ONE)
    between = [weights[i, j] for i in (0, 1) for j in (2, 3)]
    assert sum(between) / len(between) < THRESHOLD
    assert pool(FOUND, ONE, weights, Bonds(4)) == [(0, 1, 2, 3)]


@pytest.mark.parametrize("case", OTHERS)
def test_trap_groups_that_say_little_together_stay_apart(case: str) -> None:
    known = OTHERS[case]
    found = FOUND if len(known) == len(ONE) else [(0, 1, 2), (3, 4)]
    assert pool(found, known, keyed(known), Bonds(len(known))) == found


def test_trap_what_people_parted_stays_apart() -> None:
    bonds = Bonds(4)
    bonds.part(1, 2)
    assert pool(FOUND, ONE, keyed(ONE), bonds) == FOUND


def test_pairs_below_the_threshold_have_no_say_in_which_groups_are_looked_at() -> None:
    weights = {pair: b for pair, b in keyed(ONE).items() if b >= THRESHOLD}
    assert pool(FOUND, ONE, weights, Bonds(4)) == pool(FOUND, ONE, keyed(ONE), Bonds(4))


def test_what_is_said_together_is_the_same_both_ways_and_in_any_order() -> None:
    joined = {(0, 0), (1, 1)}
    one, other = ONE[:2], ONE[2:]
    turned = {(j, i) for i, j in joined}
    assert pooled(one, other, joined) == pooled(other, one, turned) >= THRESHOLD
    back = {(1 - i, 1 - j) for i, j in joined}
    assert pooled(one[::-1], other[::-1], back) == pooled(one, other, joined)


def test_pairs_that_compare_otherwise_the_other_way_round_are_taken_in_their_order() -> None:
    spans = ((None, MONDAY), (None, MONDAY - 40))  # before one day, and before another
    early, late = (telling(n, days=(span,)) for n, span in enumerate(spans))
    assert days(early, late) != days(late, early)
    assert pooled([early], [late], {(0, 0)}) == pooled([late], [early], {(0, 0)}) > -inf


def test_the_order_of_accounts_changes_no_group() -> None:
    told = {
        frozenset(
            frozenset(found.known[i].telling.event for i in members) for members in found.groups
        )
        for order in permutations([*ONE, dated(4, MONDAY - 40)])
        for found in [group(order)]
    }
    assert len(told) == 1


def test_groups_that_nothing_joins_are_found_one_by_one() -> None:
    far = [telling(n, days=((MONDAY - 300,) * 2,), sure=True) for n in (4, 5)]
    known = [*ONE, *far]
    weights = {pair: b for pair, b in keyed(known).items() if b >= THRESHOLD}
    alike = groups(len(known), weights, lambda i, j: bits(known[i], known[j]))
    whole = pool(alike, known, weights, Bonds(len(known)))
    assert [g for g in whole if max(g) < len(ONE)] == pool(
        [g for g in alike if max(g) < len(ONE)],
        ONE,
        {p: b for p, b in weights.items() if max(p) < len(ONE)},
        Bonds(len(ONE)),
    )
