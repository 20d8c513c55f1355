"""Initials in brackets -> the full name before them: "the People's Dawn Front [FPD]"."""

from __future__ import annotations

import re
from collections import Counter

from cenotaph.text import clauses
from cenotaph.text.party_kinds import is_groups, is_party_of
from cenotaph.text.party_words import country_named, firsts, party_words
from cenotaph.text.reading import Sentence
from cenotaph.text.shown import INITIALS

LINKS = frozenset({"of", "the", "for", "and", "-", "de", "del", "la", "los", "'s", "’s", "in",
                    "'", "’"})  # fmt: skip
_BEFORE = frozenset({"a", "an", "the", "some", "two", "three", "four", "five", "six", "seven",
                      "eight", "nine", "ten", "suspected", "alleged", "presumed",
                      "supposed"})  # fmt: skip
_STYLED = frozenset({"self-styled", "so-called", "current", "outlawed", "banned", "clandestine"})
_PARTED = frozenset({"planted", "placed", "laid", "claimed", "carried", "by", "that"})
_MOST_WORDS = 10
_FORCES = frozenset({"force", "forces"})
_SERVICES = frozenset({"air", "police", "security", "guard", "guards", "infantry"})


def name_before(sentence: Sentence, end: int, initials: str) -> str | None:
    """Return the longest name that ends before a bracket and bears the initials.

    In capitals any word may be of the name, as far as it begins with one of the initials.
    """
    shouted = sentence.text.isupper()
    first = end
    for i in range(end - 1, max(-1, end - 1 - _MOST_WORDS), -1):
        word = sentence.tokens[i].text
        if word in {'"', "“", "”"}:
            continue
        if word == "-" and sentence.tokens[i].end != sentence.tokens[i + 1].start:
            break  # a dateline's dash: "TARSK - The Dawn Front (DF)"
        opens = word[:1].isupper() or (shouted and word[:1].upper() in initials)
        joined = word.lower() == "the" and sentence.tokens[i - 1].text.lower() == "and"
        if joined and _bearing(_words(sentence, first, end), initials) is not None:
            break  # "by the army and the Dawn Front (DF)"
        if not (opens or word.lower() in LINKS or shouted) or _ends_name(sentence, i):
            break
        if opens and word.lower() not in LINKS and country_named([word]) is None:
            first = i
    first = _opening(sentence, first, end, initials)
    foreign = not shouted and sentence.tokens[end].text in {"(", "["}
    return _bearing(_words(sentence, first, end), initials, foreign=foreign)


def _opening(sentence: Sentence, first: int, end: int, initials: str) -> int:
    """Return where a name begins whose first word is a country's or a group's title."""
    if first and _adds(sentence, first - 1, end, initials):
        first -= 1  # "Niger Delta Front [NDF]"
    while first > 1 and _is_title(sentence.tokens[first - 2].text, sentence.tokens[first - 1].text):
        first -= 2  # "Army of National Dignity [EDN]"
    return first


def _adds(sentence: Sentence, index: int, end: int, initials: str) -> bool:
    """Tell whether a country's word opens a name: the initials have a letter for it."""
    if country_named([sentence.tokens[index].text]) is None:
        return False
    wanted = Counter(c for c in initials if c.isalpha())
    words = _words(sentence, index, end).split()
    return len(words) > 1 and _shared(words, wanted) > _shared(words[1:], wanted)


def _ends_name(sentence: Sentence, index: int) -> bool:
    """Tell whether no name in capitals goes on with a word: "BURNED ON 24 JUNE BY DAWN FRONT"."""
    token = sentence.tokens[index]
    if not sentence.text.isupper() or token.text.lower() in LINKS:
        return False
    told = token.pos in {"ADP", "SCONJ", "PRON", "AUX"} or token.tag in {"VBD", "VBZ", "VBP"}
    return told or not token.text[0].isalpha() or token.text.lower() in _PARTED


def _is_title(word: str, link: str) -> bool:
    """Tell whether a noun opens a group's name that "of" goes on with: "Army of"."""
    return link.lower() == "of" and word.lower() in party_words("title")


def name_inside(sentence: Sentence, start: int, initials: str) -> str | None:
    """Return the name in the bracket that opens before a token, behind its initials."""
    for end in range(start, min(start + _MOST_WORDS, len(sentence.tokens))):
        if sentence.tokens[end].text in {")", "]"}:
            return _bearing(_words(sentence, start, end), initials)
    return None


def _words(sentence: Sentence, first: int, end: int) -> str:
    """Return a name's words, with capitals also where the source has nothing else."""
    shouted = sentence.text.isupper()
    words = [
        t.text.capitalize() if shouted and t.text.islower() and t.text not in LINKS else t.text
        for t in sentence.tokens[first:end]
        if t.text not in {'"', "“", "”"}
    ]
    return re.sub(r" (?=['’])|(?<=\w) - (?=\w)", lambda m: m[0].strip(), " ".join(words))


def _bearing(full: str, initials: str, *, foreign: bool = False) -> str | None:
    """Return a full name if it bears most of the initials.

    `foreign`: a group's title may bear those of its own language: "the Dawn Front (FAP)".

    What stands before the name and adds no initial is none of it: "cells of the Dawn Front (DF)".
    """
    wanted = Counter(c for c in initials if c.isalpha())
    words = re.sub(r"['’]s?$", "", full).split()
    while words and words[0].lower() in _BEFORE:
        words.pop(0)
    starts = [
        i
        for i in range(1, len(words))
        if (words[i - 1].lower() in LINKS and not (i > 1 and _is_title(words[i - 2], words[i - 1])))
        # "the Maoist group Red Dawn Movement", "the leftist Red Dawn Movement"
        or words[i - 1].lower() in party_words("group") | party_words("faith") | _STYLED
    ]
    for start in (s for s in reversed(starts) if words[s].lower() not in LINKS):
        if _shared(words[start:], wanted) == _shared(words, wanted):
            words = words[start:]
            break
    count = sum(w[0].isupper() for w in words)
    shared = _shared(words, wanted)
    enough = shared * 3 >= sum(wanted.values()) * 2 or shared * 2 >= len(initials) > 2
    enough |= foreign and bool(words) and words[-1].lower() in party_words("title")
    if count < 2 or not enough or count > len(initials) + 3 or " ".join(words).isupper():
        return None
    return " ".join(words)


def _shared(words: list[str], wanted: Counter[str]) -> int:
    return sum((firsts(words) & wanted).values())


def initialed(sentence: Sentence, first: int, head: int) -> tuple[str, int] | None:
    """Return the name of armed people that initials stand behind, and its phrase's head.

    The initials are in the phrase, right behind it or behind what the name goes on with: "the Dawn
    Commando Force [DCF]", "Dawn Commando Force [DCF] guerrillas", "the Movement for the Freedom of
    the North [MFN]"; no state's own.
    """
    for i in range(first + 1, min(head + _MOST_WORDS, len(sentence.tokens) - 1)):
        if sentence.tokens[i].text not in {"(", "["}:
            if i > head + 1 and not _goes_on(sentence, i):
                return None
            continue
        initials = sentence.tokens[i + 1].text
        known = INITIALS.fullmatch(initials) is not None
        name = name_before(sentence, i, initials) if known else None
        if name is None or not _is_armed(name.split()):
            return None
        within = i <= head + 1 or clauses.lower(sentence, head) in name.lower().split()
        return (name, head) if within else None
    return None


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Tell whether a word can be of a name behind its first noun."""
    word = sentence.tokens[index].text
    shouted = sentence.text.isupper() and not _ends_name(sentence, index)
    return word.lower() in LINKS or word[:1].isupper() or shouted


def _is_armed(words: list[str]) -> bool:
    """Tell an armed group's or a movement's name from a state's force: "Republican Air Force"."""
    lower = {w.lower() for w in words}
    known = party_words("title") | party_words("rebel") | party_words("group") | _FORCES
    ours = any(country_named([w]) for w in words) or lower & _SERVICES
    ends = {
        w.lower() for i, w in enumerate(words, 1)
        if i == len(words) or words[i].lower() in {"of", "for"}
    }  # fmt: skip
    titled = ends & known or lower & party_words("armed")  # "Movement for the Freedom of the North"
    no_state = ends & (party_words("title") - party_words("state"))
    return bool(titled) and (no_state or is_groups(words) or not ours) and not is_party_of(words)
