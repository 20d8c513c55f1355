"""The record -> a folder of pages that need no server: lists, an incident a page, map, search.

Only the first page, the method's and the data's name the record's digest or count the whole: an
incident that did not change is written to the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.pages.site import changes, incidents, lists, method, scripts, sources, totals
from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material

__all__ = ["File", "Frame", "Material", "files"]


def files(frame: Frame, material: Material) -> Iterator[File]:
    """Yield (name, content) of every file but the data's."""
    yield from scripts.assets()
    yield from scripts.files(frame, material)
    yield from lists.pages(frame, material)
    yield from incidents.pages(frame, material)
    yield from totals.pages(frame, material)
    yield from sources.pages(frame, material)
    yield from changes.files(frame, material)
    yield from method.pages(frame, material)
