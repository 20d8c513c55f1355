"""Ids and names -> codes that only who holds the key can make, and that nobody can turn back.

A plain digest of a name is no pseudonym: there are few names, and whoever guesses one can test the
guess. So too the record's own ids, which are digests of what was said. BLAKE2b with a secret key
(RFC 7693) gives the same code for the same name as long as the key is the same.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Final

SHORTEST: Final = 16  # bytes of a key
_LONGEST: Final = 64  # bytes of a key that BLAKE2b takes
_CODE: Final = 10  # characters of 5 bits: two of 100,000 names share a code once in 200 records


class Keyed:
    """The codes of one key; what was asked before is remembered."""

    def __init__(self, key: bytes, *, ids: bool) -> None:
        if not SHORTEST <= len(key) <= _LONGEST:
            raise ValueError(f"a key of {len(key)} bytes; {SHORTEST} to {_LONGEST} are right")
        self._key = key
        self._ids = ids  # whether ids are replaced
        self._known: dict[str, str] = {}

    def id(self, known: str) -> str:
        """Return an id of the same length, in hex; the id itself where ids are kept."""
        if not self._ids or not known:
            return known
        found = self._known.get(known)
        if found is None:
            size = 64 if len(known) >= 64 else 32
            found = self._known[known] = self._digest("id", known, size // 2).hex()
        return found

    def code(self, kind: str, said: str) -> str:
        """Return a short code for a name of a kind ("name", "publisher")."""
        digest = self._digest(kind, said, 8)
        return base64.b32encode(digest).decode()[:_CODE].lower()

    def _digest(self, kind: str, said: str, size: int) -> bytes:
        content = said.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(
            content, digest_size=size, key=self._key, person=kind.encode()[:16]
        ).digest()
