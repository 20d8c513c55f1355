"""Words that a gazetteer knows -> how likely they are a place here, in points that add up.

The small model is asked last: it calls towns organizations and products. Points are set by hand
from what each cue says in ordinary news; nothing is fitted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from cenotaph.text.areas import areas
from cenotaph.text.name_words import Word, is_acronym, lists
from cenotaph.text.spots import STRETCHES, Spot, lies_in, standing

ENOUGH: Final = 2.0
_STRONG = frozenset({"in", "near", "outside", "around", "inside", "throughout", "across", "toward"})
_AGENCY = re.compile(r"(?:,[^()\n]{0,40})?\s*(?:\([A-Z][\w /.-]{1,20}\)|[-–—|]{1,2}|_)\s")
_TOPIC = re.compile(r": (?:[a-z]|\d+ [a-z])")  # "Tarsk: three killed by shells"
_AFLOAT = frozenset({
    "sank", "sunk", "sinking", "sinks", "capsized", "capsizes", "capsizing", "overturned",
    "drowned", "drown", "boat", "ship", "vessel", "ferry", "dinghy", "trawler", "tanker",
    "shipwreck", "wrecked", "waters",
})  # fmt: skip
_AFLOAT_REACH = 6  # words
_DOER = 8  # words that tell who attacked, "by" among them
_CITY: Final = 2.0  # the standing of 100,000 people
_CAPITAL: Final = 2.0  # what a capital says of an ordinary word behind "in"
_SMALL_BEFORE = {"the": -0.5, "a": -0.5, "an": -0.5}
_GROUPS_AFTER = (
    ("force", -2.0), ("body", 2.5), ("region", 2.5), ("towns_own", 2.0), ("said", -1.0),
)  # fmt: skip
_SHORTENED = frozenset({"US", "CA", "AU"})  # gazetteer_regions.tsv
_SETTLED = frozenset({"camp", "village", "town", "refugee"})
_LAW = frozenset({"police", "sheriff", "sheriffs", "jury", "jurors"})
_WHO = re.compile(r",? who(?:m|se)?\b")
_SIDE_NEXT = re.compile(
    r"['’]s? (?:[\w-]+ )?(?:side|outskirts|suburbs|downtown|center|centre|waterfront|old town)\b"
)
_STRETCH = re.compile(rf"-[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?i:{'|'.join(sorted(STRETCHES))})\b")
_ARTICLED = re.compile(r"(?:al|el|ad|ar|as|ash|at|an|ed|er|es|en|ez|az)-[A-Z]")
_STREETS = re.compile(  # "between San Diego and Arturo Prat streets"
    r" (?i:and) (?:[A-Z][\w’'.-]+ ){1,3}(?i:streets|avenues|roads|boulevards)\b"
)
_OLD = re.compile(r"\b\d{1,3}, $")  # "Ida Cole, 25, of Dover"


class Known(msgspec.Struct):
    """What the document has told so far: the surnames of its people."""

    surnames: set[str] = msgspec.field(default_factory=set)


def points(at: int, line: Sequence[Spot], words: Sequence[Word], text: str, known: Known) -> float:
    """Return how much speaks for a place in the spot of that number: ENOUGH, and it is one."""
    spot = line[at]
    if _refused(spot, words, text):
        return -9.0
    if spot.name.lower() in areas():
        return ENOUGH + 1
    total = standing(spot.found) + (paired := _paired(at, line, words, text))
    if spot.last > spot.first:
        total += _several(spot, words)
    elif not paired:
        total += _wordlike(spot, words)
        total += _CAPITAL if _is_put_in(spot, words) else 0.0
    total += _before(spot, words, text) + _after(spot, words, text) + _people(spot, words, known)
    label = words[spot.first].ent
    if label == "PERSON" and _is_at(spot, words):
        return total  # "at Tarsk": the small model calls towns abroad persons
    return total + {"GPE": 1.0, "LOC": 1.0, "FAC": 0.5, "PERSON": -1.0}.get(label, 0.0)


def _refused(spot: Spot, words: Sequence[Word], text: str) -> bool:
    """Tell what is never a place: months, "Mass" without a comma, streets, stray capitals."""
    first, last = words[spot.first], words[spot.last]
    single = spot.first == spot.last
    if single and (lists().has("month", first.lower) or len(first.text) < 2):
        return True
    if _is_idle(words[spot.first : spot.last + 1], spot):
        return True  # "The North West"
    if single and _is_postal(first, text):
        return not _after_comma(first, text)
    if single and lists().has("comma_only", first.lower) and text[last.end : last.end + 1] == ".":
        return not _after_comma(first, text)
    if _STREETS.match(text, last.end):
        return True
    following = words[spot.last + 1] if spot.last + 1 < len(words) else None
    return following is not None and _goes_on(spot, words, following)


def _goes_on(spot: Spot, words: Sequence[Word], following: Word) -> bool:
    """Tell whether a longer name goes on behind the words that a gazetteer knows."""
    if not following.glued or words[spot.last].owner:
        return False
    if _ARTICLED.match(following.text):
        return True  # "Bir al-Zarka" is no Bir
    if not following.capital:
        return False
    first = words[spot.first].lower
    opens = spot.first == spot.last and any(
        lists().has(group, first) for group in ("joint", "opens", "parts")
    )  # "La Palma", "San Basilio", "Colonia Reyes"
    return opens or lists().has("street", following.lower)


def _is_idle(named: Sequence[Word], spot: Spot) -> bool:
    """Tell whether no word makes a name: "The North West", "White House", but not "Chapel Hill"."""
    if not all(_is_empty(w) for w in named):
        return False
    nouns = all(lists().has("no_place", w.lower) and len(w.lower) > 3 for w in named)
    known = [p for p in spot.found if p.name.lower() == spot.name.lower()]
    return not (len(named) > 1 and nouns and standing(known) >= 1.5)


def _is_empty(word: Word) -> bool:
    """Tell whether a word makes no name by itself: "North", "The", "I'll"."""
    table = lists()
    return (
        table.has("side", word.lower)
        or table.has("no_place", word.lower)
        or word.lower.endswith(("’ll", "'ll", "’d", "'d", "’ve", "'ve", "’re", "'re", "n’t", "n't"))
    )


def _several(spot: Spot, words: Sequence[Word]) -> float:
    """Weigh a name of several words: "Harris County" speaks for itself, "Goose Creek" less."""
    named = words[spot.first : spot.last + 1]
    if named[0].lower in {"st", "saint"} and named[-1].owner and standing(spot.found) < 2.0:
        return -4.0  # "St. Luke's" is a hospital
    if lists().has("region", named[-1].lower):
        return 3.0
    return -0.5 if all(w.lower in lists().plain or _is_empty(w) for w in named) else 1.5


def _is_postal(word: Word, text: str) -> bool:
    """Tell whether a word is two bare capitals that might be a state: "IN", "OR", "TX"."""
    return (
        len(word.text) == 2
        and is_acronym(word)
        and word.text not in {"US", "UK", "UN", "EU"}
        and text[word.end : word.end + 1] != "."
    )


def _after_comma(word: Word, text: str) -> bool:
    return text[max(0, word.start - 2) : word.start].strip() == ","


def _wordlike(spot: Spot, words: Sequence[Word]) -> float:
    """Weigh a single word that is also an ordinary word, or opens the sentence."""
    word = words[spot.first]
    if lists().has("title", word.lower):
        return -5.0
    if word.lower in lists().plain:
        return -4.0 if spot.first == 0 else -3.0
    if is_acronym(word) and not _is_short_form(spot):
        named = any(p.name.lower() == word.lower for p in spot.found)  # a dateline is in capitals
        return -1.5 if named and spot.first == 0 else -4.5  # "KSLA" is a station
    return 0.0


def _is_put_in(spot: Spot, words: Sequence[Word]) -> bool:
    """Tell whether "in" or "east" stands before an ordinary word that is a city: "in Surrey"."""
    word = words[spot.first]
    if spot.first == 0 or not word.glued or word.lower not in lists().plain:
        return False
    lead = words[spot.first - 1].lower
    known = standing(spot.found) >= _CITY and not is_acronym(word)
    return known and (lead in _STRONG or lists().has("side", lead))


def _is_short_form(spot: Spot) -> bool:
    """Tell whether capitals may stand for a country or, in "TX" or "NSW", for a state."""
    return any(
        p.kind == "country" or (p.kind == "admin1" and p.country in _SHORTENED) for p in spot.found
    )


def _before(spot: Spot, words: Sequence[Word], text: str) -> float:
    """Weigh the word before: "in", "southern", a title, or a stranger's first name."""
    if spot.first == 0:
        return 0.0
    word = words[spot.first - 1]
    if not words[spot.first].glued:
        street = lists().has("street", word.lower) and word.capital
        return 2.0 if street and _after_comma(words[spot.first], text) else 0.0
    if (put := _put(spot, words, text)) > 0:
        return put
    if word.capital:
        return _named_before(word, opens=spot.first == 1)
    if (struck := _struck(spot, words)) > 0:
        return struck
    return _SMALL_BEFORE.get(word.lower, -1.5 if lists().has("said", word.lower) else 0.0)


def _is_at(spot: Spot, words: Sequence[Word]) -> bool:
    """Tell whether "at" or "in" stands before the name."""
    first = words[spot.first]
    lead = words[spot.first - 1].lower if spot.first and first.glued else ""
    return lead == "at" or lead in _STRONG or _is_at_sea(spot, words)


def _put(spot: Spot, words: Sequence[Word], text: str) -> float:
    """Weigh "in", "southern" or "between": words that say where something is."""
    word = words[spot.first - 1]
    if word.lower in _STRONG or lists().has("side", word.lower):
        return 2.5
    if lists().has("where", word.lower):
        return 2.5 if _OLD.search(text[max(0, word.start - 12) : word.start]) else 1.5
    if word.lower in {"a", "an"} and _is_described(spot, words):
        return 1.0  # "at an Amarillo truck stop"
    if word.lower == "off":
        return 2.5 if _is_at_sea(spot, words) else 1.5
    return 1.5 if word.lower == "and" and _is_between(spot, words) else 0.0


def _is_at_sea(spot: Spot, words: Sequence[Word]) -> bool:
    """Tell whether a ship is off a place: "sank off Calais"; not "took Monday off"."""
    before = [w.lower for w in words[max(0, spot.first - _AFLOAT_REACH) : spot.first]]
    return before[-1:] == ["off"] and not _AFLOAT.isdisjoint(before)


def _is_described(spot: Spot, words: Sequence[Word]) -> bool:
    """Tell whether a city tells which of something: "a Dortmund courtyard", "a Tarsk jury"."""
    following = words[spot.last + 1 : spot.last + 2]
    known = standing(spot.found) >= _CITY and words[spot.first].lower not in lists().plain
    return known and any(w.glued and not w.capital for w in following)


def _is_between(spot: Spot, words: Sequence[Word]) -> bool:
    """Tell whether a name closes "between Djibo and Kaya"."""
    return any(w.lower == "between" for w in words[max(0, spot.first - 5) : spot.first - 1])


def _struck(spot: Spot, words: Sequence[Word]) -> float:
    """Weigh that the name is what was struck: "shelled Ariha", "a rocket hit Ariha"."""
    word, table = words[spot.first - 1], lists()
    if table.has("shelled", word.lower):
        return 2.5
    if table.has("struck", word.lower):
        return 1.5
    return 2.0 if word.lower in {"on", "against"} and _is_assault(words, spot.first - 2) else 0.0


def _is_assault(words: Sequence[Word], at: int) -> bool:
    """Tell whether "attack" or "raids" stands at a word's number, with "on" or ", on" beside it."""
    beside = at >= 0 and (words[at + 1].glued or not words[at + 1].capital)
    if beside and lists().has("assault", words[at].lower):
        return True  # "an attack on Ariha", "an attack by armed men on Ariha"
    by = next((i for i in range(at, max(0, at - _DOER), -1) if words[i].lower == "by"), 0)
    return by > 0 and lists().has("assault", words[by - 1].lower)


def _named_before(word: Word, *, opens: bool) -> float:
    """Weigh a capitalized word before: a title or a first name speaks against a place."""
    if word.owner:
        return 1.0  # "Sudan's El Geneina"
    if lists().has("title", word.lower):
        return -6.0
    return 0.0 if opens or _is_head(word) else -3.0


def _is_head(word: Word) -> bool:
    """Tell whether a capitalized word before a place is no name: "City of", "Downtown"."""
    table = lists()
    return any(table.has(group, word.lower) for group in ("body", "settled", "side", "region"))


def _after(spot: Spot, words: Sequence[Word], text: str) -> float:
    """Weigh what follows: a dateline's dash, "police", a surname, "said"."""
    if spot.first == 0 and (opens := _opens(words[0], text, words[spot.last].end)) > 0:
        return opens
    if words[spot.last].text[len(spot.name) :].startswith("-") and spot.first == spot.last:
        return 2.5 if _STRETCH.match(text, words[spot.last].start + len(spot.name)) else 0.0
    if words[spot.last].owner:
        return 2.0 if _SIDE_NEXT.match(text, words[spot.last].end) else 0.5
    if _WHO.match(text, words[spot.last].end):
        return -3.0
    if spot.last + 1 == len(words) or not words[spot.last + 1].glued:
        return 0.0
    return _followed(spot, words[spot.last + 1], plain=words[spot.first].lower in lists().plain)


def _opens(first: Word, text: str, end: int) -> float:
    """Weigh a dateline's place, and one that a note opens with: "Tarsk: three killed"."""
    if _AGENCY.match(text, end):
        return 4.0
    return 2.0 if first.ent != "PERSON" and _TOPIC.match(text, end) else 0.0


def _followed(spot: Spot, following: Word, *, plain: bool) -> float:
    """Weigh the word at once after the name, which may be an ordinary word too."""
    if plain and following.lower in _LAW:
        return 3.5  # "Aurora police": dawn has none
    for group, weight in _GROUPS_AFTER:
        if lists().has(group, following.lower):
            return weight
    if following.lower in _SETTLED:
        return 2.0  # "the Zarka camp", "Zarka refugee camp"
    return _stranger(spot, following) if following.capital else 0.0


def _stranger(spot: Spot, following: Word) -> float:
    """Weigh a capitalized word after the name: it may be a surname, or a longer name's end."""
    if lists().has("side", following.lower) or lists().has("bench", following.lower):
        return 0.0  # "Dortmund Regional Court"
    return -0.5 if spot.last > spot.first or standing(spot.found) >= 3.0 else -1.5


def _paired(at: int, line: Sequence[Spot], words: Sequence[Word], text: str) -> float:
    """Weigh "Springfield, Ohio": a region after a comma that holds a place of the name before."""
    spot = line[at]
    if at + 1 < len(line) and _comma_between(spot, line[at + 1], words, text):
        return 4.5 if lies_in(spot.found, line[at + 1].found) else 0.0
    if at > 0 and _comma_between(line[at - 1], spot, words, text):
        return 4.5 if lies_in(line[at - 1].found, spot.found) else 0.0
    return 0.0


def _comma_between(one: Spot, other: Spot, words: Sequence[Word], text: str) -> bool:
    if other.first != one.last + 1:
        return False
    return text[words[one.last].end : words[other.first].start].strip() in {",", ".,", "("}


def _people(spot: Spot, words: Sequence[Word], known: Known) -> float:
    """Weigh that the word may be a person's name, unless other words say it is a place."""
    word = words[spot.first]
    if spot.last > spot.first:
        return 0.0
    lead = words[spot.first - 1].lower if spot.first and word.glued else ""
    located = lead in _STRONG or lists().has("side", lead) or _is_towns_own(spot, words)
    total = 0.0
    if word.lower in known.surnames:
        total -= 1.0 if located else 3.0
    if located or standing(spot.found) >= 3.0:
        return total
    return total - 1.5 * (word.lower in lists().surnames) - 1.0 * (word.lower in lists().given)


def _is_towns_own(spot: Spot, words: Sequence[Word]) -> bool:
    """Tell whether "police" or another word that a town has follows."""
    if spot.last + 1 == len(words) or words[spot.last].owner:
        return False
    following = words[spot.last + 1]
    return following.glued and lists().has("towns_own", following.lower)
