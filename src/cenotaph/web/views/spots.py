"""A point that a person sets -> where a place is, how sharply, and what the gazetteer has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from cenotaph.errors import ReadError, UsageError
from cenotaph.gazetteer import shipped
from cenotaph.model import Assertion, GazetteerPlace, Place
from cenotaph.model.globe import distance
from cenotaph.sheets.cells import point
from cenotaph.web.views.fields import placed
from cenotaph.web.words import marked

PRECISIONS: Final[Mapping[str, str]] = {
    "exact": marked("the very spot"),
    "town": marked("the town"),
    "near": marked("near the town"),
    "admin2": marked("the district"),
    "admin1": marked("the region"),
}
"""How sharply a point may be meant, as the contract names it, and in words."""
_FINE: Final = 4  # decimals of a degree: some ten meters
_NEAREST: Final = 8  # entries offered around a point


class Spot(NamedTuple):
    """A point, as the fields of a form have it."""

    lat: str = ""
    lon: str = ""
    precision: str = "exact"


class Near(NamedTuple):
    """An entry of the gazetteer beside a point."""

    entry: GazetteerPlace
    kilometers: int


def spot(value: Assertion) -> Spot | None:
    """Return the point of a place as its form begins with it; None for what is no place."""
    if not isinstance(value, Place):
        return None
    if value.lat is None or value.lon is None:
        return Spot()
    precision = value.precision if value.precision in PRECISIONS else "admin1"
    return Spot(f"{value.lat:.{_FINE}f}", f"{value.lon:.{_FINE}f}", precision)


def given(form: Mapping[str, str]) -> tuple[float, float] | None:
    """Return the point of a form, degrees WGS 84; None where both fields are empty.

    UsageError for what is no point.
    """
    lat, lon = (form.get(n, "").strip() for n in ("lat", "lon"))
    if not lat and not lon:
        return None
    if not lat or not lon:
        raise UsageError("a point has a latitude and a longitude: write both, or neither")
    try:
        return point(lat, lon)
    except ReadError as error:
        raise UsageError(str(error)) from error


def around(here: tuple[float, float]) -> list[Near]:
    """Return the entries of the gazetteer nearest to a point."""
    found = shipped().near(*here, _NEAREST)
    return [Near(e, round(distance(here, (e.lat, e.lon)))) for e in found]


def pointed(value: Place, form: Mapping[str, str], name: str) -> dict[str, Any]:
    """Return what a form says of where a place is, as JSON would have it; {} where that is nothing.

    The point that was set, if it is another than the form began with; the entry of the gazetteer
    that was chosen, of that name or beside the point. UsageError where they cannot be.
    """
    begun = spot(value) or Spot()
    here, precision = given(form), form.get("precision", begun.precision)
    if precision not in PRECISIONS:
        raise UsageError(f"precision {precision!r}: known are {', '.join(PRECISIONS)}")
    moved = (form.get("lat", begun.lat).strip(), form.get("lon", begun.lon).strip(), precision)
    is_set = here is not None and moved != begun
    chosen = form.get("geonames")
    entry = _entry(chosen, name, here) if chosen else None
    if not is_set or here is None:
        return placed(value, entry, name) if entry is not None else {}
    if entry is None:
        region: dict[str, Any] = {"geonames": None, "country": None, "admin1": None}
    else:
        region = {"geonames": entry.geonames, "country": entry.country, "admin1": entry.admin1}
        name = name if entry in shipped().candidates(name) else entry.name
        if precision == "town" and entry.kind == "town":
            return placed(value, entry, name)  # the town's own point
    said = (
        f"at {here[0]:.{_FINE}f}, {here[1]:.{_FINE}f} in"  # claims are told apart by what they say
    )
    return {
        "name": name,
        "relation": said,
        "lat": here[0],
        "lon": here[1],
        "precision": precision,
        **region,
    }


def _entry(geonames: str, name: str, here: tuple[float, float] | None) -> GazetteerPlace:
    beside = shipped().near(*here, _NEAREST) if here is not None else ()
    known = (*shipped().candidates(name), *beside)
    found = next((e for e in known if e.geonames == geonames), None)
    if found is None:
        raise UsageError(f"the gazetteer has no place {name!r} with the number {geonames}")
    return found
