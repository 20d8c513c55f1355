"""What a reader set for reading, kept by the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

RESTLESS: Final = "restless"  # no reminder of a break is wanted
SOFT: Final = "soft"  # graphic words are softened in lists
WARN: Final = "warn"  # a warning stands before every full account
_COOKIE: Final = "cenotaph-reading"
_YEAR: Final = 365 * 24 * 3600


def warned(request: Request) -> bool:
    """Tell whether a warning is wanted before a full account."""
    return WARN in _kept(request)


def reminded(request: Request) -> bool:
    """Tell whether a reminder of a break is wanted: unless it was turned off."""
    return RESTLESS not in _kept(request)


def softens(request: Request) -> bool:
    """Tell whether graphic words are to be softened in lists."""
    return SOFT in _kept(request)


def keep(response: Response, form: Mapping[str, str]) -> Response:
    """Let the browser keep what a form sets."""
    chosen = [name for name in (WARN, SOFT) if form.get(name)]
    if not form.get("remind"):
        chosen.append(RESTLESS)
    value = ".".join(chosen) or "none"
    response.set_cookie(_COOKIE, value, max_age=_YEAR, httponly=True, samesite="strict")
    return response


def _kept(request: Request) -> list[str]:
    return request.cookies.get(_COOKIE, "").split(".")
