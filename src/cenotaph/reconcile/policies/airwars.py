"""Airwars' way: a minimum and a maximum by people, graded (COUNTING 29).

An open figure counts as the number it names. Where no source gives a minimum the harm is "Unknown",
not nothing. A dead attacker whom one account leaves out and another counts parts the minimum from
the maximum, and contests neither. The grades are those of `reconcile.grades`; a source is credible
unless the user set its publisher as unreliable.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure, sayings
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import Group, extremes, figure, groups, usable_group
from cenotaph.reconcile.positions import Position

NAME = "airwars/1"
DESCRIPTION = "minimum and maximum by people; “Unknown” without a minimum; graded"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    every = (usable_group(members, case) for members in groups(positions))
    return tuple(figure(g, case, extremes(g, *_notes(g))) for g in every)


def _notes(group: Group) -> tuple[str, ...]:
    return () if group.known else (sayings.NO_LEAST,)
