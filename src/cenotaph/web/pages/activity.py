"""Every decision of the ledger: filtered, exported, and each taken back by a new one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response, StreamingResponse

from cenotaph.desk.imports import all_back, import_of, imports, judged
from cenotaph.errors import StaleError, UsageError
from cenotaph.web.present import person
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
_STALE: Final = marked(
    "Something of this import was decided since your page was made. Nothing was written: look at"
    " it again."
)


def show(visit: Visit) -> Response:
    """Show the decisions that the address asks for, a hundred at a time."""
    wanted = Wanted.of(visit.query)
    book = Book.of(visit.now)
    found = chosen(book, wanted)
    start = int(visit.query.get("from", "0")) if visit.query.get("from", "0").isdecimal() else 0
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
    found = import_of(visit.form.get("import", ""), visit.now.state.decisions)
    why = " ".join(visit.form.get("reason", "").split())
    if found is None:
        raise UsageError(visit.language.say(marked("No import made this decision.")))
    if not why:
        raise UsageError(visit.language.say(marked("Say why: it stays on record.")))
    about = {s for d in found.made for s in (d.id, *d.subjects)}
    later = [d for d in visit.now.decisions if d.seq > seen]
    if not found.standing or any(about & {d.supersedes, *d.subjects} for d in later):
        raise StaleError(visit.language.say(_STALE))
    first = visit.present.take_back(all_back(found, person(reviewer), why))
    return visit.to("/activity", decided=first)


def csv(visit: Visit) -> Response:
    """Send the decisions as a table."""
    book = Book.of(visit.now)
    return _file(as_table(chosen(book, Wanted.of(visit.query)), book), "csv")


def lines(visit: Visit) -> Response:
    """Send the decisions as JSON Lines."""
    book = Book.of(visit.now)
    return _file(as_json(chosen(book, Wanted.of(visit.query)), book), "jsonl")


def _file(words: Iterable[str], suffix: str) -> Response:
    kind = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}[suffix]
    name = f'attachment; filename="decisions.{suffix}"'
    return StreamingResponse(words, media_type=kind, headers={"Content-Disposition": name})


PAGES = (
    Page("/activity", show),
    Page("/activity/import", take_back, "POST"),
    Page("/activity.csv", csv),
    Page("/activity.jsonl", lines),
)
