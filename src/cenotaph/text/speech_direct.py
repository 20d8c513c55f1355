"""Quotations and what the grammar found -> quotations with their source and cue.

A quotation takes the cue it touches ("...", she said), else one that leads to it (she said: "..."),
else it goes on from the quotation before it. One that has none of these keeps no source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Span
from cenotaph.text.reading import Sentence
from cenotaph.text.speech_cues import Attribution, cues, knows
from cenotaph.text.speech_quotes import Quotation

_TOUCHES = re.compile(r"[\s,;:–—-]*(?:and\s+|but\s+)?")
_LEADS = re.compile(r"[^.!?]*[,:]\s*(?:that\s+)?|\s*(?:that\s+)?")
_CAPTION = 30  # words of a line that may stand between two halves of a quotation
_STOP = frozenset(".,;:!?…—–-\"”'’»)")
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
    more: list[Attribution] = []
    owner: int | None = None  # candidate that had the quotation before
    before: Quotation | None = None
    for quotation in quotations:
        found = _cue_for(text, sentences, quotation, candidates)
        if found is None and before is not None and owner is not None:
            found = owner if _goes_on(text, sentences, before, quotation) else None
        led = _said_before(text, sentences, quotation, candidates) if found is None else None
        if found is not None:
            start = _mixed_start(text, sentences, quotation, candidates, found)
            span = Span(start=start, end=quotation.end, part=quotation.part)
            taken.setdefault(found, []).append(span)
        elif led is not None:
            more.append(candidates[led]._replace(contents=(quotation.span,), direct=True))
        else:
            left.append(quotation)
        owner, before = led if found is None else found, quotation
    quoted = [q.span for q in quotations]
    made = (_with(c, taken.get(i, []), quoted) for i, c in enumerate(candidates))
    return [a for a in made if a is not None] + more, [
        q for q in left if not _covered(q, candidates)
    ]


def _mixed_start(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quotation,
    candidates: Sequence[Attribution],
    owner: int,
) -> int:
    """Return where the words begin that a quotation ends: The cellar was “full of smoke,” he said.

    The cue must follow the quotation, and no other cue stand before it.
    """
    cue = candidates[owner].cue
    inner = text[quotation.start : quotation.end].lstrip("“\"'‘«")
    if cue is None or cue.start < quotation.end or not inner[:1].islower():
        return quotation.start
    begin = max(
        (
            s.span.start
            for s in sentences
            if s.part == quotation.part and s.span.start <= quotation.start < s.span.end
        ),
        default=quotation.start,
    )
    other = any(c.cue and begin <= c.cue.start < quotation.start for c in candidates)
    return quotation.start if other else begin


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
    span = quotation.span
    return any(c.meets(span) for a in candidates if not knows(a.verb) for c in a.contents)


def _cue_for(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quotation,
    candidates: Sequence[Attribution],
) -> int | None:
    best: tuple[int, int] | None = None
    for i, candidate in enumerate(candidates):
        if not quotation.first <= sentences[candidate.sentence].paragraph <= quotation.last:
            continue
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


def _goes_on(
    text: str, sentences: Sequence[Sentence], before: Quotation, quotation: Quotation
) -> bool:
    """Tell whether a quotation goes on from the one before, with no new source between.

    "...," she said. "And ..."; or the next paragraph is all quotation; or only a line of no more
    than a few words, without a name, stands between: a link, a caption.
    """
    if quotation.first == before.last:
        stop = text[: quotation.start].rstrip()[-1:]
        return _full(text, quotation) and stop in _STOP
    between = [s for s in sentences if before.last < s.paragraph < quotation.first]
    gap = len({s.paragraph for s in between})
    named = any(t.ent in {"PERSON", "NORP", "ORG"} for s in between for t in s.tokens)
    short = sum(len(s.text.split()) for s in between) <= _CAPTION
    return _opens_line(text, quotation) and gap <= 1 and short and (gap == 0 or not named)


def _said_before(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quotation,
    candidates: Sequence[Attribution],
) -> int | None:
    """Return whose words a quotation goes on from, when the sentence before it reports them.

    She said the cellar was dark. "We could see nothing."
    """
    if not _opens_line(text, quotation) and not _full(text, quotation):
        return None
    earlier = [
        s.number for s in sentences if s.part == quotation.part and s.span.end <= quotation.start
    ]
    if not earlier or sentences[earlier[-1]].paragraph < quotation.first - 1:
        return None
    last = sentences[earlier[-1]]
    if last.paragraph < quotation.first and not _opens_line(text, quotation):
        return None
    for i, candidate in enumerate(candidates):
        cue = cues().get(candidate.verb or "")
        if candidate.sentence != last.number or cue is None or candidate.source is None:
            continue
        if cue.quote and (candidate.contents or last.text.endswith(":")):
            return i
    return None


def _full(text: str, quotation: Quotation) -> bool:
    """Tell whether whole sentences are quoted, not a few words: a capital and a stop."""
    words = text[quotation.start : quotation.end].strip("“”\"'‘’«» ")
    return len(words) > 1 and words[0].isupper() and words[-1] in ".!?,…-—"


def _opens_line(text: str, quotation: Quotation) -> bool:
    start = quotation.start
    return _full(text, quotation) and (start == 0 or text[start - 1] in "\n\r")
