"""An account -> the prose in which it tells of events: what copies of one story share.

Furniture of the page and direct quotations are left out: a statement quoted by two makes neither a
copy of the other, nor do a newspaper group's subscription notices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from cenotaph.model import (
    Account,
    Place,
    Quotation,
    Responsibility,
    Span,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
    is_apart,
)

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_FIGURE = re.compile(
    r"^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\S*|dozens?)$"
)
_CUT = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z“\"'‘\d(\[])|\n+")
_CLOSED = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_TELLING = (Toll, Victim, Responsibility, Weapon, Target, When, Place)
# "Image 3 of 16 ... Photo: A. Lind": captions are shared by all stories that show the picture.
_CAPTION = re.compile(r"\bImage \d+ of\b|\b(?:Photo|Picture|Credit|Source)s?: |\bFull Caption\b")
_AFTERWARDS = (
    0.5  # what stands after the last word of an event is as often the page's as the story's
)
_SHORTEST = 4  # words of a passage
FIGURE = "#"  # stands for any figure: a copy that changed one is a copy


class Passage(msgspec.Struct, frozen=True):
    """A sentence as it is compared."""

    span: Span
    words: tuple[str, ...]  # in small letters, figures masked, quotations left out
    runs: frozenset[str]  # each word with the next
    specifics: frozenset[str]  # its figures and names
    tells: bool  # some claim about an event rests on it
    weight: float  # of its words where shares are taken


class Prose(msgspec.Struct, frozen=True):
    """An account's sentences, ready to be found in another account's."""

    passages: tuple[Passage, ...]
    places: dict[str, list[int]]  # run -> the passages that have it
    specifics: frozenset[str]


def event_sentences(account: Account) -> tuple[Span, ...]:
    """Return the sentences of the text on which claims about events rest, in reading order.

    Running totals and other figures of no incident are left out: agencies put the same ones below
    many stories.
    """
    found = {
        c.sentence
        for c in account.claims
        if c.about is not None
        and c.sentence.part == "text"
        and isinstance(c.value, _TELLING)
        and not is_apart(c)
    }
    return tuple(sorted(found, key=lambda s: (s.start, s.end)))


def prose(account: Account) -> Prose:
    """Return what an account tells, ready to be compared; a pure function of the account.

    A row of a table has no prose: the words that it shares with the others are their headers.
    """
    found = _passages(account)
    places: dict[str, list[int]] = {}
    for place, passage in enumerate(found):
        for run in passage.runs:
            places.setdefault(run, []).append(place)
    return Prose(
        passages=found,
        places=places,
        specifics=frozenset(s for p in found for s in p.specifics),
    )


def _passages(account: Account) -> tuple[Passage, ...]:
    """Return the sentences of an account that tells of an event, each once.

    Lines without a full stop (menus, headlines of other stories) count only where one is the whole
    text.
    """
    events = event_sentences(account)
    if not events or account.form is not None:
        return ()
    text, last = account.document.text, max(s.end for s in events)
    silent = _silent(account)
    found: dict[tuple[str, ...], Passage] = {}
    start = 0
    for end in (*(m.end() for m in _CUT.finditer(text)), len(text)):
        if _is_prose(text, start, end):
            tells = any(s.start < end and start < s.end for s in events)
            weight = 1.0 if start < last else _AFTERWARDS
            passage = _passage(text, Span(start=start, end=end), silent, (tells, weight))
            if len(passage.words) >= _SHORTEST:
                found.setdefault(passage.words, passage)
        start = end
    return tuple(found.values())


@lru_cache(maxsize=65536)
def is_figure(word: str) -> bool:
    """Tell whether a word in small letters is a number; "one" is too often none."""
    return _FIGURE.match(word) is not None


def words_in(text: str, span: Span) -> list[str]:
    """Return the words of a stretch of text."""
    return _WORD.findall(text, span.start, span.end)


def _is_prose(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    if _CAPTION.search(words):
        return False
    return _CLOSED.search(words) is not None or (bool(words) and words == text.strip())


def _silent(account: Account) -> list[Span]:
    """Return what is not the account's own prose: direct quotations, links to other stories."""
    quoted = [
        m.span
        for m in account.marks
        if isinstance(m.value, Quotation) and m.value.direct and m.span.part == "text"
    ]
    left = [Span(start=s.start, end=s.end) for s in account.skipped if s.part == "text"]
    return [*quoted, *left]


def _passage(
    text: str, span: Span, silent: Sequence[Span], standing: tuple[bool, float]
) -> Passage:
    near = [s for s in silent if s.start < span.end and span.start < s.end]
    found = [
        m[0]
        for m in _WORD.finditer(text, span.start, span.end)
        if not near or not any(s.start <= m.start() < s.end for s in near)
    ]
    small = [w.casefold() for w in found]
    words = tuple(FIGURE if is_figure(w) else w for w in small)
    return Passage(
        span=span,
        words=words,
        runs=frozenset(map(" ".join, pairwise(words))),
        specifics=frozenset(specifics(found)),
        tells=standing[0],
        weight=standing[1],
    )


def specifics(words: Sequence[str]) -> set[str]:
    """Return a sentence's figures and names, in small letters."""
    return {
        word.casefold()
        for i, word in enumerate(words)
        if is_figure(word.casefold()) or (i and word[0].isupper())
    }
