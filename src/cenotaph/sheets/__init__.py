"""A table that people keep (CSV, TSV) and a map of its columns -> accounts, and claims of a person.

Each row is a document, its cells as text, "header: cell" a line; its values are claims that hang on
one event. Pure but for reading the map's file: what is kept of it is `cenotaph.moving`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from cenotaph.errors import ReadError
from cenotaph.model import Refused
from cenotaph.sheets.account import NOT_READ, Told, told
from cenotaph.sheets.mapping import Map, load, parsed, shipped
from cenotaph.sheets.sheet import Row, Sheet, read_sheet

__all__ = ["NOT_READ", "Map", "Row", "Sheet", "Told", "read_table", "shipped"]


def read_table(raw: bytes, file: str, map_name: str) -> tuple[Map, Iterator[Told | Refused]]:
    """Return the map, and what each row of a table tells or why it cannot be taken.

    Errors: UsageError for a map with faults, all of them; ReadError for a file that is no table.
    """
    name, words = load(map_name)
    mapping = parsed(name, words)
    try:
        sheet = read_sheet(raw, mapping.layout)
    except ReadError as error:
        raise ReadError(f"{file}: {error}") from error
    mapping = parsed(name, words, sheet.headers)
    return mapping, _rows(sheet, mapping, PurePath(file).name)


def _rows(sheet: Sheet, mapping: Map, file: str) -> Iterator[Told | Refused]:
    """Yield the rows; one that is word for word another, or has another's code, is refused."""
    codes: dict[str, int] = {}
    for row in sheet.rows:
        name = f"{file}: row {row.number}"
        try:
            found = told(row, sheet.headers, mapping, mapping.name or file)
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
