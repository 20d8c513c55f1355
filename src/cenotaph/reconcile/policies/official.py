"""The official source's figure first (COUNTING 31).

An official figure is one that somebody in an office says, or that an official source publishes; a
party to the conflict is none (20). Of several the most recent; without any, the most recent figure
of the others, which the notes say.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure, sayings
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

NAME = "official/1"
DESCRIPTION = "the official source's most recent figure; without one the most recent"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    every = (usable_group(members, case) for members in groups(positions))
    return tuple(_figure(group, case) for group in every)


def _figure(group: Group, case: Case) -> Figure:
    officials = [p for p in group.known if _is_official(p, case)]
    chosen = latest(group.decided or officials or group.known)
    if chosen is None:
        return figure(group, case, Choice())
    notes = () if officials else (sayings.NOT_OFFICIAL,)
    return figure(group, case, one_figure(group, chosen, case, notes))


def _is_official(position: Position, case: Case) -> bool:
    roles = {c.speaker.role for c in position.claims if c.speaker and c.voice == "speaker"}
    if roles:
        return "official" in roles
    return case.kinds.get(position.document) == "official"
