"""Sieges: totals over many attacks and long spells, the wounded brought out, denials by whom."""

from __future__ import annotations

from pairs_rows import Row, blame, injured, killed, main, no, trap, true

ROWS: dict[str, list[Row]] = {
    "many attacks, or days on end": [
        true(
            "There have been 61 raids on clinics since the truce ended in May, killing 240 people.",
            no("killed", 240, scope="incident"),
        ),
        true(
            "Six days of bombardment have left 140 people dead.",
            no("killed", 140, scope="incident"),
        ),
        true(
            "June was the deadliest month since the siege began, with 260 people killed.",
            no("killed", 260, scope="incident"),
        ),
        trap("Jets carried out 30 strikes on the port on Monday, killing 14 people.", killed(14)),
        trap(
            "The raid, in the deadliest month of the war, killed 19 people on Monday.", killed(19)
        ),
        trap("Two days after the truce a shell left 14 people dead in Taiz.", killed(14)),
    ],
    "the wounded who are brought out": [
        true(
            "A shell hit a mill in Taiz on Tuesday, wounding 15 people. The Red Cross evacuated"
            " 40 wounded people from Marib.",
            main(injured=15),
        ),
        true(
            "Rockets hit a bridge in Taiz on Tuesday, wounding 15 people. The agency said 30"
            " injured children had been flown abroad.",
            main(injured=15),
        ),
        trap(
            "A mine blew up on a road in Taiz on Monday. Nine wounded men were airlifted to"
            " hospital.",
            injured(9),
        ),
        trap(
            "A blast wounded nine people in Taiz on Monday, who were evacuated to a clinic.",
            injured(9),
        ),
    ],
    "denied by whom": [
        true(
            "A shell killed four in Taiz on Monday. The accusation was denied by the Houthis.",
            blame("Houthis", "denies", by="Houthis"),
        ),
        true(
            "Gunners killed six in Taiz on Monday. Responsibility for the raid was denied by the"
            " Houthis.",
            blame("Houthis", "denies", by="Houthis"),
        ),
        trap(
            "Shells fell on Taiz on Monday. The convoy was denied entry by the Houthis.",
            no("responsibility"),
        ),
        trap(
            "Nine died in Taiz on Monday. They were denied care by the Houthis.",
            no("responsibility", stance="denies"),
        ),
    ],
}
