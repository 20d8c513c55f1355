"""Where and when: the incident's own place and day, not the dateline's or the speaker's."""

from __future__ import annotations

from pairs_rows import Row, main, trap, true

MONDAY = "2023-05-15"

ROWS: dict[str, list[Row]] = {
    "dateline": [
        true("ABUJA, May 15 - A bomb killed six people in Maiduguri on Sunday.",
             main(place="Maiduguri", day="2023-05-14"), published=MONDAY),
        true("KHARTOUM (Own correspondent) - Raiders killed nine herders near Nyala on Saturday.",
             main(place="Nyala", day="2023-05-13"), published=MONDAY),
        trap("NAIROBI, May 15 - Nine people were shot dead on Sunday in Garissa, police said.",
             main(place="Garissa", day="2023-05-14"), published=MONDAY),
        trap("GENEVA - Shelling killed two nurses in Kharkiv on Friday, the agency said.",
             main(place="Kharkiv", day="2023-05-12"), published=MONDAY),
    ],
}  # fmt: skip
