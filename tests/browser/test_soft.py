"""Graphic words softened in lists and nowhere else, a warning before an account: in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect
from pressing import press

from cenotaph.model import Place, Target
from ledgers import filled, told
from making import killed
from serving import Served, served

pytestmark = pytest.mark.browser

_YARD = told(
    "Gunmen came to the slaughter yard of Orikhiv, and two people were hacked to death.",
    ("two people were hacked to death", killed(2)),
    ("slaughter yard", Target(name="slaughter yard", category="market")),
    ("Orikhiv", Place(name="Orikhiv", lat=47.57, lon=35.78, country="UA", precision="town")),
)

YARD = msgspec.structs.replace(
    _YARD,
    mentions=tuple(
        msgspec.structs.replace(m, event_type="Attack", sub_event_type="massacre")
        for m in _YARD.mentions
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path: Path = tmp_path_factory.mktemp("soft") / "cenotaph.db"
    filled(path, YARD).close()
    with served(path, "--reviewer", "R. Adeyemi") as opened:
        yield opened


@pytest.fixture
def page(browser: Browser, desk: Served) -> Iterator[Page]:
    shown = browser.new_context().new_page()
    shown.goto(desk.address)
    yield shown
    shown.context.close()


def wanted(page: Page, desk: Served, *labels: str) -> None:
    """Set what is wanted for reading, as a person does."""
    page.goto(f"http://127.0.0.1:{desk.port}/person")
    for label in labels:
        page.get_by_label(label).check()
    page.get_by_role("button", name="Keep this", exact=True).click()
    page.goto(f"http://127.0.0.1:{desk.port}/")


def test_lists_are_softened_and_an_account_keeps_its_words_after_the_warning(
    page: Page, desk: Served
) -> None:
    title = page.locator("#list h2").first
    hard = title.inner_text()
    assert "massacre" in hard.casefold()
    wanted(page, desk, "Soften graphic words", "Warn me before a whole account")
    expect(title.locator(".soft").first).to_be_visible()
    assert "massacre" not in title.inner_text().casefold()
    assert "~" in title.inner_text()
    assert title.locator(".soft").first.get_attribute("title")
    expect(page.get_by_text("Words marked ~ are softened")).to_be_visible()
    page.wait_for_selector("#map[data-ready]")
    pin = page.locator("#map .pin").first
    assert "massacre" not in (pin.get_attribute("title") or "massacre").casefold()
    pin.click()
    expect(page.locator(".leaflet-popup-content a")).to_contain_text("~")
    title.locator("a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(hard)
    press(page, "o")
    evidence = page.locator("blockquote").first
    expect(evidence).to_contain_text("hacked to death")
    assert "~" not in evidence.inner_text()
    evidence.get_by_role("link").click()
    expect(page.locator(".text")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("hacked")
    page.get_by_role("link", name="Show it").click()
    expect(page.locator(".text")).to_contain_text("hacked to death")
    expect(page.locator(".text")).to_contain_text("slaughter yard")
    expect(page.locator(".soft")).to_have_count(0)
    assert "~" not in page.locator("main").inner_text()


def test_nothing_is_softened_for_who_did_not_ask(page: Page) -> None:
    expect(page.locator("#list")).to_be_visible()
    assert page.locator(".soft").count() == 0
    assert "~" not in page.locator("main").inner_text()
