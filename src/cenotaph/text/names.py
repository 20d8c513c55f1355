"""Sentences -> names of places, organizations and persons, in reading order.

The gazetteer is asked before the small model. A place inside an organization's name ("Kharkiv
police department") is a name of its own: it says where, but is no place where something happened.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Literal

from cenotaph.model import Gazetteer, Span
from cenotaph.model.eponyms import movements
from cenotaph.text.entries import names_place
from cenotaph.text.fields import is_for_place
from cenotaph.text.name_built import built, pairs_in
from cenotaph.text.name_holders import held_places, opens_bracketed
from cenotaph.text.name_kinds import (
    AREAS,
    Line,
    bodies,
    is_called_place,
    is_cut,
    is_of_people,
    is_shouted_place,
    is_strange,
    over_particle,
    read_people,
    run_end,
    runs,
    without_article,
)
from cenotaph.text.name_leads import is_led_to, is_of_settled, is_settled
from cenotaph.text.name_rows import in_rows
from cenotaph.text.name_words import PUT_IN, Word, is_shouted, lists, words_of
from cenotaph.text.placing import ENOUGH, Known, points
from cenotaph.text.reading import NamePhrase, Sentence
from cenotaph.text.sentences import SIGNS
from cenotaph.text.spots import Spot, scale, spots, standing

# "12 km south of", "on the outskirts of": what stands between the name and where it happened.
_RELATION = re.compile(
    r"(?:(?:about|some|roughly|around|nearly|over|less than|more than)\s+)?"
    r"(?:[\d.,]+|a few|several|\w+)?\s*(?:\([^)]*\)\s*)?"
    r"(?:(?:km|kilomet(?:er|re)s?|miles?|mi)\s*(?:\([^)]*\)\s*)?"
    r"(?:(?:to the\s+)?(?P<side>(?:north|south|east|west)(?:[- ]?(?:east|west))?)(?:ern)?\s+of|"
    r"(?:away\s+)?from|outside(?:\s+of)?|off))\s+(?:the\s+(?:\w+\s+)?(?:city|town|village)\s+of\s+)?$"
    r"|(?:(?:just\s+)?(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of"
    r"|(?:on|in|at|to)\s+the\s+(?:\w+\s+)?(?:outskirts|edge|suburbs|outside)\s+of"
    r"|(?:just\s+)?outside(?:\s+of)?|near(?:by)?|close\s+to|not\s+far\s+from"
    r"|off(?:\s+the\s+(?:[\w-]+\s+)?(?:coast|shores?)\s+of)?)\s+"
    r"(?:the\s+(?:[\w-]+\s+)*(?:city|town|village|settlement|port|capital)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_RELATION_REACH = 70
# "Tarsk: two people killed", one of several such lines; who speaks is followed by a sentence
_LABELED = re.compile(r"\s*(?:[-•*–·]\s*)?[A-Z][\w'’-]+(?: [\w'’-]+){0,3}: (?=[a-z\d])")
_LED = re.compile(r"In [A-Z][\w’'-]+(?: [\w’'-]+){0,3}, ")
_LISTED = 2  # lines
_REFUSED = -9.0  # points of what is never a place
_CITY = 2.0  # the standing of 100,000 people
_PART_OF = re.compile(
    r"[A-Z][\w'’-]* (?:refugee |IDP )?(?:area|zone|neighbou?rhood|district|camp|quarter"
    r"|suburb|locality|sector), \Z"
)
_AIRPORTS = frozenset({"airport", "airfield"})


def find_names(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> tuple[NamePhrase, ...]:
    """Return the names of a document's sentences; they need not be parsed.

    A person's name is as said here; `people.unify` makes one person's names one.
    """
    lines = list(_lines(sentences, gazetteer))
    known = Known()
    for line in lines:
        read_people(line, known)
    weighed = [(line, _places(line, known)) for line in lines]
    sure = {s.name.lower() for _, spots in weighed for s, total in spots if total >= ENOUGH + 2}
    named = {s.name.lower() for _, spots in weighed for s, total in spots if total >= ENOUGH}
    found: list[NamePhrase] = []
    for line, scored in weighed:
        again = [(s, total + _again(s.name.lower(), sure, named)) for s, total in scored]
        held = [spot for spot, total in _listed(again, line) if total >= ENOUGH]
        found.extend(sorted(_phrases(line, held), key=lambda n: (n.span.start, -n.span.end)))
    return tuple(found)


def _again(name: str, sure: Container[str], named: Container[str]) -> float:
    """Return what a name gains from being a place elsewhere in the document."""
    return 2.0 if name in sure else 1.0 if name in named else 0.0


def _lines(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Iterator[Line]:
    of = [(s, words_of(s)) for s in sentences]
    known = built([(s.text, words) for s, words in of])
    labels = [s.number for s in sentences if s.part == "text" and _LABELED.match(s.text)]
    others = sum(_LED.match(s.text) is not None for s in sentences)
    for sentence, words in of:
        line = Line(sentence, words, spots(words, gazetteer, sentence.text), is_shouted(words))
        line.labeled = len(labels) + others >= _LISTED and sentence.number in labels
        line.built = frozenset(pairs_in(words, known))
        _part_movements(line)
        yield line


def _part_movements(line: Line) -> None:
    """Make organizations of armed movements, which towns and persons may be called too.

    "Hamas" is a spelling of a town in Germany, "Boko Haram" looks like a person; of "Hamas-run"
    neither is left.
    """
    armed: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in movements(line.sentence.text):
        found = [i for i, w in enumerate(line.words) if start <= w.start < end]
        taken.update(found)
        if found and line.words[found[-1]].end <= end:
            armed.append((found[0], found[-1]))
    line.spots = [s for s in line.spots if taken.isdisjoint(range(s.first, s.last + 1))]
    others = (b for b in bodies(line) if taken.isdisjoint(range(b[0], b[1] + 1)))
    line.bodies = sorted([*armed, *others])


def _places(line: Line, known: Known) -> list[tuple[Spot, float]]:
    """Return the spots with their points; a person's words are no place unless they are strong."""
    text = line.sentence.text
    scored = []
    for at, spot in enumerate(line.spots):
        taken = any(a <= spot.first and spot.last <= b for a, b in line.persons)
        total = points(at, line.spots, line.words, text, known)
        if _is_entered(line, spot) and total > _REFUSED:
            total, taken = max(total, ENOUGH + 2), False
        elif (line.labeled or not taken) and total > _REFUSED and _heads_post(line, spot):
            total, taken = max(total, ENOUGH), False
        elif (
            not taken
            and total > _REFUSED
            and _PART_OF.search(text, 0, line.words[spot.first].start)
        ):
            total = max(total, ENOUGH)  # "in the Zarka area, Tarsk"
        scored.append((spot, total - 4.0 if taken else total))
    return scored


def _is_entered(line: Line, spot: Spot) -> bool:
    """Tell whether a name stands where a form or a table has the place: "Location: Tarsk"."""
    sentence, start = line.sentence, line.words[spot.first].start
    if sentence.row is not None:
        place, start = sentence.row.place, start + sentence.span.start
        return place is not None and place[0] <= start < place[1]
    base, end = sentence.span.start, line.words[spot.last].end
    return is_for_place(sentence.text[:start]) or names_place(sentence, base + start, base + end)


def _heads_post(line: Line, spot: Spot) -> bool:
    """Tell whether a text opens with a name and nothing else: "Tarsk. As of 18:00, 15 dead.".

    So may each of several lines: "Tarsk: two people killed".
    """
    sentence, after = line.sentence, line.sentence.text[line.words[spot.last].end :]
    heads = line.labeled or (sentence.part == "text" and sentence.span.start <= SIGNS)
    opens = spot.first == 0 and heads
    plain = line.words[0].lower in lists().plain  # "Union: two dead"
    return opens and not plain and (after in {"", "."} or after.startswith(": "))


def _listed(scored: Sequence[tuple[Spot, float]], line: Line) -> Iterator[tuple[Spot, float]]:
    """Yield the spots again, those beside a sure place in a list with more points."""
    for at, (spot, total) in enumerate(scored):
        yield spot, total + 1.5 * _in_list(at, scored, line)


def _in_list(at: int, scored: Sequence[tuple[Spot, float]], line: Line) -> bool:
    """Tell whether a neighbor in "Tampa, Orlando and Ocala" is surely a place."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(scored) and scored[other][1] >= ENOUGH + 1:
            one, two = sorted((scored[at][0], scored[other][0]), key=lambda s: s.first)
            between = line.sentence.text[line.words[one.last].end : line.words[two.first].start]
            if between.strip() in {",", "and", ", and", "or", "-", "–", "to"}:
                return True
    return False


def _phrases(line: Line, places: Sequence[Spot]) -> Iterator[NamePhrase]:
    places = [s for s in places if not is_cut(line, s) and not opens_bracketed(line, s)]
    held = {i for spot in places for i in range(spot.first, spot.last + 1)}
    for spot in places:
        yield _place(line, spot)
    for first, last in line.bodies:
        if first < last or first not in held:
            yield _name(line, first, last, "organization")
    for first, last in line.persons:
        if not held.intersection(range(first, last + 1)):
            yield _name(line, first, last, "person")
    in_regions = tuple(_name(line, *ends, "place") for ends in held_places(line, places))
    spans = {name.span for name in in_regions}
    known = [*in_regions, *(n for n in _unknown_places(line, held) if n.span not in spans)]
    for found in (_quarters(line, held), _guessed_places(line, held)):
        known += [n for n in found if not any(n.span.meets(k.span) for k in known)]
    rowed = [_name(line, *ends, "place") for ends in in_rows(line, places, [n.span for n in known])]
    known += [n for n in rowed if not any(n.span.meets(k.span) for k in known)]
    yield from known
    yield from _ways(line, held)


def _place(line: Line, spot: Spot) -> NamePhrase:
    """Return the phrase of a place, with "region" or "province" when it says what is meant."""
    words, last = line.words, spot.last
    size: Literal["country", "region", "town", "way"] = scale(spot)
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.glued and not words[last].owner:
        quarter = lists().has("quarter", following.lower) and size != "country"
        if quarter and not _is_of_town(line, spot):  # "a Ukrainian village" is no name
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


def _is_of_town(line: Line, spot: Spot) -> bool:
    """Tell whether a neighborhood is one of the town named: "Army bombs Dover neighborhood"."""
    before = line.words[spot.first - 1].lower if spot.first > 0 else ""
    headline = line.sentence.part == "title" and before not in {"the", "in"}
    return _of_it(line.words, spot.first) or (headline and standing(spot.found) >= _CITY)


def _of_it(words: Sequence[Word], first: int) -> bool:
    """Tell whether "north" or "a" stands before: a Dover neighborhood is one of Dover's."""
    before = words[first - 1].lower if first > 0 else ""
    return before in {"a", "an"} or lists().has("side", before)


def _is_region_word(word: Word) -> bool:
    """Tell whether "region" or "province" follows; capitalized, the gazetteer would have it."""
    idle = {"state", "republic", "department"}
    return not word.capital and lists().has("region", word.lower) and word.lower not in idle


def _relation(text: str, start: int) -> str | None:
    """Return "12 km south of" where such words stand before a name."""
    before = text[max(0, start - _RELATION_REACH) : start]
    match = _RELATION.search(before)
    return " ".join(match.group().split()) if match else None


def _unknown_places(line: Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield "the village of Zarka" and the like: places that the gazetteer does not hold."""
    words, taken = line.words, set(held)
    taken |= {i for a, b in line.bodies if a == b for i in range(a, b + 1)}  # "a UN camp"
    persons = {i for a, b in line.persons for i in range(a, b + 1)}
    listed = -1  # the last word of the place before
    for at in range(2, len(words)):
        word = words[at]
        if not word.capital or not word.glued:
            continue
        last = run_end(words, at)
        if at in taken:
            listed = last if is_of_settled(words, at, listed) else listed
            continue
        named = not line.shouted and is_settled(words, at, last)
        if at in persons and not named:
            continue
        if (is_of_settled(words, at, listed) or named) and taken.isdisjoint(range(at, last + 1)):
            taken.update(range(at, last + 1))
            listed = last
            yield _name(line, at, last, "place")


def _quarters(line: Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield "the Gresham neighborhood" where the name alone was not taken for a place."""
    words, taken = line.words, set(held)
    for first, last in runs(words):
        start, after = over_particle(words, without_article(words, first)), last + 1
        if last > start and lists().has("parts", words[start].lower):  # "Colonia Reyes"
            if taken.isdisjoint(range(start, after)):
                yield _name(line, start, last, "way")
            continue
        if after == len(words) or not words[after].glued or words[last].owner:
            continue
        free = not taken.intersection(range(start, after + 1)) and start <= last
        if free and not _of_it(words, start):
            yield from _called(line, start, last)


def _called(line: Line, start: int, last: int) -> Iterator[NamePhrase]:
    """Yield a name by what the word behind it says that it is: "Gresham neighborhood"."""
    words, after = line.words, last + 1
    if lists().has("quarter", words[after].lower) or _is_airport(words, start, after):
        yield _name(line, start, after, "way")
    elif _is_area(words, start, after):
        yield _name(line, start, last, "place")
    elif (
        lists().has("tract", words[after].lower)
        and not is_of_people(words, start, last)
        and [w.lower for w in words[after + 1 : after + 2]] != ["of"]  # "the X village of Y"
    ):
        yield _name(line, start, after, "place")


def _is_airport(words: Sequence[Word], start: int, after: int) -> bool:
    """Tell whether an airport is called by several words: "the Ana Ruiz airport"."""
    many = after - start > 1 and words[start - 1].lower == "the"
    return many and not words[after].capital and words[after].lower in _AIRPORTS


def _is_area(words: Sequence[Word], start: int, after: int) -> bool:
    """Tell whether something is in an area called by strange words: "in the Tupa-Jau area"."""
    lead = [w.lower for w in words[max(0, start - 2) : start]]
    led = len(lead) == 2 and lead[0] in PUT_IN and lead[1] == "the"
    return led and words[after].lower in AREAS and is_strange(words[start:after])


def _guessed_places(line: Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield "Zarka" of "near Zarka": the small model takes it for a place's, or none knows it."""
    words, taken = line.words, set(held)
    taken |= {i for a, b in line.persons for i in range(a, b + 1)}
    taken |= {i for a, b in line.bodies for i in range(a, b + 1)}
    for at in range(1, len(words)):
        if not words[at].capital or at in taken or not is_led_to(line, at):
            continue
        last = run_end(words, at)
        is_called = is_shouted_place if line.shouted else is_called_place
        if line.sentence.part == "title" and not is_strange(words[at : last + 1]):
            continue
        if taken.isdisjoint(range(at, last + 1)) and is_called(words, at, last):
            yield _name(line, at, last, "place")


def _ways(line: Line, held: Iterable[int]) -> Iterator[NamePhrase]:
    """Yield streets, rivers and parks by their last word: "Kestrel Lane", "Mill Creek"."""
    words, taken = line.words, set(held)
    persons = {i for a, b in line.persons for i in range(a, b + 1)}
    if line.shouted:
        return
    for first, last in runs(words):
        heads = [i for i in range(first + 1, last + 1) if lists().has("way", words[i].lower)]
        if not heads or not words[heads[-1]].glued:
            continue
        start = without_article(words, first)
        inside = set(range(start, heads[-1] + 1))
        if start < heads[-1] and not inside & persons and heads[-1] not in taken:
            yield _name(line, start, heads[-1], "way")


def _name(line: Line, first: int, last: int, kind: str) -> NamePhrase:
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
