"""What sorts out pairs before they are compared sorts out none that the comparison would keep."""

from __future__ import annotations

import random
from array import array
from itertools import combinations, pairwise

import msgspec
import numpy as np
import pytest

from cenotaph.growth.sharing import Sharing, in_lots
from cenotaph.link import Bound, Outlines, Profile, Sketches, alike, bits
from cenotaph.link.compare import COMPARISONS
from cenotaph.link.prose import Passage, Prose
from cenotaph.link.weights import Weights, shipped
from cenotaph.model import Span, Telling

COUNT = 130
FIRST = 737_000  # a day
HOURS = ((600, 640), (620, 660), (700, 1110), (1140, 1740), (20, 40))  # minutes
WORDS = {f"word{n}": 0.5 + n % 12 for n in range(30)}


def seeded(number: int) -> random.Random:
    return random.Random(number)  # noqa: S311 # the same made-up values in every run


def profile(number: int) -> Profile:
    """Make up a telling of few words, so that many agree in something."""
    chance = seeded(number)

    def some(most: int, *members: str) -> frozenset[str]:
        return frozenset(chance.sample(members, min(len(members), chance.randint(0, most))))

    def count() -> tuple[int, int | None] | None:
        low = chance.choice((0, 1, 2, 4, 5, 9, 10, 30))
        return chance.choice((None, (low, low), (low, low), (low, low + 9), (low, None)))

    def day() -> tuple[int | None, int]:
        last = FIRST + chance.choice((0, 1, 2, 3, 7, 30, 70, 400))
        return chance.choice((None, last, last, last - 1, last - 20, last - 90)), last

    people = [
        frozenset((chance.choice(("", "m", "mhmd", "l")), last) for last in some(2, "brnt", "vst"))
        for _ in range(3)
    ]
    bag = {w: WORDS[w] for w in chance.sample(sorted(WORDS), chance.choice((0, 3, 5, 20)))}
    points = [
        (chance.choice((0.0, 0.0, 0.05, 0.2, 0.5, 2.0, 60.0)), chance.choice((-179.9, 0.3, 179.9)))
        for _ in range(chance.choice((0, 1, 1, 2)))
    ]
    ages = frozenset(chance.sample((9, 10, 31, 73), chance.randint(0, 2)))
    places = some(2, "kitaf", "reno", "riba", "teshi")
    return Profile(
        telling=Telling(document=f"{number // 2}", event=f"{number}", mentions=(), claims=()),
        order=(f"2018-{number:03}", f"{number // 2}", number % 2),
        publisher=None,
        published=chance.choice((None, *(FIRST + n for n in (0, 0, 2, 5, 20, 50, 200, 500)))),
        days=tuple(day() for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 5)))),
        sure=chance.random() < 0.5,
        news=chance.random() < 0.5,
        hours=tuple(sorted(chance.sample(HOURS, chance.choice((0, 1, 2))))),
        points=tuple(sorted(points)),
        only_near=chance.random() < 0.2,
        names_of_places=places,
        little_known=frozenset(p for p in places if p != "reno"),
        around=some(1, "kitaf", "reno", "riba", "lae"),
        beside=tuple(
            chance.sample(((0.3, 0.3), (60.0, 0.3), (5.0, -179.95)), chance.randint(0, 2))
        ),
        names=some(3, "klmbn", "brks", "trvst", "lngvl"),
        towns=some(2, "klmbn", "ktf", "lngvl"),
        regions=some(1, "A 1", "A 2", "B 1"),
        countries=some(1, "A", "B"),
        targets=some(2, "home", "hospital", "school"),
        weapons=some(1, "knife", "rocket"),
        killed=count(),
        injured=count(),
        streets=some(1, "lake", "5600 lake", "oak"),
        victims=people[0],
        suspects=people[1] - people[0],
        persons=people[0] | people[1] | people[2],
        ages=ages,
        victims_ages=frozenset(a for a in ages if a != 31),
        parties=some(1, "army", "militia"),
        kinds=frozenset({"Battles"}),
        subkinds=some(1, "Armed clash", "Shelling"),
        heading=frozenset(),
        words=bag,
        length=sum(b * b for b in bag.values()) ** 0.5,
        table=chance.choice((None, None, None, "a table")),
    )


def skewed() -> Weights:
    """Return weights under which what is farther apart may be worth more, as nobody would wish."""
    chance, known = seeded(5), shipped()
    worth = tuple((c, {level: chance.uniform(-4, 6) for level in of}) for c, of in known.worth)
    return msgspec.structs.replace(known, prior=-6.0, worth=worth)


@pytest.mark.parametrize("weights", [None, skewed()], ids=["shipped", "skewed"])
@pytest.mark.parametrize("least", [0.0, 4.0])
def test_no_pair_with_so_many_bits_is_sorted_out(weights: Weights | None, least: float) -> None:
    known = [profile(n) for n in range(COUNT)]
    outlines = Outlines()
    for one in known:
        outlines.add(one)
    pairs = np.array(list(combinations(range(COUNT), 2)))
    kept = Bound(outlines, weights).reaching(pairs[:, 0], pairs[:, 1], least)
    back = pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]
    again = Bound(outlines, weights).reaching(back[:, 1], back[:, 0], least)
    found = dict(zip(map(tuple, pairs.tolist()), kept.tolist(), strict=True))
    assert found == dict(zip(map(tuple, back.tolist()), again.tolist(), strict=True))
    worth = {p: bits(known[p[0]], known[p[1]], weights) for p in found}
    assert [p for p, near in found.items() if worth[p] >= least and not near] == []
    if weights is None:
        apart = [p for p in found if worth[p] < least]
        assert sum(not found[p] for p in apart) > 0.2 * len(apart)  # and many of the others are


def test_every_comparison_is_bounded_at_the_levels_that_it_has() -> None:
    """A level added to a comparison is one that the bound must know: this test names them all."""
    known: dict[str, set[str | None]] = {c.__name__: set() for c in COMPARISONS}
    for one, other in combinations([profile(n) for n in range(2 * COUNT)], 2):
        for compare in COMPARISONS:
            known[compare.__name__].add(compare(one, other))
    wanted = {(c, level) for c, level in shipped().words if c not in {"account", "kind"}}
    assert wanted - {(c, level) for c, levels in known.items() for level in levels} == set()


def test_pairs_that_share_a_key_are_found_once() -> None:
    chance = seeded(3)
    keys = [sorted(chance.sample(range(90), chance.choice((0, 1, 4, 9)))) for _ in range(60)]
    expected = {(i, j) for i, j in combinations(range(60), 2) if set(keys[i]) & set(keys[j])}
    for count in (1, 7, 10_000):
        sharing = Sharing([array("q", one) for one in keys])
        lots = list(in_lots(sharing.pairs(count), 40))
        found = [
            (int(i), int(j)) for ones, others in lots for i, j in zip(ones, others, strict=True)
        ]
        assert len(found) == len(set(found))
        assert set(found) == expected
        rows = list(sharing.rows(np.arange(60)))
        assert sorted(rows) == sorted((k, n) for n, one in enumerate(keys) for k in one)
        assert rows == sorted(rows)
    assert list(Sharing([array("q")]).pairs(5)) == []


def prose(number: int) -> Prose:
    """Make up a prose of a few sentences that others have too, in part."""
    chance = seeded(number)
    passages = []
    for _ in range(chance.choice((0, 1, 3, 5))):
        begun = chance.randrange(0, 60, 10)
        words = [f"w{n}" for n in range(begun, begun + chance.choice((5, 12, 24)))]
        for n in chance.sample(range(len(words)), chance.choice((0, 1, 2))):
            words[n] = f"w{number}"
        runs = frozenset(map(" ".join, pairwise(words)))
        specifics = frozenset(words[:3])
        passages.append(Passage(span=Span(start=0, end=1), words=tuple(words), runs=runs,
                                specifics=specifics, tells=True,
                                weight=chance.choice((0.5, 1.0))))  # fmt: skip
    places: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        for run in passage.runs:
            places.setdefault(run, []).append(place)
    whole = frozenset(s for p in passages for s in p.specifics)
    return Prose(passages=tuple(passages), places=places, specifics=whole)


def test_no_copy_is_sorted_out_by_its_sketch() -> None:
    known = [prose(n) for n in range(120)]
    sketches = Sketches()
    for one in known:
        sketches.add(one)
    pairs = list(combinations(range(len(known)), 2))
    ones, others = (np.array(side) for side in zip(*pairs, strict=True))
    there, back = sketches.ways(ones, others)
    kept = (there | back).tolist()
    for (i, j), *ways in zip(pairs, there.tolist(), back.tolist(), strict=True):
        assert alike(known[i], known[j], (ways[0], ways[1])) == alike(known[i], known[j])
    copies = [alike(known[i], known[j]) for i, j in pairs]
    assert sum(copies) > 20
    assert [p for p, near, copy in zip(pairs, kept, copies, strict=True) if copy and not near] == []
    assert sum(kept) < 0.8 * len(pairs)
