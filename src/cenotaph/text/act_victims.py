"""An act of violence -> whether it only ended an attack: "guards shot two of the gunmen dead"."""

from __future__ import annotations

from cenotaph.text.acts import Act
from cenotaph.text.harms_in import Told, told
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import person_words, singular
from cenotaph.text.reading import Reading, Sentence

_ONE = frozenset({"he", "him", "she", "her"})
_ACTING = frozenset({"nsubj", "nsubjpass"})
_UNTIL = frozenset({"before", "until", "till"})


def ended_attack(reading: Reading, act: Act) -> bool:
    """Tell whether an act harmed attackers alone, in an account that has other victims.

    Who stopped an attack is not to blame for those whom it killed; a raid on gunmen is its doers'.
    """
    here = [t for t in told(reading) if t.sentence is act.sentence]
    own = [t for t in here if _is_of(act, t.harm.trigger)]
    if not own and act.sentence.lowered[act.word] == "killed":
        own = here  # "the shooter was dead, apparently killed by police"
    below = _last_of(act)
    if below:
        own = [t for t in here if t.harm.trigger in below]
        attacked = all(_is_they(t) or _is_attacker(reading, t) for t in own)
    else:
        attacked = bool(own) and all(_is_attacker(reading, t) for t in own)
    return attacked and reading.once(_has_victims)


def _last_of(act: Act) -> frozenset[int]:
    """Return the clause of what ends the rest: "killed four before police stormed the inn"."""
    sentence, index = act.sentence, act.word
    while sentence.tokens[index].dep == "conj" and sentence.tokens[index].head != index:
        index = sentence.tokens[index].head
    opens = any(
        sentence.tokens[k].dep == "mark" and sentence.lowered[k] in _UNTIL
        for k in sentence.kids[index]
    )
    return frozenset(sentence.subtree(index)) if opens else frozenset()


def _is_of(act: Act, trigger: int) -> bool:
    """Tell whether a harm is an act's: by its word, or the one beside it in "shot and killed"."""
    low, high = sorted((act.word, trigger))
    return low == high or (high - low == 2 and act.sentence.lowered[low + 1] == "and")


def _is_they(item: Told) -> bool:
    return item.sentence.tokens[item.harm.phrase.head].tag == "PRP"


def _is_attacker(reading: Reading, item: Told) -> bool:
    """Tell whether who is harmed attacked others: "a gunman killed nine. Police shot him"."""
    phrase = item.harm.phrase
    if phrase.people.are_attackers:
        return True
    pronoun = phrase.kind == "pronoun" and item.sentence.lowered[phrase.head] in _ONE
    if pronoun and any(_harmed_before(t, item) for t in told(reading)):
        return True  # "a pupil shot two girls before he was shot by police"
    if pronoun and item.sentence.tokens[item.harm.trigger].dep == "advcl":
        return _has_one_attacker(item.sentence)  # "before he was shot, the gunman killed four"
    before = reading.before(item.sentence) if pronoun else None
    if before is None or not _has_one_attacker(before):
        return False
    counts = [t.harm.phrase.count for t in told(reading) if t.sentence is before]
    return bool(counts) and all(c is not None and c.low and c.low > 1 for c in counts)


def _harmed_before(other: Told, item: Told) -> bool:
    """Tell whether somebody harmed others, in the active, before in the sentence."""
    harm = other.harm
    before = harm.trigger < harm.phrase.first < item.harm.phrase.first
    return other.sentence is item.sentence and ".object " in harm.rule and before


def _has_one_attacker(sentence: Sentence) -> bool:
    """Tell whether one attacker, and no other single person, does something in a sentence."""
    people = [t for t in sentence.tokens if t.tag == "NN" and singular(t.text) in person_words()]
    attackers = [t for t in people if t.text.lower() in grouped("persons.txt")["attacker"]]
    return len(attackers) == len(people) == 1 and attackers[0].dep in _ACTING


def _has_victims(reading: Reading) -> bool:
    """Tell whether others than attackers were harmed."""
    return any(t.is_counted and not t.harm.phrase.people.are_attackers for t in told(reading))
