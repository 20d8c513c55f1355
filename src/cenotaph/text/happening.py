"""A word for an event in its sentence -> whether the words say that it took place.

"A bomb exploded", "the attack on the mayor" and "rockets hit the port" do; "police seized twelve
grenades", "an end to the bombings" and "they attack villages" tell of things, of what is asked for
and of what goes on.
"""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.event_words import Head
from cenotaph.text.lexicon import grouped
from cenotaph.text.modality import modality
from cenotaph.text.persons import singular
from cenotaph.text.reading import Sentence

_PRESENT = frozenset({"VBZ", "VBP"})
_LINKS = frozenset({"prep", "agent"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "'s",
                       "’s", "'", "’"})  # fmt: skip


def _words(group: str) -> frozenset[str]:
    return grouped("happening.txt")[group]


def took_place(sentence: Sentence, head: Head) -> bool:
    """Tell whether a word for an event tells of one that took place."""
    token = sentence.tokens[head.token]
    if modality(sentence, head.token) != "real":
        return False
    if head.word.part == "v":
        past = token.tag not in _PRESENT or sentence.part == "title"
        return past and not _is_downing(sentence, head.token)
    if singular(token.text) in _words("abstract"):
        return False
    if singular(token.text) in _words("means"):
        return _is_used(sentence, head.token)
    return not _is_called_off(sentence, head.token) and (
        token.tag not in {"NNS", "NNPS"} or _is_of_some(sentence, head.token)
    )


def _is_used(sentence: Sentence, index: int) -> bool:
    """Tell whether a weapon did harm or was put to use: "a bomb went off", "threw grenades"."""
    at = index
    while sentence.tokens[at].dep == "conj" and sentence.tokens[at].head < at:
        at = sentence.tokens[at].head
    token = sentence.tokens[at]
    above = token.head
    if sentence.tokens[above].dep in _LINKS or sentence.tokens[above].pos == "ADP":
        above = sentence.tokens[above].head
    verb = sentence.tokens[above]
    suffers = sentence.tokens[at].dep in {"dobj", "nsubjpass"}  # "air defenses destroyed 60 drones"
    return (
        above != at
        and verb.pos == "VERB"  # "330 pounds of explosives"
        and verb.lemma.lower() in _words("used")
        and not (suffers and verb.lemma.lower() in _words("suffered"))
        and verb.tag not in _PRESENT
        and modality(sentence, above) == "real"
    )


def _is_downing(sentence: Sentence, index: int) -> bool:
    """Tell whether only weapons are shot: "shot down 31 of 36 drones"."""
    if clauses.lower(sentence, index + 1) != "down":
        return False
    hit = [k for k in sentence.kids[index] if sentence.tokens[k].dep in {"dobj", "nsubjpass"}]
    below = {singular(sentence.tokens[i].text.lower()) for k in hit for i in sentence.subtree(k)}
    return bool(below & _words("means"))


def _is_called_off(sentence: Sentence, index: int) -> bool:
    """Tell whether an end or a stop is put to it: "halt the attacks", "an end to the bombing"."""
    above = sentence.tokens[sentence.tokens[index].head]
    if above.dep == "prep":
        above = sentence.tokens[above.head]
    return above.lemma.lower() in _words("ended")


def _is_of_some(sentence: Sentence, index: int) -> bool:
    """Tell whether several are those known, counted, or told of with a verb of the past."""
    token = sentence.tokens[index]
    first = clauses.chunk_left(sentence, index)
    inside = range(first, index)
    if any(clauses.lower(sentence, i) in _DEFINITE for i in inside):
        return True
    if any(sentence.tokens[i].pos == "NUM" for i in inside):
        return True
    verb = sentence.tokens[token.head]
    subject = token.dep in {"nsubj", "nsubjpass", "dobj"}
    return subject and verb.pos == "VERB" and verb.tag not in _PRESENT
