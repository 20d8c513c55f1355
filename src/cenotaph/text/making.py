"""A value found in a reading -> a claim: who says it, in which sentence, about which event."""

from __future__ import annotations

from cenotaph.model import Assertion, Claim, Span, Speaker, Voice, identified
from cenotaph.text.events import mention_for
from cenotaph.text.reading import Reading, Speech


def claim_of(
    reading: Reading, value: Assertion, evidence: Span, *, extractor: str, confidence: float = 0.9
) -> Claim:
    """Return a claim with its voice, sentence, mention and id."""
    voice, speaker = voice_of(reading, evidence)
    mention = mention_for(reading, evidence)
    return identified(
        Claim(
            id="",
            document=reading.document.id,
            value=value,
            evidence=evidence,
            sentence=reading.sentence_of(evidence).span,
            voice=voice,
            speaker=speaker,
            about=mention.id if mention else None,
            confidence=confidence,
            extractor=extractor,
        )
    )


def voice_of(reading: Reading, span: Span) -> tuple[Voice, Speaker | None]:
    """Return who says what stands at a span: the innermost reported speech that holds it."""
    holding = [
        (content.end - content.start, i, speech)
        for i, speech in enumerate(reading.speech)
        for content in speech.contents
        if content.holds(span)
    ]
    if not holding:
        return "narrator", None
    speech = min(holding)[2] if len(holding) == 1 else min(holding, key=lambda h: h[:2])[2]
    return _voice(speech)


def _voice(speech: Speech) -> tuple[Voice, Speaker | None]:
    if speech.speaker is None:
        return "unresolved", None
    return "speaker", Speaker(
        name=speech.speaker,
        role=speech.role,  # type: ignore[arg-type]
        side=speech.side,
        span=speech.source,
        via=speech.via,
    )
