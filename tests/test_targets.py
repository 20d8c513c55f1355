import pytest

from cenotaph.extract import targets
from cenotaph.model import Target
from readings import reading_of

# Each sentence with the name, category and damage of its targets.
HIT = [
    ("A missile struck an apartment block in Tarsk.", [("apartment block", "home", None)]),
    ("The shelling of a maternity hospital killed three.",
     [("maternity hospital", "hospital", None)]),
    ("An airstrike on a children's hospital killed nine.",
     [("children's hospital", "hospital", None)]),
    ("Rebels destroyed a section of the oil pipeline.",
     [("oil pipeline", "infrastructure", "destroyed")]),
    ("A bomb went off in a crowded market.", [("crowded market", "market", None)]),
    ("The blast destroyed two houses.", [("houses", "home", "destroyed")]),
    ("The school was hit by two shells.", [("school", "school", None)]),
    ("Rescuers searched a badly damaged clinic.", [("clinic", "hospital", "damaged")]),
    ("The mosque bombing left ten dead.", [("mosque", "worship", None)]),
    ("Gunmen opened fire on a bus.", [("bus", "vehicle", None)]),
    ("Two jets bombed a refugee camp.", [("refugee camp", "camp", None)]),
    ("A church and a school were destroyed in the raid.",
     [("church", "worship", "destroyed"), ("school", "school", "destroyed")]),
    ("Rebels attacked an army base near Jos.", [("army base", "military", None)]),
    ("Shells hit a power station.", [("power station", "infrastructure", None)]),
    ("They fired on a hospital building.", [("hospital building", "hospital", None)]),
    ("A bus bombing left ten dead.", [("bus", "vehicle", None)]),
    ("A missile hit a children’s hospital.", [("children's hospital", "hospital", None)]),
    ("Shells hit about 1.4 thousand homes.", [("homes", "home", None)]),
    ("Rockets hit up to 30 shops.", [("shops", "market", None)]),
]  # fmt: skip
NOT_HIT = [
    "Rebels destroyed a section of the report on the pipeline.",
    "About 30 shops opened on Monday.",
    "The blaze was seen from up to 20 houses.",
    "Fourteen others were taken to a hospital in Makurdi.",
    "He died at the hospital after the shooting.",
    "They fled to a bomb shelter near the church.",
    "Police found a gun in the house.",
    "The victims were buried near the mosque.",
    "The suspect drove his car to a school and gave himself up.",
    "The mayor spoke at the town hall about the bombing.",
    "The market reopened on Monday.",
    "Rebels threatened to bomb the bridge.",
    "The army denied that the hospital had been bombed.",
    "Doctors at the clinic treated the wounded.",
    "Soldiers took the wounded to their base.",
    "The protest passed without violence.",
    "She bought bread in a shop before the attack.",
    "A car bomb exploded in the street.",
    "“We have struck no hospital,” the general said.",
]


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (c.value.name, c.value.category, c.value.damage)
        for c in targets.find(reading_of(text))
        if isinstance(c.value, Target)
    ]


@pytest.mark.parametrize(("text", "expected"), HIT, ids=[t for t, _ in HIT])
def test_what_was_hit_is_a_target(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOT_HIT)
def test_places_that_were_not_hit_are_none(text: str) -> None:
    assert found(text) == []


def test_there_are_as_many_traps() -> None:
    assert len(HIT) == len(NOT_HIT)
