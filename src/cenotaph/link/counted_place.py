"""The place that a running total counts: what parts two series is what their rows show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Account, Claim, Place, Span

_NATIONWIDE = re.compile(
    r"\b(?:(?:across|all over|throughout) the (?:whole |entire )?(?:country|nation)"
    r"|nationwide|countrywide)\b",
    re.IGNORECASE,
)


def counted_place(account: Account, claim: Claim) -> Place | None:
    """Return the place named nearest the figure, else the commonest place of its account.

    A figure of a whole country, told nearer to such words than to any place, has that country's
    place, or none (COUNTING 16); so has a figure of acts told in a row of places.
    """
    named = [(m.span, m.value) for m in account.marks if isinstance(m.value, Place)]
    beside = [(s, p) for s, p in named if claim.sentence.holds(s) and p.precision != "unresolved"]
    if row := _row(account, claim):
        beside = [b for b in beside if b[0] not in row]
        return min(beside, key=lambda b: _away(claim, b[0]), default=(None, None))[1]
    nearest = min((_away(claim, span) for span, p in beside if _fine(p)), default=None)
    whole = _nationwide(account, claim)
    if whole is not None and (nearest is None or whole < nearest):
        named = [(span, p) for span, p in named if not _fine(p)]
        beside = [(span, p) for span, p in beside if not _fine(p)]
    if beside:
        return min(beside, key=lambda b: (not _fine(b[1]), _away(claim, b[0]), b[0].start))[1]
    return _commonest([p for _, p in named])


def _row(account: Account, claim: Claim) -> frozenset[Span]:
    """Return the places of acts that a sentence tells in a row: each is of one incident."""
    here = [c for c in account.claims if c.sentence == claim.sentence]
    if not any(c.shared for c in here):
        return frozenset()
    of_all = {c.evidence for c in here if c.shared}
    return frozenset(c.evidence for c in here if isinstance(c.value, Place)) - of_all


def _fine(place: Place) -> bool:
    return place.precision != "country"


def _away(claim: Claim, span: Span) -> int:
    at = claim.evidence
    return max(span.start - at.end, at.start - span.end)


def _nationwide(account: Account, claim: Claim) -> int | None:
    """Return how far words for a whole country stand from the figure, in characters."""
    start = claim.sentence.start
    told = _NATIONWIDE.finditer(account.document.quote(claim.sentence))
    spans = (
        Span(start=start + m.start(), end=start + m.end(), part=claim.sentence.part) for m in told
    )
    return min((_away(claim, span) for span in spans), default=None)


def _commonest(places: Sequence[Place]) -> Place | None:
    known = [p for p in places if p.precision != "unresolved"] or places
    names = [p.name for p in known]
    return max(known, key=lambda p: (_fine(p), names.count(p.name), p.name), default=None)
