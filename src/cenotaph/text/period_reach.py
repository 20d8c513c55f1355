"""Words for a span of time, and a word of harm -> whether the words are of its clause."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.harm_words import triggers
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Sentence

_MARKING = frozenset({"mark", "commemorate", "remember", "honour", "honor", "celebrate", "mourn"})
_OPENERS = frozenset({
    ";", "when", "while", "after", "before", "but", "bringing", "taking", "pushing", "raising",
})  # fmt: skip
_NO_VERBS = frozenset({"amod", "aux", "auxpass", "compound", "pcomp", "prep"})


def is_apart(sentence: Sentence, trigger: int, offset: int) -> bool:
    """Tell whether words at an offset belong to another clause than the trigger's.

    "He has led the union since 2010 and was shot on Monday": the verb between them, or a relative
    clause, takes the period for itself.
    """
    at = sentence.token_at(sentence.span.start + offset)
    if at is None:
        return False
    if trigger < at and clauses.lower(sentence, at) in grouped("harm.txt")["bring"]:
        return True  # "three were shot dead, bringing to 12 the number killed since May"
    low, high = sorted((at, trigger))
    between = range(low + 1, high)
    if any(_opens_clause(sentence, i) for i in between) or _is_told_of(sentence, trigger, at):
        return True
    if trigger < at and _is_of_other_harm(sentence, trigger, at):
        return True
    if at < trigger and _is_spent(sentence, trigger, at):
        return True
    parted = any(_is_verb(sentence, i) for i in between)
    return parted and not clauses.governs(sentence, trigger, at)


def _is_told_of(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether words only say who somebody is: "men abducted last month were shot"."""
    for _ in range(8):
        token = sentence.tokens[at]
        if at in {trigger, token.head}:
            return False
        if token.tag == "VB" and token.lemma.lower() in _MARKING:
            return True  # "killed nine on Monday at a rally to mark a battle in 1920"
        if token.dep in {"acl", "relcl"}:
            return not clauses.governs(sentence, at, trigger) and at < trigger
        at = token.head
    return False


def _is_of_other_harm(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether words are of another verb's harm: "by a gang that killed six in 2014"."""
    while at not in {trigger, sentence.tokens[at].head}:
        token = sentence.tokens[at]
        known = triggers().get(token.text.lower(), ()) if token.dep == "relcl" else ()
        if any(way.frame in {"object", "subject"} for way in known):
            return clauses.governs(sentence, trigger, at)
        at = token.head
    return False


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Tell whether a word opens a clause of its own: "killed two, bringing to 61 the number"."""
    word = clauses.lower(sentence, index)
    if word == "as":
        return sentence.tokens[index].dep == "mark"
    return word in _OPENERS


def _is_spent(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether a verb before the words takes them: "killed nine since May, and two died"."""
    linked = trigger
    while sentence.tokens[linked].dep == "conj":
        linked = sentence.tokens[linked].head
        if linked < at and sentence.tokens[linked].pos == "VERB":
            joined = range(at + 1, trigger)
            subject = clauses.kid(sentence, trigger, "nsubj", "nsubjpass")
            return subject in joined and clauses.governs(sentence, linked, at)
    return False


def _is_verb(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.tag in {"VBD", "VBZ", "VBP", "VBG"} and token.dep not in _NO_VERBS
