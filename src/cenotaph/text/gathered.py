"""Figures that only add up events told of further on: "Two bombs killed nine people".

Where each of the two is told of by itself, the nine are no incident's (COUNTING 16): they are a
series.
"""

from __future__ import annotations

import re

from cenotaph.model import Span
from cenotaph.text.harms_in import Told, told, trigger_span
from cenotaph.text.reading import Reading

_NUMBER = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|several|multiple|twin|dozen)"
_EVENTS = (
    r"(?:attacks|bombs|bombings|blasts|explosions|shootings|strikes|incidents|ambushes|raids|clashes"
    r"|assaults|killings|murders|massacres|stabbings|crashes|riots|homicides|devices|mines)"
)
_SEVERAL = re.compile(
    rf"\b(?:{_NUMBER}|(?:these|separate|simultaneous|coordinated|related|unrelated|other)"
    rf"|both)\s+(?:[\w-]+\s+){{0,3}}?{_EVENTS}\b"
    rf"|\b(?:series|string|wave|spate|rash|weekend|week|day|night) of (?:[\w-]+\s+){{0,2}}"
    rf"(?:{_EVENTS}|violence|gunfire|bloodshed)\b"
    rf"|\bin {_NUMBER} (?:[\w-]+\s+)?(?:cities|towns|villages|provinces|districts|places|states"
    r"|neighbou?rhoods|regions|prisons|jails|locations|hours|days|weeks)\b",
    re.IGNORECASE,
)
_BESIDE = frozenset({"injured", "casualties", "missing"})
_FEW = 4  # dead: a smaller sum may come about by chance, unless words say it is one


_OF_OTHERS = frozenset({"partitive", "subset"})


def gathered(reading: Reading) -> frozenset[Span]:
    """Return the words for the outcome of figures that are the sum of later events' figures."""
    return reading.once(_gathered_in)


def _gathered_in(reading: Reading) -> frozenset[Span]:
    event_of = {m.span: m.event for m in reading.mentions if not m.background}
    found = set[Span]()
    later: dict[str, int] = {}  # by event, the most dead told of further on
    named: dict[str, int] = {}  # the same, with those told of by name
    for item in reversed(told(reading)):
        span, dead = trigger_span(item), _dead(item)
        event = event_of.get(span)
        if event is None or not dead:
            continue
        several = _is_of_several(item)
        if item.harm.phrase.name is None and (
            (several and _adds_up(named, dead)) or (dead >= _FEW and _adds_up(later, dead))
        ):
            found.add(span)
            continue
        named[event] = max(dead, named.get(event, 0))
        if item.harm.phrase.name is None:  # the names of a toll add up to it as well
            later[event] = max(dead, later.get(event, 0))
    return frozenset(found | _beside(reading, found))


def _adds_up(later: dict[str, int], dead: int) -> bool:
    """Tell whether a figure is the sum of those of two events or more."""
    return len(later) > 1 and sum(later.values()) == dead


def _beside(reading: Reading, found: set[Span]) -> set[Span]:
    """Return the words for the hurt told in one breath with such a sum: "six killed, nine hurt"."""
    counted = [i for i in told(reading) if i.is_counted and i.harm.outcome in _BESIDE]
    sums = [(i.sentence.number, i.period.scope) for i in told(reading) if trigger_span(i) in found]
    return {trigger_span(i) for i in counted if (i.sentence.number, i.period.scope) in sums}


def _is_of_several(item: Told) -> bool:
    """Tell whether words say that a figure is of several events: "in separate shootings"."""
    return _SEVERAL.search(item.sentence.text) is not None


def _dead(item: Told) -> int:
    """Return how many are told as dead; 0 for other harms, and for some of the dead told before."""
    harm, count = item.harm, item.harm.phrase.count
    if harm.outcome != "killed" or harm.part or harm.phrase.kind in _OF_OTHERS:
        return 0
    if not item.is_counted or item.period.scope != "incident":
        return 0
    return 0 if count is None or count.low is None else count.low
