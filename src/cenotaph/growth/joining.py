"""Tellings that are new or lost a join -> the dossiers of every component they touch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from cenotaph.growth.accounts import accounts
from cenotaph.growth.comparing import compare
from cenotaph.growth.likening import beside
from cenotaph.growth.saying import encode, profile_of
from cenotaph.growth.telling import Changes
from cenotaph.link import (
    THRESHOLD,
    Grouped,
    Profile,
    aside,
    dossiers,
    families,
    group,
    standing_of,
    with_changes,
)
from cenotaph.link.weights import Weights
from cenotaph.model import Account, Claim, Decision, Dossier, judgements, tellings
from cenotaph.model import Telling as Event
from cenotaph.store import Pieces, Standing
from cenotaph.store.joined import Telling

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


class Begun(msgspec.Struct, frozen=True):
    """Where grouping anew begins."""

    places: Places
    people: Mapping[str, set[int]]  # accounts that people spoke of together, by document
    tellings: Collection[int]


def join(
    standing: Standing,
    pieces: Pieces,
    changes: Changes,
    moved: Collection[str],
    stamp: int,
    weights: Weights | None = None,
) -> Begun:
    """Group anew whatever the changes touch; `moved` are documents of another family than before.

    Dossiers that come out as they were, of accounts that did not change, are left as they are.
    Returned is where it began.
    """
    compare(standing, changes.tellings, weights)
    people = beside(standing, pieces.decisions, ("same", "different"))
    touched = {n for d in changes.documents for n in people.get(d, ())}
    touched.update(standing.told.numbers(moved).values())
    begun = {*changes.tellings, *changes.left}
    begun.update(t.n for t in standing.joined.of_told(touched))
    standing.joined.drop_dossiers(changes.dossiers)  # each lost a telling
    places = Places(standing, pieces, stamp, {*changes.documents, *moved}, weights)
    seen: set[int] = set()
    batch: dict[int, Telling] = {}
    for component in components(standing, people, begun, seen, THRESHOLD):
        batch |= component
        if len(batch) >= _AT_ONCE:
            _group(places, batch)
            batch = {}
    _group(places, batch)
    return Begun(places, people, begun)


def components(
    standing: Standing,
    people: Mapping[str, set[int]],
    begun: Collection[int],
    seen: set[int],
    least: float,
) -> Iterator[dict[int, Telling]]:
    """Yield the sets of tellings that so many bits, or people, connect, from some on."""
    for start in sorted(begun):
        found: dict[int, Telling] = {}
        queue = [] if start in seen else [start]
        for n in queue:  # grows while it runs
            seen.add(n)
            for row in standing.joined.numbered((n,)):
                found[n] = row
                near = {*standing.joined.near(n, least), *_beside(standing, people, row)}
                fresh = near - seen
                seen |= fresh
                queue.extend(sorted(fresh))
        if found:
            yield found


def _beside(standing: Standing, people: Mapping[str, set[int]], row: Telling) -> set[int]:
    """Return the tellings that people spoke of together with those of an account."""
    document = _document(row)
    if document not in people:
        return set()
    return {t.n for t in standing.joined.of_told(people[document])}


def _group(places: Places, rows: Mapping[int, Telling]) -> None:
    """Make the dossiers of some components, in the place of those that held their tellings.

    One of the same tellings as before, of accounts that did not change, stays as it is.
    """
    grouped = _grouped(places, rows)
    number = {t.event: n for n, t in rows.items()}
    held: dict[int, set[int]] = {}
    for n, t in rows.items():
        if t.dossier is not None:
            held.setdefault(t.dossier, set()).add(n)
    before = {frozenset(tellings): dossier for dossier, tellings in held.items()}
    fresh = []
    for members in grouped.groups:
        inside = [grouped.known[i].telling for i in members]
        same = frozenset(number[t.event] for t in inside)
        if same not in before or any(t.document in places.changed for t in inside):
            fresh.append((members, sorted(same)))
        else:
            del held[before[same]]
    joined = places.standing.joined
    joined.drop_dossiers(held)
    made = _dossiers(places, rows, msgspec.structs.replace(grouped, groups=[m for m, _ in fresh]))
    for dossier, (_, numbers) in zip(made, fresh, strict=True):
        body = encode(Reasons(dossier.families, dossier.because))
        joined.add_dossier((dossier.id, places.stamp, body), numbers)


def _grouped(places: Places, rows: Mapping[int, Telling]) -> Grouped:
    """Group tellings by their profiles; of accounts that people spoke of, with all their claims."""
    found, decisions, out = judged(places, rows.values())
    near = places.standing.joined.near
    pairs = [(t.event, rows[o].event) for n, t in rows.items() for o in near(n, THRESHOLD) if n < o]
    return group(found, decisions, out, places.weights, pairs)


def judged(
    places: Places, rows: Collection[Telling]
) -> tuple[list[Profile], Sequence[Decision], dict[str, tuple[Claim, ...]]]:
    """Return profiles, the decisions about their accounts, and the rejected claims of those.

    The tellings of accounts that people spoke of have all their claims.
    """
    documents = {t.told: _document(t) for t in rows}
    decided = {n for n, d in documents.items() if places.pieces.decisions_about((d,))}
    whole, out, _ = _tellings(places, decided)
    decisions = places.pieces.decisions_about(documents.values())
    return [_profile(t, whole) for t in rows], decisions, out


def _dossiers(places: Places, rows: Mapping[int, Telling], grouped: Grouped) -> list[Dossier]:
    """Return the dossiers of groups, with all that their accounts claim."""
    events = {grouped.known[i].telling.event for members in grouped.groups for i in members}
    whole, out, known = _tellings(places, {t.told for t in rows.values() if t.event in events})
    copy_of = places.standing.likes.family({a.document.id for a in known})
    profiles = [
        msgspec.structs.replace(p, telling=whole.get(p.telling.event, p.telling))
        for p in grouped.known
    ]
    told = msgspec.structs.replace(grouped, known=profiles, aside=out)
    return with_changes(dossiers(told, families(copy_of)), known, copy_of)


def _tellings(
    places: Places, told: Collection[int]
) -> tuple[dict[str, Event], dict[str, tuple[Claim, ...]], list[Account]]:
    """Return the tellings of accounts by event, their rejected claims, and the accounts."""
    known = [account for account, _ in accounts(places.standing, told).values()]
    decisions = places.pieces.decisions_about({a.document.id for a in known})
    rejected = {c for c, d in judgements(decisions).items() if d.verdict == "reject"}
    whole = {t.event: t for a in known for t in tellings(standing_of(a, rejected))}
    return whole, aside(known, rejected), known


def _profile(row: Telling, whole: Mapping[str, Event]) -> Profile:
    profile = profile_of(row.profile)
    return msgspec.structs.replace(profile, telling=whole.get(row.event, profile.telling))


def _document(row: Telling) -> str:
    return row.rank.split("\n")[1]
