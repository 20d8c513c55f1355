"""Agency copy: tolls that move, the late dead, another attack of the week, and older ones."""

from __future__ import annotations

from pairs_rows import NO_TOLL, OPEN, Row, incidents, killed, main, no, second, trap, true

FRIDAY = "2026-03-13"  # the day of publication of most rows

ROWS: dict[str, list[Row]] = {
    "a toll brought to a number that is named behind it": [
        true(
            "A nurse hurt in the blast at a bank in Lom died on Saturday, police said, bringing to "
            "three the number of people killed. Two porters died on the spot.",
            main(killed=3),
            title="Lom blast: toll rises to three",
        ),
        true(
            "A bomb in Lom killed four men on Monday. A fifth died on Tuesday, raising to five the "
            "death toll.",
            main(killed=5),
        ),
        true(
            "A truck bomb in Lom killed five people, the mayor said. Hours later the ministry said "
            "a cook had died in surgery, raising the number of dead to six.",
            main(killed=6),
        ),
        trap(
            "Troops killed three men in Lom on Monday, bringing to 812 the number of people killed "
            "in the province.",
            main(killed=3),
        ),
        trap(
            "A mine killed two men in Lom, taking to 61 the number killed this year.",
            main(killed=2),
        ),
        trap(
            "A bomb killed three people in Lom, the mayor said. The rebels said the number had "
            "risen to nine.",
            main(killed=(3, 9)),
        ),
    ],
    "one more of a kind, by rank": [
        true(
            "A bomb killed five officers and a teacher in Lom. Wasim Baig said a sixth officer had "
            "died of his wounds.",
            main(killed=7),
        ),
        true(
            "Gunmen killed three men in Lom on Monday. A fourth man died in hospital.",
            main(killed=4),
        ),
        trap(
            "Gunmen killed three men in Lom. The third man, a cook, died at once.", main(killed=3)
        ),
        trap(
            "Gunmen killed two men and injured a third man and a boy in Lom.",
            main(killed=2, injured=2),
        ),
    ],
    "since, of what came later": [
        true(
            "A mine killed nine people near Lom and hurt 53, a nurse said. Two of the wounded had "
            "since died.",
            main(killed=11),
        ),
        true(
            "Nine people were shot on Sunday in Lom. Three have since died.",
            main(killed=3, injured=6),
        ),
        trap(
            "Nine people have died in Lom since fighting began.",
            no("toll", scope="incident"),
        ),
        trap("The rebels have since left Lom.", NO_TOLL),
    ],
    "a list that adds up by chance": [
        true("A shell hit a house in Lom, killing five boys, four girls and a woman.", killed(10)),
        true("Six men, four women and two girls died in a raid on Lom.", main(killed=12)),
        trap("A shell killed nine people in Lom, five men and four women.", killed(9)),
        trap("A shell killed ten children in Lom, six boys and four girls.", killed(10)),
    ],
    "an attack of which one is the worst since": [
        true(
            "A raid in Lom left nine dead on Tuesday. It was the bloodiest since October last "
            "year, when 121 people were killed in Sumy.",
            main(killed=9),
        ),
        true(
            "Shells killed six people in Sumy on Monday, the deadliest attack since May last "
            "year, when 40 people died at a station.",
            main(killed=6),
        ),
        trap(
            "It was the worst raid since the war ended years ago: 40 people were killed in Lom.",
            main(killed=40),
        ),
        trap(
            "On Tuesday, when 40 people were killed in Lom, the mayor was abroad.",
            main(killed=40),
        ),
    ],
    "one act told twice, and two of one size": [
        true(
            "Shells killed three people in Kherson on Tuesday. Eleven were wounded, including two "
            "medics. On Monday night a drone hit a clinic in the city, wounding two nurses.",
            main(killed=3, injured=11),
            second(injured=2),
            published=FRIDAY,
        ),
        true(
            "KABUL, Afghanistan (AP) - Strikes in eastern Afghanistan killed nine children and a "
            "woman.",
            main(killed=10),
            incidents(1),
            title="Strikes kill 10 in Khost",
        ),
        trap(
            "Shells killed three people in Kherson on Tuesday and wounded two nurses. On Tuesday "
            "a doctor said that the wounded nurses were stable.",
            main(killed=3, injured=2),
            incidents(1),
            published=FRIDAY,
        ),
        trap(
            "A bomb killed ten in Khost on Monday. In Kabul, a mine killed nine children.",
            main(killed=10),
            second(killed=9),
            published=FRIDAY,
        ),
    ],
    "missing no more": [
        true(
            "Nine officers were killed in Lom on Monday. The number later rose to 14 after five "
            "officers reported missing were found dead.",
            main(killed=14, missing=None),
        ),
        true(
            "Nine men drowned off Lom and seven are missing. Rescuers reached two of the missing "
            "alive.",
            main(killed=9, missing=7),
        ),
        trap("Two men were missing in Lom and have not been found.", main(missing=2)),
        trap(
            "Nine officers were killed in Lom on Monday. The number of arrests rose to 14.",
            main(killed=9),
        ),
    ],
    "who died since, and the number that makes": [
        true(
            "A drone killed nine people in Sumy, officials said. The ministry said on Sunday that "
            "a wounded woman had died, putting the death toll at ten.",
            main(killed=10),
        ),
        true(
            "A fire killed 81 people in Lom on Wednesday. Officials had spoken of 83 dead before "
            "they corrected it. Two of the injured died on Thursday.",
            main(killed=83),
        ),
        trap(
            "A drone killed nine people in Sumy, officials said. The mayor contradicted them, "
            "putting the death toll at ten.",
            main(killed=(9, 10)),
        ),
        trap(
            "Officials first spoke of nine dead in Lom. Two more died, bringing the toll to 11.",
            main(killed=11),
        ),
    ],
    "the capital, witnesses, and what was stormed": [
        true(
            "ISLAMABAD (AP) - Gunmen shot 12 people dead outside a court in Pakistan's capital.",
            main(killed=12, place="ISLAMABAD"),
        ),
        true(
            "Settlers attacked a village in the West Bank on Wednesday and killed three men. "
            "Witnesses in Kafr Malik said dozens of them torched cars and homes.",
            main(killed=3, place="Kafr Malik"),
        ),
        true(
            "At least 34 people were killed in eastern Congo. Members of the front stormed the "
            "church in Komanda at around 1 a.m.",
            main(killed=(34, OPEN), place="Komanda"),
        ),
        trap(
            "ISLAMABAD (AP) - A bomber killed nine people in Lahore, 300 km south of the capital.",
            main(killed=9, place="Lahore"),
        ),
        trap(
            "Settlers killed three men in Hebron. Residents of Jenin said they were afraid.",
            main(killed=3, place="Hebron"),
        ),
        trap(
            "Gunmen killed three men in Hebron. The mayor stormed out of a meeting in Jenin.",
            main(killed=3, place="Hebron"),
        ),
    ],
    "fire that was shot, and what burned": [
        true("Rebel sniper fire killed two people in Aleppo.", main(party="rebels")),
        true("Israeli tank fire killed nine people in Gaza.", main(party="Israel")),
        trap("The Crans bar fire killed nine people.", main(killed=9), no("responsibility")),
        trap(
            "The toll in the Verno nightclub fire rose to 41.",
            main(killed=41),
            no("responsibility"),
        ),
    ],
    "another blast, on its day": [
        true(
            "Explosives went off at a police station in Lom late on Friday, killing nine people. "
            "The explosives were seized after a car blast on Monday in Gao killed 12 people.",
            main(killed=9, day="2026-03-13"),
            second(killed=12),
            published="2026-03-14",
        ),
        true(
            "Gunmen entered the town of Lom before dawn last Friday and killed nine people.",
            main(killed=9, day="2026-03-06"),
            published=FRIDAY,
        ),
        trap(
            "Gunmen entered the town of Lom before dawn on Friday and killed nine people.",
            main(killed=9, day="2026-03-13"),
            published=FRIDAY,
        ),
        trap(
            "A bomb killed nine people in Lom on Friday. The bomb, which was found on Monday, had "
            "also hurt 12 people.",
            main(killed=9, injured=12),
            incidents(1),
            published="2026-03-14",
        ),
    ],
    "the second such": [
        true(
            "Rebels took 317 girls hostage in Kaya on Friday. It was the second such raid in a "
            "week: on April 17, gunmen stormed a school in Mopti, killing one student.",
            main(place="Kaya", killed=None),
            second(place="Mopti", day="2023-04-17"),
            published="2023-05-10",
        ),
        true(
            "A bomb killed six people in Kaya on Friday. It was the second such attack on "
            "a market: on April 17, a bomb in Mopti killed four.",
            main(place="Kaya", killed=6),
            second(place="Mopti", killed=4),
        ),
        true(
            "A bomb killed nine people in Kaya on Monday, medics said. It was the seventh bombing"
            " there in a month; on Saturday four herders were killed by another.",
            main(killed=9),
            second(killed=4),
        ),
        true(
            "Gunmen shot dead six millers in Kaya on Monday, police said. It was the latest raid "
            "in the district since May; on Friday two guards were killed.",
            main(killed=6),
            second(killed=2),
        ),
        trap(
            "A mine killed nine people in Kaya on Monday. It was the third blast there in a "
            "week; nine people were buried on Tuesday.",
            main(killed=9),
            incidents(1),
        ),
        trap(
            "The mill in Kaya was full; on Monday six people were killed when a shell hit it.",
            main(killed=6),
            incidents(1),
        ),
        trap(
            "A bomb killed six people in Kaya on Friday. It was one such bomb: on a wall hung "
            "another.",
            main(killed=6),
            incidents(1),
        ),
        trap(
            "A bomb killed six people in Kaya on Friday. Two facts are known: on Friday, six "
            "people were killed.",
            main(killed=6),
            incidents(1),
        ),
    ],
}
