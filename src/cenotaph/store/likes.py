"""Which documents are alike, and which are copies of which."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from cenotaph.store.told import parts


class Likes:
    """The rows of `bands`, `likes` and `copies`; accounts by number, copies by document."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add_bands(self, rows: Iterable[tuple[int, int]]) -> None:
        """Keep bands of accounts: (band, account), best in order."""
        self._db.executemany("INSERT INTO bands VALUES (?, ?)", rows)

    def has_bands(self) -> bool:
        """Tell whether any account's bands are kept."""
        return self._db.execute("SELECT 1 FROM bands LIMIT 1").fetchone() is not None

    def drop(self, told: int, bands: Iterable[int]) -> None:
        """Forget an account's bands and what it is like."""
        rows = ((b, told) for b in bands)
        self._db.executemany("DELETE FROM bands WHERE band = ? AND told = ?", rows)
        near = [(n, told) for n in self.near(told)]
        self._db.executemany("DELETE FROM likes WHERE one = ? AND other = ?", near)
        self._db.execute("DELETE FROM likes WHERE one = ?", (told,))

    def sharing(self, bands: Iterable[int]) -> set[int]:
        """Return the accounts that have one of the bands."""
        query = "SELECT told FROM bands WHERE band IN (SELECT value FROM json_each(?))"
        return {n for part in parts(bands) for (n,) in self._db.execute(query, (part,))}

    def add(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep that accounts are alike."""
        both = sorted({both for one, other in pairs for both in ((one, other), (other, one))})
        self._db.executemany("INSERT OR IGNORE INTO likes VALUES (?, ?)", both)

    def near(self, told: int) -> list[int]:
        """Return the accounts that one is like."""
        query = "SELECT other FROM likes WHERE one = ?"
        return [n for (n,) in self._db.execute(query, (told,))]

    # -- what follows

    def originals(self, documents: Collection[str]) -> dict[str, str]:
        """Return the original of each of the documents that is a copy."""
        query = "SELECT * FROM copies WHERE copy IN (SELECT value FROM json_each(?))"
        return dict(row for part in parts(documents) for row in self._db.execute(query, (part,)))

    def copies_of(self, originals: Collection[str]) -> list[tuple[str, str]]:
        """Return (copy, original) of everything copied from some documents."""
        query = "SELECT * FROM copies WHERE original IN (SELECT value FROM json_each(?))"
        return [row for part in parts(originals) for row in self._db.execute(query, (part,))]

    def family(self, documents: Collection[str]) -> list[tuple[str, str]]:
        """Return (copy, original) of every family that one of the documents is in."""
        heads = {*documents, *self.originals(documents).values()}
        return sorted(self.copies_of(heads))

    def set_copies(self, documents: Iterable[str], found: Iterable[tuple[str, str]]) -> None:
        """Keep which of the documents are copies, in place of what was known of them."""
        self._db.executemany("DELETE FROM copies WHERE copy = ?", ((d,) for d in documents))
        self._db.executemany("INSERT INTO copies VALUES (?, ?)", found)

    def all(self) -> Iterator[tuple[str, str]]:
        """Yield every (copy, original), sorted."""
        yield from self._db.execute("SELECT copy, original FROM copies ORDER BY copy")
