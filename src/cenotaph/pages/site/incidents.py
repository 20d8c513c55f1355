"""A page for each incident, at an address that stays, and one for each id that leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from cenotaph.model import Incident, Place
from cenotaph.pages.site.frame import File, Frame
from cenotaph.pages.site.listing import country_name, row
from cenotaph.pages.site.material import Material
from cenotaph.pages.site.sheets import Parts, is_apart, sheets
from cenotaph.pages.site.stories import stories
from cenotaph.pages.telling import incident_parts

_PRECISION = {
    "exact": "at the very spot",
    "town": "in the town",
    "near": "near the town",
    "admin2": "only the district is known",
    "admin1": "only the region is known",
    "country": "only the country is known",
    "unresolved": "not in the gazetteer",
}


def pages(frame: Frame, material: Material) -> Iterator[File]:
    """Yield the pages."""
    for incident in material.incidents:
        yield from _pages(frame, material, incident)
        for alias in incident.aliases:
            yield frame.plain(f"incidents/{alias}.html", "moved.html", id=incident.id)


def _pages(frame: Frame, material: Material, incident: Incident) -> Iterator[File]:
    """Yield an incident's page, and its further sheets where it is a large one."""
    told = stories(incident, material.captures, material.copies, material.addresses)
    parts: Parts = {
        **incident_parts(incident, material.quoting),
        **material.drawing.beside(incident, narrow=True),
        "stories": told,
    }
    found = sheets(parts)
    place = _place(incident)
    for number, sheet in enumerate(found, 1):
        yield frame.page(
            f"incidents/{_sheet(incident, number)}",
            "incident.html",
            i=sheet,
            sheet=number,
            sheets=[_sheet(incident, n) for n in range(1, len(found) + 1)],
            picture=f"{incident.id}.svg" if is_apart(parts) else "",
            steps=_steps(incident),
            where=_where(place),
            pinned=place is not None and place.lat is not None,
        )
    if is_apart(parts):
        yield f"incidents/{incident.id}.svg", parts["chart"].encode("utf-8", "replace")


def _sheet(incident: Incident, number: int) -> str:
    return incident.id if number == 1 else f"{incident.id}-{number}"


def _steps(incident: Incident) -> list[tuple[str, str]]:
    line = row(incident)
    return [
        ("Incidents", "../index.html"),
        (line.year if line.day else "Day unknown", f"../years/{line.year}.html"),
        (country_name(line.country), f"../places/{line.country}.html"),
    ]


def _place(incident: Incident) -> Place | None:
    found = incident.place.value if incident.place else None
    return found if isinstance(found, Place) else None


def _where(place: Place | None) -> str:
    """Return a place in words, and how sharply it is known."""
    if place is None:
        return "place unknown"
    around = (place.admin1, country_name(place.country) if place.country else None)
    names = [place.name, *(a for a in around if a and a != place.name)]
    return f"{', '.join(names)} ({_PRECISION[place.precision]})"
