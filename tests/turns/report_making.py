"""A report in the making: its incident, and those that its turns set beside it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from expected import Expected
from wording import capital

_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Land:
    """A country, towns of it, and who is blamed there, as it is written and as it is read."""

    name: str
    people: str  # "Malian"
    towns: tuple[str, ...]
    party: str
    blamed: str


LANDS = (
    Land("Ukraine", "Ukrainian", ("Kharkiv", "Izium", "Kramatorsk", "Kherson"), "Russian forces",
         "Russia"),
    Land("Mali", "Malian", ("Gao", "Mopti", "Bandiagara"), "JNIM fighters", "JNIM"),
    Land("the Democratic Republic of Congo", "Congolese", ("Beni", "Oicha", "Mambasa", "Bunia"),
         "ADF fighters", "ADF"),
    Land("Yemen", "Yemeni", ("Taiz", "Saada", "Marib"), "Houthi forces", "Houthi"),
    Land("Sudan", "Sudanese", ("El Fasher", "Nyala", "Zalingei"), "the Rapid Support Forces",
         "Rapid Support Forces"),
    Land("Nigeria", "Nigerian", ("Maiduguri", "Gwoza", "Damboa"), "Boko Haram fighters",
         "Boko Haram"),
    Land("Ethiopia", "Ethiopian", ("Axum", "Adigrat", "Gondar"), "Eritrean soldiers", "Eritrea"),
    Land("Colombia", "Colombian", ("Tumaco", "Arauca"), "ELN guerrillas", "ELN"),
    Land("Afghanistan", "Afghan", ("Kunduz", "Jalalabad", "Lashkar Gah"), "the Taliban", "Taliban"),
)  # fmt: skip


@dataclass
class Making:
    """A report in the making."""

    lot: random.Random
    land: Land
    town: str
    day: date
    low: int
    hurt: int
    published: str
    near: date  # the day, or in a report of an old incident a day of this year
    high: int | None = None
    main: Expected = field(default_factory=dict)
    beside: list[Expected] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    title: str | None = None
    act: str = "attack"  # what the turns call it
    victims: str = "people"
    teller: str = "Human Rights Watch"
    voiced: bool = False  # the lead's toll has a speaker
    asked: bool = True  # the dead are asked about
    way: int = 0  # in which all notes of one account are written

    @classmethod
    def drawn(cls, lot: random.Random) -> Making:
        """Return what a lead is to tell of."""
        land = lot.choice(LANDS)
        day = date(2024, lot.choice((3, 4, 5)), lot.randint(3, 26))
        low = lot.choice((3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 22, 28, 36, 42))
        made = cls(
            lot=lot, land=land, town=lot.choice(land.towns), day=day, near=day, low=low, high=low,
            hurt=lot.choice((10, 12, 15, 16, 18, 24, 27, 33, 41, 60)),
            published=str(day + timedelta(days=lot.randint(10, 40))),
        )  # fmt: skip
        made.main = {"day": str(day), "town": made.town}
        made.teller = lot.choice(
            ("Human Rights Watch", "Amnesty International", "the monitoring group", "Airwars")
        )
        return made

    def incidents(self) -> list[Expected]:
        """Return what must be read, the main incident first."""
        killed: Expected = {"killed": (self.low, self.high)} if self.asked else {}
        return [{**killed, **self.main}, *self.beside]

    def always(self, forms: Sequence[str]) -> str:
        """Return the one of several phrasings that all notes of an account take."""
        return forms[self.way % len(forms)]

    def days_of(self, day: date) -> object:
        """Return the days that one of no year may be: this year's, or that of an old crime."""
        return {str(day), str(day.replace(year=self.day.year))}

    def pick(self, *forms: str) -> str:
        """Return one of several phrasings, its fields filled."""
        fields = {
            "land": self.land.name, "people": self.land.people, "town": self.town,
            "party": self.land.party, "Party": capital(self.land.party), "low": said(self.low),
            "Low": capital(said(self.low)), "high": said(self.high or 0), "hurt": said(self.hurt),
            "Hurt": capital(said(self.hurt)), "day": self.dated(self.day), "act": self.act,
            "victims": self.victims, "teller": self.teller, "Teller": capital(self.teller),
        }  # fmt: skip
        return re.sub(r",(?=[,.)])", "", self.lot.choice(forms).format(**fields))

    def dated(self, day: date) -> str:
        """Return a day as reports write it."""
        month = _MONTHS[day.month - 1]
        return self.lot.choice((
            f"{day.day} {month}", f"{day.day} {month} {day.year}", f"{month} {day.day}",
            f"{month} {day.day}, {day.year},",
        ))  # fmt: skip

    def later(self, most: int = 6) -> date:
        """Return a day soon after the incident's."""
        return self.near + timedelta(days=self.lot.randint(1, most))

    def other_town(self) -> str:
        """Return another town of the country."""
        taken = {self.town, *(b.get("town") for b in self.beside)}
        return self.lot.choice([t for t in self.land.towns if t not in taken] or ["Tripoli"])


def said(number: int) -> str:
    """Return a number in words below ten."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def parted(lot: random.Random, whole: int, parts: int) -> list[int]:
    """Return a number parted into so many, none of them zero."""
    cuts = sorted(lot.sample(range(1, whole), parts - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]
