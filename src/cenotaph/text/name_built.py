"""Words of a sentence -> the persons in it whom only the words around show to be persons.

"Mark Hall" and "Peter Park" are men where the words around say so: "killed Peter Park", "Mark
Hall, 34, was shot". Without such words they stay what they look like: "shells hit Victoria Park".
So are two strange words that no list holds: "killed Amaku Tesso", "Amaku Tesso, a nurse, and".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cenotaph.text.english import is_english
from cenotaph.text.harm_words import triggers
from cenotaph.text.name_words import PUT_IN, Word, lists
from cenotaph.text.persons import person_words, singular

_AGED = re.compile(
    r"(?:,\s(?:who was\s)?(?:aged\s)?|\s\((?:aged\s)?|\saged\s)\d{1,3}\b"
    r"(?![,.]?\d)(?!\s(?:miles|km|kilomet))"
)
_TOLD = re.compile(r",\s(?:who(?:se)?\b|(?:an?|the)\s(?P<who>(?:[\w-]+\s){0,3}?[\w-]+))")
_WITH_KIN = re.compile(r"\s(?:and|with)\s(?:his|her)\b")
_SUFFERS = re.compile(r"\s(?:(?:was|is|had been|has been|being)\s)?(?:\w+ly\s)?(?P<verb>\w+)")
_CALLED = re.compile(r"\b(?:named|identified|called)\b[^,.;]{0,40}$")
# "Amaku Tesso, the head of the clinic", not "near Bula Iftin, the governor said"
_WHO = re.compile(
    r",\s(?:who(?:se)?\b|(?:(?:an?|the)\s)?(?P<who>(?:[\w-]+\s){0,3}?[\w-]+)"
    r"(?=[,.;)]|$|\s(?:of|for|in|at|from|with|who)\b))"
)
_PUTS = PUT_IN | frozenset({
    "of", "from", "to", "around", "off", "through", "between", "into", "toward", "towards", "on",
    "outside", "via", "called", "named",
})  # fmt: skip
_ONE_MORE = re.compile(r"(?:,? and|,) [A-Z][\w’'-]+ [A-Z]")
_THINGS = ("body", "street", "way", "region", "month", "title", "settled", "side", "no_place")
_PAIR, _SHORTEST = 2, 3
_OF_THINGS = frozenset({"hit", "slash", "graze", "annihilate", "liquidate"})  # "hit the church"


def built(sentences: Sequence[tuple[str, Sequence[Word]]]) -> frozenset[tuple[str, str]]:
    """Return given name and surname, lower case, of such persons in any of the sentences."""
    return frozenset(
        (words[i - 1].lower, words[i].lower)
        for text, words in sentences
        for i in _pairs(words)
        if _suffers(text, words, i) or _is_told_of(text, words, i)
    ) | frozenset(
        (words[i - 1].lower, words[i].lower)
        for text, words in sentences
        for i in _strange_pairs(words)
        if _is_shown(text, words, i)
    )


def pairs_in(words: Sequence[Word], known: frozenset[tuple[str, str]]) -> Iterator[int]:
    """Yield where the surnames of such persons stand."""
    pairs = (*_pairs(words), *_strange_pairs(words)) if known else ()
    return (i for i in pairs if (words[i - 1].lower, words[i].lower) in known)


def _pairs(words: Sequence[Word]) -> Iterator[int]:
    for i in range(1, len(words)):
        one, other = words[i - 1], words[i]
        called = other.lower in _surnames() and one.lower in lists().given and not one.owner
        written = one.capital and other.capital and other.glued
        if called and written and not _goes_on(words, i):
            yield i


def _strange_pairs(words: Sequence[Word]) -> Iterator[int]:
    """Yield where two words end that may be a person's name, and are in no list of names."""
    for i in range(1, len(words)):
        one, other = words[i - 1], words[i]
        written = one.capital and other.capital and other.glued
        written = written and not (one.owner or other.owner)
        alone = i < _PAIR or not (words[i - 2].capital and one.glued and not words[i - 2].owner)
        led = words[i - 2].lower if i >= _PAIR and one.glued else ""
        free = written and alone and led not in _PUTS
        if free and _are_strange(one, other) and not _goes_on(words, i):
            yield i


def _are_strange(one: Word, other: Word) -> bool:
    table = lists()
    plain = is_english(one.lower) and one.lower not in table.given
    small = min(len(one.text), len(other.text)) < _SHORTEST
    loud = one.text.isupper() or other.text.isupper()
    return not (plain or small or loud or any(
        table.has(g, w.lower) for g in _THINGS for w in (one, other)
    ))  # fmt: skip


def _is_shown(text: str, words: Sequence[Word], last: int) -> bool:
    """Tell whether words beside two strange ones make them a person's name.

    So does a list that a person's name opens: "two nurses, Ana Ruiz and Amaku Tesso".
    """
    end = words[last].end
    if _suffers(text, words, last) or _WITH_KIN.match(text, end):
        return True
    told = _WHO.match(text, end)
    if told is not None:
        nouns = (told["who"] or "who").split()
        if nouns == ["who"] or any(singular(n) in person_words() for n in nouns):
            return True
    lead = words[max(0, last - 4) : last - 1]
    listed = len(lead) == _PAIR + 1 and lead[2].lower == "and" and lead[1].capital
    known = listed and (lead[0].lower in lists().given or {w.ent for w in lead[:2]} == {"PERSON"})
    if known and lead[0].capital:
        return True
    if _is_between(text, words, last):
        return True
    noun = lead[-1] if lead and words[last - 1].glued else None
    return noun is not None and not noun.capital and singular(noun.lower) in person_words()


def _is_between(text: str, words: Sequence[Word], last: int) -> bool:
    """Read "Ana Ruiz, Amaku Tesso and Luis Prado": the middle one of three by two names."""
    before = words[max(0, last - 3) : last - 1]
    named = len(before) == _PAIR and before[0].lower in lists().given and before[1].capital
    comma = named and text[before[-1].end : words[last - 1].start] == ", "
    return comma and _ONE_MORE.match(text, words[last].end) is not None


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Tell whether a name is longer, or of a home: "Mary Hill School", "Peter Park residents"."""
    behind = words[last + 1] if last + 1 < len(words) else None
    if behind is None or not behind.glued or words[last].owner:
        return False
    return behind.capital or singular(behind.lower) in person_words()


@cache
def _surnames() -> frozenset[str]:
    groups = lists().groups
    return (groups["body"] | groups["way"]) & lists().surnames - groups["force"]


def _suffers(text: str, words: Sequence[Word], last: int) -> bool:
    """Tell whether only a person can suffer what a verb beside the name says: "killed", "died"."""
    before = words[last - 2].lower if last > 1 and words[last - 1].glued else ""
    if before == "dead" and last > 2:
        before = words[last - 3].lower  # "shot dead"
    after = _SUFFERS.match(text, words[last].end)
    passive = after is not None and (
        after["verb"] in {"died", "dies"}
        or (" " in after.group().strip() and after["verb"] in _of_people())
    )
    return before in _of_people() or passive


@cache
def _of_people() -> frozenset[str]:
    """Return the verbs, as written, of which only people are the object."""
    return frozenset(
        form
        for form, ways in triggers().items()
        for way in ways
        if way.frame == "object"
        and way.outcome in {"killed", "harmed"}
        and way.lemma not in _OF_THINGS
    )


def _is_told_of(text: str, words: Sequence[Word], last: int) -> bool:
    """Tell whether an age, a noun or kin beside the name makes it a person's."""
    end, start = words[last].end, words[last - 1].start
    if _AGED.match(text, end) or _WITH_KIN.match(text, end) or _CALLED.search(text[:start]):
        return True
    told = _TOLD.match(text, end)
    if told is not None:
        nouns = (told["who"] or "who").split()
        return nouns == ["who"] or any(singular(n) in person_words() for n in nouns)
    noun = words[last - 2] if last > 1 and words[last - 1].glued else None
    return noun is not None and not noun.capital and singular(noun.lower) in person_words()
