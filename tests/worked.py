"""Worked examples: some accounts of one strike, counted under a policy."""

from __future__ import annotations

import msgspec

from cenotaph.model import (
    Account,
    Capture,
    Decision,
    Dossier,
    Figure,
    Incident,
    People,
    SourceKind,
    Toll,
)
from cenotaph.reconcile import reconcile
from cenotaph.reconcile.counting import Counting
from cenotaph.reconcile.policies import policy
from cenotaph.reconcile.terms import Terms
from making import ALEPPO, HOSPITAL, account, capture, day, said_by

CIVILIANS = People(status="civilian")
SOLDIERS = People(status="combatant", side="army")
REBELS = People(status="combatant", side="rebel")
EVERYONE = People()

Told = tuple[Account, Capture]


def told(
    publisher: str | None,
    *values: object,
    on: str | None = "2016-04-28",
    by: tuple[str, str] | None = None,
    kind: SourceKind | None = None,
    when: tuple[str, str] = ("2016-04-27", "2016-04-27"),
) -> Told:
    """Return what a publisher reports: values, in a speaker's mouth if (name, role) is given."""
    words = f"Strike reported by {publisher} on {on} as {by}: {len(repr(values))} {values!r:.60}."
    made = account(words, *values, ALEPPO, HOSPITAL, day(*when))  # type: ignore[arg-type]
    made = said_by(made, *by) if by else made
    took = capture(made, on, publisher, ref=words)
    return made, msgspec.structs.replace(took, source_kind=kind)


def counted(
    name: str,
    *accounts: Told,
    terms: Terms = Terms(),  # noqa: B008 - a frozen value
    decisions: tuple[Decision, ...] = (),
) -> Incident:
    """Return the one incident of some accounts under a policy."""
    every = [a for a, _ in accounts]
    dossier = Dossier(
        id=every[0].mentions[0].id,
        mentions=tuple(m.id for a in every for m in a.mentions),
        claims=tuple(c for a in every for c in a.claims),
    )
    how = Counting(policy=policy(name), terms=terms)
    captures = [c for _, c in accounts]
    return reconcile([dossier], every, captures, decisions, policy=how).incidents[0]


def toll(incident: Incident, outcome: str = "killed", people: People = EVERYONE) -> Figure:
    """Return the figure for an outcome and some people."""
    return next(f for f in incident.tolls if (f.outcome, f.people) == (outcome, people))


def dead(low: int | None, high: int | None = -1, **more: object) -> Toll:
    """Return a toll of the dead, with the words of a vague one."""
    ceiling = low if high == -1 else high
    count = {"low": low, "high": ceiling, **{k: more.pop(k) for k in ("vague",) if k in more}}
    return msgspec.convert({"is": "Toll", "outcome": "killed", "count": count, **more}, Toll)
