"""Tellings that are new or lost a join -> the dossiers of every component they touch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

import msgspec

from cenotaph.growth.accounts import accounts
from cenotaph.growth.likening import beside
from cenotaph.growth.saying import encode, key_numbers, profile_of
from cenotaph.growth.telling import Changes
from cenotaph.link import (
    THRESHOLD,
    Profile,
    aside,
    bits,
    dossiers,
    families,
    group,
    standing_of,
    with_changes,
)
from cenotaph.link.weights import Weights
from cenotaph.model import judgements, tellings
from cenotaph.store import Pieces, Standing
from cenotaph.store.joined import Telling

_PROFILES = 30_000  # in memory at once
_AT_ONCE = 500  # tellings that are grouped together, and the rest of their last component


class Reasons(msgspec.Struct, array_like=True, frozen=True):
    """What is kept of a dossier besides its tellings."""

    families: tuple[tuple[str, ...], ...]
    because: tuple[str, ...]


class Places(msgspec.Struct, frozen=True):
    """What the dossiers of some components are made from."""

    standing: Standing
    pieces: Pieces
    stamp: int
    changed: Collection[str]  # documents
    weights: Weights | None  # of linking; None: those shipped


def join(
    standing: Standing,
    pieces: Pieces,
    changes: Changes,
    moved: Collection[str],
    stamp: int,
    weights: Weights | None = None,
) -> None:
    """Group anew whatever the changes touch; `moved` are documents of another family than before.

    Dossiers that come out as they were, of accounts that did not change, are left as they are.
    """
    _compare(standing, changes, weights)
    people = beside(standing, pieces.decisions, ("same", "different"))
    touched = {n for d in changes.documents for n in people.get(d, ())}
    touched.update(standing.told.numbers(moved).values())
    begun = {*changes.tellings, *changes.left}
    begun.update(t.n for t in standing.joined.of_told(touched))
    standing.joined.drop_dossiers(changes.dossiers)  # each lost a telling
    places = Places(standing, pieces, stamp, {*changes.documents, *moved}, weights)
    seen: set[int] = set()
    batch: dict[int, Telling] = {}
    for component in _components(standing, people, sorted(begun), seen):
        batch |= component
        if len(batch) >= _AT_ONCE:
            _group(places, batch)
            batch = {}
    _group(places, batch)


def _compare(standing: Standing, changes: Changes, weights: Weights | None) -> None:
    """Find what the new tellings are joined with."""
    joined = standing.joined

    @lru_cache(maxsize=_PROFILES)
    def profile(telling: int) -> Profile:
        (row,) = joined.numbered((telling,))
        return profile_of(row.profile)

    new = set(changes.tellings)
    met: set[int] = set()  # new ones compared already
    for n in joined.in_order(new):
        met.add(n)
        one = profile(n)
        for other in sorted(joined.sharing(key_numbers(one))):
            if other in met:
                continue
            two = profile(other)
            if one.telling.document == two.telling.document:
                continue
            first, second = (one, two) if one.order <= two.order else (two, one)
            if bits(first, second, weights) >= THRESHOLD:
                joined.join(n, other)


def _components(
    standing: Standing, people: Mapping[str, set[int]], begun: Collection[int], seen: set[int]
) -> Iterator[dict[int, Telling]]:
    """Yield the sets of tellings that bits or people connect, from some on."""
    for start in begun:
        found: dict[int, Telling] = {}
        queue = [] if start in seen else [start]
        for n in queue:  # grows while it runs
            seen.add(n)
            for row in standing.joined.numbered((n,)):
                found[n] = row
                near = {*standing.joined.near(n), *_beside(standing, people, row)}
                fresh = near - seen
                seen |= fresh
                queue.extend(sorted(fresh))
        if found:
            yield found


def _beside(standing: Standing, people: Mapping[str, set[int]], row: Telling) -> set[int]:
    """Return the tellings that people spoke of together with those of an account."""
    document = row.rank.split("\n")[1]
    if document not in people:
        return set()
    return {t.n for t in standing.joined.of_told(people[document])}


def _group(places: Places, rows: Mapping[int, Telling]) -> None:
    """Make the dossiers of some components, in the place of those that held their tellings."""
    standing = places.standing
    told = {t.told for t in rows.values()}
    known = {n: account for n, (account, _) in accounts(standing, told).items()}
    documents = {a.document.id for a in known.values()}
    decisions = places.pieces.decisions_about(documents)
    rejected = {c for c, d in judgements(decisions).items() if d.verdict == "reject"}
    whole = {t.event: t for a in known.values() for t in tellings(standing_of(a, rejected))}
    found = [
        msgspec.structs.replace(profile_of(t.profile), telling=whole[t.event])
        for t in rows.values()
    ]
    grouped = group(found, decisions, aside(tuple(known.values()), rejected), places.weights)
    copy_of = standing.likes.family(documents)
    made = with_changes(dossiers(grouped, families(copy_of)), known.values(), copy_of)
    fresh = {}
    for members, dossier in zip(grouped.groups, made, strict=True):
        inside = [grouped.known[i].telling for i in members]
        changed = any(t.document in places.changed for t in inside)
        body = encode(Reasons(dossier.families, dossier.because))
        fresh[frozenset(t.event for t in inside)] = (dossier.id, body, changed)
    _keep(places, rows, fresh)


def _keep(
    places: Places,
    rows: Mapping[int, Telling],
    fresh: Mapping[frozenset[str], tuple[str, bytes, bool]],
) -> None:
    """Put new dossiers in the place of old ones, but for those that are as they were."""
    joined = places.standing.joined
    number = {t.event: n for n, t in rows.items()}
    held: dict[int, set[str]] = {}
    for t in rows.values():
        if t.dossier is not None:
            held.setdefault(t.dossier, set()).add(t.event)
    before = joined.dossiers(held)
    same = set()
    for dossier, events in held.items():
        key, body, changed = fresh.get(frozenset(events), ("", b"", True))
        if not changed and before.get(dossier) == (key, body):
            same.add(frozenset(events))
        else:
            joined.drop_dossiers((dossier,))
    for group_of, (key, body, _) in fresh.items():
        if group_of not in same:
            joined.add_dossier((key, places.stamp, body), sorted(number[e] for e in group_of))
