"""The words of an event -> the things that were hit: "bombed two banks", "a raid on a camp"."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.event_clauses import Scope
from cenotaph.text.event_words import Head, things
from cenotaph.text.persons import singular
from cenotaph.text.reading import Sentence

_AT = frozenset({"on", "against", "at", "near", "outside", "inside", "in", "of", "upon", "into"})
_HIT = frozenset({"dobj", "nsubjpass", "conj", "appos"})
_FAR = 6  # steps up the parse


def hit(sentence: Sentence, scope: Scope, heads: Sequence[Head]) -> frozenset[str]:
    """Return the things that the words of an event take: no hospital that people came to."""
    events = {h.token for h in heads}
    found = set()
    for i in scope.tokens:
        token, word = sentence.tokens[i], singular(sentence.lowered[i])
        if token.pos in {"NOUN", "PROPN"} and word in things() and _is_taken(sentence, i, events):
            found.add(word)
    return frozenset(found)


def _is_taken(sentence: Sentence, index: int, events: set[int]) -> bool:
    """Tell whether a thing hangs on a word for an event, by no verb of its own."""
    token = sentence.tokens[index]
    care = things()[singular(sentence.lowered[index])] == "hospital"
    if token.dep == "pobj":
        if care or clauses.lower(sentence, token.head) not in _AT:
            return False
    elif token.dep not in _HIT:
        return False
    at = index
    for _ in range(_FAR):
        at = sentence.tokens[at].head
        if at in events:
            return True
        if sentence.tokens[at].pos in {"VERB", "AUX"}:
            return False
    return False
