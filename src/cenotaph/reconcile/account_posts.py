"""A page of posts by the hour, newest first or last -> which of its figures later posts replace.

"18:40 The toll stands at 23. ... 14:30 Seventeen are dead. ... 11:55 Twelve are reported killed": a
growing figure of one incident is an update, whoever gave it (COUNTING 17).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from cenotaph.model import Document
from cenotaph.reconcile.account_figures import Figure, is_headline
from cenotaph.text.shown import HOUR_OF_POST

_LINE = re.compile(r"^(?=[-•*–\w])", re.MULTILINE)
_NOON = 12
_DAY = 24 * 60  # minutes
_WHOLE = 3  # digits of an hour that tells its minute


def of_latest_posts(document: Document, groups: Sequence[Figure]) -> list[Figure]:
    """Return the figures without those that a later post of the page raises."""
    posts = _posts(document)
    if not posts:
        return list(groups)
    starts = [start for start, _ in posts]
    newest_first = _falls(posts)

    def turn(figure: Figure) -> int:
        at = bisect_right(starts, figure.claims[0].evidence.start)
        return -at if newest_first else at

    plain = [g for g in groups if not is_headline(g) and g.count.vague is None]
    return [
        g
        for g in groups
        if g not in plain
        or not any(
            turn(later) > turn(g) and (later.count.low or 0) > (g.count.high or g.count.low or 0)
            for later in plain
        )
    ]


def _posts(document: Document) -> list[tuple[int, tuple[str, int]]]:
    """Return where posts begin, each with its day as said and its minute; () for fewer than two."""
    hours = (HOUR_OF_POST.match(document.text, m.start()) for m in _LINE.finditer(document.text))
    told = ((h, _minute(h["hour"])) for h in hours if h is not None)
    found = [(h.start(), (h["day"] or "", at)) for h, at in told if at < _DAY]
    return found if len(found) > 1 else []


def _minute(hour: str) -> int:
    """Return the minute of the day of an hour as written: "18:40", "9.15am", "0730", "9 pm"."""
    digits, half = re.sub(r"\D", "", hour), hour.lower()
    hours, minute = (digits, "0") if len(digits) < _WHOLE else (digits[:-2], digits[-2:])
    of_day = int(hours)
    if "m" in half:
        of_day = of_day % _NOON + _NOON * ("p" in half)
    return 60 * of_day + int(minute)


def _falls(posts: Sequence[tuple[int, tuple[str, int]]]) -> bool:
    """Tell whether the hours of one day fall down the page."""
    steps = [later[1] - one[1] for (_, one), (_, later) in pairwise(posts) if one[0] == later[0]]
    return sum(s < 0 for s in steps) > sum(s > 0 for s in steps)
