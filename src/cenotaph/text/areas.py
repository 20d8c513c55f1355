"""The name of a continent, a sea, a wider region -> its rounded middle, no incident's place."""

from __future__ import annotations

from functools import cache

import msgspec

from cenotaph.model import Place
from cenotaph.text.lexicon import lines


@cache
def areas() -> dict[str, Place]:
    """Return the lands and waters that no gazetteer holds, by every spelling in lower case."""
    found = {}
    for line in lines("gazetteer_areas.tsv"):
        name, others, lat, lon, country = line.split("\t")
        area = Place(name=name, country=country or None)
        if lat and lon:
            area = msgspec.structs.replace(
                area, lat=float(lat), lon=float(lon), precision="country"
            )
        found.update(dict.fromkeys(map(str.lower, filter(None, (name, *others.split("|")))), area))
    return found


def with_middle(place: Place) -> Place:
    """Return a name that lies nowhere with the middle of the area that it is the name of.

    The contract has no precision coarser than `country`. Only what is printed of a mark may carry
    it: a claim that did would put an incident at the middle of an ocean.
    """
    area = areas().get(place.name.lower())
    if area is None or place.precision != "unresolved":
        return place
    return msgspec.structs.replace(
        place, lat=area.lat, lon=area.lon, country=area.country, precision=area.precision
    )
