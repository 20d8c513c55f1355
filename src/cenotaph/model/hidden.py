"""Withheld names -> where they stand in words, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_TOKEN = re.compile(r"\w+")
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 6  # words of one name


class Joint(NamedTuple):
    """Names of two sets, the second a small one: no third set is made of a large one."""

    most: frozenset[str]
    more: frozenset[str]

    def __contains__(self, name: object) -> bool:
        return name in self.most or name in self.more

    def __bool__(self) -> bool:
        return bool(self.most or self.more)


Hidden = frozenset[str] | Joint


def standing(words: str, hidden: Hidden, *, fewest: int) -> Iterator[tuple[int, int]]:
    """Yield where a withheld name of at least so many words stands, the longest first."""
    first_words, first_word = _beginnings(hidden)
    done = 0
    for token in first_word.finditer(words) if hidden else ():
        if token[0] in first_words and token.start() >= done:
            ends = _ends(words, token.start())[fewest - 1 :]
            tries = (words[token.start() : end] for end in reversed(ends))
            name = next((t for t in tries if " ".join(t.split()) in hidden), None)
            if name is not None:
                done = token.start() + len(name)
                yield token.start(), done


def _ends(words: str, start: int) -> list[int]:
    return [t.end() for t in islice(_TOKEN.finditer(words, start), _LONGEST)]


def _beginnings(names: Hidden) -> tuple[AbstractSet[str], re.Pattern[str]]:
    """Return the words that names begin with, and what finds them: most words have no capital."""
    if not isinstance(names, Joint):
        found, small = _first_words(names)
        return found, _beginning(small)
    (most, few), (more, others) = _first_words(names.most), _first_words(names.more)
    known = few if others <= few else few | others
    return (most if more <= most else most | more), _beginning(known)


@lru_cache(maxsize=8)  # of one set for thousands of texts
def _first_words(names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that names begin with, and those of them without a capital."""
    found = frozenset(m[0] for m in map(_TOKEN.search, names) if m)
    return found, frozenset(word for word in found if word[0] in _SMALL)


@lru_cache(maxsize=8)
def _beginning(small: frozenset[str]) -> re.Pattern[str]:
    words = [rf"\b{re.escape(word)}\b" for word in sorted(small)]
    return re.compile("|".join([rf"\b[^\W{_SMALL}]\w*", *words]))
