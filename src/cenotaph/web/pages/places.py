"""What the gazetteer has under a name, for the form that corrects a place."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.gazetteer import shipped
from cenotaph.web.visit import Page, Visit

_SHOWN = 12


def show(visit: Visit) -> Response:
    """Show the places of a name, largest first, each to be chosen."""
    name = " ".join(visit.query.get("name", "").split())[:100]
    found = shipped().candidates(name) if name else ()
    return visit.page("places.html", name=name, found=found[:_SHOWN], known=len(found))


PAGES = (Page("/places", show),)
