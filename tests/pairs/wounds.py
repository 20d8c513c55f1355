"""Wounds and deaths told by how somebody fares: a condition, care, shots that strike, an age."""

from __future__ import annotations

from pairs_rows import NOBODY, OPEN, Row, casualties, injured, killed, no, trap, true

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
        trap("The suspect in the non-fatal shooting was held on Monday.", NOBODY),
        trap("A fatal shooting killed a nurse in Orrin.", killed(1)),
        trap("The infant death rate fell in the year of the raids.", NOBODY),
    ],
}
