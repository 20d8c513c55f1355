"""Sets of accounts composed by lot -> how well they are linked and counted, and what is wrong.

./run python scripts/turn_sets.py 40 7        so many sets of that lot, each wrong one in full
./run python scripts/turn_sets.py 40 7 tell   figures alone
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
sys.path[:0] = [str(TESTS / "turns"), str(TESTS)]

from sets import composed  # noqa: E402
from sets_judging import Judged, judged  # noqa: E402


def main(number: int = 40, seed: int = 1, *, texts: bool = True) -> None:
    """Print what is wrong, and how often."""
    lot = random.Random(seed)  # noqa: S311 - a lot that can be drawn again
    whole, sorts = Judged(), Counter[str]()
    for n in range(number):
        made = composed(lot)
        found = judged(made)
        whole.add(found)
        sorts.update(" ".join(fault.split()[:1]) for fault in found.faults)
        if found.faults and texts:
            print(f"\n######## set {n}")
            for h in made.incidents:
                print(f"{h.key}: {h.town.name} {h.day:%A %Y-%m-%d} {h.scene.noun} {h.killed}")
            for p in made.papers:
                told = ", ".join(k for k, _ in p.tells)
                print(f"\n== {p.ref} {p.way} ({told}) {p.published} {p.title}\n{p.text}")
            print("\n".join(f"  >> {fault}" for fault in found.faults))
    print(sorts)
    print(
        f"pairwise P {whole.hits / max(whole.ours, 1):.3f} R {whole.hits / whole.theirs:.3f} "
        f"F1 {whole.f1:.3f}; records right {whole.right} of {whole.records}"
    )


if __name__ == "__main__":
    lots = [int(a) for a in sys.argv[1:] if a != "tell"]
    main(*lots, texts="tell" not in sys.argv)
