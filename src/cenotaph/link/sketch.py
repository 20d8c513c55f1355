"""Proses -> sketches: which pairs can be copies at all, many at a time.

Two words in a row go by a number below 2 ** 20; where others go by the same one, two proses look
more alike than they are. What can be a copy has still to be aligned.
"""

from __future__ import annotations

from array import array
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cenotaph.link.bags import Places, ranges, stretches, sums
from cenotaph.link.likeness import EVENTS, FEWEST, LEAST, RUNS, SAME, STORY
from cenotaph.link.prose import Prose

_NUMBERS = 1 << 20
_SLACK = 1e-9  # of a share; sums are rounded otherwise here

Flags = NDArray[np.bool_]


class Sketches:
    """The sketches of some proses, by the order in which they were added."""

    def __init__(self) -> None:
        self._runs = array("i")  # of all sentences, one after the other
        self._ends = array("q", (0,))  # where those of a sentence end
        self._lengths = array("d")  # of sentences: words, weighed
        self._told = array("d")  # words of those that tell of events
        self._first = array("q", (0,))  # sentence of a prose, and of the next

    def add(self, prose: Prose) -> int:
        """Take in a prose and return its place."""
        for passage in prose.passages:
            self._runs.extend(sorted(map(_number, passage.runs)))
            self._ends.append(len(self._runs))
            self._lengths.append(len(passage.words) * passage.weight)
            self._told.append(len(passage.words) if passage.tells else 0)
        self._first.append(len(self._lengths))
        return len(self._first) - 2

    def ways(self, ones: Places, others: Places) -> tuple[Flags, Flags]:
        """Tell of each pair whether the one can be a copy of the other, and the reverse."""
        known = _Known(self._runs, self._ends, (self._lengths, self._told), self._first)
        return known.stand_in(others, ones), known.stand_in(ones, others)


def _number(run: str) -> int:
    return crc32(run.encode("utf-8", "surrogatepass")) & (_NUMBERS - 1)


class _Known:
    """Sketches as arrays, for as long as nothing is added."""

    def __init__(
        self,
        runs: array[int],
        ends: array[int],
        words: tuple[array[float], array[float]],
        first: array[int],
    ) -> None:
        self._runs = np.frombuffer(runs, np.int32) if runs else np.zeros(0, np.int32)
        self._ends, self._first = np.array(ends), np.array(first)
        self._lengths, self._told = (np.array(w) for w in words)
        self._wholes = np.maximum(1.0, sums(self._lengths, self._first))
        self._telling = np.maximum(1.0, sums(self._told, self._first))

    def stand_in(self, ones: Places, others: Places) -> Flags:
        """Tell of each pair whether the story of the other can stand in the one."""
        order = np.argsort(ones, kind="stable")
        found: Flags = np.zeros(len(ones), np.bool_)
        held: NDArray[np.int64] = np.zeros(_NUMBERS, np.int64)
        for part in stretches(ones[order]):
            one = ones[order[part.start]]
            begin, end = self._ends[self._first[one : one + 2]]
            held[self._runs[begin:end]] = 1
            found[order[part]] = self._can_stand(others[order[part]], held)
            held[self._runs[begin:end]] = 0
        return found

    def _can_stand(self, others: Places, held: NDArray[np.int64]) -> Flags:
        """Tell which stories can stand where these runs are."""
        sentences, cuts = ranges(self._first[others], self._first[others + 1])
        starts = self._ends[sentences]
        at, edges = ranges(starts, self._ends[sentences + 1])
        shared, runs = sums(held[self._runs[at]], edges), np.diff(edges)
        # A sentence is at most as like another as it is to one that has only what they share.
        like = 2 * shared / np.maximum(1, runs + shared)
        aligned = (shared >= LEAST) & (like >= SAME - _SLACK)
        lengths, told = (np.where(aligned, w[sentences], 0.0) for w in (self._lengths, self._told))
        story, words = sums(lengths, cuts), sums(told, cuts)
        can_be_told: Flags = (
            (story >= (STORY - _SLACK) * self._wholes[others])
            & (sums(lengths * like, cuts) >= (RUNS - _SLACK) * self._wholes[others])
            & (words >= (EVENTS - _SLACK) * self._telling[others])
            & (words >= FEWEST)
        )
        are_all_there: Flags = sums(runs - shared, cuts) == 0  # a text may be short and the same
        return can_be_told | are_all_there
