"""A table that people keep (CSV, TSV, .xlsx) and a map of its columns -> accounts, claims.

Each row is a document, its cells as text, "header: cell" a line; its values are claims that hang on
one event. Pure but for reading the map's file: what is kept of it is `cenotaph.moving`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import Refused
from cenotaph.sheets import cells
from cenotaph.sheets.account import NOT_READ, Told, told
from cenotaph.sheets.mapping import Map, parsed
from cenotaph.sheets.maps import load, ours, shipped
from cenotaph.sheets.rows import Row
from cenotaph.sheets.sheet import Sheet, read_sheet

__all__ = [
    "NOT_READ", "Map", "Row", "Rows", "Sheet", "Table", "Told", "load", "ours", "read_table",
    "shipped",
]  # fmt: skip


class Table(NamedTuple):
    """A table as it comes in, with the map of its columns."""

    file: str  # its name
    raw: bytes
    map_name: str  # as it is called in messages
    map_words: str  # TOML
    sheet: str | None = None  # of a workbook; None: the map's, or the one that is visible

    @classmethod
    def of(cls, path: Path, map_name: str, sheet: str | None = None) -> Table:
        """Return a table from its file, with a map from a file or one that is shipped."""
        return cls(path.name, path.read_bytes(), *load(map_name), sheet)


class Rows:
    """What the rows of a table tell, each told once, and what no row can say."""

    def __init__(self, rows: Iterator[Told | Refused], notes: tuple[str, ...] = ()) -> None:
        """Begin: `notes` are on the whole sheet, such as which of its cells are merged."""
        self._rows = rows
        self.notes = notes

    def __iter__(self) -> Iterator[Told | Refused]:
        return self._rows


def read_table(table: Table) -> Rows:
    """Return what each row of a table tells, or why it cannot be taken.

    Errors: UsageError for a map with faults, all of them; ReadError for a file that is no table.
    """
    layout = parsed(table.map_name, table.map_words).layout
    if table.sheet:
        layout = msgspec.structs.replace(layout, sheet=table.sheet)
    try:
        sheet = read_sheet(table.raw, layout)
    except ReadError as error:
        raise ReadError(f"{table.file}: {error}") from error
    mapping = parsed(table.map_name, table.map_words, sheet.headers)
    if sheet.name is not None:  # its days are written so, whatever its cells show
        mapping = msgspec.structs.replace(mapping, formats=(*mapping.formats, *cells.ISO_DAYS))
    return Rows(_rows(sheet, mapping, table.file), sheet.notes)


def _rows(sheet: Sheet, mapping: Map, file: str) -> Iterator[Told | Refused]:
    """Yield the rows; one that is word for word another, or has another's code, is refused."""
    codes: dict[str, int] = {}
    table = mapping.name or (f"{file}/{sheet.name}" if sheet.name else file)
    for row in sheet.rows:
        name = f"{file}: row {row.number}"
        try:
            found = told(row, sheet.headers, mapping, table)
        except ReadError as error:
            yield Refused(name, str(error))
            continue
        first = codes.setdefault(found.received.capture.ref, row.number)
        first = codes.setdefault(found.received.document.id, first)
        if first != row.number and not mapping.reports:
            same = "has the code or all the cells of"
            yield Refused(name, f"{same} row {first}: give it a code of its own, or leave it out")
        else:
            yield found
