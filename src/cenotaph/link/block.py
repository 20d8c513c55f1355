"""Profiles -> the pairs worth comparing, by shared keys that depend on the two tellings alone.

No key is dropped for being common here: that would depend on the collection. A key of two things
(a place and a rare word, a place and a day) stays rare in any collection; a word of the place's
own name makes no second thing: with it, all that is ever told of a town would be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from cenotaph.link.profile import Profile
from cenotaph.link.rarity import UNKNOWN, rarity, words

_MONTH, _YEAR = 30, 365  # days
_SHORT = 3  # days of an interval that is taken day by day
_RARE = 8  # rarest words of a telling, each with a place
_RAREST = 6  # of them, in pairs without a place
_WITH_DAY = 12  # rarest words, each with a day


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (i < j) of tellings from different documents that share a key."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        for key in keys(p):
            blocks[key].append(i)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        found.update(combinations(members, 2))
    for i, j in sorted(found):
        if profiles[i].telling.document != profiles[j].telling.document:
            yield i, j


def keys(p: Profile) -> set[str]:
    """Return a telling's keys: a name; a place with a word, a day or figures; two rare words."""
    regions = p.regions or p.countries or {""}
    rare = sorted(p.words, key=lambda w: (-p.words[w], w))
    days = {str(d) for d in _days(p)}
    places = _own(p) | p.around
    # A village that no gazetteer holds is a rare word in one account and a place in another. One
    # that it holds is a place in both: its year would bring together all that is told of a town.
    villages = _unheard(places)
    unplaced = _unplaced(p.names_of_places, p.points) | _unplaced(p.around, p.beside)
    unheard = {w for w in rare[:_RAREST] if p.words[w] >= UNKNOWN}
    return {
        *(f"person {first} {last}" for first, last in p.persons if first),
        *(f"surname {last} {r}" for _, last in p.persons for r in regions),
        *(f"place {s} {d}" for s in places for d in days),
        *_placed(p, {*rare[:_RARE], *p.heading}),
        *(f"month {s} {m}" for s in _own(p) for m in _months(p)),
        *(f"words {v} {w}" for v, w in combinations(sorted(rare[:_RAREST]), 2)),
        *(f"day {w} {d}" for w in {*rare[:_WITH_DAY], *villages} for d in days),
        *(f"year {w} {y}" for w in unheard | unplaced for y in _years(p)),
        *(f"region {r} {d}" for r in p.regions for d in days),
        *(f"figures {r} {d} {_figures(p)}" for r in regions for d in days),
        *(f"age {s} {n} {_figures(p)}" for s in _own(p) for n in p.ages),
        *(f"target {c} {t} {d}" for c in p.countries or {""} for t in p.targets for d in days),
    }


def _unheard(names: Iterable[str]) -> set[str]:
    """Return the words of names that are in no list of words."""
    return {w for name in names for w in words(name) if rarity(w) >= UNKNOWN}


def _unplaced(names: Collection[str], points: Collection[object]) -> set[str]:
    """Return the unheard words of places, where fewer of these have a point than have a name."""
    return _unheard(names) if len(points) < len(names) else set()


def _placed(p: Profile, rare: set[str]) -> Iterator[str]:
    """Yield keys of a place and a rare word that is not of its own name: else it is one thing."""
    own = _own(p)
    called = {w for name in p.names_of_places for w in words(name)}
    for place in own | p.around:
        plain = called | set(words(place)) if place in own else set(words(place))
        yield from (f"place {place} {w}" for w in rare - plain)


def _years(p: Profile) -> set[int]:
    """Return the years that the event can be of, else that of publication."""
    found = {last // _YEAR for _, last in p.days}
    return found or ({p.published // _YEAR} if p.published is not None else set())


def _own(p: Profile) -> set[str]:
    """Return the places of the event itself, by cell of half a degree and by name."""
    return {f"{round(y * 2)} {round(x * 2)}" for y, x in p.points} | p.names_of_places


def _days(p: Profile) -> set[int]:
    """Return the days that the event can be of, each with the next; else those of publication."""
    found: set[int] = set()
    for first, last in p.days:
        if first is not None and last - first <= _SHORT:
            found.update(range(first, last + 2))
    if not found and p.published is not None:
        found.update(range(p.published - 1, p.published + 2))
    return found


def _months(p: Profile) -> set[int]:
    """Return the spans of 30 days that the event can end in, each with the next."""
    return {last // _MONTH + more for _, last in p.days for more in (0, 1)}


def _figures(p: Profile) -> str:
    dead, hurt = p.killed and p.killed[0], p.injured and p.injured[0]
    return f"{dead} {hurt}"
