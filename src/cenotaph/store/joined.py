"""Tellings, their keys, what joins them, and the dossiers they make."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Final, Literal, NamedTuple, get_args

from cenotaph.store.told import parts

Level = Literal["twin", "close", "sure", "likely", "linked"]
"""How near to one another the tellings of a group are, those nearest first."""

LEVELS: Final[tuple[Level, ...]] = get_args(Level)


class Telling(NamedTuple):
    """One telling as it is kept; its groups go by the first of their tellings."""

    n: int
    told: int
    event: str
    rank: str
    dossier: int | None
    twin: int | None
    close: int | None
    sure: int | None
    likely: int | None
    linked: int | None
    profile: bytes

    @property
    def document(self) -> str:
        """Return the document that it is of."""
        return _document(self.rank)

    def group(self, level: Level) -> int | None:
        """Return the group of a level that it is in; None before it was grouped."""
        found: int | None = getattr(self, level)
        return found


def _by_other(
    rows: Iterable[tuple[int, int, int, float]],
) -> dict[int, list[tuple[int, int, float]]]:
    found = defaultdict[int, list[tuple[int, int, float]]](list)
    for other, one, two, bits in rows:
        found[other].append((one, two, bits))
    return found


def _document(rank: str) -> str:
    return rank.split("\n")[1]


class Joined:
    """The rows of `tellings`, `keys`, `joins` and `dossiers`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, told: int, event: str, rank: str, profile: bytes) -> int:
        """Keep a telling and return its number."""
        query = "INSERT INTO tellings (told, event, rank, profile) VALUES (?, ?, ?, ?)"
        return self._db.execute(query, (told, event, rank, profile)).lastrowid or 0

    def add_keys(self, rows: Iterable[tuple[int, int]]) -> None:
        """Keep keys of tellings: (key, telling), best in order."""
        self._db.executemany("INSERT INTO keys VALUES (?, ?)", rows)

    def has_keys(self) -> bool:
        """Tell whether any telling's keys are kept."""
        return self._db.execute("SELECT 1 FROM keys LIMIT 1").fetchone() is not None

    def drop(self, telling: int, keys: Iterable[int]) -> None:
        """Forget a telling, its keys and its joins."""
        rows = ((k, telling) for k in keys)
        self._db.executemany("DELETE FROM keys WHERE key = ? AND telling = ?", rows)
        query = "SELECT other FROM joins WHERE one = ?"
        near = [(n, telling) for (n,) in self._db.execute(query, (telling,)).fetchall()]
        self._db.executemany("DELETE FROM joins WHERE one = ? AND other = ?", near)
        self._db.execute("DELETE FROM joins WHERE one = ?", (telling,))
        self._db.execute("DELETE FROM tellings WHERE n = ?", (telling,))

    def of_told(self, told: Iterable[int]) -> Iterator[Telling]:
        """Yield the tellings of some accounts."""
        yield from self._where("told", told)

    def numbered(self, numbers: Iterable[int]) -> Iterator[Telling]:
        """Yield some tellings."""
        yield from self._where("n", numbers)

    def profiles(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Yield some tellings with their profiles."""
        query = "SELECT n, profile FROM tellings WHERE n IN (SELECT value FROM json_each(?))"
        for part in parts(numbers):
            yield from self._db.execute(query, (part,)).fetchall()

    def of_dossiers(self, dossiers: Iterable[int]) -> Iterator[Telling]:
        """Yield the tellings of some dossiers."""
        yield from self._where("dossier", dossiers)

    def numbers(self) -> list[int]:
        """Return all tellings."""
        return [n for (n,) in self._db.execute("SELECT n FROM tellings")]

    def in_order(self, numbers: Collection[int]) -> list[int]:
        """Return tellings by publication, so that those that meet are near one another."""
        query = "SELECT rank, n FROM tellings WHERE n IN (SELECT value FROM json_each(?))"
        rows = [row for part in parts(numbers) for row in self._db.execute(query, (part,))]
        return [n for _, n in sorted(rows)]

    def sharing(self, keys: Iterable[int]) -> set[int]:
        """Return the tellings that have one of the keys."""
        query = "SELECT telling FROM keys WHERE key IN (SELECT value FROM json_each(?))"
        return {n for part in parts(keys) for (n,) in self._db.execute(query, (part,))}

    def join(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        """Keep how many bits speak for two tellings being of one incident: (one, other, bits)."""
        both = sorted(
            {
                both
                for one, other, bits in pairs
                for both in ((one, other, bits), (other, one, bits))
            }
        )
        self._db.executemany("INSERT OR IGNORE INTO joins VALUES (?, ?, ?)", both)

    def near(self, telling: int, least: float) -> list[int]:
        """Return what one telling is joined with by so many bits or more."""
        query = "SELECT other FROM joins WHERE one = ? AND bits >= ?"
        return [n for (n,) in self._db.execute(query, (telling, least))]

    def among(self, tellings: Collection[int], least: float) -> list[tuple[int, int, float]]:
        """Return what joins some tellings with one another by so many bits or more, each once."""
        query = (
            "SELECT one, other, bits FROM joins WHERE one IN (SELECT value FROM json_each(?))"
            " AND bits >= ? AND one < other"
        )
        rows = (row for part in parts(tellings) for row in self._db.execute(query, (part, least)))
        return [row for row in rows if row[1] in tellings]

    def _where(self, column: str, values: Iterable[int] | Iterable[str]) -> Iterator[Telling]:
        query = (
            "SELECT n, told, event, rank, dossier, twin, close, sure, likely, linked, profile"  # noqa: S608 # our names
            f" FROM tellings WHERE {column} IN (SELECT value FROM json_each(?))"
        )
        for part in parts(values):
            yield from map(Telling._make, self._db.execute(query, (part,)).fetchall())

    # -- what is one at some level, and what is in doubt

    def set_group(self, level: Level, tellings: Collection[int]) -> int:
        """Keep that some tellings are one group of a level; return by which of them it goes."""
        first = min(tellings)
        rows = ((first, t) for t in tellings)
        query = f"UPDATE tellings SET {level} = ? WHERE n = ?"  # noqa: S608 # our names
        self._db.executemany(query, rows)
        return first

    def of_groups(self, level: Level, groups: Iterable[int]) -> Iterator[Telling]:
        """Yield the tellings of some groups of a level."""
        yield from self._where(level, groups)

    def members(self, level: Level, groups: Iterable[int]) -> dict[int, dict[int, str]]:
        """Return the tellings of some groups of a level, each with its document."""
        query = (
            f"SELECT {level}, n, rank FROM tellings"  # noqa: S608 # our names
            f" WHERE {level} IN (SELECT value FROM json_each(?))"
        )
        found: dict[int, dict[int, str]] = {}
        for part in parts(groups):
            for group, n, rank in self._db.execute(query, (part,)):
                found.setdefault(group, {})[n] = _document(rank)
        return found

    def drop_groups(self, level: Level, groups: Collection[int]) -> None:
        """Forget groups of a level, and every doubt about those of sure ones."""
        rows = [(n,) for n in sorted(groups)]
        if level == "sure":
            for one, other in self.doubted(groups):
                self._db.execute("DELETE FROM asked WHERE unit = ?", (f"doubt {one} {other}",))
            self._db.executemany("DELETE FROM doubts WHERE one = ?", rows)
            self._db.executemany("DELETE FROM doubts WHERE other = ?", rows)
        query = f"UPDATE tellings SET {level} = NULL WHERE {level} = ?"  # noqa: S608 # our names
        self._db.executemany(query, rows)

    def size(self, whole: Level | Literal["dossier"], group: int) -> int:
        """Return how many tellings a group of a level, or a dossier, has."""
        query = f"SELECT count(*) FROM tellings WHERE {whole} = ?"  # noqa: S608 # our names
        row: tuple[int] = self._db.execute(query, (group,)).fetchone()
        return row[0]

    def touched(
        self, whole: Level | Literal["dossier"], level: Level, tellings: Collection[int],
        groups: Collection[int],
    ) -> set[int]:  # fmt: skip
        """Return the groups of a level that some tellings or groups are, or were put together with.

        `whole` is what groups of that level are put together to.
        """
        columns = f"SELECT {level}, {whole} FROM tellings WHERE"  # noqa: S608 # our names
        inside = "IN (SELECT value FROM json_each(?))"
        begun = [*self._pairs(f"{columns} n {inside}", tellings)]
        begun += self._pairs(f"{columns} {level} {inside}", groups)
        wholes = {of for _, of in begun if of is not None}
        with_them = self._pairs(f"{columns} {whole} {inside}", wholes)
        return {group for group, _ in (*begun, *with_them) if group is not None}

    def _pairs(self, query: str, values: Iterable[int]) -> Iterator[tuple[int | None, int | None]]:
        for part in parts(values):
            yield from self._db.execute(query, (part,)).fetchall()

    def between(self, level: Level, group: int) -> dict[int, list[tuple[int, int, float]]]:
        """Return what speaks for a group of a level and each other one: pairs with their bits."""
        query = (
            f"SELECT t.{level}, j.one, j.other, j.bits FROM tellings g"  # noqa: S608 # our names
            " CROSS JOIN joins j ON j.one = g.n CROSS JOIN tellings t ON t.n = j.other"
            f" WHERE g.{level} = ?1 AND t.{level} <> ?1 ORDER BY j.one, j.other"
        )
        return _by_other(self._db.execute(query, (group,)))

    def strongly_between(
        self, level: Level, group: int, least: float
    ) -> dict[int, list[tuple[int, int, float]]]:
        """Return the same of those others alone that a pair of so many bits joins with it."""
        query = (
            f"SELECT DISTINCT t.{level} FROM tellings g"  # noqa: S608 # our names
            " CROSS JOIN joins j ON j.one = g.n AND j.bits >= ?2"  # cross: few pairs have so many
            f" CROSS JOIN tellings t ON t.n = j.other WHERE g.{level} = ?1 AND t.{level} <> ?1"
        )
        others = [other for (other,) in self._db.execute(query, (group, least))]
        query = (
            f"SELECT t.{level}, j.one, j.other, j.bits FROM tellings g"  # noqa: S608 # our names
            " CROSS JOIN tellings t CROSS JOIN joins j ON j.one = g.n AND j.other = t.n"
            f" WHERE g.{level} = ?1 AND t.{level} IN (SELECT value FROM json_each(?2))"
        )
        return _by_other(
            row for part in parts(others) for row in self._db.execute(query, (group, part))
        )

    def doubt(self, pair: tuple[int, int], stamp: int, body: bytes) -> None:
        """Keep that two groups of sure ones were barely joined or kept apart."""
        row = (min(pair), max(pair), stamp, body)
        self._db.execute("INSERT OR REPLACE INTO doubts VALUES (?, ?, ?, ?)", row)

    def put_off_doubts(self, groups: Iterable[int]) -> None:
        """Keep that it is not looked into yet which others some groups are in doubt with."""
        rows = [(n, n) for n in sorted(groups)]
        self._db.executemany("INSERT OR REPLACE INTO doubts VALUES (?, ?, 0, x'')", rows)

    def look_into_doubts(self) -> set[int]:
        """Return the groups whose doubts are not looked into yet, and take it that they are now."""
        found = self.undoubted()
        self._db.execute("DELETE FROM doubts WHERE one = other")
        return found

    def undoubted(self) -> set[int]:
        """Return the groups whose doubts are not looked into yet."""
        return {n for (n,) in self._db.execute("SELECT one FROM doubts WHERE one = other")}

    def doubted(self, groups: Iterable[int]) -> list[tuple[int, int]]:
        """Return the pairs in doubt that one of some groups is in."""
        query = (
            "SELECT one, other FROM doubts WHERE one <> other"
            " AND (one IN (SELECT value FROM json_each(?1))"
            " OR other IN (SELECT value FROM json_each(?1)))"
        )
        found = (row for part in parts(groups) for row in self._db.execute(query, (part,)))
        return sorted({(one, other) for one, other in found})

    def newer_doubts(self, stamp: int) -> list[tuple[int, int]]:
        """Return the pairs in doubt since a refreshing."""
        return self._db.execute(
            "SELECT one, other FROM doubts WHERE stamp > ? AND one <> other", (stamp,)
        ).fetchall()

    def doubts(self, pairs: Iterable[tuple[int, int]] | None = None) -> Iterator[bytes]:
        """Yield what is in doubt about some pairs, in the order asked for; without, everything."""
        if pairs is None:
            query = "SELECT body FROM doubts WHERE one <> other"
            yield from (body for (body,) in self._db.execute(query))
        for pair in pairs or ():
            query = "SELECT body FROM doubts WHERE one = ? AND other = ?"
            yield from (body for (body,) in self._db.execute(query, pair))

    def of_events(self, events: Iterable[str]) -> Iterator[Telling]:
        """Yield the tellings of some events."""
        yield from self._where("event", events)

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
            self._db.execute("DELETE FROM asked WHERE unit = ?", (f"incident {number}",))
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
