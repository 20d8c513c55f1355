"""What a siege has cost so far, as copy says it beside the day's incident: no incident's toll.

Totals, spans of days, what morgues and hospitals count, graves, and what the true toll may be.
"""

from __future__ import annotations

import random

from siege_making import Making, Turn, opened, said
from wording import capital


def _since(made: Making, lot: random.Random) -> str:
    front, town = made.front, made.town
    dead = made.total(lot, 312, 9400)
    return lot.choice((
        (
            f"{capital(dead)} people have been killed in the city since {front.began}, according "
            f"to {front.ministry}."
        ),
        (f"{capital(front.monitor)} says {dead} civilians have been killed in {town} since "
        f"{front.began}."),
        (
            f"{capital(front.ministry)} says {dead} people, {lot.randint(60, 99)} of them "
            f"children, have died "
            f"in {town} since {front.began}."
        ),
        f"{capital(dead)} of the city's residents have been killed since {front.began}.",
        (
            f"{capital(front.monitor)} has documented the deaths of {dead} civilians in "
            f"{front.region} since {front.began}."
        ),
        (f"Since {front.began}, {dead} people have been killed in {front.region}, "
        f"{front.ministry} says."),
        f"The siege has killed {dead} people and left thousands without food or clean water.",
        (
            f"The fighting in and around the city has so far left {dead} people dead, according to "
            f"{front.monitor}."
        ),
        (
            f"{capital(front.ministry)}, which does not distinguish between civilians and "
            f"fighters in its count, says {dead} people have been killed since {front.began}."
        ),
    ))  # fmt: skip


def _brought(made: Making, lot: random.Random) -> str:
    front, dead = made.front, said(lot.randint(312, 9400))
    number = int(dead.replace(",", ""))
    made.totals.append(("killed", (number, number)))
    return lot.choice((
        (
            f"The deaths brought to {dead} the number of people killed in {made.town} since "
            f"{front.began}, {front.monitor} said."
        ),
        (
            f"The attack took the toll since {front.began} to {dead}, {front.ministry} said."
        ),
        (f"That brings the total number of dead since {front.began} to {dead}, "
        f"{front.ministry} said."),
        (
            f"With the latest deaths, {dead} people have been killed in the city since "
            f"{front.began}, {front.ministry} said."
        ),
        f"The overall death toll in {front.region} now stands at {dead}, {front.ministry} said.",
        f"{capital(front.ministry)} put the overall toll since {front.began} at {dead}.",
        (
            f"{capital(front.ministry)} said the number of people killed since {front.began} had "
            f"risen to {dead}."
        ),
        (
            f"The latest bloodshed pushed the death toll since {front.began} to {dead}, "
            f"according to {front.ministry}."
        ),
    ))  # fmt: skip


def _both(made: Making, lot: random.Random) -> str:
    front, dead, hurt = made.front, lot.randint(312, 9400), lot.randint(10000, 98000)
    made.totals += [("killed", (dead, dead)), ("injured", (hurt, hurt))]
    return lot.choice((
        (
            f"{capital(front.ministry)} said {said(dead)} people had been killed and {said(hurt)} "
            f"injured since {front.began}."
        ),
        (
            f"Since {front.began}, {said(dead)} people have been killed and {said(hurt)} others "
            f"wounded, {front.ministry} said in its daily update."
        ),
        (
            f"{said(dead)} people have died and {said(hurt)} have been wounded in the campaign so "
            f"far, according to {front.ministry}."
        ),
        (
            f"The ministry's running total since {front.began} is {said(dead)} dead and "
            f"{said(hurt)} wounded."
        ),
    ))  # fmt: skip


def _span(made: Making, lot: random.Random) -> str:
    front = made.front
    low, high = 41, 190
    dead = made.total(lot, low, high)
    return lot.choice((
        (
            f"In the past 24 hours, {dead} people were killed and {lot.randint(200, 300)} wounded "
            f"across {front.region}, {front.ministry} said."
        ),
        (f"{capital(dead)} people have been killed in {made.town} since {made.past(5)}, "
        f"{front.monitor} said."),
        (
            f"The past week has been the deadliest since {front.began}, with {dead} people "
            f"killed, {front.monitor} said."
        ),
        (
            f"In the first three days of the offensive {dead} people were killed, "
            f"according to {front.monitor}."
        ),
        (f"{capital(dead)} people have been killed in the city in the past two weeks alone, "
        f"residents said."),
        f"{capital(front.monitor)} said {dead} civilians had been killed in the city this month.",
        (
            f"{capital(front.monitor)} recorded {dead} civilian deaths in {front.region} over the "
            "past week."
        ),
    ))  # fmt: skip


def _day(made: Making, lot: random.Random) -> str:
    """Return what a ministry tells daily: bodies brought in, none of them one incident's."""
    front, dead, hurt = made.front, lot.randint(41, 190), lot.randint(200, 420)
    return lot.choice((
        (
            f"{capital(front.ministry)} said {dead} bodies were brought to hospitals in the past "
            f"24 hours, along with {hurt} wounded."
        ),
        (
            f"Over the past 24 hours, the bodies of {dead} people and {hurt} injured arrived at "
            f"hospitals across {front.region}, {front.ministry} said."
        ),
        (f"At least {dead} people were killed across {front.region} over the past day, "
        f"{front.ministry} said."),
        (
            f"{capital(front.ministry)} said that hospitals had received {dead} dead and {hurt} "
            "wounded during the previous 24 hours."
        ),
        (
            f"A total of {dead} people have been killed in the last 48 hours, {front.ministry} "
            "said."
        ),
    ))  # fmt: skip


def _month(made: Making, lot: random.Random) -> str:
    front, dead = made.front, made.total(lot, 90, 690)
    month = f"{made.published.replace(day=1).replace(month=(made.published.month - 2) % 12 + 1):%B}"
    return lot.choice((
        (f"{capital(dead)} civilians were killed in {made.town} in {month} alone, "
        f"{front.monitor} said."),
        (f"{month} was the deadliest month since {front.began}, with {dead} people killed, "
        f"{front.monitor} said."),
        f"{capital(front.monitor)} counted {dead} civilian deaths in the city in {month}.",
        (
            f"Between 1 and 14 {month}, {dead} people were killed in {front.region}, according to "
            f"{front.monitor}."
        ),
        f"Last month {dead} people died in shelling of the city, according to {front.monitor}.",
    ))  # fmt: skip


def _true_toll(made: Making, lot: random.Random) -> str:
    many = lot.choice((10000, 20000, 22000))
    who = lot.choice(
        ("An adviser to the mayor", "One doctor", f"An official in {made.town}", "Aid workers")
    )
    return lot.choice((
        f"{who} said the true toll was three to four times higher.",
        ("The real number is believed to be at least twice as high, because many bodies "
        "remain under the rubble."),
        f"{who} said the actual number of dead could exceed {said(many)}.",
        (f"{who} said the true figure was likely to be much higher, as thousands lay under "
        f"the rubble."),
        "The count is almost certainly too low, the United Nations said.",
        f"{who} said that the number of dead in the city may be as high as {said(many)}.",
        f"{who} estimated that thousands more were buried under collapsed buildings.",
        ("Officials warned that the toll could rise because many people were still under the "
        "rubble."),
        f"{who} said the real toll could be double that.",
        f"The city's mayor has said he fears that more than {said(many)} people have died there.",
    ))  # fmt: skip


def _morgue(made: Making, lot: random.Random) -> str:
    dead, hurt = lot.randint(43, 480), lot.randint(200, 990)
    return lot.choice((
        (f"The city's main morgue has taken in {dead} bodies since {made.front.began}, its "
        f"director said."),
        f"The hospital's morgue held {dead} bodies on {made.past(0)}, many of them unidentified.",
        f"The hospital has treated {hurt} wounded people since {made.past(6)}, a surgeon said.",
        f"The morgue, built for {lot.randint(20, 40)} bodies, is full, a doctor said.",
        f"Staff at the morgue said that {dead} bodies had passed through it in a week.",
        f"Doctors there say they have carried out {hurt} amputations since {made.front.began}.",
        f"{dead} unclaimed bodies lay in the morgue, a health worker said.",
        f"The hospital has received {dead} bodies this month, its director said.",
    ))  # fmt: skip


def _grave(made: Making, lot: random.Random) -> str:
    dead, day = lot.randint(43, 280), made.past(lot.choice((0, 1)))
    made.maybe.append({"killed": None, "injured": None})
    town = made.another(lot)
    return lot.choice((
        (f"Authorities said on {day} that they had exhumed {dead} bodies from a mass grave in "
        f"{town}."),
        f"A mass grave holding {dead} bodies was found last month near {town}.",
        f"Satellite images show more than {dead} fresh graves in a cemetery near {town}.",
        (f"Rescue workers have recovered {dead} bodies from mass graves in {town} since the "
        f"weekend."),
        f"Residents have buried {dead} people in gardens and courtyards since {made.front.began}.",
        f"On {day}, workers in {town} reburied {dead} bodies that had been dug up from courtyards.",
        (f"{capital(said(dead))} bodies have been exhumed in {town}, {lot.randint(5, 19)} of "
        f"them with their hands tied, officials said."),
        (f"The bodies of {dead} people were found in a mass grave in {town}, officials said "
        f"on {day}."),
    ))  # fmt: skip


def _hunger(made: Making, lot: random.Random) -> str:
    dead = lot.randint(21, 140)
    return lot.choice((
        (f"At least {dead} people, most of them children, have starved to death since "
        f"{made.front.began}, a doctor said."),
        (f"{opened(lot.randint(4, 9))} children have died of malnutrition in the past week, "
        f"doctors said."),
        f"Hunger and disease have claimed {dead} lives in the city, aid workers say.",
        f"At least {dead} patients have died for lack of medicine, the hospital's director said.",
        (f"{dead} people have died from hunger since {made.front.began}, local health "
        f"officials said."),
    ))  # fmt: skip


def _evacuated(made: Making, lot: random.Random) -> str:
    many, hurt, day = lot.randint(700, 4300), lot.randint(12, 62), made.past(lot.choice((0, 1)))
    town = made.another(lot)
    return lot.choice((
        (f"On {day}, {said(many)} people, including {hurt} wounded, were bussed out of {town} "
        f"under a deal between the two sides."),
        (f"{hurt} wounded people and their relatives were evacuated from {town} on {day}, the "
        f"Red Cross said."),
        (f"A convoy of {lot.randint(12, 40)} buses carried {said(many)} people out of {town} "
        f"on {day}."),
        (f"The Red Cross said it had evacuated {hurt} critically wounded patients from {town} "
        f"on {day}."),
        (f"Some {said(many)} people have been evacuated since {made.front.began}, among them "
        f"{hurt} wounded."),
        (f"The World Health Organization said {hurt} injured children had been flown abroad "
        f"for treatment."),
        f"{said(many)} people have fled the city in the past week, the UN migration agency said.",
    ))  # fmt: skip


def _guild(made: Making, lot: random.Random) -> str:
    people = lot.choice(("health workers", "aid workers", "journalists", "rescuers", "children"))
    dead = made.total(lot, 43, 260)
    return lot.choice((
        f"{capital(dead)} {people} have been killed since {made.front.began}, the UN says.",
        f"The UN says {dead} {people} have been killed in the conflict.",
        (f"Since {made.front.began}, {dead} {people} have lost their lives, according to "
        f"{made.front.monitor}."),
    ))  # fmt: skip


def _attacks(made: Making, lot: random.Random) -> str:
    many, dead = lot.randint(30, 90), made.total(lot, 320, 990)
    return lot.choice((
        (f"The World Health Organization has recorded {many} attacks on health care since "
        f"{made.front.began}, in which {dead} people have been killed."),
        (f"There have been {many} attacks on hospitals since {made.front.began}, killing "
        f"{dead} people, {made.front.monitor} says."),
        (f"{capital(made.front.monitor)} has verified {many} attacks on schools this year, in "
        f"which {dead} people died."),
    ))  # fmt: skip


def _trapped(made: Making, lot: random.Random) -> str:
    many = lot.randint(100, 300) * 1000
    return lot.choice((
        f"About {said(many)} people remain trapped in the city without water or power.",
        f"The UN estimates that {said(many)} people have been displaced since {made.front.began}.",
        f"Aid agencies say {said(many)} people in {made.town} are at risk of starvation.",
        f"Only {lot.randint(12, 70)} aid trucks have been allowed in since {made.front.began}.",
        '"This siege is a stain on the conscience of the world," the UN aid chief said.',
        f"The UN human rights chief said the siege of {made.town} might amount to a war crime.",
        (f"The city, home to {said(many)} people before the war, has been shelled daily since "
        f"{made.front.began}."),
    ))  # fmt: skip


def _days(made: Making, lot: random.Random) -> str:
    """Return what days on end cost: a total, or an incident of its own."""
    dead = lot.randint(41, 190)
    made.maybe.append({"killed": (dead, dead)})
    return lot.choice((
        f"Five days of bombardment have left {dead} people dead, {made.front.monitor} said.",
        f"Shelling over the weekend killed {dead} people in the city, residents said.",
        f"{capital(made.front.monitor)} said three days of air strikes had killed {dead} people.",
    ))  # fmt: skip


TOTALS: dict[str, Turn] = {
    "since": _since, "brought": _brought, "both": _both, "span": _span, "day": _day,
    "month": _month, "days": _days, "guild": _guild, "attacks": _attacks,
}  # fmt: skip
STOCKS: dict[str, Turn] = {
    "true-toll": _true_toll, "morgue": _morgue, "grave": _grave, "hunger": _hunger,
    "evacuated": _evacuated, "trapped": _trapped,
}  # fmt: skip
