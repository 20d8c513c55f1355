"""A word of harm in its sentence -> whether it is told as having happened (COUNTING 13)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from cenotaph.text import clauses
from cenotaph.text.harm_words import written
from cenotaph.text.reading import Sentence
from cenotaph.text.unreal import modal_words, unreal

Modality = Literal[
    "real",
    "denied",
    "feared",
    "threatened",
    "hypothetical",
    "planned",
    "ratio",
    "fiction",
    "question",
    "replaced",
    "several",
]


_MODALS = frozenset({"would", "could", "might", "should", "ca", "can", "will", "shall", "must"})
_LEANT_ON = frozenset({"be", "make", "leave", "cause"})
_DENIALS = frozenset({"not", "n't", "never"})
_TELLING = frozenset(
    {"inform", "announce", "state", "confirm", "report", "clarify", "note", "stress"}
)
_TO_DEATH = 6  # words in which "to death" or "dead" stands behind a verb
_NOT_QUITE = frozenset({"almost", "nearly"})  # "was almost killed"


def modality(sentence: Sentence, trigger: int) -> Modality:
    """Return whether the harm at `trigger` is told as having happened (COUNTING 13)."""
    key = (modality, trigger)
    if key not in sentence.done:
        sentence.done[key] = _modality(sentence, trigger)
    return cast("Modality", sentence.done[key])


def _modality(sentence: Sentence, trigger: int) -> Modality:
    if (first := _joined_to(sentence, trigger)) is not None:
        return modality(sentence, first)
    own = _own(sentence, trigger)
    return (
        (own if own != "planned" else None)
        or _governed(sentence, trigger)
        or own
        or _above(sentence, trigger)
        or _marked(sentence, trigger)
        or unreal(sentence, trigger)
        or _told_as_fiction(sentence)
        or "real"
    )


def _joined_to(sentence: Sentence, trigger: int) -> int | None:
    """Return the verb that a participle behind a count goes on with: "were killed and 60 hurt".

    The parse may join it to any verb before: "X should be tried for the raid in which four ...".
    """
    before = range(trigger - 2, max(0, trigger - 5), -1)
    and_ = next((i for i in before if clauses.lower(sentence, i) == "and"), None)
    if and_ is None or sentence.tokens[trigger].tag != "VBN":
        return None
    counted = sentence.tokens[and_ + 1].pos == "NUM"
    return and_ - 1 if counted and sentence.tokens[and_ - 1].tag in {"VBN", "VBD"} else None


def _own(sentence: Sentence, trigger: int) -> Modality | None:
    """Read the verb's own auxiliaries: "would kill", "could have been killed", "did not kill"."""
    start = clauses.verb_group_start(sentence, trigger)
    words = range(start, trigger)  # "on 8 May killed nine" is sure
    group = {clauses.lower(sentence, i) for i in words if sentence.tokens[i].pos != "PROPN"}
    modals = _MODALS & group
    kids = sentence.kids[trigger]
    if any(clauses.lower(sentence, k) in modal_words("only-tried") for k in (trigger - 1, *kids)):
        return "planned"  # whatever the parse hangs "attempted" on
    if not {"have", "has"} & group:
        modals |= {clauses.lower(sentence, k) for k in kids if sentence.tokens[k].tag == "MD"}
    if _DENIALS & group:
        return "denied"
    if "may" in group | modals or modal_words("feared") & group:
        return "feared"
    if modals or _NOT_QUITE & group or _is_either(sentence, trigger):
        return "hypothetical"
    if "to" in group and not group & {"have", "been", "has"}:
        return None if _is_owned_to(sentence, trigger, start) else _infinitive(sentence, start)
    return None


def _is_owned_to(sentence: Sentence, trigger: int, start: int) -> bool:
    """Read "pleaded not guilty to murdering two", "confessed to killing him": who died is told."""
    if sentence.tokens[trigger].tag != "VBG":
        return False
    before = {clauses.lower(sentence, i) for i in range(max(0, start - 3), start + 1)}
    return not before.isdisjoint(modal_words("owned-to"))


def _is_either(sentence: Sentence, trigger: int) -> bool:
    """Tell whether the word stands with "or": "the eighth child to be injured or killed"."""
    around = {clauses.lower(sentence, trigger - 1), clauses.lower(sentence, trigger + 1)}
    if "or" not in around or sentence.tokens[trigger].pos == "NUM":
        return False
    return not (_whether_or_not(sentence, trigger) or _is_death_either_way(sentence, trigger))


def _is_death_either_way(sentence: Sentence, trigger: int) -> bool:
    """Tell whether both verbs killed: "shot or hacked to death six", "murdered or executed"."""
    other = trigger + (2 if clauses.lower(sentence, trigger + 1) == "or" else -2)
    behind = sentence.lowered[max(trigger, other) + 1 :][:_TO_DEATH]
    deadly = written("deadly.with") if "death" in behind or "dead" in behind else {}
    words = {clauses.lower(sentence, i) for i in (trigger, other)}
    return words <= written("killed.object").keys() | deadly.keys()


def _whether_or_not(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a figure stands before "killed or wounded": it counts both."""
    start = max(0, trigger - 6)
    return any(
        sentence.tokens[i].pos == "NUM"
        or clauses.lower(sentence, i) in {"no", "nobody", "none", "one", "not", "n't", "without"}
        for i in range(start, trigger)
    )


def _infinitive(sentence: Sentence, start: int) -> Modality | None:
    """Read "to kill": planned, unless the verb before it brought it about ("went on to kill")."""
    before = [clauses.lower(sentence, i) for i in range(max(0, start - 4), start + 1)]
    if "close" in before:
        return "hypothetical"  # "came close to killing two"
    able = "able" in before and bool({"was", "were", "been"} & set(before))
    if able or any(w in modal_words("brought-about") for w in before):
        return None
    return "planned"


def _governed(sentence: Sentence, trigger: int) -> Modality | None:
    """Read the verbs above: "threatened to kill", "denied that three had died", "feared dead"."""
    at, seen, beside = trigger, 0, True
    while seen < 8:
        token = sentence.tokens[at]
        if not beside:
            kind = _by_lemma(token.lemma.lower(), token.text.lower())
            if (
                kind is not None
                and not _was_able(sentence, at)
                and not _is_agreed(sentence, at)
                and not _is_sought(sentence, at)
                and not _is_wish_to_tell(sentence, at)
                and not _ends_reach(sentence, trigger, at)
                and not (kind == "denied" and _is_charge(sentence, trigger))
            ):
                return None if kind == "denied" and _is_about(sentence, trigger, at) else kind
        if token.head == at or (
            token.dep in {"conj", "relcl", "parataxis"} and at == trigger and seen > 0
        ):
            break
        if (
            _stands_after(sentence, at)
            or token.dep == "relcl"
            or (token.dep == "advcl" and token.head < at)
        ):
            break  # what governs the noun does not govern what is said of it
        if _is_presupposed(sentence, trigger, at):
            break
        beside = token.dep == "conj"  # "stopped a bus and shot two": the first verb governs nothing
        at, seen = token.head, seen + 1
    return None


def _was_able(sentence: Sentence, at: int) -> bool:
    """Read "was able to kill two": it happened; "is able to kill" is open."""
    tokens = sentence.tokens
    above = tokens[tokens[at].head]
    return tokens[at].lemma.lower() == "able" and above.tag == "VBD"


def _is_sought(sentence: Sentence, at: int) -> bool:
    """Read "a man wanted for the murder of two was shot": the police want him, nobody a harm."""
    sought = sentence.tokens[at].tag in {"VBN", "VBD"} and clauses.lower(sentence, at) == "wanted"
    return sought and clauses.lower(sentence, at + 1) in {"for", "in", "over", "on"}


def _stands_after(sentence: Sentence, at: int) -> bool:
    """Read "foiled a second attack hours after the first killed five": that one was not foiled."""
    token = sentence.tokens[at]
    return token.dep == "prep" and token.text.lower() in {"after", "since", "following"}


def _is_about(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether a denial is no denial of a harm: "denied any part in the murder of"."""
    kids = {clauses.lower(sentence, k) for k in sentence.kids[at]}
    if kids & {"nobody", "none", "not", "n't", "never"}:
        return True  # "nobody denies that nine were killed"
    preposition = sentence.tokens[trigger].head
    return sentence.tokens[preposition].dep == "prep" and sentence.tokens[preposition].head == at


def _is_charge(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a harm is named as a crime in law: who denies a murder denies having done it."""
    return sentence.tokens[trigger].lemma.lower() in modal_words("charge")


def _is_presupposed(sentence: Sentence, trigger: int, at: int) -> bool:
    """Tell whether a word on the way up takes a harm for granted, whatever is said of the word.

    "Ordered the arrest of two men involved in the massacre", "denied any part in the murder of",
    "wants to avenge the killing of": it happened. "Planned to commit the murder", "feared a wave
    of killings": not so.
    """
    token, noun = sentence.tokens[at], sentence.tokens[trigger].pos in {"NOUN", "PROPN"}
    if at == trigger:
        return False
    if token.dep == "acl" and token.tag in {"VBN", "VBG"}:
        return True
    if token.pos in {"NOUN", "PROPN"}:
        return noun and token.lemma.lower() not in modal_words("told-of")
    return noun and token.pos == "VERB" and token.lemma.lower() not in modal_words("done-by")


def _ends_reach(sentence: Sentence, trigger: int, governor: int) -> bool:
    """Tell whether the harm stands before its governor's clause ("killed three, police fear")."""
    return trigger < governor and any(
        clauses.lower(sentence, i) in {",", ";"} for i in range(trigger, governor)
    )


def _is_agreed(sentence: Sentence, verb: int) -> bool:
    """Tell whether many say it took place: "sources agreed that rebels had shelled the port"."""
    told = (k for k in sentence.kids[verb] if sentence.tokens[k].dep == "ccomp")
    return sentence.tokens[verb].lemma.lower() == "agree" and any(
        sentence.tokens[i].tag == "VBD" for k in told for i in (k, *sentence.kids[k])
    )


def _is_wish_to_tell(sentence: Sentence, verb: int) -> bool:
    """Read "the command wishes to inform the public that nine have died": they have."""
    told = (k for k in sentence.kids[verb] if sentence.tokens[k].dep == "xcomp")
    return any(sentence.tokens[k].lemma.lower() in _TELLING for k in told)


def _by_lemma(lemma: str, word: str) -> Modality | None:
    for kind in ("denied", "threatened", "planned", "feared", "hypothetical"):
        if lemma in modal_words(kind) or word in modal_words(kind):
            return kind
    return None


def _above(sentence: Sentence, trigger: int) -> Modality | None:
    """Read a modal of the verb that a state leans on: "there will be a hundred dead"."""
    at = trigger
    for _ in range(4):
        token = sentence.tokens[at]
        if token.head == at or token.dep in {"relcl", "advcl", "ccomp", "parataxis"}:
            return None
        leans = token.dep == "conj" or sentence.tokens[token.head].lemma in _LEANT_ON
        at = token.head
        group = {clauses.lower(sentence, k) for k in sentence.kids[at]}
        if leans and _MODALS & group and not {"have", "has"} & group:
            return "hypothetical"
    return None


def _marked(sentence: Sentence, trigger: int) -> Modality | None:
    """Read "if" and "unless" at the head of the clause, questions and unverified claims."""
    at, seen = trigger, 0
    while seen < 6:
        for child in sentence.kids[at]:
            if child < trigger and clauses.lower(sentence, child) in {"if", "unless", "lest"}:
                return "hypothetical"
        token = sentence.tokens[at]
        if token.head == at or token.dep == "relcl":
            break
        at, seen = token.head, seen + 1
    if _WHENEVER.match(sentence.text):
        return "hypothetical"
    if _ASKED.search(sentence.text):
        return "question"
    unproven = _UNVERIFIED.search(sentence.text)
    token = sentence.tokens[trigger]
    return "feared" if unproven and token.end - sentence.span.start <= unproven.start() else None


_ASKED = re.compile(r"\?[\"'”’\s]*(?:$|[\"”’])")
_WHENEVER = re.compile(r"\W*(?:any ?time|every time|each time|whenever)\b", re.IGNORECASE)
_UNVERIFIED = re.compile(
    r"\b(?:could|can|have|has|had) ?not (?:yet )?(?:immediately |independently )*be(?:en)? "
    r"(?:immediately |independently )*(?:verif|confirm)"
    r"|\b(?:proved|turned out)(?: to be)? (?:incorrect|false|wrong|untrue)\b",
    re.IGNORECASE,
)
_FICTION = re.compile(
    r"\b(?:box office|ghost train|dead on (?:his|her|their) feet|fictional|screenplay)\b",
    re.IGNORECASE,
)


def _told_as_fiction(sentence: Sentence) -> Modality | None:
    return "fiction" if _is_fiction(sentence.text) else None


@lru_cache(maxsize=64)  # asked for each word of harm of a sentence
def _is_fiction(text: str) -> bool:
    return _FICTION.search(text) is not None
