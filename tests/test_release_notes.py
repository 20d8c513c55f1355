"""The note on how a release's record was made: in it, vouched for, and missed where it is gone."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from cenotaph.cli import main
from frozen import FIRST, read


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("filled") / "cenotaph.db"
    read(ledger, FIRST)
    return ledger


@pytest.fixture
def ledger(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "cenotaph.db"
    shutil.copy(filled, here)
    monkeypatch.setenv("CENOTAPH_LEDGER", str(here))
    return here


def made(ledger: Path, name: str = "v1", *words: str) -> Path:
    assert main(["release", name, *words]) == 0
    return ledger.parent / "releases" / name


def test_a_release_holds_the_note_on_how_its_record_was_made(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = made(ledger, "v1", "--policy", "ucdp")
    note = (release / "methodology.md").read_text("utf-8")
    capsys.readouterr()
    assert main(["publish", "methodology", "--policy", "ucdp"]) == 0
    assert note == capsys.readouterr().out
    facts = json.loads((release / "release.json").read_text("utf-8"))
    assert f"Record `{facts['record']}`, counted under ucdp/1" in note
    assert facts["methodology"] == hashlib.sha256(note.encode()).hexdigest()
    for name in ("README.md", "CITATION.cff", "datacite.json", "SHA256SUMS"):
        assert "methodology.md" in (release / name).read_text("utf-8"), name


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("lost", "SHA256SUMS names no methodology.md"),
        ("another", "methodology.md is not the one that release.json tells of"),
        ("edited", "methodology.md: its SHA-256 is"),
    ],
)
def test_a_note_that_was_lost_or_changed_is_found_out_even_with_its_checksum(
    ledger: Path, capsys: pytest.CaptureFixture[str], change: str, told: str
) -> None:
    release = made(ledger)
    note, sums = release / "methodology.md", release / "SHA256SUMS"
    before = hashlib.sha256(note.read_bytes()).hexdigest()
    if change == "lost":
        note.unlink()
        kept = [w for w in sums.read_text("ascii").splitlines(keepends=True) if before not in w]
        sums.write_text("".join(kept), "ascii")
    else:
        note.write_text("# Nothing was left out\n", "utf-8")
    if change == "another":
        after = hashlib.sha256(note.read_bytes()).hexdigest()
        sums.write_text(sums.read_text("ascii").replace(before, after), "ascii")
    assert main(["verify"]) == 1
    assert told in capsys.readouterr().err


def test_a_release_made_before_releases_held_a_note_is_read_as_ever(ledger: Path) -> None:
    release = made(ledger)
    facts, sums = release / "release.json", release / "SHA256SUMS"
    before = hashlib.sha256(facts.read_bytes()).hexdigest()
    plain = json.loads(facts.read_text("utf-8"))
    del plain["methodology"]
    facts.write_text(json.dumps(plain), "utf-8")
    (release / "methodology.md").unlink()
    after = hashlib.sha256(facts.read_bytes()).hexdigest()
    lines = sums.read_text("ascii").replace(before, after).splitlines(keepends=True)
    sums.write_text("".join(w for w in lines if "methodology" not in w), "ascii")
    assert main(["verify"]) == 0
    assert main(["diff", "v1", "now"]) == 0
