"""What is called after persons and is nobody -> where it stands: diseases, days, armed movements.

"Alzheimer's", "Parkinson's disease", "Bastille Day", "Boko Haram". Only what stands in the list, or
is shown by the words beside it: a person may be called Parkinson or Day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_OWN = re.compile(r"['’]s\b")
_ILLNESS = re.compile(
    r"(?:['’]s)?[\s-](?:disease|syndrome|virus|fever|dementia|lymphoma|palsy|sarcoma|outbreak"
    r"|epidemic|infections?)\b"
)
# "With Parkinson's.", "has Crohn's and": not "with Parkinson's mother".
_SUFFERED = re.compile(r"\b(?:with|has|had|have|died of)\s\Z")
_ENDS = re.compile(r"['’]s(?=[.,;:)]|\s(?:and|or|who|in|was|were|is|are|for|since|when)\b|\s*\Z)")
_DAY = re.compile(r"\s(?:Day|Eve|Night)\b(?!['’]s?\s[A-Z]|\s[A-Z])")
_SAINT = re.compile(r"\.?\s[A-Z][a-z]+['’]s\s(?:Day|Eve)\b(?!\s[A-Z])")
_LED = re.compile(r"(?:\A|\s)(?P<word>[A-Z][\w'’-]*)[ \u00a0]\Z")
_REACH = 30  # characters


@lru_cache(maxsize=16)
def eponyms(words: str) -> tuple[tuple[int, int], ...]:
    """Return where something stands that is called after a person, or as a person might be."""
    return tuple(_found(words))


@lru_cache(maxsize=16)
def movements(words: str) -> tuple[tuple[int, int], ...]:
    """Return where armed movements are named, articles of their names taken in: "Al Shabaab"."""
    groups, _ = _known()
    return tuple(
        (start - 3 if words[max(0, start - 3) : start] in {"Al ", "El "} else start, end)
        for start, end in eponyms(words)
        if groups.get(_plain(words[start:end])) == "movement"
    )


def _found(words: str) -> Iterator[tuple[int, int]]:
    groups, names = _known()
    for match in names.finditer(words):
        start, end = match.span()
        inside = words[start - 1 : start].isalnum() or words[end : end + 1].isalnum()
        if inside or words[start - 1 : start] == "-":
            continue
        last = _end(groups[_plain(match[0])], words, start, end)
        if last is not None:
            yield start, last


def is_movement(name: str) -> bool:
    """Tell whether a name is an armed movement's: "the Taliban"."""
    return _known()[0].get(_plain(name).removeprefix("the ")) == "movement"


def _end(group: str, words: str, start: int, end: int) -> int | None:
    """Return where a thing that opens with a word of a group ends; None where it is none."""
    match group:
        case "movement":
            alone = " " in _plain(words[start:end]) or not _is_in_name(words, start, end)
            return end if alone else None
        case "illness":
            own = _OWN.match(words, end)
            return end if own is None else own.end()
        case "sickened":
            near = words[max(0, start - _REACH) : start]
            ill = _ILLNESS.match(words, end) or (_SUFFERED.search(near) and _ENDS.match(words, end))
            return ill.end() if ill else None
        case "day" | "saint":
            day = (_DAY if group == "day" else _SAINT).match(words, end)
            return None if day is None else day.end()
        case _:
            return end


def _is_in_name(words: str, start: int, end: int) -> bool:
    """Tell whether a capital stands beside, so that it may be part of a person's name."""
    led = _LED.search(words[max(0, start - _REACH) : start])
    follows = words[end : end + 1] in {" ", "\u00a0", "-"} and words[end + 1 : end + 2].isupper()
    return follows or (led is not None and led["word"] not in {"The", "Al", "El"})


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@cache
def _known() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the list's names with their groups, and what finds them.

    Each name opens with a letter, so that the pattern is tried only where one of these stands.
    """
    text = files("cenotaph").joinpath("data", "eponyms.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    groups = {word.replace("_", " "): group for group, *listed in rows for word in listed}
    longest = sorted(groups, key=lambda w: (-len(w), w))
    told = (re.escape(w).replace(r"\ ", r"\s").replace("'", "['’]") for w in longest)
    return groups, re.compile("|".join(told))
