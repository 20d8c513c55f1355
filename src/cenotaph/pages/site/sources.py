"""The site's pages of sources: all publishers, and each with its accounts."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material
from cenotaph.pages.site.stories import received


def pages(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the pages."""
    yield frame.page(
        "sources",
        "sources.html",
        publishers=material.publishers,
        accounts=len(material.record.accounts),
        copies=len(material.copies),
    )
    for publisher in material.publishers:
        accounts = [
            {
                **received(told.capture, material.addresses)._asdict(),
                "copy_of": told.copy_of,
                "incidents": [(i, material.titles[i]) for i in told.incidents],
            }
            for told in publisher.accounts
        ]
        yield frame.page(f"sources/{publisher.slug}", "source.html", p=publisher, accounts=accounts)
