"""A telling -> what it can be compared by: days, places, targets, tolls, persons, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import fsum, sqrt

import msgspec

from cenotaph.link.intervals import (
    Interval,
    before,
    interval,
    is_news,
    ordinal,
    without_wider,
)
from cenotaph.link.rarity import UNKNOWN, rarity, words
from cenotaph.link.spelling import Person, person, sound
from cenotaph.link.streets import streets
from cenotaph.link.stretches import Stretches, stretches
from cenotaph.model import (
    Account,
    Assertion,
    Claim,
    Mark,
    Name,
    Place,
    Responsibility,
    Target,
    Telling,
    Toll,
    Victim,
    Weapon,
    When,
    tellings,
)
from cenotaph.model.account_days import Days, days_of_events
from cenotaph.model.gazetteer import LOCAL
from cenotaph.text.almanac import PARTS
from cenotaph.text.lexicon import lines
from cenotaph.text.name_words import lists

_PLACED = {"exact", "town", "near"}
_TOWNS = {"exact", "town"}
_WIDE = {"admin1", "country"}
_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old|\baged? (\d{1,2})\b|, (\d{1,2}),")
_WORD_BEFORE = re.compile(r"([\w.'’-]+)\s*$")
_OFFICE = 20  # characters before a name in which its office stands
_TELLING = 4.0  # bits of a title's word from which it says what the page is about

_SURE = (
    0.7  # confidence of a day from which it is told of the event itself, not of a death or trial
)
_HEARD = 3  # letters that must be left of a rare name
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_TIME = re.compile(r"(\d\d?):(\d\d)")
_CLOCK = 20  # minutes by which two accounts of one hour may differ from it
_HOURS_OF = {
    "MO": (240, 720), "MI": (660, 840), "AF": (720, 1110), "EV": (1020, 1380), "NI": (1140, 1740),
    "DT": (360, 1080),
}  # fmt: skip
_HOURS = {part: _HOURS_OF[code] for part, code in PARTS.items()}

Hours = tuple[int, int]
"""Minutes since the midnight at which the day begins; the night goes on into the next."""

Range = tuple[int, int | None]
"""Least and most people; None: so many or more."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What one telling is compared by."""

    telling: Telling
    order: tuple[str, str, int]  # (published or "9999", document, start): who comes first
    publisher: str | None
    published: int | None  # proleptic ordinal
    days: tuple[Interval, ...]  # every interval the account may give for the event
    sure: bool  # one of them is told plainly as the day of the event
    news: bool  # published within days of each day that it gives for the event
    hours: tuple[Hours, ...]  # of the day
    points: tuple[tuple[float, float], ...]  # latitude, longitude of towns and finer places
    only_near: bool  # a place is told as near to a town: some way from its point
    names_of_places: frozenset[str]  # in lower case, of the event; "kitaf" of Kitaf district
    little_known: frozenset[str]  # of them, those whose name is no common word and no big city's
    around: frozenset[str]  # places named in the stretch, towns and finer
    beside: tuple[tuple[float, float], ...]  # and where they are
    names: frozenset[str]  # rare names in the stretch, of no person and no known place, as heard
    towns: frozenset[str]  # rare words of the places of the event and around it, as heard
    regions: frozenset[str]  # country and first-order region: "US Ohio"
    countries: frozenset[str]
    targets: frozenset[str]  # categories
    weapons: frozenset[str]
    killed: Range | None
    injured: Range | None
    streets: frozenset[str]  # "lake"; where a block is told, "5600 lake" too
    victims: frozenset[Person]
    suspects: frozenset[Person]  # held responsible, arrested or called an attacker
    persons: frozenset[Person]  # whoever is named in the stretch, but for officials
    ages: frozenset[int]  # of the victims; where none is told, of anybody
    victims_ages: frozenset[int]
    parties: frozenset[str]
    kinds: frozenset[str]
    subkinds: frozenset[str]
    heading: frozenset[str]  # telling words of the title, where it is of this event
    words: dict[str, float]  # telling words of the event's sentences: bits each is worth
    length: float  # root of the sum of the squares of those bits
    table: str | None = None  # of which it is a row, where each row is an incident of its own


class _Told(msgspec.Struct, frozen=True):
    """One telling, with what its account says around it."""

    account: Account
    telling: Telling
    claims: list[Claim]  # those that are neither denials nor doubtful
    stretches: Stretches
    marks: Sequence[Mark]
    dated: Mapping[str, Days]  # by event, as the whole account tells them

    def text(self, *, naming: bool) -> str:
        """Return the sentences that name the event, or all that tell of it."""
        event = self.telling.event
        spans = (s.span for s in self.stretches.sentences if s.event == event)
        if naming:
            spans = (s.span for s in self.stretches.sentences if s.event == event and s.names)
        return "\n".join(map(self.account.document.quote, spans))


def profiles(
    account: Account, published: str | None, publisher: str | None = None
) -> list[Profile]:
    """Return what each telling of an account is compared by."""
    told, dated = tellings(account), days_of_events(account)
    found = stretches(account, told)
    marks: dict[str | None, list[Mark]] = {}
    for mark in account.marks:
        marks.setdefault(found.event_at(mark.span), []).append(mark)
    public = _persons(c.speaker.name for c in account.claims if c.speaker and _is_public(c))
    return [
        _profile(
            _Told(account, t, _sound(t), found, marks.get(t.event, ()), dated),
            (published, publisher),
            public,
        )
        for t in told
    ]


def _sound(telling: Telling) -> list[Claim]:
    return [c for c in telling.claims if c.stance != "denies" and c.confidence >= 0.5]


def _is_public(claim: Claim) -> bool:
    """Tell whether a claim is an official's or a spokesman's: such speak of many incidents."""
    return claim.speaker is not None and claim.speaker.role not in {None, "witness", "unnamed"}


def _profile(
    told: _Told, source: tuple[str | None, str | None], public: frozenset[Person]
) -> Profile:
    values = [c.value for c in told.claims]
    around = [m.value for m in told.marks if isinstance(m.value, Place)]
    places = _places(told, [v for v in values if isinstance(v, Place)] or around)
    victims, suspects = _roles(told, values)
    named = [(m, m.value) for m in told.marks if isinstance(m.value, Name)]
    private = (
        n.name
        for m, n in named
        if n.kind == "person" and " " in n.name and not _is_in_office(told, m)
    )
    mentions, document = told.telling.mentions, told.telling.document
    weapons = frozenset(v.name for v in values if isinstance(v, Weapon))
    form = told.account.form
    text = "" if form is not None else told.text(naming=True)  # a form's words are headers
    roads = streets(told.text(naming=False))
    bag = _bag(text, (*(p.name for p in places), *weapons, *roads))
    published = ordinal(source[0])
    days = _days(told, published)
    aged = _victims_ages(values)
    return Profile(
        telling=told.telling,
        order=(source[0] or "9999", document, min(m.span.start for m in mentions)),
        publisher=source[1],
        published=published,
        days=days,
        sure=any(_is_sure(c) for c in told.claims),
        news=is_news(days, published),
        hours=_hours(told),
        points=_points(places),
        only_near=any(p.precision == "near" for p in places),
        names_of_places=frozenset(map(_bare, places)),
        little_known=frozenset(_bare(p) for p in places if _is_little_known(p)),
        around=frozenset(_bare(p) for p in around if p.precision not in _WIDE),
        beside=_points(around),
        names=_names(told, roads),
        towns=_heard(
            w for p in (*places, *around) if p.precision not in _WIDE for w in words(p.name)
        ),
        regions=frozenset(f"{p.country} {p.admin1}" for p in places if p.admin1),
        countries=frozenset(p.country for p in places if p.country),
        targets=frozenset(v.category for v in values if isinstance(v, Target)),
        weapons=weapons,
        killed=_whole(told.claims, "killed"),
        injured=_whole(told.claims, "injured"),
        streets=roads,
        victims=victims,
        suspects=suspects,
        persons=(_persons(private) | victims | suspects) - public,
        ages=aged or _ages(told.text(naming=False)),
        victims_ages=aged,
        parties=frozenset(v.party.casefold() for v in values if isinstance(v, Responsibility)),
        kinds=frozenset(m.event_type for m in mentions),
        subkinds=frozenset(m.sub_event_type for m in mentions if m.sub_event_type),
        heading=_heading(told),
        words=bag,
        length=sqrt(fsum(b * b for b in bag.values())),
        table=form.table if form is not None and form.apart else None,
    )


def _places(told: _Told, named: list[Place]) -> list[Place]:
    """Return where an event was; where no gazetteer holds it, beside the towns of its account.

    A quarter, a park or a road by itself is in no state: two shootings of one day in two states
    would differ in nothing. News of the countries in `LOCAL` is of the towns that it names, or
    that it is written in.
    """
    if any(p.lat is not None or (p.admin1 and p.precision != "unresolved") for p in named):
        return named
    told_of = (c.value for c in told.account.claims if isinstance(c.value, Place))
    towns = (p for p in told_of if p.precision in _TOWNS and p.country in LOCAL)
    return [*named, *dict.fromkeys(towns)]


def _roles(told: _Told, values: Sequence[Assertion]) -> tuple[frozenset[Person], frozenset[Person]]:
    """Return who is named as a victim, and who as a suspect: nobody is both."""
    suspects = {v.name for v in values if isinstance(v, Victim) and v.name and _is_suspect(v)}
    blamed = {v.party for v in values if isinstance(v, Responsibility)}
    named = {m.value.name for m in told.marks if isinstance(m.value, Name)} & blamed
    held = _persons(suspects | {n for n in named if " " in n})
    harmed = (v.name for v in values if isinstance(v, Victim) and v.name and not _is_suspect(v))
    return _persons(harmed) - held, held


def _is_suspect(victim: Victim) -> bool:
    return victim.outcome == "detained" or victim.role == "attacker"


def _is_in_office(told: _Told, mark: Mark) -> bool:
    """Tell whether an office stands before a name: "Sheriff Ola Brandt" is in many accounts."""
    document = told.account.document
    words = (document.title or "") if mark.span.part == "title" else document.text
    before = _WORD_BEFORE.search(words, max(0, mark.span.start - _OFFICE), mark.span.start)
    return before is not None and before[1].casefold().strip(".") in _offices()


@cache
def _offices() -> frozenset[str]:
    rows = (line.split("\t") for line in lines("roles.tsv"))
    kinds = {"government", "official", "weak"}
    return frozenset(w for kind, words in rows if kind in kinds for w in words.split("|"))


def _persons(names: Iterable[str]) -> frozenset[Person]:
    return frozenset(p for n in names if (p := person(n)) is not None)


def _bare(place: Place) -> str:
    """Return a place's name in lower case, a district's as that of its town."""
    name = place.name.casefold()
    head, _, last = name.rpartition(" ")
    if head and place.precision not in _WIDE and lists().has("region", last):
        return head
    return name


def _is_little_known(place: Place) -> bool:
    return place.precision not in _WIDE and any(rarity(w) >= UNKNOWN for w in words(place.name))


def _points(places: Sequence[Place]) -> tuple[tuple[float, float], ...]:
    known = {
        (p.lat, p.lon)
        for p in places
        if p.lat is not None and p.lon is not None and p.precision in _PLACED
    }
    return tuple(sorted(known))


def _bag(text: str, names: Iterable[str]) -> dict[str, float]:
    """Return the telling words of a text but for those that are compared apart.

    A place, a weapon, a street: one rare name in common is one agreement, not three.
    """
    apart = {w for n in names for w in words(n)}
    return {w: b for w in sorted(words(text) - apart) if (b := rarity(w)) > 0}


def _hours(told: _Told) -> tuple[Hours, ...]:
    """Return the hours that the words for days give: a clock's, or those of a part of the day."""
    times = {c.value.time for c in told.claims if isinstance(c.value, When) and c.value.time}
    found = {_HOURS.get(time) or _on_the_clock(time) for time in times}
    return tuple(sorted(hours for hours in found if hours is not None))


def _on_the_clock(time: str) -> Hours | None:
    match = _TIME.match(time)
    if match is None:
        return None
    minute = 60 * int(match[1]) + int(match[2])
    return minute - _CLOCK, minute + _CLOCK


def _names(told: _Told, roads: frozenset[str]) -> frozenset[str]:
    """Return the rare names of a stretch as heard, but for people, roads and known places.

    Initials ("KXYZ News") are a station's or a party's.
    """
    known = {
        w
        for m in told.account.marks
        if isinstance(m.value, Name) or (isinstance(m.value, Place) and m.value.lat is not None)
        for w in words(m.value.name)
    }
    text = told.text(naming=False)
    named = (w for w in _CAPITAL.findall(text) if not w.isupper() or text.isupper())
    found = {w.casefold() for w in named} - known - words(" ".join(roads))
    return _heard(found)


def _heard(found: Iterable[str]) -> frozenset[str]:
    """Return those words that are in no list of words, as heard."""
    heard = (sound(w) for w in found if rarity(w) >= UNKNOWN)
    return frozenset(h for h in heard if len(h) >= _HEARD)


def _heading(told: _Told) -> frozenset[str]:
    first = next(iter(told.stretches.sentences))
    if first.span.part != "title" or first.event != told.telling.event:
        return frozenset()
    return frozenset(w for w in words(told.account.document.title or "") if rarity(w) > _TELLING)


def _victims_ages(values: Sequence[Assertion]) -> frozenset[int]:
    harmed = (v for v in values if isinstance(v, Victim) and not _is_suspect(v))
    return frozenset(v.age for v in harmed if v.age is not None)


def _ages(text: str) -> frozenset[int]:
    return frozenset(int(next(g for g in m.groups() if g)) for m in _AGE.finditer(text))


def _days(told: _Told, published: int | None) -> tuple[Interval, ...]:
    """Return the intervals that `when` claims give; without those, of any claim.

    It may also be so long before publication as "ten days after the killing" says. Where these
    only say that it was before publication, all days named in the stretch may be it, and where
    they leave that open, the one day that the account tells beside it.
    """
    dated = [c.value for c in told.claims if isinstance(c.value, When)]
    found = {interval(w.first, w.last) for w in dated} - {None}
    found = found or {interval(c.first, c.last) for c in told.claims} - {None}
    if published is not None and not any(map(_is_sure, told.claims)):
        found |= set(before(published, told.text(naming=True)))
    if all(i is None or i[0] is None for i in found):
        marked = (m.value for m in told.marks if isinstance(m.value, When) and m.value.first)
        found |= {interval(w.first, w.last) for w in marked} - {None}
    beside = told.dated.get(told.telling.event, (None, None))
    if beside[0] == beside[1] and any(i is not None and i[0] is None for i in found):
        found |= {interval(*beside)} - {None}
    given = without_wider([i for i in found if i])
    return tuple(sorted(given, key=lambda i: (i[0] is None, i)))


def _is_sure(claim: Claim) -> bool:
    when = claim.value
    return (
        isinstance(when, When)
        and claim.confidence >= _SURE
        and when.first is not None
        and when.first == when.last
    )


def _whole(claims: list[Claim], outcome: str) -> Range | None:
    """Return the largest figure of an outcome: parts are smaller than their whole."""
    ranges = [
        (c.value.count.low, c.value.count.high)
        for c in claims
        if isinstance(c.value, Toll) and c.value.outcome == outcome
        if c.value.count.low is not None and c.part_of is None
    ]
    return max(ranges, key=lambda r: r[0], default=None)
