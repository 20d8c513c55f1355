"""The most recent figure (COUNTING 31).

Recent by the day it was taken, else published. It takes the place of earlier figures of the same
speaker or publisher only (32): others that do not meet it contest it, and stand in the notes.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import (
    Choice,
    Group,
    figure,
    groups,
    latest,
    one_figure,
    usable_group,
)
from cenotaph.reconcile.positions import Position

NAME = "latest/1"
DESCRIPTION = "the most recent figure; what other sources say against it in the notes"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    every = (usable_group(members, case) for members in groups(positions))
    return tuple(_figure(group, case) for group in every)


def _figure(group: Group, case: Case) -> Figure:
    chosen = latest(group.decided or group.known)
    choice = Choice() if chosen is None else one_figure(group, chosen, case)
    return figure(group, case, choice)
