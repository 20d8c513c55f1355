"""AOAV's way: the most detailed account, else the most recent (COUNTING 30).

The most detailed account is the one that gives numbers for the most outcomes and kinds of people.
Vague words are not recorded, nor is what was spread over more than 24 hours: two calendar days may
be one night, more than two are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cenotaph.model import Figure, sayings
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import (
    Choice,
    Group,
    figure,
    groups,
    latest,
    one_figure,
    told,
    uncounted,
    usable_group,
)
from cenotaph.reconcile.positions import Position

NAME = "aoav/1"
DESCRIPTION = "the most detailed figure, else the most recent; no vague words, no long periods"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    if case.spread or case.scope in {"cumulative", "series"}:
        return tuple(uncounted(members, case, sayings.TOO_LONG) for members in groups(positions))
    every = [usable_group(members, case) for members in groups(positions)]
    detail: dict[str, set[object]] = {}
    for group in every:
        for p in _numbers(group):
            detail.setdefault(p.document, set()).add((p.outcome, p.people))
    return tuple(_figure(g, {d: len(kinds) for d, kinds in detail.items()}, case) for g in every)


def _figure(group: Group, detail: Mapping[str, int], case: Case) -> Figure:
    using = group.decided or _numbers(group)
    most = max((detail[p.document] for p in using), default=0)
    chosen = latest([p for p in using if detail[p.document] == most])
    vague = sorted(told(p, case) for p in group.current if p not in _numbers(group))
    notes = [sayings.VAGUE_WORDS.format(all="; ".join(vague))] if vague else []
    if chosen is None:
        return figure(group, case, Choice(notes=tuple(notes)))
    how = sayings.MOST_DETAILED.format(given=told(chosen, case))
    return figure(group, case, one_figure(group, chosen, case, (how, *notes)))


def _numbers(group: Group) -> tuple[Position, ...]:
    """Return the figures in numbers."""
    return tuple(p for p in group.known if p.count.vague is None)
