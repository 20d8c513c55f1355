"""Incidents -> Questions: what a person should settle first."""

from __future__ import annotations

from collections.abc import Iterable

from cenotaph.model import Incident, Question

# What can put a wrong number of dead into the record comes first.
_URGENCY = (
    "same number other outcome",
    "copy changed",
    "ranges apart",
    "account against itself",
    "part exceeds whole",
    "series falls",
    "presence disputed",
    "two parties",
    "denied",
    "attribute",
)


def questions(incidents: Iterable[Incident]) -> list[Question]:
    """Return one question a conflict, the most useful first; order of input does not matter."""
    found = [
        (_URGENCY.index(c.kind), i.id, Question(subjects=c.claims, text=c.text, claims=c.claims))
        for i in incidents
        for c in i.conflicts
        if i.review != "reviewed"
    ]
    return [q for _, _, q in sorted(found, key=lambda row: (row[0], row[1], row[2].claims))]
