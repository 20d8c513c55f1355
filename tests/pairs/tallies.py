"""Tallies: figures of some, of two, of kin, of those who died later, and of another time."""

from __future__ import annotations

from pairs_rows import NO_TOLL, OPEN, Row, injured, killed, main, no, toll, trap, true

ROWS: dict[str, list[Row]] = {
    "a headline's list, and those of another clause": [
        true(
            "Bullets left a girl of two in critical condition in Gao on Monday.",
            main(injured=4),
            title="Shooting leaves 2-year-old, 3 others wounded in Gao",
        ),
        true(
            "The blast shook Gao on Monday.",
            main(killed=3),
            title="Blast leaves guard, two nurses dead in Gao",
        ),
        trap(
            "After rebels freed six monks, two maids and a cook were killed in Gao.", main(killed=3)
        ),
        trap("Police freed two men, two maids and a cook were killed.", main(killed=3)),
    ],
    "where a number has got to": [
        true("The number of dead in Lom has gone up to 17.", killed(17)),
        true("The number of villagers massacred in Lom is now 106.", killed(106)),
        trap("Up to 17 people died in Lom.", no("toll", low=17)),
        trap("The number of people murdered in Lom is far higher now than 106.", NO_TOLL),
    ],
    "listed as": [
        true("Thirty-nine tenants are listed as missing.", toll("missing", 39)),
        true("Six sailors have been confirmed as dead.", killed(6)),
        trap("Six sailors are regarded as brave.", NO_TOLL),
        trap("Thirty-nine books are listed as missing.", NO_TOLL),
    ],
    "a period that is not the deed's": [
        true(
            "Between 2 and 8 March monitors found that a raid on Lom on 5 March killed nine.",
            killed(9),
        ),
        true(
            "From 1 to 30 June the office noted that on 9 June a shell hit Lom and killed two.",
            killed(2),
        ),
        trap("Between 2 and 8 March 14 raids killed nine.", no("toll", scope="incident")),
        trap(
            "The ministry puts the dead of the first week of fighting at 413.",
            no("toll", scope="incident"),
        ),
    ],
    "a killing of years ago, told of the place or of who did it": [
        true(
            "A bomb killed two guards in Gao on Sunday at the market where 40 people died in a "
            "blast ten years ago.",
            main(killed=2),
        ),
        true(
            "Two men were shot dead in Lagos on Monday by a gang that killed six people in 2014.",
            main(killed=2),
        ),
        true(
            "A strike killed three people on Monday in Tarsk, where troops executed 90 civilians "
            "in 2022.",
            main(killed=3),
        ),
        trap(
            "Nine people died in 2014 in a raid that killed six guards.",
            no("toll", low=9, scope="cumulative"),
        ),
        trap(
            "Gunmen have killed 400 people in a conflict that has troubled the valley since 2014.",
            no("toll", low=400, scope="incident"),
        ),
    ],
    "an attack ranked among others": [
        true(
            "It was the second such attack in a week: on Monday a bomb killed four in Gao.",
            main(killed=4),
        ),
        true(
            "The third blast in a month killed three people and injured seven in Gao on Sunday.",
            main(killed=3, injured=7),
        ),
        trap(
            "Attacks in Gao have killed three people in a month.",
            no("toll", low=3, scope="incident"),
        ),
        trap(
            "Bandits killed three people a week in the district.",
            no("toll", low=3, scope="incident"),
        ),
    ],
    "some of a whole": [
        true("Two of five hostages were killed in a raid in Jolo on Monday.", main(killed=2)),
        true("Three out of nine miners were shot dead in Jolo on Monday.", main(killed=3)),
        true("Five of a family were hacked to death in Ranchi on Monday.", main(killed=5)),
        trap("A family of five fled Jolo on Monday.", NO_TOLL),
        trap("Some 40 families fled Jolo after a raid on Monday.", no("toll", low=40)),
    ],
    "two by their noun": [
        true("Twin brothers were shot dead in Kano on Monday.", main(killed=2)),
        true(
            "The eight-year-old twins were killed by shelling in Tarsk on Tuesday.", main(killed=2)
        ),
        true("The newly-wed couple were shot dead in Kano on Monday.", main(killed=2)),
        trap("A mother of twins was shot dead in Kano on Monday.", main(killed=1)),
        trap("One of the twins was shot dead in Kano on Monday.", main(killed=1)),
    ],
    "one more trade": [
        true("A ropewalker was killed by a mine near Izium on Monday.", main(killed=1)),
        true(
            "Gunmen killed the monarch, his wife and two palace guards in Kogi on Monday.",
            main(killed=4),
        ),
        trap("A mine killed a tiger near Izium on Monday.", NO_TOLL),
        trap("A transformer was hit near Izium on Monday.", NO_TOLL),
    ],
    "those of the hurt who died": [
        true(
            "Five people were hurt in a grenade attack in Imphal on Monday, one of whom later "
            "died.",
            main(killed=1, injured=4),
        ),
        true(
            "Three constables were injured in a blast in Bijapur on Monday. Two of them succumbed "
            "to their injuries at hospital.",
            main(killed=2, injured=1),
        ),
        trap(
            "Five people were killed and nine hurt in Imphal on Monday. Two of the dead were "
            "nurses.",
            main(killed=5, injured=9),
        ),
        trap(
            "At least five labourers, two of whom were cousins, were killed and nine hurt in "
            "Imphal on Monday.",
            toll("killed", 5, OPEN),
            main(injured=9),
        ),
    ],
    "ages that count": [
        true(
            "A 45-year-old man and women aged 51 and 60 were hurt by shelling in Tarsk on Monday.",
            main(injured=3),
        ),
        true(
            "A man, 45, and a woman, 51, suffered injuries in the shelling of Tarsk on Monday.",
            main(injured=2),
        ),
        trap("Three residents aged 45, 51 and 60 were hurt in Tarsk on Monday.", main(injured=3)),
        trap("Women aged 18 and over were told to leave Tarsk on Monday.", NO_TOLL),
    ],
    "who is with oneself": [
        true(
            "Police shot dead a man who had locked himself and a woman in a shop in Gao.",
            main(killed=1),
        ),
        true(
            "Police shot dead a woman who had barricaded herself and a child in a flat in Gao.",
            main(killed=1),
        ),
        trap("A man killed himself and his wife in a flat in Gao on Monday.", main(killed=2)),
        trap("Shelling killed a woman and a child in a flat in Gao on Monday.", main(killed=2)),
    ],
    "others in care": [
        true(
            "A girl and a man are dead after a shooting in Gao on Monday. Two other people were "
            "flown to a hospital.",
            main(killed=2, injured=2),
        ),
        true(
            "Two women received medical assistance after a drone attack on Gao on Monday.",
            main(injured=2),
        ),
        trap(
            "A girl and a man were shot in Gao on Monday. Both were taken to a hospital, where "
            "they died.",
            main(killed=2),
        ),
        trap(
            "Two women received financial assistance after a drone attack on Gao on Monday.",
            NO_TOLL,
        ),
    ],
    "the dead one's kin": [
        true(
            "Omar Sy appeared in court to face charges of killing a girl and shooting her parents "
            "in Gao on Monday.",
            main(killed=1, injured=2),
        ),
        true(
            "A man is held for killing a guard and shooting his two friends in Gao on Monday.",
            main(killed=1, injured=2),
        ),
        trap(
            "Ana Ruiz died on Sunday after she and her mother were shot in Gao.",
            main(killed=1, injured=1),
        ),
        trap(
            "Nine people were shot in Gao on Monday, four of them fatally.",
            main(killed=4, injured=5),
        ),
        trap(
            "Five people were shot in Gao on Monday and two of them died.",
            main(killed=2, injured=3),
        ),
    ],
    "a death told twice in one sentence": [
        true(
            "A lawyer, the fourth to be killed this year, was shot dead in Gao on Monday.",
            main(killed=1),
        ),
        true(
            "The mayor, the third to be murdered since May, was gunned down in Gao on Monday.",
            main(killed=1),
        ),
        trap("Three lawyers are to be killed, the letter said.", NO_TOLL),
        trap("The lawyers were to be shot at dawn, the letter said.", NO_TOLL),
    ],
    "one body under what was hit": [
        true(
            "A man's body was pulled from the rubble after the shelling of Tarsk on Monday.",
            main(killed=1),
        ),
        true(
            "Rescuers pulled a woman's body from the rubble of a house hit by a missile in Tarsk.",
            main(killed=1),
        ),
        trap("The governing body was found to have lied.", NO_TOLL),
        trap("A man's body was found in the river near Tarsk on Monday.", no("killed")),
    ],
    "words for those told of before": [
        true("Two men were shot in Gao on Monday. Neither survived.", main(killed=2)),
        true("Two men were shot in Gao on Monday. One did not survive.", main(killed=1, injured=1)),
        true(
            "Three men were rushed to a hospital, where they died, after a shooting in Gao.",
            main(killed=3),
        ),
        true(
            "Two people were killed in a stabbing in Gao on Monday. A third died on Tuesday.",
            main(killed=3),
        ),
        true(
            "Two were killed and five hurt in a blast in Gao on Monday. One of the injured died "
            "on Tuesday.",
            main(killed=3, injured=4),
        ),
        true(
            "Three people were shot in Gao on Monday. Two died on the spot, and the third is "
            "battling for life.",
            main(killed=2, injured=1),
        ),
        trap("Two men were shot in Gao on Monday. Both survived.", main(injured=2)),
        trap(
            "Three people were killed in a stabbing in Gao on Monday. A third of them were guards.",
            main(killed=3),
        ),
        trap(
            "The law did not survive the vote, and nine were hurt in Gao.",
            main(injured=9),
            no("killed"),
        ),
    ],
    "lives lost, and words for a few": [
        true("Five lives were lost when gunmen raided Bokkos on Monday.", main(killed=5)),
        true(
            "A handful of villagers were killed when gunmen raided Bokkos on Monday.",
            main(killed=(2, OPEN)),
        ),
        trap("A number of villagers fled when gunmen raided Bokkos on Monday.", no("killed")),
        trap("Five livelihoods were lost when gunmen raided Bokkos on Monday.", NO_TOLL),
    ],
    "towns that nobody knows": [
        true("Israeli jets hit Aitarun and Marwin on Monday, killing two men.", main(killed=2)),
        true("A bullet hit Ana Ruiz in Gao on Monday.", main(injured=1)),
        trap("Israeli jets hit Aitarun and Marwin on Monday.", NO_TOLL),
        trap("An earthquake hit Zorvan on Monday.", NO_TOLL),
    ],
    "the other, and ages of several": [
        true(
            "One brother was killed and the other injured in Gao on Monday.",
            main(killed=1, injured=1),
        ),
        true(
            "A man aged 60 and women aged 45 and 51 were wounded in Tarsk on Monday.",
            main(injured=3),
        ),
        trap(
            "Three people - a couple and their son - were killed in Gao on Monday.", main(killed=3)
        ),
        trap("One brother was killed in Gao on Monday and the other was arrested.", main(killed=1)),
    ],
    "outlaws, and a no for two nouns": [
        true("Troops neutralised ten bandits in Zamfara on Monday.", main(killed=10)),
        true(
            "Rioters and police clashed in Dhaka on Monday. No injuries or fatalities were "
            "reported.",
            main(killed=0, injured=0),
        ),
        trap("Troops neutralised ten mines in Zamfara on Monday.", NO_TOLL),
        trap(
            "The clash in Dhaka on Monday left no injuries, and two fatalities in Khulna.",
            no("killed", low=0),
        ),
    ],
    "what somebody harmed had done before": [
        true(
            "A man convicted of killing three women was stabbed to death in Hull on Monday.",
            main(killed=1),
        ),
        true(
            "A man accused of murdering two women was beaten to death by a mob in Patna.",
            main(killed=1),
        ),
        trap(
            "A man accused of killing three women in Hull on Monday was arrested.", main(killed=3)
        ),
        trap("A man was convicted on Monday of killing three women in Hull.", main(killed=3)),
    ],
    "a name or a participle behind the victims": [
        true("The nurse Ada Brel, 27, her husband and their son were killed.", main(killed=3)),
        true(
            "At least 50 men being held in a camp in Olm, Tarn district, were killed on Friday.",
            killed(50, OPEN),
        ),
        true("They brought 6 martyrs and 7 wounded.", killed(6), injured(7)),
        trap("The nurse Ada Brel, 27, met her husband. A porter was killed.", main(killed=1)),
        trap("When 50 men were held in Olm, two guards were killed on Friday.", main(killed=2)),
        trap("They brought 6 lamps and 7 wounded.", injured(7)),
    ],
}
