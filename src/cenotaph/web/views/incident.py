"""One incident -> everything its page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from cenotaph.model import (
    Decision,
    Incident,
    Question,
    Remarks,
    Reported,
    count_words,
    kind_words,
    people_words,
)
from cenotaph.pages.quoting import Sentence
from cenotaph.pages.telling import incident_parts
from cenotaph.pictures.bars import Bar, Outcome, bars
from cenotaph.web.now import Now

_STATUSES: Final = ("contested", "agreed", "updated", "single-source")
_FIRST: Final = "killed injured missing"
_MIX_UP: Final = "same number other outcome"

Parts = Sequence[Mapping[str, Any]]


class Source(NamedTuple):
    """An account of the incident, with the copies of it that count with it once."""

    document: str
    publisher: str
    published: str | None
    ref: str
    copies: tuple[Source, ...] = ()


class Near(NamedTuple):
    """A question whether this and another are one incident."""

    question: Question
    evidence: list[Sentence]


class Whole(NamedTuple):
    """All that the page of an incident shows, besides its parts as every page prints them."""

    parts: Mapping[str, Any]  # of `pages.telling.incident_parts`
    beside: Mapping[str, Any]  # of `pages.drawing.Drawing.beside`
    kind: str
    figures: Mapping[str, Parts]  # by status
    bars: tuple[str, str]  # SVG: each account's figures, broad and narrow; "" for none
    mix_ups: Parts
    conflicts: Parts  # but for mix-ups
    sources: list[Source]
    nearly: list[Near]
    history: list[Decision]
    kept: Remarks  # people's own code, tags and notes


def whole(incident: Incident, now: Now) -> Whole:
    """Return all of an incident of the record as shown, names withheld."""
    parts: dict[str, Any] = incident_parts(incident, now.quoting)
    main, told = parts["main"], _outcomes(incident, now)
    by_status = {s: [f for f in main if f["value"].status == s] for s in _STATUSES}
    return Whole(
        parts=parts,
        beside=now.drawing.beside(incident),
        kind=kind_words(incident.event_type, incident.sub_event_type),
        figures={status: held for status, held in by_status.items() if held},
        bars=(bars(incident.title, told), bars(incident.title, told, narrow=True)),
        mix_ups=[c for c in parts["conflicts"] if c["kind"] == _MIX_UP],
        conflicts=[c for c in parts["conflicts"] if c["kind"] != _MIX_UP],
        sources=_sources(incident, now),
        nearly=[Near(q, now.quoting.rows(q.claims)) for q in now.nearly(incident)],
        history=history(incident, now),
        kept=now.remarked.of(incident),
    )


def history(incident: Incident, now: Now) -> list[Decision]:
    """Return every decision about an incident, those taken back too, as they were made."""
    rests_on = set(incident.decisions)
    about = _own(incident, now) | {s for d in now.decisions if d.id in rests_on for s in d.subjects}
    return [d for d in now.decisions if not about.isdisjoint((d.id, *d.subjects))]


def _own(incident: Incident, now: Now) -> set[str]:
    """Return the ids of an incident's mentions, and of the claims that hang on them."""
    mentions = {incident.id, *incident.aliases}
    accounts = (now.accounts[d] for d in incident.accounts if d in now.accounts)
    return mentions | {c.id for a in accounts for c in a.claims if c.about in mentions}


def _outcomes(incident: Incident, now: Now) -> list[Outcome]:
    """Return the reports of each outcome, those of one independent source together."""
    mixed = {c for f in incident.conflicts if f.kind == _MIX_UP for c in f.claims}
    told: dict[str, list[Reported]] = {}
    for report in incident.reports:
        if report.count.low is not None:
            told.setdefault(report.outcome, []).append(report)
    ordered = sorted(told, key=lambda o: (o not in _FIRST, _FIRST.find(o), o))
    return [Outcome(outcome, _bars(told[outcome], mixed, now)) for outcome in ordered]


def _bars(reports: Sequence[Reported], mixed: set[str], now: Now) -> list[list[Bar]]:
    claims = [now.claims[c] for r in reports for c in r.claims if c in now.claims]
    source_of = {c.id: n for n, some in enumerate(now.parted(claims)) for c in some}
    found: dict[int, list[Bar]] = {}
    for report in reports:
        source = next((source_of[c] for c in report.claims if c in source_of), -1)
        found.setdefault(source, []).append(_bar(report, mixed, now))
    return list(found.values())


def _bar(report: Reported, mixed: set[str], now: Now) -> Bar:
    people = people_words(report.people)
    figure = count_words(report.count) + (f" ({people})" if people else "")
    source = _source(report.document, now)
    copy = "copy, " if report.document in now.copies else ""
    return Bar(
        low=report.count.low or 0,
        high=report.count.high,
        who=f"{copy}{source.publisher}: {report.speaker}" if report.speaker else source.publisher,
        figure=figure,
        faint=report.overtaken,
        mixed=not mixed.isdisjoint(report.claims),
    )


def _sources(incident: Incident, now: Now) -> list[Source]:
    """Return the accounts by day, each copy folded into what it was copied from."""
    documents = dict.fromkeys(incident.accounts)
    folded: dict[str, list[Source]] = {}
    for document in documents:
        original = now.copies.get(document)
        if original in documents:
            folded.setdefault(original, []).append(_source(document, now))
    own = [d for d in documents if now.copies.get(d) not in documents]
    found = [_source(d, now)._replace(copies=tuple(folded.get(d, ()))) for d in own]
    return sorted(found, key=lambda s: (s.published or "", s.ref))


def _source(document: str, now: Now) -> Source:
    """Return an account under its publisher, else under the reference by which it came."""
    capture = now.captures.get(document)
    if capture is None:
        return Source(document, document[:12], None, document[:12])
    return Source(document, capture.publisher or capture.ref, capture.published, capture.ref)
