"""Outlines of incidents -> what is counted over all of them, kept up with each that changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial
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
        after = Tally(*(defaultdict(Counter, counts) for counts in self))
        own: set[tuple[int, str]] = set()  # counts that are no more those of the moment before
        for sign, outlines in ((-1, gone), (1, fresh)):
            for outline in outlines:
                after.add(outline, sign, captured, own)
        return after

    def choices(self, name: str) -> tuple[str, ...]:
        """Return what incidents have of something: what most have, sorted.

        Nobody looks through thousands, and they would weigh more than the page.
        """
        had = self.had.get(name, Counter())
        told = ((n, what) for what, n in had.items() if n and what)
        return tuple(sorted(what for _, what in nlargest(_OFFERED, told)))

    def add(
        self, outline: Outline, sign: int, captured: Captured, own: set[tuple[int, str]]
    ) -> None:
        """Count an incident, or with -1 count it no more; `own` has what may be written to."""
        had = partial(self._own, 0, own)
        had("kinds")[outline.sub_event_type or outline.event_type] += sign
        for toll in outline.tolls:
            had("outcomes")[toll.outcome] += sign
            had("people")[people_words(toll.people)] += sign
            had("grades")[toll.grade or ""] += sign
        for party in outline.parties:
            had("parties")[party] += sign
        disputing = {captured.teller(d) for d in outline.disputing}
        for teller in {captured.teller(d) for d in outline.accounts}:
            counts = self._own(1, own, teller)
            counts["incidents"] += sign
            counts["alone"] += sign * (outline.independent_sources == 1)
            counts["contested"] += sign * (teller in disputing)

    def _own(self, which: int, own: set[tuple[int, str]], name: str) -> Counter[str]:
        """Return counts to be written to, copied where another moment has them too."""
        if (which, name) not in own:
            own.add((which, name))
            self[which][name] = Counter(self[which][name])
        return self[which][name]
