"""The record: its incidents in a list, filtered by what the address asks for."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.web.views.incidents import Asked, choices, filtered, row
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(10, "/", marked("Incidents"), "i")


def show(visit: Visit) -> Response:
    """Show the list."""
    asked, known = Asked.of(visit.query), visit.now.record.incidents
    found = filtered(known, asked)
    return visit.page(
        "incidents.html",
        asked=asked,
        choices=choices(known),
        rows=[row(i) for i in found],
        known=len(known),
    )


PAGES = (Page("/", show),)
