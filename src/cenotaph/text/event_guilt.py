"""A killing told in its sentence -> whether it is only what somebody harmed himself had done.

"A man wanted for the murder of twelve was shot dead": one died, and the twelve are history.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.harm import Harm
from cenotaph.text.harm_words import triggers, written
from cenotaph.text.reading import Sentence

_GUILT = frozenset({
    "convict", "accuse", "suspect", "charge", "jail", "sentence", "want", "imprison", "acquit",
    "indict", "blame", "hunt", "seek",
})  # fmt: skip
_SERVED = frozenset({"sentence", "term", "years", "life", "conviction", "charges", "time"})
_LINKS = frozenset({"of", "for", "with", "in", "over"})
_BETWEEN = frozenset({"DET", "ADV", "AUX", "ADJ", "NUM", "PRON"})
_HARM = frozenset({"killed", "injured", "harmed"})
_PUNISHED = frozenset({"hang", "execute", "behead", "crucify", "guillotine", "electrocute"})
_SUBJECTS = frozenset({"nsubjpass", "nsubj"})
_HIM = frozenset({"he", "she"})
_OVER = frozenset({"was", "had", "were"})
_SAME_DAY = re.compile(
    r"\b(?:hours?|minutes|moments) (?:earlier|before)\b|\bearlier (?:on|in|that|the)\b",
    re.IGNORECASE,
)
_SEEKING = frozenset({
    "look", "search", "hunt", "track", "pursue", "chase", "seek", "trail", "trial", "manhunt",
})  # fmt: skip
_MEANWHILE = frozenset({"while", "as", "when"})
_UNITS = frozenset({"team", "unit", "patrol", "squad", "convoy", "column", "detachment"})
_NEAR = 2  # sentences from who was harmed to what he is told to have done


def is_old_guilt(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a killing is the past deed of somebody who is now harmed himself."""
    guilt = _guilt(sentence, harm.trigger)
    if guilt is None:
        sought = _sought(sentence, harm.trigger)
        beside = sought is not None and _is_under_harm(sentence, sought, harm.trigger)
        return beside or _is_led(sentence, harm)
    if sentence.tokens[guilt].lemma.lower() in _PUNISHED:
        return True  # "hanged for the murder of three"
    if any(map(_harms, _fates(sentence, guilt, harm.trigger))):
        return True
    return _is_defended(sentence, guilt) and _is_under_harm(sentence, guilt, harm.trigger)


def is_guilt_of_fallen(sentence: Sentence, harm: Harm, fallen: Sequence[tuple[int, Harm]]) -> bool:
    """Tell whether "he" who is told to be guilty was himself harmed in a sentence right before.

    "Police shot a man dead. He was wanted for the murder of twelve." So is the deed of those whom
    he, or his unit, was after. `fallen`: harms told before, with their sentences' numbers.
    """
    guilt = _guilt(sentence, harm.trigger)
    sought = _sought(sentence, harm.trigger) if guilt is None else None
    guilt = sought if guilt is None else guilt
    last = [h for n, h in fallen if n >= sentence.number - _NEAR and h.outcome in _HARM]
    if _SAME_DAY.search(sentence.text):
        return False  # "shot himself. He was accused of killing three hours earlier"
    if guilt is None or len({h.phrase.first for h in last}) != 1:
        return False
    count = last[0].phrase.count
    if count is None or count.high != 1 or sentence.tokens[guilt].lemma.lower() in _PUNISHED:
        return False
    doer = clauses.subject(sentence, guilt)
    he = doer is not None and (
        clauses.lower(sentence, doer) in _HIM or (sought is not None and _is_his(sentence, doer))
    )
    start = clauses.verb_group_start(sentence, guilt)
    return he and clauses.lower(sentence, start) in _OVER


def _is_his(sentence: Sentence, doer: int) -> bool:
    """Tell whether somebody's own unit acts: "his patrol was hunting the men who killed nine"."""
    first = clauses.lower(sentence, clauses.chunk_left(sentence, doer))
    unit = clauses.lower(sentence, doer) in _UNITS and first == "the"
    return unit or sentence.tokens[clauses.chunk_left(sentence, doer)].tag == "PRP$"


def _sought(sentence: Sentence, trigger: int) -> int | None:
    """Return the verb for the search for who did a harm: "looking for those who killed four"."""
    tokens, verb = sentence.tokens, sentence.tokens[trigger]
    if verb.dep != "relcl":
        return None
    above = tokens[verb.head]
    at = above.head
    if tokens[at].dep == "prep" and clauses.lower(sentence, at) in {"for", "after", "of"}:
        at = tokens[at].head
    sought = tokens[at].lemma.lower() in _SEEKING and above.dep in {"dobj", "pobj"}
    return at if sought and tokens[at].pos in {"VERB", "NOUN"} else None


def _is_defended(sentence: Sentence, guilt: int) -> bool:
    """Tell whether somebody else has to do with who is guilty: "defending those accused of"."""
    token = sentence.tokens[guilt]
    return token.dep in {"acl", "relcl"} and sentence.tokens[token.head].dep in {"dobj", "pobj"}


def _is_under_harm(sentence: Sentence, at: int, trigger: int) -> bool:
    """Tell whether words only say more of somebody who is harmed, or of when he was.

    "A lawyer defending those accused of killing five was shot", "was shot as he looked for".
    """
    tokens = sentence.tokens
    for _ in range(8):
        token = tokens[at]
        fated = (*sentence.kids[token.head], token.head)
        beside = token.dep in {*_SUBJECTS, "dobj"} or (
            token.dep == "advcl"
            and any(clauses.lower(sentence, k) in _MEANWHILE for k in sentence.kids[at])
        )
        words = (clauses.lower(sentence, k) for k in fated if k not in {at, trigger})
        if beside and token.head != trigger and any(map(_harms, words)):
            return True
        if token.head == at:
            return False
        at = token.head
    return False


def _guilt(sentence: Sentence, trigger: int) -> int | None:
    """Return the word that calls somebody guilty of a harm: "wanted for the alleged murder of".

    It stands before it, with a preposition and no noun between, whatever the parse makes of it.
    """
    at = trigger - 1
    while at > 0 and sentence.tokens[at].pos in _BETWEEN:
        at -= 1
    if clauses.lower(sentence, at) not in _LINKS:
        return None
    at -= 1
    if clauses.lower(sentence, at) in _SERVED:  # "serving a life sentence for the murder of"
        while at > 0 and sentence.tokens[at].pos not in {"VERB", "PUNCT"}:
            at -= 1
        return at if sentence.tokens[at].lemma.lower() in {"serve", "do", "face"} else None
    if sentence.tokens[at].pos == "PROPN" and clauses.lower(sentence, at - 1) == "on":
        at -= 2  # "hanged on Monday for the murder of"
    lemma = sentence.tokens[at].lemma.lower()
    return at if lemma in _GUILT | _PUNISHED else None


def _fates(sentence: Sentence, guilt: int, trigger: int) -> list[str]:
    """Return the words for what befell who is told to be guilty.

    The parse takes "a man wanted for murder was shot" for a clause of its own, "he wanted", or the
    murder for what was shot.
    """
    tokens, token = sentence.tokens, sentence.tokens[guilt]
    doer = tokens[token.head]
    found = []
    if token.dep in {"acl", "relcl"} and doer.dep in {*_SUBJECTS, "dobj"}:
        found.append(doer.head)
    if tokens[trigger].dep in _SUBJECTS:
        found.append(tokens[trigger].head)
    kids = (k for k in sentence.kids[guilt] if k > guilt and tokens[k].dep in {"ccomp", "conj"})
    found += [k for k in kids if tokens[k].tag == "VBN"]
    states = [k for i in found for k in sentence.kids[i] if tokens[k].dep in {"oprd", "acomp"}]
    return [clauses.lower(sentence, i) for i in (*found, *states)]


def _harms(fate: str) -> bool:
    ways = triggers().get(fate, ())
    frames = {"object", "subject", "state"}
    harmed = any(w.frame in frames and w.outcome in _HARM for w in ways)
    return harmed or fate in written("deadly.with")


def _is_led(sentence: Sentence, harm: Harm) -> bool:
    """Read "a general who oversaw the killing of students was shot dead": his deed of before."""
    tokens, token = sentence.tokens, sentence.tokens[harm.trigger]
    verb = tokens[token.head]
    if token.dep != "dobj" or token.pos != "NOUN" or verb.dep != "relcl":
        return False
    if clauses.lower(sentence, harm.trigger + 1) != "of":
        return False
    person = tokens[verb.head]
    if person.dep == "appos":
        person = tokens[person.head]
    above = person.head
    own = person.dep in {*_SUBJECTS, "dobj"} and _harms(clauses.lower(sentence, above))
    return own and above not in {token.head, harm.trigger}
