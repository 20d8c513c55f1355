"""An account of unrest in the making: its figures so far, and the incidents beside it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from expected import Expected
from wire_scenes import opened, said
from wording import capital

DAY, BEFORE, AFTER = "2024-05-06", "2024-05-05", "2024-05-07"  # Monday and its neighbors


@dataclass(frozen=True)
class Land:
    """A country, its adjective, and towns of it."""

    name: str
    people: str
    towns: tuple[str, ...]


@dataclass
class Making:
    """An account in the making."""

    lot: random.Random
    land: Land
    town: str
    dead: int
    hurt: int | None  # None: the lead tells of none
    victims: str
    singular: str
    speaker: str
    act: str = "the attack"
    open: bool = False
    most: int | None = None  # what another counts
    healed: int = 0  # of the injured, died since (COUNTING 18)
    besides: set[int] = field(default_factory=set)  # dead who may be counted with them
    asked: set[str] = field(default_factory=lambda: {"killed", "injured", "day", "town"})
    beside: list[Expected] = field(default_factory=list)
    maybe: list[Expected] = field(default_factory=list)
    astray: bool = False  # the last sentences were about something else
    turns: list[str] = field(default_factory=list)

    def incidents(self) -> list[Expected]:
        """Return what must be read, the main incident first."""
        most = None if self.open else self.dead
        counted = {0, *self.besides}
        killed = {(self.dead + n, most and most + n) for n in counted}
        if self.most:
            killed |= {(self.dead + n, None if self.open else self.most + n) for n in counted}
        hurt = self.hurt
        injured = None if hurt is None else {(hurt - n, hurt - n) for n in {0, self.healed}}
        main: Expected = {
            "killed": killed, "injured": injured, "day": DAY, "town": self.town
        }  # fmt: skip
        return [{k: v for k, v in main.items() if k in self.asked}, *self.beside]

    @property
    def it(self) -> str:
        """Return words for the main incident that mean no other."""
        return f"{self.act} in {self.town}" if self.astray else self.act

    def pick(self, *forms: str, **fields: object) -> str:
        """Return one of several phrasings, its fields filled."""
        return self.lot.choice(forms).format(**{**self.words(), **fields})

    def words(self) -> Mapping[str, object]:
        """Return what phrasings name."""
        least = "at least " if self.open else ""
        dead = said(self.dead)
        return {
            "town": self.town, "land": self.land.name, "people": self.land.people,
            "victims": self.victims, "singular": self.singular, "least": least,
            "Least": capital(least), "dead": dead, "it": self.it, "It": capital(self.it),
            "Dead": dead if self.open else opened(self.dead), "speaker": self.speaker,
            "Speaker": capital(self.speaker), "hurt": said(self.hurt or 0),
            "Hurt": opened(self.hurt or 0),
        }  # fmt: skip

    def elsewhere(self) -> str:
        """Return another town of the country that no incident has yet."""
        taken = {self.town, *(b.get("town") for b in (*self.beside, *self.maybe))}
        return self.lot.choice([t for t in self.land.towns if t not in taken])


Turn = Callable[[Making], str]
