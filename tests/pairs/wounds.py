"""Wounds and deaths told by how somebody fares: a condition, care, shots that strike, an age."""

from __future__ import annotations

from pairs_rows import NOBODY, OPEN, Row, casualties, injured, killed, main, no, trap, true

ROWS: dict[str, list[Row]] = {
    "a condition with no verb": [
        true("A drive-by shooting in Orrin left a baby girl in critical condition.", injured(1)),
        true(
            "A man shot at the porch, killing a boy and leaving his aunt in serious condition.",
            killed(1),
            injured(1),
        ),
        true("The market is shut.", injured(1), title="Clerk in guarded condition after blast"),
        trap("The raid left the bridge in critical condition.", NOBODY),
        trap("The clerk was flown to Mount Ardis in critical condition.", injured(1)),
        trap("The shooting left a clerk angry at the critical condition of the law.", NOBODY),
    ],
    "care in other words": [
        true("A clerk is fighting for his life after a shooting.", injured(1)),
        true("Two guards remain hospitalized after the raid.", injured(2)),
        true("The girl is still on life support after the shelling.", injured(1)),
        true("Police found a man suffering from a gunshot wound.", casualties(1)),
        true("A clerk suffered from burns after the blast.", injured(1)),
        true("The market is shut until noon.", injured(1), title="Clerk critical after shooting"),
        true(
            "Alder Street is shut until noon.",
            injured(1),
            title="Chief: Deputy serious but stable after Sunday shooting",
        ),
        trap(
            "Alder Street is shut until six.",
            NOBODY,
            title="Clerk serious about guns after shooting",
        ),
        trap("The senator is fighting for his political life after the attack.", NOBODY),
        trap("The club is fighting for its life since the raid.", NOBODY),
        trap("Eleven wounded men, mostly suffering from cuts, were brought in.", injured(11)),
        trap("The nurse is on life support duty at the clinic.", NOBODY),
        trap(
            "The market is shut for a day.", NOBODY, title="Clerk critical of police after shooting"
        ),
    ],
    "listed in a condition": [
        true(
            "One woman is dead, and two men are listed in critical condition.",
            killed(1),
            injured(2),
        ),
        true("Two clerks were listed in guarded condition after the raid.", injured(2)),
        trap("Two clerks were listed as witnesses of the raid.", NOBODY),
        trap("Two houses were listed in fair condition after the raid.", NOBODY),
    ],
    "struck by what was fired": [
        true("A man fired into the yard, striking six people.", casualties(6)),
        true("A stray bullet strikes a girl on her porch.", casualties(1)),
        trap("A man fired into the yard, striking two cars.", NOBODY),
        trap(
            "A man shot at his son, Ivo, and fired again, striking him in the arm.",
            no("casualties", 2),
        ),
        trap("The idea strikes a girl on her porch.", NOBODY),
    ],
    "ages in short": [
        true("A 2 yo boy was shot dead in Orrin.", killed(1)),
        true("Police found a 30 y/o man shot dead.", killed(1)),
        trap("Police found 30 young men shot dead.", killed(30)),
        trap("Police found 2 yogis shot dead in Orrin.", no("killed", 30)),
    ],
    "a fatal event": [
        true("Police have named a suspect in a fatal drive-by shooting in Orrin.", killed(1, OPEN)),
        true("Police look into the infant death on Alder Street.", killed(1)),
        true(
            "The street was open again at noon.",
            killed(1, OPEN),
            title="Alder Street homicide victim named; two sought",
        ),
        true("A trial opened on Monday over the Orrin murder last year.", killed(1, OPEN)),
        trap("Names will be read at six.", NOBODY, title="Orrin shooting victims named"),
        true("He was held at six.", killed(1, OPEN), title="Man held in Orrin shooting death"),
        trap("Homicide detectives were asked to look into the Orrin raid.", NOBODY),
        trap("The council spoke of violence and murder in the town.", NOBODY),
        trap("Torture, murder and arson were the methods of the militia.", NOBODY),
        trap("An actor plays a clerk in a murder mystery.", NOBODY),
        trap("A man in Orrin was charged with attempted murder.", NOBODY),
        trap("A clerk was hurt. The shooting victim is 40.", injured(1)),
        trap("The suspect in the non-fatal shooting was held on Monday.", NOBODY),
        trap("A fatal shooting killed a nurse in Orrin.", killed(1)),
        trap("The infant death rate fell in the year of the raids.", NOBODY),
    ],
    "a headline's list behind a verb": [
        true(
            "The night is past.",
            casualties(4),
            title="Night shooting leaves boy, 3 others shot in Orrin",
        ),
        true("The square is shut.", killed(2), title="Blast leaves guard, clerk dead"),
        trap("Police found four victims, Ruiz and Prado died.", no("killed", 4)),
        trap("Medics found four victims, and Ruiz and Prado died.", no("killed", 6)),
    ],
    "victims of shots": [
        true("Officers found four shooting victims in a yard.", casualties(4)),
        true("Two gunshot victims came to a clinic in Orrin.", casualties(2)),
        trap("The mayor spoke for the two shooting victims.", NOBODY),
        trap(
            "The town has had 30 shooting victims this year.",
            no("casualties", 30, scope="incident"),
        ),
    ],
    "a life that one takes oneself": [
        true("Police said that a boy had taken his own life.", killed(1)),
        true("A man shot two clerks before taking his own life.", casualties(2), killed(1)),
        trap("A man tried to take his own life after he had shot a clerk.", no("killed")),
        trap("A clerk took his own lunch to the shot guard.", no("killed")),
    ],
    "treatment of a wound": [
        true("A girl went to a clinic for treatment of a gunshot wound to the leg.", injured(1)),
        true("A guard sought treatment for bullet wounds.", injured(1)),
        trap("Surgeons give treatment for gunshot wounds.", NOBODY),
        trap("A guard went to a clinic for treatment of a cold.", NOBODY),
    ],
    "who shot is not shot": [
        true("It is over.", killed(1), title="No charges against boy who shot, killed friend"),
        true("The inquiry is shut.", injured(1), title="Guard who shot, wounded teen is cleared"),
        trap("His name is out.", killed(1), title="Man who was shot, killed in Orrin is named"),
        trap("The yard is shut.", killed(1), title="Man shot, killed in Orrin"),
    ],
    "a list whose and is read": [
        true("A maid, her son and a girl were found dead in the house.", killed(3)),
        true("Six boys, a teacher and a cook were killed.", killed(8)),
        trap("According to officials, two men and a boy were killed.", main(killed=3)),
        trap("Two guards, a sergeant and a captain, were killed.", main(killed=2)),
    ],
    "wanted for what he did": [
        true("A man wanted for the murder of 12 people was shot dead.", main(killed=1)),
        true("A rebel wanted over the murder of nine monks was killed in Orrin.", main(killed=1)),
        trap("A man convicted of killing three was stabbed to death in jail.", main(killed=1)),
        trap("The rebels wanted to kill 12 people in Orrin.", NOBODY),
    ],
    "whose kin, after a bare mark": [
        true("Two are held for the killing of Danny Reyes' youngest son in Orrin.", killed(1)),
        true("Two are held for the shooting of Danny Reyes’ 9-year-old son.", casualties(1)),
        trap("Two are held for the killing of Danny Reyes.", killed(1)),
        trap(
            "Two are held for the killing of Danny Reyes' 9-year-old son.",
            main(killed=1),
            no("victim", name="Danny Reyes"),
        ),
    ],
}
