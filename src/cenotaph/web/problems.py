"""What is wrong, told to a program: RFC 9457."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

import msgspec
from starlette.responses import Response

PROGRAMS: Final = "/api/"  # what programs ask for lies below


def for_programs(path: str) -> bool:
    """Tell whether a path is one that programs ask for, not people."""
    return path.startswith(PROGRAMS)


def problem(status: int, words: str, **more: object) -> Response:
    """Return an answer that says what is wrong, with what else a program needs to know."""
    title = HTTPStatus(status).phrase
    whole = {"type": "about:blank", "title": title, "status": status, "detail": words, **more}
    return Response(msgspec.json.encode(whole), status, media_type="application/problem+json")
