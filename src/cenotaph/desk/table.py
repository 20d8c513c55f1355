"""What became, or would become, of a table's rows -> lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cenotaph.model import Claim, Refused, some_words
from cenotaph.moving import Moved
from cenotaph.pages.values import value_words
from cenotaph.sheets import Told

_SHOWN = 3  # rows told of whole before an import


def summary(done: Moved, table: str, ledger: str) -> str:
    """Return what an import came to, in one sentence; below it what no row could say."""
    words = (
        f"{some_words(done.rows, 'row')} of {table} in {ledger}: {done.new:,} new,"
        f" {some_words(done.claims, 'claim')} added; {done.refused:,} refused"
    )
    if done.taken_back:
        words += f"; {some_words(done.taken_back, 'claim')} of an earlier import taken back"
    if done.judged:
        words += f"; {done.judged:,} left as a person judged them since"
    return "\n".join((words, *_said(done.notes)))


def trial(rows: Iterable[Told | Refused], table: str, notes: Iterable[str] = ()) -> Iterator[str]:
    """Yield what the first rows claim, then what an import would come to, and `notes`."""
    taken = refused = claims = 0
    for row in rows:
        if isinstance(row, Refused):
            refused += 1
            continue
        taken += 1
        claims += len(row.claims)
        if taken <= _SHOWN:
            yield f"{row.received.capture.ref} (row {row.number})"
            text = row.account.document
            yield from (f"  {_what(c)}: “{text.quote(c.evidence)}”" for c in row.claims)
            for skipped in row.account.skipped:
                yield f"  nothing is claimed of: “{text.text[skipped.start : skipped.end]}”"
            yield ""
    told = f"{some_words(taken, 'row')} of {table} with {some_words(claims, 'claim')}"
    yield f"{told}; {refused:,} refused; nothing was kept"
    yield from _said(notes)


def _said(notes: Iterable[str]) -> Iterator[str]:
    return (f"  {note}" for note in notes)


def _what(claim: Claim) -> str:
    part = " of them" if claim.part_of else ""
    who = f", says {claim.speaker.name}" if claim.speaker else ""
    return f"{value_words(claim.value)}{part}{who}"
