"""One cell as people write it -> a count, days, a point, an age. Pure; nothing is guessed.

Each function raises ReadError with what was met and what would be right.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import Count, Span, is_lived
from cenotaph.text.numbers import find_numbers
from cenotaph.text.reading import Sentence

EMPTY: Final = frozenset({"", "-", "–", "—", "?", "n/a", "na", "nan", "none given", "unknown"})
"""Cells that say nothing, in small letters: they are not zero."""
ISO: Final = "yyyy-mm-dd"
ISO_DAYS: Final = (ISO, "yyyy-mm", "yyyy")
ERRORS: Final = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"}
)
"""What spreadsheets show where a formula failed."""

_FIGURE = r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+(?:\.0+)?"
_ONE = re.compile(
    rf"(?P<sign>>=?|≥|<=?|≤|~|≈|c\.|ca\.?|approx\.?)?\s*(?P<n>{_FIGURE})\s*(?P<plus>\+)?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<low>{_FIGURE})\s*(?:[-–—]|to)\s*(?P<high>{_FIGURE})", re.IGNORECASE)
# "5-Mar", "Mar-05": what spreadsheets make of "3-5" and "5-3".
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_MADE_A_DATE = re.compile(
    rf"\d{{1,2}}[-/ ]{_MONTH}(?:[-/ ]\d{{2,4}})?|{_MONTH}[-/ ]\d{{1,2}}|\d{{4}}-\d\d(?:-\d\d)?",
    re.IGNORECASE,
)
_COUNTS: Final = "a count is written 7, 3-5, >10, at least 7, about 40 or dozens"
_MOST_DIGITS: Final = 10
_TIME_OF_DAY = re.compile(r"[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
# Longest first. What a spreadsheet calls the parts of a date, as strptime does.
_PARTS: Final = (
    ("yyyy", "%Y"), ("yy", "%y"), ("mmmm", "%B"), ("mmm", "%b"), ("mm", "%m"), ("m", "%m"),
    ("dd", "%d"), ("d", "%d"),
)  # fmt: skip
_PART = re.compile("|".join(name for name, _ in _PARTS))
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_PAIR = re.compile(r"(?P<lat>[+-]?\d+(?:\.\d+)?)\s*(?:[,;]\s*|\s)(?P<lon>[+-]?\d+(?:\.\d+)?)")
_AGE = re.compile(r"(?P<age>\d{1,3})(?:\s*(?:years?(?: old)?|y/?o|yrs?))?", re.IGNORECASE)


class Days(msgspec.Struct, frozen=True):
    """A day, a month or a year as a TIMEX3 value, with its first and last day."""

    timex: str
    first: dt.date
    last: dt.date


def count(cell: str) -> Count:
    """Return what a cell counts, as a range with its hedge (COUNTING 1-9).

    "3-5", ">10" (11 or more), "at least 7", "~40", "up to 9"; "dozens" keeps its word.
    """
    if match := _ONE.fullmatch(cell):
        return _one(match)
    if match := _RANGE.fullmatch(cell):
        low, high = _figure(match["low"]), _figure(match["high"])
        if high < low:
            raise ReadError(f"{cell!r} is upside down: write {high}-{low}")
        return Count(low=low, high=high)
    _refuse(cell)
    phrase = f"{cell} people"
    sentence = Sentence(number=0, span=Span(start=0, end=len(phrase)), paragraph=0, text=phrase)
    found = find_numbers(sentence)
    if len(found) == 1 and found[0].kind == "count" and found[0].span.start == 0:
        end = found[0].span.end
        if found[0].role in {"plain", "zero"} and phrase[end:].strip() in {"people", ""}:
            return found[0].count
    raise ReadError(f"{cell!r} is no count; {_COUNTS}; leave the cell empty where nobody knows")


def _one(match: re.Match[str]) -> Count:
    sign, n = (match["sign"] or "").lower(), _figure(match["n"])
    if match["plus"] or sign in {">=", "≥"}:
        return Count(low=n)
    if sign == ">":
        return Count(low=n + 1, over=True)
    if sign in {"<", "<=", "≤"}:
        if sign == "<" and n == 0:
            raise ReadError("'<0' is no count of people")
        return Count(low=0, high=n - (sign == "<"))
    return Count(low=n, high=n, approximate=bool(sign))


def _figure(words: str) -> int:
    digits = re.sub(r"[, \u00a0\u202f]", "", words.partition(".")[0])
    if len(digits) > _MOST_DIGITS:
        shown = words if len(words) < 2 * _MOST_DIGITS else f"{words[:_MOST_DIGITS]}..."
        raise ReadError(f"{shown!r} is no count: there are not so many people")
    return int(digits)


def _refuse(cell: str) -> None:
    """Say what is wrong with cells that are often met, in words of their own."""
    if cell.startswith("="):
        raise ReadError(f"{cell!r} is a formula; save the file with values in its place")
    if _MADE_A_DATE.fullmatch(cell):
        raise ReadError(f"{cell!r} is a date, perhaps made of a range by a spreadsheet: write 3-5")
    if re.fullmatch(r"-\s*\d.*", cell):
        raise ReadError(f"{cell!r} is below 0; {_COUNTS}")
    if re.fullmatch(r"\d+[.,]\d+", cell):
        raise ReadError(f"{cell!r} may be a fraction or thousands; write whole persons: 1200")


def days(cell: str, formats: Sequence[str]) -> Days:
    """Return the day, or the month or year, that a cell names in the first format that fits."""
    plain = _TIME_OF_DAY.sub("", cell)
    for name in formats:
        try:
            # A day has no zone: it is the day of the place.
            first = dt.datetime.strptime(plain, date_pattern(name)).date()  # noqa: DTZ007
        except ValueError:
            continue
        if not is_lived(first):
            raise ReadError(f"{cell!r} stands for a day that nobody knows; leave the cell empty")
        if "d" in name:
            return Days(first.isoformat(), first, first)
        if "m" in name:
            after = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            return Days(first.strftime("%Y-%m"), first, after - dt.timedelta(days=1))
        return Days(f"{first.year:04d}", first, first.replace(month=12, day=31))
    raise ReadError(f"{cell!r} is no date written {' or '.join(formats)}; say how: [date] format")


def date_pattern(name: str) -> str:
    """Return what strptime calls a format such as dd/mm/yyyy; ValueError where it is none."""
    pattern = _PART.sub(lambda m: dict(_PARTS)[m[0]], name.replace("%", "%%"))
    years = pattern.count("%Y") + pattern.count("%y")
    if years != 1 or re.search("[a-zA-Z%]", re.sub("%[YymBbd]", "", pattern)):
        raise ValueError(f"{name!r}: write it of yyyy, mm (or mmmm for March) and dd: dd/mm/yyyy")
    return pattern


def point(lat: str, lon: str) -> tuple[float, float]:
    """Return degrees, WGS 84, of two cells."""
    found = []
    for cell, name, most in ((lat, "latitude", 90), (lon, "longitude", 180)):
        if not _NUMBER.fullmatch(cell):
            raise ReadError(f"{cell!r} is no {name}; write decimal degrees: 50.45")
        degrees = float(cell.replace(",", "."))
        if abs(degrees) > most:
            raise ReadError(f"{cell!r} is no {name}: it lies between -{most} and {most}")
        found.append(degrees)
    if found == [0.0, 0.0]:
        raise ReadError("0, 0 lies in the sea; leave both empty where the point is not known")
    return found[0], found[1]


def pair(cell: str) -> tuple[float, float]:
    """Return degrees of one cell: "50.45, 30.52"."""
    match = _PAIR.fullmatch(cell.strip("() "))
    if match is None:
        raise ReadError(f"{cell!r} is no pair of decimal degrees; write 50.45, 30.52")
    return point(match["lat"], match["lon"])


def age(cell: str) -> int:
    """Return an age in years."""
    match = _AGE.fullmatch(cell)
    if match is None:
        raise ReadError(f"{cell!r} is no age in years; write 34")
    return int(match["age"])


def sex(cell: str) -> str:
    """Return "f" or "m"."""
    word = cell.casefold()
    for short, words in (("f", "f female woman girl"), ("m", "m male man boy")):
        if word in words.split():
            return short
    raise ReadError(f"{cell!r} is neither f (female) nor m (male); leave it empty where unknown")
