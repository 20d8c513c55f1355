"""What the gazetteer has under a name or beside a point, for the form that corrects a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from starlette.responses import Response

from cenotaph.errors import UsageError
from cenotaph.gazetteer import shipped
from cenotaph.model import GazetteerPlace
from cenotaph.web.views.asking import edges_of
from cenotaph.web.views.spots import Near, around, given
from cenotaph.web.visit import Page, Visit

_SHOWN = 12  # of a name, on the page
_NAMED = 60  # towns of one part of the map: of those that have no room beside a larger one none
_KEPT = {"Cache-Control": "private, max-age=86400"}


class Looked(NamedTuple):
    """What was looked up."""

    name: str
    named: tuple[GazetteerPlace, ...]  # of that name, largest first
    near: list[Near]
    refused: str  # why a point is none; "" for none


def show(visit: Visit) -> Response:
    """Show the places of a name, largest first, and those beside a point, each to be chosen."""
    found = looked_up(visit.query)
    return visit.page(
        "places.html",
        name=found.name,
        found=found.named[:_SHOWN],
        known=len(found.named),
        near=found.near,
        refused=found.refused,
    )


def looked_up(query: Mapping[str, str]) -> Looked:
    """Return what the gazetteer has under the name and beside the point that a query gives."""
    name = " ".join(query.get("name", "").split())[:100]
    named = shipped().candidates(name) if name else ()
    try:
        here = given(query)
        return Looked(name, named, around(here) if here is not None else [], "")
    except UsageError as error:
        return Looked(name, named, [], str(error))


def towns(visit: Visit) -> Response:
    """Answer with the largest towns in a part of the map, for whoever sees but land there."""
    found = largest(visit.query)
    told = [(p.name, round(p.lat, 3), round(p.lon, 3)) for p in found]
    return Response(msgspec.json.encode(told), media_type="application/json", headers=_KEPT)


def largest(query: Mapping[str, str]) -> tuple[GazetteerPlace, ...]:
    """Return the largest towns in the part of the map that a query gives; without one, of all."""
    west, south, east, north = edges_of(query.get("box", "")) or (-180.0, -90.0, 180.0, 90.0)
    return tuple(shipped().largest(south, west, north, east, _NAMED))


PAGES = (Page("/places", show), Page("/towns", towns))
