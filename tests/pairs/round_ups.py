"""Round-ups, running totals and clashes: which time, and which incident, a figure is of."""

from __future__ import annotations

from pairs_rows import (
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

ROWS: dict[str, list[Row]] = {
    "cases of a weekend, each with its hour and street": [
        true("Five people were shot, two of them fatally, in shootings in Fresno over the weekend."
             "\n\nA man was shot and killed about 2 a.m. Saturday on Elm Street.\n\nOfficers were"
             " called at 9 p.m. Sunday to the 400 block of Oak Avenue, where a woman had been"
             " fatally shot.",
             incidents(2), main(killed=1, place="Fresno"), second(killed=1, place="Fresno"),
             published="2024-05-06"),
        true("Two people were killed and one wounded in separate shootings in Fresno this weekend."
             "\n\nA clerk was shot dead at 5 a.m. Friday on Elm Street.\n\nIn another shooting, a"
             " nurse was killed at 9 p.m. Saturday on Oak Avenue.",
             incidents(2), main(killed=1, injured=None), second(killed=1, injured=None),
             published="2024-05-06"),
        trap("One person was killed in a shooting in Fresno over the weekend.\n\nA man was shot"
             " about 2 a.m. Saturday on Elm Street. He died at 3 a.m. at a hospital on Oak Avenue.",
             incidents(1), main(killed=1), published="2024-05-06"),
        trap("Two men were killed in a shooting in Fresno over the weekend.\n\nOfficers"
             " came at 2 a.m. Saturday to Elm Street, where both had been shot.\n\nA suspect was"
             " arrested at 9 p.m. Sunday on Oak Avenue.", main(killed=2), published="2024-05-06"),
    ],
    "a list by place, with its sum above or below it": [
        true("Three people were killed and four injured in the region on Tuesday.\n- Izium - two"
             " people were killed and one was injured.\n- Kupiansk - one person was killed and"
             " three were injured.",
             main(killed=2, injured=1, place="Izium"),
             second(killed=1, injured=3, place="Kupiansk"), incidents(2)),
        true("In Izium, two people were killed by a shell. Three people were injured in Kupiansk.",
             main(killed=2, injured=None), second(killed=None, injured=3)),
        trap("Raiders hit two villages. Three were killed in Orrin. Four were killed in Lodrin."
             " Seven were killed in all.", main(killed=7)),
        trap("Two people were killed in Izium on Tuesday, and one was injured.\n\nThe two, aged 40"
             " and 61, died at a shop: a shell had hit it.", main(killed=2, injured=1),
             incidents(1)),
    ],
    "a chronology": [
        true("Some of the worst attacks:\n\nMarch 25, 2019: a bomb killed 11 people in Mosul."
             "\n\nJuly 9, 2011: gunmen killed 25 people in Tikrit.", incidents(2)),
        true("27 June 2011 - 59 people were killed in a bombing in Mosul.", killed(59)),
        true("On 3 May 2014, a bomb hit a market in Mosul. Nine people were killed.\n\nOn 4 June"
             " 2015, gunmen stormed a hotel in Tikrit. Six people were killed.\n\nOn 5 July 2016, a"
             " mine went off near Kirkuk. Two people were killed.",
             incidents(3), main(killed=9), second(killed=6)),
        trap("A bomb killed nine people in Mosul on Tuesday.\n\nOther attacks in Iraq:\n\n- 3 May"
             " 2020: a bomb in Tikrit killed 61 people.\n- 4 June 2019: gunmen in Kirkuk killed 25"
             " people.", main(killed=9), published="2024-05-08"),
        trap("They were held from 27 June to 2 July - 59 people were killed in all.", killed(59)),
    ],
    "a deed that follows another": [
        true("Five clerks were shot at a fair in Orrin. The incident follows a shooting last week "
             "that left a guard dead and 11 people wounded.", main(killed=None)),
        true("A boy was killed in Orrin on Saturday. Last month a girl, 3, was shot dead. That "
             "same month two clerks were wounded in a yard.", main(killed=1, injured=None)),
        trap("The arrest follows a shooting last week that left two clerks dead.", main(killed=2)),
        trap("The vigil followed a blast on Friday that killed nine.", main(killed=9)),
    ],
    "datelines of a round-up": [
        true("BAGHDAD - A bomb wounded four people.\n\nKIRKUK - Gunmen shot dead two brothers.\n\n"
             "BALAD RUZ - A bomber wounded six.",
             main(injured=4, place="BAGHDAD"), second(killed=2, place="KIRKUK")),
        true("MOSUL - Gunmen shot dead a porter.\n\nTIKRIT (AP) - A mine killed three guards.",
             main(killed=1, place="MOSUL"), second(killed=3, place="TIKRIT")),
        trap("BAGHDAD - A bomb wounded four people.\n\nTwo of them later died.", incidents(1)),
        trap("MOSUL - Gunmen shot dead a porter.\n\nPOLICE - A word that the porter hated - came "
             "too late.", main(killed=1), incidents(1)),
    ],
    "between two months, and the total that an account opens with": [
        true("Between January and the end of March 617 people were killed in the province.",
             killed(617, scope="series")),
        true("More than 80 have been killed in the war since May. The mayor put the toll at 60.",
             no("killed", 60, scope="incident")),
        trap("Between January Street and March Street 17 people were killed by a bomb.",
             killed(17, scope="incident")),
        trap("More than 80 have been killed in the war since May. On Friday a blast killed "
             "nine. The mayor put the toll at 12.", killed(12, by="mayor", voice="speaker")),
    ],
    "the day of the telling": [
        true("A bomb killed nine in Lodrin. The ministry gave a toll of 14 dead on Friday.",
             incidents(1)),
        true("The army blamed the Tarn Front on Friday for a bomb that killed 20 cadets. Two "
             "porters were hurt in Thursday's blast.", incidents(1)),
        trap("Shells killed nine in Lodrin on Monday. The rebels hanged two nurses in Tarsk on "
             "Friday.", incidents(2)),
        trap("A bomb killed nine in Lodrin on Monday. Gunmen shot dead two nurses in Tarsk on "
             "Friday.",
             incidents(2)),
    ],
    "a witness's own dead, and figures of before": [
        true("As many as 200 people were killed in the raid, residents said. A teacher whose two "
             "uncles were killed fled.", main(killed=(1, 200))),
        true("A blast killed 213 people, officials said. A day earlier the ministry had given a "
             "toll of 165.", main(killed=213)),
        true("More than 200 people were killed in a raid, witnesses said.",
             main(killed=(201, None))),
        trap("A blast killed 213 people, officials said. The ministry gave a toll of 165.",
             main(killed=(165, 213))),
        trap("A man whose two sons were killed in the raid fled.", main(killed=2)),
    ],
    "a week's count, and hours of one day": [
        true("During the week of 18 to 24 November, 31 civilian casualties were recorded in Tarsk: "
             "12 deaths and 19 injuries.", toll("casualties", 31, scope="series"),
             killed(12, scope="series"), injured(19, scope="series")),
        true("During the reporting period 214 people were injured across the district.",
             injured(214, scope="series")),
        true("It was the sixth such mine accident this year. They have claimed eleven lives.",
             killed(11, scope="series")),
        true("Received since this morning: 83 wounded.", injured(83)),
        trap("On 18 November a shell killed nine people in Tarsk.", killed(9)),
        trap("The week of 18 November began with a raid. Nine people were killed.", killed(9)),
        trap("They have killed eleven guards at the gate.", killed(11)),
        trap("Received since Monday: 83 wounded.", injured(83, scope="cumulative")),
    ],
    "lines of a register that open with a day and a place": [
        true("11 Sept. Mopti (north). Rebels. 6 clerks killed, 4 injured.\n\n12 Sept. Goma (North "
             "Kivu). Police opened fire. 2 porters killed.\n\n14 Sept. Beni axis. Rebels. 3 guards "
             "killed.", incidents(3), main(killed=6, place="Mopti", day="2022-09-11"),
             second(killed=2, place="Goma", day="2022-09-12"), published="2022-10-01"),
        true("2021-10-12 / Goma, airport / mine / vehicle / K 2 I 1 / duty.\n\n2021-11-23 / Beni, "
             "market / mine / K 4 I 1 / visit.\n\n2021-11-25 / Bukavu / mine / K 1 I 0 / work.",
             incidents(3), main(killed=2, place="Goma"), second(killed=4, place="Beni")),
        trap("12 May 2014. A bomb killed nine people in Goma.\n\n14 May 2014. Two of the wounded "
             "died.\n\n20 June 2014. A court sentenced two men for the bomb in Goma.",
             incidents(1), main(day="2014-05-12")),
        trap("11 Sept. Goma police said a bomb killed nine.", incidents(1), main(killed=9)),
    ],
    "what parts two acts of one account": [
        true("Nine guards were shot dead in Mopti on Tuesday. On Friday rebels came to Gao, "
             "stopped a bus and killed four porters.", incidents(2), main(killed=9, place="Mopti"),
             second(killed=4, day="2023-05-12"), published="2023-05-15"),
        true("Shells killed a clerk at the port of Odesa on Saturday, in the second attack on it "
             "in five weeks. In the first, by car bomb, a guard and a boy died.",
             incidents(2), main(killed=1), second(killed=2)),
        true("Two attacks killed six people in halls of Lviv and Poltava on Monday. In Lviv five "
             "clerks died when a bomb went off. A porter was shot dead at a bank in Poltava.",
             incidents(2), main(killed=5, place="Lviv"), second(killed=1, place="Poltava")),
        trap("Nine guards were shot dead in Mopti on Tuesday when rebels came to the gate, stopped "
             "a bus and killed them.", incidents(1), main(killed=9)),
        trap("A bomb killed two guards in Odesa on Saturday, the first of two attacks. In the "
             "first, a clerk was hurt too.", incidents(1), main(killed=2, injured=1)),
        trap("Jets killed 19 people with two raids on a market in Mopti on Monday. Nine porters "
             "were also hurt. In Gao another raid hit a house, killing two women.",
             incidents(2), main(killed=19, injured=9, place="Mopti"), second(killed=2)),
    ],
    "which of the places told of one event is its own": [
        true("Rebels bombarded the town of Gao, east of Mopti, on Sunday, killing seven. Attacks "
             "on roads in Mopti have become frequent.", main(killed=7, place="Gao")),
        true("Two attacks killed six people in the towns of Kostiantynivka and Druzhkivka on "
             "Monday. A bomb killed four clerks at a hall in Druzhkivka. Gunmen shot dead two "
             "guards at a bank in Kostiantynivka.", main(killed=4, place="Druzhkivka")),
        true("MOPTI: Gunmen riding in a pickup stopped a van near Gao on Wednesday and took out "
             "the passengers. Nine lost their lives.", main(killed=9, place="Gao")),
        true("Shells fell on a base crowded with people in Gao on Wednesday, killing two.",
             main(place="Gao"), no("place", name="UN"), title="Shells land in UN camp in Mali"),
        trap("BAMAKO: Gunmen shot dead nine passengers on Wednesday, police said.",
             main(killed=9, place="BAMAKO")),
        trap("Police came to Gao and Ana Ruiz was shot dead in Mopti.", main(place="Mopti")),
    ],
    "a figure of towns far apart, and of places that may be one": [
        true("Shells killed eleven people in Kherson and Lviv on Sunday.",
             killed(11, scope="series"), main(killed=None, place="Kherson"),
             second(killed=None, place="Lviv")),
        trap("Nine villagers were killed in raids on Zorbako and Melinko on Thursday.",
             incidents(1), main(killed=9)),
        trap("Drones struck Druzhkivka and Kostiantynivka on Monday, killing nine people.",
             incidents(1), main(killed=9)),
        true("Explosions in Baghdad and Basra killed 20 people on Monday. Eight of them died in "
             "Baghdad and twelve in Basra.",
             incidents(2), main(killed=8, place="Baghdad"), second(killed=12, place="Basra")),
        true("Blasts in Baghdad and Basra killed 20 people on Monday. Twelve of them died in "
             "Basra.", incidents(2), main(killed=12, place="Basra"), second(killed=None)),
        trap("More than 300 people have been killed in Basra since May. Twelve of them were "
             "children.", no("killed", 12, scope="incident"), incidents(0)),
        trap("A bomb killed nine people on the road between Gao and Timbuktu on Thursday.",
             incidents(1), main(killed=9)),
        trap("Gunmen killed nine people in the villages of Zorbako and Melinko on Thursday.",
             incidents(1), main(killed=9)),
        trap("Gunmen from Gao and Timbuktu killed nine people in Mopti on Thursday.",
             incidents(1), main(killed=9, place="Mopti")),
    ],
    "acts told in a row of places": [
        true("Bombs went off in Mopti and in Gao on Friday. No one was hurt.", incidents(2),
             main(place="Mopti", injured=0), second(place="Gao", injured=0)),
        true("Rebels attacked posts in Beni, Butembo and Goma on 3 May 2021, killing eleven "
             "soldiers.", killed(11, status="combatant", scope="series"), incidents(3),
             main(day="2021-05-03", killed=None), second(day="2021-05-03", killed=None)),
        true("Guerrillas blew up five pylons in Kharkiv and Sumy provinces on 4 May 2021.",
             incidents(2), main(place="Kharkiv"), second(place="Sumy", day="2021-05-04")),
        true("On 3 May 2021 explosions damaged a bank in Lviv, a school in Odesa and two shops "
             "in Poltava.", incidents(3), second(place="Odesa", day="2021-05-03")),
        true("Bombs went off in Mopti and Gao on Friday. The blasts were blamed on rebels.",
             main(party="rebels"), second(party="rebels")),
        true("A bomb went off in Mopti on Friday. At the same time, a bomb exploded in Gao.",
             incidents(2), main(place="Mopti"), second(place="Gao")),
        true("A judge was shot dead in Mopti on Friday. Also on Friday, in Gao, a clerk was shot "
             "dead.", incidents(2), main(killed=1, place="Mopti"), second(killed=1, place="Gao")),
        true("Gunmen attacked a post in Mopti on Friday, killing a guard. The rebels also attacked "
             "posts in Gao.", incidents(2), main(place="Mopti"), second(place="Gao")),
        true("Rebels attacked posts in Mopti, Zarkuma and Veldrin on 3 May 2021.", incidents(3),
             second(place="Zarkuma", day="2021-05-03")),
        true("Eleven people were killed in attacks in Mopti and Gao on Friday. In Gao a mine "
             "killed two clerks.", killed(11, scope="series"), killed(2), incidents(2),
             main(killed=2, place="Gao")),
        trap("Raiders killed nine people in Mopti and Gao on Friday.", killed(9)),
        trap("Gunmen in Mopti and Ruiz were killed in Gao on Friday.", incidents(1)),
        trap("Rebels attacked posts in Mopti and Veldrin said he had seen them.", incidents(1)),
        trap("A bomb went off in Mopti on Friday. At the same time, shots were heard.",
             incidents(1)),
        trap("A bomb went off on the road from Mopti to Gao on Friday.", incidents(1)),
        trap("Airstrikes on Khan Younis and Rafah killed 21 tailors on Monday.", incidents(1),
             main(killed=21)),
        trap("Troops in Beni and Goma attacked a camp in Butembo on Friday.", incidents(1)),
        trap("A man was shot in Mopti on Friday. Officers in Mopti and Gao seek two men.",
             incidents(1)),
        trap("Shells killed two guards in Mopti and four boys in Gao on Friday.",
             main(killed=2, place="Mopti"), second(killed=4, place="Gao")),
        trap("Bombs went off on Bandera and Alameda streets in Gao on Friday.", incidents(1)),
    ],
    "clashes between two sides": [
        true("At least 118 inmates were killed and 79 injured in clashes between gangs in a jail "
             "in Guayaquil. Six of the victims had been beheaded. Two policemen were hurt.",
             main(killed=(118, None))),
        true("Nine people were killed in attacks from the hills. Two nurses were wounded.",
             main(killed=9)),
        true("Seven people were killed when a house in Tarsk was hit on Monday.\n\nThe family "
             "told a paper that three lodgers also died.", incidents(1)),
        trap("Nine people were killed in shootings between Friday and Sunday. Four were killed at "
             "a bar on Friday.", killed(9, scope="series")),
        trap("A rocket killed seven people in Tarsk.\n\nThe rebels also shelled Zenda, where two "
             "lodgers died.", incidents(2)),
    ],
    "weapons shot down": [
        true("A drone hit a market in Kherson on Monday, killing five people.\nAir defenses "
             "destroyed 61 drones and four missiles overnight.", main(killed=5), incidents(1)),
        true("A rocket hit a fair in Kupiansk on Monday, killing four people.\nThe air force said "
             "it had shot down 31 of 36 drones overnight.", main(killed=4), incidents(1)),
        trap("A drone hit a bakery in Kherson on Monday, killing six people.\nAnother drone "
             "destroyed a bus in Chernihiv on Sunday, killing two drivers.", incidents(2)),
        trap("Rebels shot down a helicopter in Goma on Monday, killing eight soldiers.",
             main(killed=8), incidents(1)),
    ],
    "tolls told later, and by others": [
        true("A missile hit a clinic in Kherson on Monday, killing five people, the mayor said. "
             "The search ended on Wednesday with a final toll of seven dead, the mayor said.",
             main(killed=7), incidents(1)),
        true("A missile hit a hotel in Kherson, killing five people, local officials said. Local "
             "officials put the death toll at eight.", main(killed=8)),
        trap("A bomb hit a school in Kherson, killing five people, the mayor said. A rights "
             "group gave a death toll of eight.", main(killed=(5, 8))),
        trap("A shell hit a depot in Kherson, killing five people, local officials said. The "
             "ministry put the death toll at eight.", main(killed=(5, 8))),
    ],
    "one figure twice, far apart": [
        true("A Houthi shell hit a clinic in Marib on Tuesday, killing three people. A Russian "
             "missile killed three people in Idlib on Sunday.",
             main(killed=3, place="Marib"), second(killed=3, place="Idlib")),
        true("An Israeli drone hit a bakery in Nabatieh on Tuesday, killing four people. An RSF "
             "shell killed four people in Omdurman on Sunday.",
             main(killed=4, place="Nabatieh"), second(killed=4, place="Omdurman")),
        trap("A shell hit a mill in Marib on Tuesday, killing three people. The shell killed "
             "three people, a doctor in Sanaa said.", incidents(1)),
        trap("A bomb killed two porters in Gao on Monday. Two porters were killed, the mayor said.",
             main(killed=2), incidents(1)),
    ],
    "a day's dead of many places": [
        true("The ministry said 71 people were killed in the past 24 hours.",
             toll("killed", 71, scope="series"), incidents(0)),
        true("In the last 48 hours, 93 people were killed and 204 wounded, the ministry said.",
             toll("killed", 93, scope="series"),
             toll("injured", 204, scope="series"), incidents(0)),
        trap("A shell hit a bus in Kherson in the past 24 hours, killing 11 people.",
             main(killed=11)),
        trap("Two clerks were shot dead in Nikopol in the past 24 hours.", main(killed=2)),
    ],
    "a town a line, posts by the hour": [
        true("Overnight:\nIn Nikopol, six people were killed by a Russian drone.\n"
             "Beryslav: two people killed in Russian shelling.",
             main(killed=6, place="Nikopol"), second(killed=2, place="Beryslav")),
        true("08:10 - Two people killed in a strike on Kherson.\n10:40 - In Nikopol, five people "
             "were wounded when a drone hit a kiosk.\n13:05 - The death toll in Kherson has risen "
             "to four.", main(killed=4, place="Kherson"), second(injured=5, place="Nikopol")),
        trap("Nikopol: two people killed in shelling. Six were wounded.",
             main(killed=2, injured=6), incidents(1)),
        trap("07:25 - Two people killed in a strike on Kherson.\n10:40 - The death toll in "
             "Kherson has risen to four.", main(killed=4, place="Kherson"), incidents(1)),
    ],
    "one more of those whom a strike killed": [
        true("A drone hit a house in Nabatieh on Monday, killing five people. The body of "
             "another victim was found under the rubble on Wednesday.", main(killed=6)),
        true("An air strike on a house in Nabatieh on Monday killed five people. Two days later "
             "one more person died in hospital.", main(killed=6)),
        trap("Five people were killed in a strike on a house in Nabatieh on Monday. The toll rose "
             "to seven after two more bodies were found under the rubble.", main(killed=7)),
        trap("Seven people were killed in a strike on Nabatieh on Monday, two of whom died in "
             "hospital on Wednesday.", main(killed=7)),
    ],
    "one more of those in the headline": [
        true("A shell hit a clinic in Marib on Monday, killing six people, medics said. One more "
             "person died of his wounds overnight.", main(killed=7),
             title="Shell kills six in Marib"),
        true("A drone hit a mill in Taiz on Monday, killing three people, medics said. The body of "
             "another victim was found under the rubble on Wednesday.",
             main(killed=4, day="2024-05-06"), title="Drone kills three in Taiz",
             published="2024-05-08"),
        trap("A drone killed three people in Taiz on Monday. By Wednesday the toll had climbed to "
             "seven.", main(killed=7), title="Drone kills three in Taiz"),
        trap("Five of the wounded died overnight. The toll of the raid on Monday in Marib has "
             "risen to nine from four.", main(killed=9), title="Marib raid toll rises to nine"),
    ],
    "the day and doer of a strike": [
        true("A shell that struck a mill in Taiz on Monday killed four people, medics said.",
             main(killed=4, day="2024-05-06"), published="2024-05-08"),
        true("Six people died in a Ukrainian rocket attack on a depot in Kursk on Monday.",
             main(killed=6, party="Ukraine")),
        true("M23 rebels shelled a camp in Goma on Monday, killing six.",
             main(killed=6, party="M23"), title="M23 rebel shells kill six in Goma"),
        trap("A man who was hit by a shell on Monday killed four people in Taiz.",
             no("responsibility")),
        trap("Two people died in Kursk on Monday. Air defenses destroyed 31 drones on Tuesday.",
             main(killed=2, day="2024-05-06"), incidents(1), no("responsibility"),
             published="2024-05-08"),
    ],
    "since the war began": [
        true("The ministry says 1,930 people, most of them women, have died since the war began.",
             killed(1930, scope="cumulative", since="the war began", by="ministry"),
             killed(966, 1930, scope="cumulative", since="the war began", by="ministry",
                    part=1930), incidents(0)),
        true("It brings the number of people killed since the war began in May 2014 to 9,120.",
             killed(9120, scope="cumulative", since="the war began in May 2014"), incidents(0)),
        trap("The worst of all raids since the war began killed 190 people in Gao on Monday.",
             main(killed=190)),
        trap("The mission counts those killed since the invasion in February 2022. On 17 April, a "
             "shell killed nine people in Gao.", main(killed=9, day="2024-04-17"),
             published="2024-05-08"),
    ],
    "a month's dead by what killed them": [
        true("In April, violence killed 96 civilians in Yemen. Drones caused 31 deaths.",
             incidents(0)),
        true("The mission verified 96 civilians killed and 210 injured in April, more than in "
             "March, when 82 were killed.", incidents(0)),
        true("The army lost 420 soldiers, 12 tanks and 40 artillery systems over the past week.",
             killed(420, scope="series"), incidents(0)),
        trap("Drones killed 31 people in a raid on Gao in April.", main(killed=31)),
        trap("In April, rebels killed 31 people in Gao.", main(killed=31)),
    ],
    "elsewhere, in a town far away": [
        true("A strike on a shop in Baalbek on Monday killed five people. Elsewhere in the south, "
             "five people were killed in shelling of Tyre.",
             main(killed=5, place="Baalbek"), second(killed=5, place="Tyre")),
        true("A missile killed eight people in Nyala on Monday. In El Fasher, a 40-year-old woman "
             "was killed when a drone hit her car.",
             main(killed=8, place="Nyala"), second(killed=1, place="El Fasher")),
        true("A strike on a house in Jisr al-Shughur on Monday killed five people.",
             main(killed=5, place="Jisr al-Shughur")),
        trap("A raid killed seven people in Tarsk on Monday. A clinic put the dead at 11. A drone "
             "killed eight people in Nyala and an ambush three in El Fasher.",
             main(killed=(7, 11))),
        trap("A missile killed eight people in Nyala on Monday. Another died later in El Fasher.",
             main(killed=9), incidents(1)),
        trap("A drone killed nine people in Nyala on Monday. A second strike hit the site as "
             "rescuers arrived. Four of the dead were women.", main(killed=9), incidents(1)),
    ],
    "who else was said to be dead": [
        true("A strike on a house in Gao on Monday reportedly killed six to 12 people. The army "
             "said that the strike had killed 25 militants.", main(killed=(6, 12))),
        true("Four nurses were killed in Gao on Monday. A man who had been wounded in the raid "
             "died on Friday. Early reports had put the number of dead at four.", main(killed=5)),
        trap("The army said that it had killed 25 militants in Gao on Monday.", main(killed=25)),
        trap("Four nurses were killed in Gao on Monday. Early reports had put the number of dead "
             "at three.", main(killed=4)),
    ],
    "the town attacked again": [
        true("Rebels killed six people in Mopti on 3 May. Six more people were killed when Mopti "
             "was attacked again on 7 May.", main(killed=6, day="2024-05-03"),
             second(killed=6, day="2024-05-07"), published="2024-05-20"),
        true("Police left four people dead in Taiz on 2 May. The group also documented an attack "
             "on 7 May in Saada in which three people were killed.",
             main(killed=4), second(killed=3, place="Saada"), published="2024-05-20"),
        trap("Rebels killed six people in Mopti on 3 May. The six had come back to the town again.",
             main(killed=6), incidents(1), published="2024-05-20"),
        trap("Rebels killed six people in Mopti on 3 May. The group also documented the attack.",
             main(killed=6), incidents(1), published="2024-05-20"),
    ],
}  # fmt: skip
