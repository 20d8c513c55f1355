"""Who decides and how accounts are shown: asked once, kept by the browser, changed here."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.web import preferences
from cenotaph.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show whose name decisions carry, and what is set for reading."""
    return visit.page(
        "person.html",
        warned=preferences.warned(visit.request),
        softened=preferences.softens(visit.request),
    )


def keep_name(visit: Visit) -> Response:
    """Keep the name that was given."""
    visit.decider()
    return visit.to("/person")


def keep_reading(visit: Visit) -> Response:
    """Keep what was set for reading."""
    return preferences.keep(visit.to("/person"), visit.form)


PAGES = (
    Page("/person", show),
    Page("/person", keep_name, "POST"),
    Page("/person/reading", keep_reading, "POST"),
)
