"""Whom a shooting or a stabbing hit, and how a local paper's words tell of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from wording import listed

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth")
_FIRST = {
    "man": ("Marcus", "Terrell", "Daniel", "Jose", "Kevin", "Anthony", "Brian", "Luis", "Derrick"),
    "woman": ("Maria", "Keisha", "Angela", "Brenda", "Crystal", "Tanya", "Laura", "Denise"),
}
_LAST = (
    "Bell", "Ortega", "Whitfield", "Hampton", "Nguyen", "Pruitt", "Delgado", "Sanders", "Lawson",
    "Mack", "Kowalski", "Barnett", "Everett", "Stokes", "Ramirez", "Tolbert",
)  # fmt: skip
_SPOTS = ("leg", "chest", "arm", "abdomen", "shoulder", "foot", "back")
_GROWN = 18


@dataclass
class Person:
    """Somebody hit."""

    sex: str  # "man", "woman"
    age: int
    name: str
    dead: bool

    @property
    def noun(self) -> str:
        """Return "man", "girl"."""
        return self.sex if self.age >= _GROWN else {"man": "boy", "woman": "girl"}[self.sex]

    @property
    def pronoun(self) -> str:
        """Return "he" or "she"."""
        return "he" if self.sex == "man" else "she"

    @property
    def aged(self) -> str:
        """Return "24-year-old man"."""
        return f"{self.age}-year-old {self.noun}"

    def told(self, lot: random.Random) -> str:
        """Return who is told of for the first time: "a man", "a 24-year-old man"."""
        eight = "an" if str(self.age).startswith("8") or self.age in {11, 18} else "a"
        return lot.choice(
            (
                f"{eight} {self.aged}",
                f"a {self.noun}",
                f"a {self.noun} in {'his' if self.sex == 'man' else 'her'} {self.decade}",
            )
            if self.age >= 20
            else (f"{eight} {self.aged}",)
        )

    @property
    def decade(self) -> str:
        """Return "20s"."""
        return f"{self.age // 10 * 10}s"


def drawn(
    lot: random.Random, dead: int, hurt: int, sexes: Sequence[str] = ("man", "man", "woman")
) -> list[Person]:
    """Return so many people, each of an age and a name of his own."""
    ages, lasts = lot.sample(range(15, 63), dead + hurt), lot.sample(_LAST, dead + hurt)
    found = []
    for n in range(dead + hurt):
        sex = lot.choice(sexes)
        name = f"{lot.choice(_FIRST[sex])} {lasts[n]}"
        found.append(Person(sex, ages[n], name, dead=n < dead))
    return found


def group(people: Sequence[Person], lot: random.Random) -> str:
    """Return people as a lead first tells of them: "two men", "one person", "a man and a woman"."""
    count, nouns = len(people), {p.noun for p in people}
    if count == 1:
        return lot.choice((people[0].told(lot), "one person", f"one {people[0].noun}"))
    some = [f"{SMALL[count]} people"]
    if len(nouns) == 1:
        some.append(f"{SMALL[count]} {plural(people[0].noun)}")
    if count == 2 and len(nouns) == 2:
        some.append(listed([f"a {p.noun}" for p in people]))
    return lot.choice(some)


def others(people: Sequence[Person], lot: random.Random, *, after: str = "") -> str:
    """Return people told of beside somebody told of before: "two others", "another man"."""
    count, nouns = len(people), {p.noun for p in people}
    if count == 1:
        noun = people[0].noun
        plain = ["another person", "another"]
        plain.append(f"another {noun}" if f"a {noun}" in after or noun in after else f"a {noun}")
        return lot.choice(plain)
    some = [f"{SMALL[count]} others", f"{SMALL[count]} other people", f"{SMALL[count]} more"]
    if len(nouns) == 1:
        some.append(f"{SMALL[count]} other {plural(people[0].noun)}")
    return lot.choice(some)


def plural(noun: str) -> str:
    """Return "women"."""
    return noun[:-3] + "men" if noun.endswith("man") else noun + "s"


def rank(number: int) -> str:
    """Return "third"."""
    return _RANKS[number - 1]


def spot(lot: random.Random) -> str:
    """Return where somebody was hit."""
    return lot.choice(_SPOTS)


def be(people: Sequence[Person]) -> str:
    """Return "was" or "were"."""
    return "was" if len(people) == 1 else "were"
