"""`geojson`: a FeatureCollection (RFC 7946), one Feature an incident, the contract's row in it.

An incident whose place is not known has no geometry (3.2): null, which is not 0, 0. How exactly a
point is known stands in `properties.place.precision`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, cast

import msgspec

from cenotaph.model import Record
from cenotaph.publish import (
    CONTRACT,
    Evidence,
    Options,
    Shape,
    contract_rows,
    names_told,
)
from cenotaph.tables import joined

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the collection, a Feature a line; what it is of stands in foreign members (6.1)."""
    head = {
        "contract": CONTRACT,
        "record": record.digest,
        "policy": record.policy,
        "names": names_told(options),
    }
    encode = msgspec.json.Encoder().encode
    opening = encode({"type": "FeatureCollection", **head}).decode().removesuffix("}")
    out.write(f'{opening},"features":[')
    for number, row in enumerate(contract_rows("incidents", record, options)):
        out.write(",\n" if number else "\n")
        out.write(encode(_feature(row, record)).decode())
    out.write("\n]}\n")


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each property of each Feature."""
    known = Evidence(record, options)
    for row in contract_rows("incidents", record, options):
        yield known.row(str(row["id"]), {key: joined(value).claims for key, value in row.items()})


def _feature(row: dict[str, object], record: Record) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": _point(cast("dict[str, object] | None", row["place"])),
        "properties": {**row, "contract": CONTRACT, "record": record.digest},
    }


def _point(place: dict[str, object] | None) -> dict[str, object] | None:
    if place is None or place["lat"] is None or place["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
