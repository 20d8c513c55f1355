"""Groups of tellings that were barely joined or kept apart -> whether they are one incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp2

from cenotaph.model import Choice, Claim, Near, Question, Record, sayings
from cenotaph.review.stake import Known, expected, moved

_EVEN = 4.0  # bits at which one incident is as likely as two: the threshold of linking
_FOR_DOUBLE = 2.0  # bits that double the odds
_ROWS = 2  # two incidents become one, or one two
_SHOWN = 3  # claims shown of each of the two tellings


_TELLING = {"Toll": 0, "Victim": 1, "Place": 2, "When": 3}  # what tells most first


def ask(record: Record, known: Known, near: Sequence[Near]) -> Iterator[Question]:
    """Yield one question a pair of groups."""
    hanging = _hanging(record)
    for pair in near:
        left, right = (known.home.get(m) for m in pair.closest)
        if left is None or right is None:
            continue
        of_one = 1 / (1 + exp2((_EVEN - pair.bits) / _FOR_DOUBLE))
        words = sayings.WEAKLY_JOINED if pair.joined else sayings.KEPT_APART
        text = words.format(title=left.title, other=right.title, bits=f"{pair.bits:+.1f}")
        yield Question(
            kind="merge",
            subjects=pair.closest,
            text=text,
            claims=tuple(c.id for m in pair.closest for c in _shown(hanging.get(m, []))),
            choices=(
                Choice(key="y", words="one incident", verdict="same", subjects=pair.closest),
                Choice(key="n", words="two incidents", verdict="different", subjects=pair.closest),
            ),
            change=expected(
                # Two incidents count both tolls, one the larger: the smaller one hangs on it.
                moved(min(pair.killed), min(pair.injured)),
                1 - of_one if pair.joined else of_one,
                _ROWS,
            ),
            because=pair.because,
        )


def _hanging(record: Record) -> dict[str, list[Claim]]:
    """Return the claims of each event of each account."""
    found: dict[str, list[Claim]] = {}
    for account in record.accounts:
        event_of = {m.id: m.event for m in account.mentions}
        for claim in account.claims:
            if claim.about in event_of:
                found.setdefault(event_of[claim.about], []).append(claim)
    return found


def _shown(claims: Sequence[Claim]) -> list[Claim]:
    """Return what tells most of an event, one claim a sentence: figures, persons, place, day."""
    kinds = {c.id: _TELLING.get(type(c.value).__name__, len(_TELLING)) for c in claims}
    found: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (kinds[c.id], c.evidence.part, c.evidence.start)):
        if all(claim.sentence != c.sentence for c in found):
            found.append(claim)
    return found[:_SHOWN]
