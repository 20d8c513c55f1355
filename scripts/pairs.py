"""The pairs table -> a report, row by row; and the floors, which only ever rise.

./run python scripts/pairs.py               every row with something wrong, then the figures
./run python scripts/pairs.py scope layout  only these lines
./run python scripts/pairs.py --found       say of each wrong row all that was found
./run python scripts/pairs.py --raise       write tests/pairs/floors.json anew where it rises
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "pairs"
sys.path.insert(0, str(FOLDER))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: small matrices gain from one

from pairs_floors import FLOORS, write_floors  # noqa: E402
from pairs_misses import MISSES  # noqa: E402
from pairs_reading import faults, found_in, lines, show  # noqa: E402


def main() -> int:
    """Print what is wrong and how much is right; with --raise, write the higher floors."""
    options = _options()
    for line in options.lines or lines():
        _print_line(line, found=options.found)
    if options.rise:
        write_floors()
        print(f"written: {FLOORS.name}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("lines", nargs="*", help="only these lines of the table")
    parser.add_argument("--found", action="store_true", help="show all that was found")
    parser.add_argument("--raise", dest="rise", action="store_true", help="write higher floors")
    return parser.parse_args()


def _print_line(line: str, *, found: bool) -> None:
    right = of = 0
    for case, rows in lines()[line].items():
        for row in rows:
            of += 1
            wrong = faults(row)
            right += not wrong
            if not wrong:
                continue
            known = " (known)" if row.opening in MISSES else ""
            print(f"\n{line} / {case} / {'trap' if row.is_trap else 'true'}{known}\n  {row.text}")
            print(*(f"    {words}" for words in wrong), sep="\n")
            if found:
                print(*(f"      . {show(facts)}" for facts in found_in(row)), sep="\n")
    print(f"\n{line:14} {right / of:.3f}  ({right} of {of})")


if __name__ == "__main__":
    sys.exit(main())
