"""A dossier of figures that are no incident's -> one series; never part of an incident's toll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cenotaph.model import (
    Account,
    Attribute,
    Claim,
    Dossier,
    Figure,
    People,
    Series,
    Toll,
    multiple_of,
)
from cenotaph.reconcile import arithmetic
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.counting import Counting
from cenotaph.reconcile.figures import uncounted
from cenotaph.reconcile.policies import Policy
from cenotaph.reconcile.positions import Position, added, feeds
from cenotaph.reconcile.reported import reported
from cenotaph.reconcile.sources import Sources


def series(
    dossier: Dossier, accounts: Mapping[str, Account], sources: Sources, counting: Counting
) -> Series | None:
    """Return the series of a dossier; None when no claim of it may feed a toll (COUNTING 20a)."""
    feeding = [c for c in dossier.claims if feeds(c, (), counting.terms.threshold)]
    tolls = [c.value for c in feeding if isinstance(c.value, Toll)]
    if not tolls:
        return None
    ids = {c.id for c in feeding}
    wholes = [c for c in feeding if c.adds_to is None and c.part_of not in ids]  # COUNTING 11
    found = [_position(c, feeding, sources) for c in wholes]
    case = Case(sources=sources, terms=counting.terms, scope=dossier.scope)
    figure = _figure(found or [_position(feeding[0], (), sources)], case, counting.policy)
    speakers = sorted({c.speaker.name if c.speaker else "the account" for c in feeding})
    people = {t.people.bare() for t in tolls}
    return Series(
        id=dossier.id,
        scope=dossier.scope,
        place=_place(dossier, feeding),
        since=next((t.since_day or t.since for t in tolls if t.since), None),
        as_of=max((p.day[:10] for p in found if p.day), default=None),
        outcome=tolls[0].outcome,
        people=tolls[0].people if len(people) == 1 else People(),
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        speaker="; ".join(speakers) if speakers != ["the account"] else None,
        status=figure.status,
        sources=figure.sources,
        claims=tuple(c.id for c in feeding),
        cause=tolls[0].cause,
        conflicts=(*arithmetic.falls(found, case), *arithmetic.apart(found, case)),
        policy=counting.name,
        reports=reported(found),
        said=_multiples(feeding, accounts, sources),
    )


def _multiples(
    feeding: Sequence[Claim], accounts: Mapping[str, Account], sources: Sources
) -> tuple[str, ...]:
    """Return who holds the true figure to be a multiple of this one: said, never counted (13)."""
    ids = {c.id for c in feeding}
    told = [accounts[d] for d in {c.document for c in feeding} if d in accounts]
    found = [c for a in told for c in a.claims if multiple_of(c) in ids]
    found.sort(key=lambda c: (sources.day(c.document) or "9999", c.document, c.evidence.start))
    return tuple(c.id for c in found)


def _figure(found: Sequence[Position], case: Case, policy: Policy) -> Figure:
    """Return the policy's figure; one without numbers where the policy does not count such."""
    for figure in policy.count(found, case):
        return figure
    return uncounted(found, case, "not counted by this policy")


def _position(claim: Claim, others: Sequence[Claim], sources: Sources) -> Position:
    """Return a figure with its increments added (COUNTING 12), as of the day it was taken."""
    toll = claim.value
    assert isinstance(toll, Toll)  # noqa: S101 - for the type checker; a series holds tolls only
    support = (claim, *(c for c in others if c.adds_to == claim.id))
    return Position(
        outcome=toll.outcome,
        people=People(),  # link has put comparable people together
        count=added(support),
        document=claim.document,
        day=toll.as_of_day or sources.day(claim.document),
        claims=support,
        story=sources.story(claim.document),
    )


def _place(dossier: Dossier, feeding: Sequence[Claim]) -> Attribute | None:
    """Return the place that the figures count, one for all of them; the first leads to it."""
    if dossier.place is None:
        return None
    return Attribute(value=dossier.place, claims=(feeding[0].id,))
