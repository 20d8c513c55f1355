"""A table pasted as text -> its rows, and what each says of the dead, hurt and missing.

    Date         Town       Killed   Injured
    3 May 2021   Tarsk           4        10

Columns stand apart by tabs, bars, semicolons or runs of blanks, and the heading names one of harm.
A row with a day of its own tells of an incident. A table without days parts one incident's figures
by sex, hospital or service: its total is the incident's; one by province or month adds up a period.
Rows of hospitals or sides are added up. All other figures of a table are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from cenotaph.text.days import read_days
from cenotaph.text.harm_words import Harmed, headings
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Cell, Role, Row

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_GAPS = tuple(re.compile(gap) for gap in (r"\t+", r"\s*\|\s*", r"\s*;\s*", r" {2,}|\t+"))
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
_NO_FIGURE = re.compile(r"[-–—.]*|n/?a|n/?k|unk(?:nown)?|\?")
_RULE = re.compile(r"[\s|:+=_-]+")
_TOTAL = re.compile(r"(?i)(?:grand |sub)?totals?\b|\ball\b|\bsum\b")
_DAY = re.compile(r"[\dX]{4}-(?:\d\d-\d\d|XX-XX)(?:T.*)?")
_BESIDE = frozenset({"no", "number", "of", "total", "people", "persons", "civilians"})
_SPELLS = frozenset({"month", "year", "week", "quarter", "period"})
_APART = frozenset({
    "hospital", "clinic", "facility", "morgue", "mortuary", "side", "force", "unit", "party",
})  # fmt: skip
_WIDEST = 12  # columns
_LONGEST = 400  # characters of a row
_SAMPLE = 2000  # lines of a table


class _Heading(NamedTuple):
    """The columns of a table: of harm, of the day, of the place."""

    line: tuple[int, int]
    gap: re.Pattern[str]
    width: int
    harms: dict[int, Harmed]
    day: int | None
    place: int | None
    series: bool  # its rows are places or spells of time
    apart: bool  # nobody is in two of them


def rows(text: str) -> dict[int, Row]:
    """Return the rows of a text's tables by where they start."""
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    found: dict[int, Row] = {}
    for i, line in enumerate(lines):
        if line[0] in found:
            continue
        heading = _heading(text, line)
        if heading is not None:
            below = list(_below(text, heading, islice(lines, i + 1, i + 1 + _SAMPLE)))
            if below:
                found[line[0]] = Row(*line, role="heading")
                found |= {row.start: row for row in _told(below, heading)}
    return found


def _heading(text: str, line: tuple[int, int]) -> _Heading | None:
    """Return the columns that a line heads; None where it heads none of harm."""
    if line[1] - line[0] > _LONGEST:
        return None
    for gap in _GAPS:
        names = [text[a:b].lower() for a, b in _cells(text, line, gap)]
        if not 1 < len(names) <= _WIDEST or any(c.isdigit() for n in names for c in n):
            continue
        harms = {i: o for i, n in enumerate(names) if (o := _outcome(n)) is not None}
        if harms and len(set(harms.values())) == len(harms):
            day, place = _first(names, "day"), _first(names, "place")
            series = place == 0 or bool(_SPELLS & set(names[0].split()))
            apart = bool(_APART & set(names[0].split()))
            return _Heading(line, gap, len(names), harms, day, place, series, apart)
    return None


def _outcome(name: str) -> Harmed | None:
    words, known = re.findall(r"[a-z]+", name), headings()
    told = [known[w] for w in words if w in known]
    return told[0] if len(told) == 1 and set(words) <= known.keys() | _BESIDE else None


def _first(names: Sequence[str], kind: str) -> int | None:
    asking = grouped("forms.txt")[kind]
    return next((i for i, n in enumerate(names) if asking & set(n.split())), None)


def _cells(text: str, line: tuple[int, int], gap: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the offsets of a line's cells, none for the marks that only frame it."""
    start, end = line
    said = text[start:end].rstrip()
    end = start + len(said)
    start += len(said) - len(said.lstrip())
    if gap.pattern == _GAPS[1].pattern:
        end -= said.endswith("|")
        start += said.lstrip().startswith("|")
    cuts = [m.span() for m in gap.finditer(text, start, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    return [_trimmed(text, a, b) for a, b in zip(starts, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    return start, max(start, start + len(said.strip()))


def _below(text: str, heading: _Heading, lines: Iterator[tuple[int, int]]) -> Iterator[Row]:
    """Yield the rows under a heading, as far as they have its columns."""
    for line in lines:
        if _RULE.fullmatch(text[line[0] : line[1]]):
            continue
        row = None if line[1] - line[0] > _LONGEST else _row(text, heading, line)
        if row is None:
            return
        yield row


def _row(text: str, heading: _Heading, line: tuple[int, int]) -> Row | None:
    """Return a row; its first cell may stand under no heading."""
    cells = _cells(text, line, heading.gap)
    more = len(cells) - heading.width
    if more not in {0, 1} or (more and heading.day is not None):
        return None
    found: list[Cell] = []
    for column, outcome in heading.harms.items():
        start, end = cells[column + more]
        if _FIGURE.fullmatch(text[start:end]):
            found.append(Cell(start, end, outcome))
        elif not _NO_FIGURE.fullmatch(text[start:end].lower()):
            return None
    total = _TOTAL.match(text[cells[0][0] : cells[0][1]]) is not None
    day = None if heading.day is None else cells[heading.day]
    role: Role = "total" if total else "incident" if day and _is_day(text, day) else "part"
    where = None if heading.place is None else cells[heading.place + more]
    return Row(*line, role=role, cells=tuple(found), place=where)


def _is_day(text: str, cell: tuple[int, int]) -> bool:
    """Tell whether a cell names one day and nothing else."""
    days = read_days(text[cell[0] : cell[1]])
    return len(days) == 1 and _DAY.fullmatch(days[0].when.timex) is not None


def _told(found: Sequence[Row], heading: _Heading) -> Iterator[Row]:
    """Yield the rows; the total of a table of incidents is the sum of several.

    That of provinces, towns or months adds up a period (COUNTING 16). What hospitals or sides tell
    is of different people, and adds up where no total is told.
    """
    several = heading.day is not None or sum(row.role == "total" for row in found) > 1
    role: Role = "sum" if several else "series" if heading.series else "total"
    summed = any(row.role == "total" for row in found)
    part: Role = "addend" if heading.apart and not summed else "part"
    for row in found:
        yield replace(row, role={"total": role, "part": part}.get(row.role, row.role))
