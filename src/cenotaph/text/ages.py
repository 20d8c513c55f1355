"""A phrase for one person -> the age it gives."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.reading import Sentence

_YOUNG_OR_NOT = frozenset({"boy", "girl", "child", "man", "woman"})
_OLDEST = 111  # years; a larger figure behind a name is none
_SPELLED = {word: years for years, word in enumerate((
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
))}  # fmt: skip
_DECADES = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip


def age_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the age said in or right behind a phrase: "a six-year-old girl", "Ana Ruiz, 12,"."""
    for i in range(first, last + 1):
        word = clauses.lower(sentence, i)
        if "year-old" in word:
            return years_of(word.split("year")[0].strip("- "))
        if "month-old" in word or "week-old" in word or "day-old" in word:
            return 0
    return _age_behind(sentence, last)


def _age_behind(sentence: Sentence, last: int) -> int | None:
    """Read ", 12,", "(12)", "aged 12", and "of seven" behind a boy or a girl."""
    mark, at = clauses.lower(sentence, last + 1), last + 2
    if mark == "of" and clauses.lower(sentence, last) in _YOUNG_OR_NOT:
        return years_of(clauses.lower(sentence, at))
    if mark not in {",", "(", "aged"}:
        return None
    if clauses.lower(sentence, at) in {"aged", "age"}:
        at += 1
    figure, after = clauses.lower(sentence, at), clauses.lower(sentence, at + 1)
    ends = mark != "," or after in {",", ".", "", ")", "and", "was", ";", "of"}
    ends = ends and (mark != "(" or after in {")", ",", ";"})  # "23 casualties (9 killed)"
    return years_of(figure) if ends and figure.isdecimal() and int(figure) < _OLDEST else None


def years_of(word: str) -> int | None:
    """Return the years that digits or a word give; None for another word."""
    if word.isdecimal():
        return int(word)
    tens, _, unit = word.partition("-")
    if tens in _DECADES:
        return _DECADES[tens] + _SPELLED.get(unit, 0)
    return _SPELLED.get(word)
