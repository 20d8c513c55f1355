"""A telling -> what it can be compared by: days, places, targets, tolls, names, words."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib import resources

import msgspec

from cenotaph.model import Account, Claim, Name, Place, Target, Telling, Toll, Victim, When

_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_PLACED = {"exact", "town", "near"}


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What one telling is compared by; days are proleptic ordinals."""

    telling: Telling
    order: tuple[str, str, int]  # (published or "9999", document, start): who comes first
    publisher: str | None
    published: int | None
    days: tuple[tuple[int | None, int], ...]  # every interval the account may give for the event
    points: tuple[tuple[str, float, float, str], ...]  # (name, lat, lon, country)
    names_of_places: frozenset[str]
    countries: frozenset[str]
    targets: frozenset[str]
    target_words: frozenset[str]
    killed: tuple[int, int | None] | None
    injured: tuple[int, int | None] | None
    victims: frozenset[str]
    persons: frozenset[str]  # full names in the event's sentences, but for public speakers
    kinds: frozenset[str]
    subkinds: frozenset[str]
    words: frozenset[str]


def profile(
    telling: Telling, account: Account, published: str | None, publisher: str | None
) -> Profile:
    """Gather what a telling is compared by."""
    claims = [c for c in telling.claims if c.stance != "denies" and c.confidence >= 0.5]
    places = [c.value for c in claims if isinstance(c.value, Place)] or _sentence_places(
        telling, account
    )
    targets = [c.value for c in claims if isinstance(c.value, Target)]
    start = min(m.span.start for m in telling.mentions)
    return Profile(
        telling=telling,
        order=(published or "9999", telling.document, start),
        publisher=publisher,
        published=_ordinal(published),
        days=_days(claims),
        points=tuple(
            (p.name.casefold(), p.lat, p.lon, p.country or "")
            for p in places
            if p.lat is not None and p.lon is not None and p.precision in _PLACED
        ),
        names_of_places=frozenset(p.name.casefold() for p in places),
        countries=frozenset(p.country for p in places if p.country),
        targets=frozenset(t.category for t in targets),
        target_words=frozenset(w for t in targets for w in _words(t.name)),
        killed=_whole(claims, "killed"),
        injured=_whole(claims, "injured"),
        victims=frozenset(
            c.value.name.casefold() for c in claims if isinstance(c.value, Victim) and c.value.name
        ),
        persons=_persons(telling, account),
        kinds=frozenset(m.event_type for m in telling.mentions),
        subkinds=frozenset(m.sub_event_type for m in telling.mentions if m.sub_event_type),
        words=_event_words(telling, account) - {w for p in places for w in _words(p.name)},
    )


def _days(claims: list[Claim]) -> tuple[tuple[int | None, int], ...]:
    """Return the intervals that `when` claims give; without those, of any claim."""
    told = [c.value for c in claims if isinstance(c.value, When)]
    found = {_interval(w.first, w.last) for w in told} - {None}
    found = found or {_interval(c.first, c.last) for c in claims} - {None}
    return tuple(sorted((i for i in found if i), key=lambda i: (i[0] is None, i)))


def _interval(first: str | None, last: str | None) -> tuple[int | None, int] | None:
    end = _ordinal(last)
    return None if end is None else (_ordinal(first), end)


def _sentence_places(telling: Telling, account: Account) -> list[Place]:
    """Return the places named in the event's sentences, when no claim says where it was."""
    spans = {c.sentence for c in telling.claims}
    return [
        m.value
        for m in account.marks
        if isinstance(m.value, Place) and any(s.holds(m.span) for s in spans)
    ]


def _whole(claims: list[Claim], outcome: str) -> tuple[int, int | None] | None:
    """Return the largest figure of an outcome: parts are smaller than their whole."""
    ranges = [
        (c.value.count.low, c.value.count.high)
        for c in claims
        if isinstance(c.value, Toll) and c.value.outcome == outcome
        if c.value.count.low is not None and c.part_of is None
    ]
    return max(ranges, key=lambda r: r[0], default=None)


def _persons(telling: Telling, account: Account) -> frozenset[str]:
    """Return who is named beside the harm: victims and suspects tell an incident, officials not."""
    spans = {c.sentence for c in telling.claims if isinstance(c.value, Toll | Victim)}
    public = {
        c.speaker.name.casefold()
        for c in account.claims
        if c.speaker is not None and c.speaker.role not in {None, "witness", "unnamed"}
    }
    named = {
        m.value.name.casefold()
        for m in account.marks
        if isinstance(m.value, Name) and m.value.kind == "person"
        if any(s.holds(m.span) for s in spans)
    }
    return frozenset(n for n in named - public if " " in n)


def _event_words(telling: Telling, account: Account) -> frozenset[str]:
    quotes = {account.document.quote(c.sentence) for c in telling.claims}
    return frozenset(w for q in quotes for w in _words(q)) - _common_words()


@cache
def _common_words() -> frozenset[str]:
    """Return words that tell nothing about one incident; see the data file."""
    data = resources.files("cenotaph").joinpath("data", "link_common_words.txt")
    lines = data.read_text("utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


def _words(text: str) -> set[str]:
    return {w.casefold() for w in _WORD.findall(text)}


def _ordinal(day: str | None) -> int | None:
    """Return a day's ordinal; None for none or for words that are no ISO day."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None
