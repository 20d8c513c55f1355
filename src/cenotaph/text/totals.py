"""The words of an account that tell a running total: nothing said beside them is an incident's."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.harms_in import Told, told, trigger_span
from cenotaph.text.reading import Reading


def totals(reading: Reading) -> frozenset[str]:
    """Return the mentions whose figures all belong to no incident (COUNTING 14, 15a, 16)."""
    return reading.once(_totals_in)


def _totals_in(reading: Reading) -> frozenset[str]:
    items = told(reading)
    apart = {span for item in items if _is_apart(item) for span in _words(item)}
    apart -= {trigger_span(item) for item in items if not _is_apart(item)}
    return frozenset(m.id for m in reading.mentions if m.span in apart)


def _words(item: Told) -> Iterator[Span]:
    """Yield the harm's word and those of its means: "900 have been killed by artillery"."""
    yield trigger_span(item)
    sentence, trigger = item.sentence, item.harm.trigger
    for kid in sentence.kids[trigger]:
        if clauses.lower(sentence, kid) in {"by", "in"}:
            yield from (sentence.span_of(i, i) for i in sentence.subtree(kid))


def _is_apart(item: Told) -> bool:
    return (
        item.period.scope != "incident" or item.cause == "indirect" or item.harm.outcome == "buried"
    )
