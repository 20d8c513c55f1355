"""A part of a document -> its quotations: from an opening mark to the closing one, marks included.

A quotation may run over paragraphs: the first leaves its mark open, the next opens anew.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cenotaph.model import Part, Span
from cenotaph.text.reading import Sentence

# ''..'' is how older wire archives write a double mark; “" is a mark typed twice.
_DOUBLE = re.compile(r"[“”«»\"]{1,2}|''|``")
_SINGLE_OPEN = re.compile(r"(?<![\w’'.,])[‘'](?=[\w“\"])")
# In 'the families' homes', he said' the plural's apostrophe is no closing mark: a stop or a dash
# must stand on one side.
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?…])[’'](?!\w)|(?<=\w)[’'](?=[.,;:!?)]|\s*$|\s[–—-])")
_CLOSER = re.compile("[”»]")
_OPENERS = "“«``"
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b(?!\.)")


class Quotation(NamedTuple):
    """Words between quotation marks; offsets in one part, marks included."""

    start: int
    end: int
    part: Part
    first: int  # paragraph it starts in
    last: int  # paragraph it ends in

    @property
    def span(self) -> Span:
        """Return its span, marks included."""
        return Span(start=self.start, end=self.end, part=self.part)


class Paragraph(NamedTuple):
    """The stretch of a part that the sentences of one paragraph cover."""

    number: int
    part: Part
    start: int
    end: int


def paragraphs(sentences: Sequence[Sentence]) -> tuple[Paragraph, ...]:
    """Return the paragraphs in reading order."""
    found: dict[int, Paragraph] = {}
    for s in sentences:
        old = found.get(s.paragraph)
        start = old.start if old else s.span.start
        found[s.paragraph] = Paragraph(s.paragraph, s.part, start, s.span.end)
    return tuple(found.values())


def quotations(text: str, stretches: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Return the quotations of one part, in reading order, none inside another."""
    found: list[Quotation] = []
    open_since: Quotation | None = None  # left open at the end of the paragraph before
    for stretch in stretches:
        spans = list(_pairs(text, stretch))
        if open_since is not None and spans and _leads(spans[0], stretch):
            start, end, closed = spans.pop(0)
            joined = open_since._replace(end=end, last=stretch.number)
            found[-1] = joined
            open_since = None if closed else joined
        else:
            open_since = None
        for start, end, closed in spans:
            quotation = Quotation(start, end, stretch.part, stretch.number, stretch.number)
            found.append(quotation)
            open_since = None if closed else quotation
    return tuple(found)


def unmarked(
    text: str, sentences: Sequence[Sentence], quoted: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """Return the quotations, those with a closing mark set too early carried on to its place.

    “We have no beds left.” We had 40 wounded last night. The second sentence is still the
    speaker's: it follows in the same paragraph and speaks of "we", as the quotation does.
    """
    starts = {s.span.start: s for s in sentences}
    found: list[Quotation] = []
    for q in quoted:
        end = q.end
        while _FIRST_PERSON.search(text, q.start, q.end):
            gap = re.compile(r"\s*").match(text, end)
            follower = starts.get(gap.end() if gap else end)
            if follower is None or follower.paragraph != q.last or not _ours(follower):
                break
            end = follower.span.end
        found.append(q._replace(end=end))
    return tuple(found)


def _ours(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of "we", quotes nobody and names no one who says it."""
    words = sentence.text
    if not _FIRST_PERSON.search(words) or _DOUBLE.search(words):
        return False
    return not any(t.text in {"said", "says", "say", "told", "added"} for t in sentence.tokens)


def _leads(span: tuple[int, int, bool], stretch: Paragraph) -> bool:
    return span[0] == stretch.start


def _pairs(text: str, stretch: Paragraph) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, closed) of the quotations in one paragraph."""
    double = list(_doubles(text, stretch))
    edge = stretch.start
    for start, end, closed in [*double, (stretch.end, stretch.end, True)]:
        yield from _singles(text, edge, start)
        if start < end:
            yield start, end, closed
        edge = end


def _doubles(text: str, stretch: Paragraph) -> Iterator[tuple[int, int, bool]]:
    opened: int | None = None
    depth = 0
    closers = [m.start() for m in _CLOSER.finditer(text, stretch.start, stretch.end)]
    for mark in _DOUBLE.finditer(text, stretch.start, stretch.end):
        opens = _opens(text, mark, stretch)
        if opened is None:
            if opens:
                opened, depth = mark.start(), 1
        elif opens and mark.group()[0] in _OPENERS and _after(closers, mark) > depth:
            depth += 1  # curly marks nest: “she shouted “run” and ran”
        elif not opens or mark.group()[0] not in _OPENERS:
            depth -= 1
            if depth == 0:
                yield opened, mark.end(), True
                opened = None
    if opened is not None:
        yield opened, stretch.end, False


def _opens(text: str, mark: re.Match[str], stretch: Paragraph) -> bool:
    """Tell whether a mark opens: by its shape, else by the blanks around it."""
    shape = mark.group()[0]
    if shape in _OPENERS:
        return True
    if shape in "”»":
        return False
    before = text[mark.start() - 1] if mark.start() > stretch.start else " "
    after = text[mark.end()] if mark.end() < stretch.end else " "
    return (before.isspace() or before in "([—–-‘'") and not after.isspace()


def _after(closers: Sequence[int], mark: re.Match[str]) -> int:
    """Return how many closing marks follow."""
    return len(closers) - bisect_left(closers, mark.end())


def _singles(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    at = start
    while (opener := _SINGLE_OPEN.search(text, at, end)) is not None:
        closer = _SINGLE_CLOSE.search(text, opener.end(), end)
        if closer is None:
            return
        yield opener.start(), closer.end(), True
        at = closer.end()
