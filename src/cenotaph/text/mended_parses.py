"""A parsed sentence's words -> the same, with what the small model tears apart mended.

"Nine people were on Monday night killed by gunmen", as much of the English press of Africa and
South Asia writes: the parser makes "were" the verb, and the killing hangs on nothing. "A medic
there said": it makes "there" the subject. "Two men wanted for theft were shot": it makes men want.
"A day after a raid on Tarsk killed nine": it takes the raid for what "after" is about.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from cenotaph.text.almanac import MONTHS, WEEKDAYS
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Token

_BE = frozenset({"was", "were", "been", "is", "are", "being", "be"})
_LOOSE = frozenset({"advcl", "acl", "xcomp", "ccomp", "acomp", "conj", "dep"})
_ATTRIBUTES = frozenset({"attr", "acomp", "expl", "oprd"})
_TIMES = frozenset({
    "night", "morning", "evening", "afternoon", "midnight", "noon", "dawn", "dusk", "hours",
    "yesterday", "today", "weekend", "week", "month", "year", "day",
    "pm", "am", "p.m.", "a.m.", *WEEKDAYS, *MONTHS,
})  # fmt: skip
_ARMED = frozenset({"drone", "drones", "forces", "troops", "artillery", "shelling", "soldiers"})
_ASKING = frozenset({"WP", "WDT", "WRB"})
_DATING = frozenset({"after", "before", "since"})
_RUINING = frozenset({"burn", "tear", "pull", "knock", "blow", "gun", "mow"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "auxpass"})
_SUFFERERS = frozenset({"nsubj", "nsubjpass"})
_PAIR = 2
_MOST_WORDS = 9  # "in the early hours of last Friday"


def mended(tokens: Sequence[Token]) -> list[Token]:
    """Return the words, a torn passive's participle made the verb that "were" helps."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        head = token.head
        if token.tag in {"VBN", "VBD"} and token.dep in _LOOSE and _is_torn(found, head, at):
            _join(found, head, at)
        elif token.dep == "expl" and at and tokens[at - 1].dep == "npadvmod" and head == at + 1:
            here = tokens[at - 1]
            found[at - 1] = msgspec.structs.replace(here, head=head, dep="nsubj")
            found[at] = msgspec.structs.replace(token, head=at - 1, dep="advmod", pos="ADV")
        elif (wanted := _wanted(found, at)) is not None:
            _call(found, wanted, at)
        elif (dating := _dating(found, at)) is not None:
            _date(found, *dating, at)
        elif (doer := _fronted(found, at)) is not None:
            found[doer] = msgspec.structs.replace(found[doer], dep="nsubj", head=at)
        elif (thing := _ruined(found, at)) is not None:
            found[at] = msgspec.structs.replace(token, dep="prt", tag="RP")
            found[thing] = msgspec.structs.replace(found[thing], dep="dobj", head=head)
        else:
            found[at] = _told(found, at)
    return found


def _told(tokens: Sequence[Token], at: int) -> Token:
    """Return a word alone as it is to be taken: the noun of a figure, the initials of a force."""
    token = tokens[at]
    if _is_of_figure(tokens, at) or _is_by_time(tokens, at):
        dep = "pobj" if token.dep == "compound" else token.dep
        return msgspec.structs.replace(token, head=at - 1, dep=dep)
    if _are_initials(tokens, at):
        return msgspec.structs.replace(token, tag="NNP", pos="PROPN")
    if _is_second(tokens, at):
        return msgspec.structs.replace(token, head=tokens[token.head].head)
    return msgspec.structs.replace(token, dep="dep") if _is_label(tokens, at) else token


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    """Read "900 block of Elm Street, 2 a.m.: A man was shot": the label suffers nothing."""
    verb = tokens[at].head
    if tokens[at].dep not in _SUFFERERS:
        return False
    behind = [i for i in range(at + 1, verb) if tokens[i].head == verb]
    colon = next((i for i in behind if tokens[i].text == ":"), verb)
    return any(tokens[i].dep in _SUFFERERS for i in behind if i > colon)


def _is_second(tokens: Sequence[Token], at: int) -> bool:
    """Read "killed Ana Ruiz, leader of the Front, and Leo Sand": who is told beside her.

    The model takes him for another of what she is.
    """
    token, beside = tokens[at], tokens[tokens[at].head]
    named = token.dep == "conj" and token.pos == tokens[beside.head].pos == "PROPN"
    if not named or beside.dep != "appos" or beside.pos != "NOUN" or token.ent != "PERSON":
        return False
    between = [t.text for t in tokens[token.head + 1 : at]]
    joint = between.index("and") if "and" in between else 0
    return joint > 0 and between[joint - 1] == ","


def _fronted(tokens: Sequence[Token], at: int) -> int | None:
    """Return who did it, taken for the place before a comma: "in Tarsk, the Front killed two"."""
    verb = tokens[at]
    if verb.tag != "VBD" or any(t.head == at and t.dep in _SUBJECTS for t in tokens):
        return None
    for i in range(at - 1, max(-1, at - _MOST_WORDS), -1):
        token = tokens[i]
        place = tokens[token.head]
        if token.dep == "appos" and place.dep == "pobj" and tokens[place.head].head == at:
            between = [t.text for t in tokens[token.head + 1 : at]]
            return i if between[:1] == [","] and between.count(",") == 1 else None
    return None


def _ruined(tokens: Sequence[Token], at: int) -> int | None:
    """Return what "down" or "up" is taken to lead to: "burned down the town hall"."""
    token, verb = tokens[at], tokens[tokens[at].head]
    led = token.dep == "prep" and token.text.lower() in {"down", "up"} and token.head == at - 1
    if not led or verb.lemma.lower() not in _RUINING:
        return None
    return next((i for i, t in enumerate(tokens) if t.head == at and t.dep == "pobj"), None)


def _is_by_time(tokens: Sequence[Token], at: int) -> bool:
    """Tell the hour by which somebody spoke from a part of his name: "By evening officials put"."""
    by = at > 0 and tokens[at - 1].text.lower() == "by" and tokens[at - 1].dep == "prep"
    spoke = tokens[at].dep == "compound" and tokens[tokens[at].head].dep == "nsubj"
    return by and spoke and tokens[at].text.lower() in _TIMES


def _are_initials(tokens: Sequence[Token], at: int) -> bool:
    """Tell the initials of a force that the model takes for a plain noun: "RSF gunmen"."""
    token, people = tokens[at], tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    loud = token.tag in {"NN", "NNS", "JJ"} and token.text.isalpha() and token.text.isupper()
    named = loud and len(token.text) > _PAIR and any(t.text.islower() for t in tokens)
    return named and people in _ARMED | party_words("rebel") | party_words("belong")


def _is_torn(tokens: Sequence[Token], be: int, verb: int) -> bool:
    """Tell whether nothing but a time stands between a form of "be" with a subject and a verb."""
    if not 1 < verb - be <= _MOST_WORDS or tokens[be].text.lower() not in _BE:
        return False
    below = [t for t in tokens if t.head == be and t is not tokens[be]]
    if not any(t.dep == "nsubj" for t in below) or any(t.dep in _ATTRIBUTES for t in below):
        return False
    between = tokens[be + 1 : verb]
    heads = {be, verb, *range(be + 1, verb)}
    return (
        between[-1].text != ","
        and any(t.text.lower() in _TIMES for t in between)
        and all(t.head in heads and t.pos != "VERB" for t in between)
    )


def _wanted(tokens: Sequence[Token], at: int) -> int | None:
    """Return the noun that a participle tells more of: "men wanted for theft were shot"."""
    verb, noun = tokens[at], tokens[at - 1] if at else tokens[at]
    if verb.dep not in {"csubj", "csubjpass"} or verb.tag not in {"VBD", "VBN"} or verb.head < at:
        return None
    asked = any(t.head == at and t.tag in _ASKING for t in tokens)  # "what police found was"
    called = noun.dep in {"nsubj", "nsubjpass"} and noun.head == at and noun.pos == "NOUN"
    return at - 1 if called and not asked else None


def _call(tokens: list[Token], noun: int, verb: int) -> None:
    """Let a noun be the subject of the verb above, and the participle hang on the noun."""
    said, told = tokens[noun], tokens[verb]
    dep = "nsubjpass" if told.dep == "csubjpass" else "nsubj"
    tokens[noun] = msgspec.structs.replace(said, head=told.head, dep=dep)
    tokens[verb] = msgspec.structs.replace(told, head=noun, dep="acl", tag="VBN")


def _dating(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return "after" and the noun behind it that did what a verb with no subject says.

    "After a raid on Tarsk killed nine"; "found after the raid" has no object, or a subject.
    """
    verb = tokens[at]
    if verb.tag not in {"VBD", "VBN"} or verb.dep not in {"advcl", "acl", "conj"}:
        return None
    kids = {t.dep for t in tokens if t.head == at}
    if "dobj" not in kids or kids & {"nsubj", "nsubjpass", "auxpass", "mark", "cc"}:
        return None
    noun = at - 1
    while tokens[noun].dep != "ROOT" and tokens[tokens[noun].head].text.lower() not in _DATING:
        noun = tokens[noun].head
    after = tokens[noun].head
    told = tokens[noun].dep == "pobj" and after < noun < at
    return (after, noun) if told and verb.head in {tokens[after].head, noun} else None


def _date(tokens: list[Token], after: int, noun: int, verb: int) -> None:
    """Let a noun behind "after" be the subject of the verb that "after" opens."""
    above = tokens[after].head
    tokens[verb] = msgspec.structs.replace(tokens[verb], head=above, dep="advcl", tag="VBD")
    tokens[noun] = msgspec.structs.replace(tokens[noun], head=verb, dep="nsubj")
    tokens[after] = msgspec.structs.replace(tokens[after], head=verb, dep="mark")


def _is_of_figure(tokens: Sequence[Token], on: int) -> bool:
    """Read "sixty died on Friday and 50 on Sunday": the second day is of the figure before it."""
    at, before = tokens[on], tokens[max(0, on - 2) : on]
    if at.dep != "prep" or at.text.lower() != "on" or at.head >= on - 1 or len(before) < _PAIR:
        return False
    listed = before[0].text.lower() in {"and", ","} and before[1].pos == "NUM"
    return listed and before[1].dep == "conj" and any(
        t.dep == "prep" and t.head == at.head for t in tokens[: on - 1]
    )  # fmt: skip


def _join(tokens: list[Token], be: int, verb: int) -> None:
    """Let the participle take the place of "be", and all that hangs on it."""
    above = tokens[be]
    head = verb if above.head == be else above.head
    for at, token in enumerate(tokens):
        if token.head == be and at not in {be, verb}:
            dep = "nsubjpass" if token.dep == "nsubj" else token.dep
            tokens[at] = msgspec.structs.replace(token, head=verb, dep=dep)
    tokens[verb] = msgspec.structs.replace(tokens[verb], head=head, dep=above.dep, tag="VBN")
    tokens[be] = msgspec.structs.replace(above, head=verb, dep="auxpass", pos="AUX")
