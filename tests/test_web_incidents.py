"""The list of incidents: what is asked for, its map, its times, its scale; then a real server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cenotaph.config import Config
from cenotaph.model import Account, Attribute, Count, Document, Outline, Place, Target
from cenotaph.store.finding import Finding
from cenotaph.web.pages.incidents import _near
from cenotaph.web.present import Present, Terms
from cenotaph.web.state import text_of
from cenotaph.web.views.incidents import ORDERS, Asked, filtered, ordered
from cenotaph.web.views.months import bars, months
from cenotaph.web.views.points import pinned, points
from cenotaph.web.views.ranges import WIDTH, Scale
from cenotaph.web.views.softened import plainly, softened
from ledgers import SHELL, filled, told
from making import killed
from serving import Served, field, served

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
    assert TEXTS.holding(words).documents == found


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
    every = [*placed, at(incident, None, None), incident]
    told_so = pinned({("", str(n)): one for n, one in enumerate(every)})
    assert [(p.name, p.number, p.incident is None) for p in points(told_so)] == [
        ("Ora", 1, False),
        ("Tarsk", 2, True),
    ]
    assert told_so.without == 2


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


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        *(("orik", True), ("zaporizh", True), ("ukraine", True), ("ua", True), ("a", True)),
        *(("nigeria", False), ("kraine x", False), ("ng", False)),
    ],
)
def test_a_place_is_found_by_its_name_its_region_and_its_country(
    incident: Outline,
    words: str,
    fits: bool,
) -> None:
    town = Place(name="Orikhiv", country="UA", admin1="Zaporizhzhia", precision="town")
    there = msgspec.structs.replace(incident, place=Attribute(value=town, claims=()))
    assert bool(filtered([there], Asked(place=words))) is fits


def test_a_time_has_a_bar_for_each_month_or_where_those_are_many_for_each_year(
    incident: Outline,
) -> None:
    def on(first: str) -> Outline:
        return msgspec.structs.replace(incident, first=first, last=first)

    near = bars(months([on("2021-01-05"), on("2021-01-31"), on("2021-03-01")]), "2021-02-01")
    assert [(b.first, b.last, b.number, b.chosen) for b in near] == [
        ("2021-01-01", "2021-01-31", 2, False),
        ("2021-02-01", "2021-02-28", 0, True),
        ("2021-03-01", "2021-03-31", 1, True),
    ]
    far = bars(months([on("1991-01-05"), on("2021-03-01")]))
    assert len(far) == 31
    assert len(bars(months([on("1991-01-05"), on("2021-03-01")]), most=12)) <= 12
    assert (far[0].first, far[-1].last) == ("1991-01-01", "2021-12-31")
    assert bars(months([msgspec.structs.replace(incident, first=None, last=None)])) == []


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


def test_a_list_links_to_its_ends_and_to_the_parts_beside_the_one_shown() -> None:
    assert _near(0, 101) == [0, 1]
    assert _near(0, 2000) == [0, 1, 2, 3, None, 19]
    assert _near(9, 2000) == [0, None, 6, 7, 8, 9, 10, 11, 12, None, 19]
    assert _near(18, 2000) == [0, None, 15, 16, 17, 18, 19]
    assert _near(0, 0) == []


def test_a_row_is_printed_anew_once_something_is_kept_beside_its_incident(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    fell = told("Shells fell. Four people were killed.", ("Four people were killed", killed(4)))
    filled(path, fell).close()
    with served(path) as opened:
        browser = opened.visitor()
        page = browser.get("/").text
        (found,) = re.findall(r"/incident/(\w+)", page)
        assert "#seen" not in page
        own = browser.get(f"/incident/{found}").text
        noted = {"verdict": "note", "ids": found, "tags": "seen", "reviewer": "R. Adeyemi"}
        told_so = {"csrf": field(own, "csrf"), "seen": field(own, "seen"), **noted}
        assert browser.post("/decide", told_so).status == 303
        assert "#seen" in browser.get("/").text


def test_the_map_is_told_its_points_and_the_land(desk: Served) -> None:
    browser = desk.visitor()
    told = json.loads(browser.get("/points").text)
    assert (told["points"], told["without"]) == ([], 105)
    rings = json.loads(browser.get("/land/coarse").text)
    assert all(-90 <= lat <= 90 for shape in rings for ring in shape for lat, _ in ring)
    assert desk.stranger().get("/points").status == 403


def test_the_map_is_told_the_largest_towns_of_the_part_that_it_shows(desk: Served) -> None:
    browser = desk.visitor()
    here = json.loads(browser.get("/towns?box=30,46,36,50").text)
    assert here[0][0] == "Odesa"
    assert all(46 <= lat <= 50 and 30 <= lon <= 36 for _, lat, lon in here)
    anywhere = browser.get("/towns?box=no,part,of,it")
    assert (anywhere.status, json.loads(anywhere.text)[0][0]) == (200, "Shanghai")
    assert desk.stranger().get("/towns").status == 403


def test_the_newest_incident_is_the_first_unless_the_address_asks_for_another_order(
    desk: Served,
) -> None:
    browser = desk.visitor()

    def first(query: str) -> str:
        return re.findall(r"/incident/\w+", browser.get(f"/?{query}").text)[0]

    assert first("") == re.findall(r"/incident/\w+", browser.get("/?order=oldest&page=2").text)[-1]
    page = browser.get("/?order=dead").text
    assert "<b>106</b> killed" in page.partition("</li>")[0]
    assert 'value="dead" selected' in page
    assert "order=dead&amp;page=2" in page  # and so do the parts of the list
    assert first("order=nothing-known") == first("")


def test_orders_are_of_days_of_the_dead_and_of_sources(incident: Outline) -> None:
    (toll,) = incident.tolls
    few, many, silent = (
        msgspec.structs.replace(incident, id=i, tolls=t, independent_sources=n)
        for i, t, n in (
            ("few", (msgspec.structs.replace(toll, low=0, high=0),), 2),
            ("many", (msgspec.structs.replace(toll, low=9, high=None),), 1),
            ("silent", (), 3),
        )
    )
    asked = {o: [i.id for i in ordered([few, many, silent], o)] for o in ORDERS}
    assert asked == {
        "": ["silent", "many", "few"],
        "oldest": ["few", "many", "silent"],
        "dead": ["many", "few", "silent"],  # nobody killed is more than nothing said
        "sources": ["silent", "few", "many"],
    }


def test_graphic_words_are_softened_and_marked_and_no_others() -> None:
    told_so = "Massacre (market): bodies hacked to death & <burned alive> in Rapeseed; raped"
    assert plainly(told_so) == (
        "~Mass killing (market): bodies ~killed & <~killed> in Rapeseed; ~sexually assaulted"
    )
    marked = softened(told_so, 'as "written"')
    assert marked.count('<span class="soft" title="as &#34;written&#34;">') == 4
    assert "&amp; &lt;<span" in marked
    assert softened("Shelling in Sumy", "tip") == "Shelling in Sumy"


def test_lists_are_softened_for_who_asked_for_it_and_the_incident_is_not(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    fell = told(
        "Gunmen came to the slaughter yard. Two people were killed.",
        ("Two people were killed", killed(2)),
        ("slaughter yard", Target(name="slaughter yard", category="slaughter yard")),
    )
    filled(path, fell).close()
    with served(path) as opened:
        browser = opened.visitor()
        page = browser.get("/person").text
        browser.post("/person/reading", {"csrf": field(page, "csrf"), "remind": "1"})
        assert "~" not in browser.get("/").text
        browser.post("/person/reading", {"csrf": field(page, "csrf"), "remind": "1", "soft": "1"})
        assert 'name="soft" value="1" checked' in browser.get("/person").text
        assert "Words marked ~ are softened" in browser.get("/").text
        assert '<span class="soft" title="softened;' in browser.get("/").text
        browser.cookies["cenotaph-language"] = "uk"  # a row is not as it was printed for another
        assert '<span class="soft" title="пом’якшено;' in browser.get("/").text
        (found,) = re.findall(r"/incident/\w+", browser.get("/").text)
        for where in (found, f"/account/{fell.document.id}"):
            assert "slaughter yard" in browser.get(where).text.replace("</span>", "")


def test_a_name_that_is_withheld_is_not_found_by_search(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, SHELL).close()
    withheld = Present(Terms(ledger=str(path)), Config()).now()
    assert withheld.holding("Kovalenko").documents == frozenset()
    assert withheld.holding("three killed").documents == {SHELL.document.id}
    printed = Present(Terms(ledger=str(path), names=True), Config()).now()
    assert printed.holding("Kovalenko").documents == {SHELL.document.id}


def test_who_looks_for_words_does_not_wait_while_texts_are_made() -> None:
    finding = Finding()

    def made() -> Iterator[tuple[str, str, str]]:
        for n in range(120):
            assert finding._lock.acquire(blocking=False)  # noqa: SLF001
            finding._lock.release()  # noqa: SLF001
            yield f"d{n}", f"ferry {n}", ""

    finding.add(made())
    assert len(finding.holding("ferry").documents) == 120
    assert finding.holding("119").documents == {"d119"}


def test_what_words_found_before_goes_on_by_what_was_indexed_since() -> None:
    finding = Finding([("mill", "the old mill", ""), ("ferry", "the old ferry", "")])
    before = finding.holding("old")
    assert finding.holding("old", before) is before
    finding.add([("mill", "the new mill", ""), ("farm", "an old farm", "")])
    grown = finding.holding("old", before)
    assert grown == finding.holding("old")
    assert grown.documents == {"ferry", "farm"}
    finding.drop(["ferry"])
    assert finding.holding("old", grown) == finding.holding("old")
    assert finding.holding("old", grown).documents == {"farm"}


def test_withheld_names_stand_apart_from_the_words_that_are_looked_for() -> None:
    document = Document.of("Ana Roth saw Ivo Lentz. He fled, Ana Roth said.", "Ana Roth: four dead")
    kept = Account(document=document)
    found = Finding([text_of(kept, frozenset({"Ana Roth", "Ivo Lentz"}))])
    assert found.holding("saw") == found.holding('"fled said"')
    assert found.holding("saw").documents == {document.id}
    assert found.holding("four").documents == {document.id}
    assert not found.holding("Roth").documents
    assert not found.holding("Lentz").documents
    assert found.naming({"Ana Roth"}) == found.naming({"Ivo Lentz"}) == {document.id}
