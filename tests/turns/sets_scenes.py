"""Incidents that sets of accounts tell of: where, when, what, and how near others come to them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from wire_scenes import SCENES, Scene

Figure = tuple[date, int, int | None]
"""The day of publication, least and most."""


class Town(NamedTuple):
    """A town: its name, another spelling of it, its region in words, and whose town it is."""

    name: str
    variant: str
    district: str
    region: str
    adjective: str


TOWNS = (
    Town("Kharkiv", "Kharkov", "Kharkiv region", "eastern Ukraine", "Ukrainian"),
    Town("Mykolaiv", "Nikolaev", "Mykolaiv region", "southern Ukraine", "Ukrainian"),
    Town("Sumy", "Sumy", "Sumy region", "northeastern Ukraine", "Ukrainian"),
    Town("Taiz", "Taizz", "Taiz governorate", "southwestern Yemen", "Yemeni"),
    Town("Marib", "Ma'rib", "Marib governorate", "central Yemen", "Yemeni"),
    Town("Idlib", "Idleb", "Idlib province", "northwestern Syria", "Syrian"),
    Town("Homs", "Hims", "Homs province", "central Syria", "Syrian"),
    Town("Deir ez-Zor", "Deir al-Zor", "Deir ez-Zor province", "eastern Syria", "Syrian"),
    Town("Kandahar", "Qandahar", "Kandahar province", "southern Afghanistan", "Afghan"),
    Town("Kunduz", "Qonduz", "Kunduz province", "northern Afghanistan", "Afghan"),
    Town("Mosul", "Mosul", "Nineveh province", "northern Iraq", "Iraqi"),
    Town("Kirkuk", "Kirkuk", "Kirkuk province", "northern Iraq", "Iraqi"),
    Town("Baidoa", "Baydhabo", "the Bay region", "southern Somalia", "Somali"),
    Town("Maiduguri", "Maiduguri", "Borno state", "northeastern Nigeria", "Nigerian"),
    Town("Mopti", "Mopti", "Mopti region", "central Mali", "Malian"),
    Town("Gao", "Gao", "Gao region", "northern Mali", "Malian"),
    Town("Quetta", "Quetta", "Balochistan province", "southwestern Pakistan", "Pakistani"),
    Town("El Fasher", "Al Fashir", "North Darfur state", "western Sudan", "Sudanese"),
    Town("Bunia", "Bunia", "Ituri province", "eastern Congo", "Congolese"),
)


@dataclass
class Happened:
    """An incident, and every figure that an independent source has given of it so far."""

    key: str
    scene: Scene
    town: Town
    day: date
    dead: int
    hurt: int
    speaker: str
    killed: list[Figure] = field(default_factory=list)
    injured: list[Figure] = field(default_factory=list)
    healed: int = 0  # of the injured, died since
    disputed: bool = False  # the other side has a figure of its own

    def count(self, published: date, dead: int, hurt: int | None = None) -> None:
        """Note what an account published on a day gives."""
        self.killed.append((published, dead, dead))
        if hurt is not None:
            self.injured.append((published, hurt, hurt))


def envelope(figures: Sequence[Figure]) -> tuple[int, int | None] | None:
    """Return least and most of the figures that no later ones overtook (COUNTING 17, 25)."""
    stand = standing(figures)
    if not stand:
        return None
    highs = [high for _, _, high in stand]
    known = [h for h in highs if h is not None]
    return min(low for _, low, _ in stand), max(known) if len(known) == len(highs) else None


def standing(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that no later ones overtook."""
    return [f for f in figures if not _is_overtaken(f, figures)]


def _is_overtaken(figure: Figure, figures: Sequence[Figure]) -> bool:
    day, low, high = figure
    later = [(a, b) for d, a, b in figures if d > day]
    return bool(later) and all(a > (low if high is None else high) for a, _ in later)


def happened(lot: random.Random, number: int) -> list[Happened]:
    """Return so many incidents: the first by lot, each other near to one in a way of its own."""
    first = _first(lot)
    found = [first]
    ways = [_same_day, _same_number, _days_later, _months_later, _elsewhere]
    for n, way in enumerate(lot.sample(ways, number - 1), 1):
        made = way(lot, first, [h.scene for h in found])
        made.key = f"{chr(97 + n)} {way.__name__.strip('_')}"
        found.append(made)
    return found


def _first(lot: random.Random) -> Happened:
    day = date(lot.randint(2014, 2023), 1, 1) + timedelta(days=lot.randint(0, 330))
    return Happened(
        "a first", lot.choice(SCENES), lot.choice(TOWNS), day, lot.randint(4, 38),
        lot.randint(10, 60), "",
    )  # fmt: skip


def _another(lot: random.Random, taken: list[Scene]) -> Scene:
    """Return a scene at no place and of no kind that one of those has."""
    places = {s.place for s in taken}
    nouns = {s.noun for s in taken}
    return lot.choice([s for s in SCENES if s.place not in places and s.noun not in nouns])


def _figures(lot: random.Random, other: Happened) -> tuple[int, int]:
    """Return figures that are neither of another's, nor what those may rise to."""
    dead = lot.choice([n for n in range(3, 45) if not other.dead - 3 <= n <= other.dead + 14])
    hurt = lot.choice([n for n in range(8, 70) if abs(n - other.hurt) > 1])
    return dead, hurt


def _same_day(lot: random.Random, one: Happened, taken: list[Scene]) -> Happened:
    return Happened("", _another(lot, taken), one.town, one.day, *_figures(lot, one), "")


def _same_number(lot: random.Random, one: Happened, _taken: list[Scene]) -> Happened:
    """Return as many dead and hurt by the same means, in another country, about that day."""
    town = lot.choice([t for t in TOWNS if t.adjective != one.town.adjective])
    day = one.day + timedelta(days=lot.choice((-1, 0, 0, 1, 5)))
    return Happened("", one.scene, town, day, one.dead, one.hurt, "")


def _days_later(lot: random.Random, one: Happened, taken: list[Scene]) -> Happened:
    day = one.day + timedelta(days=lot.randint(4, 25))
    scene = one.scene if lot.random() < 0.4 else _another(lot, taken)
    return Happened("", scene, one.town, day, *_figures(lot, one), "")


def _months_later(lot: random.Random, one: Happened, _taken: list[Scene]) -> Happened:
    day = one.day + timedelta(days=lot.randint(60, 400))
    return Happened("", one.scene, one.town, day, *_figures(lot, one), "")


def _elsewhere(lot: random.Random, one: Happened, taken: list[Scene]) -> Happened:
    town = lot.choice([t for t in TOWNS if t != one.town])
    day = one.day + timedelta(days=lot.randint(-3, 3))
    return Happened("", _another(lot, taken), town, day, *_figures(lot, one), "")
