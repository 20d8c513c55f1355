"""Harms with a figure -> tolls: so many people suffered one outcome (COUNTING 1-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Claim, Count, Outcome, People, Span, Toll
from cenotaph.text.harms_in import Told, told
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading

_PLAIN, _REPAIRED = 0.9, 0.7


def find(reading: Reading) -> Iterator[Claim]:
    """Yield the tolls of a reading, each with its part-of and increment relations."""
    for group in _lists(told(reading)):
        for item, count, people, span in _figures(group):
            yield _claim(reading, item, count, people, span)


def _lists(items: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """Yield harms in their lists: "two soldiers and three civilians were killed" is one."""
    group: list[Told] = []
    for item in items:
        if group and not item.harm.joined:
            yield tuple(group)
            group = []
        group.append(item)
    if group:
        yield tuple(group)


def _figures(group: Sequence[Told]) -> Iterator[tuple[Told, Count, People, Span]]:
    """Yield the counted harms of one list; a list with single persons is counted whole."""
    counted = [t for t in group if _is_counted(t)]
    if len(counted) > 1 and len(counted) == len(group) and _is_one_list(counted):
        count = _sum([t.harm.phrase.count or Count() for t in counted])
        yield counted[0], count, People(), counted[0].harm.span
        return
    for item in counted:
        harm = item.harm
        if harm.phrase.count is not None and harm.phrase.kind not in {"definite", "pronoun"}:
            yield item, harm.phrase.count, harm.phrase.people, harm.span


def _is_counted(item: Told) -> bool:
    return (
        item.modality == "real"
        and item.harm.outcome != "none"
        and item.harm.phrase.kind != "plural"
        and item.harm.phrase.count is not None
    )


def _is_one_list(items: Sequence[Told]) -> bool:
    """Tell whether a list holds single persons: "a mother and her two children" is 3 (COUNTING 8)."""
    if any(t.harm.phrase.people.status != "unknown" for t in items):
        return False
    return any(t.harm.phrase.kind in {"singular", "named"} for t in items)


def _sum(counts: Sequence[Count]) -> Count:
    lows = [c.low for c in counts if c.low is not None]
    if len(lows) < len(counts):
        return Count(low=sum(lows), high=None)
    highs = [c.high for c in counts]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return Count(low=sum(lows), high=high, approximate=any(c.approximate for c in counts))


def _claim(reading: Reading, item: Told, count: Count, people: People, span: Span) -> Claim:
    outcome: Outcome = "casualties" if item.harm.outcome == "harmed" else item.harm.outcome  # type: ignore[assignment]
    value = Toll(
        outcome=outcome,
        count=_asserted(count),
        people=people,
        cause=item.cause,
        scope="stock" if outcome == "buried" else item.period.scope,
        since=item.period.since,
        as_of=item.period.as_of,
    )
    confidence = _PLAIN if item.harm.plain else _REPAIRED
    claim = claim_of(reading, value, span, extractor="tolls", confidence=confidence)
    return replace(claim, extractor="tolls")


def _asserted(count: Count) -> Count:
    """Return "up to n" as 1 to n: the sentence asserts victims (COUNTING 3)."""
    if count.low == 0 and count.high:
        return replace(count, low=1)
    return count
