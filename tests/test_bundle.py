"""A bundle holds all that a court needs, and nothing leaves in it that was not asked for."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bundles import LOST, WHOLE, faults, members, packed, write
from cenotaph import bundle, pipeline
from cenotaph.bundle.packing import Wanted, pack
from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.errors import LedgerError, UsageError
from cenotaph.model import Victim
from cenotaph.publish import Options
from cenotaph.store import Ledger
from ledgers import FINDER, RAID, SHELL, decision, filled, received


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("case"))


def test_a_bundle_holds_on_a_machine_that_has_no_ledger(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "case.zip"
    alone.write_bytes(made.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert main(["verify", "case.zip"]) == 0
    told_of = capsys.readouterr()
    assert told_of.err == ""
    assert "4 documents, 4 captures" in told_of.out
    assert "3 decisions" not in told_of.out  # four: a withdrawal is one
    assert "4 decisions" in told_of.out
    assert "0 do not hold" in told_of.out
    assert "computed anew" in told_of.out
    assert max(map(len, told_of.out.splitlines())) <= 100
    assert [p.name for p in tmp_path.iterdir()] == ["case.zip"]


def test_everything_received_stands_in_it_under_its_own_hash(made: Path) -> None:
    contents = members(made)
    apart = [n for n in contents if n.startswith(("texts/", "raw/"))]
    assert len(apart) == 6  # three documents with words
    for name in apart:
        digest = name.partition("/")[2].removesuffix(".txt")
        assert hashlib.sha256(contents[name]).hexdigest() == digest
    lines = contents["SHA256SUMS"].decode().splitlines()
    assert {line[66:]: line[:64] for line in lines} == {
        n: hashlib.sha256(c).hexdigest() for n, c in contents.items() if n != "SHA256SUMS"
    }


def test_a_withdrawn_documents_words_are_nowhere_in_it(made: Path) -> None:
    whole = b"\n".join(members(made).values())
    assert LOST.document.id.encode() in whole
    for words in (b"Rockets", b"Karim", b"Tal Hamra"):
        assert words not in whole


def test_the_same_ledger_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    with Ledger.open(made.parent / "cenotaph.db") as ledger:
        again = write(ledger, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == made.read_bytes()
    assert again.sums == bundle.check(made).sums
    assert again.head == bundle.check(made).manifest.chain.head


@pytest.mark.parametrize("names", [False, True])
def test_it_says_whose_names_it_prints_and_its_quotes_hold_either_way(
    made: Path, tmp_path: Path, *, names: bool
) -> None:
    with Ledger.open(made.parent / "cenotaph.db") as ledger:
        write(ledger, tmp_path / "b.zip", Options(full_text=True, names=names))
    contents = members(tmp_path / "b.zip")
    assert (b"Kovalenko" in contents["record/claims.jsonl"]) == names
    manifest = json.loads(contents["bundle.json"])
    assert "hold every name" in manifest["names"]
    assert ("no victim's" in manifest["names"]) == (not names)
    found = bundle.check(tmp_path / "b.zip")
    assert found.faults == ()
    assert found.quotes > 3
    assert found.manifest.chain.head.encode() in contents["record/methodology.md"]


@pytest.mark.parametrize("policy", ["ucdp", "acled"])
def test_another_policy_and_only_what_was_reviewed(made: Path, tmp_path: Path, policy: str) -> None:
    ledger = str(made.parent / "cenotaph.db")
    words = ["publish", "bundle", "--full-text", "--only", "reviewed", "--policy", policy]
    assert main([*words, "--ledger", ledger, "-o", str(tmp_path / "b.zip")]) == 0
    found = bundle.check(tmp_path / "b.zip")
    assert (found.faults, found.not_recomputed) == ((), None)
    assert found.manifest.counted.startswith(policy)


def test_one_file_of_many_accounts_is_in_it_once(tmp_path: Path) -> None:
    raw = b"many accounts in one file"
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        kept = [(received(a, f"{n}"), a) for n, a in enumerate((SHELL, RAID))]
        same = hashlib.sha256(raw).hexdigest()
        batch = [
            (r._replace(raw=raw, capture=msgspec.structs.replace(r.capture, raw=same)), a)
            for r, a in kept
        ]
        ledger.keep(batch, FINDER)
        ledger.withdraw(RAID.document.id, decision("withdraw", RAID.document.id))
        write(ledger, tmp_path / "b.zip")
    assert [n for n in members(tmp_path / "b.zip") if n.startswith("raw/")] == [f"raw/{same}"]
    assert faults(tmp_path / "b.zip") == ""


# What is asked for wrongly


def test_whole_texts_leave_only_when_asked_for(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = str(made.parent / "cenotaph.db")
    assert main(["publish", "bundle", "--ledger", ledger, "-o", str(tmp_path / "b.zip")]) == 2
    assert "--full-text" in capsys.readouterr().err
    assert not (tmp_path / "b.zip").exists()
    words = ["publish", "bundle", "--full-text", "--profile", "public", "--ledger", ledger]
    assert main([*words, "-o", str(tmp_path / "b.zip")]) == 2
    assert "--profile public" in capsys.readouterr().err
    assert main(["publish", "pdf", "--ledger", ledger]) == 2
    assert "bundle" in capsys.readouterr().err


@pytest.mark.parametrize("target", [None, "-"])
def test_a_bundle_needs_a_file_of_its_own(made: Path, target: str | None) -> None:
    with Ledger.open(made.parent / "cenotaph.db") as ledger:
        with pytest.raises(UsageError, match="name it with -o"):
            bundle.write(ledger, bundle.Asked(target), WHOLE, load(None))
        with pytest.raises(UsageError, match="is where the ledger is"):
            write(ledger, made.parent / "cenotaph.db")


def test_a_ledger_that_grows_meanwhile_is_not_packed(tmp_path: Path) -> None:
    with filled(tmp_path / "l.db") as ledger:
        wanted = Wanted(pipeline.record(ledger), "envelope", "", WHOLE)
        before = ledger.head()
        ledger.decide(decision("accept", SHELL.claims[0].id))
        with pytest.raises(LedgerError, match="added to meanwhile"):
            pack(ledger, before, wanted, io.BytesIO())


def test_a_victim_named_in_a_text_only_is_withheld_in_the_rows(made: Path) -> None:
    names = [c.value.name for c in SHELL.claims if isinstance(c.value, Victim)]
    assert names == ["Daria Kovalenko"]
    rows: list[Any] = members(made)["record/claims.jsonl"].splitlines()
    assert not [row for row in rows if b"Kovalenko" in row]
