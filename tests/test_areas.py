"""Continents, oceans, wider regions: a mark has the middle of one, an incident there no point."""

from __future__ import annotations

import json

import pytest

import recorded
from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Account, Capture, Place, Record
from cenotaph.resolve import resolve
from cenotaph.text.areas import areas, with_middle
from readings import reading_of

AT_SEA = "Pirates killed four sailors in the Gulf of Aden on Tuesday, the shipowner in Lyon said."


def account_of(text: str) -> Account:
    """Return an account with its places looked up."""
    reading = reading_of(text)
    capture = Capture(
        document=reading.document.id,
        raw="0" * 64,
        ref="a",
        published="2021-05-04",
        publisher="Paper",
    )
    return resolve(extract(reading), [capture], shipped())


def record_of(text: str) -> Record:
    return recorded.of(account_of(text))


def marked(text: str) -> dict[str, dict[str, object]]:
    """Return the values of the places that `annotations` prints, by name."""
    rows = [json.loads(line) for line in recorded.text("annotations", record_of(text)).splitlines()]
    return {r["value"]["name"]: r["value"] for r in rows if r["type"] == "place"}


def test_a_continent_is_printed_with_its_rounded_middle_and_no_country() -> None:
    value = marked("Four mayors from Europe were in Lagos on Tuesday.")["Europe"]
    assert (value["lat"], value["lon"], value["precision"]) == (48.7, 9.1, "country")
    assert (value["country"], value["geonames"]) == (None, None)


def test_a_region_of_one_country_is_printed_with_the_country() -> None:
    assert marked("Snow fell over New England.")["New England"]["country"] == "US"


def test_an_area_without_a_middle_to_speak_of_has_no_point() -> None:
    value = marked("Her novels tell of the Far East.")["Far East"]
    assert (value["lat"], value["precision"]) == (None, "unresolved")


def test_an_ocean_is_in_no_country_whatever_the_account_is_of() -> None:
    told = "American officials said American ships crossed the Pacific, and two sailors died there."
    places = [m.value for m in account_of(told).marks if isinstance(m.value, Place)]
    assert [(p.name, p.country) for p in places] == [("Pacific", None)]
    assert marked(told)["Pacific"]["country"] is None


def test_an_incident_at_sea_has_the_name_of_the_sea_and_no_point() -> None:
    record = record_of(AT_SEA)
    (incident,) = record.incidents
    place = incident.place.value if incident.place is not None else None
    assert isinstance(place, Place)
    assert (place.name, place.lat) == ("Gulf of Aden", None)
    (feature,) = recorded.read("geojson", record)["features"]
    assert feature["geometry"] is None


@pytest.mark.parametrize("name", sorted({area.name for area in areas().values()}))
def test_the_middle_of_an_area_is_never_that_of_a_claim_or_a_mark_that_is_kept(name: str) -> None:
    account = account_of(f"Shells killed four people in the {name} on Tuesday.")
    values = (*(m.value for m in account.marks), *(c.value for c in account.claims))
    places = [v for v in values if isinstance(v, Place)]
    assert [p for p in places if p.name == name]
    assert all(p.lat is None and p.precision == "unresolved" for p in places)


def test_a_place_that_was_found_keeps_its_own_point() -> None:
    town = Place(name="Asia", lat=9.55, lon=122.52, country="PH", precision="town")
    assert with_middle(town) == town


def test_every_middle_lies_on_the_globe() -> None:
    for area in areas().values():
        if area.lat is not None and area.lon is not None:
            assert abs(area.lat) <= 90
            assert abs(area.lon) <= 180
