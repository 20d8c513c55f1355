"""What is typed is on the disk at once and read in its own time; whoever stops it loses nothing."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cenotaph import pipeline
from cenotaph.cli import main
from cenotaph.errors import UsageError
from cenotaph.intake import Step
from cenotaph.model import Document, Received, Refused
from cenotaph.store import Ledger
from cenotaph.web import reading
from cenotaph.web.reading import Readings, Unread
from ledgers import decision, filled, received, told
from making import killed
from serving import served

SHELLS = "Shells fell on the market of Orekhiv on Monday. Four people were killed, a doctor said."
KNOWN = told("Two people were killed.", ("Two people were killed", killed(2)))


def note(text: str = SHELLS) -> Received:
    return received(told(text), "note:1", published="2022-11-22")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "cenotaph.db"
    filled(path, KNOWN).close()
    return path


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_note_is_kept_before_it_is_read_and_who_waits_is_not_held_up(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, heard = threading.Event(), []
    read_rest = pipeline.read_rest

    def slow(*given: object) -> object:
        assert go.wait(60)
        return read_rest(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading.pipeline, "read_rest", slow)
    held, made = Readings(str(ledger), lambda: heard.append(1)), note()
    held.keep(made, 0.01)
    assert held.of(made.document.id) == Unread()
    with Ledger.open(ledger) as opened:
        assert opened.holds(made.document.id)
        assert not opened.knows(made.document.id)
    go.set()
    until(lambda: held.of(made.document.id) is None)
    assert heard
    with Ledger.open(ledger) as opened:
        (account,) = [a for a in opened.accounts() if a.document == made.document]
    assert account.claims


def test_what_cannot_be_read_stays_kept_and_says_why(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(
        _ledger: Ledger, documents: list[Document], tell: Callable[[Step], None], _how: object
    ) -> None:
        tell(Step(refused=tuple(Refused(d.id, "no grammar") for d in documents)))

    monkeypatch.setattr(reading.pipeline, "read_rest", fails)
    held, made = Readings(str(ledger), lambda: None), note()
    held.keep(made, 60)
    until(lambda: held.of(made.document.id) == Unread("no grammar"))
    with Ledger.open(ledger) as opened:
        assert opened.holds(made.document.id)


def test_what_was_withdrawn_does_not_come_back(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        opened.keep([(note(), None)], "")
        opened.withdraw(note().document.id, decision("withdraw", note().document.id))
    held = Readings(str(ledger), lambda: None)
    with pytest.raises(UsageError, match="withdrawn"):
        held.keep(note(), 60)
    assert held.of(note().document.id) is None


def test_a_desk_that_was_stopped_reads_on_when_it_is_opened_and_shows_no_word_before(
    ledger: Path,
) -> None:
    with Ledger.open(ledger) as opened:
        opened.keep([(note(), None)], "")  # as when the desk was stopped after that
    path = f"/account/{note().document.id}"
    with served(ledger) as desk:
        browser = desk.visitor()
        shown = browser.get(path)
        while "is being read" in shown.text:
            assert "Shells" not in shown.text
            time.sleep(0.1)
            shown = browser.get(path)
        assert "claim=" in shown.text
        assert "Shells fell on" in re.sub(r"<.*?>", "", shown.text)


def test_reread_picks_up_what_was_kept_and_not_read(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        opened.keep([(note(), None)], "")
        assert [d.id for d in pipeline.unread(opened)] == [note().document.id]
    assert main(["reread", "--ledger", str(ledger)]) == 0
    with Ledger.open(ledger) as opened:
        assert pipeline.unread(opened) == []
        assert any(a.claims for a in opened.accounts() if a.document == note().document)


def test_a_text_in_another_language_waits_for_nobody(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        opened.keep([(received(told("Mauern fielen."), "b", language="de"), None)], "")
        assert pipeline.unread(opened) == []
