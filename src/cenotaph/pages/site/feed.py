"""Touches of incidents -> the entries of the site's feed (Atom, RFC 4287)."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.model import Record
from cenotaph.pages.site.listing import row
from cenotaph.pages.site.touching import Touch, instant

# What XML 1.0 cannot hold, however it is escaped.
_UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """One line of the feed."""

    id: str  # of the incident
    urn: str
    at: str
    title: str
    tolls: str
    why: str


def entries(touches: Sequence[Touch], most: int) -> list[Entry]:
    """Return the newest entries."""
    return [
        Entry(
            id=t.incident.id,
            urn=urn(t.incident.id),
            at=t.at,
            title=speakable(t.incident.title),
            tolls=speakable("; ".join(f"{o.words} {o.outcome}" for o in row(t.incident).tolls)),
            why=speakable(t.why),
        )
        for t in touches[:most]
    ]


def own_urn(record: Record) -> str:
    """Return the feed's own id: that of the account that was published first, for want of a host.

    It stays while accounts are added that are not older than all others.
    """
    days = ((instant(c.published) or "9999", c.document) for c in record.captures)
    first = min(days, default=("", ""))[1]
    return urn(hashlib.sha256(f"feed {first}".encode()).hexdigest())


def urn(hexadecimal: str) -> str:
    """Return an id made of the first 32 hex digits: a UUID of version 8 (RFC 9562)."""
    bits = int(hexadecimal[:32], 16)
    bits = bits & ~(0xF << 76) | (0x8 << 76)
    bits = bits & ~(0x3 << 62) | (0x2 << 62)
    return uuid.UUID(int=bits).urn


def speakable(words: str) -> str:
    """Return words with a sign in place of each that XML cannot hold."""
    return _UNSPEAKABLE.sub("\ufffd", words)
