"""What strangers and accidents send to a desk: a clear page, the right status, nothing lost."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph import pipeline
from cenotaph.config import load
from cenotaph.model import Account, Claim, Document, Mention, Span, identified, mention_id
from cenotaph.store import Ledger
from cenotaph.web import present
from cenotaph.web.present import Present, Terms
from ledgers import decision, filled, told
from making import killed
from serving import Browser, Served, field, served

MARKET = told(
    "Shells fell on the market of Orekhiv. Four people were killed.",
    ("Four people were killed", killed(4)),
)
HUGE = Account(document=Document.of("Nothing fell on the town. " * 200_000, "A <b>long</b> day"))
CLAIM = MARKET.claims[0].id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    path = tmp_path / "cenotaph.db"
    filled(path, MARKET).close()
    with served(path, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return a desk at which nothing comes to be written."""
    path = tmp_path_factory.mktemp("still") / "cenotaph.db"
    filled(path, MARKET).close()
    with served(path, "--reviewer", "R. Adeyemi") as open_desk:
        yield open_desk


def form(browser: Browser, **fields: str) -> dict[str, str]:
    """Return a form that accepts a claim, with other fields than its page gives where told."""
    page = browser.get(f"/account/{MARKET.document.id}?claim={CLAIM}").text
    own = {name: field(page, name) for name in ("csrf", "seen")}
    return {**own, "verdict": "accept", "ids": CLAIM, "back": "/", **fields}


def decisions(browser: Browser) -> list[dict[str, object]]:
    return [json.loads(line) for line in browser.get("/api/decisions").text.splitlines()]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"ids": "0" * 32}, 400),
        ({"ids": "<script>alert(1)</script>"}, 400),
        ({"ids": "\0\ud7ff" * 100}, 400),
        ({"ids": ""}, 400),
        ({"verdict": "explode"}, 400),
        ({"verdict": "withdraw"}, 400),
        ({"verdict": "add", "kind": "toll", "start": "9" * 400, "end": "-1"}, 400),
        ({"verdict": "add", "kind": "toll", "start": "9" * 5000, "end": "9" * 5000}, 400),
        ({"verdict": "correct", "number": "1 to"}, 400),
        ({"verdict": "correct", "number": "9" * 5000}, 400),
        ({"verdict": "correct", "number": "5 to 99,999,999,999"}, 400),
        ({"seen": "-1"}, 400),
        ({"seen": "x"}, 400),
        ({"verdict": "explode", "seen": "9" * 5000}, 400),
        ({"csrf": "0" * 64}, 403),
        ({"reason": "x" * 2_000_000}, 413),
    ],
)
def test_a_form_that_cannot_be_is_a_page_that_says_so(
    still: Served, fields: dict[str, str], status: int
) -> None:
    browser = still.visitor()
    answer = browser.post("/decide", form(browser, **fields))
    assert answer.status == status, answer.text
    assert "<h1>" in answer.text
    assert "<script>alert" not in answer.text
    assert decisions(browser) == []


def test_a_form_leads_back_to_this_desk_alone(desk: Served) -> None:
    browser = desk.visitor()
    for back in (
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/a\r\nSet-Cookie: x",
    ):
        answer = browser.post("/decide", form(browser, back=back))
        assert answer.headers["location"].startswith("/?decided="), back


def test_a_stale_form_writes_nothing_and_keeps_what_was_typed(desk: Served) -> None:
    browser = desk.visitor()
    typed = form(browser, reason="counted the graves")
    with Ledger.open(desk.ledger) as opened:
        opened.decide(decision("reject", CLAIM))
    answer = browser.post("/decide", typed)
    assert answer.status == 409
    assert "counted the graves" in answer.text
    assert [d["verdict"] for d in decisions(browser)] == ["reject"]


@pytest.mark.parametrize(
    "path",
    [
        "/incident/" + "x" * 5000,
        "/incident/%00",
        "/account/..%2F..%2Fetc%2Fpasswd",
        "/static/..%2Fdesk%2Ftemplates%2Fbase.html",
        "/static/../../cenotaph.db",
        "/account/" + "0" * 64,
        "/nowhere",
    ],
)
def test_addresses_that_lead_nowhere_are_not_found(still: Served, path: str) -> None:
    answer = still.visitor().get(path)
    assert answer.status == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "first=x",
        "last=\xff",
        "box=1,2",
        "sources=-1",
        "page=99999999999",
        pytest.param("page=" + "9" * 5000, id="a page of thousands of digits"),
        pytest.param("sources=" + "9" * 5000, id="sources of thousands of digits"),
        "words=%22%27%28*",
        "page=x",
    ],
)
def test_a_filter_that_means_nothing_is_still_a_list(still: Served, query: str) -> None:
    address = "/?" + query.replace("\xff", "%FF")
    assert still.visitor().get(address).status == 200


def test_no_incident_has_more_sources_than_anybody_can_count(still: Served) -> None:
    browser, link = still.visitor(), 'href="/incident/'
    assert link in browser.get("/?sources=1").text
    assert link not in browser.get("/?sources=" + "9" * 5000).text


def test_a_program_cannot_send_a_number_that_no_file_can_hold(still: Served) -> None:
    browser = still.visitor()
    session = json.loads(browser.get("/api/session").text)
    for number in ("9" * 30, "9" * 5000):
        sent = (
            f'{{"verdict": "correct", "ids": ["{CLAIM}"], "seen": {session["seen"]},'
            f' "value": {{"count": {{"low": {number}, "high": {number}}}}}}}'
        )
        answer = browser.send("/api/decisions", sent, session["csrf"])
        assert answer.status == 400, answer.text
    assert decisions(browser) == []


def test_an_account_of_five_megabytes_is_shown_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, HUGE).close()
    with served(path) as desk:
        browser = desk.visitor()
        long = "9" * 5000
        for query in (
            "",
            "?from=4000000",
            "?from=99999999999",
            f"?from={long}",
            f"?words=town&nth={long}",
            f"?add=0-{long}",
            "?add=0-5200000",
            "?from=x",
        ):
            answer = browser.get(f"/account/{HUGE.document.id}{query}")
            assert answer.status == 200, query
            assert len(answer.text) < 500_000
            assert "<b>long</b>" not in answer.text
        with pytest.raises(AssertionError):  # a page of all of it would be that long
            assert len(HUGE.document.text) < 500_000


def test_who_reads_does_not_wait_for_who_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, MARKET).close()
    held = Present(Terms(ledger=str(path)), load(None))
    before = held.now()
    begun, go = threading.Event(), threading.Event()

    looked_into = pipeline.looked_into

    def slow(*given: object) -> object:
        begun.set()
        assert go.wait(20)
        return looked_into(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(present.pipeline, "looked_into", slow)
        deciding = threading.Thread(
            target=held.decide, args=(decision("accept", CLAIM),), kwargs={"seen": 0}
        )
        deciding.start()
        assert begun.wait(20)
        assert held.now().state is before.state
        go.set()
        deciding.join()
    assert [d.verdict for d in held.now().decisions] == ["accept"]


def reports(count: int) -> Account:
    """Return one long note that tells of so many incidents, a figure of each."""
    pieces = [
        f"Shells fell on hamlet {n} of the river. {n % 9 + 2} people were killed there, the elder"
        f" Marek Voss told staff. Roads were closed, and nobody came by to help until evening.\n"
        for n in range(count)
    ]
    document = Document.of("".join(pieces))
    mentions, claims, at = [], [], 0
    for n, piece in enumerate(pieces):
        head = Span(start=at, end=at + len("Shells"))
        key = mention_id(document.id, head)
        kind = "Explosions/Remote violence"
        mentions.append(
            Mention(id=key, document=document.id, span=head, event=key, event_type=kind)
        )
        start = at + piece.index(". ") + 2
        claim = Claim(
            id="",
            document=document.id,
            value=killed(n % 9 + 2),
            evidence=Span(start=start, end=start + len("2 people were killed")),
            sentence=Span(start=at, end=at + piece.index(" Roads")),
            extractor="tests",
            about=key,
        )
        claims.append(identified(claim))
        at += len(piece)
    return Account(document=document, mentions=tuple(mentions), claims=tuple(claims))


def test_a_note_of_a_thousand_incidents_is_shown_in_parts_each_with_its_own(tmp_path: Path) -> None:
    path, note = tmp_path / "cenotaph.db", reports(1000)
    filled(path, note).close()
    with served(path, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        middle = note.claims[500]
        page = f"/account/{note.document.id}"
        for query in ("", "?from=100000", f"?claim={middle.id}", "?add=0-20&kind=place"):
            answer = browser.get(page + query)
            assert answer.status == 200
            assert len(answer.text) < 500_000, query
            homes = set(re.findall(r'href="/incident/(\w+)"', answer.text))
            assert 100 < len(homes) < 600, query
            assert "Voss" not in answer.text
        chosen = browser.get(f"{page}?claim={middle.id}").text
        assert f'href="/incident/{middle.about}"' in chosen
        assert (
            note.claims[501].id in chosen.partition('name="part_of"')[2].partition("</select>")[0]
        )
