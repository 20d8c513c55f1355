"""Cells and rows -> lines of comma-separated values that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cenotaph.model import Value

Scalar = str | int | float | None  # None: unknown, an empty cell; never zero

# What a spreadsheet reads as a formula or a command when a cell begins with it (OWASP, CSV
# Injection), full-width forms too; before it stand blanks that are trimmed.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Cell(Value):
    """One value of a row, and the claims it comes from."""

    value: Scalar = None
    claims: tuple[str, ...] = ()


class Row(Value):
    """One row of a table: what names it there, and its cells in the order of the columns."""

    name: str
    cells: tuple[Cell, ...]

    def behind(self, columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the claims behind each column that says something."""
        told = zip(columns, self.cells, strict=True)
        return {column: c.claims for column, c in told if c.value is not None}


def row(name: str, columns: Sequence[str], said: Mapping[str, Cell | Scalar]) -> Row:
    """Return a row; what is not said of a column is empty. KeyError for a column it has not."""
    unknown = [column for column in said if column not in columns]
    if unknown:
        raise KeyError(unknown[0])
    found = (said.get(column) for column in columns)
    return Row(name=name, cells=tuple(c if isinstance(c, Cell) else Cell(value=c) for c in found))


def safe(value: Scalar) -> Scalar:
    """Return a value that no spreadsheet computes: text like a formula gets an apostrophe before.

    Numbers stay as they are, those below zero too, also where they are written as text. Characters
    that files of text cannot hold are replaced by U+FFFD.
    """
    if not isinstance(value, str):
        return value
    text = _UNPRINTABLE.sub("\ufffd", value)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def comma_separated(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a file of comma-separated values (RFC 4180), the columns' names first.

    Text is quoted, numbers and empty cells are not, so that programs can tell "" from nothing and
    a spreadsheet that expects semicolons does not cut a text in two.
    """
    yield _line(columns)
    for one in rows:
        yield _line([cell.value for cell in one.cells])


def _line(values: Iterable[Scalar]) -> str:
    return ",".join(_field(safe(value)) for value in values) + "\n"


def _field(value: Scalar) -> str:
    match value:
        case None | "":
            return ""
        case str():
            return '"' + value.replace('"', '""') + '"'
        case _:
            return repr(value)
