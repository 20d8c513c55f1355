"""An account's places -> where it seems to happen, where no words put an event anywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cenotaph.text.place_paths import is_apart
from cenotaph.text.reading import Reading
from cenotaph.text.sites import Site, bureaus, courts, is_seat, seats
from cenotaph.text.whereabouts import entered, in_care, lived_in

_OPENING = 3  # sentences
_OF_IT = re.compile(
    r"\b(?:mayor|governor|councilor|people|residents|inhabitants|town|village) of $", re.IGNORECASE
)
_HEADING = re.compile(r"[^.:!?\n]{2,80}?(?=: |\.?\s*$)")
_COMING = re.compile(r"(?<!entrance )\b(?:from|to|toward|towards|for) (?:the )?$", re.IGNORECASE)


def told_of(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return what an account seems to tell of: by title, police, dateline, or its opening."""
    seated = seats(reading, sites)
    towns = [site for site in seated if site.name.scale == "town"]
    return (
        towns
        or _in_heading(sites)
        or _in_opening(reading, sites)
        or seated
        or entered(reading, sites)
        or _topic(reading, sites)
        or _named(reading, sites)
        or lived_in(reading, sites)
        or courts(sites)
    )


def _in_heading(sites: Sequence[Site]) -> list[Site]:
    """Return the place of the heading that a text opens with: "Tarsk, 3 May 2021."."""
    for site in sites[:_OPENING]:
        sentence = site.sentence
        head = _HEADING.match(sentence.text) if sentence.span.start == 0 else None
        if sentence.part != "text" or head is None or site.end > head.end():
            continue
        acts = any(t.pos in {"VERB", "AUX"} for t in sentence.tokens if t.end <= head.end())
        if site.name.scale == "town" and not acts:
            return [site]
    return []


def _in_opening(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the first town that the opening sentences put anything in, or anybody of."""
    opening = _opening(reading)
    for site in sites:
        if site.name.scale != "town" or site.sentence.number not in opening:
            continue
        there = site.located or _OF_IT.search(site.lead) is not None
        there = there and not in_care(site)
        if there and not is_seat(reading, site) and not site.spoken(()) and not is_apart(site):
            return [site]
    return []


def _topic(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the last naming of the town that the text names most, if it does so twice."""
    towns = [s for s in sites if s.name.scale == "town" and not is_seat(reading, s)]
    times = Counter(s.name.name for s in towns).most_common(1)
    if not times or times[0][1] < 2:
        return []
    return [s for s in towns if s.name.name == times[0][0]][-1:]


def _named(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return the first town named at all where the text opens, if no dateline stands there.

    None that people come from or are brought to.
    """
    opening = {s.number for s in reading.sentences if s.part == "title"} | set(_opening(reading))
    for site in sites:
        if site.name.scale != "town" or is_seat(reading, site) or site.spoken(()):
            continue
        if site.sentence.number not in opening or bureaus(sites):
            continue
        if not is_apart(site) and not _COMING.search(site.lead):
            return [site]
    return []


def _opening(reading: Reading) -> list[int]:
    return [s.number for s in reading.sentences if s.part == "text"][:_OPENING]
