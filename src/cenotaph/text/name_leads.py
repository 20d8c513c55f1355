"""What stands before a strange name and says that it is a place's: "in Zarka village"."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text.name_holders import LONG
from cenotaph.text.name_kinds import Line, is_aimed_at, is_settlement, is_strange
from cenotaph.text.name_words import PUT_IN, Word, lists

_RAINED = 7  # words between "shells" and "on Zarka"
_STRUCK = 5  # words from "shells" to what they hit
_HIT = frozenset({"hit", "struck", "pounded", "rocked", "shook", "devastated"})
_SETTLEMENTS = frozenset({"village", "town", "hamlet", "settlement"})
_EDGES = frozenset({"outskirts", "suburbs", "countryside"})
_FLED = frozenset({"refugee", "refugees", "displacement", "idp"})


def is_of_settled(words: Sequence[Word], at: int, listed: int) -> bool:
    """Tell whether "the village of" stands before, or "the villages of Zarka and"."""
    lead = words[at - 1].lower
    if lead == "and" and listed == at - 2:
        return is_strange(words[at : at + 1])
    if lead != "of":
        return False
    return words[at - 2].lower in _EDGES or is_settlement(words[at - 2])


def is_settled(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether what something is in is called a settlement: "in Zarka village"."""
    lead = words[first - 1].lower
    lead = words[first - 2].lower if lead == "the" else lead
    after = last + 1
    fled = after < len(words) and words[after].lower in _FLED and words[after].glued
    after += fled
    if words[last].owner or lead not in PUT_IN or after >= len(words) or not words[after].glued:
        return False
    if words[first - 1].lower == "the" and [w.lower for w in words[after + 1 : after + 2]] == [
        "of"
    ]:
        return False  # "in the Syrian town of Ariha"
    camp = words[after].lower == "camp" and (fled or lead == words[first - 1].lower)
    return words[after].lower in _SETTLEMENTS or camp  # "in the rebel Front camp" is a force's


def is_led_to(line: Line, at: int) -> bool:
    """Tell whether what stands before says that a place follows.

    "In Zarka", "the people of Zarka", "shells fell on Zarka", "in Block Nine, Zarka".
    """
    words = line.words
    lead = words[at - 1].lower
    if not words[at].glued:
        return _is_behind_finer(line, at)
    if lead in PUT_IN:
        return not is_aimed_at(words, at)
    if lead == "off":
        return is_strange(words[at : at + 1])
    if at < 2 or not words[at - 1].glued or lead in _HIT:
        return lead in _HIT and _is_hit_by_attack(words, at)
    before = words[at - 2].lower
    if lead == "of":
        return lists().has("of_place", before) or lists().has("assault", before)
    return lead == "on" and any(
        lists().has("rained", w.lower) for w in words[max(0, at - _RAINED) : at - 1]
    )


def _is_hit_by_attack(words: Sequence[Word], at: int) -> bool:
    """Read "the assault hit Zarka", "shells pounded Zarka": no person is hit by an assault."""
    doers = {w.lower.removesuffix("s") for w in words[max(0, at - _STRUCK) : at - 1]}
    doer = any(lists().has("assault", w) or lists().has("rained", w + "s") for w in doers)
    return doer and is_strange(words[at : at + 1])


def _is_behind_finer(line: Line, at: int) -> bool:
    """Tell whether a part of it stands before: "in Block Nine, Zarka"."""
    words = line.words
    between = line.sentence.text[words[at - 1].end : words[at].start]
    first = at - 1
    while first > 0 and words[first].capital and words[first].glued and first > at - LONG:
        first -= 1
    led = first < at - 1 and words[first].lower in PUT_IN
    month = any(lists().has("month", w.lower) for w in words[first:at])
    return between == ", " and led and not month and is_strange(words[at : at + 1])
