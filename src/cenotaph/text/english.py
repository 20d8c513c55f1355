"""Whether a word is one that English texts hold, or a stranger: a name from elsewhere."""

from __future__ import annotations

from functools import cache

from cenotaph.text.lexicon import lines


def is_english(word: str) -> bool:
    """Tell whether a lower-case word is among the 30,000 that are most frequent in English."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    common = (w for line in lines("link_common_words.txt") for w in line.split())
    rarer = (w for line in lines("link_words.tsv") for w in line.partition("\t")[2].split())
    return frozenset((*common, *rarer))
