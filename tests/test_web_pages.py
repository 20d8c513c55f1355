"""The desk's pages of decisions, sources, running totals, import and notes; a real server."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cenotaph.model import Mark, Place, Publisher, Span, in_force, publishers
from cenotaph.store import Ledger
from ledgers import RAID, decision, filled, received, told
from making import killed
from serving import Answer, Browser, Served, field, served
from test_web_questions import FOUR, SEVEN

_TOTAL = told(
    "Shelling has killed at least 90 people in Orikhiv since 1 March 2022, the mayor said.",
    ("killed at least 90 people", killed(90, None, scope="cumulative", since="1 March 2022")),
)
_START = _TOTAL.document.text.index("Orikhiv")
TOTAL = msgspec.structs.replace(
    _TOTAL,
    marks=(Mark(span=Span(start=_START, end=_START + 7), value=Place(name="Orikhiv")),),
)
TABLE = "Ref,Day,Town,Dead,Names\nP-1,2022-11-21,Kherson,4-6,Lina Moroz (9)\nP-2,soon,Odesa,1,\n"
MAP = (
    'name = "harbor"\npublisher = "Harbor Desk"\ncode = "Ref"\nvictims = "Names"\n'
    '[date]\ncolumn = "Day"\n[place]\nname = "Town"\n[killed]\ncolumn = "Dead"\n'
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with accounts of two publishers and two decisions, one of them taken back."""
    path = tmp_path_factory.mktemp("pages") / "cenotaph.db"
    with filled(path, RAID) as ledger:
        fields = (("Delta Herald", FOUR), ("Steppe Post", SEVEN), ("Delta Herald", TOTAL))
        kept = [
            (received(a, f"w{n}.txt", publisher=p, published="2022-03-11"), a)
            for n, (p, a) in enumerate(fields)
        ]
        ledger.keep(kept, "finder one")
        four, raid = (a.claims[k].id for a, k in ((FOUR, 3), (RAID, 0)))
        ledger.decide(decision("accept", four, reason="=heard it"))
        wrong = ledger.decide(decision("reject", raid, reviewer="Ines Duarte"))
        ledger.decide(decision("undo", supersedes=wrong.id, reason="misread"))
    return path


@pytest.fixture(scope="module")
def reading(first: Path) -> Iterator[Served]:
    with served(first, "--reviewer", "R. Adeyemi") as desk:
        yield desk


@pytest.fixture
def ledger(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(first, tmp_path / "cenotaph.db"))


def shown(page: Answer) -> list[str]:
    return re.findall(r'<span class="verdict">(\w+)</span>', page.text)


def test_every_decision_is_listed_newest_first_and_can_be_filtered(reading: Served) -> None:
    browser = reading.visitor()
    assert shown(browser.get("/activity")) == ["undo", "reject", "accept"]
    assert shown(browser.get("/activity?verdict=reject")) == ["reject"]
    assert shown(browser.get("/activity?by=Ines+Duarte")) == ["reject"]
    assert shown(browser.get("/activity?state=gone")) == ["reject"]
    assert shown(browser.get("/activity?state=holds")) == ["undo", "accept"]
    assert shown(browser.get("/activity?words=HEARD+it")) == ["accept"]
    assert shown(browser.get("/activity?first=2022-03-12")) == []
    assert browser.get("/activity").text.count("<summary>Take it back") == 2
    assert "killed: 4: “Four people were killed”" in html.unescape(browser.get("/activity").text)


def test_decisions_are_exported_as_they_are_filtered_and_no_reason_is_a_formula(
    reading: Served,
) -> None:
    browser = reading.visitor()
    lines = [json.loads(r) for r in browser.get("/activity.jsonl").text.splitlines()]
    assert [(d["verdict"], d["holds"]) for d in lines] == [
        ("undo", True), ("reject", False), ("accept", True),
    ]  # fmt: skip
    answer = browser.get("/activity.csv?verdict=accept")
    (row,) = csv.DictReader(answer.text.splitlines())
    assert (row["reviewer"], row["reason"], row["subjects"]) == (
        "R. Adeyemi", "'=heard it", FOUR.claims[3].id,
    )  # fmt: skip
    assert "attachment" in answer.headers["content-disposition"]


def test_a_decision_is_taken_back_from_the_list_and_given_back(ledger: Path) -> None:
    with served(ledger, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        for held in (0, 1):
            page = browser.get("/activity?state=holds")
            fields = {n: field(page.text, n) for n in ("csrf", "verdict", "ids", "seen", "back")}
            if not held:
                (fields["ids"],) = re.findall(
                    r'id="d-(\w+)"[^>]*>\s*<h2><span class="verdict">accept', page.text
                )
            after = browser.follow(browser.post("/decide", {**fields, "reason": "thought again"}))
            assert "What that changed" in after.text
            with Ledger.open(ledger) as opened:
                found = [d.verdict for d in in_force(opened.decisions())]
            assert found.count("accept") == held


def counted(page: str) -> dict[str, list[int]]:
    """Return the numbers of each publisher that a page shows, in its order."""
    cells = {}
    body = page.partition("<tbody>")[2]
    for row in re.findall(r"<tr(?: data-row)?>(.*?)</tr>", body, re.DOTALL):
        name = re.sub(r"<.*?>", "", row.partition("</th>")[0])
        cells[name] = list(map(int, re.findall(r"<td[^>]*>(\d+)</td>", row)))
    return cells


def test_sources_are_counted_by_publisher(reading: Served) -> None:
    assert counted(reading.visitor().get("/sources").text) == {
        "Delta Herald": [2, 0, 1, 0, 1],  # accounts, copies, incidents, alone, contested
        "Steppe Post": [1, 0, 1, 0, 1],
        "publisher unknown": [1, 0, 1, 1, 0],
    }


@pytest.mark.parametrize(
    ("asked", "names", "status"),
    [
        ("words=POST+steppe", ["Steppe Post"], "1 of 3 publishers"),
        ("order=name", ["publisher unknown", "Delta Herald", "Steppe Post"], "3 publishers"),
        ("order=alone&from=1", ["Delta Herald", "Steppe Post"], "3 publishers"),
        ("order=contested&said=unsaid", ["Delta Herald", "Steppe Post"], "3 publishers"),
        ("said=said", [], "0 of 3 publishers"),
    ],
)
def test_sources_are_filtered_and_ordered_by_the_address(
    reading: Served, asked: str, names: list[str], status: str
) -> None:
    page = reading.visitor().get(f"/sources?{asked}").text
    assert list(counted(page))[: len(names)] == names
    assert f'role="status">{status}</p>' in page
    assert ("No publisher fits this filter." in page) is (not names)
    assert ("&amp;from=0" in page) is ("from=1" in asked)


def test_what_is_held_of_a_publisher_is_decided_and_taken_back(ledger: Path) -> None:
    with served(ledger, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        assert "No account is of a publisher" in browser.get("/sources?publisher=Nobody").text
        page = browser.get("/sources?publisher=steppe++post")
        assert "Nobody has said anything of it." in page.text
        held = {n: field(page.text, n) for n in ("csrf", "verdict", "publisher", "seen", "back")}
        said = {"owner": " Delta   Group ", "reliable": "no", "reason": "its desk was closed"}
        after = browser.follow(browser.post("/decide", {**held, **said}))
        assert "As decided here." in after.text
        assert "(unreliable: Steppe Post; owners: Steppe Post of Delta Group)" in after.text
        assert "Steppe Post: of Delta Group, not reliable" in html.unescape(after.text)
        with Ledger.open(ledger) as opened:
            (one,) = publishers(opened.decisions())
            assert one == Publisher(name="Steppe Post", owner="Delta Group", reliable=False)
        late = browser.post("/decide", {**held, **said, "owner": "Else"})  # from the older page
        assert late.status == 409
        assert "its desk was closed" in late.text
        assert "not reliable" in browser.get("/activity?verdict=source").text
        again = browser.get("/sources?publisher=Steppe+Post")
        (undo,) = re.findall(
            r'name="verdict" value="undo"><input type="hidden" name="ids" value="(\w+)"', again.text
        )
        back = {**held, "verdict": "undo", "ids": undo, "seen": field(again.text, "seen")}
        del back["publisher"]
        assert browser.post("/decide", back).status == 303
        with Ledger.open(ledger) as opened:
            assert publishers(opened.decisions()) == ()


def test_what_a_config_sets_of_a_publisher_is_shown_as_such_and_yields(
    ledger: Path, tmp_path: Path
) -> None:
    config = tmp_path / "own.toml"
    config.write_text('[publishers."Steppe Post"]\nreliable = false\nowner = "Ordo"\n', "utf-8")
    with served(ledger, "--config", str(config), "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        page = browser.get("/sources?publisher=Steppe+Post")
        assert "As your cenotaph.toml has it." in page.text
        assert field(page.text, "owner") == "Ordo"
        held = {n: field(page.text, n) for n in ("csrf", "verdict", "publisher", "seen", "back")}
        said = {"owner": "Ordo", "reliable": "yes", "reason": "looked into"}
        after = browser.follow(browser.post("/decide", {**held, **said}))
        assert "the decision lies over it" in after.text
        assert "reliable: Steppe Post; owners: Steppe Post of Ordo" in after.text  # at the foot
        assert "unreliable" not in browser.get("/").text
    assert config.read_text("utf-8").count("reliable = false") == 1


def test_a_code_tags_and_notes_are_kept_found_and_taken_back(ledger: Path) -> None:
    with served(ledger, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        path = re.findall(r"/incident/\w+", browser.get("/").text)[0]
        page = browser.get(path)
        held = {n: field(page.text, n) for n in ("csrf", "seen", "back")}
        held |= {"verdict": "note", "ids": path.rpartition("/")[2]}
        said = {"code": "KH-7", "tags": "port,  ferry ", "note": "Ask again.\n<b>Twice</b>."}
        after = browser.follow(browser.post("/decide", {**held, **said}))
        assert "KH-7" in after.text
        assert "Ask again.\n&lt;b&gt;Twice&lt;/b&gt;." in after.text
        assert path in browser.get("/?tag=ferry&code=kh").text
        for asked in ("tag=ferry", "code=kh-", "words=kh-7+ferry", "words=twice"):
            assert re.findall(r"/incident/\w+", browser.get(f"/?{asked}").text)[0] == path, asked
        for asked in ("tag=fer", "code=7", "words=ferry+boat"):
            assert path not in browser.get(f"/?{asked}").text, asked
        same = {**held, "seen": str(int(held["seen"]) + 1), "code": "KH-7", "tags": "ferry, port"}
        assert browser.post("/decide", same).status == 400  # nothing new was said
        lines = browser.get("/activity.jsonl?verdict=note").text.splitlines()
        assert json.loads(lines[0])["value"]["code"] == "KH-7"
        undone = {
            **held,
            "verdict": "undo",
            "ids": json.loads(lines[0])["id"],
            "seen": same["seen"],
        }
        browser.post("/decide", undone)
        assert path not in browser.get("/?tag=ferry").text


def test_a_running_total_stands_by_itself_with_the_incidents_inside_below(reading: Served) -> None:
    browser = reading.visitor()
    page = browser.get("/cumulative").text
    assert "at least 90" in page
    assert "1 incident may lie inside" in page
    assert re.search(r"at least \d+ of this figure are in none of them", page)
    assert "at least 90" in browser.get("/cumulative?outcome=killed&scope=cumulative").text
    assert "No figure fits" in browser.get("/cumulative?outcome=injured").text


def move_in(browser: Browser, do: str, table: bytes = TABLE.encode(), words: str = MAP) -> Answer:
    fields = {"csrf": field(browser.get("/import").text, "csrf"), "do": do, "words": words}
    return browser.upload("/import", fields, {"table": ("events.csv", table)})


def test_a_table_is_tried_then_imported_and_refused_rows_are_told(ledger: Path) -> None:
    with served(ledger, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        tried = move_in(browser, "try")
        assert "killed 4 to 6" in tried.text
        assert "events.csv: row 3" in tried.text
        assert "Harbor Desk" not in browser.get("/sources").text
        done = move_in(browser, "import")
        assert "1 new, 4 claims added; 1 refused" in html.unescape(done.text)
        assert "0 new, 0 claims added" in html.unescape(move_in(browser, "import").text)
        assert "Harbor Desk" in browser.get("/sources").text
        assert "Moroz" not in browser.get("/activity").text
    with Ledger.open(ledger) as opened:
        assert {d.reviewer for d in opened.decisions() if d.verdict == "add"} == {"R. Adeyemi"}


@pytest.mark.parametrize(
    ("table", "words", "told_so"),
    [
        (TABLE.encode(), "[killed]\ncolumn = 'Deaths'\n[when]\n", "when: no such key"),
        (b"PK\x03\x04", MAP, "no workbook, or a damaged one"),
        (b"", MAP, "is empty"),
        (TABLE.encode(), f"killed = {'[' * 5_000}", "not TOML"),
    ],
)
def test_a_table_or_map_that_cannot_be_taken_is_told_and_what_was_typed_stays(
    reading: Served, table: bytes, words: str, told_so: str
) -> None:
    page = move_in(reading.visitor(), "import", table, words)
    assert page.status == 400
    assert told_so in html.unescape(page.text)
    assert words.strip() in html.unescape(page.text)


def test_the_name_of_a_map_opens_no_file_of_this_machine(reading: Served) -> None:
    browser = reading.visitor()
    fields = {"csrf": field(browser.get("/import").text, "csrf"), "known": str(reading.ledger)}
    page = browser.upload("/import", fields, {"table": ("events.csv", TABLE.encode())})
    assert page.status == 400
    assert "no map of that name; known: acled, ibc, ucdp" in page.text


def test_no_file_and_a_file_too_large_are_refused(reading: Served) -> None:
    browser = reading.visitor()
    csrf = field(browser.get("/import").text, "csrf")
    assert browser.upload("/import", {"csrf": csrf}, {}).status == 400
    assert browser.upload("/import", {"csrf": "0"}, {"table": ("a.csv", b"a\n1\n")}).status == 403
    assert move_in(browser, "try", b"x" * 33_000_000).status == 413
    assert browser.get("/import").status == 200


CALL = "I saw it yesterday. Shells hit the ferry in Kherson and five people were killed."


def test_a_note_is_kept_and_read_and_who_told_it_is_named_on_no_page(ledger: Path) -> None:
    fields = {
        "text": CALL, "kind": "call", "told_by": "Olha Hnatiuk", "told": "2022-11-22",
        "taken_by": "R. Adeyemi",
    }  # fmt: skip
    with served(ledger) as desk:
        browser = desk.visitor()
        csrf = field(browser.get("/note").text, "csrf")
        kept = browser.post("/note", {"csrf": csrf, **fields})
        account = browser.follow(kept)
        while "is being read" in account.text:
            time.sleep(0.2)
            account = browser.follow(kept)
        assert "five people were killed" in re.sub(r"<.*?>", "", account.text)
        assert "Kherson, 2022-11-21" in browser.get("/").text
        for path in ("/", kept.headers["location"], "/sources", "/activity", "/questions"):
            assert "Hnatiuk" not in browser.get(path).text
    with Ledger.open(ledger) as opened:
        (capture,) = [c for c in opened.captures() if c.author == "Olha Hnatiuk"]
    assert (capture.source_kind, capture.taken_by) == ("interview", "R. Adeyemi")


@pytest.mark.parametrize("change", [{"text": "   "}, {"kind": "rumor"}, {"told": "the other day"}])
def test_a_note_that_cannot_be_kept_comes_back_as_it_was_typed(
    reading: Served, change: dict[str, str]
) -> None:
    browser = reading.visitor()
    given = {"text": CALL, "kind": "call", "title": "By the quay", "told": "2022-11-22", **change}
    page = browser.post("/note", {"csrf": field(browser.get("/note").text, "csrf"), **given})
    assert page.status == 400
    assert 'value="By the quay"' in page.text
    assert given["text"].strip() in page.text
