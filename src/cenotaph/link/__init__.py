"""Accounts -> Dossiers: which tellings speak of one incident, which texts are copies, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from cenotaph.link.block import keys, pairs
from cenotaph.link.bonds import Bonds, decided
from cenotaph.link.bound import Bound
from cenotaph.link.changes import with_changes
from cenotaph.link.cluster import THRESHOLD, UNKEYED, groups
from cenotaph.link.copies import copies, families, originals, precedence
from cenotaph.link.evidence import bits, in_words
from cenotaph.link.judged import judged_copies
from cenotaph.link.likeness import alike
from cenotaph.link.near import LEAST, SURE, barely, near, near_copies, nearly_copied
from cenotaph.link.outline import Outlines
from cenotaph.link.pooling import is_enough, pool, pooled
from cenotaph.link.profile import Profile, profiles
from cenotaph.link.prose import Prose, prose
from cenotaph.link.series import series, unit
from cenotaph.link.signature import Signature, bands, likely, signature
from cenotaph.link.sketch import Sketches
from cenotaph.link.weights import Weights
from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Clash,
    Decision,
    Dossier,
    Doubts,
    Value,
    all_parted,
    earliest,
    is_apart,
    judgements,
    sayings,
)

__all__ = [
    "LEAST",
    "SURE",
    "THRESHOLD",
    "UNKEYED",
    "Bonds",
    "Bound",
    "Grouped",
    "Linked",
    "Outlines",
    "Profile",
    "Prose",
    "Signature",
    "Sketches",
    "alike",
    "aside",
    "bands",
    "barely",
    "bits",
    "bonded",
    "clashing",
    "dossiers",
    "families",
    "group",
    "is_enough",
    "judged_copies",
    "keys",
    "likely",
    "link",
    "nearly_copied",
    "originals",
    "pooled",
    "precedence",
    "profiles",
    "prose",
    "series",
    "signature",
    "standing_of",
    "surely",
    "unit",
    "versions",
    "with_changes",
    "with_families",
]


class Linked(Value):
    """What linking says of all accounts."""

    dossiers: tuple[Dossier, ...]  # incidents and series
    copies_of: tuple[tuple[str, str], ...]  # (copy, original)
    replaces: tuple[tuple[str, str], ...]  # (newer version of a page, older one)
    doubts: Doubts = Doubts()


def link(
    accounts: Sequence[Account],
    captures: Sequence[Capture],
    decisions: Sequence[Decision] = (),
    weights: Weights | None = None,
) -> Linked:
    """Group the tellings of all accounts into incidents; a person's decision beats any score.

    `weights` say what agreement is worth; those shipped unless a user has estimated others.
    The result depends on the set of accounts, not on their order.
    """
    accounts = all_parted(accounts, decisions)
    published = earliest(captures)
    publisher = {c.document: c.publisher for c in sorted(captures, key=lambda c: c.ref)}
    rejected = {c for c, d in judgements(decisions).items() if d.verdict == "reject"}
    found = [
        p
        for a in (standing_of(a, rejected) for a in accounts)
        for p in profiles(a, published.get(a.document.id), publisher.get(a.document.id))
    ]
    rank = precedence((a.document.id for a in accounts), captures)
    order = sorted(rank, key=rank.__getitem__)
    copy_of, clashes = judged_copies(copies(accounts, rank), decisions, order)
    family = families(copy_of)
    grouped = group(found, decisions, aside(accounts, rejected), weights)
    incidents = with_changes(dossiers(grouped, family), accounts, copy_of)
    ranks = {d: i for i, d in enumerate(order)}
    return Linked(
        dossiers=(*incidents, *with_families(series(accounts, published), family)),
        copies_of=copy_of,
        replaces=versions(captures),
        doubts=Doubts(
            tellings=near(
                grouped.known, grouped.groups, grouped.weights, grouped.bonds, grouped.worth
            ),
            copies=near_copies(incidents, accounts, copy_of, ranks),
            clashes=(*grouped.clashes, *clashes),
        ),
    )


def clashing(
    tellings: Sequence[Profile],
    documents: Sequence[str],
    decisions: Sequence[Decision],
    aside: Mapping[str, tuple[Claim, ...]],
) -> tuple[Clash, ...]:
    """Return the decisions that cannot stand beside later ones.

    `tellings` and `documents`, in order of publication, are at least those that were decided about.
    """
    known = sorted(tellings, key=lambda p: p.order)
    _, events = _decided(known, aside, decisions)
    _, copied = judged_copies((), decisions, documents)
    return (*events, *copied)


def standing_of(account: Account, rejected: AbstractSet[str]) -> Account:
    """Return an account without the claims that a person rejected: they make no incident."""
    kept = tuple(c for c in account.claims if c.id not in rejected)
    same = len(kept) == len(account.claims)
    return account if same else msgspec.structs.replace(account, claims=kept)


def aside(accounts: Sequence[Account], rejected: AbstractSet[str]) -> dict[str, tuple[Claim, ...]]:
    """Return the rejected claims of each event: its incident lists them, and counts none."""
    found: dict[str, tuple[Claim, ...]] = {}
    for account in accounts if rejected else ():
        event_of = {m.id: m.event for m in account.mentions}
        for claim in account.claims:
            if claim.id in rejected and claim.about in event_of and not is_apart(claim):
                event = event_of[claim.about]
                found[event] = (*found.get(event, ()), claim)
    return found


class Grouped(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings in order of publication, and which of them speak of one incident."""

    known: Sequence[Profile]
    groups: Sequence[tuple[int, ...]]
    weights: Mapping[tuple[int, int], float]  # bits, of the pairs worth comparing
    compared: Mapping[tuple[int, int], float]  # and of all pairs that were compared
    worth: Weights | None  # what they were weighed by; None: by what is shipped
    bonds: Bonds
    clashes: tuple[Clash, ...]  # decisions that cannot stand beside later ones
    aside: Mapping[str, tuple[Claim, ...]]  # rejected claims, by event


def group(
    found: Sequence[Profile],
    decisions: Sequence[Decision] = (),
    aside: Mapping[str, tuple[Claim, ...]] | None = None,
    worth: Weights | None = None,
    joined: Mapping[tuple[str, str], float] | None = None,
    parts: Sequence[Collection[str]] = (),
) -> Grouped:
    """Group tellings into incidents, in order of their first accounts.

    `joined`, if known, are the bits of the pairs, by event, that share a key and reach the
    threshold: all that have a say besides what they lead to compare.
    `parts`, if known, are the groups of average link, by event, of accounts that nobody decided
    about.
    What nothing joins has no say in each other's groups: the sets that people, or pairs at or
    above the threshold, connect can be given one by one, with the same result as all at once.
    """
    known = sorted(found, key=lambda p: p.order)
    if joined is None:
        weights = {(i, j): bits(known[i], known[j], worth) for i, j in pairs(known)}
    else:
        weights = _numbered(known, joined)
    compared = dict(weights)

    def compare(i: int, j: int) -> float:
        compared[i, j] = bits(known[i], known[j], worth)
        return compared[i, j]

    bonds, clashes = _decided(known, aside or {}, decisions)
    alike = [tuple(sorted(part)) for part in _placed(known, parts)]
    alike = sorted(alike) or groups(len(known), weights, compare, bonds)
    return Grouped(
        known=known,
        groups=pool(alike, known, weights, bonds, worth),
        weights=weights,
        compared=compared,
        worth=worth,
        bonds=bonds,
        clashes=clashes,
        aside=aside or {},
    )


def bonded(
    found: Sequence[Profile],
    decisions: Sequence[Decision],
    aside: Mapping[str, tuple[Claim, ...]],
) -> tuple[list[Profile], Bonds]:
    """Return tellings in order of publication, and what people joined and parted of them."""
    known = sorted(found, key=lambda p: p.order)
    return known, _decided(known, aside, decisions)[0]


def surely(
    known: Sequence[Profile],
    bonds: Bonds,
    worth: Weights | None,
    joined: Mapping[tuple[str, str], float],
    least: float = SURE,
    parts: Sequence[Collection[str]] = (),
) -> list[tuple[int, ...]]:
    """Return which tellings are surely one incident, or one by other means of bits.

    `joined` are the bits of the pairs, by event, that share a key and reach THRESHOLD. As in
    `group`, sets that nothing of so many bits and nobody connects can be given one by one, and
    `parts` are what is known of them.
    """

    def compare(i: int, j: int) -> float:
        return bits(known[i], known[j], worth)

    weights = _numbered(known, joined)
    return groups(len(known), weights, compare, bonds, least, _placed(known, parts))


def _placed(known: Sequence[Profile], parts: Sequence[Collection[str]]) -> list[list[int]]:
    at = {p.telling.event: i for i, p in enumerate(known)}
    return [[at[event] for event in part] for part in parts]


def _numbered(
    known: Sequence[Profile], joined: Mapping[tuple[str, str], float]
) -> dict[tuple[int, int], float]:
    at = {p.telling.event: i for i, p in enumerate(known)}
    found = ((at[one], at[other], weight) for (one, other), weight in joined.items())
    return {(min(i, j), max(i, j)): weight for i, j, weight in found}


def dossiers(grouped: Grouped, family: Mapping[str, tuple[str, ...]]) -> list[Dossier]:
    """Return one dossier for each group of tellings."""
    return [_dossier(members, grouped, family) for members in grouped.groups]


def _dossier(
    group: Sequence[int], grouped: Grouped, family: Mapping[str, tuple[str, ...]]
) -> Dossier:
    """Put one group's claims together; its id is its first mention (ARCHITECTURE, ids)."""
    members = [grouped.known[i] for i in group]
    mentions = [m.id for p in members for m in p.telling.mentions]
    documents = {p.telling.document for p in members}
    out = grouped.aside
    return Dossier(
        id=members[0].telling.event,
        mentions=tuple(mentions),
        claims=tuple(
            c for p in members for c in (*p.telling.claims, *out.get(p.telling.event, ()))
        ),
        families=_families_in(documents, family),
        because=_because(group, grouped),
    )


def _because(group: Sequence[int], grouped: Grouped) -> tuple[str, ...]:
    """Say, for every telling but the first, what joins it to the one it resembles most."""
    known, worth = grouped.known, grouped.worth

    def likeness(pair: tuple[int, int]) -> float:
        found = grouped.compared.get(pair)
        return bits(known[pair[0]], known[pair[1]], worth) if found is None else found

    found = []
    for n, i in enumerate(group[1:], 1):
        best, _ = max(((other, i) for other in group[:n]), key=likeness)
        one, other = (known[n].telling.document[:12] for n in (i, best))
        pair = sayings.PAIR.format(document=one, original=other)
        found.append(f"{pair}: {in_words(known[best], known[i], worth)}")
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
        msgspec.structs.replace(d, families=_families_in({c.document for c in d.claims}, family))
        for d in dossiers
    ]


def _decided(
    known: Sequence[Profile],
    aside: Mapping[str, tuple[Claim, ...]],
    decisions: Sequence[Decision],
) -> tuple[Bonds, tuple[Clash, ...]]:
    """Return the tellings that people joined and parted, by their mentions and claims."""
    at: dict[str, int] = {}
    for i, told in enumerate(p.telling for p in known):
        at.update((m.id, i) for m in told.mentions)
        at.update((c.id, i) for c in (*told.claims, *aside.get(told.event, ())))
    return decided(len(known), at, decisions, ("same", "different"))


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
