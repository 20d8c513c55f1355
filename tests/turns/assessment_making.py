"""An assessment in the making: its strike, where it fell, and who is said to have flown it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from expected import Expected
from wording import capital

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


@dataclass(frozen=True)
class Front:
    """Where strikes are assessed: places with quarters, who strikes, who reports."""

    land: str
    places: tuple[tuple[str, tuple[str, ...]], ...]  # a town, and quarters or camps of it
    strikes: tuple[str, ...]  # "Israeli airstrike"
    forces: tuple[str, ...]
    blamed: tuple[str, ...]  # as it may be read
    sources: tuple[str, ...]
    families: tuple[str, ...]
    hospitals: tuple[str, ...]
    months: tuple[tuple[int, int], ...]


_GAZA = Front(
    "Gaza Strip",
    (
        ("Gaza City", ("Al Rimal neighbourhood", "Al Zaytoun neighbourhood", "Tal al-Hawa",
                       "Al Daraj neighborhood")),
        ("Khan Yunis", ("Al Amal neighborhood", "Maen area")),
        ("Rafah", ("Tel al Sultan neighbourhood", "Al Shaboura refugee camp")),
        ("Deir al-Balah", ("Al Bassa area",)), ("Jabalia", ("Jabalia refugee camp",)),
        ("Nuseirat", ("Nuseirat refugee camp",)), ("Beit Lahia", ("Al Manshiya area",)),
    ),
    ("Israeli airstrike", "Israeli air strike", "Israeli drone strike", "Israeli missile strike"),
    ("the Israeli military", "Israeli forces", "Israeli warplanes", "the Israeli air force"),
    ("Israel", "Israeli military", "Israeli forces", "Israeli air force"),
    ("Al Jazeera", "Shehab News Agency", "Wafa", "Quds News Network", "Al Mayadeen",
     "the Palestinian Ministry of Health", "Maan News", "@Hamza20300"),
    ("Abu Shamala", "Barakat", "Al Najjar", "Hijazi", "Abu Odeh", "Al Qedra"),
    ("Al Aqsa Martyrs Hospital in Deir al-Balah", "Nasser hospital", "Al Shifa hospital",
     "the European Hospital"),
    ((2021, 5), (2023, 11), (2023, 12), (2024, 1)),
)  # fmt: skip
_SYRIA = Front(
    "Syria",
    (
        ("Maarrat al-Numan", ("eastern neighbourhood", "vegetable market area")),
        ("Kafr Nabl", ("old quarter",)), ("Saraqib", ("industrial area",)),
        ("Douma", ("Al Hajjariya area",)), ("Khan Shaykhun", ("northern neighborhood",)),
    ),
    ("Russian airstrike", "Russian air strike", "Russian missile strike"),
    ("Russian warplanes", "the Russian air force", "Russian forces"),
    ("Russia", "Russian air force", "Russian forces"),
    ("the Syrian Network for Human Rights", "SMART News", "Shaam News Network",
     "the Syrian Observatory for Human Rights", "the White Helmets", "Step News", "Qasioun"),
    ("Al Jasem", "Al Hamoud", "Qaddour", "Al Saeed", "Sheikh Ali"),
    ("a field hospital in Idlib", "Bab al Hawa hospital", "a hospital in Turkey"),
    ((2016, 11), (2019, 7), (2020, 2)),
)  # fmt: skip
_RAQQA = Front(
    "Syria",
    (("Raqqa", ("Al Badou neighbourhood", "Al Mansour street area")), ("Al-Bab", ("old city",)),
     ("Manbij", ("Al Hazawneh area",)), ("Al Mayadin", ("Al Balloum area",))),
    ("US-led Coalition airstrike", "Coalition air strike", "US-led Coalition drone strike"),
    ("the US-led Coalition", "Coalition aircraft", "Coalition warplanes"),
    ("US-led Coalition", "Coalition", "United States", "US-led coalition"),
    ("Raqqa is Being Slaughtered Silently", "Deir Ezzor 24", "Step News", "Qasioun",
     "the Syrian Network for Human Rights", "Smart News", "Sound and Picture"),
    ("Al Khalaf", "Al Hashem", "Al Issa", "Hamdan"),
    ("the National Hospital", "a clinic in Tabqa"),
    ((2017, 6), (2017, 7), (2018, 1)),
)  # fmt: skip
_YEMEN = Front(
    "Yemen",
    (("Saada", ("Al Talh market area",)), ("Sanaa", ("Faj Attan neighborhood", "Hadda district")),
     ("Hodeidah", ("Al Hali district",)), ("Taiz", ("Al Jahmaliya neighbourhood",))),
    ("Saudi airstrike", "Saudi air strike"),
    ("Saudi warplanes", "Saudi aircraft"), ("Saudi Arabia",),
    ("Al Masirah TV", "Yemen Press", "Mwatana", "Al Masdar", "the Yemen Data Project"),
    ("Al Qahtani", "Al Ahdal", "Sharaf", "Al Hakimi"), ("Al Thawra hospital",),
    ((2017, 8), (2018, 3), (2022, 1)),
)  # fmt: skip
_UKRAINE = Front(
    "Ukraine",
    (("Kharkiv", ("Saltivka district", "Oleksiivka neighbourhood")), ("Izium", ("city centre",)),
     ("Chuhuiv", ("northern part",)), ("Kramatorsk", ("Lazurnyi neighbourhood",))),
    ("Russian missile strike", "Russian air strike", "Russian artillery strike"),
    ("Russian forces", "the Russian military", "Russian troops"),
    ("Russia", "Russian military", "Russian forces"),
    ("Suspilne", "the Kharkiv regional prosecutor's office", "Ukrinform", "Kyiv Independent",
     "Governor Oleh Syniehubov"),
    ("Kovalenko", "Bondarenko", "Lysenko"), ("a hospital in Dnipro", "City Hospital No. 4"),
    ((2022, 3), (2022, 6)),
)  # fmt: skip
FRONTS = (_GAZA, _GAZA, _SYRIA, _RAQQA, _YEMEN, _UKRAINE)


@dataclass
class Making:
    """An assessment in the making."""

    lot: random.Random
    front: Front
    town: str
    quarter: str
    day: date
    low: int
    hurt: int
    published: str
    strike: str
    force: str
    family: str
    high: int | None = None
    asked: bool = True  # the dead are asked about
    main: Expected = field(default_factory=dict)
    beside: list[Expected] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    title: str | None = None
    unused: list[str] = field(default_factory=list)  # sources not told of yet
    counted: bool = True  # the lead says a figure that sources can say again

    @classmethod
    def drawn(cls, lot: random.Random) -> Making:
        """Return what a lead is to tell of."""
        front = lot.choice(FRONTS)
        town, quarters = lot.choice(front.places)
        year, month = lot.choice(front.months)
        day = date(year, month, lot.randint(2, 26))
        quarter = lot.choice(quarters)
        low = lot.choice((3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 22))
        made = cls(
            lot=lot, front=front, town=town, quarter=quarter, day=day, low=low, high=low,
            hurt=lot.choice((2, 3, 4, 6, 10, 13, 15, 20, 30)), strike=lot.choice(front.strikes),
            force=lot.choice(front.forces), family=lot.choice(front.families),
            published=str(day + timedelta(days=lot.randint(10, 200))),
        )  # fmt: skip
        made.unused = lot.sample(front.sources, len(front.sources))
        made.main = {
            "day": str(day), "blamed": {frozenset({b}) for b in front.blamed},
            "town": {town, quarter, f"{town} {quarter}", f"{quarter} of {town}",
                     quarter.rpartition(" ")[0], quarter.rsplit(" ", 2)[0]},
        }  # fmt: skip
        return made

    def incidents(self) -> list[Expected]:
        """Return what must be read, the main incident first."""
        killed: Expected = {"killed": (self.low, self.high)} if self.asked else {}
        return [{**killed, **self.main}, *self.beside]

    def pick(self, *forms: str) -> str:
        """Return one of several phrasings, its fields filled."""
        fields = {
            "land": self.front.land, "town": self.town, "quarter": self.quarter,
            "low": said(self.low), "high": said(self.high or 0), "hurt": said(self.hurt),
            "Low": capital(said(self.low)), "Hurt": capital(said(self.hurt)),
            "strike": self.strike, "a_strike": article(self.strike), "force": self.force,
            "Force": capital(self.force), "family": self.family, "day": self.dated(),
            "where": self.where(),
        }  # fmt: skip
        return self.lot.choice(forms).format(**fields)

    def where(self) -> str:
        """Return the place as assessments write it."""
        return self.lot.choice((
            f"the {self.quarter} of {self.town}", f"the {self.quarter} in {self.town}",
            f"{self.town}", f"{self.town}, {self.front.land}", f"the city of {self.town}",
        )) if self.quarter[0].islower() or self.lot.random() < 0.5 else (
            f"the {self.quarter}, {self.town}"
            if self.quarter.endswith(("camp", "area", "district", "hood", "borhood"))
            else f"{self.quarter}, {self.town}"
        )  # fmt: skip

    def dated(self) -> str:
        """Return the day as assessments write it."""
        day = self.day
        return self.lot.choice((
            f"{day:%B} {day.day}, {day.year}", f"{day:%B} {ordinal(day.day)} {day.year}",
            f"{day.day} {day:%B} {day.year}", f"{day:%A} {day:%B} {day.day}, {day.year}",
        ))  # fmt: skip

    def source(self) -> str:
        """Return a source that was not told of yet, or any."""
        return self.unused.pop() if self.unused else self.lot.choice(self.front.sources)


def said(number: int) -> str:
    """Return a number in words up to twelve."""
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def article(words: str) -> str:
    """Return words behind "a" or "an"."""
    return ("an " if words[0] in "AEIO" else "a ") + words


def ordinal(number: int) -> str:
    """Return 3rd, 11th, 22nd."""
    teens = number in range(10, 20)
    return f"{number}" + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


def some(lot: random.Random, low: int, most: int = 9) -> int:
    """Return a part of so many: at least one, less than all."""
    return lot.randint(1, max(1, min(most, low - 1)))
