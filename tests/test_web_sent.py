"""What programs bring in and ask for besides the record: notes, tables, sources, what is new."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledgers import RAID, filled, received
from serving import Answer, Browser, Served, served
from test_web_api import described, fits, rows

TABLE = "Ref;Date;Town;Dead\nA-1;21/11/2022;Kherson;4-6\nA-2;31/02/2023;Odesa;1\n"
MAP = """
name = "harbor"
code = "Ref"
[date]
column = "Date"
format = "dd/mm/yyyy"
[place]
name = "Town"
[killed]
column = "Dead"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    path = tmp_path / "cenotaph.db"
    with filled(path) as ledger:
        kept = [(received(RAID, "a.txt", published="2022-03-11"), RAID)]
        ledger.keep(kept, "finder one")
    with served(path) as open_desk:
        yield open_desk


def send(browser: Browser, path: str, body: dict[str, Any]) -> Answer:
    csrf = json.loads(browser.get("/api/session").text)["csrf"]
    return browser.send(path, json.dumps(body), csrf)


def sheet(**more: object) -> dict[str, Any]:
    raw = base64.b64encode(TABLE.encode()).decode()
    return {"file": "t.csv", "base64": raw, "map": MAP, "reviewer": "R. Adeyemi", **more}


def test_a_program_tries_a_table_and_keeps_it(desk: Served) -> None:
    browser = desk.visitor()
    shapes = described(browser)
    fits(sheet(), "NewTable", shapes)
    tried = send(browser, "/api/imports", sheet())
    told = json.loads(tried.text)
    fits(told, "KeptTable", shapes)
    assert (tried.status, told["kept"], len(told["refused"])) == (200, False, 1)
    assert rows(browser.get("/api/decisions")) == []
    kept = send(browser, "/api/imports", sheet(keep=True))
    assert (kept.status, json.loads(kept.text)["kept"]) == (201, True)
    by = rows(browser.get("/api/decisions?by=R.+Adeyemi&verdict=add"))
    assert by
    assert rows(browser.get("/api/decisions?by=nobody")) == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"base64": "%%"}, "base64"),
        ({"map": "name = ["}, "TOML"),
        ({"map": "", "known": "none"}, "none"),
        ({"more": 1}, "more"),
        ({"reviewer": "", "keep": True}, "who decides"),
    ],
)
def test_a_table_that_cannot_be_taken_is_refused(
    desk: Served, more: dict[str, Any], words: str
) -> None:
    answer = send(desk.visitor(), "/api/imports", sheet(**more))
    assert answer.status == 400
    assert words in json.loads(answer.text)["detail"]


def test_a_program_writes_a_note_and_nobody_hears_who_told_it(desk: Served) -> None:
    browser = desk.visitor()
    shapes = described(browser)
    body = {"text": "Shells hit Kherson. Two people were killed.", "told_by": "Olha Hnatiuk"}
    fits(body, "NewNote", shapes)
    answer = send(browser, "/api/documents", {**body, "kind": "call", "told": "2022-11-22"})
    told = json.loads(answer.text)
    fits(told, "KeptNote", shapes)
    assert answer.status in {201, 202}
    listed = browser.get("/api/documents").text
    assert told["document"] in listed
    assert "Hnatiuk" not in listed
    assert send(browser, "/api/documents", {"text": " "}).status == 400


def test_sources_and_what_is_new_are_told_in_lines(desk: Served) -> None:
    browser = desk.visitor()
    shapes = described(browser)
    known = rows(browser.get("/api/sources"))
    assert known
    for row in known:
        fits(row, "Source", shapes)
    assert rows(browser.get("/api/sources?publisher=nobody")) == []
    new = rows(browser.get("/api/changes?since=1900-01-01"))
    assert new
    for row in new:
        fits(row, "Changed", shapes)
    assert browser.get("/api/changes?since=soon").status == 400
