"""The workbook, read back by openpyxl: text is text, days are days, empty is empty."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import msgspec
import openpyxl
import pytest
from openpyxl.workbook import Workbook

from cenotaph.errors import UsageError
from cenotaph.model import Record
from cenotaph.publish import Options, file_exporter, xlsx
from making import injured, killed
from tabled import led, parted, record_of
from worked import CIVILIANS, dead, told


def made(record: Record, options: Options | None = None) -> bytes:
    out = io.BytesIO()
    file_exporter("xlsx").write(record, out, options or Options())
    return out.getvalue()


def read(record: Record, options: Options | None = None) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made(record, options)))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *body = book[sheet].iter_rows(values_only=True)
    return [
        {str(column): value for column, value in zip(head, row, strict=True) if value is not None}
        for row in body
    ]


def test_the_sheets_lead_from_incidents_to_sentences() -> None:
    one = parted(told("Courier", killed(9), killed(2, people=CIVILIANS), injured(0)))
    record = record_of(one)
    book = read(record)
    assert book.sheetnames == [
        "About", "Incidents", "Tolls", "Responsibility", "Conflicts", "Running totals",
        "Sentences", "Sources",
    ]  # fmt: skip
    (incident,) = rows(book, "Incidents")
    assert incident["first day"] == dt.datetime(2016, 4, 27)  # noqa: DTZ001
    assert (incident["latitude"], incident["killed best"]) == (36.2, 9)
    assert incident["injured at least"] == 0
    assert "missing at least" not in incident
    assert incident["checked by a person"] == "no"
    assert [t["people"] for t in rows(book, "Tolls")] == ["all", "civilians", "all"]
    sentences = rows(book, "Sentences")
    assert {s["incident"] for s in sentences} == {record.incidents[0].id}
    assert all(str(s["quote"]) in str(s["sentence"]) for s in sentences)
    (source,) = rows(book, "Sources")
    assert (source["publisher"], source["document"]) == ("Courier", one[0].document.id)


def test_about_says_the_policy_the_record_and_what_is_withheld() -> None:
    facts = {r["what"]: r["is"] for r in rows(read(record_of(told("C", dead(3)))), "About")}
    assert facts["policy"] == "envelope/1"
    assert facts["record"] == "d" * 64
    assert facts["names of victims and private persons"] == "withheld"


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "=HYPERLINK(A1)", "http://a.example"]
)
def test_no_cell_is_a_formula_or_a_link(name: str) -> None:
    account, capture = told("Courier", dead(3))
    record = record_of((account, msgspec.structs.replace(capture, publisher=name)))
    book = read(record)
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert {c.data_type for c in cells} <= {"s", "n", "d"}
    assert all(c.hyperlink is None for c in cells)
    found = rows(book, "Sources")[0]["publisher"]
    assert found == (name if name in {"http://a.example", "+1"} else f"'{name}")


def test_coordinates_south_and_west_stay_numbers() -> None:
    record = record_of(told("Courier", dead(3)))
    (incident,) = record.incidents
    assert incident.place is not None
    value = msgspec.structs.replace(incident.place.value, lat=-33.45, lon=-70.67)
    place = msgspec.structs.replace(incident.place, value=value)
    changed = msgspec.structs.replace(incident, place=place)
    (found,) = rows(read(msgspec.structs.replace(record, incidents=(changed,))), "Incidents")
    assert (found["latitude"], found["longitude"]) == (-33.45, -70.67)


def test_the_same_record_gives_the_same_bytes_and_no_clock_is_read() -> None:
    record = record_of(told("Courier", dead(3)))
    assert made(record) == made(record)
    with zipfile.ZipFile(io.BytesIO(made(record))) as packed:
        assert {info.date_time[0] for info in packed.infolist()} == {1980}
    assert read(record).properties.created == dt.datetime(1980, 1, 1)  # noqa: DTZ001


def test_what_does_not_fit_into_a_cell_is_cut_and_says_so() -> None:
    words = "x" * 40_000
    account, capture = told("Courier", dead(3))
    record = record_of((account, msgspec.structs.replace(capture, publisher=words)))
    found = str(rows(read(record), "Sources")[0]["publisher"])
    kept, _, rest = found.partition(" [cut here: ")
    assert len(found) <= 32_767
    assert rest == f"{40_000 - len(kept):,} characters more]"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    with pytest.raises(UsageError, match=r"About would have \d+ rows.*publish parquet or csv"):
        made(record_of(told("Courier", dead(3))))


def test_only_what_was_reviewed_is_in_any_sheet() -> None:
    book = read(record_of(told("Courier", dead(3))), Options(only_reviewed=True))
    for sheet in ("Incidents", "Tolls", "Responsibility", "Conflicts", "Sentences"):
        assert rows(book, sheet) == []


def test_rows_of_figures_lead_to_their_claims() -> None:
    record = record_of(parted(told("Courier", killed(9), killed(2, people=CIVILIANS))))
    code = record.incidents[0].id
    columns = {(r["row"], r["number"]): r["columns"] for r in led("xlsx", record)}
    civilians = next(f for f in record.incidents[0].tolls if f.people.status == "civilian")
    assert columns[f"Tolls {code}", 2]["at least"] == list(civilians.claims)
    assert columns[f"Incidents {code}", 1]["killed best"]
