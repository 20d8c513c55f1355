"""Figures of people that a reading holds and that are no toll -> why each is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.model import Skipped, sayings
from cenotaph.text.harm import unread_names
from cenotaph.text.harm_cells import left_in_cells
from cenotaph.text.harms_in import told, wholes
from cenotaph.text.persons import Whole
from cenotaph.text.reading import Reading

_FEARED_FIRST = re.compile(
    r"\b(?:feared|presumed) (?:dead|killed|drowned) (?:are|were|is|was)(?= )", re.IGNORECASE
)


def left_out(reading: Reading) -> Iterator[Skipped]:
    """Yield the figures of people that are no toll, and why: a person may want to know."""
    for item in told(reading):
        number = item.harm.phrase.number
        why = sayings.NOT_COUNTED.get(item.modality)
        if why is not None and number is not None and number.role != "zero":
            span = item.harm.span
            yield Skipped(why=why, start=span.start, end=span.end, part=span.part)
    for sentence in reading.sentences:
        yield from left_in_cells(sentence)
    telling = {i.sentence.number for i in told(reading)}
    for whole in wholes(reading):
        if whole.sentence.number not in telling:
            yield from _feared_first(whole)
        for span in unread_names(whole):
            yield Skipped(why=sayings.MAY_BE_NAME, start=span.start, end=span.end, part=span.part)


def _feared_first(whole: Whole) -> Iterator[Skipped]:
    """Yield the figure of "feared dead are at least 30": the harm stands before its people."""
    sentence = whole.sentence
    match = _FEARED_FIRST.search(sentence.text)
    if match is None:
        return
    start, after = sentence.span.start + match.start(), sentence.span.start + match.end()
    for number in whole.numbers:
        if number.kind == "count" and after <= number.span.start <= after + 1:
            why = sayings.NOT_COUNTED["feared"]
            yield Skipped(why=why, start=start, end=number.span.end, part=sentence.part)
