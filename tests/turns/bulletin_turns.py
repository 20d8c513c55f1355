"""What stands in a bulletin beside its acts, and what a bulletin without victims is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_making import NAMES, Act, Making, said
from wording import capital

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


def _both(made: Making, lot: random.Random) -> str:
    """One group claims every act, where nobody else was named for one of them."""
    full, _, name = group = lot.choice(made.groups)
    if any(_named(act) - {name} for act in made.acts):
        return _one(made, lot)
    made.group = group
    number = said(len(made.acts))
    all_ = "both" if number == "two" else f"all {number}"
    for act in made.acts:
        _blame(act, name)
    return lot.choice((
        (f"The {full} claimed responsibility for {all_} attacks in a telephone call to a radio "
        "station."),
        f"In a communique, the {full} said it had carried out {all_} actions.",
        f"Responsibility for {all_} attacks was claimed by the {full}.",
        f"Authorities blamed the {full} for {all_} attacks.",
    ))  # fmt: skip


def _one(made: Making, lot: random.Random) -> str:
    act = lot.choice(made.acts)
    group = _free(act, made, lot)
    _blame(act, group[2])
    return lot.choice((
        f"The {group[0]} claimed responsibility for {_called(act)}.",
        f"Police blamed the {group[0]} for {_called(act)}.",
        (f"Responsibility for {_called(act)} was claimed by the {group[0]} in a call to a "
        f"newspaper."),
        f"{capital(_called(act))} was attributed to the {group[0]}.",
    ))  # fmt: skip


def _parted(made: Making, lot: random.Random) -> str:
    act, other = lot.sample(made.acts, 2)
    group = _free(act, made, lot)
    if group[2] in _named(other):
        return _one(made, lot)
    _blame(act, group[2])
    return lot.choice((
        (f"The {group[0]} claimed responsibility for {_called(act)} but denied any involvement in "
        f"{_called(other)}."),
        (f"In a communique, the {group[0]} claimed {_called(act)}. The group denied that it was "
        f"responsible for {_called(other)}."),
        (f"The {group[0]} denied having taken part in {_called(other)}, but admitted it was "
        f"responsible for {_called(act)}."),
    ))  # fmt: skip


def _unclaimed(_made: Making, lot: random.Random) -> str:
    return lot.choice((
        "No group has claimed responsibility for the attacks.",
        "So far, nobody has claimed responsibility for any of these actions.",
        "The authorities did not say who was responsible.",
    ))  # fmt: skip


def _again(made: Making, lot: random.Random) -> str:
    """One act is told of once more, in other words."""
    act = lot.choice(made.acts)
    return lot.choice((
        f"{capital(_called(act))} was condemned by the bishop of {made.capital}.",
        f"Witnesses of {_called(act)} said the attackers fled in a pickup truck.",
        f"Troops were sent after those who carried out {_called(act)}.",
        f"The governor said {_called(act)} would not go unpunished.",
    ))  # fmt: skip


def _threat(made: Making, lot: random.Random) -> str:
    full = made.groups[0][0]
    return lot.choice((
        f"The {full} has threatened to kill mayors who do not resign.",
        f"On leaflets distributed in the capital, the {full} warned it would execute ten judges.",
        "Extremist groups have threatened to disrupt the elections.",
    ))  # fmt: skip


def _years(made: Making, lot: random.Random) -> str:
    dead = said(lot.randint(3, 60))
    year = made.today.year - lot.randint(2, 8)
    return lot.choice((
        f"In {year}, {dead} peasants were massacred in the same region.",
        f"The {made.groups[0][0]} murdered {dead} policemen in {year}.",
        f"{capital(dead)} people were killed in a similar attack in {year}.",
    ))  # fmt: skip


def _toll_of_war(made: Making, lot: random.Random) -> str:
    dead = f"{lot.randint(2, 60)},000"
    year = made.today.year - lot.randint(4, 10)
    return lot.choice((
        f"Political violence has claimed {dead} lives in the country since {year}.",
        f"More than {dead} people have died since the guerrillas took up arms in {year}.",
        (f"According to official figures, {dead} {made.people} citizens have been killed in the "
        f"{said(made.today.year - year)}-year war."),
    ))  # fmt: skip


def _hunted(made: Making, lot: random.Random) -> str:
    return lot.choice((
        "Security forces have stepped up patrols in the area.",
        "Troops have launched an operation to capture those responsible.",
        f"{capital(made.speaker)} gave no further details.",
        "The interior minister will travel to the area tomorrow.",
    ))  # fmt: skip


def _called(act: Act) -> str:
    if act.victim:
        return f"the {act.noun} of {act.victim}"
    return f"the {act.noun} in {act.expected['town']}"


def _named(act: Act) -> frozenset[str]:
    return act.expected.get("blamed", frozenset())  # type: ignore[return-value]


def _blame(act: Act, name: str) -> None:
    if "blamed" in act.expected:
        act.expected["blamed"] = _named(act) | {name}


def _free(act: Act, made: Making, lot: random.Random) -> tuple[str, str, str]:
    """Draw a group for an act that nobody else was named for."""
    return lot.choice([g for g in made.groups if not _named(act) - {g[2]}] or made.groups)


def _talks(made: Making, lot: random.Random) -> str:
    full, short, _ = made.groups[0]
    return lot.choice((
        f"The government will hold a new round of talks with the {full} next month.",
        (f"President {made.names[0]} said today that he will not negotiate with the {full} "
         f"until it "
        "lays down its weapons."),
        f"The {full} offered a cease-fire if the army stops its offensive.",
        f"A peace commission met leaders of the {short} in the mountains yesterday.",
    ))  # fmt: skip


def _arms(made: Making, lot: random.Random) -> str:
    town = lot.choice(made.towns)
    return lot.choice((
        (f"Army patrols found {said(lot.randint(4, 40))} rifles and 200 kg of dynamite in a "
        f"house in "
        f"{town}."),
        (f"Police in {town} seized grenades and explosives that belonged to the "
        f"{made.groups[0][1]}."),
        f"A cache of {said(lot.randint(4, 40))} mortar shells was discovered near {town} today.",
    ))  # fmt: skip


def _foiled(made: Making, lot: random.Random) -> str:
    town = lot.choice(made.towns)
    return lot.choice((
        f"Police defused a bomb that had been left in front of a bank in {town} yesterday.",
        f"The authorities said they had foiled a plot to assassinate the governor of {town}.",
        f"A car bomb that could have killed dozens of people was deactivated in {town}.",
        f"An attempt to blow up a bridge near {town} failed because the device did not go off.",
    ))  # fmt: skip


def _speech(made: Making, lot: random.Random) -> str:
    year = made.today.year - lot.randint(3, 9)
    return lot.choice((
        (f"{lot.choice(NAMES)}, leader of the opposition, recalled in his speech the murder of "
        f"six priests in {year}."),
        '"We have not forgotten those who fell in the struggle," he told the crowd.',
        "The minister said that terrorism kills innocent people and destroys the nation's wealth.",
        "The editorial says that a people that murders its teachers has no future.",
        (f"He said that those guilty of the {year} massacre of {said(lot.randint(5, 40))} peasants "
        "must be brought to trial."),
        f"A court is trying three officers for the murder of two nuns in {year}.",
    ))  # fmt: skip


def _denial(made: Making, lot: random.Random) -> str:
    town = lot.choice(made.towns)
    return lot.choice((
        (f"The army denied rumors that {said(lot.randint(5, 40))} soldiers had been killed near "
        f"{town}."),
        f"Reports that a bomb had exploded in {town} were false, the governor said.",
        f"It is not true that the mayor of {town} was kidnapped, a spokesman said.",
    ))  # fmt: skip


def _orders(made: Making, lot: random.Random) -> str:
    return lot.choice((
        "The state of emergency was extended for 60 days in five provinces.",
        f"The {made.people} Congress approved a law against terrorism.",
        "If the rebels attack again, the army will respond with all its might, the general said.",
        "The elections will be held as scheduled, the government announced.",
    ))  # fmt: skip


Teller = Callable[[Making, random.Random], str] if TYPE_CHECKING else object
TURNS: dict[str, Teller] = {
    "both": _both, "one": _one, "parted": _parted, "unclaimed": _unclaimed, "again": _again,
    "threat": _threat, "years": _years, "war": _toll_of_war, "hunted": _hunted,
}  # fmt: skip
QUIET: dict[str, Teller] = {
    "talks": _talks, "arms": _arms, "foiled": _foiled, "speech": _speech, "denial": _denial,
    "orders": _orders, "threats": _threat, "toll": _toll_of_war, "past": _years,
}  # fmt: skip
