"""What changed, as a page and as a feed."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.pages.site.feed import entries, own_urn
from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material
from cenotaph.pages.site.touching import touches

_ENTRIES = 200
_NEVER = "1970-01-01T00:00:00Z"  # a feed has to say when; this one holds nothing that is dated


def files(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the page and the feed."""
    found = touches(material.record, material.incidents)
    newest = entries(found, _ENTRIES)
    undated = len(material.incidents) - len(found)
    yield frame.page("changes", "changes.html", entries=newest, undated=undated)
    yield frame.plain(
        "changes.xml",
        "changes.xml",
        entries=newest,
        id=own_urn(material.record),
        updated=newest[0].at if newest else _NEVER,
    )
