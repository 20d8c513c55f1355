"""Proses -> sketches: which pairs can be copies at all, many at a time.

Two words in a row go by a number below 2 ** 20; where others go by the same one, two proses look
more alike than they are. What can be a copy has still to be aligned.
"""

from __future__ import annotations

from collections import defaultdict
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cenotaph.link.bags import Bags, Places
from cenotaph.link.likeness import RUNS
from cenotaph.link.prose import Prose

_NUMBERS = (1 << 20) - 1
_SLACK = 1e-9


class Sketches:
    """The sketches of some proses, by the order in which they were added."""

    def __init__(self) -> None:
        self._bags = Bags()

    def add(self, prose: Prose) -> int:
        """Take in a prose and return its place."""
        whole = max(1.0, sum(len(p.words) * p.weight for p in prose.passages))
        bag = defaultdict[int, float](float)
        for passage in prose.passages:
            # A sentence of r runs, c of them shared, is shared by c / r, or 2c / (r + s), at most.
            most = 2 * len(passage.words) * passage.weight / (max(1, len(passage.runs)) * whole)
            for run in passage.runs:
                bag[_number(run)] += most
        return self._bags.add(bag)

    def alike(self, ones: Places, others: Places) -> NDArray[np.bool_]:
        """Tell of each pair whether one can be a copy of the other; those of one together."""
        left, right = self._bags.held(ones, others)
        found: NDArray[np.bool_] = np.maximum(left, right) >= RUNS - _SLACK
        return found


def _number(run: tuple[str, str]) -> int:
    return crc32(f"{run[0]} {run[1]}".encode("utf-8", "surrogatepass")) & _NUMBERS
