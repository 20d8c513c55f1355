"""Names of months and days, small number words, and what a TIMEX3 value covers -> plain dates.

Days are `datetime.date`; no clock is read. A TIMEX3 value may carry a part of the day after "T".
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from cenotaph.model import DayPrecision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# What finds one of them as it is printed.
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "dawn": "MO", "sunrise": "MO", "noon": "MI", "midday": "MI",
    "afternoon": "AF", "lunchtime": "MI", "evening": "EV", "dusk": "EV", "sunset": "EV",
    "night": "NI", "midnight": "NI", "nightfall": "NI", "overnight": "NI", "daytime": "DT",
}  # fmt: skip
UNITS = {
    "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "F",
    "month": "M", "year": "Y", "decade": "E", "century": "C", "centurie": "C",
}  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_UNITS, start=1)} | {
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], start=1)},
    "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip

Days = tuple[date, date, DayPrecision]
"""The first and the last day of a closed range, and how exact it is."""

_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?:-(?P<day>WE|\d))?")
_SEASON = re.compile(r"(?P<year>\d{4})-(?P<season>SP|SU|FA|WI|H1|H2)")
_YEARS = re.compile(r"\d{2,4}")


def small_number(words: str) -> int | None:
    """Return the value of "7", "seven", "twenty-four" or "a"; None for vague words."""
    plain = re.sub(r"\s+", " ", words.strip().lower())
    if plain.isdigit():
        return int(plain)
    if plain in {"a", "an", ""}:
        return 1
    if plain in {"a couple of", "a couple", "couple", "couple of", "both"}:
        return 2
    if plain in {"a dozen", "dozen"}:
        return 12
    found = [NUMBERS.get(word) for word in re.split(r"[ -]", plain)]
    return None if None in found else sum(n for n in found if n is not None)


def covered(value: str) -> Days | None:
    """Return the days that a resolved TIMEX3 value covers; None where it names no known days."""
    plain = value.split("T", 1)[0]
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(plain):
            try:
                return reader(match)
            except ValueError:  # 31 April
                return None
    return None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_from(day: date, months: int) -> date:
    """Return the first day of the month so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _a_day(match: re.Match[str]) -> Days:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day, "day"


def _a_month(match: re.Match[str]) -> Days:
    year, month = int(match["year"]), int(match["month"])
    return date(year, month, 1), month_end(year, month), "month"


def _a_week(match: re.Match[str]) -> Days:
    year, week, day = int(match["year"]), int(match["week"]), match["day"]
    if day == "WE":
        saturday = date.fromisocalendar(year, week, 6)
        return saturday, saturday + timedelta(days=1), "range"
    if day:
        found = date.fromisocalendar(year, week, int(day))
        return found, found, "day"
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6), "range"


def _a_season(match: re.Match[str]) -> Days:
    """Cover the whole year: which months a season means depends on the hemisphere."""
    year, season = int(match["year"]), match["season"]
    if season == "H1":
        return date(year, 1, 1), date(year, 6, 30), "range"
    if season == "H2":
        return date(year, 7, 1), date(year, 12, 31), "range"
    if season == "WI":  # "the winter of 1944" runs into the next year or out of the last
        return date(year - 1, 12, 1), date(year + 1, 3, 31), "range"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _years(match: re.Match[str]) -> Days:
    """Read a year ("1990"), a decade ("199") or a century ("19")."""
    digits = match[0]
    width = 10 ** (4 - len(digits))
    first = int(digits) * width
    last = date(first + width - 1, 12, 31)
    return date(max(first, 1), 1, 1), last, "year" if width == 1 else "range"


_READERS = (
    (_DAY, _a_day),
    (_MONTH, _a_month),
    (_WEEK, _a_week),
    (_SEASON, _a_season),
    (_YEARS, _years),
)
