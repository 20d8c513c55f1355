"""What stands around a number -> whether it counts anything (COUNTING 10).

Each function looks at one kind of number that counts nothing; `words[first:last]` is the figure,
`end` the index after whatever belongs to it ("or more").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cenotaph.text.lexicon import grouped
from cenotaph.text.number_words import Word, figure_at, low_at

_DASHES = frozenset("-–—\u2010\u2011")
_PARTITIVE = frozenset("them whom those these which us".split())


def counts_nothing(words: Sequence[Word], first: int, last: int, end: int) -> bool:
    """Tell whether a figure is a measure, an age, a date, a time, a label, a score or a sum."""
    return (
        _glued_letters(words, first, last)
        or _measured(words, end)
        or _labelled(words, first)
        or _dated(words, first, last)
        or _year(words, first, last)
        or _aged(words, first, last)
        or _between_marks(words, first, last)
        or _addressed(words, last)
        or _scored(words, first, last)
        or _pronoun_one(words, first, last)
    )


def plural_follows(words: Sequence[Word], at: int) -> bool:
    """Tell whether a plural noun, "of" or a plural verb stands within three words."""
    for i in range(at, at + 3):
        word = low_at(words, i)
        if i == at and word in {"of", "were", "are", "have", "more"}:
            return True
        if word in _group("irregular") or (len(word) > 3 and word.endswith("s") and not word.endswith("ss")):
            return True
        if not word.isalpha():
            return False
    return False


def subset_follows(words: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a figure is said as part of another: "two of them", "17 of the 25 dead"."""
    if low_at(words, first - 1) in {"including", "among"}:
        return True
    if low_at(words, end) != "of":
        return False
    after = low_at(words, end + 1)
    if after in _PARTITIVE:
        return True
    return after == "the" and (
        figure_at(words, end + 2) is not None or low_at(words, end + 2) in _group("people")
    )


def _glued_letters(words: Sequence[Word], first: int, last: int) -> bool:
    """"155mm", "93rd", "T-72", "MH17", "17-year", "one-third", "twenty-first", "30s"."""
    if _touches(words, last - 1, last) and last < len(words):
        following = words[last]
        if following.kind == "word" and words[last - 1].kind == "number":
            return True
        if following.low in _DASHES and _touches(words, last, last + 1):
            return low_at(words, last + 1) not in {"plus", "odd"}
        if following.low in {"%", "°", "/", ":", "'", "’", "″", "€"}:
            return True
    if first and _touches(words, first - 1, first):
        before = words[first - 1]
        if before.kind == "word" or before.low in {"/", ":", ".", "#", "$", "£", "€", "¥", "+", "@"}:
            return True
        if before.low in _DASHES and first > 1 and _touches(words, first - 2, first - 1):
            return words[first - 2].kind in {"word", "number"}
    return False


def _touches(words: Sequence[Word], one: int, other: int) -> bool:
    return 0 <= one and other < len(words) and words[one].end == words[other].start


def _measured(words: Sequence[Word], end: int) -> bool:
    i = end + 1 if low_at(words, end) in _DASHES else end
    word, pair = low_at(words, i), f"{low_at(words, i)}_{low_at(words, i + 1)}"
    measures = _group("measure")
    if word in {"a", "p"} and low_at(words, i + 1) == "." and low_at(words, i + 2) == "m":
        return True
    if word in {"in", "second", "local", "m", "min", "block", "s"}:
        return pair in measures or (word in {"m", "second"} and low_at(words, i + 1) not in {"of"})
    return word in measures or pair in measures


def _labelled(words: Sequence[Word], first: int) -> bool:
    before = low_at(words, first - 1)
    if before == ".":
        before = low_at(words, first - 2)
        return before in {"no", "nos", "art", "pp", "fig", "vol"}
    if before in _group("money"):
        return True
    if before in _group("call") and words[first].low in {"911", "999", "112", "101", "102", "103"}:
        return True
    return before in _group("label") and words[first].kind == "number"


def _dated(words: Sequence[Word], first: int, last: int) -> bool:
    """"March 9", "9 March", "Oct. 7"; a day of the month is below 32."""
    if words[first].kind != "number" or len(words[first].low) > 2:
        return False
    months = _group("month")
    before = low_at(words, first - 1)
    if before == ".":
        before = low_at(words, first - 2)
    return before in months or low_at(words, last) in months


def _year(words: Sequence[Word], first: int, last: int) -> bool:
    """Four digits between 1800 and 2099, unless a noun for people follows."""
    word = words[last - 1].low
    if words[last - 1].kind != "number" or len(word) != 4 or not word.isdigit():
        return False
    if not 1800 <= int(word) <= 2099:
        return False
    since = low_at(words, first - 1) in {"in", "since", "of", "by", "from", "until", "till", "during", "before", "after", "early", "late", "mid", ",", "around"}
    return since or low_at(words, last) not in _group("people")


def _aged(words: Sequence[Word], first: int, last: int) -> bool:
    """"aged 6 and 9", "Ivan, 34, ..."; also every number of the list after "aged"."""
    i = first - 1
    while i >= 0 and first - i < 14 and (
        words[i].kind == "number" or low_at(words, i) in {",", "and", "or", "to", "between", "from", "-", "–", "just", "only", "about", "under", "over", "both"}
    ):
        i -= 1
    if low_at(words, i) in _group("age_before"):
        return True
    if words[first].kind != "number" or len(words[first].low) > 3 or last - first > 1:
        return False
    if low_at(words, first - 1) == "," and first > 1 and words[first - 2].kind == "word":
        return _closes_age(words, first - 2, last)
    return False


def _closes_age(words: Sequence[Word], name: int, last: int) -> bool:
    if not words[name].raw[0].isupper() or low_at(words, name) in _group("month"):
        return False
    if last >= len(words) or low_at(words, last) in {",", ".", ";", ")", "—", "–"}:
        return True
    return low_at(words, last) == "and" and last + 1 < len(words) and words[last + 1].raw[0].isupper()


def _between_marks(words: Sequence[Word], first: int, last: int) -> bool:
    """"6:12", "9/11", "1)" at the start, "(34)" after a name, a phone number."""
    if low_at(words, last) == ")" and first == 0:
        return True
    if low_at(words, last) == "." and first == 0 and last == 1 and len(words) > 2:
        return words[first].kind == "number"
    bracketed = low_at(words, first - 1) == "(" and low_at(words, last) == ")"
    return bracketed and first > 1 and words[first - 2].raw[0].isupper()


def _addressed(words: Sequence[Word], last: int) -> bool:
    """"12 Shevchenko Street", "1200 block of"."""
    streets = _group("street")
    for i in range(last, last + 4):
        word = low_at(words, i)
        if i > last and word in streets:
            return True
        if i >= len(words) or words[i].kind != "word" or not words[i].raw[0].isupper():
            return False
        if word in _group("people") or word in {"on", "in", "at", "of", "near", "and", "by", "with"}:
            return False
    return False


def _scored(words: Sequence[Word], first: int, last: int) -> bool:
    """"won 3-1"; two numbers with a dash that go down are no range either."""
    dash = any(w.low in _DASHES for w in words[first:last])
    if dash and any(low_at(words, first - k) in _group("sport") for k in (1, 2, 3)):
        return True
    after = low_at(words, last) in _DASHES and _touches(words, last - 1, last)
    before = low_at(words, first - 1) in _DASHES and _touches(words, first - 1, first)
    return after or before and words[first - 2].kind == "number"


def _pronoun_one(words: Sequence[Word], first: int, last: int) -> bool:
    """"the one who", "this one", "one another", "one must", "one day": no count."""
    if last - first != 1 or words[first].low != "one":
        return False
    if low_at(words, first - 1) in {"this", "that", "which", "another", "every", "any", "each", "day", "number", "first"}:
        return True
    if low_at(words, first - 1) == "the" and low_at(words, last) in {"who", "that", "which", "in", "at", "to", ",", "."}:
        return True
    return low_at(words, last) in {"another", "must", "should", "can", "cannot", "day", "by", "'", "thing", "reason", "point", "side", "hand", "way"}


@cache
def _group(name: str) -> frozenset[str]:
    return frozenset(grouped("number_words.txt").get(name, ()))
