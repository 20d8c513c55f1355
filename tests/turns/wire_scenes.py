"""Attacks as agency copy opens with them: what happened, to whom, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wording import capital

Kind = Literal["bomb", "suicide", "fire", "guns"]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_DIGITS = 10  # from which an agency writes digits


@dataclass(frozen=True)
class Scene:
    """An attack: as a noun, a clause and a doer, and whom it hits."""

    kind: Kind
    noun: str  # "an attack in Gao"
    clause: str  # "when {clause} in Gao"
    does: str  # "{does} killed nine people"
    title: str  # "{title} kills nine in Gao"
    people: tuple[str, ...] = ("people",)
    place: str = "site"  # "people at the {place}"


SCENES = (
    Scene("bomb", "car bombing", "a car bomb exploded in a crowded market", "A car bomb",
          "Car bomb", ("people", "civilians"), "market"),
    Scene("bomb", "roadside bombing", "a bus hit a roadside bomb", "A roadside bomb",
          "Roadside bomb", ("people", "passengers", "civilians"), "bus"),
    Scene("bomb", "bus bombing", "a bomb tore through a passenger bus", "A bomb on a bus",
          "Bus bombing", ("people", "passengers"), "bus"),
    Scene("bomb", "grenade attack", "a grenade was thrown into a bar", "A grenade blast",
          "Grenade blast", ("people", "customers"), "bar"),
    Scene("suicide", "suicide bombing", "a suicide bomber blew himself up outside a mosque",
          "A suicide bomber", "Suicide bomber", ("people", "worshippers"), "mosque"),
    Scene("suicide", "suicide attack",
          "a suicide bomber rammed an explosives-laden truck into a police station",
          "A suicide truck bomb", "Suicide bombing", ("people",), "station"),
    Scene("fire", "drone strike", "a drone struck a fuel depot", "A drone strike", "Drone strike",
          ("people", "workers"), "depot"),
    Scene("fire", "air strike", "warplanes bombed a residential building", "An air strike",
          "Air strike", ("people", "civilians"), "building"),
    Scene("fire", "mortar attack", "mortar shells hit a bus station", "Mortar fire",
          "Mortar attack", ("people", "civilians"), "station"),
    Scene("fire", "missile attack", "a missile hit a hotel", "A missile", "Missile strike",
          ("people", "guests"), "hotel"),
    Scene("fire", "rocket attack", "rockets slammed into an apartment block", "Rocket fire",
          "Rocket fire", ("people", "residents"), "block"),
    Scene("guns", "shooting", "gunmen opened fire on a wedding party", "Gunmen", "Gunmen",
          ("people", "guests"), "wedding"),
    Scene("guns", "attack", "armed men on motorcycles attacked a village", "Armed men",
          "Gunmen", ("people", "villagers"), "village"),
    Scene("guns", "ambush", "gunmen ambushed a military convoy", "Gunmen", "Ambush",
          ("soldiers", "troops"), "convoy"),
    Scene("guns", "raid", "gunmen stormed a mining camp", "Suspected militants", "Militants",
          ("people", "miners", "workers"), "camp"),
    Scene("guns", "siege", "attackers stormed a hotel and held guests hostage for hours",
          "Attackers", "Hotel siege", ("people", "guests"), "hotel"),
    Scene("guns", "boat attack", "gunmen opened fire on a ferry", "Gunmen on a riverbank",
          "Boat attack", ("people", "passengers"), "ferry"),
    Scene("guns", "stampede", "shots fired near a stadium set off a stampede", "A stampede",
          "Stampede", ("people", "fans"), "stadium"),
)  # fmt: skip

# town, where it lies in prose, of which country, whose adjective
TOWNS = (
    ("Gao", "northern Mali", "Malian"), ("Mopti", "central Mali", "Malian"),
    ("Kharkiv", "eastern Ukraine", "Ukrainian"), ("Peshawar", "northwestern Pakistan", "Pakistani"),
    ("Quetta", "southwestern Pakistan", "Pakistani"), ("Idlib", "northwestern Syria", "Syrian"),
    ("Homs", "central Syria", "Syrian"), ("Maiduguri", "northeastern Nigeria", "Nigerian"),
    ("Mosul", "northern Iraq", "Iraqi"), ("Kandahar", "southern Afghanistan", "Afghan"),
    ("Jalalabad", "eastern Afghanistan", "Afghan"), ("Mogadishu", "Somalia", "Somali"),
    ("Taiz", "southwestern Yemen", "Yemeni"), ("Goma", "eastern Congo", "Congolese"),
)  # fmt: skip

SPEAKERS = (
    "police", "the mayor", "a hospital director", "the provincial governor", "medics",
    "a spokesman for the army", "residents", "officials", "a senior security official",
    "the interior ministry", "two hospital officials", "the health minister, Omar Dallo",
    "local officials", "witnesses", "police spokesman Karim Sadu", "rescue workers",
)  # fmt: skip

LEADS = (
    "{does} killed {least}{dead} {people} and wounded {hurt} in {town} on Monday, {speaker} said.",
    (
        "{Least}{Dead} {people} were killed and {hurt} wounded when {clause} in {town} on Monday, "
        "{speaker} said."
    ),
    (
        "{A} {noun} in {town} killed {least}{dead} {people} on Monday, according to {speaker}. "
        "{Hurt} others were injured."
    ),
    (
        "{town} (Agency) - A {noun} on Monday left {least}{dead} {people} dead and {hurt} injured, "
        "{speaker} told reporters."
    ),
    (
        "The toll from {a} {noun} in {town} on Monday stands at {least}{dead} dead and {hurt} "
        "injured, {speaker} said."
    ),
    (
        "{Clause} in {region} on Monday, killing {least}{dead} {people} and injuring {hurt} "
        "others, {speaker} said.\nThe attack took place in the city of {town}."
    ),
    (
        "{Speaker} said Tuesday that {least}{dead} {people} had been killed and {hurt} wounded a "
        "day earlier when {clause} in {town}."
    ),
    (
        "{town} (Agency) - {Clause} in the {adjective} city of {town} early Monday, killing "
        "{least}{dead} {people}, {speaker} said. {Hurt} others were wounded."
    ),
    (
        "{Clause} in {town} on Monday. {Speaker} said {least}{dead} {people} were killed and "
        "{hurt} injured."
    ),
    (
        "Families in {town} buried their dead on Tuesday, a day after {clause} in the city, "
        "killing {least}{dead} {people} and wounding {hurt}."
    ),
    (
        "{Least}{Dead} {people} have died and {hurt} have been injured in {a} {noun} in {town}, "
        "{region}, {speaker} said. The attack took place on Monday evening."
    ),
    (
        "{Least}{Dead} {people} were killed on Monday in {a} {noun} in {town}, {speaker} said, in "
        "the latest violence to hit {region}. {Hurt} more were taken to hospital with injuries."
    ),
    (
        "{town}, May 7 (Agency) - {does} in the {adjective} city killed {least}{dead} {people} "
        "and injured {hurt} on Monday, {speaker} said."
    ),
    (
        "{A} {noun} that killed {least}{dead} {people} and wounded {hurt} in the {adjective} city "
        "of {town} on Monday has been condemned around the world."
    ),
    (
        "The {adjective} government declared three days of mourning on Tuesday for the "
        "{least}{dead} {people} killed in Monday's {noun} in {town}. {Hurt} others were wounded."
    ),
)

TITLES = (
    "{title} kills {least}{dead} in {town}",
    "{title} kills at least {fewer}, {adjective} officials say",
    "At least {fewer} killed in {town} {noun}",
    "{Most} dead in {region}",
    "{title} in {town} leaves {least}{dead} dead, {hurt} injured",
    "{adjective} city mourns victims of {noun}",
    "What we know about the {town} {noun}",
    "{town} {noun}: death toll reaches {dead}",
)


def said(number: int) -> str:
    """Return a number as an agency writes it."""
    return _SMALL[number] if number < _DIGITS else str(number)


def opened(number: int) -> str:
    """Return a number as it opens a sentence, in words."""
    return capital(spelled(number))


def spelled(number: int) -> str:
    """Return a number below a hundred in words, a larger one in digits."""
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    if tens >= len(_TENS):
        return str(number)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
