"""Whoever changes a ledger's file behind its back is found out."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import msgspec
import pytest

from cenotaph.errors import VerifyError
from cenotaph.model import Mark, Name, Span
from cenotaph.store import Ledger
from ledgers import RAID, SHELL, decision, filled

# What was done to the file: SQL, and what verify says of it.
TAMPERING = {
    "a text was changed": (
        """UPDATE words SET body = CAST(replace(CAST(body AS TEXT), 'Three', 'Seven') AS BLOB)
        WHERE kind = 'text' AND CAST(body AS TEXT) LIKE '%Three%'""",
        "is not the text that was received",
    ),
    "a figure was changed": (
        """UPDATE words SET body = CAST(replace(CAST(body AS TEXT), ':5', ':4') AS BLOB)
        WHERE kind = 'account' AND CAST(body AS TEXT) LIKE '%"low":5%'""",
        "was changed after it was found",
    ),
    "raw bytes were changed": (
        """UPDATE words SET body = (SELECT body FROM words WHERE kind = 'raw' ORDER BY seq DESC)
        WHERE seq = (SELECT min(seq) FROM words WHERE kind = 'raw')""",
        "raw bytes .* are not those received",
    ),
    "a text was removed": (
        "DELETE FROM words WHERE seq = (SELECT min(seq) FROM words WHERE kind = 'text')",
        "its text is gone, and nobody withdrew it",
    ),
    "an account was removed": (
        "DELETE FROM words WHERE seq = (SELECT min(seq) FROM words WHERE kind = 'account')",
        "the account .* is gone, and nobody withdrew it",
    ),
    "raw bytes were removed": (
        "DELETE FROM words WHERE seq = (SELECT min(seq) FROM words WHERE kind = 'raw')",
        "the raw bytes .* are gone, and nobody withdrew them",
    ),
    "words were slipped in": (
        "INSERT INTO words SELECT 99, document, 'claim', 'x', body FROM words LIMIT 1",
        "claim x is not the one that a person made",
    ),
    "a reason was changed": (
        """UPDATE words SET body = CAST('{"reason":"another"}' AS BLOB) WHERE kind = 'decision'""",
        "reason and value are not those that were given",
    ),
    "an author was changed": (
        """UPDATE words SET body = CAST('{"author":"Someone Else"}' AS BLOB)
        WHERE seq = (SELECT min(seq) FROM words WHERE kind = 'capture')""",
        "capture .* is not the one that was received",
    ),
    "a capture was removed": (
        "DELETE FROM captures WHERE id = (SELECT min(id) FROM captures)",
        "captures .* was removed after it was recorded",
    ),
    "a capture was changed": (
        """UPDATE captures SET body = replace(body, '.txt', '.doc')
        WHERE id = (SELECT min(id) FROM captures)""",
        "captures .* was changed after it was recorded",
    ),
    "a run was removed": (
        "DELETE FROM found WHERE seq = 1",
        "found .* was removed after it was recorded",
    ),
    "a decision was turned round": (
        "UPDATE decisions SET verdict = 'reject'",
        "decisions .* was changed after it was recorded",
    ),
    "a claim was removed": (
        "DELETE FROM claims WHERE id = (SELECT min(id) FROM claims)",
        "was found and then removed",
    ),
    "a claim was slipped in": (
        "INSERT INTO claims SELECT 'f', document, kind FROM claims LIMIT 1",
        "no run found it and nobody made it",
    ),
    "a document was slipped in": (
        "INSERT INTO documents VALUES ('f')",
        "has no link in the chain",
    ),
    "a link was removed": ("DELETE FROM chain WHERE seq = 3", "link 3 is missing"),
    "a link was changed": (
        "UPDATE chain SET digest = 'f' WHERE seq = 3",
        "link 3 .* does not follow from the one before",
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "cenotaph.db"
    with filled(made) as ledger:
        ledger.decide(decision("accept", SHELL.claims[0].id))
    return made


def faults(path: Path) -> str:
    with Ledger.open(path) as ledger:
        return "\n".join(ledger.verify().faults)


def change(path: Path, statement: str) -> None:
    """Change the file as someone could who takes the triggers off and puts them on again."""
    db = sqlite3.connect(path)
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    assert db.execute(statement).rowcount == 1
    for _, sql in triggers:
        db.execute(sql)
    db.commit()
    db.close()


def test_verify_says_what_it_read(path: Path) -> None:
    with Ledger.open(path) as ledger:
        found = ledger.verify()
        assert found.head == ledger.head()
    assert found.faults == ()
    assert (found.documents, found.captures, found.claims, found.decisions) == (2, 2, 3, 1)
    assert found.spans == 3 * 2 + 2 + 2  # claims with their sentences, mentions, marks
    assert found.links == 2 + 2 + 2 + 1


@pytest.mark.parametrize("what", TAMPERING)
def test_verify_finds_that(path: Path, what: str) -> None:
    statement, found = TAMPERING[what]
    change(path, statement)
    assert re.search(found, faults(path))


def test_verify_finds_that_a_trigger_was_removed(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER words_kept")
    db.close()
    assert "words_kept: the ledger's schema was altered" in faults(path)


def test_verify_says_when_the_file_itself_is_damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    page = content.index(b"Orekhiv") // 4096 * 4096
    content[page : page + 64] = b"\xff" * 64
    path.write_bytes(content)
    with Ledger.open(path) as ledger, pytest.raises(VerifyError, match="is damaged"):
        ledger.verify()


def test_verify_finds_words_that_outlived_their_withdrawal(path: Path) -> None:
    with Ledger.open(path) as ledger:
        words = ledger._db.execute(  # noqa: SLF001
            "SELECT * FROM words WHERE kind = 'text' AND document = ?", (SHELL.document.id,)
        ).fetchone()
        ledger.withdraw(SHELL.document.id, decision("withdraw"))
    db = sqlite3.connect(path)
    trigger = db.execute("SELECT sql FROM sqlite_master WHERE name = 'words_gone'").fetchone()[0]
    db.execute("DROP TRIGGER words_gone")
    db.execute("INSERT INTO words VALUES (?, ?, ?, ?, ?)", words)
    db.execute(trigger)
    db.commit()
    db.close()
    assert "was withdrawn, and its text is still there" in faults(path)


def test_verify_finds_a_span_that_points_outside(tmp_path: Path) -> None:
    beyond = Span(start=0, end=len(RAID.document.text) + 1)
    mark = Mark(span=beyond, value=Name(name="Jets", kind="organization"))
    broken = msgspec.structs.replace(RAID, marks=(mark,))
    with filled(tmp_path / "broken.db", broken) as ledger:
        assert "points outside the text" in ledger.verify().faults[0]


def test_verify_finds_a_claim_whose_id_does_not_follow_from_it(tmp_path: Path) -> None:
    wrong = msgspec.structs.replace(RAID.claims[0], id="0" * 32)
    with filled(tmp_path / "broken.db", msgspec.structs.replace(RAID, claims=(wrong,))) as ledger:
        assert "its id does not follow from what it says" in ledger.verify().faults[0]
