"""Figures of the dead told without a word for them, beside one told before: "said it was 18".

Here only the sentence is looked at; whether a toll stands right before is asked of the account.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Span
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Harm
from cenotaph.text.harm_order import SPEAKING
from cenotaph.text.harm_words import words, written
from cenotaph.text.persons import Whole
from cenotaph.text.reading import Sentence
from cenotaph.text.victims import bare_count

RULE = "rival figure"
TOLD = "turn toll of "  # before the rule of a figure to which a toll is moved
_ABOUT = frozenset({"at", "least", "about", "some", "nearly", "more", "than", "around", "over"})
_JOINED = 3  # tokens from the end of "46 dead" to "165 wounded"
_SAYING = frozenset({"said", "says", "that", "believed", "insisted", "claimed"})
_BEING = frozenset({"was", "is", "were"})
_BEHIND = frozenset({
    "by", "on", "and", "but", "so", "late", "early", "under", "earlier", "in", "after", "from",
    "as", "when", "following", "overnight", "yesterday", "today", "with", "since", "later",
})  # fmt: skip
_TIMES = frozenset({"evening", "night", "day", "morning", "week", "previous"})
_FIGURES = frozenset({"figure", "count", "tally", "total", "estimate"})  # "a figure of 22"
_LEAST, _MONEY = 2, 1_000_000  # millions without a noun are no people
_REACH = 6  # tokens of "put its own count at"
_FAR = 12  # tokens from "raised" to its "to": "climbed through the night to"
_PARTS = frozenset({",", ";", ":", ".", "and", "but", "that", "who", "which"})
_WHOSE = frozenset({"of", "for", "in", "-"})
_POINTING = frozenset({"the", "that", "this", "its", "their", "his", "her", "both"})
_BETWEEN = frozenset({
    "has", "had", "have", "since", "now", "later", "then", "already", "also", "quickly", "again",
    "soon", "was", "were", "been", "be", "would", "eventually", "finally", "subsequently",
})  # fmt: skip


def rivals(whole: Whole) -> Iterator[Harm]:
    """Yield the bare figures that a sentence gives for what was counted before it."""
    for index in range(1, len(whole.sentence.tokens) - 1):
        if index + 1 in whole.figures and index not in whole.figures and _leads(whole, index):
            yield from _bare(whole, index, whole.behind_figure(index + 1) - 1)


def moved(whole: Whole, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield harms, those as tolls to which a toll is moved: "raised it to 46 dead and 165 hurt"."""
    beside = -1  # the last token of the figure before, which was one
    for harm in found:
        first = harm.phrase.first
        while lower(whole.sentence, first - 1) in _ABOUT:
            first -= 1
        to = lower(whole.sentence, first - 1) == "to" and _is_moved(whole.sentence, first - 1)
        joined = lower(whole.sentence, first - 1) == "and" and beside >= first - _JOINED
        if (to or joined) and harm.phrase.number is not None and not harm.part:
            beside = max(harm.phrase.last, harm.trigger)
            yield harm if harm.is_total else replace(harm, rule=f"{TOLD}{harm.rule}")
        else:
            yield harm


def _leads(whole: Whole, index: int) -> bool:
    """Tell whether the words up to one lead to a figure of what was counted."""
    sentence = whole.sentence
    word, before = lower(sentence, index), lower(sentence, index - 1)
    if word == "of" and before in SPEAKING:
        return True
    if word in {"at", "as", "to"} or (word == "of" and before in _FIGURES):
        near = [lower(sentence, i) for i in range(max(0, index - _REACH), index)]
        given = before in words("toll.given") | {"it"}
        given = given and not written("toll.give").keys().isdisjoint(near)
        return given or (word == "to" and _is_moved(sentence, index))
    if word in written("toll.move") and word not in _BEING:
        # of what "the number had reached 300" is, is not said
        return not _is_number(sentence, index - 1) and _is_pointed_at(sentence, index - 1)
    if word not in _BEING:
        return False
    first = index - 1
    if before in words("toll.given"):
        while first > 0 and sentence.tokens[first - 1].pos in {"DET", "ADJ", "PRON"}:
            first -= 1
    elif before != "it":
        return False
    return first > 0 and lower(sentence, first - 1) in _SAYING


def _is_moved(sentence: Sentence, to: int) -> bool:
    """Tell whether a toll told before is moved: "raised the figure to 48", "it has climbed to".

    Of a number that names what it counts ("the number of homes") only its own words tell.
    """
    for index in range(to - 1, max(-1, to - _FAR), -1):
        word = lower(sentence, index)
        if word in _PARTS:
            return False
        if word in written("toll.move") and _is_pointed_at(sentence, index - 1):
            return True
        if word in words("toll.raise") | words("bring"):
            object_ = range(index + 1, to)
            named = any(_is_pointed_at(sentence, i) for i in object_)
            return named or _is_pointed_at(sentence, index - 1)
    return False


def _noun_before(sentence: Sentence, index: int) -> int:
    while index > 0 and lower(sentence, index) in _BETWEEN:
        index -= 1
    return index


def _is_number(sentence: Sentence, index: int) -> bool:
    at = _noun_before(sentence, index)
    return lower(sentence, at - 1) == "the" and lower(sentence, at) == "number"


def _is_pointed_at(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun for a toll points at one told before: "that number has since"."""
    index = _noun_before(sentence, index)
    ends = lower(sentence, index + 1) not in _WHOSE and sentence.tokens[index + 1].pos != "NOUN"
    if lower(sentence, index) == "it":
        return True
    if lower(sentence, index) not in words("toll.given") | {"figures"} or not ends:
        return False  # "the number of homes", "the total cost"
    return any(lower(sentence, i) in _POINTING for i in range(max(0, index - 3), index))


def _bare(whole: Whole, index: int, last: int) -> Iterator[Harm]:
    """Yield a figure behind which no noun stands."""
    sentence = whole.sentence
    if last + 1 < len(sentence.tokens):
        behind = sentence.tokens[last + 1]
        timed = lower(sentence, last + 2) in _TIMES  # "gave it as 19 the evening before"
        if behind.pos != "PUNCT" and behind.text.lower() not in _BEHIND and not timed:
            return
    phrase = bare_count(whole, last)
    number = None if phrase is None else phrase.number
    if phrase is None or number is None or number.kind != "count":
        return
    if not _LEAST <= (number.count.low or 0) < _MONEY:
        return
    span = Span(start=number.span.start, end=number.span.end, part=sentence.part)
    trigger = index - 1 if lower(sentence, index) == "to" else last  # no infinitive: "to 124"
    yield Harm(sentence.number, trigger, "as before", phrase, span, rule=RULE)
