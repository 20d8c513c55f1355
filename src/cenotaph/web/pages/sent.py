"""What programs bring in as JSON: what somebody told, and tables of incidents."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import TypeVar

import msgspec
from starlette.responses import Response

from cenotaph.desk.note import Note, received
from cenotaph.errors import UsageError
from cenotaph.sheets import Table, ours
from cenotaph.web.answers import as_json
from cenotaph.web.pages.importing import outcome
from cenotaph.web.pages.note import PATIENCE
from cenotaph.web.visit import REVIEWER, Page, Visit

T = TypeVar("T")


class SentTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table, as a program sends it."""

    file: str  # its name; a workbook's ends in .xlsx
    base64: str  # its bytes
    map: str = ""  # TOML; "": the one that `known` names
    known: str = ""  # a map that is shipped
    sheet: str | None = None
    reviewer: str = ""
    keep: bool = False  # else it is tried, and nothing is kept


class SentNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody told, as a program sends it."""

    text: str
    kind: str = "interview"
    told: str | None = None
    told_by: str | None = None
    taken_by: str | None = None
    title: str | None = None
    publisher: str | None = None
    ref: str | None = None


def note(visit: Visit) -> Response:
    """Keep what somebody told; it is read at once, or beside whoever goes on."""
    sent = _sent(visit, SentNote)
    at = datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 # when it was written down
    made = received(Note(**msgspec.structs.asdict(sent)), at)
    readings = visit.present.readings
    readings.keep(made, PATIENCE)
    unread = readings.of(made.document.id)
    told = {
        "document": made.document.id,
        "read": unread is None,
        "why": unread.why if unread is not None else "",
    }
    return as_json(told, 201 if unread is None else 202)


def table(visit: Visit) -> Response:
    """Try a table, or keep it; every row that cannot be taken is named with the reason."""
    sent = _sent(visit, SentTable)
    form = {REVIEWER: sent.reviewer, "do": "import" if sent.keep else "try"}
    found = outcome(visit._replace(form=form), _table(sent))
    refused = [{"row": r.name, "why": r.why} for r in found.refused]
    told = {"kept": found.kept, "told": list(found.lines), "refused": refused}
    return as_json(told, 201 if found.kept else 200)


def _table(sent: SentTable) -> Table:
    try:
        raw = base64.b64decode(sent.base64, validate=True)
    except binascii.Error as error:
        raise UsageError(f"base64: the table's bytes are wanted, as base64: {error}") from error
    named = ("map", sent.map) if sent.map else ours(sent.known)
    return Table(sent.file, raw, *named, sent.sheet)


def _sent(visit: Visit, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(visit.form.get("json", ""), type=kind)
    except msgspec.MsgspecError as error:
        raise UsageError(f"this is not as /api/openapi.json describes it: {error}") from error


PAGES = (Page("/api/documents", note, "POST"), Page("/api/imports", table, "POST"))
