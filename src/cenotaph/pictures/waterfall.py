"""Why two tellings are one incident -> a waterfall: each reason moves the sum, up or down (SVG)."""

from __future__ import annotations

import re
from html import escape
from itertools import accumulate
from textwrap import wrap
from typing import NamedTuple

from cenotaph.model import sayings
from cenotaph.pictures.toll import Say

_REASON = re.compile(r"(?P<why>.+?) (?P<bits>[+-]\d+\.\d)(?:, |$)")
_JOIN = re.compile(
    r"(?P<pair>[^:]+): (?P<reasons>.+): [+-][\d.]+ bits, the (?P<less>[\d.]+) that any link must"
    r" outweigh taken off(?:; (?P<sure>.+))?$"
)
_LESS = "what any link must outweigh"
_ROW, _LINE, _MARGIN = 20, 14, 10  # pixels
# Each is seen on a light page and on a dark one.
_FOR, _AGAINST, _SUM = "#3f7fbf", "#c8641e", "#85837c"


class _Frame(NamedTuple):
    """Where things stand in a picture, in pixels."""

    width: int
    left: int  # the room for words beside the bars; 0: they stand above them
    letters: int  # of a line of words


_BROAD = _Frame(640, 290, 48)
_NARROW = _Frame(330, 0, 52)  # for a telephone


class _Row(NamedTuple):
    """One bar, and what stands beside or above it."""

    words: str
    ends: tuple[float, float]  # where the bar begins and ends, either first
    color: str


class Step(NamedTuple):
    """One reason, and the bits that it adds."""

    why: str
    bits: float


class Join(NamedTuple):
    """What an incident says of one of its links."""

    pair: str  # "0123456789ab with ba9876543210": the beginnings of two documents' ids
    steps: tuple[Step, ...]  # the first is what any link must outweigh
    sure: str  # how often such links are right; empty for a person's

    @property
    def total(self) -> float:
        """Return the bits of the link."""
        return round(sum(s.bits for s in self.steps), 1)


def join(because: str) -> Join | None:
    """Return one line of an incident's `because` in its parts; None for a line of another kind."""
    found = _JOIN.match(because)
    if found is None:
        return None
    reasons = [Step(r["why"].strip(), float(r["bits"])) for r in _REASON.finditer(found["reasons"])]
    first = Step(_LESS, -float(found["less"]))
    return Join(found["pair"], (first, *reasons), found["sure"] or "")


def waterfall(link: Join, *, narrow: bool = False, say: Say = str) -> str:
    """Return an SVG picture: a bar a reason, from the sum before it to the sum after it.

    A narrow one has room on a telephone; `say` puts our words in a reader's language.
    """
    frame = _NARROW if narrow else _BROAD
    sums = [0.0, *accumulate(step.bits for step in link.steps)]
    low, high = min(sums), max(sums)
    scale = (frame.width - frame.left - 2 * _MARGIN) / max(high - low, 1.0)

    def x(bits: float) -> float:
        return round(frame.left + _MARGIN + (bits - low) * scale, 1)

    rows = [
        _Row(f"{_why(step, say)} {step.bits:+.1f}", (x(before), x(after)), _color(step.bits))
        for step, before, after in zip(link.steps, sums, sums[1:], strict=False)
    ]
    whole = say("together %(bits)s bits") % {"bits": f"{link.total:+.1f}"}
    rows.append(_Row(whole, (x(0), x(link.total)), _SUM))
    y, drawn = _MARGIN, ""
    for row in rows:
        markup, height = _drawn(row, y, frame)
        y, drawn = y + height, drawn + markup
    zero = f'<line x1="{x(0)}" x2="{x(0)}" y1="{_MARGIN}" y2="{y}" stroke="#999"/>'
    one, _, other = link.pair.partition(" with ")
    pair = say(sayings.PAIR).format(document=one, original=other)
    title = escape(f"{pair}: {whole}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {y + _MARGIN}"'
        f' width="{frame.width}" height="{y + _MARGIN}" role="img" font-family="sans-serif"'
        f' font-size="11"><title>{title}</title>{zero}{drawn}</svg>'
    )


def in_lines(link: Join, width: int = 80) -> list[str]:
    """Return a link in words for a terminal: a line a reason, bits at the right."""
    room = width - 8
    found = [f"joined: {link.pair}"]
    found += [f"  {s.why[: room - 3]:<{room - 2}}{s.bits:>+8.1f}" for s in link.steps]
    found.append(f"  {'together':<{room - 2}}{link.total:>+8.1f}")
    return [*found, f"  {link.sure}"] if link.sure else found


def _why(step: Step, say: Say) -> str:
    return say("what any link must outweigh") if step.why == _LESS else say(step.why)


def _color(bits: float) -> str:
    return _FOR if bits >= 0 else _AGAINST


def _drawn(row: _Row, y: int, frame: _Frame) -> tuple[str, int]:
    """Return a row's words and bar, begun at a height, and how high they are."""
    lines = wrap(row.words, frame.letters)
    words = "".join(
        f'<text x="{_MARGIN}" y="{y + 14 + n * _LINE}" fill="currentColor">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    beside = frame.left > 0
    top = y + 4 + (0 if beside else len(lines) * _LINE)
    left, right = min(row.ends), max(row.ends)
    size = f'width="{max(round(right - left, 1), 1)}" height="{_ROW - 8}"'
    bar = f'<rect x="{left}" y="{top}" {size} fill="{row.color}"/>'
    return bar + words, _ROW + _LINE * (len(lines) - 1 if beside else len(lines))
