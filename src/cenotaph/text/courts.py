"""A sentence -> whether it is of a case in the courts."""

from __future__ import annotations

import re

from cenotaph.text.reading import Sentence

_TRIED = re.compile(  # a case in the courts is reported for itself, whenever the deed was
    r"\b(?:charged|charges|accused|indict(?:ed|ment)|convicted|sentenced|pleaded|pleads|pled|trial|jury|jurors"
    r"|arraigned|prosecutors?|arrested|inquests?|tribunals?|testif(?:y|ied|ies)"
    r"|(?:truth|amnesty) commissions?|commissions? of inquiry"
    r"|(?:court|commission|inquiry) heard)\b",
    re.IGNORECASE,
)


def is_of_court(sentence: Sentence) -> bool:
    """Tell whether a sentence is of a case in the courts."""
    return _TRIED.search(sentence.text) is not None


def is_tried(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a word for harm is what somebody is tried for: "charged with the murder of"."""
    end = sentence.tokens[trigger].start - sentence.span.start
    return _TRIED.search(sentence.text, 0, end) is not None
