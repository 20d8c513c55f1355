"""Police logs: an item a paragraph, with headings, hours and addresses."""

from __future__ import annotations

import random

from crime_making import HOSPITALS, TOWNS
from crime_people import be, group, others
from expected import Account
from roundup_making import Scene, aged, scenes
from wording import capital

_DAYS = (("Monday", "2024-05-06"), ("Tuesday", "2024-05-07"))
_DATES = {"2024-05-06": ("May 6", "05/06/2024", "Monday, May 6"),
          "2024-05-07": ("May 7", "05/07/2024", "Tuesday, May 7")}  # fmt: skip
_PETTY = (
    "A bicycle was reported stolen from a garage on Birch Lane.",
    "A 22-year-old man was cited for driving with a suspended license.",
    "Officers responded to a report of two dogs running loose near the school.",
    "A 41-year-old woman was arrested on suspicion of shoplifting at a grocery store.",
    "Someone broke the windows of three cars parked on Cedar Court.",
    "A caller reported hearing shots; officers found nothing.",
    "Two men, 19 and 23, were arrested after a traffic stop.",
)


def log(lot: random.Random) -> Account:
    """Return a log published on Wednesday."""
    town, line, state, _ = lot.choice(TOWNS)
    told = scenes(lot, lot.randint(2, 4), _DAYS)
    form = lot.choice(tuple(_FORMS))
    items = [_FORMS[form](lot, s, town) for s in told]
    for petty in lot.sample(_PETTY, lot.randint(0, 3)):
        headed = {"headed": "THEFT\n", "hours": "9:10 a.m. — ", "bullets": "- "}.get(form, "")
        items.insert(lot.randint(0, len(items)), headed + petty)
    opening = lot.choice((
        f"The following items were taken from police reports in {town}, {state}:",
        f"Recent incidents reported by the police department of {town}, {state}:",
        f"{town}, {state}, police log",
        f"{line} — Police released the following reports Wednesday.",
    ))  # fmt: skip
    text = "\n\n".join((opening, *items))
    title = lot.choice((f"{town} police blotter", f"Police log: {town}", None))
    expected = [s.expected(town) for s in told]
    return Account(text, expected, [form], title, ranked=False)


def _deed(lot: random.Random, scene: Scene, where: str) -> str:
    dead, hurt = scene.dead, scene.hurt
    if dead and hurt:
        killed = group(dead, lot)
        return (
            f"{capital(killed)} {be(dead)} shot and killed and {others(hurt, lot, after=killed)} "
            f"{be(hurt)} wounded {where}."
        )
    some = dead or hurt
    who = aged(some[0]) if len(some) == 1 else group(some, lot)
    if dead:
        return lot.choice((
            f"{capital(who)} {be(some)} found dead with gunshot wounds {where}.",
            f"{capital(who)} {be(some)} fatally stabbed {where}.",
            f"{capital(who)} {be(some)} shot and killed {where}.",
        ))  # fmt: skip
    return lot.choice((
        f"{capital(who)} {be(some)} shot {where} and taken to {lot.choice(HOSPITALS)}.",
        f"{capital(who)} {be(some)} stabbed {where}; the injuries were not life-threatening.",
        f"{capital(who)} {be(some)} wounded in a shooting {where}.",
        f"Officers found {who} who had been shot in the leg {where}."
        if len(some) == 1 else f"Officers found {who} suffering from gunshot wounds {where}.",
    ))  # fmt: skip


def _headed(lot: random.Random, scene: Scene, _town: str) -> str:
    heading = lot.choice(("SHOOTING", "Assault", "Homicide" if scene.dead else "Shooting"))
    date = lot.choice(_DATES[scene.day][:1])
    return f"{heading}\n{_deed(lot, scene, f'{_place(lot, scene)} at {scene.hour} on {date}')}"


def _place(lot: random.Random, scene: Scene) -> str:
    return lot.choice((
        f"in the {lot.randint(2, 90)}00 block of {scene.street}", f"on {scene.street}",
    ))  # fmt: skip


def _addressed(lot: random.Random, scene: Scene, _town: str) -> str:
    block = f"{lot.randint(2, 90)}00 block of {scene.street}"
    when = lot.choice(
        (f"{_DATES[scene.day][2]}, {scene.hour}", f"{_DATES[scene.day][0]}, {scene.hour}")
    )
    return f"{block}, {when}: {_deed(lot, scene, 'at the location')}".replace(
        " at the location", ""
    )


def _dated(lot: random.Random, scene: Scene, _town: str) -> str:
    return f"{_DATES[scene.day][2]}\n{_deed(lot, scene, f'{_place(lot, scene)} at {scene.hour}')}"


def _bullets(lot: random.Random, scene: Scene, _town: str) -> str:
    return f"- {_deed(lot, scene, f'{_place(lot, scene)} at {scene.hour} {scene.weekday}')}"


def _hours(lot: random.Random, scene: Scene, _town: str) -> str:
    return f"{scene.hour} {scene.weekday} — {_deed(lot, scene, _place(lot, scene))}"


_FORMS = {
    "headed": _headed, "addressed": _addressed, "dated": _dated, "bullets": _bullets,
    "hours": _hours,
}  # fmt: skip
