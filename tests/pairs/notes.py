"""Notes of one incident, as monitors and databases write them: where and when stand at the head."""

from __future__ import annotations

from pairs_rows import NOBODY, Row, blame, incidents, injured, killed, main, no, second, trap, true

NOBODY_BLAMED = no("responsibility")

ROWS: dict[str, list[Row]] = {
    "every paragraph opens with its day": [
        true("On 29 April 2023, rebels attacked Gao. Nine were killed.\n"
             "On 1 May 2023, rebels shelled Mopti. Four were killed.",
             main(killed=9, place="Gao", day="2023-04-29"),
             second(killed=4, place="Mopti", day="2023-05-01"), incidents(2)),
        true("On May 2, 2023, gunmen killed two drivers in Gao.\n\n"
             "On May 4, 2023, gunmen killed a nurse in Homs.",
             main(killed=2, place="Gao", day="2023-05-02"),
             second(killed=1, place="Homs", day="2023-05-04"), incidents(2)),
        trap("On 24 April 2023, rebels shelled a mill in Gao. Nine were killed.\n"
             "On 1 May 2023, the mayor of Mopti condemned it.",
             main(killed=9, place="Gao", day="2023-04-24"), incidents(1)),
        trap("On 25 April 2023, rebels shelled a mill in Gao. Nine were killed.\n"
             "On 27 April 2023, the dead were buried.",
             main(killed=9, place="Gao", day="2023-04-25"), incidents(1)),
    ],
    "where and when at the head": [
        true("Tokmak, 25 May 2022: gunmen killed four men.",
             main(killed=4, place="Tokmak", day="2022-05-25")),
        true("Tokmak, 17 August: unknown gunmen shot dead a teacher and his guard.",
             main(killed=2, place="Tokmak", day="2022-08-17"), published="2022-08-30"),
        true("Tokmak (occupied), 3 May 2022. A shell killed two women.",
             main(killed=2, place="Tokmak", day="2022-05-03")),
        true("03.05.2022, Tokmak (occupied): a shell hit a bakery. Two killed.",
             main(killed=2, place="Tokmak", day="2022-05-03")),
        true("Tokmak: strike on a bakery on 2 May 2022. 28 killed.",
             main(killed=28, place="Tokmak", day="2022-05-02")),
        true("Tokmak bakery strike, 2 May 2022: 28 dead.",
             main(killed=28, place="Tokmak", day="2022-05-02")),
        true("On 4 March 2022, rebels shelled Tokmak, killing three.",
             main(killed=3, place="Tokmak", day="2022-03-04")),
        true("On 23 March 2019, men attacked the Fulani village of Welira. Nine were killed.",
             main(killed=9, place="Welira", day="2019-03-23")),
        trap("Tokmak, 25 May 2022: Gunmen killed four men in Melitopol on Monday.",
             main(killed=4, place="Melitopol", day="2022-05-23"), published="2022-05-25"),
        trap("TOKMAK, 25 May: gunmen killed four men in Melitopol.",
             no("when", first="2022-05-25"), published="2022-05-25"),
        trap("Maria Ruiz, 3 May 2022: Gunmen killed four men in Tokmak.",
             main(killed=4, place="Tokmak")),
        trap("Report: gunmen killed four men in Tokmak.", main(killed=4, place="Tokmak")),
        trap("Sheriff: man shot dead in Tokmak.", main(place="Tokmak")),
        trap("Gunmen killed four men in Tokmak. Mourners marched on 4 March 2022.",
             no("when", first="2022-03-04")),
        trap("The men march on 4 March 2022. Gunmen killed four of them on 6 March 2022 in Tokmak.",
             main(killed=4, day="2022-03-06")),
        trap("Militiamen attacked the Fulani village of Welira.",
             no("place", name="Fulani village")),
    ],
    "figures behind brackets": [
        true("A bus hit a mine; 6 killed (4 women, 2 children) & 9 injured.",
             main(killed=6, injured=9)),
        true("Two people (a man and a woman) and a child were killed.", killed(3)),
        trap("Seven were killed (4 women, 3 children) & 9 injured when a bus hit a mine.",
             no("toll", outcome="injured", low=4)),
        trap("The hall (4 floors, 9 rooms) and two guards were hurt.", no("toll", low=4)),
    ],
    "all of the dead told one by one": [
        true("A raid hit a car in Tokmak. Friends named the dead as a father and three daughters.",
             main(killed=4)),
        true("A raid hit a car in Tokmak. The dead were a father and three daughters.",
             main(killed=4)),
        trap("A raid hit a car in Tokmak. The dead included a father and three daughters.",
             killed(4, part=None)),
        trap("A raid killed nine. The dead were a father, three daughters and others.",
             main(killed=9)),
    ],
    "a toll that rose, by whom it rose": [
        true("The toll of the strike on Tokmak has risen to 14 after three people died of wounds.",
             killed(14), killed(3, part=14)),
        true("The death toll of the raid rose to nine when two children died in hospital.",
             killed(9), killed(2, part=9)),
        trap("The toll of the strike on Tokmak rose to 14. In Melitopol three people died.",
             killed(14), killed(3)),
        true("The death toll of the raid on Tokmak, in Zaporizhzhia region, has risen to nine.",
             killed(9)),
        true("The death toll, officials said, has risen to nine.", killed(9)),
        trap("The death toll in Tokmak, in which 12 schools were shut, is high.", NOBODY),
        trap("The price rose to 14 after three people died in Tokmak.", killed(3)),
    ],
    "who died of it later": [
        true("Three women were shot dead at a market in Tokmak on Saturday. A fourth, Ana Ruiz, "
             "19, died on Sunday.", main(killed=4, day="2022-05-07"), published="2022-05-09"),
        true("Ivo Sand, 52, and Leo Tarn, 61, died at the scene of the shooting in Tokmak on "
             "Saturday. Ana Ruiz, 19, died on Sunday.", main(killed=3, day="2022-05-07"),
             published="2022-05-09"),
        true("A gunman killed three people in Tokmak before police shot him dead, bringing the "
             "number of deaths to four.", killed(3, part=4), killed(1, part=4), killed(4)),
        trap("Ivo Sand died at the scene of the shooting in Tokmak on Saturday. Ana Ruiz was shot "
             "dead in Melitopol on Sunday.", main(killed=1), published="2022-05-09"),
        trap("A fourth, smaller bomb died down on Sunday.", NOBODY),
        trap("Three were shot dead in Tokmak, bringing the police to the market at four.",
             main(killed=3)),
    ],
    "an attack that another is told to follow": [
        true("Shells killed four at a market in Tokmak on Sunday, hours after a missile hit a bus "
             "depot.", incidents(2)),
        true("Two men were wounded in a shooting in Tokmak on Sunday, a day after the flea market "
             "attack.", main(injured=2, day="2022-05-08"), published="2022-05-09"),
        true("A bomb killed two at a market in Tokmak on Sunday, a day after the attack on "
             "the court in which nine died.", main(killed=2, day="2022-05-08"), incidents(2),
             published="2022-05-09"),
        trap("Three more people died on Sunday, a day after the attack on the court in which nine "
             "were killed.", incidents(1), published="2022-05-09"),
        trap("Ana Ruiz, 19, died on Sunday, a day after the flea market attack in Tokmak.",
             incidents(1), published="2022-05-09"),
        trap("Two men were wounded in Tokmak on Sunday, a day after the attack began.",
             incidents(1), published="2022-05-09"),
    ],
    "another week, another side": [
        true("Missiles hit a market in Tokmak on Tuesday, killing 11. Shelling of the town last "
             "week killed two.", main(killed=11, day="2022-05-10"), published="2022-05-11"),
        true("A raid in Tokmak killed 11 last week.", main(first="2022-05-02"),
             published="2022-05-11"),
        trap("Up to 40 militants were killed in Tokmak.", main(killed=(1, 40)),
             title="Ten mercenaries killed"),
        trap("Five soldiers died in Tokmak; 20 rebels were killed.", main(killed=25)),
    ],
    "bare nouns with an age in the list": [
        true("A husband, wife, 12-year-old boy and baby girl were killed in Tokmak.", killed(4)),
        true("A father, mother and young child were shot dead in Tokmak.", killed(3)),
        trap("A nurse, old friend and neighbor, was killed in Tokmak.", killed(1)),
        trap("A nurse, mother of a 12-year-old boy and baby girl, was killed.", no("toll", low=3)),
    ],
    "passers-by": [
        true("A bomb killed a passer-by.", killed(1)),
        true("Two guards and a passer-by were hurt.", injured(3)),
        trap("The shell wounded a by-product of the mill.", NOBODY),
        trap("A mine killed a by-law.", NOBODY),
    ],
    "claimed by, fired by": [
        true("A bomb killed two. Claimed by the Red Tarn Front.",
             blame("Red Tarn Front", "claims-responsibility", by="Red Tarn Front")),
        true("A bomb killed two. It was claimed by the Red Tarn Front.",
             blame("Red Tarn Front", "claims-responsibility", by="Red Tarn Front")),
        true("A boy was killed by live ammunition fired by Israeli soldiers.", blame("Israel")),
        true("A US AC-130 gunship attacked the clinic, killing nine.", blame("United States")),
        true("A shell killed nine. The mayor blamed Ukrainian HIMARS.",
             blame("Ukraine", by="mayor")),
        trap("A bomb killed two. It was claimed by the army that rebels had laid it.",
             no("responsibility", party="army", stance="claims-responsibility")),
        trap("A bomb killed two. The islands, claimed by China, are far away.", NOBODY_BLAMED),
        trap("A bomb killed two. No raid was claimed by the Red Tarn Front.", NOBODY_BLAMED),
        trap("Tartus, Syria, 25 May 2012: gunmen killed four men.",
             no("responsibility", party="Syria")),
        trap("A boy was killed by live ammunition at a range.", NOBODY_BLAMED),
    ],
}  # fmt: skip
