"""An account of agency copy in the making: what its turns have made of its figures so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from expected import Expected
from wire_scenes import Scene, said
from wording import capital

DAY = "2024-05-06"  # the Monday on which it happened


@dataclass
class Making:
    """An account in the making."""

    scene: Scene
    dead: int
    hurt: int
    open: bool  # "at least"
    town: str
    region: str
    adjective: str
    speaker: str
    most: int | None = None  # what another speaker counts
    healed: int = 0  # of the injured, died since (COUNTING 18)
    attackers: int = 0  # dead, whom a policy counts or leaves out
    missing: int | None = None
    blamed: str | None = None
    beside: list[Expected] = field(default_factory=list)
    maybe: list[Expected] = field(default_factory=list)
    astray: bool = False  # the last sentences were about something else
    turns: list[str] = field(default_factory=list)

    def incidents(self) -> list[Expected]:
        """Return what must be read; "at least 28" holds another speaker's 32."""
        most = None if self.open else self.most or self.dead
        counted = {0, self.attackers} | ({1} if self.scene.kind == "suicide" else set())
        if self.scene.kind == "suicide":
            counted.add(self.attackers + 1)
        main: Expected = {
            "killed": {(self.dead + n, most and most + n) for n in counted},
            "injured": {(self.hurt - n, self.hurt - n) for n in {0, self.healed}},
            "day": DAY,
            "town": self.town,
        }
        if "feared" not in self.turns:
            main["missing"] = None if self.missing is None else (self.missing, self.missing)
        if self.blamed is not None:
            main["blamed"] = {frozenset({self.blamed}), frozenset({capital(self.blamed)})}
        return [main, *self.beside]

    @property
    def it(self) -> str:
        """Return words for the main attack that mean no other."""
        return f"the {self.town} {self.scene.noun}" if self.astray else "the attack"

    def several(self, number: int, one: str = "person", many: str = "people") -> str:
        """Return a number with its noun."""
        return f"{said(number)} {one if number == 1 else many}"


Turn = Callable[[Making, random.Random], str]
