"""Number phrases -> those that count people: "three buildings" and "one of the cities" do not."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.text import clauses
from cenotaph.text.harms_in import told, wholes
from cenotaph.text.persons import Whole, is_person, looks_personal
from cenotaph.text.reading import NumberPhrase, Reading


def of_people(reading: Reading) -> Iterator[NumberPhrase]:
    """Yield the number phrases about people, in reading order.

    A number that no noun follows ("Six were killed") counts people; so does one of those harmed.
    """
    harmed = {
        (item.sentence.number, at)
        for item in told(reading)
        for at in range(item.harm.phrase.first, item.harm.phrase.last + 1)
    }
    things = {
        number.span
        for whole in wholes(reading)
        for number in whole.numbers
        if _counts_things(whole, number, harmed)
    }
    yield from (n for n in reading.numbers if n.kind == "count" and n.span not in things)


def _counts_things(whole: Whole, number: NumberPhrase, harmed: set[tuple[int, int]]) -> bool:
    at = whole.sentence.token_at(number.figure.end - 1)
    if at is None or (whole.sentence.number, at) in harmed:
        return False
    noun = _noun(whole, at)
    if noun is None:
        return False
    person = is_person(whole, noun)
    return not looks_personal(whole.sentence.tokens[noun].text) if person is None else not person


def _noun(whole: Whole, at: int) -> int | None:
    """Return the noun that a figure counts: "three BUILDINGS", "one of the old CITIES"."""
    sentence = whole.sentence
    token = sentence.tokens[at]
    if token.dep in {"nummod", "amod", "det"} and token.head > at:
        return token.head
    for kid in sentence.kids[at]:
        if clauses.lower(sentence, kid) == "of":
            return clauses.kid(sentence, kid, "pobj")
    return None
