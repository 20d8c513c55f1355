"""Rows that are still read wrongly, by their text, each with the reason; strike what is mended."""

from __future__ import annotations

_FURNITURE = "links to other stories between the story's own lines are read as part of it"
_NOT_SO = "words that deny stand above the clause that tells of harm"
_PLAYED = "the word that says it is a game stands after the harm"

MISSES: dict[str, str] = {
    "Related: Bus bombing kills 23 in Tamrin\n\nThe council met on Friday.": _FURNITURE,
    "Most read\n\n1. Gunman kills three\n\n2. Ferry sinks, 40 dead\n\nSign up": _FURNITURE,
    "It is not true that nine villagers were killed, the colonel said.": _NOT_SO,
    "Players score double when they kill two guards in one move of the game.": _PLAYED,
    "ABUJA, May 15 - A bomb killed six people in Maiduguri on Sunday.": (
        "the dateline's day is taken before the sentence's own"
    ),
}
