"""Who fights whom, where and with what: the words that war reports composed by lot are made of."""

from __future__ import annotations

import random
from dataclasses import dataclass

from wording import capital

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
TARGETS = (
    "a residential building", "a nine-storey apartment block",
    "a school sheltering displaced people",
    "a crowded market", "a hospital", "a bus stop", "a family home", "a bakery",
    "a railway station",
    "a camp for displaced people", "a petrol station", "a kindergarten", "a mosque", "a house",
)  # fmt: skip
DEEDS = {
    "missile": "missile strike", "drone": "drone attack", "drone strike": "drone strike",
    "air strike": "air strike", "rocket": "rocket attack", "artillery shell": "artillery attack",
    "guided bomb": "bomb attack", "tank shell": "artillery attack",
}  # fmt: skip
PLURALS = ("civilians", "people", "residents", "local people")


@dataclass(frozen=True)
class Side:
    """Those who strike, and the land they strike."""

    whose: str  # before a weapon
    party: str  # how the record calls them
    forces: str  # subject of a verb
    speaks: str  # who answers for them, subject of a plural or singular past verb
    enemy: str  # whom they say they hit
    towns: tuple[str, ...]
    region: str
    officials: tuple[str, ...]
    ministry: str
    since: str  # since when the war is counted
    weapons: tuple[str, ...] = ("missile", "drone", "air strike", "rocket", "artillery shell")

    @property
    def blamed(self) -> object:
        """Return what the record may call those who are blamed."""
        party = frozenset({self.party})
        return {party, frozenset({"M23 rebels"})} if self.party == "M23" else party


SIDES = (
    Side(
        "Russian", "Russia", "Russian forces", "Russia's defence ministry", "Ukrainian soldiers",
        (
            "Kherson",
            "Nikopol",
            "Kramatorsk",
            "Kupiansk",
            "Chernihiv",
            "Kostiantynivka",
            "Beryslav",
        ),
        "eastern Ukraine",
        ("regional governor Oleh Sarenko", "the mayor", "local prosecutors",
         "Ukraine's emergency service",
         "the head of the city's military administration"),
        "Ukraine's interior ministry", "since Russia's full-scale invasion in February 2022",
        (
            "missile",
            "drone",
            "guided bomb",
            "air strike",
            "artillery shell",
        ),
    ),
    Side(
        "Ukrainian", "Ukraine", "Ukrainian forces", "Kyiv", "Russian soldiers",
        ("Belgorod", "Shebekino", "Kursk", "Luhansk"), "western Russia",
        (
            "regional governor Pavel Ortin",
            "the mayor",
            "the local health ministry",
            "emergency officials",
        ),
        "Russia's health ministry", "since the conflict began in 2022",
        ("missile", "drone", "rocket", "artillery shell"),
    ),
    Side(
        "Israeli", "Israel", "Israeli forces", "The Israeli army", "Hamas fighters",
        ("Khan Younis", "Rafah", "Jabalia", "Deir al-Balah", "Nuseirat", "Beit Lahia"),
        "the Gaza Strip",
        ("Gaza's civil defence agency", "medics", "the director of the local hospital",
         "Palestinian health officials", "civil defence spokesman Sami Wadan"),
        "Gaza's health ministry", "since the war began on October 7",
        (
            "air strike",
            "missile",
            "drone",
            "tank shell",
            "drone strike",
        ),
    ),
    Side(
        "Israeli", "Israel", "Israeli forces", "The Israeli military", "Hezbollah fighters",
        ("Nabatieh", "Tyre", "Baalbek", "Bint Jbeil"), "southern Lebanon",
        (
            "Lebanon's health ministry",
            "Lebanese state media",
            "the local mayor",
            "civil defence",
        ),
        "Lebanon's health ministry", "since October",
        ("air strike", "drone strike", "missile", "drone"),
    ),
    Side(
        "Russian", "Russia", "Russian forces", "Moscow", "rebel fighters",
        ("Idlib", "Ariha", "Atarib", "Jisr al-Shughur"), "northwest Syria",
        (
            "the White Helmets rescue group",
            "a war monitor",
            "medics",
            "the civil defence",
        ),
        "the opposition's health directorate", "since the conflict erupted in 2011",
        ("air strike", "missile"),
    ),
    Side(
        "Houthi", "Houthi", "Houthi fighters", "The Houthis", "government soldiers",
        ("Taiz", "Marib", "Hodeidah"), "Yemen",
        (
            "the provincial governor",
            "medics",
            "a health official",
            "residents",
        ),
        "the health ministry", "since the war broke out in 2014",
        ("missile", "drone", "artillery shell", "rocket"),
    ),
    Side(
        "RSF", "RSF", "RSF fighters", "The RSF", "soldiers",
        ("El Fasher", "Omdurman", "El Obeid", "Nyala"), "Sudan",
        (
            "a doctors' network",
            "activists",
            "the state governor",
            "a medical source",
            "an emergency volunteer group",
        ),
        "the health ministry", "since the war began in April 2023",
        ("drone", "artillery shell", "rocket", "missile"),
    ),
    Side(
        "M23 rebel", "M23", "M23 fighters", "The M23", "army soldiers",
        ("Goma", "Bukavu", "Butembo"), "eastern Congo",
        (
            "the provincial governor",
            "a hospital director",
            "civil society leader Josue Makamba",
            "local officials",
        ),
        "Congo's communications ministry", "since the rebels resurfaced in 2021",
        ("rocket", "drone", "artillery shell"),
    ),
)  # fmt: skip


def said(number: int) -> str:
    """Return a number as copy spells it."""
    return _SMALL[number] if number < 10 else f"{number:,}"


def opened(number: int) -> str:
    """Return it as copy spells it at the head of a sentence."""
    return capital(_SMALL[number] if number < len(_SMALL) else f"{number:,}")


def article(words: str) -> str:
    """Return words behind their indefinite article."""
    heard = words[0] in "aeiouAEIO" or words.startswith(("RSF", "M23"))
    return f"{'an' if heard else 'a'} {words}"


def some(number: int, one: str, more: str) -> str:
    """Return so many of a kind: "one child", "three children"."""
    return f"{said(number)} {one if number == 1 else more}"


def pick(lot: random.Random, *phrasings: str) -> str:
    """Return one of several wordings."""
    return lot.choice(phrasings)
