"""How an assessment of civilian harm sums its incident up."""

from __future__ import annotations

from collections.abc import Callable

from assessment_making import Making, said, some
from wording import capital

Lead = Callable[[Making], str]


def _range(made: Making) -> str:
    made.high = made.low + made.lot.randint(1, 8)
    made.main["injured"] = (made.hurt, made.hurt)
    part = _part(made)
    return made.pick(
        f"Between {{low}} and {{high}} civilians{part} were reportedly killed and {{hurt}} others "
        "injured in an alleged {strike} on a house in {where} on {day}.",
        f"Between {{low}} and {{high}} civilians{part} were killed and {{hurt}} more wounded in "
        "{a_strike} that hit a residential building in {where} on {day}, local sources reported.",
        "{Low} to {high} civilians from the {family} family were reported killed, and {hurt} "
        "others were injured, when {force} bombed their home in {where} on {day}.",
        f"On {{day}}, between {{low}} and {{high}} civilians{part}, were killed and {{hurt}} others"
        " were wounded by {a_strike} on a market in {where}, according to local reports.",
        "{A_strike} on the {family} family home in {where} reportedly killed between {low} and "
        "{high} civilians and injured {hurt} more on {day}.".replace("{A_strike}",
                                                                    "An alleged {strike}"),
    )  # fmt: skip


def _least(made: Making) -> str:
    made.high = None
    part = _part(made)
    return made.pick(
        f"At least {{low}} civilians{part}, were reportedly killed in {{a_strike}} on {{where}} on "
        "{day}.",
        f"At least {{low}} civilians{part}, were killed and dozens more injured when {{force}} "
        "targeted the {family} family house in {where} at dawn on {day}.",
        "Local sources reported that at least {low} people were killed and many others wounded "
        "after {a_strike} hit a school sheltering displaced people in {where} on {day}.",
    )


def _exact(made: Making) -> str:
    made.main["injured"] = (made.hurt, made.hurt)
    part = _part(made)
    return made.pick(
        "{Low} members of the {family} family were killed and {hurt} others injured in {a_strike} "
        "on their home in {where} on {day}.",
        f"{{Low}} civilians{part} were killed and {{hurt}} others injured by an alleged {{strike}} "
        "in {where} on {day}, according to multiple local sources.",
        f"Local media reported that {{low}} civilians{part} died and {{hurt}} others were wounded "
        "in {a_strike} which struck a vehicle in {where} on the afternoon of {day}.",
        "Sources reported the deaths of {low} civilians and the injury of {hurt} others as a result"
        " of {a_strike} on a farm in {where} on {day}.",
        "{Force} bombed a home belonging to the {family} family in {where} on {day}, killing {low} "
        "civilians and wounding {hurt} more.",
    )


def _family(made: Making) -> str:
    number, who = made.lot.choice((
        (3, "A father and his two sons"), (2, "A mother and her infant daughter"),
        (6, "A man, his wife and their four children"), (4, "A woman and her three children"),
        (5, "A couple and their three daughters"), (2, "Two brothers"), (3, "Three sisters"),
        (2, "A grandmother and her grandson"),
    ))  # fmt: skip
    made.low = made.high = number
    made.main["injured"] = (made.hurt, made.hurt)
    return made.pick(
        f"{who} were reportedly killed and {{hurt}} others injured in {{a_strike}} on their home "
        "in {where} on {day}.",
        f"{who} from the {{family}} family were killed and {{hurt}} civilians were wounded when "
        "{a_strike} hit their apartment in {where} on {day}.",
        f"{who} were killed, and {{hurt}} other people injured, by an alleged {{strike}} on a "
        "car in {where} on {day}, according to local sources.",
    )


def _one(made: Making) -> str:
    made.low = made.high = 1
    age = made.lot.randint(5, 16)
    name = made.lot.choice(("Yousef", "Mariam", "Danylo", "Salma", "Adam"))
    who = made.lot.choice((
        "a woman", f"{age}-year-old {name} {made.family}", f"a {age}-year-old child",
        f"{name} {made.family}, {age + 30}",
    ))  # fmt: skip
    made.main["injured"] = (made.hurt, made.hurt)
    return made.pick(
        f"One civilian, {who}, was killed and {{hurt}} others were injured in {{a_strike}} on a "
        "house in {where} on {day}.",
        f"{capital(who)} was reportedly killed and {{hurt}} civilians were injured as a result of "
        "an alleged {strike} on {where} on {day}.",
        f"A single civilian, {who}, was reported killed by {{a_strike}} in {{where}} on {{day}}. "
        "Another {hurt} people were injured.",
    )


def _along(made: Making) -> str:
    """Somebody by name, and kin without names."""
    name = f"{made.lot.choice(('Yousef', 'Bilal', 'Mahmoud', 'Oleh'))} {made.family}"
    more = made.lot.randint(2, 8)
    kin, number = made.lot.choice((
        (f"his wife and {said(more)} of his children", more + 1),
        (f"{said(more)} members of his family", more), ("his wife and son", 2),
        (f"{said(more)} relatives", more), ("his mother and two sisters", 3),
    ))  # fmt: skip
    made.low = made.high = number + 1
    who = made.lot.choice(("journalist ", "doctor ", "teacher ", ""))
    return made.pick(
        f"{capital(who)}{name} was killed along with {kin} when {{a_strike}} hit their home in "
        "{where} on {day}.",
        f"{{A_strike}} on a house in {{where}} on {{day}} killed {who}{name} and {kin}.".replace(
            "{A_strike}", "An alleged {strike}"
        ),
        f"Local sources reported the death of {who}{name} together with {kin} in {{a_strike}} on "
        "{where} on {day}.",
        f"{capital(who)}{name}, {kin} were killed in {{a_strike}} on {{where}} on {{day}}."
        if " and " in kin
        else f"{capital(who)}{name} and {kin} were killed in {{a_strike}} on {{where}} on {{day}}.",
    )


def _digits(made: Making) -> str:
    """Ranges as they are typed."""
    made.high = made.low + made.lot.randint(1, 8)
    low, high = made.low, made.high
    typed = made.lot.choice((f"{low}-{high}", f"{low} – {high}", f"{low} to {high}",
                             f"Between {low} and {high}", f"From {low} to {high}"))  # fmt: skip
    return made.pick(
        f"{typed} civilians were reportedly killed in {{a_strike}} on {{where}} on {{day}}.",
        f"{typed} civilians were killed when {{force}} bombed a house in {{where}} on {{day}}, "
        "according to local media.",
    )


def _hurt(made: Making) -> str:
    made.asked = made.counted = False
    made.main["injured"] = (made.hurt, made.hurt)
    part = f", including {said(some(made.lot, made.hurt))} children," if made.hurt > 2 else ""
    return made.pick(
        f"{{Hurt}} civilians{part} were reportedly injured in {{a_strike}} on a home in {{where}} "
        "on {day}.",
        "{Hurt} people were wounded when {force} struck a residential building in {where} on "
        "{day}, local media reported.",
    )


def _part(made: Making) -> str:
    children, women = some(made.lot, made.low), some(made.lot, made.low)
    ones = "child" if children == 1 else "children"
    return made.lot.choice((
        "", "", f", including {said(children)} {ones},", ", mostly women and children,",
        f", among them {said(women)} {'woman' if women == 1 else 'women'},",
        f", including at least {said(children)} {ones},",
    )) if children + women < made.low else ""  # fmt: skip


def table(made: Making) -> str:
    """Return the fields that stand above an assessment."""
    low, high = made.low, made.high
    dead = f"{low} – {high}" if high and high != low else f"{low}"
    rows = [f"Incident date: {made.day:%B} {made.day.day}, {made.day.year}",
            f"Location: {made.quarter}, {made.town}, {made.front.land}"]  # fmt: skip
    if made.asked and high:
        rows.append(f"Civilians reported killed: {dead}")
    if "injured" in made.main:
        rows.append(f"Civilians reported injured: {made.hurt}")
    return "\n".join(rows)


LEADS: dict[str, Lead] = {
    "range": _range, "least": _least, "exact": _exact, "family": _family, "one": _one,
    "hurt": _hurt, "along": _along, "digits": _digits,
}  # fmt: skip
