"""A list of victims -> the same, without the names that only say who those before them are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Harm
from cenotaph.text.persons import Whole, is_person, name_at
from cenotaph.text.victims import phrase_at

_PAIR = 2
_JOINING = frozenset({",", "and", "&", "(", ")", "aged", "both", "all"})
_OPENS = frozenset({",", "-", "--", "–", "—", ":"})


def without_apposed(whole: Whole, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Drop a name that says who the one before it is: "the mayor, Ana Ruiz, and Pedro Arce".

    "A guard, Ana Ruiz and Pedro Arce" are three: a comma closes what names somebody.
    """
    heads = _counted_before(whole, _called(whole, heads))
    return tuple(
        head
        for before, head in zip((None, *heads), heads, strict=False)
        if before is None or not is_name_of(whole, before, head)
    )


def _called(whole: Whole, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Read "the brothers Ivo Sand and Leo Sand were shot": by their names, or by their number."""
    tokens = whole.sentence.tokens
    first = clauses.chunk_left(whole.sentence, heads[0], whole.figures) if heads else 0
    found = range(first, heads[0] + 1) if len(heads) > 1 else range(0)
    kind = next((i for i in found if tokens[i].tag == "NNS" and is_person(whole, i)), None)
    if kind is None or tokens[kind + 1].pos != "PROPN" or clauses.is_time(whole.sentence, kind + 1):
        return heads
    behind = range(kind + 1, len(tokens))
    end = next((i for i in behind if tokens[i].pos != "PROPN"), len(tokens)) - 1
    named = (end, *(h for h in heads if h > end and h + 1 not in heads))
    start, until = tokens[first].start, tokens[kind].start
    number = next((n for n in whole.numbers if start <= n.span.start < until), None)
    if number is None or number.count.low is None:
        return named if end > kind + 1 or name_at(whole, end) is not None else heads
    told = itertools.takewhile(lambda h: tokens[h].pos == "PROPN", named)
    return (heads[0], *named[len(list(itertools.islice(told, number.count.low))) :])


def is_name_of(whole: Whole, one: int, name: int) -> bool:
    """Tell whether a name between commas is of the person before it: "his wife, Ana Ruiz, 37,"."""
    sentence = whole.sentence
    first = clauses.chunk_left(sentence, one, whole.figures)
    told = (
        sentence.tokens[one].tag != "NNS"
        and sentence.tokens[one].text.islower()
        and (lower(sentence, first) in {"the", "a", "an"} or sentence.tokens[first].tag == "PRP$")
    )
    start = clauses.chunk_left(sentence, name, whole.figures)
    named = all(sentence.tokens[i].pos == "PROPN" for i in range(start, name + 1))
    between = (one + 1, start) == (start - 1, start) and lower(sentence, one + 1) == ","
    return told and named and between and lower(sentence, name + 1) == ","


def _counted_before(whole: Whole, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Read "three of her children, Jo Solt, Ana Solt and Eva Solt, died": three, by name.

    As many names as were counted right before them; "two guards, Ana Ruiz, and a cook" are four.
    """
    for head in heads[:-1]:
        phrase = phrase_at(whole, head)
        count = None if phrase is None or phrase.name is not None else phrase.count
        if phrase is None or count is None or count.low != count.high or (count.low or 0) < _PAIR:
            continue
        named = _names_behind(whole, phrase.last)
        if len(named) == count.low:
            return tuple(h for h in heads if h not in named)
    return heads


def named(whole: Whole, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield as parts of a figure those whom it counts, and who are named right behind it."""
    for owner, harm in enumerate(found):
        behind = _names_behind(whole, harm.phrase.last)
        count = harm.phrase.count
        if len(behind) < _PAIR or count is None or {count.low, count.high} != {len(behind)}:
            continue
        for head in behind:
            phrase = phrase_at(whole, head)
            if phrase is not None and phrase.count is not None and phrase.kind == "named":
                span = whole.sentence.span_of(phrase.first, phrase.last)
                yield Harm(harm.sentence, harm.trigger, harm.outcome, phrase, span, part=True,
                           whole=owner, plain=harm.plain)  # fmt: skip


def _names_behind(whole: Whole, last: int) -> list[int]:
    """Return the last words of the names in the list that opens behind a phrase."""
    tokens, found = whole.sentence.tokens, list[int]()
    if lower(whole.sentence, last + 1) not in _OPENS:
        return found
    for i in range(last + 2, len(tokens)):
        named = tokens[i].pos == "PROPN" and tokens[i].ent != "NORP"
        if named and found and found[-1] == i - 1:
            found[-1] = i
        elif named:
            found.append(i)
        elif not tokens[i].text.isdecimal() and lower(whole.sentence, i) not in _JOINING:
            break
    return found
