"""ACLED's way: one figure for the dead, the most conservative reliable (COUNTING 27).

Words without a number count by its table ("tens" 10, "dozens" 12, "hundreds" 100); other words by
the floor the record gives them. What differs goes into the notes. Only the dead are counted, all of
them together, attackers too: an account that leaves out the dead attacker is no more conservative.
Totals of a period stay what they are: nobody splits them here.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Count, Figure, People, sayings
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import (
    Choice,
    Group,
    figure,
    groups,
    latest,
    saying,
    told,
    usable_group,
)
from cenotaph.reconcile.positions import Position

NAME = "acled/1"
DESCRIPTION = "one figure for the dead: the most conservative reliable; dispute in the notes"
VAGUE = {"tens": 10, "dozens": 12, "hundreds": 100}


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for the dead, nothing for other outcomes or for some people only."""
    every = (usable_group(members, case) for members in groups(positions))
    dead = [g for g in every if g.outcome == "killed"]
    whole = [g for g in dead if g.people == People()]
    return tuple(_figure(group, case) for group in whole or dead[:1])


def _figure(group: Group, case: Case) -> Figure:
    using = [(n, p) for p in group.decided or group.known if (n := _number(p.count)) is not None]
    least = min((n for n, _ in using), default=None)
    newest = latest(saying([p for n, p in using if n == least]))
    chosen = () if newest is None else (newest,)
    others = sorted(told(p, case) for p in group.known if _number(p.count) != least)
    notes = [sayings.DISPUTED.format(all="; ".join(others))] if others else []
    choice = Choice(
        low=least,
        high=least,
        best=least,
        chosen=chosen,
        notes=tuple(notes),
    )
    return figure(group, case, choice)


def _number(count: Count) -> int | None:
    """Return the number that a figure counts as."""
    return VAGUE.get((count.vague or "").casefold(), count.low)
