"""Words -> what is compared: letters without case and marks, so that "NÚÑEZ" is "Nunez"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

# A letter or digit and what follows it, combining marks too; "_" parts as a blank does.
TOKEN: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0483-\u0487\u064b-\u065f])*")
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(word: str) -> str:
    """Return a word without case, marks and ligatures."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold().translate(_PLAIN)


def folded(words: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    return tuple(fold(t[0]) for t in TOKEN.finditer(words))


def tokens(words: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a stretch as it is compared, and where it stands."""
    for token in TOKEN.finditer(words, start, end):
        yield fold(token[0]), token.start(), token.end()
