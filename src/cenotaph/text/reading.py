"""The shape of a document once read as language; what every extractor takes.

Tokens know their sentence only: `head` and `Sentence.kids` are indices into `Sentence.tokens`.
A sentence that the gate held back from the parser has no tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal, TypeVar, cast

import msgspec

from cenotaph.model import Count, Document, Mention, Part, Skipped, Span, Value, When
from cenotaph.text.harm_words import Harmed
from cenotaph.text.spans import Spans

R = TypeVar("R")
_BLANKS = {ord(c): " " for c in "\n\r\t\u00a0"}


class Token(msgspec.Struct, frozen=True, array_like=True):
    """One word with its place in the document and in its sentence's grammar."""

    text: str
    start: int  # offset in the sentence's part
    end: int
    lemma: str
    pos: str  # universal part of speech: NOUN, VERB, NUM ...
    tag: str  # Penn tag: VBD, VBN, VBG ...
    dep: str  # dependency label: nsubj, nsubjpass, dobj, relcl ... ; ROOT for the root
    head: int  # index of its head in the sentence; its own index for the root
    ent: str  # entity label of the small model, "" for none


Role = Literal["heading", "incident", "total", "part", "addend", "sum", "series"]
"""A heading; a row of one incident; the total of one; a part of it; one of hospitals or sides that
make up a total not told; the sum of several; that of provinces, towns or months."""


class Cell(msgspec.Struct, frozen=True):
    """A figure of harm in a row: its offsets, and what befell those it counts."""

    start: int
    end: int
    outcome: Harmed


class Row(msgspec.Struct, frozen=True):
    """One line of a table; `place` holds the offsets of the cell that says where."""

    start: int
    end: int
    role: Role
    cells: tuple[Cell, ...] = ()
    place: tuple[int, int] | None = None


class Sentence(msgspec.Struct, frozen=True, dict=True):
    """One sentence; `number` counts through the title first, then the text."""

    number: int
    span: Span
    paragraph: int
    text: str
    tokens: tuple[Token, ...] = ()  # () when not parsed
    kids: tuple[tuple[int, ...], ...] = ()  # children of each token, left to right
    row: Row | None = None  # of a table

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Return the tokens' texts in lower case; "17 year old", one token, as "17-year-old"."""
        return tuple(token.text.lower().replace(" ", "-") for token in self.tokens)

    @cached_property
    def cased(self) -> str:
        """Return the text as its tokens write it (true case), line ends as blanks, same offsets."""
        line = list(self.text.translate(_BLANKS))
        for token in self.tokens:
            start = token.start - self.span.start
            if len(token.text) == token.end - token.start:
                line[start : start + len(token.text)] = token.text
        return "".join(line)

    @cached_property
    def done(self) -> dict[object, object]:
        """Return what was worked out of the sentence already, by whoever keeps it here."""
        return {}

    @property
    def part(self) -> Part:
        """Tell whether the sentence stands in the text or in the title."""
        return self.span.part

    def span_of(self, first: int, last: int) -> Span:
        """Return the span from token `first` to token `last`, both included."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return Span(start=start, end=end, part=self.span.part)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the indices of a token and all below it, in reading order."""
        found = [index]
        for i in found:  # grows while it runs
            found.extend(self.kids[i])
        return tuple(sorted(found))

    def token_at(self, offset: int) -> int | None:
        """Return the index of the token that covers an offset."""
        for i, token in enumerate(self.tokens):
            if token.start <= offset < token.end:
                return i
        return None


class NumberPhrase(Value):
    """A figure with its hedge: "at least 17", "some 40 to 50", "no fewer than a dozen"."""

    span: Span  # hedge and figure
    figure: Span  # the figure alone
    count: Count
    hedge: str | None = None
    kind: Literal["count", "ordinal-or-other"] = "count"
    role: Literal["plain", "another", "of-whom", "zero", "article"] = "plain"


class DayPhrase(Value):
    """Words for a day or a period."""

    span: Span
    when: When


class NamePhrase(Value):
    """A name: of a person, a place or an organization; `name` is unified in the document."""

    span: Span
    kind: Literal["person", "place", "organization"]
    name: str
    relation: str | None = None  # for places: "12 km south of"
    # For places, what the name alone suggests ("way": a street, river, park); None: unknown.
    scale: Literal["country", "region", "town", "way"] | None = None


class Speech(Value):
    """Reported speech, direct or not. Several contents when a quotation is broken by its source."""

    contents: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = (
        None  # unified name, or the noun ("police", "residents"); None: unresolved
    )
    role: str | None = None  # a model.Role
    side: str | None = None
    via: tuple[str, ...] = ()
    direct: bool = False
    verb: str | None = None  # lemma of the cue: "say", "deny", "claim"


class Shared(Value):
    """A mention of what is told of several events at once, and those of the others.

    In a row of acts these stand at the names of their places.
    """

    mention: str
    others: tuple[Mention, ...]
    places: tuple[Span, ...] = ()  # where the acts of a row were, its first before the others'


class Reading(Value, dict=True, gc=True):
    """Everything the text layer knows of one document, for the extractors.

    What stands at a span is looked up, not searched for: reading is linear in a text's length.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    numbers: tuple[NumberPhrase, ...] = ()
    days: tuple[DayPhrase, ...] = ()
    names: tuple[NamePhrase, ...] = ()
    speech: tuple[Speech, ...] = ()
    mentions: tuple[Mention, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    shared: tuple[Shared, ...] = ()

    @property
    def placed(self) -> tuple[Mention, ...]:
        """Return the mentions that stand for the later acts of a row, each once."""
        return tuple(dict.fromkeys(m for s in self.shared for m in s.others))

    @cached_property
    def rows(self) -> Mapping[Span, Span]:
        """Return the words of acts told in a row, by the name of each place of it."""
        words = {m.id: m.span for m in self.mentions}
        return {place: words[s.mention] for s in self.shared for place in s.places}

    def sentence_of(self, span: Span) -> Sentence:
        """Return the sentence in which a span starts."""
        found = self.sentences_at.at(span.part, span.start)
        if found is None:
            raise LookupError(f"no sentence holds {span}")
        return found

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before one, None where its part opens with it."""
        last = self.sentences[sentence.number - 1] if sentence.number else None
        return last if last is not None and last.part == sentence.part else None

    def after(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence behind one, None where its part ends with it."""
        following = self.sentences[sentence.number + 1 : sentence.number + 2]
        return next((s for s in following if s.part == sentence.part), None)

    def once(self, work: Callable[[Reading], R]) -> R:
        """Return what some work makes of the reading; it is done at the first asking."""
        if work not in self._done:
            self._done[work] = work(self)
        return cast("R", self._done[work])

    @cached_property
    def _done(self) -> dict[Callable[[Reading], object], object]:
        return {}

    @cached_property
    def sentences_at(self) -> Spans[Sentence]:
        """Return the sentences by where they stand."""
        return Spans(self.sentences, lambda s: (s.span,))

    @cached_property
    def numbers_at(self) -> Spans[NumberPhrase]:
        """Return the number phrases by where they stand."""
        return Spans(self.numbers, lambda n: (n.span,))

    @cached_property
    def days_at(self) -> Spans[DayPhrase]:
        """Return the words for days by where they stand."""
        return Spans(self.days, lambda d: (d.span,))

    @cached_property
    def names_at(self) -> Spans[NamePhrase]:
        """Return the names by where they stand."""
        return Spans(self.names, lambda n: (n.span,))

    @cached_property
    def mentions_at(self) -> Spans[Mention]:
        """Return the event mentions by where they stand."""
        return Spans(self.mentions, lambda m: (m.span,))

    @cached_property
    def current_at(self) -> Spans[Mention]:
        """Return the mentions of the account's own events by where they stand."""
        own = (m for m in self.mentions if not m.background)
        return Spans(own, lambda m: (m.span,))

    @cached_property
    def speech_at(self) -> Spans[Speech]:
        """Return the reported speech by where its contents stand."""
        return Spans(self.speech, lambda s: s.contents)

    @cached_property
    def cues_at(self) -> Spans[Speech]:
        """Return the reported speech by where its cue stands."""
        return Spans(self.speech, lambda s: () if s.cue is None else (s.cue,))
