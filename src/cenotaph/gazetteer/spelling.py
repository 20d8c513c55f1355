"""A name as written -> the key it is looked up by: case, accents, hyphens, points do not matter."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u064b-\u0655]")  # Latin, Greek, Cyrillic accents; Arabic vowels
_QUOTES = re.compile("[.'`´‘’ʻʼʽʾʿ′]")
_GAPS = re.compile(r"[\s\-‐‑–—,/_]+")
# Letters that Unicode does not take apart, as English news writes them.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
)
_SUN = re.compile(r"\b(?P<vowel>[ae])l (?P<letter>sh|th|dh|[tdrzsn])")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def key(name: str) -> str:
    """Return the form under which all spellings of a name that differ only in dress meet."""
    if not name.isascii():
        name = _MARKS.sub("", unicodedata.normalize("NFKD", name)).casefold().translate(_PLAIN)
        name = unicodedata.normalize("NFC", name)
    words = _GAPS.sub(" ", _QUOTES.sub("", name.lower())).split()
    if words and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def spellings(name: str) -> tuple[str, ...]:
    """Return the keys of a name whose Arabic article is written in several ways.

    "Jisr al-Shughur" is spoken "ash-Shughur"; "Deir al-Balah" is "el-Balah" too.
    """
    spelled = key(name)
    spoken = _SUN.sub(r"\g<vowel>\g<letter> \g<letter>", spelled)
    return tuple(dict.fromkeys((spelled, spoken, spelled.replace(" al ", " el "))))
