"""Garbage in every parameter of every address, and in every field: a clear page, a right status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cenotaph.web.views.activity import Wanted as OfActivity
from cenotaph.web.views.cumulative import Wanted as OfSeries
from cenotaph.web.views.incidents import Asked
from cenotaph.web.views.sources import Wanted as OfSources
from ledgers import decision, filled
from serving import Answer, Browser, Served, field, served
from test_web_pages import TOTAL
from test_web_questions import FOUR, SEVEN
from test_web_twins import routes

FILTER = set(Asked.__struct_fields__)
NAMED = {  # what each address takes
    "/": {*FILTER, "page"},
    "/points": FILTER,
    "/api/points": FILTER,
    "/api/incidents": FILTER,
    "/incident/{id}": {"decided"},
    "/incident/{id}/{part}": {"page", "decided"},
    "/account/{document}": {
        *("claim", "from", "words", "nth", "add", "part", "kind", "open", "decided"),
    },
    "/places": {"name", "lat", "lon"},
    "/api/places": {"name", "lat", "lon"},
    "/questions": {"of", "skip", "done", "at", "last"},
    "/api/questions": {"kind"},
    "/changes": {"since", "kind", "from", "entry", "page", "old"},
    "/api/changes": {"since", "old"},
    "/cumulative": {*OfSeries.__struct_fields__, "from"},
    "/api/cumulative": set(OfSeries.__struct_fields__),
    "/api/within": set(OfSeries.__struct_fields__),
    "/sources": {*OfSources.__struct_fields__, "publisher", "from"},
    "/api/sources": {"publisher"},
    "/activity": {*OfActivity.__struct_fields__, "from", "decided"},
    "/activity.csv": set(OfActivity.__struct_fields__),
    "/activity.jsonl": set(OfActivity.__struct_fields__),
    "/api/decisions": {*OfActivity.__struct_fields__, "incident"},
    "/api/accounts": {"document", "incident"},
    "/api/claims": {"document", "incident"},
    "/api/annotations": {"document", "incident"},
    "/api/documents": {"document", "incident"},
    "/api/notes": {"incident"},
}
FIELDS = {  # what each form takes, besides its token
    "/decide": {
        *("verdict", "ids", "seen", "back", "reviewer", "reason", "number", "name", "lat", "lon"),
        *("precision", "geonames", "kind", "part", "start", "end", "about", "part_of", "speaker"),
        *("speaker_role", "stance", "code", "tags", "note", "publisher", "owner", "reliable"),
    },
    "/activity/import": {"import", "seen", "reason", "reviewer"},
    "/questions/answer": {"key", "choice", "seen", "of", "skip", "done", "reason", "reviewer"},
    "/questions/undo": {"seen", "of", "skip", "done", "reviewer"},
    "/import": {"known", "words", "sheet", "do"},
    "/note": {"kind", "told_by", "taken_by", "told", "title", "publisher", "ref"},
    "/person": {"reviewer"},
    "/person/reading": {"warn", "soft", "remind"},
    "/language": {"language", "back"},
}
LONG = "9" * 5000
GARBAGE = (
    LONG, "-1", "0", "-" + LONG, "1e999", "NaN", "²", "٣", "\0", "\ufffe\u202e", "%", "a" * 4000,
    "<script>alert(1)</script>", "' OR 1=1 --", '"', "*)(", "../../etc/passwd", "[", "{{7*7}}",
    "0001-01-01", "9999-99-99", "2022-02-30", "1,2,3,nan", ",,,", "\r\nSet-Cookie: a=b",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("garbage") / "cenotaph.db"
    with filled(path, FOUR, SEVEN, TOTAL) as ledger:
        ledger.decide(decision("accept", FOUR.claims[0].id))
    with served(path, "--reviewer", "R. Adeyemi") as opened:
        yield opened


@pytest.fixture(scope="module")
def browser(desk: Served) -> Browser:
    found = desk.visitor()
    assert found.get("/questions").status == 200  # gathered once
    return found


def addresses(browser: Browser) -> dict[str, str]:
    """Return one address of each path that is asked for."""
    incident = re.findall(r'href="/incident/(\w+)"', browser.get("/").text)[0]
    put = {
        "{id}": incident,
        "{document}": FOUR.document.id,
        "{part}": "figures",
        "{detail}": "coarse",
        "{key}": "none",
    }
    found = {}
    for path in {p.path for p in routes() if p.method == "GET"}:
        address = path
        for name, value in put.items():
            address = address.replace(name, value)
        found[path] = address
    return found


def is_clear(answer: Answer, what: object) -> None:
    """Raise where an answer is none that a person or a program could use."""
    assert answer.status in {200, 303, 400, 403, 404, 409, 415}, (what, answer.text[:400])
    kind = answer.headers["content-type"] or ""
    if answer.status >= 400 and kind.startswith("text/html"):
        assert "<h1" in answer.text, what
    elif answer.status >= 400:
        assert kind == "application/problem+json", what
    assert "<script>alert" not in answer.text or "html" not in kind, what
    assert "Traceback" not in answer.text, what
    assert answer.headers["set-cookie"] is None or "a=b" not in answer.headers["set-cookie"], what


def test_every_parameter_that_pages_read_is_among_those_tried() -> None:
    known = {name for names in NAMED.values() for name in names}
    read = set()
    for file in (Path(__file__).parents[1] / "src/cenotaph/web").rglob("*.py"):
        words = file.read_text("utf-8")
        read |= set(re.findall(r'(?:query\.get\(|query\[|visit\.number\()"(\w+)"', words))
    assert read <= known
    assert {"from", "page", "nth", "entry"} <= read


def test_garbage_in_the_address_is_answered_by_a_clear_page(browser: Browser) -> None:
    found = addresses(browser)
    assert NAMED.keys() <= found.keys()
    values = cycle(GARBAGE)
    for path, address in sorted(found.items()):
        for name in sorted(NAMED.get(path, {"anything"})):
            for _ in range(3):
                value = next(values)
                answer = browser.get(f"{address}?{urlencode({name: value})}")
                is_clear(answer, (path, name, value[:40]))


@pytest.mark.parametrize("name", ["page", "from", "nth", "entry"])
def test_a_number_of_thousands_of_digits_is_the_last_there_is(browser: Browser, name: str) -> None:
    found = addresses(browser)
    tried = count()
    for path, names in NAMED.items():
        if name in names:
            more = {"nth": {"words": "market"}, "entry": {"since": "2022-01-01"}}.get(name, {})
            answer = browser.get(f"{found[path]}?{urlencode({**more, name: LONG})}")
            assert answer.status == (404 if name == "entry" else 200), (path, answer.text[:300])
            next(tried)
    assert next(tried)


@pytest.mark.parametrize("path", FIELDS)
def test_garbage_in_a_form_is_answered_by_a_clear_page(desk: Served, path: str) -> None:
    browser = desk.visitor()
    page = browser.get(f"/account/{FOUR.document.id}?claim={FOUR.claims[3].id}").text
    begun = {
        "verdict": "correct",
        "ids": FOUR.claims[3].id,
        "kind": "interview" if path == "/note" else "toll",
        **{name: field(page, name) for name in ("csrf", "seen")},
    }
    values = cycle(GARBAGE)
    for name in sorted(FIELDS[path]):
        for _ in range(4):
            value = next(values)
            form = {**begun, name: value, "text": ""}
            if path == "/decide" and name == "verdict":
                del form["ids"]
            is_clear(browser.post(path, form), (path, name, value[:40]))


def test_every_form_is_among_those_tried() -> None:
    assert {p.path for p in routes() if p.method == "POST" and "/api/" not in p.path} == set(FIELDS)


@pytest.mark.parametrize("path", ["/api/decisions", "/api/documents", "/api/imports"])
@pytest.mark.parametrize(
    "sent",
    [
        *("", "null", "[]", "1e999", '{"seen": 1e999}', "\0", "[" * 5000, '{"text": "\\ud800"}'),
        '{"file": "x", "base64": "!"}',
        f'{{"verdict": "accept", "ids": ["{LONG}"], "seen": 0}}',
        '{"question": "\\u0000", "choice": "", "seen": 0}',
        '{"verdict": "add", "ids": ["x"], "seen": 0, "start": -9e18, "end": 1}',
    ],
)
def test_garbage_from_a_program_is_a_problem_in_json(
    browser: Browser, path: str, sent: str
) -> None:
    csrf = field(browser.get("/person").text, "csrf")
    answer = browser.send(path, sent, csrf)
    assert answer.status in {400, 404, 409}, answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
