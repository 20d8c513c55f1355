"""The folder of pages as a reader opens it: from the disk, in a real browser."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from judging import faults
from playwright.sync_api import Browser, Page, expect
from pressing import press

pytestmark = pytest.mark.browser

ONE_FOUND = """title => {
  const found = document.querySelectorAll('#results a');
  return found.length === 1 && found[0].textContent.includes(title);
}"""


@pytest.fixture(scope="module")
def site(demo: Path) -> Path:
    """Return the site of the demo's record, as a user makes it."""
    publish = [sys.executable, "-m", "cenotaph.cli", "publish", "site", "-o", "site"]
    subprocess.run(publish, cwd=demo, check=True, capture_output=True)
    return demo / "site"


# What must be scrolled sideways to be seen whole, among what is seen at all.
SIDEWAYS = """[...document.querySelectorAll(".wide")]
  .filter((p) => p.offsetParent && p.scrollWidth > p.clientWidth)
  .map((p) => p.outerHTML.slice(0, 90))"""


def opened(
    browser: Browser,
    address: str,
    width: int = 1440,
    scheme: str = "light",
    *,
    scripts: bool = True,
) -> tuple[Page, list[str]]:
    """Return the open page and everything it complained of or asked of anybody but the disk."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith(("file:", "data:")) else heard.append(r.url),
    )
    page.on("requestfailed", lambda r: heard.append(f"not there: {r.url}"))
    page.goto(address)
    return page, heard


def kinds(site: Path) -> list[Path]:
    """Return one page of each kind, of an incident the longest."""

    def longest(folder: str) -> Path:
        return max((site / folder).glob("*.html"), key=lambda p: p.stat().st_size)

    folders = ("incidents", "years", "places", "totals", "sources")
    return [*sorted(site.glob("*.html")), *map(longest, folders)]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_clean(browser: Browser, site: Path, width: int, scheme: str) -> None:
    page, heard = opened(browser, "about:blank", width, scheme)
    for file in kinds(site):
        page.goto(file.as_uri())
        opener = page.get_by_role("button", name="Open all sentences")
        if opener.count():
            opener.click()
        assert (file.name, faults(page), heard) == (file.name, [], [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, file.name
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert page.evaluate(SIDEWAYS) == [], file.name


def test_the_search_finds_by_place_party_and_weapon_and_keeps_what_was_asked(
    browser: Browser, site: Path
) -> None:
    page, _ = opened(browser, (site / "search.html").as_uri())
    results = page.locator("#results a")
    assert results.count() == 4
    for words, title in (("sumska", "in Sumy"), ("boko har", "in Maiduguri"), ("gazette", "Obeid")):
        page.get_by_label("Words").fill(words)
        page.wait_for_function(ONE_FOUND, arg=title)
    page.get_by_label("Words").fill("nothing like it")
    page.wait_for_function("() => document.querySelectorAll('#results a').length === 0")
    assert page.locator("#found").inner_text() == "0 incidents"
    again, heard = opened(browser, (site / "search.html").as_uri() + "#contested=on&q=shelling")
    assert again.locator("#results a").count() == 1
    again.locator("#results a").click()
    assert again.locator("h1").inner_text() == "Shelling (hospital) in Sumy, 2024-04-16"
    assert heard == []


_STILL = """() => !document.querySelector(".leaflet-zoom-anim, .leaflet-cluster-anim")
    && [...document.querySelectorAll(".leaflet-marker-icon")]
        .every((m) => m.style.opacity !== "0")"""


@pytest.mark.parametrize("width", [390, 1440])
def test_each_of_hundreds_of_clusters_can_be_hit(
    browser: Browser, site: Path, tmp_path: Path, width: int
) -> None:
    """Points on a crooked grid, a third of them alone: no mark is too small, or under another."""
    crowded = tmp_path / "site"
    shutil.copytree(site, crowded)
    where = (
        (-56 + n // 90 * 3.7 + n % 7 / 9, -170 + n % 90 * 3.8 + n % 11 / 9) for n in range(3_000)
    )
    rows = [
        [f"{n}", f"Shelling {n}", "2024-04-16", "2024", 0, 0, "3 killed", n % 2, *point,
         ("exact", "town", "near", "admin1")[n % 4], "There"]
        for n, point in enumerate(where) if n % 3
    ]  # fmt: skip
    words = json.dumps({"kinds": ["shelling"], "countries": ["Ukraine"], "rows": rows})
    (crowded / "assets" / "incidents.js").write_text(
        f"window.cenotaphIncidents = {words};", "utf-8"
    )
    page, heard = opened(browser, (crowded / "map.html").as_uri(), width)
    # What is under the buttons of the map can be moved from there.
    page.evaluate("document.querySelector('.leaflet-top.leaflet-left').style.display = 'none'")
    page.locator("#map").focus()
    most = 0  # a map that is being drawn anew has few for a moment
    for _ in range(2):
        page.wait_for_function(_STILL)
        most = max(most, page.locator(".cluster").count())
        assert faults(page, ("target-size",)) == []
        press(page, "+")
        page.wait_for_timeout(600)  # the map takes some time to begin
    assert most > (20 if width == 390 else 100)
    assert heard == []


def test_the_map_draws_land_and_marks_and_leads_to_the_incident(
    browser: Browser, site: Path
) -> None:
    page, heard = opened(browser, (site / "map.html").as_uri())
    assert page.locator("path.land").count() > 100
    assert page.locator(".leaflet-marker-pane .pin").count() == 4
    mark = page.get_by_role("button", name="Bombing (infrastructure) in Santander de Quilichao")
    assert mark.locator(".pin.near").count() == 1
    mark.focus()
    press(page, "Enter")
    popup = page.locator(".leaflet-popup")
    assert "Near Santander de Quilichao." in popup.inner_text()
    assert page.locator("path.reach.near").count() == 1
    popup.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Santander de Quilichao")
    page.get_by_role("link", name="on the map").click()
    page.locator(".leaflet-popup").wait_for()
    assert "Santander" in page.locator(".leaflet-popup").inner_text()
    assert heard == []


def test_without_scripts_everything_can_be_read(browser: Browser, site: Path) -> None:
    page, _ = opened(browser, (site / "index.html").as_uri(), scripts=False)
    page.get_by_role("link", name="2024", exact=True).click()
    page.get_by_role("link", name="Shelling (hospital) in Sumy").click()
    figure = page.locator(".figures details").first
    assert not figure.locator("blockquote").first.is_visible()
    figure.locator("summary").click()
    assert figure.locator("blockquote mark").first.is_visible()
    for name, words in (("map", "the list by place"), ("search", "by day")):
        page.goto((site / f"{name}.html").as_uri())
        assert page.get_by_role("link", name=words).is_visible()


def test_a_figure_named_in_an_address_shows_its_sentences(browser: Browser, site: Path) -> None:
    page, _ = opened(browser, (site / "index.html").as_uri())
    page.get_by_role("link", name="24 killed").click()
    page.wait_for_load_state()
    assert page.locator("#figure-1 blockquote").first.is_visible()


def test_an_older_id_leads_to_the_incident(browser: Browser, site: Path) -> None:
    moved = next(p for p in (site / "incidents").glob("*.html") if "refresh" in p.read_text())
    page, heard = opened(browser, moved.as_uri())
    page.wait_for_selector("article.whole")
    assert moved.name not in page.url
    assert heard == []


def test_a_printed_incident_shows_every_sentence_and_no_navigation(
    browser: Browser, site: Path
) -> None:
    page, _ = opened(browser, kinds(site)[-5].as_uri())
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    quotes = page.locator("blockquote")
    assert quotes.count() > 10
    assert all(quotes.nth(n).is_visible() for n in range(quotes.count()))
    assert not page.get_by_role("navigation", name="Site").is_visible()
    assert "withheld" in page.locator("footer.page").inner_text()
