"""An incident or a running total -> what a page prints of it, as words with their sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cenotaph.model import (
    Attribute,
    Count,
    Figure,
    Incident,
    Outline,
    Series,
    Victim,
    count_of,
    count_words,
    days_words,
    people_words,
)
from cenotaph.model.groups import by_key
from cenotaph.pages.drawing import Drawing
from cenotaph.pages.quoting import Quoting
from cenotaph.reconcile.period import Inside


def incident_parts(incident: Incident, quoting: Quoting) -> dict[str, object]:
    """Return everything that a page prints of an incident besides its pictures."""
    attributes = [("place", incident.place)] if incident.place else []
    attributes += [("target", t) for t in incident.targets]
    attributes += [("weapon", w) for w in incident.weapons]
    main, detail = figures(incident.tolls)
    rows = quoting.rows
    return {
        "value": incident,
        "first": True,  # False on the further sheets of a large incident
        "days": days_words(incident.first, incident.last),
        "main": [_figure(f, quoting) for f in main],
        "detail": [_figure(f, quoting) for f in detail],
        "attributes": [_attribute(kind, a, quoting) for kind, a in attributes],
        "blames": [
            {"value": b, "speaker": b.speaker, "evidence": rows(b.claims)}
            for b in incident.responsibility
        ],
        "conflicts": [
            {"kind": c.kind, "text": c.text, "evidence": rows(c.claims)} for c in incident.conflicts
        ],
        "said": said(incident.said, quoting),
        "victims": [{"words": _victim(v), "evidence": rows(ids)} for v, ids in incident.victims],
        "contested": is_contested(incident),
    }


def is_contested(incident: Incident | Outline) -> bool:
    """Tell whether any of an incident's figures contradict each other."""
    return any(f.status == "contested" for f in incident.tolls)


def figures(tolls: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Part the figures for everyone, or the only ones of their outcome, from the finer ones."""
    outcomes = {f.outcome for f in tolls if not people_words(f.people)}
    main = [f for f in tolls if not people_words(f.people) or f.outcome not in outcomes]
    return main, [f for f in tolls if f not in main]


def figure_words(figure: Figure) -> tuple[str, list[str]]:
    """Return a figure in words, and its sides where they stand against each other, else [].

    What is contested stands side by side, never as one range, unless a policy or a person chose.
    """
    count = count_of(figure)
    if figure.low is None:
        count = Count(vague=figure.vague)
    words = count_words(count)
    if figure.best is None:
        return words, list(map(count_words, figure.sides)) if figure.status == "contested" else []
    if (figure.low, figure.high) == (figure.best, figure.best):
        return words, []
    return f"{figure.best:,} ({words})", []


def _figure(figure: Figure, quoting: Quoting) -> dict[str, object]:
    words, sides = figure_words(figure)
    rows = quoting.rows(figure.claims)
    return {
        "value": figure,
        "people": people_words(figure.people),
        "words": words,
        "sides": sides,
        "evidence": rows,
        "sentences": len(rows),
    }


def _attribute(kind: str, attribute: Attribute, quoting: Quoting) -> dict[str, object]:
    value = attribute.value
    precision = getattr(value, "precision", None)
    extra = [getattr(value, "admin1", None), getattr(value, "country", None)]
    return {
        "kind": kind,
        "name": value.name,
        "extra": ", ".join(e for e in extra if e),
        "damage": getattr(value, "damage", None),
        "unresolved": precision == "unresolved",
        "contested": attribute.contested,
        "alternatives": [a.name for a in attribute.alternatives],
        "evidence": quoting.rows(attribute.claims),
    }


def said(ids: Sequence[str], quoting: Quoting) -> list[dict[str, object]]:
    """Return words that are no count, those of one speaker on one topic together."""
    found = by_key(quoting.rows(ids), lambda row: (row.voice, row.says))
    return [{"who": who, "what": what, "evidence": rows} for (who, what), rows in found.items()]


def _victim(victim: Victim) -> str:
    name = victim.name or "unnamed"
    age = f"aged {victim.age}" if victim.age is not None else ""
    return ", ".join(w for w in (name, age, victim.role or "", victim.outcome) if w)


def series_parts(
    series: Series,
    quoting: Quoting,
    drawing: Drawing,
    held: Inside | None,
    titles: Mapping[str, str],
) -> dict[str, object]:
    """Return everything that a page prints of a running total; `held` are incidents inside."""
    return {
        "value": series,
        "words": count_words(count_of(series)),
        "people": people_words(series.people),
        "place": series.place.value.name if series.place else "no place named",
        "evidence": quoting.rows(series.claims),
        "said": said(series.said, quoting),
        "chart": drawing.over_time(drawing.say("Over time"), series.reports),
        "narrow": drawing.over_time(drawing.say("Over time"), series.reports, narrow=True),
        "inside": [(i, titles[i]) for i in held.incidents] if held else [],
        "unaccounted": held.unaccounted if held else None,
    }
