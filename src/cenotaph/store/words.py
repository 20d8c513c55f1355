"""The words of a ledger, re-read: texts, raw bytes, accounts, and every span into them."""

import sqlite3
from collections.abc import Iterator

import msgspec

from cenotaph.errors import CenotaphError
from cenotaph.model import Claim, Document, Mark, Quotation, Span, claim_id
from cenotaph.store import bodies
from cenotaph.store.chain import digest

_WITHDRAWN = "SELECT documents FROM decisions WHERE verdict = 'withdraw'"


class Count:
    """How many spans were re-read."""

    def __init__(self) -> None:
        self.spans = 0


Words = dict[tuple[str, str], bytes]  # (kind, id) -> body


def word_faults(db: sqlite3.Connection, count: Count) -> Iterator[str]:
    """Yield what does not hold of the words, document by document, then decision by decision."""
    gone = {document for (document,) in db.execute(_WITHDRAWN)}
    query = "SELECT kind, id, body FROM words WHERE document = ? AND kind <> 'decision'"
    for (document,) in db.execute("SELECT id FROM documents").fetchall():
        words = {(kind, key): body for kind, key, body in db.execute(query, (document,))}
        name = f"document {document[:12]}"
        if document in gone:
            yield from (
                f"{name}: was withdrawn, and its {kind} is still there" for kind, _ in words
            )
            continue
        yield from (f"{name}: {fault}" for fault in _faults_of(db, document, words, count))
    yield from _decision_faults(db, gone)


def _faults_of(db: sqlite3.Connection, document: str, words: Words, count: Count) -> Iterator[str]:
    body = words.pop(("text", document), None)
    if body is None:
        yield "its text is gone, and nobody withdrew it"
        return
    try:
        text = bodies.document(body)
        if Document.of(text.text, text.title).id != document:
            yield "its text is not the text that was received"
            return
        yield from _capture_faults(db, document, words)
        yield from _account_faults(db, text, words, count)
        yield from _claim_faults(db, text, words, count)
    except (msgspec.MsgspecError, CenotaphError, ValueError) as error:
        yield f"what is stored of it cannot be read: {error}"
        return
    for kind, key in words:
        yield f"words are there that nothing accounts for: {kind} {key[:12]}"


def _capture_faults(db: sqlite3.Connection, document: str, words: Words) -> Iterator[str]:
    raws = set()
    rows = db.execute("SELECT id, body FROM captures WHERE document = ?", (document,))
    for key, body in rows.fetchall():
        capture = bodies.join_capture(body.encode(), words.pop(("capture", key), None))
        raws.add(capture.raw)
        if bodies.capture_id(capture) != key:
            yield f"capture {key[:12]} is not the one that was received"
    for raw in sorted(raws):
        packed = words.pop(("raw", raw), None)
        if packed is None:
            yield f"the raw bytes {raw[:12]} are gone, and nobody withdrew them"
        elif bodies.sha(bodies.unpack(packed)) != raw:
            yield f"the raw bytes {raw[:12]} are not those received"


def _account_faults(
    db: sqlite3.Connection, text: Document, words: Words, count: Count
) -> Iterator[str]:
    rows = db.execute("SELECT DISTINCT body FROM found WHERE document = ?", (text.id,))
    for (key,) in rows.fetchall():
        body = words.pop(("account", key), None)
        if body is None:
            yield f"the account {key[:12]} is gone, and nobody withdrew it"
        elif digest(text.id, bodies.sha(body)) != key:
            yield f"the account {key[:12]} was changed after it was found"
        else:
            found = bodies.found(body)
            yield from _found_faults(text, found, count)
            yield from _listed_faults(db, text, found)


def _claim_faults(
    db: sqlite3.Connection, text: Document, words: Words, count: Count
) -> Iterator[str]:
    """Check the claims that people made; the digest stands in their decision."""
    for kind, key in [k for k in words if k[0] == "claim"]:
        body = words.pop((kind, key))
        query = "SELECT 1 FROM decisions WHERE json_extract(body, '$.claim_words') = ?"
        if db.execute(query, (bodies.sha(body),)).fetchone() is None:
            yield f"claim {key[:12]} is not the one that a person made"
            continue
        found = bodies.Found(claims=(bodies.claim(body),))
        yield from _found_faults(text, found, count)
        yield from _listed_faults(db, text, found)


def _found_faults(text: Document, found: bodies.Found, count: Count) -> Iterator[str]:
    for claim in found.claims:
        if claim.document != text.id or claim_id(claim) != claim.id:
            yield f"claim {claim.id[:12]}: its id does not follow from what it says"
        if not claim.sentence.holds(claim.evidence):
            yield f"claim {claim.id[:12]}: its words stand outside its sentence"
        yield from _span_faults(text, f"claim {claim.id[:12]}", _claim_spans(claim), count)
    for mention in found.mentions:
        yield from _span_faults(text, f"mention {mention.id[:12]}", (mention.span,), count)
    for mark in found.marks:
        yield from _span_faults(text, "mark", _mark_spans(mark), count)


def _listed_faults(db: sqlite3.Connection, text: Document, found: bodies.Found) -> Iterator[str]:
    """See that the table of ids knows each for what it is: by it a document's words are found."""
    rows = db.execute("SELECT id, kind FROM claims WHERE document = ?", (text.id,))
    kinds = dict(rows.fetchall())
    said = [(c.id, bodies.kind_of(c.value)) for c in found.claims]
    for key, kind in (*said, *((m.id, bodies.kind_of(m)) for m in found.mentions)):
        if kinds.get(key) != kind:
            yield f"claim {key[:12]}: is not listed as a {kind} of this document"


def _span_faults(
    text: Document, owner: str, spans: tuple[Span | None, ...], count: Count
) -> Iterator[str]:
    for span in spans:
        if span is None:
            continue
        count.spans += 1
        if span.end > len(text.words(span.part)):
            yield f"{owner}: {span.start}..{span.end} points outside the {span.part}"


def _claim_spans(claim: Claim) -> tuple[Span | None, ...]:
    return claim.evidence, claim.sentence, claim.speaker.span if claim.speaker else None


def _mark_spans(mark: Mark) -> tuple[Span | None, ...]:
    value = mark.value
    if isinstance(value, Quotation):
        return mark.span, value.source, value.cue
    return (mark.span,)


def _decision_faults(db: sqlite3.Connection, gone: set[str]) -> Iterator[str]:
    """Check the reasons and values of decisions, which may stand between several documents."""
    query = "SELECT id, document, body FROM words WHERE kind = 'decision'"
    there = {(key, document): body for key, document, body in db.execute(query)}
    rows = db.execute("SELECT id, documents, body FROM decisions WHERE verdict <> 'withdraw'")
    for key, documents, body in rows.fetchall():
        words = there.pop((key, documents), None)
        try:
            kept = bodies.decision_body(body)
        except (msgspec.MsgspecError, ValueError) as error:
            yield f"decision {key[:12]}: cannot be read: {error}"
            continue
        if gone.isdisjoint(documents.split(" ")):
            if words is None or bodies.sha(words) != kept.words:
                yield f"decision {key[:12]}: its reason and value are not those that were given"
            if kept.claim is not None and not _has(db, ("claim", kept.claim)):
                yield f"decision {key[:12]}: the claim made by it is gone, and nobody withdrew it"
        elif words is not None:
            yield f"decision {key[:12]}: its document was withdrawn, and its words are still there"
    for key, _ in there:
        yield f"decision {key[:12]}: words are there that nothing accounts for"


def _has(db: sqlite3.Connection, key: tuple[str, str]) -> bool:
    return db.execute("SELECT 1 FROM words WHERE kind = ? AND id = ?", key).fetchone() is not None
