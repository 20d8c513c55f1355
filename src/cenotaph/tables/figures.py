"""An incident's figures -> the numbers of a table, and words for what numbers cannot carry."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.model import (
    Figure,
    Incident,
    Outcome,
    People,
    count_of,
    count_words,
    people_words,
)
from cenotaph.tables.cells import Cell
from cenotaph.tables.parties import held

_TOLD_APART = {"denied", "two parties"}  # conflicts that the words about parties tell


def whole(incident: Incident, outcome: Outcome) -> Figure | None:
    """Return the figure for everybody who suffered an outcome; None where accounts give none."""
    return part(incident, outcome, People())


def part(incident: Incident, outcome: Outcome, people: People) -> Figure | None:
    """Return the figure for just these people; None where accounts give none."""
    found = (f for f in incident.tolls if f.outcome == outcome and f.people.bare() == people)
    return next(found, None)


def low(figure: Figure | None) -> Cell:
    """Return the least number of a figure; empty, not zero, where nobody gives one."""
    return Cell(value=figure.low, claims=figure.claims) if figure else Cell()


def high(figure: Figure | None) -> Cell:
    """Return the greatest number of a figure; empty where it is open or nobody gives one."""
    return Cell(value=figure.high, claims=figure.claims) if figure else Cell()


def best(figure: Figure | None) -> Cell:
    """Return the one number that the policy, or a person, made of a figure; else empty."""
    return Cell(value=figure.best, claims=figure.claims) if figure else Cell()


def figure_words(figure: Figure) -> str:
    """Return a figure in words: "2 against at least 14, contested"."""
    vague = figure.low is None and figure.vague
    words = f"“{figure.vague}”" if vague else count_words(count_of(figure))
    if figure.status == "contested" and figure.best is None:
        words = " against ".join(map(count_words, figure.sides)) or words
    elif figure.best is not None and (figure.low, figure.high) != (figure.best, figure.best):
        words = f"{figure.best:,} ({words})"
    people = people_words(figure.people)
    said = [figure.status] if figure.status == "contested" else []
    return ", ".join([f"{words} ({people})" if people else words, *said])


def notes(incident: Incident, *more: str) -> Cell:
    """Return what an incident's columns cannot say: every figure, who says what, and who read it.

    By whom a figure was checked is part of it: a machine's reading must not pass for a person's.
    """
    parties = held(incident)
    told = [incident.title, *_figures(incident)]
    if parties:
        told.append(f"Responsibility: {'; '.join(h.words for h in parties)}")
    told.extend(
        f"{c.kind.capitalize()}: {c.text}" for c in incident.conflicts if c.kind not in _TOLD_APART
    )
    told.extend(more)
    told.append(f"Policy {incident.policy}; {_REVIEWS[incident.review]}")
    claims = [c for f in incident.tolls for c in f.claims]
    claims += [c for h in parties for c in h.claims]
    claims += [c for conflict in incident.conflicts for c in conflict.claims]
    return Cell(value=". ".join(told) + ".", claims=tuple(dict.fromkeys(claims)))


_REVIEWS = {
    "machine": "read by a machine, checked by nobody",
    "partly": "read by a machine, checked in part by a person",
    "reviewed": "checked by a person",
    "withheld": "withheld by a person",
}


def _figures(incident: Incident) -> Iterator[str]:
    for outcome in dict.fromkeys(f.outcome for f in incident.tolls):
        told = "; ".join(figure_words(f) for f in incident.tolls if f.outcome == outcome)
        yield f"{outcome.capitalize()}: {told}"
