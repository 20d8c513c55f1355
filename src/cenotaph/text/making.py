"""A value found in a reading -> a claim: who says it, in which sentence, about which event."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cenotaph.model import Assertion, Claim, Mention, Span, Toll, Victim, identified
from cenotaph.text.reading import Reading
from cenotaph.text.speech import voice_at
from cenotaph.text.totals import totals

_ACCUSED = re.compile(r"\b(?:accused|suspected|convicted|guilty) of\b[^;.]*$", re.IGNORECASE)
_LISTED = re.compile(r"\blisted (?:as |in )?(?:[\w-]+ ){1,3}condition\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:toll|tally|count|figure|number|total)\b[^.;]*\b(?:was|were|been|is) (?:\w+ ){0,2}?"
    r"(?:raised|lifted|upped|revised|updated|lowered|corrected|increased)\b",
    re.IGNORECASE,
)
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

    "She was declared dead" and "two are listed in critical condition" are no speech either; "the
    toll was raised to 48" is the account's own last word.
    """
    said, sentence = reading.document.quote(evidence), reading.sentence_of(evidence)
    before = sentence.text[: max(0, evidence.start - sentence.span.start)]
    listed = _LISTED.search(sentence.text) or _MOVED.search(before + said)
    return (
        listed is not None
        or _ACCUSED.search(before) is not None
        or _DECLARED.search(said) is not None
    )


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


def mention_denied(reading: Reading, span: Span) -> str | None:
    """Return the id of the mention denied: the last one inside the words, else the account's."""
    inside = reading.mentions_at.within(span)
    if inside:
        return inside[-1].id
    if reading.mentions_at.before("text", span.start) is not None:
        current = reading.current_at.before("text", span.start)
    else:
        current = next((m for m in reversed(reading.mentions) if not m.background), None)
    return current.id if current is not None else None


def part_of(whole: Claim, part: Claim) -> Claim:
    """Return a figure as part of another, of whose period it is.

    "More than 80 have died in the war. Seven women were among the dead."
    """
    part = replace(part, part_of=whole.id)
    if not isinstance(whole.value, Toll) or not isinstance(part.value, Toll):
        return part
    over = whole.value
    if over.scope not in {"cumulative", "series"} or part.value.scope != "incident":
        return part
    value = replace(part.value, scope=over.scope, since=over.since, as_of=over.as_of)
    return identified(replace(part, value=value))


def at_least(claim: Claim) -> Claim:
    """Return the toll of a part as the least of a whole that has no figure."""
    if not isinstance(claim.value, Toll):
        return claim
    count = replace(claim.value.count, high=None)
    return replace(claim, value=replace(claim.value, count=count))


def mention_for(reading: Reading, span: Span) -> Mention | None:
    """Return the mention a claim at this span hangs on.

    The nearest in its sentence; else the last one before it; else the first of the document. An
    older event told in passing is not gone on with: "nine died, a week after a raid killed 40".
    """
    sentence = reading.sentence_of(span)
    beside = reading.mentions_at.within(sentence.span)
    if beside:
        return min(beside, key=lambda m: (_distance(m.span, span), m.span.start))
    before = reading.mentions_at.before(span.part, span.start)
    if before is not None and before.background:
        current = reading.current_at.before(span.part, span.start)
        told = reading.sentence_of(before.span).span
        before = current if current is not None and told.holds(current.span) else before
    return before or next(iter(reading.mentions), None)


def _distance(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
