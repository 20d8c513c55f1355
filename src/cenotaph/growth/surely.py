"""Tellings that changed -> those that are surely one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from cenotaph.growth.judging import Places, judged
from cenotaph.link import SURE, THRESHOLD, bonded, surely
from cenotaph.store import Standing
from cenotaph.store.joined import Telling

People = Mapping[str, set[int]]
"""Accounts that people spoke of together with each document."""


def regroup(
    places: Places, people: People, begun: Collection[int], lost: Collection[int]
) -> set[int]:
    """Keep which tellings are surely one, from some on; return the groups that are new.

    `lost` are groups that lost a telling.
    """
    places.standing.joined.drop_sure(lost)
    return {
        group
        for component in _components(places.standing, people, begun)
        for group in _regrouped(places, component)
    }


def _components(
    standing: Standing, people: People, begun: Collection[int]
) -> Iterator[dict[int, Telling]]:
    """Yield the sets of tellings that pairs of SURE bits, or people, connect, from some on."""
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
                    *standing.joined.near(n, SURE),
                    *(t.n for t in standing.joined.of_told(told)),
                }
                fresh = near - seen
                seen |= fresh
                queue.extend(sorted(fresh))
        if found:
            yield found


def _regrouped(places: Places, rows: Mapping[int, Telling]) -> set[int]:
    """Keep which tellings of a component are surely one; return the groups that are new."""
    joined = places.standing.joined
    held: dict[int, set[int]] = {}
    for n, t in rows.items():
        if t.sure is not None:
            held.setdefault(t.sure, set()).add(n)
    found = _sure(places, rows)
    kept = {first for first, group in held.items() if group in found}
    joined.drop_sure(held.keys() - kept)
    return {joined.set_sure(group) for group in found if min(group) not in kept}


def _sure(places: Places, rows: Mapping[int, Telling]) -> list[set[int]]:
    if len(rows) == 1:
        return [set(rows)]
    pairs = {
        (rows[one].event, rows[other].event): bits
        for one, other, bits in places.standing.joined.among(rows, THRESHOLD)
    }
    known, bonds = bonded(*judged(places, rows.values()))
    number = {t.event: n for n, t in rows.items()}
    groups = surely(known, bonds, places.weights, pairs)
    return [{number[known[i].telling.event] for i in group} for group in groups]
