"""The language of the interface, where a reader wants another than the browser asks for."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from cenotaph.errors import UsageError
from cenotaph.web.visit import Page, Visit
from cenotaph.web.words import KEPT, languages

_YEAR: Final = 365 * 24 * 3600


def keep(visit: Visit) -> Response:
    """Keep a language, and go back to the page that it was chosen on."""
    code = visit.form.get("language", "")
    if code not in languages():
        raise UsageError(f"{code!r}: the desk speaks {', '.join(languages())}")
    answer = visit.to(visit.back())
    answer.set_cookie(KEPT, code, max_age=_YEAR, httponly=True, samesite="strict")
    return answer


PAGES = (Page("/language", keep, "POST"),)
