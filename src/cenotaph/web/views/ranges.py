"""Figures of many incidents -> lines from low to high on one scale, to be compared at a look."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cenotaph.model import Figure, Outline
from cenotaph.pages.telling import figures

WIDTH: Final = 150  # of the scale, in the picture's own units
_SHOWN: Final = ("killed", "injured")
_TICKS: Final = (1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)


class Line(NamedTuple):
    """One side's figure."""

    outcome: str
    begin: float  # 0 to WIDTH
    end: float
    is_open: bool  # no highest number is known


class Scale(NamedTuple):
    """From nobody to the highest number shown, by logarithm, so that few are seen too."""

    most: int

    @classmethod
    def of(cls, incidents: Sequence[Outline]) -> Scale:
        """Return the scale on which every figure of these incidents has room."""
        tolls = [t for i in incidents for t in i.tolls if t.outcome in _SHOWN]
        ends = [(t.low, t.high) for t in tolls] + [(s.low, s.high) for t in tolls for s in t.sides]
        return cls(max((n for both in ends for n in both if n), default=1))

    def at(self, number: int) -> float:
        """Return where a number stands, 0 to WIDTH."""
        return round(WIDTH * math.log1p(number) / math.log1p(self.most), 1)

    def ticks(self) -> list[tuple[int, float]]:
        """Return the numbers that are written on the scale, and where."""
        return [(n, self.at(n)) for n in _TICKS if n <= self.most]

    def lines(self, incident: Outline) -> list[Line]:
        """Return the lines of an incident; figures that stand against each other, each its own."""
        main, _ = figures(incident.tolls)
        return [line for f in main if f.outcome in _SHOWN for line in self._sides(f)]

    def _sides(self, figure: Figure) -> Iterator[Line]:
        contested = figure.status == "contested" and figure.sides
        sides = [(s.low, s.high) for s in figure.sides] if contested else []
        for low, high in sides or [(figure.low, figure.high)]:
            if low is not None or high is not None:
                end = high if high is not None else low
                yield Line(figure.outcome, self.at(low or 0), self.at(end or 0), high is None)
