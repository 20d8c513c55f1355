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


def test_a_countrys_soldiers_are_one_party_and_its_police_another() -> None:
    text = "Shells killed 12 in Kaya. Residents blamed the army. A doctor accused the {}."
    assert stories_of(text.format("military"))[0].parties == ("army",)
    assert stories_of(text.format("troops"))[0].parties == ("army",)
    assert stories_of(text.format("police"))[0].parties == ("army", "police")


def test_a_group_by_name_stands_before_its_sort_and_an_enemy_is_nobody() -> None:
    text = "A raid by Islamist insurgents killed nine in Kaya on Monday. {}"
    claimed = text.format("The Tarn Front claimed the attack.")
    enemy = text.format("The enemy's defence ministry said it struck a barracks.")
    assert stories_of(claimed)[0].parties == ("Tarn Front",)
    assert stories_of(enemy)[0].parties == ("Islamist insurgents",)


def test_people_seized_by_armed_men_are_abducted() -> None:
    (taken, *_) = stories_of("Armed men seized 42 people from a school in Kagara, Nigeria.")
    assert taken.sub_event_type == "Abduction/forced disappearance"


def test_at_home_a_force_bears_its_own_name_and_abroad_that_of_its_country() -> None:
    (home, *_) = stories_of(
        "The Peruvian air force bombed a church in Arequipa, killing four farmers."
    )
    (away, *_) = stories_of(
        "The Peruvian air force bombed a church in Loja, Ecuador, killing four men."
    )
    assert home.parties == ("air force",)
    assert away.parties == ("Peru",)


def test_fighters_lost_on_both_sides_or_by_a_force_are_a_battles() -> None:
    for text in (
        "Rebels fired grenades at a post in Kaya. Three soldiers and four rebels were killed.",
        "The army sustained nine dead and 12 wounded in the rebel attack on Kaya.",
        "Two militants were killed and a policeman was wounded in a shoot-out in Kaya.",
    ):
        assert stories_of(text)[0].event_type == "Battles", text


def test_one_side_bombed_or_others_lost_are_no_battles() -> None:
    for text in (
        "A roadside bomb killed three soldiers near Kaya on Monday.",
        "The village lost nine people in the rebel attack on Kaya.",
        "Gunmen shot a policeman dead in Kaya on Monday.",
        "A mortar killed two rebels and nine farmers in Kaya.",
    ):
        assert stories_of(text)[0].event_type != "Battles", text


def test_what_a_side_lost_between_two_days_is_no_incidents() -> None:
    text = "The front has suffered 2,352 dead from 11 May 2021 to 30 June 2022, the colonel said."
    assert all(i.killed is None for i in stories_of(text))


def test_what_blows_up_in_an_attack_is_no_accident() -> None:
    (done, *_) = stories_of(
        "Rebels attacked an oil pipeline in Zanda on Monday. The explosion wrecked a gasoline tank."
    )
    (leak, *_) = stories_of("A gas explosion in a kitchen in Zanda killed two women on Monday.")
    assert done.event_type == "Explosions/Remote violence"
    assert leak.event_type == "Accident or disaster"


def test_an_air_crash_recalled_beside_murders_makes_no_accident_of_them() -> None:
    (story, *_) = stories_of(
        "Gunmen murdered a judge in Zanda on Monday. He was to try those who caused the crash."
    )
    (crash, *_) = stories_of("A bus crash near Zanda killed nine people on Monday.")
    assert story.event_type == "Violence against civilians"
    assert crash.event_type == "Accident or disaster"


def test_others_hurt_beside_fighters_are_of_the_battle() -> None:
    (battle, *_) = stories_of(
        "Rebels fired mortars at a garrison in Kaya. Three soldiers were wounded, and four rebels"
        " were killed and some 20 others injured."
    )
    assert battle.event_type == "Battles"


def test_strikes_by_workers_and_those_that_rebels_call_are_no_air_strikes() -> None:
    for strike in ("general strike", "48-hour strike", "armed strike"):
        text = f"Judges in Kaya began a {strike} on Monday. Gunmen held a clerk in Kaya on Tuesday."
        assert all(i.sub_event_type != "Air/drone strike" for i in stories_of(text)), strike
    text = "The union called for a strike in Kaya on Monday. A guard was shot dead in Kaya."
    assert all(i.sub_event_type != "Air/drone strike" for i in stories_of(text))
    (strike, *_) = stories_of("A strike on a camp in Kaya killed nine people on Monday.")
    assert strike.sub_event_type == "Air/drone strike"
