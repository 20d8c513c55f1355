"""Write data/link_words.tsv: how many bits a word that two accounts share is worth.

    pip install --no-deps wordfreq==3.1.1 && python scripts/word_bits.py PATH_OF_WORDFREQ

From wordfreq's small English list (words seen once in a million at least); the same every time.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import msgspec

OUT = Path(__file__).parent.parent / "src/cenotaph/data/link_words.tsv"
COMMON = 10.0  # bits of a word seen once in a thousand: such a word tells nothing
STEP = 0.5
HEAD = """\
# What a word in common between two accounts is worth, in bits: minus log2 of how often it is met,
# less 10. A word that is not here is rarer than one in a million and is worth 12; words of
# link_common_words.txt are worth nothing. From the small English list of wordfreq 3.1.1 (Robyn
# Speer), data under CC BY-SA 4.0; see NOTICE. Made by scripts/word_bits.py: BITS, WORDS.
"""


def main(package: str) -> None:
    """Read wordfreq's list of words by frequency (index: hundredths of a factor of ten below 1)."""
    packed = gzip.decompress(Path(package, "data", "small_en.msgpack.gz").read_bytes())
    bins = msgspec.msgpack.decode(packed)[1:]
    rows: dict[float, list[str]] = {}
    for centibels, words in enumerate(bins):
        bits = max(0.0, round((centibels / 100 * 3.3219 - COMMON) / STEP) * STEP)
        known = (w for w in words if len(w) > 2 and w.isalpha() and w.isascii())
        rows.setdefault(bits, []).extend(known)
    lines = (
        f"{bits:g}\t{' '.join(sorted(words))}\n" for bits, words in sorted(rows.items()) if words
    )
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
