"""American crime news: whose police speak, and who a headline's "self" is."""

from __future__ import annotations

import pytest

from readings import bounds, stories_of


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


def test_who_shot_self_is_who_the_headline_has_dead() -> None:
    (main, *_) = stories_of(
        "The coroner of Marlow County says a 14-year-old is dead after an accidental shooting."
        "\n\nTroopers say it appeared 14-year-old Jo Lindt was handling the gun and shot himself."
        " He was taken to a hospital, where he later died.",
        "KSP: Marlow co. teen dead after shooting self - Lindell News, Weather & Sports",
    )
    assert (bounds(main.killed), main.injured) == ((1, 1), None)
