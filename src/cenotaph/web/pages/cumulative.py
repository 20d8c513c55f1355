"""Figures of no incident: totals of a place and a period, with the incidents inside below."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cenotaph.model import Series
from cenotaph.web.views.cumulative import BRIEF, Wanted, alone, choices, chosen, pages, parts
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(40, "/cumulative", marked("Running totals"), "t")
_AT_ONCE: Final = 20  # series on a page


def show(visit: Visit) -> Response:
    """Show the series that the address asks for, some at a time; one alone with all it rests on."""
    wanted = Wanted.of(visit.query)
    found = chosen(visit.now, wanted)
    if wanted.figure:
        return _alone(visit, found, wanted)
    start = visit.number("from")
    return visit.page(
        "cumulative.html",
        wanted=wanted,
        choices=choices(visit.now),
        rows=parts(found[start : start + _AT_ONCE], visit.now, BRIEF, visit.phrase),
        found=len(found),
        known=len(visit.now.series),
        before=max(start - _AT_ONCE, 0) if start else None,
        after=start + _AT_ONCE if start + _AT_ONCE < len(found) else None,
    )


def _alone(visit: Visit, found: list[Series], wanted: Wanted) -> Response:
    if not found:
        raise HTTPException(404, visit.language.say("No figure of this record has this id."))
    at = visit.number("from")
    rows = parts(found, visit.now, alone(at), visit.phrase)
    return visit.page(
        "cumulative.html",
        wanted=wanted,
        choices=choices(visit.now),
        rows=rows,
        found=1,
        known=len(visit.now.series),
        before=at - 1 if at else None,
        after=at + 1 if at + 1 < pages(rows[0]) else None,
    )


PAGES = (Page("/cumulative", show),)
