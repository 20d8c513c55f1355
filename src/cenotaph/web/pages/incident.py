"""One incident: what is agreed and contested, every figure with its sentences, and its history."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cenotaph.web.views.incident import whole
from cenotaph.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show the incident that holds an id now; an id that it had before leads to its page."""
    wanted = visit.path["id"]
    incident = visit.now.incidents.get(wanted)
    if incident is None:
        raise HTTPException(404, visit.language.say("No incident of this record has this id."))
    if incident.id != wanted:
        return visit.to(f"/incident/{incident.id}", **visit.query)
    return visit.page("incident.html", i=whole(incident, visit.now))


PAGES = (Page("/incident/{id}", show),)
