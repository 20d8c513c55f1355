"""Accounts composed by lot of the turns that agency copy takes -> what is read of them wrongly.

./run python scripts/turns.py             200 accounts, each wrong one with its text, then figures
./run python scripts/turns.py 1000 7      so many, of that lot
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
sys.path[:0] = [str(TESTS / "turns"), str(TESTS)]

from composed import composed  # noqa: E402
from judged import faults  # noqa: E402


def main(number: int = 200, seed: int = 1) -> None:
    """Print what is wrong, and how often beside which turn."""
    lot = random.Random(seed)  # noqa: S311 - a lot that can be drawn again
    told, wrong, right = Counter[str](), Counter[str](), 0
    for _ in range(number):
        made = composed(lot)
        found = list(faults(made))
        told.update(made.turns)
        wrong.update(made.turns if found else ())
        right += not found
        if found:
            print(f"{made.text}\n  {'; '.join(found)}\n")
    for turn, times in sorted(told.items()):
        print(f"{turn:10} {times:4} {wrong[turn]:4} wrong")
    print(f"right {right} of {number}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
