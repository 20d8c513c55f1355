"""Figures of no incident: totals of a place and a period, with the incidents inside below."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from cenotaph.web.views.cumulative import Wanted, choices, chosen, parts
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(40, "/cumulative", marked("Running totals"), "t")
_AT_ONCE: Final = 50  # series on a page


def show(visit: Visit) -> Response:
    """Show the series that the address asks for, fifty at a time."""
    wanted = Wanted.of(visit.query)
    found = chosen(visit.now, wanted)
    start = int(visit.query.get("from", "0")) if visit.query.get("from", "0").isdecimal() else 0
    return visit.page(
        "cumulative.html",
        wanted=wanted,
        choices=choices(visit.now),
        rows=parts(found[start : start + _AT_ONCE], visit.now),
        found=len(found),
        known=len(visit.now.series),
        before=max(start - _AT_ONCE, 0) if start else None,
        after=start + _AT_ONCE if start + _AT_ONCE < len(found) else None,
    )


PAGES = (Page("/cumulative", show),)
