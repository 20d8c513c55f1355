"""A note -> Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from cenotaph.methodology.parts import Block, Items, Section, Table

# What Markdown would read as its own, in words that others wrote.
_MEANT: Final = re.compile(r"([\\*_<>|\[\]#`])")
_CODE: Final = re.compile(r"(`[0-9a-f]+`)")


def markdown(title: str, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the lines of a note."""
    yield f"# {_safe(title)}"
    for section in sections:
        yield ""
        yield f"## {_safe(section.title)}"
        for block in section.blocks:
            yield ""
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case str():
            yield _safe(block)
        case Items():
            yield from (f"* {_safe(item)}" for item in block.items)
        case Table():
            yield _row(block.head)
            yield _row("---" for _ in block.head)
            yield from map(_row, block.rows)
        case _:
            assert_never(block)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_safe, cells))} |"


def _safe(words: str) -> str:
    """Return words on one line, with nothing in them but hashes that Markdown takes for its own."""
    parts = _CODE.split(" ".join(words.split()))
    return "".join(p if n % 2 else _MEANT.sub(r"\\\1", p) for n, p in enumerate(parts))
