"""A fatal event of which an account tells no dead -> the least the word says: one was killed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.model import Claim, Count, Mention, Span, Toll
from cenotaph.text.harms_in import told
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading
from cenotaph.text.sureness import sure

_EVENT = re.compile(r"(?:shooting|stabbing|beating)", re.IGNORECASE)
_FATAL = re.compile(
    r"(?<![\w-])(?<!\bno )(?<!\bany )(?<!potentially )(?P<word>fatal|deadly) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_REACH = 40  # characters from the event's word back to "fatal"


def find(reading: Reading) -> Iterator[Claim]:
    """Yield "a fatal shooting" as one dead or more, where nobody is told to be killed or hit."""
    if any(t.harm.outcome in {"killed", "harmed", "casualties"} for t in told(reading)):
        return
    for mention in reading.mentions:
        span = _fatal(reading, mention)
        if span is not None:
            yield claim_of(
                reading, Toll(outcome="killed", count=Count(low=1)), span, extractor="fatal",
                at=mention.span, confidence=sure("fatal", "event"),
            )  # fmt: skip
            return


def _fatal(reading: Reading, mention: Mention) -> Span | None:
    """Return the span of "fatal shooting" where the mention is the account's own event."""
    at = mention.span
    if mention.background or not mention.told:
        return None
    if _EVENT.fullmatch(reading.document.quote(at)) is None:
        return None
    start = max(0, at.start - _REACH)
    found = _FATAL.search(reading.document.words(at.part)[start : at.start])
    return None if found is None else Span(start=start + found.start(), end=at.end, part=at.part)
