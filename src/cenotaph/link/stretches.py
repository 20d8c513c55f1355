"""An account's text -> which of it tells of which event: the stretch of each telling."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.model import Account, Part, Span, Telling

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+[\"'”’)\]]*(?=\s|$)|(?=\n)|$)")
_LONGEST = 20_000  # code points of a text beyond which no more of it is compared


class Sentence(msgspec.Struct, frozen=True):
    """A sentence and the event that it tells of."""

    span: Span
    event: str
    names: bool  # a mention or claim of the event lies in it; else it goes on about it


class Stretches:
    """Which sentences of an account tell of which of its events."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = {
            part: [s.span.start for s in sentences if s.span.part == part] for part in _PARTS
        }
        self._events = {
            part: [s.event for s in sentences if s.span.part == part] for part in _PARTS
        }

    def event_at(self, span: Span) -> str | None:
        """Return the event that the sentence at the start of a span tells of."""
        at = bisect_right(self._starts[span.part], span.start) - 1
        return self._events[span.part][at] if at >= 0 else None


_PARTS: tuple[Part, ...] = ("title", "text")


def stretches(account: Account, told: Sequence[Telling]) -> Stretches:
    """Return which sentences tell of which telling's event.

    A sentence belongs to the event that most of its mentions and claims are of; one without any
    goes on about the event of the sentence before it.
    """
    marked = _marked(told)
    now = told[0].event if told else ""
    found = []
    for span in _sentences(account):
        starts = marked[span.part]
        here = Counter(
            event for _, event in starts[_at(starts, span.start) : _at(starts, span.end)]
        )
        if here:
            now = max(here, key=lambda e: (here[e], e == now, e))
        found.append(Sentence(span, now, bool(here)))
    return Stretches(found)


def _at(starts: Sequence[tuple[int, str]], offset: int) -> int:
    return bisect_right(starts, (offset, ""))


def _marked(told: Sequence[Telling]) -> dict[Part, list[tuple[int, str]]]:
    """Return, for each part of the document, where which event is spoken of, in order."""
    found: dict[Part, list[tuple[int, str]]] = {part: [] for part in _PARTS}
    for telling in told:
        for span in (*(m.span for m in telling.mentions), *(c.evidence for c in telling.claims)):
            found[span.part].append((span.start, telling.event))
    return {part: sorted(starts) for part, starts in found.items()}


def _sentences(account: Account) -> Iterator[Span]:
    document = account.document
    if document.title:
        yield Span(start=0, end=len(document.title), part="title")
    for match in _SENTENCE.finditer(document.text[:_LONGEST]):
        yield Span(start=match.start(), end=match.end())
