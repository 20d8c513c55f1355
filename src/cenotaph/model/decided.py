"""Decisions -> those in force, and the verdict on each claim."""

from __future__ import annotations

from collections.abc import Iterable

from cenotaph.model.publisher import Publisher, plain
from cenotaph.model.record import Decision

_JUDGING = ("accept", "reject", "correct", "add")  # verdicts about claims; the rest link or copy


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that none in force supersedes, in order of force.

    An `undo` only supersedes: where it is undone itself, what it took back holds again.
    """
    known = sorted(decisions, key=lambda d: d.seq)
    held = standing(known)
    return tuple(d for d in known if d.id in held and d.verdict != "undo")


def standing(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the ids of the decisions that none in force supersedes, each `undo` among them."""
    gone: set[str] = set()
    kept = set()
    for decision in sorted(decisions, key=lambda d: -d.seq):
        if decision.id in gone:
            continue
        kept.add(decision.id)
        if decision.supersedes is not None:
            gone.add(decision.supersedes)
    return frozenset(kept)


def judgements(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the decision that holds about each claim: the last one in force."""
    held = (d for d in in_force(decisions) if d.verdict in _JUDGING)
    return {subject: d for d in held for subject in d.subjects}


def binding(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions, in order of force, less what people noted for themselves.

    So too what takes a note back: neither moves anything in the record.
    """
    own: set[str] = set()
    kept = []
    for decision in sorted(decisions, key=lambda d: d.seq):
        if decision.verdict == "note" or (
            decision.verdict == "undo" and decision.supersedes in own
        ):
            own.add(decision.id)
        else:
            kept.append(decision)
    return tuple(kept)


def publishers(decisions: Iterable[Decision]) -> tuple[Publisher, ...]:
    """Return what people decided about publishers: of each the last word in force, by name."""
    held = (d.publisher for d in in_force(decisions) if d.publisher is not None)
    return tuple(p for _, p in sorted({plain(p.name): p for p in held}.items()))
