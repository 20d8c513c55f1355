"""The hurt of an account less those of them who died of it (COUNTING 18)."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from cenotaph.model import Claim, Count, Document, Span, Victim
from cenotaph.reconcile.account_figures import OF_HURT, Figure, count_of, outcome_of
from cenotaph.reconcile.account_figures import ranked as died_by_rank
from cenotaph.reconcile.account_persons import Person
from cenotaph.reconcile.account_wholes import is_of, is_stated
from cenotaph.text.shown import UPDATE

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
    r"\b(?:ha(?:s|ve|d) (?:also |since |now )?(?:died|succumbed)|(?:later|since) died|succumbed"
    r"|died? [^.;]{0,40}\b(?:hospital|wounds|injuries))\b",
    re.IGNORECASE,
)
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
    if told is None or told.count.high is None:
        return told
    hurt = told.claims[0]
    if outcome_of(hurt) == "casualties":
        return told  # "four were shot": less all the dead already
    dead = [c for c in claims if outcome_of(c) == "killed"]
    known = {c.sentence for c in told.claims if c in dead}  # whom the figure is already less by
    others = [p for p in persons if not any(c.sentence in known for c in p.claims)]
    risen = [p for p in others if _has_risen(document, p, hurt, dead)]
    risen += [p for p in others if p not in risen and _has_died_since(document, p, hurt, dead)]
    late = [c for p in risen for c in p.claims[:1]]
    low, high = (told.count.low or 0) - len(risen), told.count.high - len(risen)
    if not risen or high < 0:
        return told
    return Figure(Count(low=low, high=high), (*told.claims, *late)) if low > 0 else None


def _has_risen(document: Document, person: Person, hurt: Claim, dead: Sequence[Claim]) -> bool:
    """Tell whether somebody has died of whom a story below still tells as hurt.

    Where it tells there of dead, a rank or a risen toll says that the one is none of them.
    """
    told = [c for c in person.claims if c.evidence.part == "text"]
    more = _is_one_more(document, told, hurt, dead)
    if not told or (more is None and any(outcome_of(c) != "killed" for c in told)):
        return False
    claim, beside = more or told[0], any(c.sentence == hurt.sentence for c in dead)
    start, part = claim.evidence.start, hurt.evidence.part
    above = part == "title" or start < hurt.evidence.start
    if not above or not _tells_it(document, claim):
        return False
    text = document.words("text")
    opening = text[text.rfind("\n", 0, start) + 1 : start]
    if UPDATE.search(opening) is None:
        return beside and (person.ranked or more is not None)
    of_hurt = OF_HURT.search(document.quote(claim.evidence)) is not None
    others = _OTHERS.search(document.line(hurt.evidence)) is not None
    return person.ranked or more is not None or of_hurt or not (beside or others)


def _is_one_more(
    document: Document, claims: Sequence[Claim], hurt: Claim, dead: Sequence[Claim]
) -> Claim | None:
    """Return the claim of a death that comes after those told beside the hurt.

    "A second victim has died"; "Ruiz has died, bringing the toll to two", beside one dead.
    """
    beside = max((count_of(c).high or 0 for c in dead if c.sentence == hurt.sentence), default=0)
    raised = {c.sentence for c in dead if beside and count_of(c).low == beside + 1}
    late = (c for c in claims if outcome_of(c) == "killed" and _tells_it(document, c))
    return next(
        (
            c
            for c in late
            if c.sentence != hurt.sentence
            and (c.sentence in raised or died_by_rank(document, [c], None) is not None)
        ),
        None,
    )


def _has_died_since(document: Document, person: Person, hurt: Claim, dead: Sequence[Claim]) -> bool:
    """Tell whether somebody of those hurt is told below to have died of it since.

    "Three people were wounded in a shooting. ... Ana Ruiz has died", where nobody was dead before;
    "one was killed and two were wounded. ... A second victim has died", "the wounded woman has".
    """
    text = [c for c in person.claims if c.evidence.part == "text"]
    below = [c for c in text if _comes_after(c, hurt)]
    if _is_one_more(document, below, hurt, dead) is not None:
        return any(c.sentence == hurt.sentence for c in dead)
    told = [c for c in text if outcome_of(c) == "killed"]
    late = [c for c in below if outcome_of(c) == "killed"]
    died = len(late) == len(told) and any(_tells_it(document, c) for c in late)
    if person.fate != "killed" or not died:
        return False
    if len(text) > len(told):  # told there to be hurt
        return any(c.sentence == hurt.sentence for c in text)
    return not _are_dead_before(document, {c.sentence for c in told}, hurt, dead) and (
        _OTHERS.search(document.line(hurt.evidence)) is None
    )


def _are_dead_before(
    document: Document, own: Container[Span], hurt: Claim, dead: Sequence[Claim]
) -> bool:
    """Tell whether others are dead before the hurt are told of, or beside them.

    A headline may tell of the death itself: "Man shot in Lom has died".
    """
    first = (c for c in dead if c.sentence not in own and not _comes_after(c, hurt))
    return any(c.evidence.part == "text" or not _tells_it(document, c) for c in first)


def _tells_it(document: Document, claim: Claim) -> bool:
    """Tell whether words say that somebody has died since he was hurt."""
    return _HAS_DIED.search(document.line(claim.sentence)) is not None


def _comes_after(claim: Claim, hurt: Claim) -> bool:
    """Tell whether a claim stands in the text behind the sentence of another."""
    later = hurt.evidence.part == "title" or claim.sentence.start >= hurt.sentence.end
    return claim.evidence.part == "text" and later


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
