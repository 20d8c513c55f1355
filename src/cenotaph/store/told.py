"""What each account says, kept in parts: resolved, with its beat, its signature, its stories."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from cenotaph.store.bodies import Found

_AT_ONCE = 500  # values in one query


class Row(NamedTuple):
    """One account as it is kept."""

    n: int
    document: str
    publisher: str | None
    heard: bytes
    signature: bytes
    body: bytes
    stories: bytes


_found = msgspec.msgpack.Decoder(Found)


def digest(*parts: bytes) -> bytes:
    """Return the SHA-256 of some rows' content."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.digest()


def found(body: bytes) -> Found:
    """Decode what was found in a document, days and places resolved."""
    return _found.decode(body)


class Told:
    """The rows of `told` and `beats`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def numbers(self, documents: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those of the documents that are kept."""
        query = "SELECT document, n FROM told WHERE document IN (SELECT value FROM json_each(?))"
        return {d: n for part in parts(documents) for d, n in self._db.execute(query, (part,))}

    def documents(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the documents of some numbers."""
        query = "SELECT n, document FROM told WHERE n IN (SELECT value FROM json_each(?))"
        return {n: d for part in parts(numbers) for n, d in self._db.execute(query, (part,))}

    def naming(self, names: Iterable[str]) -> set[str]:
        """Return the documents that name somebody, or may: a word of the name is in them.

        `names` are as names are compared.
        """
        wanted = {max(name.split(), key=len) for name in names if name.split()}
        rows = self._db.execute("SELECT document, body FROM told") if wanted else ()
        read = ((d, body.decode("utf-8", "replace").casefold()) for d, body in rows)
        return {d for d, words in read if any(w in words for w in wanted)}

    def rows(self, documents: Iterable[str]) -> Iterator[Row]:
        """Yield the rows of some documents."""
        query = (
            "SELECT n, document, publisher, heard, signature, body, stories FROM told"
            " WHERE document IN (SELECT value FROM json_each(?))"
        )
        for part in parts(documents):
            yield from map(Row._make, self._db.execute(query, (part,)).fetchall())

    def bodies(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes, bytes, bytes]]:
        """Yield number, document's JSON, body and stories of some accounts."""
        query = (
            "SELECT t.n, w.body, t.body, t.stories"
            " FROM json_each(?) j CROSS JOIN told t ON t.n = j.value"  # cross: in this order
            " CROSS JOIN words w"
            " ON w.kind = 'text' AND w.document = t.document AND w.id = t.document"
        )
        for part in parts(numbers):
            yield from self._db.execute(query, (part,)).fetchall()

    def all(self) -> Iterator[tuple[bytes, bytes, bytes]]:
        """Yield document's JSON, body and stories of every account, by document."""
        yield from self._db.execute(
            "SELECT w.body, t.body, t.stories FROM told t CROSS JOIN words w"
            " ON w.kind = 'text' AND w.document = t.document AND w.id = t.document"
            " ORDER BY t.document"
        )

    def signature(self, number: int) -> bytes:
        """Return the signature of an account."""
        query = "SELECT signature FROM told WHERE n = ?"
        row: tuple[bytes] = self._db.execute(query, (number,)).fetchone()
        return row[0]

    def add(self, row: Row) -> int:
        """Keep an account and return its number; `n` of the row does not count."""
        cursor = self._db.execute(
            "INSERT INTO told (document, publisher, heard, signature, body, stories, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*row[1:], digest(row.body, row.stories)),
        )
        return cursor.lastrowid or 0

    def drop(self, number: int) -> None:
        """Forget an account."""
        self._db.execute("DELETE FROM asked WHERE unit = ?", (f"account {number}",))
        self._db.execute("DELETE FROM told WHERE n = ?", (number,))

    # -- what publishers write about

    def beat(self, publisher: str) -> tuple[int, tuple[str, ...]]:
        """Return of how many accounts a beat is, and the names it is made of."""
        query = "SELECT accounts, names FROM beats WHERE publisher = ?"
        row: tuple[int, bytes] | None = self._db.execute(query, (publisher,)).fetchone()
        return (row[0], msgspec.msgpack.decode(row[1], type=tuple[str, ...])) if row else (0, ())

    def set_beat(self, publisher: str, accounts: int, names: Sequence[str]) -> None:
        """Keep a beat; one of no accounts is forgotten."""
        if accounts == 0:
            self._db.execute("DELETE FROM beats WHERE publisher = ?", (publisher,))
            return
        row = (publisher, accounts, msgspec.msgpack.encode(names))
        self._db.execute("INSERT OR REPLACE INTO beats VALUES (?, ?, ?)", row)

    def heard(self, publisher: str) -> list[tuple[str, bytes]]:
        """Return, for each of a publisher's accounts, what it heard from the beat."""
        query = "SELECT document, heard FROM told WHERE publisher = ? ORDER BY document"
        return self._db.execute(query, (publisher,)).fetchall()

    def set_heard(self, number: int, heard: bytes) -> None:
        """Keep what an account heard now; what it says did not change by it."""
        self._db.execute("UPDATE told SET heard = ? WHERE n = ?", (heard, number))


def parts(values: Iterable[str] | Iterable[int]) -> Iterator[str]:
    """Yield values as JSON lists short enough for one query each, in order."""
    known = sorted(values)
    for start in range(0, len(known), _AT_ONCE):
        yield msgspec.json.encode(known[start : start + _AT_ONCE]).decode()
