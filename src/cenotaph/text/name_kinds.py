"""The words of one sentence -> its organizations and persons, by their words and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.text.english import is_english
from cenotaph.text.name_words import PUT_IN, Word, is_acronym, lists
from cenotaph.text.party_words import country_named
from cenotaph.text.placing import Known
from cenotaph.text.reading import Sentence
from cenotaph.text.spots import Spot, standing

_CALLED = re.compile(r"\s[\"“‘'(][A-Z][\w.’'-]{0,14}(?: [A-Z][\w.]{0,12})?[\"”’')]\s(?=[A-Z])")
_AGE_AFTER = re.compile(
    r",\s(?:who was\s)?(?:aged\s)?\d{1,3}\b(?![,.]?\d)(?!\s(?:miles|km|kilomet))"
)
_OF = frozenset({"of", "for", "and", "the"})
_IN = frozenset({"in", "near"})
AREAS = frozenset({"area", "zone"})
_SETTLED_IN = frozenset({"refugee", "displacement", "residential", "industrial"})
_LEADS = PUT_IN | {"a", "an", "the"}
_TOWN = 1.5  # the standing of a town that is surely known by its bare name
# "Abu Zarka", "Deir Zarka": what many names of villages open with.
_OPENERS = frozenset(
    {"abu", "ain", "al", "el", "beit", "bir", "deir", "kfar", "kafr", "tell", "umm", "wadi"}
)
_AIMED = frozenset({
    "fire", "fired", "firing", "shot", "shots", "shooting", "aimed", "aiming", "pointed", "looked",
    "looking", "yelled", "shouted", "screamed", "threw", "thrown", "swung", "laughed", "angry",
})  # fmt: skip

_GOING_ON = frozenset({
    "on", "and", "to", "after", "when", "by", "in", "as", "last", "during", "before", "with",
    "early", "late", "at", "who", "where", "while", "that", "which", "was", "were", "has", "had",
    "is", "are", "have", "will", "whose", "from", "for", "or", "but", "because", "since", "until",
    "overnight", "yesterday", "today", "tonight", "this", "around", "near", "said", "killed",
    "killing", "left", "leaving",
})  # fmt: skip


class Line(msgspec.Struct):
    """One sentence at work."""

    sentence: Sentence
    words: list[Word]
    spots: list[Spot]
    shouted: bool
    bodies: list[tuple[int, int]] = msgspec.field(default_factory=list)
    persons: list[tuple[int, int]] = msgspec.field(default_factory=list)
    built: frozenset[int] = frozenset()  # surnames that are words for a building
    labeled: bool = False  # one of several that open with a name and a colon


def bodies(line: Line) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalized words that an organization's word ends or opens, and acronyms."""
    words = line.words
    if line.shouted:
        return
    for first, last in runs(words):
        inside = (i for i in range(first, last + 1) if i not in line.built)
        heads = [i for i in inside if lists().has("body", words[i].lower)]
        start = without_article(words, first)
        if heads:
            start = _behind_person(words, start, heads[0])
        if heads and last > start:
            yield start, last if _opens(words, heads[0]) else heads[-1]
        else:
            yield from ((i, i) for i in range(first, last + 1) if _is_body(words[i]))


def runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
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


def without_article(words: Sequence[Word], first: int) -> int:
    """Return where a run starts without "The" or a sentence's first "In"."""
    lower = words[first].lower
    opens = first == 0 and lists().has("where", lower)
    return first + 1 if lower in {"the", "a", "an"} or opens else first


def _behind_person(words: Sequence[Word], start: int, head: int) -> int:
    """Return where a body's name starts behind its speaker's: "Ana Prado of the Andes Monitor"."""
    named = start + 1 < head and words[start + 1].capital and words[start].lower in lists().given
    for i in range(start + 2, head) if named else ():
        if words[i].lower in {"of", "for", "from"}:
            return without_article(words, i + 1)
    return start


def _is_body(word: Word) -> bool:
    """Tell whether a single word is an organization: an acronym, or the model says so."""
    if word.lower in lists().plain or lists().has("month", word.lower):
        return False
    known = lists().groups["no_body"]
    return is_acronym(word) and "." not in word.text and word.lower not in known


def read_people(line: Line, known: Known) -> None:
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


def _persons(line: Line) -> Iterator[tuple[int, int]]:
    """Yield runs of two to four capitalized words that a title, first name or age marks."""
    words = line.words
    if line.shouted:
        return
    for start in range(len(words)):
        if start + 1 in line.built:
            yield start, start + 1  # "Peter Park"
            continue
        if not words[start].capital or (start == 0 and lists().has("where", words[0].lower)):
            continue  # "In Bula Iftin"
        last = run_end(words, start)
        if _is_titled(words, start, last) or (last > start and _is_person(line, start, last)):
            yield start, _over_nickname(line, last)


def _over_nickname(line: Line, last: int) -> int:
    """Return the last word of a name that goes on behind a nickname: "John “Jack” Prado"."""
    words, text = line.words, line.sentence.text
    called = _CALLED.match(text, words[last].end)
    if called is None:
        return last
    behind = next((i for i in range(last + 1, len(words)) if words[i].start == called.end()), None)
    return last if behind is None or not words[behind].capital else run_end(words, behind)


def _is_titled(words: Sequence[Word], start: int, last: int) -> bool:
    """Tell whether a title leads the run: "Sgt. Cole"; in lower case it wants two names."""
    if start == 0 or not words[start].glued:
        return False
    title, table = words[start - 1], lists()
    led = table.has("title", title.lower) and (title.capital or last > start)
    return led and not any(_is_thing(w) for w in words[start : last + 1])


def run_end(words: Sequence[Word], start: int) -> int:
    """Return the last of at most four words that can make one name with the first."""
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


def over_particle(words: Sequence[Word], start: int) -> int:
    """Return where a name opens that goes on behind a particle: "Bab al" of "Bab al Zarka"."""
    inside = 1 < start < len(words) and words[start].glued
    before = words[start - 2 : start] if inside else []
    joined = len(before) > 1 and before[1].lower in {"al", "el"} and before[1].glued
    return start - 2 if joined and before[0].capital and not before[0].owner else start


def _is_person(line: Line, first: int, last: int) -> bool:
    """Tell whether a run is a person by a first name, an age that follows, or the model."""
    words = line.words
    if any(_is_thing(w) for w in words[first : last + 1]) or _is_put_in(words, first, last):
        return False
    if _is_named_after(words, last):
        return False
    if _AGE_AFTER.match(line.sentence.text, words[last].end) and not _is_known(line, first, last):
        return True
    if words[first].lower in lists().given and words[first].lower not in lists().plain:
        return not _is_known(line, first, last)
    labels = {w.ent for w in words[first : last + 1]}
    towns = any(first <= s.first <= s.last <= last and standing(s.found) >= 2 for s in line.spots)
    return labels == {"PERSON"} and not towns and not _is_known(line, first, last)


def _is_named_after(words: Sequence[Word], last: int) -> bool:
    """Tell whether something is called by a person's name: "the Ana Ruiz airport".

    So "the Al Zarka area" and "the Al Zarka refugee camp" are nobody.
    """
    settled = words[last + 1 : last + 2] and words[last + 1].lower in _SETTLED_IN
    following = words[last + 2 : last + 3] if settled else words[last + 1 : last + 2]
    groups = ("ground", "quarter")
    return not words[last].owner and any(
        w.glued and (w.lower in AREAS or any(lists().has(g, w.lower) for g in groups))
        for w in following
    )


def _goes_before(words: Sequence[Word], first: int) -> bool:
    """Tell whether a name goes on to the left: "Ana Ruiz Cordova"."""
    if first < 2 or not words[first].glued or not words[first - 1].capital:
        return False
    before = words[first - 1]
    return before.lower in lists().given | lists().surnames and not before.owner


def is_strange(named: Sequence[Word]) -> bool:
    """Tell whether no word is English or a person's: "Bula Iftin"."""
    known = lists().given | lists().surnames
    telling = [w for w in named if w.lower not in _OPENERS] or named
    return all(
        w.lower not in known and not is_english(w.lower) and len(w.text) > 2 and not is_loud(w)
        for w in telling
    )


def is_loud(word: Word) -> bool:
    """Tell whether a word is all in capitals: "MINUSCA"."""
    return word.text.isupper()


def is_aimed_at(words: Sequence[Word], at: int) -> bool:
    """Tell whether "at" says whom: "fired at Abu Zarka", not "killed at Abu Zarka"."""
    return at > 1 and words[at - 1].lower == "at" and words[at - 2].lower in _AIMED


def _is_put_in(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether something lies in a strange name: "in Bula Iftin", "the village of Abu Tarsk".

    People are in nobody; the small model calls villages abroad persons.
    """
    if first == 0 or not words[first].glued:
        return False
    lead = words[first - 1].lower
    if lead == "of":
        return first > 1 and is_settlement(words[first - 2])
    if last - first > 1:
        return False
    led = lead in _IN or (lead == "at" and not is_aimed_at(words, first))
    return led and not words[last].owner and is_strange(words[first : last + 1])


def is_settlement(word: Word) -> bool:
    """Tell whether a word is for where people live: "village", and "the villages of X and Y"."""
    return any(lists().has("settled", w) for w in (word.lower, word.lower.removesuffix("s")))


def _is_thing(word: Word) -> bool:
    table = lists()
    groups = ("body", "street", "region", "month", "title")
    return any(table.has(group, word.lower) for group in groups)


def _is_known(line: Line, first: int, last: int) -> bool:
    """Tell whether the gazetteer holds the whole run, or its start as a town after "in"."""
    lead = line.words[first - 1].lower if first and line.words[first].glued else ""
    located = lead in {"in", "near", "outside", "around"}
    return any(s.first == first and (s.last >= last or located) for s in line.spots)


def is_no_place(word: Word) -> bool:
    """Tell whether a word is a month's, a body's or a street's."""
    table = lists()
    return any(table.has(g, word.lower) for g in ("month", "body", "way", "title", "no_place"))


def is_of_people(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a village is a people's: "Ukrainian village", "a nearby Fur village"."""
    if any(is_no_place(w) for w in words[first : last + 1]):
        return True
    article = {w.lower for w in words[max(0, first - 2) : first]} & {"a", "an"}
    return bool(article) or country_named([w.text for w in words[first : last + 1]]) is not None


def is_cut(line: Line, spot: Spot) -> bool:
    """Tell whether a known name opens a longer one: "the village of Pa Zi Lay" is not Pa."""
    words = line.words
    if spot.name == "Saudi" and _goes_with_noun(words, spot.last):
        return True  # the one people that a country is called by as well
    last = run_end(words, spot.first)
    rest = words[spot.last + 1 : last + 1]
    if _opens_strange(words, spot, rest) or _ends_longer(words, spot, line.spots):
        return True
    if rest and not rest[0].capital:
        return True  # "Savana de Torres" is no Savana
    if _is_named_after(words, last) and _goes_before(words, spot.first):
        return True  # "the Ana Ruiz Cordova airport"
    of = spot.first > 1 and words[spot.first - 1].lower == "of"
    called = _is_called(words, last, known=standing(spot.found) >= _TOWN)
    if not called and not (of and is_settlement(words[spot.first - 2])):
        return False
    given = () if called else lists().given  # "near Mo So village"
    return bool(rest) and not any(is_no_place(w) or w.lower in given for w in rest)


def _goes_with_noun(words: Sequence[Word], last: int) -> bool:
    """Tell whether a plain word but a link follows: "Saudi warplanes", not "Saudi and"."""
    following = next((w for w in words[last + 1 : last + 2] if w.glued and not w.capital), None)
    return following is not None and following.lower not in PUT_IN | {"and", "or", "said", "has"}


def _is_called(words: Sequence[Word], last: int, *, known: bool) -> bool:
    """Tell whether the word behind a run says what it is: "Mo So village", "Bel Soley slum"."""
    called = next((w.lower for w in words[last + 1 : last + 2] if w.glued and not w.capital), "")
    return called in {"village", "hamlet"} or (not known and lists().has("quarter", called))


def _opens_strange(words: Sequence[Word], spot: Spot, rest: Sequence[Word]) -> bool:
    """Tell whether a hamlet's name opens a longer one: "in Bir Basha" is not Bir."""
    led = spot.first > 0 and words[spot.first].glued and words[spot.first - 1].lower in PUT_IN
    known = standing(spot.found) >= _TOWN and words[spot.first].lower not in _OPENERS
    if not led or not rest or known:
        return False
    return is_strange(rest) and not any(is_no_place(w) for w in rest)


def _ends_longer(words: Sequence[Word], spot: Spot, spots: Sequence[Spot]) -> bool:
    """Tell whether an ordinary word closes a longer name: "in Falcon Hills" is not Hills."""
    first = spot.first
    if first != spot.last or first < 2:
        return False
    named, led = words[first - 1], words[first - 2]
    if not (words[first].glued and named.glued and named.capital) or named.owner:
        return False
    if words[first].lower not in lists().plain:  # "a Tecun Uman hotel"
        known = any(s.first <= first - 1 <= s.last for s in spots) or country_named([named.text])
        return led.lower in _LEADS and not known and is_strange([named])
    apart = any(lists().has(g, named.lower) for g in ("title", "body", "side", "settled", "region"))
    return led.lower in PUT_IN and not apart


def is_shouted_place(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether the model takes a whole name for a place's, in capitals, where words are few."""
    return all(w.ent in {"GPE", "LOC"} and not is_no_place(w) for w in words[first : last + 1])


def is_called_place(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether the model too takes for a place what stands behind "in": "in Zarka"."""
    named, following = words[first : last + 1], words[last + 1 : last + 2]
    named = [w for w in named if w.capital]  # "in Prados de Luz", "in Santa Tirian Pinula"
    joined = len(named) < last - first + 1 and named[0].lower not in lists().given
    many = 2 + (joined or lists().has("opens", named[0].lower))
    if len(named) > many or words[last].owner:
        return False
    if any(w.glued and not w.capital and w.lower not in _GOING_ON for w in following):
        return False  # "in Zarka department store"
    if joined:
        return not any(w.text.isupper() or is_no_place(w) for w in named)
    known = lists().plain | lists().given | lists().surnames
    named = named[many - 2 :]  # "Santa"
    if any(w.lower in known or w.text.isupper() or is_no_place(w) for w in named):
        return False
    return all(w.ent == "GPE" for w in named) or is_strange(named)
