"""The record: its incidents in a list and on a map, filtered together by what the address asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Final
from urllib.parse import urlencode

import msgspec
from starlette.responses import Response

from cenotaph.model import Outline
from cenotaph.pages.site.outline import polygons
from cenotaph.web.preferences import softens
from cenotaph.web.views.incidents import ORDERS, Asked, choices, filtered, ordered, row
from cenotaph.web.views.months import FEW, MOST, Bar, Months, bars, months
from cenotaph.web.views.points import Point, points
from cenotaph.web.views.ranges import WIDTH, Scale
from cenotaph.web.views.softened import plainly
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(10, "/", marked("Incidents"), "i")
_PAGE: Final = 100  # incidents of one page: more make it heavy
_LANDS: Final = {"coarse": "land-110m.json", "fine": "land-50m.json"}
_KEPT: Final = "private, max-age=86400"


def show(visit: Visit) -> Response:
    """Show the list, its map and its times."""
    asked, kept = Asked.of(visit.query), visit.now.kept
    ever = _found(visit, asked.ever)
    found = filtered(ever, asked.time) if asked.time.given else ever
    held = visit.now.once(
        f"months {urlencode(asked.ever.in_any_order.given)}", lambda: months(ever)
    )
    at = _page(visit.number("page", 1), len(found))
    found = ordered(found, asked.order)
    shown = found[at * _PAGE : (at + 1) * _PAGE]
    scale = Scale.of(shown)
    return visit.page(
        "incidents.html",
        asked=asked,
        choices=choices(visit.now.state.tally, kept.values()),
        orders=ORDERS,
        rows=[(row(i, kept.get(i.id)), scale.lines(i)) for i in shown],
        scale=scale,
        width=WIDTH,
        bars=[_times(held, asked, most) for most in (MOST, FEW)],
        known=len(visit.now.outlines),
        found=len(found),
        first=at * _PAGE,
        pages=[_address(asked, n) for n in range(-(-len(found) // _PAGE))],
        at=at,
        without=_address(msgspec.structs.replace(asked, box="")),
        points=f"/points?{urlencode(asked.given)}",
    )


def told(visit: Visit, *, plain: bool = False) -> Response:
    """Answer with the points of the map; `plain` as they were written, whatever a reader set."""
    asked, soft = Asked.of(visit.query), softens(visit.request) and not plain
    name = f"points {soft} {urlencode(asked.given)}"
    body = visit.now.once(name, lambda: _points(_found(visit, asked), plainly if soft else str))
    return Response(body, media_type="application/json")


def _points(incidents: Sequence[Outline], soft: Callable[[str], str]) -> bytes:
    found, without = points(incidents, soft)
    return msgspec.json.encode({"fields": Point._fields, "points": found, "without": without})


def land(visit: Visit) -> Response:
    """Answer with the outline of the land, coarse or fine, as polygons of rings of points."""
    found = _land(_LANDS["fine" if visit.path["detail"] == "fine" else "coarse"])
    return Response(found, media_type="application/json", headers={"Cache-Control": _KEPT})


def _found(visit: Visit, asked: Asked) -> Sequence[Outline]:
    """Return what is asked for; the same asked again of one moment is not looked for again."""
    asked, now = asked.in_any_order, visit.now
    if not asked.given:
        return now.outlines
    return now.once(
        f"found {urlencode(asked.given)}",
        lambda: filtered(now.outlines, asked, now.holding, now.kept),
    )


def _times(held: Months, asked: Asked, most: int) -> list[tuple[Bar, str]]:
    """Return stretches of time, each with the address that asks for what lies in it."""
    return [
        (b, _address(msgspec.structs.replace(asked, first=b.first, last=b.last)))
        for b in bars(held, asked.first, asked.last, most=most)
    ]


def _page(wanted: int, found: int) -> int:
    """Return which page is asked for, from 0; one that is not there is the nearest that is."""
    return max(0, min(wanted - 1, (found - 1) // _PAGE))


def _address(asked: Asked, page: int = 0) -> str:
    return "/?" + urlencode({**asked.given, **({"page": str(page + 1)} if page else {})})


@cache
def _land(name: str) -> bytes:
    file = resources.files("cenotaph").joinpath("data", "web", name)
    return msgspec.json.encode(polygons(file.read_bytes()))


PAGES = (Page("/", show), Page("/points", told), Page("/land/{detail}", land))
