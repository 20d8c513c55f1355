"""What pages show of one thing besides its row in a table, for programs, as JSON."""

from __future__ import annotations

from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from cenotaph.errors import UsageError
from cenotaph.web.answers import as_json
from cenotaph.web.pages.incidents import told
from cenotaph.web.pages.places import Looked, largest, looked_up
from cenotaph.web.views import details
from cenotaph.web.views.api import Rows, lines
from cenotaph.web.views.cumulative import Wanted
from cenotaph.web.views.questions import Queue
from cenotaph.web.visit import Page, Visit

_LINES = "application/jsonl"


def text(visit: Visit) -> Response:
    """Answer with an account's words as its page shows them, names withheld."""
    document = visit.path["document"]
    unread = visit.present.readings.of(document)
    if unread is not None:  # nor shown: no name in it is known, so none could be withheld
        why = f"it could not be read: {unread.why}" if unread.why else "it is being read"
        raise HTTPException(404 if unread.why else 503, f"This account is kept; {why}.")
    account = visit.now.accounts.get(document)
    if account is None:
        raise HTTPException(404, "No account of this record has this id.")
    return _streamed(visit, details.text(account, visit.now))


def question(visit: Visit) -> Response:
    """Answer with one question, its two accounts compared."""
    found = Queue(visit.now).find(visit.path["key"])
    if found is None:
        raise HTTPException(404, "No question that is asked now has this key.")
    return as_json(details.compared(found, visit.now))


def nearly(visit: Visit) -> Response:
    """Answer with what an incident was nearly joined with, or parted from."""
    found = visit.now.incidents.get(visit.path["id"])
    if found is None:
        raise HTTPException(404, "No incident of this record has this id.")
    return _streamed(visit, details.nearly(found, visit.now))


def within(visit: Visit) -> Response:
    """Answer with the incidents that may lie inside each running total that is asked for."""
    return _streamed(visit, details.within(visit.now, Wanted.of(visit.query)))


def imports(visit: Visit) -> Response:
    """Answer with every import there was."""
    return _streamed(visit, details.imports(tuple(visit.now.decisions)))


def places(visit: Visit) -> Response:
    """Answer with what the gazetteer has under a name, and beside a point."""
    found: Looked = looked_up(visit.query)
    if found.refused:
        raise UsageError(found.refused)
    return as_json(
        {
            "named": [details.entry(p) for p in found.named],
            "near": [details.entry(n.entry, n.kilometers) for n in found.near],
        }
    )


def towns(visit: Visit) -> Response:
    """Answer with the largest towns of a part of the map."""
    return as_json({"towns": [details.entry(p) for p in largest(visit.query)]})


def _streamed(visit: Visit, rows: Rows) -> Response:
    return StreamingResponse(visit.now.streamed(lines(rows, None)), media_type=_LINES)


PAGES = (
    Page("/api/accounts/{document}/text", text),
    Page("/api/questions/{key}", question),
    Page("/api/incidents/{id}/nearly", nearly),
    Page("/api/within", within),
    Page("/api/imports", imports),
    Page("/api/places", places),
    Page("/api/towns", towns),
    Page("/api/points", partial(told, plain=True)),
)
