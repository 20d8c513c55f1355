"""Running totals and incidents -> which incidents may lie inside, and what they leave uncounted.

Nothing is subtracted from a total: the two are shown side by side, and the difference is a bound
that holds whatever the truth, or is not given (COUNTING 16).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple, Self

from cenotaph.model import Incident, Outline, People, Place, Series, Value
from cenotaph.model.globe import distance

Told = Incident | Outline
_AROUND = 15.0  # km: a suburb's dead are counted in the town's
_DEGREES = 1.1 * _AROUND / 111  # of latitude; one is 110.6 km and more
_POINTS = {"exact", "town", "near"}


class Inside(Value):
    """What of one running total the record tells incident by incident."""

    incidents: tuple[str, ...]  # ids of those that may lie inside, by day
    unaccounted: int | None  # so many at least are in none of them; None: no such bound holds


class Spot(NamedTuple):
    """What of a place tells whether it lies in another one: many incidents share it."""

    geonames: str | None
    lat: float | None  # degrees
    lon: float | None
    admin1: str | None
    precision: str

    @classmethod
    def of(cls, place: Place) -> Self:
        """Return it of a place."""
        return cls(place.geonames, place.lat, place.lon, place.admin1, place.precision)


class Placed(NamedTuple):
    """Incidents by where they lie; those that have no place lie inside no total."""

    where: Mapping[str, tuple[str, Spot]]  # by id: country and spot
    held: Mapping[str, Mapping[Spot, Mapping[str, Told]]]  # by country, spot and id

    def moved(self, others: Mapping[str, Told | None]) -> Placed:
        """Return the same with others in the place of those of the same ids; None: it is gone."""
        where, held = dict(self.where), dict(self.held)

        def there(country: str, spot: Spot) -> dict[str, Told]:
            fresh = dict(held.get(country, {}).get(spot, {}))
            held[country] = {**held.get(country, {}), spot: fresh}
            return fresh

        for key, incident in others.items():
            before, now = where.pop(key, None), _spot(incident)
            if before is not None:
                there(*before).pop(key)
            if incident is not None and now is not None:
                there(*now)[key] = incident
                where[key] = now
        return Placed(where, held)


def by_country(incidents: Iterable[Told]) -> Placed:
    """Return incidents by country and place."""
    where: dict[str, tuple[str, Spot]] = {}
    held: dict[str, dict[Spot, dict[str, Told]]] = {}
    known: dict[tuple[str, Spot], tuple[str, Spot]] = {}  # so that each is in memory once
    for incident in incidents:
        found = _spot(incident)
        if found is not None:
            where[incident.id] = country, spot = known.setdefault(found, found)
            held.setdefault(country, {}).setdefault(spot, {})[incident.id] = incident
    return Placed(where, held)


def _spot(incident: Told | None) -> tuple[str, Spot] | None:
    place = incident.place.value if incident is not None and incident.place else None
    if not isinstance(place, Place) or not place.country:
        return None
    return place.country, Spot.of(place)


def inside(series: Sequence[Series], incidents: Placed) -> dict[str, Inside]:
    """Return what may lie inside each cumulative total of the dead, injured or missing, by id.

    An incident may lie inside where its place lies in the total's place and its days, as far as
    they are known, between the total's start and the day it was taken.
    """
    return {
        s.id: found
        for s in series
        if s.scope == "cumulative"
        and s.cause != "indirect"  # who died of hunger died in no incident (COUNTING 15a)
        and (found := _inside(s, incidents)) is not None
    }


def _inside(series: Series, incidents: Placed) -> Inside | None:
    place = series.place.value if series.place else None
    if not isinstance(place, Place) or place.country is None:
        return None
    within = [
        incident
        for spot, there in incidents.held.get(place.country, {}).items()
        if _lies_in(spot, place)
        for incident in there.values()
        if _in_time(incident, series)
    ]
    if not within:
        return None
    ids = tuple(i.id for i in sorted(within, key=_by_day))
    return Inside(incidents=ids, unaccounted=_bound(series, within))


def _by_day(incident: Told) -> tuple[str, str]:
    return incident.first or incident.last or "", incident.id


def _lies_in(place: Spot, area: Place) -> bool:
    """Tell whether a place can lie in an area of the same country."""
    if area.precision == "country":
        return True
    if area.precision == "admin1":
        return place.admin1 is not None and place.admin1 == (area.admin1 or area.name)
    if place.geonames is not None and place.geonames == area.geonames:
        return True
    both = place.precision in _POINTS and area.precision in _POINTS
    return both and _kilometers(place, area) <= _AROUND


def _kilometers(a: Spot, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return inf
    if abs(a.lat - b.lat) > _DEGREES:  # most are: it is not worth the sines
        return inf
    return distance((a.lat, a.lon), (b.lat, b.lon))


def _in_time(incident: Told, series: Series) -> bool:
    """Tell whether an incident can have been counted: what nobody dates may have been."""
    start = series.since if series.since and _is_day(series.since) else None
    early = start is not None and incident.last is not None and incident.last < start
    late = series.as_of is not None and incident.first is not None and incident.first > series.as_of
    return not early and not late


def _is_day(words: str) -> bool:
    return len(words) == len("2022-03-10") and words[:4].isdigit() and words[4] == "-"


def _bound(series: Series, within: Iterable[Told]) -> int | None:
    """Return how many of a total are at least in no incident: its lowest less all their highest.

    An incident whose toll has no ceiling could hold them all: then no bound holds. One without a
    figure accounts for nobody.
    """
    if series.low is None or series.outcome not in {"killed", "injured", "missing"}:
        return None
    highest = 0
    for incident in within:
        told = [f for f in incident.tolls if f.outcome == series.outcome]
        for figure in [f for f in told if f.people == People()] or told:
            if figure.high is None and figure.low is not None:
                return None
            highest += figure.high or 0
    return max(0, series.low - highest)


def by_place(series: Iterable[Series]) -> list[Series]:
    """Return series so that those of one place, outcome and start stand beside one another."""

    def order(one: Series) -> tuple[str, ...]:
        place = one.place.value.name if one.place else ""
        return place, one.outcome, one.since or "", one.speaker or "", one.id

    return sorted(series, key=order)
