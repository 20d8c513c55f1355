"""Iraq Body Count's way: a minimum and a maximum of deaths and injuries (COUNTING 28).

An open figure counts as the number it names, so that the maximum is one that somebody gave. What is
sought are civilians: where one account leaves out the dead attacker, and another has him, the
minimum is the figure without him, the maximum that with him, and the two contest nothing.
*Provisional*, unless two independent sources give figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import extremes, figure, groups, usable_group
from cenotaph.reconcile.positions import Position

NAME = "ibc/1"
DESCRIPTION = "minimum and maximum of deaths and injuries; provisional unless two sources"
_OUTCOMES = ("killed", "injured")


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each kind of people killed or injured."""
    every = (usable_group(members, case) for members in groups(positions))
    return tuple(
        figure(
            g, case, extremes(g, grade=None if case.independent(*g.known) > 1 else "provisional")
        )
        for g in every
        if g.outcome in _OUTCOMES
    )
