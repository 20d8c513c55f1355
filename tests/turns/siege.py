"""Copy of a siege put together by lot: the incident of the day, and the tolls that run beside it.

What moves the toll (more dug out, an update, the other side's count) and what must not: what the
siege, the week, the ministry, the morgue and the graves count, and who was brought out.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from expected import Account
from siege_beside import ITS, OTHERS
from siege_fronts import FRONTS, TARGETS
from siege_making import Making, Turn, article, opened, said, some
from siege_totals import STOCKS, TOTALS
from wording import capital


def composed(lot: random.Random) -> Account:
    """Return a report of a siege."""
    made = _begun(lot)
    lead = _lead(made, lot)
    names = [
        *lot.sample(sorted(_moves(made)), lot.choice((0, 1, 1))),
        *lot.sample(sorted(TOTALS), lot.choice((1, 1, 2))),
        *lot.sample(sorted({**ITS, **STOCKS}), lot.randint(1, 3)),
        *lot.sample(sorted(OTHERS), lot.choice((0, 0, 1))),
    ]
    if lot.random() < 0.3:
        names[1:] = lot.sample(names[1:], len(names) - 1)
    turns = {**_MOVES, **TOTALS, **STOCKS, **ITS, **OTHERS}
    made.turns += names
    sentences = [turns[name](made, lot) for name in names]
    text = lead + lot.choice(("\n", "\n\n")) + lot.choice((" ", "\n", "\n\n")).join(sentences)
    return Account(
        text, made.incidents(), made.turns, made.title, made.published.isoformat(), made.maybe,
        totals=made.totals,
        deniers=frozenset(made.front.parties) if made.deniers else frozenset(),
    )  # fmt: skip


def _moves(made: Making) -> set[str]:
    """Return what may move the toll: bodies dug out are in a toll that has risen already."""
    return {*_MOVES} - ({"more"} if "lead-risen" in made.turns else set())


def _begun(lot: random.Random) -> Making:
    front = lot.choice(FRONTS)
    published = date.fromisoformat(lot.choice(front.published))
    back = lot.choice((0, 1, 1, 2))
    day = published - timedelta(back)
    when = lot.choice((f"on {day:%A}", f"early on {day:%A}", f"on {day:%A} morning"))
    when = when if lot.random() < 0.9 else "overnight"
    return Making(
        front=front, town=lot.choice(front.towns), official=lot.choice(front.officials),
        weapon=lot.choice(front.weapons), target=lot.choice(sorted(TARGETS)),
        published=published, when=when, day=None if when == "overnight" else day,
        dead=lot.choice((2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 19, 22, 28, 33)),
        hurt=lot.choice((10, 13, 15, 16, 18, 24, 27, 36, 42, 60)), open=lot.random() < 0.3,
    )  # fmt: skip


def _lead(made: Making, lot: random.Random) -> str:
    name = lot.choice(sorted(_LEADS))
    made.turns.append(f"lead-{name}")
    made.open = made.open and name in {"killed", "were", "tapped"}
    least = "at least " if made.open else ""
    whose = f"{made.front.whose} {made.weapon}"
    if lot.random() < 0.35 and name != "risen":
        made.title = lot.choice((
            f"{capital(whose)} kills {least}{said(made.dead)} in besieged {made.town}",
            (f"{capital(least)}{said(made.dead) if least else opened(made.dead)} killed in "
            f"strike on {made.town} {made.noun}"),
            f"Siege of {made.town}: {least}{said(made.dead)} killed as {made.noun} hit",
        ))  # fmt: skip
    total = lot.randint(212, 1900)
    if name == "running":
        made.totals.append(("killed", (total, total)))
    words = {
        "a": article(whose), "A": capital(article(whose)), "town": made.town, "when": made.when,
        "official": made.official, "Official": capital(made.official),
        "target": made.target, "least": least,
        "dead": said(made.dead), "hurt": said(made.hurt), "Hurt": opened(made.hurt),
        "Dead": f"At least {said(made.dead)}" if made.open else opened(made.dead),
        "people": lot.choice(("civilians", "people", "residents")),
        "forces": capital(made.front.forces), "whose": made.front.whose,
        "kids": some(lot.randint(1, max(made.dead - 1, 1)), "child", "children"),
        "total": said(total), "began": made.front.began, "monitor": made.front.monitor,
        "noun": made.noun, "today": made.today, "weeks": lot.choice(("third", "fifth", "tenth")),
        "dateline": lot.choice((
            "", "", f"{made.town.upper()} (Agency) - ",
            f"BEIRUT, {made.published:%B %-d} (Agency) - ",
        )),
        "more": some(min(2, made.dead - 1), "more body", "more bodies"),
    }  # fmt: skip
    return lot.choice(_LEADS[name]).format(**words)


_LEADS = {
    "killed": (
        ("{dateline}{A} killed {least}{dead} {people} and wounded {hurt} {when} in the "
        "besieged city of {town}, {official} said."),
        ("{dateline}{A} hit {target} in {town} {when}, killing {least}{dead} {people} and "
        "injuring {hurt}, {official} said, as the siege of the city entered its {weeks} week."),
        ("{dateline}{A} on {target} in {town} {when} killed {least}{dead} {people}, including "
        "{kids}, and wounded {hurt}, {official} said."),
        ("{dateline}{forces} struck {target} in besieged {town} {when}, killing {least}{dead} "
        "{people} and wounding {hurt} others, according to {official}."),
    ),
    "were": (
        ("{Dead} people were killed and {hurt} wounded {when} when {a} hit {target} in "
        "{town}, {official} said."),
        ("{dateline}{Dead} people, including {kids}, were killed and {hurt} others injured in "
        "{a} attack on {target} in the besieged city of {town} {when}, according to {official}."),
        ("{dateline}{Dead} people have been killed and {hurt} wounded in shelling by {whose} "
        "forces that hit {target} in {town} {when}, {official} said."),
    ),
    "tapped": (
        ("{dateline}Two {whose} strikes minutes apart hit {target} in {town} {when}, killing "
        "{least}{dead} people, among them rescuers who had rushed to the scene, {official} "
        "said. {Hurt} people were wounded."),
        ("{dateline}{forces} struck {target} in {town} {when} and hit it again as rescuers "
        "arrived, killing {least}{dead} people and wounding {hurt}, {official} said."),
    ),
    "risen": (
        ("{dateline}The death toll from {a} attack on {target} in {town} {when} has risen to "
        "{dead}, {official} said on {today}. {Hurt} people were wounded."),
        ("{dateline}Rescuers pulled {more} from the rubble of {target} in {town} hit by {a} "
        "{when}, taking the death toll to {dead}, {official} said. {Hurt} people were injured."),
        ("The number of people killed when {a} hit {target} in {town} {when} has climbed to "
        "{dead}, with {hurt} wounded, {official} said on {today}."),
    ),
    "running": (
        ("{dateline}{A} killed {dead} people at {target} in {town} {when}, bringing to "
        "{total} the number killed in the city since {began}, {official} said. {Hurt} people "
        "were wounded."),
        ("{dateline}{A} hit {target} in {town} {when}, killing {dead} people, wounding {hurt} "
        "and raising the death toll since {began} to {total}, {official} said."),
        ("{dateline}{Dead} people were killed and {hurt} wounded when {a} hit {target} in "
        "{town} {when}, {official} said, taking to {total} the number of civilians killed "
        "since {began}."),
        ("{dateline}{forces} shelled {town} {when}, killing {dead} people and wounding "
        "{hurt}, {official} said. {Official} said {total} people had been killed in the city "
        "since {began}."),
    ),
}  # fmt: skip


def _updated(made: Making, lot: random.Random) -> str:
    more, made.hurt_kept = lot.randint(1, 4), False  # one who died may have been among them
    made.dead, made.open = made.dead + more, False
    total, who = said(made.dead), made.official.rstrip(",")
    return lot.choice((
        (f"The death toll rose to {total} after rescuers recovered "
        f"{some(more, 'more body', 'more bodies')} from the rubble of the {made.noun}, "
        f"{who} said."),
        f"By {made.today} evening the toll from the strike had climbed to {total}, {who} said.",
        (f"Rescuers later dug out {some(more, 'more body', 'more bodies')}, raising the toll "
        f"of the strike to {total}."),
        (f"{opened(more)} more {'person' if more == 1 else 'people'} died in hospital, "
        f"bringing the death toll from the attack to {total}, {who} said."),
    ))  # fmt: skip


def _more(made: Making, lot: random.Random) -> str:
    more = lot.randint(1, 3)
    made.dead += more
    bodies = some(more, "more body", "more bodies")
    night = "later" if made.day == made.published else "overnight"
    return lot.choice((
        (f"Rescuers dug {bodies} out of the rubble of the {made.noun} on {made.today}, "
        f"{made.official.rstrip(',')} said."),
        f"{capital(bodies)} {'was' if more == 1 else 'were'} later pulled from the rubble.",
        (f"Another {'body was' if more == 1 else said(more) + ' bodies were'} recovered from "
        f"the ruins {night}."),
    ))  # fmt: skip


def _rivaled(made: Making, lot: random.Random) -> str:
    made.most = made.dead + lot.randint(2, 6)
    most = said(made.most)
    return lot.choice((
        f"A second hospital put the number of dead at {most}.",
        f"{capital(made.front.monitor)} put the death toll from the strike at {most}.",
        (f"A rights group that monitors the war gave a death toll of {most} for the attack on "
        f"the {made.noun}."),
        f"Local activists said {most} people had been killed in the attack.",
    ))  # fmt: skip


def _hurt_moved(made: Making, lot: random.Random) -> str:
    made.hurt += lot.randint(2, 9)
    return lot.choice((
        (f"The number of wounded in the strike later rose to {made.hurt}, "
        f"{made.official.rstrip(',')} said."),
        f"The number of injured has since increased to {made.hurt}.",
    ))  # fmt: skip


def _lost(made: Making, lot: random.Random) -> str:
    made.missing = lot.randint(2, 9)
    lost = said(made.missing)
    return lot.choice((
        f"{capital(lost)} people were still missing, {made.official.rstrip(',')} said.",
        f"{capital(lost)} more are missing under the rubble of the {made.noun}.",
        f"Rescuers were searching for {lost} people who are still unaccounted for.",
    ))  # fmt: skip


_MOVES: dict[str, Turn] = {
    "updated": _updated, "more": _more, "rivaled": _rivaled, "hurt": _hurt_moved,
    "missing": _lost,
}  # fmt: skip
