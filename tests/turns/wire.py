"""Accounts put together by lot from sentences of our own, with what each must come to.

An account opens with one incident's toll. Around it stand turns that agency copy takes: an update,
later deaths, another speaker's count, who was among the dead, a running total, an attack of before,
another incident. Each knows what it changes, so what must be read is known by construction, and a
form that fails beside one turn and not beside another shows which decision is wrong.
"""

from __future__ import annotations

import random

from expected import Account
from wire_beside import OTHERS
from wire_making import Making
from wire_moves import MOVES
from wire_scenes import LEADS, SCENES, SPEAKERS, TITLES, TOWNS, opened, said
from wording import capital

_APART = {"updated", "found", "lowered", "grown", "earlier", "rivaled"}  # one of them
_BLASTS = {"bomb", "suicide", "fire"}


def composed(lot: random.Random) -> Account:
    """Return one account: a lead, and two to six turns, some of which move its toll."""
    town, region, adjective = lot.choice(TOWNS)
    made = Making(
        scene=lot.choice(SCENES),
        dead=lot.choice((3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 22, 28, 36, 42)),
        hurt=lot.choice((10, 12, 15, 16, 18, 24, 27, 33, 41, 60)),
        open=lot.random() < 0.3,  # three in ten say "at least"
        town=town,
        region=region,
        adjective=adjective,
        speaker=lot.choice(SPEAKERS),
    )
    words = _words(made)
    lead = lot.choice(LEADS).format(**words)
    title = lot.choice(TITLES).format(**words) if lot.random() < 0.6 else None
    moves = _moves(lot)
    if title and "reaches" in title and "grown" in moves:  # whom the headline holds is open
        title = None
    names = [*moves, *lot.sample(sorted(OTHERS), lot.randint(1, 4))]
    lot.shuffle(names)
    sentences = []
    for name in names:
        made.turns.append(name)
        sentences.append({**MOVES, **OTHERS}[name](made, lot))
    text = lead + "\n" + lot.choice((" ", "\n", "\n\n")).join(s for s in sentences if s)
    incidents = made.incidents()
    if made.scene.kind in _BLASTS:
        incidents[0]["kind"] = "Explosions/Remote violence"
    return Account(text, incidents, made.turns, title, maybe=made.maybe)


def _moves(lot: random.Random) -> list[str]:
    drawn = lot.sample(sorted(MOVES), lot.randint(0, 2))
    return drawn[:1] if len(_APART & {*drawn}) > 1 else drawn


def _words(made: Making) -> dict[str, str]:
    scene, least = made.scene, "at least " if made.open else ""
    speaker = made.speaker
    return {
        "does": scene.does, "noun": scene.noun, "a": _article(scene.noun),
        "A": _article(scene.noun).capitalize(), "clause": scene.clause,
        "Clause": capital(scene.clause), "title": scene.title,
        "people": scene.people[made.dead % len(scene.people)],
        "town": made.town, "region": made.region, "adjective": made.adjective,
        "speaker": speaker, "Speaker": capital(speaker), "least": least,
        "Least": least.capitalize(), "dead": said(made.dead), "hurt": said(made.hurt),
        "Dead": said(made.dead) if made.open else opened(made.dead), "Hurt": opened(made.hurt),
        "fewer": said(made.dead - 1 - made.dead % 2), "Most": _most(made.dead).capitalize(),
    }  # fmt: skip


def _most(dead: int) -> str:
    tens = (dead - 1) // 10 * 10
    return f"more than {tens}" if tens else "several"


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
