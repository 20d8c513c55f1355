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
