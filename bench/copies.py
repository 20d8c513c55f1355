"""How well copies are found, and how fast.

    python bench/copies.py composed [--freeze]         the pairs of tests/copies, read by the reader
    python bench/copies.py gva LEDGER [--freeze]       labeled pairs of a ledger of the open gva set
    python bench/copies.py speed LEDGER                signatures a second; candidates by size

Labels of gva are in copies-gva.json, by the documents' hashes alone. One of a pair is a copy where
half or more of the shorter one's own prose (quotations, captions and furniture aside) is the
other's, word for word or lightly reworded. What two readings did not settle is "unsure", and is
left out. A ledger is what `cenotaph read` made of `input.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "copies"))

from edits import pairs  # noqa: E402 # beside the tests that use it too

from cenotaph.extract import extract  # noqa: E402
from cenotaph.gazetteer import shipped  # noqa: E402
from cenotaph.link.copies import likenesses  # noqa: E402
from cenotaph.link.signature import bands, candidates, likely, signature  # noqa: E402
from cenotaph.model import Account, Document  # noqa: E402
from cenotaph.store import Ledger  # noqa: E402
from cenotaph.text import load_grammar, read_text  # noqa: E402


class Row(NamedTuple):
    """A labeled pair."""

    groups: tuple[str, ...]
    first: str
    second: str
    copy: bool


class Score(NamedTuple):
    """Right copies, wrong ones, missed ones."""

    right: int
    wrong: int
    missed: int

    def words(self) -> str:
        """Return precision and recall with their counts."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return (
            f"precision {precision:.3f} ({self.right} of {self.right + self.wrong}),"
            f" recall {recall:.3f} ({self.right} of {self.right + self.missed})"
        )


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    if options.what == "speed":
        _speed(_accounts(options.ledger))
        return
    if options.what == "composed":
        accounts, rows = _composed()
    else:
        accounts = _accounts(options.ledger)
        rows = list(_labeled({a.document.id for a in accounts}))
    scores = _scores(accounts, rows)
    for group, score in sorted(scores.items()):
        print(f"{group}: {score.words()}")
    if options.freeze:
        frozen = {group: score._asdict() for group, score in sorted(scores.items())}
        target = HERE / "frozen" / f"copies-{options.what}.json"
        target.write_text(json.dumps(frozen, indent=1) + "\n", "utf-8")


def _scores(accounts: Iterable[Account], rows: Iterable[Row]) -> dict[str, Score]:
    known = {a.document.id: a for a in accounts}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        found = found_copy(known[row.first], known[row.second])
        at = 0 if found and row.copy else 1 if found else 2
        if found or row.copy:
            for group in ("all", *row.groups):
                counts[group][at] += 1
    return {group: Score(*found) for group, found in counts.items()}


def found_copy(one: Account, other: Account) -> bool:
    """Tell whether linking finds one of two accounts to be a copy: by band, sketch and prose."""
    a, b = signature(one), signature(other)
    if not bands(a) & bands(b) or not likely([a], [b])[0]:
        return False
    return bool(likenesses((one, other), [(one.document.id, other.document.id)]))


def _composed() -> tuple[list[Account], list[Row]]:
    every = list(pairs())
    documents = {Document.of(*t).id: Document.of(*t) for p in every for t in (p.left, p.right)}
    grammar, places = load_grammar(), shipped()
    accounts = [extract(read_text(d, grammar, places)) for d in documents.values()]
    rows = [
        Row(
            (half := "held out" if p.held_out else "open", f"{half}, {p.kind}, {p.strength}"),
            Document.of(*p.left).id,
            Document.of(*p.right).id,
            p.copy,
        )
        for p in every
    ]
    return accounts, rows


def _labeled(there: set[str]) -> Iterator[Row]:
    for row in json.loads((HERE / "copies-gva.json").read_text("utf-8")):
        if row["label"] != "unsure" and {row["first"], row["second"]} <= there:
            yield Row((row["half"],), row["first"], row["second"], row["label"] == "copy")


def _accounts(path: Path) -> list[Account]:
    with Ledger.open(path) as ledger:
        return list(ledger.live().accounts)


def _speed(accounts: list[Account]) -> None:
    begun = time.process_time()
    known = {a.document.id: signature(a) for a in accounts}
    took = time.process_time() - begun
    print(f"{len(accounts)} signatures, {len(accounts) / took:,.0f} a second on one core")
    names = sorted(known)
    for part in (8, 4, 2, 1):
        some = names[: len(names) // part]
        begun = time.process_time()
        found = candidates({n: known[n] for n in some})
        middle = time.process_time()
        near = likenesses([a for a in accounts if a.document.id in set(some)], found)
        end = time.process_time()
        print(
            f"{len(some):7,} accounts: {len(found):7,} candidates in {middle - begun:.2f} s,"
            f" {sum(map(len, near.values())) // 2:6,} copies in {end - middle:.2f} s"
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["composed", "gva", "speed"])
    parser.add_argument("ledger", nargs="?", type=Path, help="for gva and speed")
    parser.add_argument("--freeze", action="store_true", help="keep the result in bench/frozen")
    options = parser.parse_args()
    if options.what != "composed" and options.ledger is None:
        parser.error(f"{options.what} needs a ledger")
    return options


if __name__ == "__main__":
    main()
