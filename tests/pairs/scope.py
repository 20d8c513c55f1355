"""Scope: incident, cumulative, series and stock; background; which mention belongs where."""

from __future__ import annotations

from pairs_rows import (
    NO_TOLL,
    OPEN,
    Row,
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

THURSDAY = "2021-09-16"

ROWS: dict[str, list[Row]] = {
    "a year that a rally only marks": [
        true("Two bombs killed 84 people at a rally in Gao on Sunday to mark a siege in 1920.",
             main(killed=84)),
        true("A bomb killed nine people in Gao on Sunday at a march to remember a raid in 2020.",
             main(killed=9)),
        trap("Police killed 84 people in Gao in 2020 to stop the rallies.",
             no("toll", scope="incident")),
        trap("In 2020 the police killed 84 people who had gathered to mark a siege.",
             no("toll", scope="incident")),
    ],
    "attacks of one evening, and a battle around a town": [
        true("At least 120 people were killed in a series of attacks in Lyon on Friday night. "
             "Eight attackers also died.", toll("killed", 120, OPEN), toll("killed", 8)),
        true("More than 30 fighters died in clashes around Tarsk on Sunday. "
             "Four soldiers were killed.", toll("killed", 31, OPEN), toll("killed", 4)),
        trap("Nine people were killed in a series of attacks in Lyon on Friday. "
             "Four died in a bar.", no("toll", low=9, scope="incident")),
        trap("Nine people were killed in strikes around the country on Sunday. "
             "Four died in Tarsk.", no("toll", low=9, scope="incident")),
    ],
    "a page of stories": [
        true("Four die in Kabul\n\nA bomb killed four people in Kabul on Monday.\n\n"
             "Nine shot in Lagos\n\nGunmen shot dead nine people in Lagos on Tuesday.",
             main(killed=4, place="Kabul"), second(killed=9, place="Lagos")),
        true("MALI. Three soldiers were killed by a mine near Gao on Monday.\n\n"
             "SYRIA. Shelling killed six people in Idlib on Monday.",
             main(killed=3), second(killed=6)),
        true("* In Basra, gunmen killed two policemen.\n* In Mosul, a car bomb killed seven.",
             main(killed=2), second(killed=7)),
        trap("A bomb killed four people in Kabul on Monday.\n\nSport\n\nThe national side won by "
             "nine wickets in Lahore.", incidents(1)),
        trap("Three soldiers were killed by a mine near Gao.\n\nThe mine had been laid at night.",
             incidents(1)),
        trap("In brief\n\nThe price of bread went up.\n\nA mine killed three men near Gao.\n\n"
             "A choir of 60 sang in Bamako.", main(killed=3), no("killed", 60), incidents(1)),
    ],
    "a month's total": [
        true("In April 180 people were murdered in the state, official figures show.",
             toll("killed", 180, scope="series")),
        true("Sixty farmers were killed in May.", toll("killed", 60, scope="series")),
        true("Police killed 453 people in the first three months of the year.",
             toll("killed", 453, scope="series")),
        trap("In June, 49 people were shot dead at a dance hall in Basra.", main(killed=49)),
        trap("In April a bomb killed 40 people in Gao.", main(killed=40)),
        trap("A bombing last month killed nine people in Gao.", main(killed=9)),
    ],
    "the whole country": [
        true("More than 2,000 people were hurt across the country, the ministry said.",
             toll("injured", 2001, OPEN, scope="series")),
        true("Citywide, nine people were killed in shootings over the weekend.",
             toll("killed", 9, scope="series")),
        trap("Crowds across the country wept after police shot dead nine people in Gao.",
             main(killed=9)),
        trap("A blast that shocked the nation killed six people in Karsa.", main(killed=6)),
    ],
    "more of the same total": [
        true("Over the past week shells killed three people in Karsa. Another seven were injured.",
             toll("killed", 3, scope="series"), toll("injured", 7, scope="series")),
        true("In the past month 12 herders were shot dead. Another 30 people were hurt.",
             toll("killed", 12, scope="series"), toll("injured", 30, scope="series")),
        trap("Rebels killed three people in Karsa. Another seven were injured.",
             main(killed=3, injured=7)),
        trap("Over the past week shells killed three people in Karsa. On Friday another seven were "
             "injured in Gao.", toll("injured", 7)),
    ],
    "attacks of a time": [
        true("Attacks carried out in Gao over the past 12 days have killed two people.",
             toll("killed", 2, scope="series")),
        true("Bombings in Mopti in the past two months have left nine people dead.",
             toll("killed", 9, scope="series")),
        trap("Attacks carried out in Gao on Monday have killed two people.", main(killed=2)),
        trap("Bombings in Mopti have left nine people dead.", main(killed=9)),
    ],
    "place by place": [
        true("Eight herders were killed in Gao, seven in Mopti and five in Kidal.",
             main(killed=8, place="Gao"), second(killed=7, place="Mopti"), incidents(3)),
        true("Shells wounded two people in Sumy on Monday and two in Kharkiv.",
             main(injured=2), second(injured=2)),
        trap("Eight herders were killed in Gao and seven in their camp.", incidents(1)),
        trap("Eight herders were killed in Gao and seven in Mopti were arrested.", main(killed=8),
             no("killed", 7)),
    ],
    "a sum of several cases": [
        true("Three separate shootings left five people dead in Lom on Sunday.",
             killed(5, scope="series")),
        true("Four people were killed in separate attacks in Lom and Ker.",
             killed(4, scope="series")),
        trap("Twelve people were hurt in the war's first raid on Lom on Sunday.", injured(12)),
        trap("A separate shooting left five people dead in Lom on Sunday.", killed(5)),
        true("Two people were killed and four hurt in three separate shootings on Sunday.\n\nTwo "
             "men were shot on Kelly Street. It was about 1 a.m. One of them died.\n\nAbout 2 a.m. "
             "three women were hurt in a shooting on Fifth Avenue.",
             main(killed=1, injured=1), second(injured=3)),
        true("Six people were wounded in a violent weekend in Dayton. Four were shot at a party on "
             "Kelly Street on Saturday.\n\nShootings earlier on Saturday wounded two men.",
             main(injured=4), second(injured=2)),
        trap("Six people were killed in two attacks on Sunday, officials said.", main(killed=6)),
        trap("Two people were killed and four hurt in a shooting on Sunday. Three of the hurt were "
             "in a serious condition.", main(killed=2, injured=4), incidents(1)),
    ],
    "signs weighed together": [
        true("Rebels set fire to a mill in Homs province on Monday.\n\nHeavy clashes were also "
             "reported in Hama province, in which two soldiers died.", incidents(2)),
        true("Rockets killed nine people in Ariha on Monday. Two kilometers away, in Saraqib, "
             "another five were killed by a shell.", main(killed=9), second(killed=5)),
        true("Rockets hit a bus in Sumy on Monday and killed three. In March 2019 a bomb hit the "
             "same station. Nine people were killed.", main(killed=3), incidents(1)),
        trap("On Monday rebels set fire to a mill in Homs province.\n\nHeavy clashes were heard "
             "near the mill, in which two soldiers died.", incidents(1)),
        trap("Rockets killed nine people in Ariha on Monday. Another five were wounded.",
             main(killed=9, injured=5), incidents(1)),
        trap("Rockets hit a bus in Sumy on Monday. In March 2019 a bomb hit the same station. On "
             "Monday nine people were killed.", main(killed=9), incidents(1)),
    ],
    "since it began": [
        true("Police shot dead eight people in Gao on Monday. Since protests erupted on 1 May, 190 "
             "people have died.", main(killed=8, day="2021-09-13"), published=THURSDAY),
        true("Since the army began shelling the town on 3 May, 20 people have died.",
             toll("killed", 20, scope="cumulative")),
        trap("It was the deadliest raid since the fall of Karsa, where 20 guards died.",
             toll("killed", 20)),
        trap("The first raid since the truce killed nine herders.", toll("killed", 9)),
    ],
    "a round-up by places": [
        true("In Gao, a mine killed three people.\n\nNear Mopti, gunmen killed two herders.\n\n"
             "In Kidal, a bomb killed four guards.", incidents(3)),
        true("In Basra, shells killed three people.\n\nIn Mosul, gunmen killed two bakers.\n\n"
             "At Samarra, a mine killed four.", incidents(3)),
        trap("In Gao, a mine killed three people.\n\nThe mine was laid at night.", incidents(1)),
        trap("A mine killed three people in Gao.\n\nIn Paris, the minister wept.\n\nIn Bamako, "
             "flags flew low.", incidents(1)),
    ],
    "another such event": [
        true("A riot in Karsa killed 16 inmates. The riot came less than two months after another "
             "in which 22 prisoners died.", main(killed=16)),
        true("Hours after the raid in Gao killed nine, hours of rain fell. Hours later, gunmen "
             "killed four herders in Mopti.", main(killed=9), second(killed=4, place="Mopti")),
        trap("Six men were shot dead in Karsa on Monday. A seventh victim died of his wounds on "
             "Tuesday.", incidents(1), published=THURSDAY),
        trap("A raid in Gao killed nine. Hours later two of the injured died.", incidents(1)),
    ],
    "furniture": [
        true("Gunmen killed two toll clerks in Culiacan.\n\nAdvertisement\n\nThe pair were shot "
             "in their booth.", main(killed=2)),
        true("By our crime desk\n\nA publican was stabbed to death in Leith.\n\nSubscribe to our "
             "newsletter for 9 pounds", main(killed=1)),
        true("A sacristan was shot dead in Cebu on Friday.\n\nPhoto: Agency\n\nTags: crime, church",
             main(killed=1)),
        trap("A sacristan was shot dead in Cebu.\n\nMore from this section\n\n"
             "Three drown off Bohol\n\nWeather", main(killed=1), no("killed", 3)),
        trap("Gunmen killed two toll clerks.\n\nRead also: Gas blast kills 14 in Poza Rica",
             main(killed=2), no("killed", 14)),
        trap("A publican was stabbed to death in Leith.\n\nYou may also like\n\n"
             "Nine things to do in Fife\n\nTrain kills cow", main(killed=1), no("killed", 9)),
    ],
    "its own day": [
        true("A shell killed two in Sloviansk on Monday. On Tuesday another shell killed five.",
             main(killed=2, day="2021-09-13"), second(killed=5, day="2021-09-14"),
             published=THURSDAY),
        true("Gunmen shot dead three guards at a depot in Gao on Tuesday, a day after a bomb in "
             "the fish market killed nine people, police said.", main(killed=3)),
        true("Gunmen killed six on Sunday, a day after a bomb had wounded 11.",
             main(killed=6, day="2021-09-12"), published=THURSDAY),
        trap("A shell killed two in Sloviansk on Monday. They were buried on Tuesday.",
             incidents(1), main(killed=2, day="2021-09-13"), published=THURSDAY),
        trap("Gunmen killed six on Sunday. Police questioned four men on Wednesday.",
             incidents(1), main(killed=6, day="2021-09-12"), published=THURSDAY),
    ],
    "its own place": [
        true("A bomb in Quetta killed three people. Another in Peshawar killed eight.",
             main(killed=3, place="Quetta"), second(killed=8, place="Peshawar")),
        true("Two farmers were hacked to death in Beni and four others in Butembo.",
             main(killed=2, place="Beni"), second(killed=4, place="Butembo")),
        true("Raiders killed 12 in Bor, while in Malakal a grenade wounded seven.",
             main(killed=12, place="Bor"), second(injured=7, place="Malakal")),
        trap("A bomb in Quetta killed three people. Officials in Peshawar condemned it.",
             incidents(1), main(killed=3, place="Quetta")),
        trap("Two farmers were hacked to death in Beni. They had come from Butembo.",
             incidents(1), main(killed=2, place="Beni")),
        trap("Raiders killed 12 in Bor. The wounded were flown to Juba.", incidents(1),
             main(killed=12, place="Bor")),
    ],
    "its own kind": [
        true("A car bomb killed five in Baidoa. Hours later gunmen shot dead an elder there.",
             main(killed=5), second(killed=1)),
        true("Shelling wounded four in Taiz. In a separate incident a sniper killed a boy.",
             main(injured=4), second(killed=1)),
        trap("A car bomb killed five in Baidoa. The explosion destroyed a tea shop.", incidents(1),
             main(killed=5)),
        trap("Gunmen opened fire and threw grenades at a bar, killing five. The shooting lasted "
             "an hour.", incidents(1), main(killed=5)),
    ],
    "incident": [
        true("Two monks were killed on Saturday when their temple was shelled.", killed(2)),
        true("A blast at a checkpoint wounded eight on Tuesday morning.", injured(8)),
        true("The 5 a.m. raid on a flat in Nablus killed three men.", main(killed=3)),
        trap("Three men have fished here for 40 years and none was killed.",
             no("killed", 3), no("killed", 40)),
        trap("Two monks were killed on Saturday.", no("killed", scope="series"),
             no("killed", scope="cumulative")),
        trap("Since dawn the road has been shut; eight people were wounded in the blast.",
             no("injured", scope="cumulative")),
    ],
    "cumulative": [
        true("More than 4,100 people have been killed since the war began in 2014.",
             killed(4101, OPEN, scope="cumulative")),
        true("So far this year 212 police officers have been killed in the country.",
             killed(212, scope="cumulative")),
        true("In all, 940 people have died in eight years of fighting.",
             killed(940, scope="cumulative")),
        true("A mine killed two men, bringing to 61 the number killed by mines since March.",
             killed(2), killed(61, scope="cumulative")),
        trap("More than 4,100 people have fled. A shell killed two on Friday.",
             no("killed", 4101, scope="incident"), main(killed=2)),
        trap("A shell killed a cook and a page, bringing to 90 the number killed since March.",
             main(killed=2), published=THURSDAY),
        trap("The war, which has killed 300,000 people since 2011, is in its tenth year.",
             main(killed=None)),
        trap("The ministry says 71 nurses have died since the siege began.", main(killed=None)),
    ],
    "attacks of a spell, and hours just past": [
        true("The attacks carried out in Lodrin over the past 12 days have killed two people.",
             killed(2, scope="series")),
        true("In the past few hours gunmen murdered three farmers in Lodrin.",
             killed(3), main(killed=3)),
        true("Raids made on the valley in the last three weeks have killed 14 people, including "
             "a singer, Ida Sand.", killed(14, scope="series"), killed(1, scope="series", part=14)),
        trap("The attack, carried out after 12 days of calm, killed two people.",
             no("killed", scope="series"), main(killed=2)),
        trap("In the past gunmen murdered three farmers in Lodrin. On Monday a mine killed a cook.",
             main(killed=1)),
        trap("The bombs that went off in Lodrin today killed two people.",
             no("killed", scope="series"), main(killed=2)),
    ],
    "a time that when points back to": [
        true("A pardon is planned for those who seized the palace in November 2005, when 100 "
             "people were killed. A bomb hurt two in Lodrin on Monday.", main(injured=2)),
        true("The clerk spoke of the flood of talk in May 2009, in which nine were shot dead. On "
             "Monday gunmen killed a cook in Lodrin.", main(killed=1)),
        trap("Gunmen attacked the inn on Monday, when nine guests were killed.", main(killed=9)),
        trap("A bomb went off in Lodrin on Sunday, in which two people died.", main(killed=2)),
    ],
    "a spell before who vanished": [
        true("In only three months, bands that have come but who have left again have killed 40 "
             "farmers.", killed(40, scope="series")),
        true("In three weeks, militias have killed 40 farmers in the valley.",
             killed(40, scope="series")),
        trap("In three weeks the war ended, but a mine killed two boys in Lodrin on Friday.",
             no("killed", scope="series")),
        trap("In three months little had changed when a bomb killed two boys in Lodrin.",
             no("killed", scope="series")),
    ],
    "series": [
        true("In the past week 33 people were killed in attacks across Helmand.",
             killed(33, scope="series")),
        true("Over the weekend nine men were shot dead in six incidents in Chicago.",
             killed(9, scope="series")),
        true("Fourteen people have died in three days of clashes.", killed(14, scope="series")),
        trap("In the past week prices rose 33 per cent.", NO_TOLL),
        trap("A blast killed six on Friday. In the past week 33 people were killed.",
             main(killed=6)),
        trap("Nine men were shot dead on Saturday. It rained all week.",
             no("killed", scope="series"), main(killed=9)),
    ],
    "stock": [
        true("The morgue at Al-Shafa held 80 bodies on Friday.", toll("buried", 80, scope="stock")),
        true("Diggers have found a pit with 27 bodies.", toll("buried", 27, scope="stock")),
        true("Thirty-five bodies lay in the courtyard.", toll("buried", 35, scope="stock")),
        trap("The morgue at Al-Shafa has room for 80 bodies.", NO_TOLL),
        trap("Diggers have found a pit with 27 cattle.", NO_TOLL),
        trap("The dig has turned up 35 bodies and 60 spent rounds.", no("killed"),
             main(killed=None)),
    ],
    "background": [
        true("A bomb killed three in Dalgor on Friday. In a similar attack last year 12 died.",
             main(killed=3)),
        true("Four porters were shot dead at the pass. A year ago nine died in a raid there.",
             main(killed=4)),
        true("A priest was shot dead in Bohol. Two others were murdered in 2017.", main(killed=1)),
        true("Gunmen killed seven guards. The last such raid, in May, left 20 dead.",
             main(killed=7)),
        trap("In a similar attack last year 12 died.", main(killed=None)),
        trap("The square where 40 students were massacred in 1979 reopened on Monday.",
             incidents(0)),
        trap("Two cobblers were knifed to death on the quay. A year ago six died there.",
             no("killed", 8), incidents(1)),
        trap("The hotel, where a suicide bomber killed 31 people in 2015, has a new owner.",
             main(killed=None)),
    ],
    "an old deed that only dates": [
        true("A court heard that nine people died after a bomb went off in May 2008.",
             main(killed=9), published="2021-05-03"),
        true("Nine people died after a bomb went off in a market in Gao on Sunday.",
             main(killed=9), published="2021-05-03"),
        trap("Paredes came home. He had led the league after Ana Leal was murdered in May 2018.",
             incidents(0), published="2021-05-03"),
        trap("The fair closed on Monday. It opened when two guards were shot dead in March 2008.",
             incidents(0), published="2021-05-03"),
    ],
    "the main incident first": [
        true("Two days after a blast killed 30 in Herat, gunmen shot dead four nurses in Farah.",
             main(killed=4, place="Farah")),
        true("A grenade wounded six people in Bujumbura on Thursday. On Tuesday a judge was "
             "shot dead in Gitega.", main(injured=6, place="Bujumbura")),
        true("A teacher was killed in Pattani. The murder comes a month after three teachers "
             "died in Yala.", main(killed=1, place="Pattani")),
        trap("Weeks after a bomb killed 30 people, Herat's bazaar is open.", main(killed=None)),
        trap("A farmer was killed in Narathiwat. It was weeks after two monks died in Yala.",
             no("killed", 3), main(killed=1)),
        trap("Trade talks opened in Gitega. On Tuesday a judge was shot dead there.",
             main(killed=1), incidents(1)),
    ],
    "coreference": [
        true("A bomb went off in Jalalabad on Monday. The attack killed nine people.",
             main(killed=9, place="Jalalabad"), incidents(1)),
        true("Gunmen stormed a farm near Jos. It was over in minutes; the raid left six dead "
             "and the attackers took 40 cows.", main(killed=6), incidents(1)),
        true("A truck bomb exploded in Mogadishu. The bombing, the third this month, killed "
             "17 people. It also wounded 50.", main(killed=17, injured=50), incidents(1)),
        true("Jets bombed a dairy in Hodeidah on Sunday. Four workers died in the strike.",
             main(killed=4, place="Hodeidah"), incidents(1)),
        trap("A bomb went off in Jalalabad. Another attack, in Kunduz, killed nine people.",
             main(killed=9, place="Kunduz")),
        trap("Gunmen stormed a farm near Jos, killing six. The raid on the bank is a dim memory.",
             incidents(1), main(killed=6)),
        trap("A truck bomb killed 17 in Mogadishu. The bombing of 2017 killed hundreds.",
             main(killed=17)),
        trap("Jets killed four in Hodeidah. The strike by dockers went on.", incidents(1),
             main(killed=4)),
    ],
    "two incidents stay two": [
        true("Six people died in a blast in Homs on Monday. On Tuesday two were shot dead in "
             "Idlib.", main(killed=6), second(killed=2), incidents(2)),
        true("Three nuns were shot dead in Gao on Monday. On Friday a bomb killed five in Mopti.",
             main(killed=3), second(killed=5), incidents(2)),
        true("A sniper killed a girl in Donetsk. In an unrelated attack, a mine wounded two "
             "electricians in Izium.", main(killed=1), second(injured=2), incidents(2)),
        trap("A bomb killed six in Homs on Monday. The blast also wrecked a bakery in the town.",
             incidents(1)),
        trap("Three nuns were shot dead in Gao. The killings shocked Mali.",
             incidents(1), no("killed", 6), killed(3)),
        trap("Five people died in a blast in Hama on Monday. On Tuesday two mayors met "
             "in Idlib.", incidents(1), main(killed=5)),
    ],
    "an arrest is not the blast, nor a paper a day": [
        true("A bomb killed four in Baidoa. Police arrested two men in Luuq. The blast was the "
             "work of the Reed Brigade.", main(killed=4, party="Reed Brigade")),
        true("Nine people died in a raid on 4 May 2023, Aleppo Today said.", main(day="2023-05-04"),
             published="2023-06-05"),
        trap("Nine people died in a raid, Aleppo Today said.", no("when", words="Today"),
             published="2023-06-05"),
        trap("A bomb killed nine people in Luuq on Monday, the anniversary of the coup.",
             main(killed=9)),
    ],
    "a day's sum, told of place by place": [
        true("On 13 May the mission recorded 23 casualties: 6 killed and 17 injured.\n\n"
             "Donetsk region: 4 killed and 9 injured\n\nKharkiv region: 2 killed and 8 injured",
             main(killed=4, injured=9), second(killed=2, injured=8)),
        true("Two people died in two unrelated shootings in Toledo, Ohio.\n\nOn Friday a man of 22 "
             "was shot dead on Cole Avenue.\n\nOn Sunday, Devin Marsh, 40, was killed at home.",
             main(killed=1), second(killed=1), published="2023-05-15"),
        trap("Two people died in a shooting in Toledo, Ohio.\n\nOn Friday their killer came in. "
             "Devin Marsh, 40, and Ada Brel, 31, were killed.", main(killed=2),
             published="2023-05-15"),
        trap("Regime airstrikes killed seven and wounded nine in Luuq on 4 May 2023.",
             main(killed=7, injured=9), published="2023-06-05"),
    ],
    "a headline says that the toll has risen": [
        true("The death toll from a shooting in Orrin on Saturday rose to 22.",
             killed(2, part=22), killed(22), title="Two more die in Orrin"),
        true("The toll from a blast in Orrin has risen to 30.", killed(9, part=30), killed(30),
             title="Nine more dead in Orrin blast"),
        trap("The toll from a blast in Orrin rose to 30 on Monday.", main(killed=30),
             title="Nine more dead in Orrin"),
        trap("A toll rose to 31 after a blast in Orrin.", main(killed=31),
             title="Six more die in Orrin"),
    ],
}  # fmt: skip
