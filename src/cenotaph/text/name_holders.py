"""Names that a region or a bracket behind them holds: "in Zarka, Sumy region", "Zarka (Sumy)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cenotaph.text.name_kinds import Line, is_no_place, is_strange
from cenotaph.text.name_words import PUT_IN, Word, lists
from cenotaph.text.spots import Spot, scale

LONG: Final = 4  # words of a name
_PARTICLES = frozenset({"do", "da", "de", "dos", "das", "del", "la", "el", "al", "of"})
_CLOSES = re.compile(r"[^()]*\)")


def held_places(line: Line, places: Sequence[Spot]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of names, in no gazetteer, that a region holds.

    So is what stands before a bracket of places, the way databases of events write.
    """
    words = line.words
    persons = {i for a, b in line.persons for i in range(a, b + 1)}
    taken = {i for spot in places for i in range(spot.first, spot.last + 1)}
    for spot in places:
        last = _before_region(spot, line)
        first = _start(words, last)
        if first < 1 or taken.intersection(range(first, last + 1)):
            continue
        if not all(_is_of_name(w) for w in words[first : last + 1]) or last - first >= LONG:
            continue
        opens = words[first - 1].lower in PUT_IN and words[first].glued
        known = opens and not persons.intersection(range(first, last + 1))
        if known or _is_bracketed(line, first, last, spot):
            yield first, last


def opens_bracketed(line: Line, spot: Spot) -> bool:
    """Tell whether a known name opens a longer one that a bracket holds: "Bir Salha (Tunis)"."""
    words, last = line.words, spot.last
    while last + 1 < len(words) and words[last + 1].glued and not words[last].owner:
        step = 1 if words[last + 1].capital else 2 * (words[last + 1].lower in _PARTICLES)
        if not step or last + step >= len(words) or not words[last + step].capital:
            break
        last += step
    behind = words[spot.last + 1 : last + 1]
    rest = [w for w in behind if w.lower not in _PARTICLES]
    bracket = line.sentence.text[words[last].end : words[last].end + 3]
    opens = bracket.startswith(" (") and bracket[2:].isupper()
    named = bool(rest) and all(map(_is_of_name, rest))
    return opens and named and (_is_joined(behind) or is_strange(rest))


def _start(words: Sequence[Word], last: int) -> int:
    """Return where the capitalized name that ends there starts: "Santa Iria do Vale"."""
    first = last
    while first > 1 and words[first].glued:
        if words[first - 1].capital:
            first -= 1
        elif words[first - 1].lower in _PARTICLES and words[first - 2].capital:
            first -= 2
        else:
            break
    return first


def _is_of_name(word: Word) -> bool:
    return word.lower in _PARTICLES or (word.capital and not is_no_place(word))


def _is_bracketed(line: Line, first: int, last: int, spot: Spot) -> bool:
    """Tell whether "Zarka (Sumy, Ruritania)" opens there, and its words are strange."""
    text, words = line.sentence.text, line.words
    between = text[words[last].end : words[spot.first].start].strip()
    closed = _CLOSES.match(text, words[spot.last].end) is not None
    named = words[first : last + 1]
    return between == "(" and closed and (_is_joined(named) or is_strange(named))


def _is_joined(named: Sequence[Word]) -> bool:
    return any(w.lower in _PARTICLES for w in named)


def _before_region(spot: Spot, line: Line) -> int:
    """Return the word before "Zarka, Sumy" or "Zarka in northern Mali", 0 for none."""
    words, at = line.words, spot.first - 1
    if at < 1:
        return 0
    if line.sentence.text[words[at].end : words[spot.first].start].strip() in {",", "("}:
        return at
    while at > 0 and words[at].glued and lists().has("side", words[at].lower):
        at -= 1
    wide = scale(spot) in {"country", "region"}
    return at - 1 if wide and words[at].lower == "in" and words[at].glued else 0
