"""A harm and its sentence -> whether it took place: counted alone, with others, or put right."""

from __future__ import annotations

import re

from cenotaph.text import clauses
from cenotaph.text.harm_heads import Harm
from cenotaph.text.modality import Modality, modality
from cenotaph.text.reading import Sentence

# "159 hurt, up from 23 killed and 140 hurt": a figure of before, which the sentence replaces.
_UP_FROM = re.compile(
    r"(?:(?:^|[,(;–—-]\s?)(?:up|down)|\b(?:revised|raised|lowered|increased|risen|rising))"
    r" (?:\w+ly )?from "
    r"(?:(?!to\b|--|\d+ to\b)[\w,-]+ ){0,6}$",
    re.IGNORECASE,
)


# "10,000 have been killed or are missing": nobody knows how many of either.
_OR_ELSE = re.compile(
    r"\b(?:killed|dead|died|wounded|injured|hurt),? or (?:are |is |were |was |remain |have gone )?"
    r"(?:still )?(?:forcibly )?"
    r"(?:missing|disappeared|abducted|captured|displaced|jailed|imprisoned|detained)\b",
    re.IGNORECASE,
)

# "Five officers reported missing were found dead", "rescuers reached two of the missing alive"
_FOUND = (
    r"(?:found|rescued|recovered|located|reached|retrieved|freed|discovered"
    r"|(?:pulled|brought) (?:out|alive))"
)
_WERE_FOUND = re.compile(
    r"(?: (?:missing|unaccounted for))?(?: (?:since|on|from|after|for|in|at) [^.;,]{1,30})?,?"
    rf" (?:was|were|(?:has|have|had) been) (?:(?:later|since|all|both|also) )*{_FOUND}\b",
    re.IGNORECASE,
)
_FOUND_THEM = re.compile(rf"\b{_FOUND} (?:alive )?$", re.IGNORECASE)


def modality_of(sentence: Sentence, harm: Harm) -> Modality:
    """Return whether a harm is told as fact, and whether its figure is of it alone and stands."""
    if _is_replaced(sentence, harm) or _is_found_again(sentence, harm):
        return "replaced"
    if _is_of_several(sentence, harm):
        return "several"
    if _is_one_of(sentence, harm):
        return "hypothetical"
    if _is_neither(sentence, harm):
        return "denied"
    found = modality(sentence, harm.trigger)
    # "did not survive": what is denied is that they lived
    lived = found == "denied" and harm.rule.startswith("turn not_survived")
    unfound = harm.rule.startswith(("turn not_found", "turn not_seen"))  # "could not be found"
    if lived or (harm.outcome == "missing" and (found == "feared" or unfound)):
        return "real"  # missing and presumed dead is missing (COUNTING 15a)
    return found


def _is_of_several(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a figure is of the dead and of others together: "killed or missing"."""
    at = sentence.tokens[harm.trigger].start - sentence.span.start
    return any(m.start() <= at < m.end() for m in _OR_ELSE.finditer(sentence.text))


def _is_replaced(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a figure is said to have been that of before: "up from 23 on Monday"."""
    number = harm.phrase.number
    if number is None:
        return False
    return _UP_FROM.search(sentence.text[: number.span.start - sentence.span.start]) is not None


def _is_found_again(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether those missing are told to have been found: they are missing no more."""
    if harm.outcome != "missing":
        return False
    first, last = harm.phrase.first, max(harm.phrase.last, harm.trigger)
    base = sentence.span.start
    before = sentence.text[: sentence.tokens[first].start - base]
    after = sentence.tokens[last].end - base
    return (
        _WERE_FOUND.match(sentence.text, after) is not None
        or _FOUND_THEM.search(before) is not None
    )


def _is_one_of(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether one person stands beside "or": "the murder of a judge, mayor or teacher"."""
    if harm.phrase.count is None or harm.phrase.count.high != 1:
        return False
    first = harm.phrase.head
    while sentence.tokens[first].dep == "conj" and sentence.tokens[first].head < first:
        first = sentence.tokens[first].head
    listed = clauses.coordinated(sentence, first)
    nouns = [at for at in listed if sentence.tokens[at].pos in {"NOUN", "PROPN"}]
    return len(nouns) > 1 and any(
        sentence.tokens[k].dep == "cc" and clauses.lower(sentence, k) == "or"
        for at in nouns
        for k in sentence.kids[at]
    )


def _is_neither(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm befell none of two: "neither the envoy nor his wife was hurt"."""
    first = harm.phrase.head
    while sentence.tokens[first].dep == "conj" and sentence.tokens[first].head < first:
        first = sentence.tokens[first].head
    start = clauses.chunk_left(sentence, first)
    words = {clauses.lower(sentence, i) for i in range(max(0, start - 1), first + 1)}
    return "neither" in words or clauses.lower(sentence, harm.phrase.first - 1) == "nor"
