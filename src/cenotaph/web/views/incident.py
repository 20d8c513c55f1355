"""One incident -> everything its page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cenotaph.model import (
    WITHHELD,
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
from cenotaph.pictures.toll import Say
from cenotaph.web.now import Now
from cenotaph.web.views.folding import (
    MIX_UP,
    Fold,
    Kept,
    begun,
    lean,
    lists,
    own,
    sentences,
)

_STATUSES: Final = ("contested", "agreed", "updated", "single-source")
_FIRST: Final = "killed injured missing"

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
    folds: Mapping[str, Fold]  # how much of each long list is here


def whole(incident: Incident, now: Now, say: Say) -> Whole:
    """Return an incident of the record as shown, names withheld; of long lists the beginning.

    `say` puts the words in pictures in a reader's language.
    """
    every = lists(incident) | {name: make(incident, now) for name, make in _MORE.items()}
    cut = {name: begun(name, items) for name, items in every.items()}
    kept = {name: here for name, (here, _) in cut.items()}
    return _whole(incident, now, kept, {name: fold for name, (_, fold) in cut.items()}, say)


def part_of(incident: Incident, now: Now, part: tuple[str, int], say: Say) -> Whole:
    """Return one page of one list of an incident, by its name, with nothing of the others."""
    name, page = part
    items = _MORE[name](incident, now) if name in _MORE else lists(incident)[name]
    kept, fold = own(name, items, page)
    none: Kept = {key: [] for key in (*lists(incident), *_MORE)}
    return _whole(incident, now, {**none, name: kept}, {name: fold}, say)


def _whole(incident: Incident, now: Now, kept: Kept, folds: Mapping[str, Fold], say: Say) -> Whole:
    here = lean(incident, kept)
    parts: dict[str, Any] = incident_parts(here, now.quoting)
    main, detail = (_known(parts[name], here, incident) for name in ("main", "detail"))
    told = _outcomes(here, now, incident, say)
    drawing = now.drawing(say)
    by_status = {s: [f for f in main if f["value"].status == s] for s in _STATUSES}
    return Whole(
        parts={**parts, "detail": detail},
        beside=drawing.beside(here, narrow=True),
        kind=kind_words(incident.event_type, incident.sub_event_type),
        figures={status: held for status, held in by_status.items() if held},
        bars=(
            bars(say(incident.title), told, say=say),
            bars(say(incident.title), told, narrow=True, say=say),
        ),
        mix_ups=[c for c in parts["conflicts"] if c["kind"] == MIX_UP],
        conflicts=[c for c in parts["conflicts"] if c["kind"] != MIX_UP],
        sources=kept["accounts"],
        nearly=[Near(q, now.quoting.rows(q.claims)) for q in kept["nearly"]],
        history=kept["history"],
        kept=now.remarked.of(incident),
        folds=folds,
    )


def _known(figures: Parts, here: Incident, incident: Incident) -> Parts:
    """Return the figures that have sentences here, or nowhere, with how many they have in all."""
    counts = zip(map(id, here.tolls), map(sentences, incident.tolls), strict=False)
    known = dict(counts)
    found = [{**f, "known": known[id(f["value"])]} for f in figures]
    return [f for f in found if f["evidence"] or not f["known"]]


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


def _outcomes(here: Incident, now: Now, incident: Incident, say: Say) -> list[Outcome]:
    """Return the reports that are here by outcome, those of one independent source together."""
    mixed = {c for f in incident.conflicts if f.kind == MIX_UP for c in f.claims}
    told: dict[str, list[Reported]] = {}
    for report in here.reports:
        if report.count.low is not None:
            told.setdefault(report.outcome, []).append(report)
    ordered = sorted(told, key=lambda o: (o not in _FIRST, _FIRST.find(o), o))
    return [Outcome(outcome, _bars(told[outcome], mixed, now, say)) for outcome in ordered]


def _bars(reports: Sequence[Reported], mixed: set[str], now: Now, say: Say) -> list[list[Bar]]:
    claims = [now.claims[c] for r in reports for c in r.claims if c in now.claims]
    source_of = {c.id: n for n, some in enumerate(now.parted(claims)) for c in some}
    found: dict[int, list[Bar]] = {}
    for report in reports:
        source = next((source_of[c] for c in report.claims if c in source_of), -1)
        found.setdefault(source, []).append(_bar(report, mixed, now, say))
    return list(found.values())


def _bar(report: Reported, mixed: set[str], now: Now, say: Say) -> Bar:
    people = people_words(report.people)
    figure = say(count_words(report.count)) + (f" ({say(people)})" if people else "")
    source = _source(report.document, now)
    who = source.publisher
    if report.speaker:
        who = f"{who}: {report.speaker}"
    if report.document in now.copies:
        who = say("copy, %(who)s") % {"who": who}
    return Bar(
        low=report.count.low or 0,
        high=report.count.high,
        who=who.replace(WITHHELD, say(WITHHELD)),
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


def _nearly(incident: Incident, now: Now) -> list[Question]:
    return now.nearly(incident)


_MORE: Final[Mapping[str, Callable[[Incident, Now], Sequence[Any]]]] = {
    "accounts": _sources,
    "nearly": _nearly,
    "history": history,
}
