"""One figure's evidence -> its grade, by rules that anyone can check (COUNTING 29).

The words are Airwars'; what each asks for is stated here and in docs/counting.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cenotaph.reconcile.case import Case
from cenotaph.reconcile.parties import rivals
from cenotaph.reconcile.positions import Position

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
_ACCEPTS = ("admits", "claims-responsibility")
_HOLDS = (*_ACCEPTS, "blames")


def grade(members: Sequence[Position], current: Sequence[Position], case: Case) -> Grade:
    """Return the first grade whose rule holds, of `members` of which `current` count.

    discounted: nothing that counts says that anybody was harmed, though something once did, or
    only publishers set as unreliable say so. confirmed: one party, and no other, admits or claims
    the act. contested: more than one party is held responsible. fair: two or more independent
    sources give figures. weak: one.
    """
    denied = [p for p in members if not p.died]  # who died of a wound was hurt (18): nobody says no
    if not any(_harmed(p) for p in current) and any(_harmed(p) for p in denied):
        return "discounted"
    accepting = {b.party for b in case.blames if b.stance in _ACCEPTS}
    if accepting and not rivals(accepting):
        return "confirmed"
    if rivals(b.party for b in case.blames if b.stance in _HOLDS):
        return "contested"
    return "fair" if case.independent(*current) > 1 else "weak"


def _harmed(position: Position) -> bool:
    return position.count.high is None or position.count.high > 0
