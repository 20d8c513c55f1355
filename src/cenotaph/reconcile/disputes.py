"""What an incident's accounts say of who, whom and where -> where they differ (COUNTING 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cenotaph.model import (
    Attribute,
    Blame,
    Claim,
    Conflict,
    Place,
    Responsibility,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
    sayings,
)
from cenotaph.model.groups import by_key
from cenotaph.reconcile.parties import Names, rivals

HOLDS = frozenset({"blames", "admits", "claims-responsibility"})
_MOST = 4  # claims of those harmed that are set beside "nobody was there"


def of_blame(blames: Sequence[Blame], claims: Sequence[Claim], known: Names) -> Iterator[Conflict]:
    """Yield parties that cannot be one held responsible, and denials with what they deny (20)."""
    held = by_key((b for b in blames if b.stance in HOLDS), lambda blame: blame.party)
    if rivals(held):
        text = "; ".join(f"{party} ({_by(held[party])})" for party in sorted(held))
        ids = tuple(i for party in sorted(held) for b in held[party] for i in b.claims)
        yield Conflict(kind="two parties", text=sayings.HELD.format(parties=text), claims=ids)
    denied: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.stance == "denies":
            party = known.of(claim.value.party) if isinstance(claim.value, Responsibility) else ""
            denied[claim.speaker.name if claim.speaker else sayings.THE_ACCOUNT, party].append(
                claim
            )
    for (who, party), denials in sorted(denied.items()):
        yield _denied(who, party, denials, held.get(party, []), claims)


def _by(blames: Sequence[Blame]) -> str:
    """Say who holds a party responsible; an admission and a claim are the party's own."""
    own = {"admits": sayings.ADMITS, "claims-responsibility": sayings.CLAIMS}
    by = (sayings.BY.format(who=b.speaker or sayings.THE_ACCOUNT) for b in blames)
    words = (own.get(b.stance) or said for b, said in zip(blames, by, strict=True))
    return ", ".join(dict.fromkeys(words))


def _denied(
    who: str, party: str, denials: Sequence[Claim], held: Sequence[Blame], claims: Sequence[Claim]
) -> Conflict:
    """Set a denial beside the blame of the same party, else beside what it says is not so."""
    beside = [i for b in held for i in b.claims]
    named = sayings.DENIED_OF if party and party != who else sayings.DENIED
    text = named.format(who=who, party=party)
    if held:
        text = sayings.DENIED_BESIDE.format(denied=text, party=party, held=_by(held))
    else:
        beside = [c.id for c in claims if _is_denied(c, denials)]
    return Conflict(kind="denied", text=text, claims=(*(c.id for c in denials), *beside))


def _is_denied(claim: Claim, denials: Sequence[Claim]) -> bool:
    """Tell whether a denial is of this claim or of harm told by the mention it names."""
    of = {d.of for d in denials} - {None}
    if claim.stance != "asserts":
        return False
    told = {d.value.outcome for d in denials if isinstance(d.value, Toll)}
    if isinstance(claim.value, Toll) and claim.value.outcome in told:
        return True
    return claim.id in of or (claim.about in of and isinstance(claim.value, Toll | Victim))


def of_presence(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield "no civilians were there" beside people harmed who may be civilians."""
    harmed = [c for c in claims if c.stance == "asserts" and _is_harm(c)]
    harmed.sort(key=lambda c: not isinstance(c.value, Victim) or c.value.name is None)
    for claim in claims:
        if isinstance(claim.value, Statement) and claim.value.topic == "presence" and harmed:
            who = claim.speaker.name if claim.speaker else sayings.THE_ACCOUNT
            text = sayings.PRESENCE.format(who=who)
            ids = (claim.id, *(c.id for c in harmed[:_MOST]))
            yield Conflict(kind="presence disputed", text=text, claims=ids)


def _is_harm(claim: Claim) -> bool:
    value = claim.value
    if isinstance(value, Victim):
        return True
    if not isinstance(value, Toll) or value.count.high == 0:
        return False
    return value.people.status != "combatant"


def of_attributes(
    place: Attribute | None,
    targets: Sequence[Attribute],
    weapons: Sequence[Attribute],
    claims: Sequence[Claim],
) -> Iterator[Conflict]:
    """Yield a place, target or weapon on which accounts differ; the incident stays one (23)."""
    if place is not None and place.contested:
        yield _differs("place", [place.value, *place.alternatives], place.claims, claims)
    for target in targets:
        if target.contested:
            values = [target.value, *target.alternatives]
            yield _differs("target", values, target.claims, claims)
    if any(w.contested for w in weapons):
        ids = tuple(i for w in weapons for i in w.claims)
        yield _differs("weapon", [w.value for w in weapons], ids, claims)


def _differs(
    what: str,
    values: Sequence[Place | Target | Weapon],
    own: tuple[str, ...],
    claims: Sequence[Claim],
) -> Conflict:
    """Name each value once, with a claim of each."""
    names = {v.name.casefold() for v in values}
    others = [
        c.id
        for c in claims
        if isinstance(c.value, Place | Target | Weapon)
        and type(c.value) is type(values[0])
        and c.value.name.casefold() in names
        and c.stance == "asserts"
    ]
    text = f"{what}: {', '.join(dict.fromkeys(v.name for v in values))}"
    return Conflict(kind="attribute", text=text, claims=tuple(dict.fromkeys((*own, *others))))
