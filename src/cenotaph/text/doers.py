"""Whoever did it -> who stands behind: "gunmen hired by the cartel", "men thought to be rebels"."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.reading import Sentence

_HELD = frozenset({"think", "believe", "say", "presume", "suspect", "identify", "describe"})
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


def _held_to_be(sentence: Sentence, verb: int) -> int | None:
    """Read "thought to be Blue Star militants", "who are said to be members of the front"."""
    being = next(
        (k for k in sentence.kids[verb] if sentence.tokens[k].lemma.lower() == "be" and k > verb),
        None,
    )
    return None if being is None else clauses.kid(sentence, being, "attr")


def _led_by(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Read "paid by the cartel", "identified as rebels", "belonging to the front"."""
    wanted = "as" if lemma in _HELD else "to" if lemma == "belong" else "by"
    for kid in sentence.kids[verb]:
        if kid > verb and clauses.lower(sentence, kid) == wanted:
            return clauses.kid(sentence, kid, "pobj")
    return None
