"""Write data/measured.tsv: how often reading was right on open data, as the bench measured it.

    ./run python scripts/measured.py

From bench/frozen, and nothing else; the same every time. A methodology note prints these figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FROZEN = ROOT / "bench/frozen"
OUT = ROOT / "src/cenotaph/data/measured.tsv"
HEAD = """\
# How often reading was right on open data that it was not trained on: KIND OF TEXT, WHAT IS
# COUNTED, VALUE (a share of one), LOW, HIGH (95% bootstrap interval), N, DAY. From bench/frozen by
# scripts/measured.py. Errors were read in parts of each set: on unseen text expect the lower end.
"""
TEXTS = {
    "gva": "reports of shootings in the United States",
    "muc4": "old newswire on Latin America, 1988 to 1990",
    "quotes": "political news",
    "places": "local and world news",
    "dates": "histories of wars",
    "article": "pages of news sites",
    "copies": "invented news stories, edited as newsrooms edit",
}
FIGURES = {
    "gva": {
        "killed.exact": "killed: the account's number, exactly",
        "injured.exact": "injured: the account's number, exactly",
        "date.exact": "day, exactly",
        "date.within1day": "day, within a day",
        "place.city": "town",
        "cluster.pairwise.precision": "pairs of accounts put together that tell of one incident",
        "cluster.pairwise.recall": "pairs of accounts of one incident that were put together",
    },
    "muc4": {
        "toll.killed.exact": "killed: the account's number, exactly",
        "toll.injured.exact": "injured: the account's number, exactly",
        "toll.zero.kept": "reports without victims that were given none",
        "template.organization.recall": "organizations held responsible that were found",
    },
    "quotes": {
        "attributed.precision": "words given to a speaker that are that speaker's",
        "attributed.recall": "words of a speaker that were found and given to the speaker",
    },
    "places": {
        "LGL.recognition.recall": "names of places that were found",
        "LGL.recognition.precision": "names taken for places that are places",
        "LGL.accuracy161": "places found that were put within 161 km of where they are",
    },
    "dates": {
        "WikiWars.span.overlap.recall": "words for days that were found",
        "WikiWars.value.accuracy": "words for days found that were given the right day",
    },
    "article": {"body.f1": "the text of a page, without its furniture (F1)"},
}


def main() -> None:
    """Write the file."""
    OUT.write_text(written(), encoding="utf-8")


def written() -> str:
    """Return what the file should hold."""
    return HEAD + "".join("\t".join(row) + "\n" for row in rows())


def rows() -> Iterator[tuple[str, ...]]:
    """Yield the rows, set by set."""
    for name, wanted in FIGURES.items():
        frozen = _frozen(name)
        known = {f["name"]: f for f in frozen["figures"][name]}
        for figure, words in wanted.items():
            found = known[figure]
            value, low, high = (f"{found[k]:.2f}" for k in ("value", "low", "high"))
            yield TEXTS[name], words, value, low, high, str(found["n"]), frozen["date"]
    held_out = _frozen("copies-composed")["held out"]
    copies = held_out["right"] + held_out["missed"]
    right = f"{held_out['right'] / copies:.2f}"
    yield TEXTS["copies"], "copies that were found", right, "", "", str(copies), ""


def _frozen(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FROZEN / f"{name}.json").read_text("utf-8"))
    return found


if __name__ == "__main__":
    main()
