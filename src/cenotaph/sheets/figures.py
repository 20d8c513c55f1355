"""The counts of a row -> tolls, each with the cell that carries it; parts under their whole."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import Count, Toll
from cenotaph.sheets.cells import count
from cenotaph.sheets.lines import Lines, Said, around
from cenotaph.sheets.mapping import Column, Figures, no_choice


class Counted(msgspec.Struct, frozen=True):
    """A toll, where it stands, and whether it is a part of the one before it that is none."""

    toll: Toll
    said: Said
    part: bool


def tolls(outcome: str, figures: Figures, lines: Lines) -> Iterator[Counted]:
    """Yield the whole of an outcome and then its breakdowns; nothing where cells are empty."""
    whole = _counted(outcome, figures, lines)
    if whole is not None:
        yield Counted(*whole, part=False)
    for part in figures.parts:
        found = _counted(outcome, part, lines)
        if found is not None:
            yield Counted(*found, part=whole is not None)


def _counted(outcome: str, figures: Figures, lines: Lines) -> tuple[Toll, Said] | None:
    found = _count(outcome, figures, lines)
    if found is None:
        return None
    people = {n: w for n, c in figures.people.items() if (w := lines.word(c)) is not None}
    for name, word in people.items():
        if why := no_choice(name, word):
            raise ReadError(f"{figures.people[name].header} ({outcome}): {why}")
    value = {
        "is": "Toll",
        "outcome": outcome,
        "count": msgspec.to_builtins(found[0]),
        "people": {"is": "People", **people, "roles": figures.roles},
    }
    return msgspec.convert(value, Toll), found[1]


def _count(outcome: str, figures: Figures, lines: Lines) -> tuple[Count, Said] | None:
    """Return the count: of the one column; of the least and the most; else of the best."""
    one = _read(outcome, figures.column, lines)
    if one is not None:
        return one
    least, most = (_read(outcome, c, lines) for c in (figures.least, figures.most))
    if least is None and most is None:
        return _read(outcome, figures.best, lines)
    if least is None:
        high = most[0].high if most else None
        return None if most is None or high is None else (Count(low=0, high=high), most[1])
    if most is None:
        return msgspec.structs.replace(least[0], high=None), least[1]
    return _range(outcome, least, most)


def _range(outcome: str, least: tuple[Count, Said], most: tuple[Count, Said]) -> tuple[Count, Said]:
    low, high = least[0].low, most[0].high
    if low is not None and high is not None and high < low:
        raise ReadError(f"{outcome}: the least is {low} and the most {high}: turn them round")
    return (
        Count(
            low=low,
            high=high,
            approximate=least[0].approximate or most[0].approximate,
            vague=least[0].vague or most[0].vague,
        ),
        around(least[1], most[1]),
    )


def _read(outcome: str, column: Column | None, lines: Lines) -> tuple[Count, Said] | None:
    said = lines.said(column)
    if said is None or column is None:
        return None
    try:
        return count(said.words), said
    except ReadError as error:
        raise ReadError(f"{column.header} ({outcome}): {error}") from error
