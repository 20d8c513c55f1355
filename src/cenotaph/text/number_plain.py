"""Words that count without a figure: "no one", "several", "a number of", "many more", "both"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from cenotaph.model import Count
from cenotaph.text.number_kinds import counts_nothing, group, plural_follows, subset_follows
from cenotaph.text.number_words import Word, low_at, said

Role = Literal["plain", "another", "of-whom", "zero", "article"]
_DASHES = frozenset({"-", "–"})


class Found(msgspec.Struct, frozen=True):
    """A phrase in words: indices of its first word, its figure, and after its last word."""

    first: int
    figure: tuple[int, int]
    last: int
    count: Count
    hedge: str | None = None
    role: Role = "plain"
    other: bool = False


def zero(words: Sequence[Word], at: int) -> Found | None:
    """Read "no one", "nobody", "none", "no casualties" (COUNTING 9)."""
    word = low_at(words, at)
    if word == "nobody" or (word == "none" and low_at(words, at + 1) != "the"):
        end = at + 1
    elif word == "no" and low_at(words, at + 1) == "one" and low_at(words, at + 2) not in _DASHES:
        end = at + 2
    elif word in {"no", "zero"} and _denied_noun(words, at + 1):
        end = at + 1
    elif said(words, at, at + 3) == "not a single" and _denied_noun(words, at + 3):
        end = at + 3
    else:
        return None
    return Found(at, (at, end), end, Count(low=0, high=0), role="zero")


def _denied_noun(words: Sequence[Word], at: int) -> bool:
    """Tell whether "no" denies people: "no serious injuries", not "no power"."""
    nouns, between = group("nobody_noun"), group("zero_adjective") | {"or", "-", "and"}
    for i in range(at, at + 4):
        if low_at(words, i) in nouns:
            return True
        if low_at(words, i) not in between:
            return False
    return False


def worded(words: Sequence[Word], at: int) -> Found | None:
    """Read words that are no figure: "several", "a number of", "many more", "both"."""
    if low_at(words, at) == "both":
        return _both(words, at)
    if said(words, at, at + 2) == "many more":
        if low_at(words, at + 2) == "than" or low_at(words, at - 1) in {"how", "as"}:
            return None
        return Found(at, (at, at + 2), at + 2, Count(vague="many more"), role="another")
    for length in range(4, 0, -1):
        if at + length <= len(words) and said(words, at, at + length) in _plural_words():
            return _plural(words, at, at + length)
    return None


def _plural(words: Sequence[Word], at: int, end: int) -> Found | None:
    """Read a word that says more than one, and no number (COUNTING 7)."""
    phrase, plural = said(words, at, end), plural_follows(words, end)
    weak = phrase in {"some", "various", "multiple"}
    if (weak and not plural) or low_at(words, at - 1) in {"how", "too", "as", "so", "not"}:
        return None
    if counts_nothing(words, at, end, end):
        return None
    more = low_at(words, end) in {"more", "additional"} and low_at(words, end + 1) != "than"
    last = end + 1 if more else end
    return Found(
        at,
        (at, end),
        last,
        Count(low=1 if phrase == "many" and not plural else 2, vague=phrase),
        role=role_of(words, (at, end), ["another"] if more else []),
    )


def _both(words: Sequence[Word], at: int) -> Found | None:
    """Read "both" as 2, unless it opens "both civilians and soldiers" or "both 16"."""
    if at + 1 < len(words) and words[at + 1].kind == "number":
        return None
    for i in range(at + 1, at + 7):
        word = low_at(words, i)
        if word == "and":
            return None
        if not word.isalpha() or word in group("both_stop"):
            break
    return Found(at, (at, at + 1), at + 1, Count(low=2, high=2))


def role_of(words: Sequence[Word], phrase: tuple[int, int], ops: list[str]) -> Role:
    """Tell an increment (COUNTING 12) or a part (COUNTING 11) from a figure of its own."""
    if "another" in ops:
        return "another"
    return "of-whom" if subset_follows(words, *phrase) else "plain"


@cache
def _plural_words() -> frozenset[str]:
    return frozenset(phrase.replace("_", " ") for phrase in group("plural"))
