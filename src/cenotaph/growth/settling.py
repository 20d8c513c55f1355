"""Dossiers and units of series that changed -> what a policy makes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from cenotaph.growth.accounts import Stories, accounts
from cenotaph.growth.joining import Reasons
from cenotaph.growth.saying import encode
from cenotaph.link import aside, families, series, standing_of, with_families
from cenotaph.model import Account, Capture, Decision, Dossier, earliest, judgements, tellings
from cenotaph.reconcile import reconcile
from cenotaph.reconcile.counting import Counting
from cenotaph.store import Pieces, Standing

Policy = tuple[str, Counting]  # its name as asked for
_AT_ONCE = 200  # dossiers
_reasons = msgspec.msgpack.Decoder(Reasons)
_account = msgspec.msgpack.Decoder(Account)


def settle(
    standing: Standing, pieces: Pieces, policy: Policy, since: int, tell: Callable[[int, int], None]
) -> None:
    """Reconcile what changed after a refreshing, under a policy; `tell` hears how far that is."""
    changed = standing.joined.newer(since)
    for start in range(0, len(changed), _AT_ONCE):
        tell(start, len(changed))
        _settle(standing, pieces, policy, changed[start : start + _AT_ONCE])
    for unit in standing.settled.newer(since):
        _count(standing, pieces, policy, unit)


class _Sides(msgspec.Struct, frozen=True):
    """What some dossiers are reconciled against."""

    captures: Sequence[Capture]
    decisions: Sequence[Decision]
    copies_of: Sequence[tuple[str, str]]


def _sides(standing: Standing, pieces: Pieces, documents: set[str]) -> _Sides:
    """Return what bears on dossiers with claims of these documents, and of their originals."""
    copies_of = standing.likes.family(documents)
    around = {*documents, *(d for pair in copies_of for d in pair)}
    captures = pieces.captures(around)
    return _Sides(
        captures=[c for d in sorted(captures) for c in captures[d]],
        decisions=pieces.decisions_about(documents),
        copies_of=copies_of,
    )


def _settle(standing: Standing, pieces: Pieces, policy: Policy, numbers: list[int]) -> None:
    found, known = _dossiers(standing, pieces, numbers)
    sides = _sides(standing, pieces, {a.document.id for a, _ in known.values()})
    result = reconcile(
        list(found.values()),
        [a for a, _ in known.values()],
        sides.captures,
        sides.decisions,
        copies_of=sides.copies_of,
        policy=policy[1],
        known_stories={a.document.id: stories for a, stories in known.values()},
    )
    by_id = {d.id: n for n, d in found.items()}
    for i in result.incidents:
        day = i.first or i.last or ""
        standing.settled.set_incident(by_id[i.id], policy[0], (i.id, day, encode(i)))


def _dossiers(
    standing: Standing, pieces: Pieces, numbers: list[int]
) -> tuple[dict[int, Dossier], dict[int, tuple[Account, Stories]]]:
    """Return some dossiers whole, with the accounts that their claims are of."""
    held = defaultdict[int, list[str]](list)
    rows = sorted(standing.joined.of_dossiers(numbers), key=lambda t: t.rank)
    for t in rows:
        held[t.dossier or 0].append(t.event)
    known = accounts(standing, {t.told for t in rows})
    told = [a for a, _ in known.values()]
    decisions = pieces.decisions_about(a.document.id for a in told)
    rejected = {c for c, d in judgements(decisions).items() if d.verdict == "reject"}
    whole = {t.event: t for a in told for t in tellings(standing_of(a, rejected))}
    out = aside(told, rejected)
    found = {}
    for n, (key, body) in standing.joined.dossiers(numbers).items():
        reasons = _reasons.decode(body)
        found[n] = Dossier(
            id=key,
            mentions=tuple(m.id for e in held[n] for m in whole[e].mentions),
            claims=tuple(c for e in held[n] for c in (*whole[e].claims, *out.get(e, ()))),
            families=reasons.families,
            because=reasons.because,
        )
    return found, known


def _count(standing: Standing, pieces: Pieces, policy: Policy, unit: str) -> None:
    """Reconcile the series of one unit."""
    told = [_account.decode(body) for body in standing.settled.counted(unit)]
    documents = {a.document.id for a in told}
    sides = _sides(standing, pieces, documents)
    found = series(told, earliest(sides.captures))
    result = reconcile(
        with_families(found, families(sides.copies_of)),
        told,
        sides.captures,
        sides.decisions,
        copies_of=sides.copies_of,
        policy=policy[1],
        known_stories=dict.fromkeys(documents, ()),
    )
    rows = [(s.id, encode(s)) for s in result.series]
    standing.settled.set_series(unit, policy[0], rows)
