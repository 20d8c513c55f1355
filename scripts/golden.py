"""Golden accounts -> a report, account by account; and the floors, which only ever rise.

./run python scripts/golden.py              every account with something wrong, then the figures
./run python scripts/golden.py 017 linked   only accounts whose names hold one of the words
./run python scripts/golden.py --raise      write tests/golden/floors.json anew where it rises
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "golden"
sys.path.insert(0, str(FOLDER))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: small matrices gain from one

from golden_floors import FLOORS, raised, read_floors, write_floors  # noqa: E402
from golden_reading import linked_items, single_items  # noqa: E402
from golden_scoring import Item, figures  # noqa: E402


def main() -> int:
    """Print what is wrong and how much is right; with --raise, write the higher floors."""
    options = _options()
    items = _items(options.words)
    for name, found in items.items():
        wrong = [item for item in found if not item.right]
        if wrong or options.all:
            print(f"\n{name}: {len(found) - len(wrong)} of {len(found)} right")
        for item in wrong:
            print(f"  {item.sort:24} {item.words}")
    _print_figures(items)
    if options.rise:
        if options.words:
            print("--raise wants all accounts: leave out the words", file=sys.stderr)
            return 2
        write_floors(raised(read_floors(), items))
        print(f"written: {FLOORS.name}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("words", nargs="*", help="only accounts whose names hold one of these")
    parser.add_argument("--all", action="store_true", help="name accounts without a fault too")
    parser.add_argument("--raise", dest="rise", action="store_true", help="write higher floors")
    return parser.parse_args()


def _items(words: list[str]) -> dict[str, list[Item]]:
    found = {name: items for name, items in single_items().items() if _chosen(name, words)}
    if not words or any("linked".startswith(w) or w.startswith("1") for w in words):
        found |= linked_items()
    return found


def _chosen(name: str, words: list[str]) -> bool:
    return not words or any(word in name for word in words)


def _print_figures(items: dict[str, list[Item]]) -> None:
    print()
    for sort, (right, of) in figures(i for found in items.values() for i in found).items():
        print(f"{sort:26} {right / of:.3f}  ({right} of {of})")
    perfect = sum(all(item.right for item in found) for found in items.values())
    print(f"{'accounts all right':26} {perfect / len(items):.3f}  ({perfect} of {len(items)})")


if __name__ == "__main__":
    sys.exit(main())
