"""`csv`: the contract's row of an incident for spreadsheets; nested values are joined by "; ".

Claims' ids stand in the sidecar. What has parts of its own (a toll, a place) is written as
"part: value, part: value", without the parts that are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from cenotaph.model import Record
from cenotaph.publish import CONTRACT, Options, Shape, contract_rows, led, told
from cenotaph.tables import Cell, Row, comma_separated, joined, row

SHAPE: Shape = "stream"
COLUMNS = (
    "id", "aliases", "title", "event_type", "sub_event_type", "first", "last", "date_precision",
    "place", "targets", "weapons", "victims", "tolls", "responsibility", "conflicts", "accounts",
    "refs", "independent_sources", "review", "decisions", "because", "policy", "contract", "record",
)  # fmt: skip


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write a header and one line for every incident."""
    out.writelines(comma_separated(COLUMNS, _rows(record, options)))


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each column of each row."""
    return led(record, options, COLUMNS, _rows(record, options))


def _rows(record: Record, options: Options) -> Iterator[Row]:
    incidents, known = told(record, options)
    days = {i.id: known.days(i) for i in incidents}
    for incident in contract_rows("incidents", record, options):
        name = str(incident["id"])
        whole = {**incident, "contract": CONTRACT, "record": record.digest}
        said = {column: joined(whole[column]) for column in COLUMNS}
        for day in ("first", "last"):
            said[day] = Cell(value=said[day].value, claims=days[name])
        yield row(name, COLUMNS, said)
