"""What is new since a day: the comparison of `cenotaph show --since`, each line to its sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from starlette.responses import Response

from cenotaph import releasing
from cenotaph.releases.printed import source
from cenotaph.web.views.changes import Changes, changes
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(30, "/changes", marked("What is new"), "w")
_WEEK: Final = timedelta(days=7)
_NO_DAY: Final = marked("This is not a date: write it as 2022-03-10.")


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
    found = releasing.grown(visit.present.before(day), visit.present.whole(), visit.now.options)
    return _page(visit, day, changes(found))


def _page(visit: Visit, since: str, found: Changes | None = None, *, refused: str = "") -> Response:
    status = 400 if refused else 200
    return visit.page(
        "changes.html", status, since=since, origin=source, found=found, refused=refused
    )


PAGES = (Page("/changes", show),)
