"""A token -> what the event vocabulary knows of it, and harms that are only named in passing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from cenotaph.text import clauses
from cenotaph.text.event_guilt import is_old_guilt
from cenotaph.text.harm import Harm
from cenotaph.text.harm_words import EventWord, event_words
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.party_words import party_words
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import Sentence, Token

HURT = frozenset({"killed", "injured", "harmed", "abducted"})  # what makes an incident
_BLASTS = frozenset({"explosion", "blast", "explode"})
_ACCIDENT = EventWord("explosion", "n", True, "Accident or disaster", None)
HARM = EventWord("harm", "v", False, "Violence against civilians", "Attack")
# A bombing may come from the air; "a car bombing" does not. A "suicide attack" is made with a bomb.
_OF_KINDS = frozenset({"bombing", "attack", "fire"})  # "came under fire"
_RUINS = frozenset({
    "destroy", "demolish", "destruction", "burn", "burning", "topple", "wreck",
})  # fmt: skip
_CROWDS = frozenset({"mob", "mobs", "opposition", "activist", "activists", "member", "members"})
_FIRES = frozenset({"fire", "fires", "blaze", "flames", "wildfire", "wildfires", "lava", "sun"})
_BRINGS = frozenset({"result", "cause", "lead", "end", "bring", "leave", "provoke", "claim"})
_REACTIONS = frozenset({  # what news of a killing is met with, or told by
    "news", "report", "announcement", "claim", "responsibility", "condemnation", "sorrow", "grief",
    "outrage", "indignation", "anger", "pain", "protest", "solidarity", "reprisal", "retaliation",
    "revenge", "react", "reaction", "learn", "mourn", "alarm", "astound", "shock", "regret",
})  # fmt: skip
_PITS = frozenset({
    "coal", "gold", "copper", "diamond", "silver", "tin", "iron", "salt", "uranium", "lead", "zinc",
    "nickel", "cobalt", "coltan", "ore", "opencast", "open-pit", "illegal", "artisanal", "disused",
})  # fmt: skip
_OF_PITS = frozenset({
    "shaft", "shafts", "worker", "workers", "owner", "owners", "company", "collapse", "collapses",
    "collapsed", "accident", "disaster", "flooded", "manager", "managers", "site", "sites",
})  # fmt: skip
_OF_WORK = frozenset({
    "general", "hunger", "labor", "labour", "armed", "national", "indefinite", "transport", "rail",
    "railway", "bus", "truckers", "teachers", "students", "student", "miners", "doctors", "nurses",
    "workers", "wildcat", "sympathy", "civic", "work", "solidarity", "trade",
})  # fmt: skip
_WITH_PARTICLE = {
    "blow": (frozenset({"up"}), 5),
    "set": (frozenset({"fire", "afire", "ablaze", "aflame"}), 12),
}  # fmt: skip


class Head(msgspec.Struct, frozen=True):
    """A token that points at an event."""

    token: int
    word: EventWord
    at: int | None = None  # the place that stands for the event, in a row of acts told by one word

    @property
    def stands(self) -> int:
        """Return the token that the event is known by: no other event has it."""
        return self.token if self.at is None else self.at


def heads(sentence: Sentence, found: Sequence[Harm]) -> list[Head]:
    """Return the tokens of a sentence that point at events, those of its harms among them."""
    harmed = {h.trigger for h in found}
    known = []
    for i in range(len(sentence.tokens)):
        word = event_word(sentence, i) or (HARM if i in harmed else None)
        if word is not None:
            known.append(Head(i, word))
    return known


def event_word(sentence: Sentence, index: int) -> EventWord | None:
    """Return what the event vocabulary knows of a token."""
    token = sentence.tokens[index]
    verb = token.pos in {"VERB", "AUX"} and token.dep not in {"pobj", "dobj"}
    part = "v" if verb else "n"  # "during fighting" is a noun, whatever the model's class
    lemma = token.lemma.lower() if part == "v" else singular(token.text)
    if part == "v" and lemma in _WITH_PARTICLE:
        return event_words().get(_with_particle(sentence, index, lemma))
    ruined = lemma not in _RUINS or _is_ruined(sentence, index)
    if not ruined or (lemma == "storm" and not _is_by_armed(sentence, index)):
        return None
    if part == "n" and _is_other(sentence, index, lemma):
        return None
    if lemma in _BLASTS and _is_accident(sentence):
        return _ACCIDENT
    if lemma in _OF_KINDS:
        kind = event_words().get(f"{clauses.lower(sentence, index - 1)}-{lemma}/{part}")
        if kind is not None:
            return kind
    return event_words().get(f"{lemma}/{part}")


def _is_by_armed(sentence: Sentence, index: int) -> bool:
    """Tell whether those stormed something who bear arms: a crowd of protesters may as well."""
    kids = sentence.kids[index]
    armed = (party_words("rebel") | party_words("belong")) - _CROWDS
    by = {sentence.lowered[k] for k in kids if sentence.tokens[k].dep == "nsubj"}
    return not by.isdisjoint(armed) and any(sentence.tokens[k].dep == "dobj" for k in kids)


def _is_other(sentence: Sentence, index: int, lemma: str) -> bool:
    """Tell whether a word is of something else: "a coal mine", "riot police", "a general strike".

    Armed groups call strikes too, and enforce them: "a 48-hour armed strike".
    """
    before, after = clauses.lower(sentence, index - 1), clauses.lower(sentence, index + 1)
    if lemma == "riot":
        return after in {"police", "policemen", "squad", "squads", "gear", "shields", "troops"}
    if lemma == "incident":  # "was arrested without incident"
        return before == "without"
    above = sentence.tokens[sentence.tokens[index].head]
    if lemma == "strike":
        called = before == "a" and _is_called(sentence, index)
        return before in _OF_WORK or before == "on" or before.endswith("hour") or called
    if lemma != "mine":
        return False
    return before in _PITS or after in _OF_PITS or above.lemma.lower() in {"collapse", "flood"}


def _is_called(sentence: Sentence, index: int) -> bool:
    """Tell whether a strike is called by workers: "called for a strike", but not "on Tarsk"."""
    above = sentence.tokens[sentence.tokens[index].head]
    if above.lemma.lower() == "for":
        above = sentence.tokens[above.head]
    target = clauses.lower(sentence, index + 1) in {"on", "against", "at"}
    return above.lemma.lower() in {"call", "declare"} and not target


def _is_accident(sentence: Sentence) -> bool:
    """Tell whether what blew up was no weapon: "an explosion in a fireworks unit"."""
    words, known = set(sentence.lowered), grouped("harm.txt")
    things, meant = known["accident.things"], known["accident.meant"]
    return not words.isdisjoint(things) and words.isdisjoint(meant)


def _is_ruined(sentence: Sentence, index: int) -> bool:
    """Tell whether people destroyed a thing: "rebels destroyed a bridge", "the ruin of two pylons".

    Fires and floods destroy, and so do bombs that the sentence names already; and lives, hopes and
    documents are destroyed besides what is built. What "was burned" needs nobody named; what "was
    destroyed by rebels" names them.
    """
    if sentence.tokens[index].pos == "NOUN":
        thing = clauses.of_what(sentence, index)
        return thing is not None and _is_built(sentence, thing)
    burned = sentence.tokens[index].lemma.lower() == "burn"
    passive = clauses.is_passive(sentence, index)  # "a bus was burned"
    thing = clauses.kid(sentence, index, "nsubjpass" if passive else "dobj")
    doer = _agent(sentence, index) if passive else clauses.subject(sentence, index)
    if thing is None or not _is_built(sentence, thing):
        return False
    if burned:
        return doer is None or clauses.lower(sentence, doer) not in _FIRES
    return doer is not None and (
        sentence.tokens[doer].pos in {"PRON", "PROPN"} or _is_people(sentence, doer)
    )


def _agent(sentence: Sentence, verb: int) -> int | None:
    """Return who did what a passive verb tells, "by" whom."""
    by = clauses.kid(sentence, verb, "agent")
    return None if by is None else clauses.kid(sentence, by, "pobj")


def _is_people(sentence: Sentence, index: int) -> bool:
    lower = clauses.lower(sentence, index)
    return any(lower in party_words(group) for group in ("rebel", "state", "group", "member")) or (
        singular(lower) in person_words()
    )


def _is_built(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is of a thing that is hit, or of a piece of one."""
    if clauses.lower(sentence, index) in grouped("target_verbs.txt")["piece"]:
        thing = clauses.of_what(sentence, index)
        return thing is not None and _is_built(sentence, thing)
    return singular(clauses.lower(sentence, index)) in things()


@cache
def things() -> Mapping[str, str]:
    """Return the last words of the things that are hit, as data/targets.tsv has them, by sort."""
    rows = [line.split("\t") for line in lines("targets.tsv")]
    last = [(word.split()[-1], sort) for sort, words in rows for word in words.split("|")]
    return dict(reversed(last))


def _with_particle(sentence: Sentence, index: int, lemma: str) -> str:
    """Return the word that a verb makes with what follows: "blew up", "set two buses on fire"."""
    ends, reach = _WITH_PARTICLE[lemma]
    at = [i for i in range(index + 1, index + 1 + reach) if clauses.lower(sentence, i) in ends]
    if lemma == "set":  # "set fire to", "set two trucks loaded with timber on fire"
        at = [i for i in at if _is_set(sentence, index, i)]
    return {"blow": "blow-up/v", "set": "set-fire/v"}[lemma] if at else ""


def _is_set(sentence: Sentence, index: int, fire: int) -> bool:
    """Tell whether what was set is fire, or something on fire."""
    if clauses.lower(sentence, fire) != "fire":
        return True
    return fire == index + 1 or clauses.lower(sentence, fire - 1) == "on"


def is_passing(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm is named in passing: "the murder of Ruiz", "Ruiz's killing".

    So it is where it only says who somebody named is: "a follower of the slain mayor Ana Ruiz", or
    what somebody harmed had done: "a man convicted of killing three was stabbed".
    """
    token = sentence.tokens[harm.trigger]
    if is_old_guilt(sentence, harm):
        return True
    if token.dep == "amod" and harm.phrase.name is not None and harm.trigger < harm.phrase.head:
        return True
    if (
        token.pos not in {"NOUN", "PROPN"}
        or harm.part
        or harm.is_total
        or _is_brought_about(sentence, token)
    ):
        return False
    owned = clauses.lower(sentence, harm.trigger - 1) in {"'s", "’s", "'", "’"}
    return owned or clauses.lower(sentence, harm.trigger + 1) == "of"


def _is_brought_about(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb tells of the harm itself: "resulted in the deaths of", "caused"."""
    above = sentence.tokens[token.head]
    if above.dep == "prep":
        above = sentence.tokens[above.head]
    return above.pos == "VERB" and above.lemma.lower() in _BRINGS


def is_taken_for_known(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm named in passing only says what something else is about.

    "After the murder of Ruiz", "those responsible for Ruiz's murder"; but "condemned the murder of"
    and "news of the murder of" tell of it.
    """
    token = sentence.tokens[harm.trigger]
    while token.dep in {"conj", "amod"} and sentence.tokens[token.head] is not token:
        token = sentence.tokens[token.head]
    if not is_passing(sentence, harm) or token.dep not in {"pobj", "pcomp"}:
        return False
    above = sentence.tokens[sentence.tokens[token.head].head]
    return above.lemma.lower() not in _REACTIONS
