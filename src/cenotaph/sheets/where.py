"""The date and place cells of a row -> when and where, as a person says it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import Place, When
from cenotaph.sheets import cells
from cenotaph.sheets.lines import Lines, Said, around
from cenotaph.sheets.mapping import Column, no_choice

_WEEK = dt.timedelta(days=6)  # a week that holds a day begins and ends at most so far from it


def when(
    lines: Lines, columns: Mapping[str, Column], formats: Sequence[str]
) -> Iterator[tuple[When, Said]]:
    """Yield the day or days of a row; nothing where its cell is empty."""
    first = lines.said(columns.get("date"))
    if first is None:
        return
    last = lines.said(columns.get("date.last"))
    start = _days("date", columns, first, formats)
    timex, said = start.timex, first
    precision = lines.word(columns.get("date.precision"))
    if last is not None:
        end = _days("date.last", columns, last, formats)
        if end.last < start.first:
            raise ReadError(f"the last day, {end.timex}, is before the first, {start.timex}")
        if end.timex != start.timex:
            timex, said = f"{start.first}/{end.last}", around(first, last)
    if precision is not None and "/" not in timex:
        timex = _spread(timex, start, precision)
    yield When(words=said.words, timex=timex, time=lines.word(columns.get("date.time"))), said


def _days(
    key: str, columns: Mapping[str, Column], said: Said, formats: Sequence[str]
) -> cells.Days:
    try:
        return cells.days(said.words, formats)
    except ReadError as error:
        raise ReadError(f"{columns[key].header}: {error}") from error


def _spread(timex: str, days: cells.Days, precision: str) -> str:
    """Return a day as what its precision makes of it: a week about it, its month or its year."""
    match precision:
        case "week" | "about":
            return f"{days.first - _WEEK}/{days.last + _WEEK}"
        case "month":
            return days.first.strftime("%Y-%m")
        case "year":
            return f"{days.first.year:04d}"
        case _:
            return timex


def place(lines: Lines, columns: Mapping[str, Column]) -> Iterator[tuple[Place, Said]]:
    """Yield where a row's event was: its name, and its point where coordinates are given."""
    name = lines.said(columns.get("place.name"))
    point = _point(lines, columns)
    said = name or (point[1] if point else None)
    for wider in ("place.admin1", "place.country"):
        said = said or lines.said(columns.get(wider))
    if said is None:
        return
    value = Place(name=said.words)
    if point is not None:
        precision = lines.word(columns.get("place.precision")) or "town"
        if why := no_choice("place.precision", precision):
            raise ReadError(f"{columns['place.precision'].header}: {why}")
        given = {"is": "Place", "name": said.words, "lat": point[0][0], "lon": point[0][1]}
        value = msgspec.convert({**given, "precision": precision}, Place)
    yield value, said


def _point(lines: Lines, columns: Mapping[str, Column]) -> tuple[tuple[float, float], Said] | None:
    both = lines.said(columns.get("place.coordinates"))
    lat, lon = (lines.said(columns.get(f"place.{n}")) for n in ("lat", "lon"))
    if both is not None:
        return cells.pair(both.words), both
    if lat is None and lon is None:
        return None
    if lat is None or lon is None:
        raise ReadError("gives one of latitude and longitude: give both, or leave both empty")
    return cells.point(lat.words, lon.words), around(lat, lon)
