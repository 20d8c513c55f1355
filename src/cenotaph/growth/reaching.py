"""Tellings that changed -> the sets of tellings in which incidents can be told apart one by one.

Groups of a level are the state in which average link stands when no mean reaches that level any
more. From there on means only fall: two groups whose mean is below a lower level never come to be
one there, by whatever way round. So the sets that means of that lower level and more connect have
no say in one another, however many single pairs of tellings lie between them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from cenotaph.growth.judging import Places
from cenotaph.link import THRESHOLD, UNKEYED, bits, is_enough, pooled
from cenotaph.store.joined import Level, Telling

_SLACK = 1e-6  # bits; sums here and in linking are rounded otherwise

Members = Mapping[int, str]
"""Tellings, each with its document."""

Pair = tuple[int, int]


class Reach:
    """Which groups of a level can come to be one at a lower mean."""

    def __init__(
        self,
        places: Places,
        people: Mapping[str, set[int]],
        step: tuple[Level, float],
    ) -> None:
        self._joined = places.standing.joined
        self._people = people  # accounts that people spoke of together, by document
        self._weights = places.weights
        self._level, self._least = step
        self._profile = places.profile
        self._members: dict[int, Members] = {}  # of the groups looked at for one set

    def components(self, groups: Collection[int]) -> Iterator[dict[int, Telling]]:
        """Yield the sets of tellings that can come to be one, from some groups on."""
        seen: set[int] = set()
        for start in sorted(groups):
            queue = [] if start in seen else [start]
            found: dict[int, Telling] = {}
            self._members = {}
            for group in queue:  # grows while it runs
                seen.add(group)
                rows = {t.n: t for t in self._joined.of_groups(self._level, (group,))}
                found |= rows
                own = {n: t.document for n, t in rows.items()}
                fresh = {g for g in self._near(group, own, seen) if g not in seen}
                seen |= fresh
                queue.extend(sorted(fresh))
            if found:
                yield found

    def _near(self, group: int, own: Members, seen: AbstractSet[int]) -> Iterator[int]:
        """Yield the groups that one can be joined with, less those that were seen already."""
        told = {n for document in own.values() for n in self._people.get(document, ())}
        beside = (t.group(self._level) for t in self._joined.of_told(told))
        yield from (n for n in beside if n is not None)
        between = self._between(group)
        unseen = between.keys() - seen
        self._members |= self._joined.members(self._level, unseen - self._members.keys())
        for other in sorted(unseen):
            others = self._members[other]
            known = {(a, b): bits for a, b, bits in between[other]}
            if self._is_judged(own) or self._is_judged(others) or self._reach(own, others, known):
                yield other

    def _between(self, group: int) -> Mapping[int, Sequence[tuple[int, int, float]]]:
        """Return the pairs between a group and those others that one of them may join it with."""
        if self._least > THRESHOLD:
            return self._joined.strongly_between(self._level, group, self._least)
        found = self._joined.between(self._level, group)  # nearly all that joins it is so strong
        return {n: p for n, p in found.items() if any(b >= self._least for _, _, b in p)}

    def _is_judged(self, members: Members) -> bool:
        """Tell whether people spoke of a telling's account: such are taken pair by pair."""
        return not self._people.keys().isdisjoint(members.values())

    def _reach(self, own: Members, others: Members, known: Mapping[Pair, float]) -> bool:
        """Tell whether the mean between two groups can be as high as is asked for."""
        size = len(own) * len(others)
        most = sum(known.values()) + (size - len(known)) * UNKEYED
        least = (self._least - _SLACK) * size
        for one in own:
            for other in others:
                if most < least:
                    return False
                if (one, other) not in known:
                    most -= UNKEYED - min(self._bits(one, other), UNKEYED)
        return most >= least

    def _bits(self, one: int, other: int) -> float:
        first, second = self._profile(one), self._profile(other)
        if second.order < first.order:
            first, second = second, first
        return bits(first, second, self._weights)


class Pools(Reach):
    """Which groups of average link are one by what they say together.

    Nothing else has a say: what they grow to brings no new ones.
    """

    def _reach(self, own: Members, others: Members, known: Mapping[Pair, float]) -> bool:
        place = {n: at for side in (own, others) for at, n in enumerate(side)}
        joined = [(place[a], place[b]) for (a, b), bits in known.items() if bits >= THRESHOLD]
        if not is_enough(len(joined), len(own) * len(others)):
            return False
        one, other = ([self._profile(n) for n in side] for side in (own, others))
        return pooled(one, other, joined, self._weights) >= THRESHOLD
