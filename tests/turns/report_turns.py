"""The turns that a report takes behind its lead, and what each changes of the incident."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from report_making import Making, said
from wording import capital

Turn = Callable[[Making], str]


def told(made: Making, number: int, of: Sequence[str] = ()) -> list[str]:
    """Return so many turns' sentences, one that moves the toll before the rest."""
    lot = made.lot
    # A range may hold later deaths already.
    known = [name for name in _MOVES if made.low == made.high or name != "grown"]
    moves = [] if of else lot.sample(sorted(known), lot.randint(0, 1))
    others = lot.sample(sorted(of or _OTHERS), number)
    sentences = []
    for name in (*moves, *others):
        made.turns.append(name)
        sentences.append(capital({**_MOVES, **_OTHERS}[name](made)))
    return sentences


# What moves the toll


def _rival(made: Making) -> str:
    other = made.lot.choice((
        "the health ministry", "the Red Cross", "a local rights group", "the mayor", "the army",
    ))  # fmt: skip
    most = (made.high or made.low) + made.lot.randint(2, 9)
    made.high = most
    # Beside the narrator's own figure it is arguable; of six dead two may be the medics told of.
    made.asked = made.voiced and made.victims in {"people", "civilians", "villagers"}
    return made.pick(
        f"{other} put the number of dead at {said(most)}.",
        f"{other} gave a death toll of {said(most)}.",
        f"{other} said that {said(most)} {{victims}} had been killed.",
        f"According to {other}, {said(most)} people were killed.",
    )


def _grown(made: Making) -> str:
    made.main.pop("injured", None)
    more = made.lot.randint(2, 4)
    forms: tuple[tuple[int, str], ...] = (
        (1, "One of the wounded, a 14-year-old girl, died in hospital on {later}."),
        (more, f"{capital(said(more))} of the wounded later died of their injuries."),
        (more, (f"{capital(said(more))} more people succumbed to their wounds in the days that "
               "followed.")),
        (1, "A man who had been wounded in the {act} died on {later}."),
    )  # fmt: skip
    number, form = made.lot.choice(forms)
    made.low += number
    made.high = made.high and made.high + number
    return made.pick(form.replace("{later}", made.dated(made.later())))


def _risen(made: Making) -> str:
    made.main.pop("injured", None)
    more = made.lot.randint(1, 5)
    made.low = (made.high or made.low) + more
    made.high = made.low
    later = made.dated(made.later()).rstrip(",")
    return made.pick(
        f"By {later}, the death toll had risen to {{low}}, {{teller}} said.",
        f"{capital(said(more))} of the wounded died of their injuries, bringing the death toll to "
        "{low}.",
        "{Teller} later revised the number of dead to {low}.",
        "The final death toll was {low}.",
    )


def _missing(made: Making) -> str:
    number = made.lot.randint(3, 20)
    made.main["missing"] = (number, number)
    return made.pick(
        f"{capital(said(number))} people are still missing.",
        f"Another {said(number)} residents remain missing.",
        f"Families told {{teller}} that {said(number)} people remained missing.",
        f"{capital(said(number))} people who fled into the bush were reported missing.",
    )


# What does not move it


def _part(made: Making) -> str:
    women = said(max(1, made.low // 3))
    few = said(max(2, made.low // 2))
    plural = "woman" if women == "one" else "women"
    return made.pick(
        f"The dead included {women} {plural} and a child.",
        f"Among those killed were {women} {plural} and a three-year-old boy.",
        f"{few} of those killed were members of the same family.",
        f"{few} of the {{low}} {{victims}} killed were from one extended family."
        if made.low == made.high
        else f"{few} of the dead came from one extended family.",
        "The youngest victim was eight months old, the oldest 83 years.",
        "At least one of those killed was a pregnant woman.",
    )


def _named(made: Making) -> str:
    some = said(max(2, made.low - 1))
    return made.pick(
        f"{{Teller}} obtained the names of {some} of those killed.",
        f"Local activists published the names of {some} of the victims.",
        f"Relatives identified {some} of the bodies.",
        "Among the victims were Petro Lys, 34, a nurse, and his daughter Ana, 7.",
        "One of the victims was named as Idris Barka, a 41-year-old father of five.",
        f"{some} of the victims have been named.",
    )


def _interviewed(made: Making) -> str:
    many, few, other = (said(made.lot.randint(*b)) for b in ((14, 40), (3, 8), (2, 6)))
    return made.pick(
        f"{{Teller}} interviewed {many} people, including {few} survivors and {other} relatives of "
        "those killed.",
        f"Researchers spoke by phone with {many} witnesses and analyzed {few} videos that showed "
        "the aftermath.",
        f"{{Teller}} reviewed {many} photographs and satellite images taken before and after the "
        "{act}.",
        f"{many} witnesses, among them {few} health workers, described the {{act}} to {{teller}}.",
        f"Between {made.dated(made.later()).rstrip(',')} and the end of the month, {{teller}} "
        f"interviewed {many} survivors and visited {few} sites.",
    )


def _witness(made: Making) -> str:
    few = made.lot.randint(2, max(2, made.low - 1))
    return made.pick(
        '"There was blood everywhere, and people were screaming," said a 43-year-old shopkeeper.',
        '"My wife and my two sons were among the dead," said Omar, 38.',
        f'"I carried {said(few)} bodies out with my own hands," a resident told {{teller}}.',
        '"We heard an explosion and ran outside," a woman said. "My neighbor was lying on the '
        'ground. He was already dead."',
        '"They told us to lie down and then they started shooting," a survivor recalled. "I lay '
        'among the bodies until it was dark."',
        f'A teacher said: "I saw {said(few)} of them die in front of me."',
        '"I lost my brother that day," said Musa, a farmer. "He had only gone to buy bread."',
    )


def _denied(made: Making) -> str:
    return made.pick(
        "A spokesman for {party} denied that its men had been involved.",
        "The authorities have not replied to a letter in which {teller} set out its findings.",
        "No one has been held to account for the {act}.",
        "The government rejected the findings as fabricated.",
        "The allegation was assessed as non-credible by the military.",
        "A military investigation found no evidence that civilians had been harmed.",
    )


def _law(made: Making) -> str:
    return made.pick(
        "International humanitarian law prohibits attacks that target civilians or that fail to "
        "distinguish between civilians and combatants.",
        "Deliberate attacks on civilians are war crimes.",
        "Anyone who orders the killing of civilians may be tried for war crimes.",
        "The authorities should promptly investigate the killings and compensate the families of "
        "the victims.",
        "Under international standards, police may use lethal force only when strictly unavoidable "
        "to protect life.",
        "All parties should stop attacks that kill and injure civilians, {teller} said.",
    )


def _total(made: Making) -> str:
    dead, hurt, acts = made.lot.randint(120, 9000), made.lot.randint(200, 900), 11
    return made.pick(
        f"Since the conflict began, at least {dead:,} civilians have been killed in {{land}}, "
        "according to the United Nations.",
        f"{{Teller}} has documented {acts} similar attacks since January, in which {dead:,} "
        f"civilians were killed and {hurt} injured.",
        f"In 2023 alone, {dead:,} people were killed in the region.",
        f"So far this year, {dead:,} civilians have been killed and {hurt} injured in the "
        "province.",
        f"More than {dead:,} people have died in the conflict.",
        f"The UN recorded {dead:,} civilian deaths in the first three months of the year.",
    )


def _before(made: Making) -> str:
    dead = said(made.lot.randint(3, 60))
    return made.pick(
        f"In 2019, an attack on the same town killed {dead} people.",
        f"The {{act}} was the deadliest there since 2018, when {dead} people were killed in a raid "
        "on a market.",
        f"In a similar incident in 2017, {dead} civilians were killed.",
        f"Six years ago {dead} people died when warplanes bombed a wedding in the province.",
    )


def _elsewhere(made: Making) -> str:
    dead = made.lot.randint(2, 9)
    day = made.later() if made.lot.random() < 0.5 else made.near.replace(day=1, month=2)
    town = made.other_town()
    made.beside.append({"killed": (dead, dead), "town": town, "day": made.days_of(day)})
    on = f"{day.day} {day:%B}"
    return made.pick(
        f"On {on}, {{party}} killed {said(dead)} civilians in {town}.",
        f"In a separate incident on {on}, {said(dead)} people were killed in {town}.",
        f"In another attack, on {on}, gunmen shot dead {said(dead)} people in {town}.",
        f"{{Teller}} also documented an attack on {on} in {town} in which {said(dead)} civilians "
        "were killed.",
        f"{capital(said(dead))} more civilians were killed in {town} on {on} when a shell hit "
        "their house.",
        f"An attack on {town} on {on} killed {said(dead)} civilians.",
    )


def _again(made: Making) -> str:
    """The same town on another day."""
    dead, day = made.lot.randint(2, 9), made.later()
    made.beside.append({"killed": (dead, dead), "day": made.days_of(day)})
    on = f"{day.day} {day:%B}"
    return made.pick(
        f"On {on}, a second attack on {{town}} killed {said(dead)} people.",
        f"{capital(said(dead))} more people were killed when {{town}} was attacked again on {on}.",
        f"A further attack on {{town}}, on {on}, left {said(dead)} people dead.",
    )


def _buried(made: Making) -> str:
    some = capital(said(max(2, made.low - 1)))
    return made.pick(
        f"{some} of the victims were buried in a mass grave the next day.",
        "The victims were buried the following morning.",
        f"{some} bodies were brought to the local hospital, a nurse said.",
        "Residents buried the dead in haste for fear of another attack.",
    )


def _damage(made: Making) -> str:
    number, few = f"{made.lot.randint(200, 5000):,}", made.lot.randint(12, 90)
    return made.pick(
        f"About {number} people fled the town.",
        f"{few} houses were burned and some {number} people displaced.",
        f"The {{act}} destroyed {few} shops and damaged a school.",
        f"Some {few} families were left homeless.",
    )


def _taken(made: Making) -> str:
    some = made.lot.randint(10, 30)
    return made.pick(
        f"The attackers abducted {some} people, four of whom were later released.",
        f"Police arrested {some} people in the days that followed.",
        f"{some} people were detained, and at least three said that they had been tortured.",
        f"{some} young men were taken away and held for two weeks.",
    )


def _tried(made: Making) -> str:
    return made.pick(
        "Three co-defendants were acquitted for lack of evidence.",
        "The prosecution had asked for 30 years.",
        "A court sentenced two officers to 12 years in prison over the killings.",
        "The judges heard 43 witnesses over 112 days.",
        "Nine survivors joined the case as civil parties.",
        "Two officers were suspended, but none has been prosecuted.",
    )


def _earlier(made: Making) -> str:
    fewer = max(2, made.low - made.lot.randint(1, 4))
    return made.pick(
        f"Initial reports had put the number of dead at {said(fewer)}.",
        f"Early reports spoke of {said(fewer)} dead.",
        f"The authorities had at first acknowledged only {said(fewer)} deaths.",
    )


def _enemy(made: Making) -> str:
    """A party's word on its enemy's dead sets nothing (COUNTING 20a)."""
    some = made.lot.randint(10, 30)
    forms = (
        f"The military said that the strike had killed {some} militants.",
        "The military said that it had targeted a meeting of commanders.",
    )
    return made.pick(
        *(forms if made.act == "strike" else ()),
        "A spokesman said that only fighters had been present in the town.",
        "The government described those killed as terrorists.",
    )


_MOVES: dict[str, Turn] = {
    "rival": _rival, "grown": _grown, "risen": _risen, "missing": _missing,
}  # fmt: skip
_OTHERS: dict[str, Turn] = {
    "part": _part, "named": _named, "interviewed": _interviewed, "witness": _witness,
    "denied": _denied, "law": _law, "total": _total, "before": _before, "elsewhere": _elsewhere,
    "again": _again, "buried": _buried, "damage": _damage, "taken": _taken, "tried": _tried,
    "earlier": _earlier, "enemy": _enemy,
}  # fmt: skip
