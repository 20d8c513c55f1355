"""What siege copy says of the day's incident, and beside it: denials, parts, other attacks."""

from __future__ import annotations

import random

from siege_making import Making, Turn, article, opened, said, some
from wording import capital


def _denied(made: Making, lot: random.Random) -> str:
    speaks, noun = made.front.speaks, made.noun
    made.deniers = True
    return lot.choice((
        f"{speaks} denied that its forces had struck the {noun}.",
        f"{speaks} denied responsibility for the attack.",
        f"{speaks} denied carrying out the strike.",
        f"{speaks} denied any involvement.",
        (
            f"{speaks} initially denied responsibility. Hours later a spokesman said that the "
            f"{noun} had been used as a base by {made.front.enemy}. On {made.today} it said that "
            "the incident was under investigation."
        ),
        (
            f"{speaks} denied attacking the {noun} and accused {made.front.enemy} of using "
            "residents as human shields."
        ),
        (f"{speaks} on {made.today} denied having hit the {noun}, saying it only strikes "
        f"military targets."),
        f"{speaks} rejected the accusation.",
        f"The accusation was denied by {speaks.replace('The ', 'the ')}.",
    ))  # fmt: skip


def _shifted(made: Making, lot: random.Random) -> str:
    """Return words that are no denial that everybody would call one: it is not asked."""
    speaks, noun, enemy = made.front.speaks, made.noun, made.front.enemy
    many = lot.randint(20, 60)
    return lot.choice((
        f"{speaks} said the {noun} had been used by {enemy} as a command centre.",
        f"{speaks} called the reports fake and said the scenes had been staged.",
        f"{speaks} said it was looking into the reports.",
        f"{speaks} said it had struck a command post and killed {many} {enemy}.",
        (f"{speaks} said it was aware of reports of casualties and that the incident was "
        f"under review."),
        (
            f"{speaks} first said there had been no strikes in the area, then that the {noun} had "
            f"been empty and later that {enemy} were inside."
        ),
        (f"{speaks} said {enemy} had been operating from the {noun} and that {many} of them "
        f"were killed."),
        f"{speaks} said that there were no civilians in the {noun} at the time.",
        f"{speaks} disputed the number of dead, without giving a figure of its own.",
        f"{speaks} did not immediately comment.",
    ))  # fmt: skip


def _part(made: Making, lot: random.Random) -> str:
    part = lot.randint(1, max(made.dead - 1, 1))
    were = "was" if part == 1 else "were"
    return lot.choice((
        f"Among the dead {were} {some(part, 'child', 'children')}.",
        f"The dead included {some(part, 'nurse', 'nurses')}, {made.official.rstrip(',')} said.",
        (f"{opened(part)} of the dead {were} {'a rescuer' if part == 1 else 'rescuers'} "
        f"killed when a second strike hit the same spot minutes later."),
        (f"A nearby hospital said it had received {some(part, 'body', 'bodies')} from the "
        f"{made.noun}."),
        f"{opened(part)} of the bodies {'was' if part == 1 else 'were'} burned beyond recognition.",
        f"Funerals were held on {made.today} for {some(part, 'victim', 'victims')} of the strike.",
        f"{capital(some(part, 'child', 'children'))} {were} among those killed, a doctor said.",
    ))  # fmt: skip


def _hurt_part(made: Making, lot: random.Random) -> str:
    part = lot.randint(2, max(made.hurt - 1, 2))
    return lot.choice((
        f"{opened(part)} of the wounded were in a critical condition.",
        f"{opened(part)} children were among the injured.",
        (f"{opened(part)} of the wounded were evacuated to another hospital, "
        f"{made.official.rstrip(',')} said."),
        f"{opened(part)} of the injured needed amputations, a surgeon said.",
    ))  # fmt: skip


def _tapped(made: Making, lot: random.Random) -> str:
    return lot.choice((
        f"A second strike hit the {made.noun} as rescuers arrived.",
        ("Witnesses said that the planes returned minutes later, hitting those who had come "
        "to help."),
        ("It was what is known as a double-tap strike, in which a second bomb hits those who "
        "rush to help."),
        (f"Rescue workers said that they came under fire as they dug through the ruins of the "
        f"{made.noun}."),
    ))  # fmt: skip


def _rubble(made: Making, lot: random.Random) -> str:
    many = lot.randint(15, 60)
    return lot.choice((
        f"Up to {many} people were feared to be still under the rubble.",
        f"Rescuers pulled {said(lot.randint(2, 6))} children alive from the ruins.",
        "Many people were still trapped under the rubble, and the toll was expected to rise.",
        f"Around {many} people had been sheltering in the basement when it was hit.",
        f"More than {many * 10} people had been in the {made.noun} at the time, residents said.",
        "The number of victims could rise, since many of the wounded were in a serious condition.",
    ))  # fmt: skip


def _voices(made: Making, lot: random.Random) -> str:
    return lot.choice((
        ('"There was dust everywhere and people were screaming," said a resident who gave her '
        'name as Umm Layla.'),
        f'"We are pulling bodies out with our hands," a rescuer in {made.town} said by phone.',
        '"I lost my two sons and my wife that day," said Karim, 41, a taxi driver.',
        "Footage showed men carrying a bloodied child to an ambulance.",
        f'"They knew that it was a {made.noun}," the foreign minister said. "It is a war crime."',
        "The UN secretary-general condemned the attack and called for an investigation.",
        "Reuters could not independently verify the reports.",
        "The reports could not be independently confirmed.",
        '"Every day we bury 10 or 15 people," a gravedigger said.',
    ))  # fmt: skip


def _elsewhere(made: Making, lot: random.Random) -> str:
    dead, town, weapon = lot.randint(2, 9), made.another(lot), made.weapon
    dead += dead == made.dead
    made.beside.append({"killed": (dead, dead), "town": town})
    return lot.choice((
        (f"Elsewhere in {made.front.region}, shelling of {town} killed {said(dead)} people, "
        f"residents said."),
        (f"Another {said(dead)} people were killed in {town}, where {article(weapon)} hit a "
        f"house, medics said."),
        f"In {town}, {article(made.front.whose)} {weapon} killed {said(dead)} people, medics said.",
        (f"In a separate attack, {said(dead)} people were killed when {article(weapon)} hit a "
        f"car in {town}."),
        (f"{capital(article(made.front.whose))} {weapon} also hit a house in {town}, killing "
        f"{said(dead)} people."),
        f"{opened(dead)} people were killed by shelling in {town}, a local official said.",
    ))  # fmt: skip


def _convoy(made: Making, lot: random.Random) -> str:
    dead, town, day = lot.randint(2, 8), made.another(lot), made.past(1)
    dead += dead == made.dead
    made.beside.append({"killed": (dead, dead), "town": town})
    return lot.choice((
        (f"On {day}, {said(dead)} aid workers were killed when their convoy was shelled near "
        f"{town}, the UN said."),
        (f"Shelling hit an aid convoy in {town} on {day}, killing {said(dead)} drivers, the "
        f"UN said."),
        (f"Separately, a convoy of aid lorries was hit near {town}, and {said(dead)} drivers "
        f"were killed, the UN said."),
        (f"{opened(dead)} people were shot dead in {town} on {day} as they waited for aid, "
        f"medics said."),
        (f"An aid convoy came under fire on its way to {town} on {day}, killing {said(dead)} "
        f"people, the Red Crescent said."),
    ))  # fmt: skip


def _bus(made: Making, lot: random.Random) -> str:
    dead, hurt, town = lot.randint(2, 8), lot.randint(10, 30), made.another(lot)
    dead += dead == made.dead
    hurt += hurt == made.hurt
    made.beside.append({"killed": (dead, dead), "injured": (hurt, hurt)})
    return lot.choice((
        (f"In {town}, a shell hit a bus carrying evacuees, killing {said(dead)} people and "
        f"wounding {hurt}, officials said."),
        (f"A bus evacuating residents from {town} came under fire, leaving {said(dead)} dead "
        f"and {hurt} wounded, officials said."),
        (f"{opened(dead)} evacuees were killed and {hurt} wounded when a drone hit their bus "
        f"in {town}, officials said."),
    ))  # fmt: skip


def _before(made: Making, lot: random.Random) -> str:
    dead = lot.randint(30, 90)
    made.maybe.append({"killed": (dead, dead)})
    made.maybe.append({"killed": (dead, None)})
    return lot.choice((
        (f"It was the deadliest attack in the city since a strike on a market killed {dead} "
        f"people last month."),
        f"Last month a strike on another {made.noun} in {made.town} killed at least {dead} people.",
        f"Two weeks ago, {dead} people were killed in a similar attack.",
        f"It was the second attack on a {made.noun} in a week. The first killed {dead} people.",
        f"Earlier this month, an attack on a bread queue killed {dead} people.",
    ))  # fmt: skip


def _countered(made: Making, lot: random.Random) -> str:
    dead, town = lot.randint(2, 8), made.another(lot)
    dead += dead == made.dead
    made.beside.append({"killed": (dead, dead), "town": town})
    return lot.choice((
        (f"State media said {said(dead)} people were killed when {made.front.enemy} fired "
        f"rockets at {town}."),
        (f"Rockets fired by {made.front.enemy} killed {said(dead)} people in {town}, state "
        f"media reported."),
        f"The other side said that {said(dead)} civilians had been killed by shelling in {town}.",
    ))  # fmt: skip


ITS: dict[str, Turn] = {
    "denied": _denied, "shifted": _shifted, "part": _part, "hurt-part": _hurt_part,
    "tapped": _tapped, "rubble": _rubble, "voices": _voices,
}  # fmt: skip
OTHERS: dict[str, Turn] = {
    "elsewhere": _elsewhere, "convoy": _convoy, "bus": _bus, "before": _before,
    "countered": _countered,
}  # fmt: skip
