"""One name's readings -> the one that is meant here: by people, kind, and all the account names.

Weights are logarithms to base 10, set by hand: ten times the people weigh as much as two towns
of the neighborhood named beside.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from cenotaph.model import GazetteerPlace
from cenotaph.resolve.context import FAR, Context, Found, inside, km
from cenotaph.resolve.ground import Region, asked_of, home_of, telling
from cenotaph.text.lexicon import lines
from cenotaph.text.name_words import lists
from cenotaph.text.spots import is_region

_DOUBT: Final = 0.15  # two readings closer than this, far apart on the ground: neither
_LARGE: Final = 10_000  # "Myrtle Beach" needs no help, "Mill Creek" does
_UNCOUNTED: Final = 2000  # many a town has no figure
NOTED: Final = 100_000
_KNOWN: Final = 500_000
_MOST: Final = 3.0  # what the account's other names can weigh
_BEAT: Final = 4.0  # what a publisher weighs that writes of nothing else
_AT_HOME: Final = 0.5  # a publisher's country
_OF_HOME: Final = 1.0  # its state
_CAPITAL: Final = 1.0  # news names a capital without its country
_SURE: Final = 1.0  # so much speaking for a place's land makes it no guess
_STATE_SAYERS: Final = frozenset({"US", "CA"})  # their news names the state of a far town
_QUARTERS: Final = (
    "neighborhood",
    "neighbourhood",
    "section",
    "subdivision",
    "quarter",
    "sector",
    "suburb",
)


def choose(
    name: str,
    found: Found,
    held: Mapping[str, Sequence[str]],
    context: Context,
) -> GazetteerPlace | None:
    """Return the place that a name means in this account, None in doubt."""
    if any(f"{name} {word}" in found for word in _QUARTERS):
        return None  # "the Gresham neighborhood" tells what Gresham is
    settled = inside(found[name], held.get(name.casefold(), ()), found)
    if settled:
        return settled[0]
    if _is_held_elsewhere(name, found, held):
        return None
    ranked = sorted(
        ((_weight(p, name, found[name], context), p) for p in found[name]),
        key=lambda pair: (-pair[0], pair[1].geonames or ""),
    )
    if ranked and _is_far_off(ranked[0][1], name, found[name], context):
        ranked = _at_home(ranked, name, context)
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _DOUBT:
        return None if km(ranked[0][1], ranked[1][1]) > FAR else ranked[0][1]
    return ranked[0][1]


def _at_home(
    ranked: Sequence[tuple[float, GazetteerPlace]], name: str, context: Context
) -> list[tuple[float, GazetteerPlace]]:
    """Return the readings in countries that the account names, where the best one is in none.

    "Ariha" is a larger town in Palestine; in news of Syria it is the Syrian one.
    """
    countries = context.besides(name).countries
    if countries[ranked[0][1].country]:
        return []
    return [r for r in ranked if countries[r[1].country] and r[1].country not in _STATE_SAYERS]


def without_strays(
    chosen: Mapping[str, GazetteerPlace | None],
    found: Found,
    held: Mapping[str, Sequence[str]],
    context: Context,
) -> dict[str, GazetteerPlace | None]:
    """Return the choices without small towns of a state that nothing else in the account is in.

    Beside Cincinnati "Fairmount" is a part of it, and no town in Indiana: American news names the
    state of a town that is far off. One without it is in the state that its publisher writes of.
    """
    home = _home(context)
    return {
        name: _of(home, name, found)
        if place is not None
        and name.casefold() not in held
        and not _is_beside(place, others := _besides(chosen, name))
        and (_is_out_of(home, place, name, found) or _strays(place, name, others))
        and not _is_spoken_for(place, name, found[name], context)
        else place
        for name, place in chosen.items()
    }


def _besides(chosen: Mapping[str, GazetteerPlace | None], name: str) -> list[GazetteerPlace]:
    """Return what all other names mean: "MT. CARMEL" is no other than "Mt. Carmel"."""
    own = name.casefold()
    return [p for n, p in chosen.items() if p is not None and n.casefold() != own]


def _is_beside(place: GazetteerPlace, others: Iterable[GazetteerPlace]) -> bool:
    """Tell whether another place is in its state, or near it."""
    return any(
        p.admin1_code == place.admin1_code or km(p, place) < FAR
        for p in others
        if p.country == place.country
    )


def _strays(place: GazetteerPlace, name: str, others: Iterable[GazetteerPlace]) -> bool:
    """Tell whether a small town lies in no state that the account has a large place in."""
    return (
        place.country in _STATE_SAYERS
        and _is_small(place, name)
        and any(
            p.kind != "town" or p.population >= NOTED for p in others if p.country == place.country
        )
    )


def _is_small(place: GazetteerPlace, name: str) -> bool:
    """Tell whether a town or county is not known by this name outside its state.

    "New York" is New York City, "Westside" to its neighbors alone a part of Las Vegas.
    """
    known = _is_called(place, name) or place.name[:3].casefold() == name[:3].casefold()
    return place.kind in {"town", "admin2"} and not (known and place.population >= NOTED)


def _is_out_of(home: Region | None, place: GazetteerPlace, name: str, found: Found) -> bool:
    """Tell whether a place lies outside the state that a publisher writes of, and one at home may.

    A large town is left for one of its name at home alone.
    """
    if home is None or (place.country, place.admin1_code) == home:
        return False
    small = _is_small(place, name) and place.country in _STATE_SAYERS
    return small or (place.population < _KNOWN and _of(home, name, found) is not None)


def _of(home: Region | None, name: str, found: Found) -> GazetteerPlace | None:
    """Return the town or county so called in a state."""
    of = (p for p in found[name] if (p.country, p.admin1_code) == home and p.kind != "admin1")
    return next((p for p in of if _is_called(p, name)), None)


def _home(context: Context) -> Region | None:
    """Return the state that the account's publisher writes of."""
    home = home_of(context.beat) if context.beat is not None else None
    return home[0] if home is not None and home[0][0] in _STATE_SAYERS else None


def _is_spoken_for(
    place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace], context: Context
) -> bool:
    """Tell whether the account names a place's state, or its publisher writes of its land."""
    if context.besides(name).regions[place.country, place.admin1_code]:
        return True
    asked = asked_of(place, name, telling(found))
    return context.beat is not None and _BEAT * context.beat.answer(asked) >= _SURE


def _is_held_elsewhere(name: str, found: Found, held: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a region stands after a comma that holds none of the small towns so called."""
    if any(p.kind in {"country", "admin1"} or p.population >= _KNOWN for p in found[name]):
        return False
    regions = (r for region in held.get(name.casefold(), ()) for r in found[region][:3])
    return any(r.kind != "town" for r in regions)


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
    if _is_seat(place) and context.besides(name).countries[place.country]:
        total += _CAPITAL
    if not _is_called(place, name):
        total -= 0.3 if place.name[:3].casefold() == name[:3].casefold() else 1.2
    total += _support(place, name, context)
    return total + (_locality(place, name, found, context) if len(found) > 1 else 0.0)


def _is_called(place: GazetteerPlace, name: str) -> bool:
    """Tell whether a place bears a name as it is said, but for marks on its letters."""
    return _unmarked(place.name) == _unmarked(name)


@lru_cache(maxsize=65536)
def _unmarked(name: str) -> str:
    """Return a name in lower case without marks: "Arīḩā" is written "Ariha"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def _is_seat(place: GazetteerPlace) -> bool:
    """Tell whether a town is the capital of its country."""
    return place.kind == "town" and (place.country, place.name) in _capitals()


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    rows = (line.split("\t") for line in lines("seats.tsv"))
    return frozenset((row[0], row[2].split("|")[0]) for row in rows if len(row) > 2)


def _support(place: GazetteerPlace, name: str, context: Context) -> float:
    """Return what the countries and regions named speak for a reading, 0 to 3.2."""
    countries, regions = context.besides(name)
    most = max(countries.values(), default=0)
    total = 0.0
    if most:
        total += 1.5 * countries[place.country] / most
    region = (place.country, place.admin1_code)
    if regions[region] and place.kind in {"town", "admin2"}:
        total += 1.7 * math.sqrt(regions[region] / regions.total())
    return total


def _locality(
    place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace], context: Context
) -> float:
    """Return what other names, and the publisher's other accounts, speak for a place's land."""
    if place.kind == "country":
        spoken = share = 0.0
    else:
        asked = asked_of(place, name, telling(found))
        spoken = context.ground.spoken(asked)
        share = context.beat.answer(asked) if context.beat is not None else 0.0
    total = min(_MOST, spoken) + _BEAT * share
    if context.beat is not None:
        total += _AT_HOME * (context.beat.country == place.country)
        total += _OF_HOME * (_home(context) == (place.country, place.admin1_code))
    return total


def _is_far_off(
    place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace], context: Context
) -> bool:
    """Tell whether the best reading is a guess: the account would have named its region.

    A small town of a country that nothing else speaks of, where another country is named or has a
    town so called; a creek or park that some hamlet is
    called after; and under a dateline with an American state, a town or county of another state
    ("Portland" is also a part of Louisville).
    """
    countries, regions = context.besides(name)
    exact = _is_called(place, name)
    if regions[place.country, place.admin1_code] or (exact and place.population >= _KNOWN):
        return False
    if _locality(place, name, found, context) >= _SURE:
        return False
    if place.kind == "town" and not countries[place.country]:
        elsewhere = {c for c in countries if countries[c]} - context.doers
        told = bool(elsewhere) or _has_rival(place, name, found)
        return told and place.population < NOTED
    if _is_way(name):
        return place.population < _LARGE
    homes = {country for country, _ in context.homes}
    return place.country in homes and place.country in _STATE_SAYERS and len(found) > 1


def _is_way(name: str) -> bool:
    """Tell whether a name is that of a street, creek or park, which some town may bear too."""
    head, _, last = name.rpartition(" ")
    return bool(head) and lists().has("way", last.lower())


def _has_rival(place: GazetteerPlace, name: str, found: Sequence[GazetteerPlace]) -> bool:
    """Tell whether another country has a town so called, not much smaller or more rightly named."""
    abroad = [max(p.population, _UNCOUNTED) for p in found if p.country != place.country]
    exact = _is_called(place, name)
    return any(not exact or people * 10 > place.population for people in abroad)
