"""The publishers: what each told, and what is held of it, decided here over the user's config."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.model import plain
from cenotaph.web.views.sources import about, told
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(50, "/sources", marked("Sources"), "s")


def show(visit: Visit) -> Response:
    """Show the publishers, and of the one that the address names what is held of it."""
    rows = told(visit.now, visit.present.config.terms)
    wanted = plain(visit.query.get("publisher", ""))
    chosen = next((r for r in rows if wanted and plain(r.name) == wanted), None)
    return visit.page(
        "sources.html",
        rows=rows,
        chosen=chosen,
        history=about(visit.now, chosen.name) if chosen is not None else [],
        missing=bool(wanted) and chosen is None,
    )


PAGES = (Page("/sources", show),)
