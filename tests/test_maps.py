"""The record on maps: GeoJSON and KML, each read by a library that others read it with."""

from __future__ import annotations

import json
from typing import Any

from geojson_pydantic import FeatureCollection
from lxml import etree

from cenotaph.model import (
    Place,
    Record,
)
from cenotaph.publish import Options, contract_rows
from making import ALEPPO, account, day, killed
from recorded import (
    beside,
    contradicted,
    of,
    of_the_demo,
    read,
    text,
)


def test_geojson_is_read_by_its_model_one_feature_an_incident_with_the_contracts_row() -> None:
    found = read("geojson", of_the_demo())
    FeatureCollection(**found)
    rows = json.loads(json.dumps(list(contract_rows("incidents", of_the_demo(), Options()))))
    of_it = {"contract": 1, "record": of_the_demo().digest}
    assert [f["properties"] for f in found["features"]] == [{**row, **of_it} for row in rows]
    assert [f["id"] for f in found["features"]] == [row["id"] for row in rows]


def test_geojson_points_are_longitude_first_and_an_unknown_place_is_no_point() -> None:
    known = account("Jets killed three in Aleppo.", killed(3), ALEPPO, day("2016-04-27"))
    nowhere = Place(name="Tell Hajar")
    unknown = account("Jets killed four at Tell Hajar.", killed(4), nowhere, day("2016-05-27"))
    points = [f["geometry"] for f in read("geojson", of(known, unknown))["features"]]
    assert points == [{"type": "Point", "coordinates": [37.16, 36.2]}, None]


def test_geojson_leads_each_property_to_its_claims() -> None:
    what = contradicted()
    (row,) = beside("geojson", what)
    assert row["row"] == what.incidents[0].id
    assert set(row["columns"]["tolls"]) == {c for t in what.incidents[0].tolls for c in t.claims}
    assert row["columns"]["place"]


KML = "{http://www.opengis.net/kml/2.2}"


def _placemarks(what: Record) -> list[Any]:
    root = etree.fromstring(text("kml", what).encode())
    assert root.tag == f"{KML}kml"
    assert {e.tag.partition("}")[0] for e in root.iter(etree.Element)} == {KML[:-1]}
    return root.findall(f".//{KML}Placemark")


def test_kml_has_a_placemark_an_incident_with_point_day_and_figures() -> None:
    (mark,) = _placemarks(contradicted())
    assert mark.findtext(f"{KML}Point/{KML}coordinates") == "37.16,36.2"
    assert mark.findtext(f"{KML}TimeStamp/{KML}when") == "2016-04-27"
    assert "killed: contested: 9 / 3" in mark.findtext(f"{KML}description")
    order = [child.tag.removeprefix(KML) for child in mark]  # the schema's sequence
    assert order == ["name", "description", "TimeStamp", "styleUrl", "ExtendedData", "Point"]


def test_kml_of_an_interval_and_of_no_known_place() -> None:
    told = account("Jets killed 3.", killed(3), Place(name="X"), day("2016-04-25", "2016-04-27"))
    (mark,) = _placemarks(of(told))
    assert mark.findtext(f"{KML}TimeSpan/{KML}begin") == "2016-04-25"
    assert mark.findtext(f"{KML}TimeSpan/{KML}end") == "2016-04-27"
    assert mark.find(f"{KML}Point") is None


def test_kml_lets_no_words_of_an_account_be_markup_in_a_globe() -> None:
    evil = Place(name="<script>alert(1)</script>\x00 & <b>Homs</b>", lat=1.0, lon=2.0)
    told = account("Jets killed three.", killed(3), evil, day("2016-04-27"))
    (mark,) = _placemarks(of(told))
    as_html = mark.findtext(f"{KML}description")
    assert etree.HTML(as_html).findall(".//script") == etree.HTML(as_html).findall(".//b") == []
    assert "<script>alert(1)</script>" in etree.HTML(as_html).xpath("string()")
    others = [e.text or "" for e in mark.iter(etree.Element) if e.tag != f"{KML}description"]
    assert not any("<" in words for words in others)
