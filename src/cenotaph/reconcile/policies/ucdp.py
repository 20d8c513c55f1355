"""The UCDP's way: low, high and a best estimate that somebody gave (COUNTING 26).

Low is the lowest and high the highest figure of reliable sources, a later one of the same source in
the place of its earlier one (32). Best is the number with the most independent support, of equals
the most recent, then the lower: always one that an account gives. An open figure counts as the
number it names; an account that leaves out the dead attacker supports the figure that has him.
Combatants by side, civilians and the rest, unknown, sum to best (in the notes).
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Figure, People, sayings
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import (
    Choice,
    Group,
    ceiling,
    figure,
    groups,
    latest,
    number,
    saying,
    told,
    usable_group,
)
from cenotaph.reconcile.positions import Position

NAME = "ucdp/1"
DESCRIPTION = "lowest to highest reliable figure; best: the most supported, else the most recent"


def count(positions: Sequence[Position], case: Case) -> tuple[Figure, ...]:
    """Return one figure for each outcome and kind of people."""
    every = [usable_group(members, case) for members in groups(positions)]
    best = {(g.outcome, g.people): _best(g, case) for g in every}
    found = []
    for group in every:
        chosen = best[group.outcome, group.people]
        parts = {p: _number(c) for (o, p), c in best.items() if o == group.outcome}
        found.append(_figure(group, chosen, parts, case))
    return tuple(found)


def _figure(
    group: Group,
    chosen: tuple[Position, ...],
    parts: dict[People, int | None],
    case: Case,
) -> Figure:
    notes = [sayings.BEST.format(given=told(chosen[0], case)) if chosen else sayings.NO_BEST]
    best = _number(chosen)
    if group.people == People() and best is not None:
        notes += _sides(best, parts)
    lows = [p.count.low for p in group.known if p.count.low is not None]
    choice = Choice(
        low=min(lows, default=None),
        high=max((h for p in group.known if (h := ceiling(p.count)) is not None), default=None),
        best=best,
        notes=tuple(notes),
    )
    return figure(group, case, choice)


def _best(group: Group, case: Case) -> tuple[Position, ...]:
    """Return the positions that give the best estimate, the most recent first."""
    by_number: dict[int, list[Position]] = {}
    for position in group.decided or group.known:
        told_number = number(position.count)
        if told_number is not None:
            by_number.setdefault(told_number, []).append(position)
    if not by_number:
        return ()
    days = {n: max(p.day for p in members) for n, members in by_number.items()}
    support = {n: case.independent(*members) for n, members in by_number.items()}
    best = max(sorted(by_number, reverse=True), key=lambda n: (support[n], days[n]))
    newest = latest(saying(by_number[best]))
    return tuple(sorted(by_number[best], key=lambda p: (p is not newest, p.day, p.document)))


def _number(chosen: Sequence[Position]) -> int | None:
    return number(chosen[0].count) if chosen else None


def _sides(best: int, parts: dict[People, int | None]) -> list[str]:
    """Say how sides, civilians and unknown sum to best; or that they exceed it."""
    found = {_words(p): n for p, n in sorted(parts.items(), key=repr) if _is_side(p, parts) and n}
    if not found:
        return []
    known = sum(found.values())
    words = [f"{name} {n}" for name, n in sorted(found.items())]
    if known > best:
        return [sayings.EXCEED_BEST.format(sides=" + ".join(words), n=best)]
    sides = " + ".join([*words, f"{sayings.NOT_KNOWN} {best - known}"])
    return [sayings.SUM_TO_BEST.format(sides=sides, n=best)]


def _is_side(people: People, others: dict[People, int | None]) -> bool:
    """Tell whether people are one side's combatants, or civilians; parts of those are left out."""
    if people.age or people.sex or people.roles or people.status not in {"civilian", "combatant"}:
        return False
    if people.side is not None and people.status == "civilian":
        return People(status="civilian") not in others
    sided = any(p.status == "combatant" and p.side is not None for p in others)
    return people.side is not None or people.status == "civilian" or not sided


def _words(people: People) -> str:
    civil = people.status == "civilian"
    if people.side is None:
        return sayings.CIVILIANS if civil else sayings.COMBATANTS
    return (sayings.CIVILIANS_OF if civil else sayings.COMBATANTS_OF).format(side=people.side)
