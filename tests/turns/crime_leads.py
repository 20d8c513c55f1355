"""The leads of a shooting or a stabbing: of its dead, its wounded, or both."""

from __future__ import annotations

import random
from collections.abc import Sequence

from crime_making import Making, place
from crime_people import SMALL, Person, be, group, others
from wording import capital, listed


def told(made: Making, lot: random.Random) -> str:
    dead, hurt = made.dead, made.hurt
    if not dead:
        return lot.choice((f"that injured {group(hurt, lot)}", (f"that sent {group(hurt, lot)} to "
                           "the hospital")))  # fmt: skip
    if len(dead) < 3 and lot.random() < 0.4:
        names = listed([f"{p.name}, {p.age}," for p in dead]).removesuffix(",")
        return f"that killed {names}" + (f", and wounded {others(hurt, lot)}" if hurt else "")
    return lot.choice(("that killed {} and wounded {}", "that left {} dead and {} wounded"
                       )).format(group(dead, lot), others(hurt, lot)
                       ) if hurt else f"that killed {group(dead, lot)}"  # fmt: skip


def lead_of(
    made: Making, lot: random.Random, dead: Sequence[Person], hurt: Sequence[Person]
) -> str:
    return _LEADS[bool(dead), bool(hurt)](made, lot, dead, hurt)


def _of_both(
    made: Making, lot: random.Random, dead: Sequence[Person], hurt: Sequence[Person]
) -> str:
    who, where, when, deed = group(dead, lot), place(made, lot), made.when, made.deed
    rest, count, town = others(hurt, lot, after=who), len(dead) + len(hurt), made.town[0]
    fatally = "one fatally" if len(dead) == 1 else f"{SMALL[len(dead)]} of them fatally"
    are = {"was": "is", "were": "are"}
    return lot.choice(
        (
            (
                f"Police are investigating a {deed} that left {who} dead and {rest} injured {when} "
                f"{where}."
            ),
            (
                f"{capital(who)} {be(dead)} killed and {rest} {be(hurt)} wounded in a {deed} "
                f"{when} "
                f"{where}, police said."
            ),
            f"{capital(SMALL[count])} people were {made.hit}, {fatally}, {when} {where}.",
            f"A {deed} {where} {when} left {who} dead and sent {rest} to the hospital.",
            (
                f"{capital(who)} {are[be(dead)]} dead and {rest} {are[be(hurt)]} recovering "
                f"after a {deed} "
                f"{when} {where}, {town} police said."
            ),
            (
                f"{capital(who)} died and {rest} {be(hurt)} hurt when someone {_did(made)} "
                f"{when} {where}."
            ),
            (
                f"{town} police say a {deed} {where} {when} claimed the life of {who} and "
                f"injured {rest}."
            ),
        )
    )


def _did(made: Making) -> str:
    return "pulled a knife" if made.knife else "opened fire"


def _of_dead(
    made: Making, lot: random.Random, dead: Sequence[Person], _hurt: Sequence[Person]
) -> str:
    who, where, when, deed = group(dead, lot), place(made, lot), made.when, made.deed
    is_ = "is" if len(dead) == 1 else "are"
    return lot.choice(
        (
            f"{capital(who)} {is_} dead after a {deed} {when} {where}, according to police.",
            f"Police are investigating a deadly {deed} that killed {who} {when} {where}.",
            f"{capital(who)} {be(dead)} {made.hit} and killed {when} {where}, police said.",
            f"{capital(who)} {be(dead)} found {made.hit} to death {when} {where}."
            if made.knife
            else f"{capital(who)} {be(dead)} fatally shot {when} {where}.",
            f"Authorities have identified {who} killed in a {deed} {when} {where}.",
        )
    )


def _of_hurt(
    made: Making, lot: random.Random, _dead: Sequence[Person], hurt: Sequence[Person]
) -> str:
    who, where, when, deed = group(hurt, lot), place(made, lot), made.when, made.deed
    is_ = "is" if len(hurt) == 1 else "are"
    return lot.choice(
        (
            f"{capital(who)} {is_} in the hospital after a {deed} {when} {where}.",
            f"{capital(who)} {be(hurt)} {made.hit} {when} {where}, police said.",
            f"A {deed} {where} {when} sent {who} to the hospital.",
            (
                f"{capital(who)} {be(hurt)} injured in a {deed} {when} {where}, "
                f"{made.town[0]} police "
                "said."
            ),
            f"Police are searching for a suspect after {who} {be(hurt)} {made.hit} {when} {where}.",
        )
    )


_LEADS = {(True, True): _of_both, (True, False): _of_dead, (False, True): _of_hurt}
