"""A toll over time: every report a mark at its day and figure, numbered, and listed below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import ceil, log10
from textwrap import wrap
from typing import NamedTuple

from cenotaph.model import WITHHELD, Capture, Lookup, Reported, Value, count_words, people_words
from cenotaph.pictures.shapes import clipped, element, text, whole

_TOP, _PLOT, _LINE = 44, 220, 18  # the plot's top and height, and a line of the list
Say = Callable[[str], str]  # our own words in a reader's language; str: as they are
COLORS = {"killed": "currentColor", "injured": "#c2570c", "missing": "#2f6fb5"}
OTHER = "#7a7a72"


class _Frame(NamedTuple):
    """Where things stand in a picture, in pixels."""

    width: int
    left: int  # of the axis
    right: int
    first: int  # from the axis to the first day
    last: int  # from the last day to the right end: its reports stand side by side there
    title: int  # letters
    letters: int  # of a line in the list
    lines: int  # of one report in the list

    def x(self, day: int, days: Sequence[int]) -> float:
        """Return where a day stands."""
        wide = self.width - self.left - self.right - self.first - self.last
        span = days[-1] - days[0]
        return self.left + self.first + (wide * (day - days[0]) / span if span else 0)


_BROAD = _Frame(720, 56, 20, 50, 60, 84, 96, 2)
_NARROW = _Frame(330, 44, 8, 32, 44, 31, 38, 3)  # for a telephone: words over several lines


class Point(Value):
    """A report as it is drawn and listed."""

    outcome: str
    low: int
    high: int | None
    day: str  # ISO date, "" when nobody knows
    words: str
    overtaken: bool


def points(
    reports: Sequence[Reported],
    captures: Lookup[Capture],
    copies_of: Mapping[str, str],
    say: Say = str,
) -> tuple[Point, ...]:
    """Return reports as points; captures by document, copies_of as (copy, original)."""
    return tuple(
        Point(
            outcome=r.outcome,
            low=r.count.low,
            high=r.count.high,
            day=r.day[:10],
            words=_words(r, captures.get(r.document), say, copy=r.document in copies_of),
            overtaken=r.overtaken,
        )
        for r in reports
        if r.count.low is not None
    )


def _words(report: Reported, capture: Capture | None, say: Say, *, copy: bool) -> str:
    people = people_words(report.people)
    figure = f"{say(count_words(report.count))} {say(report.outcome)}"
    figure += f" ({say(people)})" if people else ""
    publisher = (capture.publisher if capture else None) or say("publisher unknown")
    said = say("said by %(who)s") % {"who": report.speaker}
    if report.speaker is None:
        said = say("in its own words")
    more = [w for w, true in ((say("a copy"), copy), (say("overtaken"), report.overtaken)) if true]
    whole = " · ".join((report.day[:10] or say("undated"), figure, publisher, said, *more))
    return whole.replace(WITHHELD, say(WITHHELD))  # before it is cut into lines


def over_time(title: str, told: Sequence[Point], *, narrow: bool = False) -> str:
    """Return the picture as SVG text; a day's reports stand side by side in the order given.

    A bar runs from the lowest to the highest number a report allows; one that names no highest
    ends in an arrow. A hollow mark is a figure that every later report exceeds (COUNTING 17).
    A narrow one has room on a telephone.
    """
    frame = _NARROW if narrow else _BROAD
    dated = [(n, p) for n, p in enumerate(told, 1) if _ordinal(p.day) is not None]
    body = text(clipped(title, frame.title), 12, 24, font_size=15, font_weight=600)
    if dated:
        body += "".join(_plot(dated, frame))
    y = _TOP + (_PLOT + 40 if dated else 0) + _LINE + 4
    for n, point in enumerate(told, 1):
        lines = _lines(point.words, frame)
        body += _sign(point, 48, y - 4) + text(str(n), 34, y, text_anchor="end")
        body += "".join(text(words, 64, y + _LINE * k) for k, words in enumerate(lines))
        y += _LINE * len(lines)
    return whole(title, "; ".join(p.words for p in told), (frame.width, y - 4), body)


def _lines(words: str, frame: _Frame) -> list[str]:
    found = wrap(words, frame.letters) or [""]
    rest = " ".join(found[frame.lines - 1 :])
    return [*found[: frame.lines - 1], *([clipped(rest, frame.letters)] if rest else [])]


def _plot(dated: Sequence[tuple[int, Point]], frame: _Frame) -> Iterator[str]:
    days = sorted({_ordinal(p.day) or 0 for _, p in dated})
    top = ceiling(max(max(p.low, p.high or 0) for _, p in dated))
    yield from _axes(days, top, frame)
    seen: Counter[int] = Counter()
    shift = min(20.0, frame.last / max(Counter(p.day for _, p in dated).values()))
    for n, point in dated:
        day = _ordinal(point.day) or 0
        x = frame.x(day, days) + shift * seen[day]
        seen[day] += 1
        yield from _mark(n, point, x, top)


def _axes(days: Sequence[int], top: int, frame: _Frame) -> Iterator[str]:
    bottom = _TOP + _PLOT
    for part in range(5):
        value = top * part / 4
        if value == int(value):
            y = _y(value, top)
            yield element(
                "line", x1=frame.left, x2=frame.width - frame.right, y1=y, y2=y,
                stroke="currentColor", stroke_opacity=0.15 if part else 0.6,
            )  # fmt: skip
            yield text(f"{int(value):,}", frame.left - 8, y + 4, text_anchor="end")
    for day in _ticks(days, frame):
        words = date.fromordinal(day).isoformat()
        yield text(words, frame.x(day, days), bottom + 18, text_anchor="middle", font_size=11)


def _ticks(days: Sequence[int], frame: _Frame) -> list[int]:
    """Return at most seven days to write under the axis, the first and the last among them."""
    most = 7
    apart = (frame.x(b, days) - frame.x(a, days) for a, b in pairwise(days))
    if len(days) <= most and all(room > 80 for room in apart):
        return list(days)
    return [days[0], days[-1]]


def _mark(n: int, point: Point, x: float, top: int) -> Iterator[str]:
    color = COLORS.get(point.outcome, OTHER)
    faint = 0.45 if point.overtaken else 1
    low = _y(point.low, top)
    if point.high != point.low:
        high = _y(top if point.high is None else point.high, top)
        yield element(
            "line", x1=x, x2=x, y1=low, y2=high, stroke=color, stroke_width=2, opacity=faint
        )
        end = f"M{x - 4:.1f} {high + 6:.1f}L{x:.1f} {high:.1f}L{x + 4:.1f} {high + 6:.1f}"
        cap = f"M{x - 4:.1f} {high:.1f}L{x + 4:.1f} {high:.1f}"
        yield element(
            "path", d=end if point.high is None else cap, stroke=color, stroke_width=2,
            fill="none", opacity=faint,
        )  # fmt: skip
    yield _sign(point, x, low)
    yield text(str(n), x + 7, low - 5, font_size=10)


def _sign(point: Point, x: float, y: float) -> str:
    """Return a report's mark: outcomes differ in form too, for those who do not tell colors."""
    color = COLORS.get(point.outcome, OTHER)
    fill = "none" if point.overtaken else color
    drawn = {"fill": fill, "stroke": color, "stroke_width": 1.5}
    if point.outcome == "killed":
        return element("circle", cx=x, cy=y, r=4.5, **drawn)
    if point.outcome == "injured":
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, **drawn)
    corners = f"M{x:.1f} {y - 5.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"
    return element("path", d=corners, **drawn)


def _y(value: float, top: int) -> float:
    return _TOP + _PLOT * (1 - value / top)


def ceiling(highest: int) -> int:
    """Return a round number at or above the highest figure, such that a quarter of it is whole."""
    if highest <= 4:
        return 4
    unit: int = 10 ** int(log10(highest))
    steps = (unit * step for step in (1, 2, 4, 6, 8, 10))
    return next(s if s % 4 == 0 else ceil(s / 4) * 4 for s in steps if s >= highest)


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None
