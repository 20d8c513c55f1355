"""What stands beside the shooting in a local account, and must not move its toll."""

from __future__ import annotations

import random

from crime_making import STREETS, Making, Turn
from crime_people import SMALL
from wording import capital


def _arrested(made: Making, lot: random.Random) -> str:
    return lot.choice(
        (
            "Two men, ages 19 and 22, were arrested a few blocks away.",
            "A 21-year-old man was taken into custody on Tuesday.",
            "No arrests have been made.",
            f"Police are looking for two men who fled in a silver sedan after the {made.deed}.",
            "The suspect, a 30-year-old man, has served four years in prison for armed robbery.",
        )
    )


def _counted(made: Making, lot: random.Random) -> str:
    n, town = lot.randint(9, 80), made.town[0]
    rank = f"{n}th".replace("1th", "1st").replace("2th", "2nd").replace("3th", "3rd")
    if made.dead and lot.random() < 0.25:
        return f"It was the city's {rank} homicide of the year."
    return lot.choice((
        (f"There have been {n} homicides in {town} so far this year, compared with {n + 6} at the "
        "same time last year."),
        f"{town} has recorded {n} homicides in 2024, police said.",
        f"So far this year, {n + 60} people have been shot in {town}, {n} of them fatally.",
    ))  # fmt: skip


def _blocks(made: Making, lot: random.Random) -> str:
    return lot.choice(
        (
            "In February, a 19-year-old man was shot to death on the same block.",
            "Last year, two men were killed in a shooting less than a mile away.",
            "Residents said a teenager was shot and wounded on the street last summer.",
            f"In 2021, three people were killed in a shooting on {made.street}.",
            "The scene is a block away from where a woman was fatally shot in January.",
        )
    )


def _second(made: Making, lot: random.Random) -> str:
    n, one = lot.randint(1, 3), lot.choice(("man", "woman"))
    street = lot.choice([s for s in STREETS if s != made.street])
    who = f"a {one}" if n == 1 else f"{SMALL[n]} people"
    was = "was" if n == 1 else "were"
    dead = lot.random() < 0.5
    made.beside.append({"killed": (n, n)} if dead else {"injured": (n, n)})
    fate = "killed" if dead else "wounded"
    return lot.choice(
        (
            f"In a separate shooting the same night, {who} {was} {fate} on {street}.",
            f"About an hour later, in an unrelated shooting, {who} {was} {fate} on {street}.",
            (
                f"Police are also investigating an unrelated shooting in which {who} {was} "
                f"{fate} on "
                f"{street}."
            ),
        )
    )


def _quoted(_made: Making, lot: random.Random) -> str:
    return lot.choice(
        (
            '"I heard about 10 shots and hit the floor," said Linda Farrow, who lives nearby.',
            '"It sounded like firecrackers, and then people started running," a neighbor said.',
            '"This has to stop. Our kids are dying," said the Rev. Carl Dobbs.',
            (
                '"This was a targeted incident, and there is no threat to the public," Lt. Ann '
                "Pell said."
            ),
        )
    )


def _mourned(made: Making, lot: random.Random) -> str:
    if not made.dead:
        return "Family members declined to comment."
    one = made.dead[0]
    last, his = one.name.split()[1], "his" if one.sex == "man" else "her"
    return lot.choice(
        (
            (
                f'"{capital(one.pronoun)} was a good kid," said {one.name.split()[0]}\'s '
                f"aunt, Gloria "
                f'{last}. "{capital(one.pronoun)} didn\'t deserve this."'
            ),
            f"{last} leaves behind two daughters and {his} mother.",
            f"A candlelight vigil for {one.name} is planned for Friday at 7 p.m.",
            f"Family members gathered outside the hospital, where {his} mother sobbed.",
        )
    )


def _furniture(_made: Making, lot: random.Random) -> str:
    return lot.choice(
        (
            "Anyone with information is asked to call Crime Stoppers at 555-0142.",
            "This is a developing story. Check back for updates.",
            "Copyright 2024 Lakeview Media Inc. All rights reserved.",
            "Stay with us on air and online as we learn more about this story.",
            "A reward of up to $5,000 is offered for information leading to an arrest.",
        )
    )


def _shown(made: Making, lot: random.Random) -> str:
    return lot.choice(
        (
            "Investigators recovered 14 shell casings at the scene."
            if not made.knife
            else "Investigators recovered a kitchen knife at the scene.",
            f"Police said the {made.deed} stemmed from an argument over money.",
            "Two nearby homes and a parked car were also struck by bullets."
            if not made.knife
            else "Officers blocked off the street for several hours.",
            "Nearly 100 people were there at the time, police said.",
            "A school across the street was placed on lockdown for two hours.",
        )
    )


def _near(made: Making, lot: random.Random) -> str:
    town, _, _, city = made.town
    return lot.choice(
        (
            f"{town} is about 90 miles from {city}.",
            f"The state crime lab in {city} will examine the evidence.",
            f"The suspect is originally from {city}, police said.",
        )
    )


OTHERS: dict[str, Turn] = {
    "arrested": _arrested, "counted": _counted, "blocks": _blocks, "second": _second,
    "quoted": _quoted, "mourned": _mourned, "furniture": _furniture, "shown": _shown,
    "near": _near,
}  # fmt: skip
