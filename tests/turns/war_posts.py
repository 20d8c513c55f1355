"""Posts, bulletins and tallies of war put together by lot: lines, hours, running totals, rolls."""

from __future__ import annotations

import random
from collections.abc import Callable

from expected import Account, Expected
from war_sides import SIDES, Side, article, opened, pick, said, some
from wording import capital

PUBLISHED = "2024-05-08"  # a Wednesday
_NAMES = (
    "Ahmad Salem", "Layla Haddad", "Omar Nasser", "Yusuf Karim", "Mona Said", "Hassan Zaki",
    "Rania Awad", "Samir Khalil", "Ibrahim Musa", "Huda Farah", "Ali Mansour", "Nadia Aziz",
)  # fmt: skip


def composed(lot: random.Random) -> Account:
    """Return a post or a bulletin."""
    name = lot.choice(sorted(_KINDS))
    account = _KINDS[name](lot, lot.choice(SIDES))
    account.turns.append(f"post-{name}")
    account.published = PUBLISHED
    return account


def _lines(lot: random.Random, side: Side) -> Account:
    """Compose a governor's morning post: what the day cost the region, then a town a line."""
    towns = lot.sample(side.towns, min(len(side.towns), lot.randint(2, 3)))
    lines, told = [], list[Expected]()
    for town in towns:
        dead, hurt = lot.randint(1, 6), lot.randint(2, 9)
        told.append({"killed": (dead, dead), "injured": (hurt, hurt), "town": town})
        lines.append(pick(
            lot,
            (
                f"{town}: {some(dead, 'person', 'people')} killed, {said(hurt)} wounded in "
                f"{side.whose} shelling."
            ),
            (
                f"{town}: {article(side.whose)} drone hit a minibus, "
                f"{some(dead, 'person', 'people')} killed and {said(hurt)} injured."
            ),
            (
                f"In {town}, {some(dead, 'person was', 'people were')} killed and {said(hurt)} "
                f"injured by {article(side.whose)} {side.weapons[0]}."
            ),
        ))  # fmt: skip
    dead = sum(t["killed"][0] for t in told)  # type: ignore[index]
    hurt = sum(t["injured"][0] for t in told)  # type: ignore[index]
    head = pick(
        lot,
        (
            f"Over the past day {side.whose} strikes killed {said(dead)} and wounded {hurt} "
            "people in the region:"
        ),
        (
            f"Over the past 24 hours, {said(dead)} people were killed and {hurt} wounded in "
            f"{side.region}, the governor said."
        ),
        (
            f"{capital(side.forces)} attacked {len(towns)} towns of the region yesterday. "
            f"{opened(dead)} people were killed and {hurt} wounded."
        ),
        "Situation as of the morning of 8 May:",
    )
    return Account("\n".join((head, *lines)), told, ranked=False)


def _hours(lot: random.Random, side: Side) -> Account:
    """Compose a live blog: the newest entry first or last, a toll that rises within the day."""
    first, other, third = lot.sample(side.towns, 3)
    dead, more, hurt = lot.randint(2, 6), lot.randint(1, 4), lot.randint(3, 12)
    beside, who = lot.randint(2, 7), lot.choice(side.officials)
    entries = [
        (
            f"09:15 - {opened(dead)} people killed in {article(side.whose)} strike on {first}, "
            f"{who} said."
        ),
        (
            f"11:40 - In {other}, {some(hurt, 'person was', 'people were')} wounded when a drone "
            "hit a shop."
        ),
        f"14:05 - The death toll in {first} has risen to {said(dead + more)}, {who} said.",
        f"16:30 - {opened(beside)} people killed in shelling of {third}, officials say.",
    ]
    return Account(
        "\n".join(entries),
        [{"killed": (dead + more, dead + more), "town": first},
         {"killed": (beside, beside), "town": third},
         {"injured": (hurt, hurt), "killed": None, "town": other}],
        ranked=False,
    )  # fmt: skip


def _ministry(lot: random.Random, side: Side) -> Account:
    """Compose a ministry's daily statement: a day's dead and the war's, and no incident."""
    day, dead = lot.randint(20, 90), lot.randint(9000, 38000)
    text = pick(
        lot,
        (f"{capital(side.ministry)}: in the past 24 hours, {day} dead and {day * 2} wounded "
        "were brought to hospitals. "
         f"The toll has risen to {said(dead)} killed and {said(dead * 2)} wounded {side.since}."),
        (f"The number of people killed in the war has risen to {said(dead)}, {side.ministry} "
        "said on Wednesday. "
         f"It said {day} people were killed in the past 24 hours and {day * 2} were wounded."),
        (f"Daily update, 8 May.\nKilled in the last 24 hours: {day}\nWounded in the last 24 "
        f"hours: {day * 2}\n"
         f"Total killed {side.since}: {said(dead)}\nTotal wounded: {said(dead * 2)}"),
        (f"At least {said(dead)} people have been killed {side.since}, {side.ministry} said in "
        "a statement on Wednesday. "
         f"The toll includes {day} deaths in the past 24 hours. A number of victims are still "
         "under the rubble."),
    )  # fmt: skip
    return Account(text, [])


def _months(lot: random.Random, side: Side) -> Account:
    """Compose monitors' figures of a month; the deadliest incident may stand among them."""
    dead, total = lot.randint(90, 200), lot.randint(9000, 20000)
    text = pick(
        lot,
        (f"In April 2024, conflict-related violence killed {dead} civilians and injured "
        f"{dead * 4} in {side.region}, the UN mission said. "
         f"Short-range drones caused {dead // 3} deaths. This brings the total number of "
         f"civilians killed {side.since} to {said(total)}."),
        (f"The UN human rights office verified {dead} civilians killed and {dead * 3} injured "
        "in April. "
         f"That was {lot.randint(10, 60)} per cent more than in March, when {dead - 40} were "
         "killed. "
         f"Among the dead were {lot.randint(5, 20)} children."),
    )  # fmt: skip
    told: list[Expected] = []
    if lot.random() < 0.6:
        worst, hurt, town = lot.randint(9, 30), lot.randint(20, 80), lot.choice(side.towns)
        told.append(
            {"killed": (worst, worst), "injured": (hurt, hurt), "town": town, "day": "2024-04-17"}
        )
        text += " " + pick(
            lot,
            (
                f"The deadliest incident was on 17 April, when {article(side.whose)} missile hit "
                f"a clinic in {town}, killing {worst} civilians and injuring {hurt}."
            ),
            (
                f"In the deadliest attack, on 17 April in {town}, {worst} civilians were killed "
                f"and {hurt} injured."
            ),
            (
                f"On 17 April, {article(side.whose)} missile strike on {town} killed {worst} "
                f"civilians and injured {hurt}."
            ),
        )
    return Account(text, told)


def _losses(lot: random.Random, side: Side) -> Account:
    """Compose an army's count of its enemy's losses, or of its own year: no incident."""
    many = lot.randint(600, 1300)
    return Account(pick(
        lot,
        (
            f"The General Staff said the enemy had lost {many} soldiers, 12 tanks and 40 "
            f"artillery systems over the past day. Total losses {side.since} stand at "
            f"{said(many * 450)} soldiers."
        ),
        (
            f"The defence ministry said its forces had killed {many} enemy soldiers along the "
            "front line in the past week."
        ),
        (
            f"The enemy's combat losses as of 8 May: personnel - about {said(many * 450)} "
            f"(+{many}); tanks - 7,420 (+12)."
        ),
        (
            f"The president said {said(many * 40)} soldiers had been killed {side.since}. He did "
            "not say how many were wounded."
        ),
    ), [])  # fmt: skip


def _exchanged(lot: random.Random, side: Side) -> Account:
    """Compose an exchange of prisoners or of the dead: no incident."""
    many = lot.randint(20, 300)
    return Account(pick(
        lot,
        (
            f"The two sides exchanged {many} prisoners of war each on Wednesday, officials said. "
            f"It was the 52nd exchange {side.since}."
        ),
        (
            f"The bodies of {many} fallen soldiers were returned in an exchange on Wednesday, the "
            "coordination headquarters said."
        ),
        (
            f"{many} prisoners came home on Wednesday. Among them are soldiers who were wounded "
            "and 12 women."
        ),
    ), [])  # fmt: skip


def _roll(lot: random.Random, side: Side) -> Account:
    """Compose a hospital's list of the dead that it received from one strike."""
    names, town = lot.sample(_NAMES, lot.randint(3, 6)), lot.choice(side.towns)
    head = pick(
        lot,
        f"Names of those killed in the {side.whose} strike on a house in {town} on Tuesday:",
        (
            f"{capital(article(side.whose))} {side.weapons[0]} hit a house in {town} on Tuesday. "
            "The dead:"
        ),
        (
            f"The hospital in {town} published the names of those killed in Tuesday's "
            f"{side.whose} strike on a house in the town:"
        ),
    )
    jobs = [f"{n}. {name}, {lot.randint(4, 80)}" for n, name in enumerate(names, 1)]
    if lot.random() < 0.5:
        jobs = [f"{job}, {lot.choice(('driver', 'teacher', 'nurse', 'student'))}" for job in jobs]
    count = len(names)
    return Account(
        "\n".join((head, *jobs)), [{"killed": (count, count), "day": "2024-05-07", "town": town}]
    )


_KINDS: dict[str, Callable[[random.Random, Side], Account]] = {
    "lines": _lines, "hours": _hours, "ministry": _ministry, "months": _months,
    "losses": _losses, "exchanged": _exchanged, "roll": _roll,
}  # fmt: skip
