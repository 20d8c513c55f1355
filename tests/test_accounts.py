"""What one account alone says of its incidents."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Toll
from cenotaph.reconcile.accounts import stories
from readings import bounds, reading_of, stories_of

Range = tuple[int | None, int | None] | None
TOLLS: dict[str, tuple[Range, Range]] = {
    # text -> killed, injured
    "A bomb killed four people and wounded nine.": ((4, 4), (9, 9)),
    "Officers found four shooting victims, and Ana Ruiz and Luis Prado died.": ((2, 2), (2, 2)),
    "They found six victims: Ana Wells and Luis Prado were dead.": ((2, 2), None),
    "Six men, and Ana Ruiz and Luis Prado, died later.": ((8, 8), None),
    "An 8-year-old boy, a 9-year-old boy and a 16-year-old girl were shot.": (None, (3, 3)),
    "An 8-year-old boy, a pupil at the school, was shot.": (None, (1, 1)),
    "He killed his wife, Ana Ruiz, 37, and a neighbor.": ((2, 2), None),
    "He killed Luis Prado, Ana Ruiz, 37, and a neighbor.": ((3, 3), None),
    "A boy, and son of a guard, was killed in Tarsk.": ((1, 1), None),
    "A boy, and the son of a guard, were killed in Tarsk.": ((2, 2), None),
    "They found the body of a man with gunshot wounds to the head.": (None, None),
    "They found a man with gunshot wounds to the legs in hospital.": (None, (1, 1)),
    "Two women were taken to Mercy Ruiz with serious injuries.": (None, (2, 2)),
    "At least 17 people were killed and many more injured.": ((17, None), None),
    "Two soldiers and three civilians were killed.": ((5, 5), None),
    "Nineteen people were killed, 11 of them women.": ((19, 19), None),
    "Five people were killed at once. Another two died in hospital.": ((7, 7), None),
    "Gunmen shot five people, two of them fatally.": ((2, 2), (3, 3)),
    "Four people were shot at a bar. One of them died.": ((1, 1), (3, 3)),
    "Nobody was hurt in the blast.": (None, (0, 0)),
    "Three soldiers were killed by a mine. No civilians were hurt.": ((3, 3), None),
    "The blast wounded nine people. No people were killed.": ((0, 0), (9, 9)),
    "Shelling hit Avdiivka, killing two people.": ((2, 2), None),
    "Nine patients died for want of oxygen in Homs.": (None, None),
    "A bomb went off in the square.": (None, None),
    "A man was shot on Friday. The 34-year-old died in hospital.": ((1, 1), None),
    "A man was shot dead. His wife was wounded.": ((1, 1), (1, 1)),
    "Ana Ruiz was shot dead. Ruiz, 34, was a nurse. She was killed at home.": ((1, 1), None),
    "Ana Ruiz, 34, and Ivo Lentz, 40, were shot dead.": ((2, 2), None),
    "A man was shot dead. Another man was taken to hospital. The victim who was killed was 40.": (
        (1, 1),
        (1, 1),
    ),
    "A boy was shot dead and a man was wounded. The boy who was killed lived in Tarsk.": (
        (1, 1),
        (1, 1),
    ),
    "Judge Ana Ruiz was murdered. The driver survived with a wound in the neck.": ((1, 1), (1, 1)),
    "One person was killed. A 12-year-old girl was shot dead, police said.": ((1, 1), None),
    "One man was killed. The gunman then shot himself dead.": ((2, 2), None),
    "Several people were hurt. Three men were taken to hospital.": (None, (3, 3)),
    "The mother of a girl who was shot dead was arrested.": ((1, 1), None),
    "The brother of Ana Ruiz was shot dead.": ((1, 1), None),
    "Officers found a clerk shot in the head.": (None, (1, 1)),
    "A boy was arrested in the death of another teenager. Ivo Lentz, 17, died in hospital.": (
        (1, 1),
        None,
    ),
    "A man was shot dead. Another man was shot dead in Gary.": ((2, 2), None),
    "A boy was shot on Saturday. According to his aunt, he died on Sunday.": ((1, 1), None),
    "A boy was shot dead. Deputies had answered a call of an injured child.": ((1, 1), None),
    "In that shooting an 11-year-old got hold of a gun.": (None, None),
    "First reports of one dead were wrong: six people were hurt.": (None, (6, 6)),
    "Police said one person had died, but that proved to be incorrect.": (None, None),
    "Two restaurant patrons sustained minor injuries.": (None, (2, 2)),
    "The shooting sent four people to the hospital.": (None, (4, 4)),
    "The mayor sent flowers to the hospital.": (None, None),
    "The suspect walked up to the officer and shot him.": (None, (1, 1)),
    "He cried so much that his head hurt.": (None, None),
    "The head of the union was killed.": ((1, 1), None),
    "A shooting claimed a life on Thursday.": ((1, 1), None),
    "The attack changed life in the town.": (None, None),
    "A man is recovering in hospital after he was shot.": (None, (1, 1)),
    "The town is recovering from the war.": (None, None),
    "Ana Ruiz was shot and killed around 1:54 a.m. on Elm Street.": ((1, 1), None),
    "The raid left a 6-year-old dead and his father wounded.": ((1, 1), (1, 1)),
    "The men shot, killed and then robbed two traders.": ((2, 2), None),
    "Ivo Lentz is accused of killing two guards.": ((2, 2), None),
    "A woman was shot. She was declared dead in hospital.": ((1, 1), None),
    "The boy's father died of cancer.": (None, None),
    "The clans are killing one another.": (None, None),
    "Any time one of our pupils is hurt, we all grieve.": (None, None),
    "The mother is at the hospital with the boy.": (None, None),
    "Andre Roth ran up and helped the boy.": (None, None),
    "He stabbed two people to death before a guard shot him dead.": ((3, 3), None),
    "The bomber killed himself and 11 others.": ((12, 12), None),
    "The blast killed three people. A boy was among the dead.": ((3, 3), None),
    "Gunmen killed 43 guests at two hotels, a prefect said. Five gunmen were killed.": (
        (48, 48),
        None,
    ),
    "Raiders killed 70 people in the valley, a prefect said. At the mill alone 31 died.": (
        (70, 70),
        None,
    ),
    "More than 900 people have been killed since the siege began.": (None, None),
    "Forty bodies were buried on Tuesday.": (None, None),
    "Eleven children starved to death.": (None, None),
    "The district reported 15 casualties.": (None, None),
    "A clerk was stabbed on Friday in what police call a homicide.": ((1, 1), None),
    "A clerk was stabbed on Friday. Police spoke of an attempted murder.": (None, (1, 1)),
    "Two of the wounded have died. The toll now stands at nine dead.": ((9, 9), None),
    "Police found three men dead. Ivo Lentz shot the other two, then himself.": ((3, 3), None),
    "Rebels killed six soldiers. A spokesman said 20 rebels were killed.": ((26, 26), None),
    "Rebels killed six people. A spokesman said 20 rebels were killed.": ((6, 6), None),
    "A nurse was hurt in the raid. She was pronounced dead at the hospital.": ((1, 1), None),
    "A nurse was hurt in the raid. A clerk was pronounced dead at the scene.": ((1, 1), (1, 1)),
    "Six marchers were shot on Tuesday. One died on Friday from his wounds.": ((1, 1), (5, 5)),
    "The blast injured ten people. One of the injured died on Friday.": ((1, 1), (9, 9)),
    "Five people, including Ana Ruiz, were injured. Ana Ruiz died on Sunday.": ((1, 1), (4, 4)),
    "Ana Ruiz and her mother were taken to hospital, where Ana Ruiz died.": ((1, 1), (1, 1)),
    "Four miners were killed. Three others, two women and a boy, were hurt.": ((4, 4), (3, 3)),
    "The shots hit Ivo Lentz and others, including three women.": (None, (3, None)),
    "The fourth victim, a nurse, died.": ((1, 1), None),
    "A third victim has died.": ((3, 3), None),
    "A man shot his wife and then himself, a murder-suicide, police said.": ((2, 2), None),
    "A man shot his wife and then himself in an attempted murder-suicide.": (None, (2, 2)),
    "Four people were killed by a man before he was shot dead by police.": ((5, 5), None),
    "Four people were killed by a bomb. A fireman was shot dead by police.": ((4, 4), None),
    "A 17 year old was taken to the hospital with a gunshot wound.": (None, (1, 1)),
    "The bridge is 17 years old, and a clerk was hurt on it.": (None, (1, 1)),
    "Jane Orlo suffered a gunshot wound to the leg that led to her death.": ((1, 1), None),
    "Jane Orlo suffered a gunshot wound that doctors called light.": (None, (1, 1)),
    "The boy passed away at the hospital.": ((1, 1), None),
    "The chance passed away.": (None, None),
    "The clerk was almost killed.": (None, None),
    "He was one of the gunmen in the raid that left 17 people wounded.": (None, (17, 17)),
    "A second gunman was known to have shot Ivo Lentz, a miner.": (None, (1, 1)),
    "Two guards were shot in the head and a cook was shot in the back.": (None, (3, 3)),
    "Two people were shot. None of those people were killed.": (None, (2, 2)),
    "Two people were shot. None of them was killed.": ((0, 0), (2, 2)),
    "The homicide of 2016 is unsolved.": (None, None),
    "Callers were hurt and called 911.": (None, None),
    "An army spokesman said five rebels were killed. A witness said nine rebels were killed.": (
        (5, 9),
        None,
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.items())
def test_an_account_says_so_many_were_killed_and_injured(
    text: str, expected: tuple[Range, Range]
) -> None:
    found = stories_of(text)
    main = found[0] if found else None
    assert (
        bounds(main.killed if main else None),
        bounds(main.injured if main else None),
    ) == expected


def test_the_headline_is_an_account_of_its_own() -> None:
    (main, *_) = stories_of(
        "Police are searching a house in Gary.", "Three dead, two hurt in shooting"
    )
    assert (bounds(main.killed), bounds(main.injured)) == ((3, 3), (2, 2))


def test_a_headline_may_open_with_a_spelled_figure() -> None:
    (main, *_) = stories_of("Police are searching a house in Gary.", "Eleven killed in blast")
    assert bounds(main.killed) == (11, 11)


def test_a_headline_of_the_dead_and_others_counts_no_dead_among_the_others() -> None:
    (main, *_) = stories_of("Two other victims were wounded.", "One dead, others wounded in Gary")
    assert (bounds(main.killed), bounds(main.injured)) == ((1, 1), (2, 2))


def test_an_arrest_alone_is_not_the_main_incident() -> None:
    text = "Agents arrested Ivo Lentz on Monday. On Friday, a shooting in Gary killed two men."
    assert bounds(stories_of(text)[0].killed) == (2, 2)


HEADED = {
    ("Rebels kill 16 in raid", "Rebels killed at least 16 villagers, an official said."): (
        (16, None),
        None,
    ),
    ("3 guards, bystander killed", "Police are looking for eight men."): ((4, 4), None),
    ("3 guards, including a rookie, killed", "Police are looking for eight men."): ((3, 3), None),
    ("Two men shot at police car", "Police are looking for two men."): (None, None),
    ("Gunman shot at clerk", "The clerk was not hurt."): (None, None),
    # title, text -> killed, injured
    ("Four shot at party", "A woman was shot in the chest, and three men were wounded."): (
        None,
        (4, 4),
    ),
    ("Six people shot, two dead", "Police went to multiple people shot. Two men died."): (
        (2, 2),
        (4, 4),
    ),
    ("One dead, four wounded", "Four others were wounded. They found another man wounded."): (
        (1, 1),
        (4, 4),
    ),
    ("One man dead, child injured in Gary", "An infant child is injured."): ((1, 1), (1, 1)),
    ("2 dead, 3-year-old wounded in Gary", "Two men died."): ((2, 2), (1, 1)),
    (
        "Woman kills son, self",
        "A woman shot her son, 5. The woman and her child were taken to hospital, where they died.",
    ): ((2, 2), None),
    ("Suspect killed by police", "A man was killed on Saturday, police said."): ((1, 1), None),
    ("Gunman killed by guards", "A nurse was killed on Saturday, police said."): ((2, 2), None),
    ("Girl, 9, shot by cousin dies", "Police are at the house."): ((1, 1), None),
    ("Girl shot by a cousin who died", "Police are at the house."): ((1, 1), (1, 1)),
    ("Child, 5, shot in Gary", "A boy, 4, had a gun and another child was shot."): (None, (1, 1)),
    ("Five shot in Gary", "At least five people were shot. He missed being shot."): (
        None,
        (5, None),
    ),
    (
        "Girl wounded in Gary",
        "A girl was wounded.\nTwo cooks were hurt at sea.\nTwo cooks were hurt at sea.\nShe is 9.",
    ): (None, (1, 1)),
    (
        "Two cooks hurt in Tarsk",
        "Two cooks were hurt in Tarsk.\nTwo cooks were hurt in Tarsk.\nPolice are there.",
    ): (None, (2, 2)),
    ("Girl wounded in Gary", "A girl was wounded.\nRelated: Two killed in Tarsk raid"): (
        None,
        (1, 1),
    ),
    ("Girl wounded in Gary", "A girl was wounded.\n2 dead after store robbery\nShe is well."): (
        None,
        (1, 1),
    ),
    ("Girl wounded in Gary", "A girl was wounded.\nTwo guards were killed in the raid"): (
        (2, 2),
        (1, 1),
    ),
}


@pytest.mark.parametrize("headed", HEADED)
def test_headline_and_text_are_read_together(headed: tuple[str, str]) -> None:
    title, text = headed
    found = stories_of(text, title)
    killed, injured = (found[0].killed, found[0].injured) if found else (None, None)
    assert (bounds(killed), bounds(injured)) == HEADED[headed]


def test_what_leads_to_another_story_is_said_to_be_left_aside() -> None:
    found = extract(reading_of("A girl was hurt.\nRelated: Two killed in raid", "Girl hurt"))
    assert [s.why for s in found.skipped] == ["leads to another story, not read"]


def test_a_headline_that_rounds_gives_way_to_the_text() -> None:
    (main, *_) = stories_of("At least 23 people were killed on Friday.", "Gunmen kill dozens")
    assert bounds(main.killed) == (23, None)


def test_a_later_figure_in_the_headline_outdates_an_earlier_count() -> None:
    text = "The toll has risen to 41, officials said. An earlier count had put the dead at 28."
    (main, *_) = stories_of(text, "Death toll in blast rises to 41")
    assert bounds(main.killed) == (41, 41)


def test_a_town_told_of_again_for_another_raid_stays_the_first_ones_too() -> None:
    (main, *_) = stories_of(
        "A mine killed nine people in Gao on Monday. In March, a mine in the city killed 34 people."
    )
    assert main.place is not None
    assert main.place.name == "Gao"


def test_where_others_were_killed_is_not_where_the_first_were() -> None:
    main, other = stories_of(
        "Mopti (Agency) - A mine on Monday left 12 people dead, a doctor told reporters. In a "
        "separate attack on Sunday, six people were killed in Idlib."
    )
    assert [p.name for p in (main.place, other.place) if p is not None] == ["Mopti", "Idlib"]


def test_a_derived_value_lists_every_claim_it_came_from() -> None:
    account = extract(reading_of("Gunmen shot five people, two of them fatally."))
    (main,) = stories(account)
    used = {c.value.outcome for c in account.claims if main.injured and c.id in main.injured.claims}
    assert used == {"casualties", "killed"}
    assert all(isinstance(c.value, Toll) for c in account.claims if c.id in main.injured.claims)  # type: ignore[union-attr]


def test_background_is_no_incident_of_the_account() -> None:
    found = stories_of("A blast killed four in Homs on Friday. In 2009 an attack killed 60 people.")
    assert [bounds(i.killed) for i in found] == [(4, 4)]


def test_an_old_event_that_opens_an_account_of_nothing_newer_is_its_own() -> None:
    found = stories_of(
        "The bridge where gunmen killed nine people years ago was painted. A band played."
    )
    assert [bounds(i.killed) for i in found] == [(9, 9)]


def test_an_old_event_recalled_further_down_is_not() -> None:
    assert (
        stories_of("A fair opened. A band played. A guest recalled the raid that killed 9 in 2009.")
        == ()
    )


def test_two_incidents_in_one_account_stay_two_in_reading_order() -> None:
    found = stories_of(
        "Two men were shot dead in Gao on Monday. On Tuesday three women died in Mopti."
    )
    assert [bounds(i.killed) for i in found] == [(2, 2), (3, 3)]


def test_an_incident_with_victims_comes_before_one_without() -> None:
    found = stories_of(
        "Shelling hit Sumy on Monday. In a separate attack, a mine killed two men in Lviv."
    )
    assert bounds(found[0].killed) == (2, 2)


def test_a_battle_elsewhere_makes_no_battle_of_a_murder() -> None:
    found = stories_of("Gunmen murdered two nurses. Fighting went on in the north.")
    assert found[0].event_type == "Violence against civilians"


def test_soldiers_killed_in_a_clash_died_in_battle() -> None:
    found = stories_of("Six soldiers were killed in a clash with rebels.")
    assert (found[0].event_type, found[0].sub_event_type) == ("Battles", "Armed clash")


def test_a_bombing_is_as_fine_as_the_account_tells() -> None:
    (air, *_) = stories_of("A bombing killed six people in Homs. The airstrike hit a market.")
    (bare, *_) = stories_of("A bombing killed six people in Homs.")
    assert (air.sub_event_type, bare.sub_event_type) == ("Air/drone strike", None)
    assert air.event_type == bare.event_type == "Explosions/Remote violence"


def test_the_day_and_place_are_those_of_the_incident() -> None:
    (main, *_) = stories_of(
        "Four people were killed by a bomb in Aleppo on Tuesday.", None, "2022-03-10"
    )
    assert (main.first, main.last) == ("2022-03-08", "2022-03-08")
    assert main.place is not None
    assert main.place.name == "Aleppo"


def test_an_american_dateline_places_a_part_of_its_town() -> None:
    (main,) = stories_of("TULSA - A shooting near a Larkfield bar left two men dead on Friday.")
    assert main.place is not None
    assert main.place.name == "TULSA"
    text = "KABUL - A bomb in the village of Zarkoi in Afghanistan killed two men on Friday."
    (main,) = stories_of(text)
    assert main.place is not None
    assert main.place.name == "Zarkoi", "a bureau's dateline places nothing that is named"


def test_a_bureau_abroad_is_no_place_of_an_incident() -> None:
    (main,) = stories_of(
        "MOSCOW - A bus was blown up and six sailors died. Peru mourns. Callao mourns."
    )
    assert main.place is None or main.place.name != "MOSCOW"
