"""Words for days -> the intervals in which an event can lie, as two tellings compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from cenotaph.text.number_words import figure_at, words_of

_NEWS = 4  # days within which what happened is still told as news
_MONTH = 27  # days from the first to the last of the shortest month
# "Ten days after the killing of two, families have not gone home": told ten days after it
_SINCE = re.compile(
    r"(?:^|, )(?:[A-Z][a-z]+, )?(?P<number>(?:[Aa]n?|\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)) "
    r"(?P<unit>day|week|month|year)s? (?:after|since|on from)\b(?! (?:he|she|they|it)\b)",
    re.MULTILINE,
)
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
_ROUGHLY = 8  # "three months after" may be off by this part of it

Interval = tuple[int | None, int]
"""First and last day, as proleptic ordinals; None: on the last day or at any time before."""


def interval(first: str | None, last: str | None) -> Interval | None:
    """Return the interval between two ISO days; None without an end."""
    end = ordinal(last)
    return None if end is None else (ordinal(first), end)


def without_wider(given: Sequence[Interval]) -> list[Interval]:
    """Leave out months and years in which a finer day of the same telling lies.

    "The third killing of 2015" beside "on 9 May": the year tells no other day of the event, though
    with it whatever happened in that year would meet it.
    """
    return [
        (first, last)
        for first, last in given
        if first is None
        or last - first < _MONTH
        or not any(f is not None and (f, t) != (first, last) and first <= f and t <= last
                   for f, t in given)
    ]  # fmt: skip


def is_news(days: Iterable[Interval], published: int | None) -> bool:
    """Tell whether an account came soon after each of its days: a trial looks farther back."""
    dated = [last for first, last in days if first is not None]
    return published is not None and bool(dated) and all(0 <= published - d <= _NEWS for d in dated)


def before(published: int, text: str) -> Iterator[Interval]:
    """Yield the days that lie so long before publication as a text says: "ten days after"."""
    for days in _days_since(text):
        slack = _NEWS + days // _ROUGHLY
        yield published - days - slack, published - days + slack // 2


def _days_since(text: str) -> Iterator[int]:
    """Yield how many days after the event an account says that it is told."""
    for match in _SINCE.finditer(text):
        figure = figure_at(words_of(match["number"]), 0)
        number = 1 if match["number"].lower() in {"a", "an"} else figure and figure.whole
        days = (number or 0) * _LENGTHS[match["unit"]]
        if days > _NEWS:  # "a day after the raid, jets struck again" tells of those
            yield days


@lru_cache(maxsize=65536)
def ordinal(day: str | None) -> int | None:
    """Return a day's ordinal; None for none or for words that are no ISO day."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None
