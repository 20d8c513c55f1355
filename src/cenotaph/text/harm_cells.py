"""A row of a table -> its harms, and the figures that are left out because others sum them up."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.model import Count, People, Skipped, Span, sayings
from cenotaph.text.harm_heads import Harm
from cenotaph.text.persons import Whole
from cenotaph.text.reading import Sentence
from cenotaph.text.victims import Kind, Phrase

_COUNTED = frozenset({"incident", "total", "series", "addend"})


def in_cells(whole: Whole) -> Iterator[Harm]:
    """Yield the harms that a row of a table tells; its evidence begins with the row."""
    sentence = whole.sentence
    if sentence.row is None or sentence.row.role not in _COUNTED:
        return
    for cell in sentence.row.cells:
        token = sentence.token_at(cell.start)
        if token is None:
            continue
        first, last = cell.start - sentence.span.start, cell.end - sentence.span.start
        number = int(sentence.text[first:last].replace(",", ""))
        kind: Kind = "zero" if not number else "singular" if number == 1 else "group"
        count = Count(low=number, high=number)
        phrase = Phrase(token, token, token, kind, count, People())
        span = Span(start=sentence.span.start, end=cell.end, part=sentence.part)
        yield Harm(sentence.number, token, cell.outcome, phrase, span, rule="cell")


def left_in_cells(sentence: Sentence) -> Iterator[Skipped]:
    """Yield the figures of a row that is no incident's: a part of a total, a sum of several."""
    row = sentence.row
    if row is None or row.role in _COUNTED or row.role == "heading":
        return
    why = sayings.TABLE_SUM if row.role == "sum" else sayings.ROW_WITHOUT_DAY
    for cell in row.cells:
        yield Skipped(why=why, start=cell.start, end=cell.end, part=sentence.part)
