"""What adds up to the dead and the hurt, and what does not: history, kin, parts, sums."""

from __future__ import annotations

from pairs_rows import NO_TOLL, Row, incidents, killed, main, no, second, trap, true, victim

ROWS: dict[str, list[Row]] = {
    "what somebody killed had done": [
        true("A bandit wanted for the murder of 12 people was shot dead by police in Gao on"
             " Monday.",
             main(killed=1)),
        true("A smuggler who was wanted for the murder of 12 men was shot dead by police on"
             " Monday.",
             main(killed=1)),
        true("Police shot a rebel dead in Gao on Monday. He was wanted for the murder of 12"
             " people.",
             main(killed=1)),
        true("Dana Kolb died in jail on Monday. She was serving a life sentence for the murder of"
             " two"
             " maids.", main(killed=1)),
        true("A former colonel who oversaw the killing of 30 students was shot dead on Monday.",
             main(killed=1)),
        true("A cook was hanged on Monday for the murder of three maids.", main(killed=1)),
        trap("A gunman who killed three people in a shop in Gao on Monday was shot dead by police.",
             main(killed=4)),
        trap("Dana Kolb, accused of killing three maids on Monday, appeared in court on Friday.",
             main(killed=3)),
        trap("A cook shot himself dead on Monday. He was accused of killing two maids an hour"
             " earlier.",
             no("killed", 12), killed(2)),
        trap("Soldiers wanted peace. Twelve people died when a shell hit a mill in Gao on Monday.",
             main(killed=12)),
        trap("A man was charged on Tuesday with the murder of two maids in Gao on Monday.",
             main(killed=2)),
        trap("A guard was shot dead in Gao on Monday. A man was charged with the murder.",
             main(killed=1)),
    ],
    "two of one surname": [
        true("Ana Kolb, 24, was shot dead in Gao on Monday. Another victim, Ivan Kolb, 31, was"
             " killed"
             " as he fled.", main(killed=2)),
        true("Ana Kolb was shot dead in Gao on Monday. Ivan Kolb, 60, was also killed.",
             main(killed=2)),
        true("Ana Kolb, 24, was shot dead in Gao on Monday. Her mother, Rosa Kolb, 51, was"
             " wounded.",
             main(killed=1, injured=1)),
        trap("Robert Kolb, 40, was killed in Gao on Monday. Bob Kolb died at the scene.",
             main(killed=1)),
        trap("Ana Maria Kolb, 40, was killed in Gao on Monday. Maria Kolb died at the scene.",
             main(killed=1)),
        trap("Ana Kolb, 40, was killed in Gao on Monday. Anna Kolb, 41, was a nurse and died at"
             " home.",
             main(killed=1)),
    ],
    "one of theirs, in a list": [
        true("Four monks and one of their cooks and her child were killed in Gao on Monday.",
             main(killed=6)),
        true("Bandits killed four monks, one of their cooks and her child in Gao.", main(killed=6)),
        true("A teacher, one of her pupils and a guard were killed in Gao.", main(killed=3)),
        true("A farmer, two of his sons and one of his neighbors were killed.", main(killed=4)),
        true("Two of the judge's guards and his driver were killed.", main(killed=3)),
        trap("Four of the five people in the car were killed in Gao.", main(killed=4)),
        trap("Six were shot in Gao on Monday. Five of the six injured go to one school.",
             main(injured=6)),
        trap("Five men, one of them a guard, were killed in Gao.", main(killed=5)),
        trap("Ivan Kolb was one of the three people wounded in Gao.", main(injured=3)),
    ],
    "as many names as were counted": [
        true("Three of her children, Leo Kolb, 35, Ana Kolb, 27, and Eva Kolb, 25, were killed in"
             " Gao.",
             main(killed=3)),
        true("Two guards, Leo Brandt, 35, and Ivan Kolb, 27, were killed in Gao, along with a"
             " nurse.",
             main(killed=3)),
        trap("Two Russians, a Dane and three Swedes were killed in Gao.", main(killed=6)),
        trap("A guard, Ana Ruiz and Pedro Arce were killed in Gao.", main(killed=3)),
    ],
    "the other three": [
        true("Ana Kolb was shot dead in Gao on Monday. The other three victims were her brothers.",
             main(killed=4)),
        true("A maid was found strangled in Gao on Monday. The other three victims had been shot"
             " dead.",
             main(killed=4)),
        true("A maid was shot dead in Gao on Monday. The three other victims were identified as her"
             " sons.", main(killed=4)),
        trap("Four people died in Gao on Monday. The other three victims were her brothers.",
             main(killed=4)),
        trap("Ana Kolb was killed in Gao on Monday. The other three witnesses were her brothers.",
             main(killed=1)),
        trap("A nurse was killed and a cook was wounded in Gao. The other two victims were unhurt.",
             main(killed=1, injured=1)),
    ],
    "units and things that are people by a word beside them": [
        true("Twelve day laborers were killed in Gao on Monday.", main(killed=12)),
        true("Two foot soldiers were killed in Gao on Monday.", main(killed=2)),
        true("Five night watchmen and three meter readers were killed in Gao.", main(killed=8)),
        true("Three altar servers were killed in Gao.", main(killed=3)),
        true("Two farm hands were shot dead in Gao.", main(killed=2)),
        true("Davo Plask, who kept bees, was shot dead in Gao on Monday.", main(killed=1)),
        trap("Three hands were wounded by the saw, all on the left.", no("killed", 3)),
        trap("It was a five night siege, and one guard was killed in Gao.", main(killed=1)),
        trap("Three servers were hit by an outage in Gao.", NO_TOLL),
        trap("He was shot in both hands in Gao.", main(injured=1)),
        trap("A six foot man was killed in Gao.", main(killed=1)),
    ],
    "a sum told behind its parts": [
        true("Raiders hit two villages on Monday. Three were killed in Lom. Four were killed in"
             " Tarsk."
             " Seven were killed in all.", main(killed=7)),
        true("A bomb hit a market in Gao on Monday. Three people died at the scene. Four died in"
             " hospital. In all seven people were killed.", main(killed=7)),
        true("Raiders hit Lom and Tarsk on Monday. Five were killed in Lom and four in Tarsk. In"
             " all"
             " nine were killed in the two villages.",
             killed(5), killed(4), killed(9, scope="series"),
             main(killed=5), second(killed=4)),
        trap("A bomb hit a market in Gao on Monday. Three people died. Police said two had died. A"
             " month ago five people died in another attack.", no("killed", 10), main(killed=3)),
        trap("A bomb killed five people in Gao on Monday. Two of them were cooks and three were"
             " boys.",
             no("killed", 10), main(killed=5)),
    ],
    "day by day with one verb": [
        true("Sixty people were murdered on Friday and 50 on Saturday in Gao.",
             main(killed=60), second(killed=50)),
        true("Three men were shot dead on Friday and two on Saturday in Gao.",
             main(killed=3), second(killed=2)),
        trap("Three men were shot dead on Friday and two on Saturday were arrested in Gao.",
             no("killed", 2), main(killed=3)),
        trap("Five people were killed on Friday and 50 on Saturday fled Gao.",
             no("killed", 50), incidents(1)),
    ],
    "the year of a deed that is tried": [
        true("Five soldiers went on trial on Monday for the killing of 12 farmers in Tarsk in"
             " 1982.",
             main(killed=12)),
        true("Five soldiers were charged on Monday with the murder of nine farmers in 1982.",
             main(killed=9)),
        trap("Police recorded the murder of 412 women in 2023, and 30 men were charged.",
             killed(412, scope="series"), main(killed=None)),
        trap("The murder of 90 people in 2023 made it the worst year for the district.",
             killed(90, scope="series"), main(killed=None)),
    ],
    "told one by one, and who is alive": [
        true("Three people were found dead in a home in Gao on Monday. Ivo Sand, 31, was shot. A"
             " fourth"
             " victim, Ana Kolb, 24, is still being treated.", main(killed=3, injured=1)),
        true("A guard was shot dead in Gao on Monday, and a clerk was beaten to death.",
             main(killed=2)),
        trap("Police said on Monday that the raid in Gao left one person dead and that a guard"
             " had shot"
             " and killed a 17-year-old.", main(killed=1)),
        trap("Three people were killed in Gao on Monday. Ana Kolb was in a coma before she died.",
             main(killed=3)),
    ],
    "who took the picture, and what broadcasts": [
        true("Two people were killed and two hurt in Gao on Monday.", main(killed=2, injured=2),
             title="Two dead, two hurt in raid - TARN 3 News, Weather"),
        true("A father and a good Samaritan were shot dead in Gao.", main(killed=2)),
        trap("Photo: Paul Hart, Tarn Images Image 1 of 1 A girl, injured by a shell in Gao on"
             " Monday,"
             " was taken to a ward.", main(injured=1)),
        trap("Channel 5 News, which first told of it, said a cook was killed in Gao.",
             main(killed=1)),
    ],
    "nobody new, and somebody new": [
        true("Dana Orlo shot dead 41-year-old Hector Kolb and 3-year-old Julian Kolb in Gao on"
             " Monday.",
             main(killed=2), title="Man charged with killing Tarsk father and son"),
        true("A nurse and a young boy were shot dead in Gao on Monday. A priest prayed for this"
             " young"
             " man who lost his life.", main(killed=2)),
        true("Ivan Kolb was killed in Gao on Monday. Norman Burke was also shot.",
             main(killed=1, injured=1)),
        trap("A gunman shot a nurse dead in Gao on Monday. The gunman was also killed.",
             main(killed=2)),
        trap("Ivan Kolb was shot dead in Gao on Monday. Kolb was also hit in the leg.",
             main(killed=1, injured=None)),
        trap("A woman and a boy were shot in Gao on Monday. The boy died at once. The woman died on"
             " Tuesday.", main(killed=2)),
    ],
    "a boy of seven": [
        true("A nurse and a boy of seven were shot dead in Gao.", main(killed=2)),
        true("A boy of nine and a man of 60 were killed in Gao.", main(killed=2)),
        trap("Three of seven climbers were killed by a mine in Gao.", main(killed=3)),
        trap("A patrol of seven was ambushed in Gao, and two guards were killed.", main(killed=2)),
    ],
    "one dead, another hurt": [
        true("A boy is dead and another is hurt after a raid in Gao on Monday. A 15-year-old and a"
             " 16-year-old were taken to a hospital, where the elder died.",
             main(killed=1, injured=1),
             title="Boy dead, another hurt in raid"),
        true("One guard was killed and another was wounded in Gao on Monday.",
             main(killed=1, injured=1)),
        trap("One guard was killed and another two were wounded in Gao on Monday.",
             main(killed=1, injured=2)),
        trap("A guard was killed in Gao on Monday. Another, who was wounded, fled with three"
             " cooks.",
             main(killed=1, injured=1)),
    ],
    "by how many a toll rose": [
        true("The toll from Monday's blast in Gao rose by two to seven.", main(killed=7)),
        true("The number of people killed in Monday's blast in Gao has risen by five to 17.",
             main(killed=17)),
        trap("The toll from Monday's blast in Gao rose by two.", no("killed", 2)),
        trap("Two to seven people were killed in Monday's blast in Gao.", main(killed=(2, 7))),
    ],
    "whose own dead are of before": [
        true("A widow whose husband and three sons were killed in the war was shot dead in Gao on"
             " Friday.",
             main(killed=1)),
        true("A man whose brother was killed in a raid last year was shot dead in Gao on Friday.",
             main(killed=1)),
        true("A farmer who had lost four children in the siege was killed by a mine near Gao.",
             main(killed=1)),
        true("Gunmen on Friday shot dead a teacher whose two sons had been killed by the army.",
             main(killed=1)),
        true("A soldier who survived a blast that killed nine of his comrades was shot dead in Gao"
             " on Monday.", main(killed=1)),
        true("A soldier was killed by a mine in Gao on Monday. His unit was hunting the men who"
             " had killed nine villagers.", main(killed=1)),
        true("A lawyer defending those accused of killing five people was shot dead in Gao on"
             " Monday.", main(killed=1)),
        true("A witness in the trial of men who killed three nuns was shot dead in Gao.",
             main(killed=1)),
        trap("Police on Monday were hunting the gunmen who killed four people at a bar in Gao a"
             " day earlier.", main(killed=4)),
        trap("Four people were killed at a bar in Gao on Sunday. Police were looking for those who"
             " killed them.", main(killed=4)),
        true("Said to be quiet, Gao is home to a widow whose husband and three sons were killed in"
             " the war.", incidents(0)),
        trap("A man whose wife was killed in the same blast died in hospital in Gao on Friday.",
             main(killed=2)),
        trap("A shell hit a house in Gao on Friday, killing a man whose wife and son were wounded.",
             main(killed=1, injured=2)),
        trap("The gunman, who killed four people at a market in Gao, was shot dead by police.",
             main(killed=5)),
    ],
    "hours after others died elsewhere": [
        true("Ivo Tarn died in an exchange of fire in Gao on Sunday, hours after five were killed"
             " at a dance in Segou.", main(killed=1)),
        true("Ana Kolb was killed by a mine on Friday, just weeks after three of her colleagues"
             " were killed in Segou.", main(killed=1)),
        trap("Ivo Tarn died in hospital in Gao on Sunday, hours after he was shot.",
             main(killed=1)),
        trap("Nine people died in Gao hours after a bomb went off in a bus.", main(killed=9)),
    ],
    "a sixth died": [
        true("Five people were killed at a dance in Gao. A sixth died in hospital on Sunday.",
             main(killed=6)),
        true("Two guests were killed outright in Gao. A third guest, Ana Kolb, died on the"
             " operating table.", main(killed=3)),
        trap("Five people were killed at a dance in Gao. A sixth was shot in the leg.",
             main(killed=5, injured=1)),
        trap("Two men were hurt in a raid on Gao. A third man died.", main(killed=1)),
        trap("Five people were killed in Gao. A third of the dead were children.",
             main(killed=5)),
    ],
    "a strange name, and who its bearer is": [
        true("Gunmen killed Xolo Mbeku, a candidate for governor, and his driver in Gao on"
             " Friday.", main(killed=2)),
        true("A bomb killed Dragu Ilo, the deputy head of the court, and two guards.",
             main(killed=3)),
        true("The raid killed Yaw Bento, a teacher, and Kwamo Solt, a farmer.",
             main(killed=2)),
        true("Gunmen murdered Iliro Doko, the owner of a radio station in Gao, along with his"
             " wife.", main(killed=2)),
        true("Two guards, Ana Kolb and Oseyo Badu, died in Gao.",
             victim("killed", "Oseyo Badu"), main(killed=2)),
        true("A mine killed three deminers: Ana Kolb, Ivo Tarn and Pero Zico.",
             victim("killed", "Ivo Tarn"), victim("killed", "Pero Zico"), main(killed=3)),
        trap("Gunmen killed Xolo Mbeku, a candidate for governor and father of three, in Gao.",
             main(killed=1)),
        trap("Gunmen killed Xolo Mbeku, a candidate for governor, and burned his car.",
             main(killed=1)),
        trap("Nine people died near Bula Ifto, the governor said.",
             no("victim", name="Bula Ifto"), main(killed=9)),
        trap("Shells fell on a village called Bula Ifto, a nurse said, and killed nine people.",
             no("victim", name="Bula Ifto")),
        trap("The dead man was Ana Kolb, a clerk; a second man, Ivo Tarn, was wounded.",
             no("victim", outcome="injured", name="Ana Kolb")),
    ],
    "the attackers' own dead": [
        true("Gunmen attacked a village near Gao on Friday, killing 12 civilians. Soldiers killed"
             " five of the attackers.", main(killed=17)),
        true("Militants stormed a base in Gao and killed nine soldiers. Troops shot dead three of"
             " the gunmen.", main(killed=12)),
        true("Nine soldiers and 14 rebels were killed in Gao, the army said. The 14 rebels died"
             " when they tried to storm the gate.", main(killed=23)),
        trap("Gunmen killed 12 people in Gao on Friday. Five of the dead were soldiers.",
             main(killed=12)),
        trap("Seventeen people were killed in Gao on Friday. Five of the attackers were among the"
             " dead.", main(killed=17)),
        trap("Gunmen killed 12 people in Gao on Friday. Soldiers arrested five of the attackers.",
             main(killed=12)),
    ],
    "died later at, and the day after": [
        true("A bomb hit a bus in Idlib on Friday and wounded nine. Two died later at Antakya.",
             main(killed=2, place="Idlib")),
        true("Shops were shut in Basra on Sunday, the day after the bomb that killed nine.",
             main(killed=9, day="2024-05-11"), published="2024-05-14"),
        true("On Sunday, the day after the bomb at Mosul killed nine, mourners filled the mosque.",
             main(killed=9, day="2024-05-11"), published="2024-05-14"),
        trap("A guard died later in an explosion in Aleppo.", main(killed=1, place="Aleppo")),
        trap("Two men were shot dead in Basra on Sunday, the day after the bomb at Mosul.",
             main(killed=2, day="2024-05-12", place="Basra"), published="2024-05-14"),
    ],
    "three more, behind one": [
        true("A man was killed in Gao. Three more were found dead in a shed.", main(killed=4)),
        true("Two men were lying in the yard, one dead, one with burns. In the shed we found three"
             " more dead.", main(killed=4, injured=1)),
        trap("Three people were killed in Gao. A nurse was one of them.", main(killed=3)),
        trap("A nurse died in Gao. Two people were killed in all.", main(killed=2)),
        trap("Three robbers were shot dead in Gao. Two of the robbers died in a kitchen.",
             main(killed=3)),
    ],
    "told, and called false": [
        true("A post shared 40,000 times says that 150 people were killed in the raid on Gao. This"
             " is false. The hospital told us that 15 people died.", main(killed=15)),
        true("A message says that 30 soldiers were killed in Gao. The claim is wrong. Four soldiers"
             " were killed on Friday, the army said.", main(killed=4)),
        trap("The army said nine rebels were killed in Gao. The rebels called it a lie.",
             main(killed=9)),
        trap("Nine people were killed in Gao. It is false to say that they were rebels.",
             main(killed=9)),
    ],
    "fell in battle, and shot against a wall": [
        true("Two sergeants fell in the fighting near Gao.", main(killed=2)),
        true("The army mourns Sergeant Adel Najm and Private Omar Sidi, who fell in battle.",
             main(killed=2)),
        true("Seventeen hostages were shot against the church wall in Gao.", main(killed=17)),
        trap("The town fell in the fighting.", no("toll"), no("victim")),
        trap("Two men were shot near the wall of the camp.", main(killed=None, injured=2)),
        trap("A raid killed Ana Kolb's (left) unborn child.", no("victim", name="Ana Kolb")),
    ],
    "a second person by what he is": [
        true("Ana Kolb, a surgeon, was shot dead at her gate in Gao on Friday. Her watchman, who"
             " tried to close the gate, was also killed.", main(killed=2)),
        true("A rider, Luis Prado, died in hospital in Gao. A spectator who was standing at the"
             " corner was killed as well.", main(killed=2)),
        true("Gunmen shot dead a judge in Gao on Friday. They killed his clerk as he ran to the"
             " door.", main(killed=2)),
        true("The driver was killed when a mine went off near Gao. A farmer who was ploughing 60 m"
             " from the track was killed by a wheel.", main(killed=2)),
        trap("Ana Kolb, a nurse, was shot dead in Gao on Friday. The mother of two was killed as"
             " she left work.", main(killed=1)),
        trap("Police shot Ana Kolb dead in Gao. Her son was wounded. Her son Ivo was also wounded,"
             " a guard said.", main(killed=1, injured=1)),
        trap("A policeman was shot dead in Gao. The officer was killed as he left a bar.",
             main(killed=1)),
        trap("A man was shot dead in Gao on Friday. The teacher, 41, died at the scene.",
             main(killed=1)),
        trap("Two people were killed in Gao. A guard died at the gate. A cook died in hospital.",
             main(killed=2)),
    ],
    "who speaks, told after a day": [
        true("At least four people were killed when the market in Gao was hit on Friday, Ana Kolb,"
             " the head of the hospital, wrote.", main(killed=(4, None))),
        true("Six were wounded in Gao when a school was hit on Monday, Lena Orsk, its director,"
             " said.", main(injured=6)),
        trap("Gunmen on Friday killed Ana Kolb, the head of the hospital, in Gao.",
             main(killed=1)),
        trap("Two people were killed in Gao on Friday, Ana Kolb, the head of the hospital, and her"
             " driver.", main(killed=2)),
    ],
}  # fmt: skip
