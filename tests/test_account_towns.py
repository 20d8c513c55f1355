"""Whose police speak tells which town a place is a part of, in American news."""

from __future__ import annotations

import pytest

from readings import stories_of


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Two men were shot in Bexley on Friday, Columbus police said. Ohio mourns.", "Columbus"),
        ("Two men were shot in Bexley on Friday. Bexley police called the Columbus police of Ohio.",
         "Bexley"),
        ("Two men were shot in Bexley, Ohio, on Friday, Columbus police said.", "Bexley"),
        ("Two men were shot in Bexley on Friday, Cleveland police said. Ohio mourns.", "Bexley"),
        ("Two men were shot in Bexley on Friday, a Columbus paper said. Ohio mourns.", "Bexley"),
    ],
)  # fmt: skip
def test_a_place_without_police_is_a_part_of_the_town_whose_police_speak(
    text: str, town: str
) -> None:
    main = stories_of(text)[0].place
    assert main is not None
    assert main.name == town
