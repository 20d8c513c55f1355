"""Bulletins of agencies and radio monitoring: groups with initials, acts without dead."""

from __future__ import annotations

from pairs_rows import (
    Row,
    blame,
    casualties,
    incidents,
    injured,
    killed,
    main,
    no,
    second,
    trap,
    true,
)

NOBODY_BLAMED = no("responsibility")

ROWS: dict[str, list[Row]] = {
    "a group with its initials in brackets": [
        true("Meadow Commando Force [MCF] guerrillas killed nine farmers near Gao.",
             blame("Meadow Commando Force (MCF)")),
        true("NINE FARMERS WERE KILLED NEAR GAO BY THE PEOPLE'S DAWN FRONT [PDF].",
             blame("People's Dawn Front (PDF)")),
        true("Nine farmers were killed near Gao by the 18 March Movement.",
             blame("18 March Movement")),
        trap("Nine farmers were killed near Gao. The Meadow Bank Trust [MBT] sent help.",
             NOBODY_BLAMED),
        trap("Nine farmers were killed near Gao, the Meadow Herders Union [MHU] said.",
             NOBODY_BLAMED),
        trap("Nine farmers were killed near Gao on 18 March. Movement on the road was slow.",
             NOBODY_BLAMED),
        trap("Nine farmers died near Gao. A ferry laid up by Meadow Bank Lines [MBL] was burned.",
             NOBODY_BLAMED),
    ],
    "nobody harmed by an attack on a thing": [
        true("A bomb went off at a bank in Gao without causing casualties.",
             casualties(0), main(killed=0, injured=0)),
        true("Rebels blew up a bank in Gao yesterday. There were no victims.", casualties(0)),
        true("The charge at the bank in Gao did not cause any injuries or deaths.",
             injured(0), killed(0)),
        trap("A raid killed two guards. No victims came to the hearing.", no("casualties", 0)),
        trap("A raid killed two guards. The general wants to take Gao without casualties.",
             no("casualties", 0)),
        trap("A raid killed two without damage to the victims' homes.", no("casualties", 0)),
    ],
    "the day of a dateline beside the deed's": [
        true("GAO, 8 MAY 94 (ZZZ) -- Six people were killed and nine injured on Saturday when a "
             "bomb went off in a market in Mopti.",
             main(killed=6, injured=9, place="Mopti"), incidents(1), published="1994-05-08"),
        true("GAO, 8 MAY 94 (ZZZ) -- SIX PEOPLE WERE KILLED AND NINE INJURED ON SATURDAY WHEN A "
             "BOMB WENT OFF IN A MARKET IN MOPTI.", incidents(1), published="1994-05-08"),
        trap("GAO, 8 MAY 94 (ZZZ) -- A bomb killed six people in Mopti on Saturday. Gunmen shot "
             "dead two farmers in Kidal on Monday.", main(killed=6), second(killed=2),
             published="1994-05-08"),
        trap("GAO, 8 MAY 94 (ZZZ) -- Shells killed six people in Mopti on 3 May.",
             main(killed=6, day="1994-05-03"), published="1994-05-08"),
    ],
    "two acts of one day in towns far apart": [
        true("Gunmen kidnapped a trader in Gao on Friday. Rebels burned down the town hall of "
             "Mopti on Friday.", incidents(2)),
        true("Rebels ambushed a patrol near Gao on Friday, killing two guards. Four buses were "
             "burned near Kayes on Friday.", main(killed=2, place="Gao"), incidents(2)),
        trap("Gunmen ambushed a convoy near Gao on Friday, killing two guards. The ambush was "
             "condemned in Kayes on Friday.", incidents(1)),
        trap("A house burned down in Gao on Friday.", incidents(0)),
    ],
    "an attack by somebody on a town, and fighting that claims lives": [
        true("Nine were killed in an attack by hooded men on Tarma.", main(place="Tarma")),
        true("Fighting near Jaffna on Friday claimed nine lives.", main(place="Jaffna")),
        trap("A raid killed nine in Gao. The front in Jaffna claimed the raid.", main(place="Gao")),
        trap("Nine were killed in Gao. A vote by armed men on Tarma is due.", main(place="Gao")),
    ],
    "an operation that only looks for somebody": [
        true("Troops launched an operation in Gao against rebels, killing nine.", blame("troops")),
        true("Gunmen killed nine in Gao. Troops launched an attack, killing two.",
             blame("troops")),
        trap("Gunmen killed nine in Gao. Troops have launched an operation to capture those "
             "responsible.", no("responsibility", party="troops")),
        trap("Gunmen killed nine in Gao. Police mounted an operation in search of the men.",
             no("responsibility", party="police")),
    ],
    "who did it behind a place that opens the sentence": [
        true("In another incident, in Gao, the New Meadow Army [NMA] killed Ana Ruiz, a judge.",
             blame("New Meadow Army (NMA)")),
        true("In Gao, the Tarn Front killed nine farmers.", blame("Tarn Front")),
        trap("Nine farmers were killed in Gao, the northern capital.", NOBODY_BLAMED),
        trap("In Gao, the northern capital, a mine killed nine farmers.", NOBODY_BLAMED),
    ],
    "who is told beside somebody described": [
        true("Gunmen killed Ana Ruiz, leader of the Dawn Movement (DM), and Leo Sand in Gao.",
             main(killed=2)),
        true("Gunmen shot dead Mia Roth, head of the Millers Union, and Ivo Lund in Gao.",
             main(killed=2)),
        trap("Gunmen killed Ana Ruiz, sister of Mia Roth and Leo Sand.", main(killed=1)),
        trap("Gunmen killed Ana Ruiz, a friend of the miller, and fled.", main(killed=1)),
    ],
    "what they did on the day on which they came": [
        true("GAO, 10 SEP 89 (NEWS) -- Men today broke into a farm owned by the union (MU), "
             "killed a "
             "guard, and fled. After the 18 August murder of Ana Ruiz the army ordered a drive.",
             main(killed=1, day="1989-09-10")),
        true("GAO, 10 SEP 89 (NEWS) -- Men today broke into a mill, shot dead a guard, and fled.",
             main(killed=1, day="1989-09-10")),
        trap("GAO, 10 SEP 89 (NEWS) -- The union (MU) met today, and spoke of the 18 August "
             "murder of "
             "Ana Ruiz.",
             no("when", first="1989-09-10")),
        trap("GAO, 10 SEP 89 (NEWS) -- The 18 August murder of Ana Ruiz was on the minds of all.",
             no("when", first="1989-09-10")),
    ],
}  # fmt: skip
