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

_POST = re.compile(
    r"^(?:[-•*–]\s)?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,?\s?"
    r"(?P<hour>\d{1,2})[:.]?(?P<minute>\d\d)?(?P<half>\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:[A-Z]{3}|hrs|h|local time)\b)?(?:\s?[-–—:.,|])?\s+(?=[\"“]?[A-Z])",
    re.MULTILINE,
)
_NOON = 12
_HOURS = 24


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
    found = [
        (m.start(), (m["day"] or "", _minute(m)))
        for m in _POST.finditer(document.text)
        if (m["minute"] or m["half"]) and int(m["hour"]) < _HOURS
    ]
    return found if len(found) > 1 else []


def _minute(post: re.Match[str]) -> int:
    hour, half = int(post["hour"]), (post["half"] or "").strip().lower()
    if half:
        hour = hour % _NOON + _NOON * half.startswith("p")
    return 60 * hour + int(post["minute"] or 0)


def _falls(posts: Sequence[tuple[int, tuple[str, int]]]) -> bool:
    """Tell whether the hours of one day fall down the page."""
    steps = [later[1] - one[1] for (_, one), (_, later) in pairwise(posts) if one[0] == later[0]]
    return sum(s < 0 for s in steps) > sum(s > 0 for s in steps)
