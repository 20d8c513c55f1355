"""Round-ups of a city's weekend, as papers and stations of the United States tell them."""

from __future__ import annotations

import random

from crime_making import HOSPITALS, STATES, TOWNS
from crime_people import Person, be, group, others, spot
from expected import Account
from roundup_making import SITES, Scene, aged, number, people, scenes, was
from wording import capital, listed

_DAYS = (("Friday", "2024-05-03"), ("Saturday", "2024-05-04"), ("Sunday", "2024-05-05"))


def weekend(lot: random.Random) -> Account:
    """Return a round-up published on Monday."""
    town, line, _state, _ = lot.choice(TOWNS)
    told = scenes(lot, lot.randint(2, 5), _DAYS)
    if lot.random() < 0.3:
        told.reverse()
    dead, hurt = sum(len(s.dead) for s in told), sum(len(s.hurt) for s in told)
    turns: list[str] = []
    more = lot.random() < 0.4  # the sum holds incidents that are not told one by one
    dead, hurt = (dead + more * lot.randint(1, 4), hurt + more * lot.randint(2, 9))
    parts = [_lead(lot, town, dead, hurt)]
    for at, scene in enumerate(told):
        body = _item(lot, scene, told[at - 1] if at else None)
        parts.append(body)
    for name in lot.sample(sorted(_BESIDE), lot.randint(0, 2)):
        turns.append(name)
        parts.insert(lot.choice((1, len(parts))), _BESIDE[name](lot, town, dead, hurt))
    text = lot.choice((f"{line} — ", f"{line} - ", "")) + "\n\n".join(p for p in parts if p)
    title = _title(lot, town, dead, hurt)
    return Account(text, [s.expected(town) for s in told], turns, title, "2024-05-06", ranked=False)


def _sums(dead: int, hurt: int, lot: random.Random) -> str:
    floor = lot.choice(("at least ", "", ""))
    if not dead:
        return f"{floor}{people(hurt)} {was(hurt)} wounded"
    if not hurt:
        return f"{floor}{people(dead)} {was(dead)} killed"
    return lot.choice((
        f"{floor}{people(dead)} {was(dead)} killed and {number(hurt)} wounded",
        f"{floor}{people(dead)} {was(dead)} killed and {number(hurt)} others were wounded"
        if hurt > 1 else f"{floor}{people(dead)} {was(dead)} killed and one wounded",
        f"{floor}{people(dead + hurt)} were shot, {number(dead)} fatally,",
        f"{floor}{people(dead + hurt)} were shot, {number(dead)} of them fatally,",
    ))  # fmt: skip


def _lead(lot: random.Random, town: str, dead: int, hurt: int) -> str:
    sums = _sums(dead, hurt, lot)
    return lot.choice((
        f"{capital(sums)} in shootings across {town} over the weekend, police said.",
        f"{capital(sums)} in separate shootings in {town} this weekend.",
        f"{capital(sums)} in weekend gun violence in {town}.",
        f"{capital(sums)} in shootings in {town} between Friday evening and early Monday.",
        f"{town} police are investigating several shootings over the weekend in which {sums}"
        .removesuffix(",") + ".",
        f"It was a violent weekend in {town}: {sums} in separate shootings.",
    ))  # fmt: skip


def _title(lot: random.Random, town: str, dead: int, hurt: int) -> str | None:
    return lot.choice((
        f"{dead + hurt} shot in weekend shootings across {town}",
        f"{dead} killed, {hurt} wounded in {town} weekend shootings" if dead and hurt else None,
        f"Weekend shootings leave {dead} dead in {town}" if dead else None,
        f"Weekend violence in {town}", None,
    ))  # fmt: skip


def _item(lot: random.Random, scene: Scene, before: Scene | None) -> str:
    hours = [
        f"about {scene.hour} {scene.weekday}", f"around {scene.hour} {scene.weekday}",
        f"at {scene.hour} {scene.weekday}", f"just before {scene.hour} on {scene.weekday}",
    ]  # fmt: skip
    when = lot.choice(hours)
    block = lot.randint(2, 60) * 100
    where = lot.choice((
        f"in the {block} block of {scene.street}", f"on {scene.street}",
        f"near {scene.street} and 9th Avenue", f"{lot.choice(SITES)} on {scene.street}",
    ))  # fmt: skip
    opener = lot.choice(("", "", _opener(lot, scene, before)))
    return _told(lot, scene, opener, when, where)


def _opener(lot: random.Random, scene: Scene, before: Scene | None) -> str:
    if before is None:
        return lot.choice(("In the first shooting, ", "In the first incident, "))
    return lot.choice((
        "In another shooting, ", "In a separate shooting, ", "In a separate incident, ",
        "Elsewhere, ", "In an unrelated shooting, ",
        "Later that day, " if before.day == scene.day and before.hour < scene.hour else "Also, ",
    ))  # fmt: skip


def _told(lot: random.Random, scene: Scene, opener: str, when: str, where: str) -> str:
    dead, hurt = scene.dead, scene.hurt
    if dead and hurt:
        return _both(lot, scene, opener, when, where)
    some = dead or hurt
    who = aged(some[0]) if len(some) == 1 else group(some, lot)
    verb = lot.choice(("shot and killed", "fatally shot") if dead else ("shot", "shot and wounded"))
    first = lot.choice((
        f"{opener}{who} {be(some)} {verb} {when} {where}, police said.",
        f"{opener}{who} {be(some)} {verb} {where} {when}.",
        f"{capital(when)}, {who} {be(some)} {verb} {where}.",
        (f"{opener}police responded {when} to a shooting {where} and found {who} "
        f"{_wounds(some)}."),
        f"{opener}officers were called {when} {where}, where {who} had been {verb}.",
    ))  # fmt: skip
    return f"{capital(first)} {_fate(lot, some, found='found' in first)}"


def _wounds(some: list[Person]) -> str:
    return "with a gunshot wound" if len(some) == 1 else "with gunshot wounds"


def _fate(lot: random.Random, some: list[Person], *, found: bool) -> str:
    one, he = some[0], capital(some[0].pronoun)
    if one.dead:
        if len(some) > 1:
            return "Both died at the scene." if found else "Both were pronounced dead at the scene."
        said = [
            f"{he} was pronounced dead at the scene.",
            f"{he} died at {lot.choice(HOSPITALS)}.",
            f"The {one.noun} was taken to {lot.choice(HOSPITALS)}, where {one.pronoun} died.",
        ]
        named = f"The {one.noun} was identified as {one.name}, {one.age}."
        return lot.choice(said) + lot.choice(("", "", f" {named}"))
    if len(some) == 1:
        return lot.choice((
            (f"{he} was hit in the {spot(lot)} and taken to {lot.choice(HOSPITALS)} "
            f"{lot.choice(STATES)}."),
            f"{he} is expected to survive.", f"{he} was listed {lot.choice(STATES)}.",
            f"The {one.noun} was taken to {lot.choice(HOSPITALS)}.",
        ))  # fmt: skip
    return lot.choice((
        "All were expected to survive." if len(some) > 2 else "Both are expected to survive.",
        f"They were taken to {lot.choice(HOSPITALS)} {lot.choice(STATES)}.",
        f"The victims, {listed([f'{aged(p)}' for p in some])}, were hospitalized.",
    ))  # fmt: skip


def _both(lot: random.Random, scene: Scene, opener: str, when: str, where: str) -> str:
    dead, hurt = group(scene.dead, lot), ""
    hurt = others(scene.hurt, lot, after=dead)
    first = lot.choice((
        f"{opener}{dead} {be(scene.dead)} killed and {hurt} wounded in a shooting {when} {where}.",
        f"{opener}gunfire {when} {where} left {dead} dead and {hurt} wounded.",
        f"{opener}a shooting {where} {when} killed {dead} and wounded {hurt}.",
        (f"{capital(when)}, {dead} {be(scene.dead)} shot to death {where}, and {hurt} "
        f"{be(scene.hurt)} injured."),
    ))  # fmt: skip
    more = lot.choice(("", " No one was in custody.", " Police found dozens of shell casings."))
    return capital(first) + more


def _arrests(_lot: random.Random, _town: str, _dead: int, _hurt: int) -> str:
    return _lot.choice((
        "No arrests have been made in any of the shootings.",
        "No one was in custody Monday morning.",
        "Police did not say whether any of the shootings were related.",
        "Anyone with information is asked to call Crime Stoppers at 555-0134.",
    ))  # fmt: skip


def _previous(lot: random.Random, town: str, _dead: int, _hurt: int) -> str:
    n, m = lot.randint(2, 7), lot.randint(8, 30)
    return lot.choice((
        f"Last weekend, {number(n)} people were killed and {m} wounded in shootings citywide.",
        f"The previous weekend, {m} people were shot in {town}, {number(n)} of them fatally.",
        f"During the same weekend last year, {number(n)} people were killed and {m} were wounded.",
    ))  # fmt: skip


def _year(lot: random.Random, town: str, _dead: int, _hurt: int) -> str:
    n = lot.randint(40, 190)
    return lot.choice((
        (f"So far this year, {n} people have been killed in {town}, compared with {n + 11} at this "
        "point last year."),
        f"{town} has recorded {n} homicides this year, according to police data.",
        f"At least {n * 4} people have been shot in {town} since January, {n} of them fatally.",
    ))  # fmt: skip


def _young(lot: random.Random, _town: str, _dead: int, hurt: int) -> str:
    if hurt < 3:
        return ""
    return lot.choice(
        (
            "Two of those wounded over the weekend were teenagers.",
            "The youngest victim was 15 years old.",
        )
    )


_BESIDE = {"arrests": _arrests, "previous": _previous, "year": _year, "young": _young}
