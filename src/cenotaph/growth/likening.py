"""Accounts told anew -> which are copies of which, where that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from cenotaph.growth.accounts import accounts
from cenotaph.growth.telling import Changes
from cenotaph.link import (
    Prose,
    Signature,
    alike,
    families,
    judged_copies,
    likely,
    originals,
    precedence,
    prose,
)
from cenotaph.model import Decision
from cenotaph.store import Pieces, Standing

_SIGNATURES, _TEXTS = 50_000, 1000  # in memory at once


def liken(standing: Standing, pieces: Pieces, changes: Changes) -> set[str]:
    """Bring copies up to date; return the documents of another family or original than before."""
    _compare(standing, changes)
    documents = _connected(standing, pieces.decisions, changes)
    touched = {*documents.values(), *changes.documents}
    was = standing.likes.family(touched)
    captures = pieces.captures(documents.values())
    rank = precedence(documents.values(), [c for one in captures.values() for c in one])
    near = {
        d: {documents[o] for o in standing.likes.near(n) if o in documents}
        for n, d in documents.items()
    }
    decisions = pieces.decisions_about(touched)
    found, _ = judged_copies(originals(rank, near), decisions, sorted(rank, key=rank.__getitem__))
    standing.likes.set_copies(touched, found)
    now = standing.likes.family(touched)
    before, after = families(was), families(now)
    moved = {d for d in {*before, *after} if before.get(d) != after.get(d)}
    return moved | {copy for copy, _ in {*was} ^ {*now}}


def _compare(standing: Standing, changes: Changes) -> None:
    """Find what the new accounts are like."""

    @lru_cache(maxsize=_SIGNATURES)
    def mark(told: int) -> Signature:
        return standing.told.signature(told)

    @lru_cache(maxsize=_TEXTS)
    def text(told: int) -> Prose:
        (found,) = accounts(standing, (told,)).values()
        return prose(found[0])

    new = changes.bands
    met: set[int] = set()  # itself, and the new ones that found their like already
    for told in sorted(new, key=lambda n: (min(new[n], default=0), n)):  # those alike together
        met.add(told)
        for other in sorted(standing.likes.sharing(new[told])):
            if other in met:
                continue
            if likely(mark(told), mark(other)) and alike(text(told), text(other)):
                standing.likes.add(told, other)


def _connected(
    standing: Standing, decisions: Collection[Decision], changes: Changes
) -> dict[int, str]:
    """Return the accounts that likeness or people connect with those that changed."""
    people = beside(standing, decisions, ("copy", "not-copy"))
    begun = {*changes.bands, *changes.unlike}
    begun |= {n for d in changes.documents for n in people.get(d, ())}
    found = standing.told.documents(begun)  # less those that are gone
    edge = set(found)
    while edge:
        near = {o for n in edge for o in (*standing.likes.near(n), *people.get(found[n], ()))}
        fresh = standing.told.documents(near - found.keys())
        found |= fresh
        edge = set(fresh)
    return found


def beside(
    standing: Standing, decisions: Collection[Decision], verdicts: tuple[str, str]
) -> Mapping[str, set[int]]:
    """Return the accounts that people spoke of together with each document, by their verdicts."""
    found = defaultdict[str, set[int]](set)
    for decision in decisions:
        if decision.verdict in verdicts:
            documents = standing.owners(decision.subjects)
            numbers = set(standing.told.numbers(documents).values())
            for document in documents:
                found[document] |= numbers
    return found
