"""Groups of sure ones that are new -> which other ones each is barely joined with, or apart."""

from __future__ import annotations

from collections.abc import Collection

from cenotaph.growth.judging import Places, judged
from cenotaph.growth.saying import encode
from cenotaph.link import barely, bonded

Pairs = Collection[tuple[int, int, float]]  # tellings by number, with their bits


def doubt(places: Places, fresh: Collection[int]) -> None:
    """Bring up to date what people are asked about one incident or two.

    `fresh` are the groups of sure ones that are new: doubts about two others are as they were.
    """
    for group in sorted(fresh):
        for other, pairs in places.standing.joined.between(group).items():
            if other not in fresh or group < other:
                _doubt(places, (group, other), pairs)


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
