"""Conflicts inside an incident or series (COUNTING 8) -> which of two readings is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cenotaph.model import (
    Choice,
    Claim,
    Conflict,
    Incident,
    Question,
    QuestionKind,
    Record,
    Series,
    Toll,
)
from cenotaph.model.groups import by_key
from cenotaph.review.stake import OTHER, Known, dead, expected, moved

LETTERS = "abcdefhi"  # not g: pressed at the desk, it begins the way to another page
_FIGURES = frozenset(
    {
        "ranges apart", "same number other outcome", "account against itself",
        "part exceeds whole", "series falls", "copy changed",
    }
)  # fmt: skip

# That the published row changes when a person settles the conflict: judged, not measured. A number
# that stands under another outcome elsewhere is likelier a slip than two figures that both stand.
CHANCE: Final[Mapping[str, float]] = {
    "same number other outcome": 0.7,
    "copy changed": 0.7,
    "part exceeds whole": 0.7,
    "ranges apart": 0.5,
    "account against itself": 0.5,
    "series falls": 0.5,
    "presence disputed": 0.3,
    "two parties": 0.3,
    "denied": 0.2,
    "attribute": 0.2,
}
_OFTEN = 0.3  # for a kind that has no row above


def ask(record: Record, known: Known) -> Iterator[Question]:
    """Yield one question a conflict that nobody has answered."""
    holders: tuple[Incident | Series, ...] = (*record.incidents, *record.series)
    for holder in holders:
        for conflict in holder.conflicts:
            if conflict.claims and not known.answered(conflict.claims):
                yield _question(conflict, holder, known)


def _question(conflict: Conflict, holder: Incident | Series, known: Known) -> Question:
    claims = [known.claims[c] for c in conflict.claims if c in known.claims]
    sides = _sides(claims)
    figures = conflict.kind in _FIGURES
    kind: QuestionKind = "reading" if figures else "conflict"
    where = f"{holder.title}: " if isinstance(holder, Incident) else ""
    persons = _spread(sides) if figures else moved(OTHER * _dead(holder))
    return Question(
        kind=kind,
        subjects=conflict.claims,
        text=f"{where}{conflict.kind}: {conflict.text}",
        claims=conflict.claims,
        choices=_choices(sides),
        change=expected(persons, CHANCE.get(conflict.kind, _OFTEN), 1),
    )


def _dead(holder: Incident | Series) -> int:
    if isinstance(holder, Series):
        return (holder.low or 0) if holder.outcome == "killed" else 0
    return dead(holder)


def _sides(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Part the claims by account; within one account each stands for itself."""
    by_document = by_key(claims, lambda claim: claim.document)
    if len(by_document) > 1:
        return list(by_document.values())
    return [[c] for c in claims]


def _spread(sides: Sequence[Sequence[Claim]]) -> float:
    """Return by how much the figures of the sides differ."""
    lows = {
        outcome: [max(f) for side in sides if (f := list(_lows(side, outcome)))]
        for outcome in ("killed", "injured")
    }
    apart = {o: max(f) - min(f) if len(f) > 1 else sum(f) for o, f in lows.items()}
    return moved(apart["killed"], apart["injured"])


def _lows(side: Sequence[Claim], outcome: str) -> Iterator[int]:
    for claim in side:
        toll = claim.value
        if isinstance(toll, Toll) and toll.outcome == outcome and toll.count.low is not None:
            yield toll.count.low


def _choices(sides: Sequence[Sequence[Claim]]) -> tuple[Choice, ...]:
    """Offer each side, all of them side by side, and none."""
    everyone = tuple(c.id for side in sides for c in side)
    each = tuple(
        Choice(
            key=letter,
            words=f"{letter} is right",
            verdict="accept",
            subjects=tuple(c.id for c in side),
        )
        for letter, side in zip(LETTERS, sides, strict=False)
    )
    return (
        *each,
        Choice(
            key="y", words="all are read rightly, side by side", verdict="accept", subjects=everyone
        ),
        Choice(key="n", words="none is", verdict="reject", subjects=everyone),
    )
