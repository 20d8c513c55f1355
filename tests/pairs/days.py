"""When: the day of the deed, not of the words, courts and claims about it."""

from __future__ import annotations

from pairs_rows import Row, incidents, main, no, second, trap, true

MONDAY = "2023-05-15"  # the day of publication of most rows

ROWS: dict[str, list[Row]] = {
    "a day behind a place, in courts and at protests": [
        true("A court convicted a former colonel over the killing of nine millers in Gao on "
             "14 April 2019.", main(killed=9, day="2019-04-14"), published=MONDAY),
        trap("A court on 12 May 2023 convicted a former colonel over the killing of nine millers "
             "in Gao.", no("when", first="2023-05-12"), published=MONDAY),
        trap("A former colonel was charged on 12 May 2023 over the killing of nine millers in "
             "Gao.", no("when", first="2023-05-12"), published=MONDAY),
        true("Two men were killed when police fired at a protest on 4 May 2023 in Gao.",
             main(killed=2, day="2023-05-04"), published=MONDAY),
    ],
    "hours just past": [
        true("Gunmen shot two millers dead in Gao in the past few hours.",
             main(killed=2, day=MONDAY), published=MONDAY),
        true("In recent hours rebels blew up a bridge near Gao.", main(day=MONDAY),
             published=MONDAY),
        true("Omar Reyes, a smuggler, was arrested in Gao during the past few hours. Shortly after "
             "Ana Ruiz's assassination he had fled to Mali. The detectives arrested him last night "
             "at an inn in Gao.", main(killed=1, place=None), published=MONDAY),
        true("Shelling in the last three hours killed two people in Gao.",
             main(killed=2, day=MONDAY), published=MONDAY),
        true("Two men were shot dead in Gao in the last 24 hours.",
             main(killed=2, first="2023-05-14", last=MONDAY), published=MONDAY),
        trap("In the last few hours of the siege shells killed two people in Gao.", no("when"),
             published=MONDAY),
        trap("The fire burned for two hours; two men were shot dead in Gao.", no("when"),
             published=MONDAY),
        trap("In the next few hours the army will shell Gao, where mines killed two.", no("when"),
             published=MONDAY),
    ],
    "a day behind the site": [
        true("Gunmen killed 14 people, six of them girls, at an army-run school in Gao on Sunday.",
             main(killed=14, day="2023-05-14"), published=MONDAY),
        true("Shells killed nine people, six of them women, at a ceremony in Gao on Sunday.",
             main(killed=9, day="2023-05-14"), published=MONDAY),
        trap("Mourners wept at a funeral on Sunday for two men killed by a shell in Gao.",
             no("when", first="2023-05-14"), published=MONDAY),
        trap("A bomb killed nine people in Gao, a minister told a meeting on Sunday.",
             no("when", first="2023-05-14"), published=MONDAY),
    ],
    "what those hit were doing then": [
        true("Nine were killed in a raid on people gathering wood near Homs on Sunday.",
             main(day="2023-05-14"), published=MONDAY),
        true("Nine were killed when jets bombed a hall where a wake was being held on Sunday.",
             main(day="2023-05-14"), published=MONDAY),
        true("Shells killed nine in a crowd that had gathered near the mill on Sunday.",
             main(day="2023-05-14"), published=MONDAY),
        trap("Nine were killed by a man who had been released on Sunday.", no("when"),
             published=MONDAY),
        trap("A mine killed nine guards training for a parade planned for Sunday.", no("when"),
             published=MONDAY),
    ],
    "an older attack called by its date": [
        true("A strike killed 45 people in Rafah on Sunday. The October 7 attack killed 1,200.",
             main(killed=45, day="2023-05-14"), second(killed=1200), published=MONDAY),
        true("A raid in Rafah killed 45. It hit two tents on Sunday. The 7 October attacks killed"
             " some 1,200 people in Israel.", main(killed=45, day="2023-05-14"), published=MONDAY),
        trap("A strike killed 45 people on 7 May. The May 7 strike hit two tents.",
             main(killed=45, day="2023-05-07"), incidents(1), published=MONDAY),
        trap("A man was held on Sunday. He is charged in the May 7 raid on a club in Gao that hurt"
             " ten.", main(injured=10, day="2023-05-07"), published=MONDAY),
        trap("A strike hit two tents in Homs. The May 7 strike killed 45 people.",
             main(killed=45, day="2023-05-07"), incidents(1), published=MONDAY),
    ],
    "what was thrown that day": [
        true("A grenade thrown into a shop in Gao on Sunday left two dead.",
             main(day="2023-05-14"), published=MONDAY),
        true("Nine were killed when shells struck a market in Gao on Saturday.",
             main(day="2023-05-13"), published=MONDAY),
        trap("A grenade left two dead in a shop that opened in Gao on Sunday.",
             no("when", first="2023-05-14"), published=MONDAY),
        trap("Nine were killed when shells struck Gao, an envoy said on Sunday.",
             no("when", first="2023-05-14"), published=MONDAY),
    ],
    "a title that is a day": [
        true("Two rockets hit a depot in Mykolaiv, killing nine.",
             main(day="2022-03-18", place="Mykolaiv"), title="Friday, 18 March 2022",
             published="2022-03-20"),
        trap("Two rockets hit a depot in Mykolaiv on Wednesday, killing nine.",
             main(day="2022-03-16"), title="Friday, 18 March 2022", published="2022-03-18"),
        true("A mine killed four herders near Mopti.", main(day="2022-05-06", place="Mopti"),
             title="6 May 2022", published="2022-05-08"),
        trap("A mine killed four herders near Mopti on 4 May 2022.", main(day="2022-05-04"),
             title="6 May 2022", published="2022-05-08"),
    ],
    "the day of a claim": [
        true("A bomb killed nine people in Kabul on Friday. The Tarn Front claimed responsibility "
             "on Saturday.", main(day="2023-05-05"), published="2023-05-10"),
        true("The Tarn Front claimed responsibility for a bombing on Saturday that killed nine.",
             main(day="2023-05-06"), published="2023-05-10"),
        trap("The Tarn Front claimed responsibility on Saturday for the attacks that killed 127 "
             "people in Paris.", no("when"), published="2023-05-10"),
        trap("The Tarn Front on Saturday claimed responsibility for the attack that killed nine "
             "people in Kabul.", no("when"), published="2023-05-10"),
    ],
    "a day of each verb": [
        true("A judge on Wednesday found cause in the shooting death of a clerk on the quay in "
             "Orrin Tuesday night.", main(day="2017-03-07"), published="2017-03-09"),
        true("A man was charged with an offense following an accidental shooting that happened "
             "inside a car parked on Elm Road at 10 p.m. Sunday. A boy was hurt.",
             main(day="2017-03-05"), published="2017-03-09"),
        trap("A judge on Wednesday ruled in the shooting death of a clerk.", no("when"),
             published="2017-03-09"),
        trap("A jury on Thursday convicted a man in the stabbing death of two porters.",
             no("when"), published="2017-03-10"),
    ],
}  # fmt: skip
