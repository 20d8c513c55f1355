"""Whoever did it -> who stands behind: "gunmen hired by the cartel", "men thought to be rebels"."""

from __future__ import annotations

from collections.abc import Iterable

from cenotaph.text import clauses
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Sentence

_HELD = frozenset({"think", "believe", "say", "presume", "suspect", "identify", "describe"})
_DEATHS = frozenset({
    "death", "deaths", "killings", "massacres", "crime", "crimes", "murders", "happened",
})  # fmt: skip
CULPRITS = frozenset({
    "perpetrators", "perpetrator", "attackers", "assailants", "culprits", "killers", "murderers",
    "gunmen", "raiders", "bombers", "abductors", "kidnappers",
})  # fmt: skip
_LYING, _BEARING = frozenset({"lie", "rest"}), frozenset({"bear", "carry"})
_SIDED = {"loyal": "to", "linked": "to", "affiliated": "with"}  # who is allied is another
_SENT = frozenset({"pay", "hire", "send", "arm", "train", "contract", "order", "belong", "recruit"})


def behind_doer(sentence: Sentence, doer: int) -> int | None:
    """Return the head of the phrase that says whose people, or what people, did it."""
    for kid in sentence.kids[doer]:
        token = sentence.tokens[kid]
        lemma = token.lemma.lower()
        if token.dep not in {"acl", "relcl", "amod"} or kid < doer:
            continue
        if lemma in _HELD and (called := _held_to_be(sentence, kid)) is not None:
            return called
        if lemma in _HELD | _SENT and (led := _led_by(sentence, kid, lemma)) is not None:
            return led
    return None


def side_of(sentence: Sentence, doer: int) -> int | None:
    """Return whose side a doer is on: "fighters loyal to M23", "gunmen linked to the Front"."""
    for kid in sentence.kids[doer]:
        link = _SIDED.get(clauses.lower(sentence, kid))
        if kid > doer and link is not None:
            return object_after(sentence, kid, link)
    return None


def _held_to_be(sentence: Sentence, verb: int) -> int | None:
    """Read "thought to be Blue Star militants", "believed to belong to the front"."""
    for kid in sentence.kids[verb]:
        lemma = sentence.tokens[kid].lemma.lower()
        if lemma == "be" and kid > verb:
            return clauses.kid(sentence, kid, "attr")
        if lemma == "belong" and kid > verb:
            return _led_by(sentence, kid, lemma)
    return None


def _led_by(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Read "paid by the cartel", "identified as rebels", "belonging to the front"."""
    wanted = "as" if lemma in _HELD else "to" if lemma == "belong" else "by"
    for kid in sentence.kids[verb]:
        if kid > verb and clauses.lower(sentence, kid) == wanted:
            return clauses.kid(sentence, kid, "pobj")
    return None


def answerable(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Return who is to blame: "responsibility for the deaths rests with X", "X bears the blame"."""
    if lemma not in _LYING | _BEARING:
        return None
    thing = clauses.kid(sentence, verb, "dobj" if lemma in _BEARING else "nsubj")
    if thing is None or clauses.lower(sentence, thing) not in {"responsibility", "blame"}:
        return None
    told = {
        clauses.lower(sentence, i) for i in sentence.subtree(verb if lemma in _BEARING else thing)
    }
    if not told & (_DEATHS | party_words("open") | party_words("sure")):
        return None  # "bears responsibility for peace"
    if lemma in _BEARING:
        return clauses.subject(sentence, verb)
    return object_after(sentence, verb, "with")


def culprit(sentence: Sentence, verb: int) -> int | None:
    """Return who did it: "the perpetrators are elements of the battalion"."""
    subject = clauses.kid(sentence, verb, "nsubj")
    if subject is None or clauses.lower(sentence, subject) not in CULPRITS:
        return None
    return clauses.kid(sentence, verb, "attr")


def object_after(sentence: Sentence, index: int, preposition: str) -> int | None:
    """Return the object of a preposition that hangs on a word or on its object."""
    below: Iterable[int] = [index, *sentence.kids[index]]
    for i in below:
        for child in sentence.kids[i]:
            if clauses.lower(sentence, child) == preposition:
                return clauses.kid(sentence, child, "pobj")
    return None


def behind_aside(sentence: Sentence, verb: int) -> int | None:
    """Return whom "attributed the raid, in which nine died, to the army" names."""
    for i in range(verb + 1, len(sentence.tokens) - 1):
        if clauses.lower(sentence, i) == "," and clauses.lower(sentence, i + 1) == "to":
            return clauses.kid(sentence, i + 1, "pobj")
        if clauses.lower(sentence, i) == ";":
            return None
    return None
