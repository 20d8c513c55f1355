"""A whole import is taken back by new decisions, and given back: no row is destroyed by it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from cenotaph.cli import main
from cenotaph.desk.imports import imports
from cenotaph.model import Record, in_force
from cenotaph.pipeline import current, record
from cenotaph.store import Ledger
from ledgers import RAID, decision, filled
from serving import field, served
from test_web_api import send
from test_web_pages import MAP

HEAD = "Ref,Day,Town,Dead,Names\n"
ROWS = "P-1,2022-11-21,Kherson,4-6,Lina Moroz (9)\nP-2,2022-11-22,Odesa,1,\n"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with an account of the news and the rows of a table."""
    path = tmp_path / "cenotaph.db"
    filled(path, RAID).close()
    monkeypatch.setenv("CENOTAPH_LEDGER", str(path))
    monkeypatch.setenv("CENOTAPH_REVIEWER", "R. Adeyemi")
    (tmp_path / "map.toml").write_text(MAP)
    moved(path, ROWS)
    return path


def moved(ledger: Path, rows: str) -> None:
    table = ledger.with_name("row: row of.csv")  # a name that looks like a reason
    table.write_text(HEAD + rows)
    command = ["import", str(table), "--map", str(ledger.with_name("map.toml"))]
    assert main(command) == 0


def computed(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        found = current(opened)
        assert msgspec.json.encode(found) == msgspec.json.encode(record(opened))
        assert opened.verify().faults == ()
        return found


def titles(found: Record) -> list[str]:
    return sorted(i.title for i in found.incidents)


def back(ledger: Path) -> int:
    """Take the last import back, in the terminal."""
    made = imports(computed(ledger).decisions)[0].key
    return main(["decide", "undo", made[:12], "--whole", "--reason", "wrong file"])


def test_a_whole_import_is_taken_back_and_given_back(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = computed(ledger)
    assert len(before.incidents) == 3
    assert back(ledger) == 0
    assert re.search(r"taken back: \d+ decisions", capsys.readouterr().out)
    gone = computed(ledger)
    assert titles(gone) == ["Explosions/remote violence"]  # of the news
    assert len(gone.captures) == len(before.captures)  # its rows are there, and claim nothing
    assert in_force(gone.decisions) == ()
    assert all(d.reviewer == "R. Adeyemi" for d in gone.decisions)
    assert back(ledger) == 0  # the last one is what took it back
    again = computed(ledger)
    assert again.incidents == tuple(
        msgspec.structs.replace(i, decisions=a.decisions)
        for i, a in zip(before.incidents, again.incidents, strict=True)
    )


def test_the_table_imported_again_is_claimed_again(ledger: Path) -> None:
    before = computed(ledger)
    assert back(ledger) == 0
    moved(ledger, ROWS)
    assert titles(computed(ledger)) == titles(before)


def test_an_import_that_took_rows_back_gives_them_back(ledger: Path) -> None:
    before = computed(ledger)
    moved(ledger, ROWS.replace("4-6", "9"))  # the same row, with another figure
    assert titles(computed(ledger)) == titles(before)
    assert computed(ledger).incidents != before.incidents
    assert back(ledger) == 0
    figures = [[(t.low, t.high) for t in i.tolls] for i in computed(ledger).incidents]
    assert figures == [[(t.low, t.high) for t in i.tolls] for i in before.incidents]


def test_what_is_no_import_is_refused(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger.open(ledger) as opened:
        own = opened.decide(decision("accept", RAID.claims[0].id))
    for words, why in (
        (("undo", own.id, "--reason", "x"), "no import made this decision"),
        (("accept", own.id, "--reason", "x"), "--whole goes with `undo ID"),
        (("undo", own.id), "--whole goes with"),
    ):
        assert main(["decide", *words, "--whole"]) == 2
        assert why in capsys.readouterr().err
    made = imports(computed(ledger).decisions)[0].key
    assert back(ledger) == 0
    assert main(["decide", "undo", made, "--whole", "--reason", "x"]) == 2
    assert "was taken back already" in capsys.readouterr().err
    with Ledger.open(ledger) as opened:
        assert in_force(opened.decisions()) == (own,)


def test_the_desk_takes_an_import_back_by_one_form_and_a_stale_one_does_nothing(
    ledger: Path,
) -> None:
    before = computed(ledger)
    claim = imports(before.decisions)[0].made[0].subjects[0]
    with Ledger.open(ledger) as opened:
        opened.decide(decision("accept", claim))
    with served(ledger, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        page = browser.get("/activity")
        assert "1 of its claims was judged by somebody since" in page.text
        sent = {n: field(page.text, n) for n in ("csrf", "import", "seen")}
        assert browser.post("/activity/import", sent).status == 400  # no reason
        with Ledger.open(ledger) as opened:
            opened.decide(decision("reject", claim))
        assert browser.post("/activity/import", {**sent, "reason": "wrong file"}).status == 409
        assert len(computed(ledger).incidents) == 3
        sent["seen"] = field(browser.get("/activity").text, "seen")
        after = browser.follow(browser.post("/activity/import", {**sent, "reason": "wrong file"}))
        assert "Gone: " in after.text
        assert len(computed(ledger).incidents) == 1
        assert "taken back" in after.text
        whole = {"verdict": "undo", "ids": [imports(computed(ledger).decisions)[0].key]}
        whole |= {"whole": True, "reason": "read again", "seen": int(sent["seen"])}
        assert send(browser, whole).status == 409
        session = json.loads(browser.get("/api/session").text)
        assert send(browser, {**whole, "seen": session["seen"]}).status == 201
        assert len(computed(ledger).incidents) == 3
        seen = json.loads(browser.get("/api/session").text)["seen"]
        assert send(browser, {**whole, "verdict": "accept", "seen": seen}).status == 400
        again = {**sent, "reason": "x"}
        assert browser.post("/activity/import", again).status == 409
