"""Crackdowns, raids, feuds and gangs: bodies that are found, who answers for whom, later deaths."""

from __future__ import annotations

from pairs_rows import Row, incidents, killed, main, no, trap, true

ROWS: dict[str, list[Row]] = {
    "bodies that show what killed them": [
        true(
            "Eight bodies with gunshot wounds were found in an abandoned truck near Kaya, the "
            "governor said.",
            main(killed=8, place="Kaya"),
        ),
        true(
            "Police found four bodies in a field outside Kaya. All of them had been blindfolded.",
            main(killed=4),
        ),
        true(
            'Farmers found 36 bodies dumped beside a road in Kaya. "My two brothers are dead," a '
            "woman said.",
            main(killed=36),
        ),
        trap("Four bodies were brought to the morgue in Kaya last week.", no("killed", 4)),
        trap(
            "The remains of 25 people, many of them shot, were exhumed from a grave near Kaya.",
            no("killed", 25, scope="incident"),
        ),
        trap(
            "Nine people were killed in a raid on Kaya. Police found four bodies with their hands "
            "tied near the river.",
            main(killed=9),
        ),
    ],
    "whom an attack answers for": [
        true(
            "Gunmen killed 17 people in Kaya on Monday. The attack in Kaya came after two herders "
            "were killed in Djibo.",
            incidents(2),
            main(killed=17),
            published="2022-05-25",
        ),
        true(
            "A shootout left 17 people dead in Kaya on Monday. It came after two herders were "
            "shot dead in Djibo on Friday.",
            incidents(2),
            main(killed=17),
            published="2022-05-25",
        ),
        trap(
            "Gunmen killed 17 people in Kaya on Monday. The attack came after prayers.",
            incidents(1),
            published="2022-05-25",
        ),
        trap(
            "Gunmen killed 17 people in Kaya on Monday. The raid came after dark, and two guards "
            "were among the dead.",
            incidents(1),
            published="2022-05-25",
        ),
    ],
    "those hurt who died": [
        true(
            "Gunmen killed six people and wounded 16 in Kaya. Two of those injured later died.",
            main(killed=8, injured=14),
        ),
        true(
            "A blast in Kaya killed seven people and wounded 24. One of those hurt in the blast "
            "succumbed to his wounds.",
            main(killed=8, injured=23),
        ),
        true(
            "Medics said 22 people were killed and 16 wounded in Kaya. The families of the 22 dead "
            "will sue. Two more people died overnight of wounds suffered in the attack.",
            main(killed=24),
        ),
        trap(
            "Gunmen killed seven people and wounded 16 in Kaya. Two of those injured lost a leg.",
            main(killed=7, injured=16),
        ),
        trap(
            "Gunmen killed eight people and wounded 16 in Kaya. Two of those killed were nurses.",
            main(killed=8, injured=16),
        ),
        trap(
            "By Tuesday the death toll of the blast in Kaya had risen to 16 after three of those "
            "injured died.",
            main(killed=16),
        ),
    ],
    "some of a crowd": [
        true(
            "Police fired on marchers in Kaya on Monday. The governor said 11 of them were killed.",
            killed(11, by="governor"),
        ),
        true(
            "Police fired on marchers in Kaya, leaving five of them dead and 16 wounded. "
            '"My two sons are dead," a man said.',
            main(killed=5),
        ),
        trap(
            "A blast killed 19 people in Kaya. Eleven of them were children.",
            main(killed=19),
        ),
        trap("Police counted the marchers in Kaya. Eleven of them were deaf.", no("killed", 11)),
    ],
    "dead of a sort beside those told of": [
        true(
            "A rights group said police killed 36 people in Kaya. State television said two "
            "members of the security forces were also killed.",
            main(killed=36),
        ),
        true(
            "The mayor confirmed the killing of 13 villagers in Kaya. Two policemen were also "
            "killed, state media said.",
            main(killed=13),
        ),
        trap(
            "Residents said 36 people were killed in Kaya. The army put the toll at 30.",
            no("killed", 66),
        ),
        trap(
            "The mayor confirmed the killing of 19 villagers in Kaya. Two of the villagers were "
            "teachers.",
            no("killed", 21),
            main(killed=19),
        ),
    ],
    "equal by chance to other incidents": [
        true(
            "Gang members shot dead 14 people at a car wash in Tijuana on Monday. In Irapuato, "
            "nine people were killed on Sunday. Five were killed in Acapulco on Saturday.",
            main(killed=14, place="Tijuana"),
            incidents(3),
            published="2022-05-25",
        ),
        true(
            "A bomb killed 12 people in Kaya on Monday. In Djibo, gunmen shot dead seven traders "
            "on Sunday. Five guards were killed in Mopti on Saturday.",
            main(killed=12, place="Kaya"),
            incidents(3),
            published="2022-05-25",
        ),
        trap(
            "Two attacks killed 12 people on Sunday. In Djibo, gunmen shot dead seven traders. "
            "In Mopti, five guards were killed.",
            no("killed", 12, scope="incident"),
            published="2022-05-25",
        ),
        trap(
            "Two attacks in Mexico killed 14 people on Sunday. In Irapuato, nine people were shot "
            "dead in a bar. In Acapulco, gunmen killed five at a car wash.",
            no("killed", 14, scope="incident"),
            published="2022-05-25",
        ),
    ],
    "so far in what goes on": [
        true(
            "Gunmen killed 36 people in Kaya on Monday. Rights groups say 169 people have been "
            "killed in the protests so far.",
            main(killed=36),
        ),
        true(
            "Gunmen killed 36 people in Kaya on Monday. At least 90 people have died in the "
            "crackdown so far, a lawyer said.",
            main(killed=36),
        ),
        trap(
            "A blast hit a market in Kaya on Monday. Nine bodies have been pulled out so far and "
            "nine people are known to have died.",
            main(killed=9),
        ),
        trap("The raid on Kaya on Monday has killed nine people so far.", main(killed=9)),
    ],
    "an act beside with other dead and other hurt": [
        true(
            "A strike on a school in Kaya killed nine people and wounded 30 on Monday. A bus with "
            "evacuees came under fire, leaving three dead and 22 wounded.",
            incidents(2),
            main(killed=9, injured=30),
        ),
        true(
            "An Israeli strike hit a hospital in Deir al-Balah on Monday, killing 11 people. Four "
            "people were killed when Hamas militants fired rockets at Nuseirat.",
            incidents(2),
            main(killed=11),
        ),
        trap(
            "A strike on a clinic in Kaya killed nine people and wounded 30 on Monday. The mayor "
            "said later that 11 people were killed and 33 wounded in the strike.",
            incidents(1),
        ),
        trap(
            "An Israeli strike hit a clinic in Deir al-Balah on Monday, killing 11 people. "
            "Medics said that four of the dead were nurses.",
            incidents(1),
            main(killed=11),
        ),
    ],
    "shelling over the weekend": [
        true(
            "A drone killed three people in Kaya on Monday. Shelling over the weekend killed 70 "
            "people in the city.",
            main(killed=3),
        ),
        true(
            "A drone killed four people in Kaya on Monday. Clashes over the weekend left 40 "
            "people dead in the city.",
            main(killed=4),
        ),
        trap("A shooting over the weekend killed two people in Kaya.", main(killed=2)),
        trap("Two people were shot dead in a bar in Kaya over the weekend.", main(killed=2)),
    ],
}
