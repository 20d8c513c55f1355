"""Days of many pairs of tellings -> at which level each pair compares, as `compare.days` has it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cenotaph.link.bags import Floats
from cenotaph.link.outline import INTERVALS, NEVER, Some

Levels = NDArray[np.intp]

# From the nearest on; of two that are as near, the one whose name comes first.
LEVELS = (
    "same day", "within a week", "within a month", "1 day", "told within 2 days", "within longer",
    "told within 30 days", "2-3 days", "outside the interval", "told later", "4-10 days",
    "11-60 days", "more days", "told before",
)  # fmt: skip
UNTOLD, UNSURE = len(LEVELS), len(LEVELS) + 1
_MEETING = (0, 1, 2, 5)  # by the days of the wider interval:
_WIDTHS = (0, 8, 31)
_EXACT, _VAGUE = (3, 7, 10, 11, 12), (3, 7, 8, 8, 8)  # by the days between:
_GAPS = (1, 3, 10, 60)
_TOLD, _BEFORE = (4, 6, 9), 13  # by the days between publication and the other's day:
_TOLD_GAPS = (2, 30)


def nearest(a: Some, b: Some) -> Levels:
    """Return places in LEVELS, or UNTOLD where one says nothing of days.

    UNSURE where an account gives many, or where both only say "before" a day.
    """
    f, g = a.floats, b.floats
    found: Levels = np.full(np.broadcast(f["intervals"], g["intervals"]).shape, UNTOLD)
    for i in range(INTERVALS):
        for j in range(INTERVALS):
            both = np.flatnonzero((f["intervals"] > i) & (g["intervals"] > j))
            if len(both):
                one = f[f"first {i}"][both], f[f"last {i}"][both]
                other = g[f"first {j}"][both], g[f"last {j}"][both]
                found[both] = np.minimum(found[both], _level(one, other))
    many = (f["intervals"] > INTERVALS) | (g["intervals"] > INTERVALS)
    before = (f["open"] > 0) & (g["open"] > 0)
    found[(found != UNTOLD) & (many | before)] = UNSURE
    return found


def _level(one: tuple[Floats, Floats], other: tuple[Floats, Floats]) -> Levels:
    (first, last), (begin, end) = one, other
    gap = np.maximum(np.maximum(first - end, begin - last), 0)
    width = np.maximum(last - first, end - begin)
    exact = np.take(_EXACT, np.searchsorted(_GAPS, gap))
    vague = np.take(_VAGUE, np.searchsorted(_GAPS, gap))
    apart = np.where(width == 0, exact, vague)
    meeting = np.take(_MEETING, np.searchsorted(_WIDTHS, width))
    found = np.where(gap == 0, meeting, apart)
    latest = np.where(first == NEVER, last, end)
    told = np.where(first == NEVER, begin, first)
    after = np.take(_TOLD, np.searchsorted(_TOLD_GAPS, np.abs(told - latest)))
    after = np.where(told > latest + 1, _BEFORE, after)
    level: Levels = np.where((first == NEVER) | (begin == NEVER), after, found)
    return level
