"""How the accounts of every genre put words together."""

from __future__ import annotations

from collections.abc import Sequence


def capital(words: str) -> str:
    """Return words as they open a sentence."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str]) -> str:
    """Return "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
