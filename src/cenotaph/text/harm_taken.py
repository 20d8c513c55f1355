"""People led away by force -> who is abducted: "took 12 hostage", "rebels led away two men"."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found
from cenotaph.text.harm_verbs import object_of, passive_victims
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person

_SEIZE = frozenset({"took", "taken", "take", "taking", "held", "hold", "holding", "seized"})
_LEAD = frozenset({"take", "lead", "march", "drag", "haul", "drive", "bundle"})
_TROOPS = frozenset({"soldiers", "troops", "gunmen", "soldier", "gunman"})
_FORCES = frozenset({"soldiers", "troops", "soldier", "forces"})
SEIZED = frozenset({
    "seize", "seized", "seizing", "snatch", "snatched", "snatching", "take", "took", "taken",
})  # fmt: skip
AWAY = frozenset({"off", "away"})
HOMES = frozenset({"home", "homes", "house", "houses", "apartment", "apartments"})
_WHOSE = frozenset({"his", "her", "their"})
_CARE = frozenset({
    "hospital", "clinic", "ambulance", "custody", "shelter", "safety", "care", "refuge", "morgue",
    "relatives", "church", "school",
})  # fmt: skip


def carried_off(whole: Whole, index: int) -> Iterator[Found]:
    """Read "nine women were carried off", "took 12 people hostage", "rebels led away two men"."""
    sentence = whole.sentence
    away = lower(sentence, index) in AWAY
    verbs = {"carried", "carry", "carrying"} if away else _SEIZE
    for i in range(index - 1, max(-1, index - 7), -1):
        if lower(sentence, i) in verbs or (away and _is_led(whole, i)):
            bare = i + 1 == index and not away  # "251 taken hostage"
            passive = bare or clauses.is_passive(sentence, i)
            heads = passive_victims(whole, i) if passive else object_of(whole, i)
            if heads:
                yield Found(i, "abducted", heads, until=index, human=is_from_home(whole, index))
            return


def seized(whole: Whole, index: int) -> Iterator[Found]:
    """Read "gunmen seized 42 people", "were snatched by rebels", "have taken 30 pupils from".

    Only armed men of no state's forces abduct by these words: police seize suspects, rebels towns.
    """
    sentence = whole.sentence
    token, doer = sentence.tokens[index], _doer(whole, index)
    if token.pos != "VERB" or doer is None or lower(sentence, doer) in _FORCES:
        return
    away = any(lower(sentence, k) == "from" for k in sentence.kids[index])
    if not _is_armed(whole, doer) or (token.lemma.lower() == "take" and not away):
        return
    passive = clauses.is_passive(sentence, index)
    heads = passive_victims(whole, index) if passive else object_of(whole, index)
    if heads and all(is_person(whole, h) for h in heads):
        yield Found(index, "abducted", heads, human=True)


def _is_led(whole: Whole, verb: int) -> bool:
    """Tell whether armed people lead or take somebody; the police may only arrest him."""
    tokens = whole.sentence.tokens
    if tokens[verb].lemma.lower() not in _LEAD or tokens[verb].pos != "VERB":
        return False
    doer = _doer(whole, verb)
    return doer is not None and _is_armed(whole, doer)


def _doer(whole: Whole, verb: int) -> int | None:
    """Return who does what a verb says: its subject, or whom "by" names."""
    tokens = whole.sentence.tokens
    if clauses.is_passive(whole.sentence, verb):
        by = next((k for k in whole.sentence.kids[verb] if tokens[k].dep == "agent"), None)
        return None if by is None else clauses.kid(whole.sentence, by, "pobj")
    return clauses.subject(whole.sentence, verb)


def _is_armed(whole: Whole, doer: int) -> bool:
    armed = "armed" in whole.sentence.lowered[max(0, doer - 2) : doer]
    return armed or lower(whole.sentence, doer) in _TROOPS | _rebels()


def _rebels() -> frozenset[str]:
    return grouped("parties.txt")["rebel"]


def is_from_home(whole: Whole, index: int) -> bool:
    """Read "soldiers took two men from their homes", but not "to hospital from his home"."""
    sentence = whole.sentence
    if lower(sentence, index) not in HOMES or lower(sentence, index - 2) != "from":
        return False
    around = range(max(0, index - 7), min(index + 9, len(sentence.tokens)))
    return lower(sentence, index - 1) in _WHOSE and not any(
        lower(sentence, i) in _CARE for i in around
    )
