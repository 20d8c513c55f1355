"""One incident's claims -> what a person should look at, never corrected silently (COUNTING 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from cenotaph.model import (
    Attribute,
    Blame,
    Claim,
    Conflict,
    Place,
    Statement,
    Target,
    Toll,
    Victim,
    count_words,
)
from cenotaph.reconcile.positions import Position


def of_positions(standing: Sequence[Position], family: Mapping[str, str]) -> Iterator[Conflict]:
    """Yield figures that do not meet, in one account, in a copy, or between accounts."""
    for a, b in combinations(standing, 2):
        if a.outcome == b.outcome and a.people == b.people and not a.count.agrees(b.count):
            yield _apart(a, b, family)
    yield from _mixed_up(standing)


def _apart(a: Position, b: Position, family: Mapping[str, str]) -> Conflict:
    ids = tuple(dict.fromkeys(c.id for p in (a, b) for c in p.claims))
    words = f"{a.outcome}: {count_words(a.count)} against {count_words(b.count)}"
    if a.document == b.document:
        return Conflict(kind="account against itself", text=f"{words}, in one account", claims=ids)
    if family.get(a.document, a.document) == family.get(b.document, b.document):
        return Conflict(kind="copy changed", text=f"{words}, in a copy of one story", claims=ids)
    return Conflict(kind="ranges apart", text=words, claims=ids)


def _mixed_up(standing: Sequence[Position]) -> Iterator[Conflict]:
    """Yield a number that one account gives for the dead and another for the injured."""
    dead = [p for p in standing if p.outcome == "killed"]
    hurt = [p for p in standing if p.outcome == "injured"]
    for a in dead:
        for b in hurt:
            number = a.count.low
            if number is None or number < 2 or number != b.count.low or a.document == b.document:
                continue
            # Three dead and three injured is common; a mix-up is a number its own side disputes.
            if not _disputed(a, dead) and not _disputed(b, hurt):
                continue
            text = f"{number} killed in one account, {number} injured in another: a likely mix-up"
            ids = tuple(dict.fromkeys(c.id for p in (a, b) for c in p.claims))
            yield Conflict(kind="same number other outcome", text=text, claims=ids)


def _disputed(position: Position, others: Sequence[Position]) -> bool:
    return any(not position.count.agrees(o.count) for o in others)


def of_parts(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield a part that is larger than its whole (COUNTING 11)."""
    known = {c.id: c for c in claims}
    for part in claims:
        whole = known.get(part.part_of or "")
        if whole is None or not isinstance(part.value, Toll) or not isinstance(whole.value, Toll):
            continue
        ceiling, floor = whole.value.count.high, part.value.count.low
        if ceiling is not None and floor is not None and floor > ceiling:
            text = f"{count_words(part.value.count)} among {count_words(whole.value.count)}"
            yield Conflict(kind="part exceeds whole", text=text, claims=(whole.id, part.id))


def of_blame(blames: Sequence[Blame], claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield two parties held responsible, and denials beside what they deny (COUNTING 20)."""
    held: dict[str, list[str]] = defaultdict(list)
    for blame in blames:
        if blame.stance in {"blames", "admits", "claims-responsibility"}:
            held[blame.party].extend(blame.claims)
    if len(held) > 1:
        ids = tuple(i for party in sorted(held) for i in held[party])
        yield Conflict(
            kind="two parties", text=f"held responsible: {', '.join(sorted(held))}", claims=ids
        )
    denied = [c for c in claims if c.stance == "denies"]
    for who in sorted({c.speaker.name if c.speaker else "the account" for c in denied}):
        ids = tuple(c.id for c in denied if (c.speaker.name if c.speaker else "the account") == who)
        beside = tuple(i for party in sorted(held) for i in held[party])
        yield Conflict(kind="denied", text=f"denied by {who}", claims=(*ids, *beside))


def of_presence(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield "no civilians were there" beside people harmed."""
    harmed = [c for c in claims if isinstance(c.value, Toll | Victim) and c.stance == "asserts"]
    for claim in claims:
        if isinstance(claim.value, Statement) and claim.value.topic == "presence" and harmed:
            who = claim.speaker.name if claim.speaker else "the account"
            text = f"{who} says who was there; others count people harmed"
            yield Conflict(
                kind="presence disputed", text=text, claims=(claim.id, *(c.id for c in harmed[:4]))
            )


def of_attributes(
    place: Attribute | None, targets: Sequence[Attribute], weapons: Sequence[Attribute]
) -> Iterator[Conflict]:
    """Yield a place, target or weapon on which accounts differ; the incident stays one (23)."""
    if place is not None and place.contested:
        yield _differs("place", [place.value, *place.alternatives], place.claims)
    for target in targets:
        if target.contested:
            yield _differs("target", [target.value, *target.alternatives], target.claims)
    if any(w.contested for w in weapons):
        ids = tuple(i for w in weapons for i in w.claims)
        yield _differs("weapon", [w.value for w in weapons], ids)


def _differs(what: str, values: Sequence[object], claims: tuple[str, ...]) -> Conflict:
    names = ", ".join(v.name for v in values if isinstance(v, Place | Target) or hasattr(v, "name"))
    return Conflict(kind="attribute", text=f"{what}: {names}", claims=claims)


def falls(found: Sequence[Position]) -> Iterator[Conflict]:
    """Yield a cumulative figure below an earlier one of the same series (COUNTING 17)."""
    for before, after in pairwise(sorted(found, key=lambda p: p.day)):
        low, high = before.count.low, after.count.high
        if low is not None and high is not None and high < low and before.day < after.day:
            text = f"{count_words(before.count)}, later {count_words(after.count)}"
            ids = tuple(c.id for p in (before, after) for c in p.claims)
            yield Conflict(kind="series falls", text=text, claims=ids)
