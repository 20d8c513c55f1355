"""A place -> the same place no finer than a profile allows, and words for it."""

from __future__ import annotations

import math
from typing import Final

import msgspec

from cenotaph.model import Place, PlacePrecision
from cenotaph.redaction.profile import Profile
from cenotaph.redaction.spelling import folded

WITHHELD_PLACE: Final = "[place withheld]"
_DEGREE: Final = 111.32  # kilometers of a degree of latitude, and of longitude at the equator
_WIDE: Final = {"admin1": ("admin1", "country"), "country": ("country",)}  # not finer than the key


def is_finer(place: Place, profile: Profile) -> bool:
    """Tell whether a place's name says more of where it is than the profile allows."""
    match profile.places:
        case "exact":
            return False
        case "town":  # an unresolved name may be a street or a farm: nobody knows how fine
            return place.precision == "unresolved" or (
                place.precision == "exact" and not place.geonames
            )
        case level:
            return place.precision not in _WIDE[level]


def coarse(place: Place, profile: Profile) -> Place:
    """Return the place as a profile tells it; what lies within a province is the province."""
    if profile.places == "exact":
        return place
    lat, lon = _gridded(place, profile.grid)
    if not is_finer(place, profile):
        if place.precision != "exact":
            return place
        return msgspec.structs.replace(place, relation=None, lat=lat, lon=lon, precision="near")
    admin1 = place.admin1 if profile.places != "country" else None
    name = admin1 or place.country
    if name is None:
        return Place(name=WITHHELD_PLACE)
    level: PlacePrecision = "admin1" if admin1 else "country"
    return Place(name=name, lat=lat, lon=lon, country=place.country, admin1=admin1, precision=level)


def instead_of(place: Place, profile: Profile) -> str | None:
    """Return what stands in a sentence for a place's name; None where the name may be told.

    A town that has its province's name gives nothing away.
    """
    if not is_finer(place, profile):
        return None
    told = coarse(place, profile).name
    if folded(told) == folded(place.name):
        return None
    return told if told.startswith("[") else f"[{told}]"


def _gridded(place: Place, cell: int | None) -> tuple[float | None, float | None]:
    """Return the middle of the cell that a point lies in; its sides are `cell` kilometers.

    Cells are counted from the equator and Greenwich, so every record has the same ones.
    """
    if place.lat is None or place.lon is None or cell is None:
        return None, None
    high = cell / _DEGREE
    lat = min((math.floor(place.lat / high) + 0.5) * high, 90.0)
    wide = min(high / max(math.cos(math.radians(lat)), 0.01), 360.0)
    lon = (math.floor(place.lon / wide) + 0.5) * wide
    return round(lat, 2), round((lon + 180.0) % 360.0 - 180.0, 2)
