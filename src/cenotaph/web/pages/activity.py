"""Every decision of the ledger: filtered, exported, and each taken back by a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response, StreamingResponse

from cenotaph.desk.imports import imports, judged
from cenotaph.web.deciding import of_an_import
from cenotaph.web.views.activity import (
    STATES,
    Book,
    Wanted,
    as_json,
    as_table,
    chosen,
    made,
    reviewers,
    verdicts,
)
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(60, "/activity", marked("Activity"), "a")
_AT_ONCE: Final = 100  # decisions on a page
_IMPORTS: Final = 20  # shown, the last ones


def show(visit: Visit) -> Response:
    """Show the decisions that the address asks for, a hundred at a time."""
    wanted = Wanted.of(visit.query)
    book = Book.of(visit.now)
    found = chosen(book, wanted)
    start = visit.number("from")
    return visit.page(
        "activity.html",
        wanted=wanted,
        rows=[made(d, book) for d in found[start : start + _AT_ONCE]],
        found=len(found),
        first=start,
        after=start + _AT_ONCE if start + _AT_ONCE < len(found) else None,
        known=len(visit.now.decisions),
        imports=[
            (i, judged(i, visit.now.decisions)) for i in imports(visit.now.decisions)[:_IMPORTS]
        ],
        reviewers=reviewers(visit.now),
        verdicts=verdicts(visit.now),
        states=STATES,
        asked=urlencode(wanted.given),
    )


def take_back(visit: Visit) -> Response:
    """Take all of an import back, by new decisions; nothing is written of a stale form."""
    seen, reviewer = visit.seen(), visit.decider()
    asked, why = visit.form.get("import", ""), visit.form.get("reason", "")
    gone = of_an_import(asked, why, seen, visit.now, reviewer)
    return visit.to("/activity", decided=visit.present.take_back(gone))


def csv(visit: Visit) -> Response:
    """Send the decisions as a table."""
    book = Book.of(visit.now)
    return _file(visit, as_table(chosen(book, Wanted.of(visit.query)), book), "csv")


def lines(visit: Visit) -> Response:
    """Send the decisions as JSON Lines."""
    book = Book.of(visit.now)
    return _file(visit, as_json(chosen(book, Wanted.of(visit.query)), book), "jsonl")


def _file(visit: Visit, words: Iterator[str], suffix: str) -> Response:
    kind = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}[suffix]
    name = f'attachment; filename="decisions.{suffix}"'
    sent = visit.now.streamed(words)
    return StreamingResponse(sent, media_type=kind, headers={"Content-Disposition": name})


PAGES = (
    Page("/activity", show),
    Page("/activity/import", take_back, "POST"),
    Page("/activity.csv", csv),
    Page("/activity.jsonl", lines),
)
