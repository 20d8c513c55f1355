"""Arabic and Hebrew accounts in a real browser: they run from right to left, the desk does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cenotaph.model import Account, Document
from ledgers import filled
from serving import Served, served

pytestmark = pytest.mark.browser

ARABIC = Account(document=Document.of("سقطت قذائف على السوق. قُتل أربعة أشخاص.", "قذائف على السوق"))
HEBREW = Account(document=Document.of("פגזים נפלו על השוק. ארבעה בני אדם נהרגו.", "פגזים על השוק"))
ENGLISH = Account(
    document=Document.of("Shells fell on the market. Four people were killed.", "Shells")
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path: Path = tmp_path_factory.mktemp("rtl") / "cenotaph.db"
    filled(path, ARABIC, HEBREW, ENGLISH).close()
    with served(path) as open_desk:
        yield open_desk


@pytest.fixture(scope="module")
def page(browser: Browser, desk: Served) -> Iterator[Page]:
    shown = browser.new_page()
    shown.goto(desk.address)
    yield shown
    shown.close()


def direction(page: Page, selector: str) -> str:
    found: str = page.eval_on_selector(selector, "e => getComputedStyle(e).direction")
    return found


@pytest.mark.parametrize(
    ("account", "expected"),
    [(ARABIC, "rtl"), (HEBREW, "rtl"), (ENGLISH, "ltr")],
    ids=["arabic", "hebrew", "english"],
)
def test_an_account_runs_as_its_script_does(
    page: Page, desk: Served, account: Account, expected: str
) -> None:
    page.goto(f"http://127.0.0.1:{desk.port}/account/{account.document.id}")
    assert direction(page, "[data-part=title]") == expected
    assert direction(page, "[data-part=text]") == expected
    assert direction(page, "main") == "ltr"
    # The first letter stands at the side where the text begins.
    first, whole = page.evaluate(
        """() => {
          const text = document.querySelector("[data-part=text]");
          const range = document.createRange();
          range.setStart(text.querySelector("span").firstChild, 0);
          range.setEnd(text.querySelector("span").firstChild, 1);
          const [a, b] = [range.getBoundingClientRect(), text.getBoundingClientRect()];
          return [a.left - b.left, b.width];
        }"""
    )
    assert (first > whole / 2) is (expected == "rtl")
