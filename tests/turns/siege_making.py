"""A report of a siege in the making: its incident, and what its turns have changed so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from expected import Bounds, Expected
from siege_fronts import TARGETS, Front

_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen")  # fmt: skip


@dataclass
class Making:
    """A report in the making."""

    front: Front
    town: str
    official: str
    weapon: str
    target: str
    published: date
    when: str
    day: date | None  # None: not asked
    dead: int
    hurt: int
    open: bool = False  # "at least"
    hurt_kept: bool = True
    most: int | None = None  # what another speaker counts
    missing: int | None = None
    blames: bool = True
    deniers: bool = False
    totals: list[tuple[str, Bounds]] = field(default_factory=list)
    beside: list[Expected] = field(default_factory=list)
    maybe: list[Expected] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    turns: list[str] = field(default_factory=list)
    title: str | None = None

    @property
    def noun(self) -> str:
        """Return how the thing hit is told of again."""
        return TARGETS[self.target]

    @property
    def today(self) -> str:
        """Return the weekday of publication."""
        return f"{self.published:%A}"

    def past(self, days: int) -> str:
        """Return the weekday so many days before publication."""
        return f"{self.published - timedelta(days):%A}"

    def incidents(self) -> list[Expected]:
        """Return what must be read, the day's incident first."""
        main: Expected = {
            "killed": self._killed(),
            "missing": None if self.missing is None else (self.missing, self.missing),
            "town": self.town,
        }
        if self.day is not None:
            main["day"] = self.day.isoformat()
        if self.hurt_kept:
            main["injured"] = (self.hurt, self.hurt)
        if self.blames:
            main["blamed"] = self.front.blamed
        return [main, *self.beside]

    def _killed(self) -> object:
        """Return the toll: what another counts above one that is open may end it or not."""
        if not self.open:
            return (self.dead, self.most or self.dead)
        return (
            {(self.dead, None), (self.most, None), (self.dead, self.most)}
            if self.most
            else (self.dead, None)
        )

    def another(self, lot: random.Random) -> str:
        """Return another town of the same land, of which nothing is told yet."""
        towns = [t for t in self.front.towns if t != self.town]
        town = lot.choice([t for t in towns if t not in self.used] or towns)
        self.used.add(town)
        return town

    def total(self, lot: random.Random, low: int, high: int, *, asked: str = "killed") -> str:
        """Return a figure that no incident may take; it must be kept as a total where asked."""
        number = lot.randint(low, high)
        while number in {self.dead, self.hurt}:
            number += 1
        words, bounds = lot.choice((
            ("", (number, number)), ("at least ", (number, None)),
            ("more than ", (number + 1, None)), ("", (number, number)),
        ))  # fmt: skip
        if asked:
            self.totals.append((asked, bounds))
        return f"{words}{said(number)}"


Turn = Callable[[Making, random.Random], str]


def said(number: int) -> str:
    """Return a number as copy spells it."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def opened(number: int) -> str:
    """Return it as copy spells it at the head of a sentence."""
    words = (*_SMALL, *_TEENS)
    return (words[number] if number < len(words) else f"{number:,}").capitalize()


def article(words: str) -> str:
    """Return words behind their indefinite article."""
    heard = words[0] in "aeioAEIO" or words.startswith(("RSF", "M23"))
    return f"{'an' if heard else 'a'} {words}"


def some(number: int, one: str, more: str) -> str:
    """Return so many of a kind: "one child", "three children"."""
    return f"{said(number)} {one if number == 1 else more}"
