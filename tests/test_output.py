"""Progress on standard error: what was refused at once, how far it is now and then."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from cenotaph.errors import UsageError
from cenotaph.intake import Step
from cenotaph.model import Refused
from cenotaph.output import Progress, file, plain, results, together

STEP = Step(kept=("a", "b"), refused=(Refused("c.pdf", "is a PDF"),), doubts=("d: published ?",))
TOLD = "refused: c.pdf: is a PDF\ndoubtful: d: published ?\n"


def test_nothing_but_faults_is_told_of_short_work(capsys: pytest.CaptureFixture[str]) -> None:
    Progress(verbose=False).tell(STEP)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", TOLD)


def test_a_message_holds_nothing_that_a_terminal_obeys_and_does_not_fill_it() -> None:
    assert plain("a\x1b]0;x\x07\u202eb\nc") == "a\ufffd]0;x\ufffd\ufffdb\nc"
    assert len(plain("z" * 100_000)) < 1100


def test_each_account_is_told_to_those_who_ask(capsys: pytest.CaptureFixture[str]) -> None:
    Progress(verbose=True).tell(STEP)
    assert capsys.readouterr().err == f"{TOLD}read: a\nread: b\n"


def test_long_work_speaks_up_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    progress = Progress(verbose=False)
    for _ in range(3):
        progress.tell(Step(kept=("a",)))
    assert capsys.readouterr().err == ""
    now += 11
    progress.tell(Step(kept=("a",)))
    progress.tell(Step(kept=("a",)))
    assert capsys.readouterr().err == "4 accounts read\n"


def test_on_a_terminal_one_line_changes_and_is_gone_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress(verbose=False)
    progress.tell(Step(kept=("a", "b")))
    assert capsys.readouterr().err == "\r2 accounts read"
    progress.tell(STEP)
    told = capsys.readouterr().err
    assert told.index("refused: c.pdf") < told.index("\r4 accounts read")
    progress.end()
    assert capsys.readouterr().err == "\r" + " " * 40 + "\r"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    with (
        pytest.raises(FileNotFoundError) as told,
        results(str(missing / "record.jsonl")),
    ):
        pass
    assert told.value.filename == str(missing)


def _half(*paths: Path) -> None:
    with together(*paths) as (one, _):
        one.write(b"3")
        raise OSError(errno.ENOSPC, "the disk is full")


def test_files_that_belong_together_appear_together_or_not_at_all(tmp_path: Path) -> None:
    table, led = tmp_path / "t.csv", tmp_path / "t.csv.evidence.jsonl"
    with together(table, led) as (one, two):
        one.write(b"1")
        two.write(b"2")
        assert not table.exists()
    assert (table.read_bytes(), led.read_bytes()) == (b"1", b"2")
    with pytest.raises(OSError, match="full"):
        _half(table, led)
    assert (table.read_bytes(), led.read_bytes()) == (b"1", b"2")
    assert sorted(p.name for p in tmp_path.iterdir()) == [table.name, led.name]


def test_a_full_disk_is_told_of_the_file_that_was_asked_for(tmp_path: Path) -> None:
    for path in (tmp_path / "t.csv", tmp_path / "t.csv.evidence.jsonl"):
        path.write_bytes(b"")
    with pytest.raises(OSError, match="full") as told:
        _half(tmp_path / "t.csv", tmp_path / "t.csv.evidence.jsonl")
    assert told.value.filename == str(tmp_path / "t.csv")


def test_a_device_or_a_pipe_is_not_replaced_and_a_link_leads_to_its_file(tmp_path: Path) -> None:
    pipe, linked, link = tmp_path / "pipe", tmp_path / "there.csv", tmp_path / "link.csv"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="is no file"):
        file(pipe, b"1")
    assert pipe.is_fifo()
    linked.write_bytes(b"0")
    link.symlink_to(linked)
    file(link, b"1")
    assert (link.is_symlink(), linked.read_bytes()) == (True, b"1")
