"""A reading's place names -> claims of where something happened.

A name alone is only marked. It becomes a claim where the words put an event there: "a blast in
Kharkiv", "the shelling of Sumy", "missiles hit Poltava". Where the wounded were taken, where a
spokesman spoke and where a victim came from is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from cenotaph.model import Claim, Place
from cenotaph.text.lexicon import grouped
from cenotaph.text.making import claim_of
from cenotaph.text.reading import NamePhrase, Reading, Sentence

_SURE, _LIKELY, _WEAK = 0.9, 0.7, 0.55
_LEAD_REACH = 90

# "in Sumy", "in the besieged port city of Mariupol", "in eastern Ukraine", "in Syria's Aleppo".
_LOCATIVE = re.compile(
    r"(?:^|[\s(“\"])(?P<word>in|at|near|nearby|outside|around|inside|across|throughout|over|within|off"
    r"|(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of"
    r"|(?:outskirts|suburbs|edge|center|heart)\s+of)"
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
# "It happened in the 200 block of Kestrel Lane in Dover": what happened stands a sentence before.
_HAPPENED = re.compile(r"\b(?:happened|occurred|took place|unfolded)\b")
# "Seminole High School", "the Cleveland Arms": the name goes on and is no town's.
_GOES_ON = re.compile(
    r"^ (?!Police|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)[A-Z][a-z]"
)
_SPOKE = re.compile(
    r"\b(?:said|told|spoke|speaking|announced|reporters|conference|interview)\b[\w\s]{0,25}$"
)
_DATELINE = re.compile(
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


def find(reading: Reading) -> Iterator[Claim]:
    """Yield where the events happened; without such words, where police or dateline is."""
    sites = tuple(_sites(reading))
    sure = [(site, weight) for site, weight in _weighed(reading, sites) if weight >= _WEAK]
    for site, weight in sure:
        yield _claim(reading, site, weight)
    if reading.mentions and not any(site.name.scale == "town" for site, _ in sure):
        told = {site.name.span for site, _ in sure}
        for site in _seats(sites):
            if site.name.span not in told:
                yield _claim(reading, site, _WEAK)


def _claim(reading: Reading, site: _Site, confidence: float) -> Claim:
    value = Place(name=site.name.name, relation=site.name.relation)
    return claim_of(reading, value, site.name.span, extractor="places", confidence=confidence)


def _sites(reading: Reading) -> Iterator[_Site]:
    """Yield the names that may be where something happened: no streets, no ", Ohio"."""
    before: _Site | None = None
    for name in reading.names:
        if name.kind != "place" or name.scale == "way":
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


def _weighed(reading: Reading, sites: Sequence[_Site]) -> Iterator[tuple[_Site, float]]:
    """Yield each site with how surely its words put an event there."""
    before: tuple[_Site, float] | None = None
    for site in sites:
        weight = _weight(reading, site)
        if before is not None and before[0].sentence.number == site.sentence.number:
            between = site.sentence.text[before[0].end : site.start]
            if _LISTED.match(between):
                weight = max(weight, before[1])
        before = (site, weight)
        yield before


def _weight(reading: Reading, site: _Site) -> float:
    events = {m.span.start for m in reading.mentions if site.sentence.span.holds(m.span)}
    if _is_seat(reading, site) or _SPOKE.search(site.lead):
        return 0.0
    if _HAPPENED.search(site.sentence.text) and _LOCATIVE.search(site.lead):
        return _SURE if reading.mentions else 0.0
    if not events:
        return 0.0
    floor = _LIKELY if site.sentence.part == "title" else 0.0
    return max(floor, _told(site, events))


def _told(site: _Site, events: set[int]) -> float:
    """Weigh how the words of the sentence tie a name to one of its events."""
    on = _ON.search(site.lead)
    if on is not None and _begins(site, on.start("event")) in events:
        return _SURE
    path = _path(site)
    if path is None:
        return _LIKELY if _LOCATIVE.search(site.lead) else 0.0
    return _along(site, path, events)


def _along(site: _Site, path: Sequence[int], events: set[int]) -> float:
    """Weigh the words that a name hangs on, up to an event or one that rules it out."""
    tokens = site.sentence.tokens
    located = _LOCATIVE.search(site.lead) is not None
    bare = tokens[path[0]].dep in {"dobj", "nsubjpass", "compound", "poss", "nmod", "npadvmod"}
    if not located and not bare:
        return 0.0
    for index in path[1:]:
        token = tokens[index]
        if token.start in events:
            return _SURE if located else _LIKELY
        if bare and token.lemma.lower() in _lemmas("strikes"):
            return _LIKELY
        if token.lemma.lower() in _lemmas("elsewhere"):
            return 0.0
    return _WEAK + 0.05 if located else 0.0


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


def _seats(sites: Sequence[_Site]) -> Iterator[_Site]:
    """Yield the names in the title, in the dateline and before "police": towns, if any."""
    found = [
        site
        for site in sites
        if site.sentence.part == "title" or _LAW.match(site.rest) or _is_dateline(site)
    ]
    towns = [site for site in found if site.name.scale == "town"]
    yield from towns or found


def _is_dateline(site: _Site) -> bool:
    opens = site.start == 0 and site.sentence.part == "text"
    return opens and site.sentence.span.start < 200 and _DATELINE.match(site.rest) is not None


@cache
def _lemmas(group: str) -> frozenset[str]:
    return frozenset(grouped("names.txt")[group])
