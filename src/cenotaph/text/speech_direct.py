"""Quotations and what the grammar found -> quotations with their source and cue.

A quotation takes the cue it touches ("...", she said), else one that leads to it (she said: "..."),
else it goes on from the quotation before it. One that has none of these keeps no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cenotaph.model import Span
from cenotaph.text.reading import Sentence
from cenotaph.text.spans import Spans
from cenotaph.text.speech_cues import Attribution, cues, knows
from cenotaph.text.speech_quotes import Quotation

_TOUCHES = re.compile(r"[\s,;:–—-]*(?:and\s+|but\s+)?")
_LEADS = re.compile(r"[^.!?]*[,:]\s*(?:that\s+)?|\s*(?:that\s+)?")
_CAPTION = 30  # words of a line that may stand between two halves of a quotation
_STOP = frozenset(".,;:!?…—–-\"”'’»)")
_MORE = 8  # characters of a content that goes on behind a quotation in it
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
    here = _Here(text, sentences, quotations, candidates)
    taken: dict[int, list[Span]] = {}
    left: list[Quotation] = []
    more: list[Attribution] = []
    owner: int | None = None  # candidate that had the quotation before
    before: Quotation | None = None
    for quotation in quotations:
        found = _cue_for(here, quotation)
        if found is None and before is not None and owner is not None:
            found = owner if _goes_on(here, before, quotation) else None
        led = _said_before(here, quotation) if found is None else None
        if found is not None:
            start = _mixed_start(here, quotation, found)
            span = Span(start=start, end=quotation.end, part=quotation.part)
            taken.setdefault(found, []).append(span)
        elif led is not None:
            more.append(candidates[led]._replace(contents=(quotation.span,), direct=True))
        else:
            left.append(quotation)
        owner, before = led if found is None else found, quotation
    made = (_with(c, taken.get(i, []), here.quoted) for i, c in enumerate(candidates))
    telling = Spans((a for a in candidates if not knows(a.verb)), lambda a: a.contents)
    return [a for a in made if a is not None] + more, [
        q for q in left if not telling.meeting(q.span)
    ]


class _Here:
    """One part at work: its text and, by where they stand, its sentences and what reports."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        candidates: Sequence[Attribution],
    ) -> None:
        """Note what stands where."""
        self.text = text
        self.sentences = sentences
        self.candidates = candidates
        self.placed = Spans(sentences, lambda s: (s.span,))
        self.quoted = Spans((q.span for q in quotations), lambda span: (span,))
        cued = [i for i, c in enumerate(candidates) if c.cue is not None]
        self.cued = Spans(cued, lambda i: (_whole_extent(candidates[i]),))
        self.paragraphs: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            self.paragraphs.setdefault(sentence.paragraph, []).append(sentence)
        self.by_sentence: dict[int, list[int]] = {}
        for i, candidate in enumerate(candidates):
            self.by_sentence.setdefault(candidate.sentence, []).append(i)

    def near(self, quotation: Quotation) -> Iterator[int]:
        """Yield the candidates whose words are no further from a quotation than a cue may be."""
        start, end, part = quotation.start, quotation.end, quotation.part
        before = Span(start=max(0, start - _FAR - 1), end=start + 1, part=part)
        after = Span(start=end - 1, end=end + _FAR + 1, part=part)
        yield from sorted({*self.cued.meeting(before), *self.cued.meeting(after)})


def _whole_extent(candidate: Attribution) -> Span:
    """Return where source and cue stand, the cue in any case."""
    low, high = _extent(candidate)
    cue = candidate.cue or candidate.contents[0]
    return Span(start=min(low, cue.start), end=max(high, cue.end), part=cue.part)


def _mixed_start(here: _Here, quotation: Quotation, owner: int) -> int:
    """Return where the words begin that a quotation ends: The cellar was “full of smoke,” he said.

    The cue must follow the quotation, and no other cue stand before it.
    """
    cue = here.candidates[owner].cue
    inner = here.text[quotation.start : quotation.end].lstrip("“\"'‘«")
    if cue is None or cue.start < quotation.end or not inner[:1].islower():
        return quotation.start
    sentence = here.placed.at(quotation.part, quotation.start)
    if sentence is None or sentence.span.start == quotation.start:
        return quotation.start
    begin = sentence.span.start
    lead = Span(start=begin, end=quotation.start, part=quotation.part)
    cues_near = (here.candidates[i].cue for i in here.cued.meeting(lead))
    other = any(c is not None and begin <= c.start < quotation.start for c in cues_near)
    return quotation.start if other else begin


def _with(candidate: Attribution, spans: list[Span], quoted: Spans[Span]) -> Attribution | None:
    if spans and not any(_runs_on(c, spans) for c in candidate.contents):
        whole = any(q.start == s.start for s in spans for q in quoted.meeting(s))
        return candidate._replace(contents=tuple(spans), direct=whole)
    contents = tuple(_closed(s, quoted) for s in candidate.contents)
    return candidate._replace(contents=contents) if contents else None


def _runs_on(content: Span, quoted: Sequence[Span]) -> bool:
    """Tell whether a content goes on behind the words quoted in it: told of “a night” in which."""
    return all(content.start <= q.start + 1 and q.end + _MORE < content.end for q in quoted)


def _closed(content: Span, quoted: Spans[Span]) -> Span:
    """Return a content with the whole of a quotation that it ends in."""
    over = (content, *quoted.meeting(content))
    start, end = min(s.start for s in over), max(s.end for s in over)
    return Span(start=start, end=end, part=content.part)


def _cue_for(here: _Here, quotation: Quotation) -> int | None:
    best: tuple[int, int] | None = None
    for i in here.near(quotation):
        candidate = here.candidates[i]
        if not quotation.first <= here.sentences[candidate.sentence].paragraph <= quotation.last:
            continue
        distance = _distance(here, quotation, candidate)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, i
    return None if best is None else best[1]


def _distance(here: _Here, quotation: Quotation, candidate: Attribution) -> int | None:
    """Return how far a cue is from the quotation it reports, None if it does not report it."""
    cue = cues().get(candidate.verb or "")
    span = candidate.cue
    if cue is None or span is None or not cue.quote or span.part != quotation.part:
        return None
    low, high = _extent(candidate)
    text, paragraph = here.text, here.sentences[candidate.sentence].paragraph
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
    near = [s for s in spans if abs(s.start - cue.end) < 90 or abs(cue.start - s.end) < 90] or [cue]
    return min(s.start for s in near), max(s.end for s in near)


def _goes_on(here: _Here, before: Quotation, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on from the one before, with no new source between.

    "...," she said. "And ..."; or the next paragraph is all quotation; or only a line of no more
    than a few words, without a name, stands between: a link, a caption.
    """
    text = here.text
    if quotation.first == before.last:
        stop = text[before.start : quotation.start].rstrip()[-1:]
        return _full(text, quotation) and stop in _STOP
    gap = quotation.first - before.last - 1
    if gap > 1:
        return False
    between = here.paragraphs.get(before.last + 1, ()) if gap else ()
    named = any(t.ent in {"PERSON", "NORP", "ORG"} for s in between for t in s.tokens)
    short = sum(len(s.text.split()) for s in between) <= _CAPTION
    return _opens_line(text, quotation) and short and (gap == 0 or not named)


def _said_before(here: _Here, quotation: Quotation) -> int | None:
    """Return whose words a quotation goes on from, when the sentence before it reports them.

    She said the cellar was dark. "We could see nothing."
    """
    opens = _opens_line(here.text, quotation)
    if not opens and not _full(here.text, quotation):
        return None
    last = here.placed.before(quotation.part, quotation.start)
    if last is None or last.paragraph < quotation.first - 1:
        return None
    if last.paragraph < quotation.first and not opens:
        return None
    for i in here.by_sentence.get(last.number, ()):
        candidate = here.candidates[i]
        cue = cues().get(candidate.verb or "")
        if cue is None or candidate.source is None:
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
