"""A spreadsheet and typed notes in a real ledger: once, again, changed, and beside the news."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cenotaph.cli import main
from cenotaph.model import Incident, Record, Toll, in_force
from cenotaph.pipeline import How, current, ingest, projection_faults, reread
from cenotaph.store import Ledger

DOCS = Path(__file__).parent.parent / "docs" / "moving-in.md"
MAP = """
name = "harbor"
publisher = "Harbor Desk"
code = "Ref"
sources = "Source"
informant = "Told by"
notes = ["Notes"]
[date]
column = "Date"
[place]
name = "Town"
coordinates = "GPS"
precision = "exact"
[killed]
column = "Dead"
[victims]
column = "Names"
separator = ";"
[blamed]
column = "Blamed"
"""
HEAD = "Ref,Date,Town,GPS,Dead,Names,Blamed,Source,Told by,Notes\n"
FERRY = 'P-1,2022-11-21,Kherson,"46.64, 32.61",4,Lina Moroz (9),Northern Front,,,\n'
MARKET = 'P-2,2022-11-21,Kherson,"46.64, 32.61",4,,Northern Front,Delta Herald,,\n'


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cenotaph.db"
    monkeypatch.setenv("CENOTAPH_LEDGER", str(path))
    monkeypatch.setenv("CENOTAPH_REVIEWER", "R. Adeyemi")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.toml").write_text(MAP, "utf-8")
    return path


def bring(*rows: str, head: str = HEAD, words: str = "map.toml", status: int = 0) -> None:
    Path("events.csv").write_text(head + "".join(rows), "utf-8")
    assert main(["import", "events.csv", "--map", words]) == status


def record(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        assert opened.verify().faults == ()
        assert list(projection_faults(opened)) == []
        return current(opened)


def by_ref(found: Record, ref: str) -> Incident:
    return next(i for i in found.incidents if ref in i.refs)


def dead(incident: Incident) -> list[tuple[int | None, int | None]]:
    return [(t.low, t.high) for t in incident.tolls if t.outcome == "killed"]


def test_the_example_of_the_manual_does_what_it_says(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = DOCS.read_text("utf-8")
    for name in ("events.csv", "map.toml"):
        block = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", page, re.DOTALL)
        assert block is not None
        Path(name).write_text(block[1], "utf-8")
    assert main(["import", "events.csv", "--map", "map.toml"]) == 1
    told = capsys.readouterr()
    assert told.out.replace(str(ledger), "cenotaph.db").strip() in page
    assert "row 4: Date: '31/02/2023'" in told.err
    assert dead(by_ref(record(ledger), "harbor:P-1"))[0] == (4, 6)


def test_a_trial_keeps_nothing(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("events.csv").write_text(HEAD + FERRY, "utf-8")
    assert main(["import", "events.csv", "--map", "map.toml", "--dry-run"]) == 0
    assert "killed 4: “4”" in capsys.readouterr().out
    assert not ledger.exists()


def test_rows_are_incidents_of_their_own_however_alike(ledger: Path) -> None:
    bring(FERRY, MARKET)
    found = record(ledger)
    assert len(found.incidents) == 2
    assert found.copies_of == ()
    place = by_ref(found, "harbor:P-1").place
    assert place is not None
    assert (place.value.lat, place.value.precision, place.value.country) == (46.64, "exact", "UA")  # type: ignore[union-attr]
    assert by_ref(found, "harbor:P-1").review == "reviewed"


def test_rows_that_are_reports_may_be_of_one_incident(ledger: Path) -> None:
    Path("map.toml").write_text('rows = "reports"\n' + MAP, "utf-8")
    bring(FERRY, MARKET)
    (one,) = record(ledger).incidents
    assert one.refs == ("harbor:P-1", "harbor:P-2")


def test_the_same_file_again_changes_nothing(ledger: Path) -> None:
    bring(FERRY, MARKET)
    before = ledger_head(ledger)
    bring(FERRY, MARKET)
    bring(MARKET, FERRY)
    assert ledger_head(ledger) == before


def ledger_head(ledger: Path) -> str:
    with Ledger.open(ledger) as opened:
        return opened.head()


def test_a_row_of_a_known_code_takes_the_place_of_the_earlier_and_can_come_back(
    ledger: Path,
) -> None:
    bring(FERRY)
    bring(FERRY.replace(",4,", ",7,"))
    (one,) = record(ledger).incidents
    assert dead(one) == [(7, 7)]
    bring(FERRY)
    (one,) = record(ledger).incidents
    assert dead(one) == [(4, 4)]


def test_a_changed_row_of_another_table_takes_nobodys_place(ledger: Path) -> None:
    bring(FERRY)
    Path("map.toml").write_text(MAP.replace("harbor", "inland"), "utf-8")
    bring(FERRY.replace(",4,", ",7,"))
    assert {r for i in record(ledger).incidents for r in i.refs} == {"harbor:P-1", "inland:P-1"}


def test_a_mended_map_takes_back_what_the_first_one_claimed(ledger: Path) -> None:
    bring(MARKET)
    Path("map.toml").write_text(MAP.replace("[killed]", "[injured]"), "utf-8")
    bring(MARKET)
    (one,) = record(ledger).incidents
    assert [(t.outcome, t.low) for t in one.tolls] == [("injured", 4)]


def test_what_a_person_took_back_since_is_not_added_again(ledger: Path) -> None:
    bring(MARKET)
    toll = next(c for a in record(ledger).accounts for c in a.claims if isinstance(c.value, Toll))
    with Ledger.open(ledger) as opened:
        (added,) = [d for d in opened.decisions() if toll.id in d.subjects]
    assert main(["decide", "undo", added.id, "--reason", "nobody was there"]) == 0
    bring(MARKET)
    (one,) = record(ledger).incidents
    assert dead(one) == []


def test_a_row_is_joined_to_the_news_of_it_and_its_source_is_one_source(ledger: Path) -> None:
    news = {
        "ref": "news",
        "published": "2022-11-22",
        "publisher": "Delta Herald",
        "text": "Shells hit a market in Kherson on Monday. Four people were killed there.",
    }
    Path("news.jsonl").write_text(json.dumps(news) + "\n", "utf-8")
    with Ledger.open(ledger, create=True) as opened:
        ingest([Path("news.jsonl")], opened, lambda _: None, How(workers=0))
    bring(MARKET)
    (one,) = record(ledger).incidents
    assert set(one.refs) == {"harbor:P-2", "news"}
    assert [t.sources for t in one.tolls if t.outcome == "killed"] == [1]
    assert one.independent_sources == 2


def test_rows_are_not_read_by_the_machine_not_even_anew(ledger: Path) -> None:
    bring(FERRY.replace(",,,\n", ",,,Shells killed nine people in Odesa.\n"))
    with Ledger.open(ledger) as opened:
        assert reread(opened, lambda _: None, How(workers=0)).accounts == 0
    found = record(ledger)
    assert {c.extractor for a in found.accounts for c in a.claims} == {"person"}
    assert [s.why for a in found.accounts for s in a.skipped] == [
        "a cell of a table that its map claims nothing of"
    ]


def test_an_import_is_a_persons_and_needs_a_name(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(FERRY)
    with Ledger.open(ledger) as opened:
        held = in_force(opened.decisions())
    assert {(d.reviewer, d.verdict, d.reason) for d in held} == {
        ("R. Adeyemi", "add", "import of events.csv: row 2")
    }
    monkeypatch.delenv("CENOTAPH_REVIEWER")
    assert main(["import", "events.csv", "--map", "map.toml"]) == 2
    assert "--reviewer" in capsys.readouterr().err


def test_a_withdrawn_row_stays_out(ledger: Path) -> None:
    bring(FERRY)
    (capture,) = record(ledger).captures
    assert main(["withdraw", capture.document, "--reason", "asked by the family"]) == 0
    bring(FERRY, status=1)
    assert record(ledger).incidents == ()


def published(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(["publish", *words]) == 0
    return capsys.readouterr().out


def test_minors_and_who_told_of_them_are_named_in_no_output(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not ledger.exists()
    told = FERRY.replace(",,,\n", ",,Olha Hnatiuk,Hnatiuk saw it from the quay.\n")
    bring(told)
    for output in (
        published(capsys, "claims", "--names"),
        published(capsys, "incidents", "--names"),
        published(capsys, "html", "--names", "--full-text"),
    ):
        assert "Moroz" not in output
        assert "Hnatiuk" not in output
    assert "Northern Front" in published(capsys, "claims")
    row = json.loads(published(capsys, "documents"))
    assert row["author"] == "[name withheld]"
    assert json.loads(published(capsys, "documents", "--names"))["author"] == "Olha Hnatiuk"


CALL = (
    "I was on the quay in Kherson yesterday. Shells hit the ferry and five people were killed."
    " Hnatiuk, run, they said."
)


def note(text: str, *words: str) -> int:
    Path("call.txt").write_text(text, "utf-8")
    return main(["note", "call.txt", "--workers", "0", *words])


def test_a_note_is_read_as_any_account_and_its_source_stays_unnamed(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = ("--kind", "call", "--told-by", "Olha Hnatiuk", "--told", "2022-11-22")
    assert note(CALL, *about) == 0
    found = record(ledger)
    (capture,) = found.captures
    assert (capture.source_kind, capture.author, capture.taken_by) == (
        "interview", "Olha Hnatiuk", "R. Adeyemi",
    )  # fmt: skip
    assert capture.captured is not None
    (incident,) = found.incidents
    assert (dead(incident), incident.first) == ([(5, 5)], "2022-11-21")
    for output in (
        published(capsys, "html", "--names", "--full-text"),
        published(capsys, "claims", "--names"),
        published(capsys, "incidents", "--names"),
    ):
        assert "Hnatiuk" not in output


def test_a_reporters_name_is_no_secret(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert note(CALL, "--kind", "news", "--told-by", "Ines Duarte", "--told", "2022-11-22") == 0
    assert json.loads(published(capsys, "documents"))["author"] == "Ines Duarte"
    assert ledger.exists()


def test_withdrawing_a_note_destroys_who_told_it_and_who_took_it(ledger: Path) -> None:
    assert note(CALL, "--told-by", "Olha Hnatiuk", "--told", "2022-11-22") == 0
    (capture,) = record(ledger).captures
    assert main(["withdraw", capture.document, "--reason", "in danger"]) == 0
    raw = ledger.read_bytes()
    assert b"Hnatiuk" not in raw
    (left,) = record(ledger).captures
    assert (left.author, left.taken_by) == (None, None)


def test_a_note_comes_from_an_editor_whose_guide_is_not_kept(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Path("write.sh")
    script.write_text(f'#!/bin/sh\nprintf "%s" "{CALL}" >> "$1"\n', "utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script.resolve()))
    assert main(["note", "--told", "2022-11-22", "--workers", "0"]) == 0
    (account,) = record(ledger).accounts
    assert account.document.text == CALL


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("  \n", (), "needs its words"),
        (CALL, ("--told", "last week"), "2022-03-10"),
        ("\x00\x01", (), "call.txt"),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused(
    ledger: Path, text: str, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert note(text, *words) != 0
    assert told in capsys.readouterr().err
    assert not ledger.exists()
