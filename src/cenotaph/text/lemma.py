"""A word and its tag -> its lemma and part of speech, from the model's own tables.

spaCy's components for this cost a third of all parsing time; the same tables, read with a cache,
cost next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cenotaph.text.lexicon import grouped, ordered

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS = ("noun", "verb", "adj", "adv")
_TABLES = ("lemma_exc", "lemma_rules", "lemma_index")
_TABLE_OF = {"AUX": "verb", "VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
_DOUBLED = re.compile(r"([bdgmnprt])\1$")  # "machinegunned": in no table, nor what it comes of
_PROPER = frozenset({"NNP", "NNPS"})
_BASE = frozenset({"NN", "VB", "VBP", "JJ", "RB", "MD"})
_CLITICS = {
    "'s": "be", "'re": "be", "'m": "be", "am": "be", "are": "be", "'ve": "have", "n't": "not",
    "'d": "would", "'ll": "will", "ca": "can", "wo": "will",
}  # fmt: skip


@lru_cache(maxsize=2**15)
def part_of_speech(lower: str, tag: str, dep: str) -> str:
    """Return the universal part of speech for a Penn tag."""
    if lower in {"not", "n't"}:
        return "PART"
    if tag.startswith("VB") and (dep in {"aux", "auxpass"} or lower in _words("be")):
        return "AUX"
    if tag == "IN" and lower in _words("subordinating"):
        return "SCONJ"
    if tag == "WDT" or (tag == "NN" and lower in _words("indefinite")):
        return "PRON"
    if tag == "DT" and dep not in {"det", "predet", "preconj", "cc"}:
        return "PRON"
    return _by_tag().get(tag, "X")


class Lemmas:
    """The model's exceptions, suffix rules and known words, with what was looked up so far."""

    def __init__(
        self,
        exceptions: Mapping[str, Mapping[str, Sequence[str]]],
        rules: Mapping[str, Sequence[Sequence[str]]],
        index: Mapping[str, Sequence[str]],
    ) -> None:
        self._exceptions = exceptions
        self._rules = rules
        self._index = {kind: frozenset(words) for kind, words in index.items()}
        self._known: dict[tuple[str, str], str] = {}

    @classmethod
    def of(cls, nlp: Language) -> Lemmas:
        """Take the tables of a model's lemmatizer; without one, words stay as they are."""
        if not nlp.has_pipe("lemmatizer"):
            return cls({}, {}, {})
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        if not all(lookups.has_table(name) for name in _TABLES):
            return cls({}, {}, {})
        tables = [lookups.get_table(name) for name in _TABLES]
        return cls(*[{k: table[k] for k in _KINDS if k in table} for table in tables])

    def lemma(self, word: str, tag: str, pos: str) -> str:
        """Return the dictionary form: "killings" -> "killing", "shot" (VBD) -> "shoot"."""
        if tag in _PROPER:
            return word
        key = (word, tag)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look_up(word.lower(), tag, pos)
        return found

    def knows(self, word: str) -> bool:
        """Tell whether the tables hold a lower-case word, or one that it is a form of."""
        if any(word in words for words in self._index.values()):
            return True
        if any(word in forms for forms in self._exceptions.values()):
            return True
        return any(
            word.removesuffix(old) + new in self._index.get(kind, frozenset())
            for kind, rules in self._rules.items()
            for old, new in rules
            if old and word.endswith(old)
        )

    def _look_up(self, word: str, tag: str, pos: str) -> str:
        if pos == "PRON":
            return _pronouns().get(word, word)
        if word in _CLITICS and pos in {"AUX", "VERB", "PART"} and tag != "POS":
            return _CLITICS[word]
        kind = _TABLE_OF.get(pos)
        if kind is None or tag in _BASE:
            return word
        exceptional = self._exceptions.get(kind, {}).get(word)
        return exceptional[0] if exceptional else self._by_rule(word, kind)

    def _by_rule(self, word: str, kind: str) -> str:
        known = self._index.get(kind, frozenset())
        forms = [
            word.removesuffix(old) + new
            for old, new in self._rules.get(kind, ())
            if old and word.endswith(old)
        ]
        fit = [form for form in forms if form in known]
        single = [form[:-1] for form in forms if kind == "verb" and _DOUBLED.search(form)]
        return (fit or single or forms or [word])[0]


@cache
def _by_tag() -> dict[str, str]:
    return {tag: pos for pos, tags in ordered("tags.txt").items() if pos.isupper() for tag in tags}


def _words(name: str) -> frozenset[str]:
    return grouped("tags.txt")[name]


@cache
def _pronouns() -> dict[str, str]:
    return {
        form: kind[8:]
        for kind, forms in ordered("tags.txt").items()
        if kind[:8] == "pronoun:"
        for form in forms
    }
