"""What an account tells of where it is: countries and regions named, the ground of its names."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cenotaph.model import GazetteerPlace
from cenotaph.resolve.ground import Beat, Ground, Listened, Region, ground_of
from cenotaph.text.spots import is_region, within

FAR: Final = 100.0  # km: two places further apart than this are not one
_CITY: Final = 250_000  # people: a dateline names no state with a city that large
_LARGE: Final = 100_000
_NOTED: Final = 20_000  # people: a town of a name of its own that large is surely meant
_DATELINE: Final = 60  # characters within which a text opens with one

Found = Mapping[str, tuple[GazetteerPlace, ...]]
"""Every reading of every name of an account."""


class Said(NamedTuple):
    """One place name where it stands."""

    name: str
    part: str
    start: int
    end: int


class Told(NamedTuple):
    """Weights of countries and of their regions."""

    countries: Counter[str]
    regions: Counter[Region]


class Context(NamedTuple):
    """What the account tells of where it is."""

    told: Told
    by_name: Mapping[str, Told]  # what each name, in lower case, gives to it
    homes: set[Region]  # the dateline's region
    ground: Ground
    beat: Beat | Listened | None  # what its publisher writes about
    doers: frozenset[str] = frozenset()  # countries of which only jets and troops are told

    def informed(self, chosen: Mapping[str, GazetteerPlace | None]) -> Context:
        """Return the context with the countries of the large towns that were chosen."""
        large = (p for p in chosen.values() if p is not None and p.population >= _LARGE)
        countries = Counter({p.country for p in large if p.kind == "town"})
        return self._replace(told=Told(self.told.countries + countries, self.told.regions))

    def besides(self, name: str) -> Told:
        """Return what is told by anything but one name: it cannot speak for itself."""
        own = self.by_name.get(name.casefold())
        if own is None:
            return self.told
        return Told(self.told.countries - own.countries, self.told.regions - own.regions)


def context_of(
    said: Sequence[Said],
    found: Found,
    held: Mapping[str, Sequence[str]],
    adjectives: Iterable[str],
    beat: Beat | Listened | None = None,
    doers: Iterable[str] = (),
) -> Context:
    """Return what an account's names, pairs of names and country adjectives tell.

    `doers` are the countries of adjectives that tell who struck: "a Ruritanian missile strike".
    """
    by_name: dict[str, Told] = {}
    for name, times in Counter(s.name for s in said).items():
        told = by_name.setdefault(name.casefold(), Told(Counter(), Counter()))
        _count(found[name], times, told)
        _anchor(name, found, held, told)
    struck = tuple(doers)
    adjectives = tuple(adjectives)
    total = Told(Counter([*adjectives, *struck]), Counter())
    for told in by_name.values():
        total.countries.update(told.countries)
        total.regions.update(told.regions)
    homes = set[Region]()
    for spot in said:
        if spot.part == "text" and spot.start < _DATELINE and spot.name.casefold() in held:
            home = inside(found[spot.name], held[spot.name.casefold()], found)
            homes.update((p.country, p.admin1_code) for p in home[:1])
        elif spot.part == "text" and spot.start == 0:  # "CHICAGO - A man was shot"
            large = [p for p in found[spot.name][:1] if p.kind == "town" and p.population > _CITY]
            homes.update((p.country, p.admin1_code) for p in large)
    meant = {name: inside(found[name], held.get(name.casefold(), ()), found)[:1] for name in found}
    ground = ground_of({name: meant[name] or found[name] for name in found})
    elsewhere = {c for t in by_name.values() for c in t.countries} | {*adjectives}
    return Context(total, by_name, homes, ground, beat, frozenset(struck) - elsewhere)


def _count(found: Sequence[GazetteerPlace], times: int, told: Told) -> None:
    """Note the country and the region that a name stands for, or that all its readings share."""
    homes = {p.country for p in found}
    if len(homes) == 1:
        told.countries[homes.pop()] += 1
    wide = [p for p in found[:3] if p.kind == "country" or is_region(p, found)]
    if len(wide) != 1:
        return  # "Georgia" says nothing of where we are until something else does
    told.countries[wide[0].country] += times
    if wide[0].kind == "admin1":
        told.regions[wide[0].country, wide[0].admin1_code] += times


def _anchor(name: str, found: Found, held: Mapping[str, Sequence[str]], told: Told) -> None:
    """Note a name that can only be one place, or that its region settles."""
    settled = inside(found[name], held.get(name.casefold(), ()), found)
    sure = settled[0] if settled else None
    towns = [p for p in found[name] if p.kind == "town"]
    if sure is None and len(found[name]) == 1 and towns and towns[0].population > _NOTED:
        sure = towns[0]
    if sure is None or sure.kind == "country":
        return
    told.countries[sure.country] += 1
    if settled:
        told.regions[sure.country, sure.admin1_code] += 1


def inside(
    found: Sequence[GazetteerPlace], names: Sequence[str], all_found: Found
) -> list[GazetteerPlace]:
    """Return the readings that lie in a region of one of these names, best first."""
    regions = [r for name in names for r in all_found[name] if r.kind != "town"]
    if not regions:
        return []
    kept = [p for p in found if any(_lies_in(p, r) for r in regions)]
    return sorted(kept, key=lambda p: (p.kind != "town" and not is_region(p, found), -p.population))


def _lies_in(place: GazetteerPlace, region: GazetteerPlace) -> bool:
    if region.kind == "admin2":
        same = (place.country, place.admin1_code) == (region.country, region.admin1_code)
        return same and place.kind == "town" and km(place, region) < FAR
    return within(place, region)


def km(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the distance in km on a flat map: near enough to tell near from far."""
    width = math.cos(math.radians((one.lat + other.lat) / 2))
    east = abs(one.lon - other.lon)
    return 111.2 * math.hypot(one.lat - other.lat, min(east, 360 - east) * width)
