"""Values -> rows of the ledger, each with its link in the chain. Called inside a transaction."""

import sqlite3

import msgspec

from cenotaph.errors import LedgerError, UsageError
from cenotaph.model import Account, Claim, Decision, Mention, Received, identified
from cenotaph.store import bodies, chain
from cenotaph.store.chain import digest

_OWNER = "SELECT document FROM claims WHERE id = ? UNION SELECT id FROM documents WHERE id = ?"


def any_row(db: sqlite3.Connection, query: str, *values: str | int) -> bool:
    """Tell whether a query finds something."""
    return db.execute(query, values).fetchone() is not None


def is_withdrawn(db: sqlite3.Connection, document: str) -> bool:
    """Tell whether the document's words were destroyed."""
    query = "SELECT 1 FROM decisions WHERE verdict = 'withdraw' AND documents = ?"
    return any_row(db, query, document)


def add_document(db: sqlite3.Connection, received: Received) -> bool:
    """Add the document if it is new, and tell whether it was."""
    document = received.document
    if any_row(db, "SELECT 1 FROM documents WHERE id = ?", document.id):
        return False
    db.execute("INSERT INTO documents VALUES (?)", (document.id,))
    _add_words(db, document.id, "text", (document.id, bodies.encode(document)))
    chain.append(db, [("documents", document.id, document.id)])
    return True


def add_capture(db: sqlite3.Connection, received: Received) -> bool:
    """Add the capture and its raw bytes if they are new, and tell whether they were."""
    capture, document = received.capture, received.document.id
    key = bodies.capture_id(capture)
    if any_row(db, "SELECT 1 FROM captures WHERE id = ?", key):
        return False
    lasting, words = bodies.part_capture(capture)
    db.execute("INSERT INTO captures VALUES (?, ?, ?)", (key, document, lasting.decode()))
    if words is not None:
        _add_words(db, document, "capture", (key, words))
    _add_words(db, document, "raw", (capture.raw, bodies.pack(received.raw)))
    chain.append(db, [("captures", key, digest(document, lasting.decode()))])
    return True


def add_run(db: sqlite3.Connection, account: Account, finder: str) -> bool:
    """Add what a complete run found, unless the run before found the same; tell whether it did."""
    document = account.document.id
    body = bodies.encode(bodies.Found.of(account))
    key = digest(document, bodies.sha(body))
    query = "SELECT finder, body FROM found WHERE document = ? ORDER BY seq DESC LIMIT 1"
    if db.execute(query, (document,)).fetchone() == (finder, key):
        return False
    (earlier,) = db.execute("SELECT count(*) FROM found WHERE document = ?", (document,)).fetchone()
    claims = bodies.encode([c.id for c in account.claims]).decode()
    mentions = bodies.encode([m.id for m in account.mentions]).decode()
    row = (document, finder, claims, mentions, key)
    run = digest(*row, earlier)
    db.execute(
        "INSERT INTO found (id, document, finder, claims, mentions, body)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (run, *row),
    )
    _add_words(db, document, "account", (key, body))
    kinds = {c.id: bodies.kind_of(c.value) for c in account.claims}
    _add_ids(db, document, kinds | {m.id: "Mention" for m in account.mentions})
    chain.append(db, [("found", run, run)])
    return True


def add_decision(
    db: sqlite3.Connection, decision: Decision, documents: str, made: Claim | None
) -> Decision:
    """Append a decision; the very same one again is the one that is there."""
    key = bodies.decision_id(decision)
    known = db.execute("SELECT seq FROM decisions WHERE id = ?", (key,)).fetchone()
    if known is not None:
        return msgspec.structs.replace(decision, id=key, seq=known[0])
    body = _decision_body(db, decision, (documents, key), made)
    text = bodies.encode(body).decode()
    cursor = db.execute(
        "INSERT INTO decisions (id, verdict, documents, body) VALUES (?, ?, ?, ?)",
        (key, decision.verdict, documents, text),
    )
    chain.append(
        db, [("decisions", key, digest(cursor.lastrowid, decision.verdict, documents, text))]
    )
    return msgspec.structs.replace(decision, id=key, seq=cursor.lastrowid)


def owners(db: sqlite3.Connection, subjects: tuple[str, ...]) -> str:
    """Return the documents that the subjects belong to, sorted, a blank between; "" for none."""
    found = set()
    for subject in subjects:
        row = db.execute(_OWNER, (subject, subject)).fetchone()
        if row is None:
            raise LedgerError(
                f"{subject}: no claim, mention or document of this ledger has this id"
            )
        found.add(row[0])
    for document in found:
        if is_withdrawn(db, document):
            raise LedgerError(f"document {document} was withdrawn; nothing is decided about it")
    return " ".join(sorted(found))


def claim_made(db: sqlite3.Connection, decision: Decision, claim: Claim | None) -> Claim | None:
    """Return the claim that a person makes by a decision, with its id."""
    if decision.verdict not in {"add", "correct"}:
        return None
    if claim is None and decision.verdict == "correct" and decision.value is not None:
        original = stored_claim(db, decision.subjects[0])
        if original is not None:
            claim = msgspec.structs.replace(original, value=decision.value)
    if claim is None:
        raise UsageError(f"a decision to {decision.verdict} says what is right: give the claim")
    text = db.execute(
        "SELECT body FROM words WHERE kind = 'text' AND id = ?", (claim.document,)
    ).fetchone()
    if text is None:
        raise LedgerError(f"no document {claim.document} with its words in this ledger")
    bodies.document(text[0]).quote(claim.evidence)  # raises when the span is not there
    return identified(msgspec.structs.replace(claim, extractor="person", confidence=1.0))


def stored_claim(db: sqlite3.Connection, claim: str) -> Claim | None:
    """Return a claim as the latest run that found it, or a person, has it; None if destroyed."""
    row = db.execute("SELECT body FROM words WHERE kind = 'claim' AND id = ?", (claim,)).fetchone()
    if row is not None:
        return bodies.claim(row[0])
    owner = db.execute("SELECT document FROM claims WHERE id = ?", (claim,)).fetchone()
    for found in runs(db, owner[0]) if owner else ():
        for one in found.claims:
            if one.id == claim:
                return one
    return None


def stored_mention(
    db: sqlite3.Connection, mention: str
) -> tuple[Mention | None, tuple[Claim, ...]]:
    """Return a mention, and what hangs on it, as the latest run that found it has them.

    None and nothing if it is destroyed or unknown.
    """
    owner = db.execute("SELECT document FROM claims WHERE id = ?", (mention,)).fetchone()
    for found in runs(db, owner[0]) if owner else ():
        for one in found.mentions:
            if one.id == mention:
                return one, tuple(c for c in found.claims if c.about == mention)
    return None, ()


def runs(db: sqlite3.Connection, document: str) -> list[bodies.Found]:
    """Return what each run over a document found, latest first."""
    query = """SELECT w.body FROM found f
        JOIN words w ON w.kind = 'account' AND w.document = f.document AND w.id = f.body
        WHERE f.document = ? ORDER BY f.seq DESC"""
    return [bodies.found(body) for (body,) in db.execute(query, (document,))]


def _decision_body(
    db: sqlite3.Connection, decision: Decision, key: tuple[str, str], made: Claim | None
) -> bodies.DecisionBody:
    """Store what of a decision may be destroyed one day; return what lasts."""
    words = claim_words = None
    if decision.verdict != "withdraw":
        said = bodies.encode(bodies.DecisionWords(decision.reason, decision.value, decision.remark))
        _add_words(db, key[0], "decision", (key[1], said))
        words = bodies.sha(said)
    if made is not None:
        body = bodies.encode(made)
        _add_words(db, made.document, "claim", (made.id, body))
        _add_ids(db, made.document, {made.id: bodies.kind_of(made.value)})
        claim_words = bodies.sha(body)
    return bodies.DecisionBody(
        at=decision.at,
        reviewer=decision.reviewer,
        subjects=decision.subjects,
        words=words,
        supersedes=decision.supersedes,
        claim=made.id if made is not None else None,
        claim_words=claim_words,
        reason=decision.reason if decision.verdict == "withdraw" else None,
        part_of=decision.part_of,
        publisher=decision.publisher,
    )


def _add_words(db: sqlite3.Connection, document: str, kind: str, body: tuple[str, bytes]) -> None:
    """Add words under (id, body) unless they are there: the id follows from them."""
    query = "SELECT 1 FROM words WHERE kind = ? AND document = ? AND id = ?"
    if not any_row(db, query, kind, document, body[0]):
        row = (document, kind, *body)
        db.execute("INSERT INTO words (document, kind, id, body) VALUES (?, ?, ?, ?)", row)


def _add_ids(db: sqlite3.Connection, document: str, kinds: dict[str, str]) -> None:
    """Note which document an id belongs to, once."""
    known = {key for (key,) in db.execute("SELECT id FROM claims WHERE document = ?", (document,))}
    rows = [(key, document, kind) for key, kind in kinds.items() if key not in known]
    db.executemany("INSERT INTO claims VALUES (?, ?, ?)", rows)
