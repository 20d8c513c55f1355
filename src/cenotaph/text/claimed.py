"""A verb of claiming -> what is claimed: "claimed responsibility", "the raid was claimed by"."""

from __future__ import annotations

from typing import Final

from cenotaph.text import clauses
from cenotaph.text.reading import Sentence

_DEED: Final = "attack"  # stands for a deed that only "it" or nothing names
_NONE = frozenset({"no", "neither"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def taken_by(sentence: Sentence, verb: int) -> set[str]:
    """Return what a verb takes: "claimed responsibility", "the raid was claimed"; never "no raid".

    What a clause below tells is not taken: "the army claimed that the attack was staged". "It was
    claimed by the Red Dawn" and "Claimed by the Red Dawn" take a deed told before.
    """
    kids = sentence.kids[verb]
    things = [
        k
        for k in kids
        if sentence.tokens[k].dep in {"dobj", "nsubjpass"} or is_claimed_noun(sentence, k)
    ]
    if sentence.tokens[verb].dep in {"acl", "relcl"} and _is_of_noun(sentence, verb, things):
        things = [sentence.tokens[verb].head]
    named = {clauses.lower(sentence, k) for k in things}
    said = "that" in sentence.lowered[verb:]  # "it was claimed by the army that ..."
    if named <= {"it"} and not said and _is_by_somebody(sentence, verb):
        return {_DEED}
    things = [i for thing in things for i in clauses.coordinated(sentence, thing)]
    none = [i for i in things if _NONE & {clauses.lower(sentence, k) for k in sentence.kids[i]}]
    return {clauses.lower(sentence, i) for i in things if i not in none}


def is_claimed_noun(sentence: Sentence, word: int) -> bool:
    """Tell a headline's noun that looks like a verb: "Front claims Paris attacks", by no Paris."""
    token, behind = sentence.tokens[word], sentence.tokens[word + 1 :]
    last = sentence.part == "title" and all(t.pos == "PUNCT" for t in behind)
    above = sentence.tokens[token.head].lemma.lower()
    return last and above == "claim" and token.dep == "ccomp" and token.tag == "VBZ"


def _is_of_noun(sentence: Sentence, verb: int, things: list[int]) -> bool:
    """Tell whether a verb takes the noun before it: "the blast, claimed by", "which it claimed"."""
    relative = any(clauses.lower(sentence, k) in {"which", "that"} for k in things)
    return relative or _is_by_somebody(sentence, verb)


def _is_by_somebody(sentence: Sentence, verb: int) -> bool:
    """Tell a deed that somebody claims from words that somebody claims to be true."""
    below = {sentence.tokens[k].dep for k in sentence.kids[verb]}
    return sentence.tokens[verb].tag == "VBN" and "agent" in below and not below & _CLAUSES
