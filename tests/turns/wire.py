"""Accounts put together by lot from sentences of our own, with what each must come to.

An account opens with one incident's toll. Behind it stand turns that agency copy takes: an update,
later deaths, another speaker's count, who was among the dead, a running total, an attack of before,
another incident. Each knows what it changes, so what must be read is known by construction, and a
form that fails beside one turn and not beside another shows which decision is wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from expected import Account, Expected

DAY = "2024-05-06"  # the Monday on which it happened
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_EVENTS = (
    ("car bombing", "a car bomb went off in a market", "A car bomb"),
    ("drone strike", "a drone struck a fuel depot", "A drone strike"),
    ("mortar attack", "mortar shells hit a bus station", "Mortar fire"),
    ("shooting", "gunmen opened fire on a crowd", "Gunmen"),
    ("missile attack", "a missile hit a hotel", "A missile"),
    ("raid", "rebels stormed a mining camp", "Rebels"),
)
_SPEAKERS = (
    "police", "the mayor", "a hospital director", "the provincial governor", "medics",
    "a spokesman for the army", "residents",
)  # fmt: skip
_TOWNS = ("Gao", "Mopti", "Kharkiv", "Peshawar", "Idlib", "Maiduguri", "Homs", "Quetta")
_LEADS = (
    "{does} killed {least}{dead} people and wounded {hurt} in {town} on Monday, {speaker} said.",
    (
        "{Least}{Dead} people were killed and {hurt} wounded when {clause} in {town} on Monday, "
        "{speaker} said."
    ),
    (
        "A {event} in {town} killed {least}{dead} people on Monday, according to {speaker}. "
        "{Hurt} others were injured."
    ),
    (
        "{town} (Agency) - A {event} on Monday left {least}{dead} people dead and {hurt} injured, "
        "{speaker} told reporters."
    ),
    (
        "The toll from a {event} in {town} on Monday stands at {least}{dead} dead and {hurt} "
        "injured, {speaker} said."
    ),
)


@dataclass
class Making:
    """An account in the making."""

    dead: int
    hurt: int
    open: bool  # "at least"
    town: str
    speaker: str
    most: int | None = None  # what another speaker counts
    beside: list[int] = field(default_factory=list)  # dead of other incidents
    turns: list[str] = field(default_factory=list)

    def incidents(self) -> list[Expected]:
        """Return what must be read; "at least 28" holds another speaker's 32."""
        most = None if self.open else self.most or self.dead
        main: Expected = {"killed": (self.dead, most), "day": DAY, "town": self.town}
        return [main, *({"killed": (n, n)} for n in self.beside)]


Turn = Callable[[Making, random.Random], str]


def composed(lot: random.Random) -> Account:
    """Return one account: a lead, and two to four turns, what moves its toll before the rest."""
    made = Making(
        dead=lot.choice((3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 22, 28, 36, 42)),
        hurt=lot.choice((10, 12, 15, 16, 18, 24, 27, 33, 41, 60)),
        open=lot.random() < 0.3,
        town=lot.choice(_TOWNS),
        speaker=lot.choice(_SPEAKERS),
    )
    lead = _lead(made, lot)
    moves = lot.sample(sorted(_MOVES), lot.randint(0, 1))
    others = lot.sample(sorted(_OTHERS), lot.randint(1, 3))
    sentences = []
    for name in (*moves, *others):
        made.turns.append(name)
        sentences.append({**_MOVES, **_OTHERS}[name](made, lot))
    text = lead + "\n" + lot.choice((" ", "\n")).join(sentences)
    return Account(text, made.incidents(), made.turns)


def _lead(made: Making, lot: random.Random) -> str:
    event, clause, does = lot.choice(_EVENTS)
    least = "at least " if made.open else ""
    return lot.choice(_LEADS).format(
        does=does, event=event, clause=clause, town=made.town, speaker=made.speaker,
        least=least, Least=least.capitalize(), dead=_said(made.dead), hurt=_said(made.hurt),
        Dead=_said(made.dead) if made.open else _opened(made.dead), Hurt=_opened(made.hurt),
    )  # fmt: skip


def _said(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else str(number)


def _opened(number: int) -> str:
    return _capital(_said(number))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _updated(made: Making, lot: random.Random) -> str:
    more = lot.randint(1, 6)
    made.dead, made.open = made.dead + more, False
    return lot.choice((
        f"{_capital(made.speaker)} later said the toll had risen to {_said(made.dead)}.",
        f"By evening {made.speaker} put the number of dead at {_said(made.dead)}.",
        (f"{_opened(more)} more {_people(more)} died of their wounds overnight, bringing the death "
         f"toll to {_said(made.dead)}."),
        f"The death toll climbed to {_said(made.dead)} on Tuesday, {made.speaker} said.",
    ))  # fmt: skip


def _grown(made: Making, lot: random.Random) -> str:
    more = lot.randint(1, 4)
    made.dead += more
    return lot.choice((
        f"{_opened(more)} more {_people(more)} died in hospital.",
        f"{_opened(more)} other {_people(more)} died on the way to hospital.",
    ))  # fmt: skip


def _people(number: int) -> str:
    return "person" if number == 1 else "people"


def _rivaled(made: Making, lot: random.Random) -> str:
    made.most = made.dead + lot.randint(2, 9)
    other = _capital(lot.choice([s for s in _SPEAKERS if s != made.speaker]))
    return lot.choice((
        f"{other} put the number of dead at {_said(made.most)}.",
        f"{other} put the death toll at {_said(made.most)}.",
    ))  # fmt: skip


def _part(made: Making, lot: random.Random) -> str:
    some = _said(lot.randint(2, max(2, made.dead - 1)) if made.dead < 9 else lot.randint(2, 4))
    return lot.choice((
        f"{_capital(some)} of those killed were students.",
        f"The dead included {some} women.",
    ))  # fmt: skip


def _before(_made: Making, lot: random.Random) -> str:
    dead = lot.randint(3, 60)
    return lot.choice((
        f"In March, a similar attack in the city killed {_said(dead)} people.",
        f"Last year {_said(dead)} people died when a shell hit a school there.",
        f"In 2019, gunmen killed {_said(dead)} worshippers at a shrine in the region.",
        (f"The attack was the deadliest in the area since {_said(dead)} people were killed in a "
         "market in January."),
    ))  # fmt: skip


def _total(_made: Making, lot: random.Random) -> str:
    dead = lot.randint(120, 9000)
    return lot.choice((
        f"More than {dead} people have been killed in the province since the fighting began.",
        f"The war has killed at least {dead} civilians, according to a monitoring group.",
        f"So far this year {dead} people have been killed in attacks across the country.",
    ))  # fmt: skip


def _hospital(made: Making, lot: random.Random) -> str:
    some = _said(lot.randint(2, made.hurt - 2))
    return lot.choice((
        f"{_capital(some)} of the wounded are in a critical condition.",
        f"A doctor said {some} of the wounded needed surgery.",
    ))  # fmt: skip


def _elsewhere(made: Making, lot: random.Random) -> str:
    dead = lot.randint(2, 9)
    made.beside.append(dead)
    town = lot.choice([t for t in _TOWNS if t != made.town])
    return lot.choice((
        f"In a separate attack on Sunday, {_said(dead)} people were killed in {town}.",
        f"On Sunday, gunmen killed {_said(dead)} people in {town}.",
        f"Elsewhere, a roadside bomb killed {_said(dead)} soldiers near {town} on Tuesday.",
    ))  # fmt: skip


def _denied(_made: Making, lot: random.Random) -> str:
    return lot.choice((
        "The army denied that its forces were behind the attack.",
        "No group has claimed responsibility.",
        "The government blamed the rebels, who denied involvement.",
    ))  # fmt: skip


def _seen(_made: Making, lot: random.Random) -> str:
    return lot.choice((
        '"I saw bodies everywhere," a shopkeeper said.',
        '"My brother was among them," said Sara Dorn, who was waiting outside the hospital.',
        "Videos showed smoke rising over the city.",
    ))  # fmt: skip


def _feared(_made: Making, lot: random.Random) -> str:
    some = _said(lot.randint(5, 40))
    return lot.choice((
        f"Rescuers feared that as many as {some} people were still under the rubble.",
        f"Officials warned that the toll could rise, since {some} people were in a serious state.",
    ))  # fmt: skip


def _named(_made: Making, lot: random.Random) -> str:
    return lot.choice((
        "One of the dead was named as Ana Sorel, a 34-year-old teacher.",
        "Petro Lys, 19, a student, was among those killed.",
    ))  # fmt: skip


_MOVES: dict[str, Turn] = {"updated": _updated, "grown": _grown, "rivaled": _rivaled}
_OTHERS: dict[str, Turn] = {
    "part": _part, "before": _before, "total": _total, "hospital": _hospital,
    "elsewhere": _elsewhere, "denied": _denied, "seen": _seen, "feared": _feared, "named": _named,
}  # fmt: skip
