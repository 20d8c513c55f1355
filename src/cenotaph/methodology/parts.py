"""What a note is made of: sections of paragraphs, lists and tables, for text and for pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Table(NamedTuple):
    """Rows under a head; all cells are words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Items(NamedTuple):
    """A list."""

    items: tuple[str, ...]


Block = str | Items | Table  # a string is a paragraph


class Section(NamedTuple):
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def counted(head: tuple[str, str], counts: Iterable[tuple[str, int]]) -> Table:
    """Return a table of what there is and how many, the most first, of equals by name."""
    ordered = sorted(counts, key=lambda c: (-c[1], c[0]))
    return Table(head, tuple((what, f"{n:,}") for what, n in ordered))


def share(part: int, whole: int) -> str:
    """Return "3 of 12 (25%)"."""
    percent = f" ({100 * part / whole:.0f}%)" if whole else ""
    return f"{part:,} of {whole:,}{percent}"


def many(number: int, noun: str) -> str:
    """Return "1 account", "3 accounts"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
