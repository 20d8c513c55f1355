"""Events told as past history: anniversaries, "in a similar attack", what is remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text.event_clauses import Scope
from cenotaph.text.event_words import Head
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import Sentence

_OLD = re.compile(
    r"\b(?:anniversary|(?:similar|previous|earlier|past)\s+(?:attack|incident|bombing|shooting|strike"
    r"|case|raid|killing|murder|blast|explosion)s?|(?:months|years|decades)\s+(?:ago|earlier|before)"
    r"|historic(?:al)?"
    r"|in\s+the\s+past(?!\s+(?:[\w-]+\s+){0,2}?(?:hours?|minutes?|days?|nights?|weeks?|weekend)\b)"
    r"|last\s+(?:year|decade|century)['’]s\s+(?:[\w'’-]+\s+){0,4}?(?:attack|bombing|shooting"
    r"|massacre|strike|raid|killing|murder|blast|ambush)s?)\b",
    re.IGNORECASE,
)
_YEARS = frozenset({"years", "year", "decades", "decade"})
_REMEMBERING = frozenset({"remember", "commemorate", "forget", "honor", "honour"})
_WAR = r"(?:war|conflict|hostilities|insurgency|campaign|offensive|rebellion|genocide)"
_BEGAN = r"(?:trigger|spark|ignit|provok|start|unleash|prompt|precipitat)(?:s|es|ed|e|ing)?"
# "The war was triggered by an attack in which", "launched its campaign in response to a raid".
_BEGUN_BY = re.compile(
    rf"\b{_WAR}\b(?: in [\w ]{{1,20}})?,?(?: (?:which|that))?(?: (?:was|were|had been))?"
    rf" (?:{_BEGAN}|set off|began|begun|erupted|broke out|followed)\b"
    rf"|\b(?:launch|beg[ua]n|start)(?:ed)? (?:its|their|the)(?: [\w-]+){{0,3}}? {_WAR}\b[^.;]*"
    r"\b(?:after|following|when|(?:response|retaliation|reprisal) (?:to|for))\b",
    re.IGNORECASE,
)
# "The assault, which set off the war, killed", "an attack that sparked the conflict".
_BEGAN_IT = re.compile(
    rf"\b(?:{_BEGAN}|set off|led to|touched off)"
    rf" (?:the|this|that|its|\w+['’]s)(?: [\w-]+){{0,2}}? {_WAR}\b(?! crimes?\b)",
    re.IGNORECASE,
)
# "Blasts at a rite marking the anniversary of" are of now.
_AT_A_RITE = re.compile(
    r"\b(?:at|during|near|outside|inside|into|on|in|hit|struck)\s+(?:an?|the|thousands|crowds?)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:marking|to mark|for|commemorating|on)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
# "the bloodiest since October last year, when 121 died": what is told of then is within
_SINCE = re.compile(r"\bsince\b[^.;,()]*(?:, when\b[^.;()]*)?", re.IGNORECASE)


def is_recalled(
    sentence: Sentence, scope: Scope, heads: Sequence[Head], keys: frozenset[str]
) -> bool:
    """Tell whether words for history are of these events.

    "A bomb killed two on Sunday, the anniversary of the war": what has a day and stands before the
    anniversary is no history.
    """
    if heads and all(_is_remembered(sentence, h.token) for h in heads):
        return True
    if not keys and _began_a_war(sentence, heads):
        return True
    if not scope.finds(sentence, _OLD):
        return False
    last = max(sentence.tokens[h.token].start for h in heads) - sentence.span.start
    found = _OLD.finditer(sentence.text)
    first = min(sentence.tokens[h.token].end for h in heads) - sentence.span.start
    told = [
        m
        for m in found
        if not only_ranks(sentence, heads, m.start())
        and not _AT_A_RITE.search(sentence.text, first, m.start())
    ]
    if not told:
        return False
    return not keys or any(m.group().lower() != "anniversary" or m.start() < last for m in told)


def _began_a_war(sentence: Sentence, heads: Sequence[Head]) -> bool:
    """Tell whether deeds are told as what a war began with: they are no news of it."""
    if _BEGAN_IT.search(sentence.text) is not None:
        return True
    begun = _BEGUN_BY.search(sentence.text)
    first = min(sentence.tokens[h.token].start for h in heads) - sentence.span.start
    return begun is not None and begun.start() < first


def only_ranks(sentence: Sentence, heads: Sequence[Head], at: int) -> bool:
    """Tell whether something only says since when: "the worst raid since the war ended years ago".

    What happened since is told before it, and is no history for that.
    """
    base = sentence.span.start
    return any(
        m.start() <= at < m.end()
        and not any(m.start() <= sentence.tokens[h.token].start - base < m.end() for h in heads)
        for m in _SINCE.finditer(sentence.text)
    )


def only_dates(sentence: Sentence, heads: Sequence[Head]) -> bool:
    """Tell whether a deed only dates something else: "took over after Ruiz was shot in 2007"."""
    for head in heads:
        token = sentence.tokens[head.token]
        marks = {sentence.lowered[k] for k in sentence.kids[head.token]}
        if token.dep != "advcl" or not marks & {"after", "since", "when", "before", "until"}:
            return False
    return True


def _is_remembered(sentence: Sentence, token: int) -> bool:
    """Tell whether a deed is remembered, or only dates: "ten years after the murder of".

    Who is remembered may have died last night: "pupils honored a boy who was shot on Friday".
    """
    at = below = token
    for _ in range(4):
        below, at = at, sentence.tokens[at].head
        word = sentence.lowered[at]
        if sentence.tokens[at].lemma.lower() in _REMEMBERING and at != token:
            person = sentence.tokens[below].pos == "PROPN" or _is_people(sentence.lowered[below])
            return sentence.tokens[at].pos == "VERB" and not person
        if word in {"after", "since"} and sentence.lowered[at - 1] in _YEARS and at > 0:
            return True
    return False


def _is_people(word: str) -> bool:
    """Tell whether a noun is one for persons."""
    return singular(word) in person_words()
