"""Agency copy: headlines that round, datelines, sieges, and whose figure stands beside whose."""

from __future__ import annotations

from pairs_rows import Row, blame, incidents, main, second, trap, true

ROWS: dict[str, list[Row]] = {
    "a headline that rounds or came first": [
        true(
            "A bomb in Lom killed 36 people on Monday, the mayor said.",
            main(killed=36),
            title="More than 30 dead in Lom",
        ),
        true(
            "A bomb in Lom killed eight people on Monday, the mayor said.",
            main(killed=8),
            title="Several dead in Lom",
        ),
        true(
            "A bomb in Lom killed five people on Monday, a nurse said. One more person died "
            "overnight.",
            main(killed=6),
            title="Bomb kills five in Lom",
        ),
        trap(
            "A bomb in Mora killed five people on Monday, a nurse said. Searchers found another man"
            " dead.",
            main(killed=5),
            title="Bomb kills five in Mora",
        ),
        trap(
            "The number of those killed by a bomb in Lom has risen to nine from six, a nurse said "
            "on Tuesday. Three of the wounded died overnight.",
            main(killed=9),
            title="Nine dead in Lom",
        ),
        trap(
            "A bomb in Lom killed 46 people on Monday, the mayor said.",
            main(killed=46),
            title="46 dead in Lom, more than 30 hurt",
        ),
    ],
    "an earlier count": [
        true(
            "A bomb in Lom killed nine people on Monday, the mayor said. An earlier count stood at "
            "seven dead.",
            main(killed=9),
        ),
        true(
            "A mine killed 14 miners near Lom on Monday, their union said. An initial report put "
            "the dead at 12.",
            main(killed=14),
        ),
        trap(
            "A bomb in Gao killed nine people on Monday, the mayor said. The count rose to ten "
            "dead on Tuesday.",
            main(killed=10),
        ),
        trap(
            "A blast in Gao killed nine people on Monday, the mayor said. A later count stood at 11"
            " dead.",
            main(killed=11),
        ),
    ],
    "a town named once": [
        true(
            "Families in Mosul mourned on Tuesday, a day after jets bombed a school in the city, "
            "killing six people.",
            main(place="Mosul", killed=6),
            published="2026-03-11",
        ),
        true(
            "Shops in Gao stayed shut on Tuesday after gunmen shot dead four traders in the town.",
            main(place="Gao", killed=4),
            published="2026-03-11",
        ),
        trap(
            "People in Mosul mourned on Tuesday, a day after jets bombed a school in Homs, "
            "killing six people.",
            main(place="Homs", killed=6),
            published="2026-03-11",
        ),
        trap(
            "Envoys met in Paris on Tuesday, a day after gunmen in Gao shot dead four traders in "
            "the town.",
            main(place="Gao", killed=4),
            published="2026-03-11",
        ),
    ],
    "a town that is told once, as the dateline": [
        true(
            "Lom (Agency) - A roadside bomb on Monday left 36 people dead, police told "
            "reporters. In "
            "March an attack in the region killed 20 people. A rights group put the toll from the "
            "Lom bombing at 45.",
            main(killed=(36, 45)),
        ),
        true(
            "Mosul, May 7 (Agency) - Gunmen in the Iraqi city killed six people on Monday, "
            "the mayor "
            "said. In Homs, six people died on Sunday when a rocket hit their house, police said.",
            main(place="Mosul", killed=6),
            second(place="Homs", killed=6),
            published="2024-05-08",
        ),
        trap(
            "Mosul (Agency) - A shell on Monday left six people dead in Homs, police told "
            "reporters. "
            "A medic put the toll from the Homs attack at nine.",
            main(place="Homs", killed=(6, 9)),
        ),
        trap(
            "Mosul (Agency) - A boy died on Monday after a blast, police said. Officers were "
            "called "
            "to a house near Homs on Monday evening, where a boy had been killed.",
            incidents(1),
        ),
    ],
    "a camp stormed, a siege": [
        true(
            "Gunmen stormed a mine in Lom on Monday. Officials said five workers were killed. On "
            "Thursday a bombing in Gao killed 30 people.",
            main(place="Lom", killed=5),
            published="2024-05-08",
        ),
        true(
            "Attackers held guests in a hotel in Gao on Monday, killing 17 people. In March "
            "40 people "
            "died in a church in Lom. The Vale Front said it was behind the Gao siege.",
            main(place="Gao", killed=17),
            blame("Vale Front", "claims-responsibility", by="Vale Front"),
        ),
        trap(
            "Protesters stormed the parliament in Lom on Monday, breaking windows.",
            incidents(0),
        ),
        trap(
            "A storm hit Lom on Monday. On Tuesday a bomb in Gao killed six people.",
            main(place="Gao", killed=6),
            incidents(1),
        ),
    ],
    "whose figure it is, and of whom": [
        true(
            "Gunmen stormed a mine in Gao on Monday, killing 17 workers, officials said. A rights "
            "group said 26 people had been killed in the attack.",
            main(killed=(17, 26)),
        ),
        true(
            "Armed men attacked a village on Monday, killing six people, a nurse said. A lawmaker "
            "gave a higher toll from the attack of ten dead.",
            main(killed=(6, 10)),
        ),
        true(
            "A grenade killed four people in a bar in Gao on Monday, officials said. By evening "
            "officials put the number of dead at ten.",
            main(killed=10),
        ),
        true(
            "An ambush in Gao killed eight soldiers on Monday, according to a spokesman for "
            "the army.",
            main(killed=8),
            title="Several dead in Gao",
        ),
        true(
            "A car bomb in Gao killed seven people on Monday. The rebels said they had carried out "
            "the attack, claiming that 41 soldiers were killed. Another three people died of "
            "their wounds overnight, a nurse said.",
            main(killed=10),
        ),
        true(
            "A boat attack that killed 42 people in Gao on Monday has been condemned abroad. But "
            "medics said 44 people had died in it.",
            main(killed=(42, 44)),
        ),
        trap(
            "Bombs killed 207 people in Gao on Monday, police said. Nine workers died at the "
            "mill, a "
            "doctor said.",
            main(killed=207),
        ),
        trap(
            "The army said its jets killed 40 militants near Gao on Monday. Residents said 12 "
            "villagers had been killed.",
            main(killed=12),
        ),
        trap(
            "A raid on boats that killed 42 people in Gao on Monday has been condemned in "
            "Lom. But a "
            "nurse said three women had died on the bank.",
            main(killed=42),
        ),
        trap(
            "Gunmen stormed a mine in Gao on Monday, killing 22 miners, the governor said. "
            '"They killed my two sons," a woman said. By evening the governor put the number of '
            "dead at 23.",
            main(killed=23),
        ),
    ],
}
