"""Decisions that clash, or whose subjects are no longer found -> whether they still hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.model import Choice, Clash, Question, Record, sayings
from cenotaph.review.stake import Known, dead, expected, moved

_CHANCE = 0.5  # that a judgement whose ground has changed no longer holds: nobody knows


def clashes(record: Record, known: Known, found: Sequence[Clash]) -> Iterator[Question]:
    """Yield a question for each decision that is not honored beside later ones."""
    made = {d.id: d for d in record.decisions}
    for clash in found:
        decision = made[clash.decision]
        against = ", ".join(_named(made[d].verdict, made[d].reviewer, d) for d in clash.against)
        later = sayings.LATER_ONES.format(decisions=against)
        why = later if against else sayings.ONE_TELLING
        named = _named(decision.verdict, decision.reviewer, decision.id)
        earlier = Choice(
            key="n",
            words="the later ones hold; take it back",
            verdict="undo",
            subjects=decision.subjects,
            supersedes=decision.id,
        )
        again = Choice(
            key="y",
            words="it holds after all",
            verdict=decision.verdict,
            subjects=decision.subjects,
            supersedes=decision.id,
        )
        yield Question(
            kind="clash",
            subjects=clash.subjects,
            text=sayings.NOT_HONORED.format(decided=named, against=why),
            claims=tuple(s for s in clash.subjects if s in known.claims),
            choices=(again, earlier) if against else (earlier,),
            change=_change(clash.subjects, known),
        )


def lost(known: Known, found: Sequence[Question]) -> Iterator[Question]:
    """Yield the questions about what is no longer found, with what hangs on them."""
    for question in found:
        yield msgspec.structs.replace(question, change=_change(question.subjects, known))


def _named(verdict: str, reviewer: str, decision: str) -> str:
    return sayings.DECIDED.format(verdict=verdict, reviewer=reviewer, decision=decision[:8])


def _change(subjects: Sequence[str], known: Known) -> float:
    about = (known.claims[s].about if s in known.claims else s for s in subjects)
    tolls = [dead(known.home.get(m or "")) for m in about]
    return expected(moved(min(tolls, default=0)), _CHANCE, len(subjects))
