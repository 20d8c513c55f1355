"""Turns that leave an account's toll alone: parts, words, running totals, other incidents."""

from __future__ import annotations

import random

from wire_making import Making, Turn
from wire_scenes import TOWNS, opened, said, spelled
from wording import capital

_GROUPS = (
    ("Islamic State", "the Islamic State group"), ("al-Shabaab", "al-Shabaab"),
    ("Boko Haram", "Boko Haram"), ("Taliban", "the Taliban"),
    ("Free Valley Army", "the Free Valley Army"),
)  # fmt: skip


def _part(made: Making, lot: random.Random) -> str:
    some = said(lot.randint(2, max(2, made.dead - 1)) if made.dead < 9 else lot.randint(2, 4))
    whose = f" in {made.it}" if made.astray else ""
    return lot.choice((
        f"{capital(some)} of those killed{whose} were students.",
        f"The dead{whose} included {some} women.",
        f"{capital(some)} children were among the dead{whose}, {made.speaker} said.",
        f"Among those killed{whose} were {some} relatives of a tribal chief.",
        f"At least {some} of the victims{whose} were children, a doctor said.",
        f"{capital(some)} of the {said(made.dead)} killed{whose} were foreigners.",
    ))  # fmt: skip


def _again(made: Making, lot: random.Random) -> str:
    most = made.open or made.most or made.healed or "updated" in made.turns
    if most or {"found", "lowered", "grown"} & set(made.turns):
        return "The explosion shook windows across the city." if made.scene.kind == "bomb" else ""
    dead = said(made.dead)
    whose = f" in {made.it}" if made.astray else ""
    return lot.choice((
        f"The bodies of the {dead} people killed{whose} were taken to the city's morgue.",
        f"Funerals for the {dead} victims of {made.it} were held on Tuesday.",
        f"All {dead} of the dead{whose} have been identified.",
        f"The {dead} dead and {said(made.hurt)} wounded in {made.it} were taken to hospital.",
        f"The government will pay the families of the {dead} people killed{whose}.",
    ))  # fmt: skip


def _before(made: Making, lot: random.Random) -> str:
    made.astray = True
    dead = lot.randint(3, 60)
    words, more = said(dead), spelled(dead)
    town = _other(made, lot)
    return lot.choice((
        f"In March, a similar attack in the city killed {words} people.",
        f"Last year {words} people died when a shell hit a school there.",
        f"In 2019, gunmen killed {words} worshippers at a shrine in the region.",
        (f"The attack was the deadliest in the area since {words} people were killed in a "
         "market in January."),
        f"In February {words} people were killed and 20 wounded at a church in {town}.",
        (f"The attack came three months after a bombing in {town} that killed {words} people."),
        f"It was the worst attack there since 2021, when militants killed {words} soldiers.",
        (f"{capital(more)} people were killed in {town} in December when a suicide bomber attacked "
         "a police academy."),
        f"An attack on the same road last August left {words} dead.",
        (f"Monday was the anniversary of a bombing in {town} that killed {words} people in 2014."),
        (f"The area has seen worse: in October, a double bombing killed at least {words} people "
         f"and wounded 70 in {town}."),
        (f"Last November, {words} people, including nine children, were killed by a landmine near "
         f"{town}."),
    ))  # fmt: skip


def _total(made: Making, lot: random.Random) -> str:
    made.astray = True
    dead = f"{lot.randint(120, 9000):,}" if lot.random() < 0.7 else "hundreds of"
    return lot.choice((
        (
            f"{'More than ' * dead[0].isdigit()}{dead} people have been killed in the province "
            "since the fighting began."
        ),
        f"The war has killed {dead} civilians, according to a monitoring group.",
        f"So far this year {dead} people have been killed in attacks across the country.",
        f"The insurgency has left {dead} people dead and forced two million from their homes.",
        (f"At least {lot.randint(120, 9000)} civilians have been killed and 4,000 injured since "
         "2014, the United Nations says."),
        f"{lot.randint(20, 90)} people have died in bombings in the city over the past two months.",
        (f"Violence in the region killed {lot.randint(200, 3000)} people last year, according to "
         "a database of conflicts."),
    ))  # fmt: skip


def _hospital(made: Making, lot: random.Random) -> str:
    some = lot.randint(2, made.hurt - 2)
    whose = f" in {made.it}" if made.astray else ""
    return lot.choice((
        f"{opened(some)} of the wounded{whose} are in a critical condition.",
        f"A doctor said {said(some)} of the wounded{whose} needed surgery.",
        (f"{opened(some)} of those injured{whose} were treated at the city hospital and "
         f"{said(made.hurt - some)} at a military hospital."),
        (f"The injured{whose}, including {said(some)} children, were taken to three hospitals."),
        f"{opened(some)} of the {said(made.hurt)} injured{whose} were flown to the capital.",
        f"At least {said(min(some, 4))} of the injured{whose} were in serious condition.",
        f"Most of the wounded{whose} have been discharged, the hospital's director said.",
    ))  # fmt: skip


def _other(made: Making, lot: random.Random) -> str:
    return lot.choice([t for t, where, _ in TOWNS if t != made.town and where != made.region])


def _elsewhere(made: Making, lot: random.Random) -> str:
    made.astray = True
    dead, hurt = lot.randint(2, 9), lot.randint(2, 9)
    town = _other(made, lot)
    told = lot.choice((
        f"In a separate attack on Sunday, {said(dead)} people were killed in {town}.",
        f"On Sunday, gunmen killed {said(dead)} people in {town}.",
        f"Elsewhere, a roadside bomb killed {said(dead)} soldiers near {town} on Tuesday.",
        (f"In another attack on Sunday, a car bomb killed {said(dead)} people and wounded "
         f"{said(hurt)} in {town}."),
        (f"Separately, {said(dead)} policemen were killed on Sunday when their vehicle hit a "
         f"landmine near {town}, officials said."),
        (f"In {town}, {said(dead)} people died on Sunday when a rocket hit their house, "
         "police said."),
        (f"A day earlier, gunmen had shot dead {said(dead)} people at a checkpoint in {town}."),
        (f"Meanwhile, {said(dead)} civilians were killed and {said(hurt)} wounded in shelling in "
         f"{town} on Sunday, a local official said."),
        (f"{opened(dead)} people were killed in {town} on Tuesday in a second attack, "
         "this time on a police post."),
    ))  # fmt: skip
    made.beside.append({"killed": (dead, dead), "town": town})
    if "A day earlier" not in told or not {"lately", "grown", "updated", "found"} & {*made.turns}:
        made.beside[-1]["day"] = "2024-05-07" if "Tuesday" in told else "2024-05-05"
    if f"wounded {said(hurt)}" in told or f"{said(hurt)} wounded" in told:
        made.beside[-1]["injured"] = (hurt, hurt)
    return told


def _lately(made: Making, lot: random.Random) -> str:
    """Tell of an attack of days before, which is background or an incident of its own."""
    made.astray = True
    dead, town = lot.randint(12, 40), _other(made, lot)
    made.maybe.append({"killed": (dead, dead), "town": town})
    return lot.choice((
        f"The attack came two days after a raid on {town} killed {said(dead)} people.",
        f"It came days after gunmen killed {said(dead)} people in {town}.",
        f"On Thursday, a bombing in {town} killed {said(dead)} people.",
        f"Last week, militants killed {said(dead)} soldiers in an ambush near {town}.",
    ))  # fmt: skip


def _denied(made: Making, lot: random.Random) -> str:
    blamed = "The government blamed the rebels, who denied involvement."
    return lot.choice((
        "The army denied that its forces were behind the attack.",
        "No group has claimed responsibility.",
        "There was no immediate claim of responsibility for the attack.",
        "The attack was condemned abroad." if "claimed" in made.turns else blamed,
        "The motive for the attack was not immediately known, and nobody has claimed it.",
    ))  # fmt: skip


def _claimed(made: Making, lot: random.Random) -> str:
    blamed, name = lot.choice(_GROUPS)
    made.blamed = None if "denied" in made.turns else blamed
    own = said(made.dead + lot.randint(10, 40))
    return lot.choice((
        f"{capital(name)} claimed responsibility for {made.it} in a statement.",
        f"{capital(name)} said it had carried out {made.it}, claiming {own} soldiers were killed.",
        f"{capital(name)} claimed {made.it}, saying its fighters had killed {own} soldiers.",
        f"The government blamed {made.it} on {name}, which did not comment.",
        f"Responsibility for {made.it} was claimed by {name} on its news channel.",
    ))  # fmt: skip


def _pursued(made: Making, lot: random.Random) -> str:
    if made.scene.kind != "guns" or made.scene.noun == "stampede":
        return ""
    dead = lot.randint(2, 9)
    made.attackers = dead
    made.maybe.append({"killed": (dead, dead)})
    whose = f" behind {made.it}" if made.astray else ""
    return lot.choice((
        f"{opened(dead)} of the attackers{whose} were also killed.",
        f"Security forces killed {said(dead)} of the attackers{whose}, the governor said.",
        f"{opened(dead)} of the assailants{whose} were shot dead by police and two arrested.",
    ))  # fmt: skip


def _seen(_made: Making, lot: random.Random) -> str:
    return lot.choice((
        '"I saw bodies everywhere," a shopkeeper said.',
        '"My brother was among them," said Sara Dorn, who was waiting outside the hospital.',
        "Videos showed smoke rising over the city.",
        '"We counted many dead, and there were children among them," said Ali Ture, a teacher.',
        '"There was a loud noise and then everybody ran," a witness, Musa Keno, told the agency.',
        "An agency photographer saw several damaged cars and pools of blood.",
        '"They killed my two sons," a woman who gave her name as Amina said.',
    ))  # fmt: skip


def _feared(_made: Making, lot: random.Random) -> str:
    some = said(lot.randint(5, 40))
    return lot.choice((
        f"Rescuers feared that as many as {some} people were still under the rubble.",
        f"Officials warned that the toll could rise, since {some} people were in a serious state.",
        "The toll could rise, a doctor warned, as many of the wounded were badly hurt.",
        "Officials said the death toll was likely to climb.",
    ))  # fmt: skip


def _named(made: Making, lot: random.Random) -> str:
    whose = f" in {made.it}" if made.astray else ""
    return lot.choice((
        f"One of the dead{whose} was named as Ana Sorel, a 34-year-old teacher.",
        f"Petro Lys, 19, a student, was among those killed{whose}.",
        (f"Among those killed{whose} were Ana Sorel, 34, a teacher, Petro Lys, 19, and the deputy "
         "mayor, Idris Bano."),
        f"A local journalist, Idris Bano, was among the dead{whose}, his employer said.",
        f"A pregnant woman was among the injured{whose}, nurse Ana Sorel said.",
    ))  # fmt: skip


def _held(_made: Making, lot: random.Random) -> str:
    some = said(lot.randint(2, 12))
    return lot.choice((
        f"Police arrested {some} people in connection with the attack.",
        f"{capital(some)} suspects have been detained, the interior minister said.",
        f"Troops were searching for {some} gunmen who fled.",
        f"The city of {some} million people is the country's economic center.",
        f"The region, about {lot.randint(40, 400)} kilometers from the capital, has few roads.",
        f"More than {lot.randint(20, 90)} shops were destroyed, traders said.",
        f"{capital(some)} ambulances rushed to the scene.",
    ))  # fmt: skip


OTHERS: dict[str, Turn] = {
    "part": _part, "again": _again, "before": _before, "total": _total, "hospital": _hospital,
    "elsewhere": _elsewhere, "lately": _lately, "denied": _denied, "claimed": _claimed,
    "pursued": _pursued, "seen": _seen, "feared": _feared, "named": _named, "held": _held,
}  # fmt: skip
