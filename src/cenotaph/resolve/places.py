"""Names of places as said -> gazetteer entries, by what the account says around them.

One name means one place within an account. "Springfield, Ohio" decides; then the countries and
regions that the account names, the nearness of its other places, and the number of people. What
stays in doubt, and what the gazetteer does not hold, stays unresolved.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import msgspec

from cenotaph.model import Account, Gazetteer, GazetteerPlace, Place, PlacePrecision, Span
from cenotaph.resolve.context import FAR, Context, Found, Said, context_of, inside, km
from cenotaph.text.lexicon import grouped, lines
from cenotaph.text.spots import is_region

_DOUBT: Final = 0.15  # two readings closer than this, far apart on the ground: neither
_LARGE: Final = 10_000  # "Myrtle Beach" needs no help, "Mill Creek" does
_UNCOUNTED: Final = 2000  # many a town has no figure
_NOTED_ABROAD: Final = 100_000
_KNOWN: Final = 500_000
_STATE_SAYERS: Final = frozenset({"US", "CA"})  # their news names the state of a far town
_QUARTERS: Final = ("neighborhood", "neighbourhood", "section", "subdivision", "quarter")
_NEIGHBORS: Final = 250.0  # km: places of one account help each other within this
# A capital first: the search leaps from one to the next.
_COUNTRY_WORD = re.compile(r"[A-Z](?<!\w[A-Z])(?:[a-z]{3,13}(?=[\s,.;:])|(?<=U)\.[SK]\.)")
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


def resolve_places(account: Account, gazetteer: Gazetteer) -> Account:
    """Return the account with its places looked up; what is said is left as it is."""
    said = _said(account)
    if not said:
        return account
    pairs = dict(_pairs(said, account))
    held = _holders(pairs)
    found = {name: _candidates(name, gazetteer) for name in dict.fromkeys(s.name for s in said)}
    context = context_of(said, found, held, _countries(account, gazetteer))
    chosen = {name: _choose(name, found, held, context) for name in found}
    regions = {pairs[s] for s in pairs}
    replace = msgspec.structs.replace

    def meant(place: Place, at: Span) -> Place:
        said = Said(place.name, at.part, at.start, at.end)
        return _placed(place, _reading(said, chosen, regions, found))

    return replace(
        account,
        claims=tuple(
            replace(c, value=meant(c.value, c.evidence)) if isinstance(c.value, Place) else c
            for c in account.claims
        ),
        marks=tuple(
            replace(m, value=meant(m.value, m.span)) if isinstance(m.value, Place) else m
            for m in account.marks
        ),
    )


def _said(account: Account) -> list[Said]:
    """Return every place name with its position, in reading order."""
    spots = {
        Said(m.value.name, m.span.part, m.span.start, m.span.end)
        for m in account.marks
        if isinstance(m.value, Place)
    } | {
        Said(c.value.name, c.evidence.part, c.evidence.start, c.evidence.end)
        for c in account.claims
        if isinstance(c.value, Place)
    }
    return sorted(spots, key=lambda s: (s.part, s.start, s.end, s.name))


def _countries(account: Account, gazetteer: Gazetteer) -> Iterator[str | None]:
    """Yield the countries that the text's names and adjectives mean."""
    words = _COUNTRY_WORD.findall(account.document.text, 0, _SCANNED)
    return (gazetteer.country_of(word) for word in words)


def _pairs(said: Sequence[Said], account: Account) -> Iterator[tuple[Said, Said]]:
    """Yield "Springfield, Ohio": a name and the one after its comma."""
    for one, other in itertools.pairwise(said):
        if one.part == other.part and one.end < other.start <= one.end + 4:
            words = account.document.text if one.part == "text" else account.document.title or ""
            if words[one.end : other.start].strip() in {",", ".,"}:
                yield one, other


def _holders(pairs: Mapping[Said, Said]) -> dict[str, list[str]]:
    """Return, by name, the regions that some occurrence is paired with."""
    held: dict[str, list[str]] = {}
    for one, other in pairs.items():
        held.setdefault(one.name, []).append(other.name)
    return held


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Look a name up, first whole, then without "region", "district" and the like."""
    if name.casefold() in _areas():
        return ()
    found = gazetteer.candidates(f"{name}unty" if name.endswith((" Co", " CO")) else name)
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


def _choose(
    name: str,
    found: Found,
    held: Mapping[str, list[str]],
    context: Context,
) -> GazetteerPlace | None:
    """Return the place that a name means in this account, None in doubt."""
    if any(f"{name} {word}" in found for word in _QUARTERS):
        return None  # "the Gresham neighborhood" tells what Gresham is
    settled = inside(found[name], held.get(name, ()), found)
    if settled:
        return settled[0]
    ranked = sorted(
        ((_weight(p, name, found[name], context), p) for p in found[name]),
        key=lambda pair: (-pair[0], pair[1].geonames or ""),
    )
    if not ranked or _is_far_off(ranked[0][1], name, found[name], context):
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _DOUBT:
        return None if km(ranked[0][1], ranked[1][1]) > FAR else ranked[0][1]
    return ranked[0][1]


def _weight(
    place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace], context: Context
) -> float:
    """Return how much speaks for one reading: people, kind, what else the account names."""
    total = math.log10(max(place.population, 10))
    if place.kind == "admin1":
        total += 1.0 if is_region(place, found) else -1.5
    elif place.kind == "admin2":
        total -= 1.5
    elif place.kind == "country":
        total += 1.0
    if place.name.casefold() != name.casefold():
        total -= 0.3 if place.name[:3].casefold() == name[:3].casefold() else 1.2
    total += _support(place, context)
    return total + (_neighborly(place, context) if len(found) > 1 else 0.0)


def _support(place: GazetteerPlace, context: Context) -> float:
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


def _neighborly(place: GazetteerPlace, context: Context) -> float:
    """Return 1 when another sure place of the account is near."""
    for anchor in context.anchors:
        if anchor.geonames != place.geonames and km(anchor, place) < _NEIGHBORS:
            return 1.0
    return 0.0


def _is_way(name: str) -> bool:
    """Tell whether a name is that of a street, creek or park, which some town may bear too."""
    head, _, last = name.rpartition(" ")
    return bool(head) and last.lower() in _ways()


@cache
def _ways() -> frozenset[str]:
    return frozenset(word.lower() for word in grouped("names.txt")["way"])


def _is_far_off(
    place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace], context: Context
) -> bool:
    """Tell whether the best reading is a guess: the account would have named its region.

    A small town of a country that nothing else speaks of, where another country is named or has a
    town so called; a creek or park that some hamlet is
    called after; and under a dateline with an American state, a town or county of another state
    ("Portland" is also a part of Louisville).
    """
    if context.regions[place.country, place.admin1_code] or place.population >= _KNOWN:
        return False
    if place.kind == "town" and not context.countries[place.country]:
        told = bool(context.countries) or _has_rival(place, name, found)
        return told and place.population < _NOTED_ABROAD
    if _is_way(name):
        return place.population < _LARGE
    homes = {country for country, _ in context.homes}
    return place.country in homes and place.country in _STATE_SAYERS and len(found) > 1


def _has_rival(place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace]) -> bool:
    """Tell whether another country has a town so called, not much smaller or more rightly named."""
    abroad = [max(p.population, _UNCOUNTED) for p in found if p.country != place.country]
    exact = place.name.casefold() == name.casefold()
    return any(not exact or people * 10 > place.population for people in abroad)


def _reading(
    said: Said,
    chosen: Mapping[str, GazetteerPlace | None],
    regions: set[Said],
    found: Found,
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
