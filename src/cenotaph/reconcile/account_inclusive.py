"""One account's figure of the dead -> whether its words leave out the attackers who died.

"A gunman killed four", "four worshippers died": the attacker is none of them. Of "the attacks that
killed 127 people", where eight attackers died, nobody says whether the eight are among the 127: no
sum is made that nobody gave (COUNTING 11, 12).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cenotaph.model import Claim, Document, Toll, Victim
from cenotaph.reconcile.account_figures import Figure
from cenotaph.text.persons import singular

_HOLDS = re.compile(r"\b(?:including|among (?:them|whom)|one of (?:them|whom))\b|:", re.IGNORECASE)
STATED = 0.85  # a figure in so many words, not one added up from a list
_ANYBODY = frozenset({
    "people", "person", "individual", "dead", "fatality", "death", "life", "casualty", "other",
})  # fmt: skip
_DOING = re.compile(
    r"(?:fatally |kill|shoot|shot|stab|murder|slay|slew|gunn|massacr|behead|execut|hack)",
    re.IGNORECASE,
)
_BY = re.compile(r" by (?:an? |one |the |two |three |his |her |their )", re.IGNORECASE)
# What killed them was done: "the attacks that killed 127", "a bombing which killed nine".
_DEED = re.compile(
    r"\b(?:that|which|attacks?|assaults?|bombings?|blasts?|explosions?|raids?|shootings?|sieges?"
    r"|violence|strikes?|clash(?:es)?|fighting|battles?|incidents?|rampages?)"
    r"(?: (?:has|have|had|\w+ly))?\s*$",
    re.IGNORECASE,
)


def without_unborn(
    document: Document, dead: Figure | None, claims: Sequence[Claim]
) -> Figure | None:
    """Return the dead less the unborn whom their figure holds (COUNTING 15a).

    "Six people died, including an unborn child": five. "Five adults and an unborn child": five.
    """
    if dead is None or len(dead.claims) != 1 or dead.count.high is None:
        return dead
    figure = dead.claims[0]
    said = document.words(figure.evidence.part)
    held = [
        c
        for c in claims
        if c.sentence == figure.sentence
        and isinstance(c.value, Victim)
        and c.value.role == "unborn"
        and c.value.outcome == "killed"
        and _HOLDS.search(said[figure.evidence.start : c.evidence.start]) is not None
    ]
    low, high = (n - len(held) for n in (dead.count.low or 0, dead.count.high))
    if not held or low < 1:
        return dead
    return Figure(msgspec.structs.replace(dead.count, low=low, high=high), (figure, *held))


def is_without(document: Document, dead: Figure, attackers: Figure) -> bool:
    """Tell whether a figure of the dead is of others than the attackers, by its own words.

    A list may hold him who killed the others: "a mother, her son and a girl were found dead".
    """
    if {c.sentence for c in dead.claims} & {c.sentence for c in attackers.claims}:
        return True  # "three shoppers and the gunman": side by side
    if dead.claims[0].confidence < STATED:
        return False
    return all(map(_is_of_some, dead.claims)) or _is_by_somebody(document, dead.claims[0])


def _is_of_some(claim: Claim) -> bool:
    """Tell whether words say who died: "worshippers", "five of the guests", not "people"."""
    people = claim.value.people if isinstance(claim.value, Toll) else None
    if people is None or people.words is None:
        return people is None or bool(people.status == "civilian" or people.roles or people.age)
    return singular(people.words.split()[-1].lower()) not in _ANYBODY


def _is_by_somebody(document: Document, claim: Claim) -> bool:
    """Tell whether somebody killed them: "a gunman killed 11", "11 were killed by a man"."""
    span, said = claim.evidence, document.words(claim.evidence.part)
    if _BY.match(said[span.end :]) is not None:
        return True
    before = said[claim.sentence.start : span.start]
    return _DOING.match(document.line(span)) is not None and _DEED.search(before) is None
