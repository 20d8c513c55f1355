"""One incident: what is agreed and contested, every figure with its sentences, and its history."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cenotaph.model import Incident
from cenotaph.web.views.folding import PARTS
from cenotaph.web.views.incident import part_of, whole
from cenotaph.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show the incident that holds an id now; an id that it had before leads to its page."""
    incident = _asked(visit)
    if incident.id != visit.path["id"]:
        return visit.to(f"/incident/{incident.id}", **visit.query)
    return visit.page("incident.html", i=whole(incident, visit.now, visit.phrase), part="")


def show_part(visit: Visit) -> Response:
    """Show all of one long list of an incident, page by page."""
    incident, name = _asked(visit), visit.path["part"]
    if name not in PARTS:
        raise HTTPException(404, visit.language.say("An incident has no such part."))
    if incident.id != visit.path["id"]:
        return visit.to(f"/incident/{incident.id}/{name}", **visit.query)
    page = part_of(incident, visit.now, (name, visit.number("page", 1)), visit.phrase)
    return visit.page("incident.html", i=page, part=name)


def _asked(visit: Visit) -> Incident:
    incident = visit.now.incidents.get(visit.path["id"])
    if incident is None:
        raise HTTPException(404, visit.language.say("No incident of this record has this id."))
    return incident


PAGES = (Page("/incident/{id}", show), Page("/incident/{id}/{part}", show_part))
