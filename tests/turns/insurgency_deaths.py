"""Acts of an insurgency that kill: murders, bombs, ambushes, raids on towns, massacres, clashes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from insurgency_making import NOBODY, Act, Making, day_of, doers, said, some
from wording import capital

if TYPE_CHECKING:
    from collections.abc import Callable


def _exact(number: int) -> tuple[int, int]:
    return (number, number)


def _murder(made: Making, lot: random.Random) -> Act:
    """Somebody of note is killed, alone."""
    day, when = day_of(made, lot)
    town, name = made.towns.pop(), made.names.pop()
    who, whose = doers(made, lot)
    role = lot.choice(("mayor", "judge", "prosecutor", "police chief", "trade union leader",
                       "journalist", "councilman", "village chief"))  # fmt: skip
    text = lot.choice((
        f"{who} shot dead the mayor of {town}, {name}, {when}",
        f"{name}, mayor of {town}, was shot dead {when} by {who}",
        f"{role} {name} was murdered in {town} {when} by {who}",
        f"{role} {name} was shot and killed by {who} as he left his home in {town} {when}",
        f"{who} burst into the house of {role} {name} in {town} {when} and shot him dead",
        f"a {role} was shot dead by {who} in {town} {when}",
        f"{who} on a motorcycle gunned down {role} {name} in {town} {when}",
    ))  # fmt: skip
    return made.act(f"murder of {name}" if name in text else "murder", text, (day, town), whose,
        *lot.sample((
            f"He was {lot.randint(31, 67)} years old and had {said(lot.randint(2, 5))} children.",
            "He had received death threats.", "He was hit by eight bullets.",
            "The attackers fled in a red pickup truck.",
        ), lot.randint(0, 2)), killed=_exact(1), injured=NOBODY)  # fmt: skip


def _company(made: Making, lot: random.Random) -> Act:
    """Somebody of note is attacked with guards, a driver, a wife, passers-by beside him."""
    day, when = day_of(made, lot)
    town, name = made.towns.pop(), made.names.pop()
    who, whose = doers(made, lot)
    role = lot.choice(("mayor", "judge", "senator", "prosecutor", "colonel", "governor"))
    guards = lot.randint(2, 4)
    text, dead, hurt, more = lot.choice((
        ((f"{role} {name} and {said(guards)} of his bodyguards were shot dead in {town} {when} by "
         f"{who}"), 1 + guards, 0, ()),
        ((f"{role} {name}, his driver and {said(guards)} bodyguards were killed when {who} "
         f"ambushed his car in {town} {when}"), 2 + guards, 0, ()),
        ((f"{who} killed {role} {name} and wounded {said(guards)} of his bodyguards in {town} "
         f"{when}"), 1, guards, ()),
        (f"{role} {name} was killed {when} in {town} by {who}", 1 + guards, 1,
         (f"{capital(said(guards))} bodyguards also died, and a passer-by was wounded.",)),
        (f"{role} {name} was shot dead together with his wife {when} by {who} in {town}", 2, 1,
         ("His chauffeur was seriously wounded.",)),
        (f"{who} shot dead {role} {name} and his driver in {town} {when}", 2, guards,
         (f"{capital(said(guards))} passers-by were wounded in the shooting.",)),
        ((f"a bomb planted by {who} killed {role} {name} and {said(guards)} policemen who were "
         f"guarding him in {town} {when}"), 1 + guards, 5, ("Five passers-by were injured.",)),
        ((f"{role} {name} escaped unhurt {when} in {town} when {who} opened fire on his car, but "
         f"{said(guards)} of his bodyguards were killed"), guards, 0, ()),
        ((f"{role} {name} was slightly wounded and his driver was killed in an attack by {who} in "
         f"{town} {when}"), 1, 1, ()),
    ))  # fmt: skip
    return made.act("attack", text, (day, town), whose, *more, killed=_exact(dead),
                    injured=_exact(hurt) if hurt else NOBODY)  # fmt: skip


def _workers(made: Making, lot: random.Random) -> Act:
    """Guards and workers are hit together."""
    day, when = day_of(made, lot)
    town = made.towns.pop()
    who, whose = doers(made, lot)
    guards, hands = lot.randint(2, 5), lot.randint(2, 8)
    place = lot.choice(("a mine", "a banana plantation", "a construction site", "an oil camp",
                        "a dam under construction"))  # fmt: skip
    text, dead, hurt = lot.choice((
        ((f"{who} killed {said(guards)} guards and {said(hands)} workers at {place} near {town} "
         f"{when}"), guards + hands, 0),
        ((f"{said(hands)} workers and {said(guards)} security guards were killed {when} when {who} "
         f"attacked {place} near {town}"), guards + hands, 0),
        ((f"{said(guards)} guards were killed and {said(hands)} workers wounded in an attack by "
         f"{who} on {place} near {town} {when}"), guards, hands),
        ((f"{who} shot dead {said(guards)} guards at {place} near {town} {when} and kidnapped "
         f"{said(hands)} workers"), guards, 0),
    ))  # fmt: skip
    return made.act("attack", text, (day, town), whose, killed=_exact(dead),
                    injured=_exact(hurt) if hurt else NOBODY)  # fmt: skip


def _bomb(made: Making, lot: random.Random) -> Act:
    day, when = day_of(made, lot)
    town = made.towns.pop()
    who, whose = doers(made, lot)
    dead, hurt, cars = lot.randint(2, 12), lot.randint(11, 60), lot.randint(5, 30)
    houses = lot.randint(12, 60)
    place = lot.choice(("a crowded market", "a bus station", "a shopping center", "a hotel",
                        "the police headquarters", "a movie theater"))  # fmt: skip
    text = lot.choice((
        (f"a car bomb planted by {who} exploded outside {place} in {town} {when}, killing "
         f"{said(dead)} people, injuring {hurt} and damaging {cars} vehicles and {houses} houses"),
        (f"{said(dead)} people were killed and {hurt} injured when a bomb planted by {who} went "
         f"off in {place} in {town} {when}"),
        (f"a bomb attack by {who} on {place} in {town} {when} left {said(dead)} dead, {hurt} "
         f"injured, {cars} cars destroyed and {houses} houses damaged"),
        (f"{who} detonated a car bomb in front of {place} in {town} {when}, killing {said(dead)} "
         f"people and wounding {hurt} others"),
    ))  # fmt: skip
    part = lot.randint(1, dead - 1)
    return made.act("bombing", text, (day, town), whose, *lot.sample((
        f"Among the dead {'was' if part == 1 else 'were'} {some(part, 'child', 'children')}.",
        f"{capital(said(lot.randint(2, 9)))} of the injured are in serious condition.",
        f"The bomb, made of {cars} kilograms of dynamite, was hidden in a car.",
        f"The blast destroyed {said(lot.randint(2, 9))} shops and {lot.randint(11, 30)} vehicles.",
    ), lot.randint(0, 2)), killed=_exact(dead), injured=_exact(hurt))  # fmt: skip


def _ambush(made: Making, lot: random.Random) -> Act:
    day, when = day_of(made, lot)
    town = made.towns.pop()
    who, whose = doers(made, lot)
    dead, hurt = lot.randint(2, 12), lot.randint(2, 12)
    ours = lot.choice(("soldiers", "policemen", "troops", "militiamen", "marines"))
    text = lot.choice((
        (f"{who} ambushed an army convoy near {town} {when}, killing {said(dead)} {ours} and "
        f"wounding {said(hurt)}"),
        (f"{said(dead)} {ours} died and {said(hurt)} were wounded in an ambush by {who} near "
        f"{town} {when}"),
        (f"{said(dead)} {ours} were killed and {said(hurt)} others wounded {when} when their truck "
        f"hit a land mine planted by {who} near {town}"),
        (f"an ambush by {who} on the road to {town} {when} left {said(dead)} {ours} dead and "
        f"{said(hurt)} wounded"),
        (f"{said(dead)} {ours} were killed {when} when {who} attacked their patrol near {town}. "
        f"{capital(said(hurt))} others were wounded"),
    ))  # fmt: skip
    noun = "attack" if "mine" in text else "ambush"
    return made.act(noun, text, (day, town), whose, *lot.sample((
        "Reinforcements were sent to the area.", "The attackers took the dead men's weapons.",
        f"A lieutenant was among the dead, the {made.land.adjective} army said.",
        f"The attackers, about {lot.randint(3, 15) * 10} strong, fled into the hills.",
    ), lot.randint(0, 2)), killed=_exact(dead), injured=_exact(hurt))  # fmt: skip


def _town(made: Making, lot: random.Random) -> Act:
    day, when = day_of(made, lot)
    town = made.towns.pop()
    who, whose = doers(made, lot)
    dead, hurt = lot.randint(2, 9), lot.randint(2, 9)
    text = lot.choice((
        (f"{who} stormed the town of {town} {when}, killing {said(dead)} policemen and wounding "
        f"{said(hurt)} others, and set fire to the town hall"),
        (f"{who} attacked the town of {town} {when}, killed {said(dead)} policemen, wounded "
        f"{said(hurt)} civilians and robbed the Agrarian Bank"),
        (f"{said(dead)} policemen were killed and {said(hurt)} civilians wounded in an attack by "
        f"{who} on the town of {town} {when}"),
    ))  # fmt: skip
    return made.act("attack", text, (day, town), whose, *lot.sample((
        "The police station and 12 houses were destroyed.",
        f"The attackers stole {lot.randint(12, 80)} million from the bank.",
        f"Some {lot.randint(2, 9) * 50} men took part in the assault, which lasted five hours.",
        "They held a rally in the square before leaving the town.",
    ), lot.randint(0, 2)), killed=_exact(dead), injured=_exact(hurt))  # fmt: skip


def _massacre(made: Making, lot: random.Random) -> Act:
    day, when = day_of(made, lot)
    town, people = made.towns.pop(), made.land.villagers
    who, whose = doers(made, lot)
    dead = lot.randint(5, 30)
    part = lot.randint(1, 4)
    text = lot.choice((
        f"{who} massacred {said(dead)} {people} near {town} {when}",
        (f"{said(dead)} {people}, including {some(part, 'child', 'children')}, were murdered "
        f"{when} by {who} near {town}"),
        f"{who} dragged {said(dead)} {people} from their homes in {town} {when} and shot them dead",
        f"{who} raided a village near {town} {when} and hacked {said(dead)} people to death",
        f"{said(dead)} {people} were lined up and executed by {who} near {town} {when}",
    ))  # fmt: skip
    more = [f"{capital(said(part))} of the victims were women."] if part > 1 else []
    more.append(f"Survivors said the killers accused the {people} of helping the army.")
    more.append("The bodies were taken to the local hospital.")
    return made.act("massacre", text, (day, town), whose, *lot.sample(more, lot.randint(0, 2)),
                    killed=_exact(dead), injured=NOBODY)  # fmt: skip


def _clash(made: Making, lot: random.Random) -> Act:
    """Both sides' dead: they are one toll, and kept by side."""
    day, when = day_of(made, lot)
    town = made.towns.pop()
    ours, theirs = lot.randint(2, 8), lot.randint(2, 12)
    name = made.told_of(made.group(lot))
    text, dead = lot.choice((
        ((f"{said(theirs)} guerrillas of the {name} and {said(ours)} soldiers were killed in a "
         f"clash near {town} {when}"), ours + theirs),
        ((f"army troops clashed with {name} rebels near {town} {when}, leaving {said(theirs)} "
         f"rebels and {said(ours)} soldiers dead"), ours + theirs),
        ((f"{said(theirs)} {name} guerrillas were killed {when} in fighting with the army near "
         f"{town}, in which {said(ours)} soldiers also died"), ours + theirs),
        ((f"a clash between soldiers and {name} rebels near {town} {when} killed {said(theirs)} "
         f"rebels, {said(ours)} soldiers and two civilians caught in the crossfire"),
         ours + theirs + 2),
    ))  # fmt: skip
    act = made.act("clash", text, (day, town), None, killed=_exact(dead), injured=NOBODY)
    act.expected.pop("blamed")
    act.free = False
    return act


def _eliminated(made: Making, lot: random.Random) -> Act:
    """The state kills a man of a group: the group has not done it."""
    day, when = day_of(made, lot)
    town, name, group = made.towns.pop(), made.names.pop(), made.group(lot)
    short = made.told_of(group)
    rank = lot.choice(("a senior commander", "a regional leader", "a military chief"))
    text = lot.choice((
        f"army troops killed {name}, {rank} of the {short}, near {town} {when}",
        f"the army eliminated {name}, {rank} of the {short}, near {town} {when}",
        f"{name}, {rank} of the {short}, was shot dead by police in {town} {when}",
        f"security forces {when} shot and killed {rank} of the {short} in {town}",
    ))  # fmt: skip
    act = made.act("operation", text, (day, town), None, killed=_exact(1), injured=NOBODY)
    state = {made.land.name, "army", "army troops", "police", "security forces", "troops"}
    act.expected["blamed"] = {frozenset()} | {
        frozenset({form(name)}) for name in state for form in (str, capital)
    }
    act.free = False
    return act


DEATHS: dict[str, Callable[[Making, random.Random], Act]] = {
    "murder": _murder, "company": _company, "workers": _workers, "bomb": _bomb,
    "ambush": _ambush, "raid": _town, "massacre": _massacre, "clash": _clash,
    "eliminated": _eliminated,
}  # fmt: skip
