"""A list of incidents -> its entries: lines that open with a day, a place or both, and a colon.

"14 August, Nyala: shells hit a bus station." Bulletins of monitors and aid groups tell a line an
incident; what stands in one line is not told of the next. One such line alone is no list. So do
round-ups whose paragraphs open with a place: "In Mosul, ...", "Near Tikrit, ...", three or more, or
with a dateline each: "KIRKUK - Gunmen ...".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cenotaph.model import Span
from cenotaph.text.reading import DayPhrase, NamePhrase, Reading, Sentence
from cenotaph.text.spans import Spans

_LABEL = re.compile(r"\s*(?:[-•*–·]\s*|\(?\d{1,2}[.)]\s+)?(?P<label>[A-Z0-9][^:;.!?\"“”]{2,60}):\s")
_OPENS = re.compile(
    r"\s*(?:[-•*–·]\s*)?(?:Elsewhere in|(?:Further |Farther )?(?:In|Near|At|Around|Outside)) "
    r"(?P<label>[A-Z][^:;.!?\"“”,]{1,40}),\s"
)
# "KIRKUK - Gunmen shot ...": the datelines of a round-up, a place a paragraph
_HEADED = re.compile(
    r"\s*(?P<label>[A-Z][A-Z'’ -]{2,30}?)(?:,| \([A-Z]{2,8}\))? (?:-|--|–|—) (?=[A-Z])"
)
_MOST_WORDS = 7  # of a label
_FEWEST = 3  # paragraphs that open with a place, of a round-up


def entries(
    sentences: Sequence[Sentence], days: Sequence[DayPhrase], names: Sequence[NamePhrase]
) -> Mapping[int, bool]:
    """Return the paragraphs that are entries of a list of incidents, and which name their day.

    None for fewer than two.
    """
    dated = Spans((d.span for d in days), lambda span: (span,))
    placed = Spans((n.span for n in names if n.kind == "place"), lambda span: (span,))
    found: dict[int, bool] = {}
    opened: dict[int, bool] = {}
    headed: dict[int, bool] = {}
    known = 0
    seen: set[int] = set()
    for sentence in sentences:
        if sentence.part == "text" and sentence.paragraph not in seen:
            seen.add(sentence.paragraph)
            label = _label(sentence, _LABEL)
            if label is not None and (dated.meeting(label) or placed.meeting(label)):
                found[sentence.paragraph] = bool(dated.meeting(label))
            place = _label(sentence, _OPENS)
            if place is not None and placed.meeting(place):
                opened[sentence.paragraph] = False
            town = _label(sentence, _HEADED)
            if town is not None:
                headed[sentence.paragraph] = False
                known += bool(placed.meeting(town))
    if known > 1 and 2 * len(headed) >= len(seen):
        found |= headed
    if len(opened) >= _FEWEST and 2 * len(opened) >= len(seen):
        found |= opened
    return found if len(found) > 1 else {}


def is_label(reading: Reading, span: Span) -> bool:
    """Tell whether words stand in the label of an entry: where, or when, all of it happened."""
    sentence = reading.sentence_of(span)
    if sentence.paragraph not in reading.once(_listed):
        return False
    labels = (_label(sentence, pattern) for pattern in (_LABEL, _OPENS, _HEADED))
    return any(label is not None and label.holds(span) for label in labels)


def _listed(reading: Reading) -> Mapping[int, bool]:
    return entries(reading.sentences, reading.days, reading.names)


def _label(sentence: Sentence, pattern: re.Pattern[str]) -> Span | None:
    """Return the label that a sentence opens with."""
    match = pattern.match(sentence.text) if sentence.part == "text" else None
    if match is None or len(match["label"].split()) > _MOST_WORDS:
        return None
    start, end = (sentence.span.start + at for at in match.span("label"))
    return Span(start=start, end=end)
