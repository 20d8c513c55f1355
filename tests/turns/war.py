"""War reports put together by lot: one strike first, then what the day's copy says beside it.

What moves the toll (a body found a day later, a wounded man who died, another speaker's count) and
what must not (the other side's claim, the month, the war, the dead of one profession, soldiers).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import war_posts
from expected import Account, Expected
from war_sides import DEEDS, PLURALS, SIDES, TARGETS, Side, article, capital, opened, pick, said, some

PUBLISHED = "2024-05-08"  # a Wednesday
_DAYS = {
    "on Monday": "2024-05-06", "on Tuesday": "2024-05-07", "early on Tuesday": "2024-05-07",
    "late on Monday": "2024-05-06", "on Monday evening": "2024-05-06", "on Tuesday morning": "2024-05-07",
}  # fmt: skip


@dataclass
class Making:
    """A report in the making."""

    side: Side
    town: str
    official: str
    weapon: str
    target: str
    when: str
    dead: int
    hurt: int
    open: bool = False  # "at least"
    hurt_kept: bool = True  # one of the wounded may have died: their number is not asked
    most: int | None = None  # what another speaker counts
    missing: int | None = None
    blamed: bool = True  # the record must blame the side, and nobody else
    beside: list[Expected] = field(default_factory=list)
    maybe: list[Expected] = field(default_factory=list)  # may be told as of now or as of before
    turns: list[str] = field(default_factory=list)
    title: str | None = None

    def incidents(self) -> list[Expected]:
        """Return what must be read, the strike first."""
        main: Expected = {
            "killed": (self.dead, None if self.open else self.most or self.dead),
            "missing": None if self.missing is None else (self.missing, self.missing),
            "day": _DAYS[self.when],
            "town": self.town,
        }
        if self.hurt_kept:
            main["injured"] = (self.hurt, self.hurt)
        if self.blamed:
            main["blamed"] = frozenset({self.side.party})
        return [main, *self.beside]

    def another(self, lot: random.Random) -> str:
        """Return another town of the same land."""
        return lot.choice([t for t in self.side.towns if t != self.town])


Turn = Callable[[Making, random.Random], str]


def composed(lot: random.Random) -> Account:
    """Return a report, or one time in four a post or a bulletin."""
    if lot.random() < 0.25:
        return war_posts.composed(lot)
    side = lot.choice(SIDES)
    made = Making(
        side=side, town=lot.choice(side.towns), official=lot.choice(side.officials),
        weapon=lot.choice(side.weapons), target=lot.choice(TARGETS), when=lot.choice(sorted(_DAYS)),
        dead=lot.choice((2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 22, 28)),
        hurt=lot.choice((10, 12, 15, 16, 18, 24, 27, 33, 41, 60)), open=lot.random() < 0.25,
    )  # fmt: skip
    lead = _lead(made, lot)
    names = [
        *lot.sample(sorted(_MOVES), lot.randint(0, 1)),
        *lot.sample(sorted({**_ITS, **_BACKGROUND}), lot.randint(1, 3)),
        *lot.sample(sorted(_OTHERS), lot.choice((0, 0, 1, 1, 2))),
        *lot.sample(sorted(_BACKGROUND), lot.randint(0, 1)),
    ]
    sentences = []
    for name in dict.fromkeys(names):
        made.turns.append(name)
        sentences.append({**_MOVES, **_ITS, **_BACKGROUND, **_OTHERS}[name](made, lot))
    text = lead + "\n" + lot.choice((" ", "\n", "\n")).join(sentences)
    return Account(text, made.incidents(), made.turns, made.title, PUBLISHED, made.maybe)


def _lead(made: Making, lot: random.Random) -> str:
    least = "at least " if made.open else ""
    name = lot.choice(sorted(_LEADS))
    made.turns.append(f"lead-{name}")
    whose = f"{made.side.whose} {made.weapon}"
    if lot.random() < 0.3 and name != "risen":
        made.title = f"{capital(article(whose)[2:].strip())} kills {least}{said(made.dead)} in {made.town}"
    words = {
        "a": article(whose), "A": capital(article(whose)),
        "deed": article(f"{made.side.whose} {DEEDS[made.weapon]}"), "town": made.town,
        "when": made.when, "official": made.official, "target": made.target, "least": least,
        "dead": said(made.dead), "hurt": said(made.hurt), "Hurt": opened(made.hurt),
        "Dead": f"At least {said(made.dead)}" if made.open else opened(made.dead),
        "people": lot.choice(PLURALS), "forces": capital(made.side.forces), "region": made.side.region,
        "part": said(lot.randint(1, made.dead - 1)) if made.dead > 2 else "one",
        "dateline": pick(lot, "", f"{made.town.upper()}, May 8 (Agency) - ", f"{made.town} (Agency) - "),
    }  # fmt: skip
    words["kids"] = f"{words['part']} {'child' if words['part'] == 'one' else 'children'}"
    return lot.choice(_LEADS[name]).format(**words)


_LEADS = {
    "killed": (
        "{dateline}{A} killed {least}{dead} {people} and wounded {hurt} in {town} {when}, {official} said.",
        "{dateline}{A} hit {target} in {town} {when}, killing {least}{dead} {people} and injuring {hurt}, {official} said.",
        "{dateline}{A} that struck {target} in {town} {when} killed {least}{dead} {people}, including {kids}, and wounded {hurt}, {official} said.",
    ),
    "were": (
        "{Dead} people were killed and {hurt} wounded when {a} hit {target} in {town} {when}, {official} said.",
        "{Dead} people, including {kids}, were killed and {hurt} others injured in {deed} on {target} in {town} {when}, according to {official}.",
        "{Dead} {people} have been killed and {hurt} wounded in {deed} on the town of {town} in {region} {when}, {official} said.",
    ),
    "forces": (
        "{forces} attacked the town of {town} {when}, killing {least}{dead} {people} and wounding {hurt}, {official} said.",
        "{dateline}{forces} shelled {town} {when}, hitting {target} and killing {least}{dead} {people}, {official} said. {Hurt} people were wounded.",
        "{forces} bombed {target} in {town} {when}. {Dead} people were killed and {hurt} were injured, {official} said.",
    ),
    "risen": (
        "The death toll from {deed} on {target} in {town} {when} has risen to {dead}, {official} said. {Hurt} people were wounded.",
        "{dateline}Rescuers pulled more bodies from the rubble of {target} in {town} hit by {a} {when}, taking the death toll to {dead}, {official} said on Wednesday. {Hurt} people were injured.",
        "The number of people killed when {a} hit {target} in {town} {when} has climbed to {dead}, with {hurt} wounded, {official} said on Wednesday.",
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
        f"The death toll rose to {total} after rescuers recovered {some(more, 'more body', 'more bodies')} from the rubble on Wednesday, {who} said.",
        f"By Wednesday morning the death toll had climbed to {total}, {who} said.",
        f"{capital(who)} later put the number of dead at {total}.",
        f"{opened(more)} more {_people(more)} died in hospital, bringing the death toll to {total}, {who} said on Wednesday.",
        f"The search ended on Wednesday with a final toll of {total} dead, {who} said.",
        f"{capital(made.side.ministry)} later raised the toll to {total}.",
    )


def _grown(made: Making, lot: random.Random) -> str:
    made.dead, made.hurt_kept = made.dead + 1, False
    who = made.official
    return pick(
        lot,
        f"A man wounded in the attack died in hospital on Wednesday, {who} said.",
        "One more person died of her wounds overnight.",
        f"The body of another victim was found under the rubble on Wednesday, {who} said.",
        f"A {lot.randint(14, 70)}-year-old woman who was wounded in the strike later died in hospital.",
    )


def _rivaled(made: Making, lot: random.Random) -> str:
    made.most = made.dead + lot.randint(2, 6)
    most = said(made.most)
    return pick(
        lot,
        f"{capital(made.side.ministry)} put the death toll at {most}.",
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
    many, place = lot.randint(20, 60), pick(lot, "a command centre", "a command post", "an ammunition depot")
    return pick(
        lot,
        f"{made.side.speaks} said it had struck {place} and killed {many} {made.side.enemy}.",
        f"{made.side.speaks} said the strike hit {place}, killing up to {many} {made.side.enemy}.",
        f"{made.side.speaks} said {place} was hit and more than {many} {made.side.enemy} were killed.",
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
        f"{capital(some(part, 'of those killed was a teenager', 'of those killed were children'))}.",
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


def _total(made: Making, lot: random.Random) -> str:
    dead, since = lot.randint(900, 38000), made.side.since
    return pick(
        lot,
        f"At least {said(dead)} people have been killed and {said(dead * 2)} wounded {since}, according to {made.side.ministry}.",
        f"More than {said(dead)} civilians have been killed in {made.side.region} {since}.",
        f"The war has killed more than {said(dead)} people and displaced millions.",
        f"The strike brought the number of people killed {since} to {said(dead)}, {made.side.ministry} said.",
        f"{capital(made.side.ministry)} says {said(dead)} people, most of them civilians, have died {since}.",
        f"The United Nations has verified the deaths of {said(dead)} civilians {since}.",
    )


def _month(_made: Making, lot: random.Random) -> str:
    dead, month = lot.randint(90, 400), lot.choice(("April", "March"))
    return pick(
        lot,
        f"At least {dead} civilians were killed and {dead * 3} injured in {month} alone, UN human rights monitors said.",
        f"In {month}, {dead} civilians were killed and {dead * 3} were wounded, according to the United Nations.",
        f"{month} was the deadliest month this year, with {dead} civilians killed and {dead * 2} injured, the UN said.",
        f"The UN recorded {dead} civilian deaths in {month}.",
        f"Some {dead} people have been killed in the past two weeks, aid groups say.",
    )


def _guild(made: Making, lot: random.Random) -> str:
    dead, people = lot.randint(40, 260), lot.choice(("aid workers", "journalists", "health workers"))
    return pick(
        lot,
        f"At least {dead} {people} have been killed {made.side.since}, according to the UN.",
        f"The Committee to Protect Journalists says {dead} journalists have been killed {made.side.since}.",
        f"The UN says {dead} {people} have been killed in the war.",
        f"More than {dead} {people} have lost their lives {made.side.since}.",
    )


def _soldiers(made: Making, lot: random.Random) -> str:
    dead = lot.randint(9, 70) * 1000
    return pick(
        lot,
        f"The president said in February that {said(dead)} soldiers had been killed {made.side.since}.",
        f"Neither side discloses its losses, but western officials estimate that more than {said(dead)} soldiers have died in the war.",
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


def _quote(_made: Making, lot: random.Random) -> str:
    return pick(
        lot,
        '"This is terror against civilians," the foreign minister said.',
        '"We will not forget Srebrenica, where 8,000 men and boys were killed," the minister said.',
        '"I heard a whistle and then the blast. My neighbour was covered in blood," said Olena, 54.',
        "Video from the scene showed rescuers carrying a body on a stretcher.",
        '"They bombed us while we were sleeping," said Abu Yusuf, whose two sons were among the dead.',
        "The president condemned what he called a war crime and vowed to respond.",
    )


def _before(_made: Making, lot: random.Random) -> str:
    dead = lot.randint(15, 60)
    return pick(
        lot,
        f"In April 2022, a missile strike on the railway station killed {dead} people.",
        f"In January, {dead} people were killed when shells hit a market in the region.",
        f"The attack was one of the deadliest since a strike on a theatre killed {dead} people in 2022.",
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
        f"Last Thursday {article(made.side.whose)} {made.weapon} killed {said(dead)} people in {town}.",
    )


def _elsewhere(made: Making, lot: random.Random) -> str:
    dead, town, where = lot.randint(2, 9), made.another(lot), made.side.region
    made.beside.append({"killed": (dead, dead), "town": town})
    who, whose = lot.choice(("police", "local officials", "prosecutors", "medics")), made.side.whose
    return pick(
        lot,
        f"Elsewhere in {where}, {said(dead)} people were killed in shelling of {town}, {who} said.",
        f"In {town}, {said(dead)} people were killed and {said(dead + 2)} wounded in {whose} shelling, {who} said.",
        f"In a separate attack on {town}, {said(dead)} people were killed, {who} said.",
        f"Separately, {article(whose)} drone killed {said(dead)} people in {town}, {who} said.",
        f"{capital(article(whose))} drone attack on a car in {town} killed {said(dead)} people, {who} said.",
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
    side = lot.choice([s for s in SIDES if s.whose != made.side.whose and s.region != made.side.region])
    dead, town = lot.randint(2, 7), lot.choice([t for t in side.towns if t not in made.side.towns])
    made.beside.append({"killed": (dead, dead), "town": town, "blamed": frozenset({side.party})})
    return pick(
        lot,
        f"In {side.region}, {article(side.whose)} drone killed {said(dead)} people in {town}, local officials said.",
        f"{capital(article(side.whose))} {side.weapons[0]} killed {said(dead)} people in {town} on Sunday, officials there said.",
        f"{capital(said(dead))} people were killed in {town} on Sunday by {article(side.whose)} {side.weapons[0]}, officials there said.",
    )


def _fought(made: Making, lot: random.Random) -> str:
    dead, town = lot.randint(2, 6), made.another(lot)
    made.beside.append({"killed": (dead, dead)})
    return pick(
        lot,
        f"{opened(dead)} soldiers were killed in an ambush near {town} on Sunday, the army said.",
        f"The army said {said(dead)} soldiers were killed in fighting near {town} on Sunday.",
    )


def _tapped(_made: Making, lot: random.Random) -> str:
    return pick(
        lot,
        "A second strike hit the site as rescuers arrived.",
        "Rescue workers said the building was hit a second time as they were treating the wounded.",
        "Emergency crews came under fire in a repeat strike.",
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
    "updated": _updated, "grown": _grown, "rivaled": _rivaled, "hurt": _hurt_moved, "missing": _lost,
}  # fmt: skip
_ITS: dict[str, Turn] = {  # what is told of the strike itself
    "claimed": _claimed, "denied": _denied, "part": _part, "wounded": _wounded_part,
    "quote": _quote, "tapped": _tapped, "warned": _warned, "named": _named,
}  # fmt: skip
_OTHERS: dict[str, Turn] = {
    "week": _week, "elsewhere": _elsewhere, "one": _one, "hurt-there": _hurt_elsewhere,
    "countered": _countered, "fought": _fought, "spared": _spared,
}  # fmt: skip
_BACKGROUND: dict[str, Turn] = {
    "total": _total, "month": _month, "guild": _guild, "soldiers": _soldiers, "drones": _drones,
    "exchange": _exchange, "before": _before,
}  # fmt: skip
