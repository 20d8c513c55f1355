"""An account of a shooting or a stabbing in the making: what happened, and local words."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crime_people import Person
from expected import Expected

TOWNS = (  # town, dateline, state, a city near it
    ("Toledo", "TOLEDO, Ohio", "Ohio", "Cleveland"),
    ("Rockford", "ROCKFORD, Ill.", "Illinois", "Chicago"),
    ("Knoxville", "KNOXVILLE, Tenn.", "Tennessee", "Nashville"),
    ("Shreveport", "SHREVEPORT, La.", "Louisiana", "Dallas"),
    ("Flint", "FLINT, Mich.", "Michigan", "Detroit"),
    ("Fresno", "FRESNO, Calif.", "California", "San Francisco"),
    ("Dayton", "DAYTON, Ohio", "Ohio", "Cincinnati"),
    ("Tulsa", "TULSA, Okla.", "Oklahoma", "Oklahoma City"),
    ("Wilmington", "WILMINGTON, Del.", "Delaware", "Philadelphia"),
    ("Yakima", "YAKIMA, Wash.", "Washington", "Seattle"),
)
STATIONS = ("WQTV", "KZNB", "WRLO", "KXTE")
STREETS = (
    "Elm Street", "North 14th Street", "Martin Luther King Jr. Boulevard", "Oakland Avenue",
    "East Maple Road", "Highland Avenue", "Monroe Street", "Pershing Drive",
)  # fmt: skip
SITES = (
    "at a house party", "outside a nightclub", "in the parking lot of a convenience store",
    "at an apartment complex", "outside a bar", "at a gas station", "inside a home", "at a park",
)  # fmt: skip
# Publication is Wednesday 8 May 2024; words for the day, and the day.
DAYS = (
    ("Tuesday night", "2024-05-07"), ("late Tuesday", "2024-05-07"),
    ("Tuesday afternoon", "2024-05-07"), ("Monday evening", "2024-05-06"),
    ("early Tuesday", "2024-05-07"), ("around 2 a.m. Tuesday", "2024-05-07"),
    ("Saturday night", "2024-05-04"), ("early Sunday morning", "2024-05-05"),
    ("shortly before midnight Saturday", "2024-05-04"), ("Sunday", "2024-05-05"),
)  # fmt: skip
DATES = (("March 9", "2024-03-09"), ("April 2", "2024-04-02"), ("Jan. 14", "2024-01-14"))
HOSPITALS = ("Mercy Hospital", "St. Vincent Medical Center", "a local hospital", "the hospital",
              "University Hospital")  # fmt: skip
STATES = (
    "in critical condition", "in stable condition", "with non-life-threatening injuries",
    "in serious condition", "with injuries that were not considered life-threatening",
)  # fmt: skip


@dataclass
class Making:
    """An account in the making."""

    town: tuple[str, str, str, str]
    people: list[Person]
    when: str
    day: str
    street: str
    site: str
    knife: bool
    beside: list[Expected] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)

    @property
    def dead(self) -> list[Person]:
        """Return who was killed."""
        return [p for p in self.people if p.dead]

    @property
    def hurt(self) -> list[Person]:
        """Return who was hurt and lived."""
        return [p for p in self.people if not p.dead]

    @property
    def deed(self) -> str:
        """Return "shooting" or "stabbing"."""
        return "stabbing" if self.knife else "shooting"

    @property
    def hit(self) -> str:
        """Return "shot" or "stabbed"."""
        return "stabbed" if self.knife else "shot"

    @property
    def wound(self) -> str:
        """Return "gunshot wound" or "stab wound"."""
        return "stab wound" if self.knife else "gunshot wound"

    def incidents(self) -> list[Expected]:
        """Return what must be read; nobody told of as killed is no figure."""
        main: Expected = {"killed": _exact(self.dead), "injured": _exact(self.hurt)}
        main |= {"day": self.day, "town": {self.town[0], self.town[0].upper()}}
        return [main, *self.beside]


Turn = Callable[[Making, random.Random], str]


def _exact(people: Sequence[Person]) -> tuple[int, int] | None:
    return (len(people), len(people)) if people else None


def place(made: Making, lot: random.Random) -> str:
    town, _, state, _ = made.town
    return lot.choice((
        f"on {made.street} in {town}",
        f"in the {lot.randint(2, 60)}00 block of {made.street} in {town}",
        f"{made.site} in {town}, {state}",
        f"{made.site} on {town}'s east side",
        f"in {town}",
    ))  # fmt: skip
