"""What is new since a day, at the desk; a real server over a real ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ledgers import filled, received
from serving import Browser, field, served
from test_web_questions import FOUR, SEVEN


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A desk over two accounts, of the 11th and of the 14th."""
    path = tmp_path_factory.mktemp("changes") / "cenotaph.db"
    with filled(path) as ledger:
        told = ((FOUR, "2022-03-11"), (SEVEN, "2022-03-14"))
        kept = [(received(a, f"c{day}.txt", published=day), a) for a, day in told]
        ledger.keep(kept, "finder one")
    with served(path) as desk:
        yield desk.visitor()


def test_each_figure_that_came_since_a_day_leads_to_its_sentence(browser: Browser) -> None:
    page = browser.get("/changes?since=2022-03-12").text
    claims = [c.id for c in SEVEN.claims]
    assert any(f"/account/{SEVEN.document.id}?claim={c}" in page for c in claims)
    assert FOUR.document.id not in page  # known before


def test_one_kind_of_what_is_new_has_pages_of_its_own(browser: Browser) -> None:
    day = "/changes?since=2022-03-12"
    (heading,) = re.findall(r"<h2 id=\"h-1\">([^<]+): 1</h2>", browser.get(day).text)
    for kind in (heading.replace(" ", "+"), "Running+totals", "Copies", "%3Cscript%3E"):
        for start in ("0", "7", "x", "9" * 400):
            got = browser.get(f"{day}&kind={kind}&from={start}")
            assert got.status == 200
            assert "<script>" not in got.text
            one = browser.get(f"{day}&kind={kind}&entry={start}&page={start}")
            assert one.status == (
                200 if kind == heading.replace(" ", "+") and start in {"0", "x"} else 404
            )
    alone = browser.get(f"{day}&kind={heading.replace(' ', '+')}").text
    assert "All that is new" in alone
    assert f"/account/{SEVEN.document.id}?claim=" in alone
    assert SEVEN.document.id not in browser.get(f"{day}&kind=Copies").text


def test_a_day_after_all_accounts_has_nothing_new(browser: Browser) -> None:
    assert "Nothing new since 2022-03-15." in browser.get("/changes?since=2022-03-15").text


def test_what_is_no_day_is_refused_and_nothing_is_compared(browser: Browser) -> None:
    got = browser.get("/changes?since=%3Cscript%3E")
    assert got.status == 400
    assert "This is not a date" in got.text
    assert "<script>" not in got.text
    assert browser.get("/changes").status == 200


def test_a_reviewer_is_one_line_that_can_be_seen(browser: Browser) -> None:
    csrf = field(browser.get("/person").text, "csrf")
    browser.post("/person", {"csrf": csrf, "reviewer": "Ines\r\n \u202eDuarte\x00"})
    assert ">Ines Duarte</a>" in browser.get("/person").text
    assert browser.post("/person", {"csrf": csrf, "reviewer": "\u202e\x00"}).status == 303
