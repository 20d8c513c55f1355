"""A decision's subjects -> whether its verdict can be about them."""

import sqlite3
from typing import Final

import msgspec

from cenotaph.errors import LedgerError, StaleError, UsageError
from cenotaph.model import Decision, plain
from cenotaph.store.bodies import decision_body

_KIND = """SELECT CASE kind WHEN 'Mention' THEN 'mention' ELSE 'claim' END FROM claims WHERE id = ?
UNION SELECT 'document' FROM documents WHERE id = ?"""
_SINCE = """SELECT d.id FROM decisions d, json_each(d.body, '$.subjects') s
WHERE d.seq > ? AND s.value = ? ORDER BY d.seq DESC"""
_SAME_DOCUMENT = """SELECT 1 FROM claims w JOIN claims p ON p.document = w.document
WHERE w.id = ? AND p.id = ? AND w.kind = 'Toll'"""
_MADE = "SELECT verdict, body FROM decisions WHERE id = ?"
_SOURCES = """SELECT id, json_extract(body, '$.publisher.name') FROM decisions
WHERE seq > ? AND json_extract(body, '$.publisher.name') IS NOT NULL ORDER BY seq DESC"""

# What a verdict is about, how many at least and at most (None: as many as one likes).
_ABOUT: Final[dict[str, tuple[frozenset[str], int, int | None]]] = {
    "accept": (frozenset({"claim"}), 1, None),
    "reject": (frozenset({"claim"}), 1, None),
    "correct": (frozenset({"claim"}), 1, 1),
    "same": (frozenset({"claim", "mention"}), 2, None),
    "different": (frozenset({"claim", "mention"}), 2, None),
    "copy": (frozenset({"document"}), 2, 2),
    "not-copy": (frozenset({"document"}), 2, 2),
    "note": (frozenset({"claim", "mention"}), 1, None),
    "source": (frozenset({"publisher"}), 0, 0),
}


def fitting(db: sqlite3.Connection, decision: Decision) -> Decision:
    """Return the decision, an `undo` with the subjects and publisher of what it takes back.

    Errors: LedgerError for an id that is not in the ledger, UsageError for a verdict that cannot
    be about its subjects.
    """
    if decision.supersedes is not None or decision.verdict == "undo":
        decision = _superseding(db, decision)
    if decision.verdict in _ABOUT:
        _check(db, decision)
    if (decision.remark is not None) != (decision.verdict == "note"):
        raise UsageError("a note, and nothing else, says a code, tags or words of one's own")
    if decision.verdict != "undo" and (decision.publisher is None) == (
        decision.verdict == "source"
    ):
        raise UsageError("a word on a source, and nothing else, names a publisher")
    if decision.part_of is not None:
        _check_whole(db, decision, decision.part_of)
    return decision


def _check_whole(db: sqlite3.Connection, decision: Decision, whole: str) -> None:
    """Expect that a figure is corrected to be part of another one of its document, or of none."""
    if decision.verdict != "correct":
        raise UsageError(f"what a figure is part of is told by `correct`, not {decision.verdict}")
    part = decision.subjects[0]
    known = db.execute(_SAME_DOCUMENT, (whole, part)).fetchone() is not None
    if whole and (whole == part or not known):
        raise UsageError(f"{part} cannot be part of {whole!r}: that is no other claim beside it")


def expect_none_since(db: sqlite3.Connection, decision: Decision, seen: int) -> None:
    """Expect that nothing of what a decision is about was decided after the place `seen`.

    Errors: StaleError, which names the later decision.
    """
    for subject in decision.subjects:
        later = db.execute(_SINCE, (seen, subject)).fetchone()
        if later is not None:
            raise StaleError(f"{subject} was decided meanwhile, by decision {later[0]}")
    about = plain(decision.publisher.name) if decision.publisher is not None else None
    for key, name in db.execute(_SOURCES, (seen,)) if about is not None else ():
        if plain(name) == about:
            raise StaleError(f"{name} was decided about meanwhile, by decision {key}")


def _superseding(db: sqlite3.Connection, decision: Decision) -> Decision:
    if decision.supersedes is None:
        raise UsageError("an undo says by `supersedes` which decision it takes back")
    row = db.execute(_MADE, (decision.supersedes,)).fetchone()
    if row is None:
        raise LedgerError(f"{decision.supersedes}: no decision of this ledger has this id")
    if row[0] == "withdraw":
        raise UsageError("a withdrawal is not taken back: the words are destroyed")
    if decision.verdict != "undo":
        return decision
    made = decision_body(row[1])
    return msgspec.structs.replace(
        decision, subjects=made.subjects, publisher=made.publisher, value=None, remark=None
    )


def _check(db: sqlite3.Connection, decision: Decision) -> None:
    kinds, least, most = _ABOUT[decision.verdict]
    named = " or ".join(sorted(kinds))
    count = len(set(decision.subjects))
    if count < least or (most is not None and count > most):
        more = "" if most == least else " or more"
        raise UsageError(
            f"{decision.verdict} is about {least} {named} ids{more}; {count} were given"
        )
    for subject in decision.subjects:
        row = db.execute(_KIND, (subject, subject)).fetchone()
        if row is not None and row[0] not in kinds:
            raise UsageError(f"{subject} is a {row[0]}; {decision.verdict} is about a {named}")
