"""A sentence -> whether it or a figure in it is of several events: "two bombs", "in two raids"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.text import clauses
from cenotaph.text.almanac import WEEKDAY
from cenotaph.text.periods import near
from cenotaph.text.reading import Sentence

_NUMBER = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|several|multiple|twin|dozen)"
_EVENTS = (
    r"(?:attacks|bombs|bombings|blasts|explosions|shootings|strikes|incidents|ambushes|raids|clashes"
    r"|assaults|killings|murders|massacres|stabbings|crashes|riots|homicides|devices|mines)"
)
# "between Friday and Sunday", but not "in clashes between two gangs", "attacks from the hills"
_SPELL = (
    rf"(?:between|from)(?= (?:late |early |mid-)?(?:\d|{WEEKDAY}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b))"
)
# "around the country", "shootings around Chicago"; "clashes around Tarsk" are one battle's
_AROUND = r"(?:around(?= the | this | its )|(?<=shootings )around)"
# "weekend shootings", "shootings across Chicago": a time for many, or many a place
_WEEKEND = r"weekend (?:gun )?(?:violence|shootings)\b"
# "shootings in Toledo this weekend", "in the city between Friday and Sunday"
_PLACED = r"(?:(?-i:in (?:the )?[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){0,3}|in the city),? )?"
_WIDE = (
    rf"{_EVENTS} (?:across|{_AROUND}|throughout|all over|since"
    rf"|{_PLACED}(?:(?:this|over the) weekend|{_SPELL}))\b"
)
_SPREAD = rf"\b{_WEEKEND}|\bin {_WIDE}"
_BLOODY = r"(?:violent|deadly|bloody)"
_SEVERAL = re.compile(
    rf"\b(?:{_NUMBER}|(?:these|separate|simultaneous|coordinated|related|unrelated|other)"
    rf"|both)\s+(?:[\w-]+\s+){{0,3}}?{_EVENTS}\b"
    rf"|\b(?:series|string|wave|spate|rash|weekend|week|day|night) of (?:[\w-]+\s+){{0,2}}"
    rf"(?:{_EVENTS}|violence|gunfire|bloodshed)\b"
    rf"|\b{_BLOODY} (?:weekend|week|night)\b|{_SPREAD}"
    rf"|\b(?:in|attacked|bombed|hit|shelled|struck) (?:all |the |these )*{_NUMBER}"
    r" (?:[\w-]+\s+)?(?:cities|towns|villages|provinces"
    r"|districts|places|states|neighbou?rhoods|regions|prisons|jails|locations|hours|days|weeks)\b",
    re.IGNORECASE,
)
_MARKED = (
    rf"(?:{_NUMBER}|separate|different|unrelated|various|multiple"
    rf"|a (?:pair|series|string|spate|wave) of) (?:[\w’'-]+ ){{0,3}}?{_EVENTS}"
)
_TIMES = rf"(?:an? )?(?:{_BLOODY} weekend|weekend of (?:[\w-]+ )?(?:violence|gunfire|shootings))"
# "killed in three separate shootings", "wounded during a weekend of violence"
_OVER = re.compile(
    r"\b(?:in|during|from|by|after|following|over|across|at) "
    r"(?:(?:the|these|those|what|at least) )*"
    rf"(?:{_MARKED}\b|(?:separate|different) (?:locations|scenes)\b|{_TIMES}\b"
    rf"|(?:[\w’'-]+ ){{0,3}}?{_WEEKEND}|{_WIDE})",
    re.IGNORECASE,
)
# "two weekend shootings that left one man dead and four wounded"; two bombs are mostly one attack's
_LEFT = re.compile(
    rf"\b(?!{_NUMBER} (?:[\w’'-]+ ){{0,2}}?(?:bombs|blasts|explosions|devices|mines)\b)"
    rf"(?:{_MARKED}|{_TIMES})"
    r"(?:,? (?:(?:that|which) )?(?:have |had )?|(?: [\w’'-]+){0,8}? )"
    r"(?:leaves?|left|leaving|kill(?:s|ed)?|wound(?:s|ed)?|injur(?:es?|ed)|claim(?:s|ed)?"
    r"|sends?|sent)\b(?P<left>)",
    re.IGNORECASE,
)
# What opens an account of several cases told one by one.
_CASES = re.compile(
    rf"\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|separate|unrelated)"
    rf" (?:(?!other\b)[\w’'-]+ ){{0,3}}?(?:{_EVENTS})\b"
    rf"|\b{_TIMES}\b|{_SPREAD}",
    re.IGNORECASE,
)
# A log says that it is one: "Tarsk police log", "the following items were taken from reports".
_LOG = re.compile(
    r"\b(?:police|crime|sheriff['’]s|public safety) (?:log|beat|roundup|calls)\b|\bblotter\b"
    r"|\b(?:following|recent) (?:\w+ )?(?:items|incidents|reports|calls)\b[^.]{0,40}"
    r"\b(?:police|sheriff|department|reports)\b",
    re.IGNORECASE,
)
_LEAD = 3  # sentences


def is_of_several(sentence: Sentence) -> bool:
    """Tell whether words say that several events are told of."""
    return _SEVERAL.search(sentence.text) is not None


def is_over_several(sentence: Sentence, trigger: int) -> bool:
    """Tell whether the figure at a word of harm is said to be of several events together."""
    if re.fullmatch(_EVENTS, clauses.lower(sentence, trigger)):
        return False  # "charged in two murders"
    if near(_OVER, sentence, trigger):
        return True
    left = _LEFT.search(sentence.cased)
    at = None if left is None else sentence.token_at(sentence.span.start + left.start("left") - 1)
    return at is not None and trigger >= at


def is_log(sentences: Sequence[Sentence]) -> bool:
    """Tell whether title or first sentence say that an account is a log of police reports."""
    text = [s for s in sentences if s.part == "text"][:1]
    title = [s for s in sentences if s.part == "title"]
    return any(_LOG.search(s.text) for s in (*title, *text))


def tells_of_cases(sentences: Sequence[Sentence]) -> bool:
    """Tell whether title or lead of an account say that it tells of several cases."""
    text = [s for s in sentences if s.part == "text"][:_LEAD]
    title = [s for s in sentences if s.part == "title"]
    return any(_CASES.search(s.text) for s in (*title, *text))
