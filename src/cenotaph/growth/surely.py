"""Tellings that changed -> those that are one at ever lower means of bits, down to THRESHOLD.

From one level straight to a far lower one, means connect tellings of many incidents: at 100,000
accounts 33,000 of 105,000 were one set. In small steps no set is large, and adding stays cheap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from cenotaph.growth.judging import Places, judged
from cenotaph.growth.reaching import Reach
from cenotaph.link import SURE, THRESHOLD, bonded, surely
from cenotaph.store import Standing
from cenotaph.store.joined import LEVELS, Level, Telling

STEPS: tuple[tuple[Level, float], ...] = tuple(
    zip(LEVELS, (16.0, 11.0, SURE, 5.5, THRESHOLD), strict=True)
)
"""Mean bits of the groups of each level; what is one at one of them is one at the next."""

People = Mapping[str, set[int]]
"""Accounts that people spoke of together with each document."""


def regroup(
    places: Places,
    people: People,
    begun: Collection[int],
    lost: Mapping[Level, Collection[int]],
) -> dict[Level, set[int]]:
    """Keep which tellings are one at each level, from some on; return the groups that are new.

    `lost` are groups that lost a telling.
    """
    standing, joined = places.standing, places.standing.joined
    fresh: dict[Level, set[int]] = {}
    finer: Level | None = None
    for level, least in STEPS:
        left = {t.n for t in joined.of_groups(level, lost[level])}
        joined.drop_groups(level, lost[level])
        if finer is None:
            components = _components(standing, people, begun, least)
        else:
            touched = joined.touched(level, finer, {*begun, *left}, fresh[finer])
            components = Reach(places, people, (finer, least)).components(touched)
        fresh[level] = {
            group
            for component in components
            for group in _regrouped(places, component, (level, least), finer)
        }
        finer = level
    return fresh


def parts_of(rows: Iterable[Telling], level: Level) -> list[list[str]]:
    """Return the events of tellings, those of one group of a level together."""
    found = defaultdict[int, list[str]](list)
    for row in rows:
        found[row.group(level) or row.n].append(row.event)
    return list(found.values())


def _components(
    standing: Standing, people: People, begun: Collection[int], least: float
) -> Iterator[dict[int, Telling]]:
    """Yield the sets of tellings that pairs of so many bits, or people, connect, from some on."""
    seen: set[int] = set()
    for start in sorted(begun):
        found: dict[int, Telling] = {}
        queue = [] if start in seen else [start]
        for n in queue:  # grows while it runs
            seen.add(n)
            for row in standing.joined.numbered((n,)):
                found[n] = row
                told = people.get(row.document, ())
                near = {
                    *standing.joined.near(n, least),
                    *(t.n for t in standing.joined.of_told(told)),
                }
                fresh = near - seen
                seen |= fresh
                queue.extend(sorted(fresh))
        if found:
            yield found


def _regrouped(
    places: Places, rows: Mapping[int, Telling], step: tuple[Level, float], finer: Level | None
) -> set[int]:
    """Keep which tellings of a component are one at a level; return the groups that are new."""
    joined, (level, least) = places.standing.joined, step
    held: dict[int, set[int]] = {}
    for n, t in rows.items():
        group = t.group(level)
        if group is not None:
            held.setdefault(group, set()).add(n)
    is_one = len(rows) == 1 or (finer and len({t.group(finer) for t in rows.values()}) == 1)
    found = [set(rows)] if is_one else _grouped(places, rows, least, finer)
    # What was one may lie in several sets now, of which each sees its own part.
    kept = {g for g, part in held.items() if part in found and joined.size(level, g) == len(part)}
    joined.drop_groups(level, held.keys() - kept)
    return {joined.set_group(level, group) for group in found if min(group) not in kept}


def _grouped(
    places: Places, rows: Mapping[int, Telling], least: float, finer: Level | None
) -> list[set[int]]:
    pairs = {
        (rows[one].event, rows[other].event): bits
        for one, other, bits in places.standing.joined.among(rows, THRESHOLD)
    }
    found, decisions, out = judged(places, rows.values())
    known, bonds = bonded(found, decisions, out)
    number = {t.event: n for n, t in rows.items()}
    parts = parts_of(rows.values(), finer) if finer and not decisions else ()
    groups = surely(known, bonds, places.weights, pairs, least, parts)
    return [{number[known[i].telling.event] for i in group} for group in groups]
