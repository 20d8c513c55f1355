"""`notes`: what people keep beside incidents for themselves: codes, tags and, with names, notes.

The contract has no such rows; they are linked to its incidents by id. No reading knows the names in
a note, so its words, and who wrote it, are told only where names are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from cenotaph.model import Decision, Record, Remarked, without_names
from cenotaph.publish import Options, Shape, discreet, hidden_names, shown, write_lines

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every incident with a code, a tag or a note."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, by day of the incident."""
    hidden, remarked = hidden_names(record, options), Remarked(record.decisions, record.accounts)
    for incident in shown(discreet(record, options), options):
        kept = without_names(remarked.of(incident), hidden)
        if kept.codes or kept.tags or kept.notes:
            yield {
                "incident": incident.id,
                "title": incident.title,
                "codes": list(kept.codes),
                "tags": list(kept.tags),
                "notes": [_note(d, options) for d in kept.notes],
            }


def _note(decision: Decision, options: Options) -> dict[str, object]:
    words = decision.remark.words if decision.remark is not None else None
    return {
        "decision": decision.id,
        "at": decision.at,
        "reviewer": decision.reviewer if options.names else None,
        "words": words if options.names else None,
    }
