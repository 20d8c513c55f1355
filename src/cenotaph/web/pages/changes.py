"""What is new since a day: the comparison of `cenotaph show --since`, each line to its sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from cenotaph.errors import UsageError
from cenotaph.releases.printed import source
from cenotaph.web.comparison import KINDS, RUNNING, told
from cenotaph.web.since import Told
from cenotaph.web.views.api import lines
from cenotaph.web.views.changes import Changes, Part, begun, of_one, own
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(30, "/changes", marked("What is new"), "w")
_WEEK: Final = timedelta(days=7)
_NO_DAY: Final = marked("This is not a date: write it as 2022-03-10.")
_FEW, _MANY = 8, 40  # entries of each kind, and of one kind alone, on a page
_ROOM: Final = 400  # sentences and changes of one kind alone on a page; a quarter beside others
_LEAST: Final = 10  # of one entry
_PATIENCE: Final = 1.0  # seconds that a page waits, before it says how far the comparison is


def show(visit: Visit) -> Response:
    """Show what came since the day that the address names; without one, ask for it."""
    words = visit.query.get("since", "").strip()
    if not words:
        week = datetime.now(UTC).date() - _WEEK  # noqa: TID251 # the day offered, no more
        return _page(visit, week.isoformat())
    try:
        day = date.fromisoformat(words).isoformat()
    except ValueError:
        return _page(visit, words, refused=visit.language.say(_NO_DAY))
    found = visit.present.told_since(day, _PATIENCE, visit.query.get("old", ""))
    return _alone(visit, day, found) if "entry" in visit.query else _page(visit, day, found)


def _page(visit: Visit, since: str, told: Told | None = None, *, refused: str = "") -> Response:
    kind, start = visit.query.get("kind", ""), visit.number("from")
    if kind not in KINDS:
        kind, start = "", 0
    count = _MANY if kind else _FEW
    counts = told.compared.counts if told is not None else {}
    found = told.compared.changes([kind] if kind else KINDS, start, count) if told else None
    shown = _shown(found, _ROOM if kind else _ROOM // 4) if found is not None else ()
    return visit.page(
        "changes.html",
        400 if refused else 200,
        since=since,
        origin=source,
        told=told,
        shown=shown,
        copies=found.copies if found is not None else (),
        counts=counts,
        kind=kind,
        first=start,
        before=max(start - count, 0) if start else None,
        after=start + count if kind and start + count < counts.get(kind, 0) else None,
        refused=refused,
    )


def _shown(found: Changes, room: int) -> list[tuple[str, list[Part]]]:
    """Return the entries of each kind, each with no more than its share of the room."""
    kinds = [*found.incidents, (RUNNING, tuple(map(of_one, found.running)))]
    return [
        (kind, [begun(e, max(_LEAST, room // len(entries))) for e in entries])
        for kind, entries in kinds
        if entries
    ]


def _alone(visit: Visit, since: str, told: Told) -> Response:
    """Show one entry with all its changes, page by page."""
    kind, number = visit.query.get("kind", ""), visit.number("entry")
    found = told.compared.changes([kind] if kind in KINDS else [], number, 1)
    entries = [*(e for _, of in found.incidents for e in of), *map(of_one, found.running)]
    if not entries:
        raise HTTPException(404, visit.language.say("Nothing new has this number."))
    part = own(entries[0], visit.number("page"))
    return visit.page("change.html", since=since, origin=source, kind=kind, part=part)


def rows(visit: Visit) -> Response:
    """Answer with all that is new since a day, a line an incident, total or copy."""
    words = visit.query.get("since", "")
    try:
        day = date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise UsageError(f"since {words!r}: a day is wanted, as 2022-03-10") from error
    found = visit.present.told_since(day, _PATIENCE, visit.query.get("old", ""))
    return StreamingResponse(lines(told(found.compared), None), media_type="application/jsonl")


PAGES = (Page("/changes", show), Page("/api/changes", rows))
