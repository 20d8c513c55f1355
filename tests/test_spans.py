"""What stands at a span is found by looking it up: the same answers as by going through all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cenotaph.model import Part, Span
from cenotaph.text.spans import Spans

PARTS: st.SearchStrategy[Part] = st.sampled_from(("title", "text"))
SPANS = st.builds(
    lambda start, size, part: Span(start=start, end=start + size, part=part),
    st.integers(0, 900), st.integers(1, 400), PARTS,
)  # fmt: skip
THINGS = st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=12)


def _those(things: list[tuple[Span, ...]]) -> Spans[tuple[Span, ...]]:
    return Spans(things, lambda spans: spans)


@given(THINGS, SPANS)
def test_things_within_meeting_and_holding_a_span_are_those_of_a_plain_search(
    things: list[tuple[Span, ...]], span: Span
) -> None:
    found = _those(things)
    assert found.within(span) == [t for t in things if any(span.holds(s) for s in t)]
    assert found.meeting(span) == [t for t in things if any(span.meets(s) for s in t)]
    assert found.holding(span) == [t for t in things if any(s.holds(span) for s in t)]


@given(THINGS, PARTS, st.integers(0, 1400))
def test_the_thing_at_an_offset_is_the_first_that_covers_it(
    things: list[tuple[Span, ...]], part: Part, offset: int
) -> None:
    covering = (t for t in things if any(s.part == part and s.start <= offset < s.end for s in t))
    assert _those(things).at(part, offset) == next(covering, None)


@given(THINGS, PARTS, st.integers(0, 1400))
def test_the_thing_before_an_offset_is_the_last_given_that_ends_there_or_earlier(
    things: list[tuple[Span, ...]], part: Part, offset: int
) -> None:
    before = [t for t in things if any(s.part == part and s.end <= offset for s in t)]
    assert _those(things).before(part, offset) == (before[-1] if before else None)
