"""Sentences -> names of places, organizations and persons, in reading order.

The gazetteer is asked before the small model. A place inside an organization's name ("Kharkiv
police department") is a name of its own: it says where, but is no place where something happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from cenotaph.model import Gazetteer, Span
from cenotaph.text.name_words import Word, is_acronym, is_shouted, lists, words_of
from cenotaph.text.placing import ENOUGH, Known, Spot, points, scale, spots, standing
from cenotaph.text.reading import NamePhrase, Sentence

_AGE_AFTER = re.compile(
    r",\s(?:who was\s)?(?:aged\s)?\d{1,3}\b(?![,.]?\d)(?!\s(?:miles|km|kilomet))"
)
_OF = frozenset({"of", "for", "and", "the"})
# "12 km south of", "on the outskirts of": what stands between the name and where it happened.
_RELATION = re.compile(
    r"(?:(?:about|some|roughly|around|nearly|over|less than|more than)\s+)?"
    r"(?:[\d.,]+|a few|several|\w+)?\s*(?:\([^)]*\)\s*)?"
    r"(?:(?:km|kilomet(?:er|re)s?|miles?|mi)\s*(?:\([^)]*\)\s*)?"
    r"(?:(?:to the\s+)?(?P<side>(?:north|south|east|west)(?:[- ]?(?:east|west))?)(?:ern)?\s+of|"
    r"(?:away\s+)?from|outside(?:\s+of)?|off))\s+(?:the\s+(?:\w+\s+)?(?:city|town|village)\s+of\s+)?$"
    r"|(?:(?:just\s+)?(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of"
    r"|(?:on|in|at|to)\s+the\s+(?:\w+\s+)?(?:outskirts|edge|suburbs|outside)\s+of"
    r"|(?:just\s+)?outside(?:\s+of)?|near(?:by)?|close\s+to|not\s+far\s+from|off)\s+"
    r"(?:the\s+(?:[\w-]+\s+)*(?:city|town|village|settlement|port|capital)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_RELATION_REACH = 70


class _Line(msgspec.Struct):
    """One sentence at work."""

    sentence: Sentence
    words: list[Word]
    spots: list[Spot]
    shouted: bool
    bodies: list[tuple[int, int]] = msgspec.field(default_factory=list)
    persons: list[tuple[int, int]] = msgspec.field(default_factory=list)


def find_names(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> tuple[NamePhrase, ...]:
    """Return the names of a document's sentences; they need not be parsed.

    A person's name is as said here; `people.unify` makes one person's names one.
    """
    lines = [_line(sentence, gazetteer) for sentence in sentences]
    known = Known()
    for line in lines:
        _read_people(line, known)
    marked = [_places(line, known) for line in lines]
    for places in marked:
        known.places |= {spot.name.lower() for spot, total in places if total >= ENOUGH + 2}
    found: list[NamePhrase] = []
    for line in lines:
        held = [spot for spot, total in _places(line, known) if total >= ENOUGH]
        found.extend(sorted(_phrases(line, held), key=lambda n: (n.span.start, -n.span.end)))
    return tuple(found)


def _line(sentence: Sentence, gazetteer: Gazetteer) -> _Line:
    words = words_of(sentence)
    line = _Line(sentence, words, spots(words, gazetteer, sentence.text), is_shouted(words))
    line.bodies = list(_bodies(line))
    return line


def _places(line: _Line, known: Known) -> list[tuple[Spot, float]]:
    """Return the spots with their points; a person's words are no place unless they are strong."""
    text = line.sentence.text
    scored = []
    for at, spot in enumerate(line.spots):
        taken = any(a <= spot.first and spot.last <= b for a, b in line.persons)
        total = points(at, line.spots, line.words, text, known)
        scored.append((spot, total - 4.0 if taken else total))
    return [
        (spot, total + 1.5 * _in_list(at, scored, line)) for at, (spot, total) in enumerate(scored)
    ]


def _in_list(at: int, scored: Sequence[tuple[Spot, float]], line: _Line) -> bool:
    """Tell whether a neighbor in "Tampa, Orlando and Ocala" is surely a place."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(scored) and scored[other][1] >= ENOUGH + 1:
            one, two = sorted((scored[at][0], scored[other][0]), key=lambda s: s.first)
            between = line.sentence.text[line.words[one.last].end : line.words[two.first].start]
            if between.strip() in {",", "and", ", and", "or", "-", "–", "to"}:
                return True
    return False


def _phrases(line: _Line, places: Sequence[Spot]) -> Iterator[NamePhrase]:
    held = {i for spot in places for i in range(spot.first, spot.last + 1)}
    for spot in places:
        yield _place(line, spot)
    for first, last in line.bodies:
        if first < last or first not in held:
            yield _name(line, first, last, "organization")
    for first, last in line.persons:
        if not held.intersection(range(first, last + 1)):
            yield _name(line, first, last, "person")
    yield from _unknown_places(line, held)
    yield from _quarters(line, held)
    yield from _ways(line, held)


def _place(line: _Line, spot: Spot) -> NamePhrase:
    """Return the phrase of a place, with "region" or "province" when it says what is meant."""
    words, last = line.words, spot.last
    size: Literal["country", "region", "town", "way"] = scale(spot)
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.glued and not words[last].owner:
        if lists().has("quarter", following.lower) and not _sided(words, spot.first):
            last, size = last + 1, "way"
        elif _is_region_word(following):
            last += 1
    start = words[spot.first].start
    end = words[last].end if last > spot.last else start + len(spot.name)
    return NamePhrase(
        span=_span(line.sentence, start, end),
        kind="place",
        name=" ".join(line.sentence.text[start:end].split()),
        relation=_relation(line.sentence.text, start),
        scale=size,
    )


def _sided(words: Sequence[Word], first: int) -> bool:
    """Tell whether "north" stands before: the North Philadelphia neighborhood is Philadelphia's."""
    return first > 0 and lists().has("side", words[first - 1].lower)


def _is_region_word(word: Word) -> bool:
    """Tell whether "region" or "province" follows; capitalized, the gazetteer would have it."""
    idle = {"state", "republic", "department"}
    return not word.capital and lists().has("region", word.lower) and word.lower not in idle


def _relation(text: str, start: int) -> str | None:
    """Return "12 km south of" where such words stand before a name."""
    before = text[max(0, start - _RELATION_REACH) : start]
    match = _RELATION.search(before)
    return " ".join(match.group().split()) if match else None


def _bodies(line: _Line) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalized words that an organization's word ends or opens, and acronyms."""
    words = line.words
    if line.shouted:
        return
    for first, last in _runs(words):
        heads = [i for i in range(first, last + 1) if lists().has("body", words[i].lower)]
        start = _without_article(words, first)
        if heads and last > start:
            yield start, last if _opens(words, heads[0]) else heads[-1]
        else:
            yield from ((i, i) for i in range(first, last + 1) if _is_body(words[i]))


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield stretches of capitalized words, "of" and "for" between two of them included."""
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        last = at
        ahead = at + 1
        while ahead < len(words) and words[ahead].glued and not words[ahead - 1].owner:
            if words[ahead].capital:
                last = ahead
            elif words[ahead].lower not in _OF or ahead > last + 2:
                break
            ahead += 1
        yield at, last
        at = last + 1


def _opens(words: Sequence[Word], head: int) -> bool:
    """Tell whether "of" follows the head: "Ministry of Defense"."""
    return head + 1 < len(words) and words[head + 1].lower in {"of", "for"}


def _without_article(words: Sequence[Word], first: int) -> int:
    lower = words[first].lower
    opens = first == 0 and lists().has("where", lower)
    return first + 1 if lower in {"the", "a", "an"} or opens else first


def _is_body(word: Word) -> bool:
    """Tell whether a single word is an organization: an acronym, or the model says so."""
    if word.lower in lists().plain or lists().has("month", word.lower):
        return False
    known = lists().groups["no_body"]
    return is_acronym(word) and "." not in word.text and word.lower not in known


def _read_people(line: _Line, known: Known) -> None:
    """Note the persons of a sentence and their surnames."""
    inside = {i for a, b in line.bodies for i in range(a, b + 1) if b > a}
    for spot in line.spots:  # "Prince George's County" holds no Prince George
        if spot.last > spot.first and lists().has("region", line.words[spot.last].lower):
            inside.update(range(spot.first, spot.last + 1))
    taken = -1
    for first, last in _persons(line):
        if first <= taken or inside.intersection(range(first, last + 1)):
            continue
        taken = last
        line.persons.append((first, last))
        known.surnames.add(line.words[last].lower)


def _persons(line: _Line) -> Iterator[tuple[int, int]]:
    """Yield runs of two to four capitalized words that a title, first name or age marks."""
    words = line.words
    if line.shouted:
        return
    for start in range(len(words)):
        if not words[start].capital:
            continue
        last = _run_end(words, start)
        if _is_titled(words, start, last) or (last > start and _is_person(line, start, last)):
            yield start, last


def _is_titled(words: Sequence[Word], start: int, last: int) -> bool:
    """Tell whether a title leads the run: "Sgt. Cole"; in lower case it wants two names."""
    if start == 0 or not words[start].glued:
        return False
    title, table = words[start - 1], lists()
    led = table.has("title", title.lower) and (title.capital or last > start)
    return led and not any(_is_thing(w) for w in words[start : last + 1])


def _run_end(words: Sequence[Word], start: int) -> int:
    last = start
    while (
        last + 1 < len(words)
        and last - start < 3
        and words[last + 1].glued
        and not words[last].owner
        and (words[last + 1].capital or _is_particle(words, last + 1))
    ):
        last += 1
    return last


def _is_particle(words: Sequence[Word], at: int) -> bool:
    """Tell whether a small word joins a name: "van der Berg", "de la Cruz", "bin Salman"."""
    joins = {"van", "der", "de", "la", "bin", "al", "von", "del", "da", "dos", "abu", "ibn"}
    if words[at].lower not in joins or at + 1 == len(words) or not words[at + 1].glued:
        return False
    return words[at + 1].capital or _is_particle(words, at + 1)


def _is_person(line: _Line, first: int, last: int) -> bool:
    """Tell whether a run is a person by a first name, an age that follows, or the model."""
    words = line.words
    if any(_is_thing(w) for w in words[first : last + 1]):
        return False
    if _AGE_AFTER.match(line.sentence.text, words[last].end) and not _is_known(line, first, last):
        return True
    if words[first].lower in lists().given and words[first].lower not in lists().plain:
        return not _is_known(line, first, last)
    labels = {w.ent for w in words[first : last + 1]}
    towns = any(first <= s.first <= s.last <= last and standing(s.found) >= 2 for s in line.spots)
    return labels == {"PERSON"} and not towns and not _is_known(line, first, last)


def _is_thing(word: Word) -> bool:
    table = lists()
    groups = ("body", "street", "region", "month", "title")
    return any(table.has(group, word.lower) for group in groups)


def _is_known(line: _Line, first: int, last: int) -> bool:
    """Tell whether the gazetteer holds the whole run, or its start as a town after "in"."""
    lead = line.words[first - 1].lower if first and line.words[first].glued else ""
    located = lead in {"in", "near", "outside", "around"}
    return any(s.first == first and (s.last >= last or located) for s in line.spots)


def _unknown_places(line: _Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield "the village of Zarka" and the like: places that the gazetteer does not hold."""
    words, taken = line.words, set(held)
    persons = {i for a, b in line.persons for i in range(a, b + 1)}
    for at in range(2, len(words)):
        word = words[at]
        if not word.capital or not word.glued or at in taken or at in persons:
            continue
        if words[at - 1].lower == "of" and lists().has("settled", words[at - 2].lower):
            last = _run_end(words, at)
            if not taken.intersection(range(at, last + 1)):
                taken.update(range(at, last + 1))
                yield _name(line, at, last, "place")


def _quarters(line: _Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield "the Gresham neighborhood" where the name alone was not taken for a place."""
    words, taken = line.words, set(held)
    for first, last in _runs(words):
        after = last + 1
        if after == len(words) or not words[after].glued or words[last].owner:
            continue
        start = _without_article(words, first)
        free = not taken.intersection(range(start, after + 1)) and start <= last
        if free and lists().has("quarter", words[after].lower) and not _sided(words, start):
            yield _name(line, start, after, "way")


def _ways(line: _Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield streets, rivers and parks by their last word: "Kestrel Lane", "Mill Creek"."""
    words, taken = line.words, set(held)
    persons = {i for a, b in line.persons for i in range(a, b + 1)}
    if line.shouted:
        return
    for first, last in _runs(words):
        heads = [i for i in range(first + 1, last + 1) if lists().has("way", words[i].lower)]
        if not heads or not words[heads[-1]].glued:
            continue
        start = _without_article(words, first)
        inside = set(range(start, heads[-1] + 1))
        if start < heads[-1] and not inside & persons and heads[-1] not in taken:
            yield _name(line, start, heads[-1], "way")


def _name(line: _Line, first: int, last: int, kind: str) -> NamePhrase:
    start, end = line.words[first].start, line.words[last].end
    name = " ".join(line.sentence.text[start:end].split())
    span = _span(line.sentence, start, end)
    if kind in {"place", "way"}:
        return NamePhrase(
            span=span, kind="place", name=name,
            relation=_relation(line.sentence.text, start),
            scale="way" if kind == "way" else "town",
        )  # fmt: skip
    return NamePhrase(span=span, kind="person" if kind == "person" else "organization", name=name)


def _span(sentence: Sentence, start: int, end: int) -> Span:
    at = sentence.span.start
    return Span(start=at + start, end=at + end, part=sentence.part)
