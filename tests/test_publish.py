"""What other programs rely on: the contract's rows, and a page that gives nothing away."""

from __future__ import annotations

import importlib
import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from rich.cells import cell_len

from cenotaph.errors import UsageError
from cenotaph.link import link
from cenotaph.model import (
    WITHHELD,
    Account,
    Capture,
    Mark,
    Name,
    Place,
    Record,
    Responsibility,
    Skipped,
    Span,
    Speaker,
    Victim,
    When,
    identified,
)
from cenotaph.pipeline import How, ingest, record
from cenotaph.publish import Options, exporter, formats, shape
from cenotaph.reconcile import reconcile
from cenotaph.store import Ledger
from making import ALEPPO, HOSPITAL, account, capture, day, injured, killed

TEXT = "Omar Haddad, 34, was among three killed when jets struck a hospital in Aleppo. Nobody came."
KEYS = {
    "documents": "document raw ref title author published publisher source_kind url archive_url "
    "captured language copies_of replaces skipped text",
    "annotations": "document ref in type start end quote value",
    "claims": "id document ref in start end quote sentence kind stance voice speaker speaker_role "
    "speaker_side speaker_span via outcome low high approximate vague cause scope since as_of "
    "people part_of adds_to name age sex role party geonames lat lon country admin1 time precision "
    "category damage derived of first last event mention incident judged corrects extractor "
    "confidence",
    "accounts": "document ref incidents",
    "cumulative": "id scope place since as_of outcome people low high approximate speaker status "
    "sources claims policy",
    "incidents": "id aliases title event_type sub_event_type first last date_precision place "
    "targets weapons victims tolls responsibility conflicts accounts refs independent_sources "
    "review decisions because policy",
}


def _account() -> Account:
    told = account(
        TEXT,
        killed(3),
        injured(9),
        Victim(outcome="killed", name="Omar Haddad", age=34),
        Responsibility(party="Army"),
        ALEPPO,
        HOSPITAL,
        day("2016-04-27"),
    )
    witness = Speaker(name="Omar Haddad", role="witness")
    said = msgspec.structs.replace(told.claims[3], voice="speaker", speaker=witness)
    return msgspec.structs.replace(
        told,
        claims=(*told.claims[:3], identified(said), *told.claims[4:]),
        marks=(
            Mark(
                span=Span(start=0, end=11),
                value=Name(name="Omar Haddad", kind="person"),
            ),
            Mark(span=Span(start=71, end=77), value=ALEPPO),
        ),
        skipped=(Skipped(why="age", start=13, end=15),),
    )


def _record(told: Account, captured: Capture | None = None) -> Record:
    captures = (captured or capture(told, "2016-04-28", "Paper", ref="a.txt"),)
    linked = link([told], captures)
    found = reconcile(linked.dossiers, [told], captures, ())
    return Record(
        digest="0" * 64,
        policy=found.policy,
        captures=captures,
        accounts=(told,),
        incidents=found.incidents,
        series=found.series,
        stories=found.stories,
        copies_of=(),
        replaces=(),
        decisions=(),
    )


def _text(name: str, record: Record, options: Options | None = None) -> str:
    out = io.StringIO()
    exporter(name).write(record, out, options or Options())
    return out.getvalue()


def _rows(name: str, record: Record, options: Options | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _text(name, record, options).splitlines()]


@pytest.mark.parametrize("name", KEYS)
def test_a_row_has_the_contracts_keys_in_order_and_ends_with_the_records_digest(name: str) -> None:
    for row in _rows(name, _record(_account())):
        assert list(row) == [*KEYS[name].split(), "contract", "record"]
        assert (row["contract"], row["record"]) == (1, "0" * 64)


def test_a_running_total_is_in_no_incident() -> None:
    told = account(
        "War has killed 900 people in Aleppo, nine of them on Monday.",
        killed(900, scope="cumulative", since="January"),
        killed(9),
        ALEPPO,
    )
    record = _record(told)
    assert [r["incident"] is None for r in _rows("claims", record)] == [True, False, False]
    (row,) = _rows("cumulative", record)
    assert list(row) == [*KEYS["cumulative"].split(), "contract", "record"]
    assert (row["low"], row["high"], row["scope"]) == (900, 900, "cumulative")
    assert [t["low"] for t in _rows("incidents", record)[0]["tolls"]] == [9]


def test_quotes_are_the_words_at_their_offsets_when_names_are_printed() -> None:
    record = _record(_account())
    for name in ("annotations", "claims"):
        for row in _rows(name, record, Options(names=True)):
            assert row["quote"] == TEXT[row["start"] : row["end"]]


@pytest.mark.parametrize(
    "name", ["annotations", "claims", "accounts", "incidents", "html", "table"]
)
def test_names_of_victims_and_private_persons_are_withheld_by_default(name: str) -> None:
    printed = _text(name, _record(_account()))
    assert "Haddad" not in printed
    if name not in {"accounts", "table"}:
        assert WITHHELD in printed


def test_a_minors_name_stays_withheld_even_when_names_are_printed() -> None:
    told = _account()
    child = msgspec.structs.replace(
        told.claims[2], value=Victim(outcome="killed", name="Omar Haddad", age=9)
    )
    told = msgspec.structs.replace(told, claims=(*told.claims[:2], child, *told.claims[3:]))
    for name in ("annotations", "claims", "incidents", "html"):
        assert "Haddad" not in _text(name, _record(told), Options(names=True))


def test_only_documents_carry_the_whole_text() -> None:
    record = _record(_account())
    assert "Nobody came" in _text("documents", record)
    for name in ("annotations", "claims", "accounts", "incidents", "html"):
        assert "Nobody came" not in _text(name, record)


def test_only_reviewed_leaves_out_what_no_person_has_looked_at() -> None:
    record = _record(_account())
    assert _rows("incidents", record)
    assert not _rows("incidents", record, Options(only_reviewed=True))
    assert not _rows("claims", record, Options(only_reviewed=True))


def test_two_references_to_one_document_are_two_rows_of_documents_and_accounts() -> None:
    told = _account()
    record = _record(told)
    second = msgspec.structs.replace(record.captures[0], ref="again")
    record = msgspec.structs.replace(record, captures=(*record.captures, second))
    for name in ("documents", "accounts"):
        assert [r["ref"] for r in _rows(name, record)] == [record.captures[0].ref, "again"]
    assert len(_rows("claims", record)) == len(told.claims)


def test_a_page_runs_no_script_of_an_account_and_asks_nobody_for_anything() -> None:
    hostile = "<script>alert(1)</script> & <img src=x onerror=alert(2)> killed three in Aleppo."
    told = account(hostile, killed(3), ALEPPO, day("2016-04-27"))
    evil = capture(told, "2016-04-28", "<b>Paper</b>", ref='"><script>alert(3)</script>')
    page = _text("html", _record(told, evil))
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "<b>Paper" not in page
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page


def test_each_number_of_a_page_opens_its_sentence_with_publisher_speaker_and_stance() -> None:
    page = _text("html", _record(_account()), Options(names=True))
    assert "machine's reading" in page
    assert "<b>Paper</b>, 2016-04-28" in page
    assert "the account itself" in page
    assert "What was skipped, and why" in page
    assert "asserts" in page


@pytest.mark.parametrize(
    ("timex", "precision"),
    [("PXD", "range"), ("XXXX-WXX-5", "day"), ("XXXX-03", "month"), ("PUB-XD", "about")],
)
def test_words_for_a_day_that_no_capture_sets_have_a_precision(timex: str, precision: str) -> None:
    mark = Mark(span=Span(start=0, end=4), value=When(words="then", timex=timex))
    told = msgspec.structs.replace(_account(), marks=(mark,))
    rows = [r for r in _rows("annotations", _record(told)) if r["type"] == "date"]
    assert [r["value"]["precision"] for r in rows] == [precision]


def test_an_unknown_format_is_refused_and_the_known_are_named() -> None:
    with pytest.raises(UsageError, match=r"no format 'pdf'; known: .*claims"):
        exporter("pdf")


def test_every_format_has_a_shape_and_says_what_it_is() -> None:
    for name in formats():
        assert shape(name) in {"stream", "file", "folder"}
        told = importlib.import_module(f"cenotaph.publish.{name}").__doc__
        assert (told or "").startswith(f"`{name}`")


def test_the_table_counts_one_account_and_one_incident_as_one() -> None:
    shown = _text("table", _record(_account()))
    assert "1 account, 0 of them copies." in shown
    assert "1 incident, 1 a machine's reading" in shown


def test_the_table_fits_into_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = _text("table", _record(_account())).splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert any("Aleppo: air strike" in line for line in lines)


def test_the_table_keeps_its_columns_beside_letters_of_double_width(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = account("爆弾 3 killed.", killed(3), Place(name="新宿区歌舞伎町"), day("2016-04-27"))
    lines = _text("table", _record(told)).splitlines()
    assert max(map(cell_len, lines)) <= 80
    head, row = lines[0], next(x for x in lines if "新宿" in x)
    assert cell_len(row[: row.index("3  ")]) == head.index("Killed")


def test_the_page_names_accounts_by_reference_and_tells_copies_apart_from_reasons(
    tmp_path: Path,
) -> None:
    story = (
        "Jets struck a crowded vegetable market in the old quarter of Aleppo on Tuesday morning. "
        "Nine people were killed and 22 wounded, said the mayor, who had come to count the stalls. "
        "Two of the dead were brothers who sold olives there, and four were their customers."
    )
    lines_ = [
        {"ref": "first", "text": story, "published": "2016-04-27", "publisher": "Orontes"},
        {"ref": "second", "text": f"{story} Rain is expected.", "published": "2016-04-28"},
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines_))
    with Ledger.open(":memory:", create=True) as ledger:
        ingest([file], ledger, lambda _: None, How(workers=0))
        page = _text("html", record(ledger))
    copies = page.partition("Copies, which count once")[2].partition("</details>")[0]
    why = page.partition("Why: these accounts as one incident")[2].partition("</details>")[0]
    assert "second copies first: " in copies
    assert " copies " not in why
    assert "second with first: " in why
