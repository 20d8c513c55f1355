"""Incidents -> how many lie in each month, quarter or year, as bars to choose a time by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from cenotaph.model import Outline

MOST: Final = 48  # bars that can still be told apart, and hit, on a screen
FEW: Final = 12  # on a telephone
_STEPS: Final = (1, 3, 12, 60, 120)  # months of a bar: the first that makes few enough


Months = Mapping[int, int]  # month -> incidents


class Bar(NamedTuple):
    """A stretch of time and the incidents that begin in it."""

    first: str  # ISO days, both in it
    last: str
    number: int
    share: float  # of the fullest bar, 0 to 1
    chosen: bool  # whether it lies in the time that is asked for


def months(incidents: Iterable[Outline]) -> Months:
    """Return how many incidents begin in each month, counted from the year 0.

    Those without a day, not even a latest one, are in none.
    """
    days = (day for i in incidents if (day := i.first or i.last))
    return {int(d[:4]) * 12 + int(d[5:7]) - 1: n for d, n in Counter(d[:7] for d in days).items()}


def bars(held: Months, first: str = "", last: str = "", *, most: int = MOST) -> list[Bar]:
    """Return one bar after another from the first incident's to the last one's, at most so many.

    `first` and `last` are the days asked for, "" for no bound.
    """
    if not held:
        return []
    begins, ends = min(held), max(held)
    step = next((s for s in _STEPS if (ends - begins) // s < most), _STEPS[-1])
    counts: Counter[int] = Counter()
    for month, n in held.items():
        counts[month // step] += n
    fullest = max(counts.values())
    found = []
    for n in range(begins // step, ends // step + 1):
        begin, end = _day(n * step), _day((n + 1) * step, date.max) - timedelta(days=1)
        inside = (not first or end.isoformat() >= first) and (not last or begin.isoformat() <= last)
        share = counts[n] / fullest
        found.append(Bar(begin.isoformat(), end.isoformat(), counts[n], share, inside))
    return found


def _day(month: int, latest: date = date.min) -> date:
    """Return the first day of a month counted from the year 0; `latest` where none has it."""
    return date(month // 12, month % 12 + 1, 1) if 12 <= month <= 12 * 9999 + 11 else latest
