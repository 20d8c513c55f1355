"""Accounts composed by lot of the turns that a genre takes -> what is read of them wrongly.

./run python scripts/turns.py wire             200 accounts, each wrong one with its text
./run python scripts/turns.py wire 1000 7      so many, of that lot
./run python scripts/turns.py wire 200 7 tell  figures alone
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
sys.path[:0] = [str(TESTS / "turns"), str(TESTS)]

from expected import faults  # noqa: E402


def main(genre: str = "wire", number: int = 200, seed: int = 1, *, texts: bool = True) -> None:
    """Print what is wrong, and how often beside which turn."""
    composed = import_module(genre).composed
    lot = random.Random(seed)  # noqa: S311 - a lot that can be drawn again
    told, wrong, kinds, right = Counter[str](), Counter[str](), Counter[str](), 0
    for _ in range(number):
        made = composed(lot)
        found = list(faults(made))
        told.update(made.turns)
        wrong.update(made.turns if found else ())
        kinds.update({fault.partition(" ")[0] for fault in found})
        right += not found
        if found and texts:
            print(f"{made.title or ''}\n{made.text}\n  {'; '.join(found)}\n")
    for turn, times in sorted(told.items()):
        print(f"{turn:14} {times:4} {wrong[turn]:4} wrong")
    print(f"right {right} of {number}; {dict(kinds)}")


if __name__ == "__main__":
    genre, *lots = [a for a in sys.argv[1:] if a != "tell"] or ["wire"]
    main(genre, *map(int, lots), texts="tell" not in sys.argv)
