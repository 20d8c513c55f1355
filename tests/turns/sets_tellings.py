"""How one account of a set tells of an incident: at once, days after, months after, in passing."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sets_scenes import Happened
from wire_scenes import TITLES, opened, said
from wording import capital

SPEAKERS = (
    "police", "the mayor", "a hospital director", "the provincial governor", "medics", "officials",
    "a senior security official", "the interior ministry", "local officials", "rescue workers",
)  # fmt: skip
_RIVALS = (
    "A monitoring group put the number of dead at {most}.",
    "The rebels, who hold part of the city, said {most} people had been killed.",
    "A rights group, citing relatives, gave a toll of {most} dead.",
)
FILLS = (
    "No group has claimed responsibility.",
    "The {noun} was the latest in a string of attacks in the area.",
    "Ambulances took the wounded to three hospitals, and residents were asked to give blood.",
    '"I heard a loud noise and then people were screaming," a shopkeeper said by telephone.',
    "Videos posted online showed smoke and people running.",
    "The government condemned the attack and promised an inquiry.",
    "Roads into {town} were closed for several hours.",
    "The {place} has been attacked before, most recently four years ago.",
    "Schools were shut for the day, and shops stayed closed in much of the city.",
    "Many of the wounded were in a serious condition, a doctor said.",
    "The area has seen years of fighting between government forces and armed groups.",
    "Relatives waited outside the hospital for news late into the night.",
    "So far this year {total} people have been killed in attacks across the country.",
    "More than {total} people have been killed in the province since the fighting began.",
    "A spokesman for the European Union called on all sides to protect civilians.",
    "Witnesses spoke of chaos as people searched for their relatives.",
    '"There was blood on the walls and shoes all over the floor," said a nurse who lives nearby.',
    "Firefighters needed two hours to put out the flames.",
    "Nobody immediately said that they were behind it.",
    "The president cut short a visit abroad and called a meeting of his security council.",
    "Security was tightened at public buildings in the capital.",
    "Local leaders urged people not to take revenge.",
    "Hospital staff said that they were short of blood, dressings and oxygen.",
    "A football match that was to be played in the evening was put off.",
    "Soldiers sealed off the {place} and kept reporters away.",
    "The Red Crescent sent two teams and opened a line for families.",
    "Electricity was cut in parts of {town} until the morning.",
    '"We have asked for protection for months, and nobody came," a councillor said.',
    "Traders said that they would not open again before the end of the week.",
    "Burials began before noon, as custom asks.",
    "Human rights groups called for an independent investigation.",
    "A curfew was ordered from eight in the evening.",
    "Farmers in the surroundings have left their fields since the spring.",
    "The army said that it was looking for those who planned it.",
    "Windows were broken in houses several streets away.",
    "Aid workers have been leaving {region} because of the danger on its roads.",
    "Mobile networks failed for much of the day.",
    "The United Nations called it an appalling act.",
    "Neighbors dug with their hands until machines arrived.",
    "Drivers of buses and taxis went on strike in protest.",
    '"My cousin had gone there to buy bread," a student said, in tears.',
    "The interior minister is expected to visit {town} this week.",
    "Elections are to be held in {region} in two months.",
    "Prices of flour and fuel have doubled there within a year.",
    "Mosques and churches held prayers for the dead.",
    "In all {total} people have died in bombings and shootings there over the past two years.",
)  # fmt: skip
_DIED = (
    ("A woman wounded in the {noun} in {town} on {on} has died in hospital, bringing the death "
    "toll to {dead}, {speaker} said on {today}."),
    ("The death toll from the {on} {noun} in {town} has risen to {dead} after one of the wounded "
    "died in hospital, {speaker} said {today}."),
    ("{today}, {Town}: One more person hurt when {clause} in {town} on {on} has died of "
    "the wounds, {speaker} said. The toll now stands at {dead}."),
)  # fmt: skip
_ROSE = (
    "The death toll from {weekday}'s {noun} in {town} rose to {dead} on {today}, {speaker} said.",
    ("{Dead} people are now known to have died in the {noun} in {town} on {weekday}, {speaker} "
    "said on {today}, raising an earlier toll."),
    ("Rescuers found more bodies on {today} at the scene of {weekday}'s {noun} in {town}, taking "
    "the number of dead to {dead}, {speaker} said."),
)  # fmt: skip
_TRIED = (
    ("A court sentenced two men to life in prison on {today} for the {noun} that killed {dead} "
    "people in {town} on {on}."),
    ("Three men went on trial on {today} accused of planning the {on} {noun} in {town}, in which "
    "{dead} people were killed."),
    ("Prosecutors on {today} asked for life sentences for two men charged over the {noun} in "
    "{town}, which killed {dead} {people} on {on}."),
    ("Police said on {today} that they had arrested the man behind the {on} {noun} in {town} that "
    "left {dead} people dead."),
)  # fmt: skip
_MARKED = (
    ("Relatives gathered in {town} on {today} to remember the {dead} people killed when {clause} "
    "there on {on}."),
    ("Families of the {dead} people who died in the {noun} in {town} on {on} are still waiting for "
    "answers."),
    ("An inquiry into the {on} {noun} in {town}, which killed {dead} people, found that warnings "
    "had been ignored."),
)  # fmt: skip
_ITEMS = (
    "On {weekday}, {clause} in {town}, killing {dead} people, {speaker} said.",
    "{Dead} people were killed on {weekday} when {clause} in {town}.",
    "In {town}, {a} {noun} on {weekday} left {dead} people dead.",
    "{does} killed {dead} people in {town} on {weekday}.",
)
CLAUSES = {
    "car bombing": ("a car packed with explosives blew up among market stalls",
                    "a parked car detonated beside shoppers at a market"),
    "roadside bombing": ("an explosive device went off beside a bus",
                         "a mine planted on the road destroyed a bus"),
    "bus bombing": ("an explosive hidden on a bus went off",
                    "a blast ripped through a crowded bus"),
    "grenade attack": ("somebody threw a grenade into a bar full of people",
                       "a hand grenade exploded in a bar"),
    "suicide bombing": ("a man wearing an explosive vest detonated it outside a mosque",
                        "a suicide bomber struck worshippers leaving a mosque"),
    "suicide attack": ("a suicide bomber drove a truck full of explosives at a police station",
                       "a truck bomb driven by a suicide attacker destroyed a police station"),
    "drone strike": ("a drone hit a fuel depot", "drones attacked a fuel depot"),
    "air strike": ("fighter jets struck an apartment building", "an air strike hit a house block"),
    "mortar attack": ("mortar rounds landed at a bus station",
                      "mortars were fired at a bus station"),
    "missile attack": ("a ballistic missile struck a hotel", "a hotel was hit by a missile"),
    "rocket attack": ("rockets hit a block of flats", "a salvo of rockets hit an apartment block"),
    "shooting": ("gunmen shot at guests of a wedding", "armed men fired on guests at a wedding"),
    "attack": ("gunmen on motorcycles raided a village",
               "assailants on motorbikes shot up a village"),
    "ambush": ("fighters ambushed an army convoy", "a military convoy fell into an ambush"),
    "raid": ("armed men attacked a mining camp", "militants raided a camp of gold miners"),
    "siege": ("armed men seized a hotel and held guests captive",
              "gunmen fought their way into a hotel and took guests hostage"),
    "boat attack": ("armed men shot at a ferry from the bank", "a ferry came under fire"),
    "stampede": ("a crowd fled in panic after shots were heard near a stadium",
                 "gunfire near a stadium caused a stampede"),
}  # fmt: skip
_ROUNDS = (
    (
        "A wave of violence has shaken the region this week.\n\n{items}\n\nNobody has said who was "
        "behind the attacks."
    ),
    "Here is a look at recent attacks.\n\n{items}",
    "The United Nations on {today} condemned a series of attacks on civilians.\n\n{items}",
    "{items}\n\nThe attacks come as talks about a ceasefire have stalled.",
)
LATER = {"died": _DIED, "rose": _ROSE, "tried": _TRIED, "marked": _MARKED}


def words(one: Happened, published: date, lot: random.Random) -> dict[str, str]:
    """Return the words that an account of that day has for an incident."""
    scene, town = one.scene, one.town
    clause = lot.choice((scene.clause, *CLAUSES[scene.noun]))
    name = town.variant if lot.random() < 0.25 else town.name
    on = f"{one.day:%B} {one.day.day}"
    if published.year != one.day.year:
        on += f", {one.day.year}"
    return {
        "does": scene.does, "noun": scene.noun, "a": _article(scene.noun),
        "A": _article(scene.noun).capitalize(), "clause": clause,
        "Clause": capital(clause), "title": scene.title, "place": scene.place,
        "people": scene.people[one.dead % len(scene.people)], "town": name, "Town": name,
        "region": town.region, "district": town.district, "adjective": town.adjective,
        "speaker": one.speaker, "Speaker": capital(one.speaker), "least": "", "Least": "",
        "dead": said(one.dead), "hurt": said(one.hurt), "Dead": opened(one.dead),
        "Hurt": opened(one.hurt), "fewer": said(one.dead - 1 - one.dead % 2),
        "Most": f"more than {(one.dead - 1) // 10 * 10}" if one.dead > 10 else "several",
        "on": on, "weekday": f"{one.day:%A}", "today": f"{published:%A}",
        "total": str(lot.randint(300, 2900)),
    }  # fmt: skip


def report(
    one: Happened, published: date, lot: random.Random, lead: str, fills: list[str]
) -> tuple[str, str | None]:
    """Return text and title of news of an incident of the day before."""
    filled = words(one, published, lot)
    body = [_dated(lead, one.day).format(**filled), *_filled(fills, filled, lot.randint(2, 5))]
    title = _dated(lot.choice(TITLES[:1] + TITLES[2:]), one.day).format(**filled)
    return "\n\n".join(body), capital(title) if lot.random() < 0.8 else None


def dayless(lead: str) -> str:
    """Return a lead that tells no day."""
    for told in (" on Monday", " early Monday", " a day earlier"):
        lead = lead.replace(told, "")
    return lead


def by_district(lead: str) -> str:
    """Return a lead that names no town, only the district or province."""
    return lead.replace("{town}", "{district}")


def later(one: Happened, published: date, lot: random.Random, way: str, fills: list[str]) -> str:
    """Return the text of an account of days, months or years after."""
    filled = words(one, published, lot)
    filled["people"] = "people"
    return "\n\n".join(
        [
            capital(lot.choice(LATER[way]).format(**filled)),
            *_filled(fills, filled, lot.randint(1, 3)),
        ]
    )


def rivaled(most: int, lot: random.Random) -> str:
    """Return a sentence in which another side counts more dead."""
    return lot.choice(_RIVALS).format(most=said(most))


def rounded(them: list[Happened], published: date, lot: random.Random) -> str:
    """Return the text of a round-up of several incidents of a week."""
    items = [capital(lot.choice(_ITEMS).format(**words(one, published, lot))) for one in them]
    text = lot.choice(_ROUNDS)
    return text.format(items="\n\n".join(items), today=f"{published:%A}")


def trimmed(text: str, lot: random.Random) -> str:
    """Return the copy that a local paper prints: its first paragraphs."""
    kept = text.split("\n\n")
    return "\n\n".join(kept[: max(2, lot.randint(len(kept) // 2, len(kept)))])


def _filled(fills: list[str], filled: dict[str, str], number: int) -> list[str]:
    """Return so many sentences that no other account of the set has."""
    taken = [fills.pop() for _ in range(min(number, len(fills)))]
    return [f.format(**filled) for f in taken]


def _dated(words_: str, day: date) -> str:
    after = day + timedelta(days=1)
    dated = {"Monday": f"{day:%A}", "Tuesday": f"{after:%A}", "May 7": f"{after:%B} {after.day}"}
    for old in dated:
        words_ = words_.replace(old, f"<{old}>")
    for old, new in dated.items():
        words_ = words_.replace(f"<{old}>", new)
    return words_


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
