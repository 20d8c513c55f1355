"""Workbooks (.xlsx) as tables: what cells show, what no row can say, files that mean harm."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cenotaph.cli import main
from cenotaph.errors import ReadError
from cenotaph.model import Refused, Toll, When
from cenotaph.sheets import Table, Told, read_table
from cenotaph.sheets.rows import Row
from cenotaph.sheets.sheet import Layout, Sheet, read_sheet
from cenotaph.sheets.shown import number, text

MAP = """
name = "harbor"
code = "Ref"
date = "Day"
weapon = "Means"
[place]
name = "Town"
[killed]
column = "Dead"
"""
HEADERS = ["Ref", "Day", "Town", "Dead", "Means"]
DAY = dt.date(2022, 11, 21)


def book(*rows: list[object], **sheets: list[list[object]]) -> bytes:
    """Return a workbook as openpyxl writes it: its first sheet "Events", then others."""
    made = openpyxl.Workbook()
    first = made.active
    assert first is not None
    first.title = "Events"
    for row in rows:
        first.append(row)
    for name, others in sheets.items():
        sheet = made.create_sheet(name)
        for row in others:
            sheet.append(row)
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def opened(raw: bytes, sheet: str | None = None, header_row: int = 1) -> Sheet:
    return read_sheet(raw, Layout(sheet=sheet, header_row=header_row))


def with_part(raw: bytes, part: str, content: bytes) -> bytes:
    """Return a workbook with one part in the place of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("stored", "code", "words"),
    [
        ("7", "General", "7"),
        ("7", "0", "7"),
        ("46.635416999999997", "0.00", "46.635417"),  # what a format rounds away is kept
        ("12.4", "0", "12.4"),  # so a fraction of a person is refused, not rounded
        ("12", "0.0", "12.0"),
        ("1200", "#,##0", "1,200"),
        ("7", '"at least "0', "at least 7"),
        ("7", '0"+"', "7+"),
        ("7", "\\>0", ">7"),
        ("5", 'General "dead"', "5 dead"),
        ("7", "000", "007"),
        ("0.25", "0%", "25%"),
        ("-5", "0;(0)", "(5)"),
        ("-5", "0", "-5"),
        ("0", "0;-0;;@", ""),
        ("0", '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"),
        ("0", "#", ""),
        ("7", ";;;", ""),
        ("7", "[Red]0", "7"),
        ("7", '[>5]"many";0', "7"),  # conditions are not followed: the number as it is
        ("3.5", "# ?/?", "3.5"),
        ("1900", "0.00E+00", "1900"),
        ("1234567", "#,##0,", "1234567"),  # thousands left out are put back
        ("1e22", "General", "10000000000000000000000"),
        ("44886", "dd/mm/yyyy", "2022-11-21"),
        ("44886", "[$-409]d mmmm yyyy;@", "2022-11-21"),
        ("44886", "m/d/yy", "2022-11-21"),
        ("44886", "d-mmm", "2022-11-21"),
        ("44866", "mmm-yy", "2022-11"),  # the first of a month that a cell does not show is no day
        ("44866", "yyyy", "2022"),
        ("44886.604166666664", "m/d/yy h:mm", "2022-11-21 14:30"),
        ("0.604166666664", "h:mm", "14:30"),
        ("44886.604166666664", "mm:ss", "44886.604166666664"),  # a duration of days
        ("59", "d/m/yyyy", "1900-02-28"),
        ("60", "d/m/yyyy", "60"),  # the 29 February 1900 of spreadsheets
        ("61", "d/m/yyyy", "1900-03-01"),
        ("-1", "d/m/yyyy", "-1"),
        ("1e300", "d/m/yyyy", "1E+300"),
        ("INF", "0", "INF"),
        ("x", "0", "x"),
    ],
)
def test_a_number_is_what_its_cell_shows_with_all_its_digits(
    stored: str, code: str, words: str
) -> None:
    assert number(stored, code) == words


def test_days_may_count_from_1904_and_text_may_be_hidden() -> None:
    assert number("43424", "yyyy-mm-dd", from_1904=True) == "2022-11-21"
    assert number("0", "yyyy-mm-dd", from_1904=True) == "1904-01-01"
    assert (text("a", ";;;"), text("a", "0;-0;;@"), text("a", "0")) == ("", "a", "a")


def test_both_makers_books_are_read_as_openpyxl_reads_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Ref", "Dead", "Note"], ["P-1", 7, "smoke & <fire>"], ["P-2", 3.5, "  two\nlines "],
        ["P-3", True, None], [None, None, None], ["P-4", 0, "_x000D_ kept"],
    ]  # fmt: skip
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet()
        for number_, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number_, column, value)
    for raw in (book(*rows), path.read_bytes()):
        again = openpyxl.load_workbook(io.BytesIO(raw)).active
        assert again is not None
        theirs = [["" if c.value is None else str(c.value).strip() for c in r] for r in again.rows]
        ours = opened(raw)
        assert ours.headers == ("Ref", "Dead", "Note")
        assert [list(r.cells) for r in ours.rows if r.number < 4] == theirs[1:3]
        assert [r.number for r in ours.rows] == [2, 3, 4, 6]
        assert ours.rows[2].cells[:2] == ("P-3", "TRUE")
        assert ours.rows[3].cells[1] == "0"
        assert ours.notes == ()


def test_a_row_is_an_account_with_a_persons_claims_and_keeps_its_cells_as_stored() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(HEADERS)
    sheet.append(["P-1", DAY, "Kherson", 7, "shelling"])
    sheet["B2"].number_format = "dd/mm/yyyy"
    sheet["D2"].number_format = '"at least "0'
    (told,) = read_table(Table("events.xlsx", saved(made), "map", MAP))
    assert isinstance(told, Told)
    values = [c.value for c in told.claims]
    (when,) = (v for v in values if isinstance(v, When))
    (toll,) = (v for v in values if isinstance(v, Toll))
    assert when.timex == "2022-11-21"
    assert (toll.count.low, toll.count.high) == (7, None)
    document = told.account.document
    assert document.text.splitlines() == [
        "ref: P-1", "day: 2022-11-21", "town: Kherson", "dead: at least 7", "means: shelling",
    ]  # fmt: skip
    assert told.received.capture.ref == "harbor:P-1"
    kept = json.loads(told.received.raw)
    assert (kept["row"], kept["cells"]["A2"]) == (2, "P-1")
    assert kept["cells"]["D2"] == {
        "shown": "at least 7", "stored": "7", "kind": "n", "format": '"at least "0',
        "formula": None,
    }  # fmt: skip


def test_without_a_name_in_the_map_the_sheet_is_part_of_what_a_row_is_called() -> None:
    words = MAP.replace('name = "harbor"\n', "", 1)
    raw = book(HEADERS, ["P-1", DAY, "Kherson", 7, None])
    (told,) = read_table(Table("events.xlsx", raw, "map", words))
    assert isinstance(told, Told)
    assert told.received.capture.ref == "events.xlsx/Events:P-1"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["P-1", DAY, "Kherson", DAY, None], "is a date, perhaps made of a range"),
        (["P-1", DAY, "Kherson", 12.4, None], "12.4"),
        (["P-1", DAY, "Kherson", -3, None], "below 0"),
        (["P-1", 44886, "Kherson", 3, None], "'44886' is no date"),
        (["P-1", DAY, "Kherson", "#REF!", None], "Dead: #REF! is where a formula failed"),
        (["P-1", DAY, "#N/A", 3, None], "Town: #N/A is where a formula failed"),
        (["P-1", DAY, "Kherson", "=SUM(B2:B9)", None], "is a formula"),
        (["P-1", DAY, "Kherson", True, None], "'TRUE' is no count"),
    ],
)
def test_a_cell_that_is_no_count_or_day_costs_its_row(row: list[object], why: str) -> None:
    good: list[object] = ["P-2", DAY, "Odesa", 3, None]
    refused, told = read_table(Table("events.xlsx", book(HEADERS, row, good), "map", MAP))
    assert isinstance(refused, Refused)
    assert refused.name == "events.xlsx: row 2"
    assert why in refused.why
    assert isinstance(told, Told)


def test_what_no_row_can_say_is_said_of_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Events")
        sheet.write_row(0, 0, ["Ref", "Dead", "Town"])
        sheet.write_formula(1, 1, "=3+4", None, 7)
        sheet.merge_range(1, 2, 3, 2, "Kherson")
        sheet.write_row(2, 0, ["P-2", 2])
        sheet.write_row(3, 0, ["P-3"])
        sheet.write(3, 1, 0, made.add_format({"num_format": "0;-0;;@"}))
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        made.add_worksheet("Old").hide()
    found = opened(path.read_bytes())
    assert found.notes == (
        "only the sheet 'Events' is taken, not 'Old' (hidden)",
        "formulas: the values are taken that were last worked out (B2)",
        "merged cells: what they show stands in the first of them, and in no other row (C2:C4)",
        "hidden rows are taken like the others (3)",
        "hidden columns are taken like the others (B)",
        "cells whose format shows nothing, or a dash: nothing is claimed of them (B4)",
    )
    assert [r.cells for r in found.rows] == [
        ("", "7", "Kherson"),
        ("P-2", "2"),
        ("P-3", ""),
    ]
    unworked = opened(book(["Ref", "Dead"], ["P-1", "=3+4"]))
    assert unworked.rows[0].cells == ("P-1", "=3+4")
    assert unworked.notes[0].startswith("formulas without a value: open and save the file")


def test_a_sheet_is_chosen_by_name_and_none_is_guessed() -> None:
    raw = book(["a"], [1], Totals=[["b"], [2]])
    with pytest.raises(ReadError, match=r"several sheets: 'Events', 'Totals'; say which: --sheet"):
        opened(raw)
    assert opened(raw, "totals").headers == ("b",)
    with pytest.raises(ReadError, match=r"no sheet 'Total'; it has 'Events', 'Totals'"):
        opened(raw, "Total")
    with pytest.raises(ReadError, match="is a table of text"):
        opened(b"a;b\n1;2\n", "Totals")


def test_headers_may_stand_lower_and_days_from_1904_are_read() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    made.epoch = CALENDAR_MAC_1904
    sheet["A3"], sheet["A5"] = "Day", DAY
    found = opened(saved(made), header_row=3)
    assert found.headers == ("Day",)
    assert [(r.number, r.cells) for r in found.rows] == [(5, ("2022-11-21",))]
    with pytest.raises(ReadError, match="row 1 is empty"):
        opened(saved(made))
    with pytest.raises(ReadError, match="headers should stand in 9"):
        opened(saved(made), header_row=9)


def bomb() -> bytes:
    """Return a workbook of some 600 kB, a part of which would unpack to 600 MB."""
    head = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(["a"], ["b"]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name != "xl/worksheets/sheet1.xml":
                new.writestr(name, old.read(name))
        with new.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(head)
            for _ in range(600):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def declaring(entities: str, used: str) -> bytes:
    """Return a part that declares entities and uses one."""
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x><t>{used}</t></x>'.encode()


LAUGHS = declaring(
    '<!ENTITY z "ha">'
    + "".join(f'<!ENTITY z{n} "{(f"&z{n - 1};" if n else "&z;") * 10}">' for n in range(10)),
    "&z9;",
)
OUTSIDE = declaring('<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;")
DEEP = b"<sst>" + b"<si>" * 100_000


@pytest.mark.parametrize("content", [LAUGHS, OUTSIDE, LAUGHS.decode().encode("utf-16")])
def test_a_part_that_brings_entities_is_refused_before_they_unfold(content: bytes) -> None:
    raw = with_part(book(["a"], ["b"]), "xl/styles.xml", content)
    with pytest.raises(ReadError, match="declares a document type"):
        opened(raw)


def test_a_part_that_would_unpack_without_end_is_refused_unread() -> None:
    raw = bomb()
    assert len(raw) < 1_000_000
    with pytest.raises(ReadError, match=r"would unpack to 600,000,\d+"):
        opened(raw)


def sheet_of(data: str) -> bytes:
    words = f'<worksheet xmlns="x"><sheetData>{data}</sheetData></worksheet>'
    return with_part(book(["a"], ["b"]), "xl/worksheets/sheet1.xml", words.encode())


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (with_part(book(["a"]), "xl/styles.xml", DEEP), "64 deep"),
        (with_part(book(["a"]), "xl/styles.xml", b"<sst><si>"), "damaged workbook"),
        (with_part(book(["a"]), "xl/workbook.xml", b"\0\1\2"), "damaged workbook"),
        (with_part(book(["a"]), "_rels/.rels", b"<Relationships/>"), "no workbook, though"),
        (with_part(book(["a"]), "xl/workbook.bin", b""), r"\.xlsb"),
        (with_part(book(["a"]), "content.xml", b""), r"\.ods"),
        (book(["a"], ["b"])[:900], "no workbook, or a damaged one"),
        (b"PK\x03\x04....", "no workbook, or a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old workbook"),
        (sheet_of('<row r="9999999"><c><v>1</v></c></row>'), "1,048,576 rows"),
        (sheet_of('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), "16,384 columns"),
        (sheet_of('<row r="1"><c t="s"><v>99</v></c></row>'), "points to text 99"),
        (
            sheet_of("<row><c><v>1</v></c></row>" + '<row><c r="XFD2"/></row>' * 400),
            "5,000,000 cells",
        ),
    ],
)
def test_a_file_that_is_no_workbook_or_a_broken_one_says_what_it_is(raw: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        opened(raw)


def test_a_cell_without_end_is_refused() -> None:
    raw = sheet_of(f'<row r="1"><c t="inlineStr"><is><t>{"a" * 1_100_000}</t></is></c></row>')
    with pytest.raises(ReadError, match="1,000,000 characters"):
        opened(raw)


def test_cells_without_places_follow_each_other_and_what_is_spoken_beside_them_is_left_out() -> (
    None
):
    spoken = "<is><r><t>Tar</t></r><r><t>sk</t></r><rPh><t>TARUSUKU</t></rPh></is>"
    raw = sheet_of(
        '<row><c t="inlineStr"><is><t>Town</t></is></c><c t="str"><v>Dead</v></c></row>'
        f'<row><c t="inlineStr">{spoken}</c><c><v>3</v></c></row>'
    )
    found = opened(raw)
    assert (found.headers, found.rows[0].cells) == (("Town", "Dead"), ("Tarsk", "3"))
    assert isinstance(found.rows[0], Row)


def test_a_workbook_moves_in_by_command_and_again_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows: list[list[object]] = [HEADERS, ["P-1", DAY, "Kherson", 7, "shelling"]]
    Path("events.xlsx").write_bytes(book(*rows, Old=[["x"]]))
    Path("map.toml").write_text(MAP, "utf-8")
    wanted = ["import", "events.xlsx", "--map", "map.toml"]
    assert main([*wanted, "--dry-run"]) == 1
    assert "events.xlsx: has several sheets: 'Events', 'Old'" in capsys.readouterr().err
    wanted += ["--sheet", "Events"]
    assert main([*wanted, "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "“7”" in told
    assert "only the sheet 'Events' is taken, not 'Old'" in told
    for new, claims in ((1, 4), (0, 0)):
        assert main([*wanted, "--reviewer", "R. Adeyemi"]) == 0
        told = capsys.readouterr().out
        assert f"1 row of events.xlsx in cenotaph.db: {new} new, {claims} claims added" in told
