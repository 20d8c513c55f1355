"""Positions -> those of accounts that leave out the dead attacker, reckoned with him.

The dead of an incident are everybody, the attackers among them. News gives either: "a gunman killed
four", "five died in a shooting". Where accounts tell of dead attackers, the figure of one that
tells of none contradicts none that is higher by as many or fewer: both are of the same dead. What
was said stands as it was said (`Position.said`); the record counts with the attackers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from cenotaph.model import (
    Claim,
    Conflict,
    Count,
    Document,
    People,
    Toll,
    Victim,
    count_words,
    sayings,
)
from cenotaph.reconcile.account_figures import count_of, is_of_attacker, outcome_of
from cenotaph.reconcile.positions import Position

# "A suicide bombing killed nine": whoever did it is dead, though nobody counts him.
_SUICIDE = re.compile(
    r"\bsuicide(?: (?:car|truck|vest|belt|motorcycle|vehicle))?[ -]"
    r"(?:bomb|attack|blast|explosion|assault|mission)\w*|\bkamikaze (?:attack|bomb)\w*",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:attempt\w*|would-be|foil\w*|thwart\w*|fail\w*|prevent\w*|surviv\w*|arrest\w*|captur\w*)\b",
    re.IGNORECASE,
)


def with_attackers(
    found: Sequence[Position], claims: Sequence[Claim], documents: Mapping[str, Document]
) -> tuple[Position, ...]:
    """Return the positions, those that leave out dead attackers raised to the figure that has them.

    `claims` may feed a toll. A figure that an account gives with the attackers goes before one that
    may or may not hold them; where there is none, all figures must lie as near as the attackers are
    many, and the highest is the one with them.
    """
    most = _dead_attackers(claims, documents)
    every = [p for p in found if _is_of_everybody(p)]
    if not most or not every:
        return tuple(found)
    parts = {c.part_of for c in claims if _attackers(c)} - {None}
    whole = [p for p in every if any(_attackers(c) or c.id in parts for c in p.claims)]
    aims = [p.count for p in whole] or _highest([p.count for p in every], most)
    open_ = {id(p) for p in every if not p.accepted} - set(map(id, whole))
    return tuple(_raised(p, aims, most) if id(p) in open_ else p for p in found)


def of_attackers(
    found: Sequence[Position], sources: Mapping[str, str | None]
) -> Iterator[Conflict]:
    """Yield a hint where one account counts the attackers and the other does not.

    Its claims lead to a sentence of either; `sources` are the publishers, by document.
    """
    for count in dict.fromkeys(p.said for p in found if p.left_out):
        out = [p for p in found if p.left_out and p.said == count]
        top = out[0].count
        others = [p for p in found if p.outcome == "killed" and not p.left_out and p.count == top]
        one, other = (_names(side, sources) for side in (out, others))
        text = sayings.BOTH_HOLD.format(
            count=count_words(count),
            ones=one,
            top=count_words(top),
            others=other,
            whom=sayings.attackers(out[0].left_out),
        )
        ids = (c.id for p in (*others, *out) for c in p.claims)
        yield Conflict(kind="attribute", text=text, claims=tuple(dict.fromkeys(ids)))


def _dead_attackers(claims: Sequence[Claim], documents: Mapping[str, Document]) -> int:
    """Return the most attackers that an account tells to have died in the incident."""
    told = max(map(_attackers, claims), default=0)
    return told or int(any(_is_suicide(c, documents) for c in claims))


def _attackers(claim: Claim) -> int:
    """Return how many dead attackers a claim is of; 0: of other people, or of the living."""
    if outcome_of(claim) != "killed" or not is_of_attacker(claim):
        return 0
    return count_of(claim).low or 0


def _is_suicide(claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Tell whether the dead are told of as those of a suicide attack."""
    value = claim.value
    if not isinstance(value, Toll | Victim) or claim.document not in documents:
        return False
    said = documents[claim.document].quote(claim.sentence)
    return _SUICIDE.search(said) is not None and _NOT_DONE.search(said) is None


def _is_of_everybody(position: Position) -> bool:
    return (
        position.outcome == "killed"
        and position.people == People()
        and bool(position.count.low)
        and position.count.vague is None
    )


def _highest(counts: Sequence[Count], most: int) -> list[Count]:
    """Return the highest of figures that all lie within the number of the attackers."""
    lows = [c.low or 0 for c in counts]
    top = max(lows)
    return [c for c in counts if c.low == top] if top - min(lows) <= most else []


def _raised(position: Position, aims: Sequence[Count], most: int) -> Position:
    """Return a figure with as many attackers as it takes to meet one that counts them."""
    own = position.count
    if any(own.agrees(aim) for aim in aims):
        return position
    for left_out in range(1, most + 1):
        count = _more(own, left_out)
        if any(count.agrees(aim) for aim in aims):
            return replace(position, count=count, left_out=left_out)
    return position


def _more(count: Count, more: int) -> Count:
    high = None if count.high is None else count.high + more
    return replace(count, low=(count.low or 0) + more, high=high)


def _names(positions: Sequence[Position], sources: Mapping[str, str | None]) -> str:
    names = (sources.get(p.document) or sayings.PUBLISHER_UNKNOWN for p in positions)
    return "; ".join(sorted(set(names)))
