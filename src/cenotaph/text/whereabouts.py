"""A reading's place names -> those that say where all of it was: who came there, who tells of it.

Testimony puts its events nowhere: "I lived in Tarsk. The militia came at night." They are where the
armed people came, or where alone the teller says that anybody was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cenotaph.text import clauses
from cenotaph.text.fates import are_of_hurt
from cenotaph.text.parties import parties_at
from cenotaph.text.party_words import country_named, party_words, seat_named
from cenotaph.text.place_paths import is_apart
from cenotaph.text.reading import Reading, Sentence
from cenotaph.text.sites import Site, bureaus, is_seat

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
# "Spent four months in hospital in Sumy", "died on the way to the Red Cross ward in Sumy".
_IN_CARE = re.compile(
    r"\b(?:in hospital|(?:days|weeks|months|years) (?:in|at) (?:an? |the )?(?:hospital|clinic)"
    r"|(?:on (?:the|their|his|her) way|en route|rushed|airlifted|flown) to (?:[\w'’-]+ ){1,5}?)"
    r" ?(?:in|at|of) $",
    re.IGNORECASE,
)
_SAW = re.compile(
    r"\b(?:witness(?:es)?|residents?|villagers|inhabitants|survivors?|locals) (?:in|of|from) $",
    re.IGNORECASE,
)
# "Outside a court in Pakistan's capital", "a cafe in the Somali capital", "killed in the capital".
_CAPITAL = re.compile(
    r"\b(?:in|inside|across|at|hit|struck|rocked|shook|of) (?:central |southern |northern )?"
    r"(?:(?:the )?(?P<of>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?:['’]s)? capital|the capital)\b"
    r"(?! (?:of|region|province|district)\b)",
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|us)\b")
_OPENING = 3  # sentences
_TELLING = 2  # sentences in which the narrator speaks of himself
_COMING = re.compile(r"(?<!entrance )\b(?:from|to|toward|towards|for) (?:the )?$", re.IGNORECASE)


def entered(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the first town that armed people are told to have come to."""
    for site in sites:
        if site.name.scale != "town" or site.spoken(()):
            continue
        came = _ARRIVED.search(site.lead)
        if came is not None and _are_armed(reading, site):
            return [site]
    return []


def heard(sites: Sequence[Site]) -> list[Site]:
    """Return the first town whose witnesses tell of it: "residents of Tarsk said they fled"."""
    towns = (s for s in sites if s.name.scale == "town" and s.sentence.part == "text")
    return [s for s in towns if _SAW.search(s.lead)][:1]


def in_capital(reading: Reading, bureau: Site) -> Iterator[Sentence]:
    """Yield the sentences that put things in the capital that a dateline's town is."""
    land = seat_named(bureau.name.name.split())
    for sentence in reading.sentences if land is not None else ():
        said = None if sentence.part == "title" else _CAPITAL.search(sentence.text)
        if said is not None and (said["of"] is None or country_named(said["of"].split()) == land):
            yield sentence


def most_named(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the last naming of the town that the text names most, if it does so twice."""
    towns = [s for s in sites if s.name.scale == "town" and not is_seat(reading, s)]
    times = Counter(s.name.name for s in towns).most_common(1)
    if not times or times[0][1] < 2:
        return []
    return [s for s in towns if s.name.name == times[0][0]][-1:]


def named(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the first town named at all where the text opens, if no dateline stands there.

    None that people come from or are brought to.
    """
    head = {s.number for s in reading.sentences if s.part == "title"} | set(opening(reading))
    for site in sites:
        if site.name.scale != "town" or is_seat(reading, site) or site.spoken(()):
            continue
        if site.sentence.number not in head or bureaus(sites):
            continue
        if not is_apart(site) and not _COMING.search(site.lead):
            return [site]
    return []


def opening(reading: Reading) -> list[int]:
    """Return the numbers of the text's first sentences."""
    return [s.number for s in reading.sentences if s.part == "text"][:_OPENING]


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
