"""Turns that accounts of unrest take behind their lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from unrest_making import AFTER, BEFORE, Making, Turn
from wire_scenes import opened, said


@dataclass(frozen=True)
class Told:
    """A turn, and whether it fits what the account has told so far."""

    tell: Turn
    fits: Callable[[Making], bool] = lambda _: True


def _part(made: Making) -> str:
    some = said(made.lot.randint(2, min(made.dead - 1, 5)))
    return made.pick(
        "Two children and a pregnant woman were among the dead.",
        "Among those killed was a 14-year-old boy, his father said.",
        "{Some} of those killed were under 18, according to {speaker}.",
        "Most of the dead were young men, and {some} of them were students.",
        "The dead included {some} women.",
        "Among the victims were {some} brothers.",
        some=some, Some=some.capitalize(),
    )  # fmt: skip


def _rivaled(made: Making) -> str:
    made.most = made.dead + made.lot.randint(1, min(9, made.dead - 1))
    who = made.lot.choice(("Activists", "An opposition party", "A traditional ruler", "Relatives"))
    return made.pick(
        "{who} put the number of dead{whose} at {most}.",
        "{who} said {most} people were killed in {it}.",
        "{who} gave a higher toll{whose}, saying that {most} people had died.",
        "{who}, however, spoke of {most} deaths{whose}.",
        who=who, most=said(made.most), whose=f" in {made.it}" if made.astray else "",
    )  # fmt: skip


def _died(made: Making) -> str:
    more = made.lot.randint(1, 3)
    made.dead, made.healed = made.dead + more, more
    text = made.pick(
        "{More} of the wounded died in hospital on Tuesday.",
        "{More} more people died overnight of wounds suffered in {it}, {speaker} said.",
        "{More} of those injured in {it} later succumbed to their wounds.",
        "On Tuesday {speaker} said {more} of the wounded had died, bringing the death toll to "
        "{dead}.",
        "By Tuesday the death toll had risen to {dead} after {more} of the injured died.",
        more=said(more), More=opened(more),
    )  # fmt: skip
    made.open = made.open and "toll" not in text
    return text


def _taken(made: Making) -> str:
    some = made.lot.randint(12, 90)
    back = made.lot.randint(2, 9)
    return made.pick(
        "The attackers also abducted {some} people, mostly women and children.",
        "{Some} people were kidnapped and taken into the forest; {back} of them escaped.",
        "The gunmen took {some} hostages as they fled.",
        "At least {some} residents were carried off, {speaker} said.",
        "Residents said {back} of the {some} people abducted had since been freed.",
        some=some, Some=opened(some), back=said(back),
    )  # fmt: skip


def _held(made: Making) -> str:
    some = made.lot.randint(12, 400)
    return made.pick(
        "More than {some} people were arrested, {speaker} said.",
        "Police detained {some} protesters, a lawyer for them said.",
        "{some} suspects have been arrested since Monday.",
        "Some {some} houses and shops were burned down.",
        "About {some} families have fled to a neighboring district.",
        "{some} head of cattle were stolen.",
        "The government imposed a curfew and sent {some} more police to the city.",
        some=some,
    )  # fmt: skip


def _officers(made: Making) -> str:
    """Tell of dead of the other side, who may be counted with the victims or apart."""
    some = made.lot.randint(2, 6)
    made.besides |= {some}
    made.maybe.append({"killed": (some, some)})
    return made.pick(
        "{Some} policemen were also killed, state media said.",
        "State television said {some} members of the security forces were also killed.",
        "{Some} of the attackers were shot dead by residents.",
        "Troops killed {some} of the gunmen in a gun battle, the army said.",
        some=said(some), Some=opened(some),
    )  # fmt: skip


def _so_far(made: Making) -> str:
    made.astray = True
    return made.pick(
        "At least {some} people have been killed since the unrest began in September, according "
        "to a rights group.",
        "The violence has claimed {some} lives in the state since January.",
        "Rights groups say {some} people, including {few} children, have been killed in the "
        "protests so far.",
        "So far this year {some} people have been killed in such attacks in {land}.",
        "It brings to {some} the number of people killed in the country since the protests "
        "started.",
        "Gangs killed {some} people and kidnapped {few} in {land} last year, the United Nations "
        "says.",
        "More than {some} people have died and tens of thousands have been displaced in the "
        "conflict over the past decade.",
        some=f"{made.lot.randint(130, 4900):,}", few=made.lot.randint(20, 70),
    )  # fmt: skip


def _before(made: Making) -> str:
    made.astray = True
    some = made.lot.randint(12, 70)
    town = made.elsewhere()
    made.maybe.append({"killed": {(some, some), (some, None)}})
    return made.pick(
        "In 2019 security forces killed {some} people in a crackdown on similar protests.",
        "In February, gunmen killed {some} people in {town}.",
        "It was the worst violence in {land} since {some} people were killed in {town} two years "
        "ago.",
        "In November, {some} inmates died in a riot at a prison in {town}.",
        "Last year {some} people were killed in clashes between the two communities.",
        "A massacre in {town} in 2021 left {some} people dead.",
        "The bodies of {some} people were found in a mass grave near {town} in March.",
        some=some, town=town,
    )  # fmt: skip


def _answer(made: Making) -> str:
    """Tell of what it answers to: background, or an incident of its own."""
    made.astray = True
    some = made.lot.randint(2, 6)
    town = made.elsewhere()
    made.maybe.append({"killed": (some, some)})
    return made.pick(
        "{It} came after {some} herders were killed in {town} last week, residents said.",
        "{Speaker} said {it} was in revenge for the killing of {some} traders in {town} in April.",
        "{It} followed the murder of {some} men last month, which was blamed on their rivals.",
        "{It} came days after {some} people were shot dead in {town}.",
        some=said(some), town=town,
    )  # fmt: skip


def _elsewhere(made: Making) -> str:
    some = made.lot.randint(2, 9)
    town = made.elsewhere()
    before = () if made.astray else (
        "A day earlier, {some} people had been killed in {town} in similar circumstances.",
    )  # fmt: skip
    made.astray = True
    text = made.pick(
        *before,
        "In {town}, {some} people were killed on Sunday when soldiers fired on a crowd.",
        "In a separate attack on Tuesday, gunmen killed {some} people in {town}.",
        "{Some} people were also killed in {town} on Sunday, when bandits attacked a bus.",
        "On Sunday, police in {town} shot dead {some} demonstrators.",
        "Meanwhile, in {town}, armed men killed {some} people at a checkpoint on Sunday.",
        some=said(some), Some=opened(some), town=town,
    )  # fmt: skip
    told = {"killed": (some, some), "town": town}
    if "day earlier" not in text:
        told["day"] = AFTER if "Tuesday" in text else BEFORE
    made.beside.append(told)  # type: ignore[arg-type]
    return text


def _witness(made: Making) -> str:
    return made.pick(
        '"They were shooting at anyone who moved," said Idris Bano, a shopkeeper.',
        '"I saw people falling in front of me," a witness told the agency by telephone.',
        '"We have lost everything. My two brothers are dead," said a woman who gave her name as '
        "Amina.",
        '"They came from every side and set fire to the houses," a resident said.',
        "Videos posted online showed people running as shots rang out.",
        "Internet access was cut in most of the country on Tuesday.",
        '"This must stop," the bishop said. "How many more have to die?"',
    )


def _doctors(made: Making) -> str:
    some = made.lot.randint(2, 6)
    return made.pick(
        "A doctor said {some} of the wounded were in a critical condition.",
        "{Some} of the injured were being treated in intensive care.",
        "Hospitals appealed for blood donors.",
        "The wounded, {some} of them children, were taken to the general hospital.",
        some=said(some), Some=opened(some),
    )  # fmt: skip


def _state(made: Making) -> str:
    return made.pick(
        "The president ordered an inquiry and promised that those responsible would be punished.",
        "The authorities denied that live ammunition had been used.",
        "A government spokesman blamed foreign agents for the violence.",
        "The United Nations called on the government to end the use of lethal force.",
        "There was no immediate comment from the army.",
        "The governor declared three days of mourning.",
        "The interior minister said the gunmen would be hunted down and killed.",
        "No arrests have been made.",
    )


def _again(made: Making) -> str:
    return made.pick(
        "Funerals for the {dead} victims of {it} were held on Tuesday.",
        "The {dead} people killed in {it} were buried in a single grave.",
        "Lawyers said the families of the {dead} dead would sue the state.",
        "The bodies of the {dead} dead were handed over to their families on Tuesday.",
    )


def _earlier(made: Making) -> str:
    return made.pick(
        "{Speaker} had earlier put the toll{whose} at {old}.",
        "Initial reports had spoken of {old} dead{whose}.",
        "An earlier statement gave the number of dead{whose} as {old}.",
        old=said(made.dead - made.lot.randint(1, 2)),
        whose=f" in {made.it}" if made.astray else "",
    )  # fmt: skip


def _settled(made: Making) -> bool:
    return not (made.open or made.most or made.healed or "earlier" in made.turns)


def _are_in_care(made: Making) -> bool:
    return bool(made.hurt) and not made.astray and not made.healed


def _kind(*kinds: str) -> Callable[[Making], bool]:
    return lambda made: made.turns[0] in kinds


TURNS: dict[str, Told] = {
    "part": Told(_part), "rivaled": Told(_rivaled), "held": Told(_held), "so far": Told(_so_far),
    "died": Told(_died, lambda made: bool(made.hurt) and not made.astray),
    "taken": Told(_taken, _kind("raid")), "officers": Told(_officers, _kind("crackdown", "raid")),
    "answer": Told(_answer, _kind("raid", "feud", "bar")), "elsewhere": Told(_elsewhere),
    "before": Told(_before), "witness": Told(_witness), "doctors": Told(_doctors, _are_in_care),
    "state": Told(_state), "again": Told(_again, _settled),
    "earlier": Told(_earlier, lambda made: made.dead > 4),
}  # fmt: skip
APART = {"rivaled", "died", "earlier"}  # one of them
