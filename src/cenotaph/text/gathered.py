"""Figures that only add up events told of further on: "Two bombs killed nine people".

Where each of the two is told of by itself, the nine are no incident's (COUNTING 16): they are a
series.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cenotaph.model import Span
from cenotaph.text.entries import entry_of, is_dated_entry
from cenotaph.text.harms_in import Told, told, trigger_span
from cenotaph.text.increments import is_increment
from cenotaph.text.reading import Reading
from cenotaph.text.several import is_of_several, is_over_several

_BESIDE = frozenset({"injured", "casualties", "missing"})
_FEW = 4  # dead: a smaller sum may come about by chance, unless words say it is one
_PAIR = 2  # entries
_OF_OTHERS = frozenset({"partitive", "subset"})
_KNOWN = _OF_OTHERS | {"definite", "pronoun", "zero", "plural"}
_HIT = frozenset({"injured", "harmed", "casualties"})


def gathered(reading: Reading) -> frozenset[Span]:
    """Return the words for the outcome of figures that are the sum of later events' figures."""
    return reading.once(_gathered_in)


def _gathered_in(reading: Reading) -> frozenset[Span]:
    event_of = {m.span: m.event for m in reading.mentions if not m.background}
    found = set[Span]()
    later: dict[str, int] = {}  # by event, the most dead told of further on
    named: dict[str, int] = {}  # the same, with those told of by name
    listed: dict[tuple[int, int], int] = {}  # by word for the outcome, the dead of its list
    items = told(reading)
    rivals = _rivals(items, event_of)
    towns = set[str]()  # of the events told of further on
    for item in reversed(items):
        span, dead = trigger_span(item), _dead(item)
        event = event_of.get(span)
        if event is None or not dead or span in rivals or is_dated_entry(reading, item.sentence):
            continue
        several = _is_of_several(item)
        if (
            item.harm.phrase.name is None
            and (
                (several and _adds_up(named, dead))
                or (dead >= _FEW and _adds_up(later, dead) and (several or not _is_of_one(item)))
            )
            and (several or not _is_elsewhere(reading, item, towns))
        ):
            found.add(span)
            continue
        if is_increment(item):
            continue  # "seven dead. Two others died in hospital. Gunmen killed five in Lom"
        towns |= _towns(reading, item)
        named[event] = max(dead, named.get(event, 0))
        if item.harm.phrase.name is None:  # the names of a toll add up to it as well
            word = item.sentence.number, item.harm.trigger
            listed[word] = listed.get(word, 0) + dead  # "a driver and his mate were killed"
            later[event] = max(listed[word], later.get(event, 0))
    found |= _over_several(reading) | _summed_up(reading, event_of) | _headlines(reading)
    found |= _over_lists(reading)
    return frozenset(found | _beside(reading, found))


def _is_elsewhere(reading: Reading, item: Told, towns: set[str]) -> bool:
    """Tell whether a figure has its town, and the events that add up to it have others."""
    own = _towns(reading, item)
    return bool(own and towns) and own.isdisjoint(towns)


def _towns(reading: Reading, item: Told) -> set[str]:
    """Return the towns named behind a figure, else those of its sentence."""
    names = reading.names_at.within(item.sentence.span)
    towns = [n for n in names if n.scale == "town"]
    behind = [n for n in towns if n.span.start > trigger_span(item).start]
    return {n.name for n in behind or towns}


def _rivals(items: Sequence[Told], event_of: Mapping[Span, str]) -> set[Span]:
    """Return the tolls that others give of an event below its own: they open no list of several.

    "Nine died in Lom. A doctor put the dead at 13. Shells killed eight in Tarsk and five in Orlo."
    """
    seen: dict[str, int] = {}  # by event, the dead told of first
    found = set[Span]()
    for item in items:
        event, dead = event_of.get(trigger_span(item)), _dead(item)
        if event is not None and dead and dead != seen.setdefault(event, dead):
            found |= {trigger_span(item)} if item.harm.is_total else set()
    return found


def _summed_up(reading: Reading, event_of: Mapping[Span, str]) -> set[Span]:
    """Return figures that add up events told before: "in all nine were killed in two villages"."""
    found = set[Span]()
    earlier: dict[str, int] = {}  # by event, the most dead told of before
    for item in told(reading):
        dead, event = _dead(item), event_of.get(trigger_span(item))
        if event is None or not dead:
            continue
        if _is_of_several(item) and _adds_up(earlier, dead):
            found.add(trigger_span(item))
        else:
            earlier[event] = max(dead, earlier.get(event, 0))
    return found


def _over_lists(reading: Reading) -> set[Span]:
    """Return figures told beside a list that are sums of its entries', or said to be of several.

    "Three were killed and five wounded in the region. Tarsk: one was killed and two wounded. ...".
    """
    entries: dict[int, dict[str, int]] = {}
    others: dict[int, list[Told]] = {}
    for item in told(reading):
        if not _is_incidents(item):
            continue
        first = entry_of(reading, item.sentence)
        if first is None:
            others.setdefault(item.sentence.number, []).append(item)
            continue
        known = entries.setdefault(first, {})
        known[_fate(item)] = max(known.get(_fate(item), 0), _low(item))
    top = min(entries, default=-1)
    rest = _added(known for first, known in entries.items() if first != top)
    if len(entries) > _PAIR and entries[top] == rest:  # "Lom region: four were killed in all"
        others[top] = [i for i in told(reading) if i.sentence.number == top and _is_incidents(i)]
        del entries[top]
    sums = _added(entries.values())
    return {
        trigger_span(item)
        for items in others.values()
        for item in items
        if len(entries) > 1
        and (
            (all(sums.get(_fate(i)) == _low(i) for i in items) and not _towns(reading, items[0]))
            or any(is_over_several(i.sentence, i.harm.trigger) for i in items)
        )
    }


def _added(figures: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return the sums of figures by outcome."""
    sums: dict[str, int] = {}
    for known in figures:
        sums |= {fate: sums.get(fate, 0) + number for fate, number in known.items()}
    return sums


def _headlines(reading: Reading) -> set[Span]:
    """Return headlines' figures that the text gives as a sum, and never as one incident's.

    "Two slain in Lom" heads "two men were killed in separate shootings".
    """
    counted = [i for i in told(reading) if i.is_counted and _low(i) > 1 and not i.harm.part]
    text = [i for i in counted if i.sentence.part == "text"]
    alone = {(_fate(i), _low(i)) for i in text if i.period.scope == "incident"}
    summed = {(_fate(i), _low(i)) for i in text if _is_sum(i)} - alone
    heads = [i for i in counted if i.sentence.part == "title"]
    return {trigger_span(i) for i in heads if (_fate(i), _low(i)) in summed}


def _is_sum(item: Told) -> bool:
    """Tell whether a figure is a running total, or one of several events; not of a year alone."""
    several = item.period.scope == "series" and _is_of_several(item)
    return several or item.period.scope == "cumulative"


def _over_several(reading: Reading) -> set[Span]:
    """Return figures said to be of several events, of which the text then tells smaller ones.

    "Six people were shot in three separate incidents. Four were wounded at a house party".
    """
    counted = [i for i in told(reading) if _is_incidents(i) or _is_a_death(i)]
    sums: list[Told] = []
    least: dict[str, int] = {}  # by outcome, the smallest figure told further on
    for item in reversed(counted):
        several = is_over_several(item.sentence, item.harm.trigger)
        if several and 1 < _low(item) > least.get(_fate(item), _low(item)):
            sums.append(item)
        elif not (
            several or item.sentence.part == "title" or item.harm.phrase.people.are_attackers
        ):
            least[_fate(item)] = min(_low(item), least.get(_fate(item), _low(item)))
    alike = {(_fate(i), _low(i)) for i in sums}
    sums += [i for i in counted if (_fate(i), _low(i)) in alike]  # told again as it is
    told_in = {i.sentence.number for i in sums}  # "two killed and four hurt in three shootings"
    sums += [
        i
        for i in counted
        if i.sentence.number in told_in
        and (_low(i) > 1 or is_over_several(i.sentence, i.harm.trigger))
    ]
    return {trigger_span(i) for i in sums}


def _is_incidents(item: Told) -> bool:
    """Tell whether a figure is of people told of for themselves, in no running total."""
    harm = item.harm
    return (
        item.is_counted
        and item.period.scope == "incident"
        and not harm.part
        and harm.phrase.kind not in _KNOWN
        and _low(item) > 0
    )


def _is_a_death(item: Told) -> bool:
    """Tell whether one of those told of before died: "he died at the scene", "one of them died"."""
    dead = item.harm.outcome == "killed" and item.is_counted and item.period.scope == "incident"
    return dead and _low(item) == 1


def _low(item: Told) -> int:
    count = item.harm.phrase.count
    return 0 if count is None else count.low or 0


def _fate(item: Told) -> str:
    return "hurt" if item.harm.outcome in _HIT else item.harm.outcome


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
    return is_of_several(item.sentence)


def _is_of_one(item: Told) -> bool:
    """Tell whether words say what one act did: "gunmen attacked a post, killing four"."""
    token = item.sentence.tokens[item.harm.trigger]
    return token.tag == "VBG" and token.dep == "advcl"


def _dead(item: Told) -> int:
    """Return how many are told as dead; 0 for other harms, and for some of the dead told before."""
    harm, count = item.harm, item.harm.phrase.count
    if harm.outcome != "killed" or harm.part or harm.phrase.kind in _OF_OTHERS:
        return 0
    if not item.is_counted or item.period.scope != "incident":
        return 0
    return 0 if count is None or count.low is None else count.low
