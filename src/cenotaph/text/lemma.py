"""A word and its tag -> its lemma and part of speech, from the model's own tables.

spaCy's components for this cost a third of all parsing time; the same tables, read with a cache,
cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.language import Language

_POS = {
    "PUNCT": ". , -LRB- -RRB- `` \"\" '' : HYPH NFP",
    "SYM": "$ # SYM",
    "ADJ": "AFX JJ JJR JJS",
    "CCONJ": "CC",
    "NUM": "CD",
    "DET": "DT PDT WP$ WDT",
    "PRON": "EX PRP PRP$ WP",
    "X": "FW LS NIL ADD GW XX",
    "ADP": "IN RP",
    "AUX": "MD",
    "NOUN": "NN NNS",
    "PROPN": "NNP NNPS",
    "PART": "POS TO",
    "ADV": "RB RBR RBS",
    "INTJ": "UH",
    "VERB": "VB VBD VBG VBN VBP VBZ BES HVS",
    "SCONJ": "WRB",
}
_BY_TAG = {tag: pos for pos, tags in _POS.items() for tag in tags.split()}
_SUBORDINATING = frozenset(
    "that if because while since so whether although though unless once till whereas whilst".split()
)
_BE = frozenset("be am is are was were been being 's 're 'm".split())
_INDEFINITE = frozenset(
    "something anyone anything nothing someone everything everyone everybody nobody somebody "
    "anybody none".split()
)
_PROPER = frozenset({"NNP", "NNPS"})


def part_of_speech(lower: str, tag: str, dep: str) -> str:
    """Return the universal part of speech for a Penn tag."""
    if tag == "IN" and lower in _SUBORDINATING:
        return "SCONJ"
    if tag.startswith("VB") and (dep in {"aux", "auxpass"} or lower in _BE):
        return "AUX"
    if tag == "NN" and lower in _INDEFINITE:
        return "PRON"
    if tag == "WDT" and lower == "that":
        return "PRON"
    return _BY_TAG.get(tag, "X")


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
        self._index = {pos: frozenset(words) for pos, words in index.items()}
        self._known: dict[tuple[str, str], str] = {}

    @classmethod
    def of(cls, nlp: Language) -> Lemmas:
        """Take the tables from a model's lemmatizer; a model without one leaves words as they are."""
        if not nlp.has_pipe("lemmatizer"):
            return cls({}, {}, {})
        tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        read = [
            {k: tables.get_table(t)[k] for k in ("noun", "verb", "adj", "adv") if k in tables.get_table(t)}
            for t in ("lemma_exc", "lemma_rules", "lemma_index")
            if tables.has_table(t)
        ]
        return cls(*read) if len(read) == 3 else cls({}, {}, {})

    def lemma(self, word: str, tag: str, pos: str) -> str:
        """Return the dictionary form: "killings" -> "killing", "shot" (VBD) -> "shoot"."""
        if tag in _PROPER:
            return word
        key = (word, tag)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look_up(word.lower(), tag, pos)
        return found

    def _look_up(self, word: str, tag: str, pos: str) -> str:
        table = {"AUX": "verb", "VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}.get(pos)
        if table is None or tag in {"NN", "VB", "JJ", "RB", "MD"}:
            return cast("str", _CLITICS.get(word, word))
        exceptional = self._exceptions.get(table, {}).get(word)
        if exceptional:
            return exceptional[0]
        return _CLITICS.get(word) or self._by_rule(word, table)

    def _by_rule(self, word: str, table: str) -> str:
        known = self._index.get(table, frozenset())
        forms = [
            word[: len(word) - len(old)] + new
            for old, new in self._rules.get(table, ())
            if old and word.endswith(old)
        ]
        for form in forms:
            if form in known:
                return form
        return forms[0] if forms else word


_CLITICS = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "n't": "not", "'d": "would", "'ll": "will"}
