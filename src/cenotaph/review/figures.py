"""Figures that may be of another scope than they were read as -> which of them are cumulative."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from cenotaph.model import (
    Choice,
    Claim,
    Incident,
    Question,
    Record,
    Scope,
    Toll,
    count_words,
    sayings,
)
from cenotaph.review.stake import Known, expected, moved

# "since January", "so far this year", "bringing the total to": they tell of a running total, and
# stand beside an incident's own toll too.
_RUNNING = re.compile(
    r"\b(?:since|so far|to date|in total|altogether|overall|(?:this|the past|the last) (?:\w+ )?"
    r"(?:week|month|year)s?|bring(?:s|ing)? the (?:total|toll|number))\b",
    re.IGNORECASE,
)
_TIMES, _MORE = 3, 10  # so many times the next figure, and so many persons more, is out of line
_ROWS = 2  # an incident's and a series'
# That the reading is wrong: judged, not measured.
_OUT_OF_LINE, _WORDS, _BOTH, _ALONE = 0.2, 0.15, 0.5, 0.3


def ask(record: Record, known: Known) -> Iterator[Question]:
    """Yield a question for each figure that may be of another scope."""
    for incident in record.incidents:
        yield from _of_incident(incident, known)
    yield from _apart(record, known)


def _of_incident(incident: Incident, known: Known) -> Iterator[Question]:
    """Ask whether a figure that stands out of an incident's is a running total."""
    feeding = {c for figure in incident.tolls for c in figure.claims}
    claims = [known.claims[c] for c in sorted(feeding) if c in known.claims]
    highest = _highest(claims)
    for claim in claims:
        toll = claim.value
        if not isinstance(toll, Toll) or claim.id in known.judged or not toll.count.low:
            continue
        others = (n for d, n in highest[toll.outcome].items() if d != claim.document)
        most = max(others, default=None)
        far = most is not None and toll.count.low >= max(_TIMES * most, most + _MORE)
        words = _RUNNING.search(known.accounts[claim.document].document.quote(claim.sentence))
        if far or words:
            chance = _BOTH if far and words else _OUT_OF_LINE if far else _WORDS
            persons = toll.count.low - (most or 0) if far or most is None else 0
            yield _question(
                incident.title, claim, toll, ("cumulative", _expected(toll, persons, chance))
            )


def _highest(claims: list[Claim]) -> Mapping[str, Mapping[str, int]]:
    """Return the highest floor of each outcome that each document gives."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for claim in claims:
        if isinstance(claim.value, Toll) and (low := claim.value.count.low) is not None:
            of = found[claim.value.outcome]
            of[claim.document] = max(low, of.get(claim.document, low))
    return found


def _apart(record: Record, known: Known) -> Iterator[Question]:
    """Ask whether a running total is the toll of the incident beside which it alone is told."""
    for account in record.accounts:
        counted = {
            (home.id, c.value.outcome)
            for c in account.claims
            if isinstance(c.value, Toll) and c.value.scope == "incident"
            if (home := known.home.get(c.about or "")) is not None
        }
        for claim in account.claims:
            toll = claim.value
            if not isinstance(toll, Toll) or toll.scope == "incident" or claim.id in known.judged:
                continue
            incident = known.home.get(claim.about or "")
            if incident is None or (incident.id, toll.outcome) in counted or not toll.count.low:
                continue
            change = _expected(toll, toll.count.low, _ALONE)
            yield _question(incident.title, claim, toll, ("incident", change))


def _expected(toll: Toll, persons: int, chance: float) -> float:
    dead = toll.outcome == "killed"
    return expected(moved(persons if dead else 0, 0 if dead else persons), chance, _ROWS)


def _question(title: str, claim: Claim, toll: Toll, other: tuple[Scope, float]) -> Question:
    scope, change = other
    right = msgspec.structs.replace(toll, scope=scope)
    keep = Choice(key="n", words="the incident's own toll", verdict="accept", subjects=(claim.id,))
    move = Choice(
        key="y", words="a running total", verdict="correct", subjects=(claim.id,), value=right
    )
    if scope == "incident":
        keep = msgspec.structs.replace(keep, verdict="correct", value=right)
        move = msgspec.structs.replace(move, verdict="accept", value=None)
    return Question(
        kind="cumulative",
        subjects=(claim.id,),
        text=sayings.OWN_OR_TOTAL.format(
            title=title, count=count_words(toll.count), outcome=toll.outcome
        ),
        claims=(claim.id,),
        choices=(move, keep),
        change=change,
    )
