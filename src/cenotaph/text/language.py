"""Sentences -> those in English, and what stands in another language and is not read.

Told by paragraph: by its script, else by the small words of its language. Only what plainly is
another language is left out: a short line, a headline or a list of names is read, unless all around
it is foreign and nothing in it is English.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from cenotaph.model import OTHER_LANGUAGE, Skipped
from cenotaph.text.lexicon import ordered
from cenotaph.text.reading import Sentence

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]+")
_LETTERS = 10  # of another script, before it makes a paragraph foreign
_WORDS = 4  # small words of another language, before they do
_KINDS = 3  # different ones of them
_TIMES = 3  # as many as of English ones


def in_english(
    sentences: Sequence[Sentence],
) -> tuple[tuple[Sentence, ...], tuple[Skipped, ...]]:
    """Return the sentences to read, numbered through, and the stretches that are not English."""
    if not _Seen.of("\n".join(s.text for s in sentences)).suspect:
        return tuple(sentences), ()
    found = [list(group) for _, group in itertools.groupby(sentences, lambda s: s.paragraph)]
    seen = [_Seen.of(" ".join(s.text for s in group)) for group in found]
    foreign = _settled(found, seen)
    if not any(foreign):
        return tuple(sentences), ()
    kept = (s for group, other in zip(found, foreign, strict=True) if not other for s in group)
    numbered = (msgspec.structs.replace(s, number=i) for i, s in enumerate(kept))
    return tuple(numbered), tuple(_left_out(found, foreign))


class _Seen(NamedTuple):
    """What the words of a passage say of its language."""

    english: int  # small words of English
    other: int  # of the language that has most
    kinds: int  # different ones of them
    latin: int  # letters; 0 where there are none but English ones
    strange: int  # letters of other scripts

    @classmethod
    def of(cls, text: str) -> _Seen:
        """Look at a text."""
        words = Counter(_WORD.findall(text.lower()))
        number: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for word, n in words.items():
            for language in _languages().get(word, ()):
                number[language] += n
                kinds[language] += 1
        english = number.pop("english", 0)
        most = max(number, key=lambda name: (number[name], name), default="")
        latin = strange = 0
        if not text.isascii():
            latin = sum(map(len, _LATIN.findall(text)))
            strange = sum(map(len, _WORD.findall(text))) - latin
        return cls(english, number[most], kinds[most], latin, strange)

    @property
    def suspect(self) -> bool:
        """Tell whether a part of the passage may be in another language."""
        return self.strange >= _LETTERS or (self.other >= _WORDS and self.kinds >= _KINDS)

    @property
    def foreign(self) -> bool:
        """Tell whether the passage plainly is in another language."""
        if self.strange >= max(_LETTERS, self.latin):
            return True
        return self.suspect and self.other >= max(_WORDS, _TIMES * self.english)


def _settled(found: Sequence[Sequence[Sentence]], seen: Sequence[_Seen]) -> list[bool]:
    """Return which paragraphs are foreign: each by itself, or by those around it."""
    foreign = [one.foreign for one in seen]
    text = [i for i, group in enumerate(found) if group[0].part == "text"]
    whole = _Seen.of(" ".join(s.text for i in text for s in found[i])).foreign
    plain = [i for i in text if foreign[i] or seen[i].english]  # those that say what they are
    for before, after in itertools.pairwise([-1, *plain, len(found)]):
        ends = [foreign[i] for i in (before, after) if 0 <= i < len(found)]
        if all(ends) and (ends or whole):
            for i in range(before + 1, after):
                foreign[i] = found[i][0].part == "text"
    if text and all(foreign[i] for i in text):
        return [other or not one.english for other, one in zip(foreign, seen, strict=True)]
    return foreign


def _left_out(found: Sequence[Sequence[Sentence]], foreign: Sequence[bool]) -> list[Skipped]:
    """Return each run of foreign paragraphs as one stretch."""
    runs: list[Skipped] = []
    parted = [(other, group[0].part) for group, other in zip(found, foreign, strict=True)]
    for (other, part), run in itertools.groupby(range(len(found)), lambda i: parted[i]):
        if other:
            paragraphs = [found[i] for i in run]
            start, end = paragraphs[0][0].span.start, paragraphs[-1][-1].span.end
            runs.append(Skipped(why=OTHER_LANGUAGE, start=start, end=end, part=part))
    return runs


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return the languages of each small word; of one that is English too, English."""
    groups = ordered("languages.txt")
    ours = {*groups["english"], *groups["neither"]}
    found: dict[str, tuple[str, ...]] = dict.fromkeys(groups["english"], ("english",))
    for language, words in groups.items():
        for word in {*words} - ours:
            found[word] = (*found.get(word, ()), language)
    return found
