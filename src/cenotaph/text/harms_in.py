"""A reading -> all harms it tells of, each with what its sentence says of time, truth and cause."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from cenotaph.model import Cause
from cenotaph.text.harm import Harm, harms
from cenotaph.text.modality import Modality, Period, cause, modality, period
from cenotaph.text.reading import NamePhrase, NumberPhrase, Reading, Sentence
from cenotaph.text.victims import Whole


class Told(msgspec.Struct, frozen=True):
    """A harm as the account tells it."""

    harm: Harm
    sentence: Sentence
    modality: Modality
    period: Period
    cause: Cause


def told(reading: Reading) -> tuple[Told, ...]:
    """Return the harms of a reading in reading order."""
    found: list[Told] = []
    for whole in wholes(reading.sentences, reading.numbers, reading.names):
        found.extend(_told(whole.sentence, harm) for harm in harms(whole))
    return tuple(found)


def wholes(
    sentences: Sequence[Sentence], numbers: Sequence[NumberPhrase], names: Sequence[NamePhrase]
) -> tuple[Whole, ...]:
    """Return each parsed sentence with its own number phrases and names."""
    found = []
    for sentence in sentences:
        if sentence.tokens:
            inside = tuple(n for n in numbers if sentence.span.holds(n.span))
            named = tuple(n for n in names if sentence.span.holds(n.span))
            found.append(Whole(sentence, inside, named))
    return tuple(found)


def _told(sentence: Sentence, harm: Harm) -> Told:
    return Told(
        harm,
        sentence,
        modality(sentence, harm.trigger),
        period(sentence, harm.trigger),
        cause(sentence, harm.trigger),
    )
