"""Words -> how many bits one in common is worth: shipped, so that no other account changes it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cenotaph.text.lexicon import lines

_WORD = re.compile(r"[^\W\d_]{3,}")
UNKNOWN = 12.0  # bits of a word that the table lacks: a name, most often


def words(text: str) -> set[str]:
    """Return the words of three letters and more, in lower case."""
    return set(_folded(text).split())


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(w.casefold() for w in _WORD.findall(text))


def rarity(word: str) -> float:
    """Return the bits that a word in common is worth; 0 for one that tells nothing."""
    return min(rarity_in_english(word), _told().get(word, UNKNOWN))


def rarity_in_english(word: str) -> float:
    """Return the bits of a word by how rare it is in English at large."""
    return _table().get(word, UNKNOWN)


@cache
def _told() -> dict[str, float]:
    return _by_bits("link_told_words.tsv")


@cache
def _table() -> dict[str, float]:
    found = _by_bits("link_words.tsv")
    found.update({w: 0.0 for line in lines("link_common_words.txt") for w in line.split()})
    for line in lines("countries.tsv"):  # "Syrian": countries are compared for themselves
        found.update(dict.fromkeys(words(line.split("\t")[3]), 0.0))
    return found


def _by_bits(name: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines(name):
        bits, _, group = line.partition("\t")
        found.update(dict.fromkeys(group.split(), float(bits)))
    return found
