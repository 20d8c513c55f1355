"""Positions -> a toll over time: who reported which figure when, and what was overtaken since."""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Reported
from cenotaph.reconcile.positions import Position, standing


def reported(found: Sequence[Position]) -> tuple[Reported, ...]:
    """Return every position as a report, earliest first; what nobody can date comes last.

    A figure that every later report exceeds is marked as overtaken (COUNTING 17), not left out.
    """
    current = set(map(id, standing(found)))
    told = [_report(p, overtaken=id(p) not in current) for p in found if _says_a_number(p)]
    return tuple(sorted(told, key=_order))


def _says_a_number(position: Position) -> bool:
    return position.count.low is not None


def _report(position: Position, *, overtaken: bool) -> Reported:
    speakers = dict.fromkeys(c.speaker.name for c in position.claims if c.speaker is not None)
    return Reported(
        outcome=position.outcome,
        people=position.people,
        count=position.said,
        document=position.document,
        day=position.day,
        speaker="; ".join(speakers) or None,
        claims=tuple(c.id for c in position.claims),
        overtaken=overtaken,
    )


def _order(report: Reported) -> tuple[object, ...]:
    return not report.day, report.day, report.document, report.outcome, report.claims
