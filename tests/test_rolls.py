"""Rolls of the dead and wounded: names in a list that no word of harm governs."""

from __future__ import annotations

import pytest

from cenotaph.extract import victims
from cenotaph.model import Victim
from readings import reading_of

ROLLS: list[tuple[str, list[tuple[str, int | None, str]]]] = [
    (
        "The dead are Ana Ruiz, 22; Leo Sand, 40, a porter; and Mia Roth, 9.",
        [("Ana Ruiz", 22, "killed"), ("Leo Sand", 40, "killed"), ("Mia Roth", 9, "killed")],
    ),
    (
        "The wounded were identified by the hospital as Tarik Aziri, 31, and Nora Velde, 28.",
        [("Tarik Aziri", 31, "injured"), ("Nora Velde", 28, "injured")],
    ),
    (
        "Three nurses died. Their union named them as Ines Duarte, Yusuf Karim and Paulo Reis.",
        [("Ines Duarte", None, "killed"), ("Yusuf Karim", None, "killed"),
         ("Paulo Reis", None, "killed")],
    ),
    (
        "Two pupils were wounded. The victims have been named as Jo Lind (12) and Kai Moss (13).",
        [("Jo Lind", 12, "injured"), ("Kai Moss", 13, "injured")],
    ),
    (
        "Relatives named the dead as the sisters Amal, 7, and Rana Saleh, 10.",
        [("Amal", 7, "killed"), ("Rana Saleh", 10, "killed")],
    ),
    (
        "The dead guests are Maria Voss, 34, her brother Juan Voss, 29, and a cook, Kyle Betts.",
        [("Maria Voss", 34, "killed"), ("Juan Voss", 29, "killed"), ("Kyle Betts", None, "killed")],
    ),
    (
        """Those killed when a gunman opened fire in a hall:

1. Ruth Adler, 71, tailor
2. Simon Behr, 66, and his brother David Behr, 59
3. Jonas Weil (23)

Six people were wounded.""",
        [("Ruth Adler", 71, "killed"), ("Simon Behr", 66, "killed"), ("David Behr", 59, "killed"),
         ("Jonas Weil", 23, "killed")],
    ),
    (
        "The fallen are Ana Ruiz, 22, and Leo Sand, 40.",
        [("Ana Ruiz", 22, "killed"), ("Leo Sand", 40, "killed")],
    ),
    (
        "Those kidnapped were Ana Ruiz, 22, and Leo Sand, 40.",
        [("Ana Ruiz", 22, "abducted"), ("Leo Sand", 40, "abducted")],
    ),
    (
        "The missing:\n\n1. Ana Ruiz, 22\n2. Leo Sand, 40",
        [("Ana Ruiz", 22, "missing"), ("Leo Sand", 40, "missing")],
    ),
    (
        "These are some of those who lost their lives at the fair.\n\nAna Ruiz, 22\nLeo Sand, 40",
        [("Ana Ruiz", 22, "killed"), ("Leo Sand", 40, "killed")],
    ),
    (
        "They were killed on 2 May. This is who they were.\n\nAna Ruiz, 22\nLeo Sand, a porter",
        [("Ana Ruiz", 22, "killed"), ("Leo Sand", None, "killed")],
    ),
    (
        "Two brothers died. The victims were Igor Pavlenko, 30, who leaves a child, and Oleh, 26.",
        [("Igor Pavlenko", 30, "killed"), ("Oleh", 26, "killed")],
    ),
]  # fmt: skip
NO_ROLLS = [
    "Two men were killed and three were arrested. They are Ivo Karel, 22, and Sem Brandt, 30.",
    "Nine died. The suspects were identified as Ivo Karel, 22, and Sem Brandt, 30.",
    "The dead were identified as soldiers of the Reed Brigade and of the Tarsk Guard.",
    "The dead are the pride of Tarsk and of the Reed Valley.",
    "Four were killed. They were buried in Sumy, Poltava and Kharkiv.",
    "Those killed in the market:\n1. Ana Ruiz, 22\n2. Leo Sand, 40\n3. unknown man, about 30",
    "Nine died in the raid. These are the speakers at the vigil.\nAna Ruiz, 22\nLeo Sand, 40",
    "Nine died and two survived the raid. This is who they are.\nAna Ruiz, 22\nLeo Sand, 40",
    "The fair opens on 2 May. This is who they are.\nAna Ruiz, 22\nLeo Sand, 40",
    "Those invited:\nAna Ruiz, 22\nLeo Sand, 40",
    "The deaths are a blow. The injuries are, in the words of Ana Ruiz, 52, slight.",
    "Casualties:\nAna Ruiz, 22\nLeo Sand, 40",
    "The council met on Monday. They are Ana Ruiz, 52, and Leo Sand, 40.",
    "Three guards were wounded. They were Officers of the Year in 2019 and 2020.",
]


@pytest.mark.parametrize(("text", "people"), ROLLS)
def test_each_person_of_a_roll_is_a_victim(
    text: str, people: list[tuple[str, int | None, str]]
) -> None:
    found = [c.value for c in victims.find(reading_of(text)) if isinstance(c.value, Victim)]
    told = [(v.name, v.age, v.outcome) for v in found if v.name]
    assert sorted(told, key=str) == sorted(people, key=str)


@pytest.mark.parametrize("text", NO_ROLLS)
def test_other_lists_of_names_name_no_victim(text: str) -> None:
    found = [c.value for c in victims.find(reading_of(text)) if isinstance(c.value, Victim)]
    assert [v.name for v in found if v.name] == []


def test_each_name_of_a_roll_stands_at_its_own_words() -> None:
    text = ROLLS[0][0]
    reading = reading_of(text)
    quotes = {reading.document.quote(c.evidence) for c in victims.find(reading)}
    assert {"Leo Sand, 40", "Mia Roth, 9"} <= quotes
