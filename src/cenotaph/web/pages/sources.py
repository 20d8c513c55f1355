"""The publishers: what each told, and what a user knows of it, as lines for their config."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.web.views.sources import changed, lines, told
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(50, "/sources", marked("Sources"), "s")


def show(visit: Visit) -> Response:
    """Show the publishers."""
    return _page(visit, "")


def write(visit: Visit) -> Response:
    """Show what is to stand in the config; the file itself is its owner's to write."""
    return _page(visit, lines(changed(visit.form, visit.present.config.terms)))


def _page(visit: Visit, written: str) -> Response:
    rows = told(visit.now, visit.present.config.terms)
    given = [
        row._replace(
            owner=visit.form.get(f"owner-{n}", row.owner),
            reliable=visit.form.get(f"reliable-{n}", row.reliable),
        )
        for n, row in enumerate(rows)
    ]
    return visit.page("sources.html", rows=given, written=written, asked=bool(visit.form))


PAGES = (Page("/sources", show), Page("/sources", write, "POST"))
