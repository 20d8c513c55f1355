"""The hurt of an account less those of them who died of it (COUNTING 18)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Claim, Count, Document, Toll, Victim
from cenotaph.reconcile.account_figures import OF_HURT, Figure, count_of, outcome_of
from cenotaph.reconcile.account_persons import Person
from cenotaph.reconcile.account_wholes import is_of, is_stated

# "one of whom later died", "two of them succumbed": of those told of as hurt right before
_OF_THEM = re.compile(
    r"\w+ of (?:them|whom)\b.*(?:\bdie[sd]\b|\bsuccumb|\bpassed away\b)", re.IGNORECASE
)
_ALL_LATER = re.compile(
    r"(?:both|all|they)\b.*\b(?:later|subsequently|pronounced|declared)\b|.*\bwhere they\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(?:was|is) (?:one of|among)(?: the)? $", re.IGNORECASE)
_HAS_DIED = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:also |since |now )?(?:died|succumbed)|later died|succumbed"
    r"|died? [^.;]{0,40}\b(?:hospital|wounds|injuries))\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\bUPDATED?\b[^.\n]{0,24}:")
_OTHERS = re.compile(r"\b(?:others?|another|more|also)\b", re.IGNORECASE)
_NEXT = 40  # characters from a sentence's end into the next one


def without_late(document: Document, told: Figure | None, claims: Sequence[Claim]) -> Figure | None:
    """Return the hurt less "one of the injured", who is told further on to have died."""
    if told is None or told.count.high is None:
        return told
    end = told.claims[0].evidence.end
    late = next(
        (
            c
            for c in claims
            if is_of(c, "killed") and c.evidence.part == "text" and c.evidence.end > end
            if count_of(c).high is not None and _is_of_hurt(document.quote(c.evidence), c, told)
        ),
        None,
    )
    fallen = 0 if late is None else count_of(late).high or 0
    if late is not None and fallen == told.count.high:
        return None
    if late is None or not 0 < fallen < (told.count.low or 0):
        return told
    count = Count(low=(told.count.low or 0) - fallen, high=told.count.high - fallen)
    return Figure(count, (*told.claims, late))


def without_risen(
    document: Document, told: Figure | None, claims: Sequence[Claim], persons: Sequence[Person]
) -> Figure | None:
    """Return the hurt less who has died since they were told of (COUNTING 18).

    "UPDATE: A second victim has died. One man was killed and two were wounded": one is wounded.
    """
    if told is None or told.count.high is None or not isinstance(told.claims[0].value, Toll):
        return told
    hurt = told.claims[0]
    if outcome_of(hurt) == "casualties":
        return told  # "four were shot": less all the dead already
    beside = any(outcome_of(c) == "killed" and c.sentence == hurt.sentence for c in claims)
    risen = [p for p in persons if _has_risen(document, p, hurt, beside=beside)]
    late = [c for p in risen for c in p.claims[:1]]
    low, high = (told.count.low or 0) - len(risen), told.count.high - len(risen)
    if not risen or high < 0:
        return told
    return Figure(Count(low=low, high=high), (*told.claims, *late)) if low > 0 else None


def _has_risen(document: Document, person: Person, hurt: Claim, *, beside: bool) -> bool:
    """Tell whether somebody has died of whom a story below still tells as hurt.

    `beside`: whether it tells there of dead; then a rank says that the one is none of them.
    """
    claim = person.claims[0]
    start, part = claim.evidence.start, hurt.evidence.part
    above = claim.evidence.part == "text" and (part == "title" or start < hurt.evidence.start)
    dead = all(outcome_of(c) == "killed" for c in person.claims)
    if not above or not dead or not _HAS_DIED.search(document.line(claim.sentence)):
        return False
    text = document.words("text")
    opening = text[text.rfind("\n", 0, start) + 1 : start]
    if _UPDATE.search(opening) is None:
        return beside and person.ranked
    others = _OTHERS.search(document.line(hurt.evidence)) is not None
    return person.ranked or not (beside or others)


def without_one_of_them(
    document: Document, told: Figure | None, persons: Sequence[Person]
) -> Figure | None:
    """Return the hurt less one told to be of them, who died: "Ruiz was one of five injured"."""
    if told is None or told.count.high is None or told.count.high == 1:
        return told
    claim = told.claims[0]
    said = document.words(claim.evidence.part)
    before = said[claim.sentence.start : claim.evidence.start]
    names = {n.split()[-1] for p in persons if p.fate == "killed" for n in p.names}
    if _ONE_OF.search(before) is None or not names & set(re.findall(r"[\w-]+", before)):
        return told
    count = Count(low=(told.count.low or 0) - 1, high=told.count.high - 1)
    return Figure(count, told.claims)


def without_fallen(told: Figure | None, persons: Sequence[Person]) -> Figure | None:
    """Return a list of the hurt less those of it who are told as dead (COUNTING 18).

    "Ana Ruiz and her mother were taken to hospital, where Ana died": one is hurt.
    """
    if told is None or told.count.high is None:
        return told
    sentence = told.claims[0].sentence
    of_list = [
        p
        for p in persons
        if p.fate == "killed"
        and any(c.sentence == sentence and _is_hurt(c, p, told) for c in p.claims)
    ]
    left = (told.count.low or 0) - len(of_list)
    if not of_list or left < 1:
        return told
    count = Count(low=left, high=told.count.high - len(of_list))
    return Figure(count, told.claims + tuple(c for p in of_list for c in p.claims))


def _is_hurt(claim: Claim, person: Person, told: Figure) -> bool:
    """Tell whether a claim is of an injury of somebody surely the same as who died."""
    value = claim.value
    late = person.late and not is_stated(told)
    sure = isinstance(value, Victim) and (value.name is not None or late)
    return sure and isinstance(value, Victim) and value.outcome == "injured"


def _is_of_hurt(quote: str, claim: Claim, told: Figure) -> bool:
    """Tell whether the dead are some or all of the hurt: "one of the injured", "both later"."""
    near = claim.evidence.start < told.claims[0].sentence.end + _NEXT
    if _OF_THEM.match(quote) is not None and near:
        return True
    return OF_HURT.search(quote) is not None or (
        _ALL_LATER.match(quote) is not None and count_of(claim) == told.count
    )
