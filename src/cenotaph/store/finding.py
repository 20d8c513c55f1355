"""Texts -> which of them hold some words: an index in a file without a name, gone when closed."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple

_TERMS: Final = re.compile(r'"([^"]+)"|(\S+)')
_LETTERS: Final = re.compile(r"\w")
# Only the index is kept, not the texts: about two fifths of their size (FTS5, contentless). What is
# withheld of a text stands in a column of its own, in which nobody searches.
_TABLES: Final = (
    (
        "CREATE VIRTUAL TABLE told USING fts5"
        "(words, withheld, content='', tokenize='unicode61 remove_diacritics 2')"
    ),
    "CREATE TABLE texts (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
)
_AT_ONCE: Final = 50  # texts in memory
_FOUND: Final = (
    "SELECT t.id FROM told JOIN texts t ON t.n = told.rowid WHERE told MATCH ? AND told.rowid > ?"
)

Text = tuple[str, str, str]  # id, words, and those of them that are withheld


class Hits(NamedTuple):
    """The texts that hold some words."""

    documents: frozenset[str]  # ids
    last: int = 0  # the number of the text that was indexed last when they were found


class Finding:
    """Finds texts by their words, in any case and without regard to accents."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        """Index some texts."""
        self._lock = threading.Lock()
        # On a disk, not in memory: SQLite gives the file no name and deletes it when closed.
        self._index = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        for table in _TABLES:
            self._index.execute(table)
        self._last = 0
        self._lost = 0  # the last when texts were dropped
        self.add(texts)

    def add(self, texts: Iterable[Text]) -> None:
        """Index texts, each in the place of what was indexed under its id.

        A few at once: who looks for words does not wait while texts are made, which may take long.
        """
        rest = iter(texts)
        while some := list(islice(rest, _AT_ONCE)):
            with self._lock:
                self._index.execute("BEGIN")
                for text in some:
                    self._put(*text)
                self._index.execute("COMMIT")

    def _put(self, name: str, words: str, withheld: str) -> None:
        self._last += 1
        # An index without its texts forgets nothing; a row that is no text's is not found.
        query = "INSERT INTO told (rowid, words, withheld) VALUES (?, ?, ?)"
        self._index.execute(query, (self._last, words, withheld))
        self._index.execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", (self._last, name))

    def drop(self, names: Iterable[str]) -> None:
        """Find some texts no more."""
        gone = [(name,) for name in names]
        with self._lock:
            self._last += bool(gone)
            self._lost = self._last if gone else self._lost
            self._index.executemany("DELETE FROM texts WHERE id = ?", gone)

    def holding(self, words: str, before: Hits | None = None) -> Hits:
        """Return the texts that hold every word, or its beginning.

        Words in quotation marks must follow each other. Words without a letter or figure say
        nothing; where none is left, no text is found. `before` is what the same words found
        before: then only what was indexed since is looked through.
        """
        terms = [quoted or f"{plain}*" for quoted, plain in _terms(words)]
        if not terms:
            return Hits(frozenset())
        asked = f"words : ({' '.join(terms)})"
        with self._lock:
            if before is None or before.last < self._lost:
                return Hits(self._matching(asked), self._last)
            if before.last == self._last:
                return before
            query = "SELECT id FROM texts WHERE n > ?"
            others = {name for (name,) in self._index.execute(query, (before.last,))}
            fresh = self._matching(asked, before.last)
            return Hits((before.documents - others) | fresh, self._last)

    def naming(self, names: Iterable[str]) -> frozenset[str]:
        """Return the ids of the texts that hold one of some names, withheld or not."""
        quoted = [n.replace('"', " ") for n in names]
        with self._lock:
            found = [self._matching(f'"{n}"') for n in quoted if _LETTERS.search(n)]
        return frozenset().union(*found)

    def _matching(self, asked: str, since: int = 0) -> frozenset[str]:
        return frozenset(name for (name,) in self._index.execute(_FOUND, (asked, since)))


def _terms(words: str) -> Iterable[tuple[str, str]]:
    """Yield each term as FTS5 takes a string, so that no sign in it is taken for an operator."""
    for match in _TERMS.finditer(words):
        quoted, plain = (part.replace('"', "") for part in (match[1] or "", match[2] or ""))
        if _LETTERS.search(quoted + plain):
            yield (f'"{quoted}"', "") if quoted else ("", f'"{plain}"')
