"""The list beside its map, in a real browser: times, places and words filter them together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from judging import WCAG, faults
from playwright.sync_api import Browser, Page
from pressing import press

from serving import Served, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(demo: Path) -> Iterator[Served]:
    with served(demo / "cenotaph.db") as opened:
        yield opened


def _open(browser: Browser, desk: Served, width: int, scheme: str) -> tuple[Page, list[str]]:
    """Return the desk's first page, its map drawn, and all that it asked for or complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # for axe alone, which is put in from outside
    )
    page = context.new_page()
    heard: list[str] = []
    own = f"http://127.0.0.1:{desk.port}/"
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(own) else heard.append(r.url))
    page.goto(desk.address)
    page.wait_for_selector("#map[data-ready]")
    return page, heard


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_and_its_map_fit_and_axe_finds_nothing(
    browser: Browser, desk: Served, width: int, scheme: str, tmp_path: Path
) -> None:
    page, heard = _open(browser, desk, width, scheme)
    page.screenshot(path=tmp_path / f"incidents-{width}-{scheme}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == []
    assert faults(page, WCAG, preload=True) == []


def test_the_page_keeps_its_own_policy_with_the_map_on_it(browser: Browser, desk: Served) -> None:
    page = browser.new_context().new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(desk.address)
    page.wait_for_selector("#map[data-ready]")
    assert page.locator("#map path.land").count() > 50
    assert heard == []


def test_drawing_over_the_times_leaves_what_lies_in_them(browser: Browser, desk: Served) -> None:
    page, _ = _open(browser, desk, 1440, "light")
    before = page.locator("[data-row]").count()
    bars = page.locator(".times:not(.few) a")
    first, last = bars.nth(0).bounding_box(), bars.nth(bars.count() // 2).bounding_box()
    assert first is not None
    assert last is not None
    page.mouse.move(first["x"] + 2, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(last["x"] + 2, last["y"] + 10, steps=8)
    page.mouse.up()
    page.wait_for_url("**first=*")
    assert 0 < page.locator("[data-row]").count() < before
    assert "words=" not in page.url  # what is not asked for does not stand in the address


def test_only_what_the_map_shows_is_listed_and_the_address_keeps_it(
    browser: Browser, desk: Served
) -> None:
    page, _ = _open(browser, desk, 1440, "light")
    everything = page.locator("[data-row]").count()
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(400)
    for _ in range(3):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(400)
    page.get_by_role("button", name="Only what the map shows").click()
    page.wait_for_url("**box=*")
    assert page.locator("[data-row]").count() < everything
    page.reload()
    assert page.locator("[data-row]").count() < everything
    page.get_by_role("link", name="everywhere").click()
    page.wait_for_selector("#map[data-ready]")
    assert page.locator("[data-row]").count() == everything


def test_a_pin_says_how_sharply_its_place_is_known_and_leads_to_the_incident(
    browser: Browser, desk: Served
) -> None:
    page, _ = _open(browser, desk, 1440, "light")
    pin = page.locator("#map .pin").first
    pin.focus()
    press(page, "Enter")
    said = page.locator(".leaflet-popup-content")
    assert said.locator("p").nth(1).inner_text().startswith(("In ", "Near ", "At ", "Somewhere"))
    said.locator("a").focus()  # a map that still moves takes a click away from under the pointer
    press(page, "Enter")
    page.wait_for_url("**/incident/*")


def test_on_a_narrow_screen_the_map_stays_above_the_list_and_can_be_folded_away(
    browser: Browser, desk: Served
) -> None:
    page, heard = _open(browser, desk, 390, "dark")
    rows = page.locator("[data-row]")
    rows.last.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 200)")
    box, row = page.locator("#map").bounding_box(), rows.last.bounding_box()
    assert box is not None
    assert row is not None
    assert box["y"] >= 0, "the map is there while the last row is"
    assert box["y"] + box["height"] < row["y"] + row["height"], "and does not cover it"
    page.evaluate("scrollTo(0, 0)")
    for n in range(rows.count()):  # nor what a key goes to
        press(page, "j")
        focused = rows.nth(n).locator("[data-open]").bounding_box()
        box = page.locator("#map-part").bounding_box()
        assert focused is not None
        assert box is not None
        assert box["y"] + box["height"] <= focused["y"] + 1 or focused["y"] < box["y"]
    fold = page.get_by_role("button", name="Map", exact=True)
    fold.click()
    assert fold.get_attribute("aria-expanded") == "false"
    assert page.locator("#map").is_hidden()
    page.reload()
    page.wait_for_selector("#map[data-ready]", state="attached")
    assert page.locator("#map").is_hidden(), "the browser keeps that"
    fold.click()
    page.wait_for_timeout(300)
    assert page.locator("#map .pin, #map .cluster").first.is_visible()
    assert heard == []


def test_on_a_wide_screen_there_is_nothing_to_fold(browser: Browser, desk: Served) -> None:
    page, _ = _open(browser, desk, 1440, "light")
    assert page.locator("#fold").is_hidden()
    box, row = page.locator("#map").bounding_box(), page.locator("[data-row]").first.bounding_box()
    assert box is not None
    assert row is not None
    assert row["x"] + row["width"] < box["x"], "side by side"


def test_a_map_of_land_names_its_towns_and_others_once_it_is_moved(
    browser: Browser, desk: Served
) -> None:
    page, heard = _open(browser, desk, 1440, "light")
    page.wait_for_selector(".map-name")
    boxes = [name.bounding_box() for name in page.locator(".map-name").all()]
    there = [(b["x"], b["y"], b["x"] + b["width"], b["y"] + b["height"]) for b in boxes if b]
    apart = [a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1] for a in there for b in there]
    assert apart.count(False) == len(there)  # each meets itself alone
    named = "[...document.querySelectorAll('.map-name')].map((n) => n.textContent).join('; ')"
    far = page.evaluate(named)
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_function(f"![{far!r}, ''].includes({named})")
    assert heard == []
