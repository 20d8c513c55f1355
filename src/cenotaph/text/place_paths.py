"""The words that a place's name hangs on: what they say of whether something happened there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.act_nouns import takes_captive
from cenotaph.text.event_words import things
from cenotaph.text.persons import singular
from cenotaph.text.reading import Token
from cenotaph.text.sites import Site, lemmas

_LYING = frozenset({"die", "be", "lie", "remain", "stay", "survive", "succumb"})
_DYING = frozenset({"die", "succumb"})
_LATER = frozenset({"later", "afterwards", "afterward", "subsequently"})
_WOUNDS = frozenset({"wound", "injury", "burn"})
_WARD = re.compile(r"^(?:['’]s)? (?:[\w’'-]+ ){0,3}(?i:hospital|clinic|medical|infirmary)\b")
_LAID = re.compile(r"\b(?i:condition|hospital|surgery) (?:at|in) $")
_INTO = frozenset({"in", "at", "on", "near", "against", "into", "inside", "outside", "through"})
_BEFORE = frozenset(
    {"front", "outside", "inside", "gate", "gates", "entrance", "side", "courtyard"}
)
_GROUNDS = frozenset({"base", "station"})
_PARTS = frozenset({"control", "wing", "block", "yard", "courtyard", "gate", "front", "entrance"})
_HALLS = frozenset({
    "conference", "court", "embassy", "funeral", "headquarters", "jail", "newspaper", "office",
    "prison", "protest", "rally", "vigil",
})  # fmt: skip
_SAYING = frozenset({
    "say", "tell", "announce", "report", "claim", "add", "attribute", "blame", "accuse", "confirm",
    "deny", "warn", "condemn", "state", "reject", "urge", "speak", "put", "give", "estimate",
})  # fmt: skip


def is_apart(site: Site) -> bool:
    """Tell whether the words that a name hangs on are of speech, journeys or care."""
    tokens = [site.sentence.tokens[i] for i in (site.path() or [])[1:]]
    words = (lemmas("care") | lemmas("answer")) - {"take"}
    return any(t.lemma.lower() in words or is_elsewhere(site, t) or says(site, t) for t in tokens)


def is_elsewhere(site: Site, token: Token) -> bool:
    """Tell whether a word puts people, and no event, at a place: "stationed in", "told a rally in".

    "The bus station in Tarsk" is a place itself; so is a prison in which, or an embassy to which
    something happens.
    """
    lemma = token.lemma.lower()
    if lemma not in lemmas("elsewhere") or (lemma == "take" and not _is_led_off(site, token)):
        return False
    over, thing = site.sentence.tokens[token.head], None
    if over.lemma.lower() == "of":  # "at the offices of a newspaper", "for control of a prison"
        thing = site.sentence.tokens[over.head]
        over = site.sentence.tokens[thing.head]
    of_thing = thing is not None and singular(thing.text.lower()) in things()
    if token.pos == "VERB" or (lemma not in _GROUNDS | _HALLS and not of_thing):
        return (lemma, token.tag) != ("work", "VBG")  # "fired on women working in the fields"
    part = thing is not None and thing.lemma.lower() in _PARTS
    within = over.lemma.lower() in _INTO or part
    there = token.dep in {"dobj", "nsubjpass"} or (token.dep == "pobj" and within)
    return lemma not in _GROUNDS and not there


def is_hit(site: Site, index: int) -> bool:
    """Tell whether a noun or what it is of is hit: "destroyed a wing of the embassy in Tarsk"."""
    tokens = site.sentence.tokens
    while tokens[index].dep in {"pobj", "prep"}:
        index = tokens[index].head
    struck = tokens[index].dep in {"dobj", "nsubjpass"}
    return struck and tokens[tokens[index].head].lemma.lower() in lemmas("strikes")


def _is_led_off(site: Site, token: Token) -> bool:
    """Tell whether somebody is taken somewhere: not of "took control of Tarsk"."""
    at = site.sentence.token_at(token.start)
    kids = () if at is None else site.sentence.kids[at]
    children = [site.sentence.tokens[k] for k in kids]
    return token.tag == "VBN" or any(
        c.dep == "prep" and c.lemma.lower() in {"to", "into", "from", "by", "away"}
        for c in children
    )


def says(site: Site, token: Token) -> bool:
    """Tell whether a word is who says it: "the government in Niamey said"."""
    head = site.sentence.tokens[token.head].lemma.lower()
    if head == "claim" and _takes_lives(site, token.head):
        return False  # "fighting near Tarsk claimed nine lives"
    return token.dep == "nsubj" and head in _SAYING


def _takes_lives(site: Site, verb: int) -> bool:
    taken = clauses.kid(site.sentence, verb, "dobj")
    return taken is not None and site.sentence.tokens[taken].lemma.lower() in {"life", "victim"}


def answers(site: Site, path: Sequence[int]) -> bool:
    """Tell whether a place is what something answers: "in response to raids on Tarsk"."""
    return any(site.sentence.tokens[i].lemma.lower() in lemmas("answer") for i in path[1:])


def is_struck(site: Site) -> bool:
    """Tell whether the name or what is named for it is struck: "denied hitting a Sumy market".

    What is denied is no event, but it says where the one spoken of happened; so does "stormed the
    church in Komanda".
    """
    path, tokens = site.path() or [], site.sentence.tokens
    for index in path:
        token = tokens[index]
        if token.dep in {"dobj", "nsubjpass"}:
            return tokens[token.head].lemma.lower() in lemmas("strikes")
        if token.pos == "VERB":
            struck = any(tokens[k].dep == "dobj" for k in site.sentence.kids[index])
            return struck and token.lemma.lower() in lemmas("strikes")
        within = token.dep in {"pobj", "prep"} and site.located
        if token.dep not in {"compound", "nmod", "poss"} and not within:
            return False
    return False


def head(site: Site, path: Sequence[int]) -> tuple[int, bool]:
    """Return which step of the path stands for a name, and whether that is only a thing of it.

    "The border town of Sumy" stands as "town" does; of "the garrison of Sumy" the garrison does.
    """
    tokens = site.sentence.tokens
    of = len(path) > 2 and tokens[path[1]].lemma.lower() == "of"
    if not of or site.name.scale != "town":
        return 0, False
    return 2, tokens[path[2]].lemma.lower() not in lemmas("settled")


def is_within(site: Site, thing: int) -> bool:
    """Tell whether something was in or at a thing of the place: "at the bus station of Sumy"."""
    token = site.sentence.tokens[thing]
    if token.dep != "pobj":
        return False
    lead = site.sentence.tokens[token.head]
    if lead.lemma.lower() != "of":
        return lead.lemma.lower() in _INTO
    return site.sentence.lowered[lead.head] in _BEFORE  # "in front of the station of Sumy"


def is_gathered(site: Site, above: Sequence[int]) -> bool:
    """Tell whether people met, prayed or were tried there: "wept at a vigil in Tarsk"."""
    return any(site.sentence.tokens[i].lemma.lower() in _HALLS for i in above)


def where(site: Site, path: Sequence[int], events: Mapping[int, Span]) -> Span | None:
    """Return the event that took place there: "the bar in Tarsk where five were shot".

    So in "a kiln near Tarsk, on which bombs were dropped", not in "a man in Tarsk who was shot".
    """
    sentence = site.sentence
    for index in path:
        if sentence.tokens[index].pos in {"VERB", "AUX"}:
            return None
        for child in sentence.kids[index]:
            if sentence.tokens[child].dep != "relcl":
                continue
            within = sentence.subtree(child)
            opening = [sentence.lowered[i] for i in within[:2]]
            if opening[0] == "where" or (opening[0] in _INTO and opening[1:] == ["which"]):
                starts = (sentence.tokens[i].start for i in within)
                return next((events[at] for at in starts if at in events), None)
    return None


def is_entered(site: Site) -> bool:
    """Tell whether those who then did it came there: "entered Tarsk, torched it and shot two"."""
    tokens, path = site.sentence.tokens, site.path()
    if not path:
        return False
    first, owned = head(site, path)  # "entered the village of Tarsk"
    token = tokens[path[first]]
    if token.dep != "dobj" or owned:
        return False
    return tokens[token.head].lemma.lower() in lemmas("entered")


def led_to(site: Site, above: Sequence[int], events: Mapping[int, Span]) -> Span | None:
    """Return the event that what was done somewhere led to: "drove into a bar in Sumy, killing".

    So "stopped a bus near Sumy, robbed it and shot two", of one subject.
    """
    tokens = site.sentence.tokens
    index = next((i for i in above if tokens[i].pos == "VERB"), None)
    if index is None:
        return None
    for child in site.sentence.kids[index]:
        if tokens[child].dep == "advcl" and tokens[child].tag == "VBG":
            return events.get(tokens[child].start)
    return _gone_on(site, index, events)


def _gone_on(site: Site, verb: int, events: Mapping[int, Span]) -> Span | None:
    """Return the first event among the verbs that go on with what a verb's subject did."""
    sentence = site.sentence
    for child in sentence.kids[verb]:
        own = clauses.kid(sentence, child, *clauses.SUBJECTS) is not None
        if sentence.tokens[child].dep != "conj" or own:
            continue
        at = events.get(sentence.tokens[child].start) or _gone_on(site, child, events)
        if at is not None:
            return at
    return None


def is_care(site: Site, above: Sequence[int], events: Mapping[int, Span], *, located: bool) -> bool:
    """Tell whether a name says where the harmed were brought: "treated in Delhi".

    So do "flown to Delhi hospital", "died in a hospital in Delhi", "died later at Delhi", "is in
    stable condition at Delhi" and "the wounded are in Delhi"; "the attack on a hospital in Delhi"
    does not.
    """
    hospital = _WARD.match(site.rest) is not None and not located
    cared = hospital or _LAID.search(site.lead) is not None
    for index in above:
        token, lemma = site.sentence.tokens[index], site.sentence.tokens[index].lemma.lower()
        ward = lemma in lemmas("ward")
        cared = cared or ward
        there = located and not takes_captive(site.sentence, index)
        if lemma in lemmas("care") and (there or cared):
            return True
        if cared and (lemma in _LYING or (ward and token.start in events)):
            return True
        if (lemma == "be" and _is_of_harmed(site, index)) or _is_late_death(site, index, above):
            return True
        if token.start in events or lemma in lemmas("strikes"):
            return False
    return False


def _is_late_death(site: Site, verb: int, above: Sequence[int]) -> bool:
    """Read "died later at Delhi", "died at Delhi of wounds received in Agra": not of Agra."""
    tokens = site.sentence.tokens
    if tokens[verb].lemma.lower() not in _DYING or tokens[verb].pos != "VERB":
        return False
    if any(tokens[i].lemma.lower() in _WOUNDS for i in above):
        return False
    below = [i for k in site.sentence.kids[verb] for i in (k, *site.sentence.kids[k])]
    of = any(tokens[i].lemma.lower() in _WOUNDS for i in below)
    return of or any(site.sentence.lowered[k] in _LATER for k in site.sentence.kids[verb])


def _is_of_harmed(site: Site, verb: int) -> bool:
    """Tell whether a verb's subject is people already harmed: where they are now."""
    tokens = site.sentence.tokens
    return any(
        tokens[k].dep == "nsubj" and tokens[k].lemma.lower() in lemmas("harmed")
        for k in site.sentence.kids[verb]
    )
