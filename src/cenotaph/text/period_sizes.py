"""A figure of harm -> whether it is too large, or too vague, to be of one moment as it is told."""

from __future__ import annotations

import re

from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped
from cenotaph.text.period_attacks import ATTACKS
from cenotaph.text.periods import MONTH, NAMED, YEAR, near
from cenotaph.text.reading import Sentence

_WAR, _CAMPAIGN = 5000, 300  # dead: more than one attack has killed, more than most have
_MEANS = frozenset({"drones", "missiles", "rockets", "bombs", "mines", "landmines", "shells"})
_LEAVING = frozenset({"left", "inflicted", "suffered", "caused", "claimed", "resulted"})
_MANY_A_MONTH = 20  # dead or hurt: fewer are as often of one event
# "In April 180 people were murdered in the state": a month holds many killings, unless it is told
# as one: "killed in April in an attack on a bus".
_IN_MONTH = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Ff]or|[Tt]hroughout) (?:the (?:whole )?month of )?"
    rf"{MONTH}(?:,? {YEAR})?"
    rf"(?! {YEAR}\b)(?! (?:[12]?\d|3[01])\b(?!,\d))\b"
)
_RECORDED = re.compile(r"\b(?:verified|recorded|documented|registered|tallied|logged)\b")
_WHEN = re.compile(rf"\bin {MONTH}(?: {YEAR})?, when\b")
_ONE_EVENT = re.compile(
    rf"{NAMED.pattern}"
    rf"|\bin (?:[\w-]+ ){{0,2}}{ATTACKS}\b"
    r"|\b(?:at|inside|outside|near|aboard) (?:an?|the|his|her|their)\b",
    re.IGNORECASE,
)


def large(sentence: Sentence, trigger: int, low: int | None, *, vague: bool, dated: bool) -> bool:
    """Tell whether a figure is too large, or too vague, to be of one moment as it is told.

    "More than 70,000 have died" without a day adds up a war; "many have been killed" a time.
    """
    if low is None or (dated and low < _WAR):
        return False
    start = clauses.verb_group_start(sentence, trigger)
    left = {clauses.lower(sentence, i) for i in range(max(0, trigger - 9), trigger)}
    perfect = bool(left & {"has", "have"} and left & _LEAVING) or any(
        clauses.lower(sentence, i) in {"have", "has", "had"}
        for i in range(max(0, start - 1), trigger)
    )
    return low >= _WAR or (perfect and (low >= _CAMPAIGN or vague))


def monthly(sentence: Sentence, trigger: int, low: int | None) -> bool:
    """Tell whether a figure adds up a month: "in April 180 people were murdered"."""
    if low is None or low < _MANY_A_MONTH or _ONE_EVENT.search(sentence.cased):
        return False
    added = clauses.is_passive(sentence, trigger) or is_by_many(sentence, trigger)
    if not (added or _RECORDED.search(sentence.cased)):
        return False  # "in April rebels killed 40": they may have at one time
    head = _IN_MONTH.match(sentence.cased)
    when = _WHEN.search(sentence.cased)  # "more than in March, when 82 were killed"
    if when and when.end() <= sentence.tokens[trigger].start - sentence.span.start:
        return True
    return near(_IN_MONTH, sentence, trigger) or (
        head is not None and sentence.cased[head.end() :].startswith(",")
    )


def is_by_many(sentence: Sentence, trigger: int) -> bool:
    """Tell whether violence or acts of a kind did the harm: "drones caused 36 deaths".

    "The drones" and "two drones" did it at one time.
    """
    verb = trigger
    if sentence.tokens[verb].pos == "NOUN" and sentence.tokens[verb].dep == "dobj":
        verb = sentence.tokens[verb].head
    doer = clauses.kid(sentence, verb, "nsubj")
    if doer is None or sentence.lowered[doer] == "violence":
        return doer is not None
    marks = {sentence.tokens[k].dep for k in sentence.kids[doer]}
    bare = sentence.tokens[doer].tag == "NNS" and not marks & {"det", "nummod", "poss"}
    return bare and sentence.lowered[doer] in _MEANS | grouped("target_verbs.txt")["noun"]
