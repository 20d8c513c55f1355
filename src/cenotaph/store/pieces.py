"""A ledger by documents: what is live of some of them, and which have changed since a link."""

from __future__ import annotations

import copy
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from cenotaph.model import Account, Capture, Decision, Document, Question, earliest, plain
from cenotaph.store import bodies, chain
from cenotaph.store.live import Live, Made, account_of, bring_to_life
from cenotaph.store.lost import Past
from cenotaph.store.told import parts

_LATEST = """
SELECT t.body, w.body FROM words t
LEFT JOIN found f ON f.document = t.id
  AND f.seq = (SELECT max(seq) FROM found WHERE document = t.id)
LEFT JOIN words w ON w.kind = 'account' AND w.document = f.document AND w.id = f.body
WHERE t.kind = 'text' AND t.document IN (SELECT value FROM json_each(?)) ORDER BY t.id
"""
_CAPTURES = """
SELECT c.body, w.body FROM captures c
LEFT JOIN words w ON w.kind = 'capture' AND w.document = c.document AND w.id = c.id
WHERE c.document IN (SELECT value FROM json_each(?))
"""
_ARRIVED = """
SELECT id FROM chain WHERE kind = 'documents' AND seq > ?1
UNION SELECT c.document FROM chain h JOIN captures c ON c.id = h.id
  WHERE h.kind = 'captures' AND h.seq > ?1
UNION SELECT f.document FROM chain h JOIN found f ON f.id = h.id
  WHERE h.kind = 'found' AND h.seq > ?1
UNION SELECT d.documents FROM chain h JOIN decisions d ON d.id = h.id
  WHERE h.kind = 'decisions' AND h.seq > ?1
UNION SELECT o.documents FROM chain h JOIN decisions d ON d.id = h.id
  JOIN decisions o ON o.id = json_extract(d.body, '$.supersedes')
  WHERE h.kind = 'decisions' AND h.seq > ?1
"""


class Pieces:
    """One moment of a ledger, document by document; the decisions are all there."""

    def __init__(
        self,
        db: sqlite3.Connection,
        decisions: tuple[Decision, ...],
        made: tuple[Made, ...],
        past: Callable[[str], Past],
    ) -> None:
        self._db = db
        self._made = made
        self._past = past
        self._without: frozenset[str] = frozenset()
        self.as_made = decisions
        self.position: tuple[int, str] = chain.head(db)

    @cached_property
    def _live(self) -> Live:
        """What is live of the documents that anything was decided about: not asked by everybody."""
        runs = [run for part in parts(self._judged()) for run in self._runs(part)]
        return bring_to_life(
            captures=(), runs=runs, decisions=self.as_made, made=self._made, past=self._past
        )

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, those about what goes by another id now named by that."""
        return self._live.decisions

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked about decisions whose ground is gone."""
        return self._live.questions

    @cached_property
    def _accounts(self) -> dict[str, Account]:
        return {a.document.id: a for a in self._live.accounts}

    def documents(self) -> list[str]:
        """Return every document that has words, sorted."""
        query = "SELECT id FROM words WHERE kind = 'text' ORDER BY id"
        return [d for (d,) in self._db.execute(query)]

    def before(self, day: str) -> list[str]:
        """Return the documents published before a day, or at no known time."""
        known = self.documents()
        captures = self.captures(known)
        published = earliest(c for one in captures.values() for c in one)
        return [d for d in known if published.get(d, "") < day]

    def published_by(self, names: Collection[str]) -> set[str]:
        """Return the documents that were received from some publishers, as names are compared."""
        query = "SELECT document, json_extract(body, '$.publisher') FROM captures"
        rows = self._db.execute(query)
        return {d for d, publisher in rows if publisher and plain(publisher) in names}

    def without(self, documents: Iterable[str]) -> Pieces:
        """Return the same moment as if some documents had no words."""
        found = copy.copy(self)
        found._without = frozenset(documents)  # noqa: SLF001 # its own kind
        return found

    def arrived(self, seq: int) -> set[str]:
        """Return the documents that something was added about after a link of the chain."""
        rows = self._db.execute(_ARRIVED, (seq,))
        return {d for (documents,) in rows for d in documents.split()}

    def holds(self, position: tuple[int, str]) -> bool:
        """Tell whether the chain goes through a link."""
        seq, link = position
        query = "SELECT 1 FROM chain WHERE seq = ? AND link = ?"
        return seq == 0 or self._db.execute(query, (seq, link)).fetchone() is not None

    def live(self, documents: Iterable[str]) -> list[str]:
        """Return those of the documents that have words."""
        query = (
            "SELECT id FROM words WHERE kind = 'text'"
            " AND document IN (SELECT value FROM json_each(?))"
        )
        known = (d for part in parts(documents) for (d,) in self._db.execute(query, (part,)))
        return [d for d in known if d not in self._without]

    def decisions_about(self, documents: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions about some documents, with those that take them back."""
        wanted = {n for d in documents for n in self._about.get(d, ())}
        return tuple(self.decisions[n] for n in sorted(wanted))

    def accounts(self, documents: Collection[str]) -> Iterator[Account]:
        """Yield the accounts of some documents, with their live claims."""
        documents = [d for d in documents if d not in self._without]
        plain = [d for d in documents if d not in self._accounts]
        for part in parts(plain):
            yield from (account_of(*run) for run in self._runs(part))
        yield from (self._accounts[d] for d in sorted(documents) if d in self._accounts)

    def all_captures(self) -> list[Capture]:
        """Return every capture, those of withdrawn documents without author and addresses."""
        query = "SELECT DISTINCT document FROM captures"
        found = self.captures(d for (d,) in self._db.execute(query).fetchall())
        known = (c for one in found.values() for c in one)
        return sorted(known, key=lambda c: (c.ref, c.document, bodies.capture_id(c)))

    def captures(self, documents: Iterable[str]) -> dict[str, list[Capture]]:
        """Return the captures of some documents, in the order in which they are published."""
        return captures_of(self._db, documents)

    @cached_property
    def _about(self) -> dict[str, set[int]]:
        """Return, for each document, the places of the decisions that bear on it."""
        rows = self._db.execute("SELECT documents FROM decisions ORDER BY seq").fetchall()
        place = {d.id: n for n, d in enumerate(self.decisions)}
        found = defaultdict[str, set[int]](set)
        documents = [set(row[0].split()) for row in rows]
        for n, decision in enumerate(self.decisions):  # what takes back bears on the same
            earlier = place.get(decision.supersedes or "")
            documents[n] |= documents[earlier] if earlier is not None else set()
            for document in documents[n]:
                found[document].add(n)
        return found

    def _judged(self) -> list[str]:
        rows = self._db.execute("SELECT documents FROM decisions")
        return sorted({d for (documents,) in rows for d in documents.split()})

    def _runs(self, part: str) -> Iterator[tuple[Document, bodies.Found | None]]:
        for text, found in self._db.execute(_LATEST, (part,)).fetchall():
            yield bodies.document(text), None if found is None else bodies.found(found)


def captures_of(db: sqlite3.Connection, documents: Iterable[str]) -> dict[str, list[Capture]]:
    """Return the captures of some documents, in the order in which they are published."""
    found = defaultdict[str, list[Capture]](list)
    rows = (row for part in parts(documents) for row in db.execute(_CAPTURES, (part,)))
    captures = [bodies.join_capture(body.encode(), words) for body, words in rows]
    for c in sorted(captures, key=lambda c: (c.ref, c.document, bodies.capture_id(c))):
        found[c.document].append(c)
    return found
