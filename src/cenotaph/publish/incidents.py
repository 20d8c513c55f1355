"""`incidents`: every incident with its positions side by side (CONTRACT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from cenotaph.model import Attribute, Incident, Place, Record
from cenotaph.publish import Options, Shape, discreet, place_value, shown, write_lines

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every incident."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, by day."""
    for incident in shown(discreet(record, options), options):
        yield row(incident)


def row(incident: Incident) -> dict[str, object]:
    """Return one incident as the contract's object."""
    plain: dict[str, object] = msgspec.to_builtins(msgspec.structs.asdict(incident))
    for shown_only in ("reports", "said"):  # for people who read; programs find both in the claims
        del plain[shown_only]
    return {
        **plain,
        "place": _attribute(incident.place) if incident.place else None,
        "targets": [_attribute(a) for a in incident.targets],
        "weapons": [_attribute(a) for a in incident.weapons],
        "victims": [{**msgspec.structs.asdict(v), "claims": list(c)} for v, c in incident.victims],
        "tolls": [_figure(f) for f in incident.tolls],
        "responsibility": [msgspec.structs.asdict(b) for b in incident.responsibility],
        "conflicts": [msgspec.structs.asdict(c) for c in incident.conflicts],
    }


def _figure(figure: msgspec.Struct) -> dict[str, object]:
    values = msgspec.structs.asdict(figure)
    del values["sides"]  # for people who read; programs find the figures in the claims
    return {**values, "people": msgspec.structs.asdict(values["people"])}


def _attribute(attribute: Attribute) -> dict[str, object]:
    return {
        **_named(attribute.value),
        "claims": list(attribute.claims),
        "contested": attribute.contested,
        "alternatives": [_named(a) for a in attribute.alternatives],
    }


def _named(value: msgspec.Struct) -> dict[str, object]:
    return place_value(value) if isinstance(value, Place) else msgspec.structs.asdict(value)
