"""Accounts -> Dossiers: which tellings speak of one incident, which texts are copies, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from cenotaph.link.block import pairs
from cenotaph.link.cluster import APART, FORCED, groups
from cenotaph.link.compare import bits, evidence
from cenotaph.link.copies import copies, families
from cenotaph.link.profile import Profile, profile
from cenotaph.link.series import series
from cenotaph.model import (
    Account,
    Capture,
    Decision,
    Dossier,
    Telling,
    Value,
    earliest,
    tellings,
)


class Linked(Value):
    """What linking says of all accounts."""

    dossiers: tuple[Dossier, ...]  # incidents and series
    copies_of: tuple[tuple[str, str], ...]  # (copy, original)
    replaces: tuple[tuple[str, str], ...]  # (newer version of a page, older one)


def link(
    accounts: Sequence[Account], captures: Sequence[Capture], decisions: Sequence[Decision] = ()
) -> Linked:
    """Group the tellings of all accounts into incidents; a person's decision beats any score.

    The result depends on the set of accounts, not on their order.
    """
    published = earliest(captures)
    publisher = {c.document: c.publisher for c in sorted(captures, key=lambda c: c.ref)}
    found = [
        p
        for a in accounts
        for p in profiles(a, published.get(a.document.id), publisher.get(a.document.id))
    ]
    copy_of = judged_copies(copies(accounts, published), decisions)
    family = families(copy_of)
    return Linked(
        dossiers=(
            *dossiers(found, family, decisions),
            *with_families(series(accounts, published), family),
        ),
        copies_of=copy_of,
        replaces=versions(captures),
    )


def profiles(account: Account, published: str | None, publisher: str | None) -> list[Profile]:
    """Return what each telling of an account is compared by."""
    return [profile(t, account, published, publisher) for t in tellings(account)]


def dossiers(
    found: Sequence[Profile],
    family: Mapping[str, tuple[str, ...]],
    decisions: Sequence[Decision] = (),
) -> list[Dossier]:
    """Group tellings into incidents, in order of their first accounts.

    What nothing joins has no say in each other's groups: the sets that pairs at or above the
    threshold connect can be given one by one, with the same result as all at once.
    """
    known = sorted(found, key=lambda p: p.order)
    weights = {(i, j): bits(known[i], known[j]) for i, j in pairs(known)}
    weights.update(_told_apart(known))
    weights.update(decided([p.telling for p in known], decisions))
    grouped = groups(len(known), weights, lambda i, j: bits(known[i], known[j]))
    return [_dossier([known[i] for i in group], family) for group in grouped]


def _dossier(members: Sequence[Profile], family: Mapping[str, tuple[str, ...]]) -> Dossier:
    """Put one group's claims together; its id is its first mention (ARCHITECTURE, ids)."""
    mentions = [m.id for p in members for m in p.telling.mentions]
    documents = {p.telling.document for p in members}
    return Dossier(
        id=members[0].telling.event,
        mentions=tuple(mentions),
        claims=tuple(c for p in members for c in p.telling.claims),
        families=_families_in(documents, family),
        because=_because(members),
    )


def _because(members: Sequence[Profile]) -> tuple[str, ...]:
    """Say, for every account but the first, what joins it to the one it resembles most."""
    found = []
    for i, member in enumerate(members[1:], 1):
        best = max(members[:i], key=lambda other: bits(other, member))
        reasons = sorted(evidence(best, member), key=lambda e: -e.bits)
        words = "; ".join(e.why for e in reasons if e.bits > 0)
        pair = f"{member.telling.document[:12]} with {best.telling.document[:12]}"
        found.append(f"{pair}: {words or 'decided by a person'}")
    return tuple(found)


def _families_in(
    documents: set[str], family: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted({family[d] for d in documents if d in family}))


def with_families(
    dossiers: Sequence[Dossier], family: Mapping[str, tuple[str, ...]]
) -> list[Dossier]:
    """Return dossiers with the families of copies among their claims' documents."""
    return [
        Dossier(
            id=d.id,
            mentions=d.mentions,
            claims=d.claims,
            families=_families_in({c.document for c in d.claims}, family),
            because=d.because,
            scope=d.scope,
        )
        for d in dossiers
    ]


def _told_apart(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Return the pairs that one account tells as two events: it should know (COUNTING 22)."""
    of: dict[str, list[int]] = {}
    for i, p in enumerate(profiles):
        of.setdefault(p.telling.document, []).append(i)
    return {pair: APART for events in of.values() for pair in combinations(events, 2)}


def decided(told: Sequence[Telling], decisions: Sequence[Decision]) -> dict[tuple[int, int], float]:
    """Return the pairs a person joined or parted; the later decision about a pair holds."""
    at = {m.id: i for i, t in enumerate(told) for m in t.mentions}
    at |= {c.id: i for i, t in enumerate(told) for c in t.claims}
    found: dict[tuple[int, int], float] = {}
    for decision in sorted(decisions, key=lambda d: d.seq):
        if decision.verdict not in {"same", "different"}:
            continue
        known = sorted({at[s] for s in decision.subjects if s in at})
        weight = FORCED if decision.verdict == "same" else -FORCED
        found.update({(i, j): weight for i in known for j in known if i < j})
    return found


def judged_copies(
    found: Sequence[tuple[str, str]], decisions: Sequence[Decision]
) -> tuple[tuple[str, str], ...]:
    """Return the copies as found, but for what a person decided about them."""
    judged = dict(found)
    for decision in sorted(decisions, key=lambda d: d.seq):
        if decision.verdict == "copy" and len(decision.subjects) == 2:
            judged[decision.subjects[0]] = decision.subjects[1]
        if decision.verdict == "not-copy":
            for subject in decision.subjects:
                judged.pop(subject, None)
    return tuple(sorted(judged.items()))


def versions(captures: Sequence[Capture]) -> tuple[tuple[str, str], ...]:
    """Return (newer, older) documents that were received from one address."""
    pages: dict[str, dict[str, str]] = {}
    for c in captures:
        if c.url:
            seen = pages.setdefault(c.url, {})
            when = c.captured or c.published or ""
            seen[c.document] = min(seen.get(c.document, when), when)
    found: list[tuple[str, str]] = []
    for seen in pages.values():
        ordered = sorted(seen, key=lambda d: (seen[d], d))
        found.extend(zip(ordered[1:], ordered, strict=False))
    return tuple(sorted(found))
