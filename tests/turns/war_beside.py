"""What war reports composed by lot tell beside their strike: other incidents, and what is none."""

from __future__ import annotations

import random

from war_making import Making, Turn
from war_sides import DEEDS, SIDES, article, opened, pick, said
from wording import capital


def _total(made: Making, lot: random.Random) -> str:
    dead, since = lot.randint(900, 38000), made.side.since
    return pick(
        lot,
        (
            f"At least {said(dead)} people have been killed and {said(dead * 2)} wounded {since}, "
            f"according to {made.side.ministry}."
        ),
        f"More than {said(dead)} civilians have been killed in {made.side.region} {since}.",
        f"The war has killed more than {said(dead)} people and displaced millions.",
        (
            f"The strike brought the number of people killed {since} to {said(dead)}, "
            f"{made.side.ministry} said."
        ),
        (
            f"{capital(made.side.ministry)} says {said(dead)} people, most of them civilians, "
            f"have died {since}."
        ),
        f"The United Nations has verified the deaths of {said(dead)} civilians {since}.",
    )


def _month(_made: Making, lot: random.Random) -> str:
    dead, month = lot.randint(90, 400), lot.choice(("April", "March"))
    return pick(
        lot,
        (
            f"At least {dead} civilians were killed and {dead * 3} injured in {month} alone, UN "
            "human rights monitors said."
        ),
        (
            f"In {month}, {dead} civilians were killed and {dead * 3} were wounded, according to "
            "the United Nations."
        ),
        (
            f"{month} was the deadliest month this year, with {dead} civilians killed and "
            f"{dead * 2} injured, the UN said."
        ),
        f"The UN recorded {dead} civilian deaths in {month}.",
        f"Some {dead} people have been killed in the past two weeks, aid groups say.",
    )


def _guild(made: Making, lot: random.Random) -> str:
    dead, people = (
        lot.randint(40, 260),
        lot.choice(("aid workers", "journalists", "health workers")),
    )
    return pick(
        lot,
        f"At least {dead} {people} have been killed {made.side.since}, according to the UN.",
        (
            f"The Committee to Protect Journalists says {dead} journalists have been killed "
            f"{made.side.since}."
        ),
        f"The UN says {dead} {people} have been killed in the war.",
        f"More than {dead} {people} have lost their lives {made.side.since}.",
    )


def _soldiers(made: Making, lot: random.Random) -> str:
    dead = lot.randint(9, 70) * 1000
    return pick(
        lot,
        (
            f"The president said in February that {said(dead)} soldiers had been killed "
            f"{made.side.since}."
        ),
        (
            "Neither side discloses its losses, but western officials estimate that more than "
            f"{said(dead)} soldiers have died in the war."
        ),
        f"Researchers have confirmed the names of {said(dead)} soldiers killed {made.side.since}.",
        f"Last year alone {said(dead)} soldiers were killed, according to an independent count.",
    )


def _drones(made: Making, lot: random.Random) -> str:
    many = lot.randint(18, 90)
    return pick(
        lot,
        f"The air force said it had shot down {many - 5} of {many} drones overnight.",
        f"Air defences destroyed {many} drones and four missiles overnight, the military said.",
        f"Six of {many} drones were not intercepted, the air force said.",
        f"{made.side.speaks} said {many} drones were downed over several regions.",
    )


def _exchange(_made: Making, lot: random.Random) -> str:
    many = lot.randint(20, 200)
    return pick(
        lot,
        f"On Tuesday the two sides exchanged {many} prisoners of war each.",
        f"The two sides also exchanged the bodies of {many} soldiers, officials said.",
        f"The bodies of {many} fallen soldiers were returned on Wednesday.",
        f"{many} prisoners were freed in an exchange on Wednesday.",
    )


def _before(_made: Making, lot: random.Random) -> str:
    dead = lot.randint(15, 60)
    return pick(
        lot,
        f"In April 2022, a missile strike on the railway station killed {dead} people.",
        f"In January, {dead} people were killed when shells hit a market in the region.",
        (
            f"The attack was one of the deadliest since a strike on a theatre killed {dead} "
            "people in 2022."
        ),
        f"Last year a strike on a cafe in a nearby village killed {dead} people.",
        f"A similar strike in March left {dead} dead.",
    )


def _week(made: Making, lot: random.Random) -> str:
    dead = lot.randint(3, 9)
    made.maybe.append({"killed": (dead, dead)})
    town = made.another(lot)
    return pick(
        lot,
        f"It came days after a strike on {town} killed {said(dead)} people.",
        f"Last week, {said(dead)} people were killed in an attack on {town}.",
        f"On Saturday, another {DEEDS[made.weapon]} killed {said(dead)} people in {town}.",
        (
            f"Last Thursday {article(made.side.whose)} {made.weapon} killed {said(dead)} people "
            f"in {town}."
        ),
    )


def _elsewhere(made: Making, lot: random.Random) -> str:
    dead, town, where = lot.randint(2, 9), made.another(lot), made.side.region
    made.beside.append({"killed": (dead, dead), "town": town})
    who, whose = lot.choice(("police", "local officials", "prosecutors", "medics")), made.side.whose
    return pick(
        lot,
        f"Elsewhere in {where}, {said(dead)} people were killed in shelling of {town}, {who} said.",
        (
            f"In {town}, {said(dead)} people were killed and {said(dead + 2)} wounded in {whose} "
            f"shelling, {who} said."
        ),
        f"In a separate attack on {town}, {said(dead)} people were killed, {who} said.",
        f"Separately, {article(whose)} drone killed {said(dead)} people in {town}, {who} said.",
        (
            f"{capital(article(whose))} drone attack on a car in {town} killed {said(dead)} "
            f"people, {who} said."
        ),
        f"Another {said(dead)} people were killed in {town} by shelling, {who} said.",
    )


def _one(made: Making, lot: random.Random) -> str:
    age, town = lot.randint(19, 83), made.another(lot)
    made.beside.append({"killed": (1, 1), "town": town})
    return pick(
        lot,
        f"In {town}, a {age}-year-old man was killed when a drone hit his car, prosecutors said.",
        f"A {age}-year-old woman was killed by shelling in {town}, local officials said.",
        f"One person was killed in a drone attack in {town}, officials said.",
        f"Shelling in {town} killed a {age}-year-old man.",
    )


def _hurt_elsewhere(made: Making, lot: random.Random) -> str:
    hurt, town = lot.randint(2, 8), made.another(lot)
    made.beside.append({"killed": None, "injured": (hurt, hurt), "town": town})
    return pick(
        lot,
        f"In {town}, {said(hurt)} people were injured in a drone attack, officials said.",
        f"Another attack wounded {said(hurt)} people in {town}.",
        f"Shelling also wounded {said(hurt)} people in {town}, officials said.",
    )


def _countered(made: Making, lot: random.Random) -> str:
    side = lot.choice(
        [s for s in SIDES if s.whose != made.side.whose and s.region != made.side.region]
    )
    dead, town = lot.randint(2, 7), lot.choice([t for t in side.towns if t not in made.side.towns])
    made.beside.append({"killed": (dead, dead), "town": town, "blamed": side.blamed})
    return pick(
        lot,
        (
            f"In {side.region}, {article(side.whose)} drone killed {said(dead)} people in {town}, "
            "local officials said."
        ),
        (
            f"{capital(article(side.whose))} {side.weapons[0]} killed {said(dead)} people in "
            f"{town} on Sunday, officials there said."
        ),
        (
            f"{capital(said(dead))} people were killed in {town} on Sunday by "
            f"{article(side.whose)} {side.weapons[0]}, officials there said."
        ),
    )


def _fought(made: Making, lot: random.Random) -> str:
    dead, town = lot.randint(2, 6), made.another(lot)
    made.beside.append({"killed": (dead, dead)})
    return pick(
        lot,
        f"{opened(dead)} soldiers were killed in an ambush near {town} on Sunday, the army said.",
        f"The army said {said(dead)} soldiers were killed in fighting near {town} on Sunday.",
    )


def _spared(made: Making, lot: random.Random) -> str:
    town = made.another(lot)
    made.maybe.append({"killed": (0, 0)})
    made.maybe.append({"killed": None})
    return pick(
        lot,
        f"There were no casualties in a separate strike on {town}.",
        f"Power was cut in {town} after drones hit a substation overnight.",
        f"Explosions were also heard in {town}.",
    )


OTHERS: dict[str, Turn] = {
    "week": _week, "elsewhere": _elsewhere, "one": _one, "hurt-there": _hurt_elsewhere,
    "countered": _countered, "fought": _fought, "spared": _spared,
}  # fmt: skip
BACKGROUND: dict[str, Turn] = {
    "total": _total, "month": _month, "guild": _guild, "soldiers": _soldiers, "drones": _drones,
    "exchange": _exchange, "before": _before,
}  # fmt: skip
