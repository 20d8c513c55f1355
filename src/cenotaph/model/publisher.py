"""What is known of a publisher: its owner, and whether its figures may be used. Plain values."""

from __future__ import annotations

from cenotaph.model.base import Value


class Publisher(Value):
    """What a user knows of one publisher (COUNTING 21)."""

    name: str  # as captures give it; case and spacing make no difference
    owner: str | None = None  # publishers of one owner are one source
    reliable: bool | None = None  # None: nobody said, so its figures are usable


def plain(name: str) -> str:
    """Return a publisher's name as names are compared: case and spacing left aside."""
    return " ".join(name.casefold().split())
