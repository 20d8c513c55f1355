"""What the pages load: styles, scripts, the outline of land, the incidents for map and search."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.pages.site import finding
from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.material import Material
from cenotaph.pages.site.outline import polygons
from cenotaph.pages.site.publishers import by_document
from cenotaph.pages.templates import asset

_VENDORED = (
    "leaflet.js", "leaflet.css", "leaflet.markercluster.js", "MarkerCluster.css",
    "minisearch.js",
)  # fmt: skip
_OURS = ("site.js", "search.js", "map.js")


def assets() -> Iterator[File]:
    """Yield what is the same in every site."""
    for name in _VENDORED:
        yield f"assets/{name}", asset(f"web/{name}").encode()
    for name in _OURS:
        yield f"assets/{name}", asset(f"site/{name}").encode()
    style = asset("page/page.css") + asset("site/site.css")
    yield "assets/site.css", style.encode()
    land = polygons(asset("web/land-50m.json").encode())
    yield "assets/land.js", finding.script("cenotaphLand", land)


def files(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the map, the search, and the incidents that both read."""
    rows, said_by = material.rows, by_document(material.record.captures)
    documents = {i.id: i.accounts for i in material.incidents}
    publishers = [
        dict.fromkeys(name for d in documents[r.id] for name in said_by.get(d, ())) for r in rows
    ]
    yield "assets/incidents.js", finding.script("cenotaphIncidents", finding.catalog(rows))
    yield "assets/words.js", finding.script("cenotaphWords", finding.index(rows, publishers))
    placed = sum(r.place is not None and r.place.lat is not None for r in rows)
    yield frame.page("map", "map.html", placed=placed, count=len(rows))
    yield frame.page("search", "search.html")
