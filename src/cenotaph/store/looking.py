"""The record as it is kept -> its rows by id: one account, one incident, whatever a page needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping

from cenotaph.model import Capture
from cenotaph.store import bodies, chain
from cenotaph.store.asked import Asked
from cenotaph.store.pieces import Pieces, captures_of
from cenotaph.store.standing import Standing
from cenotaph.store.told import parts

Told = tuple[str, bytes, bytes, bytes]  # document, its JSON, what was found, its stories

_ACCOUNTS = """
SELECT t.document, w.body, t.body, t.stories FROM json_each(?) j
CROSS JOIN told t ON t.document = j.value
CROSS JOIN words w ON w.kind = 'text' AND w.document = t.document AND w.id = t.document
ORDER BY t.document
"""
_OWNERS = "SELECT id, document FROM claims WHERE id IN (SELECT value FROM json_each(?))"
_HOME = """
SELECT i.body FROM told d JOIN tellings t ON t.told = d.n AND t.event = ?2
JOIN incidents i ON i.dossier = t.dossier AND i.policy = ?3 WHERE d.document = ?1
"""
_HOMES = """
SELECT DISTINCT i.day, i.id, i.body FROM json_each(?) j CROSS JOIN told d ON d.document = j.value
CROSS JOIN tellings t ON t.told = d.n
CROSS JOIN incidents i ON i.dossier = t.dossier AND i.policy = ?2 ORDER BY i.day, i.id
"""
_BEGINNING = """
SELECT * FROM (
  SELECT id, CASE kind WHEN 'Mention' THEN 'mention' ELSE 'claim' END FROM claims
  WHERE id >= ?1 AND id < ?1 || char(1114111)
  UNION SELECT document, 'document' FROM told
  WHERE document >= ?1 AND document < ?1 || char(1114111)
  UNION SELECT id, 'decision' FROM decisions WHERE id >= ?1 AND id < ?1 || char(1114111)
) ORDER BY 1
"""


_CAPTURES = """
SELECT c.id, c.body, w.body FROM captures c
LEFT JOIN words w ON w.kind = 'capture' AND w.document = c.document AND w.id = c.id
"""


class Looking:
    """One connection's view of what is kept of the record."""

    def __init__(self, db: sqlite3.Connection, pieces: Callable[[], Pieces]) -> None:
        self._db = db
        self.pieces = pieces  # of this moment
        self.standing = Standing(db)
        self.asked = Asked(db)

    def begin(self) -> None:
        """Hold this moment of the file, whoever writes to it, until the connection is closed."""
        self._db.execute("BEGIN")

    def moment(self) -> tuple[str, str]:
        """Return the last link of the chain, and which refreshing is kept."""
        query = "SELECT value FROM standing WHERE name IN ('stamp', 'seq', 'link') ORDER BY name"
        marks = [value for (value,) in self._db.execute(query)]
        return chain.head(self._db)[1], " ".join(marks)

    def accounts(self, documents: Iterable[str]) -> Iterator[Told]:
        """Yield some accounts, by document."""
        for part in parts(documents):
            yield from self._db.execute(_ACCOUNTS, (part,)).fetchall()

    def owners(self, subjects: Iterable[str]) -> dict[str, str]:
        """Return the documents that claims or mentions, found or made, belong to."""
        return {i: d for part in parts(subjects) for i, d in self._db.execute(_OWNERS, (part,))}

    def home(self, document: str, event: str, policy: str) -> bytes | None:
        """Return the incident that holds an event of an account."""
        row = self._db.execute(_HOME, (document, event, policy)).fetchone()
        return None if row is None else bytes(row[0])

    def homes(self, documents: Iterable[str], policy: str) -> list[bytes]:
        """Return the incidents that some accounts tell of, by day and id."""
        found: dict[tuple[str, str], bytes] = {}
        for part in parts(documents):
            rows = self._db.execute(_HOMES, (part, policy)).fetchall()
            found.update({(day, key): body for day, key, body in rows})
        return [found[key] for key in sorted(found)]

    def incidents(self, wanted: Iterable[tuple[str, str]], policy: str) -> Iterator[bytes]:
        """Yield some incidents (day, id), in the order asked for."""
        query = "SELECT body FROM incidents WHERE policy = ? AND day = ? AND id = ?"
        for day, key in wanted:
            for (body,) in self._db.execute(query, (policy, day, key)):
                yield body

    def series(self, wanted: Iterable[str], policy: str) -> Iterator[bytes]:
        """Yield some series, in the order asked for."""
        query = "SELECT body FROM series WHERE policy = ? AND id = ?"
        for key in wanted:
            for (body,) in self._db.execute(query, (policy, key)):
                yield body

    def captures(self, documents: Iterable[str]) -> Mapping[str, list[Capture]]:
        """Return the captures of some documents, in the order in which they are published."""
        return captures_of(self._db, documents)

    def beginning(self, words: str, most: int | None) -> list[tuple[str, str]]:
        """Return (id, kind) of whatever was ever found or made and begins so, sorted."""
        limit = f" LIMIT {most:d}" if most is not None else ""
        return self._db.execute(_BEGINNING + limit, (words,)).fetchall()

    def received_as(self, ref: str) -> str | None:
        """Return the document received last under a ref."""
        query = "SELECT document, body, id FROM captures WHERE json_extract(body, '$.ref') = ?"
        rows = self._db.execute(query, (ref,)).fetchall()
        return max(rows, key=lambda r: (r[0], r[2]))[0] if rows else None

    def document_beginning(self, words: str) -> str | None:
        """Return the document whose id begins so: the last, where several do."""
        query = "SELECT max(id) FROM documents WHERE id >= ?1 AND id < ?1 || char(1114111)"
        row = self._db.execute(query, (words,)).fetchone()
        return None if row[0] is None else str(row[0])

    def of_event(self, event: str) -> str | None:
        """Return the document of an account that tells of an event."""
        query = "SELECT d.document FROM tellings t JOIN told d ON d.n = t.told WHERE t.event = ?"
        row = self._db.execute(query, (event,)).fetchone()
        return None if row is None else str(row[0])

    def events_home(self, documents: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield (event, id of its incident) of what some accounts tell."""
        query = (
            "SELECT t.event, s.id FROM json_each(?) j CROSS JOIN told d ON d.document = j.value"
            " JOIN tellings t ON t.told = d.n JOIN dossiers s ON s.n = t.dossier"
        )
        for part in parts(documents):
            yield from self._db.execute(query, (part,)).fetchall()

    def all_captures(self) -> Iterator[tuple[str, Capture]]:
        """Yield every capture with its id, in no order."""
        for key, body, words in self._db.execute(_CAPTURES):
            yield key, bodies.join_capture(body.encode(), words)

    def captures_of_ids(self, ids: Iterable[str]) -> dict[str, Capture]:
        """Return some captures by their ids."""
        query = f"{_CAPTURES} WHERE c.id IN (SELECT value FROM json_each(?))"  # noqa: S608 # ours
        rows = (row for part in parts(ids) for row in self._db.execute(query, (part,)).fetchall())
        return {key: bodies.join_capture(body.encode(), words) for key, body, words in rows}

    def capture_order(self) -> list[tuple[str, str, str]]:
        """Return (ref, document, id) of every capture, in the order in which they are published."""
        query = "SELECT json_extract(body, '$.ref'), document, id FROM captures"
        return sorted(self._db.execute(query))

    def is_asked(self, policy: str) -> bool:
        """Tell whether questions are kept with the record as it is kept."""
        query = "SELECT count(DISTINCT value), count(*) FROM standing WHERE name IN (?, ?)"
        row = self._db.execute(query, (f"policy {policy}", f"asked {policy}")).fetchone()
        return bool(row == (1, 2))

    def was_asked(self, policy: str) -> bool:
        """Tell whether questions were ever kept, of the record as it is or as it was."""
        query = "SELECT 1 FROM standing WHERE name = ?"
        return self._db.execute(query, (f"asked {policy}",)).fetchone() is not None

    def dossiers(self, events: Iterable[str]) -> dict[str, int]:
        """Return the numbers of what holds some events."""
        query = (
            "SELECT event, dossier FROM tellings WHERE event IN (SELECT value FROM json_each(?))"
        )
        return {e: n for part in parts(events) for e, n in self._db.execute(query, (part,))}
