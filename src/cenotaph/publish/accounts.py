"""`accounts`: what each account alone says, its main incident first (CONTRACT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from cenotaph.model import ACCIDENT, AccountIncident, AccountToll, Record
from cenotaph.publish import Options, Shape, discreet, place_value, shown, write_lines

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every reference."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, in order of reference."""
    record = discreet(record, options)
    told, wanted = dict(record.stories), {i.id for i in shown(record, options)}
    for capture in record.captures:
        incidents = [
            _incident(i)
            for i in told.get(capture.document, ())
            if (options.accidents or i.event_type != ACCIDENT)
            and (not options.only_reviewed or i.incident in wanted)
        ]
        yield {"document": capture.document, "ref": capture.ref, "incidents": incidents}


def _incident(told: AccountIncident) -> dict[str, object]:
    return {
        "incident": told.incident,
        "killed": _toll(told.killed),
        "injured": _toll(told.injured),
        "missing": _toll(told.missing),
        "first": told.first,
        "last": told.last,
        "place": place_value(told.place) if told.place else None,
        "event_type": told.event_type,
        "sub_event_type": told.sub_event_type,
        "parties": list(told.parties),
    }


def _toll(toll: AccountToll | None) -> dict[str, object] | None:
    return msgspec.structs.asdict(toll) if toll else None
