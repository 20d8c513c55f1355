"""A row's cells -> its text, "header: cell" a line, and where in it each cell stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cenotaph.errors import ReadError
from cenotaph.model import Span
from cenotaph.sheets.cells import ERRORS
from cenotaph.sheets.mapping import Column
from cenotaph.sheets.rows import Row


class Said(NamedTuple):
    """What a cell, or a part of one, says, and the words that carry it."""

    words: str  # as translated by the map
    evidence: Span
    sentence: Span


class Lines:
    """One row as a text; an empty cell has no line."""

    def __init__(self, headers: Sequence[str], row: Row) -> None:
        if len(row.cells) > len(headers) and any(row.cells[len(headers) :]):
            raise ReadError(
                f"has {len(row.cells)} cells, and there are {len(headers)} headers: put cells that"
                " hold the separator into quotation marks"
            )
        self.cells = dict(zip(headers, row.cells, strict=False))
        self.spans: dict[str, Span] = {}
        lines: list[str] = []
        at = 0
        for number, (header, cell) in enumerate(zip(headers, row.cells, strict=False), 1):
            if not cell:
                continue
            # In small letters: a header's capitals are no names.
            head = f"{header.lower() or f'column {number}'}: "
            lines.append(head + cell)
            self.spans[header] = Span(start=at + len(head), end=at + len(head) + len(cell))
            at += len(lines[-1]) + 1
        self.text = "\n".join(lines)

    def line(self, cell: Span) -> Span:
        """Return the line or lines that a span lies in, the header's words included."""
        start = max(s for s in self._starts() if s <= cell.start)
        return Span(start=start, end=max(cell.end, self._end(cell.end)))

    def _starts(self) -> Iterator[int]:
        yield 0
        ends = sorted(s.end for s in self.spans.values())
        yield from (e + 1 for e in ends[:-1])

    def _end(self, at: int) -> int:
        return min((s.end for s in self.spans.values() if s.end >= at), default=at)

    def counts(self, column: Column) -> bool:
        """Tell whether a column is to be read in this row."""
        return all(self.cells.get(h, "").casefold() in cells for h, cells in column.only.items())

    def said(self, column: Column | None) -> Said | None:
        """Return what a column says here; None where it says nothing, or is fixed in the map."""
        if column is None or column.header is None or column.header not in self.spans:
            return None
        cell = self.cells[column.header]
        if cell.casefold() in column.empty or not self.counts(column):
            return None
        if cell in ERRORS:
            raise ReadError(f"{column.header}: {cell} is where a formula failed; mend or empty it")
        span = self.spans[column.header]
        return Said(column.words.get(cell.casefold(), cell), span, self.line(span))

    def parts(self, column: Column | None) -> list[Said]:
        """Return the values of a cell that holds several, each where it stands."""
        whole = self.said(column)
        if whole is None or column is None or not column.separator:
            return [] if whole is None else [whole]
        cell, start = self.cells[column.header or ""], whole.evidence.start
        found = []
        at = 0
        for piece in cell.split(column.separator):
            words = piece.strip()
            first = start + at + (len(piece) - len(piece.lstrip()))
            at += len(piece) + len(column.separator)
            if words and words.casefold() not in column.empty:
                span = Span(start=first, end=first + len(words))
                found.append(Said(column.words.get(words.casefold(), words), span, whole.sentence))
        return found

    def word(self, column: Column | None) -> str | None:
        """Return a column's words here, or the map's own where they are the same in every row."""
        if column is not None and column.fixed is not None:
            return column.fixed
        found = self.said(column)
        return None if found is None else found.words


def around(*found: Said) -> Said:
    """Return several cells as one: from the first to the last of them."""
    return Said(
        " ".join(f.words for f in found),
        Span(start=min(f.evidence.start for f in found), end=max(f.evidence.end for f in found)),
        Span(start=min(f.sentence.start for f in found), end=max(f.sentence.end for f in found)),
    )
