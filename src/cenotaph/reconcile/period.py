"""Running totals and incidents -> which incidents may lie inside, and what they leave uncounted.

Nothing is subtracted from a total: the two are shown side by side, and the difference is a bound
that holds whatever the truth, or is not given (COUNTING 16).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from cenotaph.model import Incident, Outline, People, Place, Series, Value
from cenotaph.model.globe import distance

Told = Incident | Outline
Placed = Mapping[str, Sequence[tuple[Told, Place]]]  # incidents and their places, by country
_AROUND = 15.0  # km: a suburb's dead are counted in the town's
_DEGREES = 1.1 * _AROUND / 111  # of latitude; one is 110.6 km and more
_POINTS = {"exact", "town", "near"}


class Inside(Value):
    """What of one running total the record tells incident by incident."""

    incidents: tuple[str, ...]  # ids of those that may lie inside, by day
    unaccounted: int | None  # so many at least are in none of them; None: no such bound holds


def by_country(incidents: Iterable[Told]) -> Placed:
    """Return incidents with their places, by country; those that have none lie inside no total."""
    found: dict[str, list[tuple[Told, Place]]] = defaultdict(list)
    for incident in incidents:
        place = _placed(incident)
        if place is not None:
            found[place.country or ""].append((incident, place))
    return found


def moved_in(known: Placed, others: Mapping[str, Told]) -> Placed | None:
    """Return incidents by country with others in the place of those of the same ids.

    None where one has come, is gone or lies in another country: then all are gone through.
    """
    found = dict(known)
    stand = {i: p.country for i, other in others.items() if (p := _placed(other))}
    for country, held in known.items():
        here = [n for n, (incident, _) in enumerate(held) if incident.id in others]
        if any(stand.pop(held[n][0].id, None) != country for n in here):
            return None
        if here:
            found[country] = again = list(held)
        for n in here:
            other = others[held[n][0].id]
            place = _placed(other)
            if place is not None:
                again[n] = (other, place)
    return None if stand else found


def _placed(incident: Told) -> Place | None:
    place = incident.place.value if incident.place else None
    return place if isinstance(place, Place) and place.country else None


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
        for incident, where in incidents.get(place.country, ())
        if _lies_in(where, place) and _in_time(incident, series)
    ]
    if not within:
        return None
    return Inside(incidents=tuple(i.id for i in within), unaccounted=_bound(series, within))


def _lies_in(place: Place, area: Place) -> bool:
    """Tell whether a place can lie in an area of the same country."""
    if area.precision == "country":
        return True
    if area.precision == "admin1":
        return place.admin1 is not None and place.admin1 == (area.admin1 or area.name)
    if place.geonames is not None and place.geonames == area.geonames:
        return True
    both = place.precision in _POINTS and area.precision in _POINTS
    return both and _kilometers(place, area) <= _AROUND


def _kilometers(a: Place, b: Place) -> float:
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
