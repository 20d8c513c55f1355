"""Received documents, accounts and decisions -> the ledger, and back."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from cenotaph.errors import LedgerError, UsageError
from cenotaph.model import Account, Capture, Claim, Decision, Document, Received
from cenotaph.store import bodies, chain, file, rows, subjects
from cenotaph.store.copying import Apart, Copying, Row, Words, fill
from cenotaph.store.live import Live, Made, bring_to_life
from cenotaph.store.looking import Looking
from cenotaph.store.lost import Past, heir
from cenotaph.store.pieces import Pieces
from cenotaph.store.standing import Standing
from cenotaph.store.verify import Verified, verify

_LATEST = """
SELECT t.body, w.body FROM words t
LEFT JOIN found f ON f.document = t.id
  AND f.seq = (SELECT max(seq) FROM found WHERE document = t.id)
LEFT JOIN words w ON w.kind = 'account' AND w.document = f.document AND w.id = f.body
WHERE t.kind = 'text' ORDER BY t.id
"""
_CAPTURES = """
SELECT c.body, w.body FROM captures c
LEFT JOIN words w ON w.kind = 'capture' AND w.document = c.document AND w.id = c.id
"""
_DECISIONS = """
SELECT d.seq, d.id, d.verdict, d.body, w.body FROM decisions d
LEFT JOIN words w ON w.kind = 'decision' AND w.document = d.documents AND w.id = d.id
ORDER BY d.seq
"""
_MADE = """
SELECT d.id, w.body FROM decisions d
JOIN words w ON w.kind = 'claim' AND w.document = d.documents
  AND w.id = json_extract(d.body, '$.claim')
ORDER BY d.seq
"""
# Documents whose last run is by other software than the present, or that had none. The rows of
# tables hold what people claimed; no software has read them, and none will.
_STALE = """
SELECT t.body FROM words t WHERE t.kind = 'text' AND NOT EXISTS (
  SELECT 1 FROM found f WHERE f.document = t.id AND (f.finder = ? OR f.finder GLOB 'table/*')
    AND f.seq = (SELECT max(seq) FROM found WHERE document = t.id))
ORDER BY t.seq
"""


_UNREAD = """
SELECT t.body FROM words t WHERE t.kind = 'text'
  AND NOT EXISTS (SELECT 1 FROM found f WHERE f.document = t.id) ORDER BY t.seq
"""


class Kept(msgspec.Struct):
    """What a batch added to the ledger; all zero when it was known already."""

    documents: int = 0
    captures: int = 0
    runs: int = 0
    withdrawn: tuple[str, ...] = ()  # refs of accounts that were destroyed once and stay out


class Ledger:
    """Keeps what was read and what was decided; forgets nothing but withdrawn words."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open the ledger at a path (":memory:" for one that vanishes); make it when asked to."""
        return cls(file.connect(path, create=create))

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def files(self) -> frozenset[Path]:
        """Return the files that this ledger consists of; none for one in memory."""
        path = self._db.execute("PRAGMA database_list").fetchone()[2]
        return frozenset(Path(path + end).resolve() for end in ("", "-wal", "-shm") if path)

    # -- reading in

    def keep(self, batch: Iterable[tuple[Received, Account | None]], finder: str) -> Kept:
        """Add accounts in one transaction; what is there already changes nothing.

        An account of None says that the document was not read, only received: it was read before,
        or is in a language we do not read.
        """
        kept = Kept()
        with file.transaction(self._db):
            for received, account in batch:
                if self.withdrawn(received.document.id):
                    kept.withdrawn += (received.capture.ref,)
                    continue
                kept.documents += rows.add_document(self._db, received)
                kept.captures += rows.add_capture(self._db, received)
                if account is not None:
                    kept.runs += rows.add_run(self._db, account, finder)
        return kept

    def keep_runs(self, accounts: Iterable[Account], finder: str) -> int:
        """Add what was found in documents that are here already; return how many runs are new."""
        with file.transaction(self._db):
            return sum(rows.add_run(self._db, account, finder) for account in accounts)

    def holds(self, document: str) -> bool:
        """Tell whether the document is stored, read or not."""
        return rows.any_row(self._db, "SELECT 1 FROM documents WHERE id = ?", document)

    def knows(self, document: str) -> bool:
        """Tell whether a complete run over the document is stored."""
        return rows.any_row(self._db, "SELECT 1 FROM found WHERE document = ?", document)

    def withdrawn(self, document: str) -> bool:
        """Tell whether the document's words were destroyed."""
        return rows.is_withdrawn(self._db, document)

    def stale(self, finder: str) -> Iterator[Document]:
        """Yield the documents that the present software has not read, oldest first."""
        for (body,) in self._db.execute(_STALE, (finder,)).fetchall():
            yield bodies.document(body)

    def unread(self) -> list[Document]:
        """Return the documents that nothing ever read, oldest first."""
        return [bodies.document(body) for (body,) in self._db.execute(_UNREAD)]

    def languages(self) -> dict[str, set[str | None]]:
        """Return what captures say of each document's language; None: they do not say."""
        said: dict[str, set[str | None]] = {}
        for capture in self.captures():
            said.setdefault(capture.document, set()).add(capture.language)
        return said

    # -- what people decide

    def take_in(
        self,
        accounts: Iterable[tuple[Received | None, Account]],
        finder: str,
        decisions: Iterable[tuple[Decision, Claim | None]],
    ) -> None:
        """Add accounts and what a person decided about them, all or nothing.

        Received is None where the document is here already: how it came again is not kept.
        """
        with file.transaction(self._db):
            for received, account in accounts:
                if received is not None:
                    rows.add_document(self._db, received)
                    rows.add_capture(self._db, received)
                rows.add_run(self._db, account, finder)
            for decision, claim in decisions:
                self._decide(decision, claim)

    def decide(
        self, decision: Decision, claim: Claim | None = None, *, seen: int | None = None
    ) -> Decision:
        """Append a decision and return it with its id and its place in the order of force.

        `claim` is what the person claims instead, or beside: needed for `add`; for `correct` it
        is made from the claim corrected and the decision's value. `undo` names what it takes back
        by `supersedes`. Use `withdraw` to withdraw. With `seen`, the place of the last decision
        that the person knew of, StaleError where one of the subjects was decided since.
        """
        if decision.verdict == "withdraw":
            raise UsageError("a document is withdrawn by Ledger.withdraw, which destroys its words")
        with file.transaction(self._db):
            return self._decide(decision, claim, seen)

    def _decide(self, decision: Decision, claim: Claim | None, seen: int | None = None) -> Decision:
        decision = subjects.fitting(self._db, decision)
        if seen is not None:
            subjects.expect_none_since(self._db, decision, seen)
        made = rows.claim_made(self._db, decision, claim)
        if made is not None and decision.verdict == "add":
            decision = msgspec.structs.replace(decision, subjects=(made.id,))
            owners = rows.owners(self._db, (made.document,))
        else:
            owners = rows.owners(self._db, decision.subjects)
        return rows.add_decision(self._db, decision, owners, made)

    def withdraw(self, document: str, decision: Decision) -> Decision:
        """Destroy a document's text, raw bytes, quotes and names; hash, ids and the fact stay.

        Of the decision given, `at`, `reviewer` and `reason` count. Withdrawing again decides
        nothing new, but wipes the file once more.
        """
        fields = {"verdict": "withdraw", "subjects": (document,), "value": None}
        decision = msgspec.structs.replace(decision, **fields)
        with file.transaction(self._db):
            if not self.holds(document):
                raise LedgerError(f"no document {document} in this ledger")
            if not self.withdrawn(document):
                decision = rows.add_decision(self._db, decision, document, None)
            self._db.execute("DELETE FROM words WHERE instr(document, ?) > 0", (document,))
            self.standing().forget()
        file.wipe(self._db)
        return decision

    # -- reading out

    def live(self) -> Live:
        """Return what the record is computed from: captures, live claims, decisions, questions."""
        runs = [
            (bodies.document(text), None if found is None else bodies.found(found))
            for text, found in self._db.execute(_LATEST)
        ]
        return bring_to_life(
            captures=tuple(self.captures()),
            runs=runs,
            decisions=tuple(self.decisions()),
            made=self.made(),
            past=self._past,
        )

    def accounts(self) -> tuple[Account, ...]:
        """Return every account with its live claims, by document id."""
        return self.live().accounts

    def captures(self) -> Iterator[Capture]:
        """Yield every capture, those of withdrawn documents without author and addresses."""
        found = [bodies.join_capture(*row) for row in self._db.execute(_CAPTURES)]
        yield from sorted(found, key=lambda c: (c.ref, c.document, bodies.capture_id(c)))

    def decisions(self) -> Iterator[Decision]:
        """Yield every decision in order of force, as it was made."""
        for *row, body, words in self._db.execute(_DECISIONS).fetchall():
            kept = bodies.decision_body(body)
            yield bodies.join_decision((row[0], row[1], row[2]), kept, words)

    def made(self) -> tuple[Made, ...]:
        """Return the claims that people made, each with its decision, in order of force."""
        return tuple(Made(d, bodies.claim(body)) for d, body in self._db.execute(_MADE))

    def head(self) -> str:
        """Return the last link of the chain: it changes with every row appended."""
        return chain.head(self._db)[1]

    def chained(self) -> tuple[int, str]:
        """Return how many links the chain has, and the last of them."""
        return chain.head(self._db)

    def link(self, seq: int) -> str | None:
        """Return one link of the chain, counted from 1; None where it is not so long."""
        row = self._db.execute("SELECT link FROM chain WHERE seq = ?", (seq,)).fetchone()
        return None if row is None else str(row[0])

    @contextmanager
    def copying(self) -> Iterator[Copying]:
        """Hold one moment of the ledger, whoever else writes, for its rows to be copied."""
        self._db.execute("BEGIN")
        try:
            yield Copying(self._db)
        finally:
            self._db.execute("ROLLBACK")

    @classmethod
    def rebuilt(
        cls, tables: Iterable[tuple[str, Row]], words: Iterable[Words], apart: Apart
    ) -> Self:
        """Return a ledger in memory that holds copied rows; LedgerError where it cannot.

        Whether they hold, `verify` tells.
        """
        db = file.connect(":memory:", create=True)
        try:
            fill(db, tables, words, apart)
        except BaseException:
            db.close()
            raise
        return cls(db)

    def verify(self) -> Verified:
        """Re-read every span, hash and link, and say what does not hold."""
        return verify(self._db)

    # -- the record as it stands

    def pieces(self) -> Pieces:
        """Return this moment of the ledger, to be looked into document by document."""
        return Pieces(self._db, tuple(self.decisions()), self.made(), self._past)

    def standing(self) -> Standing:
        """Return the parts of the record as they were last kept."""
        return Standing(self._db)

    def looking(self) -> Looking:
        """Return a way to look into the record as it is kept, row by row."""
        return Looking(self._db, self.pieces)

    # -- what decisions may be about though it is no longer found

    def stored_claim(self, claim: str) -> Claim | None:
        """Return a claim as it was found, live or not; None for one that is not here any more."""
        return rows.stored_claim(self._db, claim)

    def heir(self, subject: str) -> str | None:
        """Return the live claim or mention that an id of an earlier reading stands for now."""
        old = self._past(subject)
        lost = old.claim or old.mention
        documents = (lost.document,) if lost is not None else ()
        accounts = {a.document.id: a for a in self.pieces().accounts(documents)}
        return heir(accounts, old)

    def _past(self, subject: str) -> Past:
        claim = rows.stored_claim(self._db, subject)
        if claim is not None and claim.about is None:
            return Past(claim, None, ())
        wanted = subject if claim is None else claim.about or ""
        return Past(claim, *rows.stored_mention(self._db, wanted))
