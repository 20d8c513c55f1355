"""Accounts as agencies write them -> what the incident they are about, and others, come to.

Each text opens with the same raid; the rows say what the sentences behind it change, and what not.
"""

from __future__ import annotations

import pytest

from readings import bounds, stories_of

RAID = "A raid on Kaya killed 44 people on Friday, medics said. "
PUBLISHED = "2024-08-04"  # a Sunday

# What is told behind the raid -> its killed.
KILLED = {
    "Four of the hurt have since died, bringing the number of dead to 48, a nurse said.": 48,
    "The tally had reached 48 by Sunday, the mayor, Ana Ruiz, told the assembly.": 48,
    "The ministry gave an updated toll of 48 dead on Sunday.": 48,
    "Crews found four more bodies overnight, bringing the total to 48.": 48,
    "The toll, first given as 30, climbed through the night to 48.": 48,
    "The figure was later raised to 48.": 48,
    "The dead now number 48.": 48,
    "The ministry on Sunday lowered the toll to 38.": 38,
    "By Sunday morning it had been lifted to 48 dead and 65 wounded, a clerk said.": 48,
    "One of the hurt died on Saturday; the ministry now lists 48 dead.": 48,
    "Two cars had blown up. By Saturday the count had gone to 48, with 23 missing.": 48,
    "The number of burned homes rose to 48 on Sunday.": 44,
    "A camp took in the homeless; the number had reached 48 on Sunday.": 44,
    "The raid brought the total cost of the war to 48 million.": 44,
    '"We pulled out 18 bodies, and four more died on the way," a miller said.': 44,
}


@pytest.mark.parametrize("words", KILLED)
def test_what_moves_a_toll_replaces_it_and_what_does_not_leaves_it(words: str) -> None:
    main, *others = stories_of(RAID + words, published=PUBLISHED)
    assert bounds(main.killed) == (KILLED[words], KILLED[words])
    assert [o.killed for o in others if o.killed] == []


def test_a_toll_told_with_what_is_missing_is_of_the_raid_and_the_one_before_it_gives_way() -> None:
    text = (
        "The number of people killed in Friday's attack on a post at Lom, in Kaya province, has "
        "been revised up to 53, with 27 missing, the government said. It had said on Saturday that "
        "32 died."
    )
    (main,) = stories_of(text, published=PUBLISHED)
    assert (bounds(main.killed), bounds(main.missing)) == ((53, 53), (27, 27))


# What a war began with is no incident of now; what a deed set off is.
BEGAN = {
    "The war was triggered by a raid on Lom in which 1,200 people were killed.": 0,
    "The conflict erupted when fighters stormed Lom, killing 1,200 people.": 0,
    "The assault, which set off the war, killed around 1,200 people.": 0,
    "The army launched its campaign in response to a raid that killed 1,200.": 0,
    "The conflict between two villages erupted on Thursday when herders killed four in Lom.": 1,
}


@pytest.mark.parametrize("words", BEGAN)
def test_what_a_war_began_with_is_history(words: str) -> None:
    main, *others = stories_of(RAID + words, published=PUBLISHED)
    assert bounds(main.killed) == (44, 44)
    assert len([o for o in others if o.killed]) == BEGAN[words]


# The day on which some of the wounded died is not that of the deed.
DIED = (
    (
        "The number of dead in a raid on a beach in Kaya is up to 37, after five of the wounded "
        "died overnight. A bomber blew himself up at the beach on Friday evening."
    ),
    (
        "The toll of the blast in Kaya has risen to 14 after two of the injured died on Saturday. "
        "The bomb went off in a market on Friday."
    ),
)


@pytest.mark.parametrize("text", DIED)
def test_a_later_death_dates_no_deed(text: str) -> None:
    (main,) = stories_of(text, published=PUBLISHED)
    assert (main.first, main.last) == ("2024-08-02", "2024-08-02")


# What is told behind the raid -> who is blamed for it.
BLAMED: dict[str, tuple[str, ...]] = {
    "The Front claimed it. Washington had no reason to believe Ruritania was behind it.": (
        "Front",
    ),
    "There is no indication that the Red Dawn Front was behind the attack.": (),
    "Police have reason to believe that the Red Dawn Front was behind the raid.": (
        "Red Dawn Front",
    ),
    "RDF gunmen attacked the town at dawn. The group has accused the army of arming locals.": (
        "RDF",
    ),
    "RDF gunmen attacked at dawn. The army said it had killed 30 militants in pursuit.": ("RDF",),
    "The army said it had killed 30 militants in the raid.": ("army",),
    "The Red Dawn Forces are on the run. RDF gunmen attacked the town at dawn.": (
        "Red Dawn Forces",
    ),
    "The Red Dawn said its fighters were behind the attack.": ("Red Dawn",),
    "A Boko Haram bomber blew himself up in the hall, killing most of them.": ("Boko Haram",),
    "The Red Dawn claimed it in a message.": ("Red Dawn",),
    "The rockets were fired from Lebanon.": (),
    "The Red Dawn fired rockets at Lom in reply.": (),
    "The Red Dawn said it had carried out the attack in reply to a raid.": ("Red Dawn",),
    "The war has killed 900 people, and Russian missiles have killed 28 in Lom.": (),
}


@pytest.mark.parametrize("words", BLAMED)
def test_who_is_blamed_and_who_is_not(words: str) -> None:
    (main, *_) = stories_of(RAID + words, published=PUBLISHED)
    assert main.parties == BLAMED[words]


def test_blame_for_both_attacks_is_of_both() -> None:
    text = (
        "Rebels attacked a boat at Kaya on Friday, killing 49 people. A separate assault on a camp "
        "at Bamba left 15 soldiers dead. The Red Dawn claimed both attacks."
    )
    one, two = stories_of(text, published=PUBLISHED)
    assert one.parties == two.parties == ("Red Dawn",)


def test_a_blast_at_an_anniversary_is_of_now() -> None:
    text = (
        "Two blasts at a rite marking the anniversary of Ivo Karel's killing left 84 people dead "
        "in Kaya on Friday. At least 284 others were hurt."
    )
    (main,) = stories_of(text, published=PUBLISHED)
    assert (bounds(main.killed), bounds(main.injured)) == ((84, 84), (284, None))


# Accounts -> the place of the incident that they are about.
PLACED = {
    "Jets hit a jail in Kaya on Monday, killing 68. In 2022 a bomb in the same city killed 90.": (
        "Kaya"
    ),
    RAID + "Four of the wounded have since died in Niamey, bringing the number of dead to 48.": (
        "Kaya"
    ),
    "Twelve people were killed on Friday. The shells hit Zarqiya, a village east of Kaya.": (
        "Zarqiya"
    ),
}


@pytest.mark.parametrize("text", PLACED)
def test_an_incident_is_where_it_was(text: str) -> None:
    (main, *_) = stories_of(text, published=PUBLISHED)
    assert main.place is not None
    assert main.place.name == PLACED[text]


# What is told behind the raid -> the killed of other incidents.
OTHERS = {
    "It was the third raid this month; the last one, on Wednesday, killed four people.": [4],
    "The most recent one, last Sunday, left four people dead.": [4],
    "Twelve people were still missing on Sunday.": [],
    "Forty were declared dead at the scene; the last body was identified on Sunday.": [],
}


@pytest.mark.parametrize("words", OTHERS)
def test_other_incidents_keep_their_figures_and_days(words: str) -> None:
    main, *others = stories_of(RAID + words, published=PUBLISHED)
    assert bounds(main.killed) == (44, 44)
    assert main.first == main.last == "2024-08-02"
    assert [o.killed.low for o in others if o.killed] == OTHERS[words]


def test_a_toll_that_rose_before_the_raid_is_anothers() -> None:
    text = "LOM, Aug 4 - " + RAID + "On Wednesday the toll of a raid in Bamba rose to 12."
    one, two = stories_of(text, published=PUBLISHED)
    assert (bounds(one.killed), bounds(two.killed)) == ((44, 44), (12, 12))
