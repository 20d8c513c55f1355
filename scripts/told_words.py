"""Write data/link_told_words.tsv: words that accounts of violence share, whatever they tell of.

    ./run python scripts/told_words.py

From the even-numbered scenes of the composed corpus (tests/scenes): "sheriff" is rare in English
and common where crimes are told. A word of three scenes and more is worth what its share of the
scenes says, where that is less than what data/link_words.tsv says; the same every time.
"""

from __future__ import annotations

from collections import Counter
from math import log
from pathlib import Path

from scene_tellings import Scene, scenes

from cenotaph.link.rarity import UNKNOWN, rarity_in_english, words

OUT = Path(__file__).parent.parent / "src/cenotaph/data/link_told_words.tsv"
LEAST = 3  # scenes
STEP = 0.5
HEAD = """\
# Words that a share of all accounts of violence have, whatever incident they tell of: BITS (at most
# so many for a word in common), WORDS. 12 bits for a word of one scene, none for one of all, by the
# logarithm, from the even-numbered scenes of tests/scenes. Made by scripts/told_words.py.
"""


def main() -> None:
    """Count in how many scenes each word is; write those worth less than in English."""
    chosen = scenes(held_out=False)
    count = Counter(word for scene in chosen for word in _words(scene))
    rows: dict[float, list[str]] = {}
    for word, number in sorted(count.items()):
        bits = round(UNKNOWN * (1 - log(number) / log(len(chosen))) / STEP) * STEP
        if number >= LEAST and bits < rarity_in_english(word):
            rows.setdefault(bits, []).append(word)
    lines = (f"{bits:g}\t{' '.join(found)}\n" for bits, found in sorted(rows.items()))
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")


def _words(scene: Scene) -> set[str]:
    return set().union(*(words(f"{a['title'] or ''}\n{a['text']}") for a in scene["accounts"]))


if __name__ == "__main__":
    main()
