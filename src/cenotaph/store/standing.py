"""The record as it stands, in parts: kept in the ledger's file, or for one time only beside it."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from itertools import chain as chained
from typing import Any, NamedTuple

import msgspec

from cenotaph.model import Decision
from cenotaph.store import chain, file
from cenotaph.store.asked import Asked
from cenotaph.store.joined import Joined
from cenotaph.store.likes import Likes
from cenotaph.store.settled import Settled
from cenotaph.store.told import Told, parts

_TABLE = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)


class Received(NamedTuple):
    """All captures of a ledger, or all that have an account."""

    ids: tuple[str, ...]  # sorted
    joined: bytes  # as they go into the digest


class Contents(NamedTuple):
    """What a record holds, as its digest is taken of it."""

    rows: dict[str, list[tuple[Any, ...]]]  # by part, keys and digests
    received: Received


class Standing:
    """The parts of the record, as tables of one connection.

    Tables made for one time have the same names as those in the file and hide them meanwhile.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.told = Told(db)
        self.likes = Likes(db)
        self.joined = Joined(db)
        self.settled = Settled(db)
        self.asked = Asked(db)

    def is_kept(self) -> bool:
        """Tell whether this ledger's file has room for the parts."""
        query = "SELECT 1 FROM main.sqlite_master WHERE name = 'standing'"
        return self._db.execute(query).fetchone() is not None

    def mark(self, name: str) -> str | None:
        """Return what is noted under a name."""
        query = "SELECT value FROM standing WHERE name = ?"
        row: tuple[str] | None = self._db.execute(query, (name,)).fetchone()
        return row[0] if row else None

    def set_mark(self, name: str, value: str) -> None:
        """Note something under a name."""
        self._db.execute("INSERT OR REPLACE INTO standing VALUES (?, ?)", (name, value))

    def marks_in_file(self) -> dict[str, str]:
        """Return all that is noted in the ledger's file."""
        query = "SELECT name, value FROM main.standing ORDER BY name"
        return dict(self._db.execute(query).fetchall()) if self.is_kept() else {}

    def digest(self, policy: tuple[str, str], decisions: Sequence[Decision], *, early: bool) -> str:
        """Return the digest of the record under a policy: of its parts, in their order.

        It can be taken without loading the record. `policy` is its name as published and as kept;
        `early` leaves out captures without account.
        """
        contents = self.contents(policy[1], self.received(early=early))
        return self.digest_of(contents, policy[0], decisions)

    def contents(self, policy: str, received: Received) -> Contents:
        """Return, for each part of the record under a policy, keys and digests, in their order."""
        names = {"policy": policy}
        rows = {
            part: self._db.execute(query, names).fetchall() for part, query in _DIGESTED.items()
        }
        return Contents(rows, received)

    def received(self, known: Received | None = None, *, early: bool = False) -> Received:
        """Return the captures; `known` if none came since: none is ever edited or deleted.

        `early` leaves out those without account.
        """
        if known is not None:
            count: tuple[int] = self._db.execute("SELECT count(*) FROM captures").fetchone()
            if count[0] == len(known.ids):
                return known
        rows = self._db.execute(_CAPTURES, {"early": early}).fetchall()
        return Received(tuple(key for _, key in rows), _joined(rows))

    def digest_of(self, contents: Contents, name: str, decisions: Sequence[Decision]) -> str:
        """Return the digest of a record by its contents; `name` is its policy's, as published."""
        whole = hashlib.sha256(chain.digest(name, decisions).encode())
        for part in (*map(_joined, contents.rows.values()), contents.received.joined):
            whole.update(part)
            whole.update(b";")
        return whole.hexdigest()

    def owners(self, subjects: Iterable[str]) -> set[str]:
        """Return the documents that claims, mentions or documents belong to."""
        query = "SELECT document FROM claims WHERE id IN (SELECT value FROM json_each(?1)) UNION"
        query += " SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?1))"
        return {d for part in parts(subjects) for (d,) in self._db.execute(query, (part,))}

    def forget(self) -> None:
        """Delete all parts; what is asked for next is computed anew."""
        for table in _tables() if self.is_kept() else ():
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 # our own names

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one moment of the ledger."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """Do all of the block or nothing of it; False where the file cannot be written to now."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("DELETE FROM main.standing WHERE 0")
        except sqlite3.OperationalError:  # read-only, busy or older: nothing is lost but time
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            yield False
            return
        try:
            yield True
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Work on empty tables that vanish afterwards."""
        self.set_aside()
        try:
            yield
        finally:
            self.drop_aside()

    def set_aside(self) -> None:
        """Put empty tables in front of those in the file, for this connection alone."""
        for statement in file.statements(_sql()):
            ours = statement[statement.index("CREATE") :]
            ours = ours.replace("CREATE TABLE ", "CREATE TEMP TABLE ", 1)
            self._db.execute(ours.replace("CREATE INDEX ", "CREATE INDEX temp.", 1))

    def fill_aside(self) -> None:
        """Copy into the tables of `aside` what those in the file hold, but for what is asked."""
        for table in _tables():
            if table not in {"asked", "doubts"}:
                self._db.execute(f"INSERT INTO temp.{table} SELECT * FROM main.{table}")  # noqa: S608 # our own names
        self._db.execute("DELETE FROM temp.standing WHERE name LIKE 'asked %'")

    def drop_aside(self) -> None:
        """Drop the tables in front of those in the file."""
        for table in _tables():
            self._db.execute(f"DROP TABLE IF EXISTS temp.{table}")

    def keep(self) -> None:
        """Put the tables of `aside` in the place of those in the file."""
        for table in _tables():
            self._db.execute(f"DELETE FROM main.{table}")  # noqa: S608 # our own names
            self._db.execute(f"INSERT INTO main.{table} SELECT * FROM temp.{table}")  # noqa: S608 # our own names

    def differing(self, policies: Sequence[str]) -> list[str]:
        """Return the tables in the file that hold other content than those of `aside`.

        Of incidents and series, those of the policies given count; numbers never do.
        """
        return [
            table
            for table, query in _CONTENT.items()
            if any(
                self._db.execute(f"SELECT * FROM ({a} EXCEPT {b}) LIMIT 1", names).fetchone()  # noqa: S608 # our own
                for names in ({"policies": msgspec.json.encode(policies).decode()},)
                for a, b in (_both(query), _both(query)[::-1])
            )
        ]


_CAPTURES = (
    "SELECT document, id FROM captures"
    " WHERE NOT :early OR document IN (SELECT document FROM told) ORDER BY id"
)
_DIGESTED = {  # in this order they make the digest of a record
    "told": "SELECT document, digest FROM told ORDER BY document",
    "incidents": "SELECT day, id, digest FROM incidents WHERE policy = :policy ORDER BY day, id",
    "series": "SELECT id, digest FROM series WHERE policy = :policy ORDER BY id",
    "copies": "SELECT copy, original FROM copies ORDER BY copy",
}  # and the captures
_CONTENT = {
    "told": "SELECT document, body, stories, digest FROM {0}.told",
    "copies": "SELECT copy, original FROM {0}.copies",
    "dossiers": "SELECT d.id, d.body, t.event, t.rank FROM {0}.dossiers d"
    " JOIN {0}.tellings t ON t.dossier = d.n",
    "doubts": "SELECT body FROM {0}.doubts WHERE one <> other"
    " AND NOT EXISTS (SELECT 1 FROM main.doubts WHERE one = other)"
    " AND NOT EXISTS (SELECT 1 FROM temp.doubts WHERE one = other)",
    "asked": "SELECT DISTINCT policy, change, kind, subjects, words, key, answers, body"
    " FROM {0}.asked WHERE policy IN (SELECT value FROM json_each(:policies))",
    "incidents": "SELECT policy, id, day, body, digest FROM {0}.incidents"
    " WHERE policy IN (SELECT value FROM json_each(:policies))",
    "series": "SELECT unit, policy, id, body, digest FROM {0}.series"
    " WHERE policy IN (SELECT value FROM json_each(:policies))",
}


def _joined(rows: Sequence[tuple[Any, ...]]) -> bytes:
    """Return the last two columns of rows one after another: of 100,000 without a loop here."""
    if not rows:
        return b""
    columns = (
        map(str.encode, column) if isinstance(column[0], str) else column
        for column in tuple(zip(*rows, strict=True))[-2:]
    )
    return b"".join(chained.from_iterable(zip(*columns, strict=True)))


def _both(query: str) -> tuple[str, str]:
    return query.format("main"), query.format("temp")


def _sql() -> str:
    return resources.files(__package__).joinpath("standing.sql").read_text("utf-8")


def _tables() -> list[str]:
    return _TABLE.findall(_sql())
