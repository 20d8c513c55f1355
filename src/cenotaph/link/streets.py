"""Sentences of an event -> the streets that they name, and the blocks of these."""

from __future__ import annotations

import re
from functools import cache

from cenotaph.text.lexicon import grouped, ordered

_NAME = r"(?:(?:[A-Z][\w.'’-]*|\d+(?:st|nd|rd|th))\s{1,2})"
_SIDES = frozenset({
    "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west", "northeast",
    "northwest", "southeast", "southwest", "upper", "lower", "old",
    "u.s", "us", "state", "county",
})  # fmt: skip
_BEFORE = frozenset(
    {"in", "on", "at", "near", "off", "of", "the", "along"}
)  # "Shot On Lake Street"


@cache
def _any() -> re.Pattern[str]:
    """Return what every street has in it; most texts have none."""
    kinds = ordered("names.txt")["road"]
    both = (*kinds, *(f"{k.lower()}s" for k in kinds if len(k) > 2))
    return re.compile(rf"\s(?:{'|'.join(both)})\b")


@cache
def _named() -> re.Pattern[str]:
    """Return "5600 block of West Lake Street": the number of a block, and a name."""
    kinds = "|".join(sorted(grouped("names.txt")["road"], key=lambda k: (-len(k), k)))
    return re.compile(
        rf"(?:\b(?P<block>\d{{1,5}})(?:-block\s|\s[Bb]lock\s)(?:of\s)?)?"
        rf"(?P<name>{_NAME}{{1,4}})(?:{kinds})\b(?!\.?\s[A-Z][a-z]+\s(?:County|Police))"
    )


@cache
def _listed() -> re.Pattern[str]:
    """Return "Baltimore and McHenry avenues": two names with one word for both."""
    kinds = "|".join(f"{k.lower()}s" for k in ordered("names.txt")["road"] if len(k) > 2)
    return re.compile(rf"(?P<one>{_NAME}{{1,3}})and\s(?P<other>{_NAME}{{1,3}})(?:{kinds})\b")


def streets(text: str) -> frozenset[str]:
    """Return the streets named: "lake", and with the block told "5600 lake"."""
    found: set[str] = set()
    if _any().search(text) is None:
        return frozenset()
    for match in _named().finditer(text):
        name = _plain(match["name"])
        if name:
            found.add(name)
            if match["block"]:
                found.add(f"{match['block']} {name}")
    for match in _listed().finditer(text):
        found.update(n for n in (_plain(match["one"]), _plain(match["other"])) if n)
    return frozenset(found)


def _plain(name: str) -> str:
    """Return a street's name without the points of the compass: they come and go."""
    words = [w.strip(".").casefold() for w in name.split()]
    begin = max((n + 1 for n, w in enumerate(words) if w in _BEFORE), default=0)
    return " ".join(w for w in words[begin:] if w and w not in _SIDES)
