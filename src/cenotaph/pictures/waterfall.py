"""Why two tellings are one incident -> a waterfall: each reason moves the sum, up or down (SVG)."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

_REASON = re.compile(r"(?P<why>.+?) (?P<bits>[+-]\d+\.\d)(?:, |$)")
_JOIN = re.compile(
    r"(?P<pair>[^:]+): (?P<reasons>.+): [+-][\d.]+ bits, the (?P<less>[\d.]+) that any link must"
    r" outweigh taken off(?:; (?P<sure>.+))?$"
)
_WIDTH, _ROW, _WORDS, _MARGIN = 640, 20, 300, 10  # pixels
# Each is seen on a light page and on a dark one.
_FOR, _AGAINST, _SUM = "#3f7fbf", "#c8641e", "#85837c"


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
    first = Step("what any link must outweigh", -float(found["less"]))
    return Join(found["pair"], (first, *reasons), found["sure"] or "")


def waterfall(link: Join) -> str:
    """Return an SVG picture: a bar a reason, from the sum before it to the sum after it."""
    sums = [0.0]
    for step in link.steps:
        sums.append(sums[-1] + step.bits)
    low, high = min(sums), max(sums)
    scale = (_WIDTH - _WORDS - 2 * _MARGIN) / max(high - low, 1.0)

    def x(bits: float) -> float:
        return round(_WORDS + (bits - low) * scale, 1)

    rows = [
        _bar(n, step, (x(before), x(after)))
        for n, (step, before, after) in enumerate(zip(link.steps, sums, sums[1:], strict=False))
    ]
    height = _ROW * (len(rows) + 1) + 2 * _MARGIN
    last = _text(len(rows), f"together {link.total:+.1f} bits")
    zero = f'<line x1="{x(0)}" x2="{x(0)}" y1="{_MARGIN}" y2="{height - _MARGIN}" stroke="#999"/>'
    mark = _rect(len(rows), (x(0), x(link.total)), _SUM)
    title = escape(f"{link.pair}: {link.total:+.1f} bits")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' font-family="sans-serif" font-size="11"><title>{title}</title>'
        f"{zero}{''.join(rows)}{mark}{last}</svg>"
    )


def in_lines(link: Join, width: int = 80) -> list[str]:
    """Return a link in words for a terminal: a line a reason, bits at the right."""
    room = width - 8
    found = [f"joined: {link.pair}"]
    found += [f"  {s.why[: room - 3]:<{room - 2}}{s.bits:>+8.1f}" for s in link.steps]
    found.append(f"  {'together':<{room - 2}}{link.total:>+8.1f}")
    return [*found, f"  {link.sure}"] if link.sure else found


def _bar(row: int, step: Step, ends: tuple[float, float]) -> str:
    color = _FOR if step.bits >= 0 else _AGAINST
    return _rect(row, ends, color) + _text(row, f"{step.why} {step.bits:+.1f}")


def _rect(row: int, ends: tuple[float, float], color: str) -> str:
    left, right = min(ends), max(ends)
    y = _MARGIN + row * _ROW + 4
    width = max(round(right - left, 1), 1)
    return f'<rect x="{left}" y="{y}" width="{width}" height="{_ROW - 8}" fill="{color}"/>'


def _text(row: int, words: str) -> str:
    y = _MARGIN + row * _ROW + 14
    return f'<text x="{_MARGIN}" y="{y}" fill="currentColor">{escape(words)}</text>'
