"""War reports put together by lot: one strike first, then what the day's copy says beside it.

What moves the toll (a body found a day later, a wounded man who died, another speaker's count) and
what must not (the other side's claim, the month, the war, the dead of one profession, soldiers).
"""

from __future__ import annotations

import random

import war_posts
from expected import Account
from war_beside import BACKGROUND, OTHERS
from war_making import DAYS, Making, Turn
from war_sides import DEEDS, PLURALS, SIDES, TARGETS, article, opened, pick, said, some
from wording import capital

PUBLISHED = "2024-05-08"  # a Wednesday


def composed(lot: random.Random) -> Account:
    """Return a report, or one time in four a post or a bulletin."""
    if lot.random() < 0.25:
        return war_posts.composed(lot)
    side = lot.choice(SIDES)
    made = Making(
        side=side, town=lot.choice(side.towns), official=lot.choice(side.officials),
        weapon=lot.choice(side.weapons), target=lot.choice(TARGETS), when=lot.choice(sorted(DAYS)),
        dead=lot.choice((2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 22, 28)),
        hurt=lot.choice((10, 12, 15, 16, 18, 24, 27, 33, 41, 60)), open=lot.random() < 0.25,
    )  # fmt: skip
    lead = _lead(made, lot)
    names = [
        *lot.sample(sorted(_MOVES), lot.randint(0, 1)),
        *lot.sample(sorted({**_ITS, **BACKGROUND}), lot.randint(1, 3)),
        *lot.sample(sorted(OTHERS), lot.choice((0, 0, 1, 1, 2))),
        *lot.sample(sorted(BACKGROUND), lot.randint(0, 1)),
    ]
    sentences = []
    for name in dict.fromkeys(names):
        made.turns.append(name)
        sentences.append({**_MOVES, **_ITS, **BACKGROUND, **OTHERS}[name](made, lot))
    text = lead + "\n" + lot.choice((" ", "\n", "\n")).join(sentences)
    return Account(text, made.incidents(), made.turns, made.title, PUBLISHED, made.maybe)


def _lead(made: Making, lot: random.Random) -> str:
    name = lot.choice(sorted(_LEADS))
    made.turns.append(f"lead-{name}")
    made.open = made.open and name != "risen"
    least = "at least " if made.open else ""
    whose = f"{made.side.whose} {made.weapon}"
    if lot.random() < 0.3 and name != "risen":
        made.title = (
            f"{capital(article(whose)[2:].strip())} kills {least}{said(made.dead)} in {made.town}"
        )
    words = {
        "a": article(whose), "A": capital(article(whose)),
        "deed": article(f"{made.side.whose} {DEEDS[made.weapon]}"), "town": made.town,
        "when": made.when, "official": made.official, "target": made.target, "least": least,
        "dead": said(made.dead), "hurt": said(made.hurt), "Hurt": opened(made.hurt),
        "Dead": f"At least {said(made.dead)}" if made.open else opened(made.dead),
        "people": lot.choice(PLURALS), "forces": capital(made.side.forces),
        "region": made.side.region,
        "part": said(lot.randint(1, made.dead - 1)) if made.dead > 2 else "one",
        "dateline": pick(
            lot, "", f"{made.town.upper()}, May 8 (Agency) - ", f"{made.town} (Agency) - "
        ),
    }  # fmt: skip
    words["kids"] = f"{words['part']} {'child' if words['part'] == 'one' else 'children'}"
    return lot.choice(_LEADS[name]).format(**words)


_LEADS = {
    "killed": (
        (
            "{dateline}{A} killed {least}{dead} {people} and wounded {hurt} in {town} {when}, "
            "{official} said."
        ),
        (
            "{dateline}{A} hit {target} in {town} {when}, killing {least}{dead} {people} and "
            "injuring {hurt}, {official} said."
        ),
        (
            "{dateline}{A} that struck {target} in {town} {when} killed {least}{dead} {people}, "
            "including {kids}, and wounded {hurt}, {official} said."
        ),
    ),
    "were": (
        (
            "{Dead} people were killed and {hurt} wounded when {a} hit {target} in {town} "
            "{when}, {official} said."
        ),
        (
            "{Dead} people, including {kids}, were killed and {hurt} others injured in {deed} on "
            "{target} in {town} {when}, according to {official}."
        ),
        (
            "{Dead} {people} have been killed and {hurt} wounded in {deed} on the town of {town} "
            "in {region} {when}, {official} said."
        ),
    ),
    "forces": (
        (
            "{forces} attacked the town of {town} {when}, killing {least}{dead} {people} and "
            "wounding {hurt}, {official} said."
        ),
        (
            "{dateline}{forces} shelled {town} {when}, hitting {target} and killing "
            "{least}{dead} {people}, {official} said. {Hurt} people were wounded."
        ),
        (
            "{forces} bombed {target} in {town} {when}. {Dead} people were killed and {hurt} "
            "were injured, {official} said."
        ),
    ),
    "risen": (
        (
            "The death toll from {deed} on {target} in {town} {when} has risen to {dead}, "
            "{official} said. {Hurt} people were wounded."
        ),
        (
            "{dateline}Rescuers pulled more bodies from the rubble of {target} in {town} hit by "
            "{a} {when}, taking the death toll to {dead}, {official} said on Wednesday. {Hurt} "
            "people were injured."
        ),
        (
            "The number of people killed when {a} hit {target} in {town} {when} has climbed to "
            "{dead}, with {hurt} wounded, {official} said on Wednesday."
        ),
    ),
}  # fmt: skip


def _people(number: int) -> str:
    return "person" if number == 1 else "people"


def _updated(made: Making, lot: random.Random) -> str:
    more = lot.randint(1, 4)
    made.dead, made.open = made.dead + more, False
    total, who = said(made.dead), made.official
    return pick(
        lot,
        (
            f"The death toll rose to {total} after rescuers recovered "
            f"{some(more, 'more body', 'more bodies')} from the rubble on Wednesday, {who} said."
        ),
        f"By Wednesday morning the death toll had climbed to {total}, {who} said.",
        f"{capital(who)} later put the number of dead at {total}.",
        (
            f"{opened(more)} more {_people(more)} died in hospital, bringing the death toll to "
            f"{total}, {who} said on Wednesday."
        ),
        f"The search ended on Wednesday with a final toll of {total} dead, {who} said.",
        f"{capital(made.side.ministry)} later raised the toll to {total}.",
    )


def _grown(made: Making, lot: random.Random) -> str:
    made.dead, made.hurt_kept = made.dead + 1, False
    who = made.official
    return pick(
        lot,
        f"Another man died in hospital on Wednesday, {who} said.",
        "One more person died of her wounds overnight.",
        f"The body of another victim was found under the rubble on Wednesday, {who} said.",
        "Two days later one more person died in hospital.",
    )


def _rivaled(made: Making, lot: random.Random) -> str:
    made.most = made.dead + lot.randint(2, 6)
    most = said(made.most)
    return pick(
        lot,
        f"A rights group put the death toll at {most}.",
        f"A rights group that monitors the conflict gave a death toll of {most}.",
        f"A local hospital put the number of dead at {most}.",
    )


def _hurt_moved(made: Making, lot: random.Random) -> str:
    made.hurt += lot.randint(2, 9)
    return pick(
        lot,
        f"The number of wounded later rose to {made.hurt}, {made.official} said.",
        f"The number of injured has since increased to {made.hurt}.",
        f"By evening the number of those wounded had reached {made.hurt}.",
    )


def _lost(made: Making, lot: random.Random) -> str:
    made.missing = lot.randint(2, 9)
    lost = said(made.missing)
    return pick(
        lot,
        f"{capital(lost)} people were still missing, {made.official} said.",
        f"{capital(lost)} more are missing under the rubble.",
        f"Rescuers were searching for {lost} people who are still unaccounted for.",
    )


def _claimed(made: Making, lot: random.Random) -> str:
    many, place = (
        lot.randint(20, 60),
        pick(lot, "a command centre", "a command post", "an ammunition depot"),
    )
    return pick(
        lot,
        f"{made.side.speaks} said it had struck {place} and killed {many} {made.side.enemy}.",
        f"{made.side.speaks} said the strike hit {place}, killing up to {many} {made.side.enemy}.",
        (
            f"{made.side.speaks} said {place} was hit and more than {many} {made.side.enemy} were "
            "killed."
        ),
        f"{made.side.speaks} said the target was {place} used by {made.side.enemy}.",
    )


def _denied(made: Making, lot: random.Random) -> str:
    return pick(
        lot,
        f"{made.side.speaks} denied targeting civilians.",
        f"There was no immediate comment from {made.side.speaks.replace('The ', 'the ')}.",
        f"{made.side.speaks} says it does not target civilians.",
        f"{made.side.speaks} did not immediately respond to a request for comment.",
    )


def _part(made: Making, lot: random.Random) -> str:
    part = lot.randint(1, made.dead - 1)
    return pick(
        lot,
        f"Among the dead {'was' if part == 1 else 'were'} {some(part, 'child', 'children')}.",
        f"The dead included {some(part, 'paramedic', 'paramedics')}, {made.official} said.",
        (f"{opened(part)} of those killed {'was a teenager' if part == 1 else 'were children'}."),
        f"{opened(part)} of the dead {'was a woman' if part == 1 else 'were women'}, a medic said.",
        f"A local hospital said it had received {some(part, 'body', 'bodies')} from the strike.",
    )


def _wounded_part(made: Making, lot: random.Random) -> str:
    part = lot.randint(2, 6)
    return pick(
        lot,
        f"{opened(part)} of the wounded were in a serious condition.",
        f"{opened(part)} children were among the injured.",
        f"{opened(part)} of the injured remained in hospital on Wednesday, {made.official} said.",
        f"{opened(part)} of the wounded were taken to another hospital.",
    )


def _quote(_made: Making, lot: random.Random) -> str:
    return pick(
        lot,
        '"This is terror against civilians," the foreign minister said.',
        '"We will not forget Srebrenica, where 8,000 men and boys were killed," the minister said.',
        (
            '"I heard a whistle and then the blast. My neighbour was covered in blood," said '
            "Olena, 54."
        ),
        "Video from the scene showed rescuers carrying a body on a stretcher.",
        (
            '"They bombed us while we were sleeping," said Abu Yusuf, whose two sons were among '
            "the dead."
        ),
        "The president condemned what he called a war crime and vowed to respond.",
    )


def _tapped(_made: Making, lot: random.Random) -> str:
    return pick(
        lot,
        "A second strike hit the site as rescuers arrived.",
        "Rescue workers said the building was hit a second time as they were treating the wounded.",
        "Emergency crews came under fire in a repeat strike.",
    )


def _warned(_made: Making, lot: random.Random) -> str:
    many = lot.randint(15, 50)
    return pick(
        lot,
        f"Up to {many} people were feared trapped under the rubble.",
        "The toll could rise, since some of the wounded were in a critical condition.",
        "The number of victims is expected to rise, officials said.",
        f"Some {many * 100} people have fled the area since the weekend.",
    )


def _named(_made: Making, lot: random.Random) -> str:
    return pick(
        lot,
        "One of those killed was identified as Petro Lysan, a 34-year-old teacher.",
        "Maha Derwin, 29, a nurse at the local hospital, was among the dead.",
        "The charity said its driver Samir Oudan was among those killed.",
    )


_MOVES: dict[str, Turn] = {
    "updated": _updated, "grown": _grown, "rivaled": _rivaled,
    "hurt": _hurt_moved, "missing": _lost,
}  # fmt: skip
_ITS: dict[str, Turn] = {  # what is told of the strike itself
    "claimed": _claimed, "denied": _denied, "part": _part, "wounded": _wounded_part,
    "quote": _quote, "tapped": _tapped, "warned": _warned, "named": _named,
}  # fmt: skip
