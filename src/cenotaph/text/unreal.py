"""A word of harm in its sentence -> whether it is played, rehearsed, untrue or said of anybody.

What says so stands above the clause or beside it: "reports that nine had died were false", "the
drill simulated a blast in which 50 were killed", "in the film a sniper kills six".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

from cenotaph.text import clauses
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Sentence

Unreal = Literal["denied", "hypothetical", "fiction"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_LINKS = frozenset({"be", "turn", "prove", "remain", "seem"})
_ENDS = frozenset({"nsubj", "nsubjpass", "parataxis"})
_ANYBODY = frozenset({"those", "anyone", "anybody", "whoever", "someone", "everyone", "any", "one"})
# "5-0", not "10-12 shots".
_SCORE = re.compile(
    r"(?<![\d.-])\d{1,2}[-–]\d{1,2}(?![\d-])(?! (?:year|vote|split|a\.m|p\.m|[a-z]{2,}s\b))"
)
_PITCH = frozenset({"midfield", "goalless", "halftime", "half-time"})
_PRESENT = frozenset({"VBZ", "VBP"})
_EACH = frozenset({"a", "an", "per", "every", "each"})
_SPELLS = frozenset({"minute", "hour", "day", "week", "month", "year"})


def unreal(sentence: Sentence, trigger: int) -> Unreal | None:
    """Return how a harm is not real by what stands above it; None when nothing says so."""
    path = _path(sentence, trigger)
    if _is_untrue(sentence, path):
        return "denied"
    if _is_of_anybody(sentence, trigger) or _is_rate(sentence, trigger):
        return "hypothetical"
    if (
        _is_felt(sentence, trigger)
        or _is_of_sport(sentence, trigger)
        or _is_in_words(sentence, trigger)
    ):
        return "hypothetical"
    if _is_rehearsed(sentence, path) or _is_played(sentence, path):
        return "fiction"
    return None


def modal_words(group: str) -> frozenset[str]:
    """Return a group of the words that set an act apart from fact."""
    return grouped("modality.txt").get(group, frozenset())


def _is_in_words(sentence: Sentence, trigger: int) -> bool:
    """Read "harshly attacked the president", "the crisis that exploded today"."""
    token = sentence.tokens[trigger]
    if token.pos != "VERB":
        return False
    if token.lemma.lower() == "attack":
        return any(
            clauses.lower(sentence, k) in modal_words("said-how") for k in sentence.kids[trigger]
        )
    subject = token.head if token.dep == "relcl" else clauses.subject(sentence, trigger)
    bursts = token.lemma.lower() == "explode" and subject is not None
    return bursts and clauses.lower(sentence, subject or 0) in modal_words("bursts")


def _path(sentence: Sentence, trigger: int) -> list[int]:
    """Return the trigger and the words above it, up to the root."""
    path = [trigger]
    while sentence.tokens[path[-1]].head not in path:
        path.append(sentence.tokens[path[-1]].head)
    return path


def _is_untrue(sentence: Sentence, path: Sequence[int]) -> bool:
    """Read "reports that nine had died were false", "it is not true that nine were killed"."""
    for below, above in itertools.pairwise(path):
        token, head = sentence.tokens[below], sentence.tokens[above]
        if token.dep in _SUBJECTS and below != path[0]:
            told = token.lemma.lower() in modal_words("told-in")
            if told and (
                head.lemma in modal_words("untrue-verb") or _is_called_untrue(sentence, above)
            ):
                return True
        own = below == path[0] or (token.lemma == "be" and below == path[1])  # "X was behind it"
        of_clause = token.dep in {"ccomp", "acl", "relcl"} and own
        if of_clause and _is_disowned(sentence, above):
            return True
    return False


def _is_called_untrue(sentence: Sentence, verb: int) -> bool:
    """Tell whether a linking verb ends in "false", "a hoax": "turned out to be a hoax"."""
    if sentence.tokens[verb].lemma not in _LINKS:
        return False
    below = [k for k in sentence.kids[verb] if k > verb]
    below += [k for i in below for k in sentence.kids[i] if sentence.tokens[i].dep == "xcomp"]
    said = [i for i in below if clauses.lower(sentence, i) in modal_words("untrue")]
    kids = {clauses.lower(sentence, k) for k in sentence.kids[verb]}
    return bool(said) and not kids & {"not", "n't"}


def _is_disowned(sentence: Sentence, above: int) -> bool:
    """Read "it is not true that", "there is no evidence that", "no reason to believe that"."""
    words = {clauses.lower(sentence, k) for k in sentence.kids[above]}
    if sentence.tokens[above].lemma in {"believe", "think", "suspect"}:
        why = sentence.tokens[above].head
        none = {clauses.lower(sentence, k) for k in sentence.kids[why]} & {"no", "little"}
        return bool(words & {"not", "n't"} or (none and clauses.lower(sentence, why) == "reason"))
    if sentence.tokens[above].lemma == "be":
        return "true" in words and bool(words & {"not", "n't"})
    return clauses.lower(sentence, above) in modal_words("proof") and "no" in words


def _is_of_anybody(sentence: Sentence, trigger: int) -> bool:
    """Read "punish those who kill two or more people": a rule, not a deed."""
    at = trigger
    if sentence.tokens[at].dep == "conj":
        at = sentence.tokens[at].head
    token = sentence.tokens[at]
    if token.dep != "relcl" or sentence.tokens[trigger].tag not in _PRESENT:
        return False
    return clauses.lower(sentence, token.head) in _ANYBODY


def _is_rate(sentence: Sentence, trigger: int) -> bool:
    """Read "kills four an hour": a habit, no moment (COUNTING 16)."""
    if sentence.tokens[trigger].tag not in _PRESENT or sentence.part == "title":
        return False
    near = range(trigger + 1, min(trigger + 9, len(sentence.tokens)))
    return any(
        clauses.lower(sentence, i) in _SPELLS and clauses.lower(sentence, i - 1) in _EACH
        for i in near
    )


def _is_felt(sentence: Sentence, trigger: int) -> bool:
    """Read "it hurts him to see": no wound."""
    if sentence.tokens[trigger].lemma.lower() != "hurt":
        return False
    doer = clauses.kid(sentence, trigger, "nsubj")
    told = sentence.tokens[trigger].tag in _PRESENT
    return told and doer is not None and clauses.lower(sentence, doer) in {"it", "that", "this"}


def _is_of_sport(sentence: Sentence, trigger: int) -> bool:
    """Read "Rovers slaughtered United 5-0": a score, and no people counted."""
    if sentence.tokens[trigger].lemma.lower() not in modal_words("beaten"):
        return False
    if _SCORE.search(sentence.cased) is None and not _PITCH & set(sentence.lowered):
        return False
    harmed = clauses.kid(sentence, trigger, "dobj", "nsubjpass")
    return (
        harmed is None
        or sentence.tokens[harmed].pos == "PROPN"
        or (clauses.lower(sentence, harmed) in modal_words("teams"))
    )


def _is_rehearsed(sentence: Sentence, path: Sequence[int]) -> bool:
    """Read "the drill simulated a blast in which 50 people were killed"."""
    for below, above in itertools.pairwise(path):
        dep = sentence.tokens[below].dep
        if dep in _ENDS or (dep in {"conj", "advcl"} and sentence.tokens[below].pos == "VERB"):
            return False
        if sentence.tokens[above].lemma.lower() in modal_words("staged"):
            return True
    return False


def _is_played(sentence: Sentence, path: Sequence[int]) -> bool:
    """Tell whether a film, book or game holds the harm: "in the film", "the novel ends when"."""
    above = (sentence.tokens[i] for i in path[1:])
    if any(t.pos == "NOUN" and t.lemma.lower() in modal_words("played") for t in above):
        return True  # "a novel in which 300 defenders die"
    present = _is_present(sentence, path[0])
    for i, token in enumerate(sentence.tokens):
        word = token.lemma.lower()
        loose = word in modal_words("played-now")
        if not (word in modal_words("played") or (loose and present)):
            continue
        if token.dep == "compound" or _before_noun(sentence, i):
            continue  # "a film crew", "the movie theater"
        if token.dep in _SUBJECTS and _tells_of(sentence, token.head, path):
            return True
        if _stands_in(sentence, i) in path:
            return True
    return False


def _is_present(sentence: Sentence, trigger: int) -> bool:
    if sentence.tokens[trigger].tag in _PRESENT:
        return True
    start = clauses.verb_group_start(sentence, trigger)
    return any(clauses.lower(sentence, i) in {"is", "are"} for i in range(start, trigger))


def _before_noun(sentence: Sentence, index: int) -> bool:
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return after is not None and after.pos == "NOUN" and sentence.part != "title"


def _tells_of(sentence: Sentence, verb: int, path: Sequence[int]) -> bool:
    """Tell whether a film's own verb stands above the harm: "the film opens with ..."."""
    return verb in path and sentence.tokens[verb].tag in _PRESENT


def _stands_in(sentence: Sentence, noun: int) -> int:
    """Return the verb within whose "in the film" a noun stands; -1 when in none."""
    at = noun
    for _ in range(6):
        token = sentence.tokens[at]
        if token.dep not in {"pobj", "prep", "conj", "appos"}:
            return -1
        above = sentence.tokens[token.head]
        if token.dep == "prep" and above.pos in {"VERB", "AUX"}:
            return token.head if token.text.lower() in {"in", "throughout"} else -1
        at = token.head
    return -1
