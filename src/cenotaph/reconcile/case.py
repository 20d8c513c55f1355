"""What a counting policy is shown beside the figures of one incident or series."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cenotaph.model import Blame, Claim, DayPrecision, Scope, SourceKind
from cenotaph.reconcile.positions import Position
from cenotaph.reconcile.sources import Sources
from cenotaph.reconcile.terms import Terms


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """Who reports, who is blamed, when it was, and what the user set."""

    sources: Sources
    terms: Terms = Terms()
    kinds: Mapping[str, SourceKind] = {}  # document -> kind of source, where somebody gave it
    scope: Scope = "incident"
    blames: tuple[Blame, ...] = ()  # who is held responsible, by whom, in what stance
    first: str | None = None  # the days of the incident, as the record has them
    last: str | None = None
    precision: DayPrecision | None = None
    spread: bool = False  # every account that dates it tells of more than two calendar days
    aside: tuple[Claim, ...] = ()  # figures that feed no toll (COUNTING 20, 20a), shown in notes
    fallen: tuple[Claim, ...] = ()  # of the injured whom their account counts as killed (18)

    def publisher(self, position: Position) -> str | None:
        """Return who published a position's account; None when nobody knows."""
        return self.sources.publisher.get(position.document)

    def independent(self, *positions: Position) -> int:
        """Count the independent sources behind some positions (COUNTING 21)."""
        return self.sources.independent(c for p in positions for c in p.claims)
