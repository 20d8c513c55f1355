"""Words and digits -> figures: "two hundred and fifteen", "1.2 thousand", "several dozen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from cenotaph.text.lexicon import grouped, ordered

# Blanks inside a number are thin or unbreakable ("1 200" with U+2009), never plain: "May 5 200
# people" is two numbers.
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # "1,25,000"
    r"|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<mark>\S)"
)
_UNITS = {word: i for i, word in enumerate(ordered("number_words.txt")["units"], start=1)}
_TENS = {word: 10 * i for i, word in enumerate(ordered("number_words.txt")["tens"], start=2)}
_UNITS |= {  # "thirtythree": wires run them together
    ten + unit: _TENS[ten] + _UNITS[unit] for ten in _TENS for unit in list(_UNITS)[:9]
}
SPELLED = frozenset({*_UNITS, *_TENS})
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_MOST = 10**12  # ten times as many people as ever lived: what is larger counts none of them
_PLURALS = {  # COUNTING 6: word -> (floor, what one of it is)
    "tens": (20, 10), "dozens": (24, 12), "scores": (40, 20), "hundreds": (200, 100),
    "thousands": (2000, 1000), "millions": (2 * 10**6, 10**6),
}  # fmt: skip
_SOME_OF = {"several": 3, "many": 3, "few": 2, "couple": 2}  # "several dozen" 36 (COUNTING 6)
_PAIRS = frozenset({"couple", "pair"})
_PAIR_ADJECTIVES = frozenset({"elderly", "married", "young", "retired", "newlywed", "old"})


class Word(msgspec.Struct, frozen=True, array_like=True):
    """One word, number or mark of a sentence."""

    kind: Literal["number", "word", "mark"]
    low: str  # lower case
    raw: str
    start: int
    end: int


class Figure(msgspec.Struct, frozen=True):
    """A value read from words `first` up to, without, `last`."""

    first: int
    last: int
    low: Fraction
    high: Fraction | None
    vague: bool = False
    approximate: bool = False
    scale: int = 1  # of its last word: lets "3 to 5 million" give the 3 its million

    @property
    def whole(self) -> int | None:
        """Return the value where it is a whole number."""
        return int(self.low) if self.low.denominator == 1 else None


def words_of(text: str) -> list[Word]:
    """Return the words, numbers and marks of a text with their offsets."""
    return [
        Word(m.lastgroup, m.group().lower(), m.group(), m.start(), m.end())  # type: ignore[arg-type]
        for m in _TOKEN.finditer(text)
    ]


def figure_at(words: Sequence[Word], at: int) -> Figure | None:
    """Return the longest figure that starts at a word, if one does."""
    if at >= len(words):
        return None
    found = _vague(words, at) or _halves(words, at) or _pair(words, at) or _turned(words, at)
    found = found or _score(words, at) or _exact(words, at)
    return None if found is None or found.low > _MOST else found


def low_at(words: Sequence[Word], at: int) -> str:
    """Return the word at an index in lower case, "" outside the sentence."""
    return words[at].low if 0 <= at < len(words) else ""


def said(words: Sequence[Word], first: int, last: int) -> str:
    """Return the words from `first` up to, without, `last` in lower case, a blank between."""
    return " ".join(w.low for w in words[max(first, 0) : last])


def _vague(words: Sequence[Word], at: int) -> Figure | None:
    """Read "dozens", "tens of thousands", "several hundred", "a few dozen"."""
    first = low_at(words, at)
    if first in _PLURALS:
        floor = Fraction(_PLURALS[first][0])
        end = at + 1
        while low_at(words, end) == "of" and low_at(words, end + 1) in _PLURALS:
            floor *= _PLURALS[low_at(words, end + 1)][1]
            end += 2
        return Figure(at, end, floor, None, vague=True, approximate=True)
    start = at + 1 if first == "a" and low_at(words, at + 1) in {"few", "couple"} else at
    many = _SOME_OF.get(low_at(words, start))
    if many is None or (start == at and first in {"few", "couple"}):
        return None
    end = start + 1
    if low_at(words, end) == "of":
        end += 1
    scale = low_at(words, end).removesuffix("s")
    if scale not in _SCALES:
        return None
    floor = Fraction(many * _SCALES[scale])
    while low_at(words, end + 1) in {"thousand", "million"}:
        end += 1
        floor *= _SCALES[low_at(words, end)]
    return Figure(at, end + 1, floor, None, vague=True, approximate=True)


def _halves(words: Sequence[Word], at: int) -> Figure | None:
    """Read "half a million", "a half dozen", "a quarter of a million"."""
    i = at + 1 if low_at(words, at) == "a" else at
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(low_at(words, i))
    if part is None:
        return None
    i += 1
    if low_at(words, i) == "of":
        i += 1
    if low_at(words, i) in {"a", "-"}:
        i += 1
    scale = _SCALES.get(low_at(words, i))
    if scale is None:
        return None
    return Figure(at, i + 1, part * scale, part * scale)


def _pair(words: Sequence[Word], at: int) -> Figure | None:
    """Read "a couple", "an elderly couple", "a pair of": 2 (COUNTING 8)."""
    if low_at(words, at) not in {"a", "an"}:
        return None
    end = at + 2 if low_at(words, at + 1) in _PAIR_ADJECTIVES else at + 1
    if low_at(words, end) not in _PAIRS:
        return None
    return Figure(at, end + 1, Fraction(2), Fraction(2))


def _score(words: Sequence[Word], at: int) -> Figure | None:
    """Read "a score were wounded", "a score of bombs"; not "a score of 3-0", "by a score"."""
    following = low_at(words, at + 2)
    counts = following in grouped("number_words.txt")["scores_next"]
    points = following == "of" and at + 3 < len(words) and words[at + 3].kind == "number"
    if said(words, at, at + 2) != "a score" or not counts or points:
        return None
    return Figure(at, at + 2, Fraction(20), Fraction(20), approximate=True)


def _turned(words: Sequence[Word], at: int) -> Figure | None:
    """Read "five-and-forty" of old print; "between five and forty" has no hyphens."""
    unit, ten = _UNITS.get(low_at(words, at), 0), _TENS.get(low_at(words, at + 4), 0)
    joined = said(words, at + 1, at + 4) == "- and -"
    if not (joined and 0 < unit < 10 and ten):
        return None
    return Figure(at, at + 5, Fraction(unit + ten), Fraction(unit + ten))


def _exact(words: Sequence[Word], at: int) -> Figure | None:
    first = words[at]
    if first.kind == "number":
        return _scaled(words, at, at + 1, Fraction(_digits(first.low)))
    if first.low in {"a", "an"}:
        if low_at(words, at + 1) not in _SCALES:
            return None
        return _spelled(words, at, at + 1)
    if first.low in _UNITS or first.low in _TENS or first.low == "dozen":
        return _spelled(words, at, at)
    return None


def _digits(word: str) -> str:
    return re.sub(r"[^\d.]", "", word)


def _scaled(words: Sequence[Word], first: int, end: int, value: Fraction) -> Figure:
    """Take the scale words that follow: "1.2 million", "3 dozen", "one and a half million"."""
    if _and_a_half(words, end):
        value, end = value + Fraction(1, 2), end + 3
    scale = 1
    while low_at(words, end) in _SCALES and words[end - 1].end < words[end].start:
        scale *= _SCALES[words[end].low]
        end += 1
    if scale > 1 and _and_a_half(words, end):
        value, end = value + Fraction(1, 2), end + 3
    return Figure(first, end, value * scale, value * scale, scale=scale)


def _spelled(words: Sequence[Word], first: int, at: int) -> Figure:
    """Read spelled numbers from left to right: groups below a thousand, each with its scale."""
    total, group, end, scale = 0, 0, at, 1
    ceiling = _MOST  # scales must fall from left to right
    while end < len(words):
        grown = _below_thousand(words, end, group, total)
        larger = _SCALES.get(words[end].low, 0)
        if grown:
            (group, end), scale = grown, 1
        elif larger == 100 and group < 100 and scale != 100 and (group or end == at):
            group, end, scale = (group or 1) * 100, end + 1, 100
        elif larger != 100 and 0 < larger < ceiling and (group or end == at):
            total, group, ceiling = total + (group or 1) * larger, 0, larger
            scale, end = larger, end + 1
        else:
            break
    value = Fraction(total + group)
    if _and_a_half(words, end) and scale > 1:
        return Figure(first, end + 3, value + Fraction(scale, 2), value + Fraction(scale, 2))
    if _and_a_half(words, end):
        return _scaled(words, first, end, value)
    return Figure(first, end, value, value, scale=scale)


def _below_thousand(
    words: Sequence[Word], at: int, group: int, total: int
) -> tuple[int, int] | None:
    """Return the group with the next unit or ten added, and where reading goes on."""
    i = at
    hundreds = group % 100 == 0
    if (low_at(words, i) == "and" and hundreds and (group or total % 1000 == 0 < total)) or (
        low_at(words, i) == "-" and group
    ):
        i += 1
    word = low_at(words, i)
    if word in _TENS and hundreds:
        return group + _TENS[word], i + 1
    unit = _UNITS.get(word, 0)
    joins = unit < 10 and group % 10 == 0 and group % 100 >= 20  # "twenty-one"
    if unit and (hundreds or joins):
        return group + unit, i + 1
    return None


def _and_a_half(words: Sequence[Word], at: int) -> bool:
    return [low_at(words, at + k) for k in range(3)] == ["and", "a", "half"]
