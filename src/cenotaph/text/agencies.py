"""The names of news agencies, by which copies credit them and accounts pass figures on."""

from __future__ import annotations

import re
from functools import cache

from cenotaph.text.lexicon import lines

_WORD = re.compile(r"\w+")
_LONGEST = 5  # words of a name


def agency_of(name: str) -> str | None:
    """Return the news agency that a name is, by the name that stands for all of its names."""
    return _agencies().get(" ".join(name.casefold().replace("-", " ").split()))


def credited(text: str) -> tuple[str, ...]:
    """Return the agencies that a text names with a capital, sorted: "(AFP)", "told Reuters"."""
    words = _WORD.findall(text)
    found = set()
    for i, word in enumerate(words):
        if word[0].isupper():
            names = (" ".join(words[i : i + n]) for n in range(1, _LONGEST + 1))
            found |= {a for name in names if _is_name(name) and (a := agency_of(name)) is not None}
    return tuple(sorted(found))


def _is_name(words: str) -> bool:
    """Tell initials and full names from common words: "Ap" or "Mena" alone are none."""
    return " " in words or words.isupper() or words == "Reuters"


@cache
def _agencies() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("origins.txt"):
        group, *names = line.split()
        if group == "agency":
            plain = [n.replace("_", " ").replace("-", " ") for n in names]
            found.update(dict.fromkeys(plain, plain[0]))
    return found
