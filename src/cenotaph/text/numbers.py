"""A sentence -> its number phrases: hedge, figure and what they mean as a range (COUNTING 1-10).

Works on the words alone, in any case of letters. An upper bound ("up to 40") has the floor 0 here;
whoever sees that victims are asserted may raise it to 1 (COUNTING 3). A number that counts nothing
(a year, an age, a distance, a score) is returned with the kind "ordinal-or-other".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil
from typing import Literal

import msgspec

from cenotaph.model import Count, Span
from cenotaph.text.lexicon import grouped
from cenotaph.text.number_kinds import counts_nothing, plural_follows, subset_follows
from cenotaph.text.number_words import Figure, Word, figure_at, low_at, words_of
from cenotaph.text.reading import NumberPhrase, Sentence

Role = Literal["plain", "another", "of-whom", "zero", "article"]
_LONGEST_HEDGE = 5  # words
_VAGUE_WORDS = {  # COUNTING 7: words that say a plural and no number
    "several": 1, "many": 1, "numerous": 1, "multiple": 1, "countless": 1, "some": 1,
    "various": 1, "a number of": 3, "a handful of": 3, "a handful": 2, "a few": 2,
    "an unknown number of": 4, "large numbers of": 3, "a large number of": 4, "untold": 1,
    "an unspecified number of": 4, "a small number of": 4,
}  # fmt: skip


class _Hedge(msgspec.Struct, frozen=True):
    op: str
    last: int  # index after its last word


class _Found(msgspec.Struct, frozen=True):
    """A phrase in words: indices of its first word, its figure, and after its last word."""

    first: int
    figure: tuple[int, int]
    last: int
    count: Count
    hedge: str | None = None
    role: Role = "plain"
    other: bool = False


def find_numbers(sentence: Sentence) -> tuple[NumberPhrase, ...]:
    """Return the number phrases of a sentence in reading order; none overlap."""
    words = words_of(sentence.text)
    found: list[NumberPhrase] = []
    at = 0
    while at < len(words):
        phrase = _phrase(words, at)
        if phrase is None:
            at += 1
            continue
        found.append(_placed(sentence, words, phrase))
        at = max(phrase.last, at + 1)
    return tuple(found)


def _placed(sentence: Sentence, words: Sequence[Word], found: _Found) -> NumberPhrase:
    offset, part = sentence.span.start, sentence.span.part

    def span(first: int, last: int) -> Span:
        return Span(
            start=offset + words[first].start, end=offset + words[last - 1].end, part=part
        )

    return NumberPhrase(
        span=span(found.first, found.last),
        figure=span(*found.figure),
        count=found.count,
        hedge=found.hedge,
        kind="ordinal-or-other" if found.other else "count",
        role=found.role,
    )


def _phrase(words: Sequence[Word], at: int) -> _Found | None:
    return _zero(words, at) or _part_of_whole(words, at) or _hedged(words, at) or _worded(words, at)


def _zero(words: Sequence[Word], at: int) -> _Found | None:
    """Read "no one", "nobody", "none", "no casualties" (COUNTING 9)."""
    word = low_at(words, at)
    if word in {"nobody", "none", "zero"}:
        end = at + 1
    elif word == "no" and low_at(words, at + 1) == "one" and low_at(words, at + 2) != "-":
        end = at + 2
    elif word == "no" and _denied_noun(words, at + 1):
        end = at + 1
    elif word == "not" and low_at(words, at + 1) == "a" and low_at(words, at + 2) == "single":
        end = at + 3
    else:
        return None
    return _Found(at, (at, end), end, Count(low=0, high=0), role="zero")


def _denied_noun(words: Sequence[Word], at: int) -> bool:
    nouns, adjectives = _group("nobody_noun"), _group("zero_adjective")
    for i in range(at, at + 4):
        if low_at(words, i) in nouns:
            return True
        if low_at(words, i) not in adjectives and low_at(words, i) not in {"or", "-", "and"}:
            return False
    return False


def _part_of_whole(words: Sequence[Word], at: int) -> _Found | None:
    """Read "the majority of the 30": more than half, at most all (COUNTING 11)."""
    i = at + 1 if low_at(words, at) in {"the", "a"} else at
    if low_at(words, i) not in {"majority", "most"} or low_at(words, i + 1) != "of":
        return None
    i += 3 if low_at(words, i + 2) in {"the", "these", "those"} else 2
    figure = figure_at(words, i)
    if figure is None or figure.vague or figure.high is None or figure.low.denominator != 1:
        return None
    low = int(figure.low)
    count = Count(low=low // 2 + 1, high=low)
    hedge = _said(words, at, i)
    return _Found(at, (i, figure.last), figure.last, count, hedge=hedge, role="of-whom")


def _hedged(words: Sequence[Word], at: int) -> _Found | None:
    """Read hedges, a figure or a range, and what follows it."""
    hedges, start = _hedges(words, at)
    ranged = _range(words, start)
    if ranged is None:
        return None
    low, high, figures = ranged
    last = figures[-1].last
    after = _after(words, last)
    end = after.last if after else last
    first, hedge = _hedge_words(words, at, start, hedges, (last, after))
    ops = [h.op for h in hedges] + ([after.op] if after else [])
    if low_at(words, start) in {"between", "from"} or low_at(words, start - 1) == "-":
        pass
    count = _counted(low, high, figures, ops, vague=_said(words, figures[0].first, last))
    other = count is None or counts_nothing(words, figures[0].first, last, end)
    role: Role = "another" if "another" in ops else "plain"
    if role == "plain" and subset_follows(words, first, end):
        role = "of-whom"
    return _Found(
        first, (start, last), end, count or Count(), hedge=hedge, role=role, other=other
    )


def _hedges(words: Sequence[Word], at: int) -> tuple[list[_Hedge], int]:
    found: list[_Hedge] = []
    while len(found) < 4:
        hedge = _hedge_at(words, at, "hedge")
        if hedge is None:
            break
        found.append(hedge)
        at = hedge.last
    return found, at


def _hedge_at(words: Sequence[Word], at: int, where: str) -> _Hedge | None:
    known = _hedge_table(where)
    for length in range(_LONGEST_HEDGE, 0, -1):
        op = known.get(tuple(w.low for w in words[at : at + length]))
        if op is not None and at + length <= len(words):
            return _Hedge(op, at + length)
    return None


def _after(words: Sequence[Word], at: int) -> _Hedge | None:
    """Read what follows a figure: "or more", "or so", "+", "-odd", "more" (not "more than")."""
    i = at + 1 if low_at(words, at) == "-" and low_at(words, at + 1) in {"plus", "odd"} else at
    if low_at(words, i) == "+":
        return _Hedge("least", i + 1)
    hedge = _hedge_at(words, i, "after")
    if hedge is None or (hedge.op == "another" and low_at(words, hedge.last) == "than"):
        return None
    if hedge.op == "another" and low_at(words, hedge.last) == "or":
        return None
    return hedge


def _hedge_words(
    words: Sequence[Word], at: int, start: int, hedges: list[_Hedge],
    tail: tuple[int, _Hedge | None],
) -> tuple[int, str | None]:  # fmt: skip
    """Return where the phrase starts, and its hedge as said; neutral words open no phrase."""
    first, begin = at, at
    for hedge in hedges:
        if hedge.op != "plain":
            break
        first = hedge.last
    meaningful = [h for h in hedges if h.op not in {"plain", "another"}]
    if meaningful:
        index = hedges.index(meaningful[0])
        begin = hedges[index - 1].last if index else at
        return first, _said(words, begin, meaningful[-1].last)
    last, after = tail
    if after and after.op != "another":
        return first, _said(words, last, after.last).lstrip("-")
    return first, None


def _range(
    words: Sequence[Word], at: int
) -> tuple[int | None, int | None, list[Figure]] | None:
    """Return low, high and the figures of "n to m", "between n and m", "n-m", or of one figure.

    Low None: the figure is no whole number.
    """
    opens = low_at(words, at) in {"between", "from"}
    first = figure_at(words, at + 1 if opens else at)
    if first is None:
        return None
    if opens and (low_at(words, at) == "from" and low_at(words, at - 1) in _group("rise")):
        return None
    second = _second(words, first, opening=low_at(words, at) if opens else "")
    if second is None:
        return None if opens else (*_whole(first), [first])
    low, high = _shared_scale(first, second)
    if low.denominator != 1 or high.denominator != 1 or high <= low:
        return None if opens else (*_whole(first), [first])
    return int(low), int(high), [first, second]


def _whole(figure: Figure) -> tuple[int | None, int | None]:
    if figure.vague:
        return ceil(figure.low), None
    if figure.low.denominator != 1:
        return None, None
    return int(figure.low), int(figure.low)


def _second(words: Sequence[Word], first: Figure, *, opening: str) -> Figure | None:
    """Return the figure at the other end of a range, if one follows."""
    if first.vague:
        return None
    i = first.last
    joint = low_at(words, i)
    if joint == "-" and low_at(words, i + 1) in {"to", "or"} and low_at(words, i + 2) == "-":
        i += 2
    elif joint in {"-", "–", "—", "\u2010", "\u2011"}:
        if not _glued(words, i):
            return None
    elif joint not in ({"and"} if opening == "between" else {"to", "or"}):
        return None
    while low_at(words, i + 1) in {"even", "possibly", "perhaps", "about", "as", "many"}:
        i += 1
    second = figure_at(words, i + 1)
    return None if second is None or second.vague else second


def _glued(words: Sequence[Word], at: int) -> bool:
    """Tell whether a dash has no blank on either side: "3-5", not "3 - 5"."""
    return (
        at + 1 < len(words)
        and words[at - 1].end == words[at].start
        and words[at].end == words[at + 1].start
    )


def _shared_scale(first: Figure, second: Figure):  # noqa: ANN202
    """Give "3 to 5 million" and "two to three dozen" one scale."""
    low, high = first.low, second.low
    if second.scale > 1 and first.scale == 1 and low < second.low / second.scale:
        low *= second.scale
    return low, high


def _counted(
    low: int | None, high: int | None, figures: list[Figure], ops: list[str], *, vague: str
) -> Count | None:
    if low is None:
        return None
    word = vague if figures[0].vague else None
    approximate = "about" in ops or figures[0].approximate
    if "least" in ops:
        high = None
    elif "over" in ops:
        low, high = (low if word else low + 1), None
    elif "under" in ops:
        low, high = 0, max((high or low) - 1, 0)
    elif "most" in ops:
        low, high = 0, high if high is not None else low
    return Count(low=low, high=high, approximate=approximate, vague=word)


def _worded(words: Sequence[Word], at: int) -> _Found | None:
    """Read "several", "a number of", "many more", "both"."""
    if low_at(words, at) == "both":
        return _both(words, at)
    if low_at(words, at) == "many" and low_at(words, at + 1) == "more":
        if low_at(words, at + 2) == "than" or low_at(words, at - 1) in {"how", "as"}:
            return None
        return _Found(at, (at, at + 2), at + 2, Count(vague="many more"), role="another")
    for phrase, length in _VAGUE_WORDS.items():
        if " ".join(w.low for w in words[at : at + length]) == phrase:
            return _plural(words, at, at + length)
    return None


def _plural(words: Sequence[Word], at: int, end: int) -> _Found | None:
    said = _said(words, at, end)
    before = low_at(words, at - 1)
    if said in {"some", "various", "multiple"} and not plural_follows(words, end):
        return None
    if before in {"how", "too", "as", "so", "not"} or counts_nothing(words, at, end, end):
        return None
    low = 2 if said not in {"some", "many"} or plural_follows(words, end) else 1
    more = low_at(words, end) in {"more", "additional"} and low_at(words, end + 1) != "than"
    role: Role = "another" if more else "plain"
    if role == "plain" and subset_follows(words, at, end):
        role = "of-whom"
    end = end + 1 if more else end
    return _Found(at, (at, end), end, Count(low=low, vague=said), role=role)


def _both(words: Sequence[Word], at: int) -> _Found | None:
    """Read "both" as 2 unless it opens "both civilians and soldiers"."""
    if any(low_at(words, i) == "and" for i in range(at + 1, at + 7)):
        return None
    return _Found(at, (at, at + 1), at + 1, Count(low=2, high=2))


def _said(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join(w.low for w in words[first:last])


@cache
def _group(name: str) -> frozenset[str]:
    return frozenset(grouped("number_words.txt").get(name, ()))


@cache
def _hedge_table(where: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split("_")): name.split(":")[1]
        for name, phrases in grouped("number_words.txt").items()
        if name.startswith(where + ":")
        for phrase in phrases
    }
