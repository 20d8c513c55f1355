"""The list of incidents: what is asked for, its map, its times, its scale; then a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cenotaph.config import Config
from cenotaph.model import Attribute, Count, Outline, Place
from cenotaph.store.finding import Finding
from cenotaph.web.present import Present, Terms
from cenotaph.web.views.incidents import Asked, filtered
from cenotaph.web.views.months import bars
from cenotaph.web.views.points import points
from cenotaph.web.views.ranges import WIDTH, Scale
from ledgers import SHELL, filled, told
from making import killed
from serving import Served, served

TEXTS = Finding(
    [
        ("mill", "Rockets struck the old mill of Tarsk at noon.", ""),
        ("ferry", "A ferry sank off Puerto Limón; nobody was at the mill.", "Anna Kadar"),
    ]
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mill", {"mill", "ferry"}),
        ("MILL rock", {"mill"}),
        ("limon", {"ferry"}),
        ('"old mill"', {"mill"}),
        ('"mill old"', set()),
        ("mill NOT ferry", set()),  # every word is a word
        ('ferry "', {"ferry"}),
        ("ferry*) OR (mill", set()),
        ("-- ' ;", set()),
        ("", set()),
        ("Kadar", set()),  # withheld
    ],
)
def test_texts_are_found_by_their_words_and_no_sign_is_an_operator(
    words: str, found: set[str]
) -> None:
    assert TEXTS.holding(words) == found


@pytest.fixture(scope="module")
def incident(tmp_path_factory: pytest.TempPathFactory) -> Outline:
    path = tmp_path_factory.mktemp("one") / "cenotaph.db"
    filled(path, told("Shells fell. Four people were killed.", ("Four", killed(4)))).close()
    now = Present(Terms(ledger=str(path)), Config()).now()
    (found,) = now.outlines
    return found


def at(incident: Outline, lat: float | None, lon: float | None, name: str = "Tarsk") -> Outline:
    assert incident.place is None
    place = Place(name=name, lat=lat, lon=lon, precision="town")
    return msgspec.structs.replace(incident, place=Attribute(value=place, claims=()))


def test_incidents_of_one_place_are_one_point_and_those_without_are_counted(
    incident: Outline,
) -> None:
    placed = [at(incident, 10.0, 20.0), at(incident, 10.0, 20.0), at(incident, 1.0, 2.0, "Ora")]
    found, without = points([*placed, at(incident, None, None), incident])
    assert [(p.name, p.number, p.incident is None) for p in found] == [
        ("Ora", 1, False),
        ("Tarsk", 2, True),
    ]
    assert without == 2


@pytest.mark.parametrize(
    ("box", "lon", "inside"),
    [
        ("0,0,30,30", 20.0, True),
        ("0,0,30,30", 40.0, False),
        ("170,0,190,30", -175.0, True),  # over the 180th meridian
        ("170,0,190,30", 160.0, False),
        ("a,b", 40.0, True),  # asks for nothing
    ],
)
def test_a_part_of_the_map_holds_what_lies_in_it(
    incident: Outline, box: str, lon: float, inside: bool
) -> None:
    assert bool(filtered([at(incident, 10.0, lon)], Asked(box=box))) is inside


def test_a_time_has_a_bar_for_each_month_or_where_those_are_many_for_each_year(
    incident: Outline,
) -> None:
    def on(first: str) -> Outline:
        return msgspec.structs.replace(incident, first=first, last=first)

    near = bars([on("2021-01-05"), on("2021-01-31"), on("2021-03-01")], "2021-02-01")
    assert [(b.first, b.last, b.number, b.chosen) for b in near] == [
        ("2021-01-01", "2021-01-31", 2, False),
        ("2021-02-01", "2021-02-28", 0, True),
        ("2021-03-01", "2021-03-31", 1, True),
    ]
    far = bars([on("1991-01-05"), on("2021-03-01")])
    assert len(far) == 31
    assert (far[0].first, far[-1].last) == ("1991-01-01", "2021-12-31")
    assert bars([msgspec.structs.replace(incident, first=None, last=None)]) == []


def test_sides_that_stand_against_each_other_are_lines_of_their_own(incident: Outline) -> None:
    (toll,) = incident.tolls
    sides = (
        Count(low=3, high=3, approximate=False, vague=None),
        Count(low=17, high=None, approximate=False, vague=None),
    )
    contested = msgspec.structs.replace(toll, low=3, high=None, status="contested", sides=sides)
    told_so = msgspec.structs.replace(incident, tolls=(contested,))
    scale = Scale.of([told_so])
    low, high = scale.lines(told_so)
    assert (low.begin, low.is_open) == (scale.at(3), False)
    assert (high.begin, high.is_open) == (WIDTH, True)
    nobody = msgspec.structs.replace(toll, low=0, high=0, status="single-source", sides=())
    silent = msgspec.structs.replace(incident, tolls=())
    assert Scale.of([silent]).lines(silent) == []
    (zero,) = scale.lines(msgspec.structs.replace(incident, tolls=(nobody,)))
    assert (zero.begin, zero.end) == (0, 0)  # nobody killed is drawn; nothing said is not


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("list") / "cenotaph.db"
    accounts = [
        told(
            f"Shells fell on hamlet {n} of the river. {n + 2} people were killed.",
            (f"{n + 2} people were killed", killed(n + 2)),
        )
        for n in range(105)
    ]
    filled(path, *accounts).close()
    with served(path) as opened:
        yield opened


def test_the_words_of_an_account_find_its_incident(desk: Served) -> None:
    browser = desk.visitor()
    assert browser.get("/?words=%22hamlet+7+of%22").text.count("data-row") == 1
    assert "No incident fits" in browser.get("/?words=hamlet+900").text


def test_a_long_list_comes_in_parts_and_a_part_that_is_not_there_is_the_last(desk: Served) -> None:
    browser = desk.visitor()
    assert browser.get("/").text.count("data-row") == 100
    last = browser.get("/?page=999")
    assert (last.status, last.text.count("data-row")) == (200, 5)


def test_the_map_is_told_its_points_and_the_land(desk: Served) -> None:
    browser = desk.visitor()
    assert json.loads(browser.get("/points").text) == {"points": [], "without": 105}
    rings = json.loads(browser.get("/land/coarse").text)
    assert all(-90 <= lat <= 90 for shape in rings for ring in shape for lat, _ in ring)
    assert desk.stranger().get("/points").status == 403


def test_a_name_that_is_withheld_is_not_found_by_search(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, SHELL).close()
    withheld = Present(Terms(ledger=str(path)), Config()).now()
    assert withheld.holding("Kovalenko") == frozenset()
    assert withheld.holding("three killed") == {SHELL.document.id}
    printed = Present(Terms(ledger=str(path), names=True), Config()).now()
    assert printed.holding("Kovalenko") == {SHELL.document.id}
