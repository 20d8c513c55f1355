"""Who was spoken of so far in a document, for pronouns and for "the group", "the deputy mayor".

Looked up by sentence or by word: what is asked must not grow with what was told before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from cenotaph.text.people import Person
from cenotaph.text.reading import NamePhrase, Sentence
from cenotaph.text.speech_sources import Source

_NEAR = 4  # sentences back in which a pronoun's person is looked for
_WORD = re.compile(r"[\w-]+")


class Salient(NamedTuple):
    """Who could be meant by a pronoun, and where."""

    sentence: int
    start: int
    source: Source
    told: bool = False  # in what somebody says: less likely than who says it


class Salience:
    """Who could be meant: the subjects of all sentences first, then the sources as they are met."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_sentence: dict[int, list[Salient]] = {}
        self._first: dict[str, list[Salient]] = {}
        self._later: dict[str, list[Salient]] = {}

    def first(self, subjects: Iterable[Salient]) -> None:
        """Note the subjects of one sentence, none before those of the sentences before it."""
        for subject in subjects:
            self._note(subject, self._first)

    def later(self, source: Salient) -> None:
        """Note a source of reported speech."""
        self._note(source, self._later)

    def near(self, sentence: int) -> Iterator[Salient]:
        """Yield who was noted in a sentence and the few before it."""
        for number in range(sentence - _NEAR, sentence + 1):
            yield from self._by_sentence.get(number, ())

    def ending(self, word: str, sentence: int) -> Source | None:
        """Return who was noted last, up to a sentence, by a name of several words ending so."""
        for met in reversed(self._later.get(word, ())):
            if met.sentence <= sentence:
                return met.source
        first = self._first.get(word, [])
        at = bisect_right(first, sentence, key=attrgetter("sentence"))
        return first[at - 1].source if at else None

    def _note(self, salient: Salient, by_word: dict[str, list[Salient]]) -> None:
        self._by_sentence.setdefault(salient.sentence, []).append(salient)
        words = salient.source.name.casefold().split()
        if len(words) > 1:
            by_word.setdefault(words[-1], []).append(salient)


class Titles:
    """The persons of a document by the words that tell who they are."""

    def __init__(
        self, names: Sequence[tuple[Sentence, NamePhrase]], known: Mapping[str, Person]
    ) -> None:
        """Take the names, those of the text first, and what is said of each person."""
        self._named: dict[str, list[tuple[int, int, NamePhrase]]] = {}
        for order, (sentence, phrase) in enumerate(names):
            if phrase.kind == "person":
                self._named.setdefault(phrase.name, []).append((order, sentence.number, phrase))
        self._told: dict[str, list[frozenset[str]]] = {}
        self._by_word: dict[str, dict[str, None]] = {}
        for name in self._named:
            texts = (*known[name].words, name) if name in known else (name,)
            self._told[name] = [frozenset(_WORD.findall(t.casefold())) for t in texts]
            for word in {w for words in self._told[name] for w in words}:
                self._by_word.setdefault(word, {})[name] = None
        self._found: dict[frozenset[str], list[list[tuple[int, NamePhrase]]]] = {}

    def last(self, words: frozenset[str], sentence: int) -> NamePhrase | None:
        """Return who is named last, up to a sentence, of those of whom the words are all said.

        The title's names come before those of the text: they are whom it is about.
        """
        if words not in self._found:
            self._found[words] = self._of(words)
        for named in self._found[words]:
            at = bisect_right(named, sentence, key=lambda pair: pair[0])
            if at:
                return named[at - 1][1]
        return None

    def _of(self, words: frozenset[str]) -> list[list[tuple[int, NamePhrase]]]:
        """Return where those are named of whom the words are said, by title and text."""
        rarest = min((self._by_word.get(w, {}) for w in words), key=len)
        met = [name for name in rarest if any(words <= told for told in self._told[name])]
        found = sorted(entry[:2] for name in met for entry in self._named[name])
        by_order = {e[0]: e[2] for name in met for e in self._named[name]}
        return [
            [(number, by_order[n]) for n, number in found if by_order[n].span.part == part]
            for part in ("title", "text")
        ]
