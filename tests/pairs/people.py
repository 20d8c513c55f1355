"""Who is counted: status, side, age, sex and role; part and whole; named victims."""

from __future__ import annotations

from pairs_rows import NOBODY, Row, injured, killed, no, trap, true, victim

ROWS: dict[str, list[Row]] = {
    "soldiers": [
        true("A roadside bomb killed four Chadian soldiers near Bol.",
             killed(4, status="combatant", side="Chadian")),
        true("Two conscripts were wounded at the Sarik pass.", injured(2, status="combatant")),
        trap("Four soldiers carried the coffin of the old king.", NOBODY),
        trap("Soldiers said four people were killed.", no("killed", status="combatant")),
    ],
    "named victims": [
        true("Miriam Adeyo, 31, a schoolteacher, was stabbed to death in Kisaru.",
             victim("killed", "Miriam Adeyo", years=31), killed(1)),
        true("Gunmen shot dead the parish priest, Tomasz Wielk, on his doorstep.",
             victim("killed", "Tomasz Wielk"), killed(1)),
        trap("Miriam Adeyo, 31, a schoolteacher, said two men had died.",
             no("victim", name="Miriam Adeyo")),
        trap("Inspector Tomasz Wielk is leading the murder inquiry.", NOBODY),
    ],
}  # fmt: skip
