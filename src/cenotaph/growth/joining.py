"""Tellings that are new or lost a join -> the dossiers of every component they touch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from cenotaph.growth.comparing import compare
from cenotaph.growth.judging import Places, events_of, judged
from cenotaph.growth.likening import beside
from cenotaph.growth.partner import Lot
from cenotaph.growth.reaching import Pools
from cenotaph.growth.saying import encode
from cenotaph.growth.surely import STEPS, parts_of, regroup
from cenotaph.growth.telling import Changes
from cenotaph.link import THRESHOLD, Grouped, dossiers, families, group, with_changes
from cenotaph.model import Dossier
from cenotaph.store.joined import Telling

_AT_ONCE = 500  # tellings that are grouped together, and the rest of their last component


class Reasons(msgspec.Struct, array_like=True, frozen=True):
    """What is kept of a dossier besides its tellings."""

    families: tuple[tuple[str, ...], ...]
    because: tuple[str, ...]


def join(
    places: Places,
    changes: Changes,
    moved: Collection[str],
    *,
    asks: bool,
    compared: Sequence[Lot] | None = None,
) -> set[int]:
    """Group anew whatever the changes touch; `moved` are documents of another family than before.

    Dossiers that come out as they were, of accounts that did not change, are left as they are.
    `asks` tells whether questions are wanted, `compared` is what was compared ahead. Returned are
    the groups of sure ones that are new.
    """
    standing, joined = places.standing, places.standing.joined
    compare(places, changes.tellings, asks=asks, compared=compared)
    people = beside(standing, places.pieces.decisions, ("same", "different"))
    told = {n for d in changes.documents for n in people.get(d, ())}
    told.update(standing.told.numbers(moved).values())
    begun = {*changes.tellings, *changes.left}
    begun.update(t.n for t in joined.of_told(told))
    left = {t.n for t in joined.of_dossiers(changes.dossiers)}
    joined.drop_dossiers(changes.dossiers)  # each lost a telling
    fresh = regroup(places, people, begun, changes.groups)
    last, _ = STEPS[-1]
    touched = joined.touched("dossier", last, begun | left, fresh[last])
    reach = Pools(places, people, (last, THRESHOLD))
    batch: list[dict[int, Telling]] = []
    for component in reach.components(touched):
        batch.append(component)
        if sum(map(len, batch)) >= _AT_ONCE:
            _group(places, batch)
            batch = []
    _group(places, batch)
    return fresh["sure"]


def _group(places: Places, components: Sequence[Mapping[int, Telling]]) -> None:
    """Make the dossiers of some components, in the place of those that held their tellings.

    One of the same tellings as before, of accounts that did not change, stays as it is.
    """
    rows = {n: t for component in components for n, t in component.items()}
    grouped = _grouped(places, components)
    number = {t.event: n for n, t in rows.items()}
    held: dict[int, set[int]] = {}
    for n, t in rows.items():
        if t.dossier is not None:
            held.setdefault(t.dossier, set()).add(n)
    joined = places.standing.joined
    before = {  # what was one may lie in several sets now, of which each sees its own part
        frozenset(tellings): dossier
        for dossier, tellings in held.items()
        if joined.size("dossier", dossier) == len(tellings)
    }
    fresh = []
    for members in grouped.groups:
        inside = [grouped.known[i].telling for i in members]
        same = frozenset(number[t.event] for t in inside)
        if same not in before or any(t.document in places.changed for t in inside):
            fresh.append((members, sorted(same)))
        else:
            del held[before[same]]
    joined.drop_dossiers(held)
    made = _dossiers(places, rows, msgspec.structs.replace(grouped, groups=[m for m, _ in fresh]))
    for dossier, (_, numbers) in zip(made, fresh, strict=True):
        body = encode(Reasons(dossier.families, dossier.because))
        joined.add_dossier((dossier.id, places.stamp, body), numbers)


def _grouped(places: Places, components: Sequence[Mapping[int, Telling]]) -> Grouped:
    """Group tellings by their profiles; of accounts that people spoke of, with all their claims."""
    found, decisions, out = judged(places, [t for rows in components for t in rows.values()])
    pairs = {
        (rows[one].event, rows[other].event): bits
        for rows in components
        for one, other, bits in places.standing.joined.among(rows, THRESHOLD)
    }
    last, _ = STEPS[-1]
    tellings = (t for rows in components for t in rows.values())
    parts = parts_of(tellings, last) if not decisions else ()
    return group(found, decisions, out, places.weights, pairs, parts)


def _dossiers(places: Places, rows: Mapping[int, Telling], grouped: Grouped) -> list[Dossier]:
    """Return the dossiers of groups, with all that their accounts claim."""
    events = {grouped.known[i].telling.event for members in grouped.groups for i in members}
    whole, out, known = events_of(places, {t.told for t in rows.values() if t.event in events})
    copy_of = places.standing.likes.family({a.document.id for a in known})
    profiles = [
        msgspec.structs.replace(p, telling=whole.get(p.telling.event, p.telling))
        for p in grouped.known
    ]
    told = msgspec.structs.replace(grouped, known=profiles, aside=out)
    return with_changes(dossiers(told, families(copy_of)), known, copy_of)
