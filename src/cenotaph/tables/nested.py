"""The contract's nested values -> one cell, for tables that have no lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from cenotaph.tables.cells import Cell, Scalar

_CLAIMS = "claims"  # ids: they stand in the sidecar


def joined(value: object) -> Cell:
    """Return a nested value as one cell, its parts joined by "; ", with the claims named in it."""
    claims = tuple(dict.fromkeys(_claims(value)))
    match value:
        case list() | tuple():
            parts = [_words(part) for part in value]
            return Cell(value="; ".join(p for p in parts if p) or None, claims=claims)
        case dict():
            return Cell(value=_words(value) or None, claims=claims)
        case bool():
            return Cell(value=_words(value))
        case _:
            return Cell(value=cast("Scalar", value))


def _words(value: object) -> str:
    """Return "part: value, part: value" of an object, without the parts that say nothing."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case dict():
            told = (_part(part, v) for part, v in value.items() if part != _CLAIMS)
            return ", ".join(filter(None, told))
        case list() | tuple():
            return " / ".join(filter(None, map(_words, value)))
        case _:
            return str(value)


def _part(part: str, value: object) -> str:
    words = _words(value)
    if not words:
        return ""
    return f"{part} ({words})" if isinstance(value, dict) else f"{part}: {words}"


def _claims(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from value.get(_CLAIMS, ())
            for part in value.values():
                yield from _claims(part)
        case list() | tuple():
            for part in value:
                yield from _claims(part)
        case _:
            pass
