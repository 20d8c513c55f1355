"""A ledger's rows as they are, out of one and into another: what a hand-over is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple, Protocol

import msgspec

from cenotaph.errors import LedgerError
from cenotaph.model import Capture, Document
from cenotaph.store import bodies, chain, file

Row = tuple[str | int, ...]

# Each table with the column that orders it; a row refers to tables before its own.
TABLES: Final = {
    "documents": "id",
    "captures": "id",
    "found": "seq",
    "claims": "id",
    "decisions": "seq",
    "chain": "seq",
}
# Texts and raw bytes are copied as they were received, each by itself.
_WORDS = "SELECT document, kind, id, CASE WHEN kind NOT IN ('text', 'raw') THEN body END FROM words"
_BODY = "SELECT body FROM words WHERE kind = ? AND id = ?"
_RECEIVED = """
SELECT c.id, c.body, w.body, r.body FROM captures c
JOIN words r ON r.kind = 'raw' AND r.document = c.document AND r.id = json_extract(c.body, '$.raw')
LEFT JOIN words w ON w.kind = 'capture' AND w.document = c.document AND w.id = c.id
ORDER BY c.id
"""
_ADD = "INSERT INTO words (document, kind, id, body) VALUES (?, ?, ?, ?)"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What of one document or decision can be read as language; body None: it is copied apart."""

    document: str
    kind: str
    id: str
    body: str | None
    title: int | None = None  # of a text: code points of its title; None without one


class Apart(Protocol):
    """Where texts and raw bytes are that were copied apart; None: not there."""

    def text(self, document: str) -> bytes | None:
        """Return title, two line feeds and text of a document, or its text alone, as UTF-8."""

    def raw(self, digest: str) -> bytes | None:
        """Return the bytes with this SHA-256."""


class Copying(NamedTuple):
    """One moment of a ledger, to be copied."""

    db: sqlite3.Connection

    def head(self) -> tuple[int, str]:
        """Return how many links the chain has, and the last."""
        return chain.head(self.db)

    def table(self, name: str) -> Iterator[Row]:
        """Yield the rows of a table."""
        yield from self.db.execute(f"SELECT * FROM {name} ORDER BY {TABLES[name]}")  # noqa: S608 # our own names

    def words(self) -> Iterator[Words]:
        """Yield the words, without texts and raw bytes."""
        for document, kind, key, body in self.db.execute(f"{_WORDS} ORDER BY kind, id, document"):
            title = self.document(key).title if kind == "text" else None
            length = None if title is None else len(title)
            yield Words(document, kind, key, None if body is None else body.decode(), length)

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield each document's id and the words that it is the SHA-256 of."""
        query = "SELECT id FROM words WHERE kind = 'text' ORDER BY id"
        for (key,) in self.db.execute(query).fetchall():
            text = self.document(key)
            words = text.text if text.title is None else f"{text.title}\n\n{text.text}"
            yield key, words.encode()

    def documents(self) -> Iterator[Document]:
        """Yield the documents whose words are there and can be read; `verify` tells of others."""
        for (key,) in self.db.execute("SELECT id FROM words WHERE kind = 'text'").fetchall():
            with suppress(msgspec.MsgspecError):
                yield self.document(key)

    def raws(self) -> Iterator[tuple[str, bytes]]:
        """Yield all bytes received, each once, with their SHA-256."""
        query = "SELECT DISTINCT id FROM words WHERE kind = 'raw' ORDER BY id"
        for (key,) in self.db.execute(query).fetchall():
            yield key, bodies.unpack(self.db.execute(_BODY, ("raw", key)).fetchone()[0])

    def received(self) -> Iterator[tuple[str, Capture, bytes]]:
        """Yield each capture whose bytes are there, with its id and those bytes, by id."""
        for key, body, words, raw in self.db.execute(_RECEIVED):
            yield key, bodies.join_capture(body, words), bodies.unpack(raw)

    def document(self, key: str) -> Document:
        """Return a document whose words are there."""
        return bodies.document(self.db.execute(_BODY, ("text", key)).fetchone()[0])


def fill(
    db: sqlite3.Connection, tables: Iterable[tuple[str, Row]], words: Iterable[Words], apart: Apart
) -> None:
    """Put copied rows into an empty ledger; LedgerError where the ledger does not take one.

    What is false in them is not looked for here: `verify` does that.
    """
    last = "its beginning"
    try:
        with file.transaction(db):
            waiting = []
            for name, row in tables:
                last = _called(name, row)
                if name in {"decisions", "chain"}:  # after the words, which a withdrawal keeps out
                    waiting.append((name, row))
                else:
                    _add(db, name, row)
            for one in words:
                last = f"words {one.kind} {one.id[:12]}"
                _add_words(db, one, apart)
            for name, row in waiting:
                last = _called(name, row)
                _add(db, name, row)
    except (sqlite3.Error, OverflowError) as error:
        raise LedgerError(f"{last}: no ledger holds this: {error}") from error


def _called(name: str, row: Row) -> str:
    return " ".join([name, *(str(first)[:12] for first in row[:1])])


def _add(db: sqlite3.Connection, name: str, row: Row) -> None:
    if name not in TABLES:
        raise LedgerError(f"{name}: a ledger has no such table; known: {', '.join(TABLES)}")
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO {name} VALUES ({marks})", row)  # noqa: S608 # our own names


def _add_words(db: sqlite3.Connection, one: Words, apart: Apart) -> None:
    body = one.body.encode() if one.body is not None else _apart(one, apart)
    if body is not None:
        db.execute(_ADD, (one.document, one.kind, one.id, body))


def _apart(one: Words, apart: Apart) -> bytes | None:
    """Return the body of a text or of raw bytes as a ledger has it; None if they are missing."""
    if one.kind == "raw":
        raw = apart.raw(one.id)
        return None if raw is None else bodies.pack(raw)
    whole = apart.text(one.id)
    if whole is None:
        return None
    words = whole.decode("utf-8", "replace")  # a text that is none is found by its hash
    if one.title is None:
        return bodies.encode(Document(id=one.id, text=words))
    title, text = words[: one.title], words[one.title :].removeprefix("\n\n")
    return bodies.encode(Document(id=one.id, text=text, title=title))
