"""The acts that a bulletin tells of, each in several phrasings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_making import Act, Making, blamed, day_of, doers, said

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


def _murder(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, name, whose = made.towns.pop(), made.names.pop(), blamed(made, lot)
    role = lot.choice(("mayor", "police chief", "deputy mayor"))
    post = lot.choice(("a judge", "a trade union leader", "a journalist", "a priest", "a teacher"))
    doer = doers(made, lot) if whose else "unidentified gunmen"
    text = lot.choice((
        f"{doer} shot dead {role} {name} of {town} {told}",
        f"the {role} of {town}, {name}, was shot dead {told} by {doer} as he left his home",
        f"{name}, {post}, was murdered {told} in {town} by {doer}",
        f"{doer} {told} murdered {name}, {post}, in the city of {town}",
        f"in {town}, {doer} killed {name}, {post}, {told}",
    ))  # fmt: skip
    return _act(text, "murder", day, town, whose, killed=(1, 1), victim=name)


def _office(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, whose = made.towns.pop(), blamed(made, lot)
    place = lot.choice(("a branch of the Agrarian Bank", "the offices of the electricity company",
                        "the tax office", "the headquarters of the governing party"))  # fmt: skip
    doer = doers(made, lot) if whose else "unidentified individuals"
    none = lot.choice((
        "without causing casualties", "but no one was injured", "and there were no victims",
        "but no casualties were reported",
    ))  # fmt: skip
    text = lot.choice((
        f"a bomb planted by {doer} exploded {told} at {place} in {town}, {none}",
        f"{doer} {told} detonated a dynamite charge at {place} in {town}, {none}",
        f"in {town}, {doer} blew up {place} {told}, {none}",
    ))  # fmt: skip
    act = _act(text, "bombing", day, town, whose, injured=(0, 0))
    if "no one was injured" not in text:
        act.expected["killed"] = (0, 0)
    return act


def _sabotage(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, whose = made.towns.pop(), blamed(made, lot)
    doer = doers(made, lot) if whose else "saboteurs"
    text = lot.choice((
        (f"{doer} {told} blew up {lot.choice(('three', 'two', 'five'))} power pylons near {town}, "
        "leaving the area without electricity"),
        f"a power station in {town} was dynamited {told} by {doer}",
        f"{doer} attacked an electricity substation in {town} {told}, causing a blackout",
        f"a bridge near {town} was destroyed {told} with explosives by {doer}",
    ))  # fmt: skip
    return _act(text, "sabotage", day, town, whose)


def _kidnap(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, name, whose = made.towns.pop(), made.names.pop(), blamed(made, lot)
    post = lot.choice(("a cattle rancher", "a businessman", "a former senator", "a bank manager"))
    doer = doers(made, lot) if whose else "armed men"
    text = lot.choice((
        f"{doer} kidnapped {name}, {post}, in {town} {told}",
        f"{name}, {post}, was kidnapped {told} in {town} by {doer}",
        f"{doer} {told} abducted {post}, {name}, near {town}",
    ))  # fmt: skip
    return _act(text, "kidnapping", day, town, whose, victim=name)


def _ambush(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, whose = made.towns.pop(), blamed(made, lot)
    dead, hurt = lot.randint(2, 9), lot.randint(2, 9)
    who = lot.choice(("policemen", "soldiers", "civil guards"))
    doer = doers(made, lot) if whose else "armed men"
    text = lot.choice((
        (f"{said(dead)} {who} were killed and {said(hurt)} wounded when {doer} ambushed their "
        f"patrol near {town} {told}"),
        (f"{doer} {told} ambushed a patrol near {town}, killing {said(dead)} {who} and wounding "
        f"{said(hurt)}"),
        (f"an ambush laid by {doer} on the road to {town} {told} left {said(dead)} {who} dead and "
        f"{said(hurt)} wounded"),
    ))  # fmt: skip
    return _act(text, "ambush", day, town, whose, killed=(dead, dead), injured=(hurt, hurt))


def _massacre(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, whose = made.towns.pop(), blamed(made, lot)
    dead = lot.randint(3, 25)
    doer = doers(made, lot) if whose else "hooded men"
    text = lot.choice((
        f"{doer} {told} massacred {said(dead)} peasants in {town}",
        f"{said(dead)} peasants, among them two women, were murdered {told} in {town} by {doer}",
        f"{doer} stormed a farm near {town} {told} and executed {said(dead)} workers",
        f"at least {said(dead)} villagers were killed in an attack by {doer} on {town} {told}",
    ))  # fmt: skip
    most = None if text.startswith("at least") else dead
    return _act(text, "massacre", day, town, whose, killed=(dead, most))


def _blast(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, whose = made.towns.pop(), blamed(made, lot)
    dead, hurt = lot.randint(1, 9), lot.randint(5, 30)
    are, people = ("was", "person") if dead == 1 else ("were", "people")
    place = lot.choice(("a market", "a bus terminal", "a restaurant", "a movie theater"))
    doer = doers(made, lot) if whose else "terrorists"
    text = lot.choice((
        (f"a car bomb planted by {doer} in {place} in {town} killed {said(dead)} {people} and "
        f"injured {said(hurt)} {told}"),
        (f"{said(dead)} {people} {are} killed and {said(hurt)} injured {told} when a bomb "
         f"placed by "
        f"{doer} exploded in {place} in {town}"),
        (f"in {town}, {doer} threw grenades into {place} {told}, killing {said(dead)} {people} and "
        f"injuring {said(hurt)} others"),
    ))  # fmt: skip
    return _act(text, "explosion", day, town, whose, killed=(dead, dead),
                injured=(hurt, hurt))  # fmt: skip


def _arson(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town, whose = made.towns.pop(), blamed(made, lot)
    doer = doers(made, lot) if whose else "armed men"
    text = lot.choice((
        f"{doer} {told} set fire to four buses on the road to {town}",
        f"two trucks were burned {told} by {doer} on the outskirts of {town}",
        f"{doer} burned down the town hall of {town} {told}",
    ))  # fmt: skip
    return _act(text, "arson", day, town, whose)


def _clash(made: Making, lot: random.Random) -> Act:
    day, told = day_of(made, lot)
    town = made.towns.pop()
    ours, theirs = lot.randint(2, 6), lot.randint(2, 12)
    text = lot.choice((
        (f"{said(ours)} soldiers and {said(theirs)} guerrillas were killed in a clash near {town} "
        f"{told}"),
        (f"army troops clashed with guerrillas in {town} {told}, leaving {said(ours)} soldiers and "
        f"{said(theirs)} guerrillas dead"),
        (f"fighting near {town} {told} claimed the lives of {said(ours)} soldiers and "
        f"{said(theirs)} guerrillas"),
    ))  # fmt: skip
    both = ours + theirs
    return Act(text, "clash", {"killed": (both, both), "day": day, "town": town, "kind": "Battles"})


def _act(
    text: str, noun: str, day: str, town: str, whose: Making | None,
    *, victim: str | None = None, **tolls: tuple[int, int | None],
) -> Act:  # fmt: skip
    parties = frozenset({whose.group[2]}) if whose else frozenset()
    return Act(text, noun, {**tolls, "day": day, "town": town, "blamed": parties}, victim)


ACTS: dict[str, Callable[[Making, random.Random], Act]] = {
    "murder": _murder,
    "office": _office,
    "sabotage": _sabotage,
    "kidnap": _kidnap,
    "ambush": _ambush,
    "massacre": _massacre,
    "blast": _blast,
    "arson": _arson,
    "clash": _clash,
}
