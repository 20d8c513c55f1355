"""Persons harmed: who is one, what is known of them, what they are part of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cenotaph.extract import extract
from cenotaph.model import Claim, Toll, Victim
from readings import reading_of

PERSONS: dict[str, Victim] = {
    "A six-year-old girl was killed.": Victim(outcome="killed", age=6, sex="f"),
    "Ana Ruiz, 34, was shot dead on Monday.": Victim(
        outcome="killed", name="Ana Ruiz", age=34, role=None
    ),
    "A nurse was wounded by a splinter.": Victim(outcome="injured", role="nurse"),
    "One of them is a boy of seven.": Victim(outcome="killed", age=7, sex="m"),
    "The driver lost both legs.": Victim(outcome="injured", role="driver"),
    "Her husband was abducted at dawn.": Victim(outcome="abducted", sex="m"),
    "A policeman was shot in the neck.": Victim(outcome="casualties", sex="m", role="policeman"),
    "A policeman was shot in the arm.": Victim(outcome="injured", sex="m", role="policeman"),
    "The gunman shot himself dead.": Victim(outcome="killed", role="attacker"),
    "A fourth guard escaped with a bullet wound in the arm.": Victim(
        outcome="injured", role="guard"
    ),
    "A guard, later identified by police as Ana Ruiz, 30, was shot dead.": Victim(
        outcome="killed", name="Ana Ruiz", age=30, role="guard"
    ),
    "The rider, named as 19-year-old Leo Sand, was killed.": Victim(
        outcome="killed", name="Leo Sand", age=19
    ),
    "The bishop's murder shocked the town.": Victim(outcome="killed", role="bishop"),
}

NOBODY = (
    "Ana Ruiz said two men had died.",
    "The doctor treated the wounded.",
    "A dog was shot.",
    "The hospital was hit.",
    "The judge was threatened with death.",
    "He could have been killed.",
    "The soldier was not hurt.",
    "The mayor escaped unhurt.",
    "The striker shot from thirty metres.",
    "A gunman shot at the crowd.",
    "The gunman, identified as Leo Sand, 30, fired at a dog.",
)


@pytest.mark.parametrize(("sentence", "expected"), PERSONS.items())
def test_a_person_is_told_of_with_what_the_words_say(sentence: str, expected: Victim) -> None:
    text = f"Four people were killed. {sentence}" if sentence.startswith("One of") else sentence
    found = [c.value for c in victims(text) if isinstance(c.value, Victim)]
    assert expected in [replace(victim, words=None) for victim in found]


@pytest.mark.parametrize("sentence", NOBODY)
def test_who_speaks_acts_or_escapes_is_no_victim(sentence: str) -> None:
    told = [v.value for v in victims(sentence) if isinstance(v.value, Victim)]
    assert [v for v in told if v.name is not None or sentence.count("two men") == 0] == []


def test_a_single_victim_is_a_toll_of_one_too() -> None:
    claims = extract(reading_of("A farmer was shot dead near his well.")).claims
    tolls = [c.value.count for c in claims if isinstance(c.value, Toll)]
    assert [(t.low, t.high) for t in tolls] == [(1, 1)]


def test_a_person_told_of_again_makes_no_second_toll() -> None:
    text = "Ana Ruiz was shot dead on Monday. Ruiz was killed as she left her shop."
    claims = extract(reading_of(text)).claims
    assert len([c for c in claims if isinstance(c.value, Toll)]) == 1


def test_a_child_is_told_from_its_age_or_its_noun() -> None:
    claims = extract(reading_of("A 14-year-old was shot dead. Two toddlers were hurt.")).claims
    assert {c.value.people.age for c in claims if isinstance(c.value, Toll)} == {"children"}


def test_attackers_are_kept_apart_by_their_role() -> None:
    claims = extract(reading_of("Guards shot a gunman dead at the gate.")).claims
    roles = [c.value.people.roles for c in claims if isinstance(c.value, Toll)]
    assert roles == [("attacker",)]


def test_whose_and_what_they_are_is_read_from_the_words_alone() -> None:
    claims = extract(reading_of("Two Ukrainian soldiers were killed.")).claims
    (toll,) = [c.value for c in claims if isinstance(c.value, Toll)]
    assert (toll.people.side, toll.people.status) == ("Ukrainian", "combatant")
    assert toll.people.words == "Two Ukrainian soldiers"


def test_one_of_two_is_not_both() -> None:
    claims = extract(reading_of("Two people died, one of them a girl of six from Tarsk.")).claims
    tolls = [c.value for c in claims if isinstance(c.value, Toll)]
    assert [(t.count.low, t.people.age) for t in tolls] == [(2, None), (1, "children")]


LISTS = {
    "Gunmen killed Amaku Tesso, a nurse, and Ngozi Wele, a driver.": ["killed 2"],
    "Amaku Tesso, a nurse, and Ngozi Wele, a driver, were killed.": ["killed 2"],
    "Itzel, six, and her brother Ramiro, 9, died in the fire.": ["killed 2"],
    "U Maung Lay and Ana Ruiz were injured.": ["injured 2"],
    "Gunmen killed a man, a woman, and a boy.": ["killed 3"],
    "Rockets hit Vardin, a town of 300 people.": [],
    "Rockets struck Vardin, a village of 40, at noon.": [],
    "Shelling hit Avdiivka on Monday.": [],
}


@pytest.mark.parametrize(("sentence", "expected"), LISTS.items())
def test_each_of_a_list_is_one_person_and_a_town_is_none(
    sentence: str, expected: list[str]
) -> None:
    claims = extract(reading_of(sentence)).claims
    tolls = [c.value for c in claims if isinstance(c.value, Toll)]
    assert [f"{t.outcome} {t.count.low}" for t in tolls] == expected


def test_who_tells_of_the_wounded_is_not_one_of_them() -> None:
    text = "Twelve others were hurt, two nurses among them, deputy mayor Lena Roth said on Friday."
    assert victims(text) == []


def victims(text: str) -> list[Claim]:
    return [c for c in extract(reading_of(text)).claims if isinstance(c.value, Victim)]
