"""The bytes of a workbook (.xlsx) -> one of its sheets as rows of words, as its cells show them.

A formula gives the value that was worked out when the file was last saved. What the words of a row
cannot say (which cells hold formulas, are merged or hidden) stands in notes on the whole sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import sayings
from cenotaph.sheets import shown
from cenotaph.sheets.grid import Cell, HiddenColumns, Line, Merged, letters, lines_of, unescaped
from cenotaph.sheets.parts import End, Event, Parts, Start
from cenotaph.sheets.rows import Row

BEGINS: Final = b"PK\x03\x04"
_MOST: Final = 5_000_000  # cells of one sheet, the empty ones between them counted
_NAMED: Final = 5  # cells that a note names
_SHEET: Final = "worksheet"
_UNSEEN: Final = {"", "-"}  # what formats show for a number that is not to be seen, zero mostly


class Opened(NamedTuple):
    """A sheet as rows, and what its rows cannot say."""

    name: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


class _Listed(NamedTuple):
    name: str
    is_hidden: bool
    part: str


def open_sheet(raw: bytes, wanted: str | None) -> Opened:
    """Return a sheet of a workbook, the one that is visible where none is named.

    Errors: ReadError for what is no workbook, holds no such sheet, or several.
    """
    parts = Parts(raw)
    book = _Book(parts)
    listed = _chosen(book.sheets, wanted)
    reading = _Reading(book, listed.name)
    rows = tuple(reading.rows(lines_of(parts.events(listed.part))))
    return Opened(listed.name, rows, (*_aside(book.sheets, listed), *reading.notes()))


def _chosen(sheets: tuple[_Listed, ...], wanted: str | None) -> _Listed:
    names = ", ".join(repr(s.name) + (" (hidden)" if s.is_hidden else "") for s in sheets)
    if not sheets:
        raise ReadError("is a workbook without a sheet of cells")
    if wanted is None:
        found = [s for s in sheets if not s.is_hidden] or list(sheets)
        if len(found) > 1:
            raise ReadError(f"has several sheets: {names}; say which: --sheet, or [file] sheet")
        return found[0]
    for sheet in sheets:
        if sheet.name.casefold() == wanted.strip().casefold():
            return sheet
    raise ReadError(f"has no sheet {wanted!r}; it has {names}")


def _aside(sheets: tuple[_Listed, ...], taken: _Listed) -> Iterator[str]:
    if taken.is_hidden:
        yield sayings.SHEET_HIDDEN.format(sheet=repr(taken.name))
    others = [repr(s.name) + (" (hidden)" if s.is_hidden else "") for s in sheets if s != taken]
    if others:
        yield sayings.ONLY_SHEET.format(sheet=repr(taken.name), sheets=", ".join(others))


class _Book:
    """What holds for all sheets of a workbook: their names, texts, formats, first day."""

    def __init__(self, parts: Parts) -> None:
        main = [name for kind, name in parts.related().values() if kind == "officeDocument"]
        if not main:
            raise ReadError("is no workbook, though it is packed like one")
        related = parts.related(main[0])
        self.from_1904 = False
        self.sheets = tuple(self._listed(parts.events(main[0]), related))
        named = dict(related.values())
        self.strings = (
            _strings(parts.events(named["sharedStrings"])) if "sharedStrings" in named else ()
        )
        self.formats = _formats(parts.events(named["styles"])) if "styles" in named else ()

    def _listed(
        self, events: Iterable[Event], related: dict[str, tuple[str, str]]
    ) -> Iterator[_Listed]:
        for event in events:
            if not isinstance(event, Start):
                continue
            told = event.attributes
            if event.name == "workbookPr":
                self.from_1904 = told.get("date1904") in {"1", "true"}
            elif event.name == "sheet":
                kind, part = related.get(told.get("id", ""), ("", ""))
                if kind == _SHEET:
                    hidden = told.get("state", "visible") != "visible"
                    yield _Listed(told.get("name", ""), hidden, part)


def _strings(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the texts that cells share; without how their words are pronounced."""
    found: list[str] = []
    pieces: list[str] = []
    taking = spoken = False
    for event in events:
        if isinstance(event, str):
            if taking and not spoken:
                pieces.append(event)
        elif event.name == "rPh":
            spoken = isinstance(event, Start)
        elif event.name == "t":
            taking = isinstance(event, Start)
        elif event.name == "si" and isinstance(event, End):
            found.append(unescaped("".join(pieces)))
            pieces.clear()
    return tuple(found)


def _formats(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the number format of each style of cells."""
    own: dict[str, str] = {}
    numbers: list[str] = []
    inside = False
    for event in events:
        if isinstance(event, str):
            continue
        if event.name == "cellXfs":
            inside = isinstance(event, Start)
        elif isinstance(event, Start) and event.name == "numFmt":
            told = event.attributes
            own[told.get("numFmtId", "")] = told.get("formatCode", shown.GENERAL)
        elif isinstance(event, Start) and event.name == "xf" and inside:
            numbers.append(event.attributes.get("numFmtId", "0"))
    known = {str(number): code for number, code in shown.BUILT_IN.items()}
    return tuple(own.get(n) or known.get(n, shown.GENERAL) for n in numbers)


class _Reading:
    """Goes through one sheet, and remembers what its rows cannot say."""

    def __init__(self, book: _Book, sheet: str) -> None:
        self._book = book
        self._sheet = sheet
        self._said: dict[str, list[str]] = defaultdict(list)
        self._cells = 0

    def rows(self, lines: Iterable[Line | Merged | HiddenColumns]) -> Iterator[Row]:
        """Yield the rows that are stored."""
        for line in lines:
            if isinstance(line, Line):
                yield self._row(line)
            elif isinstance(line, Merged):
                self._said["merged"].append(line.cells)
            else:
                self._said["columns"].append(line.columns)

    def notes(self) -> Iterator[str]:
        """Yield what the rows cannot say."""
        for key, words in _NOTES.items():
            if found := self._said.get(key):
                cells, more = ", ".join(found[:_NAMED]), f"{len(found) - _NAMED:,}"
                if len(found) > _NAMED:
                    cells = sayings.AND_MORE.format(cells=cells, n=more)
                yield f"{words} ({cells})"

    def _row(self, line: Line) -> Row:
        width = max((c.column for c in line.cells), default=-1) + 1
        self._cells += width
        if self._cells > _MOST:
            raise ReadError(f"row {line.number}: the sheet has more than {_MOST:,} cells")
        words = [""] * width
        stored: dict[str, object] = {}
        for cell in line.cells:
            words[cell.column] = self._words(cell, line.number).replace("\r\n", "\n").strip()
            if cell.value is not None or cell.formula is not None:
                stored[f"{letters(cell.column)}{line.number}"] = self._stored(
                    cell, words[cell.column]
                )
        if line.is_hidden and any(words):
            self._said["rows"].append(str(line.number))
        raw = msgspec.json.encode({"sheet": self._sheet, "row": line.number, "cells": stored})
        return Row(line.number, tuple(words), raw)

    def _words(self, cell: Cell, row: int) -> str:
        """Return what a cell shows, and note what that does not."""
        where = f"{letters(cell.column)}{row}"
        if cell.formula is not None:
            if cell.value is None:
                self._said["unworked"].append(where)
                return f"={cell.formula}"
            self._said["formulas"].append(where)
        if cell.value is None:
            return ""
        plain, words = self._shown(cell, cell.value)
        if words != plain and words in _UNSEEN:
            self._said["unseen"].append(where)
        return words

    def _shown(self, cell: Cell, value: str) -> tuple[str, str]:
        """Return what a cell holds, and the words that it shows of it."""
        code = self._format(cell)
        match cell.kind:
            case "s":
                text = self._string(value)
                return text, shown.text(text, code)
            case "str" | "inlineStr":
                text = unescaped(value)
                return text, shown.text(text, code)
            case "b":
                words = "TRUE" if value.strip() == "1" else "FALSE"
                return words, words
            case "e" | "d":
                return value, value
            case _:
                return value, shown.number(value, code, from_1904=self._book.from_1904)

    def _string(self, number: str) -> str:
        if number.isdecimal() and int(number) < len(self._book.strings):
            return self._book.strings[int(number)]
        raise ReadError(f"is a damaged workbook: a cell points to text {number}, and there is none")

    def _format(self, cell: Cell) -> str:
        formats = self._book.formats
        return formats[cell.style] if cell.style < len(formats) else shown.GENERAL

    def _stored(self, cell: Cell, words: str) -> object:
        """Return a cell as it is kept: its words where it is text, else all that it is made of."""
        if cell.formula is None and cell.kind in {"s", "str", "inlineStr"}:
            return words
        return {
            "shown": words,
            "stored": cell.value,
            "kind": cell.kind,
            "format": self._format(cell),
            "formula": cell.formula,
        }


_NOTES: Final = {
    "formulas": sayings.FORMULAS,
    "unworked": sayings.UNWORKED,
    "merged": sayings.MERGED,
    "rows": sayings.ROWS_HIDDEN,
    "columns": sayings.COLUMNS_HIDDEN,
    "unseen": sayings.UNSEEN,
}
