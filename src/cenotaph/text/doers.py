"""Whoever did it -> who stands behind: "gunmen hired by the cartel", "men thought to be rebels"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cenotaph.text import clauses
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Sentence

HELD = frozenset({"think", "believe", "say", "presume", "suspect", "identify", "describe"})
_DEATHS = frozenset({
    "death", "deaths", "killings", "massacres", "crime", "crimes", "murders", "happened",
})  # fmt: skip
CULPRITS = frozenset({
    "perpetrators", "perpetrator", "attackers", "assailants", "culprits", "killers", "murderers",
    "gunmen", "raiders", "bombers", "abductors", "kidnappers", "assassins",
})  # fmt: skip
_HANDS, _DYING = frozenset({"hands", "orders", "behalf"}), frozenset({"die", "perish", "suffer"})
_LYING, _BEARING = frozenset({"lie", "rest"}), frozenset({"bear", "carry"})
_GUESSES = frozenset({
    "presumably", "apparently", "allegedly", "reportedly", "supposedly", "possibly", "probably",
})  # fmt: skip
_WRONGS = frozenset({
    "responsible", "behind", "disappearance", "disappearances", "disappeared", "violence", "abuses",
    "violations", "abuse", "torture", "genocide", "terror", "terrorism", "terrorist", "war",
    "civilians", "fighting", "force", "weapons",
})  # fmt: skip
_SIDED = {"loyal": "to", "linked": "to", "affiliated": "with"}  # who is allied is another
_REACH = 12  # tokens from a verb to the "by" that tells who did it
_SENT = frozenset({"pay", "hire", "send", "arm", "train", "contract", "order", "belong", "recruit"})


def agent(sentence: Sentence, word: int) -> int | None:
    """Return the head of a "by" phrase: "bombed by Ruritania", "an attack by rebels"."""
    for child in (*sentence.kids[word], *_of_coming_under(sentence, word)):
        by = clauses.lower(sentence, child) == "by"
        noun = sentence.tokens[word].pos in {"NOUN", "PROPN"}  # not "killed nine by mistake"
        noun = noun or sentence.tokens[word].dep == "pcomp"  # "died in shelling by rebels"
        denied = clauses.lower(sentence, child - 1) == "not"  # "strikes not by the army"
        if by and not denied and (sentence.tokens[child].dep == "agent" or noun):
            return clauses.kid(sentence, child, "pobj")
    token = sentence.tokens[word]
    done = token.tag == "VBN" and (token.dep == "acl" or clauses.is_passive(sentence, word))
    return _agent_further(sentence, word) if done else None


def _of_coming_under(sentence: Sentence, noun: int) -> Sequence[int]:
    """Return what hangs on the verb of "came under attack on Monday by rebels"."""
    under = sentence.tokens[noun].head
    if clauses.lower(sentence, under) != "under" or sentence.tokens[noun].dep != "pobj":
        return ()
    return sentence.kids[sentence.tokens[under].head]


def before_bracket(sentence: Sentence, doer: int) -> int:
    """Return the name that a bracket explains, where the model takes what is in it for the doer.

    'The "Red Dawn Front" [Frente Alba Roja] bombed a bank'.
    """
    opened = [i for i in range(max(0, doer - 8), doer) if sentence.tokens[i].text in {"[", "("}]
    closed = any(sentence.tokens[i].text in {"]", ")"} for i in range(max(opened, default=0), doer))
    if not opened or closed:
        return doer
    at = opened[-1] - 1
    while at > 0 and sentence.tokens[at].pos == "PUNCT":
        at -= 1
    return at if at > 0 and sentence.tokens[at].pos in {"NOUN", "PROPN"} else doer


def behind_doer(sentence: Sentence, doer: int) -> int | None:
    """Return the head of the phrase that says whose people, or what people, did it."""
    for kid in sentence.kids[doer]:
        token = sentence.tokens[kid]
        lemma = token.lemma.lower()
        if token.dep not in {"acl", "relcl", "amod"} or kid < doer:
            continue
        if (found := called_by(sentence, kid, lemma)) is not None:
            return found
    return None


def called_by(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Return what a verb says that somebody is: "thought to be rebels", "sent by the cartel"."""
    found = _held_to_be(sentence, verb) if lemma in HELD else None
    if found is None and lemma in HELD | _SENT:
        found = _led_by(sentence, verb, lemma)
    return found


def side_of(sentence: Sentence, doer: int) -> int | None:
    """Return whose side a doer is on: "fighters loyal to M23", "gunmen linked to the Front"."""
    for kid in sentence.kids[doer]:
        link = _SIDED.get(clauses.lower(sentence, kid))
        if kid > doer and link is not None:
            return _object_after(sentence, kid, link)
    return None


def accused(sentence: Sentence, index: int) -> int | None:
    """Return the head of the phrase that the word at `index` blames."""
    token = sentence.tokens[index]
    lemma = token.lemma.lower()
    if token.pos == "VERB" and lemma in party_words("blame"):
        return _object_of_blame(sentence, index, lemma)
    if token.pos == "VERB" and lemma in party_words("onto"):
        return _traced_to(sentence, index)
    if lemma == "work" and token.pos == "NOUN":
        return _object_after(sentence, index, "of") if _is_predicate(sentence, index) else None
    if lemma in {"responsible", "accountable", "behind"}:
        return _behind(sentence, index)
    if lemma == "be":
        return _culprit(sentence, index)
    by = token.dep == "pobj" and token.text.lower() in _HANDS
    return _by_hands(sentence, index) if by else _answerable(sentence, index, lemma)


def is_nobody(sentence: Sentence, head: int) -> bool:
    """Tell whether a phrase names nobody: "nor has ANY GROUP claimed it", "no group"."""
    first = clauses.chunk_left(sentence, head)
    return clauses.lower(sentence, first) in {"any", "no", "neither", "none", "nobody"}


def _agent_further(sentence: Sentence, verb: int) -> int | None:
    """Return who did it where the model hangs "by" elsewhere: "fired from a car by two rebels".

    So it does behind a comma: "was shot on Monday, apparently by rebels".
    """
    for i in range(verb + 1, min(verb + _REACH, len(sentence.tokens))):
        token = sentence.tokens[i]
        guessed = token.text == "," and clauses.lower(sentence, i + 1) in _GUESSES
        if token.pos in {"VERB", "AUX"} or (token.text in {",", ";"} and not guessed):
            return None
        if token.text.lower() == "by":
            return clauses.kid(sentence, i, "pobj")
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
    wanted = "as" if lemma in HELD else "to" if lemma == "belong" else "by"
    for kid in sentence.kids[verb]:
        if kid > verb and clauses.lower(sentence, kid) == wanted:
            return clauses.kid(sentence, kid, "pobj")
    return None


def _object_of_blame(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Read "blamed it on X", "X was blamed", "blamed X"; not "accused X of hiding money"."""
    if _is_of_no_deed(sentence, verb):
        return None
    on = _object_after(sentence, verb, "on") if lemma == "blame" else None
    if on is not None and sentence.tokens[on].ent != "DATE":
        return on
    if clauses.is_passive(sentence, verb):
        return clauses.subject(sentence, verb)
    return clauses.kid(sentence, verb, "dobj")


def _is_of_no_deed(sentence: Sentence, verb: int) -> bool:
    """Tell whether what somebody is accused of doing harmed nobody: "of hiding the money"."""
    whom = clauses.kid(sentence, verb, "dobj")  # the parse may hang the deed on whom it is said of
    for kid in (*sentence.kids[verb], *(() if whom is None else sentence.kids[whom])):
        done = clauses.kid(sentence, kid, "pcomp")
        gerund = any(t.tag == "VBG" for t in sentence.tokens[kid + 1 : kid + 2])
        if done is None and gerund:  # "of arming civilians"
            done = clauses.kid(sentence, kid, "pobj")
        if clauses.lower(sentence, kid) == "of" and done is not None and kid > verb:
            return not any(_is_violent(sentence, i) for i in sentence.subtree(done))
    return False


def _is_violent(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.pos == "VERB" and token.lemma.lower() in party_words("act"):
        return True
    deeds = _DEATHS | party_words("open") | party_words("sure") | party_words("of")
    return token.text.lower() in deeds | _WRONGS


def _traced_to(sentence: Sentence, verb: int) -> int | None:
    """Return whom a deed is attributed to; what is no deed ("attributed 27% to") blames nobody."""
    thing = clauses.kid(sentence, verb, "dobj", "nsubjpass")
    if thing is not None and _is_figure(sentence, thing):
        return None
    if thing is not None and clauses.lower(sentence, thing) in {"finger", "fingers"}:
        return _object_after(sentence, verb, "at")  # "pointed the finger at the rebels"
    found = _object_after(sentence, verb, "to")
    return found if found is not None else _behind_aside(sentence, verb)


def _by_hands(sentence: Sentence, noun: int) -> int | None:
    """Return by whose hands or orders: "died at the hands of the army", "shot on its orders"."""
    prep = sentence.tokens[noun].head
    verb = sentence.tokens[sentence.tokens[prep].head]
    deadly = verb.lemma.lower() in party_words("act") | _DYING or verb.text.lower() in _DEATHS
    if clauses.lower(sentence, prep) not in {"at", "on"} or not deadly:
        return None
    whose = clauses.kid(sentence, noun, "poss")
    return _object_after(sentence, noun, "of") if whose is None else whose


def _is_figure(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.pos == "NUM" or token.text.lower() in {"percent", "%", "votes", "seats"}


def _is_predicate(sentence: Sentence, noun: int) -> bool:
    return sentence.tokens[noun].dep in {"attr", "oprd", "pobj", "acomp"}


def _behind(sentence: Sentence, index: int) -> int | None:
    """Read "X was responsible for", "X is behind the attack", "held X responsible"."""
    verb = sentence.tokens[index].head
    above = sentence.tokens[verb].head
    if sentence.tokens[index].dep == "amod" and sentence.tokens[above].lemma.lower() == "hold":
        return verb  # the model hangs "responsible" on the noun in "held the rebels responsible"
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma == "hold":
        found = clauses.kid(sentence, index, "nsubj")
        return found if found is not None else clauses.kid(sentence, verb, "dobj", "nsubjpass")
    if lemma != "be" or not any(k > index or k == index for k in sentence.kids[verb]):
        return None
    found = clauses.kid(sentence, verb, "nsubj")
    asked = found is not None and clauses.lower(sentence, found) == "who"  # "knows who is ..."
    return None if asked and sentence.tokens[verb].dep in {"ccomp", "pcomp"} else found


def _held_to_account(sentence: Sentence, index: int) -> int | None:
    """Return who is to answer for a deed: "X should be held to account for the attack on Tarsk"."""
    verb = sentence.tokens[index].head
    if clauses.lower(sentence, index - 1) != "to":
        return None
    while sentence.tokens[verb].lemma.lower() != "hold":
        if sentence.tokens[verb].head == verb:
            return None
        verb = sentence.tokens[verb].head
    if not clauses.is_passive(sentence, verb):
        return clauses.kid(sentence, verb, "dobj")
    before = clauses.verb_group_start(sentence, verb) - 1  # "(Geneva) - X should be held"
    noun = before > 0 and sentence.tokens[before].pos in {"NOUN", "PROPN"}
    return before if noun else clauses.subject(sentence, verb)


def is_owed(sentence: Sentence, index: int) -> bool:
    """Tell whether somebody should or must answer for a deed, which blames him for it."""
    below = sentence.lowered[max(0, index - _REACH) : index]
    owed = bool({"should", "must"} & set(below)) and "held" in below
    behind = sentence.lowered[index + 1 : index + 2] == ("for",)
    return owed and behind and any(_is_violent(sentence, i) for i in sentence.subtree(index + 1))


def _answerable(sentence: Sentence, verb: int, lemma: str) -> int | None:
    """Return who is to blame: "responsibility for the deaths rests with X", "X bears the blame"."""
    if lemma == "account":
        return _held_to_account(sentence, verb)
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
    return _object_after(sentence, verb, "with")


def _culprit(sentence: Sentence, verb: int) -> int | None:
    """Return who did it: "the killers are elements of the battalion", "are from the army".

    So does "they are assassins of the army", whoever "they" are.
    """
    subject = clauses.kid(sentence, verb, "nsubj")
    if subject is None:
        return None
    said = clauses.kid(sentence, verb, "attr")
    if clauses.lower(sentence, subject) in CULPRITS:
        return said if said is not None else _object_after(sentence, verb, "from")
    called = said is not None and clauses.lower(sentence, said) in CULPRITS
    they = clauses.lower(sentence, subject) in {"they", "these", "those"}
    return _object_after(sentence, said, "of") if called and they and said is not None else None


def _object_after(sentence: Sentence, index: int, preposition: str) -> int | None:
    """Return the object of a preposition that hangs on a word or on its object."""
    below: Iterable[int] = [index, *sentence.kids[index]]
    for i in below:
        for child in sentence.kids[i]:
            if clauses.lower(sentence, child) == preposition:
                return clauses.kid(sentence, child, "pobj")
    return None


def _behind_aside(sentence: Sentence, verb: int) -> int | None:
    """Return whom "attributed the raid, in which nine died, to the army" names."""
    for i in range(verb + 1, len(sentence.tokens) - 1):
        if clauses.lower(sentence, i) == "," and clauses.lower(sentence, i + 1) == "to":
            return clauses.kid(sentence, i + 1, "pobj")
        if clauses.lower(sentence, i) == ";":
            return None
    return None
