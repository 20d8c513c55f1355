"""Accounts -> which documents are copies of which: one story counts once (COUNTING 21).

Signatures find the pairs that may be copies without comparing all; what two accounts tell decides
sentence by sentence. No chain of likenesses makes a family.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from cenotaph.link.likeness import alike
from cenotaph.link.prose import prose
from cenotaph.link.signature import candidates, signature
from cenotaph.model import Account


def copies(accounts: Sequence[Account], order: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return (copy, original) document ids, sorted; the original is the earliest published.

    `order` gives each document's publication day.
    """
    signatures = {a.document.id: signature(a) for a in accounts}
    near = likenesses(accounts, candidates(signatures))
    return originals({d: (order.get(d, "9999"), d) for d in signatures}, near)


def likenesses(
    accounts: Iterable[Account], likely: Collection[tuple[str, str]]
) -> dict[str, set[str]]:
    """Return, for each document, those of its likely pairs that it is a copy of or copied by."""
    asked = {d for pair in likely for d in pair}
    told = {a.document.id: prose(a) for a in accounts if a.document.id in asked}
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in likely:
        if alike(told[a], told[b]):
            near[a].add(b)
            near[b].add(a)
    return near


def originals(
    rank: Mapping[str, tuple[str, str]], near: Mapping[str, Collection[str]]
) -> tuple[tuple[str, str], ...]:
    """Return (copy, original), sorted, of documents with their rank and what each is alike to.

    A document is a copy of the earliest original that it resembles itself: no chain of likenesses
    makes a family. What no chain joins has no say, so the connected parts can be asked one by one.
    """
    original: dict[str, str] = {}
    for document in sorted(rank, key=rank.__getitem__):
        heads = [h for h in near.get(document, ()) if original.get(h) == h]
        original[document] = min(heads, key=rank.__getitem__, default=document)
    return tuple(sorted((d, o) for d, o in original.items() if d != o))


def families(copy_of: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each document in a family, the whole family, original first."""
    members: dict[str, list[str]] = defaultdict(list)
    for copy, original in copy_of:
        members[original].append(copy)
    whole = {o: (o, *sorted(c)) for o, c in members.items()}
    return {d: family for family in whole.values() for d in family}
