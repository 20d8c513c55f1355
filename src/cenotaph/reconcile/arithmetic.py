"""Figures that must add up -> those that do not: parts of a whole, falling totals (COUNTING 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from cenotaph.model import Claim, Conflict, Count, Toll, count_words, people_words, sayings
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.figures import is_one_source, told
from cenotaph.reconcile.positions import Position, is_later, toll_count

_SLACK = 1.1  # approximate figures meet within a tenth (COUNTING 4)
_APART = frozenset({"killed", "injured", "missing"})  # nobody is in two of them


def of_parts(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield parts that are larger than their whole, one by one or together (COUNTING 11)."""
    known = {c.id: c for c in claims}
    parts: dict[str, list[Claim]] = defaultdict(list)
    for part in claims:
        if part.part_of in known and _low(part) > 0:
            parts[part.part_of].append(part)
    for whole, some in parts.items():
        count = toll_count(known[whole])
        if count is None or count.high is None:
            continue
        most = count.high * _SLACK if count.approximate else count.high
        over = [p for p in some if _low(p) > most]
        for part in over:
            yield _exceeds(known[whole], [part])
        if not over:
            yield from _together(known[whole], some, most)


def _together(whole: Claim, parts: Sequence[Claim], most: float) -> Iterator[Conflict]:
    """Yield the parts that cannot share a person, if they exceed the whole in sum."""
    chosen: list[Claim] = []
    for part in parts:
        if all(_are_others(part, other) for other in chosen):
            chosen.append(part)
    if len(chosen) > 1 and sum(map(_low, chosen)) > most:
        yield _exceeds(whole, chosen)


def _are_others(a: Claim, b: Claim) -> bool:
    """Tell whether two parts count different people: dead and injured, men and women, fighters."""
    if not isinstance(a.value, Toll) or not isinstance(b.value, Toll):
        return False
    x, y = a.value, b.value
    if x.outcome != y.outcome:
        return {x.outcome, y.outcome} <= _APART
    kinds = ((x.people.sex, y.people.sex), (x.people.age, y.people.age))
    if any(p is not None and q is not None and p != q for p, q in kinds):
        return True
    return {x.people.status, y.people.status} == {"civilian", "combatant"}


def _exceeds(whole: Claim, parts: Sequence[Claim]) -> Conflict:
    words = " and ".join(_words(p) for p in parts)
    text = sayings.EXCEEDS.format(parts=words, whole=count_words(toll_count(whole) or Count()))
    return Conflict(kind="part exceeds whole", text=text, claims=(whole.id, *(p.id for p in parts)))


def _words(part: Claim) -> str:
    assert isinstance(part.value, Toll)  # noqa: S101 - for the type checker; parts have counts
    people = people_words(part.value.people)
    words = count_words(part.value.count)
    return f"{words} ({people})" if people else words


def _low(claim: Claim) -> int:
    return (toll_count(claim) or Count()).low or 0


def falls(found: Sequence[Position], case: Case) -> Iterator[Conflict]:
    """Yield each running total that is below an earlier one of its series (COUNTING 17).

    Against the highest earlier figure of the same publisher or speaker if there is one, else of
    anybody; whose it is decides whether it may be a correction or is another count.
    """
    for after in sorted(found, key=lambda p: (p.day, p.document, repr(p.count))):
        higher = [b for b in found if is_later(after.day, b.day) and _is_over(b.count, after.count)]
        own = [b for b in higher if is_one_source(b, after, case)]
        if not higher:
            continue
        before = max(own or higher, key=lambda p: (p.count.low or 0, p.day, p.document))
        why = sayings.SAME_SOURCE if own else sayings.OTHER_COUNT
        text = sayings.FALLS.format(before=told(before, case), after=told(after, case), fell=why)
        ids = tuple(dict.fromkeys(c.id for p in (before, after) for c in p.claims))
        yield Conflict(kind="series falls", text=text, claims=ids)


def _is_over(a: Count, b: Count) -> bool:
    return a.low is not None and b.high is not None and not a.agrees(b) and b.high < a.low


def apart(found: Sequence[Position], case: Case) -> Iterator[Conflict]:
    """Yield running totals of one day, or of no known order, that do not meet."""
    for a, b in combinations(sorted(found, key=lambda p: (p.document, repr(p.count))), 2):
        ordered = is_later(a.day, b.day) or is_later(b.day, a.day)
        if not ordered and not a.count.agrees(b.count):
            kind = "account against itself" if a.document == b.document else "ranges apart"
            text = sayings.AGAINST.format(low=told(a, case), high=told(b, case))
            ids = tuple(dict.fromkeys(c.id for p in (a, b) for c in p.claims))
            yield Conflict(kind=kind, text=text, claims=ids)  # type: ignore[arg-type]
