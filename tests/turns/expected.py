"""What an account composed by lot must come to, and what is wrong with what was read of it.

An incident's fields that are not named are not asked about; a set of values holds all that would
be right. The account's main incident comes first; the others may be told in any order.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from cenotaph.model import Responsibility, Toll
from readings import account_of, bounds, stories_of

if TYPE_CHECKING:
    from cenotaph.model import AccountIncident

Field = Literal["killed", "injured", "missing", "day", "town", "blamed", "kind"]
Expected = dict[Field, object]
Bounds = tuple[int | None, int | None]


@dataclass
class Account:
    """A composed account: its text, and the incidents that it was composed of, main one first."""

    text: str
    incidents: list[Expected]
    turns: list[str] = field(default_factory=list)
    title: str | None = None
    published: str | None = "2024-05-08"  # a Wednesday
    maybe: list[Expected] = field(default_factory=list)  # told, or kept apart as background
    ranked: bool = True  # the first incident is the account's main one
    totals: list[tuple[str, Bounds]] = field(
        default_factory=list
    )  # outcome ("": any), no incident's
    deniers: frozenset[str] = frozenset()  # one of these parties must be told to deny


def faults(account: Account) -> Iterator[str]:
    """Yield what is wrong with the reading of an account, in words."""
    yield from _unsaid(account)
    told = [_read(i) for i in stories_of(account.text, account.title, account.published)]
    others = account.incidents
    if others and account.ranked:
        main, *others = others
        if not told:
            yield "no incident"
            return
        read, *told = told
        yield from _wrong(read, main)
    beside = yield from _unranked(told, others)
    yield from (
        f"not told of: {b}" for b in beside if not any(_fits(b, other) for other in account.maybe)
    )


def _unsaid(account: Account) -> Iterator[str]:
    """Yield what is no incident's and must be claimed: running totals (COUNTING 16), denials."""
    claims = account_of(account.text, account.title, account.published).claims
    tolls = [c.value for c in claims if isinstance(c.value, Toll)]
    kept = [(t.outcome, bounds(t.count)) for t in tolls if t.scope != "incident"]
    yield from (
        f"total {outcome} {figure} not kept"
        for outcome, figure in account.totals
        if not any(figure == f and outcome in {"", o} for o, f in kept)
    )
    denied = {
        c.value.party for c in claims
        if isinstance(c.value, Responsibility) and c.stance == "denies"
    }  # fmt: skip
    if account.deniers and not denied & account.deniers:
        yield f"denied by {denied or 'nobody'}, not {set(account.deniers)}"


def _wrong(read: Expected, expected: Expected) -> list[str]:
    return [f"{k} {read[k]}, not {v}" for k, v in expected.items() if not _is(read[k], v)]


def _unranked(
    told: list[Expected], incidents: list[Expected]
) -> Generator[str, None, list[Expected]]:
    """Yield what is wrong where each incident is set beside what was read most like it.

    Return what was read besides.
    """
    pairs = sorted(
        (len(_wrong(read, e)), t, n) for t, read in enumerate(told) for n, e in enumerate(incidents)
    )
    found: dict[int, int] = {}
    for wrong, t, n in pairs:
        if n not in found and t not in found.values() and wrong < max(len(incidents[n]), 1):
            found[n] = t
            yield from _wrong(told[t], incidents[n])
    yield from (f"no incident {e}" for n, e in enumerate(incidents) if n not in found)
    return [read for t, read in enumerate(told) if t not in found.values()]


def _fits(read: Expected, expected: Mapping[Field, object]) -> bool:
    return all(_is(read[k], v) for k, v in expected.items())


def _is(read: object, expected: object) -> bool:
    return read in expected if isinstance(expected, set) else read == expected


def _read(story: AccountIncident) -> Expected:
    days = {story.first, story.last} - {None}
    return {
        "killed": bounds(story.killed), "injured": bounds(story.injured),
        "missing": bounds(story.missing),
        "day": next(iter(days)) if len(days) == 1 else (story.first, story.last),
        "town": story.place and story.place.name,
        "blamed": frozenset(story.parties), "kind": story.event_type,
    }  # fmt: skip
