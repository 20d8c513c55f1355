"""Texts -> which of them hold some words: an index in memory, so that no copy of a text is left."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable
from typing import Final

_TERMS: Final = re.compile(r'"([^"]+)"|(\S+)')
_LETTERS: Final = re.compile(r"\w")
# Only the index is kept, not the texts: about two fifths of their size (FTS5, contentless).
_TABLE: Final = (
    "CREATE VIRTUAL TABLE told USING fts5"
    "(words, content='', tokenize='unicode61 remove_diacritics 2')"
)


class Finding:
    """Finds texts by their words, in any case and without regard to accents."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Index (id, text) of each text."""
        self._ids: list[str] = []
        self._lock = threading.Lock()
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._index.execute(_TABLE)
        for name, words in texts:
            self._ids.append(name)
            self._index.execute(
                "INSERT INTO told (rowid, words) VALUES (?, ?)", (len(self._ids), words)
            )

    def holding(self, words: str) -> frozenset[str]:
        """Return the ids of the texts that hold every word, or its beginning.

        Words in quotation marks must follow each other. Words without a letter or figure say
        nothing; where none is left, no text is found.
        """
        terms = [quoted or f"{plain}*" for quoted, plain in _terms(words)]
        if not terms:
            return frozenset()
        with self._lock:
            rows = self._index.execute(
                "SELECT rowid FROM told WHERE told MATCH ?", (" ".join(terms),)
            )
            return frozenset(self._ids[row - 1] for (row,) in rows)


def _terms(words: str) -> Iterable[tuple[str, str]]:
    """Yield each term as FTS5 takes a string, so that no sign in it is taken for an operator."""
    for match in _TERMS.finditer(words):
        quoted, plain = (part.replace('"', "") for part in (match[1] or "", match[2] or ""))
        if _LETTERS.search(quoted + plain):
            yield (f'"{quoted}"', "") if quoted else ("", f'"{plain}"')
