"""Harms of one list -> their figures: "a mother and her two children" are three (COUNTING 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Count, People, Span, summed
from cenotaph.text import clauses
from cenotaph.text.harms_in import Told


def figures(group: Sequence[Told]) -> Iterator[tuple[Told, Count, People]]:
    """Yield the counted harms of one list; a list with single persons is counted whole."""
    counted = _without_names([t for t in group if t.is_counted])
    if len(counted) > 1 and _is_one_list(counted):
        whole = _over(counted)
        counts = [t.harm.phrase.count or Count() for t in counted]
        yield whole, summed(counts), _together([t.harm.phrase.people for t in counted])
        return
    for item in counted:
        if item.harm.phrase.count is not None:
            yield item, item.harm.phrase.count, item.harm.phrase.people


def _without_names(items: list[Told]) -> list[Told]:
    """Drop who only spell out a figure: "killed two reporters, Ana Ruiz and Ivo Tarn" are two.

    "Two men, a woman and a boy" are four: no woman is one of two men.
    """
    if len(items) < 3:
        return items
    first, *rest = (t.harm.phrase for t in items)
    counts = [p.count for p in (first, *rest)]
    if any(c is None or c.low is None or c.low != c.high for c in counts) or first.kind != "group":
        return items
    if first.people.sex is not None and {p.people.sex for p in rest} - {None, first.people.sex}:
        return items
    whole, *each = (c.low or 0 for c in counts if c is not None)
    words = {clauses.lower(items[0].sentence, i) for i in range(first.last + 1, rest[0].first)}
    return items[:1] if sum(each) == whole and not words & {"and", "with"} else items


def _is_one_list(items: Sequence[Told]) -> bool:
    """Tell whether a list holds single persons: "a mother and her two children" is 3 (COUNTING 8).

    "Two soldiers and a child" are two figures: their status differs.
    """
    if len({t.harm.phrase.people.status for t in items}) > 1:
        return False
    sides = {t.harm.phrase.people.side for t in items}
    if len(sides - {None}) > 1:  # "two Danes, a Swede and three Finns"
        return False
    others = any(t.harm.phrase.kind == "other" for t in items)  # "killed himself and 11 others"
    if len({t.harm.phrase.people.are_attackers for t in items}) > 1 and not others:
        return False  # "the bomber and six shoppers"
    if len({(t.harm.part, t.harm.whole) for t in items}) > 1:
        return False
    if any("unborn" in t.harm.phrase.people.roles for t in items):  # COUNTING 15a
        return False
    return any(t.harm.phrase.kind in {"singular", "named", "pronoun", "definite"} for t in items)


def _over(items: Sequence[Told]) -> Told:
    """Return the first of a list, with evidence over all of it."""
    spans = [t.harm.span for t in items]
    span = Span(
        start=min(s.start for s in spans), end=max(s.end for s in spans), part=spans[0].part
    )
    phrase = replace(items[0].harm.phrase, number=None, kind="group")
    return replace(items[0], harm=replace(items[0].harm, span=span, phrase=phrase))


def _together(people: Sequence[People]) -> People:
    """Return what all of a list have in common: "a father and his son" are male."""
    first = people[0]
    return People(
        status=first.status if len({p.status for p in people}) == 1 else "unknown",
        age=first.age if len({p.age for p in people}) == 1 else None,
        sex=first.sex if len({p.sex for p in people}) == 1 else None,
    )
