"""What one document says: mentions, claims, marks, and their ids."""

from __future__ import annotations

import hashlib
from typing import ClassVar, Final

import msgspec

from cenotaph.model.assertion import Assertion, Noted, Toll
from cenotaph.model.base import Part, Role, Span, Stance, Value, Voice
from cenotaph.model.document import Document


class Mark(Value):
    """A span found and what it is: one row of `annotations`."""

    span: Span
    value: Noted


OTHER_LANGUAGE: Final = "not read: language"
"""Why a text, or a passage of it, that is not in English is left out."""


class Skipped(Value):
    """Words left out on purpose, and why."""

    why: str
    start: int
    end: int
    part: Part = "text"


class Mention(Value):
    """The head word by which a document points at an event: "shelling", "killed".

    `event` is the id of the first mention of the same event in this document, its own id for the
    first: mentions with one `event` speak of one incident.
    """

    id: str
    document: str
    span: Span
    event: str
    event_type: str
    sub_event_type: str | None = None
    background: bool = False  # an older or other event, told beside the account's own
    told: bool = True  # as having taken place, not as what was seized, asked for or goes on


class Speaker(Value):
    """Who says it."""

    name: str  # unified within the document; "police", "residents" when unnamed
    role: Role | None = None
    side: str | None = None
    span: Span | None = None  # the words that name the speaker where the claim is made
    via: tuple[str, ...] = ()  # sources it passed through, nearest first


class Claim(Value):
    """The atom of the record: one voice, in one sentence, takes a stance on one value."""

    AS_RESOLVED: ClassVar = ("first", "last")

    id: str
    document: str
    value: Assertion
    evidence: Span  # the smallest span that carries the value
    sentence: Span
    voice: Voice = "narrator"
    speaker: Speaker | None = None
    stance: Stance = "asserts"
    about: str | None = None  # id of the mention it hangs on
    part_of: str | None = None  # claim id of the whole
    adds_to: str | None = None  # claim id it is an increment on
    of: str | None = None  # what a denial denies: claim or mention id
    confidence: float = 0.9
    extractor: str = "person"
    shared: bool = False  # told of several incidents at once, and claimed here of one more of them
    first: str | None = None  # the days of what is claimed
    last: str | None = None


class Form(Value):
    """Says that a document is a row of a table: its words are headers and cells, no prose."""

    table: str
    apart: bool = True  # each row is an incident of its own


class Account(Value):
    """All that one document says."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    marks: tuple[Mark, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    form: Form | None = None  # None: it is prose, as most are


def claim_id(claim: Claim) -> str:
    """Return the content address of what is claimed, by whom and where: 32 hex digits.

    Who found it and what a gazetteer or calendar made of it are left out, so that a better
    extractor or gazetteer finds the same id, and the decisions people made still hold.
    """
    value = msgspec.to_builtins(claim.value)
    for name in getattr(claim.value, "AS_RESOLVED", ()):
        value.pop(name, None)
    if isinstance(claim.value, Toll):
        value["count"].pop("over", None)  # how its floor was put: "more than 310" is 311 or more
    speaker = claim.speaker.name if claim.speaker else None
    place = (claim.document, claim.evidence.part, claim.evidence.start, claim.evidence.end)
    if claim.shared:  # from the same words as of another incident
        return _address((value, place, speaker, claim.stance, claim.about))
    return _address((value, place, speaker, claim.stance))


def mention_id(document: str, span: Span) -> str:
    """Return the id of a mention: its document and its head word, 32 hex digits."""
    return _address((document, span.part, span.start))


def identified(claim: Claim) -> Claim:
    """Return the claim with the id that its content gives."""
    return msgspec.structs.replace(claim, id=claim_id(claim))


def _address(content: object) -> str:
    canonical = msgspec.json.encode(content, order="sorted")
    return hashlib.sha256(canonical).hexdigest()[:32]
