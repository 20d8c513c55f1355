"""Counting forms: active, passive, nominal, participial, elliptic, lists, zeros, later deaths."""

from __future__ import annotations

from pairs_rows import NO_TOLL, NOBODY, OPEN, Row, injured, killed, no, trap, true

ROWS: dict[str, list[Row]] = {
    "active": [
        true("Bandits killed eleven millet traders on the Dorre road.", killed(11)),
        true("A landmine near Velika Gora maimed two shepherds.", injured(2)),
        trap("The upper house killed eleven tax bills in one sitting.", NOBODY),
        trap("The frost killed about 300 lambs above Velika Gora.", NO_TOLL),
    ],
    "participial": [
        true("A lorry bomb tore through the depot, killing at least 17.", killed(17, OPEN)),
        true("Mortars fell on the ferry queue, leaving five dead and eight hurt.",
             killed(5), injured(8)),
        trap("The court struck out the case, killing five appeals at a stroke.", NOBODY),
        trap("Mortars fell on the ferry queue, leaving five craters and no one hurt.",
             no("injured", 5), no("killed", 5)),
    ],
}  # fmt: skip
