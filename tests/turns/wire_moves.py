"""Turns that move an account's toll: later deaths, newer totals, corrections, another's count."""

from __future__ import annotations

import random

from wire_making import Making, Turn
from wire_scenes import opened, said
from wording import capital


def _updated(made: Making, lot: random.Random) -> str:
    before, more = made.dead, lot.randint(1, 6)
    made.dead, made.open = made.dead + more, False
    total, old = said(made.dead), said(before)
    whose = f"from {made.it} " if made.astray else ""
    speaker, died = made.speaker, made.several(more, "person", "people")
    told = [
        f"{capital(speaker)} later said the toll {whose}had risen to {total}.",
        f"By evening {speaker} put the number of dead {whose}at {total}.",
        f"The death toll {whose}climbed to {total} on Tuesday, {speaker} said.",
        f"The death toll {whose}rose to {total} from {old} on Tuesday, {speaker} said.",
        f"On Tuesday {speaker} raised the death toll {whose}from {old} to {total}.",
        (f"{capital(speaker)} said on Tuesday that {died} wounded in {made.it} had died, bringing "
         f"the toll to {total}."),
        (f"{capital(died)} died of wounds suffered in {made.it} overnight, raising the death toll "
         f"to {total}, {speaker} said."),
        (f"The health ministry said {died} had succumbed to their injuries, taking the number of "
         f"people killed in {made.it} to {total}."),
    ]  # fmt: skip
    if more == 1:
        told += [
            (f"The health ministry said a wounded woman had died, putting the toll {whose}at "
             f"{total}."),
            f"A wounded child died in hospital, taking the toll {whose}to {total}.",
        ]  # fmt: skip
    text = lot.choice(told)
    if "wound" in text or "succumb" in text:
        made.healed = more
    return text


def _grown(made: Making, lot: random.Random) -> str:
    more = lot.randint(1, 4)
    made.dead, made.healed = made.dead + more, more
    people, have = ("person", "has") if more == 1 else ("people", "have")
    if made.astray:
        return lot.choice((
            f"{opened(more)} more {people} wounded in {made.it} died in hospital on Tuesday.",
            f"{opened(more)} more {people} {have} since died of wounds suffered in {made.it}.",
        ))  # fmt: skip
    return lot.choice((
        f"{opened(more)} more {people} died in hospital.",
        f"{opened(more)} other {people} died on the way to hospital.",
        f"{opened(more)} more {people} died overnight, a doctor said.",
        f"Another {said(more)} died of their wounds overnight, {made.speaker} said.",
        f"{opened(more)} of the wounded died on Tuesday, {made.speaker} said.",
        f"{opened(more)} of the injured later died in hospital.",
    ))  # fmt: skip


def _found(made: Making, lot: random.Random) -> str:
    more = lot.randint(1, 5)
    made.dead, made.open = made.dead + more, False
    whose = f" from {made.it}" if made.astray else ""
    bodies = f"{said(more)} more {'body' if more == 1 else 'bodies'}"
    return lot.choice((
        (f"{capital(bodies)} {'was' if more == 1 else 'were'} recovered on Tuesday, bringing the "
         f"death toll{whose} to {said(made.dead)}."),
        (f"Rescuers pulled {bodies} from the debris on Tuesday, raising the toll{whose} to "
         f"{said(made.dead)}, {made.speaker} said."),
        (f"The toll{whose} rose to {said(made.dead)} after {bodies} "
         f"{'was' if more == 1 else 'were'} found."),
    ))  # fmt: skip


def _earlier(made: Making, lot: random.Random) -> str:
    old = made.dead - lot.randint(1, 2)
    whose, where = (f" {at} {made.it}" if made.astray else "" for at in ("from", "in"))
    return lot.choice((
        f"{capital(made.speaker)} had earlier put the toll{whose} at {said(old)}.",
        f"Officials had previously given a toll{whose} of {said(old)} dead.",
        f"An earlier count{whose} stood at {said(old)} dead.",
        f"Initial reports said {said(old)} people had been killed{where}.",
    ))  # fmt: skip


def _lowered(made: Making, lot: random.Random) -> str:
    fewer = lot.randint(1, max(1, min(4, made.dead - 2)))
    old, made.dead, made.open = made.dead, made.dead - fewer, False
    new = said(made.dead)
    whose = f" from {made.it}" if made.astray else ""
    return lot.choice((
        f"On Tuesday {made.speaker} revised the toll{whose} down to {new} from {said(old)}.",
        (f"{capital(made.speaker)} later lowered the death toll{whose} to {new}, saying some "
         "bodies had been counted twice."),
        (f"The toll{whose} was later revised down to {new}, after {made.speaker} said some "
         "victims had been counted twice."),
    ))  # fmt: skip


def _rivaled(made: Making, lot: random.Random) -> str:
    made.most = made.dead + lot.randint(2, 9)
    tellers = ("Residents", "A rights group", "An opposition lawmaker", "Medics")
    other = lot.choice([t for t in tellers if t.lower() != made.speaker])
    whose = f" from {made.it}" if made.astray else ""
    return lot.choice((
        f"{other} put the number of dead{whose} at {said(made.most)}.",
        f"{other} put the death toll{whose} at {said(made.most)}.",
        f"{other} said {said(made.most)} people had been killed in {made.it}.",
        f"{other} gave a higher toll{whose} of {said(made.most)} dead.",
        (
            f"But {other[:1].lower()}{other[1:]} told the agency that {said(made.most)} people had "
            f"died in {made.it}."
        ),
    ))  # fmt: skip


def _hurt(made: Making, lot: random.Random) -> str:
    made.hurt += lot.randint(3, 20)
    whose = f" from {made.it}" if made.astray else ""
    return lot.choice((
        f"The number of wounded{whose} rose to {made.hurt} on Tuesday, {made.speaker} said.",
        f"{capital(made.speaker)} later put the number of injured{whose} at {made.hurt}.",
    ))  # fmt: skip


def _lost(made: Making, lot: random.Random) -> str:
    made.missing = lot.randint(2, 14)
    lost = said(made.missing)
    behind = f" after {made.it}"
    return lot.choice((
        f"{opened(made.missing)} people were still missing{behind}, {made.speaker} said.",
        f"{opened(made.missing)} others remain unaccounted for{behind}.",
        f"{capital(made.speaker)} said {lost} people were missing{behind}.",
        f"The search was going on for {lost} people reported missing{behind}.",
    ))  # fmt: skip


MOVES: dict[str, Turn] = {
    "updated": _updated, "grown": _grown, "rivaled": _rivaled, "found": _found,
    "earlier": _earlier, "lowered": _lowered, "hurt": _hurt, "lost": _lost,
}  # fmt: skip
