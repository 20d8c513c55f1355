"""The words of an account that tell a running total: nothing said beside them is an incident's."""

from __future__ import annotations

from cenotaph.text.harms_in import Told, told, trigger_span
from cenotaph.text.reading import Reading


def totals(reading: Reading) -> frozenset[str]:
    """Return the mentions whose figures all belong to no incident (COUNTING 14, 15a, 16)."""
    return reading.once(_totals_in)


def _totals_in(reading: Reading) -> frozenset[str]:
    items = told(reading)
    apart = {trigger_span(item) for item in items if _is_apart(item)}
    apart -= {trigger_span(item) for item in items if not _is_apart(item)}
    return frozenset(m.id for m in reading.mentions if m.span in apart)


def _is_apart(item: Told) -> bool:
    return (
        item.period.scope != "incident" or item.cause == "indirect" or item.harm.outcome == "buried"
    )
