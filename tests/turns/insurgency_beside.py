"""What stands beside the acts of an insurgency: claims, denials, earlier acts, the war's count."""

from __future__ import annotations

import random

from insurgency_making import Act, Group, Making, Teller, naming, said
from wording import capital


def _claimed(made: Making, lot: random.Random) -> str:
    """A group says that the first act was its own."""
    act = made.acts[0]
    group = _blame(act, made, lot)
    if group is None:
        return _hunted(made, lot)
    name, it = made.told_of(group), _it(act, made)
    return lot.choice((
        f"The {name} claimed responsibility for {it}.",
        f"The {name} claimed responsibility for {it} in a telephone call to a radio station.",
        (f"A caller who said he spoke for the {name} told a local radio station that the group had "
        f"carried out {it}."),
        f"An anonymous caller claimed responsibility for {it} on behalf of the {name}.",
        f"In a communique sent to newspapers, the {name} claimed {it}.",
        f"Leaflets left at the scene attributed {it} to the {name}.",
        f"Responsibility for {it} was claimed by the {name}.",
    ))  # fmt: skip


def _blamed(made: Making, lot: random.Random) -> str:
    """An authority blames a group for the first act."""
    act = made.acts[0]
    group = _blame(act, made, lot)
    if group is None:
        return _hunted(made, lot)
    name, it, who = made.told_of(group), _it(act, made), made.speaker
    return lot.choice((
        f"{capital(who)} blamed {it} on the {name}.",
        f"{capital(who)} attributed {it} to the {name}.",
        f"{capital(who)} said the {name} was responsible for {it}.",
        f"{capital(who)} said {it} was the work of the {name}.",
        f"{capital(it)} was attributed by {who} to the {name}.",
        f"{capital(who)} said they believed the {name} had carried out {it}.",
        f"According to {who}, {it} was carried out by the {name}.",
    ))  # fmt: skip


def _denied(made: Making, lot: random.Random) -> str:
    """A group has nothing to do with it; whoever was blamed stays so."""
    act = made.acts[0]
    names = [g for g in made.land.groups if g.known not in (act.expected.get("blamed") or ())]
    if not act.free or not names:
        return _hunted(made, lot)
    act.expected.pop("blamed", None)  # blamed by nobody, or by whom the denial answers
    act.free = False
    name, it = made.told_of(names[0]), _it(act, made)
    return lot.choice((
        f"The {name} denied any involvement in {it}.",
        f"In a communique, the {name} denied that it had carried out {it}.",
        f"The {name} said it had nothing to do with {it} and condemned it.",
    ))  # fmt: skip


def _unclaimed(made: Making, lot: random.Random) -> str:
    it = _it(made.acts[0], made)
    return lot.choice((
        f"No group has claimed responsibility for {it}.",
        f"No one has yet claimed {it}.",
        f"It is not known who was behind {it}.",
        f"Nobody has been arrested for {it}.",
    ))  # fmt: skip


def _hunted(made: Making, lot: random.Random) -> str:
    return lot.choice((
        "Troops were sent to the area to search for those responsible.",
        f"{capital(made.speaker)} gave no further details.",
        "Security has been stepped up in the province.",
        "The governor condemned the violence and called for calm.",
        f"Police have set up roadblocks around {made.acts[0].expected['town']}.",
    ))  # fmt: skip


def _war(made: Making, lot: random.Random) -> str:
    """Count the war's dead: a cumulative figure, of no incident (COUNTING 16)."""
    many, years = lot.randint(3, 70), said(lot.randint(3, 10))
    since = made.today.year - lot.randint(4, 12)
    land = made.land
    return naming(made, lot.choice((
        f"Over {many},000 people have died in {years} years of war.",
        f"The insurgency has claimed {many},000 lives since {since}.",
        f"Some {many},000 people have been killed in the {years}-year conflict.",
        (f"More than {many},000 people, most of them civilians, have been killed in {land.name} "
        f"since {since}."),
        (f"An estimated {many},000 people have died in political violence in the past {years} "
        "years."),
        f"At least {many * 9} people have been killed in political violence so far this year.",
        (f"The @ took up arms in {since} and the fighting has left "
        f"{many},000 dead."),
        f"The war, which began in {since}, has killed {many},000 people.",
        (f"According to a human rights group, {many * 7} trade unionists have been murdered in "
        f"{land.name} since {since}."),
    )))  # fmt: skip


def _month(_made: Making, lot: random.Random) -> str:
    many = lot.randint(11, 60)
    what, who = lot.choice((("mayors", "murdered"), ("policemen", "killed"),
                            ("journalists", "assassinated"), ("judges", "killed")))  # fmt: skip
    return lot.choice((
        f"{many} {what} have been {who} in the region this year.",
        f"So far this year, {many} {what} have been {who} by rebels.",
        f"In the past two years {many} {what} have been {who}.",
        f"He is the {many}th victim of political violence since January.",
        f"{many} {what} were {who} last year, official figures show.",
    ))  # fmt: skip


def _earlier(made: Making, lot: random.Random) -> str:
    """Another act of years ago: history, or kept apart as such."""
    dead, town = lot.randint(3, 40), made.towns[0]
    year = made.today.year - lot.randint(2, 9)
    made.maybe.append({"killed": {(dead, dead), None}})
    return lot.choice((
        f"In {year}, rebels killed {said(dead)} policemen in an attack on {town}.",
        f"A similar attack in {town} in {year} killed {said(dead)} people.",
        f"{capital(said(dead))} {made.land.villagers} were massacred in {town} in {year}.",
        f"The army was accused of killing {said(dead)} {made.land.villagers} in {town} in {year}.",
    ))  # fmt: skip


def _week(made: Making, lot: random.Random) -> str:
    """Another act of last week, with its dead and town."""
    dead, town = lot.randint(2, 15), made.towns.pop()
    made.acts.append(Act("", "attack", {"killed": (dead, dead), "town": town}, free=False))
    ours = lot.choice(("soldiers", "policemen", "villagers", "people"))
    return lot.choice((
        f"Last week, {said(dead)} {ours} were killed in an ambush near {town}.",
        f"The attack came a week after rebels killed {said(dead)} {ours} in {town}.",
        f"Last week gunmen killed {said(dead)} {ours} in a raid on {town}.",
        f"A bomb killed {said(dead)} {ours} in {town} last week.",
    ))  # fmt: skip


def _again(made: Making, lot: random.Random) -> str:
    """The first act is told again in general words."""
    it = _it(made.acts[0], made)
    return lot.choice((
        f"{capital(it)} took place a few kilometers from an army base.",
        f"{capital(it)} was condemned by the bishop.",
        f"Witnesses said those who carried out {it} spoke with a foreign accent.",
        f"The interior minister said {it} would not go unpunished.",
        f"{capital(it)} came on the eve of talks between the government and the rebels.",
    ))  # fmt: skip


def _retold(made: Making, lot: random.Random) -> str:
    """The first act's dead are told of once more, with the same figure."""
    act = made.acts[0]
    dead = act.expected.get("killed")
    if (
        act.noun not in ("massacre", "ambush", "bombing")
        or not isinstance(dead, tuple)
        or not dead[0]
    ):
        return _again(made, lot)
    n, town = said(dead[0]), act.expected["town"]
    return lot.choice((
        f"The {n} victims were buried in {town}.",
        f"A human rights group called the killing of the {n} an act of barbarism.",
        f"The {act.noun} in {town}, in which {n} people died, was the worst this year.",
        f"The president sent condolences to the families of the {n} dead.",
        f"The bodies of the {n} victims were taken to {town}.",
    ))  # fmt: skip


def _rights(made: Making, lot: random.Random) -> str:
    """Another speaker counts more dead in the first act: a range."""
    act = made.acts[0]
    dead = act.expected.get("killed")
    if (
        act.noun not in ("massacre", "ambush", "bombing")
        or not isinstance(dead, tuple)
        or not dead[0]
    ):
        return _again(made, lot)
    low, most = dead[0], dead[0] + lot.randint(1, 6)
    act.expected["killed"] = {(low, most)}
    return lot.choice((
        f"A human rights group put the death toll at {said(most)}.",
        f"The Red Cross said {said(most)} people had been killed in the {act.noun}.",
        f"Residents of {act.expected['town']} said {said(most)} people were killed.",
        f"A radio station said the number of dead was {said(most)}.",
    ))  # fmt: skip


def _threat(made: Making, lot: random.Random) -> str:
    return naming(made, lot.choice((
        "The @ has threatened to kill mayors who do not resign.",
        ("The @ has ordered a transport stoppage and said it would burn vehicles that defy "
        "it."),
        "Rebels have vowed to disrupt the elections with bombings and assassinations.",
        "The @ is fighting for a separate state.",
        "The government has offered a reward for information on bombings.",
    )))  # fmt: skip


def _it(act: Act, made: Making) -> str:
    if len(made.acts) == 1 or "murder of" in act.noun:
        return f"the {act.noun}"
    return f"the {act.noun} in {act.expected['town']}"


def _blame(act: Act, made: Making, lot: random.Random) -> Group | None:
    """Draw a group for an act that nobody else was named for."""
    if "blamed" not in act.expected or (not act.free and not act.expected["blamed"]):
        return None
    known = [g for g in made.land.groups if g.known in act.expected["blamed"]]  # type: ignore[operator]
    group = lot.choice(known or made.land.groups)
    if not isinstance(act.expected["blamed"], frozenset):
        return None
    act.expected["blamed"] = frozenset({group.known})
    act.free = False
    return group


BESIDE: dict[str, Teller] = {
    "claimed": _claimed, "blamed": _blamed, "denied": _denied, "unclaimed": _unclaimed,
    "hunted": _hunted, "war": _war, "month": _month, "earlier": _earlier, "week": _week,
    "again": _again, "retold": _retold, "rights": _rights, "threat": _threat,
}  # fmt: skip
