"""How reports of several kinds open: what one sentence or two tell of the incident."""

from __future__ import annotations

from collections.abc import Callable

from report_making import Making, parted, said
from wording import capital

Lead = Callable[[Making], str]


def _assessment(made: Making) -> str:
    """Civilian harm with a range: fewest and most."""
    made.high = made.low + made.lot.randint(2, 9)
    made.act, made.victims, made.teller = "strike", "civilians", "local sources"
    made.main["injured"] = (made.hurt, made.hurt)
    return made.pick(
        "Between {low} and {high} civilians were reportedly killed and {hurt} others injured when "
        "an alleged air strike hit a house in {town} on {day}, according to local sources.",
        "Local sources reported that between {low} and {high} civilians were killed and {hurt} "
        "others wounded by an air strike on a market in {town} on {day}.",
        "An air strike on a residential building in {town}, {land}, on {day} reportedly killed "
        "{low} to {high} civilians and injured {hurt} more.",
        "On {day}, at least {low} and as many as {high} civilians were killed and {hurt} others "
        "were injured in air strikes on a farm in {town}, local media reported.",
        "{Low} to {high} civilians, including women and children, were said to have been killed "
        "and {hurt} others wounded in artillery shelling of {town} on {day}.",
    )


def _release(made: Making) -> str:
    made.victims, made.main["injured"] = "civilians", (made.hurt, made.hurt)
    made.main["blamed"] = frozenset({made.land.blamed})
    made.title = made.lot.choice((None, made.pick("{land}: Unlawful attack on {town} market")))
    capital_city = made.lot.choice(("Beirut", "Geneva", "Nairobi", "London"))
    date = made.lot.choice(("", f"({capital_city}) – "))
    return date + capital(made.pick(
        "{party} killed {low} civilians and injured {hurt} others in an attack on a market in "
        "{town} on {day}, {teller} said today.",
        "An apparently unlawful attack by {party} on {town}, {land}, on {day} killed {low} "
        "civilians and wounded {hurt}, {teller} said today.",
        "The attack by {party} on a crowded bus station in {town} on {day} that killed {low} "
        "civilians and injured {hurt} should be investigated as a war crime, {teller} said today.",
        "{party} indiscriminately shelled a residential area of {town} on {day}, killing {low} "
        "civilians, including several children, and injuring {hurt} others, {teller} said.",
        "{party} should be held to account for an attack on {town} on {day}, in which {low} "
        "civilians were killed and {hurt} injured, {teller} said in a report published today.",
    ))  # fmt: skip


def _massacre(made: Making) -> str:
    made.act, made.victims = "massacre", "villagers"
    made.main["blamed"] = frozenset({made.land.blamed})
    return capital(made.pick(
        "{party} massacred {low} villagers, most of them women and children, in {town} on {day}, "
        "burning homes and looting livestock.",
        "On {day}, {party} entered {town}, went from house to house and executed {low} men and "
        "boys, survivors told {teller}.",
        "{party} summarily executed {low} civilians in {town}, {land}, on {day}, "
        "{teller} said today.",
        "On {day}, {party} on motorcycles attacked {town} and shot or hacked to death {low} "
        "residents, according to witnesses interviewed by {teller}.",
        "At dawn on {day}, {party} rounded up men in {town}, accused them of collaborating with "
        "the enemy and shot {low} of them dead.",
    ))  # fmt: skip


def _crackdown(made: Making) -> str:
    made.act, made.victims = "protest", "protesters"
    made.main["injured"] = (made.hurt, made.hurt)
    return made.pick(
        "Security forces shot dead {low} protesters and wounded {hurt} in {town} on {day}, "
        "{teller} said.",
        "{Hurt} people were injured and {low} killed when police fired live ammunition "
        "at a peaceful protest in {town} on {day}.",
        "{Low} demonstrators were killed and {hurt} injured in {town} on {day} as police opened "
        "fire to disperse a march against rising prices, {teller} has confirmed.",
        "The use of lethal force by {people} police against demonstrators in {town} on {day} left "
        "{low} people dead and {hurt} wounded, {teller} said today.",
    )


def _court(made: Making) -> str:
    made.act, made.victims = "attack", "villagers"
    made.day = made.day.replace(year=made.lot.choice((2019, 2021, 2022)))
    made.main["day"] = str(made.day)
    day = f"{made.day.day} {made.day:%B} {made.day.year}"
    someone = made.lot.choice(("a former militia leader", "two former soldiers", "an ex-colonel"))
    return made.pick(
        f"A court in {{land}} has sentenced {someone} to life in prison for the murder of {{low}} "
        f"civilians in {{town}} on {day}.",
        f"Judges today convicted {someone} of war crimes over the killing of {{low}} villagers in "
        f"{{town}} on {day}.",
        f"The trial of {someone} over the massacre of {{low}} people in {{town}} on {day} opened "
        "this week.",
        f"Prosecutors have charged {someone} with the murder of {{low}} people who were shot dead "
        f"in {{town}}, {{land}}, on {day}.",
    )


def _care(made: Making) -> str:
    """Attacks on those who help and who report."""
    made.low = made.high = made.lot.randint(2, 6)
    made.hurt = made.lot.randint(2, 9)
    made.main["injured"] = (made.hurt, made.hurt)
    who, what = made.lot.choice((
        ("aid workers", "convoy"), ("medics", "ambulance"), ("journalists", "car"),
        ("paramedics", "ambulance"), ("humanitarian workers", "clearly marked vehicle"),
        ("health workers", "clinic"), ("reporters", "vehicle"),
    ))  # fmt: skip
    made.victims = who
    return made.pick(
        f"{{Low}} {who} were killed and {{hurt}} injured when their {what} was hit in {{town}}, "
        "{land}, on {day}.",
        f"A drone strike on a {what} killed {{low}} {who} and injured {{hurt}} others in {{town}} "
        "on {day}, {teller} said.",
        f"{{Teller}} condemns the killing of {{low}} {who} in {{town}} on {{day}}. {{Hurt}} others "
        "were injured in the attack.",
        f"On {{day}}, {{low}} {who} died and {{hurt}} were wounded after gunmen ambushed their "
        f"{what} outside {{town}}.",
    )


def _mine(made: Making) -> str:
    made.act, made.victims = "explosion", "people"
    made.low = made.high = made.lot.randint(2, 9)
    made.hurt = made.lot.randint(2, 9)
    made.main["injured"] = (made.hurt, made.hurt)
    what = made.lot.choice((
        "a landmine", "an anti-vehicle mine", "an explosive remnant of war", "a cluster munition",
        "an improvised explosive device",
    ))  # fmt: skip
    return capital(made.pick(
        f"{{low}} people were killed and {{hurt}} injured when their minibus struck {what} near "
        "{town} on {day}.",
        f"{what} killed {{low}} farmers and injured {{hurt}} others in {{town}} on {{day}}, "
        "{teller} said.",
        f"{{low}} children were killed and {{hurt}} others maimed on {{day}} in {{town}}, {{land}}"
        f", when {what} they were playing with exploded.",
        f"on {{day}}, {what} detonated under a cart on a road in {{town}}, killing {{low}} "
        "civilians and injuring {hurt} more.",
    ))  # fmt: skip


def _update(made: Making) -> str:
    """The UN's figures of a month, and its gravest incident with a sum of men, women, children."""
    made.victims, made.teller = "civilians", "OHCHR"
    made.low = made.high = made.lot.choice((9, 12, 14, 17, 22))
    made.main["injured"] = (made.hurt, made.hurt)
    dead, hurt = made.lot.randint(90, 300), made.lot.randint(400, 900)
    month = f"{made.day:%B}"
    period = made.pick(
        f"From 1 to 30 {month} 2024, OHCHR recorded {dead + hurt:,} civilian casualties in "
        f"{{land}}: {dead} killed and {hurt} injured.",
        f"In {month} 2024, the Office documented at least {dead} civilians killed and {hurt} "
        "injured in {land}.",
        f"During the reporting period, {dead} civilians were killed and {hurt} injured across "
        "the country, an increase of 14 per cent on the previous month.",
    )
    men, women, girls, boys = parted(made.lot, made.low, 4)
    people = ", ".join((_of(men, "man", "men"), _of(women, "woman", "women"),
                        _of(girls, "girl", "girls")))  # fmt: skip
    return f"{period} " + made.pick(
        "In the deadliest incident, on {day}, a missile hit a shop in {town}, killing {low} "
        f"civilians ({people} and {_of(boys, 'boy', 'boys')}) and injuring {{hurt}}.",
        f"On {{day}}, shelling in {{town}} killed {{low}} civilians – {people} and "
        f"{_of(boys, 'boy', 'boys')} – and injured {{hurt}} others.",
        "The deadliest attack, on {town} on {day}, killed {low} civilians, among them "
        f"{_of(women, 'woman', 'women')} and {_of(girls, 'girl', 'girls')}, and injured {{hurt}}.",
        f"{capital(people)} and {_of(boys, 'boy', 'boys')} were killed and {{hurt}} civilians "
        "injured in {town} on {day} when a missile hit a queue outside a shop.",
    )


def _of(number: int, one: str, more: str) -> str:
    return f"{said(number)} {one if number == 1 else more}"


LEADS: dict[str, Lead] = {
    "assessment": _assessment, "release": _release, "massacre": _massacre, "court": _court,
    "crackdown": _crackdown, "care": _care, "mine": _mine, "update": _update,
}  # fmt: skip
