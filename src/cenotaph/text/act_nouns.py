"""A noun of violence -> whether it tells of a deed here, or only names a thing, a date, a cause."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import Sentence

RUINS = frozenset({"destroy", "demolish", "level", "flatten", "topple", "wreck", "derail"})
_CAPTIVE = frozenset({"hostage", "hostages", "captive"})
TO_DO = frozenset({"of", "on", "against", "upon", "at"})  # before what a deed is done to
_LAUNCHES = frozenset({"launch", "launches", "launching"})
_POLICING = frozenset({"operation", "operations", "raid", "raids", "crackdown", "offensive"})
_SEEKING = frozenset({
    "capture", "find", "arrest", "locate", "search", "pursuit", "rescue", "free", "track", "hunt",
    "catch", "apprehend", "recover", "manhunt",
})  # fmt: skip
_REACH = 9  # tokens from "launched" to what the operation is for
_ANSWERS = frozenset({"reprisal", "retaliation", "revenge", "response", "answer", "retribution"})
_CAMPAIGNS = frozenset({"offensive", "aggression"})  # no deed of a day where it dates another
_HARMING = frozenset({"kill", "leave", "wound", "injure", "claim", "cost", "destroy", "drive"})
_DATING = frozenset(
    {"after", "before", "since", "during", "amid", "of", "following", "despite", "in"}
)
# "a missile project": no violence
_THINGS = frozenset({"project", "projects", "program", "programs", "programme", "system", "systems",
                     "site", "sites", "factory", "factories", "base", "bases", "industry",
                     "test", "tests", "sale", "sales", "talks", "treaty", "deal"})  # fmt: skip


def is_part_of_thing(sentence: Sentence, noun: int) -> bool:
    """Tell whether a word only says what a thing is: "a Ruritanian missile project".

    So does the end of a compound: "the government's cease-fire".
    """
    if [clauses.lower(sentence, i) for i in (noun - 2, noun - 1)] == ["cease", "-"]:
        return True
    against = [clauses.lower(sentence, i) for i in (noun - 3, noun - 2)] == ["anti", "-"]
    if against and clauses.lower(sentence, noun) in _POLICING:
        return True  # "an anti-mafia operation"
    above = sentence.tokens[noun].head
    thing = clauses.lower(sentence, above)
    return sentence.tokens[noun].dep == "compound" and above == noun + 1 and thing in _THINGS


def is_search(sentence: Sentence, verb: int) -> bool:
    """Tell whether an operation only looks for somebody: "launched one to capture the killers"."""
    behind = sentence.tokens[verb + 1 : verb + _REACH]
    words = {t.lemma.lower() for t in behind[1:]}
    return any(t.lemma.lower() == "operation" for t in behind) and not _SEEKING.isdisjoint(words)


def is_launch(sentence: Sentence, noun: int) -> bool:
    """Tell whether what is launched kills: "a rocket launch by", "the launch of missiles"."""
    if clauses.lower(sentence, noun) not in _LAUNCHES:
        return False
    of = [k for i in sentence.kids[noun] for k in sentence.kids[i]]
    return any(clauses.lower(sentence, i) in party_words("arm") for i in (noun - 1, *of))


def is_dating(sentence: Sentence, noun: int) -> bool:
    """Tell a campaign that only says when or why: "was murdered shortly after the offensive".

    "The rebel offensive goes on" is no deed of a day either. What a deed answers is an earlier one:
    "in reprisal for the army's raids".
    """
    above = sentence.tokens[noun].head
    answer = clauses.lower(sentence, sentence.tokens[above].head) in _ANSWERS
    if answer and clauses.lower(sentence, above) in {"for", "to"}:
        return True
    if clauses.lower(sentence, noun) not in _CAMPAIGNS:
        return False
    return clauses.lower(sentence, above) in _DATING or not _harms(sentence, noun)


def _harms(sentence: Sentence, campaign: int) -> bool:
    """Tell whether a campaign itself harms: "the offensive killed 40", "killed by it"."""
    token = sentence.tokens[campaign]
    does = token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in _HARMING
    return does or is_means(sentence, campaign)


def is_means(sentence: Sentence, noun: int) -> bool:
    """Tell whether violence was done by it: "destroyed by Ruritanian bombing" says whose it was."""
    by = sentence.tokens[noun].head
    if sentence.tokens[noun].dep != "pobj" or clauses.lower(sentence, by) != "by":
        return False
    return sentence.tokens[sentence.tokens[by].head].lemma.lower() in party_words("act")


def is_victim_of_deed(sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether a deed, not what it hit, killed: "a raid on the ministry, which killed 30"."""
    pronoun = clauses.kid(sentence, verb, "nsubj")
    at = sentence.tokens[noun].head
    deed = clauses.lower(sentence, sentence.tokens[at].head)
    which = pronoun is not None and clauses.lower(sentence, pronoun) in {"which", "that"}
    return which and clauses.lower(sentence, at) in TO_DO and deed in party_words("open")


def takes_captive(sentence: Sentence, verb: int) -> bool:
    """Tell whether people are taken by force: "took 12 people hostage", "rebels seized a trader".

    Whom police seize is arrested.
    """
    if sentence.tokens[verb].lemma.lower() != "seize":
        return not _CAPTIVE.isdisjoint(sentence.lowered[verb + 1 : verb + 7])
    thing = clauses.kid(sentence, verb, "dobj", "nsubjpass")
    doer = clauses.kid(sentence, verb, "nsubj")
    held = doer is not None and sentence.lowered[doer] in party_words("state")
    people = thing is not None and singular(sentence.lowered[thing]) in person_words()
    return people and not held


def ruins_arms(sentence: Sentence, verb: int) -> bool:
    """Tell whether only arms are destroyed: "air defenses destroyed nine drones"."""
    ruined = sentence.tokens[verb].lemma.lower() in RUINS
    hit = clauses.kid(sentence, verb, "dobj", "nsubjpass") if ruined else None
    return hit is not None and clauses.lower(sentence, hit) in party_words("arm")
