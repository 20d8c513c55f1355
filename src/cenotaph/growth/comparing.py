"""New tellings -> which of all tellings each is joined with: by keys, then bounds, then bits.

Incidents rest on pairs of THRESHOLD bits and more. Those between LEAST and THRESHOLD, of which
there are many more, only say what is in doubt: they are kept once questions were asked.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np

from cenotaph.growth.judging import Kept, Places, Profiles
from cenotaph.growth.partner import Lot, Lots, Partner
from cenotaph.growth.saying import key_numbers
from cenotaph.growth.sharing import Numbers, Pairs, Sharing, in_lots
from cenotaph.link import LEAST, THRESHOLD, Bound, Outlines, Profile, bits
from cenotaph.link.weights import Weights
from cenotaph.store import Standing

_ROOM = 1024
_PAIRS = 20_000  # bounded at once
JOINS = 200_000  # kept at once
_WEAK, _KEPT = "weak joins", "kept"

Join = tuple[int, int, float]  # tellings, with their bits


def ahead(
    standing: Standing,
    tellings: Collection[int],
    weights: Weights | None,
    there: Partner | None,
    *,
    asks: bool,
) -> Lots | None:
    """Have the tellings that it was shown compared in the second process, if they are all.

    By weights of the user's own they are compared here.
    """
    if there is None or weights is not None or standing.joined.has_keys():
        return None
    order = np.array(standing.joined.in_order(tellings), np.int64)
    return there.compare(order, LEAST if asks else _least(standing))


def compare(
    places: Places,
    tellings: Mapping[int, array[int]],
    *,
    asks: bool,
    compared: Sequence[Lot] | None = None,
) -> None:
    """Keep the keys of new tellings, which are given, and what each is joined with.

    With `asks`, weakly too from the first telling on. `compared` is what `ahead` had found.
    """
    standing, profile = places.standing, places.profile
    if asks and not standing.joined.has_keys():
        standing.set_mark(_WEAK, _KEPT)
    order = standing.joined.in_order(tellings)  # so that those that meet are near one another
    numbers, keys = np.array(order, np.int64), Sharing([tellings[n] for n in order])
    if compared is not None:
        standing.joined.add_keys(keys.rows(numbers))
        for lot in compared:
            standing.joined.join(lot.pairs())
        return
    known, least = Known(profile, places.weights), _least(standing)
    _take_in(profile, known, order)
    older = _older(standing, known, keys, order, profile)
    standing.joined.join(list(known.joined(older, least)))
    standing.joined.add_keys(keys.rows(numbers))
    _join(standing, known.joined_by(keys, numbers, least))


def compare_weakly(standing: Standing, weights: Weights | None) -> None:
    """Keep what else every telling is joined with, if that is not kept yet."""
    if _is_weak(standing):
        return
    profile = Kept(standing)
    known = Known(profile, weights)
    order = standing.joined.in_order(standing.joined.numbers())
    keys = _keys(profile, known, order)
    _join(standing, known.joined_by(keys, np.array(order, np.int64), LEAST))
    standing.set_mark(_WEAK, _KEPT)


def weakly_joined(
    standing: Standing, tellings: Collection[int], weights: Weights | None
) -> set[Join]:
    """Return what some tellings are joined with, weakly too, whether that is kept or not."""
    profile = Kept(standing)
    known = Known(profile, weights)
    order = sorted(tellings)
    keys = _keys(profile, known, order)
    return set(known.joined(_older(standing, known, keys, order, profile), LEAST))


def _is_weak(standing: Standing) -> bool:
    return standing.mark(_WEAK) is not None


def _least(standing: Standing) -> float:
    return LEAST if _is_weak(standing) else THRESHOLD


def _join(standing: Standing, found: Iterator[Join]) -> None:
    """Keep what tellings are joined with among themselves."""
    while part := list(islice(found, JOINS)):
        standing.joined.join(part)


def _older(
    standing: Standing, known: Known, keys: Sharing, order: Sequence[int], profile: Kept
) -> Iterator[Pairs]:
    """Yield the pairs of a new telling and one that was there."""
    if not standing.joined.has_keys():
        return
    for place, n in enumerate(order):
        others = standing.joined.sharing(keys.of(place))
        _take_in(profile, known, others)
        yield np.full(len(others), n), np.array(sorted(others), np.int64)


def _take_in(profile: Kept, known: Known, tellings: Collection[int]) -> None:
    """Make outlines of those tellings that have none."""
    for n, found in profile.read(n for n in tellings if not known.has(n)):
        known.add(n, found)


def _keys(profile: Kept, known: Known, order: Sequence[int]) -> Sharing:
    """Make outlines of tellings and return their keys."""
    found = {}
    for n, told in profile.read(order):
        known.add(n, told)
        found[n] = array("q", key_numbers(told))
    return Sharing([found[n] for n in order])


class Known:
    """Tellings whose profiles are at hand, and their outlines."""

    def __init__(self, profile: Profiles, weights: Weights | None) -> None:
        self._profile, self._weights = profile, weights
        self._outlines = Outlines()
        self._bound = Bound(self._outlines, weights)
        self._place: Numbers = np.full(_ROOM, -1)  # of the outline of each telling; -1 for none

    def has(self, telling: int) -> bool:
        """Tell whether there is an outline of a telling."""
        return bool(telling < len(self._place) and self._place[telling] >= 0)

    def add(self, telling: int, profile: Profile) -> None:
        """Make an outline of a telling."""
        while telling >= len(self._place):
            self._place = np.concatenate((self._place, np.full_like(self._place, -1)))
        self._place[telling] = self._outlines.add(profile)

    def joined_by(self, keys: Sharing, order: Numbers, least: float) -> Iterator[Join]:
        """Yield what tellings are joined with among themselves, by their keys in an order."""
        pairs = ((order[ones], order[others]) for ones, others in keys.pairs(_PAIRS))
        return self.joined(pairs, least)

    def joined(self, pairs: Iterable[Pairs], least: float) -> Iterator[Join]:
        """Yield those pairs of tellings that enough speaks for, with their bits."""
        for ones, others in in_lots(pairs, _PAIRS):
            near = self._bound.reaching(self._place[ones], self._place[others], least)
            for n, other in zip(ones[near].tolist(), others[near].tolist(), strict=True):
                one, two = self._profile(n), self._profile(other)
                if one.telling.document == two.telling.document:
                    continue
                first, second = (one, two) if one.order <= two.order else (two, one)
                worth = bits(first, second, self._weights)
                if worth >= least:
                    yield n, other, worth
