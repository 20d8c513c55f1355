"""Which number phrases are about people."""

import pytest

from cenotaph.text.counted import of_people
from readings import reading_of

COUNTED = [
    ("Nine nurses were killed.", ["Nine"]),
    ("Nearly 200 families fled from the valley.", ["Nearly 200"]),
    ("Two schools burned and six died.", ["six"]),
    ("One of the wounded died.", ["One"]),
]
UNCOUNTED = [
    "Shells destroyed three buildings.",
    "She was buried in one of the old graveyards.",
    "The two countries talked.",
    "Two of the buildings fell.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_numbers_of_people_are_kept(text: str, expected: list[str]) -> None:
    reading = reading_of(text)
    assert [reading.document.quote(n.span) for n in of_people(reading)] == expected


@pytest.mark.parametrize("text", UNCOUNTED)
def test_numbers_of_things_are_left_out(text: str) -> None:
    assert list(of_people(reading_of(text))) == []
