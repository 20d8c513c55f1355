"""Signs that set one event apart from another, weighed together; sums over several; cases."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import AccountIncident, Toll
from readings import events, reading_of, stories_of

Figures = tuple[int | None, int | None]


def incidents(text: str, title: str | None = None) -> list[Figures]:
    """Return killed and injured of each incident of an account published on 18 January 2022."""
    return [_figures(i) for i in stories_of(text, title, "2022-01-18")]


def _figures(told: AccountIncident) -> Figures:
    return (told.killed and told.killed.low, told.injured and told.injured.low)


FIRE = "Rebels set fire to a cotton plant in San Miguel department on Monday. No one was hurt.\n\n"
SHOT = (
    "Two people were hurt in two shootings in Dayton on Sunday.\n\n"
    "A man was shot on Kelly Street about 1 a.m."
)
BOMB = "A bomb went off at a bank in Gao on Monday and killed two clerks."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (FIRE + "Heavy clashes were also reported in Morazan department.", 2),
        (FIRE + "Heavy clashes were reported.", 1),
        (SHOT + "\n\nAbout 3 a.m. a woman was shot on Fifth Avenue.", 2),
        (SHOT + " Police said a man was shot on Kelly Street near Fifth Avenue.", 1),
        (BOMB + "\n\nGuerrillas also bombed a bridge.", 2),
        (BOMB + "\n\nThe bomb also damaged a bridge.", 1),
        (BOMB + " Two kilometers away, in Mopti, another five were killed when a shell fell.", 2),
        (BOMB + " In Gao, another five were wounded.", 1),
        (BOMB + "\n\nIn Mopti, a minister mourned the clerks who were killed.", 1),
        ("Shelling of Ariha. Deaths: 12. Shelling of Saraqib. Deaths: 2.", 2),
        ("Shelling of Ariha. Deaths: 12. Injuries: 2.", 1),
        ("A strike killed nine people in Khan Younis; in Rafah six people died in a house.", 2),
        ("A strike killed nine people in Khan Younis; six people died in hospital in Rafah.", 1),
        ("A strike killed nine people in Khan Younis; six of them died in Rafah.", 1),
        (BOMB + " Earlier Monday, gunmen shot dead a guard on Fifth Street.", 2),
        (BOMB + " Earlier Monday, the clerks had opened the bank.", 1),
    ],
)
def test_signs_that_weigh_enough_together_part_events(text: str, count: int) -> None:
    assert events(text) == count


DENVER = """Two people were killed and four others were hurt in three separate shootings on Sunday.

Two men were shot on Kelly Street. It was at a party about 1 a.m. One of them died.

About 2 a.m. three women were hurt in a shooting on Fifth Avenue."""


def test_a_sum_over_several_cases_is_no_incidents_where_the_cases_are_told() -> None:
    title = "2 dead, 4 hurt in 3 shootings in Dayton"
    assert incidents(DENVER, title) == [(1, 1), (None, 3)]
    claims = extract(reading_of(DENVER, title)).claims
    sums = [c.value for c in claims if isinstance(c.value, Toll) and c.value.scope == "series"]
    assert sorted((t.outcome, t.count.low) for t in sums) == [
        ("injured", 4), ("injured", 4), ("killed", 2), ("killed", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # no case is told: the sum is all that the account says
        ("Six people were killed in two attacks on Sunday, officials said.", [(6, None)]),
        # one shooting, some of whose hurt are told of
        (
            (
                "Two people were killed and four hurt in a shooting on Sunday. Two of the hurt "
                "were in critical condition."
            ),
            [(2, 4)],
        ),
        (
            (
                "Six were hurt in a violent weekend in Dayton. Four people were wounded at a "
                "party on Kelly Street on Saturday night. Shootings earlier on Saturday wounded "
                "Robert Mallory, who was shot on Vance Street, and Jacob Rosen, who was shot on "
                "Byrne Road."
            ),
            [(None, 4), (None, 2)],
        ),
        (
            (
                "Two weekend shootings left one man dead and four people wounded in Dayton.\n\n"
                "A man died in the first shooting and three other people were injured. The later "
                "shooting injured a woman."
            ),
            [(1, 3), (None, 1)],
        ),
    ],
)
def test_what_is_told_of_each_case_is_its_own(text: str, wanted: list[Figures]) -> None:
    assert incidents(text) == wanted


BLOTTER = """Five people were shot in separate incidents in Dayton on Saturday.

In the most recent shooting, a girl of 17 was hit in the leg on Madison Street at 11:15 p.m.

At 9 p.m., officers went to Seventh Avenue and found a woman with a gunshot wound. She was taken to
a hospital.

Half an hour earlier, a man was shot on Porter Street."""
ONE = """A man was shot in Dayton on Saturday, police said.

At 9 p.m., officers went to Seventh Avenue and found a man with a gunshot wound.

At 10 p.m., a man of 40 who had been shot was taken to a hospital, police said."""


def test_cases_told_one_by_one_each_from_its_hour_on_are_incidents() -> None:
    assert incidents(BLOTTER) == [(None, 1)] * 3


def test_hours_of_one_case_part_nothing() -> None:
    assert events(ONE) == 1


PAST = "Rockets hit a bus in Sumy on Monday, killing three people. "


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("In March 2019 a bomb hit the same station. Nine people were killed and 15 wounded.", 3),
        # told of Monday's, which the words say
        ("In March 2019 a bomb hit the same station. Monday's rockets killed three people.", 3),
        ("In March 2019 a bomb hit the same station.\n\nThree people were killed.", 3),
    ],
)
def test_who_is_hurt_right_after_an_older_event_was_hurt_in_it(more: str, wanted: int) -> None:
    assert incidents(PAST + more) == [(wanted, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "Strikes killed 12 people across Lebanon on Sunday. Five were killed in Tyre, four "
                "in Nabatieh and three in Baalbek."
            ),
            [(5, None), (4, None), (3, None)],
        ),
        ("Shells wounded two people in Sumy and three in Kharkiv.", [(None, 2), (None, 3)]),
        ("Nine people died in Gao and nine in Mopti.", [(9, None), (9, None)]),
        # traps: no place of a name, in care, another verb, a year
        ("Two people were killed in Sumy and three in the suburbs.", [(2, None)]),
        ("A bomb killed nine people in Gao, two in a hospital in Mopti.", [(9, None)]),
        ("Police shot two men in Gary and arrested three in Chicago.", [(None, 2)]),
        ("A blast killed two people in Gao, and three in Mopti were arrested.", [(2, None)]),
    ],
)
def test_figures_told_place_by_place_are_of_one_incident_each(
    text: str, wanted: list[Figures]
) -> None:
    assert incidents(text) == wanted


def test_the_past_few_hours_are_no_history() -> None:
    assert events("In the past few hours rebels shot dead two guards in Gao.") == 1
    assert events("In the past rebels shot dead two guards in Gao. A bomb went off on Monday.") == 1
