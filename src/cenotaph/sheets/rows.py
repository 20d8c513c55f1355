"""A row of a table that people keep, as its cells show it."""

from __future__ import annotations

import msgspec


class Row(msgspec.Struct, frozen=True):
    """One row as a spreadsheet numbers it: the first is 1, the headers' own included."""

    number: int
    cells: tuple[str, ...]  # blanks around them and carriage returns left out
    raw: bytes  # the row's own words, in UTF-8; of a workbook, its cells as JSON
