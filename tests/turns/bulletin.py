"""Bulletins of a civil conflict put together by lot: several acts, each with its day and town.

A bulletin tells acts one after another: some kill, some only destroy; between them stand who claims
or denies which, details of one act, threats, condemnations, what was done years before. One in
four tells of no victims at all: talks, threats, arms found, murders named in a speech. Most are
written in capitals, as they came over the wire.
"""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING

from bulletin_acts import ACTS
from bulletin_making import LANDS, MONTHS, NAMES, SENDERS, SPEAKERS, Act, Making
from bulletin_turns import QUIET, TURNS
from expected import Account, Expected
from wording import capital

if TYPE_CHECKING:
    import random


_NOBODY = {None, (0, 0)}
_HARMLESS: Expected = {"killed": _NOBODY, "injured": _NOBODY}


def composed(lot: random.Random) -> Account:
    """Return one bulletin; what it must come to has the letters that it is written in."""
    sent, towns, people, groups = lot.choice(LANDS)
    made = Making(
        today=date(lot.randint(1987, 1999), lot.randint(1, 12), lot.randint(1, 28)),
        capital=sent, towns=lot.sample(towns, 4), people=people, speaker=lot.choice(SPEAKERS),
        groups=lot.sample(groups, 2), names=lot.sample(NAMES, 6),
    )  # fmt: skip
    made.group = made.groups[0]
    sentences = (_quiet if lot.random() < 0.25 else _violent)(made, lot)
    loud = lot.random() < 0.7
    text = _dateline(made, lot) + lot.choice(("\n\n", " ")).join(sentences)
    if loud:
        for act in made.acts:
            act.expected["town"] = str(act.expected["town"]).upper()
        text = "\n\n".join(textwrap.fill(p.upper(), 72) for p in text.split("\n\n"))
    told = [act.expected for act in made.acts]
    maybe = [] if told else [_HARMLESS]
    return Account(text, told, made.turns, None, str(made.today), maybe, ranked=False)


def _dateline(made: Making, lot: random.Random) -> str:
    day = f"{made.today.day} {MONTHS[made.today.month - 1][:3]} {made.today.year % 100}"
    marked = lot.choice(("[Text] ", "", ""))
    return f"{made.capital.upper()}, {day} ({lot.choice(SENDERS)}) -- {marked}"


def _violent(made: Making, lot: random.Random) -> list[str]:
    kinds = lot.sample(sorted(ACTS), lot.choice((2, 2, 3, 3, 4)))
    told = []
    for kind in kinds:
        made.turns.append(kind)
        made.acts.append(act := ACTS[kind](made, lot))
        told.append(_linked(act, made, lot) if told else _lead(act, made, lot))
    for turn in lot.sample(sorted(TURNS), lot.randint(0, 2)):
        made.turns.append(turn)
        told.append(TURNS[turn](made, lot))
    return told


def _quiet(made: Making, lot: random.Random) -> list[str]:
    told = lot.sample(sorted(QUIET), lot.randint(2, 4))
    made.turns.extend(told)
    return [QUIET[turn](made, lot) for turn in told]


def _lead(act: Act, made: Making, lot: random.Random) -> str:
    said = f", {made.speaker} reported today"
    return lot.choice((
        capital(act.text) + ".",
        capital(act.text) + said + ".",
        f"Several attacks were reported in the country this week. {capital(act.text)}.",
        f"{capital(made.speaker)} reported today that {act.text}.",
    ))  # fmt: skip


def _linked(act: Act, made: Making, lot: random.Random) -> str:
    return lot.choice((
        f"{capital(act.text)}.",
        f"Meanwhile, {act.text}.",
        f"In another incident, {act.text}.",
        f"It was also reported that {act.text}.",
        f"{capital(made.speaker)} added that {act.text}.",
        f"Elsewhere, {act.text}.",
        f"In other developments, {act.text}, according to {made.speaker}.",
    ))  # fmt: skip
