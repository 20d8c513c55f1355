"""One resolved account -> what it alone says of each of its incidents, the main one first.

The order of decision follows what was measured: whole figures of headline and lead before figures
further down, figures before counts of single persons, and what can be worked out last; a value that
was worked out lists every claim it came from.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import (
    Account,
    AccountIncident,
    AccountToll,
    Claim,
    Count,
    Outcome,
    Place,
    Responsibility,
    Toll,
    Victim,
    When,
)
from cenotaph.model.telling import Telling, kind_of, tellings
from cenotaph.reconcile import attributes

_LEAST = 0.5  # confidence below which a claim feeds nothing (COUNTING 20a)


def stories(account: Account) -> tuple[AccountIncident, ...]:
    """Return the incidents an account reports; older events told as background are left out."""
    told = [t for t in tellings(account) if not t.background]
    found = [(_has_victims(t), _incident(t)) for t in told]
    return tuple(i for _, i in sorted(found, key=lambda f: not f[0]))


def _has_victims(telling: Telling) -> bool:
    return any(isinstance(c.value, Toll | Victim) for c in telling.claims)


def _incident(telling: Telling) -> AccountIncident:
    claims = [c for c in telling.claims if c.confidence >= _LEAST and c.stance == "asserts"]
    kind, subkind = kind_of(telling.mentions)
    dead = _toll(claims, "killed")
    days = _days(claims)
    return AccountIncident(
        incident=telling.event,
        event_type=kind,
        sub_event_type=subkind,
        killed=dead,
        injured=_toll(claims, "injured") or _left_alive(claims, dead),
        missing=_toll(claims, "missing"),
        first=days[0],
        last=days[1],
        place=_place(claims),
        parties=_parties(telling.claims),
    )


def _toll(claims: Sequence[Claim], outcome: Outcome) -> AccountToll | None:
    """Return an outcome's toll: the first whole figure and what is added to it, else persons."""
    figures = [c for c in claims if isinstance(c.value, Toll) and c.value.outcome == outcome]
    wholes = [c for c in figures if c.part_of is None and c.adds_to is None and _counts(c)]
    groups = [c for c in wholes if _count(c).high != 1] or wholes
    if groups:
        base = groups[0]
        return _sum([base, *(c for c in figures if c.adds_to == base.id)])
    persons = [c for c in claims if isinstance(c.value, Victim) and c.value.outcome == outcome]
    return _shape(Count(low=1, high=1), persons) if persons else None


def _counts(claim: Claim) -> bool:
    return _count(claim).low is not None


def _count(claim: Claim) -> Count:
    return claim.value.count if isinstance(claim.value, Toll) else Count(low=1, high=1)


def _sum(claims: Sequence[Claim]) -> AccountToll:
    counts = [_count(c) for c in claims]
    low = sum(c.low or 0 for c in counts)
    highs = [c.high for c in counts]
    high = None if None in highs else sum(h for h in highs if h is not None)
    approximate = any(c.approximate for c in counts)
    return _shape(Count(low=low, high=high, approximate=approximate, vague=counts[0].vague), claims)


def _shape(count: Count, claims: Sequence[Claim]) -> AccountToll:
    return AccountToll(
        low=count.low, high=count.high, approximate=count.approximate, vague=count.vague,
        claims=tuple(c.id for c in claims),
    )  # fmt: skip


def _left_alive(claims: Sequence[Claim], dead: AccountToll | None) -> AccountToll | None:
    """Return those harmed less those who died: "shot five people, two of them fatally"."""
    harmed = _toll(claims, "casualties")
    if harmed is None or harmed.low is None:
        return harmed
    killed = dead.low or 0 if dead else 0
    low = max(0, harmed.low - killed)
    high = None if harmed.high is None else max(0, harmed.high - killed)
    used = harmed.claims + (dead.claims if dead else ())
    return AccountToll(low=low, high=high, approximate=harmed.approximate, vague=harmed.vague, claims=used)


def _days(claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    for claim in claims:
        if isinstance(claim.value, When) and claim.value.last:
            return claim.value.first, claim.value.last
    for claim in claims:
        if claim.last:
            return claim.first, claim.last
    return None, None


def _place(claims: Sequence[Claim]) -> Place | None:
    found = attributes.place(claims)
    return found.value if found and isinstance(found.value, Place) else None


def _parties(claims: Sequence[Claim]) -> tuple[str, ...]:
    blamed = [c for c in claims if isinstance(c.value, Responsibility)
              and c.stance in {"blames", "admits", "claims-responsibility", "asserts"}]  # fmt: skip
    return tuple(dict.fromkeys(c.value.party for c in blamed if isinstance(c.value, Responsibility)))
