"""Places at the desk: chosen in the gazetteer, set as a point, and what is no point refused."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cenotaph.model import Place
from serving import Served, field
from test_web_account import PAGE, WHERE, computed, decide, incident, plain, the
from test_web_account import desk as desk  # noqa: PLC0414 # fixtures
from test_web_account import fresh as fresh  # noqa: PLC0414
from test_web_account import ledger as ledger  # noqa: PLC0414


def test_a_place_chosen_in_the_gazetteer_is_that_one_whatever_the_account_says(
    desk: Served, ledger: Path
) -> None:
    browser = desk.visitor()
    listed = browser.get("/places?name=Springfield").text
    ids = re.findall(r'name="geonames" value="(\d+)"', listed)
    assert len(ids) > 3
    smaller = ids[2]
    made = decide(browser, WHERE, verdict="correct", name="Springfield", geonames=smaller)
    assert made.status == 303, plain(made.text)
    assert the(ledger, Place).value.geonames == smaller
    place = incident(ledger).place
    assert place is not None
    assert place.value.geonames == smaller
    wrong = decide(browser, the(ledger, Place), verdict="correct", geonames="1")
    assert wrong.status == 400
    assert "the gazetteer has no place" in wrong.text


def test_a_point_set_on_the_map_or_typed_is_where_the_place_is(desk: Served, ledger: Path) -> None:
    browser = desk.visitor()
    here = {"lat": "47.5680", "lon": "35.7850"}  # beside Orikhiv, north of Tokmak
    made = decide(browser, WHERE, verdict="correct", **here, precision="exact")
    assert made.status == 303, plain(made.text)
    place = the(ledger, Place).value
    assert (place.name, place.lat, place.lon) == ("Orekhiv", 47.568, 35.785)
    assert (place.precision, place.relation) == ("exact", "at 47.5680, 35.7850 in")
    shown = incident(ledger).place
    assert shown is not None
    assert (shown.value.lat, shown.value.lon) == (47.568, 35.785)
    page = browser.get(f"{PAGE}?claim={WHERE.id}").text  # its form begins with the point
    assert [field(page, n) for n in ("lat", "lon")] == ["47.5680", "35.7850"]
    same = decide(browser, the(ledger, Place), verdict="correct", **here, precision="exact")
    assert same.status == 400
    assert "nothing was changed" in same.text


def test_the_gazetteers_names_beside_a_point_give_it_a_name_and_a_region(
    desk: Served, ledger: Path
) -> None:
    browser = desk.visitor()
    listed = browser.get("/places?name=Orekhiv&lat=47.57&lon=35.79").text
    assert "Beside the point" in listed
    near = dict(re.findall(r'value="(\d+)" data-at="[^"]*" data-called="([^"]*)"', listed))
    number = next(n for n, name in near.items() if name == "Orikhiv")
    here = {"lat": "47.57", "lon": "35.79", "geonames": number}
    for precision, point in (("town", (47.56, 35.78)), ("exact", (47.57, 35.79))):
        said = {**here, "precision": precision}
        assert decide(browser, the(ledger, Place), verdict="correct", **said).status == 303
        place = the(ledger, Place).value
        assert (place.name, place.country, place.precision) == ("Orikhiv", "UA", precision)
        assert place.geonames == number
        assert (round(place.lat, 1), round(place.lon, 1)) == tuple(round(n, 1) for n in point)
        assert (place.lat == 47.57) is (precision == "exact")  # a town has its own point


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"lat": "47.5", "lon": ""}, "write both, or neither"),
        ({"lat": "97", "lon": "35"}, "it lies between -90 and 90"),
        ({"lat": "north", "lon": "35"}, "is no latitude"),
        ({"lat": "47", "lon": "35", "precision": "mile"}, "known are exact"),
        ({"lat": "47", "lon": "35", "geonames": "1"}, "the gazetteer has no place"),
    ],
)
def test_what_is_no_point_is_refused(
    fields: dict[str, str], words: str, desk: Served, ledger: Path
) -> None:
    browser = desk.visitor()
    answer = decide(browser, WHERE, verdict="correct", **fields)
    assert answer.status == 400
    assert words in plain(answer.text)
    assert computed(ledger).decisions == ()
    listed = browser.get("/places?" + urlencode(fields))
    assert listed.status == 200  # beside the form, which stays as it is
    is_point = "geonames" in fields or "precision" in fields
    assert (words in plain(listed.text)) is not is_point
