"""The lexicon of parties, and the countries that words name."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.speech_roles import countries, seats

ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def party_words(group: str) -> frozenset[str]:
    """Return the words of one group of data/parties.txt."""
    return grouped("parties.txt").get(group, frozenset())


def is_nameless(name: str) -> bool:
    """Tell whether words say what somebody does and nothing of who it is: "other terrorists"."""
    words = name.lower().split()
    if words[:1] in (["enemy's"], ["enemy’s"]):
        return True  # "the enemy's defence ministry": whose enemy depends on who tells it
    return all(word in party_words("nameless") for word in words)


def is_plain(name: str) -> bool:
    """Tell whether words only say of what sort armed people are: "Islamist insurgents"."""
    known = party_words("rebel") | party_words("faith") | party_words("nameless")
    return all(word in known for word in name.lower().split())


def firsts(words: Sequence[str]) -> Counter[str]:
    """Return the letters that a name's words open with in capitals; "army" with its Spanish E too.

    The People's Dawn Army [EPA] is abbreviated from its own language.
    """
    letters = Counter(w[0] for w in words if w[0].isupper())
    letters["E"] += any(w.lower() == "army" for w in words)
    return letters


def country(words: Sequence[str]) -> str | None:
    """Return the country whose name, adjective or seat of government stands among some words.

    None of those whom two say: the Bosnian Serbs are neither state.
    """
    if people_named(words) is not None:
        return None
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length + 1):
            if found := country_named(words[start : start + length]):
                return found
    return None


def people_named(words: Sequence[str]) -> str | None:
    """Return a people that the adjectives of two countries name: "Bosnian Serb" are the Serbs."""
    for one, other in itertools.pairwise(words):
        if not (one.isalpha() and other.isalpha() and one.istitle() and other.istitle()):
            continue
        of, is_ = country_named([one]), country_named([other])
        named = {one.casefold(), other.casefold()} & {str(of).casefold(), str(is_).casefold()}
        if of and is_ and of != is_ and not named:
            return f"{one} {other}" if other.endswith("s") else f"{one} {other}s"
    return None


def country_named(words: Sequence[str]) -> str | None:
    """Return the country that some words are the name, adjective or seat of."""
    if not words or not words[0][:1].isupper():
        return None
    phrase = re.sub(r"['’]s?$", "", " ".join(words)).casefold()
    if phrase in {"junta", "car"}:  # of any country; and no short for one
        return None
    return countries().get(phrase) or seats().get(phrase)


def seat_named(words: Sequence[str]) -> str | None:
    """Return the country whose seat of government some words are; not its name or adjective."""
    if not words or words[0].casefold() == "the":
        words = words[1:]
    phrase = " ".join(words).casefold()
    return None if phrase in countries() else seats().get(phrase)


@cache
def _by_code() -> dict[str, str]:
    rows = (line.split("\t") for line in lines("seats.tsv"))
    return {code: name for code, name, _ in rows}


def country_by_code(code: str) -> str | None:
    """Return the name of a country by its ISO 3166-1 alpha-2 code."""
    return _by_code().get(code)
