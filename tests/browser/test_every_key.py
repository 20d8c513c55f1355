"""Every key that the help of a page names, pressed one by one in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pressing import press

from cenotaph.model import Account, in_force
from cenotaph.store import Ledger
from ledgers import RAID, filled, received, told
from making import killed
from serving import Served, served
from test_web_questions import FOUR, SEVEN

pytestmark = pytest.mark.browser

TWO = told(
    "Gunmen raided the harbor of Tarsk. Three people were killed. Thirteen people were killed.",
    ("Three people were killed", killed(3)),
    ("Thirteen people were killed", killed(13)),
)
GOING = {
    "i": "/", "q": "/questions", "w": "/changes", "t": "/cumulative", "s": "/sources",
    "a": "/activity", "m": "/import", "n": "/note",
}  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keys") / "cenotaph.db"
    with filled(path, RAID, TWO) as opened:
        fields = (("Delta Herald", FOUR), ("Steppe Post", SEVEN))
        kept = [(received(a, f"w{n}.txt", publisher=p), a) for n, (p, a) in enumerate(fields)]
        opened.keep(kept, "finder one")
    return path


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[Served]:
    """A desk at which nothing is decided."""
    with served(ledger, "--reviewer", "R. Adeyemi") as opened:
        yield opened


class Own:
    """A desk of its own for what writes, and a page that is in."""

    def __init__(self, page: Page, desk: Served) -> None:
        self.page, self.desk = page, desk

    def open(self, path: str) -> Page:
        self.page.goto(f"http://127.0.0.1:{self.desk.port}{path}")
        return self.page

    def held(self) -> list[str]:
        with Ledger.open(self.desk.ledger) as opened:
            return [d.verdict for d in in_force(opened.decisions())]


@pytest.fixture
def own(browser: Browser, ledger: Path, tmp_path: Path) -> Iterator[Own]:
    copy = Path(shutil.copy(ledger, tmp_path / "cenotaph.db"))
    with served(copy, "--reviewer", "R. Adeyemi") as opened:
        page = browser.new_page()
        page.goto(opened.address)
        yield Own(page, opened)
        page.close()


@pytest.fixture
def page(browser: Browser, desk: Served) -> Iterator[Page]:
    shown = browser.new_page()
    shown.goto(desk.address)
    yield shown
    shown.close()


def home(desk: Served) -> str:
    return f"http://127.0.0.1:{desk.port}"


def of(account: Account, claim: int | None = None) -> str:
    chosen = "" if claim is None else f"?claim={account.claims[claim].id}"
    return f"/account/{account.document.id}{chosen}"


def helped(page: Page) -> list[list[str]]:
    """Return the keys of the help, row by row, opened and closed by keys."""
    press(page, "?")
    rows = page.get_by_role("dialog").locator("dt")
    expect(rows.first).to_be_visible()
    found = [row.locator("kbd").all_inner_texts() for row in rows.all()]
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    return found


def test_the_help_of_every_page_names_the_keys_that_are_pressed_here(
    page: Page, desk: Served
) -> None:
    everywhere = [["j", "k"], ["Enter"], ["/"], ["o"], *(["g", k] for k in GOING), ["?"]]
    more = {
        f"/incident/{FOUR.mentions[0].id}": [["n"]],
        of(FOUR): [["a", "x"], ["c"], ["n"]],
        "/questions": [["y", "n", "a", "b"], ["s"], ["u"]],
    }
    for path in (*GOING.values(), "/person", *more):
        page.goto(home(desk) + path)
        rows = helped(page)
        assert sorted(rows) == sorted([*everywhere, *more.get(path, [])]), path


@pytest.mark.parametrize("key", GOING)
def test_g_and_a_letter_go_to_a_page_from_everywhere(page: Page, desk: Served, key: str) -> None:
    begin = "/person" if key != "q" else "/sources"
    page.goto(home(desk) + begin)
    press(page, "g")
    press(page, key)
    page.wait_for_url(home(desk) + GOING[key])


def test_j_k_and_enter_walk_and_open_the_list(page: Page) -> None:
    links = page.locator("[data-open]")
    press(page, "j")
    press(page, "j")
    expect(links.nth(1)).to_be_focused()
    press(page, "k")
    expect(links.nth(0)).to_be_focused()
    press(page, "k")  # there is none before the first
    expect(links.nth(0)).to_be_focused()
    press(page, "Enter")
    page.wait_for_url("**/incident/*")


@pytest.mark.parametrize("path", ["/", "/activity"])
def test_a_slash_goes_to_the_words_looked_for(page: Page, desk: Served, path: str) -> None:
    page.goto(home(desk) + path)
    press(page, "/")
    expect(page.locator("[data-search]")).to_be_focused()
    expect(page.locator("[data-search]")).to_have_value("")


def test_o_opens_all_sentences_and_closes_them(page: Page, desk: Served) -> None:
    page.goto(f"{home(desk)}/incident/{FOUR.mentions[0].id}")
    folded = page.locator("main details:not([data-form])")
    press(page, "o")
    assert all(d.get_attribute("open") is not None for d in folded.all())
    press(page, "o")
    assert all(d.get_attribute("open") is None for d in folded.all())
    assert folded.count() > 3


def test_n_begins_a_note_on_an_incident(page: Page, desk: Served) -> None:
    page.goto(f"{home(desk)}/incident/{FOUR.mentions[0].id}")
    press(page, "n")
    expect(page.get_by_label("Code, as in your own files")).to_be_focused()
    page.keyboard.type("n")  # a letter now
    expect(page.get_by_label("Code, as in your own files")).to_have_value("n")


def test_n_asks_for_words_on_an_account(page: Page, desk: Served) -> None:
    page.goto(home(desk) + of(FOUR))
    press(page, "n")
    expect(page.get_by_label("Words, as they stand")).to_be_focused()


def test_c_begins_a_correction_at_its_first_field(page: Page, desk: Served) -> None:
    page.goto(home(desk) + of(FOUR, 3))
    press(page, "c")
    expect(page.get_by_label("Number", exact=True)).to_be_focused()


@pytest.mark.parametrize(("key", "verdict"), [("a", "accept"), ("x", "reject")])
def test_a_accepts_and_x_rejects_the_chosen_claim(own: Own, key: str, verdict: str) -> None:
    page = own.open(of(FOUR, 3))
    press(page, key)
    expect(page.locator(".panel")).to_contain_text(f"{verdict} by R. Adeyemi")
    assert own.held() == [verdict]
    press(page, "u")
    expect(page.locator(".panel")).to_contain_text("undo by R. Adeyemi")
    assert own.held() == []


def asked(own: Own, kind: str) -> Page:
    page = own.open(f"/questions?of={kind}")
    expect(page.locator(".question")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("kind", "key", "verdict"),
    [
        ("copy", "y", "copy"),
        ("copy", "n", "not-copy"),
        ("reading", "a", "accept"),
        ("reading", "b", "accept"),
        ("reading", "y", "accept"),
        ("reading", "n", "reject"),
    ],
)
def test_a_letter_answers_a_question_and_u_takes_it_back(
    own: Own, kind: str, key: str, verdict: str
) -> None:
    page = asked(own, kind)
    press(page, key)
    expect(page.locator(".changed")).to_be_visible()
    assert own.held() == [verdict]
    press(page, "u")
    expect(page.locator(".changed")).to_contain_text("Taken back")
    assert own.held() == []


def test_s_skips_a_question_and_going_back_asks_it_again(own: Own) -> None:
    page = own.open("/questions")
    first = page.locator(".question").inner_text()
    press(page, "s")
    page.wait_for_url("**skip=*")
    assert re.search(r"1 skipped", page.locator("main").inner_text())
    assert page.locator(".question, .empty").first.inner_text() != first
    page.go_back()
    expect(page.locator(".question")).to_have_text(first)
    assert own.held() == []


def test_keys_with_another_key_held_are_the_browsers_own(page: Page, desk: Served) -> None:
    page.goto(home(desk) + of(FOUR, 3))
    press: Callable[[str], None] = page.keyboard.press
    for held in ("Control+c", "Alt+x", "Control+a"):
        press(held)
    expect(page.locator("details.correct")).not_to_have_attribute("open", "")
    expect(page.locator(".panel")).to_contain_text("Nobody has judged it yet.")


def test_a_key_pressed_before_the_page_is_whole_is_not_lost(page: Page, desk: Served) -> None:
    scripts: list[Route] = []

    def hold(route: Route) -> None:
        scripts.append(route)

    page.route("**/desk.js*", hold, times=1)
    page.goto(home(desk) + "/sources", wait_until="commit")
    expect(page.locator("nav [data-go=t]")).to_be_visible()
    page.wait_for_function("() => performance.getEntriesByName('first-paint').length > 0")
    page.keyboard.press("g")
    page.keyboard.press("t")
    assert page.evaluate("document.readyState") != "complete"
    scripts[0].continue_()
    page.wait_for_url("**/cumulative")


def test_a_page_that_asks_again_takes_nothing_from_under_the_hands(
    page: Page, desk: Served
) -> None:
    """Its page says that it waits, as after a decision whose effect is being found."""
    asked: list[str] = []

    def waiting(route: Route) -> None:
        asked.append(route.request.url)
        sent = route.fetch()
        body = sent.text().replace('<main id="main"', '<main id="main" data-again="1"', 1)
        route.fulfill(response=sent, body=body)

    page.route("**/note", waiting)
    page.goto(home(desk) + "/note")
    words = page.get_by_label("What was told")
    words.fill("Two men died at the ferry.")
    page.wait_for_timeout(2500)
    expect(words).to_have_value("Two men died at the ferry.")
    assert len(asked) == 1
    words.fill("")
    with page.expect_event("load"):
        pass
    assert len(asked) == 2
