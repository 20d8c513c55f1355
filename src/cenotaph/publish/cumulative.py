"""`cumulative`: figures that are no incident's: cumulative, over a period, stocks (CONTRACT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from cenotaph.model import Place, Record, Series
from cenotaph.publish import Options, Shape, discreet, place_value, write_lines

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every series."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, by id."""
    for series in discreet(record, options).series:
        yield _row(series)


def _row(series: Series) -> dict[str, object]:
    place = series.place
    found = place_value(place.value) if place and isinstance(place.value, Place) else None
    return {
        "id": series.id,
        "scope": series.scope,
        "place": found,
        "since": series.since,
        "as_of": series.as_of,
        "outcome": series.outcome,
        "people": msgspec.structs.asdict(series.people),
        "low": series.low,
        "high": series.high,
        "approximate": series.approximate,
        "speaker": series.speaker,
        "status": series.status,
        "sources": series.sources,
        "claims": list(series.claims),
        "policy": series.policy,
    }
