"""The words of a sentence for one event -> whether they bring it in as new, and by what means.

"A bomb went off in Mopti and killed two" brings in a bomb and people not told of before; "the blast
killed two" and "they were shot" go on with what is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.event_openings import is_heading
from cenotaph.text.event_words import Head
from cenotaph.text.happening import took_place
from cenotaph.text.harm import Harm
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import Sentence

_KNOWN = frozenset({"pronoun", "definite", "subset", "partitive", "zero", "vague"})
_HURT = frozenset({"killed", "injured", "harmed", "abducted"})
_THE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "it"})
_SUBJECTS = ("nsubj", "nsubjpass")
_TELLING = frozenset({"report", "know", "say", "learn", "announce", "confirm", "add", "state"})
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
    people = [h for h in found if h.outcome in _HURT]
    if any(h.is_total or h.phrase.kind == "pronoun" for h in people):
        return False
    heading = is_heading(sentence)
    return any(h.plain and h.phrase.kind not in _KNOWN for h in people) or any(
        h.word.specific and (heading or took_place(sentence, h)) for h in heads
    )


def is_also(sentence: Sentence, heads: Sequence[Head]) -> bool:
    """Tell whether an act is told as one more: "the rebels also shelled Sarmin".

    Who "was also shot" was so in the same attack.
    """
    verbs = [h.token for h in heads if sentence.tokens[h.token].pos == "VERB"]
    return any(
        (_has_also(sentence, v) and not clauses.is_passive(sentence, v))
        or (_is_told_of(sentence, v) and _has_also(sentence, sentence.tokens[v].head))
        for v in verbs
    )


def _is_told_of(sentence: Sentence, verb: int) -> bool:
    """Tell whether another verb tells of it: "also reported that two guards were shot in"."""
    above = sentence.tokens[sentence.tokens[verb].head]
    return sentence.tokens[verb].dep == "ccomp" and above.lemma in _TELLING


def _has_also(sentence: Sentence, verb: int) -> bool:
    return any(clauses.lower(sentence, k) == "also" for k in sentence.kids[verb])


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
