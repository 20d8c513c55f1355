"""Profiles -> the pairs worth comparing, by shared keys that depend on the two tellings alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from cenotaph.link.profile import Profile

_WEEK = 7


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (i < j) of tellings from different documents that share a key."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        for key in sorted(keys(p)):
            blocks[key].append(i)
    seen = set()
    for members in blocks.values():
        for pair in combinations(members, 2):
            a, b = profiles[pair[0]].telling, profiles[pair[1]].telling
            if pair not in seen and a.document != b.document:
                seen.add(pair)
                yield pair


def keys(p: Profile) -> set[tuple[str, ...]]:
    """Return a telling's keys: a place, a name or a target, each with a week to keep them small."""
    found: set[tuple[str, ...]] = {("victim", name.split()[-1]) for name in p.victims}
    found |= {("person", name) for name in p.persons}
    dead, hurt = p.killed or (0, 0), p.injured or (0, 0)
    if dead[0] or hurt[0]:  # whenever it is told: trials and anniversaries come months later
        counts = f"{dead[0]} {hurt[0]}"
        found |= {("counts", name, counts) for name in p.names_of_places}
        found |= {("counts", f"{y:.1f} {x:.1f}", counts) for _, y, x, _ in p.points}
    for week in _weeks(p):
        found |= {("place", name, week) for name in p.names_of_places}
        found |= {("cell", f"{round(y * 2)}", f"{round(x * 2)}", week) for _, y, x, _ in p.points}
        found |= {
            ("target", kind, country, week)
            for kind in p.targets
            for country in (p.countries or {""})
        }
        if p.killed and p.killed[0] > 2:
            found.add(("killed", str(p.killed[0]), week))
    return found


def _weeks(p: Profile) -> set[str]:
    """Return the weeks the event can lie in, each with the next: blocks overlap."""
    spans = p.days or (((None, p.published),) if p.published is not None else ())
    if not spans:
        return {""}
    found = set()
    for first, last in spans:
        # A long interval is no key: its last fortnight stands for it.
        start = max(last - _WEEK if first is None else first, last - 2 * _WEEK)
        found |= {day // _WEEK + more for day in (start, last) for more in (0, 1)}
    return {str(week) for week in found}
