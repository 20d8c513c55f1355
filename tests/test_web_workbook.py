"""A workbook (.xlsx) moves in by the import page; a real server, as a browser sends it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph.store import Ledger
from ledgers import filled
from serving import Answer, Browser, Served, field, served
from test_workbooks import DAY, HEADERS, MAP, bomb, book

ROWS = (HEADERS, ["P-1", DAY, "Kherson", 4, "shelling"], ["P-2", "soon", "Odesa", 1, "drone"])
EVENTS = book(*ROWS, Old=[["x"]])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    filled(tmp_path / "cenotaph.db").close()
    with served(tmp_path / "cenotaph.db", "--reviewer", "R. Adeyemi") as opened:
        yield opened


def sent(browser: Browser, do: str, raw: bytes = EVENTS, sheet: str = "Events") -> Answer:
    csrf = field(browser.get("/import").text, "csrf")
    fields = {"csrf": csrf, "do": do, "words": MAP, "sheet": sheet}
    return browser.upload("/import", fields, {"table": ("events.xlsx", raw)})


def test_a_workbook_is_tried_then_imported_with_its_refused_rows_told(desk: Served) -> None:
    browser = desk.visitor()
    tried = html.unescape(sent(browser, "try").text)
    assert "killed 4" in tried
    assert "events.xlsx: row 3" in tried
    done = html.unescape(sent(browser, "import").text)
    assert "1 new" in done
    assert "Kherson" in browser.get("/").text
    with Ledger.open(desk.ledger) as opened:
        assert [c.ref for c in opened.captures() if c.ref.endswith("P-1")] == ["harbor:P-1"]
        assert {d.reviewer for d in opened.decisions()} == {"R. Adeyemi"}


@pytest.mark.parametrize(
    ("raw", "sheet", "told"),
    [
        (EVENTS, "", "has several sheets: 'Events', 'Old'"),
        (EVENTS, "Autumn", "Autumn"),
        (EVENTS[: len(EVENTS) // 2], "Events", "no workbook, or a damaged one"),
        (bomb(), "", "events.xlsx"),
    ],
)
def test_a_workbook_that_cannot_be_taken_is_told_why_and_changes_nothing(
    desk: Served, raw: bytes, sheet: str, told: str
) -> None:
    page = sent(desk.visitor(), "import", raw, sheet)
    assert page.status == 400
    assert told in html.unescape(page.text)
    with Ledger.open(desk.ledger) as opened:
        assert list(opened.decisions()) == []
