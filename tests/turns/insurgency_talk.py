"""Speeches, talks, editorials and notes in which killings are recalled and nothing has happened."""

from __future__ import annotations

import random

from insurgency_making import Making, Teller, naming, said
from wording import capital


def _punish(made: Making, lot: random.Random) -> str:
    """Killings of years ago, alluded to: at most kept apart as history."""
    year, dead, town = made.today.year - lot.randint(2, 9), lot.randint(5, 40), made.towns[0]
    made.maybe.append({"killed": {None, (dead, dead)}})
    people = made.land.villagers
    return lot.choice((
        f"He said that those guilty of the {year} massacre of {dead} {people} must be tried.",
        (f"He demanded that the government punish the officers responsible for the {year} massacre "
        f"of {dead} {people} in {town}."),
        (f"The families of the {dead} {people} murdered in {town} in {year} are still waiting for "
        "justice, he said."),
        f"Those who killed {dead} {people} in {town} in {year} walk free, the bishop said.",
        f"The party will not forget the {dead} {people} who fell in {town} in {year}.",
    ))  # fmt: skip


def _general(made: Making, lot: random.Random) -> str:
    return naming(made, lot.choice((
        "He said that those who murder mayors and judges cannot be called revolutionaries.",
        ("The @ plants bombs, burns buses and blows up pylons, and then it talks of peace, "
        "he said."),
        '"How many mothers have lost their sons? How many peasants have been murdered?" he asked.',
        "Terrorism kills innocent people and destroys the wealth of the nation, he added.",
        '"They kill our leaders, kidnap our people and burn our villages," he told the crowd.',
        "The general said the @ was responsible for murders, kidnappings and extortion.",
        "He recalled that many of his comrades had been murdered by the death squads.",
        "The minister said that bombs thrown at offices and attacks on pipelines hurt the poor.",
        '"We honor our martyrs, who gave their lives in the struggle," the commander said.',
        "Nobody can justify the murder of defenseless peasants, the editorial says.",
    )))  # fmt: skip


def _lost(made: Making, lot: random.Random) -> str:
    """A party or a war counts its dead."""
    many, since = lot.randint(40, 900), made.today.year - lot.randint(2, 8)
    return lot.choice((
        f"Our party has lost {many} members, murdered since {since}, he said.",
        f"Over {many}00 people have died in the war, he recalled.",
        (f"He said that {many} of his followers had been assassinated since the truce was signed "
        f"in {since}."),
        (f"More than {many}00 have been killed in {said(lot.randint(3, 9))} years of violence, the "
        "editorial recalls."),
        f"He said the army had killed {many} civilians in {since} alone.",
        f"The war that began in {since} has cost {many}00 lives.",
    ))  # fmt: skip


def _talks(made: Making, lot: random.Random) -> str:
    return naming(made, lot.choice((
        "The government will not negotiate with the @ as long as it kidnaps and kills.",
        (f"A government commission and leaders of the @ will meet in {made.towns[0]} next "
        "week."),
        "The @ offered to stop attacks on pipelines if the army withdraws.",
        "The @ said it would free the hostages as a gesture of good will.",
        "The talks were suspended last month after each side accused the other of violations.",
        ("The amnesty will not cover members of the @ guilty of massacres, kidnappings or "
        "arson."),
        "The cease-fire has held since it came into force.",
    )))  # fmt: skip


def _if(made: Making, lot: random.Random) -> str:
    return naming(made, lot.choice((
        "If the rebels attack the oil fields, the army will answer with all its force, he warned.",
        "The @ might try to kill candidates during the campaign, police fear.",
        "A bomb in a crowded market would kill dozens of people, the minister warned.",
        "Leaflets signed by the @ threatened to execute judges.",
        "The ambassador denied that his government had paid for the release of hostages.",
        (f"It is not true that {lot.randint(11, 60)} soldiers were killed near {made.towns[0]}, "
        "the general said."),
        f"Police in {made.towns[0]} defused a bomb left outside a bank.",
    )))  # fmt: skip


def _plain(made: Making, lot: random.Random) -> str:
    land = made.land
    return lot.choice((
        f"The {land.adjective} Congress will debate the bill next week.",
        "Elections will be held as planned, he said.",
        f"The president arrived in {made.towns[0]} today and met local leaders.",
        "The state of emergency was extended for two months.",
        "Unemployment and poverty feed the conflict, the bishop said.",
        "The prime minister said that the security forces were winning the war.",
    ))  # fmt: skip


def opened(made: Making, lot: random.Random) -> str:
    """Return how a speech or an editorial opens."""
    name = made.names[0]
    return naming(made, lot.choice((
        f"President {name} called today for an end to the violence.",
        f"Opposition leader {name} addressed a rally in {made.towns[0]} yesterday.",
        f"{capital(made.land.adjective)} Defense Minister {name} said the guerrillas were beaten.",
        "An editorial in a leading newspaper says that the nation is tired of war.",
        (f"{name}, a commander of the @, gave an interview to a "
        "radio station."),
    )))  # fmt: skip


TALK: dict[str, Teller] = {
    "punish": _punish, "general": _general, "lost": _lost, "talks": _talks, "if": _if,
    "plain": _plain,
}  # fmt: skip
