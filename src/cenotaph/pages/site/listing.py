"""Incidents -> the rows of lists: by day, by year and month, by country and region."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale

from cenotaph.model import (
    Incident,
    Place,
    days_words,
    kind_words,
    people_words,
)
from cenotaph.pages.telling import figure_words, figures, is_contested

NOWHERE = "unplaced"  # the list of incidents whose country nobody knows
UNDATED = "undated"


class Toll(NamedTuple):
    """One outcome of an incident as a list prints it."""

    outcome: str
    words: str  # sides that contradict each other stand against each other in it
    contested: bool
    address: str  # the part of the incident's page that has its sentences


class Row(NamedTuple):
    """One incident as lists, the map and the search print it."""

    id: str
    title: str
    label: str  # the title without its days, for lists by day
    days: str
    day: str  # ISO, the last day it can have been; "" where unknown
    kind: str
    place: Place | None
    country: str  # ISO 3166-1 alpha-2, or NOWHERE
    region: str
    tolls: tuple[Toll, ...]
    blamed: tuple[str, ...]
    targets: tuple[str, ...]
    weapons: tuple[str, ...]
    sources: int
    contested: bool
    review: str

    @property
    def year(self) -> str:
        """Return the year it is listed under."""
        return self.day[:4] or UNDATED

    @property
    def month(self) -> str:
        """Return the month it is listed under: "2022-03"."""
        return self.day[:7] or UNDATED


def row(incident: Incident) -> Row:
    """Return an incident's row."""
    found = incident.place.value if incident.place else None
    place = found if isinstance(found, Place) else None
    days = days_words(incident.first, incident.last)
    return Row(
        id=incident.id,
        title=incident.title,
        label=incident.title.removesuffix(f", {days}"),
        days=days,
        day=incident.last or incident.first or "",
        kind=kind_words(incident.event_type, incident.sub_event_type),
        place=place,
        country=(place.country if place else None) or NOWHERE,
        region=(place.admin1 if place else None) or "",
        tolls=_tolls(incident),
        blamed=tuple(dict.fromkeys(b.party for b in incident.responsibility)),
        targets=tuple(a.value.name for a in incident.targets),
        weapons=tuple(a.value.name for a in incident.weapons),
        sources=incident.independent_sources,
        contested=is_contested(incident),
        review=incident.review,
    )


def _tolls(incident: Incident) -> tuple[Toll, ...]:
    """Return the killed, injured and missing as far as accounts give them; empty is not zero."""
    found = []
    main, _ = figures(incident.tolls)
    for number, figure in enumerate(main, 1):
        if figure.outcome in {"killed", "injured", "missing"}:
            words, sides = figure_words(figure)
            people = people_words(figure.people)
            said = " against ".join(sides) if len(sides) > 1 else words
            found.append(
                Toll(
                    outcome=f"{figure.outcome} ({people})" if people else figure.outcome,
                    words=said,
                    contested=figure.status == "contested",
                    address=f"figure-{number}",
                )
            )
    return tuple(found)


def newest_first(rows: Iterable[Row]) -> list[Row]:
    """Return rows by day, the newest first and those without a day last."""
    return sorted(rows, key=lambda r: (r.day, r.title, r.id), reverse=True)


class Group(NamedTuple):
    """A line of an overview: so many incidents of a year, a country or a region."""

    name: str
    address: str
    incidents: int
    contested: int
    share: float  # of the largest group's count, 0 to 1


def overview(
    groups: Mapping[str, list[Row]], name: Callable[[str], str], address: Callable[[str], str]
) -> list[Group]:
    """Return a line for each group."""
    most = max(map(len, groups.values()), default=1)
    return [
        Group(
            name(key),
            address(key),
            len(rows),
            sum(r.contested for r in rows),
            round(len(rows) / most, 3),
        )
        for key, rows in groups.items()
    ]


@cache
def _territories() -> Mapping[str, str]:
    return Locale("en").territories


def country_name(code: str) -> str:
    """Return a country's name in English after Unicode's CLDR; the code where that has none."""
    return "Country unknown" if code == NOWHERE else _territories().get(code, code)


def slug(name: str) -> str:
    """Return a name as an address holds it: "savanna-press-1f3a9c"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{words}-{mark}" if words else mark
