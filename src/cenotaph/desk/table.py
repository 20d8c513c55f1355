"""What became, or would become, of a table's rows -> lines for a terminal, or for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cenotaph.model import Claim, Refused, sayings, some_words
from cenotaph.moving import Moved
from cenotaph.pages.values import Say, value_words
from cenotaph.sheets import Told

_SHOWN = 3  # rows told of whole before an import


class Tongue(NamedTuple):
    """A reader's language: our words in it, and so many of something."""

    say: Say = str
    some: Callable[[int, str], str] = some_words


ENGLISH = Tongue()


def summary(done: Moved, table: str, ledger: str, tongue: Tongue = ENGLISH) -> str:
    """Return what an import came to, in one sentence; below it what no row could say."""
    say, some = tongue
    words = say(sayings.MOVED).format(
        rows=some(done.rows, "row"),
        table=table,
        ledger=ledger,
        new=f"{done.new:,}",
        claims=some(done.claims, "claim"),
        refused=f"{done.refused:,}",
    )
    if done.taken_back:
        words += "; " + say(sayings.MOVED_BACK).format(claims=some(done.taken_back, "claim"))
    if done.judged:
        words += "; " + say(sayings.MOVED_JUDGED).format(n=f"{done.judged:,}")
    return "\n".join((words, *_said(done.notes, say)))


def trial(
    rows: Iterable[Told | Refused],
    table: str,
    notes: Iterable[str] = (),
    tongue: Tongue = ENGLISH,
) -> Iterator[str]:
    """Yield what the first rows claim, then what an import would come to, and `notes`."""
    taken = refused = claims = 0
    for row in rows:
        if isinstance(row, Refused):
            refused += 1
            continue
        taken += 1
        claims += len(row.claims)
        if taken <= _SHOWN:
            yield from _row(row, tongue.say)
            yield ""
    yield tongue.say(sayings.TRIED).format(
        rows=tongue.some(taken, "row"),
        table=table,
        claims=tongue.some(claims, "claim"),
        refused=f"{refused:,}",
    )
    yield from _said(notes, tongue.say)


def _row(row: Told, say: Say) -> Iterator[str]:
    """Yield what a row claims, and what of it nothing is claimed of."""
    yield say(sayings.ROW_OF).format(ref=row.received.capture.ref, n=row.number)
    text = row.account.document
    yield from (f"  {_what(c, say)}: “{text.quote(c.evidence)}”" for c in row.claims)
    for skipped in row.account.skipped:
        words = text.text[skipped.start : skipped.end]
        yield "  " + say(sayings.NOTHING_CLAIMED).format(words=words)


def _said(notes: Iterable[str], say: Say) -> Iterator[str]:
    return (f"  {say(note)}" for note in notes)


def _what(claim: Claim, say: Say) -> str:
    words = value_words(claim.value, say)
    if claim.part_of:
        words = say(sayings.A_PART).format(value=words)
    return (
        say(sayings.SAID_BY).format(value=words, who=claim.speaker.name) if claim.speaker else words
    )
