"""Names of places as said -> gazetteer entries, by what the account says around them.

One name means one place within an account. "Springfield, Ohio" decides; then the countries and
regions that the account names, the nearness of its other places, and the number of people. What
stays in doubt, and what the gazetteer does not hold, stays unresolved.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from cenotaph.model import Account, Claim, Gazetteer, GazetteerPlace, Mark, Place, PlacePrecision
from cenotaph.text.lexicon import grouped, lines

_DOUBT: Final = 0.15  # two readings closer than this, far apart on the ground: neither
_FAR: Final = 100.0  # km
_LARGE: Final = 10_000  # "Myrtle Beach" needs no help, "Mill Creek" does
_NEIGHBORS: Final = 250.0  # km: places of one account help each other within this
_COUNTRY_WORD = re.compile(r"\b[A-Z][a-z]{3,13}(?=[\s,.;:])|\bU\.S\.|\bU\.K\.")
_SCANNED: Final = 4000  # characters of text in which adjectives of countries are looked for
_REGION_WORDS: Final = {
    "region": "admin1", "province": "admin1", "oblast": "admin1", "governorate": "admin1",
    "krai": "admin1", "state": "admin1", "prefecture": "admin1", "canton": "admin1",
    "department": "admin1", "emirate": "admin1", "republic": "admin1", "territory": "admin1",
    "district": "admin2", "county": "admin2", "raion": "admin2", "parish": "admin2",
    "municipality": "admin2", "borough": "admin2",
}  # fmt: skip
_PRECISION: Final[Mapping[str, PlacePrecision]] = {
    "town": "town", "admin2": "admin2", "admin1": "admin1", "country": "country",
}  # fmt: skip


class _Said(NamedTuple):
    """One place name where it stands."""

    name: str
    part: str
    start: int
    end: int


class _Context(NamedTuple):
    """What the account tells of where it is: weights of countries and of their regions."""

    countries: Counter[str]
    regions: Counter[tuple[str, str | None]]
    anchors: list[GazetteerPlace]


def resolve_places(account: Account, gazetteer: Gazetteer) -> Account:
    """Return the account with its places looked up; what is said is left as it is."""
    said = _said(account)
    if not said:
        return account
    pairs = dict(_pairs(said, account))
    held = _holders(pairs)
    found = {name: _candidates(name, gazetteer) for name in dict.fromkeys(s.name for s in said)}
    context = _context(said, found, held, account, gazetteer)
    chosen = {name: _choose(name, found, held, context) for name in found}
    regions = {pairs[s] for s in pairs}
    return msgspec.structs.replace(
        account,
        claims=tuple(_claim(c, chosen, regions, found) for c in account.claims),
        marks=tuple(_mark(m, chosen, regions, found) for m in account.marks),
    )


def _said(account: Account) -> list[_Said]:
    """Return every place name with its position, in reading order."""
    spots = {
        _Said(m.value.name, m.span.part, m.span.start, m.span.end)
        for m in account.marks
        if isinstance(m.value, Place)
    } | {
        _Said(c.value.name, c.evidence.part, c.evidence.start, c.evidence.end)
        for c in account.claims
        if isinstance(c.value, Place)
    }
    return sorted(spots, key=lambda s: (s.part, s.start, s.end, s.name))


def _pairs(said: Sequence[_Said], account: Account) -> Iterator[tuple[_Said, _Said]]:
    """Yield "Springfield, Ohio": a name and the one after its comma."""
    for one, other in itertools.pairwise(said):
        if one.part == other.part and one.end < other.start <= one.end + 4:
            words = account.document.text if one.part == "text" else account.document.title or ""
            if words[one.end : other.start].strip() in {",", ".,"}:
                yield one, other


def _holders(pairs: Mapping[_Said, _Said]) -> dict[str, list[str]]:
    """Return, by name, the regions that some occurrence is paired with."""
    held: dict[str, list[str]] = {}
    for one, other in pairs.items():
        held.setdefault(one.name, []).append(other.name)
    return held


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Look a name up, first whole, then without "region", "district" and the like."""
    if name.casefold() in _areas():
        return ()
    found = gazetteer.candidates(name)
    kind = _kind_said(name)
    if kind is None:
        return found
    plain = name.rpartition(" ")[0]
    regions = tuple(p for p in gazetteer.candidates(plain) if p.kind in {"admin1", "admin2"})
    whole = tuple(p for p in found if p.kind != "town")
    fitting = tuple(p for p in (*whole, *regions) if p.kind == kind)
    return fitting or whole or regions or found


@cache
def _areas() -> frozenset[str]:
    return frozenset(line.casefold() for line in lines("gazetteer_areas.txt"))


def _kind_said(name: str) -> str | None:
    """Return what "Kherson region" says it is."""
    head, _, last = name.rpartition(" ")
    return _REGION_WORDS.get(last.lower()) if head else None


def _context(
    said: Sequence[_Said],
    found: Mapping[str, tuple[GazetteerPlace, ...]],
    held: Mapping[str, list[str]],
    account: Account,
    gazetteer: Gazetteer,
) -> _Context:
    context = _Context(Counter(), Counter(), [])
    for word in _COUNTRY_WORD.findall(account.document.text, 0, _SCANNED):
        country = gazetteer.country_of(word)
        if country is not None:
            context.countries[country] += 1
    for name, times in Counter(s.name for s in said).items():
        homes = {p.country for p in found[name]}
        if len(homes) == 1:
            context.countries[homes.pop()] += 1
        wide = [p for p in found[name][:3] if p.kind == "country" or _is_plain(p, found[name])]
        if len(wide) != 1:
            continue  # "Georgia" says nothing of where we are until something else does
        context.countries[wide[0].country] += times
        if wide[0].kind == "admin1":
            context.regions[wide[0].country, wide[0].admin1_code] += times
    for name in found:
        _anchor(name, found, held, context)
    return context


def _is_plain(region: GazetteerPlace, found: Sequence[GazetteerPlace]) -> bool:
    """Tell whether a name means a region before it means a town of the same name."""
    return region.kind == "admin1" and not any(
        p.kind == "town" and p.population * 20 > region.population for p in found
    )


def _anchor(
    name: str,
    found: Mapping[str, tuple[GazetteerPlace, ...]],
    held: Mapping[str, list[str]],
    context: _Context,
) -> None:
    """Note a name that can only be one place, or that its region settles."""
    inside = _inside(found[name], held.get(name, ()), found)
    sure = inside[0] if inside else None
    towns = [p for p in found[name] if p.kind == "town"]
    if sure is None and len(found[name]) == 1 and towns and towns[0].population > 20_000:
        sure = towns[0]
    if sure is None or sure.kind == "country":
        return
    context.anchors.append(sure)
    context.countries[sure.country] += 1
    if inside:
        context.regions[sure.country, sure.admin1_code] += 1


def _inside(
    found: Sequence[GazetteerPlace],
    names: Sequence[str],
    all_found: Mapping[str, tuple[GazetteerPlace, ...]],
) -> list[GazetteerPlace]:
    """Return the readings that lie in a region of one of these names, best first."""
    regions = [r for name in names for r in all_found[name] if r.kind != "town"]
    kept = [p for p in found if any(_within(p, r) for r in regions)]
    return sorted(kept, key=lambda p: (p.kind != "town", -p.population))


def _within(place: GazetteerPlace, region: GazetteerPlace) -> bool:
    if place.country != region.country or place.geonames == region.geonames:
        return False
    if region.kind == "country":
        return True
    if place.admin1_code != region.admin1_code or place.kind == "admin1":
        return False
    return region.kind == "admin1" or _km(place, region) < _FAR


def _choose(
    name: str,
    found: Mapping[str, tuple[GazetteerPlace, ...]],
    held: Mapping[str, list[str]],
    context: _Context,
) -> GazetteerPlace | None:
    """Return the place that a name means in this account, None in doubt."""
    inside = _inside(found[name], held.get(name, ()), found)
    if inside:
        return inside[0]
    ranked = sorted(
        ((_weight(p, name, found[name], context), p) for p in found[name]),
        key=lambda pair: (-pair[0], pair[1].geonames or ""),
    )
    if not ranked or (_is_way(name) and not _is_told(ranked[0][1], context)):
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _DOUBT:
        return None if _km(ranked[0][1], ranked[1][1]) > _FAR else ranked[0][1]
    return ranked[0][1]


def _weight(
    place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace], context: _Context
) -> float:
    """Return how much speaks for one reading: people, kind, what else the account names."""
    total = math.log10(max(place.population, 10))
    if place.kind == "admin1":
        total += 1.0 if _is_plain(place, found) else -1.5
    elif place.kind == "admin2":
        total -= 1.5
    elif place.kind == "country":
        total += 1.0
    if place.name.casefold() != name.casefold():
        total -= 0.3 if place.name[:3].casefold() == name[:3].casefold() else 1.2
    total += _support(place, context)
    return total + (_neighborly(place, context) if len(found) > 1 else 0.0)


def _support(place: GazetteerPlace, context: _Context) -> float:
    """Return what the countries and regions named speak for a reading, 0 to 3.2."""
    countries = context.countries
    most = max(countries.values(), default=0)
    total = 0.0
    if most:
        total += 1.5 * countries[place.country] / most
    region = (place.country, place.admin1_code)
    if context.regions[region] and place.kind in {"town", "admin2"}:
        total += 1.0 + 0.7 * context.regions[region] / max(context.regions.values())
    return total


def _neighborly(place: GazetteerPlace, context: _Context) -> float:
    """Return 1 when another sure place of the account is near."""
    for anchor in context.anchors:
        if anchor.geonames != place.geonames and _km(anchor, place) < _NEIGHBORS:
            return 1.0
    return 0.0


def _is_way(name: str) -> bool:
    """Tell whether a name is that of a street, creek or park, which some town may bear too."""
    head, _, last = name.rpartition(" ")
    return bool(head) and last.lower() in _ways()


@cache
def _ways() -> frozenset[str]:
    return frozenset(word.lower() for word in grouped("names.txt")["way"])


def _is_told(place: GazetteerPlace, context: _Context) -> bool:
    """Tell whether a town is large, or the account names its region."""
    return place.population >= _LARGE or context.regions[place.country, place.admin1_code] > 0


def _km(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the distance on a flat map: near enough to tell near from far."""
    width = math.cos(math.radians((one.lat + other.lat) / 2))
    east = abs(one.lon - other.lon)
    return 111.2 * math.hypot(one.lat - other.lat, min(east, 360 - east) * width)


def _claim(
    claim: Claim,
    chosen: Mapping[str, GazetteerPlace | None],
    regions: set[_Said],
    found: Mapping[str, tuple[GazetteerPlace, ...]],
) -> Claim:
    if not isinstance(claim.value, Place):
        return claim
    at = claim.evidence
    said = _Said(claim.value.name, at.part, at.start, at.end)
    place = _placed(claim.value, _reading(said, chosen, regions, found))
    return msgspec.structs.replace(claim, value=place)


def _mark(
    mark: Mark,
    chosen: Mapping[str, GazetteerPlace | None],
    regions: set[_Said],
    found: Mapping[str, tuple[GazetteerPlace, ...]],
) -> Mark:
    if not isinstance(mark.value, Place):
        return mark
    at = mark.span
    said = _Said(mark.value.name, at.part, at.start, at.end)
    place = _placed(mark.value, _reading(said, chosen, regions, found))
    return msgspec.structs.replace(mark, value=place)


def _reading(
    said: _Said,
    chosen: Mapping[str, GazetteerPlace | None],
    regions: set[_Said],
    found: Mapping[str, tuple[GazetteerPlace, ...]],
) -> GazetteerPlace | None:
    """Return what a name means here: after a comma ("Albany, New York") it is the region."""
    if said in regions:
        for place in found[said.name]:
            if place.kind in {"country", "admin1"}:
                return place
    return chosen[said.name]


def _placed(place: Place, entry: GazetteerPlace | None) -> Place:
    """Return the value with the entry's fields; no entry, no fields."""
    if entry is None:
        return Place(name=place.name, relation=place.relation)
    near = place.relation is not None and entry.kind in {"town", "admin2"}
    return Place(
        name=place.name,
        relation=place.relation,
        geonames=entry.geonames,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country,
        admin1=entry.admin1,
        precision="near" if near else _PRECISION[entry.kind],
    )
