"""The bytes of a CSV, TSV or .xlsx file -> headers and rows, each with its number and own bytes.

Cells are text and nothing else: what looks like a formula, a date or a number stays as written; of
a workbook, what its cells show.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import sayings
from cenotaph.sheets.rows import Row
from cenotaph.sheets.workbook import BEGINS, open_sheet
from cenotaph.text.encoding import decode

SEPARATORS: Final = (",", ";", "\t", "|")
_LONGEST: Final = 1_000_000  # characters of one cell
_SAMPLES: Final = 4  # words in another script than English, to judge an encoding by
_WORD = re.compile(r"[^\W\d_]+")
_HINT = re.compile(r"sep=(?P<separator>[,;|\t])\r?\n?", re.IGNORECASE)
_UNPARTED: Final = {  # what Python's csv says -> what it means for who keeps the table
    "unexpected end of data": "a quotation mark is opened there and never closed",
    "field larger than": f"a cell has more than {_LONGEST:,} characters; perhaps a quotation mark"
    " is opened and never closed",
    "expected after": "a quotation mark stands inside of a cell; write it twice",
}
_OLE: Final = b"\xd0\xcf\x11\xe0"  # .xls; and .xlsx behind a password


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How a file is written; what is not set is found out."""

    encoding: str | None = None
    separator: str | None = None
    header_row: int = 1
    sheet: str | None = None  # of a workbook; None: the one that is visible


class Sheet(msgspec.Struct, frozen=True):
    """A table: its headers, and its rows that are not empty."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str = ""
    name: str | None = None  # of a workbook's sheet
    notes: tuple[str, ...] = ()  # what its rows cannot say


def read_sheet(raw: bytes, layout: Layout) -> Sheet:
    """Return a file as a table; ReadError says what it is instead, and what would be right."""
    if raw.startswith(BEGINS):
        opened = open_sheet(raw, layout.sheet)
        headers, rows = _parted(opened.rows, layout.header_row)
        return Sheet(headers, rows, name=opened.name, notes=opened.notes)
    text, separator = _unhinted(_text(raw, layout.encoding))
    if layout.sheet is not None:
        raise ReadError(
            f"has no sheet {layout.sheet!r}: it is a table of text; leave the sheet out"
        )
    separator = layout.separator or separator or _separator(text, layout.header_row)
    headers, rows = _parted(tuple(_rows(text, separator)), layout.header_row)
    notes = () if layout.encoding else tuple(_guessed(raw, text))
    return Sheet(headers, rows, separator, notes=notes)


def _parted(rows: tuple[Row, ...], header_row: int) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the headers, and the rows below them that hold anything."""
    if not rows or rows[-1].number < header_row:
        raise ReadError(f"has {len(rows)} rows, and its headers should stand in {header_row}")
    headers = next((r.cells for r in rows if r.number == header_row), ())
    if not any(headers):
        raise ReadError(
            f"row {header_row} is empty; say where the headers stand: [file] header_row"
        )
    below = (r for r in rows if r.number > header_row and any(r.cells) and not _is_tags(r))
    return headers, tuple(below)


def _text(raw: bytes, encoding: str | None) -> str:
    if raw.startswith(_OLE):
        raise ReadError(
            "is an old workbook (.xls), or one behind a password; save it as .xlsx without a"
            " password, or as CSV, and import that"
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


def _unhinted(text: str) -> tuple[str, str | None]:
    """Part a text from the line "sep=;" that spreadsheets write for themselves, and no one sees."""
    hint = _HINT.match(text)
    return (text[hint.end() :], hint["separator"]) if hint else (text, None)


def _guessed(raw: bytes, text: str) -> Iterator[str]:
    """Say, with words to judge by, that an encoding was guessed: a wrong one reads smoothly."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        words = [w for w in _WORD.findall(text) if not w.isascii()]
        if words and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            some = ", ".join(dict.fromkeys(words[:_SAMPLES]))
            yield sayings.GUESSED.format(words=some)


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
            why = next((w for said, w in _UNPARTED.items() if said in str(error)), error)
            raise ReadError(f"row {number}: cannot be parted into cells: {why}") from error
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
