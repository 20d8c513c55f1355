"""A TIMEX3 template, the day of publication and the day last spoken of -> a value and its days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from cenotaph.model import DayPrecision, When
from cenotaph.text.almanac import covered, month_end, months_from


class Anchors(NamedTuple):
    """What words for a day are set against."""

    pub: date | None  # the day of publication, or of speaking
    ref: str | None = None  # the TIMEX3 value last spoken of
    near: bool = False  # `ref` names its year itself and stands just before
    history: bool = False  # the text tells of years long before its publication


class Found(NamedTuple):
    """A value and the days it covers; None where they are not known."""

    value: str
    first: date | None = None
    last: date | None = None
    precision: DayPrecision | None = None


_STEP = re.compile(
    r"(?P<from>PUB|REF)(?P<way>[+-])(?P<n>\d+|X)(?P<unit>D|WE|W|M|YE|Y|C|E)(?P<hedge>~)?(?P<exact>=)?"
    r"(?:T(?P<part>.+))?"
)
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>\d)(?:T(?P<part>.+))?")
_PARTIAL = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?:T(?P<part>.+))?")
_SEASON = re.compile(r"XXXX-(?P<season>SP|SU|FA|WI)")
_SHORT = re.compile(r"XX(?P<year>\d\d?)(?P<rest>-.+)?")
_OF_MONTH = re.compile(r"XXXX-XX-(?P<day>\d\d)(?:T(?P<part>.+))?")
_HOUR = re.compile(r"XXXX-XX-XXT(?P<part>.+)")
_EITHER = re.compile(r"(?P<year>\d{4})-XX-XX(?:T(?P<part>.+))?")
_WRITTEN = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")  # "02/05/2018"
_MONTHS = 12
_LENGTH = re.compile(r"P(?P<time>T)?(?P<n>\d+|X)(?P<unit>[DWMYHE])")
_VALUE = re.compile(r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")

_VAGUE = {"D": (7, 2), "W": (56, 14), "M": (365, 56), "Y": (3652, 365), "E": (36525, 3652)}
"""Days back that "a few days ago", "weeks ago" ... reach at most and at least (COUNTING 24b)."""


_SOON = 31
"""Days ahead of publication up to which a day without a year is taken to lie ahead."""


def settle(when: When, anchors: Anchors) -> Found:
    """Return the value and the days of some words; unresolved parts keep their X."""
    if "/" in when.timex:
        return _range(when, anchors)
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(when.timex):
            try:
                return _capped(reader(match, when, anchors), when, anchors)
            except OverflowError:  # "in 9999", "90,000 weeks ago": no calendar has such a day
                return Found(when.timex)
    days = covered(when.timex)
    if days is None:
        return Found(when.timex)
    return _narrowed(Found(when.timex, *days), when)


def _range(when: When, anchors: Anchors) -> Found:
    """Settle "from Monday to Wednesday": from the first day of one to the last of the other."""
    written = _WRITTEN.findall(when.words)
    words = written if len(written) == 2 else [when.words] * 2
    ends = [
        settle(msgspec.structs.replace(when, timex=timex, words=said), anchors)
        for timex, said in zip(when.timex.split("/", 1), words, strict=True)
    ]
    first, last = ends[0].first, ends[1].last
    value = "/".join(end.value for end in ends)
    if first is None or last is None or last < first:
        return Found(value)
    return Found(value, first, last, "range")


def _capped(found: Found, when: When, anchors: Anchors) -> Found:
    """End what is told in the past on the day of publication: "this week" on a Thursday."""
    if anchors.pub is None or found.last is None or when.lean == "future":
        return found
    if found.first is not None and found.first <= anchors.pub < found.last:
        return found._replace(last=anchors.pub)
    return found


_EARLY = re.compile(r"(?i)\b(?:early|beginning|start|first part|early part)\b")
_MIDDLE = re.compile(r"(?i)\b(?:mid|middle)\b")
_LATE = re.compile(r"(?i)\b(?:late|end|close|latter part|rest)\b")


def _narrowed(found: Found, when: When) -> Found:
    """Narrow "early March" or "late 1999" to a generous half; it stays a range."""
    first, last = found.first, found.last
    if first is None or last is None or found.precision not in {"month", "year"}:
        return found
    length = (last - first).days
    if _EARLY.search(when.words):
        return found._replace(last=first + timedelta(days=length // 2), precision="range")
    if _MIDDLE.search(when.words):
        quarter = timedelta(days=length // 4)
        return found._replace(first=first + quarter, last=last - quarter, precision="range")
    if _LATE.search(when.words):
        return found._replace(first=first + timedelta(days=length // 2), precision="range")
    return found


def _on(day: date, part: str | None = None, precision: DayPrecision = "day") -> Found:
    value = f"{day.isoformat()}T{part}" if part else day.isoformat()
    return Found(value, day, day, precision)


def _step(match: re.Match[str], _: When, anchors: Anchors) -> Found:
    """Count from publication or from the day last spoken of."""
    way = -1 if match["way"] == "-" else 1
    if match["from"] == "REF":
        return _from_ref(match, way, anchors)
    if anchors.pub is None:
        return Found("XXXX-XX-XX")
    if match["n"] == "X":
        most, least = (timedelta(days=n) for n in _VAGUE[match["unit"][-1]])
        return Found("PAST_REF", anchors.pub - most, anchors.pub - least, "about")
    if match["exact"]:
        return _to_the_day(anchors.pub, int(match["n"]), match)
    found = _moved(anchors.pub, way * int(match["n"]), match)
    if match["hedge"] and match["unit"] == "D" and found.first and found.last:
        slack = timedelta(days=max(1, (anchors.pub - found.first).days // 10))
        return found._replace(first=found.first - slack, last=found.last + slack, precision="about")
    return found


def _to_the_day(pub: date, steps: int, match: re.Match[str]) -> Found:
    """Return the very day: "a year ago today"."""
    years = steps * (10 if match["unit"] in {"YE", "E"} else 1)
    months = None if match["unit"] == "W" else steps if match["unit"] == "M" else years * _MONTHS
    if months is None:
        return _on(pub - timedelta(weeks=steps), match["part"])
    if months >= (pub.year - 1) * _MONTHS:
        raise OverflowError  # before the first year of any calendar
    first = months_from(pub, -months)
    last = month_end(first.year, first.month)
    return _on(min(first.replace(day=min(pub.day, last.day)), last), match["part"])


def _moved(pub: date, steps: int, match: re.Match[str]) -> Found:
    """Return the day, week, month or year so many steps from publication."""
    match match["unit"]:
        case "D":
            return _near_day(pub, steps, match["part"])
        case "W":
            return _week(pub, steps, loose=match["hedge"] is not None)
        case "WE":
            saturday = pub - timedelta(days=(pub.weekday() - 5) % 7)
            saturday += timedelta(weeks=steps if pub.weekday() > 4 else min(steps + 1, 0))
            year, week, _ = saturday.isocalendar()
            return Found(f"{year}-W{week:02d}-WE", saturday, saturday + timedelta(days=1), "range")
        case "M":
            first = months_from(pub, steps)
            value = f"{first.year}-{first.month:02d}"
            return Found(value, first, month_end(first.year, first.month), "month")
        case _:
            return _years(pub.year, steps, match["unit"])


def _near_day(pub: date, steps: int, part: str | None) -> Found:
    """Return a day near publication; "last night" may run past midnight (COUNTING 24a)."""
    found = _on(pub + timedelta(days=steps), part)
    if part == "NI" and steps == -1:
        return found._replace(last=pub, precision="about")
    return found


def _week(pub: date, steps: int, *, loose: bool) -> Found:
    day = pub + timedelta(weeks=steps)
    year, week, _ = day.isocalendar()
    value = f"{year}-W{week:02d}"
    if loose:  # "two weeks ago": about that day
        return Found(value, day - timedelta(days=4), day + timedelta(days=4), "about")
    monday = day - timedelta(days=day.weekday())
    return Found(value, monday, monday + timedelta(days=6), "range")


def _years(year: int, steps: int, unit: str) -> Found:
    """Return a year, decade or century so many steps from a year; BC years are negative."""
    if unit == "C":
        value = f"{year // 100 + steps:02d}"
    elif unit in {"YE", "E"} and steps == 0:
        value = f"{year // 10:03d}"
    else:
        year += steps * (10 if unit in {"YE", "E"} else 1)
        value = f"BC{-year:04d}" if year < 0 else f"{year:04d}"
    days = covered(value)
    return Found(value, *days) if days else Found(value)


def _from_ref(match: re.Match[str], way: int, anchors: Anchors) -> Found:
    """Count from the value last spoken of, as exactly as that value is."""
    unknown = Found("XXXX-XX-XX")
    said = _VALUE.match(anchors.ref or "")
    if said is None or match["n"] == "X":
        return unknown
    steps, unit = way * int(match["n"]), match["unit"]
    year = int(said["year"]) * (-1 if said["bc"] else 1)
    if unit in {"Y", "YE", "E", "C"}:
        return _years(year, steps, unit)
    if said["month"] is None or said["bc"]:
        return unknown
    if unit == "M":
        first = months_from(date(year, int(said["month"]), 1), steps)
        value = f"{first.year}-{first.month:02d}"
        return Found(value, first, month_end(first.year, first.month), "month")
    if said["day"] is None or unit == "WE":
        return unknown
    day = date(year, int(said["month"]), int(said["day"]))
    return _on(day + timedelta(days=steps * (7 if unit == "W" else 1)), match["part"])


def _weekday(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Take the last such day on or before publication (COUNTING 24a); in a history the nearest."""
    number, part = int(match["day"]), match["part"]
    ref = covered(anchors.ref or "") if anchors.history else None
    if ref is not None and ref[2] == "day":
        away = (number - ref[0].isoweekday() + 3) % 7 - 3
        return _on(ref[0] + timedelta(days=away), part)
    if anchors.pub is None or anchors.history:
        return Found(when.timex)
    back = (anchors.pub.isoweekday() - number) % 7
    if when.lean == "future":
        return _on(anchors.pub + timedelta(days=7 - back), part)
    if back == 0 and {"last", "past"} & set(when.words.lower().split()):  # "dawn last Thursday"
        back = 7
    return _on(anchors.pub - timedelta(days=back), part)


def _partial(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Give "9 March" its year: from the date before it, else the last such day on or before."""
    month, day, part = int(match["month"]), int(match["day"] or 0), match["part"]
    year = _year_for(month, day or 1, when, anchors)
    if year is None:
        return Found(when.timex)
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    days = covered(value)
    if days is None:
        return Found(when.timex)
    value += f"T{part}" if part else ""
    return _narrowed(Found(value, *days), when)


def _year_for(month: int, day: int, when: When, anchors: Anchors) -> int | None:
    """Return the year of a day or month that is named without one."""
    said = _VALUE.match(anchors.ref or "")
    if said and not said["bc"] and (anchors.history or anchors.near):
        return _nearest_year(month, day, said)
    pub = anchors.pub
    if pub is None or anchors.history:
        return None
    passed = (month, day) <= (pub.month, pub.day)
    if when.lean == "future":
        return pub.year + passed
    # "begins on 18 October", published on the 17th: a year back would have been said.
    soon = when.timex.count("-") > 1 and (month - pub.month) * 31 + day - pub.day <= _SOON
    return pub.year if passed or soon else pub.year - 1


def _nearest_year(month: int, day: int, said: re.Match[str]) -> int:
    """Return the year that puts the day nearest to the one last spoken of."""
    year = int(said["year"])
    if said["month"] is None:
        return year
    place = int(said["month"]) * 31 + int(said["day"] or 15)
    return min(
        (year, year + 1, year - 1), key=lambda y: abs((y - year) * 372 + month * 31 + day - place)
    )


def _of_month(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Give "the 10th" its month: in a history the one last spoken of, else the last such day."""
    day, part = int(match["day"]), match["part"]
    said = _VALUE.match(anchors.ref or "")
    if anchors.history and said and said["month"] and not said["bc"]:
        return settle(
            msgspec.structs.replace(when, timex=f"{said['year']}-{said['month']}-{day:02d}"),
            anchors,
        )
    if anchors.pub is None or anchors.history or when.lean == "future" or anchors.pub.year == 1:
        return Found(when.timex)
    month = anchors.pub
    while day > month_end(month.year, month.month).day or month.replace(day=day) > anchors.pub:
        month = months_from(month, -1)
    return _on(month.replace(day=day), part)


def _season(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Give a season the year last spoken of; in news, the last such season."""
    said = _VALUE.match(anchors.ref or "")
    year = None
    if said and anchors.history:
        year = said["year"]
        prefix = "BC" if said["bc"] else ""
        value = f"{prefix}{year}-{match['season']}"
    elif anchors.pub and when.lean:
        value = f"{anchors.pub.year + (when.lean == 'future') - 1}-{match['season']}"
    else:
        return Found(when.timex)
    days = covered(value)
    return Found(value, *days) if days else Found(value)


def _short(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Read the century of a year or decade in two digits: the last one before publication."""
    digits, rest = match["year"], match["rest"] or ""
    century = 20 if anchors.pub is None else anchors.pub.year // 100
    width = 2 - len(digits)
    start = century * 100 + int(digits) * 10**width
    latest = anchors.pub.year if anchors.pub else 2049
    value = f"{century if start <= latest else century - 1}{digits}{rest}"
    days = covered(value)
    return Found(value, *days) if days else Found(when.timex)


def _hour(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Put a bare hour on the day last spoken of; where none was, on that of the news itself."""
    ref = covered(anchors.ref or "")
    if ref is None and anchors.pub is not None and not anchors.history:
        return Found(when.timex, anchors.pub, anchors.pub, "about")
    if ref is None or ref[2] != "day":
        return Found(when.timex)
    return _on(ref[0], match["part"])


def _either(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Read 09/03/2022 both ways; one of them may lie after publication, else it is a range."""
    said = [int(n) for n in re.findall(r"\d+", when.words)[:2]]
    year = int(match["year"])
    if len(said) < 2 or not all(0 < n <= _MONTHS for n in said):
        return Found(when.timex)
    days = sorted((date(year, said[0], said[1]), date(year, said[1], said[0])))
    if anchors.pub is not None and days[0] <= anchors.pub < days[1]:
        return _on(days[0], match["part"])
    return Found(when.timex, days[0], days[1], "range")


def _length(match: re.Match[str], when: When, anchors: Anchors) -> Found:
    """Cover "over the last five days" up to publication; a bare "five days" covers none."""
    if when.lean != "past" or anchors.pub is None or anchors.history:
        return Found(when.timex)
    unit = match["unit"]
    if match["n"] == "X":
        back = _VAGUE.get(unit, (1, 1))[0]
    else:
        back = int(match["n"]) * {"D": 1, "W": 7, "M": 31, "Y": 366, "E": 3653}.get(unit, 0)
        if match["time"]:
            back = -(-int(match["n"]) // 24) if unit == "H" else 1
    back = min(back, 36525)
    return Found(when.timex, anchors.pub - timedelta(days=back), anchors.pub, "range")


_Reader = Callable[[re.Match[str], When, Anchors], Found]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_STEP, _step),
    (_WEEKDAY, _weekday),
    (_PARTIAL, _partial),
    (_SEASON, _season),
    (_OF_MONTH, _of_month),
    (_HOUR, _hour),
    (_EITHER, _either),
    (_LENGTH, _length),
    (_SHORT, _short),
)
