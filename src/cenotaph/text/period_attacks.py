"""A word of harm in its sentence -> whether its figure adds up many attacks, or a ranked spell.

"There have been 90 attacks on clinics since the siege began, killing 507": no one moment's dead
(COUNTING 16). Nor are those of "the deadliest month since the siege began, with 210 killed".
"""

from __future__ import annotations

import re

from cenotaph.text import clauses
from cenotaph.text.reading import Sentence

ATTACKS = (
    r"(?:attack|bombing|killing|shooting|murder|strike|explosion|raid|incident|blast|clash)e?s"
)
"""Words for attacks, several of them."""

_ALL = re.compile(rf"(?:{ATTACKS}|airstrikes|violations|cases)")
_MANY = 10  # attacks: fewer may be of one day and place
_ROUGHLY = frozenset({"dozens", "scores", "hundreds", "thousands"})
_TENS = frozenset({"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"})
_SPELLS = frozenset({"days", "weeks", "months", "years"})
_COUNT_SINCE = re.compile(r"\b(?:total|toll|count|tally)s? since\b", re.IGNORECASE)
_BROKEN = re.compile(r"[;:]|, (?:and|but|while|when|after)\b|\b(?:when|after|while|killing)\b")
_APART = frozenset({"ccomp", "parataxis", "ROOT"})
_RECORDED = frozenset({
    "record", "document", "verify", "register", "count", "log", "report", "tally", "confirm",
})  # fmt: skip
_SPELL = r"(?:week|month|year|fortnight|quarter|weekend|days|weeks|months)"
_RANK = r"(?:deadliest|worst|bloodiest|most (?:deadly|lethal|violent|bloody))"
# "July was the deadliest month", "the past week has been the deadliest"
_RANKED = re.compile(
    rf"\b{_RANK} (?:[\w-]+ )?{_SPELL}\b"
    rf"|\b(?:past|last|previous) (?:\w+ )?{_SPELL} (?:has|have|had|was|were) (?:been )?"
    rf"(?:among |one of )?the {_RANK}",
    re.IGNORECASE,
)
_WITH = frozenset({"with", "when", "which", "killing", "claiming", "leaving"})


def is_of_ranked_spell(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a figure is what made a month or a week the deadliest: "with 210 killed"."""
    at = sentence.tokens[trigger].end - sentence.span.start
    found = next((m for m in _RANKED.finditer(sentence.cased) if m.end() < at), None)
    if found is None or not _is_told_by(sentence, found.start()):
        return False
    said = sentence.cased[found.end() : at].lower()
    return not _WITH.isdisjoint(re.findall(r"[a-z]+", said))


def _is_told_by(sentence: Sentence, start: int) -> bool:
    """Tell whether the rank is what a sentence says of a spell, not of an attack's time.

    "The raid, in the deadliest month of the war, killed nine".
    """
    at = sentence.token_at(sentence.span.start + start)
    while at is not None and sentence.tokens[at].pos not in {"VERB", "AUX"}:
        head = sentence.tokens[at].head
        at = None if head == at or sentence.tokens[at].dep in {"relcl", "advcl"} else head
    return at is not None and sentence.tokens[at].lemma.lower() == "be"


def is_of_running_count(sentence: Sentence, trigger: int) -> bool:
    """Read "the running total since the war began is 900 dead", "put the toll since May at 900"."""
    at = sentence.tokens[trigger].end - sentence.span.start
    said = next((m for m in _COUNT_SINCE.finditer(sentence.cased) if m.end() < at), None)
    return said is not None and _BROKEN.search(sentence.cased, said.end(), at) is None


def is_of_days_of(sentence: Sentence, trigger: int) -> bool:
    """Tell whether days on end did the harm: "five days of bombardment have left 90 dead"."""
    at = trigger
    for _ in range(3):
        doer = clauses.kid(sentence, at, "nsubj")
        if doer is not None:
            number = clauses.kid(sentence, doer, "nummod", "amod", "quantmod")
            many = clauses.lower(sentence, doer) in _SPELLS
            return many and number is not None and clauses.of_what(sentence, doer) is not None
        at = sentence.tokens[at].head
    return False


def is_of_many_attacks(sentence: Sentence, trigger: int) -> bool:
    """Tell whether many attacks, counted up over time, did the harm."""
    at = trigger
    for _ in sentence.tokens:
        near = (at, *(k for k in sentence.kids[at] if k != trigger))
        if any(_is_many(sentence, k) for k in near):
            return _is_counted_up(sentence, at)
        token = sentence.tokens[at]
        if token.head == at or token.dep in _APART:
            return False
        at = token.head
    return False


def _is_many(sentence: Sentence, noun: int) -> bool:
    if not _ALL.fullmatch(clauses.lower(sentence, noun)):
        return False
    number = clauses.kid(sentence, noun, "nummod")
    if number is not None:
        word = clauses.lower(sentence, number).replace(",", "")
        return word in _TENS or (word.isdigit() and int(word) >= _MANY)
    of = sentence.tokens[noun].head if sentence.tokens[noun].dep == "pobj" else noun
    return clauses.lower(sentence, sentence.tokens[of].head) in _ROUGHLY


def _is_counted_up(sentence: Sentence, at: int) -> bool:
    """Tell whether what governs them says that they came over time: "has recorded", "since"."""
    if "since" in sentence.lowered:
        return True
    while sentence.tokens[at].pos not in {"VERB", "AUX"} and sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
    have = any(clauses.lower(sentence, k) in {"have", "has"} for k in sentence.kids[at])
    recorded = sentence.tokens[at].lemma.lower() in _RECORDED
    return have or recorded
