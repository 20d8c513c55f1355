"""One account's dead -> with the attacker who died, where its figure is of those he killed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Claim, Count, Document, Toll
from cenotaph.reconcile.account_figures import Figure, is_of_attacker, number_of
from cenotaph.reconcile.account_persons import Person
from cenotaph.reconcile.account_wholes import added, is_stated

_ACTIVE = re.compile(r"(?:fatally |kill|shoot|shot|stab|murder|slay|slew|gunn|gun)", re.IGNORECASE)
_BY = re.compile(r" by (?:an? |one |the |his |her |their )", re.IGNORECASE)


def with_attackers(
    document: Document, dead: Figure | None, persons: Sequence[Person]
) -> Figure | None:
    """Add the dead attacker to a figure of those he killed."""
    attackers = [p for p in persons if p.attacker and p.fate == "killed"]
    if dead is None or not attackers or not (is_stated(dead) or _is_one_deed(dead, attackers)):
        return dead
    if dead.count.high == 1:  # "one dead", and then the gunman killed himself
        each = number_of(persons, "killed")
        others = any(not p.attacker and p.fate == "killed" for p in persons)
        return each if others else dead
    if not _is_by_attacker(document, dead.claims[0]):
        return dead
    if any(map(is_of_attacker, dead.claims)):
        return dead
    told = {c.sentence for c in dead.claims}
    if any(
        c.sentence in told and c.evidence.end <= dead.claims[0].evidence.end
        for p in attackers
        for c in p.claims
    ):
        return dead  # "killed himself and 11 others"
    one = Figure(Count(low=1, high=1), tuple(attackers[0].claims[:1]))
    return added([dead, one])


def _is_one_deed(dead: Figure, attackers: Sequence[Person]) -> bool:
    """Tell whether a list is of those killed first: "shot his wife and two sons, then himself"."""
    told = {c.sentence for c in dead.claims if isinstance(c.value, Toll)}
    return len(told) == 1 and any(
        c.sentence in told and is_of_attacker(c) for p in attackers for c in p.claims
    )


def _is_by_attacker(document: Document, claim: Claim) -> bool:
    """Tell whether a figure is of those whom somebody killed: "killed 11", "11 killed by a man"."""
    span = claim.evidence
    if _ACTIVE.match(document.line(span)):
        return True
    return _BY.match(document.words(span.part)[span.end :]) is not None
