"""What people joined and parted: later decisions first, each as far as it can stand beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from cenotaph.model import Clash, Decision, in_force

Pair = tuple[int, int]


class Bonds:
    """Which of some things are held to be one, and which never can be."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))
        self._apart: dict[int, set[int]] = defaultdict(set)
        self.joined: tuple[Pair, ...] = ()  # as people decided

    def root(self, one: int) -> int:
        """Return the smallest of all that are held to be one with this."""
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]  # shortens the way for the next
            one = self._above[one]
        return one

    def may_join(self, a: int, b: int) -> bool:
        """Tell whether nobody has parted these two, or what each is held to be one with."""
        return self.root(b) not in self._apart[self.root(a)]

    def join(self, a: int, b: int) -> bool:
        """Hold two to be one, unless they are parted; tell whether they are one now."""
        low, high = sorted((self.root(a), self.root(b)))
        if high in self._apart[low]:
            return False
        if low != high:
            self._above[high] = low
            for other in self._apart.pop(high, set()):
                self._apart[other].discard(high)
                self._apart[other].add(low)
                self._apart[low].add(other)
        return True

    def part(self, a: int, b: int) -> bool:
        """Hold two to be never one, unless they are; tell whether they are parted now."""
        x, y = self.root(a), self.root(b)
        if x == y:
            return False
        self._apart[x].add(y)
        self._apart[y].add(x)
        return True

    def copy(self) -> Bonds:
        """Return the same bonds, to be added to."""
        new = Bonds(0)
        new._above = list(self._above)
        new._apart = defaultdict(set, {k: set(v) for k, v in self._apart.items()})
        new.joined = self.joined
        return new


def decided(
    count: int, at: Mapping[str, int], decisions: Sequence[Decision], verdicts: tuple[str, str]
) -> tuple[Bonds, tuple[Clash, ...]]:
    """Return what people joined and parted, and which decisions cannot stand beside later ones.

    `at` numbers, below `count`, the subjects that are there; `verdicts` are the word that joins
    and the one that parts. Of two decisions about one pair the later holds, and that is no clash.
    """
    bonds = Bonds(count)
    settled: dict[Pair, Decision] = {}
    honored: dict[Pair, Decision] = {}
    clashes = []
    for decision in reversed(in_force(decisions)):
        if decision.verdict not in verdicts:
            continue
        joins = decision.verdict == verdicts[0]
        for pair, subjects in _pairs(decision, at):
            if pair in settled or (joins and pair[0] == pair[1]):
                continue
            settled[pair] = decision
            if (bonds.join if joins else bonds.part)(*pair):
                honored[pair] = decision
            else:
                clashes.append(_clash(decision, subjects, pair, bonds, honored))
    bonds.joined = tuple(sorted(p for p, d in honored.items() if d.verdict == verdicts[0]))
    return bonds, tuple(sorted(clashes, key=lambda c: (c.decision, c.subjects)))


def _pairs(decision: Decision, at: Mapping[str, int]) -> Iterator[tuple[Pair, tuple[str, str]]]:
    known = [s for s in dict.fromkeys(decision.subjects) if s in at]
    for a, b in combinations(known, 2):
        low, high = sorted((at[a], at[b]))
        yield (low, high), (a, b)


def _clash(
    decision: Decision,
    subjects: tuple[str, str],
    pair: Pair,
    bonds: Bonds,
    honored: Mapping[Pair, Decision],
) -> Clash:
    """Name the later decisions about those that either subject is held to be one with."""
    roots = {bonds.root(i) for i in pair}
    beside = {
        d.id: d.seq
        for (a, b), d in honored.items()
        if bonds.root(a) in roots and bonds.root(b) in roots and d.id != decision.id
    }
    return Clash(
        decision=decision.id,
        subjects=subjects,
        against=tuple(sorted(beside, key=beside.__getitem__)),
    )
