"""The bytes of a CSV or TSV file -> headers and rows, each row with its number and its own bytes.

Cells are text and nothing else: what looks like a formula, a date or a number stays as written.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

import msgspec

from cenotaph.errors import ReadError
from cenotaph.text.encoding import decode

SEPARATORS: Final = (",", ";", "\t", "|")
_LONGEST: Final = 1_000_000  # characters of one cell
_ZIP: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How a file is written; what is not set is found out."""

    encoding: str | None = None
    separator: str | None = None
    header_row: int = 1


class Row(msgspec.Struct, frozen=True):
    """One row as a spreadsheet numbers it: the first is 1, the headers' own included."""

    number: int
    cells: tuple[str, ...]  # blanks around them and carriage returns left out
    raw: bytes  # the row's own words, in UTF-8


class Sheet(msgspec.Struct, frozen=True):
    """A table: its headers, and its rows that are not empty."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str


def read_sheet(raw: bytes, layout: Layout) -> Sheet:
    """Return a file as a table; ReadError says what it is instead, and what would be right."""
    text = _text(raw, layout.encoding)
    separator = layout.separator or _separator(text, layout.header_row)
    rows = list(_rows(text, separator))
    if len(rows) < layout.header_row:
        raise ReadError(
            f"has {len(rows)} rows, and its headers should stand in {layout.header_row}"
        )
    headers = rows[layout.header_row - 1].cells
    if not any(headers):
        raise ReadError(
            f"row {layout.header_row} is empty; say where the headers stand: [file] header_row"
        )
    below = (r for r in rows[layout.header_row :] if any(r.cells) and not _is_tags(r))
    return Sheet(headers, tuple(below), separator)


def _text(raw: bytes, encoding: str | None) -> str:
    if raw.startswith(_ZIP):
        raise ReadError(
            "is a spreadsheet program's own file; save it as CSV (UTF-8) and import that"
        )
    if not raw.strip():
        raise ReadError("is empty; a table has a row of headers and rows below")
    if encoding is None:
        return decode(raw)
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise ReadError(f"[file] encoding {encoding!r} is none that is known, as utf-8") from None
    except UnicodeDecodeError as error:
        raise ReadError(f"is not in {encoding} ({error.reason} at byte {error.start})") from error


def _separator(text: str, header_row: int) -> str:
    """Return the sign that parts the headers into most cells; a comma where there is one column."""
    lines = text.splitlines()
    header = lines[header_row - 1] if len(lines) >= header_row else ""
    found = Counter({s: len(next(csv.reader([header], delimiter=s), [])) for s in SEPARATORS})
    return max(SEPARATORS, key=lambda s: found[s])


def _rows(text: str, separator: str) -> Iterator[Row]:
    """Yield every row, numbered as a spreadsheet does: a cell of three lines is in one row."""
    lines = _Lines(text)
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ReadError(f"row {number}: cannot be parted into cells: {error}") from error
        if cells is None:
            return
        clean = tuple(c.replace("\r\n", "\n").replace("\r", "\n").strip() for c in cells)
        yield Row(number, clean, lines.taken().rstrip("\r\n").encode("utf-8", "surrogatepass"))


class _Lines:
    """Hands out the lines of a text, and tells which were taken since it was last asked."""

    def __init__(self, text: str) -> None:
        self._stream = io.StringIO(text, newline="")
        self._taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline()
        if not line:
            raise StopIteration
        self._taken.append(line)
        return line

    def taken(self) -> str:
        """Return the lines taken since the last call."""
        words, self._taken = "".join(self._taken), []
        return words


def _is_tags(row: Row) -> bool:
    """Tell whether a row holds nothing but HXL hashtags, as the one below the headers may."""
    return all(c.startswith("#") for c in row.cells if c)
