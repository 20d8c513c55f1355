"""Outlines of incidents -> what is counted over all of them, kept up with each that changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest
from typing import Final, NamedTuple

from cenotaph.model import Outline, people_words
from cenotaph.web.captured import Captured

_OFFERED: Final = 80  # words to choose from in one list of a filter
Counts = dict[str, Counter[str]]


class Tally(NamedTuple):
    """How many incidents have each thing."""

    had: Counts  # by what a list is filtered by: kinds, outcomes, people, parties, grades
    told: Counts  # by publisher, as names are compared: incidents, alone, contested

    @classmethod
    def empty(cls) -> Tally:
        """Return the counts of no incident."""
        return cls(defaultdict(Counter), defaultdict(Counter))

    def grown(self, gone: Iterable[Outline], fresh: Iterable[Outline], captured: Captured) -> Tally:
        """Return the counts without some incidents and with others."""
        after = Tally.empty()
        for old, new in zip(self, after, strict=True):
            new.update({name: Counter(count) for name, count in old.items()})
        for sign, outlines in ((-1, gone), (1, fresh)):
            for outline in outlines:
                after.add(outline, sign, captured)
        return after

    def choices(self, name: str) -> tuple[str, ...]:
        """Return what incidents have of something: what most have, sorted.

        Nobody looks through thousands, and they would weigh more than the page.
        """
        had = self.had.get(name, Counter())
        told = ((n, what) for what, n in had.items() if n and what)
        return tuple(sorted(what for _, what in nlargest(_OFFERED, told)))

    def add(self, outline: Outline, sign: int, captured: Captured) -> None:
        """Count an incident, or with -1 count it no more."""
        self.had["kinds"][outline.sub_event_type or outline.event_type] += sign
        for toll in outline.tolls:
            self.had["outcomes"][toll.outcome] += sign
            self.had["people"][people_words(toll.people)] += sign
            self.had["grades"][toll.grade or ""] += sign
        for party in outline.parties:
            self.had["parties"][party] += sign
        disputing = {captured.teller(d) for d in outline.disputing}
        for teller in {captured.teller(d) for d in outline.accounts}:
            counts = self.told[teller]
            counts["incidents"] += sign
            counts["alone"] += sign * (outline.independent_sources == 1)
            counts["contested"] += sign * (teller in disputing)
