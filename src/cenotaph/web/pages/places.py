"""What the gazetteer has under a name or beside a point, for the form that corrects a place."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.errors import UsageError
from cenotaph.gazetteer import shipped
from cenotaph.web.views.spots import around, given
from cenotaph.web.visit import Page, Visit

_SHOWN = 12


def show(visit: Visit) -> Response:
    """Show the places of a name, largest first, and those beside a point, each to be chosen."""
    name = " ".join(visit.query.get("name", "").split())[:100]
    found = shipped().candidates(name) if name else ()
    refused, near = "", []
    try:
        here = given(visit.query)
        near = around(here) if here is not None else []
    except UsageError as error:
        refused = str(error)
    return visit.page(
        "places.html",
        name=name,
        found=found[:_SHOWN],
        known=len(found),
        near=near,
        refused=refused,
    )


PAGES = (Page("/places", show),)
