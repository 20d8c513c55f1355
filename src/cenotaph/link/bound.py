"""Outlines -> what the bits between one telling and many others are at most.

Most tellings that share a key are far from one incident, and arithmetic over all of them at once
says so. Of those that remain `bits` has the last word, so a bound may be too high, never too low:
what is not certain counts as the best that it can be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from cenotaph.link.bags import Floats, Places
from cenotaph.link.nearest import LEVELS, UNSURE, nearest
from cenotaph.link.outline import NEVER, ONE_PLACE, Outlines, Some
from cenotaph.link.weights import Weights, shipped

Flags = NDArray[np.bool_]
Best = Callable[[str, tuple[str, ...] | None], float]
Steps = Callable[[str, tuple[str, ...]], Floats]

_SLACK = 1e-9  # of a measure that Python and numpy may round otherwise
_RADIUS = 6371.0  # km
_ROUNDING = 0.001  # bits; sums are rounded to three digits
_CLOSE = [LEVELS.index(level) for level in ("same day", "1 day", "within a week")]
_NEXT = [LEVELS.index(level) for level in ("1 day", "2-3 days")]
_APART = [
    LEVELS.index(level)
    for level in ("4-10 days", "11-60 days", "more days", "outside the interval")
]
_EARLY = [*_APART, LEVELS.index("2-3 days"), LEVELS.index("told before")]
_GAPS = ("same day", "1-2 days", "3-7 days", "8-30 days", "31-100 days", "up to a year",
         "over a year")  # fmt: skip
_GAPS_FROM = (1, 3, 8, 31, 101, 366)  # days
_PLACES = ("same place", "10 km", "30 km", "80 km", "300 km", "farther")
_PLACES_FROM = (1.0, 10.0, 30.0, 80.0, 300.0)  # km and more than these
_FAR = 2  # of those: from here on a name says more than a distance
_TEXT = ("none", "hardly any", "few", "some", "more", "many", "half", "most", "nearly all")
_TEXT_FROM = (0.03, 0.07, 0.12, 0.18, 0.25, 0.35, 0.5, 0.7)
_FEWEST_WORDS = 4
_FIGURES = ("both 0", "both 1", "both 2", "both 3-5", "both 6-20", "both more")
_FIGURES_FROM = (1, 2, 3, 6, 21)
_EVEN, _FAR_APART, _NO_CHANCE = 0.6, 1.6, 5
_PERSONS = ("two and more", "one", "surname")
_NAMED = ("persons", ("persons", _PERSONS, "none"))
_NAMES = ("none", "one", "two", "three and more")
_LISTS = ("street", "target", "weapon", "party", "victims", "suspects", "persons", "names", "ages")


class Bound:
    """What agreement is worth at most, by certain weights."""

    def __init__(self, outlines: Outlines, weights: Weights | None = None) -> None:
        self._outlines = outlines
        known = weights or shipped()
        self._prior = known.prior
        worth = {compare.__name__: levels for compare, levels in known.worth}
        self._best: Best = cache(partial(_best, worth))  # of no method: no circle keeps outlines
        self._steps: Steps = cache(partial(_steps, self._best))
        self._most = self._prior + sum(self._best(name, None) for name in worth)
        self._aspects = [
            (bound, sum(self._best(name, None) for name in names))
            for bound, names in (
                (self._lists, _LISTS), (self._place, ("place",)),
                (self._days, ("days", "hour", "publication", "together")),
                (self._figures, ("killed", "injured", "fatal")), (self._told_by, ("account",)),
                (self._text, ("text",)), (self._less, ()),
            )
        ]  # fmt: skip

    def reaching(self, ones: Places, others: Places, least: float) -> Flags:
        """Tell for each pair of places whether its bits can be so many; those of one together."""
        least = least - _ROUNDING
        at = np.arange(len(ones))
        most: Floats = np.full(len(ones), self._most)
        for bound, best in self._aspects:  # in place of the best that each aspect can be
            a, b = self._outlines.some(ones[at]), self._outlines.some(others[at])
            most = most - best + bound(a, b)
            near = most >= least
            at, most = at[near], most[near]
        found: Flags = np.zeros(len(ones), np.bool_)
        found[at] = True
        return found

    def _told_by(self, a: Some, b: Some) -> Floats:
        """Return what it is worth that one account, or one table, tells both."""
        table = (a.floats["table"] == b.floats["table"]) & (a.floats["table"] >= 0)
        found = np.where(table, self._best("account", ("one table",)), 0.0)
        document = a.floats["document"] == b.floats["document"]
        return np.where(document, self._best("account", ("one account",)), found)

    # -- when

    def _days(self, a: Some, b: Some) -> Floats:
        """Bound what the days are worth, and what those of publication add to them."""
        level = nearest(a, b)
        worth = np.append(self._steps("days", LEVELS), (0.0, self._best("days", None)))
        news = self._best("days", ("news apart",))  # they may be, where days differ
        worth[_APART] = np.maximum(worth[_APART], news)
        worth[_EARLY] = np.maximum(worth[_EARLY], self._best("days", ("too early",)))
        sure = (a.floats["sure"] > 0) & (b.floats["sure"] > 0)
        apart, next_to = np.isin(level, _APART) & sure, np.isin(level, _NEXT) & sure
        found = np.where(apart, self._best("days", ("surely apart",)), worth[level])
        found = np.where(next_to, self._best("days", ("surely 1-3 days",)), found)
        first, other = a.floats["published"], b.floats["published"]
        at = np.searchsorted(_GAPS_FROM, np.abs(first - other), "right")
        far, close = self._steps("publication", _GAPS)[at], self._steps("together", _GAPS)[at]
        is_close = np.isin(level, _CLOSE) | next_to
        added = np.where(is_close, close, far)
        added = np.where(level == UNSURE, np.maximum(close, far), added)
        found = found + np.where((first != NEVER) & (other != NEVER), added, 0.0)
        hours = (a.floats["hours"] > 0) & (b.floats["hours"] > 0) & (is_close | (level == UNSURE))
        return found + np.where(hours, self._best("hour", None), 0.0)

    # -- where

    def _place(self, a: Some, b: Some) -> Floats:
        named = _meet(a, b, "places")
        points = (a.floats["points"] > 0) & (b.floats["points"] > 0)
        found = np.where(points, self._distance(a, b, named), self._named(a, b, named))
        beside = self._best("place", ("around it", "place beside", "little-known place beside"))
        return np.where(_beside(a, b) | _beside(b, a), np.maximum(found, beside), found)

    def _distance(self, a: Some, b: Some, named: Flags) -> Floats:
        f, g = a.floats, b.floats
        km = _kilometers(f, g)
        at = np.searchsorted(_PLACES_FROM, km * (1 - _SLACK) - _SLACK)
        levels = np.maximum.accumulate(self._steps("place", _PLACES)[::-1])[::-1]
        found = levels[at]
        little = (a.sets["little_known"] != 0) & (b.sets["little_known"] != 0)
        known = self._best("place", ("same little-known place",))
        found = np.where((at == 0) & little, np.maximum(found, known), found)
        only = (f["points"] == ONE_PLACE) & (g["points"] == ONE_PLACE)
        far = at > _FAR
        another = self._best("place", ("another and no other",))
        found = np.where(far & only, another, found)
        found = np.where(~far & ~only, np.maximum(found, another), found)
        namesake = self._best("place", ("same name far apart",))
        return np.where(named, np.maximum(found, namesake), found)

    def _named(self, a: Some, b: Some, named: Flags) -> Floats:
        """Bound the place of two tellings of which one has no point."""
        found = self._wider(a, b, "countries", "country")
        regions = self._wider(a, b, "regions", "region")
        both = (a.sets["regions"] != 0) & (b.sets["regions"] != 0)
        found = np.where(both, regions, found)
        names = self._best("place", ("same name", "same little-known name", "same place"))
        return np.where(named, np.maximum(found, names), found)

    def _wider(self, a: Some, b: Some, name: str, level: str) -> Floats:
        both = (a.sets[name] != 0) & (b.sets[name] != 0)
        other = self._best("place", (f"other {level}",))
        same = self._best("place", (f"other {level}", f"same {level}"))
        return np.where(both, np.where(_meet(a, b, name), same, other), 0.0)

    # -- how many

    def _figures(self, a: Some, b: Some) -> Floats:
        dead, alive = a.floats["killed"] > 0, b.floats["killed"] > 0
        one, both, neither = self._steps("fatal", ("one", "both", "neither"))
        fatal = np.where(dead != alive, one, np.where(dead, both, neither))
        found: Floats = fatal + self._counted(a, b, "killed") + self._counted(a, b, "injured")
        return found

    def _counted(self, a: Some, b: Some, name: str) -> Floats:
        low, high, log = _range(a, name)
        least, most, other_log = _range(b, name)
        apart = np.abs(log - other_log)
        near, far, farther = self._steps(name, ("near", "apart", "far apart"))
        found = np.where(apart < _EVEN, near, np.where(apart < _FAR_APART, far, farther))
        if name == "injured":  # they may be so, where the dead differ too
            found = np.where(
                apart < _EVEN, near, np.maximum(found, self._best(name, ("both apart",)))
            )
        if name == "killed":
            crossed = (apart >= _EVEN) & (_crossed(a, b) | _crossed(b, a))
            found = np.where(crossed, self._best(name, ("crossed",)), found)
        found = np.where((least <= high) & (low <= most), self._best(name, ("meet",)), found)
        same = self._steps(name, _FIGURES)[np.searchsorted(_FIGURES_FROM, least, "right")]
        found = np.where((low == least) & (high == most), same, found)
        return np.where((low >= 0) & (least >= 0), found, 0.0)

    # -- who, with what, in which words

    def _lists(self, a: Some, b: Some) -> Floats:
        found = self._listed(a, b, "streets", ("street", ("same block", "same"), "other"))
        for name, one in (("targets", ("same everywhere", "same seldom")), ("weapons", ("same",)),
                          ("parties", ("same",))):  # fmt: skip
            singular = {"targets": "target", "weapons": "weapon", "parties": "party"}[name]
            found = found + self._listed(a, b, name, (singular, one, "other"))
        for name in ("victims", "suspects"):
            found = found + self._listed(a, b, name, (name, _PERSONS, "none"))
        found = found + self._listed(a, b, *_NAMED)
        return found + self._heard(a, b) + self._ages(a, b)

    def _less(self, a: Some, b: Some) -> Floats:
        """Return how much less names and persons are worth than sets of 64 bits let them be."""
        known = self._outlines
        names, persons = self._heard(a, b), self._listed(a, b, *_NAMED)
        shared = np.minimum(known.in_common("heard", a.places, b.places), 3).astype(np.intp)
        steps = np.maximum.accumulate(self._steps("names", _NAMES))
        counted = np.where(_both(a, b, "names"), steps[shared], np.maximum(steps[shared], 0.0))
        found = np.minimum(counted - names, 0.0)
        two = known.in_common("persons", a.places, b.places) > 1
        alone = max(0.0, self._best("persons", ("none", "one", "surname")))
        none = max(0.0, self._best("persons", ("none",)))
        any_one = known.in_common("surnames", a.places, b.places) > 0
        most = np.where(two, np.inf, np.where(any_one, alone, none))
        return found + np.minimum(most - persons, 0.0)

    def _heard(self, a: Some, b: Some) -> Floats:
        """Bound what rare names are worth: one may be that of a place in the other account."""
        none, best = self._best("names", ("none",)), self._best("names", _NAMES)
        apart = np.where(_both(a, b, "names"), none, 0.0)
        return np.where(_meet(a, b, "heard"), max(best, 0.0), apart)

    def _ages(self, a: Some, b: Some) -> Floats:
        others = (a.sets["victims_ages"] != 0) & (b.sets["victims_ages"] != 0)
        apart, other = self._steps("ages", ("none", "other victims"))
        found = np.where(others, max(apart, other), apart)
        shared = max(apart, self._best("ages", ("two and more", "one", "other victims")))
        found = np.where(_meet(a, b, "ages"), shared, found)
        return np.where((a.sets["ages"] != 0) & (b.sets["ages"] != 0), found, 0.0)

    def _listed(
        self, a: Some, b: Some, name: str, levels: tuple[str, tuple[str, ...], str]
    ) -> Floats:
        comparison, same, other = levels
        apart = self._best(comparison, (other,))
        best = max(apart, self._best(comparison, same))
        both = _both(a, b, name)
        if name == "persons":  # one's suspect that is the other's victim is taken out
            apart = max(apart, 0.0)
        return np.where(both, np.where(_meet(a, b, name), best, apart), 0.0)

    def _text(self, a: Some, b: Some) -> Floats:
        shared = self._outlines.shared(a.places, b.places)
        share = shared / np.maximum(a.floats["length"] * b.floats["length"], _SLACK)
        levels = self._steps("text", _TEXT)
        low, high = (
            levels[np.searchsorted(_TEXT_FROM, share + slack, "right")]
            for slack in (-_SLACK, _SLACK)
        )
        few = np.minimum(a.floats["words"], b.floats["words"]) < _FEWEST_WORDS
        return np.where(few, 0.0, np.maximum(low, high))


def _best(
    worth: Mapping[str, Mapping[str, float]], comparison: str, levels: tuple[str, ...] | None
) -> float:
    """Return the most that a comparison is worth at some levels, or at any or none."""
    known = worth.get(comparison, {})
    if levels is None:
        return max(0.0, *known.values()) if known else 0.0
    return max(known.get(level, 0.0) for level in levels)


def _steps(best: Best, comparison: str, levels: tuple[str, ...]) -> Floats:
    return np.array([best(comparison, (level,)) for level in levels])


def _both(a: Some, b: Some, name: str) -> Flags:
    """Tell where both tell any of a set."""
    both: Flags = (a.sets[name] != 0) & (b.sets[name] != 0)
    return both


def _meet(a: Some, b: Some, name: str) -> Flags:
    """Tell where two sets may have a member in common."""
    meet: Flags = (a.sets[name] & b.sets[name]) != 0
    return meet


def _range(told: Some, name: str) -> tuple[Floats, Floats, Floats]:
    return told.floats[name], told.floats[f"{name}_most"], told.floats[f"{name}_log"]


def _crossed(a: Some, b: Some) -> Flags:
    """Tell where one's dead are the other's injured."""
    dead, hurt = _range(a, "killed"), _range(b, "injured")
    crossed: Flags = (dead[0] == hurt[0]) & (dead[1] == hurt[1]) & (dead[0] >= _NO_CHANCE)
    return crossed


def _beside(a: Some, b: Some) -> Flags:
    """Tell where one account may name, beside its own places, where the other says that it was."""
    named = (b.sets["places"] & a.sets["around"]) != 0
    points = (a.floats["beside"] > 0) & (b.floats["points"] > 0)
    near = _kilometers(a.floats, b.floats, " beside") * (1 - _SLACK) - _SLACK <= _PLACES_FROM[1]
    beside: Flags = named | (points & near)
    return beside


def _kilometers(f: Mapping[str, Floats], g: Mapping[str, Floats], of: str = "") -> Floats:
    """Return how far two tellings' points are apart at least: what is between their boxes."""
    south, north, west, east, narrow = (f[f"{n}{of}"] for n in ("south", "north", "west", "east",
                                                                 "narrow"))  # fmt: skip
    up = np.maximum(np.maximum(south - g["north"], g["south"] - north), 0)
    along = np.maximum(np.maximum(west - g["east"], g["west"] - east), 0)
    around = 360 - (np.maximum(east, g["east"]) - np.minimum(west, g["west"]))
    along = np.minimum(along, np.maximum(around, 0))
    h = np.sin(np.radians(up) / 2) ** 2
    h += narrow * g["narrow"] * np.sin(np.radians(along) / 2) ** 2
    km: Floats = 2 * _RADIUS * np.arcsin(np.minimum(1.0, np.sqrt(h)))
    return km
