"""Accounts told anew -> which are copies of which, where that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

import numpy as np

from cenotaph.growth.accounts import accounts
from cenotaph.growth.sharing import Pairs, Sharing, in_lots
from cenotaph.growth.telling import Changes
from cenotaph.link import (
    Prose,
    Sketches,
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

_TEXTS = 1000  # in memory at once
_PAIRS = 10_000  # of signatures at once

Way = tuple[int, int, bool, bool]  # accounts; whether the one can be a copy of the other, and back


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
    """Keep the bands of the new accounts, and find what they are like."""
    new, likes = changes.bands, standing.likes
    order = sorted(new, key=lambda n: (min(new[n], default=0), n))  # those alike are together
    known, sharing = _Known(standing), Sharing([new[n] for n in order])
    numbers = np.array(order, np.int64)
    likes.add(list(known.alike(_older(standing, order, sharing))))
    likes.add_bands(sharing.rows(numbers))
    among = ((numbers[ones], numbers[others]) for ones, others in sharing.pairs(_PAIRS))
    likes.add(list(known.alike(among)))


def _older(standing: Standing, order: Sequence[int], sharing: Sharing) -> Iterator[Pairs]:
    """Yield the pairs of a new account and one that was there."""
    for place, n in enumerate(order if standing.likes.has_bands() else ()):
        others = standing.likes.sharing(sharing.of(place))
        yield np.full(len(others), n), np.array(sorted(others), np.int64)


class _Known:
    """Accounts of which signatures, sketches and the last proses are at hand."""

    def __init__(self, standing: Standing) -> None:
        self._mark = cache(standing.told.signature)
        self._prose = lru_cache(maxsize=_TEXTS)(partial(_read, standing))

    def alike(self, pairs: Iterable[Pairs]) -> Iterator[tuple[int, int]]:
        """Yield those pairs of accounts of which one is a copy of the other."""
        ones, others = self._likely(pairs)
        both, at = np.unique(np.concatenate((ones, others)), return_inverse=True)
        sketches = Sketches()
        for n in both.tolist():
            sketches.add(self._prose(n))
        one_way, back = sketches.ways(at[: len(ones)], at[len(ones) :])
        near = one_way | back
        columns = (ones[near], others[near], one_way[near], back[near])
        for n, other, *ways in _together(zip(*(c.tolist() for c in columns), strict=True)):
            if alike(self._prose(n), self._prose(other), (ways[0], ways[1])):
                yield n, other

    def _likely(self, pairs: Iterable[Pairs]) -> Pairs:
        """Return the pairs whose signatures are much alike."""
        found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
        for ones, others in in_lots(pairs, _PAIRS):
            left, right = ([self._mark(n) for n in one.tolist()] for one in (ones, others))
            worth = likely(left, right)
            found.append((ones[worth], others[worth]))
        return np.concatenate([o for o, _ in found]), np.concatenate([o for _, o in found])


def _read(standing: Standing, told: int) -> Prose:
    (found,) = accounts(standing, (told,)).values()
    return prose(found[0])


def _together(pairs: Iterable[Way]) -> list[Way]:
    """Return pairs so that those that others connect stand together: few texts are then at hand."""
    head: dict[int, int] = {}

    def first(n: int) -> int:
        while head.setdefault(n, n) != n:
            head[n] = n = head[head[n]]
        return n

    known = list(pairs)
    for one, other, *_ in known:
        a, b = first(one), first(other)
        head[max(a, b)] = min(a, b)
    return sorted(known, key=lambda pair: (first(pair[0]), pair))


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
