"""Incidents -> the points of a map: those of one place together, as sharp as the place is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cenotaph.model import Outline
from cenotaph.pages.telling import is_contested

_SHARP = ("exact", "town", "near")


class Point(NamedTuple):
    """One place and the incidents there."""

    lat: float  # degrees
    lon: float
    name: str
    precision: str  # exact, town, near; region for anything wider
    number: int
    contested: int  # how many of them have contested figures
    incident: str | None  # its id and title, where there is one alone
    title: str | None


def points(
    incidents: Sequence[Outline], soft: Callable[[str], str] = str
) -> tuple[list[Point], int]:
    """Return the points, the fullest last, and how many incidents have none.

    `soft` makes of a title what a list shows of it.
    """
    held: dict[tuple[float, float, str, str], list[Outline]] = {}
    without = 0
    for incident in incidents:
        place = incident.place.value if incident.place else None
        lat, lon = getattr(place, "lat", None), getattr(place, "lon", None)
        if place is None or lat is None or lon is None:
            without += 1
            continue
        precision = getattr(place, "precision", None)
        sharp = precision if precision in _SHARP else "region"
        held.setdefault((lat, lon, place.name, sharp), []).append(incident)
    found = [_point(*key, here) for key, here in held.items()]
    found = [p._replace(title=soft(p.title)) if p.title else p for p in found]
    return sorted(found, key=lambda p: (p.number, p.name, p.lat, p.lon)), without


def _point(lat: float, lon: float, name: str, sharp: str, here: list[Outline]) -> Point:
    alone = here[0] if len(here) == 1 else None
    return Point(
        lat=round(lat, 5),
        lon=round(lon, 5),
        name=name,
        precision=sharp,
        number=len(here),
        contested=sum(is_contested(i) for i in here),
        incident=alone.id if alone else None,
        title=alone.title if alone else None,
    )
