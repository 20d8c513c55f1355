"""Style sheets, scripts and pictures of the pages: our own and the vendored, from the package."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from cenotaph.web.packed import packed

_FOLDERS: Final = (("desk", "static"), ("web",))  # below the package's data
_KEPT: Final = "private, max-age=31536000, immutable"  # the address changes with the content


class Assets:
    """Every file that pages may name, by its name below its folder."""

    def __init__(self) -> None:
        self._files = dict(_all())

    def address(self, name: str) -> str:
        """Return where a file is to be had; KeyError for one that is not there."""
        return f"/static/{name}?v={hashlib.sha256(self._files[name]).hexdigest()[:12]}"

    async def answer(self, request: Request) -> Response:
        """Answer a request for a file."""
        name = request.path_params["name"]
        if name not in self._files:
            raise HTTPException(404, f"There is no file {name} here.")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        kept = {"cache_control": _KEPT} if "v" in request.query_params else {}
        return packed(request, self._files[name], kind, **kept)


def _all() -> Iterator[tuple[str, bytes]]:
    data = resources.files("cenotaph").joinpath("data")
    for folder in _FOLDERS:
        yield from _below(data.joinpath(*folder), "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        else:
            yield path + entry.name, entry.read_bytes()
