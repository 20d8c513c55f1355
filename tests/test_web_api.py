"""The desk's API: its description is valid, every answer fits it, and a decision needs the door."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from cenotaph import demo
from cenotaph.pipeline import How, ingest, record
from cenotaph.publish import Options, exporter
from cenotaph.store import Ledger
from ledgers import decision, filled, received, told
from making import killed
from serving import Answer, Browser, Served, served

MARKET = told(
    "Shells fell on the market of Orekhiv. Four people were killed, Daria Kovalenko among them.",
    ("Four people were killed", killed(4)),
)
CONTRACT = ("incidents", "claims", "accounts", "annotations", "cumulative", "documents")
TABLES = (*CONTRACT, "notes", "questions", "decisions", "sources")
EMPTY = {"notes", "decisions"}  # where nobody decided anything


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with every kind of row in it."""
    folder = tmp_path_factory.mktemp("api")
    path = folder / "cenotaph.db"
    with Ledger.open(path, create=True) as opened:
        ingest([demo.lay_out(folder)], opened, lambda _: None, How(workers=0))
    return path


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[Served]:
    with served(ledger, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


@pytest.fixture
def browser(desk: Served) -> Browser:
    return desk.visitor()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Served]:
    """Return a desk over one account, to decide about."""
    path = tmp_path / "cenotaph.db"
    filled(path, MARKET).close()
    with served(path) as open_desk:
        yield open_desk


def described(browser: Browser) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(browser.get("/api/openapi.json").text)
    return found


def fits(value: object, name: str, description: dict[str, Any]) -> None:
    """Raise where a value is not as the description has it."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": description["components"]}
    Draft202012Validator(schema).validate(value)


def rows(answer: Answer) -> list[dict[str, Any]]:
    assert answer.status == 200, answer.text
    assert answer.headers["content-type"] == "application/jsonl"
    return [json.loads(line) for line in answer.text.splitlines()]


def send(browser: Browser, body: object, **headers: str) -> Answer:
    """Decide as a program does."""
    session = json.loads(browser.get("/api/session").text)
    own = {
        "Origin": f"http://127.0.0.1:{browser.port}",
        "Content-Type": "application/json",
        "X-CSRF-Token": session["csrf"],
    }
    words = body if isinstance(body, str) else json.dumps(body)
    return browser._ask("POST", "/api/decisions", words, {**own, **headers})  # noqa: SLF001


def test_the_description_is_openapi_and_what_it_tells_of_is_there(browser: Browser) -> None:
    found = described(browser)
    validate(found)
    assert found["servers"] == [{"url": f"http://127.0.0.1:{browser.port}"}]
    asked = {p for p, methods in found["paths"].items() if "{" not in p and "get" in methods}
    assert asked > {f"/api/{t}" for t in TABLES}
    for path in asked - {"/api/changes"}:  # that needs a day
        assert browser.get(path).status == 200, path


def test_incidents_come_in_the_order_that_is_asked_for(browser: Browser) -> None:
    by_day = rows(browser.get("/api/incidents"))
    ids = [r["id"] for r in by_day]
    assert [r["id"] for r in rows(browser.get("/api/incidents?order=oldest"))] == ids
    assert [r["id"] for r in rows(browser.get("/api/incidents?order=newest"))] == ids[::-1]
    ordered = rows(browser.get("/api/incidents?order=sources"))
    told = [r["independent_sources"] for r in ordered]
    assert told == sorted(told, reverse=True) != [r["independent_sources"] for r in by_day]
    listed = re.findall(r'href="/incident/(\w+)"', browser.get("/?order=dead").text)
    assert [r["id"] for r in rows(browser.get("/api/incidents?order=dead"))] == listed


def test_an_order_that_there_is_not_is_told_with_those_that_there_are(browser: Browser) -> None:
    answer = browser.get("/api/incidents?order=deadliest")
    assert answer.status == 400
    fits(json.loads(answer.text), "Problem", described(browser))
    assert "deadliest" in answer.text
    assert "newest, oldest, dead, sources" in answer.text


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_as_it_is_described(browser: Browser, table: str) -> None:
    found = described(browser)
    content = found["paths"][f"/api/{table}"]["get"]["responses"]["200"]["content"]
    name = content["application/jsonl"]["schema"]["$ref"].rsplit("/", 1)[1]
    lines = rows(browser.get(f"/api/{table}"))
    assert lines or table in EMPTY
    for row in lines:
        fits(row, name, found)
    with pytest.raises(Exception, match="required"):
        fits({}, name, found)


def test_streams_are_what_publish_prints(browser: Browser, ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        known = record(opened)
    for table in CONTRACT:
        out = io.StringIO()
        exporter(table).write(known, out, Options())
        answer = browser.get(f"/api/{table}")
        if table != "documents":
            assert answer.text == out.getvalue(), table
            continue
        # The desk was opened without names: no text or title may give them away.
        lines = [json.loads(line) for line in out.getvalue().splitlines()]
        hidden = {"text": None, "title": ""}
        assert [{**r, "title": ""} for r in rows(answer)] == [{**r, **hidden} for r in lines]


def test_texts_are_told_where_names_are(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, MARKET).close()
    with served(path) as closed, served(path, "--names") as named:
        (hidden,) = rows(closed.visitor().get("/api/documents"))
        (open_text,) = rows(named.visitor().get("/api/documents"))
        everything = "".join(closed.visitor().get(f"/api/{t}").text for t in TABLES)
    assert (hidden["text"], open_text["text"]) == (None, MARKET.document.text)
    assert "Kovalenko" not in everything


def test_a_program_notes_and_says_what_is_held_of_a_publisher(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, MARKET).close()
    with Ledger.open(path) as opened:
        opened.keep([(received(MARKET, "b.txt", publisher="Steppe Post"), None)], "finder")
    with served(path, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        shapes = described(browser)
        (incident,) = rows(browser.get("/api/incidents"))
        note = {"verdict": "note", "ids": [incident["id"]], "seen": 0}
        said = {
            "code": "M-1",
            "tags": ["market", "Daria Kovalenko"],
            "note": "Ask Daria Kovalenko.",
        }
        for sent in (
            {**note, **said},
            {
                "verdict": "source",
                "ids": ["steppe post"],
                "seen": 1,
                "owner": "Delta",
                "reliable": "no",
            },
        ):
            fits(sent, "NewDecision", shapes)
            answer = send(browser, sent)
            assert answer.status == 201, answer.text
            fits(json.loads(answer.text), "Kept", shapes)
        late = send(browser, {"verdict": "source", "ids": ["Steppe Post"], "seen": 1, "owner": "x"})
        assert late.status == 409
        (told,) = rows(browser.get(f"/api/notes?incident={incident['id']}"))
        assert (told["codes"], told["tags"]) == (["M-1"], ["[name withheld]", "market"])
        assert told["notes"][0]["words"] == "Ask [name withheld]."
        assert rows(browser.get("/api/notes?incident=" + "0" * 32)) == []
        for row in rows(browser.get("/api/decisions")):
            fits(row, "Decision", shapes)
        assert [i["id"] for i in rows(browser.get("/api/incidents?code=m-"))] == [incident["id"]]
        assert send(browser, {**note, "seen": 2}).status == 400  # says nothing
        assert rows(browser.get("/api/incidents")) == [
            {
                **incident,
                "policy": "envelope/1 (unreliable: Steppe Post; owners: Steppe Post of Delta)",
                "record": rows(browser.get("/api/incidents"))[0]["record"],
            }
        ]


def test_incidents_are_filtered_as_the_list_is(browser: Browser) -> None:
    everything = rows(browser.get("/api/incidents"))
    some = rows(browser.get("/api/incidents?status=contested&outcome=killed"))
    assert 0 < len(some) < len(everything)
    assert all(any(t["status"] == "contested" for t in i["tolls"]) for i in some)
    assert rows(browser.get("/api/incidents?party=nobody")) == []
    assert len(rows(browser.get("/api/incidents?unknown=1"))) == len(everything)


def test_one_incident_is_had_by_every_id_it_ever_had(browser: Browser) -> None:
    row = next(i for i in rows(browser.get("/api/incidents")) if i["aliases"])
    for name in (row["id"], row["aliases"][0]):
        assert json.loads(browser.get(f"/api/incidents/{name}").text) == row


def test_claims_of_one_document_or_incident(browser: Browser) -> None:
    everything = rows(browser.get("/api/claims"))
    incident = next(c["incident"] for c in everything if c["incident"])
    document = everything[0]["document"]
    of_incident = rows(browser.get(f"/api/claims?incident={incident}"))
    assert of_incident == [c for c in everything if c["incident"] == incident]
    of_document = rows(browser.get(f"/api/claims?document={document}"))
    assert of_document == [c for c in everything if c["document"] == document]
    assert rows(browser.get("/api/claims?incident=none")) == []
    accounts = rows(browser.get(f"/api/accounts?incident={incident}"))
    assert accounts
    assert all(any(i["incident"] == incident for i in a["incidents"]) for a in accounts)


@pytest.mark.parametrize(
    ("path", "status"), [("/api/incidents/none", 404), ("/api/nothing", 404), ("/api/", 404)]
)
def test_what_is_not_there_is_a_problem_in_json(browser: Browser, path: str, status: int) -> None:
    answer = browser.get(path)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    fits(json.loads(answer.text), "Problem", described(browser))


def test_strangers_are_told_nothing_in_json_too(desk: Served) -> None:
    for path in ("/api/openapi.json", *(f"/api/{t}" for t in TABLES)):
        answer = desk.stranger().get(path)
        assert answer.status == 403
        assert json.loads(answer.text)["status"] == 403


def test_a_decision_is_written_with_what_it_changed(small: Served) -> None:
    browser = small.visitor()
    claim = MARKET.claims[0].id
    body = {"verdict": "correct", "ids": [claim], "seen": 0, "reviewer": "R. Adeyemi"}
    body |= {"value": {"count": {"low": 5, "high": 5}}, "reason": "counted the graves"}
    answer = send(browser, body)
    assert answer.status == 201, answer.text
    kept = json.loads(answer.text)
    fits(kept, "Kept", described(browser))
    assert kept["decision"]["reviewer"] == "R. Adeyemi"
    assert kept["decision"]["reason"] == "counted the graves"
    assert any("5" in line for line in kept["changed"])
    assert rows(browser.get("/api/decisions")) == [kept["decision"]]
    (incident,) = rows(browser.get("/api/incidents"))
    assert [(t["low"], t["high"]) for t in incident["tolls"]] == [(5, 5)]


def test_a_claim_is_added_and_taken_back(small: Served) -> None:
    browser = small.visitor()
    body = {"verdict": "add", "ids": [MARKET.document.id], "seen": 0, "reviewer": "R. Adeyemi"}
    body |= {"kind": "target", "words": "market", "speaker": "a medic"}
    body |= {"value": {"name": "market", "category": "market"}}
    added = json.loads(send(browser, {**body, "speaker_role": "medic"}).text)
    (found,) = [c for c in rows(browser.get("/api/claims")) if c["kind"] == "target"]
    assert (found["quote"], found["speaker"], found["speaker_role"]) == (
        "market",
        "a medic",
        "medic",
    )
    undo = {"verdict": "undo", "ids": [added["decision"]["id"]], "seen": added["seen"]}
    assert send(browser, {**undo, "reviewer": "R. Adeyemi"}).status == 201
    assert [c for c in rows(browser.get("/api/claims")) if c["kind"] == "target"] == []
    assert [d["holds"] for d in rows(browser.get("/api/decisions"))] == [False, True]


def test_a_stale_decision_is_not_written_and_what_came_before_it_is_told(small: Served) -> None:
    browser, claim = small.visitor(), MARKET.claims[0].id
    with Ledger.open(small.ledger) as opened:
        opened.decide(decision("reject", claim))
    body = {"verdict": "accept", "ids": [claim], "seen": 0, "reviewer": "R. Adeyemi"}
    answer = send(browser, body)
    assert answer.status == 409
    problem = json.loads(answer.text)
    fits(problem, "Problem", described(browser))
    assert [d["verdict"] for d in problem["later"]] == ["reject"]
    assert len(rows(browser.get("/api/decisions"))) == 1
    assert send(browser, {**body, "seen": problem["seen"]}).status == 201


def test_a_question_is_answered_once(ledger: Path, tmp_path: Path) -> None:
    own = tmp_path / "cenotaph.db"
    own.write_bytes(ledger.read_bytes())
    with served(own, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        question = rows(browser.get("/api/questions"))[0]
        choice = question["choices"][0]
        body = {"question": question["key"], "choice": choice["key"], "seen": 0}
        answer = send(browser, body)
        assert answer.status == 201, answer.text
        made = json.loads(answer.text)["decision"]
        assert (made["verdict"], made["reviewer"]) == (choice["verdict"], "R. Adeyemi")
        assert question["key"] not in [q["key"] for q in rows(browser.get("/api/questions"))]
        assert send(browser, body).status == 409
        assert len(rows(browser.get("/api/decisions"))) == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{", "no decision as"),
        ("[]", "no decision as"),
        ({"verdict": "accept"}, "ids"),
        ({"verdict": "accept", "ids": ["x"], "seen": 0, "more": 1}, "more"),
        ({"verdict": "maybe", "ids": ["x"], "seen": 0}, "no such verdict"),
        ({"verdict": "accept", "ids": ["x"], "seen": 0}, "x"),
        ({"verdict": "accept", "ids": ["x"], "seen": 99}, "seen 99"),
        ({"verdict": "accept", "ids": [], "seen": 0}, "one id"),
        ({"verdict": "accept", "ids": ["x"], "seen": "0"}, "seen"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_written(
    desk: Served, body: object, words: str
) -> None:
    browser = desk.visitor()
    answer = send(browser, body)
    assert (answer.status, answer.headers["content-type"]) == (400, "application/problem+json")
    assert words in json.loads(answer.text)["detail"]
    assert rows(browser.get("/api/decisions")) == []


def test_nobody_decides_without_a_name(small: Served) -> None:
    body = {"verdict": "accept", "ids": [MARKET.claims[0].id], "seen": 0}
    answer = send(small.visitor(), body)
    assert answer.status == 400
    assert "who decides" in json.loads(answer.text)["detail"]


def test_the_door_stands_before_programs_too(small: Served) -> None:
    browser = small.visitor()
    body = {"verdict": "accept", "ids": [MARKET.claims[0].id], "seen": 0, "reviewer": "Nobody"}
    for headers, status in (
        ({"X-CSRF-Token": "0" * 64}, 403),
        ({"X-CSRF-Token": ""}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ):
        answer = send(browser, body, **headers)
        assert answer.status == status, headers
        assert json.loads(answer.text)["status"] == status
    assert send(browser, {**body, "reason": "x" * 2_000_000}).status == 413
    assert rows(browser.get("/api/decisions")) == []
