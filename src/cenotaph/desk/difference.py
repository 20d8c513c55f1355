"""The record before and after a decision -> what changed, incident by incident."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.model import (
    Figure,
    Incident,
    Record,
    Series,
    count_of,
    count_words,
    range_words,
    what_words,
)
from cenotaph.publish import Options, discreet
from cenotaph.releases.matching import matched, mentions

_SHORT = 8  # letters of an id shown


def difference(before: Record, after: Record, options: Options) -> Iterator[str]:
    """Yield a line for each thing that is another one now; a last word where nothing is."""
    yield from changes(discreet(before, options), discreet(after, options))


def changes(old: Record, new: Record) -> Iterator[str]:
    """Yield the same of records in which no withheld name is left."""
    lines = [*_incidents(old, new), *_series(old, new), *_copies(old, new)]
    yield from lines or ["The record is as it was."]


def named(incident: Incident) -> str:
    """Return an incident's title with the beginning of its id."""
    return f"{incident.title} [{incident.id[:_SHORT]}]"


def _incidents(old: Record, new: Record) -> Iterator[str]:
    for before, after in matched(old.incidents, new.incidents, mentions, mentions):
        if not before:
            yield f"New: {_told(after[0])}"
        elif not after:
            yield f"Gone: {_told(before[0])}"
        elif len(before) == len(after) == 1:
            yield from _changed(before[0], after[0])
        else:
            joined = len(after) == 1
            yield f"{'Joined' if joined else 'Parted'}: {'; '.join(map(named, before))}"
            yield from (f"  -> {_told(a)}" for a in after)


def _told(incident: Incident) -> str:
    return f"{named(incident)}: {_tolls(incident) or 'no figures'}"


def _changed(old: Incident, new: Incident) -> Iterator[str]:
    """Yield what of an incident is another, under its title."""
    befores, afters = figures(old), figures(new)
    lines = [
        f"  {what}: {befores.get(what, 'nothing')} -> {afters.get(what, 'nothing')}"
        for what in dict.fromkeys((*befores, *afters))
        if befores.get(what) != afters.get(what)
    ]
    for what in ("title", "first", "last", "independent_sources", "review"):
        a, b = getattr(old, what), getattr(new, what)
        if a != b:
            lines.append(f"  {what.replace('_', ' ')}: {a or 'unknown'} -> {b or 'unknown'}")
    blamed = [", ".join(dict.fromkeys(b.party for b in i.responsibility)) for i in (old, new)]
    if blamed[0] != blamed[1]:
        lines.append(f"  blamed: {blamed[0] or 'nobody'} -> {blamed[1] or 'nobody'}")
    if lines:
        yield f"{named(new)}:"
        yield from lines


def figures(incident: Incident) -> dict[str, str]:
    """Return an incident's figures in words, by outcome and people."""
    return {what_words(t): _range(t) for t in incident.tolls}


def _range(figure: Figure) -> str:
    best = (
        f", best {figure.best:,}" if figure.best is not None and figure.low != figure.high else ""
    )
    sources = f"{figure.sources} source" + ("" if figure.sources == 1 else "s")
    return f"{range_words(figure)} ({figure.status}{best}, {sources})"


def _tolls(incident: Incident) -> str:
    return "; ".join(f"{what_words(t)} {_range(t)}" for t in incident.tolls)


def _series(old: Record, new: Record) -> Iterator[str]:
    befores, afters = ({s.id: _running(s) for s in r.series} for r in (old, new))
    for key in dict.fromkeys((*befores, *afters)):
        a, b = befores.get(key, "nothing"), afters.get(key, "nothing")
        if a != b:
            yield f"Running total [{key[:_SHORT]}]: {a} -> {b}"


def _running(series: Series) -> str:
    return f"{series.outcome} {count_words(count_of(series))}"


def _copies(old: Record, new: Record) -> Iterator[str]:
    befores, afters = dict(old.copies_of), dict(new.copies_of)
    refs = {c.document: c.ref for c in new.captures}
    for copy in sorted(befores.keys() | afters.keys()):
        a, b = (refs.get(d, "none") if d else "none" for d in (befores.get(copy), afters.get(copy)))
        if a != b:
            yield f"{refs.get(copy, copy[:_SHORT])}: a copy of {a} -> of {b}"
