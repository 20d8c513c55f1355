"""Accounts that share much of their words -> whether one is a copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cenotaph.model import (
    Account,
    Choice,
    Incident,
    NearCopy,
    Question,
    Record,
    Span,
    Toll,
    Victim,
    in_force,
    sayings,
)
from cenotaph.review.stake import OTHER, Known, dead, expected, moved

_NONE, _CERTAIN = 0.4, 0.95  # share of words at which nothing, and everything, speaks for a copy


def ask(record: Record, known: Known, near: Sequence[NearCopy]) -> Iterator[Question]:
    """Yield one question a pair of accounts that nobody has judged."""
    judged = {
        frozenset(d.subjects)
        for d in in_force(record.decisions)
        if d.verdict in {"copy", "not-copy"}
    }
    for pair in near:
        both = (pair.copy, pair.original)
        if frozenset(both) in judged:
            continue
        of_copy = min(1.0, max(0.0, (pair.share - _NONE) / (_CERTAIN - _NONE)))
        incidents = {i.id: i for d in both for i in _incidents(known, d)}
        persons = moved(OTHER * max((dead(i) for i in incidents.values()), default=0))
        yield Question(
            kind="copy",
            subjects=both,
            text=sayings.COPY_OR_NOT.format(
                share=f"{pair.share:.0%}",
                counted=sayings.ONE_SOURCE if pair.joined else sayings.TWO_SOURCES,
            ),
            claims=tuple(c for d in both for c in _shown(known.accounts[d])),
            choices=(
                Choice(key="y", words="a copy: one source", verdict="copy", subjects=both),
                Choice(key="n", words="no copy: two sources", verdict="not-copy", subjects=both),
            ),
            change=expected(
                persons, 1 - of_copy if pair.joined else of_copy, max(1, len(incidents))
            ),
        )


def _incidents(known: Known, document: str) -> Iterator[Incident]:
    for mention in known.accounts[document].mentions:
        if mention.id in known.home:
            yield known.home[mention.id]


def _shown(account: Account) -> list[str]:
    """Return the first claim of the first three sentences that count or name the harmed."""
    first: dict[Span, str] = {}
    for claim in account.claims:
        if isinstance(claim.value, Toll | Victim):
            first.setdefault(claim.sentence, claim.id)
    return list(first.values())[:3]
