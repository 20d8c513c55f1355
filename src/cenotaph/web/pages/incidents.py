"""The record: its incidents in a list and on a map, filtered together by what the address asks."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final
from urllib.parse import urlencode

import msgspec
from starlette.responses import Response

from cenotaph.model import Incident
from cenotaph.pages.site.outline import polygons
from cenotaph.web.views.incidents import Asked, choices, filtered, row
from cenotaph.web.views.months import bars
from cenotaph.web.views.points import points
from cenotaph.web.views.ranges import WIDTH, Scale
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(10, "/", marked("Incidents"), "i")
_PAGE: Final = 100  # incidents of one page: more make it heavy
_LANDS: Final = {"coarse": "land-110m.json", "fine": "land-50m.json"}
_KEPT: Final = "private, max-age=86400"


def show(visit: Visit) -> Response:
    """Show the list, its map and its times."""
    asked, known = Asked.of(visit.query), visit.now.record.incidents
    keeping = visit.now.remarked.of
    ever = _found(visit, asked.ever)
    found = filtered(ever, asked.time)
    at = _page(visit.query.get("page", ""), len(found))
    shown = found[at * _PAGE : (at + 1) * _PAGE]
    scale = Scale.of(shown)
    return visit.page(
        "incidents.html",
        asked=asked,
        choices=choices(known, keeping),
        rows=[(row(i, keeping(i)), scale.lines(i)) for i in shown],
        scale=scale,
        width=WIDTH,
        bars=[
            (b, _address(msgspec.structs.replace(asked, first=b.first, last=b.last)))
            for b in bars(ever, asked.first, asked.last)
        ],
        known=len(known),
        found=len(found),
        first=at * _PAGE,
        pages=[_address(asked, n) for n in range(-(-len(found) // _PAGE))],
        at=at,
        without=_address(msgspec.structs.replace(asked, box="")),
        points=f"/points?{urlencode(asked.given)}",
    )


def told(visit: Visit) -> Response:
    """Answer with the points of the map."""
    found, without = points(_found(visit, Asked.of(visit.query)))
    body = msgspec.json.encode({"points": [p._asdict() for p in found], "without": without})
    return Response(body, media_type="application/json")


def land(visit: Visit) -> Response:
    """Answer with the outline of the land, coarse or fine, as polygons of rings of points."""
    found = _land(_LANDS["fine" if visit.path["detail"] == "fine" else "coarse"])
    return Response(found, media_type="application/json", headers={"Cache-Control": _KEPT})


def _found(visit: Visit, asked: Asked) -> list[Incident]:
    return filtered(visit.now.record.incidents, asked, visit.now.holding, visit.now.remarked.of)


def _page(words: str, found: int) -> int:
    """Return which page is asked for, from 0; one that is not there is the nearest that is."""
    wanted = int(words) - 1 if words.isdecimal() else 0
    return max(0, min(wanted, (found - 1) // _PAGE))


def _address(asked: Asked, page: int = 0) -> str:
    return "/?" + urlencode({**asked.given, **({"page": str(page + 1)} if page else {})})


@cache
def _land(name: str) -> bytes:
    file = resources.files("cenotaph").joinpath("data", "web", name)
    return msgspec.json.encode(polygons(file.read_bytes()))


PAGES = (Page("/", show), Page("/points", told), Page("/land/{detail}", land))
