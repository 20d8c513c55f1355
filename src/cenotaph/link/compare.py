"""Two tellings -> bits for and against one incident, each with its reason in words.

The weights follow measured ones (eight comparisons after Fellegi and Sunter, on US shootings) for
days, places, names and publication; for wars, where names are rare, targets and tolls carry more.
Bits are evidence, not probabilities: summed they are too sure of themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import asin, cos, log2, radians, sin, sqrt
from typing import NamedTuple

from cenotaph.link.profile import Profile

_EVERYWHERE = frozenset({"home", "vehicle", "building", "street", "military"})


class Evidence(NamedTuple):
    """Bits for (or, below zero, against) one incident, and why."""

    bits: float
    why: str


def evidence(a: Profile, b: Profile) -> tuple[Evidence, ...]:
    """Return what each comparison has to say; a comparison with nothing to go on says nothing."""
    found = (compare(a, b) for compare in COMPARISONS)
    return tuple(e for e in found if e is not None)


def bits(a: Profile, b: Profile) -> float:
    """Return the sum of all comparisons."""
    return sum(e.bits for e in evidence(a, b))


def days(a: Profile, b: Profile) -> Evidence | None:
    """Compare the nearest of the days that each account may give for the event."""
    known = [(x, y) for x in a.days for y in b.days]
    return max((_interval_evidence(x, y) for x, y in known), default=None)


def _interval_evidence(a: tuple[int | None, int], b: tuple[int | None, int]) -> Evidence:
    if a[0] is None or b[0] is None:
        return _open_days(a, b)
    gap = max(a[0] - b[1], b[0] - a[1], 0)
    exact = a[0] == a[1] and b[0] == b[1]
    if gap == 0:
        width = min(a[1], b[1]) - max(a[0], b[0])
        return Evidence(6.0 if exact else max(1.0, 4.0 - log2(1 + width)), "days that can be one")
    if gap == 1:
        return Evidence(2.0, "days one apart")
    return Evidence(-min(10.0, (4.0 if exact else 1.0) + log2(gap)), f"{gap} days apart")


def _open_days(a: tuple[int | None, int], b: tuple[int | None, int]) -> Evidence:
    """Compare where one side only says "before publication"."""
    latest, first = (a[1], b[0]) if a[0] is None else (b[1], a[0])
    if first is not None and first > latest:
        return Evidence(-6.0, "told before it can have happened")
    gap = abs((first if first is not None else max(a[1], b[1])) - latest)
    return Evidence(max(-1.0, 3.0 - log2(1 + gap)), f"told {gap} days from the other's day")


def publication(a: Profile, b: Profile) -> Evidence | None:
    """Compare the days of publication: accounts of one incident mostly appear together."""
    if a.published is None or b.published is None:
        return None
    gap = abs(a.published - b.published)
    for most, weight in ((0, 2.0), (2, 1.5), (7, 0.5), (30, -1.0), (365, -2.5)):
        if gap <= most:
            return Evidence(weight, f"published {gap} days apart")
    return Evidence(-4.0, "published over a year apart")


def place(a: Profile, b: Profile) -> Evidence | None:
    """Compare the nearest places, else the names, else the countries."""
    if a.points and b.points:
        km = min(distance(p[1:3], q[1:3]) for p in a.points for q in b.points)
        for most, weight in ((1, 6.0), (10, 4.0), (30, 2.0), (80, -3.0), (300, -7.0)):
            if km <= most:
                return Evidence(
                    weight, "the same place" if km <= 1 else f"places {km:.0f} km apart"
                )
        return Evidence(-8.0, f"places {km:.0f} km apart")
    if a.names_of_places & b.names_of_places:
        shared = min(a.names_of_places & b.names_of_places)
        return Evidence(3.0, f"both name {shared.title()}")
    if a.countries and b.countries and not a.countries & b.countries:
        return Evidence(-6.0, "in different countries")
    return None


def target(a: Profile, b: Profile) -> Evidence | None:
    """Compare what was hit."""
    if not a.targets or not b.targets:
        return None
    if a.targets & b.targets:
        shared = len(a.target_words & b.target_words)
        kind = min(a.targets & b.targets)
        # A hospital is hit seldom, homes and cars everywhere.
        bits = 1.0 if a.targets & b.targets <= _EVERYWHERE else 3.0
        return Evidence(min(6.0, bits + shared), f"both tell of a {kind} hit")
    return Evidence(-2.0, "different targets")


def kind(a: Profile, b: Profile) -> Evidence | None:
    """Compare the kinds of violence; weapon words differ between accounts of one incident."""
    if a.subkinds & b.subkinds:
        return Evidence(1.0, f"both tell of {min(a.subkinds & b.subkinds).lower()}")
    if not a.kinds & b.kinds:
        return Evidence(-2.0, "different kinds of event")
    return None


def tolls(a: Profile, b: Profile) -> Evidence | None:
    """Compare the dead, else the injured; a shared large figure tells much."""
    found = [
        _figures(x, y, word)
        for x, y, word in ((a.killed, b.killed, "killed"), (a.injured, b.injured, "injured"))
        if x is not None and y is not None
    ]
    if found:
        return Evidence(sum(e.bits for e in found), "; ".join(e.why for e in found))
    if a.killed and a.injured is None and b.injured and b.killed is None:
        return Evidence(-1.0, "one counts dead only, the other injured only")
    return None


def _figures(a: tuple[int, int | None], b: tuple[int, int | None], word: str) -> Evidence:
    if a == b:
        return Evidence(min(5.0, log2(1 + a[0]) - 1.0), f"both say {a[0]} {word}")
    if (a[1] is None or b[0] <= a[1]) and (b[1] is None or a[0] <= b[1]):
        return Evidence(1.0, f"figures for {word} that can both hold")
    apart = abs(log2(1 + a[0]) - log2(1 + b[0]))
    return Evidence(-min(4.0, 0.5 + apart), f"{a[0]} against {b[0]} {word}")


def persons(a: Profile, b: Profile) -> Evidence | None:
    """Compare named victims, then anyone named; lists that share none are soft evidence against."""
    if not a.victims or not b.victims:
        known = a.persons & b.persons
        return Evidence(7.0, "a person named beside the harm in common") if known else None
    # The name itself stays out of the reason: reasons are published.
    if whole := {n for n in a.victims & b.victims if " " in n}:
        return Evidence(min(14.0, 7.0 + 2 * len(whole)), "a named victim in common")
    if any(_same_person(n, m) for n in a.victims for m in b.victims):
        return Evidence(4.0, "a victim's surname in common")
    if a.persons & b.persons:
        return Evidence(5.0, "a person named beside the harm in common")
    return Evidence(-3.0, "no named victim in common")


def words(a: Profile, b: Profile) -> Evidence | None:
    """Compare the words of the event's sentences."""
    shared, least = len(a.words & b.words), min(len(a.words), len(b.words))
    if least < 4:
        return None
    share = shared / least
    for floor, weight in ((0.7, 8.0), (0.5, 5.0), (0.3, 2.5), (0.2, 1.0), (0.1, -0.5)):
        if share >= floor:
            return Evidence(weight, f"{share:.0%} of the telling words in common")
    return Evidence(-2.0, "hardly a telling word in common")


COMPARISONS: tuple[Callable[[Profile, Profile], Evidence | None], ...] = (
    days, publication, place, target, kind, tolls, persons, words,
)  # fmt: skip


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the kilometers between two (latitude, longitude) points, along the globe."""
    return _haversine(a, b) if a <= b else _haversine(b, a)


@lru_cache(maxsize=65536)
def _haversine(a: tuple[float, float], b: tuple[float, float]) -> float:
    (lat1, lon1), (lat2, lon2) = (map(radians, p) for p in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


def _same_person(a: str, b: str) -> bool:
    """Tell whether two names share their last word and do not differ in their first."""
    x, y = a.split(), b.split()
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])
