"""Pairs of tellings, told alike or apart -> the bits of every level (Fellegi and Sunter, 1969).

The bits of a level are log2(m / u): how much more often pairs of one incident are at it than
others. Those are a mixture of neighbors (another incident in the same town that week) and of
strangers, set at days and places as a year's accounts from many towns would have them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log2
from typing import Literal

import msgspec

from cenotaph.link.block import pairs
from cenotaph.link.compare import COMPARISONS
from cenotaph.link.profile import Profile
from cenotaph.link.weights import Row, Weights, written
from cenotaph.model import Decision
from cenotaph.model.groups import by_key

Alike = Literal["same", "near", "far"]
Level = tuple[str, str]

NEIGHBORS = 0.05  # share of other pairs that are of one town and week
# and of those told plainly of days so near: hardly any but of one town are compared at all, and of
# those of one town in a year (ONE_PLACE) about as many are neighbors
_NEIGHBORS_AT = {("days", "surely 1-3 days"): 0.5}
ONE_PLACE = 0.05  # share of strangers that are of one well-known place all the same
ONE_VILLAGE = 0.004  # and of one little-known place
LEAST, MOST = -8.0, 12.0  # bits: no level is surer, however few contradict it
_STRANGERS_AT_LEAST = {
    "10 km": 0.01, "30 km": 0.02, "80 km": 0.08, "300 km": 0.3, "same name": 0.01,
    "same name far apart": 0.005, "place beside": 0.05, "little-known place beside": 0.01,
    "around it": 0.01, "same region": 0.05, "same country": 0.3,
}  # fmt: skip
"""Shares of strangers by place, where most of a collection is about one country: of those whose
places are compared so, by points or only by regions or countries."""

_BY_REGION, _BY_COUNTRY = (
    frozenset({"same region", "other region"}),
    frozenset({"same country", "other country"}),
)

_FALLING = (
    ("days", ("same day", "1 day", "2-3 days", "4-10 days", "11-60 days", "more days")),
    ("days", ("within a week", "within a month", "within longer")),
    ("days", ("told within 2 days", "told within 30 days", "told later", "told before")),
    ("publication", ("same day", "1-2 days", "3-7 days", "8-30 days", "31-100 days",
                     "up to a year", "over a year")),
    ("together", ("same day", "1-2 days", "3-7 days", "8-30 days", "31-100 days",
                  "up to a year", "over a year")),
    ("place", ("same little-known place", "same place", "10 km", "30 km", "80 km", "300 km",
               "farther")),
    ("killed", ("both more", "both 6-20", "both 3-5", "both 2", "both 1")),
    ("injured", ("both more", "both 6-20", "both 3-5", "both 2", "both 1")),
    ("killed", ("meet", "near", "apart", "far apart")),
    ("injured", ("meet", "near", "apart", "far apart")),
    ("street", ("same block", "same", "other")),
    ("victims", ("two and more", "one", "surname", "none")),
    ("suspects", ("two and more", "one", "surname", "none")),
    ("persons", ("two and more", "one", "surname", "none")),
    ("hour", ("same", "same part", "other", "far")),
    ("names", ("three and more", "two", "one", "none")),
    ("ages", ("two and more", "one", "none", "other victims")),
    ("text", ("nearly all", "most", "half", "many", "more", "some", "few", "hardly any", "none")),
)  # fmt: skip
"""Levels of which none can be worth more than the one before it, whatever few pairs say."""

_EARLIER = 2.0  # pairs at the rate expected beforehand, which few pairs must outweigh
_STRANGERS_EARLIER = 0.5
_SET = frozenset({"account"})  # comparisons whose bits are set by hand
_AT_MOST = {
    ("persons", "surname"): 4.0, ("victims", "surname"): 5.0, ("persons", "one"): 10.0,
    ("suspects", "surname"): 5.0, ("suspects", "one"): 11.0,
    ("victims", "one"): 11.0, ("names", "one"): 3.5, ("names", "two"): 6.0,
    ("names", "three and more"): 8.0, ("party", "same"): 2.5,
    ("place", "another and no other"): -6.0, ("days", "news apart"): -6.0,
    ("days", "too early"): -10.0,
    ("killed", "both 0"): 1.0, ("injured", "both 0"): 1.0,
    ("killed", "both more"): 5.0, ("injured", "both more"): 5.0,
}  # fmt: skip
"""Names and parties recur in real collections more than among invented people; and the places of a
corpus composed to be hard are misread more often than those of news (in which 800 km cost 4 bits),
as are its days: a quarter of its accounts are follow-ups, whose own day may be taken for another's.
That nobody was hurt, and one large figure, are told too seldom there to be counted: of the attacks
in which nobody died there are many, and most who tell of one say so. Nobody tells of what is yet
to come: where two are at that level, a day was misread, and no more likely for one incident.
"""

_SHIPPED_COUNTS = 30.0  # pairs that what is shipped counts for when a ledger is estimated on
_ROUNDS = 25  # of expectation and maximization; measured still after 15
_DECIDED = 5.0  # pairs that one decided by a person counts for


class Tally:
    """How many pairs of each sort are at each level of each comparison, by weight."""

    def __init__(self) -> None:
        self.at: dict[Alike, dict[Level, float]] = {
            "same": defaultdict(float), "near": defaultdict(float), "far": defaultdict(float),
        }  # fmt: skip

    def add(self, levels: Iterable[Level], sort: Alike, weight: float = 1.0) -> None:
        """Count a pair."""
        for level in levels:
            self.at[sort][level] += weight

    def all(self, sort: Alike, comparison: str) -> float:
        """Return how many pairs of a sort a comparison says anything about."""
        return sum(n for (name, _), n in self.at[sort].items() if name == comparison)


def levels(a: Profile, b: Profile) -> Iterator[Level]:
    """Yield the level at which each comparison finds two tellings."""
    for compare in COMPARISONS:
        level = compare(a, b)
        if level is not None:
            yield compare.__name__, level


def moved(p: Profile, days: int) -> Profile:
    """Return a telling as if all it says had been some days later."""
    return msgspec.structs.replace(
        p,
        published=None if p.published is None else p.published + days,
        days=tuple((None if a is None else a + days, b + days) for a, b in p.days),
    )


def estimated(tally: Tally, known: Sequence[Row]) -> list[Row]:
    """Return the rows with the bits that a tally gives; levels and words are those known."""
    by_name = by_key(known, lambda row: row.comparison)
    found = {
        (name, row.level): row if name in _SET else _row(tally, row, len(rows))
        for name, rows in by_name.items()
        for row in rows
    }
    for name, falling in _FALLING:
        chain = [found[name, level] for level in falling if (name, level) in found]
        found.update({(name, row.level): row for row in _fallen(chain)})
    return list(found.values())


def _fallen(chain: Sequence[Row]) -> Iterator[Row]:
    """Yield rows whose bits never rise: neighbors that do are given their mean, by weight."""
    pools: list[tuple[float, float, int]] = []  # bits, weight, rows
    for row in chain:
        pools.append((row.bits, row.same + row.near + 1, 1))
        while len(pools) > 1 and pools[-2][0] < pools[-1][0]:
            (a, v, n), (b, w, k) = pools[-2:]
            pools[-2:] = [((a * v + b * w) / (v + w), v + w, n + k)]
    bits = [mean for mean, _, count in pools for _ in range(count)]
    for row, worth in zip(chain, bits, strict=True):
        yield msgspec.structs.replace(row, bits=round(worth, 1))


def _row(tally: Tally, row: Row, count: int) -> Row:
    level = (row.comparison, row.level)
    same, near, far = (tally.at[sort][level] for sort in ("same", "near", "far"))
    m = (same + _EARLIER / count) / (tally.all("same", row.comparison) + _EARLIER)
    stranger = (far + _STRANGERS_EARLIER / count) / (
        tally.all("far", row.comparison) + _STRANGERS_EARLIER
    )
    if row.comparison == "place":
        one = ONE_VILLAGE if "little-known" in row.level else ONE_PLACE
        stranger = (1 - one) * stranger + one * m
        share = _STRANGERS_AT_LEAST.get(row.level, 0.0) * _compared_so(tally, row.level)
        stranger = max(stranger, share)
    neighbor = (near + _EARLIER * stranger) / (tally.all("near", row.comparison) + _EARLIER)
    share = _NEIGHBORS_AT.get(level, NEIGHBORS)
    u = (1 - share) * stranger + share * neighbor
    bits = min(max(log2(m / u), LEAST), _AT_MOST.get(level, MOST))
    return msgspec.structs.replace(
        row, bits=round(bits, 1), same=round(same, 1), near=round(near, 1), far=round(far, 1)
    )


def _compared_so(tally: Tally, level: str) -> float:
    """Return the share of strangers whose places are compared as those at a level are."""
    coarse = {
        kind: sum(tally.at["far"]["place", at] for at in kind) for kind in (_BY_REGION, _BY_COUNTRY)
    }
    whole = max(tally.all("far", "place"), 1.0)
    found = next((n for kind, n in coarse.items() if level in kind), None)
    return (whole - sum(coarse.values()) if found is None else found) / whole


def on_ledger(known: Sequence[Profile], decisions: Sequence[Decision], weights: Weights) -> str:
    """Return a parameters file estimated on a ledger's own tellings and what people decided.

    The share of right links (`certainty`) stays as measured on the composed corpus.
    """
    at = {m.id: i for i, p in enumerate(known) for m in p.telling.mentions}
    at |= {c.id: i for i, p in enumerate(known) for c in p.telling.claims}
    judged = {
        (i, j): d.verdict == "same"
        for d in sorted(decisions, key=lambda d: d.seq)
        if d.verdict in {"same", "different"}
        for i, j in combinations(sorted({at[s] for s in d.subjects if s in at}), 2)
    }
    found = sorted({*pairs(known), *judged})
    decided = {n: judged[pair] for n, pair in enumerate(found) if pair in judged}
    rows = own([(known[i], known[j]) for i, j in found], decided, weights)
    head = (
        f"# Parameters of linking, estimated on {len(found):,} pairs of one ledger, of which people"
        f" decided {len(decided):,}, from those named {weights.name}.\n"
        "# COMPARISON, LEVEL, BITS, pairs of one incident, of others that share a key, of"
        " strangers, WORDS.\n"
    )
    return head + written(weights.prior, rows, weights.sure)


def own(
    compared: Sequence[tuple[Profile, Profile]], decided: Mapping[int, bool], known: Weights
) -> list[Row]:
    """Return the rows estimated on a ledger's own pairs, those that share a key.

    `decided` has, by number of pair, whether a person said that it is one incident. The others
    are taken as what the present weights make of them, in rounds (EM). What is known counts on.
    """
    found = [list(levels(a, b)) for a, b in compared]
    rows: list[Row] = list(known.rows)
    for _ in range(_ROUNDS):
        worth = {(r.comparison, r.level): r.bits for r in rows}
        tally = _expected(known)
        for n, at in enumerate(found):
            share = _share(known.prior + sum(worth.get(level, 0.0) for level in at))
            weight = 1.0
            if n in decided:
                share, weight = float(decided[n]), _DECIDED
            tally.add(at, "same", weight * share)
            tally.add(at, "near", weight * (1 - share))
        rows = estimated(tally, known.rows)
    return rows


def _share(bits: float) -> float:
    return 1 / (1 + 2 ** -min(max(bits, -50.0), 50.0))


def _expected(known: Weights) -> Tally:
    """Return the tally that the known weights stand for, cut to what it counts for."""
    whole: dict[str, float] = defaultdict(float)
    for row in known.rows:
        whole[row.comparison] += row.same
    tally = Tally()
    for row in known.rows:
        part = _SHIPPED_COUNTS / max(whole[row.comparison], _SHIPPED_COUNTS)
        tally.add([(row.comparison, row.level)], "same", row.same * part)
        tally.add([(row.comparison, row.level)], "near", row.near)
        tally.add([(row.comparison, row.level)], "far", row.far)
    return tally
