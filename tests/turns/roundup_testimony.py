"""Passages of rights reports: what witnesses told of killings, village by village, day by day."""

from __future__ import annotations

import random
from dataclasses import dataclass

from expected import Account, Expected
from roundup_making import exact, number
from wording import capital

_LANDS = {
    "Burundi": (("Bubanza", "Cibitoke", "Muyinga", "Ngozi", "Kayanza"), "soldiers"),
    "South Sudan": (("Bentiu", "Leer", "Malakal", "Yei", "Kajo Keji"), "government soldiers"),
    "the Central African Republic": (("Bambari", "Bria", "Bangassou", "Bossangoa", "Kaga Bandoro"),
                                     "armed men"),
    "Mali": (("Mopti", "Djenne", "Douentza", "Bandiagara", "Koro"), "gunmen"),
    "Sudan": (("Nyala", "Kutum", "Kabkabiya", "Zalingei", "Geneina"), "militiamen"),
}  # fmt: skip
_GROUPS = ("Human Rights Watch", "Amnesty International", "the commission", "investigators")
_WITNESSES = ("A farmer", "A 34-year-old woman", "A teacher", "A witness", "Two residents",
              "A village elder", "The imam", "A survivor")  # fmt: skip
_VICTIMS = ("men", "civilians", "villagers", "people", "boys", "farmers")
_MONTHS = (("March", "03"), ("April", "04"), ("June", "06"), ("November", "11"))


@dataclass
class Killing:
    """What happened in one place."""

    town: str
    day: int
    dead: int
    hurt: int
    victims: str


def testimony(lot: random.Random) -> Account:
    """Return passages of a report about last year."""
    land = lot.choice(tuple(_LANDS))
    towns, doers = _LANDS[land]
    month, at = lot.choice(_MONTHS)
    count = lot.randint(2, 4)
    days = sorted(lot.sample(range(2, 28), count))
    told = [
        Killing(t, d, lot.randint(1, 19), lot.choice((0, 0, lot.randint(2, 9))),
                lot.choice(_VICTIMS))
        for t, d in zip(lot.sample(towns, count), days, strict=True)
    ]  # fmt: skip
    turns = []
    if count > 2 and lot.random() < 0.5:  # the second in the first one's village
        told[1].town = told[0].town
        turns.append("same_village")
    british = lot.random() < 0.5
    year = 2023
    parts = [_opening(lot, land, month, year)]
    for n, k in enumerate(told):
        before = told[n - 1] if n else None
        date = f"{k.day} {month}" if british else f"{month} {k.day}"
        date += f"{'' if british else ','} {year}" if n == 0 else ""
        parts.append(_passage(lot, k, date, doers, before))
    if lot.random() < 0.5:
        turns.append("closing")
        parts.append(_closing(lot, land, doers))
    expected: list[Expected] = [
        {"killed": exact(k.dead), "injured": exact(k.hurt), "day": f"{year}-{at}-{k.day:02}",
         "town": k.town}
        for k in told
    ]  # fmt: skip
    return Account("\n\n".join(parts), expected, turns, None, ranked=False)


def _opening(lot: random.Random, land: str, month: str, year: int) -> str:
    return lot.choice((
        f"This report documents killings in {land} in {month} {year}.",
        (f"The abuses described below took place in {land} in {month} {year}. Researchers "
        f"interviewed {lot.randint(40, 90)} witnesses."),
        f"Between {month} and December {year}, security deteriorated in {land}.",
    ))  # fmt: skip


def _who(k: Killing) -> str:
    one = {"men": "a man", "civilians": "a civilian", "villagers": "a villager",
           "people": "one person", "boys": "a boy", "farmers": "a farmer"}  # fmt: skip
    return one[k.victims] if k.dead == 1 else f"{number(k.dead)} {k.victims}"


def _passage(lot: random.Random, k: Killing, date: str, doers: str, before: Killing | None) -> str:
    hurt = f" and wounded {number(k.hurt)} others" if k.hurt else ""
    group = lot.choice(_GROUPS)
    who = lot.choice(_WITNESSES)
    again = before is not None and before.town == k.town
    village = (
        lot.choice(("in the same village", f"in {k.town} again")) if again
        else lot.choice((f"the village of {k.town}", f"the town of {k.town}", k.town))
    )  # fmt: skip
    if again:
        return capital(lot.choice((
            f"on {date}, {village}, {doers} shot dead {_who(k)}{hurt}.",
            f"{who.lower()} said that on {date} {doers} killed {_who(k)}{hurt} {village}.",
            f"{_days(k, before)} later, {village}, {doers} shot and killed {_who(k)}{hurt}.",
        )))  # fmt: skip
    return lot.choice((
        (f"{who} told {group} that on {date} {doers} entered {village} and shot dead "
        f"{_who(k)}{hurt}."),
        f"On {date}, {doers} attacked {village}, killing {_who(k)}"
        + (f" and wounding {number(k.hurt)}" if k.hurt else "") + f", {who.lower()} said.",
        (f"{who} described how {doers} arrived in {village} on {date}. They went from house to "
        f"house and killed {_who(k)}{hurt}."),
        f"According to witnesses, {doers} killed {_who(k)}{hurt} in {village} on {date}.",
        f"On {date}, {doers} executed {_who(k)} in {village}, according to {who.lower()}."
        if not k.hurt else
        f"On {date}, {doers} opened fire on a crowd in {village}. {capital(_who(k))} "
        f"{'was' if k.dead == 1 else 'were'} killed and {number(k.hurt)} wounded.",
    ))  # fmt: skip


def _days(k: Killing, before: Killing | None) -> str:
    apart = k.day - (before.day if before else 0)
    return "one day" if apart == 1 else f"{number(apart)} days"


def _closing(lot: random.Random, land: str, doers: str) -> str:
    return lot.choice((
        (f"In all, the group documented the killing of {lot.randint(90, 300)} people by {doers} "
        f"during {lot.choice(('the year', '2023'))}."),
        f"The government of {land} has denied that {doers} killed civilians.",
        "None of those responsible has been brought to justice.",
        '"They shot at everybody they saw," the witness said.',
    ))  # fmt: skip
