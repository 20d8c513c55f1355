"""The highest number that any account names: a user's own policy, as one would write it."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import Choice, ceiling, figure, groups, usable_group
from cenotaph.reconcile.positions import Position

NAME = "highest/1"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    found = []
    for members in groups(positions):
        group = usable_group(members, case)
        top = max((n for p in group.known if (n := ceiling(p.count)) is not None), default=None)
        found.append(figure(group, case, Choice(low=top, high=top, best=top)))
    return tuple(found)
