"""Scope: incident, cumulative, series and stock; background; which mention belongs where."""

from __future__ import annotations

from pairs_rows import Row, incidents, killed, main, no, second, trap, true

ROWS: dict[str, list[Row]] = {
    "background": [
        true("A bomb killed three in Dalgor on Friday. In a similar attack last year 12 died.",
             main(killed=3)),
        true("Four porters were shot dead at the pass. A year ago nine died in a raid there.",
             main(killed=4)),
        trap("In a similar attack last year 12 died.", main(killed=None)),
        trap("The square where 40 students were massacred in 1979 reopened on Monday.",
             incidents(0)),
    ],
    "two incidents": [
        true("Six people died in a blast in Homs on Monday. On Tuesday two were shot in Idlib.",
             main(killed=6), second(killed=None)),
        true("Three nuns were shot dead in Gao on Monday. On Friday a bomb killed five in Mopti.",
             main(killed=3), second(killed=5)),
        trap("A bomb killed six in Homs on Monday. The blast also wrecked a bakery in the town.",
             incidents(1)),
        trap("Three nuns were shot dead in Gao. The killings shocked Mali.",
             incidents(1), no("killed", 6), killed(3)),
    ],
}  # fmt: skip
