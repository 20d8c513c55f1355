"""The record: its incidents in a list and on a map, filtered together by what the address asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib import resources
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from cenotaph.model import Outline
from cenotaph.pages.site.outline import polygons
from cenotaph.web.now import Now
from cenotaph.web.packed import packed
from cenotaph.web.preferences import softens
from cenotaph.web.views.held import by_month, found, told_apart
from cenotaph.web.views.incidents import ORDERS, Asked, choices, filtered, ordered, row
from cenotaph.web.views.months import FEW, MOST, Bar, Months, bars
from cenotaph.web.views.phrases import title_words
from cenotaph.web.views.points import Pinned, Point, pinned, points, regrown
from cenotaph.web.views.ranges import WIDTH, Scale
from cenotaph.web.views.softened import plainly
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import OWN, Language, marked

ENTRY = Entry(10, "/", marked("Incidents"), "i")
_PAGE: Final = 100  # incidents of one page: more make it heavy
_BESIDE: Final = 3  # pages before and after one that it links to
_LANDS: Final = {"coarse": "land-110m.json", "fine": "land-50m.json"}
_KEPT: Final = "private, max-age=86400"


def show(visit: Visit) -> Response:
    """Show the list, its map and its times."""
    asked, kept = Asked.of(visit.query), visit.now.kept
    ever = tuple(found(visit.now, asked.ever).values())
    fitting = filtered(ever, asked.time) if asked.time.given else ever
    held = by_month(visit.now, asked.ever)
    at = _page(visit.number("page", 1), len(fitting))
    in_order = ordered(fitting, asked.order)
    shown = in_order[at * _PAGE : (at + 1) * _PAGE]
    scale = Scale.of(shown)
    return visit.page(
        "incidents.html",
        asked=asked,
        choices=choices(visit.now.state.tally, kept.values()),
        orders=ORDERS,
        rows=_printed(visit, shown, scale),
        scale=scale,
        width=WIDTH,
        bars=[_times(held, asked, most) for most in (MOST, FEW)],
        known=len(visit.now.outlines),
        found=len(fitting),
        first=at * _PAGE,
        pages=[(n, "" if n is None else _address(asked, n)) for n in _near(at, len(fitting))],
        at=at,
        without=_address(msgspec.structs.replace(asked, box="")),
        points=f"/points?{urlencode(asked.given)}",
    )


def _printed(visit: Visit, shown: Sequence[Outline], scale: Scale) -> list[Markup]:
    """Return rows of the list; those that were printed before and are the same are not again."""
    printing: Callable[..., Markup] = vars(visit.templates.get_template("row.html").module)["row"]
    kept, marks = visit.now.kept, [x for _, x in scale.ticks()]
    how = (visit.language.code, softens(visit.request), scale.most)

    def printed(one: Outline) -> Markup:
        told = row(one, kept.get(one.id))
        return printing(
            told,
            visit.soft(title_words(one.title, visit.language.say)),
            scale.lines(one),
            WIDTH,
            marks,
        )

    return [
        visit.now.printed((*how, i.id), (i, kept.get(i.id)), partial(printed, i)) for i in shown
    ]


def told(visit: Visit, *, plain: bool = False) -> Response:
    """Answer with the points of the map; `plain` as they were written, whatever a reader set."""
    asked, soft = Asked.of(visit.query), softens(visit.request) and not plain
    points = _points(visit.now, asked, None if plain else visit.language, soft=soft)
    return packed(visit.request, points, "application/json")


def _points(now: Now, asked: Asked, language: Language | None, *, soft: bool) -> bytes:
    here = found(now, asked)
    code = OWN if language is None else language.code

    def words(title: str) -> str:
        own = title if language is None or code == OWN else title_words(title, language.say)
        return plainly(own) if soft else own

    def sent(told: Pinned) -> tuple[Pinned, bytes]:
        whole = {"fields": Point._fields, "points": points(told), "without": told.without}
        return told, msgspec.json.encode(whole)

    return now.grown(
        ("points", soft, code, *told_apart(now, asked)),
        lambda: sent(pinned(here, words)),
        lambda old, moved: sent(regrown(old[0], here, moved, words)),
    )[1]


def land(visit: Visit) -> Response:
    """Answer with the outline of the land, coarse or fine, as polygons of rings of points."""
    found = _land(_LANDS["fine" if visit.path["detail"] == "fine" else "coarse"])
    return packed(visit.request, found, "application/json", cache_control=_KEPT)


def _times(held: Months, asked: Asked, most: int) -> list[tuple[Bar, str]]:
    """Return stretches of time, each with the address that asks for what lies in it."""
    return [
        (b, _address(msgspec.structs.replace(asked, first=b.first, last=b.last)))
        for b in bars(held, asked.first, asked.last, most=most)
    ]


def _page(wanted: int, found: int) -> int:
    """Return which page is asked for, from 0; one that is not there is the nearest that is."""
    return max(0, min(wanted - 1, (found - 1) // _PAGE))


def _near(at: int, found: int) -> list[int | None]:
    """Return the pages that a list links to: its ends and those beside it; None for a gap."""
    last = (found - 1) // _PAGE
    linked = sorted(
        {n for n in (0, *range(at - _BESIDE, at + _BESIDE + 1), last) if 0 <= n <= last}
    )
    pairs = ((n, None) if other > n + 1 else (n,) for n, other in pairwise((*linked, last)))
    return [n for pair in pairs for n in pair]


def _address(asked: Asked, page: int = 0) -> str:
    return "/?" + urlencode({**asked.given, **({"page": str(page + 1)} if page else {})})


@cache
def _land(name: str) -> bytes:
    file = resources.files("cenotaph").joinpath("data", "web", name)
    return msgspec.json.encode(polygons(file.read_bytes()))


PAGES = (Page("/", show), Page("/points", told), Page("/land/{detail}", land))
