"""How reports of rights bodies and databases name, count and place the dead."""

from __future__ import annotations

from pairs_rows import (
    NOBODY,
    Row,
    blame,
    claim,
    incidents,
    injured,
    killed,
    main,
    no,
    second,
    trap,
    true,
)  # fmt: skip

NOBODY_BLAMED = no("responsibility")

ROWS: dict[str, list[Row]] = {
    "the dead in a list": [
        true(
            "The following millers were killed in a raid on Gao on 3 May 2023:\n"
            "1. Ana Ruiz, 22, porter\n2. Leo Sand, 40, cook\n3. Mia Roth, 31, clerk",
            main(killed=3, place="Gao", day="2023-05-03"),
        ),
        true(
            "A raid hit Gao.\nThe dead:\nName\tAge\tJob\nAna Ruiz\t22\tporter\nLeo Sand\t40\tcook",
            main(killed=2),
        ),
        true(
            "A raid hit a mill in Gao.\nKilled\n- Ana Ruiz (22), porter\n- Leo Sand (40), cook\n"
            "Wounded\n- Mia Roth (31), clerk\n- Ivo Sand (9), pupil",
            main(killed=2, injured=2),
        ),
        true(
            "The inquiry has the names of those who were killed in Gao. They are:\n"
            "Ana Ruiz, aged 22\nLeo Sand, aged 40",
            main(killed=2),
        ),
        trap(
            "A raid hit Gao. The following people spoke at the rally:\nAna Ruiz, 22, porter\n"
            "Leo Sand, 40, cook",
            NOBODY,
        ),
        trap(
            "A raid hit a mill in Gao. Those arrested over the dead guard were named as:\n"
            "Ana Ruiz, aged 22\nLeo Sand, aged 40",
            no("victim", outcome="killed"),
        ),
        trap(
            "Three died in Gao. Their guides are:\nAna Ruiz, aged 22\nLeo Sand, aged 40",
            main(killed=3),
        ),
        trap(
            "Four millers died in Gao. Two of the dead have been identified:\n"
            "Ana Ruiz, 22, porter\nLeo Sand, 40, cook",
            main(killed=4),
        ),
    ],
    "best estimates": [
        true(
            "Rebels attacked Gao. Deaths: best estimate 19, low 17, high 23.", main(killed=(17, 23))
        ),
        true(
            "Rebels attacked Gao. Best estimate of deaths: 20 (low 18, high 24).",
            main(killed=(18, 24)),
        ),
        trap(
            "Rebels attacked Gao. Deaths: 20. Low ground was flooded, high ground held.",
            main(killed=20),
        ),
        trap("Rebels attacked Gao. Best estimate of costs: 20 (low 18, high 24).", NOBODY),
    ],
    "either way dead": [
        true("Soldiers shot or hacked to death six millers in Gao.", killed(6)),
        true("Soldiers murdered or executed six millers in Gao.", killed(6)),
        trap("Soldiers shot or stabbed six millers in Gao.", no("killed")),
        trap("Soldiers killed or wounded six millers in Gao.", no("killed")),
    ],
    "said to have been": [
        true("Nine millers were said to have been killed in shelling of Gao.", main(killed=9)),
        true("Nine are said to have died in a raid on Gao.", main(killed=9)),
        trap("The rebels are said to have killed time in Gao.", NOBODY),
        trap("A mayor is said to have shouted in Gao, where shells killed nine.", main(killed=9)),
    ],
    "to account": [
        true(
            "The junta should be held to account for a raid on Gao in which four millers were "
            "killed and 60 injured.",
            blame("junta"),
            killed(4),
            injured(60),
        ),
        true(
            "The junta must be held responsible for the killing of nine millers in Gao.",
            blame("junta"),
        ),
        trap(
            "The junta should be held to account for its promises to the people of Gao.",
            NOBODY_BLAMED,
        ),
        trap("Nobody has been held to account for the raid on Gao.", NOBODY_BLAMED),
    ],
    "a town entered, a town attacked": [
        true(
            "Rebels entered Gao, went from door to door and shot dead nine men.",
            main(killed=9, place="Gao"),
        ),
        true("(Geneva) – A raid by rebels on Homs killed nine men.", main(killed=9, place="Homs")),
        true(
            "The deadliest raid, on Gao on 3 May 2023, killed nine.",
            main(killed=9, place="Gao", day="2023-05-03"),
        ),
        true(
            "The union condemned the killing of two reporters in Gao.", main(killed=2, place="Gao")
        ),
        trap("Envoys entered Gao. A shell killed nine men in Homs.", main(killed=9, place="Homs")),
        trap("The army told reporters in Gao of a raid that killed nine.", no("place")),
        trap("A raid by rebels on Sunday killed nine men in Homs.", main(killed=9, place="Homs")),
        trap("The union spoke to two reporters in Gao of the killing of two.", no("place")),
    ],
    "notes of a day and a town each": [
        true(
            "Ana Ruiz, a nurse, was shot dead by unknown attackers in Gao on May 3, 2023.\n"
            "Leo Sand, a clerk, was stabbed to death in Homs on May 5, 2023.",
            main(killed=1, place="Gao", day="2023-05-03"),
            second(killed=1, place="Homs", day="2023-05-05"),
            incidents(2),
        ),
        true(
            "3 May 2023, Gao, Mali. Rebels attacked millers. Deaths: 9.\n"
            "5 May 2023, Mopti, Mali. Rebels attacked cooks. Deaths: 4.",
            main(killed=9, place="Gao", day="2023-05-03"),
            second(killed=4, place="Mopti", day="2023-05-05"),
            incidents(2),
        ),
        trap(
            "Ana Ruiz, a nurse, was shot dead in Gao on May 3, 2023.\n"
            "Her clinic in Gao was closed on May 5, 2023.",
            main(killed=1),
            incidents(1),
        ),
        trap(
            "Ana Ruiz was shot dead in Gao on May 3, 2023. The motive is unknown on May 5, 2023.",
            main(killed=1, day="2023-05-03"),
            incidents(1),
        ),
    ],
    "a count behind a count": [
        true(
            "3 May 2023, Gao: five villagers killed and two injured by a mine.",
            killed(5),
            injured(2),
        ),
        true("3 May 2023, Gao: three shepherds killed, six injured (mine).", killed(3), injured(6)),
        trap("3 May 2023, Gao: five villagers killed and two mules lost.", killed(5)),
        trap("Gao: the men killed, six guards say, were millers.", no("injured")),
    ],
    "in May, not maybe": [
        true("A raid on a mill in Gao on 8 May killed nine men.", killed(9)),
        true("A raid on a mill in Gao on 8 May reportedly killed nine men.", killed(9)),
        trap("A raid on a mill in Gao may have killed nine men.", no("toll", stance="asserts")),
        trap(
            "On 8 May a raid on a mill in Gao may have killed nine.", no("toll", stance="asserts")
        ),
    ],
    "who had been wounded": [
        true(
            "Nine were killed and 12 wounded in a raid on Gao. A man who had been wounded in it "
            "died on Monday.",
            main(killed=10),
        ),
        true("Nine died in a raid on Gao. A boy who had been injured died later.", main(killed=10)),
        trap(
            "Nine were killed and 12 wounded in a raid on Gao. The man who had been wounded died.",
            main(killed=9),
        ),
        trap(
            'Nine were killed and 12 wounded in Gao. A man said: "I saw four of them die."',
            main(killed=9, injured=12),
        ),
    ],
    "that day, in a quotation": [
        true(
            'Nine were killed in a raid on Gao on 3 April 2023. "I lost my brother that day," said '
            "a miller.",
            main(killed=9, day="2023-04-03"),
            published="2023-06-01",
        ),
        true(
            'Two were killed in Gao on 3 April 2023. "I saw them die that night," said a cook.',
            main(killed=2, day="2023-04-03"),
            published="2023-06-01",
        ),
        trap(
            'Two were killed in Gao on 3 April 2023. "They will march that day," said a cook of '
            "the strike on 5 June 2023.",
            main(killed=2, day="2023-04-03"),
            published="2023-06-01",
        ),
        trap(
            '"I saw fire yesterday," said a cook of a raid that killed two in Gao.',
            no("when", first="2023-04-03"),
            published="2023-06-01",
        ),
    ],
    "figures of days in one order": [
        true(
            "05/29/2022: a mine killed two men in Gao.\n06/03/2022: a mine killed four in Homs.",
            claim("when", first="2022-06-03"),
            published="2022-08-01",
        ),
        true(
            "05/29/2022: a shell killed two men.\n07/04/2022: a mine killed four in Homs.",
            claim("when", first="2022-07-04"),
            published="2022-08-01",
        ),
        trap(
            "29/05/2022: a mine killed two men in Gao.\n06/03/2022: a mine killed four in Homs.",
            claim("when", first="2022-03-06"),
            published="2022-08-01",
        ),
        trap(
            "06/03/2022: a mine killed four men in Homs.",
            no("when", first="2022-06-03", last="2022-06-03"),
            published="2022-08-01",
        ),
    ],
    "a line's date and its weekday": [
        true(
            "05/16/2022: On Monday, a mine killed nine millers in Gao.",
            main(killed=9, day="2022-05-16"),
            published="2022-06-30",
        ),
        true(
            "16 May 2022 - On Monday, a mine killed nine millers in Gao.",
            main(killed=9, day="2022-05-16"),
            published="2022-06-30",
        ),
        trap(
            "A mine killed nine millers in Gao on Monday.",
            main(killed=9, day="2022-06-27"),
            published="2022-06-30",
        ),
        trap(
            "16 May 2022: rains fell. On Monday, a mine killed nine millers in Gao.",
            claim("when", first="2022-06-27"),
            published="2022-06-30",
        ),
    ],
}
