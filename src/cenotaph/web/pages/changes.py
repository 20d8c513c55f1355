"""What is new since a day: the comparison of `cenotaph show --since`, each line to its sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from starlette.responses import Response

from cenotaph.releases.printed import source
from cenotaph.web.comparison import KINDS
from cenotaph.web.since import Told
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(30, "/changes", marked("What is new"), "w")
_WEEK: Final = timedelta(days=7)
_NO_DAY: Final = marked("This is not a date: write it as 2022-03-10.")
_FEW, _MANY = 8, 40  # of each kind, and of one kind alone, on a page
_PATIENCE: Final = 1.0  # seconds that a page waits, before it says how far the comparison is
_DIGITS: Final = 7  # of a number in the address


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
    return _page(visit, day, found)


def _page(visit: Visit, since: str, told: Told | None = None, *, refused: str = "") -> Response:
    kind, words = visit.query.get("kind", ""), visit.query.get("from", "")
    alone = kind in KINDS
    start = int(words) if alone and words.isdecimal() and len(words) < _DIGITS else 0
    count = _MANY if alone else _FEW
    counts = told.compared.counts if told is not None else {}
    more = start + count if alone and start + count < counts.get(kind, 0) else None
    return visit.page(
        "changes.html",
        400 if refused else 200,
        since=since,
        origin=source,
        told=told,
        found=told.compared.changes([kind] if alone else KINDS, start, count) if told else None,
        counts=counts,
        kind=kind if alone else "",
        first=start,
        before=max(start - count, 0) if start else None,
        after=more,
        refused=refused,
    )


PAGES = (Page("/changes", show),)
