"""Names of places as said -> gazetteer entries, by what the account says around them.

One name means one place within an account. "Springfield, Ohio" decides; then the countries and
regions that the account names, the nearness of its other places, and the number of people. What
stays in doubt, and what the gazetteer does not hold, stays unresolved.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from cenotaph.model import Account, Claim, Gazetteer, GazetteerPlace, Place, PlacePrecision, Span
from cenotaph.model.gazetteer import LOCAL
from cenotaph.model.globe import distance
from cenotaph.resolve.choice import NOTED, choose, without_strays
from cenotaph.resolve.context import Found, Said, context_of
from cenotaph.resolve.ground import Beat, Listened, home_of
from cenotaph.text.areas import areas
from cenotaph.text.name_words import lists
from cenotaph.text.party_words import party_words, seat_named
from cenotaph.text.spots import within

# A capital first: the search leaps from one to the next.
_COUNTRY_WORD = re.compile(r"[A-Z](?<!\w[A-Z])(?:[a-z]{3,13}(?=[\s,.;:])|(?<=U)\.[SK]\.)")
_WORD = re.compile(r"[\w-]+")
_FORCES: Final = frozenset({"soldiers", "aircraft"})  # besides nouns that tell whose deed it is
_REACH: Final = 6  # characters between names that belong together
_HELD: Final = re.compile(r"\.?,|\((?:[^();:]+,)?")  # "Zarka, Sumy", "Zarka (Lom area, Sumy)"
_LISTED: Final = frozenset({"and", "or"})  # "Washington, New York and Boston"
_ROW: Final = _LISTED | {",", ", and"}
_FAR_REACH: Final = 45
_SETTLED: Final = (
    r"(?:village|hamlet|community|settlement|suburb|town|farm|quarter|neighbou?rhood|district|camp"
    r"|area|locality|market|ward)"
)
_REGION: Final = (
    r"(?:city|town|territory|commune|municipality|district|department|region|province|state"
    r"|governorate|sector|county|township|cercle|prefecture|locality|division|ward)"
)
_ASIDE: Final = (
    r"(?:[\w-]*(?:north|south|east|west)[\w-]*|central|downtown|rural|neighbou?ring|nearby)"
)
# "Zarka, a village in the municipality of Tarsk", "Zarka village of Tarsk", "Zarka, commune of T."
_OF = re.compile(
    rf"(?P<called>,\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}{_SETTLED}"
    r"|\s(?:village|hamlet|settlement|(?:refugee\s)?camp)"
    r"|\sand\s(?:\w+\s)?(?:neighbou?ring|nearby|adjacent|other)\s(?:villages?|hamlets?))?"
    r",?\s\(?(?:(?:of|in|on)\s(?:(?:the|a)\s)?|entrance\sto\s)?"
    rf"(?:{_ASIDE}\s)?(?:(?:(?:part|section|side|outskirts|suburbs|desert|hills|mountains)\s)?of\s)?"
    r"(?:the\s)?(?:[\w-]+-(?:held|controlled|occupied|ruled)\s|occupied\s)?"
    rf"(?:{_REGION}\sof\s(?:the\s)?)?",
    re.IGNORECASE,
)
_TIED: Final = 0.6  # confidence of a place that the words tie to an event
_OFTEN: Final = 2  # times that a country is named in an account that is of it
_BESIDE: Final = 30.0  # kilometers from a town's point within which one given is of that town
_SCANNED: Final = 4000  # characters of text in which adjectives of countries are looked for
_REGION_WORDS: Final = {
    "region": "admin1", "province": "admin1", "oblast": "admin1", "governorate": "admin1",
    "krai": "admin1", "state": "admin1", "prefecture": "admin1", "canton": "admin1",
    "department": "admin1", "emirate": "admin1", "republic": "admin1", "territory": "admin1",
    "district": "admin2", "county": "admin2", "raion": "admin2", "parish": "admin2",
    "municipality": "admin2", "borough": "admin2", "jurisdiction": "admin2",
    "township": "admin2", "local government area": "admin2", "lga": "admin2", "commune": "admin2",
}  # fmt: skip
_PRECISION: Final[Mapping[str, PlacePrecision]] = {
    "town": "town", "admin2": "admin2", "admin1": "admin1", "country": "country",
}  # fmt: skip


def resolve_places(
    account: Account, gazetteer: Gazetteer, beat: Beat | Listened | None = None
) -> Account:
    """Return the account with its places looked up; what is said is left as it is."""
    said = _said(account)
    if not said:
        return account
    pairs = dict(_pairs(said, account))
    held = _holders([*pairs.items(), *_lying(said, account, gazetteer)])
    found = {name: _candidates(name, gazetteer) for name in dict.fromkeys(s.name for s in said)}
    words = tuple(_countries(account, gazetteer, found))
    where, doers = ([c for c, struck in words if struck is is_doer] for is_doer in (False, True))
    context = context_of(said, found, held, where, beat, doers)
    chosen = {name: choose(name, found, held, context) for name in found}
    context = context.informed(chosen)  # "San Salvador" tells which San Vicente is meant
    chosen = {name: chosen[name] or choose(name, found, held, context) for name in found}
    chosen = without_strays(chosen, found, held, context)
    around = {name: _around(name, held, chosen, found) for name in found if chosen[name] is None}
    regions = {region: place.name for place, region in pairs.items()}
    home = _home(said, found, where, chosen) or _told_in(account, chosen)
    land = _land(beat, chosen)
    replace = msgspec.structs.replace

    def meant(place: Place, at: Span) -> Place:
        said = Said(place.name, at.part, at.start, at.end)
        entry = _reading(said, chosen, regions, found)
        if entry is None and (held_by := around.get(said.name)):
            return _within(place, held_by)
        return _placed(place, entry) if entry is not None else _at_home(place, found, land, home)

    def placed(claim: Claim, place: Place) -> Place:
        if claim.extractor == "person" and place.geonames is not None:
            return place  # the very entry was chosen: nothing that the account says decides
        if claim.extractor == "person" and place.lat is not None:
            return _beside(place, found[place.name])
        return meant(place, claim.evidence)

    return replace(
        account,
        claims=tuple(
            replace(c, value=placed(c, c.value)) if isinstance(c.value, Place) else c
            for c in account.claims
        ),
        marks=tuple(
            replace(m, value=meant(m.value, m.span)) if isinstance(m.value, Place) else m
            for m in account.marks
        ),
    )


def _home(
    said: Sequence[Said],
    found: Found,
    adjectives: Sequence[str],
    chosen: Mapping[str, GazetteerPlace | None],
) -> str | None:
    """Return the country that an account is of: named twice and more, and no place elsewhere.

    "Burkinabe officials said" of Solhan, and so did "the Burkinabe army": a village in no gazetteer
    lies there. One mention is too little: police of Kenya may speak of any place.
    """
    told = Counter(adjectives)
    named = (found[s.name][:1] for s in said)
    told.update(p.country for places in named for p in places if p.kind == "country")
    elsewhere = {p.country for p in chosen.values() if p is not None} - told.keys()
    home, times = next(iter(told.most_common(1)), (None, 0))
    return home if len(told) == 1 and times >= _OFTEN and not elsewhere else None


def _told_in(account: Account, chosen: Mapping[str, GazetteerPlace | None]) -> str | None:
    """Return the country of nearly all towns and regions that the account puts something in.

    A strike "at Zarka" in an account that tells of Homs and Palmyra was in Syria, whoever struck.
    """
    tied = [
        chosen.get(c.value.name)
        for c in account.claims
        if isinstance(c.value, Place) and c.confidence >= _TIED
        if seat_named(c.value.name.split()) is None  # "Moscow struck"
    ]
    told = Counter(p.country for p in tied if p is not None and p.kind != "country")
    told = told or Counter(p.country for p in tied if p is not None)
    home, times = next(iter(told.most_common(1)), (None, 0))
    return home if home not in LOCAL and times * 3 >= told.total() * 2 else None


def _at_home(place: Place, found: Found, land: Place | None, home: str | None) -> Place:
    """Return what no gazetteer holds as of the state or country that the account is of."""
    if land is not None and _is_of_a_town(place.name, found):
        return msgspec.structs.replace(land, name=place.name, relation=place.relation)
    country = None if _is_wide(place.name, found) else home
    return Place(name=place.name, relation=place.relation, country=country)


def _land(
    beat: Beat | Listened | None, chosen: Mapping[str, GazetteerPlace | None]
) -> Place | None:
    """Return the state that a publisher writes of, unless the account is of others alone.

    American and Canadian news names the state of a town that is far off: a part of a town that no
    gazetteer holds, told without one, is at home.
    """
    found = home_of(beat) if beat is not None else None
    if found is None or found[0][0] not in LOCAL:
        return None
    region, name = found
    others = {(p.country, p.admin1_code) for p in chosen.values() if p and p.kind != "country"}
    if others and region not in others:
        return None
    return Place(name=name, country=region[0], admin1=name)


def _is_of_a_town(name: str, found: Found) -> bool:
    """Tell whether a name may be that of a part of some town.

    All counties are in a gazetteer, and a name that a large town bears is that town's.
    """
    large = any(p.population >= NOTED for p in found[name])
    return _kind_said(name)[1] is None and not large and not _is_wide(name, found)


def _is_wide(name: str, found: Found) -> bool:
    """Tell whether a name may be a country's, a region's or an ocean's: "Georgia" stays open."""
    return name.lower() in areas() or any(p.kind in {"country", "admin1"} for p in found[name])


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


def _countries(account: Account, gazetteer: Gazetteer, found: Found) -> Iterator[tuple[str, bool]]:
    """Yield the countries that the text's adjectives mean, and whether of who struck.

    Names speak for themselves.
    """
    named, text = {name.casefold() for name in found}, account.document.text
    for match in _COUNTRY_WORD.finditer(text, 0, _SCANNED):
        country = gazetteer.country_of(match[0])
        if country is not None and match[0].casefold() not in named:
            yield country, _strikes(text[match.end() : match.end() + _FAR_REACH])


def _strikes(after: str) -> bool:
    """Tell whether an adjective is of who struck: "Ruritanian missile", "Ruritanian forces"."""
    words = itertools.takewhile(str.islower, _WORD.findall(after)[:3])
    return any(w in party_words("sure") or w in _FORCES for w in words)


def _pairs(said: Sequence[Said], account: Account) -> Iterator[tuple[Said, Said]]:
    """Yield "Springfield, Ohio": a name and the one after its comma, but not of a list."""
    for (one, other), after in zip(itertools.pairwise(said), (*said[2:], None), strict=False):
        words = account.document.text if one.part == "text" else account.document.title or ""
        if one.name == other.name or not _HELD.fullmatch(_between(one, other, words) or "."):
            continue
        if after is None or _between(other, after, words) not in _LISTED:
            yield one, other


def _between(one: Said, other: Said, words: str) -> str | None:
    """Return the few words between two names of one part, None where they are far apart."""
    reach = _FAR_REACH if words.startswith(" (", one.end) else _REACH
    if one.part != other.part or not one.end < other.start <= one.end + reach:
        return None
    return words[one.end : other.start].strip()


def _lying(
    said: Sequence[Said], account: Account, gazetteer: Gazetteer
) -> Iterator[tuple[Said, Said]]:
    """Yield "the Mill neighborhood of western Dover", "Zarka in Mali": what lies in what."""
    row: list[Said] = []  # "in Zarka, Sinya and Tarsk in Lom": all of them lie there
    for one, other in itertools.pairwise(said):
        words = account.document.text if one.part == "text" else account.document.title or ""
        row = [*row, one] if row and _between(row[-1], one, words) in _ROW else [one]
        if one.part == other.part and one.end < other.start <= one.end + _FAR_REACH:
            last = one.name.rpartition(" ")[2].lower()
            part = lists().has("quarter", last) or lists().has("way", last)
            part = part or not gazetteer.candidates(one.name)
            lies = _OF.fullmatch(words[one.end : other.start])
            if lies and (part or lies["called"]):
                yield from ((each, other) for each in row)


def _holders(pairs: Iterable[tuple[Said, Said]]) -> dict[str, list[str]]:
    """Return, by name in lower case, the regions that some occurrence is paired with."""
    held: dict[str, list[str]] = {}
    for one, other in pairs:
        held.setdefault(one.name.casefold(), []).append(other.name)
    return held


def _around(
    name: str,
    held: Mapping[str, Sequence[str]],
    chosen: Mapping[str, GazetteerPlace | None],
    found: Found,
) -> GazetteerPlace | None:
    """Return the town, county or region that a name lies in which no gazetteer holds."""
    regions = held.get(name.casefold(), ())
    further = [r for region in regions for r in held.get(region.casefold(), ())]
    holders = (chosen[region] or _only_region(found[region]) for region in (*regions, *further))
    return next((p for p in holders if p is not None), None)


def _only_region(found: Sequence[GazetteerPlace]) -> GazetteerPlace | None:
    """Return the one region among the readings of a name that holds another."""
    wide = [p for p in found if p.kind in {"admin1", "admin2"}]
    return wide[0] if len(wide) == 1 else None


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Look a name up, first whole, then without "region", "district" and the like."""
    if name.lower() in areas():
        return ()
    found = gazetteer.candidates(f"{name}unty" if name.endswith((" Co", " CO")) else name)
    plain, kind = _kind_said(name)
    if kind is None:
        return found
    regions = tuple(p for p in gazetteer.candidates(plain) if p.kind in {"admin1", "admin2"})
    whole = tuple(p for p in found if p.kind != "town")
    fitting = tuple(p for p in (*whole, *regions) if p.kind == kind)
    return fitting or whole or regions or found


def _kind_said(name: str) -> tuple[str, str | None]:
    """Return a name without the words for what it is, and what: "Kherson region"."""
    for words in (1, 3):
        head, *last = name.rsplit(" ", words)
        if last and (kind := _REGION_WORDS.get(" ".join(last).lower())):
            return head, kind
    return name, None


def _reading(
    said: Said,
    chosen: Mapping[str, GazetteerPlace | None],
    regions: Mapping[Said, str],
    found: Found,
) -> GazetteerPlace | None:
    """Return what a name means here: after a comma ("Tbilisi, Georgia") the region of it."""
    if said in regions:
        wide = [p for p in found[said.name] if p.kind in {"country", "admin1"}]
        towns = found[regions[said]]
        holding = (p for p in wide if any(within(town, p) for town in towns))
        return next(holding, wide[0] if wide else chosen[said.name])
    return chosen[said.name]


def _within(place: Place, holder: GazetteerPlace) -> Place:
    """Return the value as of somewhere in its holder: at the town's point, in a region at none."""
    if holder.kind in {"town", "admin2"}:
        return msgspec.structs.replace(_placed(place, holder), geonames=None)
    return Place(
        name=place.name, relation=place.relation, country=holder.country, admin1=holder.admin1
    )


def _beside(place: Place, entries: Sequence[GazetteerPlace]) -> Place:
    """Return a place whose point a person gave, with the region of the entry of its name there.

    The point stays as it was given, and its precision.
    """
    if place.lat is None or place.lon is None:
        return place
    here = (place.lat, place.lon)
    towns = (e for e in entries if e.kind in {"town", "admin2"})
    entry = min(towns, key=lambda e: distance(here, (e.lat, e.lon)), default=None)
    if entry is None or distance(here, (entry.lat, entry.lon)) > _BESIDE:
        return place
    return msgspec.structs.replace(
        place, geonames=entry.geonames, country=entry.country, admin1=entry.admin1
    )


def _placed(place: Place, entry: GazetteerPlace) -> Place:
    """Return the value with the entry's fields."""
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
