"""Questions at the desk: asked in order, answered, skipped, taken back, stale; a real server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph.model import Place, Target, Victim, When, in_force
from cenotaph.pipeline import current
from cenotaph.store import Ledger
from ledgers import filled, told
from making import injured, killed
from serving import Answer, Browser, Served, field, served

ORIHIV = Place(name="Orikhiv", lat=47.57, lon=35.78, country="UA", precision="town")
FOUR = told(
    "Shells fell on the market of Orikhiv on 8 March 2022. Four people were killed, Daria Kovalenko"
    " among them, and nine were hurt.",
    ("8 March 2022", When(words="8 March 2022", timex="2022-03-08")),
    ("Orikhiv", ORIHIV),
    ("market", Target(name="market", category="market")),
    ("Four people were killed", killed(4)),
    ("Daria Kovalenko", Victim(outcome="killed", name="Daria Kovalenko")),
    ("nine were hurt", injured(9)),
)
SEVEN = told(
    "Shelling of the Orikhiv market on 8 March 2022 has killed seven people, Daria Kovalenko among"
    " them, and hurt nine.",
    ("8 March 2022", When(words="8 March 2022", timex="2022-03-08")),
    ("Orikhiv", ORIHIV),
    ("market", Target(name="market", category="market")),
    ("killed seven people", killed(7)),
    ("Daria Kovalenko", Victim(outcome="killed", name="Daria Kovalenko")),
    ("hurt nine", injured(9)),
)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that nobody decides about."""
    path = tmp_path_factory.mktemp("questions") / "cenotaph.db"
    filled(path, FOUR, SEVEN).close()
    return path


@pytest.fixture(scope="module")
def reading(looked_at: Path) -> Iterator[Served]:
    with served(looked_at, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


@pytest.fixture
def ledger(looked_at: Path, tmp_path: Path) -> Path:
    with Ledger.open(looked_at) as opened:
        assert list(opened.decisions()) == []
    return Path(shutil.copy(looked_at, tmp_path / "cenotaph.db"))


def form(page: Answer, **more: str) -> dict[str, str]:
    names = ("csrf", "seen", "of", "skip", "done", "key")
    return {name: field(page.text, name) for name in names} | more


def left(page: Answer) -> int:
    found = re.search(r"(\d+) to answer", page.text)
    assert found is not None
    return int(found[1])


def reply(browser: Browser, page: Answer, choice: str, **more: str) -> Answer:
    return browser.post("/questions/answer", form(page, choice=choice, **more))


def held(ledger: Path) -> list[str]:
    with Ledger.open(ledger) as opened:
        return [d.verdict for d in in_force(opened.decisions())]


def test_the_most_useful_question_comes_first_with_both_accounts_and_no_name(
    reading: Served, looked_at: Path
) -> None:
    page = reading.visitor().get("/questions")
    with Ledger.open(looked_at) as opened:
        first = next(q for q in current(opened).questions if q.choices)
    assert page.status == 200
    assert first.text.partition("(")[0] in page.text
    assert "<mark>Four people were killed</mark>" in page.text
    assert "<mark>killed seven people</mark>" in page.text
    assert "Kovalenko" not in page.text
    assert [page.text.count(f'data-key="{c.key}"') for c in first.choices] == [1] * len(
        first.choices
    )


def test_what_agrees_and_what_does_not_stands_side_by_side(reading: Served) -> None:
    page = reading.visitor().get("/questions").text
    rows = re.findall(r'<tr class="(\w+)"><th scope="row">(\w+)</th>', page)
    agree = {what: how for how, what in rows}
    assert agree["killed"] == "differs"
    assert (agree["Day"], agree["Place"], agree["injured"], agree["Target"]) == ("same",) * 4


def test_an_answer_is_decided_its_effect_shown_and_taken_back_by_a_new_decision(
    ledger: Path,
) -> None:
    with served(ledger, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        page = browser.get("/questions")
        after = browser.follow(reply(browser, page, "a", reason="heard both"))
        assert held(ledger) == ["accept"]
        assert "What the answer changed" in after.text
        assert re.search(r"killed: .*-&gt; ", after.text)
        assert "1 answered here" in after.text
        assert left(after) < left(page)
        names = ("csrf", "seen", "of", "skip", "done")
        fields = {name: field(after.text, name) for name in names}
        again = browser.follow(browser.post("/questions/undo", fields))
        assert browser.post("/questions/undo", {**fields, "done": ""}).status == 400
    assert "Taken back" in again.text
    assert left(again) == left(page)
    with Ledger.open(ledger) as opened:
        made, taken_back = opened.decisions()
    assert (made.reviewer, made.reason, taken_back.verdict) == ("R. Adeyemi", "heard both", "undo")
    assert held(ledger) == []


def test_what_is_skipped_is_asked_again_when_wanted(reading: Served, looked_at: Path) -> None:
    browser = reading.visitor()
    page = first = browser.get("/questions")
    while left(page):
        (skipping,) = re.findall(r'href="(/questions\?[^"]*)" data-key="s"', page.text)
        page = browser.get(skipping.replace("&amp;", "&"))
    assert f"{left(first)} skipped" in page.text
    assert "Ask it again" in page.text
    assert left(browser.get("/questions")) == left(first)
    assert held(looked_at) == []


def test_an_answer_to_what_was_answered_meanwhile_changes_nothing_and_says_so(
    ledger: Path,
) -> None:
    with served(ledger) as desk:
        one, other = desk.visitor(), desk.visitor()
        page, same = one.get("/questions"), other.get("/questions")
        assert 'name="reviewer" required' in page.text
        assert reply(other, same, "y").status == 400
        assert held(ledger) == []
        assert reply(other, same, "y", reviewer="Ines Duarte").status == 303
        late = reply(one, page, "n", reviewer="R. Adeyemi")
    assert late.status == 409
    assert "Answered meanwhile" in late.text
    assert "answered “all are read rightly" in late.text
    assert len(held(ledger)) == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"choice": "z"}, 409),
        ({"key": "0" * 10}, 409),
        ({"seen": "soon"}, 400),
        ({"csrf": "0"}, 403),
    ],
)
def test_a_form_made_up_decides_nothing(
    reading: Served, looked_at: Path, change: dict[str, str], status: int
) -> None:
    browser = reading.visitor()
    fields = form(browser.get("/questions"), choice="y")
    assert browser.post("/questions/answer", {**fields, **change}).status == status
    assert held(looked_at) == []


def test_a_kind_of_question_can_be_asked_alone(reading: Served) -> None:
    browser = reading.visitor()
    kinds = re.findall(r'href="/questions\?of=(\w+)"', browser.get("/questions").text)
    assert kinds
    for kind in kinds:
        assert field(browser.get(f"/questions?of={kind}").text, "of") == kind
    assert left(browser.get("/questions?of=merge")) == 0
    assert field(browser.get("/questions?of=nothing").text, "of") == ""


def test_each_reading_of_one_account_has_the_letter_that_chooses_it(tmp_path: Path) -> None:
    torn = told(
        "A shell killed four people in Orikhiv on 9 March 2022. A shell in Orikhiv on"
        " 9 March 2022 killed 60 people.",
        ("killed four people", killed(4)),
        ("killed 60 people", killed(60)),
    )
    path = tmp_path / "torn.db"
    filled(path, torn).close()
    with served(path) as desk:
        page = desk.visitor().get("/questions").text
    assert "A is right" in page
    pairs = re.findall(r'<span class="letter">([AB])</span><p[^>]*>[^<]*<mark>([^<]*)', page)
    assert len(pairs) == 2
    named = [page.index(f"{n} (") for n in (4, 60)]  # as the question names them: a, then b
    four, sixty = ("A", "B") if named[0] < named[1] else ("B", "A")
    said = {letter: words.lower() for letter, words in pairs}
    assert "four" in said[four]
    assert "60" in said[sixty]
