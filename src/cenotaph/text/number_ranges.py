"""Figures -> ranges: "between 3 and 5", "3-5", "two to three dozen", or one figure alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import msgspec

from cenotaph.text.almanac import MONTHS
from cenotaph.text.number_kinds import group
from cenotaph.text.number_words import Figure, Word, figure_at, low_at

_DASHES = frozenset({"-", "–", "—", "\u2010", "\u2011"})
_FILLERS = frozenset({"even", "possibly", "perhaps", "about", "as", "many", "maybe"})
_MONTHS = frozenset(m.lower() for m in MONTHS)
_RISE_BEFORE = 4  # words looked back over for "rose sharply from"
_RAISED_BEFORE = 25
_TOLLS = frozenset({"toll", "tally", "number", "count", "figure"})


class Range(msgspec.Struct, frozen=True):
    """A closed range in words `first` up to, without, `last`."""

    first: int  # of its first figure; the range may open a word before, with "between"
    last: int
    low: int | None  # None: no whole number
    high: int | None
    vague: bool = False
    approximate: bool = False


def range_at(words: Sequence[Word], at: int) -> Range | None:
    """Return the range, or the single figure, that starts at a word."""
    opening = low_at(words, at)
    opens = opening in {"between", "from"}
    first = figure_at(words, at + 1 if opens else at)
    if first is None or (opening == "from" and _changes(words, at)):
        return None
    alone = first.vague or _changes(words, at - 1) or _is_year(words, at)
    second = None if alone else _second(words, first, opening)
    both = _joined(first, second) if second else None
    return both if both or opens else _alone(first)


def _changes(words: Sequence[Word], at: int) -> bool:
    """Tell whether words open a change, not a range: "rose from 12 to 17", "rose by five to 17"."""
    if low_at(words, at) not in {"from", "by"}:
        return False
    if any(low_at(words, at - k) in group("rise") for k in range(1, _RISE_BEFORE)):
        return True
    before = {low_at(words, at - k) for k in range(1, _RAISED_BEFORE)}
    return bool(before & _TOLLS and before & group("rise"))  # "raised the toll of the raid from"


def _is_year(words: Sequence[Word], at: int) -> bool:
    """Tell a year: "brings those killed since it began in May 2014 to 13,483" tells no range."""
    year = low_at(words, at)
    told = low_at(words, at - 1) in {"in", "since"} | _MONTHS
    return told and len(year) == 4 and year[:2] in {"19", "20"}


def _alone(figure: Figure) -> Range:
    low = ceil(figure.low) if figure.vague else figure.whole
    high = None if figure.vague else low
    return Range(figure.first, figure.last, low, high, figure.vague, figure.approximate)


def _joined(first: Figure, second: Figure) -> Range | None:
    low, high = first.low, second.low
    if second.scale > 1 and first.scale == 1 and low < second.low / second.scale:
        low *= second.scale  # "3 to 5 million", "two to three dozen"
    if low.denominator != 1 or high.denominator != 1 or high <= low:
        return None
    return Range(first.first, second.last, int(low), int(high))


def _spaced(words: Sequence[Word], first: Figure) -> bool:
    """Tell "Killed: 6 – 8" and "6 – 8 people died" from a day and a count: "4 May – 8 died"."""
    digits = all(
        at < len(words) and words[at].kind == "number" for at in (first.first, first.last + 1)
    )
    opens = first.first == 0 or low_at(words, first.first - 1) in {":", "(", ";", "between"}
    behind = low_at(words, first.last + 2)
    return digits and opens and (behind in {"", "(", ".", ";"} or behind in group("people"))


def _second(words: Sequence[Word], first: Figure, opening: str) -> Figure | None:
    """Return the figure at the other end of a range, if one follows."""
    i = first.last
    joint = low_at(words, i)
    if joint in _DASHES and low_at(words, i + 1) in {"to", "or"} and low_at(words, i + 2) == "-":
        i += 2  # "two-to-three"
    elif joint in _DASHES:
        if not (_glued(words, i) or _spaced(words, first)):
            return None
    elif joint not in ({"and"} if opening == "between" else {"to", "or"}):
        return None
    while low_at(words, i + 1) in _FILLERS:
        i += 1
    second = figure_at(words, i + 1)
    return None if second is None or second.vague else second


def _glued(words: Sequence[Word], at: int) -> bool:
    """Tell whether a dash has no blank on either side: "3-5", not "3 - 5"."""
    if at + 1 >= len(words):
        return False
    return words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
