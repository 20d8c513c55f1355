"""What one account says of where its incidents were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from typing import Final

import msgspec

from cenotaph.model import Account, Claim, Place, Span, Toll, Victim
from cenotaph.model.gazetteer import LOCAL
from cenotaph.model.globe import distance
from cenotaph.model.telling import Telling, tellings
from cenotaph.text.areas import areas
from cenotaph.text.sites import is_part

LEAST: Final = 0.5  # confidence below which a claim feeds nothing (COUNTING 20a)


# What the less telling kinds of place must be surer by to stand before a town.
_COARSE: Final = {"admin2": 0.1, "admin1": 0.4, "country": 0.5, "unresolved": 0.39}
_SAID: Final = 0.06  # by which a place is surer in the sentence of the incident's figure
_ABROAD: Final = 0.15  # of a name that nobody holds, where many villages are in no gazetteer
_AREA: Final = 0.7  # "the Red Sea", "the Sahel"
_TOLD: Final = 0.6  # confidence of a place that the words tie to the event
_OPENING: Final = 600  # characters
_WRITTEN: Final = 0.55  # at most, of a dateline
_JOINT: Final = 12  # characters between a name and how far from a town it lies
_PUT: Final = 0.85  # of a place that the event's own words put it in
_BESIDE: Final = 25.0  # kilometers within which a place may be a part of a town
_POLICE: Final = r"(?:['’]s)? (?:\w+ )?[Pp](?i:olice)\b"  # "Tarsk Metro Police"
_WIDE: Final = frozenset({"country", "admin1"})
_CALLED_WITHIN: Final = 1000  # characters in which the place of what is told is called by its name
_CALLED_REACH: Final = 80
# A mayor of a town may speak of what befell others; the head of a village speaks of his own.
_CALLED: Final = re.compile(
    r"(?<!\bfrom )(?<!\breached )(?<!\bnear )(?<!\boutside )(?<!\bfled to )(?<!\btaken to )\bthe "
    r"(?:(?:(?!of |to |from )[\w-]+ ){0,3}(?:village|hamlet)"
    r"|(?<!\bmayor of the )(?<!\bchief of the )(?<!\bhead of the )(?<!\bgovernor of the )"
    r"(?:(?!of |to |from )[\w-]+ ){0,3}(?:town|camp|settlement)) of (?:the )?$",
    re.IGNORECASE,
)


def place(claims: Sequence[Claim], figure: Container[str] = ()) -> Place | None:
    """Return the surest place, a town rather than its state or a name that nobody holds.

    Of some about as sure that of the incident's figure, by its claims: "two attacks in Lom and
    Tarsk. Nine died at a hall in Tarsk".
    """
    beside = {c.sentence for c in claims if c.id in figure or c.evidence.part == "title"}
    named = [
        (c.confidence + (_SAID if c.sentence in beside and c.confidence >= _TOLD else 0.0), c.value)
        for c in claims
        if isinstance(c.value, Place)
    ]
    countries = {p.country for _, p in named} - {None}
    abroad = bool(countries) and not countries & LOCAL
    coarse = {**_COARSE, "unresolved": _ABROAD} if abroad else _COARSE
    places = [(sure - _coarseness(p, coarse), p) for sure, p in named]
    weight, surest = max(places, key=lambda p: p[0], default=(0.0, None))
    if surest is None:
        return None
    near = [p for _, p in places if p.precision == "near"]
    if surest.precision == "unresolved" and near:  # "in Mukonda, 30 km south of Beni"
        told = _beside(claims, near[0])
        return told if told is not None and told.name == surest.name else surest
    if surest.precision == "near" and (told := _beside(claims, surest)) is not None:
        return told
    if weight <= _WRITTEN and surest.precision == "town":
        surest = _told_elsewhere(claims, surest) or surest
    if surest.precision not in _WIDE:
        return _quarter(claims, surest) or surest
    inside = [p for weight, p in places if _is_inside(p, surest) and weight >= LEAST - 0.1]
    return inside[0] if inside else _called(claims, surest) or surest


def _coarseness(place: Place, coarse: Mapping[str, float]) -> float:
    """Return by how much surer than a town a place must be: a sea is where no town on it is."""
    if place.name.lower() in areas():
        return _AREA
    return coarse.get(place.precision, 0.0)


def _beside(claims: Sequence[Claim], near: Place) -> Place | None:
    """Return the village that no gazetteer holds at the point of the town that it lies near.

    "In Mukonda, about 30 km south of the city of Beni": the name as said, a point said to be near.
    """
    at = next((c.evidence for c in claims if c.value == near), None)
    for claim in claims:
        said, told = claim.value, claim.evidence
        if at is None or not isinstance(said, Place) or claim.confidence < _TOLD:
            continue
        gap = at.start - told.end if told.part == at.part else 0
        loose = said.precision == "unresolved" and said.relation is None
        if loose and len(near.relation or "") <= gap <= len(near.relation or "") + _JOINT:
            return msgspec.structs.replace(near, name=said.name, geonames=None, relation=None)
    return None


def _told_elsewhere(claims: Iterable[Claim], town: Place) -> Place | None:
    """Return the region or country that the event is put in, where a dateline's town is not in it.

    "NAIROBI (AP) - ... were killed in Ethiopia's Oromia region": a bureau abroad.
    """
    told = [c.value for c in claims if isinstance(c.value, Place) and c.confidence >= _PUT]
    wide = [p for p in told if p.precision == "admin1"]
    wide = wide or [p for p in told if p.precision == "country"]
    return wide[0] if wide and not any(_is_inside(town, w) for w in wide) else None


def _called(claims: Iterable[Claim], wide: Place) -> Place | None:
    """Return a town of no gazetteer that is told of a country or region: "the town of Zarka"."""
    for claim in claims if wide.country not in LOCAL else ():
        told = claim.value
        if not isinstance(told, Place) or claim.confidence < _TOLD or told.relation is not None:
            continue
        if told.precision == "unresolved" and told.country == wide.country:
            return told
    return None


def _quarter(claims: Iterable[Claim], town: Place) -> Place | None:
    """Return the neighborhood, hamlet or airport that the event is put in, at its town's point.

    American and Canadian news is of the town: what is named in it is told beside.
    """
    if town.country in LOCAL or town.geonames is None or town.precision != "town":
        return None
    for claim in claims:
        finer = claim.value
        if not isinstance(finer, Place) or claim.confidence < _TOLD or finer.relation is not None:
            continue
        held = finer.geonames is None and (finer.lat, finer.lon) == (town.lat, town.lon)
        if held or (finer.precision == "unresolved" and is_part(finer.name)):
            return msgspec.structs.replace(town, name=finer.name, geonames=None, relation=None)
    return None


def _is_inside(place: Place, wide: Place) -> bool:
    """Tell whether a place lies in a country or region told of the same event."""
    if place.country != wide.country or place.precision in {"country", "unresolved"}:
        return False
    if wide.precision == "country":
        return True
    return place.precision != "admin1" and place.admin1 == wide.admin1


def main_place(account: Account, told: Place | None, main: Telling) -> Place | None:
    """Return where the main incident was, by its own claims, else by the account's others.

    Where others were killed or hurt in another incident is not where these were, but at home.
    """
    if told is None or (told.precision in _WIDE and told.country not in LOCAL):
        told = _settlement(account, told, main) or told
    if told is not None and told.precision != "unresolved":
        return _policed(account, told) or told
    own: list[Claim] = []
    beside: list[Claim] = []
    for t in tellings(account):
        if not t.background:
            apart = t.event != main.event and any(map(_is_harm, t.claims))
            (beside if apart else own).extend(t.claims)
    here = _written_at(account, own, _of_others(account.claims, own))
    if told is not None:  # "in Southside": in American news a part of the town it names
        here = here or place([c for c in own if c.confidence >= LEAST and _is_town(c)])
        return here if here is not None and here.country in LOCAL else told
    here = here or place([c for c in own if c.confidence >= LEAST])
    if here is not None:
        return here
    return _beside_it(account, own, beside)


def _beside_it(account: Account, own: Sequence[Claim], beside: Sequence[Claim]) -> Place | None:
    """Return the American town of what an account tells beside, or adds up: "shootings in Lom".

    American news is of one town.
    """
    for some in (beside, _of_sums(account, {c.id for c in (*own, *beside)})):
        here = place([c for c in some if c.confidence >= LEAST])
        here = here or _written_at(account, some, ())
        if here is not None and here.country in LOCAL:
            return here
    towns = {p.geonames: p for m in account.marks if isinstance(p := m.value, Place)}
    named = [t for t in towns.values() if t.country in LOCAL and t.precision == "town"]
    return named[0] if len(named) == 1 else None  # "police reports in Lom, Ohio", and no other


def _of_sums(account: Account, told: Container[str]) -> list[Claim]:
    """Return where things were of which no incident is told by itself, nor as history."""
    news = {m.id for m in account.mentions if not m.background}
    return [
        c
        for c in account.claims
        if isinstance(c.value, Place) and c.about in news and c.id not in told
    ]


def _of_others(others: Iterable[Claim], own: Iterable[Claim]) -> Collection[Span]:
    """Return the sentences that tell only of others killed or hurt."""
    told = {c.sentence for c in own if _is_harm(c)}
    return {c.sentence for c in others if _is_harm(c)} - told


def _is_harm(claim: Claim) -> bool:
    return isinstance(claim.value, Toll | Victim)


def _policed(account: Account, place: Place) -> Place | None:
    """Return the town whose police the account names, where a place beside it is none of its own.

    "Shot in Bellwood, Tarsk police said": in American news a part of the town, however the
    gazetteer has it. A town of its own has police, or its state, named with it.
    """
    if place.country not in LOCAL or place.precision != "town":
        return None
    if _is_followed(account, place, rf"{_POLICE}|, (?:{place.admin1}|[A-Z][a-z]*\.|[A-Z][A-Z])\b"):
        return None
    towns = (m.value for m in account.marks if isinstance(m.value, Place))
    beside = (t for t in towns if _is_beside(t, place))
    return next((t for t in beside if _is_followed(account, t, _POLICE)), None)


def _is_beside(town: Place, place: Place) -> bool:
    """Tell whether another town lies beside a place, in its state."""
    if town.precision != "town" or town.geonames in {None, place.geonames}:
        return False
    if (town.country, town.admin1) != (place.country, place.admin1):
        return False
    points = [(p.lat, p.lon) for p in (town, place) if p.lat is not None and p.lon is not None]
    return len(points) == 2 and distance(*points) <= _BESIDE


def _is_followed(account: Account, place: Place, words: str) -> bool:
    """Tell whether some words follow a place's name anywhere in an account."""
    document = account.document
    name = rf"\b(?i:{re.escape(place.name)})(?:{words})"
    return re.search(name, f"{document.title or ''}\n{document.text}") is not None


def _settlement(account: Account, wide: Place | None, main: Telling) -> Place | None:
    """Return the first village that the opening calls so, within what is told of the incident.

    "... in central Mali, the UN said. Armed men surrounded the village of Zarka": not a speaker's
    town, nor where people fled to, nor another incident's place.
    """
    text = account.document.text
    for mark in account.marks:
        held, at = mark.value, mark.span
        if not isinstance(held, Place) or at.part == "title" or at.start > _CALLED_WITHIN:
            continue
        home = {None, held.country if wide is None else wide.country}
        settled = held.precision in {"town", "unresolved"} and held.relation is None
        called = _CALLED.search(text[max(0, at.start - _CALLED_REACH) : at.start])
        if held.country in home - LOCAL and settled and called and _is_of(account, at, main):
            return held
    return None


def _is_of(account: Account, at: Span, main: Telling) -> bool:
    """Tell whether no other event with victims is told nearest to a name."""
    told = [m for m in account.mentions if m.span.part == at.part]
    near = min(told, key=lambda m: max(m.span.start - at.end, at.start - m.span.end), default=None)
    if near is None or near.event == main.event:
        return True
    beside = {m.id for m in told if m.event == near.event}
    return not any(_is_harm(c) and c.about in beside for c in account.claims)


def _is_town(claim: Claim) -> bool:
    return isinstance(claim.value, Place) and claim.value.precision in {"town", "admin2"}


def _written_at(
    account: Account, claims: Iterable[Claim], beside: Collection[Span]
) -> Place | None:
    """Return the dateline's town, but not a bureau's abroad; `beside`: sentences of others.

    It must lie in the country that most of the account's other places are in, or most that its
    opening names: a meeting abroad, told of further down, moves nothing.
    """
    found = [c.value for c in claims if isinstance(c.value, Place) and c.confidence < LEAST]
    for here in found:
        others = [
            (m.span, m.value.country)
            for m in account.marks
            if isinstance(m.value, Place) and m.value.country and m.value.name != here.name
            if not any(s.part == m.span.part and s.start <= m.span.start < s.end for s in beside)
        ]
        opening = [c for span, c in others if span.part == "title" or span.start < _OPENING]
        if here.country is not None and any(
            not told or told.count(here.country) == max(Counter(told).values())
            for told in ([c for _, c in others], opening)
        ):
            return here
    return None
