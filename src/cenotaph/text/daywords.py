"""Words for days and periods -> atoms: spans of a sentence with TIMEX3 templates (COUNTING 24).

A template is a TIMEX3 value as far as the words alone give it: "2022-03-09", "XXXX-03-09",
"XXXX-WXX-2", "P5D", "XXXX-XX-XXT06:12". Words that count from another day name that day and the
way to it: "PUB-1D" is the day before publication ("yesterday"), "PUB+0W" the week of publication
("this week"), "REF+2D" two days after the day last spoken of ("two days later"). "X" is a vague
number: "PUB-XD" is "a few days ago"; "=" says to the day: "PUB-1Y=" is "a year ago today".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from cenotaph.text.almanac import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    small_number,
)

Lean = Literal["past", "future"] | None


class Atom(NamedTuple):
    """Words for one day or period, offsets within the sentence's text."""

    start: int
    end: int
    timex: str
    kind: str  # what may stand beside it: day, weekday, month, year, ref, part, time, period ...
    lean: Lean = None
    time: str | None = None


_LONGEST_MONTH = 31
_JUST = frozenset({"last", "past", "recent"})
_FEW_HOURS = frozenset({"XTM", "XTH", *(f"{n}TH" for n in range(1, 7))})
Match = re.Match[str]
Reader = Callable[[Match], Iterator[Atom]]


def _month_of(match: Match) -> int:
    return MONTHS[match["m"].rstrip(".").lower()]


def _year_of(match: Match) -> str:
    """Return the year as said: "1990", "XX90" for two digits, "XXXX" for none."""
    said = (match.groupdict().get("y") or "").lstrip("'")
    return "XXXX" if not said else said if len(said) == 4 else f"XX{said}"


def calendar(match: Match) -> Iterator[Atom]:
    """Read "9 March 2022", "Monday, March 9" or "13 JAN 90"; and both ends of "March 3-5"."""
    groups, month = match.groupdict(), _month_of(match)
    year = _year_of(match)
    for name in ("before", "d", "after"):
        if not groups.get(name) or not 0 < int(groups[name]) < 32:
            continue
        start, end = (match.start(name), match.end(name))
        if name == "d":
            start = match.start("d") if groups.get("before") else match.start()
            end = match.end("dated") if groups.get("after") else match.end()
        yield Atom(start, end, f"{year}-{month:02d}-{int(groups[name]):02d}", "day")


def date_time_group(match: Match) -> Iterator[Atom]:
    """Read "141530Z DEC 06": the 14th at 15:30."""
    if 0 < int(match["d"]) < 32:
        clock = f"{match['clock'][:2]}:{match['clock'][2:]}"
        timex = f"{_year_of(match)}-{_month_of(match):02d}-{match['d']}T{clock}"
        yield Atom(*match.span(), timex, "day", time=clock)


def spelled(match: Match) -> Iterator[Atom]:
    """Read "the third of April, 1983"."""
    day = ORDINALS[match["spelled"].lower()]
    yield Atom(*match.span(), f"{_year_of(match)}-{_month_of(match):02d}-{day:02d}", "day")


def iso(match: Match) -> Iterator[Atom]:
    """Read "2022-03-09", with an hour or without."""
    if int(match["month"]) <= 12 and int(match["d"]) <= 31:
        clock = f"T{match['clock']}" if match["clock"] else ""
        timex = f"{match['y']}-{match['month']}-{match['d']}{clock}"
        yield Atom(*match.span(), timex, "day", time=match["clock"])


def numeric(match: Match) -> Iterator[Atom]:
    """Read 09/03/2022: both ways when both are days ("2022-XX-XX"); dots put the day first."""
    one, two, year = int(match["one"]), int(match["two"]), _year_of(match)
    if not (0 < one < 32 and 0 < two < 32) or (one > 12 and two > 12):
        return
    if match["dot"] == "." and two > 12:
        return
    if match["dot"] == "." or one > 12 or one == two:
        timex = f"{year}-{two:02d}-{one:02d}"
    elif two > 12:
        timex = f"{year}-{one:02d}-{two:02d}"
    else:
        timex = f"{year}-XX-XX"
    yield Atom(*match.span(), timex, "day")


def month_of_year(match: Match) -> Iterator[Atom]:
    """Read "March 2022"."""
    yield Atom(*match.span(), f"{match['y']}-{_month_of(match):02d}", "month")


def _leaning(match: Match) -> Lean:
    """Return which way "last" or "next" points."""
    first = (match.groupdict().get("which") or "").lower().split()[:1]
    if first in (["last"], ["past"]):
        return "past"
    return "future" if first in (["next"], ["coming"]) else None


def bare_month(match: Match) -> Iterator[Atom]:
    """Read "March" or "last March"."""
    yield Atom(*match.span(), f"XXXX-{_month_of(match):02d}", "month", _leaning(match))


def season(match: Match) -> Iterator[Atom]:
    """Read "the spring of 1917" or "last winter"."""
    timex = f"{_year_of(match)}-{SEASONS[match['s'].lower()]}"
    yield Atom(*match.span(), timex, "month", _leaning(match))


def decade(match: Match) -> Iterator[Atom]:
    """Read "the 1990s"."""
    yield Atom(*match.span(), match["decade"], "year")


def short_decade(match: Match) -> Iterator[Atom]:
    """Read "the '90s" and "the nineties": the century is left open."""
    groups = match.groupdict()
    digit = groups.get("digit") or NUMBERS[groups["word"].lower()[:-3] + "y"] // 10
    yield Atom(*match.span(), f"XX{digit}", "year")


def century(match: Match) -> Iterator[Atom]:
    """Read "the 19th century" or "the 4th century BC"."""
    number = int(match["n"]) if match["n"] else ORDINALS[match["word"].lower()]
    era = "BC" if (match["era"] or "").upper().startswith("B") else ""
    yield Atom(*match.span(), f"{era}{number - 1:02d}", "year")


def era_year(match: Match) -> Iterator[Atom]:
    """Read "490 BC", "AD 79" and both ends of "499-493 BC" or "from 499 to 493 BC"."""
    era = "BC" if match["era"].upper().startswith("B") else ""
    for name in ("before", "y"):
        if match[name]:
            end = match.end(name) if name == "before" else match.end()
            yield Atom(match.start(name), end, f"{era}{int(match[name]):04d}", "year")


def early_era(match: Match) -> Iterator[Atom]:
    """Read "AD 79"."""
    yield Atom(*match.span(), f"{int(match['y']):04d}", "year")


def year_range(match: Match) -> Iterator[Atom]:
    """Read "1939-45" as two years; "2010-2012" likewise."""
    first, second = match["first"], match["second"]
    last = second if len(second) == 4 else first[:2] + second
    if int(last) > int(first):
        yield Atom(*match.span("first"), first, "year")
        yield Atom(*match.span("second"), last, "year")


def plain_year(match: Match) -> Iterator[Atom]:
    """Read "2014"."""
    yield Atom(*match.span("y"), match["y"], "year")


def weekday(match: Match) -> Iterator[Atom]:
    """Read "Tuesday" or "last Tuesday"."""
    timex = f"XXXX-WXX-{WEEKDAYS[match['day'].lower()]}"
    lean = _leaning(match)
    yield Atom(*match.span(), timex, "weekday", lean)


def fixed(timex: str, kind: str, lean: Lean = None) -> Reader:
    """Return a reader of words that always mean the same; a part of the day may follow."""

    def read(match: Match) -> Iterator[Atom]:
        part = match.groupdict().get("part")
        code = f"T{PARTS[part.lower()]}" if part and "T" not in timex else ""
        time = part.lower() if part else "night" if timex.endswith("TNI") else None
        yield Atom(*match.span(), timex + code, kind, lean, time)

    return read


def _steps(number: str | None, unit: str) -> str:
    """Return "5D" for five days, "XD" for a few, "14D" for a fortnight, "1YE" for a decade."""
    code = UNITS[unit.lower().rstrip("s")]
    count = small_number(number or "a")
    if code == "F":
        return f"{2 * (count or 1)}W"
    return f"{'X' if count is None else count}{code}"


def distance(match: Match) -> Iterator[Atom]:
    """Read "three days ago" from publication, "two days later" from the day last spoken of."""
    way = match["way"].lower()
    steps = _steps(match["n"], match["u"])
    if steps[-2:] in {"TM", "TH"}:
        timex = "PUB+0D" if way == "ago" else "XXXX-XX-XX"
    elif way == "ago":
        timex = f"PUB-{steps}"
    elif match["what"] and way in {"before", "after"}:  # "two days after the attack": unknown
        timex = "XXXX-XX-XX"
    else:
        timex = f"REF{'+' if way in {'later', 'after', 'afterward', 'afterwards'} else '-'}{steps}"
    if timex.startswith("PUB-") and (match["hedge"] or steps[-1] in "WMY"):
        timex += "~"  # "two weeks ago" is no calendar week
    yield Atom(*match.span("all"), timex, "ref")


def to_the_day(match: Match) -> Iterator[Atom]:
    """Read "a year ago today", "two weeks ago tonight"."""
    steps = _steps(match["n"], match["u"])
    if not steps.startswith("X"):
        night = match["now"].lower() == "tonight"
        yield Atom(*match.span(), f"PUB-{steps}=" + ("TNI" if night else ""), "ref")


def day_of_month(match: Match) -> Iterator[Atom]:
    """Read "on the 10th": of this month or the last."""
    if 0 < int(match["d"]) <= _LONGEST_MONTH:
        yield Atom(*match.span(), f"XXXX-XX-{int(match['d']):02d}", "day")


def _duration(steps: str) -> str:
    """Return a TIMEX3 duration: "P5D", "PT24H"."""
    return f"P{steps[-2]}{steps[:-2]}{steps[-1]}" if steps[-2] == "T" else f"P{steps}"


def span_of_time(match: Match) -> Iterator[Atom]:
    """Read "over the last five days", "the past week", "in recent months".

    "In the past few hours" is of the day of publication, as "three hours ago" is.
    """
    vague = match["n"] is None and match[0].lower().endswith("s")
    steps = _steps("some" if vague else match["n"], match["u"])
    lean: Lean = "future" if match["which"].lower() in {"next", "coming", "following"} else "past"
    if match["which"].lower() in _JUST and steps in _FEW_HOURS:
        if match.string.startswith(" of", match.end()):  # "in the last hours of the siege"
            yield Atom(*match.span(), _duration(steps), "duration")
        else:
            yield Atom(*match.span(), "PUB+0D", "ref")
    else:
        yield Atom(*match.span(), _duration(steps), "period", lean)


def length(match: Match) -> Iterator[Atom]:
    """Read "five days" or "46-day"."""
    yield Atom(*match.span(), _duration(_steps(match["n"], match["u"])), "duration")


def this_unit(match: Match) -> Iterator[Atom]:
    """Read "this week", "last month", "next year": from publication."""
    way = {"last": "-1", "this": "+0", "next": "+1"}[match["which"].lower().split()[0]]
    unit = match["u"].lower()
    code = "WE" if unit == "weekend" else UNITS[unit.rstrip("s")]
    if match["which"].lower() == "this past":
        way = "-1"
    yield Atom(*match.span(), f"PUB{way}{code}", "ref")


def that_unit(match: Match) -> Iterator[Atom]:
    """Read "that day", "the next morning", "the previous week": from the day last spoken of."""
    which, unit = match["which"].lower().split()[-1], match["u"].lower()
    way = {"next": "+1", "following": "+1", "after": "+1", "that": "+0", "same": "+0"}.get(which)
    part = f"T{PARTS[unit]}" if unit in PARTS else ""
    code = "D" if part else UNITS[unit]
    time = unit if part else None
    yield Atom(*match.span(), f"REF{way or '-1'}{code}{part}", "ref", time=time)


def clock(match: Match) -> Iterator[Atom]:
    """Read "6:12 a.m.", "19:15", "0530 GMT"."""
    hour, minute = int(match["h"]), match["min"] or "00"
    half = (match.groupdict().get("half") or "").lower()[:1]
    if hour > 23 or int(minute) > 59 or (half and not 0 < hour < 13):
        return
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    time = f"{hour:02d}:{minute}"
    yield Atom(*match.span(), f"XXXX-XX-XXT{time}", "time", time=time)


def part(match: Match) -> Iterator[Atom]:
    """Read "at dawn" or "in the morning"."""
    name = match["part"].lower()
    yield Atom(match.start("whole"), match.end(), f"XXXX-XX-XXT{PARTS[name]}", "part", time=name)


def feast(timex: str) -> Reader:
    """Return a reader of a feast that falls on the same day each year."""

    def read(match: Match) -> Iterator[Atom]:
        yield Atom(*match.span(), f"{_year_of(match)}-{timex}", "day")

    return read
