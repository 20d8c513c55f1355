"""A bulletin of a civil conflict in the making: where, when, whose acts."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from expected import Expected

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
# where it is sent from, the towns, what its people are called, and the groups as they are told of
# first, afterwards and in the record
LANDS = (
    ("Manila", ("Davao", "Iligan", "Butuan", "Tacloban", "Zamboanga"), "Philippine",
     (("New People's Army [NPA]", "NPA", "New People's Army (NPA)"),
      ("Moro Islamic Liberation Front [MILF]", "MILF", "Moro Islamic Liberation Front (MILF)"))),
    ("Colombo", ("Jaffna", "Batticaloa", "Trincomalee", "Vavuniya", "Kandy"), "Sri Lankan",
     (("People's Liberation Front [PLF]", "PLF", "People's Liberation Front (PLF)"),
      ("Tamil Liberation Army", "Tamil Liberation Army", "Tamil Liberation Army"))),
    ("Algiers", ("Blida", "Medea", "Oran", "Setif", "Tizi Ouzou"), "Algerian",
     (("Armed Islamic Group [GIA]", "GIA", "Armed Islamic Group (GIA)"),
      ("Islamic Salvation Army [AIS]", "AIS", "Islamic Salvation Army (AIS)"))),
    ("Lima", ("Ayacucho", "Huancayo", "Puno", "Tarma", "Juliaca"), "Peruvian",
     (("Red Dawn Movement [MRA]", "MRA", "Red Dawn Movement (MRA)"),
      ("Tupac Front", "Tupac Front", "Tupac Front"))),
    ("Bogota", ("Cucuta", "Neiva", "Popayan", "Pasto", "Barrancabermeja"), "Colombian",
     (("Popular Homeland Army [EPP]", "EPP", "Popular Homeland Army (EPP)"),
      ("18 March Movement", "18 March Movement", "18 March Movement"))),
    ("Guatemala City", ("Escuintla", "Coban", "Quetzaltenango", "Huehuetenango"), "Guatemalan",
     (("Campesino Resistance Front [FRC]", "FRC", "Campesino Resistance Front (FRC)"),
      ("Highland Front", "Highland Front", "Highland Front"))),
    ("New Delhi", ("Amritsar", "Ludhiana", "Jalandhar", "Patiala"), "Indian",
     (("Khalistan Commando Force [KCF]", "KCF", "Khalistan Commando Force (KCF)"),
      ("Punjab Liberation Army", "Punjab Liberation Army", "Punjab Liberation Army"))),
)  # fmt: skip
NAMES = ("Ramon Olvera", "Tomas Quiroz", "Anton Perera", "Karim Haddad", "Luis Andrade",
         "Jose Mora", "Samir Khan", "Pedro Salas", "Victor Arana", "Hassan Belkacem")  # fmt: skip
SENDERS = ("Radio Nacional", "EFE", "AFP", "Cadena Central", "Reuter", "National Radio")
SPEAKERS = ("police", "military sources", "the Defense Ministry", "local radio", "authorities")


@dataclass
class Act:
    """One act of a bulletin: what is told of it, what it is called later, what must be read."""

    text: str
    noun: str
    expected: Expected
    victim: str | None = None


@dataclass
class Making:
    """A bulletin in the making."""

    today: date
    capital: str
    towns: list[str]
    people: str
    groups: list[tuple[str, str, str]]
    names: list[str]
    speaker: str
    group: tuple[str, str, str] = ("", "", "")
    acts: list[Act] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)


def blamed(made: Making, lot: random.Random) -> Making | None:
    """Draw whose act it is; None: nobody that is named."""
    made.group = made.groups[lot.random() < 0.3]
    return made if lot.random() < 0.6 else None


def doers(made: Making, lot: random.Random) -> str:
    """Return a group as the doer; in full the first time."""
    full, short, _ = made.group
    first = not any(made.group[2] in a.expected.get("blamed", ()) for a in made.acts)
    name = full if first else short
    return lot.choice((f"the {name}", f"{name} guerrillas", f"members of the {name}"))


def day_of(made: Making, lot: random.Random) -> tuple[str, str]:
    """Return a day as it is and as it is told."""
    back = lot.choice((0, 1, 2, 3, 4))
    on = made.today - timedelta(days=back)
    spelled = f"on {on.day} {MONTHS[on.month - 1]}"
    plain = {0: ("today", "this morning", "early today"), 1: ("yesterday", "yesterday afternoon")}
    told = lot.choice((*plain.get(back, ()), spelled, f"on {on:%A}"))
    return str(on), told


def said(number: int) -> str:
    """Return a number as it is told."""
    return _SMALL[number] if number < len(_SMALL) else str(number)
