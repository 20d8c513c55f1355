"""The publishers: what each told, and what is held of it, decided here over the user's config."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from cenotaph.model import plain
from cenotaph.web.views.sources import ORDERS, SAID, Wanted, about, chosen, told
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(50, "/sources", marked("Sources"), "s")
_AT_ONCE: Final = 50  # publishers on a page


def show(visit: Visit) -> Response:
    """Show the publishers that the address asks for, and what is held of the one that it names."""
    rows, wanted = told(visit.now, visit.present.config.terms), Wanted.of(visit.query)
    named = plain(visit.query.get("publisher", ""))
    one = next((r for r in rows if named and plain(r.name) == named), None)
    found, start = chosen(rows, wanted), visit.number("from")
    return visit.page(
        "sources.html",
        wanted=wanted,
        said_of={name: words for name, (words, _) in SAID.items()},
        orders={name: words for name, (words, _) in ORDERS.items()},
        rows=found[start : start + _AT_ONCE],
        found=len(found),
        known=len(rows),
        before=max(start - _AT_ONCE, 0) if start else None,
        after=start + _AT_ONCE if start + _AT_ONCE < len(found) else None,
        chosen=one,
        history=about(visit.now, one.name) if one is not None else [],
        missing=bool(named) and one is None,
    )


PAGES = (Page("/sources", show),)
