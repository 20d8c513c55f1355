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
from cenotaph.model import Account, Capture, earliest
from cenotaph.text.agencies import agency_of

Rank = tuple[bool, str, str]  # whether it is no agency's, day of publication, document


def copies(accounts: Sequence[Account], rank: Mapping[str, Rank]) -> tuple[tuple[str, str], ...]:
    """Return (copy, original) document ids, sorted; the original is the first by rank."""
    signatures = {a.document.id: signature(a) for a in accounts}
    near = likenesses(accounts, candidates(signatures))
    return originals({d: rank[d] for d in signatures}, near)


def precedence(documents: Iterable[str], captures: Sequence[Capture]) -> dict[str, Rank]:
    """Return which document goes before which, where texts are alike.

    A news agency's own text goes before those that print it, even where they were dated earlier;
    else the earliest published.
    """
    published = earliest(captures)
    wires = {c.document for c in captures if c.source_kind == "agency" or _is_agency(c.publisher)}
    return {d: (d not in wires, published.get(d, "9999"), d) for d in documents}


def _is_agency(publisher: str | None) -> bool:
    return publisher is not None and agency_of(publisher) is not None


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
    rank: Mapping[str, Rank], near: Mapping[str, Collection[str]]
) -> tuple[tuple[str, str], ...]:
    """Return (copy, original), sorted, of documents with their rank and what each is alike to.

    A document is a copy of the first original that it resembles itself: no chain of likenesses
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
