"""Whatever a page of the desk shows or does is there for programs too, and described."""

from __future__ import annotations

import html
import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cenotaph.desk.note import KINDS
from cenotaph.model import Account, Document, Mark, Name, Place, Span, When
from cenotaph.sheets import shipped
from cenotaph.web import pages
from cenotaph.web.views.account import LONGEST
from cenotaph.web.visit import Page
from ledgers import decision, filled, received, told
from making import killed
from serving import Browser, Served, served
from test_web_api import described, fits, rows
from test_web_pages import MAP, TABLE, TOTAL
from test_web_questions import FOUR, SEVEN

# What each page shows or does, and what in the API does so; a reason where nothing has to.
TWINS = {
    "GET /": ("GET /api/incidents", "GET /api/notes"),
    "GET /points": ("GET /api/points",),
    "GET /land/{detail}": "a picture of the coasts, the same for all",
    "GET /towns": ("GET /api/towns",),
    "GET /incident/{id}": (
        "GET /api/incidents/{id}",
        "GET /api/incidents/{id}/nearly",
        "GET /api/accounts",
        "GET /api/claims",
        "GET /api/documents",
        "GET /api/decisions",
        "GET /api/notes",
    ),
    "GET /incident/{id}/{part}": ("GET /api/incidents/{id}", "GET /api/incidents/{id}/nearly"),
    "GET /account/{document}": (
        "GET /api/accounts/{document}/text",
        "GET /api/claims",
        "GET /api/annotations",
        "GET /api/documents",
    ),
    "GET /places": ("GET /api/places",),
    "GET /questions": ("GET /api/questions", "GET /api/questions/{key}"),
    "POST /questions/answer": ("POST /api/decisions",),
    "POST /questions/undo": ("POST /api/decisions",),
    "POST /decide": ("POST /api/decisions",),
    "GET /changes": ("GET /api/changes",),
    "GET /cumulative": ("GET /api/cumulative", "GET /api/within"),
    "GET /sources": ("GET /api/sources", "GET /api/decisions"),
    "GET /activity": ("GET /api/decisions", "GET /api/imports"),
    "GET /activity.csv": ("GET /api/decisions",),
    "GET /activity.jsonl": ("GET /api/decisions",),
    "POST /activity/import": ("POST /api/decisions",),
    "GET /import": ("POST /api/imports",),
    "POST /import": ("POST /api/imports",),
    "GET /note": ("POST /api/documents",),
    "POST /note": ("POST /api/documents",),
    "GET /person": "what one browser keeps; a program says who decides with each decision",
    "POST /person": "what one browser keeps",
    "POST /person/reading": "what one browser keeps",
    "POST /language": "what one browser keeps",
}


def routes() -> Iterator[Page]:
    for found in pkgutil.iter_modules(pages.__path__):
        yield from importlib.import_module(f"{pages.__name__}.{found.name}").PAGES


def test_every_page_and_form_has_its_like_for_programs() -> None:
    known = {f"{p.method} {p.path}" for p in routes()}
    own = {r for r in known if not r.partition(" ")[2].startswith("/api/")}
    assert own == TWINS.keys()
    needed = {t for twins in TWINS.values() if not isinstance(twins, str) for t in twins}
    assert needed <= known
    beside = {"GET /api/openapi.json", "GET /api/session"}  # no page's
    assert needed | beside == known - own


PERSON = "Daria Kovalenko"
_LONG = "The mill stood empty. " * 2800
LONG = Document.of(f"{_LONG[:59_990]}{PERSON} saw it. {_LONG[:30_000]}", f"A day of {PERSON}")
_AT = LONG.text.index(PERSON)
WITNESS = Account(
    document=LONG,
    marks=(
        Mark(span=Span(start=_AT, end=_AT + len(PERSON)), value=Name(name=PERSON, kind="person")),
    ),
)


MARIB = Place(name="Marib", lat=15.46, lon=45.32, country="YE", precision="town", geonames="72340")


def on(day: int, text: str, words: str, number: int) -> Account:
    """Return an account of a day of May in Marib."""
    said, iso = f"{day} May 2021", f"2021-05-{day:02}"
    return told(
        text, (words, killed(number)), ("Marib", MARIB), (said, When(words=said, timex=iso))
    )


FARM = on(8, "Shells fell on a farm near Marib on 8 May 2021. Four died.", "Four died", 4)
SCHOOL = on(9, "Mortars hit a school in Marib on 9 May 2021. Six died.", "Six died", 6)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("twins") / "cenotaph.db"
    with filled(path, TOTAL, WITNESS) as ledger:
        fields = (
            ("Delta Herald", FOUR),
            ("Steppe Post", SEVEN),
            ("Gulf Wire", FARM),
            ("Red Sea Post", SCHOOL),
        )
        kept = [(received(a, f"w{n}.txt", publisher=p), a) for n, (p, a) in enumerate(fields)]
        ledger.keep(kept, "finder one")
        ledger.decide(decision("accept", FOUR.claims[0].id))
    with served(path, "--reviewer", "R. Adeyemi") as opened:
        yield opened


@pytest.fixture
def browser(desk: Served) -> Browser:
    return desk.visitor()


def one(browser: Browser, path: str) -> dict[str, Any]:
    answer = browser.get(path)
    assert answer.status == 200, answer.text
    found: dict[str, Any] = json.loads(answer.text)
    return found


def test_every_path_that_a_program_can_ask_for_is_described(browser: Browser) -> None:
    described_so = {
        f"{method.upper()} {path}"
        for path, methods in described(browser)["paths"].items()
        for method in methods
    }
    api = {f"{p.method} {p.path}" for p in routes() if p.path.startswith("/api/")}
    assert described_so == api


def test_what_can_be_chosen_is_described_as_it_is(browser: Browser) -> None:
    schemas = described(browser)["components"]["schemas"]
    assert set(schemas["NewNote"]["properties"]["kind"]["enum"]) == set(KINDS)
    assert schemas["NewTable"]["properties"]["known"]["enum"] == ["", *shipped()]


def test_the_points_of_the_map_are_filtered_as_the_list_is(browser: Browser) -> None:
    whole = one(browser, "/api/points")
    fits(whole, "Points", described(browser))
    assert whole == json.loads(browser.get("/points").text)
    none = one(browser, "/api/points?party=nobody")
    assert (none["points"], none["without"]) == ([], 0)
    assert len(whole["points"]) + whole["without"] > 0


def test_places_are_looked_up_by_name_and_beside_a_point(browser: Browser) -> None:
    found = one(browser, "/api/places?name=Springfield&lat=47.57&lon=35.79")
    fits(found, "Looked", described(browser))
    assert len({p["geonames"] for p in found["named"]}) > 12  # all, not the page's first
    assert "Orikhiv" in {p["name"] for p in found["near"]}
    assert all(p["kilometers"] is not None for p in found["near"])
    wrong = browser.get("/api/places?lat=97&lon=35")
    assert (wrong.status, wrong.headers["content-type"]) == (400, "application/problem+json")
    assert one(browser, "/api/places") == {"named": [], "near": []}


def test_the_towns_of_a_part_of_the_map_are_those_that_it_names(browser: Browser) -> None:
    part = "box=30,45,40,52"
    found = one(browser, f"/api/towns?{part}")
    fits(found, "Towns", described(browser))
    named = [name for name, _, _ in json.loads(browser.get(f"/towns?{part}").text)]
    assert [t["name"] for t in found["towns"]] == named
    assert len(named) == len({t["geonames"] for t in found["towns"]}) > 20
    assert all(30 <= t["lon"] <= 40 and 45 <= t["lat"] <= 52 for t in found["towns"])


def test_an_accounts_text_is_told_without_names_and_with_every_other_word(
    browser: Browser,
) -> None:
    pieces = rows(browser.get(f"/api/accounts/{LONG.id}/text"))
    for piece in pieces:
        fits(piece, "Piece", described(browser))
    whole = "".join(p["words"] for p in pieces)
    assert PERSON not in whole
    assert "Kovalenko" not in whole
    assert len(LONG.text) > LONGEST
    ends = [(p["start"], p["end"]) for p in pieces if p["in"] == "text"]
    assert [a for a, _ in ends] == [0, *(b for _, b in ends[:-1])]  # nothing is left out
    assert ends[-1][1] == len(LONG.text)
    assert all(
        p["words"] == LONG.text[p["start"] : p["end"]]
        for p in pieces
        if p["in"] == "text" and not p["withheld"]
    )
    assert browser.get("/api/accounts/none/text").status == 404
    seven = rows(browser.get(f"/api/accounts/{SEVEN.document.id}/text"))
    assert {c for p in seven for c in p["claims"]} == {c.id for c in SEVEN.claims}


@pytest.mark.parametrize("within", range(1, len(PERSON), 3))
def test_no_part_of_a_name_is_shown_where_a_long_text_is_cut_in_it(
    browser: Browser, within: int
) -> None:
    for first in (_AT + within, _AT + within - LONGEST):
        page = browser.get(f"/account/{LONG.id}?from={first}").text
        shown = page.partition('data-part="text"')[2].partition("</div>")[0]
        assert "valenko" not in shown
        assert "Dar" not in shown
        assert "[name withheld]" in shown or first < _AT


def test_a_question_is_told_with_what_agrees(browser: Browser) -> None:
    asked = next(q for q in rows(browser.get("/api/questions")) if "ranges apart" in q["text"])
    found = one(browser, f"/api/questions/{asked['key']}")
    fits(found, "Compared", described(browser))
    assert {n: found[n] for n in asked} == asked
    assert set(found["accounts"]) == {FOUR.document.id, SEVEN.document.id}
    assert {c["agrees"] for c in found["compared"]} >= {True, False}
    assert browser.get("/api/questions/none").status == 404


def test_an_incident_is_told_with_what_nearly_was_and_its_history(browser: Browser) -> None:
    def home(account: Account) -> str:
        (found, *_) = rows(browser.get(f"/api/accounts?document={account.document.id}"))
        incident: str = found["incidents"][0]["incident"]
        return incident

    near = rows(browser.get(f"/api/incidents/{home(FARM)}/nearly"))
    page = browser.get(f"/incident/{home(FARM)}").text
    assert [html.escape(n["text"]) in page for n in near] == [True]
    for row in near:
        fits(row, "Near", described(browser))
    assert browser.get("/api/incidents/none/nearly").status == 404
    held = rows(browser.get(f"/api/decisions?incident={home(FOUR)}"))
    assert [d["verdict"] for d in held] == ["accept"]
    assert rows(browser.get("/api/decisions?incident=none")) == []


def test_running_totals_are_told_with_the_incidents_inside(browser: Browser) -> None:
    (figure,) = rows(browser.get("/api/cumulative"))
    (found,) = rows(browser.get(f"/api/within?figure={figure['id']}"))
    fits(found, "Within", described(browser))
    page = browser.get(f"/cumulative?figure={figure['id']}").text
    assert all(f'href="/incident/{i}"' in page for i in found["incidents"])
    assert rows(browser.get("/api/within?place=Nowhere")) == []


def test_imports_are_told_and_one_is_taken_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path).close()
    with served(path, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        assert rows(browser.get("/api/imports")) == []
        page = browser.get("/import").text
        csrf = page.partition('name="csrf" value="')[2].partition('"')[0]
        sent = {"csrf": csrf, "words": MAP, "do": "import"}
        browser.upload("/import", sent, {"table": ("t.csv", TABLE.encode())})
        (made,) = rows(browser.get("/api/imports"))
        fits(made, "Import", described(browser))
        assert (made["table"], made["standing"]) == ("t.csv", made["decisions"])
        session = one(browser, "/api/session")
        back = {"verdict": "undo", "ids": [made["import"]], "whole": True}
        back |= {"seen": session["seen"], "reason": "wrong file"}
        assert browser.send("/api/decisions", json.dumps(back), csrf).status == 201
        after = rows(browser.get("/api/imports"))
        assert [i["standing"] > 0 for i in after] == [True, False]
