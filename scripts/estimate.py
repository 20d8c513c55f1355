"""Estimate what each level of each comparison is worth, from the composed corpus (tests/scenes).

    ./run python scripts/estimate.py     writes data/link_weights.tsv, prints how sure links are

Even-numbered scenes estimate the bits; odd-numbered ones are held out, and say how often a link of
so many bits is right. Nothing is taken from any other collection. Of two accounts from different
scenes, the second is set at a day within a year of the first, as in a collection of one year.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from scene_tellings import Corpus, Scene, Told, read, scenes

from cenotaph.link import group
from cenotaph.link.estimate import Tally, estimated, levels, moved
from cenotaph.link.profile import Profile
from cenotaph.link.weights import Weights, parsed, shipped, written

OUT = Path(__file__).parent.parent / "src/cenotaph/data/link_weights.tsv"
SPREAD = 365  # days either way between the incidents of two scenes
BINS = (-99.0, -8.0, -4.0, 0.0, 4.0, 8.0, 12.0, 16.0, 20.0)  # bits, of the table of certainty
HEAD = """\
# What each level of each comparison of two accounts is worth: COMPARISON, LEVEL, BITS, how many
# pairs of one incident, of neighboring incidents and of others were at it in the composed corpus
# (tests/scenes, even numbers), WORDS. BITS are log2(m / u), see docs/linking.md; those of "account"
# and "prior" are set by hand. Last, from how many bits on which share of links between accounts of
# the held-out scenes (odd numbers) is right. Made by scripts/estimate.py.
"""


def main() -> None:
    """Estimate, write, and say how certain links of the held-out scenes are."""
    chosen = scenes(held_out=False)
    tally = tallied(read(chosen), chosen)
    rows, prior = estimated(tally, shipped().rows), shipped().prior
    found = parsed(written(prior, rows, shipped().sure).splitlines())
    held_out = read(scenes(held_out=True))
    table = certainty(held_out.told, found)
    for low, right, count in table:
        print(f"from {low:6.1f} bits: {right / max(count, 1):.2f} of {count} links right")
    OUT.write_text(HEAD + written(prior, rows, pooled(table)), "utf-8")


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


def certainty(told: Sequence[Told], weights: Weights) -> list[tuple[float, float, int]]:
    """Return from how many bits on how many links are right, and of how many."""
    of = {t.profile.telling.event: t.incident for t in told}
    grouped = group([t.profile for t in told], worth=weights)
    found = {low: [0.0, 0] for low in BINS}
    for members in grouped.groups:
        for a, b in combinations([grouped.known[i] for i in members], 2):
            one, other = of[a.telling.event], of[b.telling.event]
            if one and other and a.telling.document != b.telling.document:
                bits = weights.total(a, b)
                row = found[max(low for low in BINS if low <= bits)]
                row[0] += one == other
                row[1] += 1
    return [(low, right, int(count)) for low, (right, count) in found.items()]


def pooled(table: Sequence[tuple[float, float, int]]) -> tuple[tuple[float, float], ...]:
    """Return the shares, pooled where more bits were right less often: more is never less sure."""
    pools: list[tuple[float, float, float]] = []
    for bits, good, pairs_at in table:
        pools.append((bits, good + 0.5, pairs_at + 1.0))
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] > pools[-1][1] / pools[-1][2]:
            (low, a, b), (_, c, d) = pools[-2:]
            pools[-2:] = [(low, a + c, b + d)]
    return tuple((low, round(right / count, 2)) for low, right, count in pools)


if __name__ == "__main__":
    main()
