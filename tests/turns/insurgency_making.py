"""An account of an insurgency in the making: its land, its day, its groups, what it has told."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from expected import Expected

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
ZERO, NOBODY = (0, 0), {None, (0, 0)}


@dataclass(frozen=True)
class Group:
    """An armed group: as it is told of first, afterwards, and in the record."""

    full: str
    short: str
    known: str


@dataclass(frozen=True)
class Land:
    """A country at war with itself."""

    name: str
    adjective: str
    capital: str
    towns: tuple[str, ...]
    groups: tuple[Group, ...]
    villagers: str
    names: tuple[str, ...]


def _group(full: str, short: str) -> Group:
    return Group(f"{full} ({short})", short, f"{full} ({short})")


LANDS = (
    Land("Philippines", "Philippine", "Manila",
         ("Davao", "Iligan", "Butuan", "Tacloban", "Zamboanga", "Cotabato"),
         (_group("New People's Army", "NPA"), _group("Moro Islamic Liberation Front", "MILF")),
         "villagers", ("Ramon Salonga", "Ernesto Dizon", "Jaime Abaya", "Rolando Tan")),
    Land("Sri Lanka", "Sri Lankan", "Colombo",
         ("Jaffna", "Batticaloa", "Trincomalee", "Vavuniya", "Ampara"),
         (_group("Liberation Tigers of Tamil Eelam", "LTTE"),
          _group("People's Liberation Front", "JVP")),
         "villagers", ("Anton Perera", "Nihal Fernando", "Sunil Silva", "Rajan Kumar")),
    Land("Algeria", "Algerian", "Algiers",
         ("Blida", "Medea", "Oran", "Setif", "Tizi Ouzou", "Bejaia"),
         (_group("Armed Islamic Group", "GIA"), _group("Islamic Salvation Army", "AIS")),
         "villagers", ("Karim Haddad", "Hassan Belkacem", "Omar Slimani", "Rachid Bouzid")),
    Land("Turkey", "Turkish", "Ankara",
         ("Diyarbakir", "Siirt", "Sirnak", "Bingol", "Hakkari", "Mardin"),
         (_group("Kurdistan Workers' Party", "PKK"),
          _group("Revolutionary People's Front", "RPF")),
         "villagers", ("Mehmet Aksoy", "Ali Demir", "Hasan Yildiz", "Cemal Kaya")),
    Land("Colombia", "Colombian", "Bogota",
         ("Cucuta", "Neiva", "Popayan", "Pasto", "Barrancabermeja", "Arauca"),
         (_group("National Liberation Army", "ELN"),
          _group("Revolutionary Armed Forces of Colombia", "FARC")),
         "peasants", ("Luis Andrade", "Jairo Mejia", "Alvaro Rojas", "Hernando Pardo")),
    Land("Peru", "Peruvian", "Lima",
         ("Ayacucho", "Huancayo", "Puno", "Tarma", "Juliaca", "Huaraz"),
         (_group("Tupac Amaru Revolutionary Movement", "MRTA"),
          Group("Shining Path", "Shining Path", "Shining Path")),
         "peasants", ("Tomas Quiroz", "Victor Arana", "Julio Huaman", "Pedro Salas")),
    Land("El Salvador", "Salvadoran", "San Salvador",
         ("Santa Ana", "San Miguel", "Usulutan", "Zacatecoluca", "Chalatenango"),
         (_group("Farabundo Marti National Liberation Front", "FMLN"),
          _group("Armed Forces of National Resistance", "FARN")),
         "peasants", ("Jose Mora", "Ramon Olvera", "Mario Zelaya", "Carlos Rivas")),
    Land("India", "Indian", "New Delhi",
         ("Guwahati", "Imphal", "Amritsar", "Ludhiana", "Dibrugarh"),
         (_group("United Liberation Front of Asom", "ULFA"), _group("People's War Group", "PWG")),
         "villagers", ("Samir Khan", "Hiren Das", "Ajit Bora", "Ravi Reddy")),
    Land("Nigeria", "Nigerian", "Abuja",
         ("Port Harcourt", "Warri", "Yenagoa", "Sapele", "Calabar"),
         (_group("Movement for the Emancipation of the Niger Delta", "MEND"),
          _group("Niger Delta Vigilante", "NDV")),
         "villagers", ("Emeka Obi", "Tamuno Briggs", "Festus Okoro", "Peter Ebi")),
)  # fmt: skip
NOBODIES = (
    "unidentified men", "unknown gunmen", "armed men", "hooded men", "unidentified individuals",
    "a group of heavily armed men", "gunmen", "unidentified attackers",
)  # fmt: skip


@dataclass
class Act:
    """One act: how it is told, with what else of it, how it is called later, what it comes to."""

    text: str
    noun: str
    expected: Expected
    more: list[str] = field(default_factory=list)
    free: bool = True  # nobody is named for it yet


@dataclass
class Making:
    """An account in the making."""

    land: Land
    today: date
    towns: list[str]
    names: list[str]
    speaker: str
    acts: list[Act] = field(default_factory=list)
    maybe: list[Expected] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    introduced: set[Group] = field(default_factory=set)

    def group(self, lot: random.Random) -> Group:
        """Draw a group: mostly the first."""
        return self.land.groups[lot.random() < 0.3]

    def told_of(self, group: Group) -> str:
        """Return a group's name, in full the first time."""
        first = group not in self.introduced
        self.introduced.add(group)
        return group.full if first else group.short

    def act(
        self, noun: str, text: str, told: tuple[str, str], whose: Group | None,
        *more: str, **tolls: object,
    ) -> Act:  # fmt: skip
        """Return an act told at a place and day, of a group or of nobody named."""
        day, town = told
        blamed = frozenset({whose.known}) if whose else frozenset()
        return Act(
            text, noun, {**tolls, "day": day, "town": town, "blamed": blamed}, list(more),
            free=whose is None,
        )  # fmt: skip


Teller = Callable[[Making, random.Random], str]


def doers(made: Making, lot: random.Random) -> tuple[str, Group | None]:
    """Return who did it as a plural, and the group that this names."""
    if lot.random() < 0.45:
        return lot.choice(NOBODIES), None
    whose = made.group(lot)
    name = made.told_of(whose)
    return lot.choice((
        f"guerrillas of the {name}", f"{name} rebels", f"members of the {name}",
        f"{name} guerrillas", f"suspected {name} rebels", f"presumed members of the {name}",
    )), whose  # fmt: skip


def day_of(made: Making, lot: random.Random) -> tuple[str, str]:
    """Return a day as it is and as it is told."""
    back = lot.choice((0, 1, 1, 2, 3, 4))
    on = made.today - timedelta(days=back)
    spelled = f"on {on.day} {MONTHS[on.month - 1]}"
    plain = {0: ("today", "early today", "this morning"), 1: ("yesterday", "yesterday morning")}
    week = (f"on {on:%A}", f"{on:%A}", f"early {on:%A}", f"on {on:%A} morning")
    return str(on), lot.choice((*plain.get(back, ()), spelled, *(week if 0 < back < 5 else ())))


def said(number: int) -> str:
    """Return a number as it is told."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def some(number: int, one: str, more: str) -> str:
    """Return so many of a kind."""
    return f"{said(number)} {one if number == 1 else more}"


def naming(made: Making, text: str) -> str:
    """Return words with the first group's name where they leave room for it."""
    return text.replace("@", made.told_of(made.land.groups[0])) if "@" in text else text
