"""The frames of an account: its title, and how it opens."""

from __future__ import annotations

import random
from collections.abc import Callable

from crime_leads import lead_of, told
from crime_making import DATES, Making, place
from crime_people import SMALL, Person, drawn, rank, spot
from crime_scenes import again, beside, scene
from wording import capital


def _title(made: Making, lot: random.Random) -> str:
    """Return a title that says all, half or nothing of the toll."""
    dead, hurt, deed, street = made.dead, made.hurt, made.deed, made.street
    town = made.town[0]
    found = [f"{town} police investigate {deed} on {street}"]
    if dead:
        who = f"{len(dead)}" if len(dead) > 1 else lot.choice((capital(dead[0].noun), "1"))
        found.append(f"{who} killed in {town} {deed}")
        found.append(f"{'Man' if who == '1' and dead[0].sex == 'man' else who} dead after {deed} "
                     f"on {street}")  # fmt: skip
        if len(dead) == 1:
            found.append(f"Police identify {dead[0].noun} killed in {street} {deed}")
    if hurt and dead:
        found.append(f"{len(dead)} dead, {len(hurt)} injured in {town} {deed}")
        found.append(f"{capital(SMALL[len(dead)])} killed, {SMALL[len(hurt)]} wounded in {deed} "
                     f"{made.site}")  # fmt: skip
        found.append(f"{len(made.people)} {made.hit}, {len(dead)} fatally, {made.site} in {town}")
    elif hurt:
        who = str(len(hurt)) if len(hurt) > 1 else capital(hurt[0].noun)
        found.append(f"{who} hospitalized after {town} {deed}")
        found.append(f"{who} {made.hit} on {street}")
        found.append(f"{who} injured in {deed} {made.site}")
    return lot.choice(found)


def _whole(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell all in the lead; then, mostly, tell of each again."""
    lead = lead_of(made, lot, made.dead, made.hurt)
    return _title(made, lot), "\n\n".join((lead, again(made, lot)))


def _half(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell in the lead of the dead alone, or of one hurt, and of the others further down."""
    dead, hurt = made.dead, made.hurt
    if not dead or not hurt:
        return _none(made, lot)
    lead = lead_of(made, lot, dead, [])
    rest = beside(made, lot)
    return _title(made, lot), f"{lead}\n\n{rest}"


def _none(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell in the lead that there was a shooting, and whom it hit one by one below."""
    town, where = made.town[0], place(made, lot)
    lead = lot.choice(
        (
            f"{town} police are investigating a {made.deed} that happened {made.when} {where}.",
            (
                f"Detectives are looking for whoever is responsible for a {made.deed} {where} "
                f"{made.when}."
            ),
            f"A {made.deed} {where} {made.when} is under investigation, police said.",
        )
    )
    return _title(made, lot), "\n\n".join((lead, scene(made, lot)))


def _later(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell weeks later, of a trial, an arrest or a vigil."""
    date, made.day = lot.choice(DATES)
    town, deed, dead, hurt = made.town[0], made.deed, made.dead, made.hurt
    who = f"{lot.choice(('Jamal', 'Tyler', 'Cody', 'Andre'))} {lot.choice(('Rusk', 'Tate'))}"
    of_whom = told(made, lot)
    title = lot.choice((
        f"Man charged in {date} {deed}", f"Arrest made in {town} {deed}",
        f"Suspect in {street} {deed} appears in court" if (street := made.street) else "",
    ))  # fmt: skip
    lead = lot.choice(
        (
            (
                f"A {town} man was sentenced Tuesday to 40 years in prison for the {date} {deed} "
                f"{of_whom}."
            ),
            f"{town} police have arrested a suspect in the {date} {deed} {of_whom}.",
            (
                f"A 23-year-old man made his first court appearance Monday in connection "
                f"with a {deed} "
                f"{of_whom} on {date} in {town}."
            ),
        )
    )
    charge = "murder" if dead else "attempted murder"
    count = {1: "one count"}.get(n := len(dead or hurt), f"{SMALL[n]} counts")
    more = f" and {SMALL[len(hurt)]} of attempted murder" if dead and hurt else ""
    tail = lot.choice(
        (
            f"{who}, 23, is charged with {count} of {charge}{more}.",
            f"{who}, 23, was taken into custody without incident on Monday.",
            f"Prosecutors said {who}, 23, opened fire {made.site} after an argument."
            if not made.knife
            else f"Prosecutors said {who}, 23, pulled a knife after an argument.",
        )
    )
    return title, f"{lead}\n\n{tail}\n\n{again(made, lot)}"


def _updated(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell at the top that one more has died, above the story as it was."""
    if not made.hurt:
        return _whole(made, lot)
    title = _title(made, lot)
    lead = lead_of(made, lot, made.dead, made.hurt)
    fallen = made.hurt[0]
    nth = rank(len(made.dead) + 1)
    count = {1: "a victim", 2: "a second victim"}.get(len(made.dead) + 1, f"a {nth} victim")
    if len(made.people) == 1:
        count = f"the {fallen.noun}"
    fallen.dead = True
    above = lot.choice(
        (
            f"UPDATE: Police say {count} has died.",
            f"UPDATE: {capital(count)} in this {made.deed} has died at the hospital, police said.",
            (
                f"UPDATE 10:15 a.m.: {capital(count)}, identified as {fallen.name}, "
                f"{fallen.age}, died at "
                "the hospital."
            ),
        )
    )
    return title, f"{above}\n\n{lot.choice(('', 'ORIGINAL STORY: ', 'EARLIER: '))}{lead}"


def _murdersuicide(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell of a man who killed his own and himself."""
    town, where, when = made.town[0], place(made, lot), made.when
    doer, wife, child = drawn(lot, 2, 1)
    doer.sex, wife.sex, made.knife = "man", "woman", False
    doer.name, wife.name = f"Ronald {doer.name.split()[1]}", f"Sheila {doer.name.split()[1]}"
    doer.age, wife.age, child.age = lot.randint(25, 70), lot.randint(25, 70), lot.randint(7, 17)
    lived = lot.random() < 0.4
    made.people = [doer, wife, child] if lived else [doer, wife]
    also = ""
    if lived:
        also = lot.choice(
            (
                (
                    f" Their {child.age}-year-old {_kin(child)} was also shot and is in critical "
                    "condition."
                ),
                (
                    f" The couple's {_kin(child)}, {child.age}, was wounded and is expected to "
                    f"survive."
                ),
            )
        )
    lead = lot.choice(
        (
            (
                f"A man shot and killed his wife before turning the gun on himself {when} "
                f"{where}, police "
                f"said.{also}"
            ),
            (
                f"Two people are dead in what police are calling a murder-suicide {when} "
                f"{where}.{also}"
            ),
            (
                f"A husband and wife were found dead {when} {where} in an apparent murder-suicide, "
                f"according to police.{also}"
            ),
            (
                f"Police say a man fatally shot his estranged wife and then killed himself {when} "
                f"{where}.{also}"
            ),
        )
    )
    title = lot.choice((f"Police: Murder-suicide in {town}", f"Man kills wife, self in {town}",
                        f"2 dead in apparent murder-suicide in {town}"))  # fmt: skip
    body = lot.choice(
        (
            (
                f"Investigators believe {doer.name}, {doer.age}, shot {wife.name}, {wife.age}, "
                f"and then "
                "himself."
            ),
            f"The two were identified as {wife.name}, {wife.age}, and {doer.name}, {doer.age}.",
            (
                f"{wife.name}, {wife.age}, was found in a bedroom with a gunshot wound to "
                f"the head. "
                f"{doer.name}, {doer.age}, was found dead of a self-inflicted gunshot wound."
            ),
        )
    )
    return title, f"{lead}\n\n{body}"


def _kin(child: Person) -> str:
    return "son" if child.sex == "man" else "daughter"


def _bypolice(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell of a man shot by police, who had hurt an officer or nobody."""
    town, where, when = made.town[0], place(made, lot), made.when
    made.knife = False
    suspect = drawn(lot, 1, 0, ("man",))[0]
    officer = Person("man", 34, "Paul Renner", dead=False)
    struck = lot.random() < 0.5
    made.people = [suspect, officer] if struck else [suspect]
    title = lot.choice((f"Man killed in officer-involved shooting in {town}",
                        f"Police shoot, kill man on {made.street}"))  # fmt: skip
    if struck:
        lead = lot.choice(
            (
                (
                    f"A suspect was killed and a police officer was wounded in an exchange "
                    f"of gunfire "
                    f"{when} {where}, authorities said."
                ),
                (
                    f"A man who shot and wounded a {town} police officer {when} {where} was "
                    f"shot and "
                    "killed by other officers, police said."
                ),
                (
                    f"A {town} police officer is recovering after being shot {when} {where}. The "
                    f"suspect "
                    "was shot and killed."
                ),
            )
        )
        more = lot.choice(
            (
                (
                    f"The officer, {officer.name}, 34, was hit in the {spot(lot)} and was listed "
                    f"in stable "
                    "condition."
                ),
                "The officer, a nine-year veteran, underwent surgery and is expected to recover.",
            )
        )
    else:
        lead = lot.choice(
            (
                f"A man was shot and killed by police {when} {where}, authorities said.",
                (
                    f"{town} police fatally shot a man {when} {where} after he pointed a gun at "
                    f"officers."
                ),
                (
                    f"A {suspect.age}-year-old man is dead after an officer-involved "
                    f"shooting {when} "
                    f"{where}."
                ),
            )
        )
        more = "No officers were injured. Two officers have been placed on administrative leave."
    named = f"The man was identified as {suspect.name}, {suspect.age}."
    return title, f"{lead}\n\n{more}\n\n{named}"


def _childs(made: Making, lot: random.Random) -> tuple[str, str]:
    """Tell of a child who found a gun."""
    town, where, when = made.town[0], place(made, lot), made.when
    made.knife = False
    child = Person(lot.choice(("man", "woman")), lot.randint(2, 9), "Eli Mack", lot.random() < 0.5)
    made.people = [child]
    one = f"a{'n' if child.age == 8 else ''} {child.aged}"
    himself = "himself" if child.sex == "man" else "herself"
    end = "is dead" if child.dead else "is in the hospital"
    lead = lot.choice(
        (
            (
                f"{capital(one)} {end} after accidentally shooting {himself} {when} {where}, "
                f"police said."
            ),
            f"{capital(one)} {end} after being accidentally shot by a sibling {when} {where}.",
            f"Police say {one} found a loaded handgun and shot {himself} {when} {where}. The child "
            + ("died at the hospital." if child.dead else "is in critical condition."),
        )
    )
    title = lot.choice((
        (f"{capital(child.noun)}, {child.age}, {'dies' if child.dead else 'hurt'} in accidental "
        "shooting"), f"Police: {child.age}-year-old {child.noun} accidentally shot in {town}",
    ))  # fmt: skip
    more = lot.choice(
        (
            f"The {child.noun}'s parents were home at the time. No charges have been filed.",
            f"The child's mother told officers the gun belonged to the {child.noun}'s father.",
            f"Neighbors said they saw the {child.noun}'s mother run outside, screaming for help.",
        )
    )
    return title, f"{lead}\n\n{more}"


FRAMES: dict[str, Callable[[Making, random.Random], tuple[str, str]]] = {
    "whole": _whole, "half": _half, "none": _none, "later": _later, "updated": _updated,
    "murdersuicide": _murdersuicide, "bypolice": _bypolice, "childs": _childs,
}  # fmt: skip
