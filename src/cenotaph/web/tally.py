"""Outlines of incidents -> what is counted over all of them, kept up with each that changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cenotaph.model import Outline, people_words
from cenotaph.web.captured import Captured

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
        """Return what at least one incident has of something, sorted."""
        return tuple(
            sorted(what for what, n in self.had.get(name, Counter()).items() if n and what)
        )

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
