"""Pages of the desk in a real browser: read by axe, quiet, narrow and wide; answered by keys."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from judging import faults
from playwright.sync_api import Browser, Page
from pressing import press

from cenotaph.model import in_force
from cenotaph.store import Ledger
from ledgers import decision, filled
from serving import Served, served
from test_web_pages import MAP, TABLE, TOTAL
from test_web_questions import FOUR, SEVEN

pytestmark = pytest.mark.browser

PAGES = ("/questions", "/activity", "/cumulative", "/sources", "/import", "/note")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "cenotaph.db"
    with filled(path, FOUR, SEVEN, TOTAL) as opened:
        opened.decide(decision("reject", SEVEN.claims[-1].id))
    return path


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[Served]:
    with served(ledger, "--reviewer", "R. Adeyemi") as open_desk:
        open_desk.visitor().get("/questions")  # gathered once: no test meets the page that waits
        yield open_desk


def entered(
    browser: Browser, desk: Served, width: int = 1440, scheme: str = "light"
) -> tuple[Page, list[str]]:
    """Return a page that is in, and what is heard from it: complaints, requests elsewhere."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # for axe alone; what the policy refuses is heard in other tests
    )
    page, heard = context.new_page(), []
    own = f"http://127.0.0.1:{desk.port}/"
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(own) else heard.append(r.url))
    page.goto(desk.address)
    return page, heard


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_read_a_page_and_it_fits(
    browser: Browser, desk: Served, path: str, width: int, scheme: str
) -> None:
    page, heard = entered(browser, desk, width, scheme)
    page.goto(f"http://127.0.0.1:{desk.port}{path}")
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []
    heights = "links => links.map((a) => a.getBoundingClientRect().height)"
    assert all(h >= 24 for h in page.locator(".following a").evaluate_all(heights))
    assert heard == []
    page.context.close()


def left(page: Page) -> int:
    found = re.search(r"(\d+) to answer", page.locator("main").inner_text())
    assert found is not None
    return int(found[1])


def test_questions_are_answered_skipped_and_taken_back_by_keys_alone(
    browser: Browser, ledger: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(ledger, tmp_path / "cenotaph.db"))
    with served(copy, "--reviewer", "R. Adeyemi") as desk:
        page, heard = entered(browser, desk)
        press(page, "g")
        press(page, "q")
        page.wait_for_url("**/questions")
        asked = left(page)
        press(page, "s")
        page.wait_for_url("**/questions?skip=*")
        assert left(page) == asked - 1
        page.go_back()
        press(page, "a")
        page.wait_for_url("**last=*")
        changed = page.locator(".changed")
        assert changed.evaluate("e => e === document.activeElement")  # read out first
        assert "killed" in changed.inner_text()
        page.get_by_label("Why, in your own words").focus()
        press(page, "u")  # a letter of a reason is no key
        assert page.get_by_label("Why, in your own words").input_value() == "u"
        press(page, "Tab")
        press(page, "u")
        page.get_by_text("Taken back", exact=True).wait_for()
        assert left(page) == asked
        assert heard == []
    with Ledger.open(copy) as opened:
        assert [d.verdict for d in in_force(opened.decisions())] == ["reject"]
        assert [d.verdict for d in opened.decisions()] == ["reject", "accept", "undo"]


def test_a_table_is_tried_and_imported_without_choosing_it_twice(
    browser: Browser, ledger: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(ledger, tmp_path / "cenotaph.db"))
    table = tmp_path / "events.csv"
    table.write_text(TABLE, "utf-8")
    with served(copy, "--reviewer", "R. Adeyemi") as desk:
        page, heard = entered(browser, desk)
        page.goto(f"http://127.0.0.1:{desk.port}/import")
        page.get_by_label("Table (CSV, TSV or XLSX)").set_input_files(table)
        page.get_by_text("or written here").click()
        page.get_by_label("Map (TOML)").fill(MAP)
        page.get_by_role("button", name="Try it").click()
        page.get_by_text("What would come of it").wait_for()
        page.set_viewport_size({"width": 390, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert faults(page) == []
        page.get_by_role("button", name="Import it").click()
        page.get_by_role("heading", name="Imported").wait_for()
        assert "1 row was refused" in page.locator("#outcome").inner_text()
        assert heard == []
