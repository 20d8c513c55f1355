"""The figures by which an event is known again: how many were harmed in what way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cenotaph.text.harm import Harm

_PAIR = 2
Figures = frozenset[tuple[str, int]]


def figures(found: Iterable[Harm]) -> Figures:
    """Return outcome and number of those harmed, where they are several; not of some of them.

    "Eleven were hurt, including two medics", and "two nurses" elsewhere: no figure told twice. Who
    stand in one list are told together as well: "a woman and her three children" are four.
    """
    lists: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for harm in found:
        count = None if harm.part else harm.phrase.count
        if count is not None and count.low:
            lists[harm.outcome, harm.trigger].append(count.low)
    counts = {(outcome, n) for (outcome, _), listed in lists.items() for n in listed}
    sums = {(outcome, sum(listed)) for (outcome, _), listed in lists.items()}
    # Pairs are too many for a driver and his passenger to be known by their number again.
    return frozenset(f for f in counts if f[1] > 1) | {f for f in sums if f[1] > _PAIR}
