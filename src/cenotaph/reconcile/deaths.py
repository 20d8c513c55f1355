"""Positions -> those of somebody injured whom every later report counts among the dead.

"One later died": the same person is never in both (COUNTING 18). Only of one person: of as many
dead as another account has injured, a mix-up is as likely (COUNTING 8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from cenotaph.model import AccountIncident, AccountToll, People
from cenotaph.reconcile.positions import Position, is_later
from cenotaph.reconcile.sources import Sources

Stories = Mapping[tuple[str, str], AccountIncident]


def with_deaths(
    found: Sequence[Position], stories: Stories, sources: Sources
) -> tuple[Position, ...]:
    """Return the positions, those of one injured marked whom all later reports tell as dead."""
    whole = {key[0]: story for key, story in stories.items()}
    dead = [p for p in found if p.outcome == "killed"]
    return tuple(
        replace(p, died=True) if _is_of_one(p) and _died(p, whole, dead, sources) else p
        for p in found
    )


def _is_of_one(position: Position) -> bool:
    return position.outcome == "injured" and position.count.low == position.count.high == 1


def _died(
    hurt: Position,
    whole: Mapping[str, AccountIncident],
    dead: Sequence[Position],
    sources: Sources,
) -> bool:
    """Tell whether later reports have nobody injured, and one more dead than this account."""
    own = whole.get(hurt.document)
    before = _most(own.killed) if own is not None else 0
    later = [
        document
        for document, story in whole.items()
        if is_later(sources.day(document), hurt.day) and (story.killed or story.injured)
    ]
    if before is None or not later:
        return False
    return all(
        _most(whole[d].injured) == 0 and _least(whole[d].killed) > before for d in later
    ) and any(_may_be_one(hurt.people, p.people) for p in dead if p.document in later)


def _least(toll: AccountToll | None) -> int:
    return toll.low or 0 if toll is not None else 0


def _most(toll: AccountToll | None) -> int | None:
    return toll.high if toll is not None else 0


def _may_be_one(a: People, b: People) -> bool:
    """Tell whether nothing that is said of two people parts them."""
    told = ((a.status, b.status), (a.age, b.age), (a.sex, b.sex))
    return all(x == y or {x, y} & {None, "unknown"} for x, y in told)
