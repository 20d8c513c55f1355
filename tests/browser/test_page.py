"""The page as a reader sees it, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pressing import press

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(made_once: Path) -> Path:
    """Return the page that the demo makes."""
    return next(made_once.rglob("*.html"))


def _open(browser: Browser, page_file: Path, width: int, scheme: str) -> tuple[Page, list[str]]:
    """Return the open page and everything it asked for or complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(page_file.as_uri())
    return page, heard


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, page_file: Path, width: int, scheme: str
) -> None:
    page, heard = _open(browser, page_file, width, scheme)
    page.get_by_role("button", name="Open all sentences").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == [page_file.as_uri()]


@pytest.mark.parametrize("width", [390, 1440])
def test_pictures_and_tables_are_seen_whole_on_a_telephone_and_on_a_screen(
    browser: Browser, page_file: Path, width: int
) -> None:
    page, _ = _open(browser, page_file, width, "light")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    drawn = page.locator(":is(.broad, .narrow)")
    assert page.locator("[aria-label=Weights]").count() > 0
    seen = [frame for frame in drawn.all() if frame.is_visible()]
    assert len(seen) * 2 == drawn.count() > 0
    seen += page.locator("div:has(> table)").all()
    assert all(f.evaluate("e => e.scrollWidth <= e.clientWidth") for f in seen)


def test_a_number_opens_its_sentences_by_keyboard(browser: Browser, page_file: Path) -> None:
    page, _ = _open(browser, page_file, 1440, "light")
    figure = page.locator("article .figures details").first
    assert not figure.locator("blockquote").first.is_visible()
    figure.locator("summary").focus()
    press(page, "Enter")
    assert figure.locator("blockquote mark").first.is_visible()
    assert "said by:" in figure.locator("blockquote").first.inner_text()


def test_a_contested_figure_looks_and_reads_contested(browser: Browser, page_file: Path) -> None:
    page, _ = _open(browser, page_file, 1440, "light")
    contested = page.locator(".figures details.contested").first
    assert "contested" in contested.inner_text()
    assert contested.evaluate("e => getComputedStyle(e).borderTopStyle") == "dashed"
    assert "against" in contested.inner_text()


def test_print_shows_every_sentence(browser: Browser, page_file: Path) -> None:
    page, _ = _open(browser, page_file, 1440, "light")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    quotes = page.locator("blockquote")
    assert quotes.count() > 10
    assert all(quotes.nth(i).is_visible() for i in range(quotes.count()))


def test_colors_have_enough_contrast_in_both_schemes(browser: Browser, page_file: Path) -> None:
    for scheme in ("light", "dark"):
        page, _ = _open(browser, page_file, 1440, scheme)
        for selector in ("body", ".meta", ".chip.contested", "nav a"):
            assert page.locator(selector).first.evaluate(_CONTRAST) >= 4.5, (scheme, selector)


# WCAG 2 contrast of an element's text against the nearest background painted behind it.
_CONTRAST = """e => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  let back = e, color = null;
  while (back) {
    const found = parse(getComputedStyle(back).backgroundColor);
    if (found.length < 4 || found[3] > 0) { color = found; break; }
    back = back.parentElement;
  }
  const [a, b] = [light(parse(getComputedStyle(e).color)), light(color)].sort((x, y) => y - x);
  return (a + .05) / (b + .05);
}"""
