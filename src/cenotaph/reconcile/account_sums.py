"""One account's figures of one outcome -> those left when it adds some of them up itself.

"Three were killed in Lom. Four were killed in Tarsk. Seven died in all": the seven are the whole,
and the three and the four its parts (COUNTING 11), whether or not the words say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cenotaph.reconcile.account_figures import Figure, is_headline

_PAIR = 2


def without_summed(figures: Sequence[Figure]) -> list[Figure]:
    """Drop the figures of the text whose sum is another figure of the account.

    An account may hold thousands: each value is compared once with the sum of all lower ones, told
    again or not.
    """
    exact = [g for g in figures if _is_exact(g)]
    told = Counter(g.count.low or 0 for g in exact if not is_headline(g))
    once = every = lower = 0
    for low in sorted({g.count.low or 0 for g in exact}):
        if lower >= _PAIR and low in {once, every}:
            return [g for g in figures if is_headline(g) or not _is_part(g, low)]
        if low in told:
            once, every, lower = once + low, every + low * told[low], lower + 1
    return list(figures)


def _is_part(figure: Figure, total: int) -> bool:
    return _is_exact(figure) and (figure.count.low or 0) < total


def _is_exact(figure: Figure) -> bool:
    count = figure.count
    return count.low is not None and count.low == count.high and count.vague is None
