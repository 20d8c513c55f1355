"""One running total -> lines for a terminal: its figures over time, and what may lie inside it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cenotaph.desk.difference import figures
from cenotaph.desk.ids import Ids
from cenotaph.desk.incident import section
from cenotaph.desk.printed import Words
from cenotaph.model import Incident, Record, Series, count_of, count_words, days_words, people_words
from cenotaph.publish import Options, discreet
from cenotaph.reconcile.period import Inside, by_country, inside

_WIDTH, _SHORT = 80, 8


def held(record: Record, ids: Ids, words: str) -> Series | None:
    """Return the running total that an id, or that of one of its claims, leads to, if any does."""
    found = ids.find(words, "mention", "claim")
    return next((s for s in record.series if found.id in {s.id, *s.claims}), None)


def as_text(record: Record, series: Series, options: Options) -> Iterator[str]:
    """Yield what the record has on a running total, names withheld unless the options say so."""
    words = Words.of(record, options)
    told = discreet(record, options)
    shown = next(s for s in told.series if s.id == series.id)
    yield from _wrapped(_title(shown))
    since = f"since {shown.since or 'nobody says when'}, as of {shown.as_of or 'an unknown day'}"
    yield from _wrapped(f"id {shown.id}, {since}; {shown.speaker or 'the accounts themselves'}")
    yield from _over_time(shown, words)
    yield from section(f"{_figure(shown)}: {shown.status}", shown.claims, words)
    if shown.said:
        yield from section("Said of this figure, and never counted", shown.said, words)
    for conflict in shown.conflicts:
        yield from _wrapped(f"conflict, {conflict.kind}: {conflict.text}")
    within = inside([shown], by_country(told.incidents)).get(shown.id)
    if within is not None:
        yield from _inside(within, {i.id: i for i in told.incidents})


def _title(series: Series) -> str:
    place = series.place.value.name if series.place else "no place named"
    return f"{place}: {_figure(series)}, {series.scope}"


def _figure(series: Series) -> str:
    people = people_words(series.people)
    return f"{series.outcome} {count_words(count_of(series))}{f' ({people})' if people else ''}"


def _over_time(series: Series, words: Words) -> Iterator[str]:
    for report in sorted(series.reports, key=lambda r: (r.day, r.document)):
        who = words.publisher(report.document)
        yield from _wrapped(f"{report.day or 'undated'}: {count_words(report.count)}, in {who}")


def _inside(within: Inside, incidents: dict[str, Incident]) -> Iterator[str]:
    """Yield the incidents that a total may count: nothing is subtracted (COUNTING 16)."""
    yield ""
    yield "Incidents of this record that may lie inside; nothing is subtracted"
    for key in within.incidents:
        incident = incidents[key]
        told = "; ".join(f"{what} {how}" for what, how in figures(incident).items())
        days = days_words(incident.first, incident.last)
        yield from _wrapped(f"[{key[:_SHORT]}] {incident.title or days}: {told or 'no figure'}")
    if within.unaccounted is None:
        yield "One of them has no highest figure, so no bound can be given for the rest."
    else:
        yield f"At least {within.unaccounted:,} of the figure are in none of them."


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, subsequent_indent="  ")
