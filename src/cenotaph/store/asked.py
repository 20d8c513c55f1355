"""Questions as they are kept: each by what it follows from, in the order in which it is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from cenotaph.store.told import parts

_ORDER: Final = "ORDER BY change DESC, kind, subjects, words"
# What follows from two things stands there twice, and is asked once.
_ONCE: Final = "SELECT DISTINCT change, kind, subjects, words, body FROM asked WHERE policy = ?1"
_OPEN: Final = (
    "SELECT DISTINCT change, kind, subjects, words, key, body FROM asked"
    " WHERE policy = ?1 AND answers > 0"
)


class Row(NamedTuple):
    """One question, as it is put in order and found."""

    change: float
    kind: int
    subjects: str
    words: str
    key: str
    answers: int
    body: bytes


class Asked:
    """The rows of `asked`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, unit: str, policy: str, rows: Iterable[Row]) -> None:
        """Keep the questions that follow from something, in the place of those that did."""
        query = "DELETE FROM asked WHERE unit = ? AND policy = ?"
        self._db.execute(query, (unit, policy))
        every = [(unit, policy, place, *row) for place, row in enumerate(rows)]
        query = f"INSERT INTO asked VALUES ({', '.join('?' * 10)})"  # noqa: S608 # ours
        self._db.executemany(query, every)

    def forget(self, policy: str) -> None:
        """Forget every question under a policy."""
        self._db.execute("DELETE FROM asked WHERE policy = ?", (policy,))

    def every(self, policy: str) -> Iterator[bytes]:
        """Yield all questions, those without an answer to choose too."""
        for row in self._db.execute(f"{_ONCE} {_ORDER}", (policy,)):
            yield row[-1]

    # -- those that have answers to choose from

    def count(self, policy: str) -> dict[int, int]:
        """Return how many there are of each kind."""
        query = (
            "SELECT kind, count(DISTINCT key) FROM asked"
            " WHERE policy = ? AND answers > 0 GROUP BY kind"
        )
        return dict(self._db.execute(query, (policy,)).fetchall())

    def keyed(self, policy: str, keys: Collection[str]) -> list[tuple[str, int, bytes]]:
        """Return (key, kind, body) of some, in order."""
        query = f"{_OPEN} AND key IN (SELECT value FROM json_each(?2)) {_ORDER}"  # noqa: S608 # ours
        rows = [row for part in parts(keys) for row in self._db.execute(query, (policy, part))]
        ordered = sorted(rows, key=lambda r: (-r[0], *r[1:4]))
        return [(key, kind, body) for _, kind, _, _, key, body in ordered]

    def in_order(self, policy: str, kind: int | None) -> Iterator[tuple[str, bytes]]:
        """Yield (key, body) of one kind, or of all, the most useful first."""
        query = f"{_OPEN} AND (?2 IS NULL OR kind = ?2) {_ORDER}"
        seen: set[str] = set()
        for row in self._db.execute(query.replace("DISTINCT ", ""), (policy, kind)):
            if row[-2] not in seen:  # a look at the first few must not put all in order
                seen.add(row[-2])
                yield row[-2], row[-1]
