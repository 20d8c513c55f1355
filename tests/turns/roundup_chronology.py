"""Chronologies: lists of attacks by date, alone or at the end of a story of a new one."""

from __future__ import annotations

import random
from dataclasses import dataclass

from expected import Account, Expected
from roundup_making import exact, number, people, was
from wording import capital

_LANDS = {
    "Nigeria": ("Maiduguri", "Kano", "Jos", "Potiskum", "Damaturu", "Yola"),
    "Pakistan": ("Quetta", "Peshawar", "Karachi", "Mastung", "Charsadda", "Parachinar"),
    "Turkey": ("Ankara", "Istanbul", "Diyarbakir", "Suruc", "Gaziantep", "Elazig"),
    "Iraq": ("Baghdad", "Mosul", "Kirkuk", "Karbala", "Baqubah", "Tikrit"),
    "Somalia": ("Mogadishu", "Baidoa", "Kismayo", "Beledweyne", "Jowhar"),
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_DEEDS = {
    "a suicide bombing": "A suicide bomber struck",
    "a car bombing": "A car bomb exploded at",
    "a gun attack": "Gunmen opened fire at",
    "a bomb attack": "A bomb went off at",
}
_SITES = ("a market", "a mosque", "a police station", "a bus station", "a hotel", "a church")


@dataclass
class Attack:
    """One entry."""

    town: str
    day: str  # ISO
    words: str  # as the list says it
    dead: int
    hurt: int

    def expected(self) -> Expected:
        """Return what must be read of it."""
        return {
            "killed": exact(self.dead), "injured": exact(self.hurt), "day": self.day,
            "town": self.town,
        }  # fmt: skip


def chronology(lot: random.Random) -> Account:
    """Return a list, or a story with a list behind it, published on Wednesday."""
    land = lot.choice(tuple(_LANDS))
    towns = lot.sample(_LANDS[land], lot.randint(3, 5))
    years = sorted(lot.sample(range(2009, 2024), len(towns)))
    style = lot.choice(tuple(_STYLES))
    attacks = [_drawn(lot, t, y, style) for t, y in zip(towns, years, strict=True)]
    if lot.random() < 0.4:
        attacks.reverse()
    form = lot.choice(tuple(_FORMS))
    items = [_FORMS[form](lot, a) for a in attacks]
    title, opening, main = _opening(lot, land)
    text = (
        "\n\n".join((opening, *items))
        if lot.random() < 0.5
        else (opening + "\n\n" + "\n".join(items))
    )
    expected = [a.expected() for a in attacks]
    return Account(text, [*main, *expected], [form, style], title, ranked=bool(main))


_STYLES = {
    "british": lambda y, m, d: f"{d} {m} {y}",
    "american": lambda y, m, d: f"{m} {d}, {y}",
    "short": lambda y, m, d: f"{m[:3]} {d}, {y}" if len(m) > 4 else f"{m} {d}, {y}",
}


def _drawn(lot: random.Random, town: str, year: int, style: str) -> Attack:
    month, day = lot.randint(1, 12), lot.randint(1, 28)
    words = _STYLES[style](year, _MONTHS[month - 1], day)
    dead, hurt = lot.randint(2, 90), lot.choice((0, lot.randint(3, 200)))
    return Attack(town, f"{year}-{month:02}-{day:02}", words, dead, hurt)


def _opening(lot: random.Random, land: str) -> tuple[str, str, list[Expected]]:
    if lot.random() < 0.5:
        return (
            lot.choice((f"Timeline: attacks in {land}", f"Chronology of major attacks in {land}")),
            lot.choice((
                f"Here is a list of some of the deadliest attacks in {land} in recent years.",
                f"Some of the worst attacks in {land}:",
                (f"{land} has suffered a series of attacks, in which hundreds of people have been "
                "killed. A chronology:"),
            )),
            [],
        )  # fmt: skip
    dead, hurt = lot.randint(3, 40), lot.randint(5, 60)
    story = (
        f"A bomb killed at least {number(dead)} people and wounded {number(hurt)} at a checkpoint "
        f"outside {land}'s parliament on Tuesday, police said."
    )
    if lot.random() < 0.5:
        story += " No group has claimed responsibility."
    main: Expected = {"killed": (dead, None), "injured": exact(hurt), "day": "2024-05-07"}
    more = lot.choice((
        f"Other recent attacks in {land}:", f"Previous attacks in {land} include:",
        "A look at some earlier attacks:",
    ))  # fmt: skip
    return f"Bomb kills {dead} in {land}", f"{story}\n\n{more}", [main]


def _labelled(lot: random.Random, a: Attack) -> str:
    dash = lot.choice((": ", " - ", " — "))
    return f"{a.words}{dash}{_deed(lot, a)}"


def _bullets(lot: random.Random, a: Attack) -> str:
    return f"{lot.choice(('- ', '• ', '* '))}{a.words}: {_deed(lot, a)}"


def _prose(lot: random.Random, a: Attack) -> str:
    return f"On {a.words}, {_deed(lot, a, low=True)}"


def _brief(lot: random.Random, a: Attack) -> str:
    toll = f"{a.dead} killed" + (f", {a.hurt} injured" if a.hurt else "")
    return lot.choice((
        f"{a.words}: {a.town} - {toll} in {lot.choice(tuple(_DEEDS))} on {lot.choice(_SITES)}.",
        f"{a.words}: {toll} in {lot.choice(tuple(_DEEDS))} in {a.town}.",
    ))  # fmt: skip


def _deed(lot: random.Random, a: Attack, *, low: bool = False) -> str:
    deed = lot.choice(tuple(_DEEDS))
    site = lot.choice(_SITES)
    toll = f"killing {people(a.dead)}" + (f" and wounding {number(a.hurt)}" if a.hurt else "")
    passive = f"{people(a.dead)} {was(a.dead)} killed" + (
        f" and {number(a.hurt)} injured" if a.hurt else ""
    )
    said = lot.choice((
        f"{_DEEDS[deed]} {site} in {a.town}, {toll}.",
        f"{passive} in {deed} on {site} in {a.town}.",
        f"{deed} in {a.town} left {people(a.dead)} dead"
        + (f" and {number(a.hurt)} wounded." if a.hurt else "."),
        f"{_DEEDS[deed]} {site} in {a.town}. {capital(passive)}.",
        f"{deed} on {site} in {a.town} killed {people(a.dead)}"
        + (f" and injured {number(a.hurt)}." if a.hurt else "."),
    ))  # fmt: skip
    return said[0].lower() + said[1:] if low else capital(said)


_FORMS = {"labelled": _labelled, "bullets": _bullets, "prose": _prose, "brief": _brief}
