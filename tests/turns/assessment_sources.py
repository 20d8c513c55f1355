"""What an assessment's sources say, each by name, and what each changes of its incident."""

from __future__ import annotations

from collections.abc import Callable

from assessment_making import Making, said, some
from wording import capital, listed

Turn = Callable[[Making], str]


def told(made: Making, number: int) -> list[str]:
    """Return so many turns' sentences."""
    sentences = []
    for name in made.lot.sample(sorted(_TURNS), number):
        sentence = _TURNS[name](made)
        if sentence:
            made.turns.append(name)
            sentences.append(capital(sentence))
    return sentences


def _same(made: Making) -> str:
    """A source with the figure of the summary, or with the lower bound of its range."""
    if not made.counted:
        return ""
    source, who = made.source(), made.lot.choice(("people", "civilians", "martyrs", "victims"))
    count = f"{made.low} {who}" if made.low > 1 else "one person"
    were, martyrs = ("was", "martyr") if made.low == 1 else ("were", "martyrs")
    return made.pick(
        f"{source} reported that {count} {were} killed in the bombing.",
        f'{source} posted that "{said(made.low)} {martyrs}" had arrived at '
        f"{made.lot.choice(made.front.hospitals)} as a result of the bombing of a house belonging "
        "to the {family} family.",
        f"According to {source}, the {{strike}} led to the martyrdom of {count}.",
        f"{source} put the number of dead at {said(made.low)}.",
        f"{source} mentioned {said(made.low)} fatalities.",
        f"A report by {source} said that warplanes targeted a house in the area, killing {count}.",
        f"{source} reported the killing of {count} in the area.",
        f"{source} wrote that {count} had died and several others had been hurt.",
        f"As reported by {source}, {count} {were} killed in the attack.",
    )


def _both(made: Making) -> str:
    """Two sources in one sentence, with both ends of a range or one figure."""
    if not made.counted or not made.high or made.low < 2:
        return ""
    one, other = made.source(), made.source()
    return made.pick(
        f"{one} reported that {{low}} people were killed, while {other} put the number at "
        "{high}.",
        f"According to {one}, {{low}} people were killed; {other} mentioned {{high}}.",
        f"While {one} spoke of {{low}} deaths, {other} reported {{high}}.",
    )


def _nothing(made: Making) -> str:
    """What says no figure."""
    source = made.source()
    return made.pick(
        f"{source} published footage of the moment of the strike.",
        f"{source} shared images of the destroyed house, with the caption that an entire family "
        "had been wiped out.",
        f"A video posted by {source} showed rescuers pulling a child from the rubble.",
        f"{source} reported that a number of people were killed and injured.",
        f"The Facebook page of {source} announced that there had been martyrs and wounded.",
        "Some sources identified the weapon as a guided bomb.",
    )


def _upper(made: Making) -> str:
    """A source with the upper bound of a range."""
    if not made.counted or not made.high or made.high == made.low:
        return ""
    source = made.source()
    return made.pick(
        f"{source} reported that {{high}} people were killed.",
        f"{source} gave a higher figure of {{high}} killed.",
        f"{source}, however, put the death toll at {{high}}.",
        f"The highest figure was given by {source}, which said that {{high}} civilians had died.",
    )


def _part(made: Making) -> str:
    if not made.counted or made.low < 4:
        return ""
    few, source = some(made.lot, made.low, 4), made.source()
    children = "child was" if few == 1 else "children were"
    return made.pick(
        f"{source} added that {said(few)} {children} among the dead.",
        f"Most of the victims were women and children, {source} said.",
        f"{capital(said(few))} of those killed {'was' if few == 1 else 'were'} under the age of "
        "ten.",
        f"Four of the victims were from one household, {source} noted."
        if made.low > 4
        else "All of the victims were from one household.",
        f"{source} published photos of the bodies of {said(few)} of the victims.",
    )


def _named(made: Making) -> str:
    if not made.counted or made.low < 3:
        return ""
    number = made.lot.randint(2, min(made.low, 4))
    given = made.lot.sample(("Omar", "Huda", "Samir", "Rania", "Ibrahim", "Nour", "Bilal"), number)
    names = [f"{g} {made.family}" for g in given]
    aged = [f"{n} ({made.lot.randint(2, 70)})" for n in names]
    every = number == made.low
    return made.pick(
        f"The victims were named as {listed(names)}." if every
        else f"Among the victims were {listed(names)}.",
        f"{made.source()} identified {said(number)} of the victims as {listed(names)}.",
        f"Sources named {said(number)} of the dead: {listed(aged)}.",
        f"{'Those' if every else 'Some of those'} killed were identified as {listed(aged)}.",
    )  # fmt: skip


def _relative(made: Making) -> str:
    if not made.counted or made.low < 6:
        return ""
    return made.pick(
        'A relative wrote on Facebook: "My uncle, his wife and two of their children have been '
        'martyred."',
        "A cousin of the family told a local radio station that he had lost his aunt and three of "
        "her sons in the strike.",
        '"I pulled two of my nieces from the rubble, both of them dead," a neighbour said.',
        "A Facebook user mourned his grandfather and two uncles, who he said had been killed in "
        "the strike.",
    )


def _blame(made: Making) -> str:
    return made.pick(
        "All sources attributed the strike to {force}.",
        "Where sources identified the belligerent, all of them attributed the attack to {force}.",
        "Every source pointed to {force} as responsible for the strike.",
        "Local sources held {force} responsible.",
    )


def _unsaid(made: Making) -> str:
    return made.pick(
        "The military has not commented on this specific incident.",
        "As of publication there has been no public comment by any belligerent.",
        "The exact time of the strike is not known.",
        "The incident occurred at approximately 2:30 am local time.",
        "The strike took place at around 18:40 local time.",
        "Researchers were able to geolocate the strike to within 100 metres.",
    )


def _total(made: Making) -> str:
    dead, hurt = made.lot.randint(1200, 24000), made.lot.randint(2000, 60000)
    return made.pick(
        f"The Ministry of Health said that the total number of people killed since the start of "
        f"the war had risen to {dead:,}, with {hurt:,} injured.",
        f"By then, {dead:,} people had been killed in {{land}}, according to the health ministry.",
        f"{made.source()} reported that the death toll of the campaign had reached {dead:,} "
        f"martyrs and {hurt:,} wounded.",
    )


def _injured(made: Making) -> str:
    source, hospital = made.source(), made.lot.choice(made.front.hospitals)
    return made.pick(
        f"The injured were transferred to {hospital}.",
        f"Those wounded were taken to {hospital}, {source} reported.",
        f"{source} posted a video of ambulances bringing the wounded to {hospital}.",
        "Some of the injured were reported to be in a critical condition.",
    )


def _rubble(made: Making) -> str:
    houses = made.lot.randint(2, 6)
    return made.pick(
        "Several people were believed to be still under the rubble.",
        f"The strike destroyed the house and damaged {said(houses)} others.",
        f"Civil defence crews searched for survivors for {said(houses)} hours.",
        "Rescuers were still searching for people trapped under the rubble, "
        f"{made.source()} reported.",
    )


def _army(made: Making) -> str:
    return made.pick(
        "The military said that it had struck targets in the area and was not aware of harm to "
        "civilians.",
        "The defence ministry denied that its aircraft had struck the area.",
        "In a statement, the army said that it takes all feasible precautions to avoid harm to "
        "civilians.",
        "The military assessed the allegation of civilian casualties as non-credible.",
    )


def _before(made: Making) -> str:
    dead, year = made.lot.randint(2, 9), made.day.year - made.lot.randint(2, 6)
    return made.pick(
        f"The same house had been hit in {year}, when {said(dead)} people were killed.",
        f"In {year}, {said(dead)} members of the family were killed in another strike.",
        f"The family had already lost {said(dead)} of its members in the war of {year}.",
    )


def _elsewhere(made: Making) -> str:
    dead = made.lot.randint(2, 9)
    others = [f for f in made.front.families if f != made.family]
    other = made.lot.choice(others)
    made.beside.append({"killed": (dead, dead)})
    return made.pick(
        f"A separate strike on the {other} family home that day killed {said(dead)} civilians.",
        f"On the same day, another strike hit the {other} family house in the area, killing "
        f"{said(dead)} people.",
        f"{capital(said(dead))} people from the {other} family were killed in a different strike "
        "nearby on the same day.",
        f"In a second incident that evening, {said(dead)} civilians were killed when {{force}} "
        f"bombed the home of the {other} family.",
    )


_TURNS: dict[str, Turn] = {
    "same": _same, "upper": _upper, "part": _part, "named": _named, "relative": _relative,
    "blame": _blame, "unsaid": _unsaid, "total": _total, "injured": _injured, "rubble": _rubble,
    "both": _both, "nothing": _nothing, "army": _army, "before": _before, "elsewhere": _elsewhere,
}  # fmt: skip
