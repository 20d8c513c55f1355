"""A pronoun that opens a sentence -> the name of whom it means, where the sentence before tells it.

"Police found Ana Ruiz, 31, in a car. She was declared dead there." Only who was found or harmed
there, and stands there alone, is meant for sure; an officer who came is not.
"""

from __future__ import annotations

from collections.abc import Mapping

from cenotaph.text.harm_words import written
from cenotaph.text.harms_in import told
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import NamePhrase, Reading, Sentence
from cenotaph.text.victims import Phrase

_ONE = frozenset({"he", "she"})
_OTHERS = frozenset({"he", "she", "him", "her", "his"})
_SAID_OF = frozenset({"appos", "compound", "amod", "nmod", "attr", "poss", "oprd"})
_HARMED = frozenset({"killed", "injured", "harmed"})


def named_before(reading: Reading, sentence: Sentence, phrase: Phrase) -> str | None:
    """Return the name of the one person whom a sentence's opening "he" or "she" can mean."""
    if phrase.kind != "pronoun" or phrase.head != 0 or sentence.lowered[0] not in _ONE:
        return None
    before = reading.before(sentence)
    if before is None or not before.tokens:
        return None
    people = [n for n in reading.names_at.within(before.span) if n.kind == "person"]
    if len({n.name for n in people}) != 1 or _is_beside(before, people[0]):
        return None
    harmed = people[0].name in reading.once(_names_harmed).get(before.number, ())
    return people[0].name if harmed or _is_found(before, people[0]) else None


def _names_harmed(reading: Reading) -> Mapping[int, set[str | None]]:
    """Return who is told by name to be harmed, by sentence."""
    found: dict[int, set[str | None]] = {}
    for item in told(reading):
        if item.harm.outcome in _HARMED and item.modality == "real":
            found.setdefault(item.sentence.number, set()).add(item.harm.phrase.name)
    return found


def _is_beside(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whether somebody else is told of besides who is named: "an officer found Ruiz"."""
    if not _OTHERS.isdisjoint(sentence.lowered):
        return True
    return any(
        token.tag == "NN"
        and token.dep not in _SAID_OF
        and singular(token.text) in person_words()
        and not name.span.start <= token.start < name.span.end
        for token in sentence.tokens
    )


def _is_found(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whether who is named was found: "police found Ruiz", "Ruiz was found"."""
    return any(
        token.dep in {"dobj", "nsubjpass"}
        and name.span.start <= token.start < name.span.end
        and sentence.lowered[token.head] in written("find")
        for token in sentence.tokens
    )
