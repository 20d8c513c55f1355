"""What the accounts of several incidents are made of."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from crime_making import STREETS
from crime_people import Person, drawn
from expected import Expected

SHAPES = ((1, 0), (1, 0), (0, 1), (0, 1), (0, 2), (1, 1), (1, 2), (0, 3), (2, 0), (2, 1), (0, 4))
SITES = (
    "outside a nightclub", "in the parking lot of a gas station", "at a house party",
    "inside an apartment", "on a porch", "in a parked car", "at a bus stop",
)  # fmt: skip
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass
class Scene:
    """One incident of several."""

    people: list[Person]
    street: str
    day: str
    weekday: str
    hour: str

    @property
    def dead(self) -> list[Person]:
        """Return who was killed."""
        return [p for p in self.people if p.dead]

    @property
    def hurt(self) -> list[Person]:
        """Return who was hurt and lived."""
        return [p for p in self.people if not p.dead]

    def expected(self, town: str) -> Expected:
        """Return what must be read of it."""
        return {
            "killed": exact(len(self.dead)), "injured": exact(len(self.hurt)),
            "day": self.day, "town": {town, town.upper()},
        }  # fmt: skip


def exact(number: int) -> tuple[int, int] | None:
    """Return a figure that is told; nobody told of is no figure."""
    return (number, number) if number else None


def scenes(lot: random.Random, number: int, days: Sequence[tuple[str, str]]) -> list[Scene]:
    """Return incidents of one town, each on a street of its own, in the order of their days."""
    streets = lot.sample(STREETS, number)
    moments = sorted(lot.sample(range(len(days) * 6), number))
    found = []
    for street, moment in zip(streets, moments, strict=True):
        weekday, day = days[moment // 6]
        hour = HOURS[moment % 6]
        dead, hurt = lot.choice(SHAPES)
        found.append(Scene(drawn(lot, dead, hurt), street, day, weekday, hour))
    return found


HOURS = ("2:15 a.m.", "5:40 a.m.", "11:30 a.m.", "3:20 p.m.", "7:05 p.m.", "10:50 p.m.")


def number(count: int) -> str:
    """Return "five", "14"."""
    return _SMALL[count] if count < len(_SMALL) else str(count)


def people(count: int, noun: str = "people") -> str:
    """Return "one person", "two people", "14 men"."""
    one = {"people": "person", "civilians": "civilian", "residents": "resident", "men": "man"}
    return f"{number(count)} {one.get(noun, noun[:-1]) if count == 1 else noun}"


def was(count: int) -> str:
    """Return "was" or "were"."""
    return "was" if count == 1 else "were"


def aged(person: Person) -> str:
    """Return "a 24-year-old man"."""
    return f"{'an' if person.age == 18 else 'a'} {person.aged}"
