"""One incident's claims -> its place, days, targets, weapons, parties and victims."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from cenotaph.model import (
    Attribute,
    Blame,
    Claim,
    DayPrecision,
    Place,
    Responsibility,
    Target,
    Victim,
    Weapon,
    When,
    sayings,
)
from cenotaph.reconcile.parties import Names, names
from cenotaph.reconcile.terms import THRESHOLD

_FINENESS = ("exact", "town", "near", "admin2", "admin1", "country", "unresolved")


def asserted(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are not denied, doubted or doubtful."""
    return [c for c in claims if c.stance == "asserts" and c.confidence >= THRESHOLD]


def place(claims: Sequence[Claim], own: Iterable[Place] = ()) -> Attribute | None:
    """Return the finest place on which most accounts agree, in the region that most put it in.

    `own` are the places that single accounts, each read as a whole, give the incident: a dateline
    where nothing else is told.
    """
    told = tuple(own)
    votes = Counter(_place_key(p) for p in told)
    sound = set(asserted(claims))
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Place) and claim.stance == "asserts":
            key = _place_key(claim.value)
            if claim in sound or key in votes:
                found[key].append(claim)
    if not found:
        return None
    regions = _regions(told, found.values())
    best = min(
        found,
        key=lambda key: (
            *(-n for n in regions.get(_region(_place(found[key][0])), (0, 0))),
            *_place_rank(key, found[key], votes[key]),
        ),
    )
    chosen = _place(found[best][0])
    others = [_place(c[0]) for key, c in sorted(found.items()) if key != best]
    others = [o for o in others if not _contains(o, chosen)]
    return Attribute(
        value=chosen,
        claims=tuple(c.id for c in found[best]),
        contested=any(_elsewhere(chosen, o) for o in others),
        alternatives=tuple(others),
    )


def _place(claim: Claim) -> Place:
    assert isinstance(claim.value, Place)  # noqa: S101 - for the type checker; place() chose it
    return claim.value


def _region(place: Place) -> tuple[str | None, str | None]:
    return place.country, place.admin1


def _regions(
    own: Sequence[Place], found: Iterable[Sequence[Claim]]
) -> dict[tuple[str | None, str | None], tuple[int, int]]:
    """Return how many accounts are about somewhere in a region, and how many name any of it."""
    votes = Counter(_region(p) for p in own if p.admin1 is not None)
    named: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for claim in (c for claims in found for c in claims):
        if _place(claim).admin1 is not None:
            named[_region(_place(claim))].add(claim.document)
    return {region: (votes[region], len(documents)) for region, documents in named.items()}


def _place_key(place: Place) -> str:
    return place.geonames or place.name.casefold()


def _place_rank(key: str, claims: Sequence[Claim], votes: int) -> tuple[object, ...]:
    """Order places: resolved towns first, then by how many accounts are about them or name them."""
    fine = min(_FINENESS.index(_place(c).precision) for c in claims)
    named = len({c.document for c in claims})
    return (0 if fine < 3 else fine), -votes, -named, -max(c.confidence for c in claims), key


def _contains(a: Place, b: Place) -> bool:
    """Tell whether the first is the country or province of the second."""
    if a.precision == "country":
        return a.country == b.country
    return a.precision == "admin1" and (a.country, a.admin1) == (b.country, b.admin1)


def _elsewhere(a: Place, b: Place) -> bool:
    """Tell whether two places are both towns and far apart: over about 30 km, in degrees."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    if _FINENESS.index(a.precision) > 2 or _FINENESS.index(b.precision) > 2:
        return bool(a.country and b.country and a.country != b.country)
    return abs(a.lat - b.lat) > 0.3 or abs(a.lon - b.lon) > 0.5


Interval = tuple[str | None, str, DayPrecision | None]


def days(
    claims: Sequence[Claim],
    own: Mapping[str, tuple[str | None, str]] = MappingProxyType({}),
    told: str | None = None,
) -> tuple[str | None, str | None, DayPrecision | None]:
    """Return the days on which all accounts can be right, else more than half of them, else all.

    Accounts of one incident narrow each other's interval (COUNTING 24b): it was not after the day
    on which the first of them was published (`told`), so a later day is a court's or a death's.
    Single days stand before months and years. `own` are the days that single accounts, each read
    as a whole, give the incident, by document.
    """
    spans = _told_by(told, _intervals(claims, own))
    if not spans:
        return None, None, None
    firsts = [f for f, _, _ in spans if f is not None]
    first, last = max(firsts, default=None), min(d for _, d, _ in spans)
    if first is None:
        return None, last, "on-or-before"
    most = _most(spans) or _most([s for s in spans if s[0] == s[1]])
    if first > last and most is not None:
        return most[0], most[1], most[2] or ("day" if most[0] == most[1] else "about")
    if first > last:  # no common day: every day named stays open
        return min(firsts), max(d for _, d, _ in spans), "range"
    if first == last:
        return first, last, "day"
    precisions = [p for f, d, p in spans if (f, d) == (first, last)]
    return first, last, next((p for p in precisions if p is not None), "about")


def _told_by(day: str | None, spans: list[Interval]) -> list[Interval]:
    """Return the intervals that begin before it was told of; all, where none does."""
    return [s for s in spans if not _is_later(s[0], day)] or spans


def _is_later(first: str | None, told: str | None) -> bool:
    """Tell whether a day is after that of telling and the next: it is a day later elsewhere."""
    if first is None or told is None:
        return False
    return dt.date.fromisoformat(first[:10]) - dt.date.fromisoformat(told[:10]) > dt.timedelta(1)


def _most(spans: Sequence[Interval]) -> Interval | None:
    """Return the interval that more than half of the accounts allow, the narrowest first."""
    told = {(f, d): sum(_allows(other, (f, d)) for other in spans) for f, d, _ in spans if f}
    best = min(told, key=lambda t: (-told[t], t[0] != t[1], t), default=None)
    if best is None or 2 * told[best] <= len(spans):
        return None
    return next(s for s in spans if s[:2] == best)


def _allows(span: Interval, days_: tuple[str, str]) -> bool:
    return (span[0] is None or span[0] <= days_[0]) and days_[1] <= span[1]


def day_reasons(claims: Sequence[Claim], told: str | None = None) -> tuple[str, ...]:
    """Say, for each word for a day that was used, what it was taken to mean and why.

    A day after the one on which the incident was first told of (`told`) is said to be of no use.
    """
    found = []
    for claim in asserted(claims):
        when = claim.value
        if not isinstance(when, When) or when.last is None:
            continue
        said = sayings.IN_QUOTATION if when.quoted else sayings.BY_ACCOUNT
        if when.precision == "on-or-before":
            said = sayings.BY_PUBLICATION
        meant = when.last if when.first in (None, when.last) else f"{when.first} to {when.last}"
        if _is_later(when.first, told):
            meant = sayings.OF_NO_USE.format(meant=meant)
        document = claim.document[:12]
        found.append(
            sayings.DAY_MEANT.format(document=document, words=when.words, said=said, meant=meant)
        )
    return tuple(dict.fromkeys(found))


def is_spread(claims: Sequence[Claim]) -> bool:
    """Tell whether all accounts that date it tell of more than two calendar days of violence.

    Two days may be one night. An account that is only unsure of the day tells of no spread.
    """
    found: dict[str, list[bool]] = defaultdict(list)
    for claim in asserted(claims):
        when = claim.value
        if isinstance(when, When) and when.first is not None and when.last is not None:
            gap = dt.date.fromisoformat(when.last[:10]) - dt.date.fromisoformat(when.first[:10])
            found[claim.document].append(when.precision == "range" and gap.days > 1)
    return bool(found) and all(map(all, found.values()))


def _intervals(
    claims: Sequence[Claim], own: Mapping[str, tuple[str | None, str]]
) -> list[Interval]:
    """Return each account's interval: its own; from `when` claims; from the days of its claims."""
    found: dict[str, list[Interval]] = defaultdict(list)
    spare: dict[str, list[Interval]] = defaultdict(list)
    for claim in asserted(claims):
        value = claim.value
        if isinstance(value, When) and value.last is not None:
            found[claim.document].append((value.first, value.last, value.precision))
        elif claim.last is not None:
            spare[claim.document].append((claim.first, claim.last, None))
    documents = sorted({*found, *spare})
    return [_own_interval(found.get(d) or spare[d], own.get(d)) for d in documents]


def _own_interval(spans: Sequence[Interval], own: tuple[str | None, str] | None) -> Interval:
    """Return the days that an account gives as a whole, with the precision of their words."""
    if own is None:
        return _best_interval(spans)
    return (*own, next((p for f, d, p in spans if (f, d) == own), None))


def _best_interval(spans: Sequence[Interval]) -> Interval:
    """Return the narrowest interval of one account, the first named among equals."""
    return min(spans, key=lambda s: (s[0] is None, 0 if s[0] == s[1] else 1))


def targets(claims: Sequence[Claim]) -> tuple[Attribute, ...]:
    """Return what was hit, one row a category; names that differ stand as alternatives."""
    found: dict[str, list[tuple[Target, str]]] = defaultdict(list)
    for claim in asserted(claims):
        if isinstance(claim.value, Target):
            found[claim.value.category].append((claim.value, claim.id))
    return tuple(_named(found[key]) for key in sorted(found, key=lambda k: -len(found[k])))


def weapons(claims: Sequence[Claim]) -> tuple[Attribute, ...]:
    """Return the weapons named; accounts that name different ones contest the attribute."""
    by_name: dict[str, list[tuple[Weapon, str]]] = defaultdict(list)
    documents: dict[str, set[str]] = defaultdict(set)
    for claim in asserted(claims):
        if isinstance(claim.value, Weapon):
            name = claim.value.name.casefold()
            by_name[name].append((claim.value, claim.id))
            documents[claim.document].add(name)
    apart = len(documents) > 1 and not set.intersection(*documents.values())
    return tuple(
        Attribute(value=rows[0][0], claims=tuple(i for _, i in rows), contested=apart)
        for _, rows in sorted(by_name.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    )


def _named(rows: Sequence[tuple[Target, str]]) -> Attribute:
    first = rows[0][0]
    damage = next((t.damage for t, _ in rows if t.damage), None)
    others = {t.name.casefold(): t for t, _ in rows if not _one_thing(t, first)}
    return Attribute(
        value=msgspec.structs.replace(first, damage=damage),
        claims=tuple(i for _, i in rows),
        contested=bool(others),
        alternatives=tuple(others[n] for n in sorted(others)),
    )


_PARTS = {"building", "buildings", "compound", "complex", "grounds", "roof"}  # no name of a kind


def _one_thing(a: Target, b: Target) -> bool:
    """Tell whether two names may mean one thing: "hospital" and "maternity hospital"."""
    first, second = (set(t.name.casefold().split()) - _PARTS for t in (a, b))
    return first <= second or second <= first


def party_names(claims: Sequence[Claim], where: Attribute | None) -> Names:
    """Return the one name of each party that an incident's claims speak of."""
    home = where.value.country if where is not None and isinstance(where.value, Place) else None
    return names((c.value.party for c in claims if isinstance(c.value, Responsibility)), home)


def blames(claims: Sequence[Claim], known: Names) -> tuple[Blame, ...]:
    """Return who is held responsible, by whom, in what stance; most often said first."""
    found: dict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Responsibility):
            who = claim.speaker.name if claim.speaker else None
            if claim.voice == "unresolved":
                who = "unresolved speaker"
            found[known.of(claim.value.party), claim.stance, who].append(claim)
    ordered = sorted(
        found.items(), key=lambda kv: (-len(kv[1]), kv[0][0], kv[0][1], kv[0][2] or "")
    )
    return tuple(
        Blame(party=party, stance=rows[0].stance, speaker=who, claims=tuple(c.id for c in rows))
        for (party, _, who), rows in ordered
    )


def victims(claims: Sequence[Claim]) -> tuple[tuple[Victim, tuple[str, ...]], ...]:
    """Return each person harmed once, with every claim about that person.

    Two claims are one person when their names are (one account's full name, another's surname)
    and nothing else speaks against it; the unnamed are told apart by age and sex.
    """
    rows: list[tuple[Victim, list[str]]] = []
    chosen = [c for c in asserted(claims) if isinstance(c.value, Victim)]
    for claim in sorted(chosen, key=lambda c: (not _name(c), c.document, c.evidence.start)):
        victim = claim.value
        assert isinstance(victim, Victim)  # noqa: S101 - for the type checker; chosen above
        home = next((i for i, (known, _) in enumerate(rows) if _one_person(known, victim)), None)
        if home is None:
            rows.append((victim, [claim.id]))
        else:
            known, ids = rows[home]
            rows[home] = (_merged(known, victim), [*ids, claim.id])
    return tuple((v, tuple(ids)) for v, ids in rows)


def _name(claim: Claim) -> str:
    return (claim.value.name or "") if isinstance(claim.value, Victim) else ""


def _one_person(a: Victim, b: Victim) -> bool:
    if any(x is not None and y is not None and x != y for x, y in ((a.age, b.age), (a.sex, b.sex))):
        return False
    if a.name and b.name:
        x, y = a.name.casefold().split(), b.name.casefold().split()
        return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0] == y[0])
    return a.age is not None and a.age == b.age and a.outcome == b.outcome and a.sex == b.sex


def _merged(a: Victim, b: Victim) -> Victim:
    """Keep the fuller name and every known trait; who died later is counted dead (COUNTING 18)."""
    name = max((a.name or "", b.name or ""), key=len) or None
    dead = "killed" in (a.outcome, b.outcome)
    return Victim(
        outcome="killed" if dead else a.outcome,
        name=name,
        age=a.age if a.age is not None else b.age,
        sex=a.sex or b.sex,
        role=a.role or b.role,
    )
