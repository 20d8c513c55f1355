"""Sentences of a page -> their numbers, so that paper has each sentence once."""

from __future__ import annotations

from typing import NamedTuple

from cenotaph.pages.quoting import Sentence


class Numbered(NamedTuple):
    """A sentence's number on its page."""

    number: int  # from 1, in the order in which they first stand there
    again: bool  # whether it stood on the page before


class Once:
    """Numbers the sentences of one page."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def __call__(self, sentence: Sentence) -> Numbered:
        """Return the number of a sentence: the same one whatever of it is marked."""
        words = sentence.before + sentence.words + sentence.after
        key = (sentence.document, words)
        again = key in self._known
        return Numbered(self._known.setdefault(key, len(self._known) + 1), again)
