"""The default policy: every figure side by side in one range, nothing chosen (COUNTING 25).

Low is the smallest low and high the largest high of the figures that stand (17); an open figure
leaves high open. A figure that leaves out the dead attacker counts with him, as others do. Best is
null unless all figures allow one number, or a person decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import Choice, Group, figure, groups, is_apart, standing_group
from cenotaph.reconcile.positions import Position

NAME = "envelope/1"
DESCRIPTION = "smallest low to largest high; best only where all agree or a person decided"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    return tuple(_figure(members, case) for members in groups(positions))


def _figure(members: Sequence[Position], case: Case) -> Figure:
    group = standing_group(members, case)
    lows = [p.count.low for p in group.known if p.count.low is not None]
    highs = [p.count.high for p in group.known]
    choice = Choice(
        low=min(lows, default=None),
        high=max((h for h in highs if h is not None), default=None) if None not in highs else None,
        best=_best(group),
    )
    return figure(group, case, choice)


def _best(group: Group) -> int | None:
    """Return the one number that all figures allow, or that a person accepted; else None."""
    if group.decided:
        only = group.decided[0].count
        return only.low if only.low == only.high else None
    known = [p for p in group.known if not _is_of_party(p)] or group.known
    if is_apart(group) or not known:
        return None
    low = max(p.count.low for p in known if p.count.low is not None)
    high = min((p.count.high for p in known if p.count.high is not None), default=None)
    return low if low == high else None


def _is_of_party(position: Position) -> bool:
    """Tell whether only a party to the conflict gives a figure: it settles none (COUNTING 20)."""
    speakers = [c.speaker for c in position.claims]
    return all(s is not None and s.role == "party" for s in speakers)
