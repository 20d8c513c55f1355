"""A sentence -> its number phrases: hedge, figure and what they mean as a range (COUNTING 1-10).

Works on the words alone, in any case of letters. An upper bound ("up to 40") has the floor 0 here;
whoever sees that victims are asserted may raise it to 1 (COUNTING 3). A number that counts nothing
(a year, an age, a distance, a score) is returned with the kind "ordinal-or-other".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from cenotaph.model import Count, Span
from cenotaph.text.lexicon import ordered
from cenotaph.text.number_kinds import counts_nothing, group
from cenotaph.text.number_plain import Found, role_of, worded, zero
from cenotaph.text.number_ranges import Range, range_at
from cenotaph.text.number_words import SPELLED, Word, figure_at, low_at, said, words_of
from cenotaph.text.reading import NumberPhrase, Sentence

_LONGEST_HEDGE = 5  # words
_MOST_HEDGES = 4  # "at least another estimated ..."
_FATES = frozenset({"dead", "killed", "injured", "wounded", "hurt", "casualties", "deaths"})
_CLOSING = frozenset(
    {"", ".", ",", ";", "according", "in", "on", "at", "when", "after", "as", "by"}
)
_DASHES = frozenset({"-", "–"})


class _Hedge(msgspec.Struct, frozen=True):
    """What a hedge does to a figure, and the index after its last word."""

    op: str  # least, over, most, under, about, another, plain
    first: int
    last: int


def find_numbers(sentence: Sentence) -> tuple[NumberPhrase, ...]:
    """Return the number phrases of a sentence in reading order; none overlap."""
    words = words_of(sentence.text)
    found: list[NumberPhrase] = []
    at = 0
    starters = _starters()
    while at < len(words):
        starts = words[at].kind == "number" or words[at].low in starters
        phrase = _phrase(words, at) if starts else None
        if phrase is None:
            at += 1
            continue
        found.append(_placed(sentence, words, phrase))
        at = phrase.last
    return tuple(found)


def _placed(sentence: Sentence, words: Sequence[Word], found: Found) -> NumberPhrase:
    def span(first: int, last: int) -> Span:
        start = sentence.span.start
        return Span(
            start=start + words[first].start,
            end=start + words[last - 1].end,
            part=sentence.span.part,
        )

    return NumberPhrase(
        span=span(found.first, found.last),
        figure=span(*found.figure),
        count=found.count,
        hedge=found.hedge,
        kind="ordinal-or-other" if found.other else "count",
        role=found.role,
    )


def _phrase(words: Sequence[Word], at: int) -> Found | None:
    return zero(words, at) or _majority(words, at) or _hedged(words, at) or worded(words, at)


def _majority(words: Sequence[Word], at: int) -> Found | None:
    """Read "the majority of the 30": more than half, at most all (COUNTING 11)."""
    i = at + 1 if low_at(words, at) in {"the", "a"} else at
    if low_at(words, i) not in {"majority", "most"} or low_at(words, i + 1) != "of":
        return None
    i += 3 if low_at(words, i + 2) in {"the", "these", "those"} else 2
    figure = figure_at(words, i)
    if figure is None or figure.vague or figure.whole is None:
        return None
    if counts_nothing(words, i, figure.last, figure.last):
        return None
    count = Count(low=figure.whole // 2 + 1, high=figure.whole)
    hedge = said(words, at, i)
    return Found(at, (i, figure.last), figure.last, count, hedge=hedge, role="of-whom")


def _hedged(words: Sequence[Word], at: int) -> Found | None:
    """Read hedges, a figure or a range, and what follows it."""
    hedges = _hedges(words, at)
    start = hedges[-1].last if hedges else at
    found = range_at(words, start)
    scores = low_at(words, start) == "scores" and low_at(words, start - 1) not in _HARMING
    if found is None or (scores and not _plenty(words, found.last)):
        return _another_one(words, at, start) if hedges else None
    while hedges and hedges[0].op == "plain":
        hedges = hedges[1:]
    ops = [h.op for h in hedges]
    upper = _upper(words, found.last) if {"least", "over"} & set(ops) else None
    between = _between(words, (at, start), found, ops, upper) if upper else None
    if between is not None:
        return between
    after = _after(words, found.last)
    first, end = hedges[0].first if hedges else start, after.last if after else found.last
    ops = [h.op for h in (*hedges, after) if h]
    count = _counted(found, ops, said(words, start, found.last))
    return Found(
        first,
        (start, found.last),
        end,
        count or Count(),
        hedge=_hedge_words(words, hedges, after),
        role=role_of(words, (first, end), ops),
        other=count is None or counts_nothing(words, found.first, found.last, end),
    )


def _upper(words: Sequence[Word], at: int) -> Range | None:
    """Return the upper bound of "at least four and as many as six"; it stands in the next words.

    Whom they count may stand between, if it stands there alone: "at least four people and up to
    six", not "at least four people and up to six dogs".
    """
    noun = low_at(words, at) in group("people") - _FATES
    at += noun
    if low_at(words, at) not in {"and", "but"}:
        return None
    at += 1
    while low_at(words, at) in {"possibly", "perhaps", "maybe"}:
        at += 1
    hedges = _hedges(words, at)
    if not hedges or any(h.op != "most" for h in hedges):
        return None
    found = range_at(words, hedges[-1].last)
    if found is None or found.vague or found.low != found.high:
        return None
    return None if noun and low_at(words, found.last) not in _CLOSING else found


def _between(
    words: Sequence[Word], place: tuple[int, int], low: Range, ops: list[str], high: Range
) -> Found | None:
    """Return one range of a lower and an upper bound; None where they are of two things."""
    first, start = place
    if low.low is None or low.vague or high.high is None:
        return None
    floor = low.low + ("over" in ops)
    if floor > high.high:
        return None
    return Found(
        first,
        (start, high.last),
        high.last,
        Count(low=floor, high=high.high, approximate=low.approximate or high.approximate),
        hedge=said(words, first, start),
        role=role_of(words, (first, high.last), ops),
        other=counts_nothing(words, low.first, high.last, high.last),
    )


_HARMING = frozenset({"killing", "wounding", "injuring", "hurting", "leaving"})


def _plenty(words: Sequence[Word], after: int) -> bool:
    return low_at(words, after) in group("scores_next") | group("people")


def _another_one(words: Sequence[Word], at: int, start: int) -> Found | None:
    """Read "another" without a figure: "one died and another was hurt"."""
    if said(words, at, start) != "another" or low_at(words, at - 1) in {"one", "each"}:
        return None
    if low_at(words, start) not in group("another_before"):
        return None
    return Found(at, (at, start), start, Count(low=1, high=1), role="another")


def _hedges(words: Sequence[Word], at: int) -> list[_Hedge]:
    found: list[_Hedge] = []
    while len(found) < _MOST_HEDGES:
        hedge = _hedge_at(words, at, "hedge")
        if hedge is None:
            break
        found.append(hedge)
        at = hedge.last
    return found


def _hedge_at(words: Sequence[Word], at: int, where: str) -> _Hedge | None:
    known = _hedge_table(where)
    if low_at(words, at) not in _hedge_openers(where):
        return None
    for length in range(min(_LONGEST_HEDGE, len(words) - at), 0, -1):
        op = known.get(tuple(w.low for w in words[at : at + length]))
        if op is not None:
            risen = op == "most" and low_at(words, at - 1) in group("rise")
            return _Hedge("plain" if risen else op, at, at + length)  # "has gone up to 17" is 17
    return None


def _after(words: Sequence[Word], at: int) -> _Hedge | None:
    """Read what follows a figure: "or more", "or so", "+", "-odd", "more" (not "more than")."""
    if low_at(words, at) == "+":
        return _Hedge("least", at, at + 1)
    glued = low_at(words, at) in _DASHES and low_at(words, at + 1) in {"plus", "odd"}
    hedge = _hedge_at(words, at + 1 if glued else at, "after")
    if hedge and hedge.op == "another" and low_at(words, hedge.last) in {"than", "or"}:
        return None
    return hedge


def _hedge_words(words: Sequence[Word], hedges: list[_Hedge], after: _Hedge | None) -> str | None:
    """Return the hedge as said, without the words that only add or introduce."""
    spoken = [h for h in hedges if h.op not in {"plain", "another"}]
    if after and after.op != "another":
        spoken.append(after)
    return " ".join(said(words, h.first, h.last) for h in spoken) or None


def _counted(found: Range, ops: list[str], figure: str) -> Count | None:
    """Return what hedges make of a figure (COUNTING 1-5); None where it is no whole number."""
    low, high = found.low, found.high
    if low is None:
        return None
    if "least" in ops:
        high = None
    elif "over" in ops:
        low, high = low if found.vague else low + 1, None
    elif "under" in ops:
        low, high = 0, max((high or low) - 1, 0)
    elif "most" in ops:
        low, high = 0, high or low
    return Count(
        low=low,
        high=high,
        approximate=found.approximate or "about" in ops,
        vague=figure if found.vague else None,
        over="over" in ops and high is None and not found.vague,
    )


@cache
def _starters() -> frozenset[str]:
    """Return every word a phrase may start with; most words are none, and need no reading."""
    phrases = {p.split("_")[0] for name in ("opening", "plural") for p in group(name)}
    return frozenset(phrases | SPELLED | {words[0] for words in _hedge_table("hedge")})


@cache
def _hedge_openers(where: str) -> frozenset[str]:
    return frozenset(words[0] for words in _hedge_table(where))


@cache
def _hedge_table(where: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split("_")): name.split(":")[1]
        for name, phrases in ordered("number_words.txt").items()
        if name.startswith(where + ":")
        for phrase in phrases
    }
