"""One incident's figures -> those that do not fit together, never corrected silently (COUNTING 8).

Each conflict names what is said, who says it, and how likely it is a mix-up, by rules stated at
`likelihood`; its claims lead to a sentence of either side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Literal

from cenotaph.model import Conflict, Count, Outcome, People, count_words, people_words, sayings
from cenotaph.model.groups import by_key
from cenotaph.reconcile.attackers import of_attackers
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.positions import Position, standing

Kind = Literal["ranges apart", "account against itself", "copy changed"]
Pair = tuple[Position, Position]
_MOST_NAMED = 3  # sources named for one figure; the claims lead to all
_LARGE = 10  # people from which the same number twice is seldom chance
_SMALL = 5  # people below which it often is


def of_positions(found: Sequence[Position], case: Case) -> Iterator[Conflict]:
    """Yield figures that do not meet, in one account, in a copy, or between accounts.

    What every later report exceeds contests nothing (17), but a copy that changed it is shown.
    """
    current = standing(found)
    stands = {id(p) for p in current}  # a large incident has pairs by the hundred thousand
    for members in by_key(found, lambda p: (p.outcome, p.people)).values():
        apart: dict[tuple[Kind, Count, Count], list[Pair]] = defaultdict(list)
        for first, second in _pairs_apart(members, stands):
            kind = _kind(first, second, case)
            if kind == "copy changed" or {id(first), id(second)} <= stands:
                apart[kind, first.said, second.said].append((first, second))
        for (kind, _, _), pairs in apart.items():
            yield _apart(kind, pairs, case)
    yield from of_attackers(current, case.sources.publisher)
    yield from _mixed_up(current, case)


def _pairs_apart(members: Sequence[Position], stands: AbstractSet[int]) -> Iterator[Pair]:
    """Yield two figures that do not meet, the lower first: both stand, or are of one story.

    Of two accounts only where neither gives the other's figure too: else one is against itself.
    """
    given: dict[str, set[Count]] = defaultdict(set)
    for p in members:
        given[p.document].add(p.count)
    order = sorted({p.count for p in members}, key=lambda c: (c.low or 0, repr(c)))
    rank = {count: n for n, count in enumerate(order)}
    apart = [{n for n, c in enumerate(order) if not c.agrees(count)} for count in order]
    marked = [(p, rank[p.count], id(p) in stands) for p in members]
    for (a, m, one), (b, n, other) in combinations(marked, 2):
        if n not in apart[m] or not ((one and other) or a.story == b.story):
            continue
        if a.document == b.document or not (
            b.count in given[a.document] or a.count in given[b.document]
        ):
            yield (a, b) if m <= n else (b, a)


def _kind(a: Position, b: Position, case: Case) -> Kind:
    if a.document == b.document:
        return "account against itself"
    if case.sources.story(a.document) == case.sources.story(b.document):
        return "copy changed"
    return "ranges apart"


def _apart(kind: Kind, pairs: Sequence[Pair], case: Case) -> Conflict:
    first, second = pairs[0]
    people = people_words(first.people)
    what = f"{first.outcome} ({people})" if people else first.outcome
    low, high = ([pair[i] for pair in pairs] for i in (0, 1))
    text = sayings.APART.format(
        what=what,
        low=_saying(low, case),
        high=_saying(high, case),
        likely=likelihood(kind, first, second),
    )
    return Conflict(kind=kind, text=text, claims=_claims(pairs))


def likelihood(kind: Kind, low: Position, high: Position) -> str:
    """Say how likely it is that one of two figures is a slip, by the first rule that fits.

    Likely: digits that a typist exchanges, drops or doubles; a copy that gives another number
    though it is not newer; one voice in one account with two. Possible: a copy that may have been
    brought up to date. Else nothing speaks for it: sources differ.
    """
    if _is_slip(low.said, high.said):
        return sayings.SLIP
    newer = low.day[:10] < high.day[:10]
    if kind == "copy changed":
        return sayings.UPDATE if newer else sayings.COPY_SLIP
    if kind == "account against itself" and _speakers(low) == _speakers(high):
        return sayings.ONE_VOICE
    return sayings.GREW if newer else sayings.NO_SLIP


def _is_slip(a: Count, b: Count) -> bool:
    """Tell whether two numbers' digits are exchanged, or one is missing or doubled: 13, 31, 113.

    A single digit beside another is no sign: "3" and "13" are often both meant.
    """
    x, y = str(a.low), str(b.low)
    if a.low is None or b.low is None or min(len(x), len(y)) < 2:
        return False
    if len(x) == len(y):
        return sorted(x) == sorted(y) and len(x) < 5 and x != y
    longer, shorter = (x, y) if len(x) > len(y) else (y, x)
    cut = {longer[:i] + longer[i + 1 :] for i in range(len(longer))}
    return len(longer) == len(shorter) + 1 and shorter in cut


def _mixed_up(current: Sequence[Position], case: Case) -> Iterator[Conflict]:
    """Yield a number that one account gives for the dead and another for the injured."""
    told: dict[tuple[str, Outcome], list[Position]] = defaultdict(list)
    for p in current:
        if p.people == People() and p.count.low is not None:
            told[p.document, p.outcome].append(p)
    found: dict[tuple[int, Outcome, str], list[Pair]] = defaultdict(list)
    dead = [p for p in current if p.outcome == "killed" and p.people == People()]
    giving = by_key(current, lambda p: p.count.low)
    for a in dead:
        for b in giving[a.count.low]:
            why = _why_mixed(a, b, told)
            if why is not None and _kind(a, b, case) == "ranges apart":
                found[a.count.low or 0, b.outcome, why].append((a, b))
    for (number, outcome, why), pairs in found.items():
        ones, others = _names([a for a, _ in pairs], case), _names([b for _, b in pairs], case)
        text = sayings.MIXED_UP.format(
            n=number, ones=ones, outcome=outcome, others=others, mixed=why
        )
        yield Conflict(kind="same number other outcome", text=text, claims=_claims(pairs))


def _why_mixed(
    dead: Position, other: Position, told: dict[tuple[str, Outcome], list[Position]]
) -> str | None:
    """Say how likely the same number of dead and of others is a mix-up; None: no sign of it.

    An account that gives a figure for both outcomes which allows the other account's is none:
    three dead and three injured are common.
    """
    number = dead.count.low or 0
    if other.outcome not in {"injured", "casualties"} or other.people != People():
        return None
    own = told.get((dead.document, other.outcome), [])
    theirs = told.get((other.document, "killed"), [])
    allows = any(p.count.agrees(other.count) for p in own)
    if allows or any(p.count.agrees(dead.count) for p in theirs):
        return None
    if number < 2 or number != other.count.low:
        return None
    if any(p.count.agrees(q.count) for p in own for q in theirs):
        return sayings.EXCHANGED
    if own or theirs:
        return sayings.LIKELY if number >= _SMALL else None
    return sayings.NEITHER if number >= _LARGE else sayings.PERHAPS


def _speakers(position: Position) -> set[str]:
    return {c.speaker.name if c.speaker else "" for c in position.claims}


def _saying(positions: Sequence[Position], case: Case) -> str:
    """Return a figure and who gives it: "at least 17 (Delta Herald: Governor Marsh)"."""
    return sayings.GIVEN.format(
        count=count_words(positions[0].said), givers=_names(positions, case)
    )


def _names(positions: Sequence[Position], case: Case) -> str:
    each = {id(p): p for p in positions}.values()  # of many pairs few positions
    names = list(dict.fromkeys(_source(p, case) for p in each))
    over = len(names) - _MOST_NAMED
    more = [sayings.MORE.format(n=over)] if over > 0 else []
    return "; ".join([*names[:_MOST_NAMED], *more])


def _source(position: Position, case: Case) -> str:
    speakers = [c.speaker.name for c in position.claims if c.speaker and c.voice == "speaker"]
    publisher = case.publisher(position) or sayings.PUBLISHER_UNKNOWN
    return f"{publisher}: {', '.join(dict.fromkeys(speakers))}" if speakers else publisher


def _claims(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Return the claims of both sides, those of the first pair first."""
    return tuple(dict.fromkeys(c.id for pair in pairs for p in pair for c in p.claims))
