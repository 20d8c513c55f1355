"""What is told to whoever asks for data -> an answer."""

from __future__ import annotations

import msgspec
from starlette.responses import Response


def as_json(whole: object, status: int = 200) -> Response:
    """Return an answer in JSON."""
    return Response(msgspec.json.encode(whole), status, media_type="application/json")
