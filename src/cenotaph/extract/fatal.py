"""A deadly event of which an account counts nobody -> the least its word says: one was killed.

A page that tells of a court, or of who was held, often says no more of the dead than "a murder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cenotaph.model import Claim, Count, Mention, Span, Toll
from cenotaph.text.harms_in import told
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading
from cenotaph.text.sureness import sure

_EVENT = re.compile(r"(?:shooting|stabbing|beating)", re.IGNORECASE)
_DEATH = re.compile(r"(?:homicide|murder|slaying)", re.IGNORECASE)
# "a murder on Alder Street", "the murder victim"; not "violence and murder", "a homicide unit"
_NO_DEED = re.compile(
    r"(?<![\w-])(?:attempted|alleged|suspected|possible|apparent|no|any|and|or|of|about|with"
    r"|for|by) $",
    re.IGNORECASE,
)
# One deed has an article or an owner; "torture, murder and rape were its methods" has none. A
# headline does without.
_ONE = re.compile(
    r"(?:(?<![\w-])(?:an?|the|this|that|his|her|their|another)|['’]s|s['’]) (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?:\W*$|[,.;:?!]|\W+(?:victims?|suspects?|case|trial|scene|investigation|probe|"
    r"in|at|on|near|of|outside|inside|last|this|that|which)(?![\w-]))",
    re.IGNORECASE,
)
_BEHIND = re.compile(r" death(?![\w-])", re.IGNORECASE)  # "held in the shooting death"
_FATAL = re.compile(
    r"(?<![\w-])(?<!\bno )(?<!\bany )(?<!potentially )(?P<word>fatal|deadly) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_REACH = 40  # characters from the event's word back to "fatal"


def find(reading: Reading) -> Iterator[Claim]:
    """Yield "a fatal shooting" as one dead or more, where nobody is told to be killed or hit.

    So is "a homicide". Of "the shooting victims" it is open whether they lived.
    """
    if any(t.harm.outcome in {"killed", "harmed", "casualties"} for t in told(reading)):
        return
    for mention in reading.mentions:
        if mention.background or not mention.told:
            continue  # not the account's own event
        span = _deadly(reading, mention)
        if span is not None:
            yield claim_of(
                reading, Toll(outcome="killed", count=Count(low=1)), span, extractor="fatal",
                at=mention.span, confidence=sure("fatal", "event"),
            )  # fmt: skip
            return


def _deadly(reading: Reading, mention: Mention) -> Span | None:
    """Return where an event's word says that somebody died of it."""
    at, words = mention.span, reading.document.words(mention.span.part)
    before, event = words[max(0, at.start - _REACH) : at.start], words[at.start : at.end]
    if _DEATH.fullmatch(event):
        one = at.part == "title" or _ONE.search(before) is not None
        is_deed = one and not _NO_DEED.search(before) and _DEED.match(words, at.end)
        return at if is_deed else None
    if _EVENT.fullmatch(event) is None:
        return None
    fatal, behind = _FATAL.search(before), _BEHIND.match(words, at.end)
    if fatal is not None:
        return replace(at, start=at.start - len(before) + fatal.start())
    return replace(at, end=behind.end()) if behind is not None else None
