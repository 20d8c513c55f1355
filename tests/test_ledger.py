"""The ledger keeps what it was given, and says so when it no longer does."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cenotaph.errors import LedgerError, StaleError, UsageError
from cenotaph.pipeline import current
from cenotaph.store import SCHEMA, Ledger
from cenotaph.store.file import schema
from ledgers import FINDER, RAID, SHELL, decision, filled, received
from making import killed

TABLES = ("documents", "captures", "found", "claims", "decisions", "words", "chain")
# All ways in which SQLite changes a row that is there.
WAYS = {
    "update": "UPDATE {table} SET {column} = {column}",
    "update or replace": "UPDATE OR REPLACE {table} SET {column} = {column}",
    "delete": "DELETE FROM {table}",
    "replace": "REPLACE INTO {table} SELECT * FROM {table}",
    "insert or replace": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "upsert": "INSERT INTO {table} SELECT * FROM {table} WHERE true"
    " ON CONFLICT DO UPDATE SET {column} = {column}",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cenotaph.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with filled(path) as opened:
        opened.decide(decision("accept", SHELL.claims[0].id))
        yield opened


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as db:
        rows = {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}
    db.close()
    return rows


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("guard", ["ON", "OFF"])
def test_no_row_can_be_changed_or_removed(
    ledger: Ledger, path: Path, table: str, way: str, guard: str
) -> None:
    before = dump(path)
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA recursive_triggers = {guard}")
    column = db.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match=r"never (edited|deleted|replaced)"):
        db.execute(WAYS[way].format(table=table, column=column))
    db.close()
    assert dump(path) == before
    assert all(before.values())
    assert ledger.verify().faults == ()


@pytest.mark.parametrize("table", ["found", "decisions", "words", "chain"])
def test_a_row_cannot_be_replaced_by_its_number(ledger: Ledger, path: Path, table: str) -> None:
    db = sqlite3.connect(path)
    columns = [c for (c,) in db.execute(f"SELECT name FROM pragma_table_info('{table}')")]
    values = ", ".join(c if c in {"seq", "kind", "body"} else f"{c} || 'x'" for c in columns)
    with pytest.raises(sqlite3.IntegrityError, match="never replaced"):
        db.execute(f"INSERT OR REPLACE INTO {table} SELECT {values} FROM {table} WHERE seq = 1")
    db.close()
    assert ledger.verify().faults == ()


def test_reading_twice_changes_nothing(ledger: Ledger, path: Path) -> None:
    before = dump(path)
    again = [
        (received(a, f"{n}.txt", author="Ines Duarte"), a) for n, a in enumerate((SHELL, RAID))
    ]
    kept = ledger.keep(again, FINDER)
    assert (kept.documents, kept.captures, kept.runs) == (0, 0, 0)
    assert dump(path) == before


def test_one_document_received_twice_has_two_captures(ledger: Ledger) -> None:
    ledger.keep([(received(SHELL, "copy.txt", publisher="Daily Lantern"), None)], FINDER)
    of_shell = [c.ref for c in ledger.captures() if c.document == SHELL.document.id]
    assert of_shell == ["0.txt", "copy.txt"]
    assert len(ledger.accounts()) == 2


def test_what_was_kept_comes_back_as_it_was(ledger: Ledger) -> None:
    by_id = {a.document.id: a for a in ledger.accounts()}
    accepted, *rest = SHELL.claims
    sure = (msgspec.structs.replace(accepted, confidence=1.0), *rest)
    shell = msgspec.structs.replace(SHELL, claims=sure)
    assert by_id == {SHELL.document.id: shell, RAID.document.id: RAID}
    assert {c.author for c in ledger.captures()} == {"Ines Duarte"}


def test_a_batch_is_kept_whole_or_not_at_all(ledger: Ledger, path: Path) -> None:
    before = dump(path)

    def breaking() -> Iterator[tuple[object, object]]:
        yield received(RAID, "other.txt"), None
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        ledger.keep(breaking(), FINDER)  # type: ignore[arg-type]
    assert dump(path) == before


# -- the file


@pytest.mark.usefixtures("ledger")
def test_only_its_owner_can_read_a_ledger(path: Path) -> None:
    files = [p for p in path.parent.iterdir() if p.name.startswith(path.name)]
    assert len(files) == 3  # with -wal and -shm, while it is open
    if os.name == "posix":
        assert {oct(p.stat().st_mode & 0o777) for p in files} == {"0o600"}


def test_a_ledger_of_a_newer_schema_is_refused_with_a_sentence(path: Path) -> None:
    filled(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    db.close()
    with pytest.raises(LedgerError, match=r"made by a newer Cenotaph.*Update Cenotaph"):
        Ledger.open(path)


def test_a_ledger_of_schema_1_is_brought_up_to_date(path: Path) -> None:
    with filled(path) as ledger:
        head, incidents = ledger.head(), current(ledger).incidents
    db = sqlite3.connect(path)
    kept = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in kept - {"documents", "captures", "found", "claims", "decisions", "words", "chain"}:
        db.execute(f"DROP TABLE {table}")
    db.execute("DROP INDEX captures_document")
    db.execute(
        "CREATE TABLE projections (name TEXT PRIMARY KEY NOT NULL, key TEXT NOT NULL,"
        " body BLOB NOT NULL) STRICT"
    )
    db.execute("PRAGMA user_version = 1")
    db.close()
    with Ledger.open(path) as ledger:
        assert (ledger.head(), current(ledger).incidents) == (head, incidents)
        assert ledger.verify().faults == ()


def test_a_ledger_of_schema_2_keeps_all_but_the_record_computed_from_it(path: Path) -> None:
    with filled(path) as ledger:
        head, incidents = ledger.head(), current(ledger).incidents
    db = sqlite3.connect(path)
    for table in ("doubts", "asked"):
        db.execute(f"DROP TABLE {table}")
    db.execute("PRAGMA user_version = 2")
    db.close()
    with Ledger.open(path) as ledger:
        assert (ledger.head(), current(ledger).incidents) == (head, incidents)
        assert ledger.verify().faults == ()


def test_a_ledger_of_schema_5_computes_its_record_anew_and_goes_on(path: Path) -> None:
    with filled(path, RAID) as ledger:
        current(ledger)
    db = sqlite3.connect(path)
    db.execute("DROP INDEX tellings_linked")
    db.execute("ALTER TABLE tellings DROP COLUMN linked")
    db.execute("UPDATE standing SET value = 'older' WHERE name = 'software'")
    db.commit()
    db.execute("PRAGMA user_version = 5")
    db.close()
    with Ledger.open(path) as ledger, filled(":memory:", RAID) as anew:
        assert current(ledger).incidents == current(anew).incidents
        for one in (ledger, anew):
            one.keep([(received(SHELL), SHELL)], FINDER)
        assert current(ledger).incidents == current(anew).incidents
        assert ledger.verify().faults == ()


def test_other_tables_have_another_schema_number() -> None:
    # Whoever changes a table raises SCHEMA, so that ledgers of before are brought up to date.
    assert (SCHEMA, hashlib.sha256(schema().encode()).hexdigest()[:16]) == (6, "a80102724a438004")


@pytest.mark.parametrize(
    "content",
    [b"not a database at all" * 99, b"x", b"SQLite format 3\x00" + b"\x01" * 4096],
    ids=["long", "short", "broken"],
)
def test_a_file_that_is_no_ledger_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="not a Cenotaph ledger"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE accounts (id)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a Cenotaph ledger"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == before


def test_a_missing_ledger_is_made_only_when_asked_for(path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no such ledger.*cenotaph read"):
        Ledger.open(path)
    assert not path.exists()
    Ledger.open(path, create=True).close()
    assert path.exists()


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path, create=True)


def test_a_ledger_put_away_read_only_can_still_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The suite may run as root, to whom nothing is read-only; so the system's answer is given."""
    filled(path).close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = path.read_bytes()
    with Ledger.open(path) as ledger:
        assert len(ledger.accounts()) == 2
        assert ledger.verify().faults == ()
        assert len(current(ledger).incidents) == 2, "computed, and not kept"
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_older_sqlite_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(LedgerError, match=r"needs SQLite 3\.38\.0 or newer"):
        Ledger.open(path, create=True)


def test_two_can_write_at_once_and_the_chain_stays_whole(path: Path) -> None:
    with filled(path, SHELL) as one, Ledger.open(path) as other:
        other.keep([(received(RAID), RAID)], FINDER)
        one.decide(decision("accept", RAID.claims[0].id))
        other.decide(decision("reject", SHELL.claims[0].id))
        assert one.head() == other.head()
        assert one.verify().faults == ()


# -- withdrawing


def everything(path: Path) -> bytes:
    """Return the bytes of the ledger and of the files beside it."""
    return b"".join(p.read_bytes() for p in path.parent.iterdir() if p.name.startswith(path.name))


WORDS = (b"Kovalenko", b"Orekhiv", b"Three people", b"Ines Duarte", b"heard the recording")


def test_withdrawing_destroys_the_words_in_every_file(path: Path) -> None:
    with filled(path, SHELL) as ledger:
        ledger.decide(decision("correct", SHELL.claims[0].id, value=killed(4)))
        assert current(ledger).incidents[0].victims, "kept with the record, too"
        assert all(words in everything(path) for words in WORDS)
        ledger.withdraw(SHELL.document.id, decision("withdraw", reason="asked by the family"))
        for words in WORDS:
            assert words not in everything(path)
    for words in WORDS:
        assert words not in everything(path)


def test_a_withdrawal_that_could_not_be_wiped_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cenotaph.store.file._WAIT_TO_WIPE", 10)
    asked = decision("withdraw", reason="asked by the family")
    with filled(path, SHELL) as ledger:
        other = sqlite3.connect(path)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM words").fetchone()  # reads, and keeps the file busy
        with pytest.raises(LedgerError, match="not yet wiped"):
            ledger.withdraw(SHELL.document.id, asked)
        other.close()
        ledger.withdraw(SHELL.document.id, asked)
        assert not any(words in everything(path) for words in WORDS)
        assert ledger.verify().faults == ()


def test_hash_ids_and_the_fact_outlive_a_withdrawal(ledger: Ledger) -> None:
    made = ledger.withdraw(SHELL.document.id, decision("withdraw", reason="asked by the family"))
    assert (made.verdict, made.subjects) == ("withdraw", (SHELL.document.id,))
    assert list(ledger.decisions())[-1] == made
    assert made.reason == "asked by the family"
    captures = {c.document: c for c in ledger.captures()}
    assert captures[SHELL.document.id].ref == "0.txt"
    assert captures[SHELL.document.id].author is None
    assert captures[RAID.document.id].author == "Ines Duarte"
    found = ledger.verify()
    assert (found.faults, found.documents, found.claims) == ((), 2, 3)
    assert [a.document.id for a in ledger.accounts()] == [RAID.document.id]


def test_what_was_withdrawn_does_not_come_back(ledger: Ledger) -> None:
    ledger.withdraw(SHELL.document.id, decision("withdraw"))
    kept = ledger.keep([(received(SHELL, "again.txt"), SHELL)], FINDER)
    assert kept.withdrawn == ("again.txt",)
    assert [a.document.id for a in ledger.accounts()] == [RAID.document.id]
    with pytest.raises(LedgerError, match="was withdrawn"):
        ledger.decide(decision("accept", SHELL.claims[0].id))


def test_withdrawing_again_decides_nothing_new(ledger: Ledger) -> None:
    ledger.withdraw(SHELL.document.id, decision("withdraw"))
    head = ledger.head()
    ledger.withdraw(SHELL.document.id, decision("withdraw", reason="once more"))
    assert ledger.head() == head


def test_an_unknown_document_cannot_be_withdrawn(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no document"):
        ledger.withdraw("0" * 64, decision("withdraw"))


def test_words_go_only_after_their_document_was_withdrawn(ledger: Ledger, path: Path) -> None:
    ledger.withdraw(SHELL.document.id, decision("withdraw"))
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="before their document is withdrawn"):
        db.execute("DELETE FROM words WHERE document = ?", (RAID.document.id,))
    with pytest.raises(sqlite3.IntegrityError, match="do not come back"):
        db.execute(
            "INSERT INTO words (document, kind, id, body) VALUES (?, 'text', 'x', x'00')",
            (SHELL.document.id,),
        )
    db.close()


def test_a_reason_about_two_documents_goes_with_either(ledger: Ledger) -> None:
    pair = [a.mentions[0].id for a in (SHELL, RAID)]
    ledger.decide(decision("different", *pair, reason="other towns"))
    ledger.withdraw(SHELL.document.id, decision("withdraw"))
    (apart,) = [d for d in ledger.decisions() if d.verdict == "different"]
    assert apart.reason == "[destroyed with its document]"
    assert ledger.verify().faults == ()


def test_withdraw_is_no_ordinary_decision(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"Ledger\.withdraw"):
        ledger.decide(decision("withdraw", SHELL.document.id))


def test_nothing_is_decided_about_what_was_decided_since_it_was_looked_at(ledger: Ledger) -> None:
    toll, person = SHELL.claims
    seen = ledger.decide(decision("accept", toll.id)).seq
    ledger.decide(decision("reject", toll.id))
    with pytest.raises(StaleError, match="decided meanwhile"):
        ledger.decide(decision("accept", toll.id, reviewer="I. Duarte"), seen=seen)
    assert [d.verdict for d in ledger.decisions()] == ["accept", "reject"]
    ledger.decide(decision("accept", person.id), seen=seen)  # of another thing nothing was decided
    ledger.decide(decision("accept", toll.id, reviewer="I. Duarte"), seen=seen + 1)


def test_a_decision_that_was_taken_back_since_is_not_taken_back_again(ledger: Ledger) -> None:
    made = ledger.decide(decision("accept", SHELL.claims[0].id))
    ledger.decide(decision("undo", supersedes=made.id))
    with pytest.raises(StaleError):
        ledger.decide(decision("undo", supersedes=made.id, reviewer="I. Duarte"), seen=made.seq)
