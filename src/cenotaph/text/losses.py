"""A figure of dead or wounded -> the force that lost them: "the army sustained nine dead"."""

from __future__ import annotations

from cenotaph.text import clauses
from cenotaph.text.groups import party_named
from cenotaph.text.parties import parties_at
from cenotaph.text.party_words import country_named, party_words
from cenotaph.text.reading import Reading, Sentence

_SUFFERING = frozenset({"sustain", "suffer", "lose", "incur"})
_LOSSES = frozenset({"casualties", "losses", "dead", "fatalities", "deaths"})
_OWN = frozenset({"compound", "nmod", "poss"})
_CORPS = frozenset({"police", "policemen", "gendarmes", "gendarmerie"})


def loser(reading: Reading, sentence: Sentence, head: int) -> str | None:
    """Return the armed side whose own a phrase counts: its fighters (COUNTING 15).

    "The front lost 40 dead", "inflicted nine dead on the army", "nine army casualties"; a country
    or a village has others to lose, and policemen are no fighters.
    """
    own = next((k for k in sentence.kids[head] if sentence.tokens[k].dep in _OWN), None)
    if own is not None and sentence.lowered[head] in _LOSSES:
        return _armed(reading, sentence, own)
    at = head
    while sentence.tokens[at].dep in {"conj", "dobj", "nummod", "appos"}:
        at = sentence.tokens[at].head
        whose = _sufferer(sentence, at)
        if whose is not None:
            return _armed(reading, sentence, whose)
    return None


def _sufferer(sentence: Sentence, verb: int) -> int | None:
    lemma = sentence.tokens[verb].lemma.lower()
    if sentence.tokens[verb].pos != "VERB":
        return None
    if lemma in _SUFFERING:
        return None if clauses.is_passive(sentence, verb) else clauses.subject(sentence, verb)
    if lemma != "inflict":
        return None
    below = (i for k in sentence.kids[verb] for i in (k, *sentence.kids[k]))
    on = next((i for i in below if i > verb and clauses.lower(sentence, i) in {"on", "upon"}), None)
    return None if on is None else clauses.kid(sentence, on, "pobj")


def _armed(reading: Reading, sentence: Sentence, whose: int) -> str | None:
    """Return the name of a force or of an armed group; None for anybody else."""
    names = reading.names_at.within(sentence.span)
    found = parties_at(sentence, whose, names)
    if len(found) != 1:
        return None
    words = {w.lower() for w in found[0].name.split()} | {clauses.lower(sentence, whose)}
    forces = party_words("state") - party_words("governs") - _CORPS
    armed = forces | party_words("rebel") | party_words("armed")
    own = found[0].name[:1].isupper() and country_named(found[0].name.split()) is None
    initials = own and sentence.tokens[whose].text.isupper() and not sentence.text.isupper()
    named = party_named(reading, found[0].name, sentence.span_of(whose, whose))
    known = bool(party_words("armed") & {w.lower() for w in named.split()})
    return named if words & armed or initials or known else None
