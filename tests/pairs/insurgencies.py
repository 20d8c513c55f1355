"""Insurgency newswire: acts that harm nobody, arson, groups' names, who stands beside a victim."""

from __future__ import annotations

from pairs_rows import (
    Row,
    blame,
    incidents,
    injured,
    killed,
    main,
    no,
    second,
    trap,
    true,
)

_ON = "1992-05-08"  # a Friday

ROWS: dict[str, list[Row]] = {
    "a name that goes on behind its first noun": [
        true("Movement for the Freedom of Jaffna (MFJ) rebels killed nine guards.",
             blame("Movement for the Freedom of Jaffna (MFJ)")),
        true("NINE GUARDS WERE KILLED BY REBELS OF THE MOVEMENT FOR THE FREEDOM OF THE NORTH "
             "(MFN) NEAR GAO.", blame("Movement for the Freedom of the North (MFN)")),
        true("Suspected Red Dawn Army (RDA) rebels killed nine guards.",
             blame("Red Dawn Army (RDA)")),
        true("Nine guards were killed by suspected Burning Spear rebels.", blame("Burning Spear")),
        true("Nine guards were killed by the People's Dawn Front (FAP).",
             blame("People's Dawn Front (FAP)")),
        trap("Nine guards were killed by the Dawn Front, ABC said.", no("responsibility",
             party="Dawn Front (ABC)")),
        trap("Nine guards were killed near Gao, the Council for the Towns of the North (CTN) said.",
             no("responsibility")),
        trap("Nine guards died near Gao. The Movement for the Freedom of Jaffna (MFJ) sent food.",
             no("responsibility")),
        trap("Nine guards died near Gao. Suspected plague (SPL) was ruled out.",
             no("responsibility")),
        trap("Two men were killed near Gao, a spokesman for the Armed Forces of Ruritania (AFR) "
             "said.", no("responsibility")),
    ],
    "so many of a group that is named with its initials": [
        true("Ten Red Dawn Army (RDA) rebels were killed near Gao.", killed(10)),
        true("Ten People's Dawn Army rebels were killed near Gao.", killed(10)),
        trap("The ten herders' lawyer was killed near Gao.", no("killed", 10)),
        trap("Ten People's Dawn Army trucks were burned near Gao.", no("killed", 10)),
    ],
    "whom a force eliminates": [
        true("The army eliminated Ivo Karel, a leader of the Dawn Front, near Gao.", killed(1),
             no("responsibility", party="Dawn Front")),
        true("Troops eliminated a commander of the rebels near Gao.", killed(1)),
        trap("The club eliminated Ivo Karel in the first round.", no("killed", 1)),
        trap("The army eliminated a tax on salt.", no("killed", 1)),
    ],
    "things brought down, burned or hit, people taken": [
        true("Rebels toppled two pylons near Tarma on Wednesday.",
             main(place="Tarma"), blame("rebels"), published=_ON),
        true("Rebels burned two tractors near Tarma on Wednesday.", main(place="Tarma"),
             published=_ON),
        true("A police station was destroyed by rebels in Tarma on Wednesday.", incidents(1),
             blame("rebels"), published=_ON),
        true("Four miners were taken hostage by rebels near Tarma on Wednesday.",
             main(place="Tarma"), blame("rebels"), published=_ON),
        true("Rebels seized two engineers near Tarma on Wednesday.", blame("rebels"),
             published=_ON),
        trap("Police seized two men near Tarma on Wednesday.", no("responsibility"),
             published=_ON),
        true("An army post in Tarma came under attack on Wednesday by rebels.", blame("rebels"),
             published=_ON),
        trap("Voters toppled the cabinet in Tarma on Wednesday.", incidents(0), published=_ON),
        trap("A storm toppled two pylons near Tarma on Wednesday.", incidents(0), published=_ON),
        trap("A freight train derailed near Tarma on Wednesday.", no("responsibility"),
             published=_ON),
        trap("Rebels took control of Tarma on Wednesday.", no("abducted", 1), published=_ON),
        trap("Nine miners were taken to a clinic in Lima after rebels shot at a bus in Tarma.",
             main(place="Tarma")),
    ],
    "what is thrown at a house in a town": [
        true("A mine near Tarma was blown up on Monday. Gunmen threw a grenade at the British "
             "embassy in Lima on Wednesday.", incidents(2), second(place="Lima"), published=_ON),
        true("Gunmen threw a grenade at the offices of a newspaper in Tarma.",
             main(place="Tarma")),
        true("Gunmen fired a rocket at the home of the Ruritanian consul in Tarma.",
             main(place="Tarma")),
        trap("Gunmen threw a grenade at a bank in Tarma, a spokesman told a newspaper in Lima.",
             main(place="Tarma")),
        trap("Gunmen threw a grenade at a bank in Tarma. The consul in Lima was told of it.",
             main(place="Tarma")),
        trap("A grenade killed two in Tarma, a statement of the embassy in Lima said.",
             main(place="Tarma")),
    ],
    "an act of a week or a year before, beside one that harmed nobody": [
        true("Rebels blew up a bridge near Tarma on Tuesday. There were no victims. A bomb killed "
             "two herders in Puno last week.", incidents(2), main(killed=0, place="Tarma"),
             second(killed=2, place="Puno"), published=_ON),
        true("Gunmen killed two guards near Tarma on Wednesday. The raid came a week after rebels "
             "killed nine herders in Puno.", main(killed=2), second(killed=9, place="Puno"),
             published=_ON),
        true("Last week, seven guards were killed in an ambush near Puno.",
             main(killed=7, place="Puno"), published=_ON),
        trap("Gunmen shot at a house in Tarma on Tuesday. Nobody was hurt. The house had been "
             "painted last week.", main(killed=None), incidents(1), published=_ON),
        trap("Gunmen shot at a mill in Tarma on Tuesday. Nobody was hurt. Its owner came from "
             "Puno last week.", main(place="Tarma"), incidents(1), published=_ON),
        trap("Seventeen herders were killed in Puno last week in clashes over land.",
             main(killed=None), published=_ON),
    ],
    "the town of an officer who is killed": [
        true("Rebels burned a bus near Arauca on Wednesday. Gunmen shot dead Luis Mora, mayor of "
             "Pasto, today.", incidents(2), main(killed=1, place="Pasto"), published=_ON),
        true("Rebels burned a bus near Arauca on Wednesday. The mayor of Pasto was shot dead "
             "today.", main(killed=1, place="Pasto"), published=_ON),
        trap("Luis Mora, mayor of Pasto, was shot dead in Lima today.", main(place="Lima")),
        trap("Gunmen killed two in Lima today. The mayor of Pasto condemned it.",
             main(place="Lima")),
    ],
    "no dead or wounded": [
        true("Rebels blew up a bridge near Tarma. There were no dead or wounded.",
             killed(0), injured(0)),
        true("The raid on Tarma left no dead or injured.", killed(0), injured(0)),
        trap("Rebels blew up a bridge near Tarma. Two dead or wounded were seen.",
             no("injured", 0)),
        trap("No dead or missing were reported in the raid on Tarma.", no("injured", 0)),
    ],
    "who also died": [
        true("Judge Ana Ruiz was shot dead in Tarma on Monday. Two bodyguards also died.",
             main(killed=3)),
        true("Gunmen killed two guards in Tarma. Three cooks also died in the attack.",
             main(killed=5)),
        trap("Seven people died in a raid on Tarma. Three children also died.", main(killed=7)),
        trap("The mayor said nine herders were killed in Tarma. Two cooks were also killed, a "
             "radio station said.", main(killed=9)),
    ],
}  # fmt: skip
