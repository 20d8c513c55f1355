"""The desk over the demo's record, as somebody meets it: filtered, corrected in place, printed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pressing import press

from cenotaph.model import in_force
from cenotaph.store import Ledger
from serving import Served, served
from test_web_pages import MAP, TABLE

pytestmark = pytest.mark.browser
TOWN = "Maiduguri"


@pytest.fixture(scope="module")
def ledger(demo: Path) -> Path:
    return demo / "cenotaph.db"


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[Served]:
    """A desk at which whatever is decided is taken back."""
    with served(ledger, "--reviewer", "R. Adeyemi") as opened:
        yield opened


@pytest.fixture
def page(browser: Browser, desk: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    shown, heard = context.new_page(), list[str]()
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("pageerror", lambda error: heard.append(str(error)))
    shown.goto(desk.address)
    yield shown
    assert heard == []
    context.close()


def held(ledger: Path) -> list[str]:
    with Ledger.open(ledger) as opened:
        return [d.verdict for d in in_force(opened.decisions())]


def incident(page: Page, town: str = TOWN) -> None:
    page.get_by_role("link", name=re.compile(f"in {town}")).first.click()
    page.wait_for_url("**/incident/*")


def claim(page: Page, words: str, says: str) -> None:
    """Open the account that holds some words, with a claim of it chosen."""
    incident(page)
    press(page, "o")
    quote = page.locator("blockquote", has_text=words).first
    quote.get_by_role("link", name="in its account").click()
    page.locator(".claims a", has_text=says).first.click()
    expect(page.locator(".panel .chosen")).to_be_visible()
    press(page, "c")
    expect(page.get_by_role("button", name="Correct it so")).to_be_visible()


def taken_back(page: Page, ledger: Path) -> None:
    expect(page.locator(".panel")).to_contain_text("correct by R. Adeyemi")
    assert held(ledger) == ["correct"]
    press(page, "u")
    expect(page.locator(".panel")).to_contain_text("undo by R. Adeyemi")
    assert held(ledger) == []


def test_the_address_holds_the_whole_filter_and_a_view_can_be_kept(
    page: Page, browser: Browser, desk: Served
) -> None:
    page.get_by_text("More", exact=True).click()
    form = page.get_by_role("search")
    form.get_by_label("Words").fill("bomb")
    form.get_by_label("From", exact=True).fill("2023-01-01")
    form.get_by_label("To", exact=True).fill("2023-12-31")
    form.get_by_label("Place", exact=True).fill("nigeria")
    form.get_by_label("Outcome").select_option("killed")
    form.get_by_label("Sources, at least").fill("2")
    form.get_by_label("Order").select_option("oldest")
    form.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status").first).to_contain_text("1 of 4 incidents")
    expect(page.locator("#list h2")).to_contain_text(TOWN)
    page.wait_for_selector("#map[data-ready]")
    assert page.locator("#map .pin").count() == 1, "the map is filtered with the list"
    for part in ("words=bomb", "first=2023-01-01", "place=nigeria", "sources=2", "order=oldest"):
        assert part in page.url
    assert "kind=" not in page.url
    other = browser.new_page()
    other.goto(desk.address)
    other.goto(page.url)
    expect(other.locator("#list h2")).to_have_count(1)
    expect(other.get_by_label("Place", exact=True)).to_have_value("nigeria")
    other.close()


@pytest.mark.parametrize(
    ("says", "label", "value"),
    [
        ("killed: 7", "Number", "6 to 8"),
        ("killed: 7", "Outcome", "injured"),
        ("killed: 7", "Sex", "f"),
        ("killed: 7", "Roles", "pupil"),
        ("killed: 7", "Scope", "cumulative"),
        ("killed: 7", "Said by", "a nurse"),
        ("killed: 7", "Part of", ""),
        ("when:", "Day", "2023-11-06"),
        ("place:", "Place", "Biu"),
    ],
)
def test_each_field_is_corrected_in_place_and_taken_back(
    page: Page, ledger: Path, says: str, label: str, value: str
) -> None:
    claim(page, "Seven of the dead", says)
    field = page.locator("details.correct label").filter(has_text=re.compile(f"^{label}")).first
    if field.locator("select").count():
        field.locator("select").select_option(value)
    else:
        field.locator("input").fill(value)
    page.get_by_role("button", name="Correct it so").click()
    expect(page.locator(".effect")).to_be_visible()
    expect(page.locator(".panel")).to_contain_text("As a machine read it")
    if label != "Part of":  # the value is the machine's still
        expect(page.locator(".panel")).to_contain_text("As a person corrected it")
    taken_back(page, ledger)


def test_why_accounts_are_one_is_drawn_and_paper_has_it_open(page: Page) -> None:
    incident(page)
    why = page.locator("#s-why + .rows details").first
    why.locator("summary").click()
    expect(why.locator(".picture.broad svg")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown: list[Locator] = page.locator("main details").all()
    assert all(d.get_attribute("open") is not None for d in shown)
    for gone in (".top", "button", "form", "[data-form]"):
        for found in page.locator(gone).all():
            assert not found.is_visible(), gone
    expect(page.locator(".picture.broad svg").first).to_be_visible()


def test_what_is_new_leads_to_its_sentences(page: Page) -> None:
    press(page, "g")
    press(page, "w")
    page.wait_for_url("**/changes")
    page.get_by_label("Since").fill("2024-08-01")
    page.get_by_role("button", name="Show").click()
    page.wait_for_selector("text=El Obeid", timeout=60_000)
    expect(page.locator("main")).to_contain_text("New incidents: 1")
    press(page, "o")
    page.locator("blockquote").first.get_by_role("link").click()
    page.wait_for_url("**/account/*")
    expect(page.locator(".reading .chosen").first).to_be_in_viewport()


def test_a_running_total_stands_above_the_incidents_inside(page: Page) -> None:
    press(page, "g")
    press(page, "t")
    page.wait_for_url("**/cumulative")
    total = page.locator("details[data-row]", has_text="48")
    total.locator("summary").first.click()
    expect(total).to_contain_text("may lie inside")
    total.locator("li a", has_text="Quilichao").click()
    page.wait_for_url("**/incident/*")


def test_decisions_are_filtered_taken_out_as_files_and_taken_back(
    browser: Browser, ledger: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(ledger, tmp_path / "cenotaph.db"))
    table = tmp_path / "events.csv"
    table.write_text(TABLE, "utf-8")
    with served(copy, "--reviewer", "R. Adeyemi") as desk:
        page = browser.new_page()
        page.goto(desk.address)
        page.goto(f"http://127.0.0.1:{desk.port}/import")
        page.get_by_label("Table (CSV, TSV or XLSX)").set_input_files(table)
        page.get_by_text("or written here").click()
        page.get_by_label("Map (TOML)").fill(MAP)
        page.get_by_role("button", name="Import it").click()
        page.get_by_role("heading", name="Imported").wait_for()
        page.goto(f"http://127.0.0.1:{desk.port}/activity?verdict=add")
        made = page.locator("li[data-row]").count()
        assert made == len(held(copy)) > 1
        for name in ("CSV", "JSON Lines"):
            with page.expect_download() as file:
                page.get_by_role("link", name=name, exact=True).click()
            lines = Path(file.value.path()).read_text("utf-8").splitlines()
            assert len(lines) == made + (name == "CSV")
        page.get_by_text("1 import", exact=True).click()
        page.locator(".imports summary", has_text="Take all of it back").click()
        page.locator(".imports").get_by_label("Why").fill("the wrong file")
        page.locator(".imports").get_by_role("button", name="Take all of it back").click()
        expect(page.locator(".effect, .changed").first).to_be_visible()
        assert held(copy) == []
        page.close()


def test_a_note_becomes_an_account_and_who_told_it_stands_nowhere(
    browser: Browser, ledger: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(ledger, tmp_path / "cenotaph.db"))
    with served(copy, "--reviewer", "R. Adeyemi") as desk:
        page = browser.new_page()
        page.goto(desk.address)
        press(page, "g")
        press(page, "n")
        page.wait_for_url("**/note")
        page.get_by_label("What was told").fill(
            "Gunmen attacked the ferry at Lokoja on 3 May 2024. Five passengers were killed."
        )
        page.get_by_label("Told by").fill("Hawa Mbeki")
        page.get_by_role("button", name="Keep it").click()
        page.wait_for_url("**/account/*")
        expect(page.locator(".claims")).to_contain_text("killed: 5", timeout=90_000)
        assert "Mbeki" not in page.content()
        page.close()
