"""`annotations`: every span found and what it is (CONTRACT)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, assert_never

from cenotaph.model import (
    Account,
    Event,
    Mark,
    Name,
    Noted,
    Numeral,
    Place,
    Quotation,
    Record,
    Span,
    When,
    quoted,
    withheld,
    without_names,
)
from cenotaph.publish import (
    Options,
    Shape,
    hidden_names,
    place_value,
    refs,
    write_lines,
)
from cenotaph.text.areas import with_middle

SHAPE: Shape = "stream"
_SHAPES = {
    "year": r"[\dX]{4}",
    "month": r"[\dX]{4}-\d\d",
    "day": r"[\dX]{4}-(?:WXX-\d|[\dX]{2}-\d\d)",
}


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every span."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, reference by reference, in reading order."""
    known, names = refs(record), hidden_names(record, options)
    for account in record.accounts:
        hidden = withheld(account, names)
        marks = sorted(
            without_names(account.marks, names),
            key=lambda m: (m.span.part != "title", m.span.start),
        )
        for ref in known.get(account.document.id, ()):
            yield from (_row(account, mark, hidden, ref) for mark in marks)


def _row(account: Account, mark: Mark, hidden: tuple[Span, ...], ref: str) -> dict[str, object]:
    kind, value = _value(mark.value)
    quote = quoted(account, mark.span, hidden)
    return {
        "document": account.document.id,
        "ref": ref,
        "in": mark.span.part,
        "type": kind,
        "start": mark.span.start,
        "end": mark.span.end,
        "quote": quote,
        "value": value,
    }


def _value(noted: Noted) -> tuple[str, dict[str, object]]:
    match noted:
        case Place():
            return "place", place_value(with_middle(noted))
        case When():
            return "date", _days(noted)
        case Name():
            return noted.kind, {"name": noted.name}
        case Event():
            kinds = {"event_type": noted.event_type, "sub_event_type": noted.sub_event_type}
            return "event", dict(kinds)
        case Quotation():
            return "quote", {
                "source": _pair(noted.source),
                "cue": _pair(noted.cue),
                "speaker": noted.speaker,
                "direct": noted.direct,
            }
        case Numeral():
            return "number", {
                "low": noted.count.low,
                "high": noted.count.high,
                "approximate": noted.count.approximate,
                "vague": noted.count.vague,
            }
        case _:
            assert_never(noted)


def _days(when: When) -> dict[str, object]:
    return {
        "timex": when.value or when.timex,
        "first": when.first,
        "last": when.last,
        "precision": when.precision or _fineness(when.timex),
    }


def _fineness(timex: str) -> str:
    """Return how fine words for a day are that no capture sets: "several days" are a range."""
    if timex.startswith("P") and timex[1:2] in {"T", "X", *"0123456789"}:
        return "range"
    return next((name for name, shape in _SHAPES.items() if re.fullmatch(shape, timex)), "about")


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
