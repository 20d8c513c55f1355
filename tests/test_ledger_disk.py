"""A ledger on a disk that is full, or that does not do its part, is not called damaged."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cenotaph.errors import LedgerError
from cenotaph.store import Ledger, no_room


def full(path: Path) -> sqlite3.Error:
    """Return what SQLite says where there is no room, from a file that may grow no further."""
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE words (body BLOB)")
    db.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.OperationalError) as told:
        db.execute("INSERT INTO words VALUES (zeroblob(1000000))")
    db.close()
    return told.value


def test_a_full_disk_is_called_full_and_another_fault_is_not(tmp_path: Path) -> None:
    assert "the disk is full" in (no_room(full(tmp_path / "a.db"), tmp_path / "a.db") or "")
    db = sqlite3.connect(tmp_path / "b.db")
    with pytest.raises(sqlite3.OperationalError) as told:
        db.execute("SELECT * FROM nothing")
    db.close()
    assert no_room(told.value, tmp_path / "b.db") is None


def test_a_disk_that_takes_nothing_makes_no_ledger_damaged_and_a_damaged_one_is_called_so(
    tmp_path: Path,
) -> None:
    ledger = tmp_path / "c.db"
    Ledger.open(ledger, create=True).close()
    command = f"ulimit -f 0; exec {sys.executable} -m cenotaph.cli show --ledger {ledger}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{ledger}: cannot be opened: " in done.stderr
    assert "damaged" not in done.stderr
    Ledger.open(ledger).close()
    ledger.write_bytes(ledger.read_bytes()[:100] + b"\0" * 5000)
    with pytest.raises(LedgerError, match="a damaged one"):
        Ledger.open(ledger)
