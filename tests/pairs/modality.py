"""Harm that did not happen, or not to people: denied, feared, planned, staged, played, likened."""

from __future__ import annotations

from pairs_rows import NO_TOLL, NOBODY, Row, killed, trap, true

ROWS: dict[str, list[Row]] = {
    "denied": [
        true("The army denied that shelling had hit Karsa, where nine people were killed.",
             killed(9)),
        true("A bomb killed nine in Karsa. The army denied any part in it.", killed(9)),
        trap("The army denied having killed nine villagers in Karsa.", NO_TOLL),
        trap("It is not true that nine villagers were killed, the colonel said.", NO_TOLL),
    ],
    "films and games": [
        true("Gunmen burst into a cinema in Lodrin and shot dead six people.", killed(6)),
        true("Two people were killed when a mob torched a video shop.", killed(2)),
        trap("In the film, a sniper kills six people before breakfast.", NOBODY),
        trap("Players score double when they kill two guards in one move of the game.", NOBODY),
    ],
}  # fmt: skip
