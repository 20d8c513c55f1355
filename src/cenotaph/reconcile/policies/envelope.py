"""The default policy: every figure side by side in one range, nothing chosen (COUNTING 25)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Literal, get_args

from cenotaph.model import Figure, Outcome, People
from cenotaph.reconcile.positions import Position, standing
from cenotaph.reconcile.sources import Sources

Agreement = Literal["agreed", "updated", "contested", "single-source"]
NAME = "envelope/1"
DESCRIPTION = "smallest low to largest high; best only where all agree or a person decided"


def count(positions: Sequence[Position], sources: Sources) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    groups: dict[tuple[Outcome, People], list[Position]] = defaultdict(list)
    for p in positions:
        groups[p.outcome, p.people].append(p)
    return tuple(_figure(groups[key], sources) for key in sorted(groups, key=_dead_first))


def _dead_first(key: tuple[Outcome, People]) -> tuple[int, bool, str]:
    """Order figures: the dead, the injured, the missing, others; everyone before some."""
    outcome, people = key
    outcomes = get_args(Outcome)
    return outcomes.index(outcome), people != People(), repr(people)


def _figure(members: Sequence[Position], sources: Sources) -> Figure:
    current = standing(members)
    known = [p for p in current if p.count.low is not None]
    apart = any(not a.count.agrees(b.count) for a, b in combinations(known, 2))
    lows = [p.count.low for p in known if p.count.low is not None]
    highs = [p.count.high for p in known]
    claims = [c for p in members for c in p.claims]
    independent = sources.independent([c for p in current for c in p.claims])
    return Figure(
        outcome=members[0].outcome,
        people=members[0].people,
        low=min(lows, default=None),
        high=max((h for h in highs if h is not None), default=None) if None not in highs else None,
        best=_best(known, apart),
        approximate=any(p.count.approximate for p in known),
        vague=next((p.count.vague for p in current if p.count.vague), None),
        status=_status(apart, len(current) < len(members), independent),
        grade=None,
        sources=independent,
        claims=tuple(dict.fromkeys(c.id for c in claims)),
        sides=tuple(dict.fromkeys(p.count for p in known)),
        notes=tuple(_note(p) for p in members if p not in current),
    )


def _best(known: Sequence[Position], apart: bool) -> int | None:
    """Return the one number that all figures allow, or that a person accepted; else None."""
    decided = {p.count for p in known if p.accepted}
    if len(decided) == 1:
        only = decided.pop()
        return only.low if only.low == only.high else None
    if apart or not known:
        return None
    low = max(p.count.low for p in known if p.count.low is not None)
    high = min((p.count.high for p in known if p.count.high is not None), default=None)
    return low if low == high else None


def _status(apart: bool, grew: bool, independent: int) -> Agreement:
    if apart:
        return "contested"
    if grew:
        return "updated"
    return "agreed" if independent > 1 else "single-source"


def _note(position: Position) -> str:
    low = position.count.low
    return f"{low} as of {position.day[:10]}: every later report is higher (COUNTING 17)"
