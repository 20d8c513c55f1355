"""`table`: the record for a terminal, readable at 80 columns."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import IO

from rich.cells import cell_len

from cenotaph.model import (
    Figure,
    Incident,
    People,
    Record,
    Series,
    count_of,
    count_words,
    days_words,
    kind_words,
    people_words,
    without_names,
)
from cenotaph.pages.quoting import says
from cenotaph.publish import Options, Shape, accidents, discreet, hidden_names, shown

SHAPE: Shape = "stream"
_ID = 8  # letters of an id: `cenotaph show` takes as many
_MOST, _LEAST = 120, 60  # columns: longer lines are hard to read, narrower ones hold no table

# A column: its heading and its share of the width, or its width where it is above 1.
_Column = tuple[str, float]
_INCIDENTS: tuple[_Column, ...] = (
    ("Day", 10), ("Incident", 0.34), ("Killed", 0.22), ("Injured", 0.22), ("Blamed", 0.22),
    ("Src", 3),
)  # fmt: skip
_SERIES: tuple[_Column, ...] = (
    ("Place", 0.2),
    ("Figure", 0.34),
    ("Since, as of", 0.24),
    ("By", 0.22),
)


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the incidents, then the running totals, then what was skipped."""
    hidden = hidden_names(record, options)
    record = discreet(record, options, hidden)
    incidents = shown(record, options)
    width = _width()
    out.writelines(f"{line}\n" for line in _table(_INCIDENTS, map(_cells, incidents), width))
    if record.series:
        out.write("\nFigures that are no incident's\n\n")
        running = _rows(record, hidden)
        out.writelines(f"{line}\n" for line in _table(_SERIES, running, width))
    out.write("\n" + "\n".join(_notes(record, incidents, options)) + "\n")


def _width() -> int:
    """Return the terminal's columns ($COLUMNS first), 80 where there is none."""
    return max(_LEAST, min(_MOST, shutil.get_terminal_size((80, 24)).columns))


def _table(columns: Sequence[_Column], rows: Iterator[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the lines of a table whose cells wrap; a line is at most `width` columns wide."""
    free = width - 2 * (len(columns) - 1) - sum(int(share) for _, share in columns if share > 1)
    widths = [int(share) if share > 1 else int(share * free) for _, share in columns]
    yield _line([heading for heading, _ in columns], widths)
    yield "─" * min(width, sum(widths) + 2 * (len(widths) - 1))
    for row in rows:
        wrapped = [_wrap(c, w) for c, w in zip(row, widths, strict=True)]
        for cells in zip_longest(*wrapped, fillvalue=""):
            yield _line(cells, widths)


def _wrap(cell: str, width: int) -> list[str]:
    """Return a cell's lines; where letters take two columns, half as many fit."""
    letters = width if cell_len(cell) == len(cell) else width // 2
    return textwrap.wrap(cell, letters) or [""]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return one line; a letter of double width takes two columns."""
    padded = (c + " " * (w - cell_len(c)) for c, w in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _cells(incident: Incident) -> Sequence[str]:
    return (
        days_words(incident.first, incident.last),
        _title(incident),
        _toll(incident, "killed"),
        _toll(incident, "injured"),
        _blamed(incident),
        str(incident.independent_sources),
    )


def _title(incident: Incident) -> str:
    place = incident.place.value.name if incident.place else "place unknown"
    target = f", {incident.targets[0].value.name}" if incident.targets else ""
    kind = kind_words(incident.event_type, incident.sub_event_type)
    return f"{place}: {kind}{target} [{incident.id[:_ID]}]"


def _toll(incident: Incident, outcome: str) -> str:
    figures = [f for f in incident.tolls if f.outcome == outcome]
    if not figures:
        return "-"
    whole = next((f for f in figures if f.people == People()), figures[0])
    if whole.status == "contested":
        sides = " against ".join(map(count_words, whole.sides))
        return f"{_range(whole) if _is_chosen(whole) else sides}: contested"
    words = _range(whole)
    people = people_words(whole.people)
    return f"{words} ({people})" if people else words


def _is_chosen(figure: Figure) -> bool:
    """Tell whether a policy, or a person, made one number of what accounts differ on."""
    return figure.best is not None


def _range(figure: Figure) -> str:
    if figure.low is None and figure.vague:
        return f"“{figure.vague}”"
    words = count_words(count_of(figure))
    if figure.status != "contested" or figure.best is None or figure.low == figure.high:
        return words
    return f"{figure.best:,} ({words})"


def _blamed(incident: Incident) -> str:
    """Name who is blamed, and say when it is denied."""
    held = [b.party for b in incident.responsibility if b.stance not in {"denies", "doubts"}]
    denied = any(c.kind == "denied" for c in incident.conflicts)
    words = ", ".join(dict.fromkeys(held)) or "-"
    return f"{words} (denied)" if denied and held else words


def _running(series: Series) -> Sequence[str]:
    people = people_words(series.people)
    words = f"{count_words(count_of(series))} {series.outcome}" + (f" ({people})" if people else "")
    words += ", by hunger, cold or want" if series.cause == "indirect" else ""
    when = "; ".join(w for w in (series.since and f"since {series.since}", series.as_of) if w)
    place = series.place.value.name if series.place else "-"
    what = f"{words}, {series.scope} [{series.id[:_ID]}]"
    return place, what, when, series.speaker or "the account"


def _rows(record: Record, hidden: frozenset[str]) -> Iterator[Sequence[str]]:
    """Yield each figure, and below it who says that it is a multiple of that."""
    wanted = {i for s in record.series for i in s.said}
    told = {c.id: c for a in record.accounts for c in a.claims if c.id in wanted}
    for series in record.series:
        yield _running(series)
        for claim in (told[i] for i in series.said if i in told):
            who = claim.speaker.name if claim.speaker else "the account"
            yield "", says(claim), "", without_names(who, hidden)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _notes(record: Record, incidents: Sequence[Incident], options: Options) -> list[str]:
    skipped = sum(len(a.skipped) for a in record.accounts)
    machine = sum(i.review == "machine" for i in incidents)
    conflicts = sum(len(i.conflicts) for i in incidents)
    left_out = 0 if options.accidents else len(accidents(record))
    alone = f"{machine} a machine's reading that nobody has checked."
    return [
        f"{_many(len(record.captures), 'account')}, {len(record.copies_of)} of them copies.",
        f"{_many(len(incidents), 'incident')}, {alone}",
        *([f"Left out: {_many(left_out, 'incident')} without violence."] if left_out else []),
        f"{_many(conflicts, 'conflict')} to look at; {_many(skipped, 'passage')} skipped.",
        f"Policy {record.policy}. Src: independent sources.",
    ]
