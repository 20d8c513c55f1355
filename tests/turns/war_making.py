"""A war report in the making: its strike, and what its turns have changed so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from expected import Expected
from war_sides import Side

DAYS = {
    "on Monday": "2024-05-06", "on Tuesday": "2024-05-07", "early on Tuesday": "2024-05-07",
    "late on Monday": "2024-05-06", "on Monday evening": "2024-05-06",
    "on Tuesday morning": "2024-05-07",
}  # fmt: skip


@dataclass
class Making:
    """A report in the making."""

    side: Side
    town: str
    official: str
    weapon: str
    target: str
    when: str
    dead: int
    hurt: int
    open: bool = False  # "at least"
    hurt_kept: bool = True  # one of the wounded may have died: their number is not asked
    most: int | None = None  # what another speaker counts
    missing: int | None = None
    blamed: bool = True  # the record must blame the side, and nobody else
    beside: list[Expected] = field(default_factory=list)
    maybe: list[Expected] = field(default_factory=list)  # may be told as of now or as of before
    used: set[str] = field(default_factory=set)  # towns that turns told of
    turns: list[str] = field(default_factory=list)
    title: str | None = None

    def incidents(self) -> list[Expected]:
        """Return what must be read, the strike first."""
        main: Expected = {
            "killed": (self.dead, None if self.open else self.most or self.dead),
            "missing": None if self.missing is None else (self.missing, self.missing),
            "day": DAYS[self.when],
            "town": self.town,
        }
        if self.hurt_kept:
            main["injured"] = (self.hurt, self.hurt)
        if self.blamed:
            main["blamed"] = self.side.blamed
        return [main, *self.beside]

    def another(self, lot: random.Random) -> str:
        """Return another town of the same land, of which nothing is told yet where there is one."""
        towns = [t for t in self.side.towns if t != self.town]
        town = lot.choice([t for t in towns if t not in self.used] or towns)
        self.used.add(town)
        return town


Turn = Callable[[Making, random.Random], str]
