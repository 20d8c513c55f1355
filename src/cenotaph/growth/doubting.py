"""Tellings grouped anew -> those that are surely one, and which groups of them barely are."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cenotaph.growth.joining import Begun, Places, components, judged
from cenotaph.growth.saying import encode
from cenotaph.link import SURE, THRESHOLD, barely, bonded, surely
from cenotaph.store.joined import Telling

Pairs = Collection[tuple[int, int, float]]  # tellings by number, with their bits


def doubt(begun: Begun, lost: Collection[int]) -> None:
    """Bring up to date what people are asked about one incident or two.

    `lost` are groups that lost a telling. A group of the same tellings as before is left as it is,
    and so are its doubts: whatever else has a say in them would have been told anew.
    """
    places = begun.places
    places.standing.joined.drop_sure(lost)
    seen: set[int] = set()
    fresh: set[int] = set()
    for component in components(places.standing, begun.people, begun.tellings, seen, SURE):
        fresh |= _regrouped(places, component)
    for group in sorted(fresh):
        for other, pairs in places.standing.joined.between(group).items():
            if other not in fresh or group < other:
                _doubt(places, (group, other), pairs)


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
    near = places.standing.joined.near
    pairs = [
        (t.event, rows[o].event)
        for n, t in rows.items()
        for o in near(n, THRESHOLD)
        if n < o and o in rows
    ]
    known, bonds = bonded(*judged(places, rows.values()))
    number = {t.event: n for n, t in rows.items()}
    groups = surely(known, bonds, places.weights, pairs)
    return [{number[known[i].telling.event] for i in group} for group in groups]


def _doubt(places: Places, groups: tuple[int, int], pairs: Pairs) -> None:
    """Keep the doubt about two groups, if there is one."""
    rows = {t.n: t for t in places.standing.joined.of_sure(groups)}
    known, bonds = bonded(*judged(places, rows.values()))
    at = {p.telling.event: i for i, p in enumerate(known)}
    sides = sorted(
        tuple(sorted(at[t.event] for t in rows.values() if t.sure == group)) for group in groups
    )
    ends = ((sorted((at[rows[a].event], at[rows[b].event])), bits) for a, b, bits in pairs)
    weights = {(i, j): bits for (i, j), bits in ends}
    found = barely(known, (sides[0], sides[1]), weights, bonds, places.weights)
    if found is not None:
        places.standing.joined.doubt(groups, places.stamp, encode(found))
