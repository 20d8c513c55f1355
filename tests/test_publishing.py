"""What `publish` refuses before it does any work, and what it leaves as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import ledgers
from cenotaph import publish
from cenotaph.cli import main
from cenotaph.model import Account, withheld_names
from cenotaph.publish import known_formats
from ledgers import filled
from making import killed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of a command, with a ledger in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CENOTAPH_LEDGER", raising=False)
    filled("cenotaph.db").close()
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(["publish", *words])
    return status, capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_an_unknown_format_is_refused_and_all_the_known_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, err = told(capsys, "sheets")
    assert (status, err) == (2, f"cenotaph: no format 'sheets'; known: {known_formats()}\n")


def test_a_table_is_written_beside_the_sentences_behind_it(folder: Path) -> None:
    assert main(["publish", "csv", "-o", "r.csv"]) == 0
    names = sorted(p.name for p in folder.iterdir())
    assert names == ["cenotaph.db", "r.csv", "r.csv.evidence.jsonl"]
    rows = [json.loads(x) for x in (folder / "r.csv.evidence.jsonl").read_text().splitlines()]
    quotes = {c["quote"] for row in rows for c in row["claims"]}
    assert "Five died" in quotes
    assert all(row["row"] in (folder / "r.csv").read_text() for row in rows)


@pytest.mark.usefixtures("folder")
def test_numbers_alone_are_printed_only_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in (["csv"], ["csv", "-o", "-"]):
        status, err = told(capsys, *words)
        assert (status, "--no-evidence prints the numbers alone" in err) == (2, True)
    assert main(["publish", "csv", "--no-evidence"]) == 0
    assert capsys.readouterr().out.startswith('"id","aliases","title"')


def test_older_evidence_never_stands_beside_newer_numbers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", "csv", "-o", "r.csv"])
    before = (folder / "r.csv").stat().st_mtime_ns
    status, err = told(capsys, "csv", "-o", "r.csv", "--no-evidence")
    assert (status, "r.csv.evidence.jsonl: is the evidence of an older r.csv" in err) == (2, True)
    assert (folder / "r.csv").stat().st_mtime_ns == before
    assert main(["publish", "csv", "-o", "s.csv", "--no-evidence"]) == 0
    assert not (folder / "s.csv.evidence.jsonl").exists()


def test_no_output_takes_the_place_of_the_ledger(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "cenotaph.db").read_bytes()
    (folder / "link.csv").symlink_to("cenotaph.db")
    for name in ("cenotaph.db", "./cenotaph.db", "link.csv"):
        status, err = told(capsys, "claims", "-o", name)
        assert (status, "is where the ledger is" in err) == (2, True)
    assert (folder / "cenotaph.db").read_bytes() == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["", ".", "/"])
def test_an_output_that_names_nothing_is_refused(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    for made in ("csv", "site"):
        status, err = told(capsys, made, "-o", name)
        assert (status, "names neither a file nor a folder" in err) == (2, True)


@pytest.mark.usefixtures("folder")
def test_one_picture_is_chosen_of_pictures_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "csv", "-o", "r.csv", "--of", "3f9a")[0] == 2
    status, err = told(capsys, "chart")
    assert (status, "chart makes files: name a folder with -o, such as -o chart" in err) == (2, 1)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (["csv", "-o", "r.csv"], ["r.csv", "r.csv.evidence.jsonl"]),
        (["xlsx", "-o", "r.xlsx"], ["r.xlsx", "r.xlsx.evidence.jsonl"]),
    ],
)
def test_a_disk_that_is_full_leaves_what_was_there(
    tmp_path: Path, words: list[str], made: list[str]
) -> None:
    """A limit on the size of a file stands for the disk: a write fails half way."""
    texts = [f"Shells fell on Orekhiv, day {n}. {n} people were killed." for n in range(2, 150)]
    accounts = (ledgers.told(t, (t[t.index(". ") + 2 :], killed(3))) for t in texts)
    filled(tmp_path / "cenotaph.db", *accounts).close()

    def publish(limit: str) -> subprocess.CompletedProcess[str]:
        command = (
            f"ulimit -f {limit}; exec {sys.executable} -m cenotaph.cli publish {' '.join(words)}"
        )
        return subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    def found() -> dict[str, bytes]:
        return {name: (tmp_path / name).read_bytes() for name in made}

    assert publish("unlimited").returncode == 0
    before = found()
    full = publish("70")  # of 512 bytes: room for what the ledger needs, not for this
    assert (full.returncode, "File too large" in full.stderr) == (1, True), full.stderr
    assert found() == before
    assert sorted(p.name for p in tmp_path.iterdir() if "cenotaph.db" not in p.name) == made


@pytest.mark.usefixtures("folder")
def test_withheld_names_are_looked_for_once_whatever_a_format_is_made_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = []

    def counting(accounts: tuple[Account, ...], *, names: bool) -> frozenset[str]:
        looked.append(names)
        return withheld_names(accounts, names=names)

    monkeypatch.setattr(publish, "withheld_names", counting)
    for number, name in enumerate(("acled", "xlsx", "parquet", "site"), 1):
        assert main(["publish", name, "-o", name]) == 0
        assert looked == [False] * number


@pytest.mark.usefixtures("folder")
def test_a_table_of_what_was_reviewed_says_how_much_it_leaves_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "nobody reviewed" not in told(capsys, "csv", "-o", "a.csv")[1]
    status, err = told(capsys, "csv", "--only", "reviewed", "-o", "b.csv")
    assert (status, "incidents that nobody reviewed\n" in err) == (0, True), err
