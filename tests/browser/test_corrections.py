"""The page of corrections as a reader sees it, in a real browser without JavaScript."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from judging import faults
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LATER = (
    "Nine people were killed when a bomb went off at the bus station of Maiduguri on Tuesday,"
    " the police said."
)


@pytest.fixture(scope="module")
def page_file(demo: Path) -> Path:
    """Return the corrections since a release of the demo, once more was read and decided."""

    def cenotaph(*words: str) -> None:
        command = [sys.executable, "-m", "cenotaph.cli", *words]
        subprocess.run(command, cwd=demo, check=True, capture_output=True)

    cenotaph("release", "first")
    (demo / "later.txt").write_text(LATER)
    (demo / "later.txt.meta.json").write_text('{"published": "2023-11-09"}')
    cenotaph("read", "later.txt", "--workers", "0")
    cenotaph("diff", "first", "now", "--html", "-o", "corrections.html")
    return demo / "corrections.html"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_corrections_fits_asks_for_nothing_and_needs_no_script(
    browser: Browser, page_file: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=False,
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(page_file.as_uri())
    assert heard == [page_file.as_uri()]
    told = page.get_by_text("Nine people were killed").first
    assert told.is_visible()  # figures that moved are open
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_the_page_of_corrections(
    browser: Browser, page_file: Path, scheme: str
) -> None:
    context = browser.new_context(
        bypass_csp=True, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert faults(page) == []
    context.close()
