"""A crime story that has been updated: one who was hurt in the first report has died since."""

from __future__ import annotations

import random

from crime_making import DAYS, HOSPITALS, STATES, TOWNS
from crime_people import Person, be, drawn, group, others
from expected import Account
from roundup_making import SITES, aged, exact, number
from wording import capital

_SHAPES = ((0, 1), (0, 2), (1, 1), (1, 2), (0, 3), (2, 2), (1, 3), (0, 4))


def updated(lot: random.Random) -> Account:
    """Return an updated story, published on Wednesday."""
    town, line, state, _ = lot.choice(TOWNS)
    when, day = lot.choice(DAYS)
    dead, hurt = lot.choice(_SHAPES)
    people = drawn(lot, dead, hurt)
    victim = people[dead]
    where = lot.choice((f"{lot.choice(SITES)} in {town}", f"in {town}", f"in {town}, {state}"))
    first = _first(lot, people[:dead], people[dead:], when, where)
    form = lot.choice(tuple(_FORMS))
    text = _FORMS[form](lot, victim, dead, hurt, first)
    open_ = form == "folded"  # who has died may be one of the dead told of below
    title = lot.choice((None, f"Police: {capital(victim.noun)} shot in {town} has died"))
    expected = {
        "killed": {exact(dead + 1), exact(max(dead, 1))} if open_ else exact(dead + 1),
        "injured": {exact(hurt - 1), exact(hurt)} if open_ else exact(hurt - 1),
        "day": day, "town": {town, town.upper()},
    }  # fmt: skip
    text = lot.choice((f"{line} — ", "")) + text
    return Account(text, [expected], [form], title)


def _first(
    lot: random.Random, dead: list[Person], hurt: list[Person], when: str, where: str
) -> str:
    """Return the first report."""
    if not dead:
        who = aged(hurt[0]) if len(hurt) == 1 else group(hurt, lot)
        return lot.choice((
            f"{capital(who)} {be(hurt)} shot {when} {where}, police said.",
            f"{capital(who)} {be(hurt)} wounded in a shooting {when} {where}.",
            f"{capital(who)} {be(hurt)} hospitalized after a shooting {when} {where}.",
        ))  # fmt: skip
    killed = group(dead, lot)
    more = others(hurt, lot, after=killed)
    return lot.choice((
        (f"{capital(killed)} {be(dead)} killed and {more} {be(hurt)} wounded in a shooting {when} "
        f"{where}, police said."),
        f"{capital(killed)} {be(dead)} shot and killed and {more} wounded {when} {where}.",
        f"A shooting {when} {where} left {killed} dead and {more} injured.",
    ))  # fmt: skip


def _died(lot: random.Random, victim: Person, dead: int, hurt: int, *, stamped: bool = True) -> str:
    """Return how the death is told."""
    only = hurt == 1
    rank = ("", "second", "third", "fourth")[dead] if dead < 4 else ""
    some = [
        f"One of the {number(hurt)} people wounded has died at {lot.choice(HOSPITALS)}"
        if not only
        else f"The wounded {victim.noun} has died at {lot.choice(HOSPITALS)}"
    ]
    if not dead or stamped:
        his = "his" if victim.sex == "man" else "her"
        some.append(f"{victim.name}, {victim.age}, died of {his} injuries")
    if dead:
        some.append(f"A {rank} victim has died")
        some.append(f"A {rank} person has died from injuries suffered in the shooting")
    if not only:
        if not dead or stamped:
            some.append("One of the victims has died")
        some.append("One of those injured in the shooting has since died")
    elif not dead or stamped:
        some.append("The victim has died")
    told = lot.choice(some)
    toll = f", bringing the death toll to {number(dead + 1)}" if dead else ""
    # Of a name alone it is open whether the first report has him among its dead.
    open_ = told.startswith((victim.name, "One of the victims"))
    return told + lot.choice((toll if open_ else "", toll)) + lot.choice((", police said.", "."))


def _above(lot: random.Random, victim: Person, dead: int, hurt: int, first: str) -> str:
    tag = lot.choice(("UPDATE: ", "UPDATE (Wednesday, 9 a.m.): ", "UPDATE, May 8: ", "Update: "))
    head = lot.choice(("ORIGINAL STORY: ", "Original story:\n\n", "PREVIOUS: ", "EARLIER: ", ""))
    return f"{tag}{_died(lot, victim, dead, hurt)}\n\n{head}{first}{_state(lot, hurt)}"


def _below(lot: random.Random, victim: Person, dead: int, hurt: int, first: str) -> str:
    return f"{first}{_state(lot, hurt)}\n\n{_died(lot, victim, dead, hurt, stamped=False)}"


def _marked(lot: random.Random, victim: Person, dead: int, hurt: int, first: str) -> str:
    tag = lot.choice(("Update: ", "UPDATE: ", "UPDATE: "))
    return f"{first}{_state(lot, hurt)}\n\n{tag}{_died(lot, victim, dead, hurt)}"


def _folded(lot: random.Random, victim: Person, _dead: int, hurt: int, first: str) -> str:
    who = aged(victim)
    lead = lot.choice((
        f"{capital(who)} who was wounded in a shooting has died, police said Wednesday.",
        f"{capital(who)} has died after being shot, according to police.",
        f"A shooting victim has died, police said. {capital(victim.name)} was {victim.age}.",
    ))  # fmt: skip
    return f"{lead}\n\n{first}{_state(lot, hurt)}"


def _state(lot: random.Random, hurt: int) -> str:
    """Return how the hurt were in the first report."""
    if hurt == 1:
        return lot.choice(
            ("", f" The victim was taken to {lot.choice(HOSPITALS)} in critical condition.")
        )
    return lot.choice((
        "", " One was in critical condition.", f" They were taken to {lot.choice(HOSPITALS)}.",
        f" All were taken to {lot.choice(HOSPITALS)} {lot.choice(STATES)}." if hurt > 2 else "",
    ))  # fmt: skip


_FORMS = {"above": _above, "below": _below, "marked": _marked, "folded": _folded}
