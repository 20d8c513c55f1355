"""Figures behind a label, as forms and bulletins tell them: "Killed: 9", "Civilian deaths: 5-7".

A label is all there is between the line's beginning, or a stop, and its colon: words for people,
one word for what befell them, and how sure that is. Behind the colon stands the figure and nothing
that it could count besides people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cenotaph.model import People, Span
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Harm
from cenotaph.text.harm_lists import list_starting
from cenotaph.text.harm_words import Harmed
from cenotaph.text.persons import Whole, people_of, person_words, singular
from cenotaph.text.reading import NumberPhrase
from cenotaph.text.victims import Phrase, phrase_at

_OUTCOMES: Final[dict[str, Harmed]] = {
    "death": "killed",
    "fatality": "killed",
    "dead": "killed",
    "killed": "killed",
    "toll": "killed",
    "injury": "injured",
    "injured": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "missing": "missing",
    "casualty": "casualties",
}
_BESIDE: Final = frozenset({
    "total", "number", "of", "the", "reported", "confirmed", "estimated", "reportedly", "persons",
    "people", "civilian", "civilians", "combatant", "military", "police", "known", "all",
})  # fmt: skip
_ANYONE: Final = frozenset({"people", "person", "number", "total"})
_STOPS: Final = frozenset({".", ";", "|", "•", "-", "–", "—", "*", ","})
_ENDS: Final = frozenset({".", ";", ",", "|", ")", "(", "and", "•"})
_LONG: Final = 6  # words of a label


def labelled(whole: Whole) -> Iterator[Harm]:
    """Yield the figures that stand behind a label in one line."""
    sentence = whole.sentence
    for colon, word in enumerate(sentence.lowered):
        label = _label(whole, colon) if word == ":" else None
        number = None if label is None else _figure(whole, colon + 1)
        if label is None or number is None:
            continue
        first, said = label
        outcome = _OUTCOMES[singular(lower(sentence, said))]
        start = sentence.tokens[first].start
        for n, phrase in enumerate(_phrases(whole, (first, colon), said, number)):
            end = max(sentence.tokens[phrase.last].end, number.span.end)
            span = Span(start=start, end=end, part=sentence.part)
            yield Harm(sentence.number, said, outcome, phrase, span, joined=n > 0, rule="label")


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
        kind="zero" if number.count.high == 0 else "group",
        count=number.count,
        people=people_of(whole, named[0], named[-1], named[-1]) if named else People(),
        number=number,
    )


def _is_of_people(whole: Whole, index: int) -> bool:
    word = singular(lower(whole.sentence, index))
    return word in person_words() and word not in _ANYONE


def _label(whole: Whole, colon: int) -> tuple[int, int] | None:
    """Return where a label begins and its word of harm; None where other words are in it."""
    lowered = whole.sentence.lowered
    first = colon
    while first > 0 and colon - first < _LONG and lowered[first - 1] not in _STOPS:
        first -= 1
    said = [i for i in range(first, colon) if singular(lowered[i]) in _OUTCOMES]
    told = [lowered[i] for i in said]
    if told != ["death", "toll"] and (len(told) != 1 or told == ["toll"]):
        return None  # "Killed and injured: 12"; "Toll: 5" may be a road's
    beside = (i for i in range(first, colon) if i not in said)
    known = all(lowered[i] in _BESIDE or singular(lowered[i]) in person_words() for i in beside)
    begins = first == 0 or lowered[first - 1] in _STOPS
    return (first, said[-1]) if known and begins else None


def _figure(whole: Whole, index: int) -> NumberPhrase | None:
    """Return the count that begins at a token, with nothing behind it that it would count."""
    sentence = whole.sentence
    if index == len(sentence.tokens):
        return None  # a heading: "Killed:"
    start = sentence.tokens[index].start
    number = next((n for n in whole.numbers if n.span.start == start and n.kind == "count"), None)
    if number is None:
        return None
    after = [i for i, t in enumerate(sentence.tokens) if t.start >= number.span.end]
    if after and (word := lower(sentence, after[0])) not in _ENDS:
        return number if singular(word) in person_words() else None
    return number
