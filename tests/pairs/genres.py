"""Court reports, notes of databases, posts and agency copy: what their manner leads astray."""

from __future__ import annotations

from pairs_rows import Row, blame, incidents, killed, main, no, trap, true

ROWS: dict[str, list[Row]] = {
    "what is only ranked by a time": [
        true(
            "A bomb killed 20 people in Kaya on Sunday, in the worst attack since the war ended "
            "ten years ago.",
            main(killed=20, day="2022-05-22"),
            published="2022-05-25",
        ),
        true(
            "Bombs killed 207 people in Colombo, in the worst violence since the war ended a "
            "decade ago.",
            main(killed=207),
            published="2022-05-25",
        ),
        true("Nine people were killed in Kaya in the latest violence.", main(killed=9)),
        trap(
            "Some 9,000 people were killed in Mali in the ethnic violence.",
            no("killed", 9000, scope="incident"),
        ),
        trap(
            "A decade ago a bomb killed 20 people in Kaya. A raid killed four on Sunday.",
            main(killed=4),
            published="2022-05-25",
        ),
        trap(
            "A raid killed four people in Kaya, the worst since a bomb killed 20 two years ago.",
            main(killed=4),
            published="2022-05-25",
        ),
    ],
    "weeks before or after": [
        true(
            "Soldiers killed 60 villagers in Kaya on 20 April. The previous week, six guards had "
            "been killed there by rebels.",
            incidents(2),
            main(killed=60),
        ),
        true(
            "Soldiers killed 60 villagers in Kaya on 20 April. The Red Front killed 32 people in "
            "a nearby district a month later.",
            incidents(2),
            main(killed=60),
        ),
        trap(
            "Soldiers shot 60 villagers in Kaya on 20 April. Nine others were wounded, one of "
            "whom died a month later.",
            incidents(1),
        ),
        trap(
            "Soldiers wounded a villager in Kaya on 20 April. He died a month later.", incidents(1)
        ),
    ],
    "who ends an attack": [
        true(
            "Protesters burned a car before police opened fire and killed four of them.",
            blame("police"),
        ),
        true(
            "Rebels shot two guards before police attacked the camp, killing nine refugees.",
            blame("Rebels"),
            blame("police"),
        ),
        trap(
            "Gunmen killed four people before police stormed the shop in Kaya and shot them dead.",
            no("responsibility", party="police"),
        ),
        trap(
            "A gunman killed four people in Kaya before police stormed the shop and shot him.",
            no("responsibility", party="police"),
        ),
        trap(
            "Raiders killed four people in Kaya before police stormed the shop and killed the "
            "attackers.",
            no("responsibility", party="police"),
        ),
    ],
    "the day a court heard it": [
        true(
            "A commission heard on Tuesday that 44 men were shot in Kaya on 3 July 2005.",
            main(day="2005-07-03"),
            published="2017-05-31",
        ),
        true(
            "Forty-four men were shot in Kaya on 3 July 2005, a jury heard on Tuesday.",
            main(day="2005-07-03"),
            published="2017-05-31",
        ),
        trap(
            "A court began to hear witnesses of the shelling of Kaya on 3 July 2005, which killed "
            "nine people.",
            main(killed=9, day="2005-07-03"),
            published="2017-05-31",
        ),
        trap(
            "Residents heard shots on Tuesday that killed two men.",
            main(killed=2, day="2017-05-30"),
            published="2017-05-31",
        ),
        trap(
            "Kaya saw a raid on Tuesday that killed nine people.",
            main(killed=9, day="2017-05-30"),
            published="2017-05-31",
        ),
    ],
    "the figure of an earlier version": [
        true(
            "Bombers struck Kaya on Thursday, killing at least 13 soldiers, the army said. "
            "(Earlier versions gave the number as 12.)",
            main(killed=(13, None)),
        ),
        true(
            "A rocket struck a house in Kaya. The radio reported that one person was killed; a "
            "channel initially spoke of two deaths.",
            main(killed=1),
        ),
        trap(
            "A shell struck a house in Kaya. The radio reported that one person was killed; a "
            "channel spoke of two deaths.",
            main(killed=2),
        ),
        trap(
            "Bombers struck Kaya on Thursday, killing 13 soldiers, the army said. Later versions "
            "gave the number as 15.",
            main(killed=15),
        ),
    ],
    "one sort of people": [
        true(
            "Bombs killed 207 people in Kaya, police said. Nine children died, a doctor said.",
            main(killed=207),
        ),
        true(
            "Bombs killed 207 people in Kaya, police said. Thirty foreigners died, the ministry "
            "said.",
            main(killed=207),
        ),
        true(
            "Bombs killed 207 people in Kaya, police said. Five Danes died, the ministry said.",
            main(killed=207),
        ),
        trap(
            "Bombs killed 20 people in Kaya, police said. Twelve residents died, a doctor said.",
            main(killed=(12, 20)),
        ),
        trap(
            "Bombs killed 12 people in Kaya, police said. Fifteen children died, a doctor said.",
            main(killed=(12, 15)),
        ),
    ],
    "attackers believed to be dead": [
        true(
            "Two soldiers were killed in Kaya. The spokesman said three of the attackers were "
            "killed.",
            killed(2),
            killed(3),
            main(killed=5),
        ),
        true(
            "Two clerks were killed in Kaya. Four of the attackers were killed, a guard said.",
            main(killed=6),
        ),
        trap(
            "Two guards were killed in Kaya. The spokesman said three of the attackers were "
            "believed killed.",
            main(killed=2),
        ),
        trap(
            "Two nurses were killed in Kaya. The mayor said four of the attackers were thought to "
            "have died.",
            main(killed=2),
        ),
    ],
    "a bracket holds the place before it": [
        true(
            "On 3 May 2021, rebels attacked farmers in Karmou (Barga, Yatenga), killing four.",
            main(killed=4, place="Karmou", country="BF"),
        ),
        true(
            "On 3 May 2021, in Bir Salha (Sidi Bouzid), police killed four people.",
            main(killed=4, place="Bir Salha", country="TN"),
        ),
        true(
            "On 3 May 2021, rebels entered Mbau (Beni, Nord-Kivu) and executed four people.",
            main(killed=4, place="Mbau", country="CD"),
        ),
        true(
            "On 3 May 2021, in Santa Iria do Vale (Ceara), police shot dead a boy.",
            main(killed=1, place="Santa Iria do Vale", country="BR"),
        ),
        trap(
            "On 3 May 2021, Maria Ruiz (Beni, Congo) was shot dead in Kaya.",
            main(killed=1, place="Kaya"),
        ),
        trap(
            "On 3 May 2021, the Islamic State (Khorasan) killed four men in Kabul.",
            main(killed=4, place="Kabul"),
        ),
        trap(
            "On 3 May 2021, soldiers of MINUSCA (Bangui) killed four men in Bria.",
            main(killed=4, place="Bria"),
        ),
    ],
    "pictures and bullets before the words": [
        true(
            "❗️In Pisky a man (54) was killed by a mine in his own field.",
            main(killed=1, place="Pisky"),
        ),
        true("🔴 Kaya: two dead, four wounded 🕯🕯", main(killed=2, injured=4, place="Kaya")),
        true(
            "⚡️Gunmen killed nine farmers in Kaya.\n▪️Two clerks were shot dead in Lom.",
            incidents(2),
            main(killed=9, place="Kaya"),
        ),
        trap(
            "✅ Nobody was killed in Kaya ✅ 24 people were led out",
            main(killed=0),
            no("killed", 24),
        ),
        trap("❗️In Pisky a man (54) lost his field to a mine ❗️", no("killed", 54)),
    ],
    "names that go on": [
        true(
            "Six civilians were killed in a street in Bir Basha.", main(killed=6, place="Bir Basha")
        ),
        true(
            "A policeman in Falcon Hills, Minnesota, shot dead a driver.",
            main(killed=1, place="Falcon Hills", country="US"),
        ),
        true(
            "Gunmen attacked Gyambau village in Mangu, Plateau State, and killed seven people.",
            main(killed=7, place="Gyambau village", country="NG"),
        ),
        true("Rockets killed nine in Sarmin in Idlib.", main(killed=9, place="Sarmin")),
        trap(
            "Gunmen attacked a market in Aleppo Friday, killing nine.",
            main(killed=9, place="Aleppo"),
        ),
        trap("Gunmen from Lom in Kaya killed nine.", main(killed=9, place="Kaya")),
    ],
    "a whole told place by place": [
        true(
            "Armed men killed 41 people: 24 in Kaya and 17 in Bria.", main(killed=41), incidents(1)
        ),
        true(
            "Sixteen people were killed (13 in Kaya, three in Bria).", main(killed=16), incidents(1)
        ),
        trap("Five were killed in Tyre, four in Nabatieh and three in Baalbek.", incidents(3)),
        trap("Four were killed in Tyre and two in Baalbek.", incidents(2)),
    ],
    "not by them": [
        true(
            "The army said that 19 strikes by the Coalition had hit Kaya, killing nine.",
            blame("Coalition", by="army"),
        ),
        true(
            "Two soldiers were killed when members of the Green Dawn Front (GDF) waylaid their "
            "truck.",
            blame("Green Dawn Front (GDF)"),
        ),
        trap(
            "The army said that 19 strikes not by the Coalition had hit Kaya, killing nine.",
            no("responsibility"),
        ),
        trap(
            "Nine people died in Kaya in strikes not by the army, a monitor said.",
            no("responsibility"),
        ),
    ],
    "an old deed that an account opens with": [
        true(
            "A commission heard on Tuesday that 44 men were killed in Kaya in July 2005. Ruiz said "
            "that the men were driven into the bush and shot one by one.",
            main(killed=44, injured=None, first="2005-07-01"),
            incidents(1),
            published="2017-05-31",
        ),
        true(
            "A court heard that nine women were killed in Kaya in July 2005. They were shot in "
            "the yard, a witness said.",
            main(killed=9),
            incidents(1),
            published="2017-05-31",
        ),
        trap(
            "A bomb in Kaya killed nine people in July 2005, as all recall. Two guards were shot "
            "dead on Monday.",
            main(killed=2),
            published="2017-05-31",
        ),
        trap(
            "A raid in Kaya killed nine people in July 2005. A bomb killed two clerks in Bria.",
            main(killed=2),
            published="2017-05-31",
        ),
    ],
}
