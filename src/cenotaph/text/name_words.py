"""A sentence -> its words as names are made of them, and the word lists that tell names apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.reading import Sentence

# "U.S.", "N.C.", "W.Va."; then words with apostrophes and hyphens inside: "Be'eri", "Deir-Sur".
_WORD = re.compile(r"(?:[A-Z]\.(?:[A-Z]\.)+|W\.Va\.|[^\W\d_]+(?:['’ʼ‘‐‑-][^\W\d_]+)*)")
_OWNER = re.compile(r"['’](?:s|S)$")
_ARTICLE = re.compile(r"[a-z]{1,3}-[A-Z]")  # "al-Shifa", "ez-Zor"
_ACRONYM_LONGEST = 5
PUT_IN = frozenset({"in", "at", "near"})  # what stands before the place of an event


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One word; offsets count from the start of its sentence."""

    text: str
    lower: str
    start: int
    end: int
    capital: bool
    owner: bool  # "Kyiv's": the text is without the 's
    glued: bool  # nothing but one blank (or a point and a blank) stands before it
    ent: str  # entity label of the small model, "" for none or not parsed


class Lists(msgspec.Struct, frozen=True):
    """The word lists, lower case."""

    groups: dict[str, frozenset[str]]
    plain: frozenset[str]  # ordinary words that are places somewhere
    given: frozenset[str]
    surnames: frozenset[str]

    def has(self, group: str, word: str) -> bool:
        """Tell whether a lower-case word stands in a group."""
        return word in self.groups[group]


@cache
def lists() -> Lists:
    """Return the word lists of the package."""
    groups = {name: _lower(words) for name, words in grouped("names.txt").items()}
    return Lists(
        groups=groups,
        plain=_words("gazetteer_words.txt"),
        given=_words("gazetteer_given_names.txt"),
        surnames=_words("gazetteer_surnames.txt"),
    )


def words_of(sentence: Sentence) -> list[Word]:
    """Return the words of a sentence, capitals as the grammar was shown them."""
    text = _shown(sentence)
    labels = {t.start - sentence.span.start: t.ent for t in sentence.tokens if t.ent}
    found: list[Word] = []
    last = -1
    for match in _WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        owned = _OWNER.search(word)
        if owned:
            word = word[: owned.start()]
        gap = text[last:start] if last >= 0 else ""
        glued = gap in {" ", "\u00a0", "\n"} or (gap == ". " and _shortens(found[-1].lower))
        capital = word[:1].isupper() or _ARTICLE.match(word) is not None
        at = (start, start + len(word))
        found.append(
            Word(word, word.lower(), *at, capital, owned is not None, glued, labels.get(start, ""))
        )
        last = end
    return found


def is_shouted(words: list[Word]) -> bool:
    """Tell whether a sentence is in upper case, so that capitals tell nothing."""
    long = [w for w in words if len(w.text) > 1]
    loud = sum(w.text.isupper() for w in long)
    return len(long) >= 3 and loud * 10 >= len(long) * 7


def is_acronym(word: Word) -> bool:
    """Tell whether a word is a short form in capitals: "UN", "FARC"."""
    plain = word.text.replace(".", "")
    return 2 <= len(plain) <= _ACRONYM_LONGEST and plain.isupper() and plain.isascii()


def _shortens(lower: str) -> bool:
    """Tell whether a point after the word belongs to it: "St. Louis", "Sgt. Cole", "J. Cole"."""
    return len(lower) == 1 or lower in {"st", "ste", "ft", "mt"} or lists().has("title", lower)


def _shown(sentence: Sentence) -> str:
    """Return the sentence with the capitals that its tokens carry (true-cased text)."""
    text, at = sentence.text, sentence.span.start
    recased = [
        t for t in sentence.tokens
        if t.text != text[t.start - at : t.end - at] and len(t.text) == t.end - t.start
    ]  # fmt: skip
    if not recased:
        return text
    letters = list(text)
    for token in recased:
        letters[token.start - at : token.end - at] = token.text
    return "".join(letters)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
