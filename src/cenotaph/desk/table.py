"""What became, or would become, of a table's rows -> lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cenotaph.model import (
    Assertion,
    Claim,
    Place,
    Refused,
    Responsibility,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
    count_words,
    people_words,
)
from cenotaph.moving import Moved
from cenotaph.sheets import Told

_SHOWN = 3  # rows told of whole before an import


def summary(done: Moved, table: str, ledger: str) -> str:
    """Return what an import came to, in one sentence."""
    words = (
        f"{done.rows:,} rows of {table} in {ledger}: {done.new:,} new, {done.claims:,} claims"
        f" added; {done.refused:,} refused"
    )
    if done.taken_back:
        words += f"; {done.taken_back:,} claims of an earlier import taken back"
    if done.judged:
        words += f"; {done.judged:,} left as a person judged them since"
    return words


def trial(rows: Iterable[Told | Refused], table: str) -> Iterator[str]:
    """Yield what the first rows claim, then what an import would come to."""
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
    yield f"{taken:,} rows of {table} with {claims:,} claims; {refused:,} refused; nothing was kept"


def _what(claim: Claim) -> str:
    part = " of them" if claim.part_of else ""
    who = f", says {claim.speaker.name}" if claim.speaker else ""
    return f"{_value(claim.value)}{part}{who}"


def _value(value: Assertion) -> str:  # noqa: PLR0911 # one arm a kind
    match value:
        case Toll():
            people = people_words(value.people)
            named = f" ({people})" if people else ""
            return f"{value.outcome} {count_words(value.count)}{named}"
        case Victim():
            facts = (value.name, value.age, value.sex, value.role)
            return f"{value.outcome}: {', '.join(str(f) for f in facts if f is not None)}"
        case When():
            return f"when {value.timex}"
        case Place(lat=lat, lon=lon) if lat is not None and lon is not None:
            return f"at {value.name}, {lat:.4f}, {lon:.4f} ({value.precision})"
        case Place() | Weapon() | Target():
            return f"{type(value).__name__.lower()} {value.name}"
        case Responsibility():
            return f"blames {value.party}"
        case _:
            return type(value).__name__.lower()
