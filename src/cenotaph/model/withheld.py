"""Withheld names -> where they stand in an account and in values, and words in their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import is_
from typing import NamedTuple, TypeVar, cast

import msgspec

from cenotaph.model.account import Account
from cenotaph.model.assertion import Count, Name, Place
from cenotaph.model.base import Span
from cenotaph.model.capitals import is_noun, is_verb, only_opens
from cenotaph.model.hidden import Hidden, standing
from cenotaph.model.private import PARTS, others

T = TypeVar("T")

WITHHELD = "[name withheld]"
_NAMELESS = (Place, Span, Count)
# Words of ours, in which no name can stand: a wire's "IED" taken for one left "Remote
# explosive/landmine/[name withheld]" as the kind of every such incident.
_OURS = frozenset({"title", "event_type", "sub_event_type", "grade"})
_NOBODY: frozenset[str] = frozenset()


def withheld(account: Account, hidden: Hidden) -> tuple[Span, ...]:
    """Return where an account's words hold a withheld name, in reading order, none overlapping.

    That is where its own reading saw the person, in whatever form, and where the whole name stands
    though the reading took it for something else.
    """
    seen = [
        m.span
        for m in account.marks
        if isinstance(m.value, Name) and m.value.name in hidden and not _is_noun(account, m.span)
    ]
    for part in PARTS:
        words = account.document.words(part)
        found = tuple(standing(words, hidden, fewest=1))
        known = others(account, part, hidden) if found else bytearray()
        seen += [
            Span(start=s, end=e, part=part)
            for s, e in found
            if not _is_something_else(words, s, e, known)
            if not is_noun(words, s, e, headline=part == "title")
        ]
    spans: list[Span] = []
    for span in sorted(seen, key=lambda s: (s.part, s.start, -s.end)):
        if spans and spans[-1].part == span.part and span.start < spans[-1].end:
            whole = max(span.end, spans[-1].end)
            spans[-1] = Span(start=spans[-1].start, end=whole, part=span.part)
        else:
            spans.append(span)
    return tuple(spans)


def _is_noun(account: Account, span: Span) -> bool:
    words = account.document.words(span.part)
    return is_noun(words, span.start, span.end, headline=span.part == "title")


def without_names(value: T, hidden: Hidden, publishers: frozenset[str] = _NOBODY) -> T:
    """Return a value with each withheld name in its words replaced, however deep it stands.

    Places and the titles made of them stay: a person may be called as a town is. So do the kinds of
    events and the grades, which are a list's words and no account's; and a word of the name of one
    of the publishers: "the Marlow Herald" tells of no Marlow.
    """
    return cast("T", _Masking(hidden, publishers).of(value)) if hidden else value


class _Masking(NamedTuple):
    """What is replaced in values."""

    hidden: Hidden
    publishers: frozenset[str]

    def of(self, value: object) -> object:
        """Return the value itself where nothing in it changes: most of a record names nobody."""
        match value:
            case str() if value.isalnum():  # one word; most are ids
                return WITHHELD if value in self.hidden else value
            case str():
                for start, end in reversed(tuple(self._found(value))):
                    value = value[:start] + WITHHELD + value[end:]
                return value
            case tuple():
                parts = tuple([self.of(one) for one in value])
                return value if all(map(is_, parts, value)) else parts
            case msgspec.Struct() if not isinstance(value, _NAMELESS):
                kept = [(n, getattr(value, n)) for n in value.__struct_fields__ if n not in _OURS]
                changed = {n: new for n, v in kept if (new := self.of(v)) is not v}
                return msgspec.structs.replace(value, **changed) if changed else value
            case _:
                return value

    def _found(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield where a withheld name stands, but a single word of a publisher's name."""
        known: list[tuple[int, int]] | None = None
        for start, end in standing(words, self.hidden, fewest=1):
            if " " not in words[start:end] and self.publishers:
                if known is None:
                    known = list(standing(words, self.publishers, fewest=2))
                if any(first <= start and end <= last for first, last in known):
                    continue
            yield start, end


def quoted(account: Account, span: Span, hidden: tuple[Span, ...]) -> str:
    """Return the words of a span, each withheld name replaced by words that say so."""
    words = account.document.quote(span)
    # They are in reading order: of thousands in a long account only those here are looked at.
    first = bisect_right(hidden, (span.part, span.start), key=lambda h: (h.part, h.end))
    after = bisect_left(hidden, (span.part, span.end), key=lambda h: (h.part, h.start))
    for name in reversed(hidden[first:after]):
        start = max(name.start - span.start, 0)
        words = words[:start] + WITHHELD + words[max(name.end - span.start, 0) :]
    return words


def _is_something_else(words: str, start: int, end: int, known: bytearray) -> bool:
    """Tell whether a withheld name's words are a place or a day there, or open a sentence.

    A single word is easily something else ("Hope faded"), several are only by what was looked up.
    """
    if " " in words[start:end]:
        return known.count(2, start, end) == end - start
    return known[start] != 0 or only_opens(words, start, end) or is_verb(words, start)
