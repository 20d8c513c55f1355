"""Estimate what each level of each comparison is worth, from the composed corpus (tests/scenes).

    ./run python scripts/estimate.py             writes data/link_weights.tsv
    ./run python scripts/estimate.py --certainty keeps the bits, and says anew how sure links are

Even-numbered scenes estimate the bits; odd-numbered ones are held out, and say how often a link of
so many bits is right: what is stated is the least share that nineteen in twenty drawings of as many
scenes have. Nothing is taken from any other collection. Of two accounts from different scenes, the
second is set at a day within a year of the first, as in a collection of one year.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from scene_tellings import Corpus, Scene, Told, read, scenes

from cenotaph.link import group
from cenotaph.link.estimate import Tally, estimated, levels, moved
from cenotaph.link.profile import Profile
from cenotaph.link.weights import Weights, parsed, shipped, written

OUT = Path(__file__).parent.parent / "src/cenotaph/data/link_weights.tsv"
SPREAD = 365  # days either way between the incidents of two scenes
DRAWINGS = 1000  # of as many scenes as there are
BINS = (-99.0, -8.0, -4.0, 0.0, 4.0, 8.0, 12.0, 16.0, 20.0)  # bits, of the table of certainty
HEAD = """\
# What each level of each comparison of two accounts is worth: COMPARISON, LEVEL, BITS, how many
# pairs of one incident, of neighboring incidents and of others were at it in the composed corpus
# (tests/scenes, even numbers), WORDS. BITS are log2(m / u), see docs/linking.md; those of "account"
# and "prior" are set by hand. Last, from how many bits on which share of links between accounts of
# the held-out scenes (odd numbers) is right at the least. Made by scripts/estimate.py.
"""


class Link(NamedTuple):
    """Two accounts that were put together."""

    scene: str  # of the first
    low: float  # of the bin that its bits are in
    right: bool


def main() -> None:
    """Estimate, write, and say how certain links of the held-out scenes are."""
    rows, prior = shipped().rows, shipped().prior
    if "--certainty" not in sys.argv[1:]:
        chosen = scenes(held_out=False)
        rows = tuple(estimated(tallied(read(chosen), chosen), rows))
    found = parsed(written(prior, rows, shipped().sure).splitlines())
    held_out = scenes(held_out=True)
    links = linked(read(held_out).told, found)
    sure = certainty(links, [s["scene"] for s in held_out])
    for low in BINS:
        right, count = _of(links, (low,))
        stated = next(share for bits, share in reversed(sure) if bits <= low)
        print(
            f"from {low:6.1f} bits: {right / max(count, 1):.2f} of {count} links; stated {stated}"
        )
    OUT.write_text(HEAD + written(prior, rows, sure), "utf-8")


def tallied(corpus: Corpus, chosen: Sequence[Scene]) -> Tally:
    """Return how pairs compare; an incident counts for one less than its accounts."""
    tally = Tally()
    told = [t for t in corpus.told if t.clean and t.incident]
    size = Counter(t.incident for t in told)
    days = {
        i["id"]: date.fromisoformat(i["first"]).toordinal() for s in chosen for i in s["incidents"]
    }
    chance = random.Random(1)  # noqa: S311 # the same figures every time
    for a, b in combinations(told, 2):
        if a.ref == b.ref:
            continue
        if a.incident == b.incident:
            tally.add(levels(a.profile, b.profile), "same", 2 / size[a.incident])
        elif a.scene == b.scene:
            tally.add(levels(a.profile, b.profile), "near")
        else:
            gap = days[a.incident or ""] - days[b.incident or ""]
            later = moved(b.profile, gap + chance.randint(-SPREAD, SPREAD))
            tally.add(_of_strangers(a, b, later), "far")
    return tally


def _of_strangers(a: Told, b: Told, later: Profile) -> Iterator[tuple[str, str]]:
    """Yield how accounts of two scenes compare; a war and a crime only by day and place."""
    for comparison, level in levels(a.profile, later):
        if a.register == b.register or comparison in {"days", "publication", "place"}:
            yield comparison, level


def linked(told: Sequence[Told], weights: Weights) -> list[Link]:
    """Return the links between accounts of the groups that are made of some tellings."""
    of = {t.profile.telling.event: t for t in told}
    grouped = group([t.profile for t in told], worth=weights)
    found = []
    for members in grouped.groups:
        for a, b in combinations([grouped.known[i] for i in members], 2):
            one, other = of[a.telling.event], of[b.telling.event]
            if one.incident and other.incident and one.ref != other.ref:
                low = max(low for low in BINS if low <= weights.total(a, b))
                found.append(Link(one.scene, low, one.incident == other.incident))
    return found


def certainty(links: Sequence[Link], drawn: Sequence[str]) -> tuple[tuple[float, float], ...]:
    """Return from how many bits on so many links at least are right: more is never less sure.

    Links of one scene are right or wrong together, so scenes are drawn, and not links.
    """
    at: dict[str, list[Link]] = {scene: [] for scene in drawn}
    for link in links:
        at[link.scene].append(link)
    chance = random.Random(1)  # noqa: S311 # the same figures every time
    samples = [chance.choices(drawn, k=len(drawn)) for _ in range(DRAWINGS)]
    found: list[tuple[float, float]] = []
    least = 1.0
    for lows in reversed(_pooled(links)):
        counts = {scene: _of(at[scene], lows) for scene in drawn}
        shares = sorted(_share(counts[scene] for scene in sample) for sample in samples)
        least = min(least, shares[len(shares) // 20])
        found.append((lows[0], round(least, 2)))
    return tuple(reversed(found))


def _pooled(links: Sequence[Link]) -> list[tuple[float, ...]]:
    """Return the bins, put together where more bits were right less often."""
    pools: list[tuple[float, ...]] = []
    for low in BINS:
        pools.append((low,))
        while len(pools) > 1 and _share([_of(links, pools[-2])]) >= _share([_of(links, pools[-1])]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return pools


def _of(links: Sequence[Link], lows: Collection[float]) -> tuple[int, int]:
    """Return how many links of some bins are right, and of how many."""
    found = [link.right for link in links if link.low in lows]
    return sum(found), len(found)


def _share(counts: Iterable[tuple[int, int]]) -> float:
    """Return the share that is right; a link that may be either is added."""
    right, count = 0, 0
    for more, of in counts:
        right, count = right + more, count + of
    return (right + 0.5) / (count + 1)


if __name__ == "__main__":
    main()
