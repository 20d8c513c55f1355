"""Who decides: asked once, kept by the browser, changed here."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show whose name decisions carry."""
    return visit.page("person.html")


def keep(visit: Visit) -> Response:
    """Keep the name that was given."""
    visit.decider()
    return visit.to("/person")


PAGES = (Page("/person", show), Page("/person", keep, "POST"))
