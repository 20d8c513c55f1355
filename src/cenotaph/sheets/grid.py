"""The elements of a workbook's sheet -> its rows of cells as they are stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cenotaph.errors import ReadError
from cenotaph.sheets.parts import Event, Start

_LONGEST: Final = 1_000_000  # characters of one cell, as in other tables
_COLUMNS: Final = 16_384  # of a sheet, as of ECMA-376's programs
_ROWS: Final = 1_048_576
_REFERENCE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})")
_ESCAPED = re.compile(r"_x(?P<code>[0-9A-Fa-f]{4})_")  # how a sign that XML cannot hold is written
_TRUE: Final = {"1", "true"}


class Cell(NamedTuple):
    """One cell as it is stored."""

    column: int  # the first is 0
    kind: str  # n, s (a number of the shared strings), str, inlineStr, b, e, d
    style: int  # which of the workbook's formats it has
    value: str | None  # None: none is stored
    formula: str | None  # "" where another cell's is repeated; None: it is none


class Line(NamedTuple):
    """One row."""

    number: int  # as the sheet numbers it
    is_hidden: bool
    cells: tuple[Cell, ...]


class Merged(NamedTuple):
    """Cells that are shown as one: "A2:A4"."""

    cells: str


class HiddenColumns(NamedTuple):
    """Columns that are not shown: "C", "C:E"."""

    columns: str


def lines_of(events: Iterable[Event]) -> Iterator[Line | Merged | HiddenColumns]:
    """Yield the rows of a sheet that are stored, and what is said of cells beside them."""
    grid = _Grid()
    for event in events:
        if isinstance(event, str):
            grid.words(event)
        elif isinstance(event, Start):
            if said := grid.start(event):
                yield said
        elif line := grid.end(event.name):
            yield line


def letters(column: int) -> str:
    """Return the name of a column: A for 0, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def unescaped(words: str) -> str:
    """Return text with the signs that a workbook writes as numbers: "_x000D_" is a return."""
    return _ESCAPED.sub(lambda found: chr(int(found["code"], 16)), words)


class _Grid:
    """Puts cells and rows together as their elements come."""

    def __init__(self) -> None:
        self._number = 0
        self._is_hidden = False
        self._cells: list[Cell] = []
        self._cell: dict[str, str] = {}  # the attributes of the one that is open
        self._column = -1
        self._texts: dict[str, list[str]] = {}  # by element
        self._taking: str | None = None  # v, f or t, while its text comes
        self._length = 0
        self._kept: dict[str, list[str]] = {}  # while what is spoken is left out

    def start(self, event: Start) -> Merged | HiddenColumns | None:
        name, told = event
        if name == "row":
            self._open_row(told.get("r"), is_hidden=told.get("hidden") in _TRUE)
        elif name == "c":
            self._open_cell(dict(told))
        elif name in {"v", "f", "t"}:
            self._taking, self._length = name, 0
            self._texts.setdefault(name, [])
        elif name == "rPh":  # how a word is pronounced, beside the word
            self._texts, self._kept = {"rPh": []}, self._texts
        elif name == "mergeCell":
            return Merged(told.get("ref", ""))
        elif name == "col" and told.get("hidden") in _TRUE:
            return HiddenColumns(_span(told.get("min", ""), told.get("max", "")))
        return None

    def words(self, words: str) -> None:
        if self._taking is None:
            return
        self._length += len(words)
        if self._length > _LONGEST:
            raise ReadError(f"row {self._number}: a cell has more than {_LONGEST:,} characters")
        self._texts[self._taking].append(words)

    def end(self, name: str) -> Line | None:
        if name == self._taking:
            self._taking = None
        elif name == "rPh":
            self._texts = self._kept
        elif name == "c":
            self._close_cell()
        elif name == "row":
            cells, self._cells = tuple(self._cells), []
            return Line(self._number, self._is_hidden, cells)
        return None

    def _open_row(self, number: str | None, *, is_hidden: bool) -> None:
        self._number = int(number) if number and number.isdecimal() else self._number + 1
        self._is_hidden, self._column = is_hidden, -1
        if self._number > _ROWS:
            raise ReadError(f"is damaged: a sheet has {_ROWS:,} rows, and here is row {number}")

    def _open_cell(self, told: dict[str, str]) -> None:
        match = _REFERENCE.fullmatch(told.get("r", ""))
        self._column = _column(match["column"]) if match else self._column + 1
        if self._column >= _COLUMNS:
            raise ReadError(f"row {self._number}: is damaged: a sheet has {_COLUMNS:,} columns")
        self._cell, self._texts = told, {}

    def _close_cell(self) -> None:
        told, texts = self._cell, self._texts
        kind, style = told.get("t", "n"), told.get("s", "0")
        words = "".join(texts.get("t" if kind == "inlineStr" else "v", []))
        formula = texts.get("f")
        self._cells.append(
            Cell(
                column=self._column,
                kind=kind,
                style=int(style) if style.isdecimal() else 0,
                value=words if words or kind == "str" else None,
                formula=None if formula is None else "".join(formula),
            )
        )
        self._texts = {}


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _span(first: str, last: str) -> str:
    ends = [letters(int(n) - 1) for n in (first, last) if n.isdecimal() and 0 < int(n) <= _COLUMNS]
    return ":".join(dict.fromkeys(ends))
