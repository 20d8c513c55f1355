"""A word of harm in its sentence -> whether violence itself did it, or hunger or cold after it."""

from __future__ import annotations

import re

from cenotaph.model import Cause
from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Sentence

_NEEDS = (
    r"(?:medicines?|medication|drugs|oxygen|insulin|antibiotics|food|water|heating|heat|fuel|power"
    r"|electricity|dialysis|blood|care|treatment|supplies|shelter)"
)
_WITHOUT = re.compile(rf"^(?:\W*\w+){{0,3}}? without (?:\w+,? ){{0,2}}?{_NEEDS}\b", re.IGNORECASE)
# "for lack of medicine", "because of dehydration", "from the cold".
_INDIRECT = re.compile(
    r"\b(?:(?:of|from|for|because of|due to|by|owing to|through|amid)(?: an?| the)?"
    rf" (?:\w+,? )?(?:lack|want|shortages?|absence) of (?:\w+,? ){{0,3}}?{_NEEDS}"
    r"|(?:of|from|to|because of|due to|by|owing to) (?:\w+,? (?:and )?)?"
    r"(?:hunger|thirst|dehydration|starvation|malnutrition|cold|hypothermia|exposure|exhaustion"
    r"|cancer|natural causes|old age|pneumonia|leukemia|an? (?:\w+ )?(?:heart attack|stroke|illness"
    r"|overdose)|disease|cholera|measles|dysentery|typhoid|diarrh(?:o?ea)|the cold|famine"
    r"|untreated))\b",
    re.IGNORECASE,
)


def cause(sentence: Sentence, trigger: int) -> Cause:
    """Return whether the violence itself harmed, or hunger or cold after it (COUNTING 15a)."""
    token = sentence.tokens[trigger]
    tail = sentence.text[max(0, token.start - sentence.span.start - 40) :]
    doer = clauses.kid(sentence, trigger, "nsubj")
    if doer is not None and clauses.lower(sentence, doer) in grouped("harm.txt")["want"]:
        return "indirect"  # "measles killed 118 children"
    if token.lemma in {"starve", "freeze"} or _INDIRECT.search(tail):
        return "indirect"
    rest = sentence.text[token.end - sentence.span.start :]
    if token.lemma in {"die", "perish"} and _WITHOUT.search(rest):
        return "indirect"  # "four prisoners died without water"
    return "direct"
