"""The site's pages of figures that are no incident's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material
from cenotaph.pages.telling import series_parts
from cenotaph.reconcile.period import by_country, by_place, inside


def pages(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the list, those of one place together, and a page for each."""
    within = inside(material.record.series, by_country(material.incidents))
    places: dict[str, list[dict[str, object]]] = defaultdict(list)
    for series in by_place(material.record.series):
        held = within.get(series.id)
        parts = series_parts(series, material.quoting, material.drawing, held, material.titles)
        yield frame.page(f"totals/{series.id}", "total.html", s=parts)
        kept = ("value", "words", "people", "place")  # sentences and pictures stand on its page
        places[str(parts["place"])].append({key: parts[key] for key in kept})
    yield frame.page("totals", "totals.html", places=places)
