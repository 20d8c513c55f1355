"""What surrounds a claim: who says it and how that is known, the days and places of its event."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cenotaph.model import Account, Claim, Place, Speaker, When
from cenotaph.text.reading import Reading, Speech
from cenotaph.text.speech import reporting
from cenotaph.text.sureness import rule_at


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The voice of a claim and the reported speech that holds its words, if any does."""

    voice: str
    speaker: Speaker | None
    source: str | None  # the words that name who speaks
    cue: str | None
    verb: str | None
    direct: bool | None  # None: no reported speech


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """Words for a day of the claim's event, as said and as resolved."""

    claim: str
    when: When
    rule: str | None
    confidence: float


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """Words for a place of the claim's event, as said and as looked up."""

    claim: str
    place: Place
    rule: str | None
    confidence: float


def said(reading: Reading, claim: Claim) -> Said:
    """Return who says it, and by which words that was found."""
    speech = reporting(reading, claim.evidence)
    return Said(
        voice=claim.voice,
        speaker=claim.speaker,
        source=_source(reading, claim, speech),
        cue=reading.document.quote(speech.cue) if speech and speech.cue else None,
        verb=speech.verb if speech else None,
        direct=speech.direct if speech else None,
    )


def _source(reading: Reading, claim: Claim, speech: Speech | None) -> str | None:
    span = claim.speaker.span if claim.speaker else None
    span = span or (speech.source if speech else None)
    return reading.document.quote(span) if span else None


def dated(account: Account, claim: Claim) -> tuple[Dated, ...]:
    """Return the words for days of the claim's event, surest first."""
    found = [
        Dated(claim=c.id, when=c.value, rule=_rule(c), confidence=c.confidence)
        for c in _beside(account, claim)
        if isinstance(c.value, When)
    ]
    return tuple(sorted(found, key=lambda d: -d.confidence))


def located(account: Account, claim: Claim) -> tuple[Located, ...]:
    """Return the words for places of the claim's event, surest first."""
    found = [
        Located(claim=c.id, place=c.value, rule=_rule(c), confidence=c.confidence)
        for c in _beside(account, claim)
        if isinstance(c.value, Place)
    ]
    return tuple(sorted(found, key=lambda p: -p.confidence))


def _beside(account: Account, claim: Claim) -> Iterator[Claim]:
    """Yield the claims about the event that a claim is about, itself among them."""
    events = {m.id: m.event for m in account.mentions}
    own = events.get(claim.about or "")
    for other in account.claims:
        if other.id == claim.id or (own is not None and events.get(other.about or "") == own):
            yield other


def _rule(claim: Claim) -> str | None:
    rule = rule_at(claim.extractor, claim.confidence)
    return rule.name if rule else None
