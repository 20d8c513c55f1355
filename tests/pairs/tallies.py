"""Tallies: figures of some, of two, of kin, of those who died later, and of another time."""

from __future__ import annotations

from pairs_rows import NO_TOLL, OPEN, Row, main, no, toll, trap, true

ROWS: dict[str, list[Row]] = {
    "a killing of years ago, told of the place or of who did it": [
        true(
            "A bomb killed two guards in Gao on Sunday at the market where 40 people died in a "
            "blast ten years ago.",
            main(killed=2),
        ),
        true(
            "Two men were shot dead in Lagos on Monday by a gang that killed six people in 2014.",
            main(killed=2),
        ),
        true(
            "A strike killed three people on Monday in Tarsk, where troops executed 90 civilians "
            "in 2022.",
            main(killed=3),
        ),
        trap(
            "Nine people died in 2014 in a raid that killed six guards.",
            no("toll", low=9, scope="cumulative"),
        ),
        trap(
            "Gunmen have killed 400 people in a conflict that has troubled the valley since 2014.",
            no("toll", low=400, scope="incident"),
        ),
    ],
    "an attack ranked among others": [
        true(
            "It was the second such attack in a week: on Monday a bomb killed four in Gao.",
            main(killed=4),
        ),
        true(
            "The third blast in a month killed three people and injured seven in Gao on Sunday.",
            main(killed=3, injured=7),
        ),
        trap(
            "Attacks in Gao have killed three people in a month.",
            no("toll", low=3, scope="incident"),
        ),
        trap(
            "Bandits killed three people a week in the district.",
            no("toll", low=3, scope="incident"),
        ),
    ],
    "some of a whole": [
        true("Two of five hostages were killed in a raid in Jolo on Monday.", main(killed=2)),
        true("Three out of nine miners were shot dead in Jolo on Monday.", main(killed=3)),
        true("Five of a family were hacked to death in Ranchi on Monday.", main(killed=5)),
        trap("A family of five fled Jolo on Monday.", NO_TOLL),
        trap("Some 40 families fled Jolo after a raid on Monday.", no("toll", low=40)),
    ],
    "two by their noun": [
        true("Twin brothers were shot dead in Kano on Monday.", main(killed=2)),
        true(
            "The eight-year-old twins were killed by shelling in Tarsk on Tuesday.", main(killed=2)
        ),
        trap("A mother of twins was shot dead in Kano on Monday.", main(killed=1)),
        trap("One of the twins was shot dead in Kano on Monday.", main(killed=1)),
    ],
    "one more trade": [
        true("A ropewalker was killed by a mine near Izium on Monday.", main(killed=1)),
        true(
            "Gunmen killed the monarch, his wife and two palace guards in Kogi on Monday.",
            main(killed=4),
        ),
        trap("A mine killed a tiger near Izium on Monday.", NO_TOLL),
        trap("A transformer was hit near Izium on Monday.", NO_TOLL),
    ],
    "those of the hurt who died": [
        true(
            "Five people were hurt in a grenade attack in Imphal on Monday, one of whom later "
            "died.",
            main(killed=1, injured=4),
        ),
        true(
            "Three constables were injured in a blast in Bijapur on Monday. Two of them succumbed "
            "to their injuries at hospital.",
            main(killed=2, injured=1),
        ),
        trap(
            "Five people were killed and nine hurt in Imphal on Monday. Two of the dead were "
            "nurses.",
            main(killed=5, injured=9),
        ),
        trap(
            "At least five labourers, two of whom were cousins, were killed and nine hurt in "
            "Imphal on Monday.",
            toll("killed", 5, OPEN),
            main(injured=9),
        ),
    ],
}
