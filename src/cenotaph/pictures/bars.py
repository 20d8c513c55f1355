"""What each account reports -> bars from low to high on one scale, those of one source together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cenotaph.pictures.shapes import clipped, element, text, whole
from cenotaph.pictures.toll import COLORS, OTHER, Say, ceiling

_GAP, _HEAD, _TOP = 8, 26, 30  # heights: between sources, an outcome, the axis


class _Frame(NamedTuple):
    """Where things stand in a picture, in pixels."""

    width: int
    left: int  # the room beside the bars
    right: int
    row: int
    above: int  # how far above its bar a row's words stand; 0: beside it
    letters: int  # of a row's words, and of its figure
    figure: int

    def x(self, value: float, top: int) -> float:
        """Return where a number stands."""
        return self.left + (self.width - self.left - self.right) * value / top


_BROAD = _Frame(760, 300, 190, 22, 0, 42, 26)
_NARROW = _Frame(330, 26, 116, 40, 17, 46, 15)  # for a telephone: words above each bar


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


def bars(title: str, outcomes: Sequence[Outcome], *, narrow: bool = False, say: Say = str) -> str:
    """Return the picture as SVG text; "" where there is no figure.

    A narrow one has room on a telephone; `say` puts outcomes in a reader's language.

    A line at the left joins what counts as one source. A figure that names no highest number ends
    in an arrow; a hollow one was overtaken. What may be a mix-up has its number ringed.
    """
    every = [b for o in outcomes for source in o.sources for b in source]
    if not every:
        return ""
    frame = _NARROW if narrow else _BROAD
    top = ceiling(max(max(b.low, b.high or 0) for b in every))
    body, y = "", float(_TOP)
    for one in outcomes:
        body += text(say(one.outcome), 12, y + 16, font_size=13, font_weight=600)
        y += _HEAD
        for source in one.sources:
            body += "".join(_source(one.outcome, source, y, (frame, top)))
            y += frame.row * len(source) + _GAP
    summary = "; ".join(
        f"{b.figure} {say(o.outcome)}, {b.who}" for o in outcomes for s in o.sources for b in s
    )
    return whole(title, summary, (frame.width, y + 6), "".join(_axis(frame, top, y)) + body)


def _axis(frame: _Frame, top: int, bottom: float) -> Iterator[str]:
    parts = 4 if frame is _BROAD else 2
    for part in range(parts + 1):
        value = top * part / parts
        x = frame.x(value, top)
        yield element(
            "line", x1=x, x2=x, y1=_TOP - 6, y2=bottom, stroke="currentColor",
            stroke_opacity=0.15 if part else 0.6,
        )  # fmt: skip
        yield text(f"{int(value):,}", x, _TOP - 12, text_anchor="middle", font_size=11)


def _source(
    outcome: str, source: Sequence[Bar], y: float, scale: tuple[_Frame, int]
) -> Iterator[str]:
    row = scale[0].row
    yield element(
        "line", x1=14, x2=14, y1=y + 3, y2=y + row * len(source) - 3, stroke="currentColor",
        stroke_width=3, stroke_opacity=0.45,
    )  # fmt: skip
    for n, bar in enumerate(source):
        yield from _bar(outcome, bar, y + row * n, scale)


def _bar(outcome: str, bar: Bar, y: float, scale: tuple[_Frame, int]) -> Iterator[str]:
    frame, top = scale
    color = COLORS.get(outcome, OTHER)
    middle, left = y + (frame.row + frame.above) / 2, frame.x(bar.low, top)
    right = frame.x(top if bar.high is None else bar.high, top)
    drawn = {"stroke": color, "stroke_width": 1.5, "fill": "none" if bar.faint else color}
    yield text(clipped(bar.who, frame.letters), 24, middle + 4 - frame.above)
    yield element("rect", x=left - 3, y=middle - 6, width=right - left + 6, height=12, **drawn)
    end = right + 3
    if bar.high is None:
        tip = f"M{end:.1f} {middle - 8:.1f}l10 8l-10 8z"
        yield element("path", d=tip, **drawn)
        end += 10
    figure = clipped(bar.figure, frame.figure)
    yield text(figure, end + 8, middle + 4, font_weight=600 if bar.mixed else None)
    if bar.mixed:
        wide = 7.2 * len(figure) + 10
        yield element(
            "rect", x=end + 3, y=middle - 9, width=wide, height=18, rx=9, fill="none",
            stroke="currentColor", stroke_width=1.5, stroke_dasharray="3 2",
        )  # fmt: skip
