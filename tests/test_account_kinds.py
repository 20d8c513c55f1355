"""What kind of event an account tells of, and by what name it holds whom responsible."""

from __future__ import annotations

from readings import stories_of


def test_a_mine_that_collapsed_is_an_accident_and_a_house_that_was_bombed_is_not() -> None:
    (pit, *_) = stories_of("A coal mine collapsed near Zonguldak on Tuesday, killing nine miners.")
    (house, *_) = stories_of(
        "A house in Gaza City collapsed after an air strike, killing nine people."
    )
    assert pit.event_type == "Accident or disaster"
    assert (house.event_type, house.sub_event_type) == (
        "Explosions/Remote violence",
        "Air/drone strike",
    )


def test_a_protest_in_which_people_are_killed_was_met_with_force() -> None:
    (shot, *_) = stories_of("Soldiers killed five students during a protest in Kampala.")
    (held, *_) = stories_of("Police detained five students during a protest in Kampala.")
    assert shot.sub_event_type == "Excessive force against protesters"
    assert held.sub_event_type != "Excessive force against protesters"


def test_at_home_a_force_bears_its_own_name_and_abroad_that_of_its_country() -> None:
    (home, *_) = stories_of(
        "The Peruvian air force bombed a church in Arequipa, killing four farmers."
    )
    (away, *_) = stories_of(
        "The Peruvian air force bombed a church in Loja, Ecuador, killing four men."
    )
    assert home.parties == ("air force",)
    assert away.parties == ("Peru",)
