"""A reading's place names -> claims of where something happened.

A name alone is only marked. It becomes a claim where the words put an event there: "a blast in
Kharkiv", "the shelling of Sumy", "missiles hit Poltava". Where the wounded were taken, where a
spokesman spoke and where a victim came from is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from cenotaph.model import Claim, Place, Span
from cenotaph.text.lexicon import grouped
from cenotaph.text.making import claim_of
from cenotaph.text.reading import NamePhrase, Reading, Sentence

_SURE, _LIKELY, _MEANT, _UNSURE, _WEAK, _HINT = 0.9, 0.7, 0.65, 0.6, 0.55, 0.5
_LEAD_REACH = 90
_OPENING = 1000  # characters within which a dateline stands; captions and buttons may come first

# "in Sumy", "in the besieged port city of Mariupol", "in eastern Ukraine", "in Syria's Aleppo".
_LOCATIVE = re.compile(
    r"(?:^|[\s(“\"])(?P<word>in|at|near|nearby|outside|around|inside|across|throughout|over|within|off"
    r"|(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of"
    r"|(?:outskirts|suburbs?|edge|center|heart|section|neighborhood|parts?|side|area|streets)\s+of)"
    r"\s+(?:the\s+|a\s+)?"
    r"(?:(?:[\w’'‑-]+\s+){0,5}(?:city|town|village|capital|port|province|region|district|county|state"
    r"|settlement|suburb|hamlet|neighborhood|neighbourhood|area|camp|municipality|enclave)\s+(?:of\s+)?"
    r"|(?:[\w-]*(?:north|south|east|west)[\w-]*|central|downtown|greater|upper|lower|neighbou?ring"
    r"|nearby|rural|mainland|occupied|war-torn|government-held|rebel-held|[A-Z][\w-]+['’]s?)\s+){0,3}$",
    re.IGNORECASE,
)
# "the shelling of Sumy", "an attack on Kherson": the word before may be an event.
_ON = re.compile(
    r"(?P<event>[A-Za-z]+)\s+(?:of|on|against|at|across)\s+(?:the\s+)?"
    r"(?:(?:[\w’'-]+\s+){0,4}(?:city|town|village|capital|port|region|province)\s+(?:of\s+)?)?$"
)
_LISTED = re.compile(r"^(?:,|,?\s+and|\s+or|,?\s+as well as)\s*(?:(?:in|near)\s+)?$")
_COMMA = re.compile(r"^\.?,\s{1,2}$")
# "the city", "the besieged port city", not "the city of Sumy" or "the city council".
_THE_CITY = re.compile(
    r"\bthe (?:[\w’'-]+ ){0,2}(?:city|town|village)"
    r"(?=[,.;:]|\s(?!of\b|council|hall|officials|manager))"
)
# "It happened in the 200 block of Kestrel Lane in Dover": what happened stands a sentence before.
_HAPPENED = re.compile(r"\b(?:happened|occurred|took place|unfolded)\b")
# "Seminole High School", "the Cleveland Arms": the name goes on and is no town's.
_GOES_ON = re.compile(
    r"^ (?!Police|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)[A-Z][a-z]"
)
# "Columbus man held": where a person is from.
_FROM_THERE = re.compile(
    r"^\s(?:man|woman|teen|boy|girl|couple|father|mother|native|resident)", re.IGNORECASE
)
_SPOKE = re.compile(
    r"\b(?:said|told|spoke|speaking|announced|reporters|conference|interview)\b[\w\s]{0,25}$"
)
_DATELINE = re.compile(
    r"^\s?[-–—|]{1,2}\s?(?=[A-Z])|"
    r"^(?:,[^()\n]{0,40})?\s*(?:\([A-Z][\w /.-]{1,20}\)\s*)?(?:[-–—]{1,2}|_)\s"
    r"|^(?:,[^()\n]{0,40})?\s*\([A-Z]"
)
_LAW = re.compile(
    r"^(?:['’]s)?\s+(?:[A-Z]\w+\s+)?(?:[Pp]olice|[Oo]fficers|[Ss]heriff|[Ff]ire|PD\b)"
)


class _Site(msgspec.Struct, frozen=True):
    """A place name in its sentence; offsets are the sentence's."""

    name: NamePhrase
    sentence: Sentence
    start: int
    end: int

    @property
    def lead(self) -> str:
        """Return the words before the name."""
        return self.sentence.text[max(0, self.start - _LEAD_REACH) : self.start]

    @property
    def rest(self) -> str:
        """Return the words after the name."""
        return self.sentence.text[self.end : self.end + _LEAD_REACH]


class _Tie(msgspec.Struct, frozen=True):
    """How surely the words put an event at a site, and the event's word where it is known."""

    weight: float
    at: Span | None = None


def find(reading: Reading) -> Iterator[Claim]:
    """Yield where the events happened; for the first of them, if no words say, a hint."""
    sites = tuple(_sites(reading))
    sure = [(site, tie) for site, tie in _weighed(reading, sites) if tie.weight >= _WEAK]
    told = {site.sentence.number for site, _ in sure}
    found = [*sure, *_the_city(reading, sites, told)]
    events = {m.id: m.event for m in reading.mentions}
    placed: set[str] = set()
    for site, tie in found:
        claim = _claim(reading, site, tie)
        if site.name.scale == "town" and claim.about is not None:
            placed.add(events[claim.about])
        yield claim
    main = next((m for m in reading.mentions if not m.background), None)
    if main is not None:
        hinted = _police(sites) if main.event in placed else _seats(sites) or _topic(reading, sites)
        weight = _HINT if main.event in placed else _WEAK
        spans = {site.name.span for site, _ in found}
        yield from (
            _claim(reading, site, _Tie(weight, main.span))
            for site in hinted
            if site.name.span not in spans
        )


def _claim(reading: Reading, site: _Site, tie: _Tie) -> Claim:
    value = Place(name=site.name.name, relation=site.name.relation)
    return claim_of(
        reading, value, site.name.span, extractor="places", at=tie.at, confidence=tie.weight
    )


def _the_city(
    reading: Reading, sites: Sequence[_Site], told: Container[int]
) -> Iterator[tuple[_Site, _Tie]]:
    """Yield the town that "the city" means where a sentence tells of an event in it."""
    for sentence in reading.sentences:
        said = None if sentence.number in told else _THE_CITY.search(sentence.text)
        events = _events(reading, sentence)
        if said is None or not events:
            continue
        at = min(events, key=lambda start: abs(start - sentence.span.start - said.start()))
        before = [
            site for site in sites
            if site.name.scale == "town" and site.sentence.number < sentence.number
            and site.sentence.part == sentence.part and not _is_seat(reading, site)
        ]  # fmt: skip
        if before:
            yield before[-1], _Tie(_MEANT, events[at])


def _topic(reading: Reading, sites: Sequence[_Site]) -> list[_Site]:
    """Return the last naming of the town that the text names most, if it does so twice."""
    towns = [s for s in sites if s.name.scale == "town" and not _is_seat(reading, s)]
    times = Counter(s.name.name for s in towns).most_common(1)
    if not times or times[0][1] < 2:
        return []
    return [s for s in towns if s.name.name == times[0][0]][-1:]


def _events(reading: Reading, sentence: Sentence) -> dict[int, Span]:
    """Return the events of a sentence by where their words start."""
    return {m.span.start: m.span for m in reading.mentions if sentence.span.holds(m.span)}


def _sites(reading: Reading) -> Iterator[_Site]:
    """Yield the names that may be where something happened: no streets, no ", Ohio"."""
    before: _Site | None = None
    quarters = _quarters(reading)
    for name in reading.names:
        if name.kind != "place" or name.scale == "way" or name.name.casefold() in quarters:
            continue
        sentence = reading.sentence_of(name.span)
        at = sentence.span.start
        site = _Site(name, sentence, name.span.start - at, name.span.end - at)
        if before is not None and before.sentence.number == sentence.number:
            between = sentence.text[before.end : site.start]
            if _COMMA.match(between) and name.scale in {"country", "region"}:
                continue
        before = site
        yield site


def _quarters(reading: Reading) -> set[str]:
    """Return the names that the text calls a neighborhood somewhere."""
    parts = [n.name.casefold().rpartition(" ") for n in reading.names if n.scale == "way"]
    return {head for head, _, last in parts if last in _lemmas("quarter")}


def _weighed(reading: Reading, sites: Sequence[_Site]) -> Iterator[tuple[_Site, _Tie]]:
    """Yield each site with how surely its words put an event there."""
    before: tuple[_Site, _Tie] | None = None
    for site in sites:
        tie = _tie(reading, site)
        if before is not None and before[0].sentence.number == site.sentence.number:
            between = site.sentence.text[before[0].end : site.start]
            if _LISTED.match(between) and before[1].weight > tie.weight:
                tie = before[1]
        before = (site, tie)
        yield before


def _tie(reading: Reading, site: _Site) -> _Tie:
    if _is_seat(reading, site) or _SPOKE.search(site.lead):
        return _Tie(0.0)
    if _HAPPENED.search(site.sentence.text) and _LOCATIVE.search(site.lead):
        return _Tie(_SURE if reading.mentions else 0.0)
    events = _events(reading, site.sentence)
    if not events:
        return _Tie(0.0)
    tie = _told(site, events)
    if site.sentence.part == "title" and tie.weight < _LIKELY:
        hint = site.name.scale != "town" or _FROM_THERE.match(site.rest)
        return _Tie(_WEAK if hint else _LIKELY)
    return tie


def _told(site: _Site, events: Mapping[int, Span]) -> _Tie:
    """Weigh how the words of the sentence tie a name to one of its events."""
    on = _ON.search(site.lead)
    if on is not None and _begins(site, on.start("event")) in events:
        return _Tie(_SURE, events[_begins(site, on.start("event"))])
    path = _path(site)
    if path is None:
        return _Tie(_LIKELY if _LOCATIVE.search(site.lead) else 0.0)
    return _along(site, path, events)


def _along(site: _Site, path: Sequence[int], events: Mapping[int, Span]) -> _Tie:
    """Weigh the words that a name hangs on, up to an event or one that rules it out."""
    tokens = site.sentence.tokens
    located = _LOCATIVE.search(site.lead) is not None
    bare = tokens[path[0]].dep in {"dobj", "nsubjpass", "compound", "nmod", "npadvmod"}
    if not located and not bare:
        return _Tie(0.0)
    for index in path[1:]:
        token = tokens[index]
        if token.start in events:
            return _Tie(_SURE if located else _LIKELY, events[token.start])
        if bare and token.lemma.lower() in _lemmas("strikes"):
            return _Tie(_LIKELY)
        if token.lemma.lower() in _lemmas("elsewhere"):
            return _Tie(0.0)
    return _Tie(_UNSURE if located else 0.0)


def _path(site: _Site) -> list[int] | None:
    """Return the token of a name and those it hangs on, up to the root; None when not parsed."""
    index = site.sentence.token_at(site.name.span.end - 1)
    if index is None:
        return None
    path = [index]
    while (head := site.sentence.tokens[path[-1]].head) != path[-1] and head not in path:
        path.append(head)
    return path


def _begins(site: _Site, at: int) -> int:
    """Return the document's offset of a position in the words before a name."""
    return site.sentence.span.start + max(0, site.start - _LEAD_REACH) + at


def _is_seat(reading: Reading, site: _Site) -> bool:
    """Tell whether a place is part of an organization's name, a dateline, or before "police"."""
    part = site.sentence.part
    if (
        _LAW.match(site.rest)
        or _is_dateline(site)
        or (part == "text" and _GOES_ON.match(site.rest))
    ):
        return True
    span = site.name.span
    return any(
        n.kind == "organization" and n.span != span and n.span.holds(span) for n in reading.names
    )


def _goes_on(site: _Site) -> bool:
    """Tell whether another name's word follows at once: "Seminole High", "Harbor Gateway"."""
    following = site.sentence.token_at(site.name.span.end + 1)
    if following is None:
        return site.sentence.part == "text" and _GOES_ON.match(site.rest) is not None
    token = site.sentence.tokens[following]
    glued = site.rest[:1] == " " and token.start == site.name.span.end + 1
    return glued and token.pos == "PROPN" and _GOES_ON.match(f" {token.text}") is not None


def _police(sites: Sequence[_Site]) -> list[_Site]:
    """Return the first town whose police are named: what happened is theirs to look into."""
    return [s for s in sites if s.name.scale == "town" and _LAW.match(s.rest)][:1]


def _seats(sites: Sequence[_Site]) -> list[_Site]:
    """Return the names in the title, in the dateline and before "police": towns, if any.

    A dateline alone may be a bureau's, in another country: its town has to be named again, or be
    the only one.
    """
    towns = Counter(s.name.name.casefold() for s in sites if s.name.scale == "town")
    found = [
        site
        for site in sites
        if site.sentence.part == "title"
        or _LAW.match(site.rest)
        or (_is_dateline(site) and (towns[site.name.name.casefold()] > 1 or len(towns) < 2))
    ]
    return [site for site in found if site.name.scale == "town"] or found


def _is_dateline(site: _Site) -> bool:
    opens = site.start == 0 and site.sentence.part == "text"
    return opens and site.sentence.span.start < _OPENING and _DATELINE.match(site.rest) is not None


@cache
def _lemmas(group: str) -> frozenset[str]:
    return frozenset(grouped("names.txt")[group])
