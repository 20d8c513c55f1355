"""Words -> the stretches that a gazetteer knows, and what kind of place a name suggests."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from cenotaph.model import Gazetteer, GazetteerPlace
from cenotaph.text.areas import areas
from cenotaph.text.name_words import Word, lists

LONGEST: Final = 5  # words in a name
STRETCHES: Final = frozenset({"road", "highway", "axis", "route", "motorway", "track", "railway"})
_ACROSS = frozenset({"pan", "trans", "inter"})
_LARGE: Final = 500_000
_PROVINCE: Final = 250_000  # people; fewer make a parish of an island known to few
_UNCOUNTED: Final = 2000  # GeoNames has no figure for many towns, some of them well known


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Words `first` to `last` (both included) of a sentence, which a gazetteer knows."""

    first: int
    last: int
    name: str
    found: tuple[GazetteerPlace, ...]


def spots(words: Sequence[Word], gazetteer: Gazetteer, text: str) -> list[Spot]:
    """Return the longest stretches of capitalized words that the gazetteer or our areas know."""
    found, at = [], 0
    while at < len(words):
        spot = _longest(words, at, gazetteer, text) if words[at].capital else None
        if spot is not None:
            found.append(spot)
        at = at + 1 if spot is None else spot.last + 1
    return found


def _longest(words: Sequence[Word], at: int, gazetteer: Gazetteer, text: str) -> Spot | None:
    reach = at
    while (
        reach + 1 < len(words)
        and reach + 1 - at < LONGEST
        and words[reach + 1].glued
        and (not words[reach].owner or _is_county(words[reach + 1]))
        and (words[reach + 1].capital or lists().has("joint", words[reach + 1].lower))
    ):
        reach += 1
    for last in range(reach, at - 1, -1):
        if not words[last].capital:
            continue
        name = text[words[at].start : words[last].end]
        whole = name + "unty" if words[last].lower == "co" else name
        places = gazetteer.candidates(whole)
        if last == at and _is_adjective(name, places, gazetteer):
            return None
        if places or name.lower() in areas():
            return Spot(at, last, name, places)
    return _before_hyphen(words, at, gazetteer)


def _is_adjective(name: str, places: Sequence[GazetteerPlace], gazetteer: Gazetteer) -> bool:
    """Tell whether a word is a country's adjective: a "Canadian" is nobody of Canadian, Texas."""
    return gazetteer.country_of(name) is not None and all(p.kind != "country" for p in places)


def _is_county(word: Word) -> bool:
    """Tell whether a word goes on after a possessive: "Prince George's County"."""
    return word.lower in {"county", "co"}


def _before_hyphen(words: Sequence[Word], at: int, gazetteer: Gazetteer) -> Spot | None:
    """Read the part before the hyphen alone: "Houston-based", "on the Djibo-Kaya road"."""
    head, hyphen, tail = words[at].text.partition("-")
    if not hyphen or not (tail[:1].islower() or _is_stretch(words, at)):
        return None
    if tail[:1].isupper() and (head.lower() in _ACROSS or not gazetteer.candidates(tail)):
        return None  # "the Pan-American highway"
    places = gazetteer.candidates(head)
    return Spot(at, at, head, places) if places else None


def _is_stretch(words: Sequence[Word], at: int) -> bool:
    """Tell whether two towns name a stretch of road: "the Djibo-Kaya road"."""
    following = words[at + 1 : at + 3]
    return any(w.glued and w.lower in STRETCHES for w in following[:1]) or (
        len(following) > 1 and following[0].capital and following[1].lower in STRETCHES
    )


def standing(found: Sequence[GazetteerPlace]) -> float:
    """Return the weight of the best-known place of a name: a country 4, a hamlet 0 or less."""
    best = -1.0
    for place in found[:3]:
        if place.kind == "country":
            return 4.0
        if place.kind == "admin1" and place.population >= _PROVINCE:
            return 3.0
        size = math.log10(max(place.population or _UNCOUNTED, 100)) - 3
        best = max(best, size if place.kind == "town" else min(size, 1.0))
    return best


def scale(spot: Spot) -> Literal["country", "region", "town"]:
    """Return what a name alone suggests: the kind of the places that are best known by it."""
    kinds = {p.kind for p in spot.found[:3]}
    if "country" in kinds:
        return "country" if "admin1" not in kinds else "region"
    regions = [p for p in spot.found[:3] if p.kind == "admin1"]
    if not spot.found or any(is_region(r, spot.found) for r in regions):
        return "region"
    return "town" if any(p.kind == "town" for p in spot.found) else "region"


def is_region(region: GazetteerPlace, found: Sequence[GazetteerPlace]) -> bool:
    """Tell whether a name means a first-order region before it means a town so called.

    "Kharkiv" is the town, which lies in its region; "Maine" is the state, whatever other Maines
    there are; "Washington" is the town, for its size.
    """
    if region.kind != "admin1":
        return False
    return not any(p.kind == "town" and _outshines(p, region) for p in found)


def _outshines(town: GazetteerPlace, region: GazetteerPlace) -> bool:
    """Tell whether a town is better known by a name than a region so called."""
    if within(town, region):
        return town.population * 50 > region.population
    large = town.population > _LARGE and town.population * 12 > region.population
    return large or town.population >= region.population


def lies_in(found: Sequence[GazetteerPlace], regions: Sequence[GazetteerPlace]) -> bool:
    """Tell whether some place lies in a country or region among the others."""
    return any(within(place, region) for region in regions for place in found)


def within(place: GazetteerPlace, region: GazetteerPlace) -> bool:
    """Tell whether a place lies in a country, region or county and is not that itself."""
    if place.country != region.country or place.geonames == region.geonames:
        return False
    if region.kind == "country":
        return True
    same = place.admin1_code == region.admin1_code
    return region.kind == "admin1" and same and place.kind in {"town", "admin2"}
