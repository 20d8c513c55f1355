"""The words of a sentence for one event -> how they bring it in, where and by what means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cenotaph.text.event_clauses import Scope
from cenotaph.text.event_fresh import (
    is_acted,
    is_also,
    is_fresh,
    is_one,
    is_some,
    means,
    sides,
    tells_of_others,
)
from cenotaph.text.event_hits import hit
from cenotaph.text.event_openings import (
    is_at_another_hour,
    is_at_one_time,
    is_heading,
    ordinal,
    turns_elsewhere,
    which,
)
from cenotaph.text.event_spots import fronted, is_described, one_clause, regions, spots, ways
from cenotaph.text.event_words import Head
from cenotaph.text.harm import Harm
from cenotaph.text.reading import DayPhrase, NamePhrase, Sentence
from cenotaph.text.several import is_of_several
from cenotaph.text.shown import hour_of_post

_AFTER = re.compile(r"REF\+\d+D")  # "the next day", "two nights later"
_BEFORE = re.compile(
    r"PUB-\d+[WMY]~?|(?:\d{4}|XXXX)-\d\d|\d{4}"
)  # "last week", "in March", "in 1985"
_CLOCK = re.compile(r"T(?P<hour>\d\d)(?::?(?P<minute>\d\d))?")


class Telling(msgspec.Struct, frozen=True):
    """How the words of a frame bring an event in, where and by what means."""

    fresh: bool  # people or a weapon not told of before, and nothing known
    acted: bool  # a verb says what was done
    also: bool  # "the rebels also shelled Sarmin"
    at_once: bool  # "at the same time"
    adds: bool  # at another hour of the day: "hours later", "the same night"
    turns: bool  # to another part of the land or of the day, or under a heading of its own
    follows: bool  # as of a day after what was told before: "the next day"
    before: bool  # in a week, a month or a year gone by
    dated_first: bool  # under a day that the sentence opens with: "On Wednesday"
    several: bool  # "two bombs", "attacks in three towns": a sum of what is told further on
    more: bool  # several that nothing was said of: "shootings earlier on Saturday"
    others: bool  # people, as more than those told of: "another five"
    one: bool  # an event, as new: "in an ambush"
    described: bool  # as the one in a place: "the raid on Tarsk"
    sides: frozenset[str]  # the sorts of forces that did it
    ordinal: str  # which of several: "second"; "" for none
    which: str  # the same, anywhere in the words: "died in the first shooting"
    means: frozenset[str]  # guns, blades, explosives
    spots: frozenset[str]  # the place that the event's own words put it in
    fronted: frozenset[str]  # the place that the sentence opens with
    regions: frozenset[str]  # lands that its words put it in: "in Tarsk province"
    ways: frozenset[str]  # streets and roads
    hours: frozenset[int]  # of the clock, as minutes of the day
    hit: frozenset[str]  # what was hit: "bank", "bridge"


def telling(
    sentence: Sentence,
    scope: Scope,
    heads: tuple[Head, ...],
    found: Sequence[Harm],
    around: tuple[Sequence[DayPhrase], Sequence[NamePhrase]],
) -> Telling:
    """Return how the words of a scope bring an event in; `around`: its sentence's days, names."""
    days, names = around
    posted = sentence.span.start + hour_of_post(sentence.text)
    days = [d for d in days if d.span.start >= posted]  # when it was written, not when it was done
    in_text = sentence.part == "text"
    opening = [d for d in days if _opens(sentence, d)]
    return Telling(
        fresh=in_text and is_fresh(sentence, heads, found),
        acted=is_acted(sentence, heads),
        also=is_also(sentence, heads),
        at_once=is_at_one_time(sentence),
        adds=is_at_another_hour(sentence),
        turns=turns_elsewhere(sentence) or is_heading(sentence),
        follows=any(
            _AFTER.match(d.when.timex) and (d in opening or _is_beside(sentence, heads[0], d))
            for d in days
        ),
        before=any(
            _BEFORE.fullmatch(d.when.timex) and any(_is_beside(sentence, h, d) for h in heads)
            for d in days
            if scope.holds(sentence, d.span.start)
        ),
        dated_first=bool(opening),
        several=is_of_several(sentence),
        more=is_some(sentence, heads[0]),
        others=tells_of_others(sentence, found),
        one=is_one(sentence, heads),
        described=is_described(sentence, heads, names),
        sides=sides(sentence, heads),
        ordinal=ordinal(sentence, heads, found) if in_text else "",
        which=which(sentence, scope) if in_text else "",
        means=means(sentence, heads),
        spots=spots(sentence, scope, heads, names),
        fronted=fronted(sentence, scope, days, names),
        regions=regions(sentence, scope, names),
        ways=ways(sentence, scope, names),
        hours=frozenset(clock_hours(d for d in days if scope.holds(sentence, d.span.start))),
        hit=hit(sentence, scope, heads),
    )


def clock_hours(days: Iterable[DayPhrase]) -> Iterator[int]:
    """Yield the hours of the clock that words for a day name, as minutes of it."""
    for day in days:
        clock = _CLOCK.search(day.when.timex)
        if clock is not None:
            yield 60 * int(clock["hour"]) + int(clock["minute"] or 0)


def _opens(sentence: Sentence, day: DayPhrase) -> bool:
    """Tell whether a sentence opens with a day: "On Wednesday", "The next night"."""
    before = sentence.text[: day.span.start - sentence.span.start]
    return before.strip().lower() in {"", "on"}


def _is_beside(sentence: Sentence, head: Head, day: DayPhrase) -> bool:
    """Tell whether a day stands in the clause of a word for the event."""
    at = sentence.token_at(day.span.start)
    return at is not None and one_clause(sentence, head.token, at)
