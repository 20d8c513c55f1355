"""A value found in a reading -> a claim: who says it, in which sentence, about which event."""

from __future__ import annotations

import re

from cenotaph.model import Assertion, Claim, Mention, Span, Toll, Victim, identified
from cenotaph.text.events import mention_for
from cenotaph.text.reading import Reading
from cenotaph.text.speech import voice_at
from cenotaph.text.totals import totals

_ACCUSED = re.compile(r"\b(?:accused|suspected|convicted|guilty) of\b[^;.]*$", re.IGNORECASE)
_DECLARED = re.compile(r"\bdeclared (?:dead|deceased)\b", re.IGNORECASE)


def claim_of(
    reading: Reading,
    value: Assertion,
    evidence: Span,
    *,
    extractor: str,
    at: Span | None = None,
    confidence: float = 0.9,
) -> Claim:
    """Return a claim with its voice, sentence, mention and id; `at` is the word it hangs on."""
    voice, speaker = voice_at(reading, evidence)
    if voice == "unresolved" and isinstance(value, Toll | Victim) and _is_given(reading, evidence):
        voice = "narrator"
    own = () if at is None else (m for m in reading.mentions_at.within(at) if m.span == at)
    mention = next(iter(own), None) or _beside(reading, evidence)
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


def _is_given(reading: Reading, evidence: Span) -> bool:
    """Tell whether a harm is given and only its doer in question: "is accused of killing two".

    "She was declared dead" is no speech either.
    """
    said, sentence = reading.document.quote(evidence), reading.sentence_of(evidence)
    before = sentence.text[: max(0, evidence.start - sentence.span.start)]
    return _ACCUSED.search(before) is not None or _DECLARED.search(said) is not None


def _beside(reading: Reading, evidence: Span) -> Mention | None:
    """Return the mention that words hang on: no running total told of in an earlier sentence."""
    found = mention_for(reading, evidence)
    apart = totals(reading)
    if found is None or found.id not in apart:
        return found
    if reading.sentence_of(evidence).span.holds(found.span):
        return found
    before = [m for m in reading.mentions if m.span.start < found.span.start and m.id not in apart]
    return before[-1] if before else found
