"""A ledger -> whether every hash, span and link in it still holds; every fault in a sentence."""

import sqlite3
from collections.abc import Iterator

import msgspec

from cenotaph.errors import VerifyError
from cenotaph.model import some_words
from cenotaph.store import bodies, chain, file
from cenotaph.store.chain import digest
from cenotaph.store.words import Count, word_faults


class Verified(msgspec.Struct, frozen=True):
    """What was looked at and what does not hold."""

    documents: int
    captures: int
    claims: int  # live or not, people's included
    decisions: int
    spans: int
    links: int
    head: str
    faults: tuple[str, ...]

    def told(self) -> str:
        """Return what was looked at, in words."""
        return ", ".join(
            some_words(number, what)
            for number, what in (
                (self.documents, "document"),
                (self.captures, "capture"),
                (self.claims, "claim"),
                (self.decisions, "decision"),
                (self.spans, "span"),
            )
        )


def verify(db: sqlite3.Connection) -> Verified:
    """Re-read the whole ledger."""
    db.execute("BEGIN")  # one moment of it, whoever else writes
    try:
        counted = Count()
        faults = (
            *_file_faults(db),
            *_chain_faults(db),
            *_row_faults(db),
            *word_faults(db, counted),
            *_id_faults(db),
        )
        return _verified(db, counted, faults)
    except sqlite3.DatabaseError as error:
        raise VerifyError(f"the ledger's file is damaged and cannot be read: {error}") from error
    finally:
        db.execute("ROLLBACK")


def _verified(db: sqlite3.Connection, counted: Count, faults: tuple[str, ...]) -> Verified:
    tables = ("documents", "captures", "decisions")
    sizes = {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}  # noqa: S608 # our own names
    (claims,) = db.execute("SELECT count(*) FROM claims WHERE kind <> 'Mention'").fetchone()
    links, head = chain.head(db)
    return Verified(
        **sizes, claims=claims, spans=counted.spans, links=links, head=head, faults=faults
    )


def _file_faults(db: sqlite3.Connection) -> Iterator[str]:
    """Check the file itself and that its tables and triggers are those we ship."""
    for (answer,) in db.execute("PRAGMA integrity_check(20)"):
        if answer != "ok":
            yield f"the file is damaged: {answer}"
    shipped = sqlite3.connect(":memory:")
    for statement in file.statements(file.schema()):
        shipped.execute(statement)
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    ours, theirs = dict(shipped.execute(query)), dict(db.execute(query))
    shipped.close()
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            yield f"{name}: the ledger's schema was altered (table, index or trigger)"


def _chain_faults(db: sqlite3.Connection) -> Iterator[str]:
    last, expected = chain.GENESIS, 1
    for seq, *row, link in db.execute("SELECT * FROM chain ORDER BY seq"):
        if seq != expected:
            yield f"chain: link {expected} is missing"
        last = chain.link(last, seq, (row[0], row[1], row[2]))
        if link != last:
            yield f"chain: link {seq} ({row[0]} {row[1][:12]}) does not follow from the one before"
            last = link  # report the break once
        expected = seq + 1


def _row_faults(db: sqlite3.Connection) -> Iterator[str]:
    """Set the rows against the digests that the chain holds."""
    linked = {
        (kind, key): value for kind, key, value in db.execute("SELECT kind, id, digest FROM chain")
    }
    for kind, key, value in _rows(db):
        if (kind, key) not in linked:
            yield f"{kind} {key[:12]}: has no link in the chain; it was slipped in"
        elif linked.pop((kind, key)) != value:
            yield f"{kind} {key[:12]}: was changed after it was recorded"
    for kind, key in linked:
        yield f"{kind} {key[:12]}: was removed after it was recorded"


def _rows(db: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    for (key,) in db.execute("SELECT id FROM documents"):
        yield "documents", key, key
    for key, document, body in db.execute("SELECT id, document, body FROM captures"):
        yield "captures", key, digest(document, body)
    query = """SELECT id, document, finder, claims, mentions, body, (
        SELECT count(*) FROM found e WHERE e.document = f.document AND e.seq < f.seq
        ) FROM found f"""
    for key, *row in db.execute(query):
        yield "found", key, digest(*row)
    for seq, key, *row in db.execute("SELECT seq, id, verdict, documents, body FROM decisions"):
        yield "decisions", key, digest(seq, *row)


def _id_faults(db: sqlite3.Connection) -> Iterator[str]:
    """See that the table of ids holds what the runs and people's claims name, and no more."""
    named: set[str] = set()
    lists = msgspec.json.Decoder(list[str])
    try:
        for claims, mentions in db.execute("SELECT claims, mentions FROM found"):
            named.update(lists.decode(claims), lists.decode(mentions))
        for (body,) in db.execute("SELECT body FROM decisions"):
            made = bodies.decision_body(body).claim
            named.update(() if made is None else (made,))
    except (msgspec.MsgspecError, ValueError) as error:
        yield f"the ids that runs and decisions name cannot be read: {error}"
        return
    there = {key for (key,) in db.execute("SELECT id FROM claims")}
    for key in sorted(named - there):
        yield f"claim {key}: was found and then removed"
    for key in sorted(there - named):
        yield f"claim {key}: no run found it and nobody made it; it was slipped in"
