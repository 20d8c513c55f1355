"""The whole of a day's work at the desk by keys alone, on a small ledger in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from judging import faults
from playwright.sync_api import Browser, Locator, Page, expect
from pressing import press

from cenotaph.model import Place, in_force
from cenotaph.store import Ledger
from ledgers import RAID, decision, filled, received, told
from making import killed
from serving import Served, served
from test_web_questions import FOUR, SEVEN

pytestmark = pytest.mark.browser

MANY = 40  # times the tab key is pressed before a thing counts as out of reach
SLOW = 30_000  # milliseconds that a busy machine may take for a map
FERRY = told(
    "Rockets sank a ferry off Kherson. Three people were killed.",
    ("Three people were killed", killed(3)),
    ("Kherson", Place(name="Kherson")),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("keys") / "cenotaph.db"
    with filled(path, RAID, FERRY) as ledger:
        fields = (("Delta Herald", FOUR), ("Steppe Post", SEVEN))
        kept = [(received(a, f"w{n}.txt", publisher=p), a) for n, (p, a) in enumerate(fields)]
        ledger.keep(kept, "finder one")
        ledger.decide(
            decision("add", at="2022-03-12T08:00:00+00:00", reason="import of t.csv: row 2"),
            RAID.claims[0],
        )
    with served(path, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


@pytest.fixture
def page(browser: Browser, desk: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    heard: list[str] = []
    opened.on("console", lambda message: heard.append(message.text))
    opened.on("pageerror", lambda error: heard.append(str(error)))
    opened.goto(desk.address)
    yield opened
    assert heard == []
    context.close()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press tab until something has the focus, as who has no mouse must."""
    for _ in range(MANY):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        press(page, "Tab")
    raise AssertionError(f"no tab leads to {wanted}")


def held(desk: Served) -> list[str]:
    with Ledger.open(desk.ledger) as ledger:
        return [d.verdict for d in in_force(ledger.decisions())]


def test_from_the_list_to_a_figure_corrected_and_taken_back(page: Page, desk: Served) -> None:
    before = held(desk)
    press(page, "j")
    for _ in range(4):
        focused = page.evaluate("document.activeElement.closest('[data-row]').innerText")
        if "contested" in focused or "against" in focused:
            break
        press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/incident/*")
    press(page, "j")
    press(page, "Enter")
    tab_to(page, page.locator("blockquote a:visible").first)
    press(page, "Enter")
    page.wait_for_url("**/account/*")
    expect(page.locator(".panel .chosen")).to_be_visible()
    press(page, "c")
    number = page.get_by_label("Number", exact=True)
    expect(number).to_be_focused()
    press(page, "Control+a")
    page.keyboard.type("5")
    press(page, "Enter")
    expect(page.locator(".panel")).to_contain_text("correct by R. Adeyemi")
    assert held(desk) == [*before, "correct"]
    press(page, "u")
    expect(page.locator(".panel")).to_contain_text("undo by R. Adeyemi")
    assert held(desk) == before


def test_questions_are_reached_answered_and_taken_back(page: Page, desk: Served) -> None:
    before = held(desk)
    press(page, "g")
    press(page, "q")
    page.wait_for_url("**/questions")
    assert page.locator('main [data-key="g"]').count() == 0
    press(page, "y")
    expect(page.locator(".changed")).to_be_visible()
    assert len(held(desk)) == len(before) + 1
    press(page, "u")
    expect(page.locator(".changed")).to_contain_text("Taken back")
    assert held(desk) == before
    press(page, "g")
    press(page, "a")
    page.wait_for_url("**/activity")


def test_words_are_written_and_become_a_claim(page: Page, desk: Served) -> None:
    page.goto(f"http://127.0.0.1:{desk.port}/account/{RAID.document.id}")
    press(page, "n")
    expect(page.get_by_label("Words, as they stand")).to_be_focused()
    page.keyboard.type("the depot")
    press(page, "Enter")
    expect(page.locator(".panel .chosen")).to_contain_text("“the depot”")
    kinds = page.get_by_label("Kind of claim")
    tab_to(page, kinds.get_by_role("link", name="target"))
    press(page, "Enter")
    tab_to(page, page.get_by_label("Category"))
    page.keyboard.type("depot")
    press(page, "Enter")
    expect(page.locator(".claims")).to_contain_text("target: the depot")
    press(page, "u")
    expect(page.locator(".claims")).not_to_contain_text("target: the depot")


def test_words_inside_a_claim_are_drawn_over_and_a_click_still_chooses_it(
    page: Page, desk: Served
) -> None:
    account = f"http://127.0.0.1:{desk.port}/account/{FERRY.document.id}"
    page.goto(account)
    claim = page.locator(".text a.claim", has_text="Three people were killed")
    left, right, height = claim.evaluate(
        """e => {
          const range = document.createRange();
          range.setStart(e.firstChild, 6);
          range.setEnd(e.firstChild, 12);
          const box = range.getBoundingClientRect();
          return [box.left + 1, box.right - 1, box.top + box.height / 2];
        }"""
    )
    page.mouse.move(left, height)
    page.mouse.down()
    page.mouse.move(right, height, steps=4)
    page.mouse.up()
    expect(page.locator("#add-words")).to_be_visible()
    assert page.url == account
    press(page, "n")
    expect(page.locator(".panel .chosen")).to_contain_text("“people”")
    page.goto(account)
    claim.click()
    page.wait_for_url("**claim=*")


def test_keys_work_on_a_keyboard_of_other_letters(page: Page) -> None:
    press = """([key, code]) => document.body.dispatchEvent(
      new KeyboardEvent("keydown", {key, code, bubbles: true, cancelable: true}))"""
    page.evaluate(press, ["о", "KeyJ"])
    assert page.evaluate("document.activeElement.closest('[data-row]') !== null")
    page.evaluate(press, ["п", "KeyG"])
    page.evaluate(press, ["ф", "KeyA"])
    page.wait_for_url("**/activity")


def test_a_point_is_set_on_the_map_by_keys(page: Page, desk: Served) -> None:
    where = FERRY.claims[1].id
    page.goto(f"http://127.0.0.1:{desk.port}/account/{FERRY.document.id}?claim={where}")
    press(page, "c")
    box = page.locator(".place-map[data-ready]")
    expect(box).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("radio").first).to_be_visible(timeout=SLOW)
    tab_to(page, box)
    latitude = page.get_by_label("Latitude")
    before = latitude.input_value()
    press(page, "ArrowDown")
    page.wait_for_timeout(400)  # the map glides
    press(page, "Enter")
    expect(latitude).not_to_have_value(before)
    assert float(latitude.input_value()) < float(before)  # to the south
    near = page.get_by_text("Beside the point")
    expect(near).to_be_visible()
    tab_to(page, page.get_by_label("Longitude"))
    tab_to(page, page.get_by_label("The point is of"))
    press(page, "Home")  # the very spot
    tab_to(page, page.get_by_role("button", name="Correct it so"))
    press(page, "Enter")
    expect(page.locator(".effect")).to_be_visible()
    expect(page.locator(".panel")).to_contain_text("correct by R. Adeyemi")
    press(page, "u")
    expect(page.locator(".panel")).to_contain_text("undo by R. Adeyemi")


def test_a_click_on_the_map_sets_the_point_and_a_towns_dot_chooses_it(
    page: Page, desk: Served
) -> None:
    where = FERRY.claims[1].id
    page.goto(f"http://127.0.0.1:{desk.port}/account/{FERRY.document.id}?claim={where}")
    press(page, "c")
    box = page.locator(".place-map[data-ready]")
    expect(page.locator(".town-name").first).to_be_visible(timeout=SLOW)
    with page.expect_response("**/places*"):  # what is offered is offered anew
        box.click(position={"x": 60, "y": 180})
    expect(page.get_by_label("Latitude")).not_to_have_value("46.6354")
    page.wait_for_timeout(500)  # the new dots take the places of the old ones
    page.locator(".town-dot").first.click(force=True)
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)


def test_a_note_is_written_found_and_taken_back(page: Page, desk: Served) -> None:
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/incident/*")
    press(page, "n")
    expect(page.get_by_label("Code, as in your own files")).to_be_focused()
    page.keyboard.type("KH-7")
    press(page, "Tab")
    page.keyboard.type("ferry, port")
    press(page, "Tab")
    page.keyboard.type("Ask the harbor.")
    tab_to(page, page.get_by_role("button", name="Keep it"))
    press(page, "Enter")
    expect(page.locator("#own")).to_contain_text("Ask the harbor.")
    expect(page.locator("#own .facts")).to_contain_text("KH-7")
    press(page, "g")
    press(page, "i")
    page.wait_for_url(f"http://127.0.0.1:{desk.port}/")
    expect(page.locator(".chip.own").first).to_have_text("KH-7")
    page.go_back()
    press(page, "u")
    expect(page.locator("#own")).not_to_contain_text("Ask the harbor.")


def test_a_publisher_is_chosen_and_set_by_keys(page: Page) -> None:
    press(page, "g")
    press(page, "s")
    page.wait_for_url("**/sources")
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/sources?publisher=*")
    tab_to(page, page.get_by_label("Owner"))
    page.keyboard.type("Delta Group")
    press(page, "Tab")
    press(page, "Tab")
    page.keyboard.type("its register")
    press(page, "Enter")
    expect(page.locator("#set")).to_contain_text("As decided here.")
    expect(page.locator("table.grid")).to_contain_text("Delta Group")
    press(page, "u")
    expect(page.locator("#set")).to_contain_text("Nobody has said anything of it.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_new_on_the_pages_is_read_by_everybody_and_fits(
    browser: Browser, desk: Served, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    opened = context.new_page()
    opened.goto(desk.address)
    home = f"http://127.0.0.1:{desk.port}"
    opened.goto(f"{home}/person")
    opened.get_by_label("Soften graphic words").check()
    opened.get_by_role("button", name="Keep this", exact=True).click()
    incident = re.findall(r'href="(/incident/\w+)"', desk.visitor().get("/").text)[0]
    claim = FERRY.claims[1].id
    for path in (
        "/?order=dead&tag=none",
        "/",
        incident,
        "/sources?publisher=Delta+Herald",
        f"/account/{FERRY.document.id}?claim={claim}",
        f"/account/{FERRY.document.id}?words=people",
        f"/account/{FERRY.document.id}?words=nothing+like+it",
        "/activity",
    ):
        opened.goto(f"{home}{path}")
        for folded in opened.locator("main details").all():
            folded.evaluate("d => { d.open = true; }")
        if opened.locator(".place-map").count():
            expect(opened.locator(".place-map[data-ready]")).to_be_visible(timeout=SLOW)
            expect(opened.get_by_role("radio").first).to_be_visible(timeout=SLOW)
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, path
        assert faults(opened) == [], path
        top = opened.locator("header.top").bounding_box()
        assert top is not None
        assert top["height"] < 100, "the navigation has two lines at most"
    context.close()


def test_the_bars_of_a_toll_are_seen_at_once_on_a_telephone_and_paper_has_each_sentence_once(
    browser: Browser, desk: Served
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    opened = context.new_page()
    opened.goto(desk.address)
    opened.goto(f"http://127.0.0.1:{desk.port}/incident/{FOUR.mentions[0].id}")
    opened.locator("#s-why + .rows summary").first.click()
    pictures = opened.locator(".picture.narrow").all()  # accounts, over time, weights of a link
    assert len(pictures) == len(opened.locator(".picture.broad").all()) == 3
    for picture, broad in zip(pictures, opened.locator(".picture.broad").all(), strict=True):
        expect(picture).to_be_visible()
        expect(broad).to_be_hidden()
        edge = picture.bounding_box()
        assert edge is not None
        for mark in picture.locator("rect, circle, text").all():
            box = mark.bounding_box()
            assert box is not None
            right = box["x"] + box["width"]
            assert edge["x"] <= box["x"] <= right <= edge["x"] + edge["width"] <= 390
    opened.emulate_media(media="print")
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    shown = [
        words
        for p in opened.locator("blockquote > p:not(.see)").all()
        if p.is_visible() and (words := p.inner_text().split(" ", 1)[-1])
    ]
    assert len(shown) > 1
    assert len(shown) == len(set(shown))
    assert opened.locator("blockquote.again .see").first.is_visible()
    context.close()
