"""Things by where they stand in a document, so that those at a span are found at once.

A document may be as long as it likes: whoever asks what stands in a sentence must not look at
everything else. Every part is cut into stretches, and each thing is noted in those it touches.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from cenotaph.model import Part, Span

_STRETCH = 256  # characters

T = TypeVar("T")


class Spans(Generic[T]):
    """Things with one or more spans each; answers come in the order the things were given."""

    def __init__(self, things: Iterable[T], spans_of: Callable[[T], Iterable[Span]]) -> None:
        """Note the things; one without spans is never found."""
        self._things = tuple(things)
        self._spans: list[tuple[Span, ...]] = []
        self._noted: dict[Part, dict[int, list[int]]] = {}
        for order, thing in enumerate(self._things):
            spans = tuple(spans_of(thing))
            self._spans.append(spans)
            for span in spans:
                noted = self._noted.setdefault(span.part, {})
                for stretch in _stretches(span):
                    orders = noted.setdefault(stretch, [])
                    if not orders or orders[-1] != order:
                        orders.append(order)
        self._ends: dict[Part, tuple[list[int], list[int]]] | None = None

    def within(self, span: Span) -> list[T]:
        """Return the things of which a span lies within this one."""
        return self._those(span, span.holds)

    def meeting(self, span: Span) -> list[T]:
        """Return the things of which a span shares a character with this one."""
        return self._those(span, span.meets)

    def holding(self, span: Span) -> list[T]:
        """Return the things of which a span holds this one."""
        return self._those(span, lambda other: other.holds(span))

    def at(self, part: Part, offset: int) -> T | None:
        """Return the first thing that covers an offset."""
        for order in self._noted.get(part, {}).get(offset // _STRETCH, ()):
            if any(s.part == part and s.start <= offset < s.end for s in self._spans[order]):
                return self._things[order]
        return None

    def before(self, part: Part, offset: int) -> T | None:
        """Return the last thing, in the order given, that ends at an offset or before it."""
        if self._ends is None:
            self._ends = self._by_end()
        ends, last = self._ends.get(part, ([], []))
        at = bisect_right(ends, offset)
        return self._things[last[at - 1]] if at else None

    def _those(self, span: Span, fits: Callable[[Span], bool]) -> list[T]:
        noted = self._noted.get(span.part, {})
        found = [orders for n in _stretches(span) if (orders := noted.get(n)) is not None]
        if not found:
            return []
        orders = found[0] if len(found) == 1 else sorted({n for some in found for n in some})
        return [self._things[n] for n in orders if any(map(fits, self._spans[n]))]

    def _by_end(self) -> dict[Part, tuple[list[int], list[int]]]:
        """Return, by part, the ends of spans in order and the last thing up to each."""
        found: dict[Part, tuple[list[int], list[int]]] = {}
        every = ((s.end, n, s.part) for n, spans in enumerate(self._spans) for s in spans)
        for end, order, part in sorted(every):
            ends, last = found.setdefault(part, ([], []))
            ends.append(end)
            last.append(max(order, last[-1]) if last else order)
        return found


def _stretches(span: Span) -> range:
    """Return the stretches that a span touches."""
    return range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1)
