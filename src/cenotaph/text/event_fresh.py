"""The words of a sentence for one event -> whether they bring it in as new, and by what means.

"A bomb went off in Mopti and killed two" brings in a bomb and people not told of before; "the blast
killed two" and "they were shot" go on with what is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.event_openings import is_heading
from cenotaph.text.event_words import HURT, Head
from cenotaph.text.happening import took_place
from cenotaph.text.harm import Harm
from cenotaph.text.harm_words import words
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import adjectives_of_countries, person_words, singular
from cenotaph.text.reading import Sentence

_FATED = frozenset({"injured", "wounded", "hurt"})
_KNOWN = frozenset({"pronoun", "definite", "subset", "partitive", "zero", "vague"})
_THE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "it"})
_SUBJECTS = ("nsubj", "nsubjpass")
_TELLING = frozenset({"report", "know", "say", "learn", "announce", "confirm", "add", "state",
                      "document", "record", "verify"})  # fmt: skip
_BEFALLS = frozenset({"occur", "take", "happen", "go", "explode", "break", "erupt", "hear"})
_ALSO = frozenset({"also", "likewise", "similarly"})
_LIKEWISE = frozenset({"likewise", "similarly"})
_AMONG = re.compile(r"Among (?:the|those) (?:dead|killed|slain|injured|wounded|hurt|victims)\b")
_ONE = frozenset({"a", "an", "another"})
_SIDES = ("state", "rebel")
_BELOW = frozenset({"conj", "advcl", "xcomp", "ccomp"})
_FORCES = ("state", "rebel", "group", "arm", "governs")
_SPENT = frozenset({  # an arm that is no force: "the bomb" is one told of
    "bomb", "bombs", "shell", "shells", "rocket", "rockets", "missile", "missiles", "mortar",
    "mortars",
})  # fmt: skip
_MEANS = {
    "shoot": "gun", "shooting": "gun", "gun": "gun", "gunfire": "gun", "machinegun": "gun",
    "machine-gun": "gun", "gunfight": "gun", "shootout": "gun", "shoot-out": "gun",
    "stab": "blade", "stabbing": "blade", "knife": "blade", "hack": "blade", "behead": "blade",
    "beheading": "blade", "slash": "blade",
    "burn": "fire", "torch": "fire", "arson": "fire", "set": "fire",
}  # fmt: skip


def is_fresh(sentence: Sentence, heads: Sequence[Head], found: Sequence[Harm]) -> bool:
    """Tell whether words bring in people or a weapon not told of before, and nothing known."""
    if _goes_on(sentence, heads[0].token) or any(
        _is_of_pronoun(sentence, h.token) for h in heads[1:]
    ):
        return False
    people = [h for h in found if h.outcome in HURT]
    if any(h.is_total or h.phrase.kind == "pronoun" for h in people):
        return False
    heading = is_heading(sentence)
    harmed = {h.trigger for h in found}
    return any(h.plain and not _are_known(sentence, h) for h in people) or any(
        (h.word.specific or h.token not in harmed) and (heading or took_place(sentence, h))
        for h in heads
    )


def _are_known(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether people were told of before: "he", "two of the injured"."""
    last = sentence.tokens[harm.phrase.last].text.lower()
    return harm.phrase.kind in _KNOWN or (harm.phrase.kind == "other" and last in _FATED)


def is_also(sentence: Sentence, heads: Sequence[Head]) -> bool:
    """Tell whether an act is told as one more: "the rebels also shelled Sarmin".

    Who "was also shot", or "also died", was so in the same attack.
    """
    tokens = sentence.tokens
    verbs = [h.token for h in heads if tokens[h.token].pos == "VERB"]
    return any(
        (_has(sentence, v, _ALSO) and not _is_suffered(sentence, v))
        or _has(sentence, v, _LIKEWISE)
        or (_is_told_of(sentence, v) and _has(sentence, tokens[v].head, _ALSO))
        for v in verbs
    ) or any(_is_also_reported(sentence, h.token) for h in heads if h.token not in verbs)


def _is_suffered(sentence: Sentence, verb: int) -> bool:
    dies = sentence.tokens[verb].lemma in words("killed.subject")
    return dies or clauses.is_passive(sentence, verb)


def _is_also_reported(sentence: Sentence, noun: int) -> bool:
    """Read "heavy clashes were also reported in", "a bomb also went off".

    "The group also documented a raid on Tarsk".
    """
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head].lemma
    told = token.dep in _SUBJECTS and (above in _TELLING or above in _BEFALLS)
    told = told or (token.dep == "dobj" and above in _TELLING)
    return told and _has(sentence, token.head, _ALSO)


def _is_told_of(sentence: Sentence, verb: int) -> bool:
    """Tell whether another verb tells of it: "also reported that two guards were shot in"."""
    above = sentence.tokens[sentence.tokens[verb].head]
    return sentence.tokens[verb].dep == "ccomp" and above.lemma in _TELLING


def _has(sentence: Sentence, verb: int, words: frozenset[str]) -> bool:
    return any(clauses.lower(sentence, k) in words for k in sentence.kids[verb])


def tells_of_others(sentence: Sentence, found: Sequence[Harm]) -> bool:
    """Tell whether people are told as more than those of sentences before: "another five".

    "One dead and three others" are of one sentence.
    """
    first = next((h.phrase for h in found if h.outcome in HURT), None)
    if first is None or first.kind != "other" or first.number is None:
        return False
    return clauses.lower(sentence, first.head) != "others"


def is_one(sentence: Sentence, heads: Sequence[Head]) -> bool:
    """Tell whether words bring in one event as new: "in an ambush", not "the ambush".

    So does "a drone attack".
    """
    tokens = sentence.tokens
    nouns = {h.token for h in heads if h.word.specific or h.word.part == "n"}
    nouns |= {tokens[i].head for i in nouns if tokens[i].dep == "compound"}
    return any(
        tokens[i].tag == "NN" and any(clauses.lower(sentence, k) in _ONE for k in sentence.kids[i])
        for i in nouns
    )


def sides(sentence: Sentence, heads: Sequence[Head]) -> frozenset[str]:
    """Return which sorts of forces did it: "state" for "army drones", an "Israeli strike"."""
    found = set()
    countries = adjectives_of_countries()
    for head in heads:
        blow = sentence.tokens[head.token].pos == "NOUN"
        if blow and any(clauses.lower(sentence, k) in countries for k in sentence.kids[head.token]):
            found.add("state")
        at = _doer(sentence, head.token)
        words = () if at is None else (clauses.lower(sentence, i) for i in sentence.subtree(at))
        said = set(words)
        found |= {side for side in _SIDES if said & party_words(side)}
    return frozenset(found)


def _doer(sentence: Sentence, index: int) -> int | None:
    """Return who did what a verb tells of, or did it with a thing; no passive's subject is."""
    if sentence.tokens[index].dep == "dobj":  # "militants fired rockets"
        index = sentence.tokens[index].head
    if sentence.tokens[index].pos not in {"VERB", "AUX"} or clauses.is_passive(sentence, index):
        return None
    while sentence.tokens[index].dep in _BELOW and sentence.tokens[index].head != index:
        if clauses.kid(sentence, index, "nsubj") is not None:
            break
        index = sentence.tokens[index].head
    return clauses.kid(sentence, index, "nsubj")


def is_some(sentence: Sentence, head: Head) -> bool:
    """Tell whether a sentence's subject are several events, not known: "Shootings hurt two"."""
    token = sentence.tokens[head.token]
    first = clauses.chunk_left(sentence, head.token)
    known = _THE | {"both", "'s", "’s"}
    return (
        token.tag == "NNS"
        and token.dep in _SUBJECTS
        and head.word.specific
        and not any(clauses.lower(sentence, i) in known for i in range(first, head.token))
    )


def is_acted(sentence: Sentence, heads: Sequence[Head]) -> bool:
    """Tell whether a verb says what was done, and it was no arrest."""
    return any(
        sentence.tokens[h.token].pos == "VERB" and h.word.event_type != "Strategic developments"
        for h in heads
    )


def means(sentence: Sentence, heads: Sequence[Head]) -> frozenset[str]:
    """Return the sorts of means that an event's own words name: guns, blades, explosives."""
    return frozenset(m for h in heads if (m := _mean(sentence, h)) is not None)


def _mean(sentence: Sentence, head: Head) -> str | None:
    if not head.word.specific:
        return None
    if head.word.event_type == "Explosions/Remote violence":
        return "explosive"
    if head.word.sub_event_type == "Abduction/forced disappearance":
        return "abduction"
    if clauses.lower(sentence, head.token + 1) == "down":
        return None  # what is shot down flew
    return _MEANS.get(sentence.tokens[head.token].lemma.lower())


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Tell whether a word for an event, or who did or suffered it, is known already."""
    if sentence.tokens[index].pos not in {"VERB", "AUX"}:
        return _is_known(sentence, index)
    while (
        sentence.tokens[index].dep in _BELOW
        and clauses.kid(sentence, index, *_SUBJECTS) is None
        and sentence.tokens[index].head != index
    ):
        index = sentence.tokens[index].head
    thing = clauses.kid(sentence, index, "dobj")
    if thing is not None and singular(clauses.lower(sentence, thing)) in person_words():
        return _is_known(sentence, thing)
    at = clauses.kid(sentence, index, *_SUBJECTS)
    return at is not None and _is_known(sentence, at)


def _is_of_pronoun(sentence: Sentence, index: int) -> bool:
    """Tell whether somebody named by a pronoun alone did it or suffered it."""
    at = clauses.kid(sentence, index, *_SUBJECTS)
    return at is not None and clauses.lower(sentence, at) in _PERSONAL


def _is_known(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is a pronoun, or has "the" and is no force: "the gunmen", "they"."""
    token, word = sentence.tokens[index], clauses.lower(sentence, index)
    if token.pos == "PRON":
        return True
    force = word not in _SPENT and any(word in party_words(group) for group in _FORCES)
    if token.pos == "PROPN" or force:
        return False
    return any(clauses.lower(sentence, k) in _THE for k in sentence.kids[index])


def fates_of_known(sentence: Sentence, found: Sequence[Harm]) -> frozenset[str]:
    """Return the fates told of some of those told before alone: "four of the dead", "among the"."""
    known = _AMONG.match(sentence.text) is not None
    parts = [h for h in found if known or h.part or h.phrase.kind == "subset"]
    fates = frozenset(h.outcome for h in parts if len(parts) == len(found))
    return fates - {"as before"}  # "two of the victims": those told of last
