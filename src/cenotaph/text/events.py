"""Sentences -> event mentions, those of one event joined: "the bombing", "the attack", "killed".

A document starts on one event and stays with it until the words say otherwise: another day, another
place, "a separate", "in a similar attack last year". Older events told beside it are background.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.model import Document, Mention, Span, mention_id
from cenotaph.text.harm import harms
from cenotaph.text.harm_words import EventWord, event_words
from cenotaph.text.harms_in import wholes
from cenotaph.text.reading import DayPhrase, NamePhrase, NumberPhrase, Reading, Sentence, Speech
from cenotaph.text.victims import Whole, singular

_GENERIC = EventWord("harm", "v", False, "Violence against civilians", "Attack")
_BACKGROUND = re.compile(
    r"\b(?:(?:last|previous|past) (?:year|month|summer|winter|spring|autumn|fall)|\w+ (?:years?|months?|decades?) (?:ago|earlier|before)|"
    r"in (?:19|20)\d\d|of (?:19|20)\d\d|earlier this (?:year|month)|(?:similar|previous|earlier|past) (?:attack|incident|bombing|shooting|strike|case|raid|killing)s?|"
    r"anniversary|historic(?:al)?|since (?:19|20)\d\d)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"^\W*(?:elsewhere|meanwhile|in (?:another|a separate|an unrelated|a second|other)|in a different|separately|"
    r"(?:a|an|the) (?:separate|unrelated|second|third)\b.{0,40}\b(?:attack|bomb|bombing|blast|explosion|shooting|strike|incident))",
    re.I,
)


class _Head(msgspec.Struct, frozen=True):
    """A token that points at an event, and what its word says of the kind."""

    sentence: Sentence
    token: int
    word: EventWord
    background: bool


def find_mentions(  # noqa: PLR0913  (the steps before it, in order)
    document: Document,
    sentences: Sequence[Sentence],
    numbers: Sequence[NumberPhrase],
    days: Sequence[DayPhrase],
    names: Sequence[NamePhrase],
    speech: Sequence[Speech],
) -> tuple[Mention, ...]:
    """Return the event mentions of a document in reading order, joined by event."""
    del days, speech
    heads = [h for whole in wholes(sentences, numbers, names) for h in _heads(whole)]
    return tuple(_joined(document, heads))


def _heads(whole: Whole) -> Iterator[_Head]:
    sentence = whole.sentence
    harmed = {h.trigger for h in harms(whole)}
    old = bool(_BACKGROUND.search(sentence.text))
    for i, token in enumerate(sentence.tokens):
        word = _event_word(sentence, i)
        if word is None and i in harmed:
            word = _GENERIC
        if word is not None and token.text:
            yield _Head(sentence, i, word, old)


def _event_word(sentence: Sentence, index: int) -> EventWord | None:
    token = sentence.tokens[index]
    part = "v" if token.pos in {"VERB", "AUX"} else "n"
    lemma = token.lemma.lower() if part == "v" else singular(token.text)
    return event_words().get(f"{lemma}/{part}")


def _joined(document: Document, heads: Sequence[_Head]) -> Iterator[Mention]:
    current: str | None = None
    old: dict[int, str] = {}
    for head in heads:
        token = head.sentence.tokens[head.token]
        span = Span(start=token.start, end=token.end, part=head.sentence.part)
        own = mention_id(document.id, span)
        if head.background:
            event = old.setdefault(head.sentence.number, own)
        elif current is None or (_ELSEWHERE.search(head.sentence.text) and head.sentence.number not in old):
            old[head.sentence.number] = own
            event = current = own
        else:
            event = current
        yield Mention(
            id=own, document=document.id, span=span, event=event,
            event_type=head.word.event_type, sub_event_type=head.word.sub_event_type,
            background=head.background,
        )  # fmt: skip


def mention_for(reading: Reading, span: Span) -> Mention | None:
    """Return the mention a claim at this span hangs on.

    The nearest in its sentence; else the last one before it; else the first of the document.
    """
    sentence = reading.sentence_of(span)
    beside = [m for m in reading.mentions if sentence.span.holds(m.span)]
    if beside:
        return min(beside, key=lambda m: (_distance(m.span, span), m.span.start))
    before = [m for m in reading.mentions if m.span.part == span.part and m.span.end <= span.start]
    if before:
        return before[-1]
    return reading.mentions[0] if reading.mentions else None


def _distance(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
