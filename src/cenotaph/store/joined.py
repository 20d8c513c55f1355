"""Tellings, their keys, what joins them, and the dossiers they make."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from cenotaph.store.told import parts


class Telling(NamedTuple):
    """One telling as it is kept."""

    n: int
    told: int
    event: str
    rank: str
    dossier: int | None
    profile: bytes


class Joined:
    """The rows of `tellings`, `keys`, `joins` and `dossiers`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, told: int, event: str, rank: str, profile: bytes) -> int:
        """Keep a telling and return its number."""
        query = "INSERT INTO tellings (told, event, rank, profile) VALUES (?, ?, ?, ?)"
        return self._db.execute(query, (told, event, rank, profile)).lastrowid or 0

    def add_keys(self, telling: int, keys: Iterable[int]) -> None:
        """Keep a telling's keys."""
        rows = ((k, telling) for k in sorted(keys))
        self._db.executemany("INSERT INTO keys VALUES (?, ?)", rows)

    def drop(self, telling: int, keys: Iterable[int]) -> None:
        """Forget a telling, its keys and its joins."""
        rows = ((k, telling) for k in keys)
        self._db.executemany("DELETE FROM keys WHERE key = ? AND telling = ?", rows)
        near = [(n, telling) for n in self.near(telling)]
        self._db.executemany("DELETE FROM joins WHERE one = ? AND other = ?", near)
        self._db.execute("DELETE FROM joins WHERE one = ?", (telling,))
        self._db.execute("DELETE FROM tellings WHERE n = ?", (telling,))

    def of_told(self, told: Iterable[int]) -> Iterator[Telling]:
        """Yield the tellings of some accounts."""
        yield from self._where("told", told)

    def numbered(self, numbers: Iterable[int]) -> Iterator[Telling]:
        """Yield some tellings."""
        yield from self._where("n", numbers)

    def of_dossiers(self, dossiers: Iterable[int]) -> Iterator[Telling]:
        """Yield the tellings of some dossiers."""
        yield from self._where("dossier", dossiers)

    def in_order(self, numbers: Collection[int]) -> list[int]:
        """Return tellings by publication, so that those that meet are near one another."""
        query = "SELECT rank, n FROM tellings WHERE n IN (SELECT value FROM json_each(?))"
        rows = [row for part in parts(numbers) for row in self._db.execute(query, (part,))]
        return [n for _, n in sorted(rows)]

    def sharing(self, keys: Iterable[int]) -> set[int]:
        """Return the tellings that have one of the keys."""
        query = "SELECT telling FROM keys WHERE key IN (SELECT value FROM json_each(?))"
        return {n for part in parts(keys) for (n,) in self._db.execute(query, (part,))}

    def join(self, one: int, other: int) -> None:
        """Keep that two tellings are joined by more than the threshold."""
        both = ((one, other), (other, one))
        self._db.executemany("INSERT OR IGNORE INTO joins VALUES (?, ?)", both)

    def near(self, telling: int) -> list[int]:
        """Return what one telling is joined with."""
        query = "SELECT other FROM joins WHERE one = ?"
        return [n for (n,) in self._db.execute(query, (telling,))]

    def _where(self, column: str, values: Iterable[int]) -> Iterator[Telling]:
        query = (
            "SELECT n, told, event, rank, dossier, profile FROM tellings"  # noqa: S608 # our names
            f" WHERE {column} IN (SELECT value FROM json_each(?))"
        )
        for part in parts(values):
            yield from map(Telling._make, self._db.execute(query, (part,)).fetchall())

    # -- what follows

    def add_dossier(self, dossier: tuple[str, int, bytes], tellings: Iterable[int]) -> int:
        """Keep a dossier (id, stamp, body) of some tellings and return its number."""
        query = "INSERT INTO dossiers (id, stamp, body) VALUES (?, ?, ?)"
        number = self._db.execute(query, dossier).lastrowid or 0
        rows = ((number, t) for t in tellings)
        self._db.executemany("UPDATE tellings SET dossier = ? WHERE n = ?", rows)
        return number

    def drop_dossiers(self, numbers: Iterable[int]) -> None:
        """Forget dossiers and what every policy made of them."""
        for number in numbers:
            self._db.execute("DELETE FROM dossiers WHERE n = ?", (number,))
            self._db.execute("DELETE FROM incidents WHERE dossier = ?", (number,))
            self._db.execute("UPDATE tellings SET dossier = NULL WHERE dossier = ?", (number,))

    def dossiers(self, numbers: Iterable[int]) -> dict[int, tuple[str, bytes]]:
        """Return id and body of some dossiers."""
        query = "SELECT n, id, body FROM dossiers WHERE n IN (SELECT value FROM json_each(?))"
        rows = (row for part in parts(numbers) for row in self._db.execute(query, (part,)))
        return {n: (key, body) for n, key, body in rows}

    def newer(self, stamp: int) -> list[int]:
        """Return the dossiers made after a refreshing, oldest incidents first."""
        query = "SELECT n FROM dossiers WHERE stamp > ? ORDER BY n"
        return [n for (n,) in self._db.execute(query, (stamp,))]

    def touch(self, numbers: Iterable[int], stamp: int) -> None:
        """Note that dossiers must be reconciled anew."""
        rows = ((stamp, n) for n in numbers)
        self._db.executemany("UPDATE dossiers SET stamp = ? WHERE n = ?", rows)

    def homes(self) -> Iterator[tuple[str, str]]:
        """Yield (event, id of its dossier)."""
        query = "SELECT t.event, d.id FROM tellings t JOIN dossiers d ON d.n = t.dossier"
        yield from self._db.execute(query)
