"""How assessments of civilian harm sum up, range, date, place and blame."""

from __future__ import annotations

from pairs_rows import (
    OPEN,
    Row,
    blame,
    incidents,
    injured,
    killed,
    main,
    no,
    trap,
    true,
    victim,
)

NOBODY_BLAMED = no("responsibility")

ROWS: dict[str, list[Row]] = {
    "a summary that is reported": [
        true(
            "Between six and eight weavers were reportedly killed when a shell hit a mill in "
            "Izium. "
            "Radio Lom reported that six people had died.",
            main(killed=(6, 8)),
        ),
        true(
            "At least nine weavers were reported killed by a bomb in Izium. Radio Lom "
            "mentioned nine "
            "fatalities.",
            main(killed=(9, OPEN)),
        ),
        true(
            "A man, his wife and their four children were reportedly killed in Izium. A "
            "nephew wrote: "
            '"My aunt and two of her children were martyred."',
            main(killed=6),
        ),
        trap(
            "Twelve weavers were reportedly killed by a bomb in Izium. Police said that three "
            "people had died.",
            main(killed=3),
        ),
        trap(
            "Dozens were reportedly killed by a bomb in Izium. Police said that three people had "
            "died.",
            main(killed=3),
        ),
    ],
    "a part of what nobody answers for": [
        true(
            "Between five and nine weavers were killed in Izium, local media said. Somebody wrote "
            "that there it was reported that nine had died. Four of the victims were of one house, "
            "Radio Lom said.",
            main(killed=(5, 9)),
        ),
        true(
            "Seven weavers were killed in Izium, Radio Lom said. Five of the victims were "
            "women, the "
            "mayor said.",
            main(killed=7),
        ),
        trap(
            "Four of the victims of the blast in Izium were of one house, Radio Lom said.",
            no("killed", 5),
        ),
        trap("Six people were shot in Izium, four of them fatally.", main(killed=4)),
    ],
    "ranges with blanks around the dash": [
        true("22 – 23 civilians were killed by a shell in Izium.", killed(22, 23)),
        true("Izium, 3 May 2022. Civilians reported killed: 6 – 8", killed(6, 8)),
        true("Between 6 – 8 people were killed by a shell in Izium.", killed(6, 8)),
        trap("On 4 May – 8 people were killed by a shell in Izium.", killed(8)),
        trap("At about 19:20 – 23 people died in Izium.", no("killed", 20), no("killed", 19)),
        trap("Izium, 12 – 8 people were killed there.", no("killed", 12)),
    ],
    "an age with one comma": [
        true(
            "Ana Ruiz, 45 was killed and two others were hurt in Izium.",
            victim("killed", "Ana Ruiz", years=45),
            killed(1, part=None),
            injured(2),
        ),
        true("Leo Sand, 38 is dead, police said.", main(killed=1)),
        trap("In Izium, 45 were killed and two were hurt.", killed(45), injured(2)),
        trap("In Izium, 1 was killed.", main(killed=1)),
    ],
    "the day of what a strike did": [
        true(
            "Nine weavers were killed in a strike that hit a mill in Izium on 5 March 2022.",
            main(killed=9, day="2022-03-05"),
        ),
        true(
            "Radio Lom said that nine weavers died in a blast which struck a bus on 2 June 2022.",
            main(killed=9, day="2022-06-02"),
        ),
        trap(
            "The strike on a brigade that was formed on 5 March 2014 killed nine.",
            no("when"),
        ),
        trap(
            "A strike that was condemned by the mayor on 5 March 2022 killed nine.",
            no("when"),
        ),
    ],
    "where they strike who are of another country": [
        true(
            "A weaver was killed by a Russian missile strike on Khan Shaykhun on 9 July 2019.",
            main(killed=1, country="SY", place="Khan Shaykhun"),
        ),
        true(
            "Russian warplanes bombed Khan Shaykhun and killed nine.",
            main(killed=9, country="SY"),
        ),
        trap(
            "Russian officials said that a blast in Zarkovo killed nine. Russian police are "
            "investigating.",
            main(killed=9, country="RU"),
        ),
        trap("A Russian court heard that nine had died in Verkhovo.", no("place", country="UA")),
    ],
    "a quarter and its town": [
        true(
            "Nine were killed by a shell in the Al Zarka area, Manbij on 11 January 2018.",
            main(killed=9, country="SY"),
        ),
        true(
            "A shell fell on the Al Zarka refugee camp, Rafah and killed nine.",
            main(killed=9, place="Rafah"),
        ),
        true(
            "Nine were killed in the Bab el Murran neighborhood of Rafah.",
            main(place="Bab el Murran neighborhood"),
        ),
        trap("Nine were killed in the camp, Adam Ruiz said.", no("place")),
        trap("Al Ruiz, who ran the camp, was killed.", no("place"), victim("killed", "Al Ruiz")),
        trap("Nine were killed in the area, Marta Sand said.", no("place")),
    ],
    "whose strike it was": [
        true("Six were killed when an Israeli strike hit a tower.", blame("Israel")),
        true("Israeli strikes killed six in Rafah.", blame("Israel")),
        trap(
            "A raid on a mill in Aleppo, Syria reportedly killed nine.",
            NOBODY_BLAMED,
        ),
        trap(
            "A blast killed nine. The Palestinian Ministry of Health gave a figure of 14 killed.",
            NOBODY_BLAMED,
        ),
    ],
    "one coalition by two names": [
        true(
            "A Coalition air strike killed nine in Manbij. The mayor blamed the US-led Coalition.",
            main(party="US-led Coalition"),
        ),
        true(
            "Russian jets killed nine in Manbij. The military said that it had struck targets in "
            "the area.",
            main(party="Russia"),
        ),
        trap(
            "Dawn Front fighters killed nine in Manbij, the mayor said. The army said Dusk Front "
            "fighters had killed them.",
            main(killed=9),
            blame("Dawn Front", by="mayor"),
        ),
        trap("The military said that it had struck a mill in Manbij and killed "
             "nine.", main(killed=9)),
    ],
    "the toll of a campaign": [
        true(
            "A bomb killed six in Taiz. Radio Lom said that the death toll of the campaign "
            "had reached "
            "3,797.",
            main(killed=6),
            killed(6),
            killed(3797, scope="cumulative", voice="speaker", by="Radio Lom"),
        ),
        true(
            "The death toll in the Ruritanian offensive reached 812.",
            killed(812, scope="cumulative"),
        ),
        trap("The death toll of the raid had reached nine.", killed(9)),
        trap("The death toll of the attack in Taiz rose to nine.", killed(9)),
    ],
    "a year with one comma": [
        true(
            "A raid on a mill in Izium on June 23, 2022 killed the miller Leo Sand and six "
            "members of "
            "his family.",
            main(killed=7, day="2022-06-23"),
        ),
        true("A blast on 3 May, 2023 killed nine.", main(killed=9, day="2023-05-03")),
        trap("In the valley, 1,950 people were killed.", killed(1950)),
        trap("In that army, 2050 soldiers were killed.", killed(2050)),
    ],
    "what befell the house before": [
        true(
            "Four people were killed in a strike that hit a mill in Izium on 14 June 2022. "
            "The same "
            "mill had been hit in 2018, when four people were killed. Radio Lom put the toll "
            "at six.",
            main(killed=(4, 6), day="2022-06-14"),
        ),
        true(
            "A baker and her three children were killed by a shell in Izium on 14 June 2022. "
            "The same "
            "house had been hit in 2018, when four people were killed.",
            main(killed=4, day="2022-06-14"),
            incidents(1),
        ),
        trap(
            "A man was convicted of killing four people. The four were shot in Izium in 2018.",
            incidents(1),
        ),
        trap(
            "Nine people were killed by a bomb in Izium. The mayor said that the bomb, which "
            "went off "
            "on 3 May 2022, had killed nine.",
            incidents(1),
            main(killed=9, day="2022-05-03"),
        ),
    ],
    "who stand in a list are told again by their number": [
        true(
            "A woman and her three children were killed when a shell hit their home in Izium on "
            "5 March 2022. According to Radio Lom, four people were killed.",
            incidents(1),
            main(killed=4),
        ),
        true(
            "Leo Sand and his two sons were killed by a mine in Izium on Friday. Three people were "
            "killed, Radio Lom said.",
            incidents(1),
            main(killed=3),
        ),
        trap(
            "A miller and his three sons were killed by a shell in Izium on 5 March 2022. Seven "
            "people were killed in Kherson on 8 March 2022.",
            incidents(2),
            main(killed=4),
        ),
        trap(
            "Ivo Lund and his two sons were killed by a mine in Izium on Friday. On Saturday two "
            "people were killed in Kherson.",
            incidents(2),
            main(killed=3),
        ),
    ],
    "Saudi": [
        true(
            "Nine died in a Saudi air strike on Hodeidah.",
            main(killed=9, place="Hodeidah"),
            blame("Saudi Arabia"),
        ),
        true("Saudi warplanes killed nine in Hodeidah.", main(place="Hodeidah")),
        trap("A raid on a house in the old city, Sanaa killed nine.", NOBODY_BLAMED),
        trap("Nine died in Saudi and were buried there.", NOBODY_BLAMED),
    ],
}  # fmt: skip
