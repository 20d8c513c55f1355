"""Quotations and what the grammar found -> quotations with their source and cue.

A quotation takes the cue it touches ("...", she said), else one that leads to it (she said: "..."),
else it goes on from the quotation before it. One that has none of these keeps no source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Span
from cenotaph.text.reading import Sentence
from cenotaph.text.speech_cues import Attribution, cues
from cenotaph.text.speech_quotes import Quotation

_TOUCHES = re.compile(r"[\s,;:–—-]*(?:and\s+|but\s+)?")
_LEADS = re.compile(r"[^.!?]*[,:]\s*(?:that\s+)?|\s*(?:that\s+)?")
_STOPS = re.compile(r"[^.!?\"“]*[.!?]?\s*")
_FAR = 160  # characters between a cue and the quotation it leads to: "told reporters in ...:"


def direct(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    candidates: Sequence[Attribution],
) -> tuple[list[Attribution], list[Quotation]]:
    """Return the attributions with their quotations, and the quotations nobody took.

    All of one part. Candidates without any content are dropped.
    """
    taken: dict[int, list[Span]] = {}
    left: list[Quotation] = []
    owner: int | None = None  # candidate that had the quotation before
    before: Quotation | None = None
    for quotation in quotations:
        found = _cue_for(text, sentences, quotation, candidates)
        if found is None and before is not None and owner is not None:
            found = owner if _goes_on(text, before, quotation) else None
        if found is None:
            left.append(quotation)
        else:
            taken.setdefault(found, []).append(quotation.span)
        owner, before = found, quotation
    quoted = [q.span for q in quotations]
    return [
        made
        for i, c in enumerate(candidates)
        if (made := _with(c, taken.get(i, []), quoted)) is not None
    ], [q for q in left if not _covered(q, candidates)]


def _with(candidate: Attribution, spans: list[Span], quoted: Sequence[Span]) -> Attribution | None:
    if spans:
        whole = any(q.start == s.start for s in spans for q in quoted)
        return candidate._replace(contents=tuple(spans), direct=whole)
    contents = tuple(_closed(s, quoted) for s in candidate.contents)
    return candidate._replace(contents=contents) if contents else None


def _closed(content: Span, quoted: Sequence[Span]) -> Span:
    """Return a content with the whole of a quotation that it ends in."""
    start, end = content.start, content.end
    for q in quoted:
        if q.meets(content):
            start, end = min(start, q.start), max(end, q.end)
    return Span(start=start, end=end, part=content.part)


def _covered(quotation: Quotation, candidates: Sequence[Attribution]) -> bool:
    return any(c.meets(quotation.span) for a in candidates for c in a.contents)


def _cue_for(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quotation,
    candidates: Sequence[Attribution],
) -> int | None:
    best: tuple[int, int] | None = None
    for i, candidate in enumerate(candidates):
        distance = _distance(text, sentences, quotation, candidate)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, i
    return None if best is None else best[1]


def _distance(
    text: str, sentences: Sequence[Sentence], quotation: Quotation, candidate: Attribution
) -> int | None:
    """Return how far a cue is from the quotation it reports, None if it does not report it."""
    cue = cues().get(candidate.verb or "")
    span = candidate.cue
    if cue is None or span is None or not cue.quote or span.part != quotation.part:
        return None
    low, high = _extent(candidate)
    paragraph = sentences[candidate.sentence].paragraph
    if paragraph == quotation.last and 0 <= low - quotation.end <= _FAR:
        touches = _TOUCHES.fullmatch(text, quotation.end, low)
        return 0 if touches and not _new_sentence(text, quotation, candidate, low) else None
    if paragraph == quotation.first and 0 <= quotation.start - high <= _FAR:
        return _leading(text, quotation, candidate, high)
    return None


def _new_sentence(text: str, quotation: Quotation, candidate: Attribution, low: int) -> bool:
    """Tell whether a full stop parts a quotation from what follows: “We ran.” We can say ..."""
    stopped = text[quotation.start : quotation.end].rstrip("“”\"'‘’«» ").endswith((".", "…"))
    return stopped and text[low].isupper() and any(c.start > low for c in candidate.contents)


def _leading(text: str, quotation: Quotation, candidate: Attribution, high: int) -> int | None:
    gap = text[high : quotation.start]
    inner = any(c.start < quotation.start - 6 and c.end > high for c in candidate.contents)
    if inner and not gap.rstrip().endswith(":"):
        return None  # she said it was "a crime": the clause is the content
    return 1 + len(gap) if _LEADS.fullmatch(gap) else None


def _extent(candidate: Attribution) -> tuple[int, int]:
    """Return where source and cue start and end, the one spoken to included."""
    spans = [s for s in (candidate.cue, candidate.source, candidate.heard_by) if s is not None]
    cue = candidate.cue or spans[0]
    near = [s for s in spans if abs(s.start - cue.end) < 90 or abs(cue.start - s.end) < 90]
    return min(s.start for s in near), max(s.end for s in near)


def _goes_on(text: str, before: Quotation, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on from the one before, with no new source between.

    "...," she said. "And ..."; or the next paragraph is all quotation.
    """
    if quotation.first == before.last:
        return _full(text, quotation)
    return quotation.first == before.last + 1 and _opens_line(text, quotation)


def _full(text: str, quotation: Quotation) -> bool:
    """Tell whether whole sentences are quoted, not a few words: a capital and a stop."""
    words = text[quotation.start : quotation.end].strip("“”\"'‘’«» ")
    return len(words) > 1 and words[0].isupper() and words[-1] in ".!?,…-—"


def _opens_line(text: str, quotation: Quotation) -> bool:
    start = quotation.start
    return _full(text, quotation) and (start == 0 or text[start - 1] in "\n\r")
