"""The page: capitals, datelines, captions, furniture, odd characters; spans still exact."""

from __future__ import annotations

from pairs_rows import NOBODY, OPEN, Row, injured, killed, main, trap, true

ROWS: dict[str, list[Row]] = {
    "capitals": [
        true("UNIDENTIFIED GUNMEN KILLED THREE FARMERS NEAR SAN LORENZO YESTERDAY.", killed(3)),
        true("AT LEAST TEN POLICEMEN WERE WOUNDED WHEN A BOMB WENT OFF.", injured(10, OPEN)),
        trap("THE COMMITTEE KILLED THREE AMENDMENTS ON FARM SUBSIDIES.", NOBODY),
        trap("TEN POLICEMEN WERE DECORATED BY THE MINISTER.", NOBODY),
    ],
    "boilerplate": [
        true("Share this story\n\nA mine killed two boys on Friday.\n\nFollow us on Chirper",
             main(killed=2)),
        true("We use cookies. Accept all\n\nRockets killed four people in Homs.\n\nRead more",
             main(killed=4)),
        trap("Related: Bus bombing kills 23 in Tamrin\n\nThe council met on Friday.", NOBODY),
        trap("Most read\n\n1. Gunman kills three\n\n2. Ferry sinks, 40 dead\n\nSign up", NOBODY),
    ],
}  # fmt: skip
