import pytest

from cenotaph.extract import weapons
from cenotaph.model import Weapon
from readings import reading_of

NAMED = [
    ("A missile struck an apartment block.", ["missile"]),
    ("The air strikes killed nine people.", ["airstrike"]),
    ("Two barrel bombs fell on a bakery.", ["barrel bomb"]),
    ("A suicide bomber killed six worshippers.", ["suicide bomb"]),
    ("A car bomb exploded near the bank.", ["car bomb"]),
    ("Their truck hit a mine and four died.", ["mine"]),
    ("He was stabbed with a kitchen knife.", ["knife"]),
    ("Drones attacked the port.", ["drone"]),
    ("Mortar shells and rockets killed two.", ["mortar", "rocket"]),
    ("They were hit by automatic rifle fire.", ["gun"]),
    ("A hand grenade killed one man.", ["grenade"]),
    ("ROCKETS KILLED FOUR SOLDIERS.", ["rocket"]),
    ("The killing was done with a machete.", ["knife"]),
]
OTHER = [
    "They slept in bomb shelters during the attack.",
    "Gun laws were debated after the killing.",
    "Police found shell casings after the killing.",
    "Three miners died in a coal mine.",
    "Drone footage shows the dead.",
    "A bomb threat closed the school.",
    "The fallen soldier was a friend of mine.",
    "Missile defence was discussed after the attack.",
    "They shell the town every night.",
    "The bomb squad came after the killing.",
    "The army denied that a missile had hit the clinic.",
    "Prices rocketed after the killing.",
    "The killing was near a drone factory.",
]


def found(text: str) -> list[str]:
    return [c.value.name for c in weapons.find(reading_of(text)) if isinstance(c.value, Weapon)]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[t for t, _ in NAMED])
def test_the_means_of_violence_is_named(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", OTHER)
def test_the_same_words_for_something_else_are_no_weapon(text: str) -> None:
    assert found(text) == []


def test_there_are_as_many_traps() -> None:
    assert len(NAMED) == len(OTHER)


def test_a_weapon_away_from_violence_is_doubtful() -> None:
    (claim,) = weapons.find(reading_of("He kept a rifle at home."))
    assert claim.confidence < 0.9


GENERAL = [
    "Rockets fall on the town every night.",
    "The town has been cut off for weeks as shelling comes closer.",
    "Nobody knows how many were killed by artillery.",
    "Mortars land near the school each morning.",
    "Police killed a smuggler and seized 30 rifles.",
]
ONE_INCIDENT = [
    "The bombing comes days after a raid on the port.",
    "Police say the bomb went off in a bin.",
    "Troops have shelled the port with mortars for three days, killing nine.",
    "A mortar killed two at the school, where pupils meet each morning.",
    "Police found two men who had been shot with a rifle.",
]


@pytest.mark.parametrize("text", GENERAL)
def test_arms_that_are_at_work_all_the_time_are_no_incident_s(text: str) -> None:
    assert [c.confidence < 0.5 for c in weapons.find(reading_of(text))] == [True]


@pytest.mark.parametrize("text", ONE_INCIDENT)
def test_arms_of_one_incident_are_sure(text: str) -> None:
    assert [c.confidence > 0.5 for c in weapons.find(reading_of(text))] == [True]


def test_arms_beside_a_running_total_are_none() -> None:
    text = "More than 900 people have been killed by artillery in the valley since May."
    assert found(text) == []
