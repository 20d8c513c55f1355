"""The desk as a person works at it, in a real browser: pages, keys, decisions, accessibility."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from judging import faults
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pressing import press

from serving import Served, served

pytestmark = pytest.mark.browser

KEPT = os.environ.get("CENOTAPH_SCREENSHOTS")  # a folder that pictures of every page are kept in
# Pictures and tables that must be scrolled to be seen whole, among those that are seen at all.
SIDEWAYS = """[...document.querySelectorAll(".picture, .scroll")]
  .filter((p) => p.offsetParent && p.scrollWidth > p.clientWidth)
  .map((p) => p.outerHTML.slice(0, 90))"""
SHAPES = [(w, scheme) for w in (390, 1440) for scheme in ("light", "dark")]


class Seat(NamedTuple):
    """A page in a browser that came in, and everything that it complained of or asked for."""

    page: Page
    origin: str
    heard: list[str]

    def go(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        return self.page


@pytest.fixture(scope="module")
def desk(demo: Path) -> Iterator[Served]:
    """The demo's record, served."""
    with served(demo / "cenotaph.db", "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


@pytest.fixture
def seat(browser: Browser, desk: Served) -> Iterator[Seat]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield sit(context, desk)
    context.close()


def sit(context: BrowserContext, desk: Served) -> Seat:
    page = context.new_page()
    heard: list[str] = []
    origin = desk.address.partition("/enter")[0]
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("request", lambda r: None if r.url.startswith(origin) else heard.append(r.url))
    page.goto(desk.address)
    return Seat(page, origin, heard)


def addresses(desk: Served) -> dict[str, str]:
    """Return a page of each kind."""
    reader = desk.visitor()
    incidents = re.findall(r'href="(/incident/\w+)"', reader.get("/").text)
    incident = incidents[2]  # the contested one
    claim = re.findall(r'href="(/account/[^"]+)"', reader.get(incident).text)[0]
    account = claim.partition("?")[0]
    return {
        "incidents": "/",
        "filtered": "/?status=contested&sources=2",
        "none": "/?words=nothing-like-this",
        "incident": incident,
        "account": account,
        "claim": claim,
        "adding": f"{account}?add=0-20&part=text&kind=place",
        "person": "/person",
        "missing": "/incident/none",
        "conflicts": f"{incident}/conflicts",
        "figures": f"{incident}/figures",
        "reports": f"{incident}/reports",
        "because": f"{incident}/because",
        "history": f"{incident}/history",
        "new": "/changes?since=1900-01-01",
        "new of one kind": "/changes?since=1900-01-01&kind=New+incidents",
        "one that is new": "/changes?since=1900-01-01&kind=New+incidents&entry=1",
    }


@pytest.mark.parametrize(("width", "scheme"), SHAPES)
def test_every_page_fits_is_accessible_and_asks_nobody(
    browser: Browser, desk: Served, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    seat = sit(context, desk)
    for name, path in addresses(desk).items():
        page = seat.go(path)
        for folded in page.locator("main details").all()[:6]:
            folded.evaluate("d => { d.open = true; }")
        if KEPT:
            page.screenshot(path=f"{KEPT}/{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.evaluate(SIDEWAYS) == [], name
        assert faults(page, preload=True) == [], name
        assert page.get_by_role("heading", level=1).count() == 1, name
    assert [h for h in seat.heard if "404" not in h] == []
    context.close()


def test_the_token_is_gone_from_the_address_bar(seat: Seat) -> None:
    assert seat.page.url == f"{seat.origin}/"


def test_the_list_is_walked_and_opened_by_keys(seat: Seat) -> None:
    page = seat.go("/")
    links = page.locator("[data-open]")
    press(page, "j")
    expect(links.nth(0)).to_be_focused()
    press(page, "j")
    press(page, "j")
    press(page, "k")
    expect(links.nth(1)).to_be_focused()
    press(page, "Enter")
    page.wait_for_url("**/incident/*")
    press(page, "g")
    press(page, "i")
    page.wait_for_url(f"{seat.origin}/")
    press(page, "/")
    expect(page.locator("[data-search]")).to_be_focused()
    page.keyboard.type("jk?")  # in a field keys are letters
    expect(page.locator("[data-search]")).to_have_value("jk?")
    expect(page.locator("#keys")).to_be_hidden()


def test_the_keys_are_shown_and_the_content_is_a_tab_away(seat: Seat) -> None:
    page = seat.go("/")
    press(page, "Tab")
    expect(page.locator(".skip")).to_be_focused()
    press(page, "Enter")
    expect(page.locator("#main")).to_be_focused()
    press(page, "?")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_figure_opens_its_sentence_highlighted_in_its_account(seat: Seat, desk: Served) -> None:
    page = seat.go(addresses(desk)["incident"])
    figure = page.locator(".figures details").first
    press(page, "j")
    press(page, "Enter")
    quote = figure.locator("blockquote").first
    expect(quote.locator("mark")).to_be_visible()
    words = quote.locator("mark").inner_text()
    quote.get_by_role("link").click()
    chosen = page.locator(".reading .chosen").first
    expect(chosen).to_be_in_viewport()
    assert chosen.inner_text() in words
    expect(page.locator(".panel .chosen h3").first).to_have_text("As a machine read it")


def test_all_sentences_open_by_a_key_and_on_paper(seat: Seat, desk: Served) -> None:
    page = seat.go(addresses(desk)["incident"])
    quotes = page.locator("blockquote")
    assert not quotes.first.is_visible()
    press(page, "o")
    assert all(q.is_visible() for q in quotes.all()[:20])
    press(page, "o")
    assert not quotes.first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert all(q.is_visible() for q in quotes.all()[:20])
    expect(page.locator(".top")).to_be_hidden()


def test_a_number_is_corrected_and_taken_back_by_keys(seat: Seat, desk: Served) -> None:
    page = seat.go(addresses(desk)["claim"])
    before = page.locator(".claims").inner_text()
    press(page, "c")
    number = page.get_by_label("Number", exact=True)
    expect(number).to_be_focused()
    number.fill("7")
    press(page, "Enter")
    effect = page.locator(".effect")
    expect(effect).to_contain_text("7")
    expect(page.locator(".panel")).to_contain_text("As a person corrected it")
    expect(page.locator(".panel")).to_contain_text("correct by R. Adeyemi")
    press(page, "u")
    expect(page.locator(".panel")).to_contain_text("undo by R. Adeyemi")
    assert page.locator(".claims").inner_text() == before
    assert seat.heard == []


def test_selected_words_become_a_claim(seat: Seat, desk: Served) -> None:
    page = seat.go(addresses(desk)["account"])
    expect(page.locator("#add-words")).to_be_hidden()
    words = page.evaluate(
        """() => {
          const piece = [...document.querySelectorAll(".text [data-start]")]
            .find((p) => !p.dataset.end && p.textContent.trim().length > 12);
          const range = document.createRange();
          range.setStart(piece.firstChild, 1);
          range.setEnd(piece.firstChild, 10);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return getSelection().toString();
        }"""
    )
    expect(page.locator("#add-words")).to_be_visible()
    press(page, "n")
    expect(page.locator(".panel")).to_contain_text(words.strip())
    page.get_by_label("Kind of claim").get_by_role("link", name="weapon").click()
    page.get_by_label("Weapon", exact=True).fill("mortar")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".claims")).to_contain_text("weapon: mortar")
    assert seat.heard == []


def test_a_place_is_looked_up_while_the_form_stays(seat: Seat, desk: Served) -> None:
    page = seat.go(addresses(desk)["account"])
    page.locator(".claims a", has_text="place:").first.click()
    expect(page.locator(".panel .chosen")).to_be_visible()
    press(page, "c")
    page.get_by_label("Place", exact=True).fill("Springfield")
    page.get_by_role("button", name="Look it up").click()
    choices = page.get_by_role("radio")
    expect(choices.nth(2)).to_be_visible()
    choices.nth(2).check()
    page.get_by_role("button", name="Correct it so").click()
    expect(page.locator(".claims")).to_contain_text("place: Springfield")
    press(page, "u")
    expect(page.locator(".claims")).not_to_contain_text("place: Springfield")
    assert seat.heard == []


def test_of_two_windows_the_second_is_asked_again(
    seat: Seat, browser: Browser, desk: Served
) -> None:
    context = browser.new_context()
    other, claim = sit(context, desk), addresses(desk)["claim"]
    seat.go(claim)
    other.go(claim)
    press(seat.page, "a")
    expect(seat.page.locator(".panel")).to_contain_text("accept by R. Adeyemi")
    press(other.page, "x")
    expect(other.page.get_by_role("heading", level=1)).to_have_text("Decided meanwhile")
    assert faults(other.page) == []
    other.page.get_by_role("link", name="Leave it as it is now").click()
    expect(other.page.locator(".panel")).to_contain_text("accept by R. Adeyemi")
    expect(other.page.locator(".panel")).not_to_contain_text("reject by")
    context.close()
