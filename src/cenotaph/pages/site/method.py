"""The site's page of how the record was made: a note's sections, and what was skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material
from cenotaph.pages.skipping import skipped

_NUMBER = re.compile(
    r"(?:\d[\d,]*(?:\.\d+)?)?"
)  # or nothing: a column of these stands at the right
_CODE = re.compile(r"`([^`]+)`")


def pages(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the page."""
    yield frame.page(
        "method",
        "method.html",
        sections=[(s.title, [_block(b) for b in s.blocks]) for s in material.how],
        skipped=skipped(material.record, material.quoting),
        digest=material.record.digest,
    )


def _block(block: Any) -> dict[str, object]:  # noqa: ANN401 # as the note has it: words, list, table
    """Return a block with its words cut at what stands in backticks."""
    if isinstance(block, str):
        return {"kind": "words", "words": _cut(block)}
    if hasattr(block, "rows"):
        rows: Sequence[Sequence[str]] = block.rows
        return {
            "kind": "table",
            "head": block.head,
            "rows": [list(map(_cut, row)) for row in rows],
            "right": [
                all(_NUMBER.fullmatch(c) for c in column) for column in zip(*rows, strict=True)
            ],
        }
    return {"kind": "list", "items": list(map(_cut, block.items))}


def _cut(words: str) -> list[str]:
    """Return words in pieces: every second one is code."""
    return _CODE.split(words)
