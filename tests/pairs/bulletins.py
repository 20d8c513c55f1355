"""Bulletins of agencies and radio monitoring: groups with initials, acts without dead."""

from __future__ import annotations

from pairs_rows import Row, blame, no, trap, true

NOBODY_BLAMED = no("responsibility")

ROWS: dict[str, list[Row]] = {
    "a group with its initials in brackets": [
        true("Meadow Commando Force [MCF] guerrillas killed nine farmers near Gao.",
             blame("Meadow Commando Force (MCF)")),
        true("NINE FARMERS WERE KILLED NEAR GAO BY THE PEOPLE'S DAWN FRONT [PDF].",
             blame("People's Dawn Front (PDF)")),
        true("Nine farmers were killed near Gao by the 18 March Movement.",
             blame("18 March Movement")),
        trap("Nine farmers were killed near Gao. The Meadow Bank Trust [MBT] sent help.",
             NOBODY_BLAMED),
        trap("Nine farmers were killed near Gao, the Meadow Herders Union [MHU] said.",
             NOBODY_BLAMED),
        trap("Nine farmers were killed near Gao on 18 March. Movement on the road was slow.",
             NOBODY_BLAMED),
        trap("Nine farmers died near Gao. A ferry laid up by Meadow Bank Lines [MBL] was burned.",
             NOBODY_BLAMED),
    ],
}  # fmt: skip
