"""Members with their contents -> a ZIP file of the same bytes each time."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from cenotaph.bundle import wrapping


class _Hashed:
    """Passes bytes on, hashes and counts them."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.sha = hashlib.sha256()
        self.length = 0

    def write(self, content: bytes) -> None:
        """Write some bytes."""
        self.sha.update(content)
        self.length += len(content)
        self._out.write(content)


class Members:
    """Puts members into an archive, and notes the hash and the length of each."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.hashes: dict[str, str] = {}
        self.lengths: dict[str, int] = {}

    def put(self, name: str, content: bytes) -> None:
        """Add a member."""
        with self.opened(name) as out:
            out.write(content)

    @contextmanager
    def opened(self, name: str) -> Iterator[_Hashed]:
        """Yield what to write a member to, of any length."""
        with self._archive.open(wrapping.member(name), "w", force_zip64=True) as out:
            hashed = _Hashed(out)
            yield hashed
        self.hashes[name], self.lengths[name] = hashed.sha.hexdigest(), hashed.length
