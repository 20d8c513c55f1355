"""Names of people -> what is left of them however they are spelled: Mohammed is Muhammad."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PARTS = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_PARTICLES = frozenset({
    "al", "el", "ul", "as", "ad", "ash", "bin", "ibn", "abu", "de", "del", "della", "di", "da",
    "dos", "van", "von", "der", "den", "la", "le", "mr", "mrs", "ms", "dr", "jr", "sr", "ii", "iii",
})  # fmt: skip
_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("ch", "k"), ("ck", "k"), ("ph", "f"), ("kh", "k"), ("gh", "g"),
    ("th", "t"), ("dh", "d"), ("zh", "z"), ("ts", "s"), ("cz", "s"), ("x", "ks"), ("q", "k"),
    ("c", "k"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_SILENT = re.compile(r"[aeiouyjh]")
_TWICE = re.compile(r"(.)\1+")
_LEAST = 3  # letters that must be left of a name: fewer tell too little

Person = tuple[str, str]
"""A first and a last name as `sound` leaves them; the first is empty where only one is told."""


def person(name: str) -> Person | None:
    """Return a person's first and last name by their sounds; None where no name is left."""
    parts = [p for p in _PARTS.findall(name.replace("-", " ")) if p.casefold() not in _PARTICLES]
    if not parts:
        return None
    return (sound(parts[0]) if len(parts) > 1 else "", sound(parts[-1]))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the consonants by which a name is heard; a short one stays as it is written."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalpha() and c.isascii()
    )
    heard = _TWICE.sub(r"\1", plain)
    for letters, one in _SOUNDS:
        heard = heard.replace(letters, one)
    heard = _SILENT.sub("", _TWICE.sub(r"\1", heard))
    return heard if len(heard) >= _LEAST else plain or word.casefold()


def is_same(a: Person, b: Person) -> bool:
    """Tell whether two full names can be one person's; an initial stands for any name it starts."""
    if a[1] != b[1] or not a[0] or not b[0]:
        return False
    return a[0] == b[0] or (1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0])
