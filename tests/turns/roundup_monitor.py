"""A monitor's or a governor's day: a line or a sentence a town, and a sum that is no incident's."""

from __future__ import annotations

import random
from dataclasses import dataclass

from expected import Account, Expected
from roundup_making import exact, number, people, was
from wording import capital, listed

_REGIONS = {
    "Kharkiv": ("Kupiansk", "Vovchansk", "Izium", "Balakliia", "Chuhuiv", "Lozova"),
    "Donetsk": ("Kostiantynivka", "Pokrovsk", "Sloviansk", "Kramatorsk", "Toretsk", "Chasiv Yar"),
    "Kherson": ("Beryslav", "Antonivka", "Stanislav", "Bilozerka", "Kherson"),
    "Dnipropetrovsk": ("Nikopol", "Marhanets", "Pokrovske", "Pavlohrad", "Synelnykove"),
}
_ARMS = ("an FPV drone", "a drone", "artillery fire", "a guided bomb", "shelling", "a mortar")
_PERSONS = ("a man, 61,", "a 44-year-old woman", "a 70-year-old man", "a civilian", "a woman, 38,",
            "a 59-year-old resident", "a local man", "an elderly woman")  # fmt: skip
_SHAPES = ((0, 1), (0, 1), (1, 0), (1, 1), (0, 2), (1, 2), (2, 0), (2, 3), (0, 3), (0, 4), (1, 5))


@dataclass
class Strike:
    """What one town suffered."""

    town: str
    dead: int
    hurt: int

    def expected(self, day: str | None) -> Expected:
        """Return what must be read of it."""
        found: Expected = {"killed": exact(self.dead), "injured": exact(self.hurt)}
        found["town"] = {self.town, f"{self.town} district"}
        return found | ({"day": day} if day else {})


def monitor(lot: random.Random) -> Account:
    """Return the report of one day, published on Wednesday."""
    region = lot.choice(tuple(_REGIONS))
    towns = lot.sample(_REGIONS[region], lot.randint(2, 4))
    told = [Strike(t, *lot.choice(_SHAPES)) for t in towns]
    form = lot.choice(tuple(_FORMS))
    dead, hurt = sum(s.dead for s in told), sum(s.hurt for s in told)
    when, day = lot.choice((
        ("over the past day", None), ("in the past 24 hours", None),
        ("on 7 May", "2024-05-07"), ("on Tuesday", "2024-05-07"),
    ))  # fmt: skip
    head = _head(lot, region, when, dead, hurt)
    items = _FORMS[form](lot, told)
    foot = lot.choice(("", "", _foot(lot, region)))
    text = "\n".join(p for p in (head, items, foot) if p)
    expected = [s.expected(day) for s in told]
    # "Nine settlements were shelled": an act of no toll may stand beside
    bare: Expected = {"killed": None, "injured": None}
    return Account(text, expected, [form], None, maybe=[bare], ranked=False)


def _head(lot: random.Random, region: str, when: str, dead: int, hurt: int) -> str:
    sums = _sums(dead, hurt, lot)
    return lot.choice((
        (f"Russian forces attacked settlements of the {region} region {when}. {capital(sums)}, "
        "the governor said."),
        (f"{capital(when)}, Russian forces shelled {number(9)} settlements in the {region} region. "
        f"In total, {sums}."),
        f"{region} region: {sums} in Russian attacks {when}.",
        (f"Russian attacks across the {region} region {when}, according to the regional military "
        "administration:"),
        (f"{capital(sums)} in Russian attacks on the {region} region {when}, the regional "
        "prosecutor's office reported."),
    ))  # fmt: skip


def _sums(dead: int, hurt: int, lot: random.Random) -> str:
    if dead and hurt:
        return lot.choice((
            (f"{people(dead, 'civilians')} {was(dead)} killed and {number(hurt)} {was(hurt)} "
            "wounded"),
            f"{people(dead)} {was(dead)} killed and {number(hurt)} injured",
        ))  # fmt: skip
    n, verb = (dead, "killed") if dead else (hurt, "injured")
    return f"{people(n)} {was(n)} {verb}"


def _foot(lot: random.Random, region: str) -> str:
    return lot.choice((
        (f"Since the start of the full-scale invasion, {lot.randint(1200, 3900)} civilians have "
        f"been killed in the {region} region."),
        "Air defenses shot down 14 of 17 drones overnight.",
        f"Rescuers evacuated 34 people from the frontline settlements of the {region} region.",
        "Private houses, a shop and two cars were damaged.",
    ))  # fmt: skip


def _one(lot: random.Random, strike: Strike) -> str:
    """Return who was hit, with the verb."""
    dead, hurt = strike.dead, strike.hurt
    who = lot.choice(_PERSONS)
    if dead == 1 and not hurt:
        return f"{who} was killed"
    if hurt == 1 and not dead:
        return f"{who} was {lot.choice(('wounded', 'injured'))}"
    return _sums(dead, hurt, lot)


def _by(lot: random.Random) -> str:
    return lot.choice(("by ", "in an attack with ", "as a result of ")) + lot.choice(_ARMS)


def _lines(lot: random.Random, told: list[Strike]) -> str:
    mark = lot.choice(("", "- ", "• ", "▪️ "))
    dash = lot.choice((": ", " — ", " - "))
    return "\n".join(
        f"{mark}{s.town}{dash}"
        f"{_one(lot, s)}{lot.choice(('', f' by {lot.choice(_ARMS)}'))}{lot.choice(('.', ';'))}"
        for s in told
    )


def _districts(lot: random.Random, told: list[Strike]) -> str:
    return "\n".join(f"{s.town} district: {_one(lot, s)} {_by(lot)}." for s in told)


def _sentences(lot: random.Random, told: list[Strike]) -> str:
    found = []
    for s in told:
        said = _one(lot, s)
        found.append(lot.choice((
            f"In {s.town}, {said} {_by(lot)}.",
            f"{capital(said)} in {s.town}.",
            (f"{capital(lot.choice(('a drone', 'a Russian drone', 'artillery')))} hit "
            f"{s.town}: {said}."),
            (f"In {s.town}, {said} when {lot.choice(('a shell', 'a drone'))} hit "
            f"{lot.choice(('a house', 'a car', 'a shop'))}."),
        )))  # fmt: skip
    return lot.choice((" ", "\n")).join(found)


def _running(_lot: random.Random, told: list[Strike]) -> str:
    """Return one sentence: "two people were killed in X, one in Y and one in Z"."""
    killed = [s for s in told if s.dead]
    hurt = [s for s in told if s.hurt]
    parts = []
    if killed:
        n = killed[0].dead
        parts.append(capital(listed([
            f"{people(n)} {was(n)} killed in {killed[0].town}",
            *(f"{number(s.dead)} in {s.town}" for s in killed[1:]),
        ])) + ".")  # fmt: skip
    if hurt:
        n = hurt[0].hurt
        parts.append(capital(listed([
            f"{people(n)} {was(n)} wounded in {hurt[0].town}",
            *(f"{number(s.hurt)} in {s.town}" for s in hurt[1:]),
        ])) + ".")  # fmt: skip
    return " ".join(parts)


_FORMS = {"lines": _lines, "districts": _districts, "sentences": _sentences, "running": _running}
