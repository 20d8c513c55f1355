"""Groups of sure ones that are new -> which other ones each is barely joined with, or apart.

Only questions rest on that, and there are many such pairs: it is looked into when they are asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from cenotaph.growth.comparing import compare_weakly, weakly_joined
from cenotaph.growth.judging import Places, judged
from cenotaph.growth.saying import encode
from cenotaph.link import barely, bonded
from cenotaph.model import Near

_near = msgspec.msgpack.Decoder(Near)

Pairs = Collection[tuple[int, int, float]]  # tellings by number, with their bits


def doubt(places: Places) -> None:
    """Bring up to date what people are asked about one incident or two.

    Groups that are new since wait for it: doubts about two others are as they were.
    """
    compare_weakly(places.standing, places.weights)
    joined = places.standing.joined
    fresh = joined.look_into_doubts()
    for group in sorted(fresh):
        for other, pairs in joined.between("sure", group).items():
            if other not in fresh or group < other:
                found = _between(places, (group, other), pairs)
                if found is not None:
                    joined.doubt((group, other), places.stamp, encode(found))


def doubts_about(places: Places, events: Iterable[str]) -> list[Near]:
    """Return the doubts about the groups that some events are in, kept or not."""
    joined = places.standing.joined
    groups = {t.sure for t in joined.of_events(events) if t.sure is not None}
    fresh = joined.undoubted()
    found = [_near.decode(body) for body in joined.doubts(joined.doubted(groups))]
    for (group, other), pairs in _about(places, groups).items() if fresh else ():
        if group in fresh or other in fresh:
            near = _between(places, (group, other), pairs)
            found += [] if near is None else [near]
    return found


def _about(places: Places, groups: Collection[int]) -> Mapping[tuple[int, int], Pairs]:
    """Return what speaks for each of some groups and each other one, pair of groups by pair."""
    joined = places.standing.joined
    rows = {t.n: t for t in joined.of_groups("sure", groups)}
    pairs = weakly_joined(places.standing, rows, places.weights)
    rows |= {t.n: t for t in joined.numbered({n for one, other, _ in pairs for n in (one, other)})}
    found = defaultdict[tuple[int, int], dict[tuple[int, int], float]](dict)
    for one, other, bits in pairs:
        a, b = (rows[n].sure or 0 for n in (one, other))
        if a != b:
            ends = (one, other) if a < b else (other, one)
            found[min(a, b), max(a, b)][ends] = bits
    return {ends: [(*pair, bits) for pair, bits in held.items()] for ends, held in found.items()}


def _between(places: Places, groups: tuple[int, int], pairs: Pairs) -> Near | None:
    """Return the doubt about two groups, if there is one."""
    rows = {t.n: t for t in places.standing.joined.of_groups("sure", groups)}
    known, bonds = bonded(*judged(places, rows.values()))
    at = {p.telling.event: i for i, p in enumerate(known)}
    sides = sorted(
        tuple(sorted(at[t.event] for t in rows.values() if t.sure == group)) for group in groups
    )
    ends = ((sorted((at[rows[a].event], at[rows[b].event])), bits) for a, b, bits in pairs)
    weights = {(i, j): bits for (i, j), bits in ends}
    return barely(known, (sides[0], sides[1]), weights, bonds, places.weights)
