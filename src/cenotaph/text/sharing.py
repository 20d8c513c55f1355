"""Claims of what is told of several incidents at once -> a claim for each (COUNTING 24).

"Bombs went off in Lom and in Tarsk on Friday": the day is claimed of either, from the same words.
A figure of all together is no incident's (COUNTING 16); that nobody was hurt holds of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from cenotaph.model import (
    Claim,
    Mention,
    Place,
    Responsibility,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
    identified,
)
from cenotaph.text.reading import Reading, Shared

_OF_EACH = (When, Weapon, Responsibility, Place, Target)


class _Row(msgspec.Struct, frozen=True):
    """The other incidents of what is told of several, and what their sentence says by place."""

    others: tuple[Mention, ...]
    first: int  # offset of the first act's place; -1: none is told here
    things: bool  # whether each place has its own: "a bank in Lom, two boys in Tarsk"


def with_each(reading: Reading, claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims, what is told of several incidents as one claim for each."""
    rows = {s.mention: _row(s, claims) for s in reading.shared}
    summed = {
        c.id: identified(replace(c, value=replace(c.value, scope="series")))
        for c in claims
        if c.about in rows and isinstance(c.value, Toll) and _is_of_all(c, rows[c.about])
    }
    told = [_linked(summed.get(c.id, c), summed) for c in claims]
    return [each for c in told for each in _each(c, rows.get(c.about or ""))]


def _row(told: Shared, claims: Iterable[Claim]) -> _Row:
    if not told.places:
        return _Row(told.others, -1, things=False)
    first, last = told.places[0].start, told.places[-1].start
    of = (c for c in claims if c.about == told.mention and isinstance(c.value, Target | Toll))
    return _Row(told.others, first, any(first < c.evidence.end <= last for c in of))


def _is_of_all(claim: Claim, row: _Row) -> bool:
    """Tell whether a figure is of several people, whom no words give to one incident."""
    toll = claim.value
    several = isinstance(toll, Toll) and toll.scope == "incident" and toll.count.high not in {0, 1}
    return several and _of_one(claim, row) is None


def _linked(claim: Claim, summed: dict[str, Claim]) -> Claim:
    """Return a claim that names those it belongs to by the ids that they have now."""
    changed = {
        field: summed[held].id
        for field in ("part_of", "adds_to", "of")
        if (held := getattr(claim, field)) in summed
    }
    return replace(claim, **changed) if changed else claim


def _each(claim: Claim, row: _Row | None) -> Iterator[Claim]:
    """Yield what one claim says of each of several incidents."""
    own = claim.about if row is None else _of_one(claim, row)
    yield claim if own is None else replace(claim, about=own)
    zero = isinstance(claim.value, Toll) and claim.value.count.high == 0
    if row is not None and own is None and (zero or isinstance(claim.value, _OF_EACH)):
        for mention in row.others:
            yield identified(replace(claim, about=mention.id, shared=True))


def _of_one(claim: Claim, row: _Row) -> str | None:
    """Return the mention of the one act whose place or thing is told; None for one of all."""
    end, value = claim.evidence.end, claim.value
    if row.first < 0 or not claim.sentence.holds(row.others[-1].span):
        return None
    if isinstance(value, Place):
        return _of_place(claim, row)
    if not row.things or not isinstance(value, Target | Toll | Victim):
        return None
    if end <= row.first:
        return claim.about
    return next((m.id for m in row.others if end <= m.span.start), None)


def _of_place(claim: Claim, row: _Row) -> str | None:
    """Return the mention of a place: its own, or that of the town before it, but the last's.

    "In Lom, in Tarsk and in Orlo, in Mara province": where all of them are.
    """
    before = [m for m in row.others if m.span.start <= claim.evidence.start]
    if not before:
        return claim.about
    last = len(before) == len(row.others) and before[-1].span.start < claim.evidence.start
    return None if last else before[-1].id
