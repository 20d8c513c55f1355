"""Dossiers -> incidents and series, and what each account alone says, under one policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from cenotaph.model import (
    Account,
    AccountIncident,
    Capture,
    Decision,
    Dossier,
    Incident,
    Series,
    SourceKind,
    binding,
    judgements,
)
from cenotaph.reconcile import incident as one
from cenotaph.reconcile import series as many
from cenotaph.reconcile.accounts import stories
from cenotaph.reconcile.counting import Counting, counting
from cenotaph.reconcile.sources import sources

_Held = TypeVar("_Held", Account, Dossier)


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy makes of all dossiers."""

    incidents: tuple[Incident, ...]  # by day, then id
    series: tuple[Series, ...]
    stories: tuple[tuple[str, tuple[AccountIncident, ...]], ...]  # document -> its incidents
    policy: str


def reconcile(  # noqa: PLR0913 # a record has as many sides
    dossiers: Sequence[Dossier],
    accounts: Sequence[Account],
    captures: Sequence[Capture],
    decisions: Sequence[Decision],
    *,
    copies_of: Sequence[tuple[str, str]] = (),
    policy: str | Counting = "envelope",
    known_stories: Mapping[str, tuple[AccountIncident, ...]] | None = None,
) -> Reconciled:
    """Set every dossier's claims side by side; nothing is averaged, nothing corrected silently.

    Dossiers have no say in one another, so they can be given one by one, with the accounts they
    hold claims of. `known_stories` are what `told` makes of those, where it is known already.
    """
    rule = counting(policy)
    judged = {c: d.verdict for c, d in judgements(decisions).items()}
    said = known_stories or {a.document.id: stories(_standing(a, judged)) for a in accounts}
    known = sources(captures, copies_of, rule.terms.owners())
    frame = one.Frame(
        sources=known,
        mentions={m.id: m for a in accounts for m in a.mentions},
        stories={(d, s.incident): s for d, found in said.items() for s in found if s.incident},
        decisions=binding(decisions),
        judged=judged,
        kinds=_kinds(captures),
        documents={a.document.id: a.document for a in accounts},
    )
    incidents = [one.incident(d, frame, rule) for d in dossiers if d.mentions]
    apart = [_standing(d, judged) for d in dossiers if not d.mentions]
    counted = {c.document for d in apart for c in d.claims}
    by_id = {a.document.id: _standing(a, judged) for a in accounts if a.document.id in counted}
    running = [many.series(d, by_id, known, rule) for d in apart]
    home = {m: d.id for d in dossiers for m in d.mentions}
    return Reconciled(
        incidents=tuple(sorted(incidents, key=lambda i: (i.first or i.last or "", i.id))),
        series=tuple(sorted((s for s in running if s), key=lambda s: s.id)),
        stories=tuple(
            (
                d,
                tuple(
                    msgspec.structs.replace(s, incident=home.get(s.incident or "")) for s in said[d]
                ),
            )
            for d in sorted(said)
        ),
        policy=rule.name,
    )


def _kinds(captures: Sequence[Capture]) -> dict[str, SourceKind]:
    """Return what kind of source published each document; of several the first by name."""
    found = sorted((c.document, c.source_kind) for c in captures if c.source_kind is not None)
    return dict(reversed(found))


def told(account: Account, decisions: Sequence[Decision] = ()) -> tuple[AccountIncident, ...]:
    """Return what one account alone says, less what a person rejected of it."""
    judged = {c: d.verdict for c, d in judgements(decisions).items()}
    return stories(_standing(account, judged))


def _standing(held: _Held, judged: Mapping[str, str]) -> _Held:
    """Return an account or dossier without the claims that a person rejected: they feed nothing."""
    kept = tuple(c for c in held.claims if judged.get(c.id) != "reject")
    return held if len(kept) == len(held.claims) else msgspec.structs.replace(held, claims=kept)
