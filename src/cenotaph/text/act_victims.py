"""An act of violence -> whether it only ended an attack: "guards shot two of the gunmen dead"."""

from __future__ import annotations

from cenotaph.text.acts import Act
from cenotaph.text.harms_in import Told, told
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import Reading, Sentence

_ONE = frozenset({"he", "him", "she", "her"})
_ACTING = frozenset({"nsubj", "nsubjpass"})


def ended_attack(reading: Reading, act: Act) -> bool:
    """Tell whether an act harmed attackers alone, in an account that has other victims.

    Who stopped an attack is not to blame for those whom it killed; a raid on gunmen is its doers'.
    """
    here = [t for t in told(reading) if t.sentence is act.sentence]
    own = [t for t in here if _is_of(act, t.harm.trigger)]
    if not own and act.sentence.lowered[act.word] == "killed":
        own = here  # "the shooter was dead, apparently killed by police"
    attacked = bool(own) and all(_is_attacker(reading, t) for t in own)
    return attacked and reading.once(_has_victims)


def _is_of(act: Act, trigger: int) -> bool:
    """Tell whether a harm is an act's: by its word, or the one beside it in "shot and killed"."""
    low, high = sorted((act.word, trigger))
    return low == high or (high - low == 2 and act.sentence.lowered[low + 1] == "and")


def _is_attacker(reading: Reading, item: Told) -> bool:
    """Tell whether who is harmed attacked others: "a gunman killed nine. Police shot him"."""
    phrase = item.harm.phrase
    if phrase.people.are_attackers:
        return True
    pronoun = phrase.kind == "pronoun" and item.sentence.lowered[phrase.head] in _ONE
    before = reading.before(item.sentence) if pronoun else None
    if before is None or not _has_one_attacker(before):
        return False
    counts = [t.harm.phrase.count for t in told(reading) if t.sentence is before]
    return bool(counts) and all(c is not None and c.low and c.low > 1 for c in counts)


def _has_one_attacker(sentence: Sentence) -> bool:
    """Tell whether one attacker, and no other single person, does something in a sentence."""
    people = [t for t in sentence.tokens if t.tag == "NN" and singular(t.text) in person_words()]
    attackers = [t for t in people if t.text.lower() in grouped("persons.txt")["attacker"]]
    return len(attackers) == len(people) == 1 and attackers[0].dep in _ACTING


def _has_victims(reading: Reading) -> bool:
    """Tell whether others than attackers were harmed."""
    return any(t.is_counted and not t.harm.phrase.people.are_attackers for t in told(reading))
