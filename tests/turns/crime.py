"""Accounts of one shooting or stabbing as local papers and stations of the United States tell them.

What happened is drawn first: who was killed and who hurt, where and when. The account then tells it
whole or by halves, in title, lead and scene, and turns stand behind it that must not move it.
"""

from __future__ import annotations

import random

from crime_beside import OTHERS
from crime_frames import FRAMES
from crime_making import DAYS, SITES, STATIONS, STREETS, TOWNS, Making
from crime_people import drawn
from expected import Account

_SHAPES = (
    (1, 0), (1, 0), (0, 1), (0, 1), (1, 1), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (2, 0), (2, 0),
    (0, 2), (0, 2), (0, 3), (0, 4), (2, 1), (2, 2), (2, 3), (3, 0), (3, 1), (1, 4), (0, 5),
)  # fmt: skip


def composed(lot: random.Random) -> Account:
    """Return one account."""
    dead, hurt = lot.choice(_SHAPES)
    when, day = lot.choice(DAYS)
    made = Making(
        town=lot.choice(TOWNS), people=drawn(lot, dead, hurt), when=when, day=day,
        street=lot.choice(STREETS), site=lot.choice(SITES), knife=lot.random() < 0.2,
    )  # fmt: skip
    frame = lot.choice(tuple(FRAMES))
    made.turns.append(frame)
    title, opening = FRAMES[frame](made, lot)
    sentences = [opening]
    for name in lot.sample(sorted(OTHERS), lot.randint(1, 4)):
        made.turns.append(name)
        sentences.append(OTHERS[name](made, lot))
    dateline = lot.choice(
        (f"{made.town[1]} ({lot.choice(STATIONS)}) — ", f"{made.town[1]} - ", "", "")
    )
    text = dateline + "\n\n".join(s for s in sentences if s)
    return Account(text, made.incidents(), made.turns, title)
