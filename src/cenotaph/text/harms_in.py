"""A reading -> all harms it tells of, each with what its sentence says of time, truth and cause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from cenotaph.model import Cause, Count, Span
from cenotaph.text.causes import cause
from cenotaph.text.harm import Harm, harms
from cenotaph.text.harm_bodies import fallen, place
from cenotaph.text.harm_label_sums import more
from cenotaph.text.harm_likewise import DID, WAS, leaves_open, shares
from cenotaph.text.harm_missing import GONE, gone
from cenotaph.text.harm_modality import modality_of
from cenotaph.text.harm_moved import are_brought_out
from cenotaph.text.harm_order import died_in_care
from cenotaph.text.harm_rival import RULE as RIVAL
from cenotaph.text.harm_suicide import is_by_own_hand, tells_of_suicide, with_attackers
from cenotaph.text.harm_survived import fell, lived
from cenotaph.text.harm_untrue import without_untrue
from cenotaph.text.harm_words import Harmed
from cenotaph.text.modality import Modality
from cenotaph.text.period_sizes import is_by_many, large, monthly
from cenotaph.text.periods import Period, period
from cenotaph.text.persons import Whole, whole_of
from cenotaph.text.reading import DayPhrase, Reading, Sentence
from cenotaph.text.spans import Spans
from cenotaph.text.speech_cues import voiced

_DAY = re.compile(r"PUB[+-]\d+D|\w{4}-WXX-\d|\w{4}-\d\d-\d\d")
_FROM_THEN = re.compile(r"\bsince\b(?: [\w’'-]+){0,7} ?$", re.IGNORECASE)
_LIMITS = frozenset({
    "else", "other", "others", "seriously", "critically", "life-threatening", "serious", "more",
    "further", "additional", "major",
})  # fmt: skip
_MANY_DISPLACED = 50_000  # no single event drives out so many in one report of it
_TURNS = frozenset({  # between two figures: the second may be of another time
    ";", "when", "while", "after", "before", "but", "on", "yesterday", "today", "who",
})  # fmt: skip
_BEHIND = 2  # sentences between a figure and its rival, at most
_COUNTS = frozenset({"count", "tally", "toll"})
_NEAR = 20  # harms told before a bare figure among which that stands whose rival it is
_RUNNING = frozenset({"cumulative", "series"})
_OF_VICTIMS = "turn toll victims"
_TOLLS = frozenset({"killed", "injured", "harmed"})


class Told(msgspec.Struct, frozen=True):
    """A harm as the account tells it; `index` is its place among its sentence's harms."""

    harm: Harm
    index: int
    sentence: Sentence
    modality: Modality
    period: Period
    cause: Cause

    @property
    def is_counted(self) -> bool:
        """Tell whether the harm happened to a number of people that the words give."""
        harm = self.harm
        if harm.phrase.kind == "zero" and not self._is_plain_zero:
            return False
        return (
            self.modality == "real" and harm.outcome != "none"
            and harm.phrase.kind != "plural" and harm.phrase.count is not None
        )  # fmt: skip

    @property
    def _is_plain_zero(self) -> bool:
        """Tell whether a zero is of all: "no one was hurt", not "no one else", "seriously"."""
        offset = self.sentence.span.start
        quote = self.sentence.text[self.harm.span.start - offset : self.harm.span.end - offset]
        counted = self.harm.outcome in {"killed", "injured", "casualties"}
        return counted and not set(quote.lower().split()) & _LIMITS


def told(reading: Reading) -> tuple[Told, ...]:
    """Return the harms of a reading in reading order."""
    return reading.once(_told_in)


def _told_in(reading: Reading) -> tuple[Told, ...]:
    found: list[Told] = []
    periods: dict[str, Period] = {}
    of = {w.sentence.number: harms(w) for w in wholes(reading)}
    for before, whole in pairwise(wholes(reading)):
        if not of[whole.sentence.number] and before.sentence.part == whole.sentence.part:
            of[whole.sentence.number] = tuple(gone(before, whole))
    dead = fallen(reading, [h for each in of.values() for h in each])
    suicide = tells_of_suicide(reading)
    for whole in wholes(reading):
        days = reading.days_at.within(whole.sentence.span)
        dated = any(_DAY.match(d.when.timex) and not _is_start(whole, d) for d in days)
        cued = reading.cues_at.within(whole.sentence.span)
        sources = [s.source for s in cued if s.source and voiced(s.verb)]
        here = [
            _told(
                whole.sentence,
                i,
                _as_told(reading, whole, h, dead=place(h) in dead, suicide=suicide),
                dated=dated,
            )
            for i, h in enumerate(of[whole.sentence.number])
            if not _is_teller(whole.sentence, h, sources)
        ]
        last = found[-1] if found else None
        here = [_of_running(periods, item) for item in here]
        here = list(_of_one_time(here if dated else _going_on(last, here), dated=dated))
        _note_periods(periods, here)
        found.extend(here)
    for read in (more, with_attackers):
        added = read([(t.sentence, t.harm) for t in found])
        found = [replace(t, harm=h) for t, h in zip(found, added, strict=True)]
    return tuple(without_untrue(reading, list(_as_before(found, _figures(reading)))))


def _is_start(whole: Whole, day: DayPhrase) -> bool:
    """Tell whether a day only says since when: "since the war began on 7 October"."""
    before = whole.sentence.text[: day.span.start - whole.sentence.span.start]
    return _FROM_THEN.search(before) is not None


def _figures(reading: Reading) -> Spans[Span]:
    counts = (n.span for n in reading.numbers if n.kind == "count")
    return Spans(counts, lambda span: (span,))


def _note_periods(periods: dict[str, Period], told: Sequence[Told]) -> None:
    """Note the period that an outcome's figures are of: a deed's own goes before running ones."""
    for item in told:
        if not item.is_counted or item.harm.part:
            continue
        known = periods.setdefault(item.harm.outcome, item.period)
        if known.scope in _RUNNING and item.period.scope not in _RUNNING:
            periods[item.harm.outcome] = item.period


def _of_running(periods: Mapping[str, Period], item: Told) -> Told:
    """Return a toll without a deed of its own as of the running total that the account opens with.

    "More than 80 have been killed in the region since Thursday. The governor had put it at 60."
    """
    if not item.harm.is_total or item.period.scope != "incident":
        return item
    known = periods.get(item.harm.outcome)
    return item if known is None or known.scope not in _RUNNING else replace(item, period=known)


def _as_told(reading: Reading, whole: Whole, harm: Harm, *, dead: bool, suicide: bool) -> Harm:
    """Return a harm as what the account tells elsewhere makes it: those shot died, or lived."""
    died = harm.outcome == "harmed" and fell(reading, whole.sentence)
    if dead or died or (suicide and is_by_own_hand(whole.sentence, harm)):
        return replace(harm, outcome="killed")
    hurt = harm.outcome == "harmed" and lived(reading, whole.sentence, harm)
    return replace(harm, outcome="injured") if hurt else harm


def _going_on(last: Told | None, items: Sequence[Told]) -> list[Told]:
    """Return a sentence's harms; "Another seven were hurt" goes on with a running total before it.

    "Over the past day shells killed three in the region. Another seven were hurt." So does "Drones
    caused 36 deaths" with that of a month.
    """
    if not items or last is None or last.period.scope not in _RUNNING:
        return list(items)
    first = items[0]
    number = first.harm.phrase.number
    more = number is not None and number.role == "another" and first.harm.phrase.first == 0
    placed = any(t.ent == "GPE" for t in first.sentence.tokens)
    goes_on = more or (is_by_many(first.sentence, first.harm.trigger) and not placed)
    next_to = last.sentence.number + 1 == first.sentence.number
    if not (goes_on and next_to and first.period.scope == "incident"):
        return list(items)
    if died_in_care(first.sentence, first.harm.trigger):
        return list(items)  # "Four more died in hospital": of the deed that the account tells
    return [replace(first, period=last.period), *items[1:]]


def _of_one_time(items: Sequence[Told], *, dated: bool) -> Iterator[Told]:
    """Yield a sentence's harms; a figure beside a running total is one: "2,000 dead, 90 hurt"."""
    last: Told | None = None
    for item in items:
        beside = last is not None and _continues(last, item, dated=dated)
        last = replace(item, period=last.period) if beside and last is not None else item
        yield last


def _continues(last: Told, item: Told, *, dated: bool) -> bool:
    """Tell whether a figure stands beside a running total: for another outcome, or a rival toll.

    "The war has killed 542, although the minister puts the toll at 750."
    """
    count, apart = item.harm.phrase.count, last.period.scope in _RUNNING
    if not apart or item.period.scope != "incident" or count is None or count.high in {0, 1}:
        return False
    if item.harm.is_total and last.harm.outcome == item.harm.outcome:
        return True
    first, end = sorted((last.harm.phrase.first, item.harm.phrase.first))
    between = {t.text.lower() for t in item.sentence.tokens[first:end]}
    if last.harm.outcome == item.harm.outcome and not (item.harm.part or dated):
        # "935 have been killed in the war, and missiles killed 28 on the other side"
        turns = _TURNS - {"while"} | {"a", "an"}  # "30 since May, and a mine killed two"
        return bool(between & {"and", "while", "compared"}) and not between & turns
    return last.harm.outcome != item.harm.outcome and not between & _TURNS


def _is_teller(sentence: Sentence, harm: Harm, sources: Sequence[Span]) -> bool:
    """Tell whether the parse takes for a victim who only tells of it.

    "Six were hurt, two nurses among them, deputy mayor Lena Roth said": the mayor is not hurt,
    while "a wounded man said" tells of one who is.
    """
    count = harm.phrase.count
    if count is not None and (count.low or 0) > 1 and harm.phrase.last < harm.trigger:
        return False  # "200 people had been killed and are blaming a rebel group": its subject
    person = sentence.span_of(harm.phrase.first, harm.phrase.last)
    word = sentence.span_of(harm.trigger, harm.trigger)
    return any(s.holds(person) and not s.holds(word) for s in sources)


def _as_before(items: Sequence[Told], figures: Spans[Span]) -> Iterator[Told]:
    """Yield the harms; parts of "the victims" suffer what the last figure before them says.

    Where some were killed and some hurt, "the victims were named as ..." leaves it open.
    """
    last: Harmed | None = None
    fates: set[Harmed] = set()
    for n, item in enumerate(items):
        harm = item.harm
        if _is_pointing(harm):
            yield from _pointed(items, n, figures, dead="killed" in fates)
            continue
        if last == "killed" and harm.outcome in {"injured", "harmed"} and _is_both(item):
            continue  # "two men were killed; both were shot in the head"
        if harm.outcome != "as before":
            yield item
            told = harm.phrase.kind != "zero" and item.modality == "real" and not harm.part
            if told and harm.outcome in _TOLLS:  # "none was killed" says nothing of "the victims"
                last = harm.outcome
                fates.add(last)
        elif last is not None and not (leaves_open(harm) and len(fates) > 1):
            yield replace(item, harm=replace(harm, outcome=last))


def _is_pointing(harm: Harm) -> bool:
    """Tell whether only what was told before says how those counted fared."""
    likewise = harm.outcome == "as before" and harm.rule in {DID, WAS}
    return likewise or harm.rule in {RIVAL, _OF_VICTIMS}


def _pointed(items: Sequence[Told], n: int, figures: Spans[Span], *, dead: bool) -> Iterator[Told]:
    """Yield a harm that points at those before it; `dead`: somebody was told to have died."""
    item = items[n]
    if item.harm.rule == RIVAL:
        yield from _rival(item, items[max(0, n - _NEAR) : n], figures)
    elif item.harm.rule == _OF_VICTIMS:
        yield from [_as_dead(item)] if dead else ()
    else:
        yield from _likewise(items[n - 1] if n else None, item)


def _rival(item: Told, told: Sequence[Told], figures: Spans[Span]) -> Iterator[Told]:
    """Yield a bare figure as the dead, where the last figure of the account before it is theirs.

    "Officials put the dead at 35. The head of the camp said it was 18."
    """
    own = item.harm.span
    last = figures.before(own.part, own.start)
    tolled = not _COUNTS.isdisjoint(item.sentence.lowered[: item.harm.trigger + 1])
    if tolled:  # whatever else was counted since: "in two car bombs"
        dead = [t.harm.phrase.number for t in told if t.harm.outcome == "killed"]
        last = dead[-1].span if dead and dead[-1] is not None else last
    for seen in told:
        number = seen.harm.phrase.number
        near = seen.sentence.number >= item.sentence.number - _BEHIND
        if near and number is not None and number.span == last and seen.modality == "real":
            died = any(t.harm.outcome == "killed" and t.is_counted for t in told)
            # "found two bodies, bringing the total to 14", where 12 were told to have died
            if seen.harm.outcome == "killed" or (seen.harm.outcome == "buried" and died):
                yield replace(item, harm=replace(item.harm, outcome="killed"), period=seen.period)
            return


def _as_dead(item: Told) -> Told:
    """Return the dead that "the number of victims rose to 52" tells of, where others died."""
    return replace(item, harm=replace(item.harm, outcome="killed"))


def _likewise(before: Told | None, item: Told) -> Iterator[Told]:
    """Yield who shares a fate of the sentence before: "Ruiz died at the scene. So did her son."."""
    near = before is not None and before.sentence.number + 1 == item.sentence.number
    if before is not None and near and shares(before.harm, item.harm.rule):
        yield replace(item, harm=replace(item.harm, outcome=before.harm.outcome))


def _is_both(item: Told) -> bool:
    """Tell whether a figure only points at those told of before: "both", and no more words."""
    phrase = item.harm.phrase
    word = item.sentence.tokens[phrase.head].text.lower()
    return word == "both" and phrase.first == phrase.last


def lists(items: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """Yield harms in their lists: "two soldiers and three civilians were killed" is one."""
    group: list[Told] = []
    for item in items:
        last = group[-1].harm if group else None
        if last and not (
            item.harm.joined
            and (item.harm.sentence, item.harm.trigger) == (last.sentence, last.trigger)
        ):
            yield tuple(group)
            group = []
        group.append(item)
    if group:
        yield tuple(group)


def wholes(reading: Reading) -> tuple[Whole, ...]:
    """Return each parsed sentence with its own number phrases and names."""
    return reading.once(_wholes)


def _wholes(reading: Reading) -> tuple[Whole, ...]:
    return tuple(
        whole_of(s, reading.numbers_at.within(s.span), reading.names_at.within(s.span))
        for s in reading.sentences
        if s.tokens
    )


def trigger_span(item: Told) -> Span:
    """Return the span of the word that says the outcome: the mention's."""
    return item.sentence.span_of(item.harm.trigger, item.harm.trigger)


def _told(sentence: Sentence, index: int, harm: Harm, *, dated: bool) -> Told:
    return Told(
        harm,
        index,
        sentence,
        modality_of(sentence, harm),
        _period(sentence, harm, dated=dated),
        cause(sentence, harm.trigger),
    )


def _period(sentence: Sentence, harm: Harm, *, dated: bool) -> Period:
    found = _span_of(sentence, harm, dated=dated)
    if found.scope == "incident" and are_brought_out(sentence, harm):
        return Period("stock", None, found.as_of)
    return found


def _span_of(sentence: Sentence, harm: Harm, *, dated: bool) -> Period:
    if sentence.row is not None and sentence.row.role == "series":
        return Period("series")
    found, count = period(sentence, harm.trigger, dated=dated), harm.phrase.count
    if (count is not None and count.high == 1) or harm.rule.startswith(GONE):
        return Period("incident", None, found.as_of)  # one person is harmed at one time
    if harm.outcome == "displaced" and count is not None and _runs_on(sentence, harm, count):
        return Period("cumulative", found.since, found.as_of)
    if found.scope == "incident" and count is not None and harm.outcome in _TOLLS:
        vague = count.vague is not None
        if monthly(sentence, harm.trigger, count.low) and not dated:
            return Period("series", found.since, found.as_of)
        if large(sentence, harm.trigger, count.low, vague=vague, dated=dated):
            return Period("cumulative", found.since, found.as_of)
    return found


def _runs_on(sentence: Sentence, harm: Harm, count: Count) -> bool:
    """Tell whether those displaced are a running total: "nine million have been driven out"."""
    before = sentence.tokens[max(0, harm.trigger - 3) : harm.trigger]
    perfect = any(t.text.lower() in {"have", "has", "had"} for t in before)
    return perfect or (count.low or 0) >= _MANY_DISPLACED
