"""`xlsx`: the record as a workbook: incidents, tolls, who blames whom, sentences, sources.

Every figure's sentence stands in the sheet `Sentences`, beside its incident's id. Text is text: no
cell is a formula or a link. Days from 1900 on are dates of the spreadsheet's own.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import IO, Any, cast

import xlsxwriter

from cenotaph.errors import UsageError
from cenotaph.model import Record, Span, quoted, withheld
from cenotaph.publish import (
    Evidence,
    Options,
    Shape,
    contract_rows,
    discreet,
    first_captures,
    hidden_names,
    names_told,
    told,
)
from cenotaph.tables import Scalar, safe
from cenotaph.tables.sheets import Sheet, of_incidents, of_rows, of_series
from cenotaph.tables.told import Told

SHAPE: Shape = "file"
HOLDS_TOTALS = True

_ABOUT = ("what", "is")
_SENTENCES = (
    "incident", "id", "kind", "stance", "outcome", "low", "high", "vague", "name", "party",
    "who says so", "role", "quote", "sentence", "in", "start", "end", "document", "ref",
    "publisher", "published", "judged", "confidence",
)  # fmt: skip
_SOURCES = (
    "document", "ref", "publisher", "kind", "published", "title", "language", "url", "archive url",
    "copy of",
)  # fmt: skip
_NOTES = ("incident", "title", "codes", "tags", "note", "written on", "by")
_DAY = re.compile(r"(?:19|2\d)\d\d-\d\d-\d\d")
_MADE = dt.datetime(1980, 1, 1)  # noqa: DTZ001 # the same for every workbook: the same bytes
_MOST_LETTERS = 32_767  # of one cell
_MOST_ROWS = 1_048_576
_WIDE = {
    "title": 48, "note": 80, "quote": 48, "sentence": 80, "notes": 60, "what differs": 80, "is": 90,
    "held responsible": 48, "publishers": 36, "url": 40, "assessment": 48,
}  # fmt: skip
_NARROW = 14


def write(record: Record, out: IO[bytes], options: Options, /) -> None:
    """Write the workbook."""
    sheets = tuple(_sheets(record, options))
    for sheet in sheets:
        _expect_room(sheet)
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})
    book.set_properties({"title": "Cenotaph", "comments": record.digest, "created": _MADE})
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, head, day)
    book.close()
    out.write(made.getvalue())


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each row, which is named by its sheet and its incident or total."""
    known = Evidence(record, options)
    for sheet in _counted(record, options):
        for number, one in enumerate(sheet.rows, 1):
            yield known.row(f"{sheet.name} {one.name}", one.behind(sheet.columns), number)


def _counted(record: Record, options: Options) -> Iterator[Sheet]:
    incidents, known = told(record, options)
    yield from of_incidents(incidents, known)
    if not options.only_reviewed:  # nobody reviews a running total
        yield of_series(discreet(record, options).series)


def _sheets(record: Record, options: Options) -> Iterator[Sheet]:
    yield _about(record, options)
    yield from _counted(record, options)
    yield of_rows("Sentences", _SENTENCES, _sentences(record, options))
    yield of_rows("Sources", _SOURCES, _sources(record, options))
    notes = tuple(_notes(record, options))
    yield from (of_rows("Own notes", _NOTES, notes),) if notes else ()


def _about(record: Record, options: Options) -> Sheet:
    facts = {
        "record": record.digest,
        "policy": record.policy,
        "names of victims and private persons": names_told(options),
        "left out": "all that nobody has reviewed" if options.only_reviewed else "nothing",
        "an empty cell": "unknown; zero is written where somebody says that nobody was harmed",
        "at least, at most": "the lowest and the highest figure; at most is empty where it is open",
        "best": "the number that the policy or a person chose; empty where accounts contradict",
        "Tolls": "rows for some people are parts of the row for all: not to be added to it",
        "Running totals": "are in no incident: not to be added to incidents",
        "Sentences": "every claim with its words, as said, before any policy",
    }
    return of_rows("About", _ABOUT, ({"what": w, "is": i} for w, i in facts.items()))


def _sentences(record: Record, options: Options) -> Iterator[dict[str, object]]:
    captures, hidden = first_captures(record), hidden_names(record, options)
    accounts = {a.document.id: a for a in record.accounts}
    spans = {d: withheld(a, hidden) for d, a in accounts.items()}
    for claim in contract_rows("claims", record, options):
        document = str(claim["document"])
        start, end = _pair(claim["sentence"])
        part: Any = claim["in"]
        whole = Span(start=start, end=end, part=part)
        capture = captures.get(document)
        yield {
            **claim,
            "who says so": claim["speaker"]
            or ("the account" if claim["voice"] == "narrator" else None),
            "role": claim["speaker_role"],
            "sentence": quoted(accounts[document], whole, spans[document]),
            "publisher": capture.publisher if capture else None,
            "published": capture.published if capture else None,
        }


def _pair(value: Any) -> tuple[int, int]:  # noqa: ANN401 # a row's values are of any kind
    start, end = value
    return start, end


def _sources(record: Record, options: Options) -> Iterator[dict[str, object]]:
    known = Told(record, hidden_names(record, options))
    copies = dict(record.copies_of)
    for capture in record.captures:
        source = known.source(capture)
        yield {
            "document": capture.document,
            "ref": capture.ref,
            "publisher": source.publisher,
            "kind": source.kind,
            "published": source.published,
            "title": source.title,
            "language": source.language,
            "url": source.url,
            "archive url": source.archive_url,
            "copy of": copies.get(capture.document),
        }


def _notes(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield what people keep beside incidents: a row an incident, or one a note where it has any.

    Without names none has words: no reading knows the names in them.
    """
    for row in contract_rows("notes", record, options):
        known = {"incident": row["incident"], "title": row["title"]}
        for name in ("codes", "tags"):
            known[name] = "; ".join(cast("list[str]", row[name]))
        said = cast("list[dict[str, str]]", row["notes"]) if options.names else []
        for note in said or [{}]:
            written = {"note": note.get("words"), "by": note.get("reviewer")}
            yield {**known, **written, "written on": note["at"][:10] if note else None}


def _expect_room(sheet: Sheet) -> None:
    if len(sheet.rows) >= _MOST_ROWS:
        raise UsageError(
            f"xlsx: {sheet.name} would have {len(sheet.rows):,} rows, a sheet holds"
            f" {_MOST_ROWS - 1:,}; publish parquet or csv"
        )


def _fill(page: Any, sheet: Sheet, head: Any, day: Any) -> None:  # noqa: ANN401 # untyped library
    page.freeze_panes(1, 0)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, _WIDE.get(column, _NARROW))
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column, head)
    for number, row in enumerate(sheet.rows, 1):
        for at, cell in enumerate(row.cells):
            _put(page, (number, at), safe(cell.value), day)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)


def _put(page: Any, at: tuple[int, int], value: Scalar, day: Any) -> None:  # noqa: ANN401
    match value:
        case None | "":
            return
        case str() if _DAY.fullmatch(value):
            page.write_datetime(*at, dt.datetime.fromisoformat(value), day)
        case str():
            page.write_string(*at, _cut(value))
        case _:
            page.write_number(*at, value)


def _cut(words: str) -> str:
    """Return what fits into a cell, and say how much does not."""
    if len(words) <= _MOST_LETTERS:
        return words
    kept = _MOST_LETTERS - 60
    return f"{words[:kept]} [cut here: {len(words) - kept:,} characters more]"
