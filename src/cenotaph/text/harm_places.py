"""Figures told place by place, or day by day, with one verb: "five died in Tarsk, four in Lom"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cenotaph.text.almanac import WEEKDAY
from cenotaph.text.clauses import FINITE, lower
from cenotaph.text.harm_heads import Harm
from cenotaph.text.persons import Whole
from cenotaph.text.reading import NumberPhrase
from cenotaph.text.victims import Phrase

RULE = "place by place"
_WEEKDAY = re.compile(WEEKDAY)
_IN = frozenset({"in", "at", "near"})
_LINKS = frozenset({",", "and"})
_OPENS = frozenset({":", "(", "-", "–", "—"})
_OUTCOMES = frozenset({"killed", "injured", "missing"})


def by_place(whole: Whole, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield the figures of a sentence that have a place each, and their verb from one before."""
    placed = _places(whole)
    for number in whole.numbers:
        tokens = _tokens(whole, number)
        if tokens is None or not _is_listed(whole, tokens, placed):
            continue
        first, last = tokens
        base = next((h for h in reversed(found) if max(h.trigger, h.phrase.last) < first), None)
        if base is None or not _goes_on(whole, base, first, placed):
            continue
        phrase = Phrase(first, last, last, "group", number.count, base.phrase.people, number)
        span = whole.sentence.span_of(first, last)
        yield Harm(whole.sentence.number, last, base.outcome, phrase, span, rule=RULE)


def _places(whole: Whole) -> frozenset[int]:
    """Return the tokens at which places start that "in", "at" or "near" precedes; weekdays too.

    None that a verb follows: "and seven in Mopti were arrested".
    """
    sentence, found = whole.sentence, set()
    for name in whole.names:
        start = sentence.token_at(name.span.start)
        end = sentence.token_at(name.span.end - 1)
        if name.kind != "place" or start is None or end is None:
            continue
        verb = end + 1 < len(sentence.tokens) and sentence.tokens[end + 1].pos in {"VERB", "AUX"}
        if lower(sentence, start - 1) in _IN and not verb:
            found.add(start)
    for i, token in enumerate(sentence.tokens):
        then = sentence.tokens[i + 1 : i + 2]
        verb = any(t.pos in {"VERB", "AUX"} for t in then)
        if _WEEKDAY.fullmatch(token.text) and lower(sentence, i - 1) == "on" and not verb:
            found.add(i)  # "sixty on Friday and 50 on Sunday"
    return frozenset(found)


def _tokens(whole: Whole, number: NumberPhrase) -> tuple[int, int] | None:
    """Return the first and the last token of a figure of people."""
    first = whole.sentence.token_at(number.span.start)
    last = whole.sentence.token_at(number.figure.end - 1)
    plain = number.kind == "count" and number.role == "plain"
    return (first, last) if plain and first is not None and last is not None else None


def _is_listed(whole: Whole, tokens: tuple[int, int], placed: frozenset[int]) -> bool:
    """Tell whether a figure stands in a list, with nothing but a place behind it."""
    first, last = tokens
    return first > 0 and lower(whole.sentence, first - 1) in _LINKS and last + 2 in placed


def _goes_on(whole: Whole, base: Harm, first: int, placed: frozenset[int]) -> bool:
    """Tell whether a figure goes on with a harm that has its place, and no verb is between."""
    if base.outcome not in _OUTCOMES or base.part or base.is_total or base.phrase.count is None:
        return False
    start = max(base.trigger, base.phrase.last) + 1
    between = range(start, first)
    verbs = any(whole.sentence.tokens[i].tag in FINITE for i in between)
    if any(lower(whole.sentence, i) in _OPENS for i in between):
        return False  # "killed 41 people: 24 in Tarsk and 17 in Lom" tells where the 41 were
    return not verbs and any(i in placed for i in between)
