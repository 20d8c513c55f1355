"""Accounts of insurgency and political violence put together by lot.

One act in its first sentence, with what else is told of it, who claims, blames or denies it, and
now and then another act or two beside it. Half of the acts hurt nobody. One account in five is a
speech, an editorial or a note on talks in which killings are recalled and nothing has happened. A
third is all in capitals, as the wire sent it.
"""

from __future__ import annotations

import random
import textwrap
from datetime import date

from expected import Account, Expected
from insurgency_beside import BESIDE
from insurgency_damage import DAMAGE
from insurgency_deaths import DEATHS
from insurgency_making import LANDS, MONTHS, Act, Making
from insurgency_talk import TALK, opened
from wording import capital

_ACTS = {**DAMAGE, **DEATHS}
_SPEAKERS = ("police", "military sources", "the army", "authorities", "officials", "the governor")
_SENDERS = ("Reuter", "AFP", "AP", "EFE", "Radio Nacional", "IPS")


def composed(lot: random.Random) -> Account:
    """Return one account; what it must come to has the letters that it is written in."""
    land = lot.choice(LANDS)
    made = Making(
        land=land, today=date(lot.randint(1986, 2006), lot.randint(1, 12), lot.randint(1, 28)),
        towns=lot.sample(land.towns, len(land.towns)), speaker=lot.choice(_SPEAKERS),
        names=lot.sample(land.names, len(land.names)),
    )  # fmt: skip
    talk = lot.random() < 0.2
    sentences = (_talk if talk else _told)(made, lot)
    text = _dateline(made, lot) + lot.choice(("\n\n", "\n\n", " ")).join(sentences)
    published = None if talk and lot.random() < 0.4 else str(made.today)
    told: list[Expected] = [act.expected for act in made.acts]
    for fields in told:
        if fields["town"] == land.capital:
            fields["town"] = {land.capital, land.capital.upper()}
    if lot.random() < 0.35:
        for fields in told:  # letters of the text or of a dateline before it
            if isinstance(town := fields["town"], str):
                fields["town"] = {town, town.upper()}
        text = "\n\n".join(textwrap.fill(p.upper(), 72) for p in text.split("\n\n"))
    return Account(text, told, made.turns, None, published, made.maybe, ranked=False)


def _dateline(made: Making, lot: random.Random) -> str:
    on, sender, sent = made.today, lot.choice(_SENDERS), made.land.capital
    month = MONTHS[on.month - 1]
    return lot.choice((
        f"{sent.upper()}, {month[:3]} {on.day} ({sender}) - ",
        f"{sent.upper()}, {on.day} {month[:3]} {on.year % 100:02} ({sender}) -- ",
        f"{sent.upper()} ({sender}) - ",
        "",
    ))  # fmt: skip


def _talk(made: Making, lot: random.Random) -> list[str]:
    made.turns.append("talk")
    names = lot.sample(sorted(TALK), lot.randint(2, 4))
    made.turns.extend(names)
    return [opened(made, lot), *(TALK[name](made, lot) for name in names)]


def _told(made: Making, lot: random.Random) -> list[str]:
    sentences: list[str] = []
    first, *others = lot.sample(sorted(_ACTS), lot.choice((1, 1, 1, 2, 2, 3)))
    made.acts.append(act := _ACTS[first](made, lot))
    made.turns.append(first)
    sentences += [_lead(act, made, lot), *act.more]
    beside = lot.sample(sorted(BESIDE), lot.randint(1, 3))
    for name in beside:
        made.turns.append(name)
        sentences.append(BESIDE[name](made, lot))
    for other in others:
        made.acts.append(act := _ACTS[other](made, lot))
        made.turns.append(other)
        sentences += [_linked(act, made, lot), *act.more]
    return list(dict.fromkeys(sentences))


def _lead(act: Act, made: Making, lot: random.Random) -> str:
    if ". " in act.text:
        return capital(act.text) + "."
    return lot.choice((
        capital(act.text) + ".",
        f"{capital(act.text)}, {made.speaker} said.",
        f"{capital(act.text)}, {made.speaker} reported today.",
        f"{capital(made.speaker)} said today that {act.text}.",
        f"It was reported today that {act.text}.",
    ))  # fmt: skip


def _linked(act: Act, made: Making, lot: random.Random) -> str:
    if ". " in act.text:
        return f"In another incident, {act.text}."
    return lot.choice((
        f"Meanwhile, {act.text}.",
        f"In another incident, {act.text}.",
        f"{capital(made.speaker)} also reported that {act.text}.",
        f"Elsewhere, {act.text}.",
        f"In a separate attack, {act.text}, {made.speaker} said.",
        f"{capital(act.text)}.",
    ))  # fmt: skip
