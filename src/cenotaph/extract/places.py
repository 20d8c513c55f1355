"""A reading's place names -> claims of where something happened.

A name alone is only marked. It becomes a claim where the words put an event there: "a blast in
Kharkiv", "the shelling of Sumy", "missiles hit Poltava". Where the wounded were taken, where a
spokesman spoke and where a victim came from is none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from cenotaph.model import Claim, Place, Span, identified
from cenotaph.text import clauses
from cenotaph.text.entries import event_of, is_label, opening_event
from cenotaph.text.fields import asked
from cenotaph.text.making import claim_of
from cenotaph.text.place_hints import told_of
from cenotaph.text.place_paths import (
    answers,
    head,
    is_apart,
    is_care,
    is_elsewhere,
    is_entered,
    is_gathered,
    is_hit,
    is_struck,
    is_within,
    led_to,
    says,
    where,
)
from cenotaph.text.reading import Reading, Sentence
from cenotaph.text.sentences import SIGNS
from cenotaph.text.shown import means_dateline
from cenotaph.text.sites import Site, bureaus, is_seat, lemmas, police, sites_of
from cenotaph.text.spans import Spans
from cenotaph.text.totals import totals
from cenotaph.text.whereabouts import in_capital, in_care

_SURE, _LIKELY, _MEANT, _UNSURE, _WEAK, _HINT, _BUREAU = 0.9, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45
_STEPS = (_SURE, _LIKELY, _UNSURE, _WEAK)

# "the shelling of Sumy", "an attack by rebels on Kherson": the word before may be an event.
_ON = re.compile(
    r"(?P<event>[A-Za-z]+)(?:,?\s+(?:of|on|against|at|across)"
    r"|\s+by(?:\s+[\w’'-]+){1,6}?\s+(?:on|against))\s+(?:the\s+)?"
    r"(?:(?:[\w’'-]+\s+){0,4}(?:city|town|village|capital|port|region|province)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_OFFICERS = frozenset({"mayor", "mayoress", "chief", "prefect", "councilman", "sheriff"})
_BARE = frozenset({"dobj", "nsubjpass", "compound", "nmod", "npadvmod"})
_LISTED = re.compile(r"^(?:,|,?\s+and|\s+or|,?\s+as well as)\s*(?:(?:in|near)\s+)?$", re.IGNORECASE)
# "the city", "the besieged port city", not "the city of Sumy" or "the city council".
_THE_CITY = re.compile(
    r"\bthe (?:[\w’'-]+ ){0,2}(?:city|town|village)"
    r"(?=[,.;:]|\s(?!of\b|council|hall|officials|manager))",
    re.IGNORECASE,
)
# "Ruiz, 24, of Dover, was arrested": where a suspect lives; a victim was mostly hurt near home.
_HOME = re.compile(r",\s\d{1,3},?\s(?:(?:both|all|formerly)\s)?of\s(?:the\s)?$")
_HELD = re.compile(
    r"^(?:,\s[A-Z][\w. ]{1,20})?,?\s(?:was|were|is|are|has been|have been)\s(?:\w+\s)?"
    r"(?:arrested|charged|booked|jailed|held|indicted|sentenced|convicted|taken into custody)\b"
)
# "Columbus man held": where a person is from.
_FROM_THERE = re.compile(
    r"^\s(?:man|woman|teen|boy|girl|couple|father|mother|native|resident|tourist|student|trucker"
    r"|businessm[ae]n|teacher|farmer|driver|worker|pensioner|family|families)",
    re.IGNORECASE,
)

# What is called after the towns it links, and lies anywhere between them.
_LINE = re.compile(
    r"(?:\s?[-–]\s?[A-Z][\w.]*)+\s(?:oil |gas |fuel )*(?:pipeline|oilfield)\b", re.IGNORECASE
)


class _Tie(msgspec.Struct, frozen=True):
    """How surely the words put an event at a site, and the event's word where it is known."""

    weight: float
    at: Span | None = None


def find(reading: Reading) -> Iterator[Claim]:
    """Yield where the events happened; for the first of them, if no words say, a hint."""
    sources = {s.source for s in reading.speech if s.source is not None and s.verb is not None}
    sites = tuple(
        s for s in sites_of(reading)
        if s.name.span not in sources and not _is_doer(s)  # "Moscow denied", "a US air strike"
    )  # fmt: skip
    sure = [found for found in _weighed(reading, sites) if found[1].weight >= _WEAK]
    told = {site.sentence.number for site, _ in sure}
    found = [*sure, *_the_city(reading, sites, told), *_the_capital(reading, sites, sure)]
    events = {m.id: m.event for m in reading.mentions}
    placed: set[str] = set()
    for site, claim in _once_each(reading, found, events):
        if site.name.scale == "town" and claim.about is not None:
            placed.add(events[claim.about])
        yield claim
    main = next((m for m in reading.mentions if not m.background), None)
    if main is not None:
        hinted = police(sites) if main.event in placed else told_of(reading, sites)
        weight = _HINT if main.event in placed else _WEAK
        hints = [*((s, weight) for s in hinted), *((s, _BUREAU) for s in bureaus(sites))]
        spans = {site.name.span for site, _ in found}
        for site, weight in hints:
            if site.name.span not in spans:
                spans.add(site.name.span)
                yield _claim(reading, site, _Tie(weight, main.span))


def _once_each(
    reading: Reading, found: Iterable[tuple[Site, _Tie]], events: Mapping[str, str]
) -> Iterator[tuple[Site, Claim]]:
    """Yield the claims of sites, each once for an event: "in Sumy"; "in March, a raid in the city".

    What "the city" adds of another event is claimed from the same name once more.
    """
    made: set[str] = set()
    of: dict[Span, str | None] = {}
    apart = totals(reading)
    for site, tie in found:
        claim = _claim(reading, site, tie)
        if claim.about in apart:
            continue  # "1,400 have been killed in Tarsk since May"
        event = None if claim.about is None else events[claim.about]
        if of.setdefault(site.name.span, event) != event:
            claim = identified(replace(claim, shared=True))
        if claim.id not in made:
            made.add(claim.id)
            yield site, claim


def _is_doer(site: Site) -> bool:
    """Tell whether a country does or says it, or its arms do: "a US drone strike"."""
    path = site.path()
    if _LINE.match(site.rest):
        return True  # "the Tarsk - Lodrin oil pipeline"
    if site.rest.startswith("-") and (site.name.scale == "country" or site.rest[1:2].islower()):
        return True  # "the Saudi-led coalition", not "the Djibo-Kaya road"
    if path is None:
        return False
    if site.name.scale == "country" and _acts(site, path[0]):
        return True
    if site.name.name not in {"US", "U.S.", "UK", "U.K."}:
        return False
    return site.sentence.tokens[path[0]].dep in {"compound", "nmod", "amod", "nsubj"}


def _acts(site: Site, index: int) -> bool:
    """Tell whether a country is who acts: "Ruritania fired the shells", not "Ruritania saw"."""
    token = site.sentence.tokens[index]
    does = site.sentence.tokens[token.head]
    undergoes = {"see", "witness", "suffer", "experience", "face", "mourn", "endure", "lose"}
    return token.dep == "nsubj" and does.pos == "VERB" and does.lemma.lower() not in undergoes


def _claim(reading: Reading, site: Site, tie: _Tie) -> Claim:
    value = Place(name=site.name.name, relation=site.name.relation)
    return claim_of(
        reading, value, site.name.span, extractor="places", at=tie.at, confidence=tie.weight
    )


def _the_city(
    reading: Reading, sites: Sequence[Site], told: Container[int]
) -> Iterator[tuple[Site, _Tie]]:
    """Yield the town that "the city" means where a sentence tells of an event in it."""
    towns = [s for s in sites if s.name.scale == "town" and not is_seat(reading, s)]
    towns = [s for s in towns if not (_is_title(s) or _is_wide(s))]
    named = Spans(towns, lambda site: (site.name.span,))
    for site in bureaus(sites):
        if means_dateline(site.sentence.text) and site.sentence.number not in told:
            yield from ((site, _Tie(_SURE, at)) for at in _first(reading, site.sentence))
    for sentence in reading.sentences:
        said = None if sentence.number in told else _THE_CITY.search(sentence.text)
        events = {} if said is None else _events(reading, sentence)
        if said is None or not events:
            continue
        at = min(events, key=lambda start: abs(start - sentence.span.start - said.start()))
        before = named.before(sentence.part, sentence.span.start + said.start())
        if before is not None:
            yield before, _Tie(_MEANT, events[at])


def _the_capital(
    reading: Reading, sites: Sequence[Site], sure: Sequence[tuple[Site, _Tie]]
) -> Iterator[tuple[Site, _Tie]]:
    """Yield the dateline's town where events are in the capital that it is."""
    towns = {s.sentence.number for s, _ in sure if s.name.scale not in {"country", "region"}}
    for site in bureaus(sites):
        for sentence in in_capital(reading, site):
            if sentence.number not in towns:  # "in Tarsk, 40 km south of the capital"
                yield from ((site, _Tie(_SURE, at)) for at in _first(reading, sentence))


def _is_title(site: Site) -> bool:
    """Tell whether a town only says whose a speaker is: "the archbishop of Sumy said"."""
    path = site.path()
    return path is not None and head(site, path)[1] and is_apart(site)


def _is_wide(site: Site) -> bool:
    """Tell whether a name says that it is a region's: "Sumy region" is no town."""
    return site.name.name.rpartition(" ")[2].lower() in lemmas("region")


def _first(reading: Reading, sentence: Sentence) -> list[Span]:
    """Return the first event of a sentence, if it tells of any."""
    events = _events(reading, sentence)
    return [events[min(events)]] if events else []


def _events(reading: Reading, sentence: Sentence) -> dict[int, Span]:
    """Return the events of a sentence by where their words start."""
    return {m.span.start: m.span for m in reading.mentions_at.within(sentence.span)}


def _weighed(reading: Reading, sites: Sequence[Site]) -> Iterator[tuple[Site, _Tie]]:
    """Yield each site with how surely its words put an event there.

    "The raid on Zarka, 7 km north of Tarsk": what lies off a town has that town's tie at least.
    """
    found = list(_tied(reading, sites))
    for (site, own), (town, tie) in zip(found, [*found[1:], *found[-1:]], strict=True):
        yield site, tie if tie.weight > own.weight and _is_off(site, town) else own


def _is_off(site: Site, town: Site) -> bool:
    """Tell whether a name lies off the town named next: "Zarka, 7 km north of Tarsk"."""
    same = site.sentence.number == town.sentence.number
    between = site.sentence.text[site.end : town.start] if same else ""
    return bool(town.name.relation) and " ".join(between.split()) == f", {town.name.relation}"


def _tied(reading: Reading, sites: Sequence[Site]) -> Iterator[tuple[Site, _Tie]]:
    """Yield each site with what its own words say of it, and those before it in a list."""
    before: tuple[Site, _Tie] | None = None
    for site in sites:
        own = _labelled(reading, site) or _headed(reading, site)
        act = reading.rows.get(site.name.span)  # of one told in a row of places
        tie = own or (_tie(reading, site) if act is None else _Tie(_SURE, act))
        if before is not None and before[0].sentence.number == site.sentence.number:
            between = site.sentence.text[before[0].end : site.start]
            if _LISTED.match(between) and before[1].weight > tie.weight:
                tie = before[1]
            elif _is_only_around(site, between) and before[1].weight > 0:
                # "in Tarsk, east of Dover", "attacked Zarka village in Lom": what lies where
                below = next((w for w in _STEPS if w < before[1].weight), tie.weight)
                tie = msgspec.structs.replace(tie, weight=min(tie.weight, below))
        before = (site, tie)
        yield before


def _is_only_around(site: Site, between: str) -> bool:
    """Tell whether a place stands there to say where the one before it lies."""
    beside = bool(site.name.relation) and between.strip(", ") == site.name.relation
    return beside or between == " in "


def _labelled(reading: Reading, site: Site) -> _Tie | None:
    """Read "14 August, Nyala: shells hit a bus station" of a list, "Location: Tarsk" of a form."""
    opening = opening_event(reading, site.sentence)
    if opening is not None and opening.span.start >= site.sentence.span.end:
        # "On 3 May 2023, fighting broke out in Tarsk. Nine were killed."
        return _Tie(_SURE, opening.span) if site.name.scale == "town" else None
    label = bool(reading.mentions) and is_label(reading, site.name.span)
    if not label and (not reading.mentions or asked(reading, site.sentence) != "place"):
        return None
    at = next(iter(_first(reading, site.sentence) if label else ()), None)
    told = None if at else event_of(reading, site.sentence)  # "12 May. Nyala. Shells hit"
    at = told.span if told else at
    return None if label and at is None else _Tie(_SURE, at)


def _headed(reading: Reading, site: Site) -> _Tie | None:
    """Read "Tarsk: already 18 dead", a post that opens with its town."""
    opens = site.start == 0 and site.sentence.span.start <= SIGNS and site.sentence.part == "text"
    town = opens and site.name.scale == "town" and site.rest.startswith(":")
    events = _events(reading, site.sentence) if town else {}
    return _Tie(_UNSURE, events[min(events)]) if events else None


def _tie(reading: Reading, site: Site) -> _Tie:
    events = _events(reading, site.sentence)
    home = _HOME.search(site.lead) and _HELD.match(site.rest)
    if is_seat(reading, site) or site.spoken(events) or home:
        return _Tie(0.0)
    if site.happened:
        return _Tie(_SURE if reading.mentions else 0.0)
    if not events:
        return _Tie(_UNSURE if reading.mentions and is_struck(site) else 0.0)
    tie = _told(site, events)
    hint = site.name.scale != "town" or _FROM_THERE.match(site.rest)
    if site.sentence.part == "title" and tie.weight < _LIKELY:
        return _Tie(_WEAK if hint else _LIKELY)
    if _FROM_THERE.match(site.rest) and tie.weight > _WEAK and not site.located:
        return _Tie(_WEAK, tie.at)  # "a Dover man was shot": there, or elsewhere
    return tie


def _told(site: Site, events: Mapping[int, Span]) -> _Tie:
    """Weigh how the words of the sentence tie a name to one of its events."""
    path = site.path()
    if path is not None and answers(site, path):
        return _Tie(0.0)  # "in response to raids on Gaza City"
    on = _ON.search(site.lead)
    if on is not None and on["event"].lower() in lemmas("ward"):
        return _Tie(0.0)  # "in stable condition at Delhi"
    if on is not None and site.lead_offset(on.start("event")) in events:
        return _Tie(_SURE, events[site.lead_offset(on.start("event"))])
    if in_care(site):
        return _Tie(0.0)
    if path is None:
        return _Tie(_LIKELY if site.located else 0.0)
    return _along(site, path, events)


def _along(site: Site, path: Sequence[int], events: Mapping[int, Span]) -> _Tie:
    """Weigh the words that a name hangs on, up to an event or one that rules it out."""
    tokens = site.sentence.tokens
    first, owned = head(site, path)
    if owned and (at := _suffered(site, path[first], events)) is not None:
        return _Tie(_UNSURE, at)
    located = site.located or (owned and is_within(site, path[first]))
    bare = tokens[path[first]].dep in _BARE
    if not located and not bare:
        return _Tie(0.0)
    found = _UNSURE if owned and not site.located else _SURE if located else _LIKELY
    verb = tokens[tokens[path[first]].head]
    if tokens[path[first]].dep in {"dobj", "nsubjpass"} and verb.start in events and not owned:
        found = _SURE if site.name.scale == "town" else found  # "bombarded the town of Sumy"
    above = path[first + 1 :]
    if is_care(site, above, events, located=located):
        return _Tie(0.0)
    if (entered := led_to(site, above, events) if is_entered(site) else None) is not None:
        return _Tie(min(found, _LIKELY), entered)  # "told us that they entered Tarsk and shot six"
    there = where(site, path, events) if located else None
    return _Tie(found, there) if there else _above(site, above, events, found)


def _above(site: Site, above: Sequence[int], events: Mapping[int, Span], found: float) -> _Tie:
    """Weigh the words over a name and what stands for it, from the nearest up."""
    for index in above:
        token = site.sentence.tokens[index]
        if (at := _event_of(site.sentence, index, events)) is not None:
            return _Tie(found, at)
        if token.lemma.lower() in lemmas("strikes"):
            return _Tie(_LIKELY)  # "hit a bus in Saada"
        if is_elsewhere(site, token) or says(site, token):
            return _Tie(_LIKELY if is_hit(site, index) else 0.0)
    if found == _LIKELY and not is_entered(site):
        return _Tie(0.0)  # bare
    if (led := led_to(site, above, events)) is not None:
        return _Tie(min(found, _LIKELY), led)
    nothing = found == _LIKELY or is_gathered(site, above)  # "wept at a vigil in Tarsk"
    return _Tie(0.0 if nothing else _UNSURE)


def _suffered(site: Site, index: int, events: Mapping[int, Span]) -> Span | None:
    """Return what befell the officer of a place: "Ana Ruiz, mayor of Tarsk, was shot dead".

    Not where the words go on with another: "the mayor of Tarsk was shot dead in Lom".
    """
    sentence, token = site.sentence, site.sentence.tokens[index]
    if sentence.lowered[index] not in _OFFICERS or site.rest.startswith((" in ", " near ")):
        return None
    token = sentence.tokens[token.head] if token.dep in {"appos", "compound"} else token
    undergone = token.dep in {"dobj", "nsubjpass"}
    return events.get(sentence.tokens[token.head].start) if undergone else None


def _event_of(sentence: Sentence, index: int, events: Mapping[int, Span]) -> Span | None:
    """Return the event that a word tells of, or a verb with its object: "THREW a grenade at"."""
    own = events.get(sentence.tokens[index].start)
    if own is not None or sentence.tokens[index].pos != "VERB":
        return own
    thing = clauses.kid(sentence, index, "dobj")
    return None if thing is None else events.get(sentence.tokens[thing].start)
