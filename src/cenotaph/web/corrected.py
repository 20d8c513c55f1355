"""Decisions -> which claim stands in the place of a corrected one, and what each began as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from cenotaph.model import Claim, Decision, Lookup, in_force


class Corrected(NamedTuple):
    """What stands in the place of each corrected claim, by the last decision in force."""

    by: Mapping[str, str]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Self:
        """Return what decisions correct."""
        held = (d for d in in_force(decisions) if d.verdict == "correct")
        return cls({d.subjects[0]: d.subjects[-1] for d in held if len(set(d.subjects)) > 1})

    def successor(self, claim: str, live: Lookup[Claim]) -> str:
        """Return the live claim that stands in the place of a corrected one; of another, itself."""
        while claim not in live and claim in self.by:
            claim = self.by[claim]
        return claim

    def origin(self, claim: str) -> str:
        """Return the claim that a correction, or a correction of a correction, began with."""
        back = {new: old for old, new in self.by.items()}
        seen = {claim}
        while claim in back and back[claim] not in seen:
            claim = back[claim]
            seen.add(claim)
        return claim
