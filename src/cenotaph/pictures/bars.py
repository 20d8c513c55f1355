"""What each account reports -> bars from low to high on one scale, those of one source together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cenotaph.pictures.shapes import clipped, element, text, whole
from cenotaph.pictures.toll import COLORS, OTHER, ceiling

_WIDTH, _LEFT, _RIGHT = 760, 300, 190  # pixels; the room for words at either side of the bars
_ROW, _GAP, _HEAD, _TOP = 22, 8, 26, 30  # heights: a row, between sources, an outcome, the axis
_LETTERS, _FIGURE = 42, 26  # of a row's words, and of its figure


class Bar(NamedTuple):
    """What one account reports, by one speaker."""

    low: int
    high: int | None  # None: no ceiling
    who: str  # publisher and speaker
    figure: str  # the count in words
    faint: bool = False  # overtaken: every later report is higher
    mixed: bool = False  # the same number is told of another outcome elsewhere


class Outcome(NamedTuple):
    """The reports of one outcome, one sequence of bars an independent source."""

    outcome: str
    sources: Sequence[Sequence[Bar]]


def bars(title: str, outcomes: Sequence[Outcome]) -> str:
    """Return the picture as SVG text; "" where there is no figure.

    A line at the left joins what counts as one source. A figure that names no highest number ends
    in an arrow; a hollow one was overtaken. What may be a mix-up has its number ringed.
    """
    every = [b for o in outcomes for source in o.sources for b in source]
    if not every:
        return ""
    top = ceiling(max(max(b.low, b.high or 0) for b in every))
    body, y = "", float(_TOP)
    for one in outcomes:
        body += text(one.outcome, 12, y + 16, font_size=13, font_weight=600)
        y += _HEAD
        for source in one.sources:
            body += "".join(_source(one.outcome, source, y, top))
            y += _ROW * len(source) + _GAP
    summary = "; ".join(
        f"{b.figure} {o.outcome}, {b.who}" for o in outcomes for s in o.sources for b in s
    )
    return whole(title, summary, (_WIDTH, y + 6), "".join(_axis(top, y)) + body)


def _axis(top: int, bottom: float) -> Iterator[str]:
    for part in range(5):
        value = top * part / 4
        x = _x(value, top)
        yield element(
            "line", x1=x, x2=x, y1=_TOP - 6, y2=bottom, stroke="currentColor",
            stroke_opacity=0.15 if part else 0.6,
        )  # fmt: skip
        yield text(f"{int(value):,}", x, _TOP - 12, text_anchor="middle", font_size=11)


def _source(outcome: str, source: Sequence[Bar], y: float, top: int) -> Iterator[str]:
    yield element(
        "line", x1=14, x2=14, y1=y + 3, y2=y + _ROW * len(source) - 3, stroke="currentColor",
        stroke_width=3, stroke_opacity=0.45,
    )  # fmt: skip
    for n, bar in enumerate(source):
        yield from _bar(outcome, bar, y + _ROW * n, top)


def _bar(outcome: str, bar: Bar, y: float, top: int) -> Iterator[str]:
    color = COLORS.get(outcome, OTHER)
    middle, left = y + _ROW / 2, _x(bar.low, top)
    right = _x(top if bar.high is None else bar.high, top)
    drawn = {"stroke": color, "stroke_width": 1.5, "fill": "none" if bar.faint else color}
    yield text(clipped(bar.who, _LETTERS), 24, middle + 4)
    yield element("rect", x=left - 3, y=middle - 6, width=right - left + 6, height=12, **drawn)
    end = right + 3
    if bar.high is None:
        tip = f"M{end:.1f} {middle - 8:.1f}l10 8l-10 8z"
        yield element("path", d=tip, **drawn)
        end += 10
    figure = clipped(bar.figure, _FIGURE)
    yield text(figure, end + 8, middle + 4, font_weight=600 if bar.mixed else None)
    if bar.mixed:
        wide = 7.2 * len(figure) + 10
        yield element(
            "rect", x=end + 3, y=middle - 9, width=wide, height=18, rx=9, fill="none",
            stroke="currentColor", stroke_width=1.5, stroke_dasharray="3 2",
        )  # fmt: skip


def _x(value: float, top: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * value / top
