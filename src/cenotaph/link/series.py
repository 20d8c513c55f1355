"""Claims that are no incident's -> dossiers: cumulative, over a period, stocks, indirect deaths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cenotaph.link.counted_place import counted_place
from cenotaph.model import Account, Claim, Dossier, People, Place, Scope, Toll, When, is_apart
from cenotaph.model.groups import by_key

Located = tuple[Claim, Toll, Place | None]  # claim, its toll, the place it counts


class Key(NamedTuple):
    """What two figures must share to be one series (COUNTING 16, 17)."""

    scope: Scope
    cause: str
    outcome: str
    place: str
    speaker: str  # "" where accounts say it in their own words
    since: str  # the day, else the words, that the count starts from; "" where nobody says
    spell: str = ""  # of a series: the days it covers, else when it was told and what it counts


def series(accounts: Sequence[Account], order: Mapping[str, str]) -> list[Dossier]:
    """Return one dossier for each place, period, outcome, kind of people and speaker.

    A figure without a start joins its speaker's only series that has one. A figure for people of
    unknown status joins a named one only where the two meet: people who are not known to be the
    same are never set against each other (COUNTING 15).
    """
    told: list[tuple[Key, Located]] = []
    for account in sorted(
        accounts, key=lambda a: (order.get(a.document.id, "9999"), a.document.id)
    ):
        for claim in account.claims:
            if is_apart(claim) and isinstance(claim.value, Toll):
                place = counted_place(account, claim)
                key = _key(claim, claim.value, _spelled(place))
                if key.scope == "series":
                    spell = _spell(account, claim) or _unnamed(claim.value, account, order)
                    key = key._replace(spell=spell)
                told.append((key, (claim, claim.value, place)))
    only = _only_starts(key for key, _ in told)
    rows = by_key(told, lambda one: only.get(one[0], one[0]))
    found = [d for key in sorted(rows) for d in _by_people([row for _, row in rows[key]])]
    return sorted(found, key=lambda d: d.id)


def _key(claim: Claim, toll: Toll, place: str) -> Key:
    indirect = toll.cause == "indirect" and toll.scope == "incident"
    speaker = claim.speaker.name if claim.speaker is not None else ""
    return Key(
        scope="stock" if indirect else toll.scope,
        cause=toll.cause,
        outcome=toll.outcome,
        place=place,
        speaker=_plain(speaker),
        since=toll.since_day or _plain(toll.since or ""),
    )


def _spell(account: Account, claim: Claim) -> str:
    """Return the days that the words nearest a figure name: those of "in the past week"."""
    named = [
        (abs(m.span.start - claim.evidence.start), m.value.first, m.value.last)
        for m in account.marks
        if isinstance(m.value, When) and m.value.first and m.value.last
        if claim.sentence.holds(m.span) and m.value.first != m.value.last
    ]
    return "..".join(min(named)[1:]) if named else ""


def _unnamed(toll: Toll, account: Account, order: Mapping[str, str]) -> str:
    """Return when a figure over unnamed days was told, and the figure: others are of other days."""
    day = order.get(account.document.id, "")[:10]
    return f"{day} {toll.count.low}-{toll.count.high}"


def _plain(words: str) -> str:
    """Return words without case, spaces at their edges and an article before them."""
    return re.sub(r"^(?:the|an?)\s+", "", words.strip().casefold())


def _only_starts(keys: Iterable[Key]) -> dict[Key, Key]:
    """Return, for keys without a start, the one series with a start that they can belong to."""
    starts: dict[Key, set[Key]] = defaultdict(set)
    for key in keys:
        if key.since:
            starts[key._replace(since="")].add(key)
    return {bare: found.pop() for bare, found in starts.items() if len(found) == 1}


def unit(account: Account, claim: Claim) -> tuple[str, ...] | None:
    """Return what figures must have in common to meet in a series; None for an incident's."""
    if not is_apart(claim) or not isinstance(claim.value, Toll):
        return None
    return claim.value.outcome, _spelled(counted_place(account, claim))


def _spelled(place: Place | None) -> str:
    """Return a place as keys have it: by number, else by name."""
    return "" if place is None else str(place.geonames or place.name.casefold())


def _by_people(rows: Sequence[Located]) -> list[Dossier]:
    named = by_key(rows, lambda row: row[1].people.bare())
    unknown = named.pop(People(), [])
    loose: list[Located] = []
    for row in unknown:
        home = next((g for g in named.values() if all(_meets(row[1], o[1]) for o in g)), loose)
        home.append(row)
    return [_dossier(g) for g in (*named.values(), loose) if g]


def _meets(a: Toll, b: Toll) -> bool:
    known = a.count.low is not None and b.count.low is not None
    return known and a.count.agrees(b.count)


def _dossier(rows: Sequence[Located]) -> Dossier:
    claims = tuple(c for c, _, _ in rows)
    _, toll, place = rows[0]
    return Dossier(
        id=claims[0].id,
        mentions=(),
        claims=claims,
        because=(f"figures for {'no place named' if place is None else place.name}",),
        scope=toll.scope if toll.scope != "incident" else "stock",
        place=place,
    )
