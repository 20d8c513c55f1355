"""How it is told: order of words, lists of persons, datelines, tolls that move, rival sides."""

from __future__ import annotations

from pairs_rows import (
    NO_TOLL,
    NOBODY,
    OPEN,
    Row,
    casualties,
    incidents,
    injured,
    killed,
    main,
    no,
    second,
    toll,
    trap,
    true,
)

ROWS: dict[str, list[Row]] = {
    "what people burned": [
        true("A bus was burned in Lodrin on 3 May by masked men.", incidents(1)),
        true("The front claimed the burning of a restaurant in Lodrin on 3 May.", incidents(1)),
        true("Rebels burned the municipal mayor's office in Lodrin on 3 May.", incidents(1)),
        true("Gunmen entered Lodrin on 3 May, burning two cabins and the crops.", incidents(1)),
        true("Rebels destroyed a section of the pipeline near Lodrin on 3 May.", incidents(1)),
        true("The front burned dozens of huts in Lodrin on 3 May.", incidents(1)),
        trap("A forest fire burned two farms near Lodrin on 3 May.", incidents(0)),
        trap("Rebels destroyed a part of their archive in Lodrin on 3 May.", incidents(0)),
        trap("Two cars burned in Lodrin on 3 May.", incidents(0)),
        trap("Students burned a flag in Lodrin on 3 May.", incidents(0)),
        trap("The burning of candles in Lodrin began on 3 May.", incidents(0)),
    ],
    "people by their service": [
        true("Twenty-two security personnel were killed in an ambush near Tarsk.", killed(22)),
        true("Two staff of a clinic were killed in the strike.", killed(2)),
        trap("Ten pieces of staff equipment were destroyed.", NOBODY),
        trap("Twelve personnel files were destroyed.", NOBODY),
    ],
    "a name behind kin": [
        true("A dentist was killed along with his wife, Hala, and their baby daughter.",
             main(killed=3)),
        true("His brother, Omar, and two guards were killed.", main(killed=3)),
        trap("His brother, Omar Zelm, was killed.", main(killed=1)),
        trap("The mayor, Ana Orlo, and Pedro Arce were killed.", main(killed=2)),
    ],
    "a wish to tell": [
        true("The command wishes to inform the public that nine persons were confirmed dead.",
             killed(9)),
        true("The ministry wants to clarify that two guards were killed.", killed(2)),
        trap("The gang wants to kill two guards.", NO_TOLL),
        trap("The rebels wished to see nine guards killed.", NO_TOLL),
    ],
    "reported, beside a word that is no count": [
        true('Twelve nuns were reported killed in a raid. Officials said it had left "a large '
             'number of martyrs".', main(killed=12)),
        true("Nine nuns were reported killed. A raid left many dead, officials said.",
             main(killed=9)),
        trap("Nine nuns were reported killed. The raid killed six, officials said.",
             main(killed=6)),
        trap("Many nuns were reported killed. The raid killed six, officials said.",
             main(killed=6)),
    ],
    "someone there": [
        true("Six men died in an ambush, a security source there said.",
             killed(6, by="security source")),
        true("Two cooks died in a raid on Tarsk, a local official there said.",
             killed(2, by="local official")),
        trap("There were six men, a security source said.", NOBODY),
        trap("There a source rose to the light, the poet said.", NOBODY),
    ],
    "a headline's list": [
        true("Alder Street is shut.", killed(2), title="Man, woman killed in Tarsk"),
        true("Alder Street is open.", killed(3), title="Mother, daughter, aunt killed in Tarsk"),
        true("Alder Street is quiet.", injured(2), title="Father, son in critical condition"),
        trap("Alder Street is dark.", killed(1), title="Wife, mother killed in Tarsk"),
        trap("Alder Street is wet.", killed(1), injured(2), title="Man killed, woman, boy injured"),
        trap("Alder Street is long.", killed(1), title="Man, 40, killed in Tarsk"),
    ],
    "the fate first": [
        true("Killed in the ambush were a driver and two guards.", killed(3)),
        true("Fatally shot were a man of 40 and a girl of seven.", killed(2)),
        true("Slain in the raid was Lieutenant Orlo along with three troopers.", killed(4)),
        true("Wounded were a cook and three pupils.", injured(4)),
        true("Killed: the imam, the teacher, and nine pupils.", killed(11)),
        trap("Wounded: his pride.", NOBODY),
        trap("Killed by the Romans, two bishops were honored as saints.", no("killed", 3)),
        trap("Dead were the hopes of 3,000 fans.", NOBODY),
    ],
    "turns of killing": [
        true("Rebels hanged eight men from lamp posts.", killed(8)),
        true("Troops put to death no fewer than 40 villagers.", killed(40, OPEN)),
        true("A baker and his apprentice had their throats slit.", killed(2)),
        true("At least nine jawans were martyred in the blast.", killed(9, OPEN)),
        true("A bomb claimed the life of a fruit seller.", killed(1)),
        trap("The court had hanged 12 convicts by June.", NOBODY),
        trap("Two porters hanged nine paintings in the hall.", NOBODY),
        trap("She put to death all talk of 40 jobs.", NOBODY),
    ],
    "two places of dying": [
        true("Two men died at the scene and one in hospital after the shooting.",
             main(killed=3)),
        true("Three men were shot dead: two died at the scene and one in hospital.",
             main(killed=3)),
        true("Two boys died on the spot and a third on the way to the clinic.", main(killed=3)),
        true("Three people died at the scene and another in hospital.", main(killed=4)),
        trap("Two men died at the scene and a third is in hospital.", main(killed=2)),
        trap("Two boys died on the spot and a second bomb at a hospital went off later.",
             main(killed=2)),
        trap("Two men died at the scene and one in a red coat ran off.", main(killed=2)),
        trap("Two men died at the scene and one at the desk called for help.", main(killed=2)),
    ],
    "persons with ages": [
        true("The Orlo family: father Adel (47), mother Rima (44) and their children Lina (19), "
             "Omar (16) and Mia (6) were killed when a bomb hit their flat.", main(killed=5)),
        true("Ana Ruiz (34), her son Leo (9) and Mia Roth (3) died in the raid.", main(killed=3)),
        true("The strike killed a teacher (34), a nurse (29) and two boys (8 and 11).",
             main(killed=4)),
        trap("Gunmen killed a cook (45) and fled with 300 sheep.", main(killed=1)),
        trap("Ana Ruiz (34), her son Leo (9) and Mia Roth (3) were guests of the fair.", NOBODY),
        trap("Ana Ruiz (34) was shot dead. Leo Sand (9) and Mia Roth (3) were hurt.",
             main(killed=1, injured=2)),
    ],
    "a name that says who": [
        true("The mayor, Ana Ruiz, and Pedro Arce were killed.", killed(2)),
        true("Gunmen killed the imam, Musa Bello, and two guards.", killed(3)),
        trap("A guard, Ana Ruiz and Pedro Arce were killed.", killed(3)),
        trap("Luis Prado, Ana Ruiz, and Pedro Arce were killed.", killed(3)),
    ],
    "a number brought up": [
        true("A soldier died on Friday, bringing to nine the number of dead in the bus bombing.",
             main(killed=9)),
        true("A bomb killed six people. By Friday the number of victims had risen to eleven.",
             main(killed=11)),
        true("Shelling killed nine people in Sumy on Thursday. A tenth person, a girl, died on "
             "Friday.", main(killed=10, day="2022-09-29"), incidents(1), published="2022-10-01"),
        trap("A bomb killed nine in Sumy on Wednesday. A third bomb killed two in Lviv on "
             "Thursday.", main(killed=9), second(killed=2), published="2022-10-01"),
        true("The toll in Friday's bombing of a hall in Dringar, Mastung, rose to 149 after 20 "
             "more people succumbed to their wounds.", main(killed=149)),
        trap("Three people were shot dead, bringing to 12 the number of people killed since May.",
             main(killed=3), toll("killed", 12, scope="cumulative")),
        true("Two more people died on Thursday, bringing the total since Monday to 31.",
             killed(2), killed(31, scope="cumulative")),
        true("Three wounded men died, bringing the total to 14.", main(killed=14)),
        trap("A guard was killed, bringing the total of arrests to 31.", main(killed=1)),
        trap("Two guards died. The fire brought the total cost to 40 million.", main(killed=2)),
        trap("The fraud grew: the number of victims rose to 900.", NOBODY),
        trap("A blast hurt ten people. The number of victims rose to 11.", no("killed", 11)),
    ],
    "a figure of before": [
        true("Gunmen killed 19 people, police said. The toll was 15 at first, police said.",
             main(killed=19)),
        true("Shells killed 23 people. The governor had first put the number of dead at 16.",
             main(killed=23)),
        true("Three people died, six were wounded. UPD 09:40: already four dead.",
             main(killed=4, injured=6)),
        true("Raids killed 137 people, the government said on Monday, after having put the toll at "
             "60.", main(killed=137)),
        true("At least 25 people died when a missile hit a bus in Lviv on Friday. By Saturday the "
             "number of dead had risen to 31.", main(killed=31, day="2022-09-30"), incidents(1),
             published="2022-10-01"),
        trap("Raiders first killed three guards and then shot dead two clerks.", main(killed=5)),
        trap("Police first said that they knew nothing. Gunmen killed 19 people, police said.",
             main(killed=19)),
    ],
    "the enemy's dead": [
        true("Shelling killed 22 people, a nurse said. The army said it had killed 60 rebels.",
             main(killed=22)),
        true("A market was shelled and nine women died, medics said. The general staff said its "
             "guns had killed 30 militants.", main(killed=9)),
        trap("The army said it had killed 60 rebels in the clash.", main(killed=60)),
        trap("The army said 60 rebels and five soldiers were killed in the clash.",
             main(killed=65)),
    ],
    "the worst of a war": [
        true("A raid killed 85 people on Sunday, the heaviest bombing of the five-year war.",
             main(killed=85)),
        true("A missile killed 52 of them on Thursday, the deadliest strike on a village in 20 "
             "months of war.", main(killed=52)),
        true("A mine killed nine people on Monday in the worst attack on the town this year.",
             main(killed=9)),
        trap("The deadliest raid was in Sumy, and in two years of war 4,000 people were killed.",
             toll("killed", 4000, scope="cumulative"), incidents(0)),
        trap("The worst attack was in Sumy, and 900 people were killed this year.",
             incidents(0)),
        trap("In the bloodiest month of the five-year war 900 people were killed.",
             toll("killed", 900, scope="cumulative"), incidents(0)),
    ],
    "a toll that moved": [
        true("The number of those killed in a raid on the Bista district before dawn on Saturday"
             " had gone up from 20 to 29.", main(killed=29)),
        true("The ministry raised the number of people killed in the attacks on the hall, several"
             " cafes and the stadium to 128.", main(killed=128)),
        true("The number of people killed when a bomb went off on a bus in Kaya has reached 29.",
             main(killed=29)),
        true("Officials raised the death toll in the raid on the station from 20 to 29.",
             main(killed=29)),
        true("From 20 to 29 people were killed in the raid on the station.", main(killed=(20, 29))),
        trap("The number of beds in the clinic rose from 20 to 29 after a raid killed four.",
             main(killed=4)),
        trap("The number of those killed when a bomb went off is not known, and 29 were held.",
             no("toll", 29)),
    ],
    "two bombs of one attack": [
        true("Two car bombs at a ministry in Kaya killed 100 people and wounded 300 on Saturday."
             " A clerk was among the dead; two others were hurt.", main(killed=100, injured=300)),
        true("Two car bombs in the city of Kaya killed 57 people on Sunday. Blasts in Bamako left"
             " 30 dead.", main(killed=57)),
        trap("Two separate bombs in Kaya killed nine people. Six died at a mill, and three died"
             " at a bank.", main(killed=6)),
        trap("Three shootings left nine people dead. Six died at a mill, and three at a bank.",
             main(killed=6)),
    ],
    "who gives it": [
        true("A raid killed nine, local media said. Other groups gave the toll as 16.",
             main(killed=(9, 16))),
        true("The ministry said 82 people were killed, while rescuers spoke of 155.",
             main(killed=(82, 155))),
        trap("The ministry said 82 people were killed, while the army spoke of 12 tanks.",
             main(killed=82)),
        trap("The nurse gave three wounded children a ball.", no("killed")),
    ],
    "datelines": [
        true("GAO/KIDAL (Agency) - At least nine herders, two boys among them, were killed.",
             killed(9, OPEN)),
        true("SANAA, May 16 - Jets bombed a wedding on Monday, killing 31 people, medics said.",
             main(killed=31, day="2023-05-15"), published="2023-05-16"),
        true("KHERSON, Ukraine - Shells killed 23 people in this southern port city on Monday. A "
             "rival official said guns had killed four people in Nova Kakhovka the same day.",
             main(killed=23, place="Kherson"), second(killed=4, place="Nova Kakhovka")),
        trap("SANAA, May 16 - A plan for 31 new wells was signed on Monday.", NOBODY),
        trap("LVIV, Ukraine - Shells killed 23 people in Kherson on Monday. This port city wept.",
             main(killed=23, place="Kherson")),
    ],
    "a chronology": [
        true("8 May: a mine killed three men near Gao. 9 May: gunmen shot dead a priest in Mopti. "
             "11 May: shelling killed four women in Kidal.",
             main(killed=3, day="2023-05-08"), second(killed=1, day="2023-05-09"),
             published="2023-05-16"),
        true("8 May: a bomb killed two clerks in Sumy. 10 May: six guards were shot in Lviv. "
             "12 May: four women died in the shelling of Odesa.",
             main(killed=2, place="Sumy"), second(place="Lviv")),
        trap("A mine killed three men near Gao on 8 May. On 9 May: silence. One was a priest.",
             incidents(1)),
        trap("8 May: the talks opened. A mine killed three men near Gao. One of them was a priest.",
             incidents(1)),
    ],
    "registers": [
        true("No fewer than eight persons were killed, while 26 sustained varying degrees of "
             "gunshot injuries.", killed(8, OPEN), injured(26)),
        true("Seven persons died on the spot and two expired at the hospital.", main(killed=9)),
        true("The mission recorded 23 casualties (9 killed, 14 injured) in the raid.",
             main(killed=9, injured=14)),
        true("Local groups put civilian deaths at between three and six.", killed(3, 6)),
        true("Police fired live rounds, killing 11 marchers and wounding scores, a doctor said.",
             main(killed=11, injured=(40, None))),
        trap("Two licenses expired and nine guards left.", NOBODY),
        trap("They ran up high scores, a coach said.", NOBODY),
    ],
    "a family's dead": [
        true("The family lost nine members in the strike.", main(killed=9)),
        true("He lost his wife and three children in the bombing.", main(killed=4)),
        true("The bomb wiped out a family of seven.", killed(7)),
        trap("The party lost nine members in the vote.", NOBODY),
        trap("The flood wiped out 40 farms.", NOBODY),
    ],
    "others who died": [
        true("Seventeen people burned to death inside. Eleven others died in hospital.",
             main(killed=28)),
        true("132 martyrs and 252 injured arrived at the clinics.", killed(132), injured(252)),
        true("The fate of 36 people is not yet known.", toll("missing", 36)),
        trap("Seventeen people burned to death inside. Others died in hospital.", main(killed=17)),
        trap("The fate of 36 bills is not yet known.", NOBODY),
        trap("Roadside bomb, two policemen killed.", no("responsibility")),
    ],
    "a family told one by one": [
        true("A family was killed in Tarsk: a couple, their baby and a son, 12.", main(killed=4)),
        true("A shell killed a family: father, mother and two girls.", main(killed=4)),
        trap("A family was killed in Tarsk: a neighbor saw it.", no("killed", 1)),
        trap("A family was killed in Tarsk: the house, the barn and two cars burned.",
             no("killed", 4)),
    ],
    "no victims": [
        true("A shell hit the ward and wounded 14 patients.", injured(14)),
        true("Gunmen shot two hunters and their dogs.", casualties(2)),
        trap("In a drill, 60 volunteers played the dead and wounded of a crash.", NOBODY),
        trap("The squad has 12 injuries, and three players are doubtful.", NOBODY),
        trap("The ward has room for 14 wounded.", NOBODY),
        trap("Hunters shot 300 geese and wounded 12 dogs.", NOBODY),
        trap("Rangers shot twelve wolves.", NOBODY),
    ],
    "names in lines": [
        true("A bomb hit the hall on Monday.\n\nThose we lost\n\nAna Ruiz, 34\n\nLeo Sand, 9\n\n"
             "Mia Roth, a nurse", main(killed=3)),
        true("Shells fell on the market.\n\nThe dead:\n- Ana Ruiz (34)\n- Leo Sand (9)",
             main(killed=2)),
        trap("Those who won\n\nAna Ruiz, 34\n\nLeo Sand, 9", NOBODY),
        trap("A bomb hit the hall.\n\nThose we lost\n\nWe will miss them. Ana Ruiz, a mayor, "
             "said so.", NOBODY),
    ],
    "not found": [
        true("The blast killed four. Two villagers could not be found.",
             main(killed=4, missing=2)),
        true("Nine people were killed and two children have not yet been found.",
             main(killed=9, missing=2)),
        trap("The blast killed four. Two weapons could not be found.",
             main(killed=4, missing=None)),
        trap("Two men were not found guilty of the blast, which killed four.", no("missing")),
    ],
    "bodies under a ruin": [
        true("Rescuers pulled nine bodies from the rubble of a house hit by a missile.",
             main(killed=9)),
        true("Jets bombed a clinic. Eleven bodies were brought to the square.", main(killed=11)),
        trap("Workers dug nine bodies out of the rubble.", no("killed"), incidents(0)),
        trap("Nine bodies were exhumed after the strike ended.", no("killed")),
    ],
    "shares": [
        true("One in the car was killed.", main(killed=1)),
        true("Two in one family were killed.", main(killed=2)),
        trap("One in three of the 60 villagers was killed.", no("killed", 1)),
        trap("One in 4 soldiers was wounded.", no("injured", 1)),
    ],
    "whose toll": [
        true("Bombers killed 47 people. A councillor, Ivo Tarn, put the toll at 63.",
             main(killed=(47, 63)), title="Bombers kill 47"),
        true("Nine sailors died, police said. Mayor Ivo Tarn put the dead at six.",
             main(killed=(6, 9)), title="Nine die"),
        true("Three people died, medics said. Prosecutors said that seven were killed.",
             main(killed=7), title="Three die in raid, officials raise toll to seven"),
        true("More than 460 patients were killed, a minister said. Nurses spoke of 460 dead.",
             main(killed=(461, OPEN))),
        true("Gunmen killed 30 people, three residents said. The governor put the toll at 15, with "
             "four wounded who were taken to Kaya.", main(killed=(15, 30), injured=4),
             title="Gunmen kill 30"),
        trap("Bombers killed 47 people. The president put the dead at 40 civilians and seven "
             "guards.", main(killed=47), title="Bombers kill 47"),
        trap("A raid killed 54 people. The war has killed 542, although a minister puts the toll "
             "at 750.", main(killed=54), title="Raid kills 54"),
        trap("Fifteen people were wounded. Six are still in hospital, a doctor said.",
             main(injured=15)),
        trap("Police said 280 people were injured. Ivo Tarn, who heads a clinic, said 161 wounded "
             "were brought to him.", main(injured=280)),
        trap("At least 72 people have died, a monitor said. Tests on three of the dead showed gas.",
             main(killed=(72, OPEN))),
        trap("At least 15 people were killed, officials said. Police chief Ivo Tarn said officers "
             "killed eight bandits.", main(killed=(15, OPEN))),
        trap("A strike killed 22 people on Saturday. Hospitals counted 60 dead in the first three "
             "days of fighting.", main(killed=22)),
    ],
    "the dead in marks": [
        true('The ministry said its police had killed 15 "terrorists" in a fight.', killed(15,
             by="ministry")),
        true("Soldiers shot dead four “bandits” near the well.", killed(4)),
        trap('Police killed "two birds with one stone", the mayor said.', NOBODY),
        trap('It was the fifth "terrorist" film shot in June.', NOBODY),
    ],
    "a rival's earlier raid": [
        true("A bomb in an ambulance killed 95 people in Kabul. The rebels claimed the blast, a "
             "week after they killed 20 at a hotel.", main(killed=95)),
        true("Jets bombed Douma on Sunday and killed 96.\n\nRebels fired rockets at Damascus four "
             "days earlier, killing 13.", main(killed=96)),
        true("Raiders razed Baga on Wednesday and killed 150. Last week the rebels seized a base "
             "and killed 100.", main(killed=150)),
        trap("Jets bombed Douma on Sunday and killed 96. They struck again on Monday, killing the "
             "96 families' hopes.", main(killed=96)),
        trap("Ten people were shot dead in Tarsk. Police said on Tuesday that the shooting, days "
             "after a truce, began at a well.", main(killed=10)),
    ],
    "the second such": [
        true("Rebels took 317 girls hostage in Kaya on Friday. It was the second such raid in a "
             "week: on April 17, gunmen stormed a school in Mopti, killing one student.",
             main(place="Kaya", killed=None), second(place="Mopti", day="2023-04-17"),
             published="2023-05-10"),
        true("A bomb killed six people in Kaya on Friday. It was the second such attack on "
             "a market: on April 17, a bomb in Mopti killed four.",
             main(place="Kaya", killed=6), second(place="Mopti", killed=4)),
        true("A bomb killed nine people in Kaya on Monday, medics said. It was the seventh bombing"
             " there in a month; on Saturday four herders were killed by another.",
             main(killed=9), second(killed=4)),
        true("Gunmen shot dead six millers in Kaya on Monday, police said. It was the latest raid "
             "in the district since May; on Friday two guards were killed.",
             main(killed=6), second(killed=2)),
        trap("A mine killed nine people in Kaya on Monday. It was the third blast there in a "
             "week; nine people were buried on Tuesday.", main(killed=9), incidents(1)),
        trap("The mill in Kaya was full; on Monday six people were killed when a shell hit it.",
             main(killed=6), incidents(1)),
        trap("A bomb killed six people in Kaya on Friday. It was one such bomb: on a wall hung "
             "another.", main(killed=6), incidents(1)),
        trap("A bomb killed six people in Kaya on Friday. Two facts are known: on Friday, six "
             "people were killed.", main(killed=6), incidents(1)),
    ],
    "seized, snatched, taken from": [
        true("Armed men seized 42 people from a school in Kagara.", toll("abducted", 42)),
        true("Four engineers were snatched by rebels near Kagara.", toll("abducted", 4)),
        true("Bandits have taken 30 students from a college in Kagara.", toll("abducted", 30)),
        trap("Police seized two men and three rifles in Kagara.", no("abducted")),
        trap("Rebels seized two towns in Ituri and 12 trucks.", NO_TOLL),
        trap("A bus took 40 pupils from a school to a museum.", NO_TOLL),
    ],
    "riddled with bullets": [
        true("The judge was riddled with bullets by three men in Tarsk.", casualties(1)),
        true("Gunmen riddled two guards with bullets at the gate.", casualties(2)),
        trap("The company was riddled with debt, and two bankers with doubts.", NO_TOLL),
        trap("The wall was riddled with bullets.", NO_TOLL),
    ],
}  # fmt: skip
