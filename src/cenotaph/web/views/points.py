"""Incidents -> the points of a map: those of one place together, as sharp as the place is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from cenotaph.model import Outline
from cenotaph.pages.telling import is_contested
from cenotaph.web.grown import Key
from cenotaph.web.views.held import Held, parted

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


Place = tuple[float, float, str, str]  # degrees, name, and how sharply it is known


class Pinned(NamedTuple):
    """Incidents by place, and each place's point as it is sent; `without` have no place."""

    held: Held
    places: Mapping[Place, Held]
    points: Mapping[Place, Point]
    without: int


def pinned(held: Held, soft: Callable[[str], str] = str) -> Pinned:
    """Return incidents by place; `soft` makes of a title what a list shows of it."""
    return _moved(Pinned({}, {}, {}, 0), held, {}, held, soft)


def regrown(old: Pinned, held: Held, moved: Collection[Key], soft: Callable[[str], str]) -> Pinned:
    """Return the same of another selection, in which no incident is another but some."""
    return _moved(old, held, *parted(old.held, held, moved), soft)


def points(told: Pinned) -> list[Point]:
    """Return the points, the fullest last."""
    return sorted(told.points.values(), key=lambda p: (p.number, p.name, p.lat, p.lon))


def _moved(old: Pinned, held: Held, gone: Held, come: Held, soft: Callable[[str], str]) -> Pinned:
    touched: dict[Place, dict[Key, Outline]] = {}
    without = old.without
    for incidents, sign in ((gone, -1), (come, 1)):
        for key, incident in incidents.items():
            place = _place(incident)
            if place is None:
                without += sign
                continue
            here = touched.setdefault(place, dict(old.places.get(place, {})))
            if sign < 0:
                del here[key]
            else:
                here[key] = incident
    places, known = dict(old.places), dict(old.points)
    for place, here in touched.items():
        places.pop(place, None)
        known.pop(place, None)
        if here:
            places[place], known[place] = here, _point(place, list(here.values()), soft)
    return Pinned(held, places, known, without)


def _place(incident: Outline) -> Place | None:
    place = incident.place.value if incident.place else None
    lat, lon = getattr(place, "lat", None), getattr(place, "lon", None)
    if place is None or lat is None or lon is None:
        return None
    precision = getattr(place, "precision", None)
    return lat, lon, place.name, precision if precision in _SHARP else "region"


def _point(place: Place, here: list[Outline], soft: Callable[[str], str]) -> Point:
    lat, lon, name, sharp = place
    alone = here[0] if len(here) == 1 else None
    return Point(
        lat=round(lat, 5),
        lon=round(lon, 5),
        name=name,
        precision=sharp,
        number=len(here),
        contested=sum(is_contested(i) for i in here),
        incident=alone.id if alone else None,
        title=soft(alone.title) if alone else None,
    )
