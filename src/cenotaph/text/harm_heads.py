"""Where the noun phrases of victims stand: by the order of words first, by the parse second."""

from __future__ import annotations

from typing import Literal

import msgspec

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_words import Harmed
from cenotaph.text.victims import Phrase, Whole, is_person

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_BEHIND = frozenset({",", ")", "who", "that", "-", "–", "—"})


class Found(msgspec.Struct, frozen=True):
    """A word of harm and the heads of the phrases in its victims' place."""

    trigger: int
    outcome: Harmed
    heads: tuple[int, ...]
    plain: bool = True  # the words say so without doubt
    until: int | None = None  # last token of the outcome's words where it is not the trigger
    human: bool = True  # the word is said of people only, so an unknown noun is one of them


class Harm(msgspec.Struct, frozen=True):
    """One outcome said of one victim phrase."""

    sentence: int  # Sentence.number
    trigger: int  # token of the word that says the outcome
    outcome: Harmed | Literal["as before"]
    phrase: Phrase
    span: Span  # from the first to the last of figure and outcome word
    joined: bool = False  # coordinated with the harm before it: "two soldiers and a child"
    part: bool = False  # part of a figure said before (COUNTING 11)
    whole: int | None = None  # index, in the sentence's list, of the harm it is a part of
    plain: bool = True


def ending_at(whole: Whole, index: int) -> int | None:
    """Return the head of the noun phrase whose last token is at `index`.

    It reaches over an age ("Ana Ruiz, 12, was"), a closing comma, and an apposition ("a third man, a
    bus driver, was hurt").
    """
    sentence = whole.sentence
    while index > 0 and lower(sentence, index) in _BEHIND:
        index -= 1
    if index < 0:
        return None
    token = sentence.tokens[index]
    if token.text.isdigit() and lower(sentence, index - 1) in {",", "aged", "("}:
        return ending_at(whole, index - 2)
    if token.pos not in _NOUNS and not clauses.stands_alone(sentence, index):
        return None
    if token.dep == "appos" and token.head < index and is_person(whole, token.head):
        return token.head
    return index


def starting_at(whole: Whole, index: int) -> int | None:
    """Return the head of a noun phrase that starts at `index`: figure, article, name or pronoun."""
    sentence = whole.sentence
    if index >= len(sentence.tokens):
        return None
    token = sentence.tokens[index]
    classes = {"DET", "NUM", "PRON", "PROPN", "NOUN", "ADJ"}
    if index not in whole.figures and token.pos not in classes:
        return None
    return clauses.chunk_right(sentence, index, whole.figures)


def list_of(whole: Whole, head: int) -> tuple[int, ...]:
    """Return a noun and those coordinated with it."""
    return clauses.coordinated(whole.sentence, head, whole.figures)


def list_ending(whole: Whole, near: int, found: int | None) -> tuple[int, ...]:
    """Return the coordinated phrases that end with the one right before a verb or state."""
    sentence = whole.sentence
    if found is not None:
        heads = list_of(whole, found)
        if near in heads or inside_phrase(whole, found, near):
            return heads
    token = sentence.tokens[near]
    if token.dep == "conj" and sentence.tokens[token.head].pos in _NOUNS:
        return list_of(whole, token.head)
    return (near,)


def inside_phrase(whole: Whole, head: int, index: int) -> bool:
    """Tell whether a noun belongs to another's phrase, or to a clause told of it.

    "The mother of two boys was killed"; "seven men, two of whom were soldiers, died".
    """
    at = index
    for _ in range(6):
        if at == head:
            return True
        token = whole.sentence.tokens[at]
        if token.dep == "ROOT" or (token.dep == "conj" and token.pos in {"VERB", "AUX"}):
            return False
        at = token.head
    return False


def has_number(whole: Whole, first: int, last: int) -> bool:
    """Tell whether a figure that counts stands among the tokens."""
    return any(i in whole.figures for i in range(first, last + 1))


def sufferer(whole: Whole, verb: int) -> int | None:
    """Return the head of a verb's subject: the noun phrase right before it, unless it stands aside.

    "The gunmen fled after two guards were shot": the words before "were shot" are its subject,
    wherever the parse hangs them. "The mayor, a member of the Alliance Party, was shot": what
    stands between commas is not.
    """
    sentence = whole.sentence
    start = clauses.verb_group_start(sentence, verb)
    near = ending_at(whole, start - 1)
    found = clauses.subject(sentence, verb)
    if found is not None and (found >= verb or lower(sentence, found) in {"it", "which", "that", "there"}):
        found = None
    if near is None or not is_person(whole, near):
        return found
    if found is None:
        return near
    aside = lower(sentence, start - 1) in {",", ")", "]"} and is_person(whole, found) is not False
    if found >= near or aside or inside_phrase(whole, found, near):
        return found
    return near
