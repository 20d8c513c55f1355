"""Figures behind a label, as forms and bulletins tell them: "Killed: 9", "Civilian deaths: 5-7".

A label is all there is between the line's beginning, or a stop, and its colon or dash: words for
people, one word for what befell them, and how sure that is. Behind it stands the figure, "nil" or
"none", and nothing that it could count besides people. Where neither colon nor dash stands between
("Wounded 31"), the word for what befell them is all of the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from cenotaph.model import Count, People, Span
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Harm
from cenotaph.text.harm_lists import list_starting
from cenotaph.text.harm_words import Harmed, headings
from cenotaph.text.persons import Whole, people_of, person_words, singular
from cenotaph.text.reading import NumberPhrase, Sentence
from cenotaph.text.victims import Kind, Phrase, phrase_at

_BESIDE: Final = frozenset({
    "total", "number", "no", "no.", "of", "the", "reported", "confirmed", "estimated", "reportedly",
    "persons", "people", "civilian", "civilians", "combatant", "military", "police", "known", "all",
    "staff", "personnel", "national", "international", "local", "foreign", "on", "in", "at",
    "arrival", "hospital", "scene", "operating", "theater", "theatre", "surgery", "ward", "clinic",
    "best", "estimate",
})  # fmt: skip
# "20, low 18, high 24", "20 (low estimate 18, high estimate 24)": the bounds of a best estimate
_BOUNDS: Final = re.compile(
    r"[\s,;(:]*(?:low|minimum|min)\b(?: estimate)?[\s:]*(?P<low>[\d,]*\d)"
    r"[\s,;]*(?:high|maximum|max)\b(?: estimate)?[\s:]*(?P<high>[\d,]*\d)\)?",
    re.IGNORECASE,
)
_ANYONE: Final = frozenset({"people", "person", "number", "total", "dead", "deceased", "martyr"})
_MARKS: Final = frozenset({":", "=", "-", "–", "—"})  # between label and figure
_STOPS: Final = frozenset({".", ";", "|", "•", "-", "–", "—", "*", ",", ":", "/", "(", ")", "&"})
_ENDS: Final = frozenset({".", ";", ",", "|", ")", "(", "and", "•", "/", "&", "["})
_WHERE: Final = frozenset({
    "on", "in", "at", "arrival", "hospital", "scene", "the", "surgery", "ward", "clinic",
})  # fmt: skip
_NOBODY: Final = frozenset({"nil", "none"})
_TOLL: Final = ("death", "toll")
_ESTIMATED: Final = frozenset({"best", "central", "estimate", "estimated", ":"})
_LONG: Final = 6  # words of a label


def labelled(whole: Whole) -> Iterator[Harm]:
    """Yield the figures that stand behind a label in one line."""
    sentence = whole.sentence
    for start, end in _labels(whole):
        label = _label(whole, start)
        number = None if label is None else _figure(whole, end, marked=start < end)
        if label is None or number is None:
            continue
        first, said, outcome = label
        begins = sentence.tokens[first].start
        for n, phrase in enumerate(_phrases(whole, (first, start), said, number)):
            ends = max(sentence.tokens[phrase.last].end, number.span.end)
            span = Span(start=begins, end=ends, part=sentence.part)
            yield Harm(sentence.number, said, outcome, phrase, span, joined=n > 0, rule="label")


def _labels(whole: Whole) -> Iterator[tuple[int, int]]:
    """Yield where a label may end and what is behind it begin."""
    lowered = whole.sentence.lowered
    for i, word in enumerate(lowered):
        if word in _MARKS:
            yield i, i + 1
        elif word in headings():
            end = i + 1
            while end < len(lowered) and lowered[end] in _WHERE:
                end += 1
            alone = i == 0 or _is_before(whole, i - 1)
            if alone and end in whole.figures:
                yield end, end  # "Wounded 31", "Dead on arrival 9"


def _phrases(
    whole: Whole, label: tuple[int, int], said: int, number: NumberPhrase
) -> Iterator[Phrase]:
    """Yield the figure with whom it counts, by the words behind it, else by the label's."""
    tokens = whole.sentence.tokens
    behind = next((i for i, t in enumerate(tokens) if t.start >= number.span.end), len(tokens))
    if behind < len(tokens) and singular(lower(whole.sentence, behind)) in person_words():
        for head in list_starting(whole, behind):
            phrase = phrase_at(whole, head)
            if phrase is not None:
                yield phrase
        return
    named = [i for i in range(*label) if i != said and _is_of_people(whole, i)]
    yield Phrase(
        first=next(i for i, t in enumerate(tokens) if t.start >= number.span.start),
        last=behind - 1,
        head=behind - 1,
        kind=_kind(number.count),
        count=number.count,
        people=people_of(whole, named[0], named[-1], named[-1]) if named else People(),
        number=number,
    )


def _kind(count: Count) -> Kind:
    if count.high == 0:
        return "zero"
    return "singular" if count.low == count.high == 1 else "group"


def _is_of_people(whole: Whole, index: int) -> bool:
    word = singular(lower(whole.sentence, index))
    return word in person_words() and word not in _ANYONE


def _label(whole: Whole, colon: int) -> tuple[int, int, Harmed] | None:
    """Return where a label begins, its word of harm, what befell; None if other words are in it."""
    lowered = whole.sentence.lowered
    first = colon
    while first > 0 and colon - first < _LONG and not _is_before(whole, first - 1):
        first -= 1
    said = [i for i in range(first, colon) if lowered[i] in headings()]
    if len(said) != 1:
        return None  # "Killed and injured: 12"
    last = said[0] + (lowered[said[0] : said[0] + 2] == _TOLL)  # "Toll: 5" may be a road's
    beside = (i for i in range(first, colon) if not said[0] <= i <= last)
    known = all(lowered[i] in _BESIDE or singular(lowered[i]) in person_words() for i in beside)
    begins = first == 0 or _is_before(whole, first - 1)
    return (first, last, headings()[lowered[said[0]]]) if known and begins else None


def _is_before(whole: Whole, index: int) -> bool:
    """Tell whether a label begins behind a token: a stop, a sign, the figure of another label.

    A hyphen inside a word is none: "Non-fatal injuries: 3".
    """
    tokens, word = whole.sentence.tokens, whole.sentence.lowered[index]
    if word == "-" and index > 0 and tokens[index - 1].end == tokens[index].start:
        return False
    return word in _STOPS or index in whole.figures or not word.isascii()


def _is_padded(sentence: Sentence, number: NumberPhrase) -> bool:
    """Tell whether a figure is written as lists and forms write them: "06"."""
    start = sentence.span.start
    said = sentence.text[number.span.start - start : number.span.end - start]
    return len(said) == len("06") and said.isdecimal() and said[0] == "0"


def _figure(whole: Whole, index: int, *, marked: bool) -> NumberPhrase | None:
    """Return the count that begins at a token, with nothing behind it that it would count."""
    sentence = whole.sentence
    if index == len(sentence.tokens):
        return None  # a heading: "Killed:"
    while index < len(sentence.tokens) - 1 and sentence.lowered[index] in _ESTIMATED:
        index += 1  # "Deaths: best estimate 19"
    start = sentence.tokens[index].start
    found = (n for n in whole.numbers if n.span.start == start)
    number = next((n for n in found if n.kind == "count" or _is_padded(sentence, n)), None)
    if number is None and sentence.lowered[index] in _NOBODY:
        span = sentence.span_of(index, index)
        number = NumberPhrase(span=span, figure=span, count=Count(low=0, high=0), role="zero")
    if number is None:
        return None
    if (bounded := _bounded(sentence, number)) is not None:
        return bounded
    after = [i for i, t in enumerate(sentence.tokens) if t.start >= number.span.end]
    if after and (word := lower(sentence, after[0])) not in _ENDS:
        # "wounded - 71 sought care", but not "injuries: none known"
        verb = sentence.tokens[after[0]].tag in {"VBD", "VBN"} and word not in headings()
        told = marked and verb and number.count.high != 0
        return number if told or singular(word) in person_words() else None
    return number


def _bounded(sentence: Sentence, number: NumberPhrase) -> NumberPhrase | None:
    """Return the range whose best estimate a figure is: the figure itself is in it."""
    at = number.span.end - sentence.span.start
    bounds = _BOUNDS.match(sentence.text, at)
    if bounds is None:
        return None
    low, high = (int(bounds[name].replace(",", "")) for name in ("low", "high"))
    best = number.count.low
    if best is None or not low <= best <= high:
        return None
    end = sentence.span.start + bounds.end()
    return replace(number, span=replace(number.span, end=end), count=Count(low=low, high=high))
