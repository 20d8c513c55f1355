"""Those whom a shooting or a stabbing hit, told of below the lead, again or for the first time."""

from __future__ import annotations

import random

from crime_making import HOSPITALS, STATES, Making
from crime_people import SMALL, Person, be, group, plural, rank, spot
from wording import capital, listed


def again(made: Making, lot: random.Random) -> str:
    """Tell again, with the account's own words, of those told of in the lead."""
    dead, hurt, told = made.dead, made.hurt, list[str]()
    hospital = lot.choice(HOSPITALS)
    if len(dead) == 1 and lot.random() < 0.8:
        one = dead[0]
        told.append(
            lot.choice(
                (
                    f"The victim was identified as {one.name}, {one.age}."
                    if not hurt
                    else f"The {one.noun} who died was identified as {one.name}, {one.age}.",
                    f"{one.name}, {one.age}, was pronounced dead at the scene.",
                    (
                        f"The coroner identified {one.name}, {one.age}, as the {one.noun} killed "
                        f"in the "
                        f"{made.deed}."
                    ),
                    f"{one.name}, {one.age}, died at {hospital}.",
                )
            )
        )
    elif dead and lot.random() < 0.8:
        names = listed([f"{p.name}, {p.age}" for p in dead])
        told.append(
            lot.choice(
                (
                    f"The victims were identified as {names}."
                    if not hurt
                    else f"The dead were identified as {names}.",
                    f"{names} were pronounced dead at the scene.",
                )
            )
        )
    if len(hurt) == 1 and lot.random() < 0.8:
        one = hurt[0]
        told.append(
            lot.choice(
                (
                    (
                        f"The {'other victim' if dead else one.noun} was taken to {hospital} "
                        f"{lot.choice(STATES)}."
                    ),
                    f"The {one.noun}, {one.age}, was hit in the {spot(lot)} and is expected "
                    f"to survive."
                    if not made.knife
                    else f"The {one.noun}, {one.age}, was stabbed in the {spot(lot)} and will "
                    f"survive.",
                )
            )
        )
    elif hurt and lot.random() < 0.8:
        ages = listed([str(p.age) for p in hurt])
        each = capital(listed([f"a {p.aged} {made.hit} in the {spot(lot)}" for p in hurt]))
        told.append(
            lot.choice(
                (
                    (
                        f"The {'other' if dead else SMALL[len(hurt)]} victims, ages {ages}, were "
                        f"taken to "
                        f"{hospital} {lot.choice(STATES)}."
                    ),
                    f"The wounded were {listed([f'a {p.aged}' for p in hurt])}.",
                    f"{each} were taken to {hospital}.",
                )
            )
        )
    return " ".join(told)


def scene(made: Making, lot: random.Random) -> str:
    """Tell one by one whom officers found."""
    people, hospital = list(made.people), lot.choice(HOSPITALS)
    opening = lot.choice(
        (
            "When officers arrived, they found",
            f"Officers called to the 300 block of {made.street} found",
            f"Police responding to a report of a {made.deed} found",
        )
    )
    if len(people) == 1:
        one = people[0]
        return (f"{opening} {one.told(lot)} suffering from a {made.wound} to the {spot(lot)}. "
                + _fate(one, hospital, lot))  # fmt: skip
    if lot.random() < 0.5:
        return (f"{opening} {group(people, lot)} suffering from {made.wound}s. "
                + _fates(made, lot, hospital))  # fmt: skip
    first, *rest = people
    told = [f"{opening} {first.told(lot)} with a {made.wound} to the {spot(lot)}.",
            _fate(first, hospital, lot)]  # fmt: skip
    for n, one in enumerate(rest, start=2):
        told.append(_nth(made, lot, one, n, hospital))
    return " ".join(told)


def _fate(one: Person, hospital: str, lot: random.Random) -> str:
    he = capital(one.pronoun)
    if one.dead:
        return lot.choice(
            (
                f"{he} was pronounced dead at the scene.",
                f"{he} was taken to {hospital}, where {one.pronoun} later died.",
                f"{he} was rushed to {hospital} but did not survive.",
                f"{he} died at {hospital}.",
            )
        )
    return lot.choice(
        (
            f"{he} was taken to {hospital} {lot.choice(STATES)}.",
            f"{he} was transported to {hospital} and is expected to survive.",
            f"{he} was airlifted to {hospital}, where {one.pronoun} underwent surgery.",
        )
    )


def _nth(made: Making, lot: random.Random, one: Person, n: int, hospital: str) -> str:
    end = ("died at the scene" if one.dead else
           f"was taken to {hospital} {lot.choice(STATES)}")  # fmt: skip
    return lot.choice(
        (
            f"A {rank(n)} victim, a {one.aged}, {end}.",
            f"A {rank(n)} victim, {one.name}, {one.age}, {end}.",
            f"Another victim, a {one.aged}, was {made.hit} in the {spot(lot)} and {end}.",
        )
    )


def _fates(made: Making, lot: random.Random, hospital: str) -> str:
    dead, hurt = made.dead, made.hurt
    if not hurt:
        both = "Both" if len(dead) == 2 else f"All {SMALL[len(dead)]}"
        return f"{both} {lot.choice(('were pronounced dead at the scene', 'died'))}."
    if not dead:
        both = "Both" if len(hurt) == 2 else f"All {SMALL[len(hurt)]}"
        return f"{both} were taken to {hospital} {lot.choice(STATES)}."
    some = capital(SMALL[len(dead)])
    rest = ("the other" if len(hurt) == 1 else
            lot.choice(("the others", f"the other {SMALL[len(hurt)]}")))  # fmt: skip
    return lot.choice(
        (
            f"{some} of them died at the scene; {rest} {be(hurt)} taken to {hospital}.",
            (
                f"{some} {be(dead)} pronounced dead at the scene, and {rest} {be(hurt)} taken to "
                f"{hospital} {lot.choice(STATES)}."
            ),
            (
                f"{some} of the victims later died at {hospital}. {capital(rest)} "
                f"{be(hurt)} listed in stable condition."
            ),
        )
    )


def beside(made: Making, lot: random.Random) -> str:
    """Tell of those hurt, of whom the lead said nothing."""
    hurt, hospital = made.hurt, lot.choice(HOSPITALS)
    if len(hurt) == 1:
        one = hurt[0]
        return lot.choice(
            (
                f"Another victim, a {one.aged}, was taken to {hospital} {lot.choice(STATES)}.",
                (
                    f"A {rank(len(made.dead) + 1)} victim, a {one.aged}, was also {made.hit} "
                    f"and is "
                    "expected to survive."
                ),
                f"{one.name}, {one.age}, was also wounded, police said.",
                (
                    f"A {one.aged} later showed up at {hospital} with a {made.wound} to the "
                    f"{spot(lot)}."
                ),
            )
        )
    some, nouns = SMALL[len(hurt)], {p.noun for p in hurt}
    kind = plural(hurt[0].noun) if len(nouns) == 1 else "people"
    ages = listed([str(p.age) for p in hurt])
    return lot.choice(
        (
            f"{capital(some)} other {kind} were taken to {hospital} {lot.choice(STATES)}.",
            f"{capital(some)} other victims, ages {ages}, were treated at {hospital}.",
            f"{capital(some)} {kind} were also wounded in the {made.deed}.",
            f"Police said {some} others were {made.hit} and were expected to survive.",
        )
    )
