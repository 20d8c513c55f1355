"""A reading's place names -> those that say where all of it was: who came there, who tells of it.

Testimony puts its events nowhere: "I lived in Tarsk. The militia came at night." They are where the
armed people came, or where alone the teller says that anybody was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.fates import are_of_hurt
from cenotaph.text.parties import parties_at
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Reading
from cenotaph.text.sites import Site, is_seat

_ARRIVED = re.compile(
    r"\b(?:came|come|arrived|entered|stormed|invaded|descended|marched|rode|drove|flew|swept|burst)"
    r"(?: back| down)? ?(?:into|to|in|at|on|over|upon|through)? (?:the )?"
    r"(?:(?:town|village|hamlet|city|community|camp|district|municipality|settlement) of )?$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:taken|recorded|given|signed|sworn|interviewed|dated|statement)"
    r" (?:in|at) $"
)
# "Spent four months in hospital in Sumy", "died weeks later in hospital at Sumy".
_IN_CARE = re.compile(
    r"\b(?:in hospital|(?:days|weeks|months|years) (?:in|at) (?:an? |the )?(?:hospital|clinic))"
    r" (?:in|at|of) $",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|us)\b")
_TELLING = 2  # sentences in which the narrator speaks of himself
_COMING = re.compile(r"\b(?:from|to|toward|towards|for) (?:the )?$", re.IGNORECASE)


def entered(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the first town that armed people are told to have come to."""
    for site in sites:
        if site.name.scale != "town" or site.spoken(()):
            continue
        came = _ARRIVED.search(site.lead)
        if came is not None and _are_armed(reading, site):
            return [site]
    return []


def lived_in(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the only town that a narrator who tells his own story puts anybody in."""
    own = [s for s in reading.sentences if s.part == "text" and _FIRST_PERSON.search(s.text)]
    if len(own) < _TELLING or any('"' in s.text or "“" in s.text for s in own):
        return []
    there = [
        s
        for s in sites
        if s.name.scale == "town" and s.located and not is_seat(reading, s)
        if _FIRST_PERSON.search(s.sentence.text) and not s.sentence.text.isupper()
        if not (_COMING.search(s.lead) or _TAKEN.search(s.lead) or in_care(s) or s.spoken(()))
    ]
    return there[:1] if len({s.name.name for s in there}) == 1 else []


def in_care(site: Site) -> bool:
    """Tell whether only those hurt were there, to be cured: "four of the injured died in Tarsk"."""
    died = any(are_of_hurt(site.sentence, i) for i in site.path() or ())
    return died or _IN_CARE.search(site.lead) is not None


def _are_armed(reading: Reading, site: Site) -> bool:
    """Tell whether the sentence has armed people for a subject: a party, gunmen, armed men."""
    sentence = site.sentence
    names = reading.names_at.within(sentence.span)
    for i, token in enumerate(sentence.tokens):
        if token.dep != "nsubj" or token.start - sentence.span.start > site.start:
            continue
        armed = clauses.lower(sentence, i) in party_words("vague") and any(
            clauses.lower(sentence, k) in {"armed", "masked"} for k in sentence.kids[i]
        )
        if armed or clauses.lower(sentence, i) in {"gunmen", "attackers", "raiders", "bandits"}:
            return True
        if parties_at(sentence, i, names, loose=token.pos == "PROPN"):
            return True
    return False
