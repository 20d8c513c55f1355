"""Sentences -> which of them are worth parsing; the parser takes nine tenths of reading's time.

Wanted are sentences with a word of harm, violence, an event, arms, blame or reporting, or with a
number and people; so are those right before and after a word of harm, for its pronouns. Measured
on news of violence 94 to 96 of 100 sentences are wanted: what is held back is page furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from cenotaph.text.fields import forms
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.reading import Sentence
from cenotaph.text.short_forms import short_forms

_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTES = re.compile(r'["“”«»„]|^[A-Z][\w.\'’ -]{1,40}:\s')  # or "Governor: ..."
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|"
    r"hundreds?|thousands?|several|many|some|both|another|others|couple|no|nobody|none)\b",
    re.IGNORECASE,
)
_NO_NEWS = frozenset({"no", "news"})  # of whom "them" means
_THEY = 5  # sentences back to those whom "they" may mean
_SHORTEST = 3  # letters of a beginning
_ENDING = 7  # letters of the longest ending, one of them doubled


def wanted(sentences: Sequence[Sentence]) -> set[int]:
    """Return the numbers of the sentences to parse."""
    found = forms(sentences) | {s.number for s in sentences if s.row is not None}
    for i, sentence in enumerate(sentences):
        words = {w.lower() for w in _WORD.findall(sentence.text)}
        if any(_harms(w) for w in words) or short_forms(sentence.text):
            back = _THEY if "they" in words else 1
            near = sentences[max(i - back, 0) : i + 2]
            found.update(s.number for s in near if s.part == sentence.part)
        elif sentence.part == "title" or _tells(sentence.text, words):
            found.add(sentence.number)
    return found


def _tells(text: str, words: set[str]) -> bool:
    """Tell whether words that are said, done or counted make a sentence worth parsing."""
    if any(_points(w) for w in words) or _QUOTES.search(text) or words >= _NO_NEWS:
        return True
    return any(_is_person(w) for w in words) and _FIGURE.search(text) is not None


@lru_cache(maxsize=2**16)
def _harms(word: str) -> bool:
    return _begins(word, _beginnings()[0])


@lru_cache(maxsize=2**16)
def _points(word: str) -> bool:
    if word in _listed("idle"):
        return False
    return word in _listed("form") or _begins(word, _beginnings()[1])


@lru_cache(maxsize=2**16)
def _is_person(word: str) -> bool:
    people = _people()
    return (
        word in people or word.removesuffix("s") in people or word in {"men", "women", "children"}
    )


def _begins(word: str, stems: frozenset[str]) -> bool:
    """Tell whether a word is a stem with an ending, its last letter maybe doubled: "stabbing"."""
    for n in range(max(len(word) - _ENDING, _SHORTEST), len(word) + 1):
        if word[:n] in stems and word[n:] in _endings():
            return True
        if word[:n] in stems and word[n : n + 1] == word[n - 1] and word[n + 1 :] in _endings():
            return True
    return False


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """Return the beginnings of words of harm, and of the other words."""
    harm = [w for words in grouped("harm.txt").values() for w in words]
    events = [line.split("\t")[0] for line in lines("events.tsv")]
    cues = [line.split("\t")[0] for line in lines("cues.tsv")]
    return _stems(harm), _stems([*events, *cues, *grouped("gate.txt")["stem"]])


def _stems(words: Sequence[str]) -> frozenset[str]:
    """Return words without the ending that their other forms change: "bury", "disable"."""
    bare = (w.lower().split("-")[0].rstrip("ey") for w in words)
    return frozenset(stem for stem in bare if len(stem) >= _SHORTEST)


@cache
def _endings() -> frozenset[str]:
    return grouped("gate.txt")["ending"] | {""}


def _listed(group: str) -> frozenset[str]:
    return grouped("gate.txt")[group]


@cache
def _people() -> frozenset[str]:
    return frozenset(w for words in grouped("persons.txt").values() for w in words)
