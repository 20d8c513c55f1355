"""The record and what linking doubts -> Questions: what a person should settle first.

Questions are ordered by the expected change of the published record:

    change = moved x chance x rows        [persons x rows]

* `moved` [persons]: by how many dead a published total would move if the answer is not what the
  record has now; a tenth of the injured and of other outcomes is added. Where the answer moves no
  figure (who is blamed, where it was, how many sources stand behind a figure), a tenth of the dead
  of the incident. Never below a half, so that what has no figure is asked too, last.
* `chance` [0 to 1]: that the answer is not what the record has now. For two groups of tellings at
  b bits on the average they are one with the chance 1 / (1 + 2 ** ((4 - b) / 2)): even at the
  threshold, and less sure than the bits say, which sum what is not independent. For a copy it
  grows with the share of words. For readings it stands in `readings.CHANCE`.
* `rows` [rows]: how many rows of `incidents` and `cumulative` would be other ones.

What is answered is not asked again: a pair that people joined or parted, copies they judged, a
claim they judged, unless an account published after that judgement disputes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, get_args

from cenotaph.model import Doubts, Question, QuestionKind, Record
from cenotaph.review import copies, figures, merges, readings, unsettled
from cenotaph.review.readings import LETTERS
from cenotaph.review.stake import Known

__all__ = ["LETTERS", "NUMBERS", "order", "questions"]

_KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
NUMBERS: Final[Mapping[str, int]] = {kind: n for n, kind in enumerate(_KINDS)}
"""Kinds of questions, by their place among those of one weight."""


def questions(
    record: Record, doubts: Doubts | None = None, lost: Sequence[Question] = ()
) -> list[Question]:
    """Return what to settle, the most useful first; the order of reading does not matter.

    `lost` are the questions about what was judged and is no longer found.
    """
    return sorted(_found(record, doubts or Doubts(), lost), key=order)


def order(question: Question) -> tuple[float, int, tuple[str, ...], str]:
    """Return a question's place in the queue."""
    return -question.change, NUMBERS[question.kind], question.subjects, question.text


def _found(record: Record, doubts: Doubts, lost: Sequence[Question]) -> Iterator[Question]:
    known = Known.of(record)
    yield from merges.ask(record, known, doubts.tellings)
    yield from readings.ask(record, known)
    yield from figures.ask(record, known)
    yield from copies.ask(record, known, doubts.copies)
    yield from unsettled.clashes(record, known, doubts.clashes)
    yield from unsettled.lost(known, lost)
