"""Any decision, from a form of any page; a stale one is shown as such, and asked again."""

from __future__ import annotations

from starlette.responses import Response

from cenotaph.errors import StaleError
from cenotaph.web.deciding import again, later, made
from cenotaph.web.views.fields import labels
from cenotaph.web.visit import Page, Visit


def decide(visit: Visit) -> Response:
    """Write what a form decides and go back to its page, which shows what that changed."""
    seen, reviewer = visit.seen(), visit.decider()
    if later(visit.form, visit.now, seen):
        return _stale(visit, seen)
    found = made(visit.form, visit.now, reviewer)
    try:
        kept = visit.decide(found.decision, found.claim, seen=seen)
    except StaleError:  # by another program, in the moment since this request came in
        return _stale(visit._replace(now=visit.present.now()), seen)
    return visit.to(visit.back(), decided=kept.id)


def _stale(visit: Visit, seen: int) -> Response:
    return visit.page(
        "stale.html",
        409,
        later=later(visit.form, visit.now, seen),
        fields=again(visit.form, visit.now),
        labels=labels(),
        back=visit.back(),
    )


PAGES = (Page("/decide", decide, "POST"),)
