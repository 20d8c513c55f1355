"""An account's places -> where it seems to happen, where no words put an event anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text.place_paths import is_apart
from cenotaph.text.reading import Reading
from cenotaph.text.sites import Site, courts, is_seat, seats
from cenotaph.text.whereabouts import (
    entered,
    heard,
    in_care,
    lived_in,
    most_named,
    named,
    opening,
)

_FIRST = 3  # names
_OF_IT = re.compile(
    r"\b(?:mayor|governor|councilor|people|residents|inhabitants|town|village) of $", re.IGNORECASE
)
_HEADING = re.compile(r"[^.:!?\n]{2,80}?(?=: |\.?\s*$)")


def told_of(reading: Reading, sites: Sequence[Site]) -> list[Site]:
    """Return what an account seems to tell of: by title, police, dateline, or its opening."""
    seated = seats(reading, sites)
    towns = [site for site in seated if site.name.scale == "town"]
    return (
        towns
        or _in_opening(reading, sites)
        or _in_heading(sites)
        or heard(sites)
        or seated
        or entered(reading, sites)
        or most_named(reading, sites)
        or named(reading, sites)
        or lived_in(reading, sites)
        or courts(sites)
    )


def _in_heading(sites: Sequence[Site]) -> list[Site]:
    """Return the place of the heading that a text opens with: "Tarsk, 3 May 2021."."""
    for site in sites[:_FIRST]:
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
    head = opening(reading)
    for site in sites:
        if site.name.scale != "town" or site.sentence.number not in head:
            continue
        there = site.located or _OF_IT.search(site.lead) is not None
        there = there and not in_care(site)
        if there and not is_seat(reading, site) and not site.spoken(()) and not is_apart(site):
            return [site]
    return []
