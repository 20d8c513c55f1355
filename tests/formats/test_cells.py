"""No cell is a formula, none is changed that need not be, and empty is not zero."""

from __future__ import annotations

import csv
import io

import pytest

from cenotaph.tables import Cell, comma_separated, row, safe

COLUMNS = ("id", "words", "count")

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    '=HYPERLINK("http://a.example","b")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\tplain",
    "\rplain",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠a",
    "-- killed in the blast",
    "-12 to 5 degrees",
]
PLAIN = ["a=b", "3-5 killed", "mail@paper.example", "5", "", "a\tb", "Mid-day", "#event+id", "(-3)"]
NUMBERS = ["-33.45", "+4", "-7", "0", "12.5"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", [*PLAIN, *NUMBERS])
def test_other_text_and_numbers_written_as_text_are_left_alone(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("number", [-33.45, -7, 0, 0.0, 12])
def test_numbers_below_zero_stay_numbers(number: float) -> None:
    assert safe(number) is number
    made = "".join(comma_separated(COLUMNS, [row("a", COLUMNS, {"count": number})]))
    assert made.splitlines()[1] == f",,{number}"


def test_what_no_file_can_hold_is_replaced_and_seen() -> None:
    assert safe("a\x00b\ud800c\x1bd") == "a\ufffdb\ufffdc\ufffdd"
    assert safe("\x00=1") == "\ufffd=1"


def test_empty_is_not_zero_and_no_text_is_cut_by_a_semicolon_or_a_line() -> None:
    said = {"id": 'a "b"', "words": "one; two,\nthree", "count": 0}
    made = "".join(comma_separated(COLUMNS, [row("a", COLUMNS, said), row("b", COLUMNS, {})]))
    assert made == '"id","words","count"\n"a ""b""","one; two,\nthree",0\n,,\n'
    back = list(csv.reader(io.StringIO(made, newline=""), strict=True))
    assert back[1:] == [['a "b"', "one; two,\nthree", "0"], ["", "", ""]]


def test_a_row_leads_only_what_it_says_to_claims() -> None:
    said = {"words": Cell(value="a", claims=("c",)), "count": Cell(value=None, claims=("d",))}
    assert row("a", COLUMNS, said).behind(COLUMNS) == {"words": ("c",)}


def test_a_column_that_a_table_has_not_is_a_fault() -> None:
    with pytest.raises(KeyError, match="colour"):
        row("a", COLUMNS, {"colour": "red"})
