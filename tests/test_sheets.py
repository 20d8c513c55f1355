"""Tables that people keep: cells as written, maps with all their faults, rows as accounts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cenotaph.errors import ReadError, UsageError
from cenotaph.model import Count, Place, Refused, Responsibility, Toll, Victim, When
from cenotaph.sheets import Table, Told, read_table, shipped
from cenotaph.sheets.cells import count, days, pair, point
from cenotaph.sheets.mapping import parsed
from cenotaph.sheets.maps import load
from cenotaph.sheets.sheet import Layout, read_sheet

MAP = """
name = "desk"
publisher = "Harbor Desk"
code = "Ref"
sources = { column = "Source", separator = ";" }
weapon = "Means"
target = "Hit"
notes = ["Notes"]
[date]
column = "Date"
last = "Until"
format = ["dd/mm/yyyy", "mmmm yyyy"]
[place]
name = "Town"
lat = "Lat"
lon = "Lon"
[killed]
min = "Least"
max = "Most"
children = "Children"
[injured]
column = "Hurt"
[victims]
column = "Names"
separator = ";"
[blamed]
column = "Blamed"
by = "Says who"
"""
HEADERS = [
    "Ref", "Date", "Until", "Town", "Lat", "Lon", "Least", "Most", "Children", "Hurt", "Names",
    "Blamed", "Says who", "Source", "Means", "Hit", "Notes",
]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "low", "high", "approximate"),
    [
        ("0", 0, 0, False),
        ("7", 7, 7, False),
        ("7.0", 7, 7, False),
        ("1,200", 1200, 1200, False),
        ("3-5", 3, 5, False),
        ("3 – 5", 3, 5, False),
        (">10", 11, None, False),
        (">= 10", 10, None, False),
        ("10+", 10, None, False),
        ("<10", 0, 9, False),
        ("~40", 40, 40, True),
        ("at least 7", 7, None, False),
        ("up to 9", 0, 9, False),
        ("about 40", 40, 40, True),
        ("between 3 and 5", 3, 5, False),
        ("a dozen", 12, 12, False),
        ("none", 0, 0, False),
    ],
)
def test_a_count_is_read_as_people_write_it(
    cell: str, low: int, high: int | None, approximate: bool
) -> None:
    over = cell.startswith(">") and "=" not in cell
    assert count(cell) == Count(low=low, high=high, approximate=approximate, over=over)


def test_a_vague_word_stays_a_word_with_an_open_end() -> None:
    found = count("dozens")
    assert (found.vague, found.low, found.high) == ("dozens", 24, None)
    assert count("several") == Count(low=2, vague="several")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("=SUM(B2:B9)", "formula"),
        ("5-Mar", "write 3-5"),
        ("Mar-05", "write 3-5"),
        ("-4", "below 0"),
        ("5-3", "write 3-5"),
        ("1.200", "1200"),
        ("4.5", "whole persons"),
        ("many families", "no count"),
        ("4 killed, 2 hurt", "no count"),
        ("2022", None),
    ],
)
def test_what_is_no_count_is_refused_with_what_would_be_right(cell: str, words: str | None) -> None:
    if words is None:
        assert count(cell).low == 2022
        return
    with pytest.raises(ReadError, match=words):
        count(cell)


def test_a_date_is_read_in_the_order_that_the_map_says() -> None:
    assert days("03/04/2022", ["dd/mm/yyyy"]).timex == "2022-04-03"
    assert days("03/04/2022", ["mm/dd/yyyy"]).timex == "2022-03-04"
    assert days("2022-04-03 00:00:00", ["yyyy-mm-dd"]).timex == "2022-04-03"
    month = days("March 2022", ["dd/mm/yyyy", "mmmm yyyy"])
    assert (month.timex, str(month.first), str(month.last)) == (
        "2022-03",
        "2022-03-01",
        "2022-03-31",
    )
    with pytest.raises(ReadError, match="no date written yyyy-mm-dd"):
        days("03/04/2022", ["yyyy-mm-dd"])
    with pytest.raises(ReadError):
        days("31/02/2022", ["dd/mm/yyyy"])


def test_coordinates_are_decimal_degrees_within_the_globe() -> None:
    assert point("50,45", "30.52") == (50.45, 30.52)
    assert pair("50.45, 30.52") == (50.45, 30.52)
    for lat, lon in (("95", "30"), ("30", "190"), ("50°27'N", "30"), ("0", "0")):
        with pytest.raises(ReadError):
            point(lat, lon)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_separator_and_encoding_are_found_out(separator: str, encoding: str) -> None:
    rows = (("Місто", "Killed"), ("Херсон і передмістя", "4"), ('a "quoted"\nsecond line', "5"))
    raw = "".join(
        separator.join('"' + c.replace('"', '""') + '"' for c in row) + "\r\n" for row in rows
    )
    layout = Layout(encoding="cp1251") if encoding == "cp1251" else Layout()
    sheet = read_sheet(raw.encode(encoding), layout)
    assert sheet.headers == rows[0]
    assert [r.cells for r in sheet.rows] == list(rows[1:])
    assert [r.number for r in sheet.rows] == [2, 3]
    assert sheet.rows[1].raw.decode().startswith('"a ""quoted""')


def test_rows_without_cells_and_hashtags_are_passed_over_and_numbers_stay() -> None:
    sheet = read_sheet(b"Town,Killed\n#loc+name,#affected+killed\n,\nOdesa,1\n", Layout())
    assert [(r.number, r.cells) for r in sheet.rows] == [(4, ("Odesa", "1"))]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"PK\x03\x04....", "no workbook, or a damaged one"),
        (b"  \n", "is empty"),
        (b'Town,Killed\n"Odesa,1\n', "row 2"),
        (b"\xff\xfe", "headers"),
    ],
)
def test_a_file_that_is_no_table_is_refused(raw: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_sheet(raw, Layout())


def test_all_faults_of_a_map_are_told_at_once_with_their_keys() -> None:
    faulty = """
        name = 3
        cod = "Ref"
        source_kind = "rumor"
        rows = "people"
        [date]
        column = "Dat"
        format = "day/month"
        [place]
        lat = "Lat"
        precision = "roughly"
        [killed]
        column = "Dead"
        childs = "Children"
        [[killed.part]]
        status = "civil"
        column = "Most"
        [victims]
        column = 7
        outcome = "dead"
        [file]
        separator = "/"
    """
    with pytest.raises(UsageError) as told:
        parsed("map.toml", faulty, HEADERS)
    lines = str(told.value).splitlines()
    assert all(line.startswith("map.toml: ") for line in lines)
    keys = {line.removeprefix("map.toml: ").partition(":")[0] for line in lines}
    assert keys == {
        "name", "cod", "source_kind", "rows", "date", "date.format", "place.lat",
        "place.precision", "killed.column", "killed.childs", "killed.part[1].status", "victims",
        "victims.outcome", "file.separator",
    }  # fmt: skip
    assert "did you mean 'code'?" in str(told.value)
    assert "the nearest is 'Date'" in str(told.value)


def test_a_map_that_claims_nothing_and_one_that_is_not_there_are_told() -> None:
    with pytest.raises(UsageError, match="claims nothing"):
        parsed("map.toml", 'code = "Ref"', HEADERS)
    with pytest.raises(UsageError, match="acled, ibc, ucdp"):
        load("nowhere.toml")
    with pytest.raises(UsageError, match="not TOML"):
        parsed("map.toml", "[date", HEADERS)


def rows(tmp_path: Path, *cells: dict[str, str], words: str = MAP) -> list[Told | Refused]:
    """Return what rows of these cells tell; the columns not given are empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADERS, restval="")
    writer.writeheader()
    writer.writerows(cells)
    path = tmp_path / "map.toml"
    path.write_text(words, "utf-8")
    return list(read_table(Table("events.csv", out.getvalue().encode(), *load(str(path)))))


ROW = {
    "Ref": "H-1", "Date": "21/11/2022", "Town": "Kherson", "Lat": "46.64", "Lon": "32.61",
    "Least": "4", "Most": "6", "Children": "1", "Hurt": ">10", "Names": "Petro Savchuk (58); L. M.",
    "Blamed": "Northern Front", "Says who": "Port office", "Source": "Delta Herald",
    "Means": "Grad rockets", "Hit": "Central ferry", "Notes": "Seen by Olha Hnatiuk.",
}  # fmt: skip


def test_every_value_of_a_row_stands_in_its_own_words(tmp_path: Path) -> None:
    (told,) = rows(tmp_path, ROW)
    assert isinstance(told, Told)
    text = told.account.document
    quotes = {text.quote(c.evidence) for c in told.claims}
    assert {"21/11/2022", "Kherson", "1", ">10", "Petro Savchuk (58)", "L. M."} <= quotes
    whole = next(c for c in told.claims if isinstance(c.value, Toll) and not c.part_of)
    assert (whole.value.outcome, whole.value.count) == ("killed", Count(low=4, high=6))
    assert text.quote(whole.evidence) == "4\nmost: 6"
    assert text.quote(whole.sentence) == "least: 4\nmost: 6"
    assert whole.speaker is not None
    assert whole.speaker.name == "Delta Herald"
    part = next(c for c in told.claims if c.part_of)
    assert part.part_of == whole.id
    assert isinstance(part.value, Toll)
    assert part.value.people.age == "children"
    blame = next(c for c in told.claims if isinstance(c.value, Responsibility))
    assert (blame.stance, blame.speaker.name if blame.speaker else "") == ("blames", "Port office")
    victim = next(c.value for c in told.claims if isinstance(c.value, Victim))
    assert (victim.name, victim.age) == ("Petro Savchuk", 58)
    place = next(c.value for c in told.claims if isinstance(c.value, Place))
    assert (place.lat, place.precision) == (46.64, "town")


def test_all_claims_of_a_row_hang_on_one_event_of_the_kind_that_its_weapon_tells(
    tmp_path: Path,
) -> None:
    (told,) = rows(tmp_path, ROW)
    assert isinstance(told, Told)
    (mention,) = told.account.mentions
    assert {c.about for c in told.claims} == {mention.id}
    assert mention.event_type == "Explosions/Remote violence"
    assert told.received.capture.ref == "desk:H-1"
    assert told.received.capture.publisher == "Harbor Desk"


def test_an_empty_cell_is_no_zero_and_has_no_line(tmp_path: Path) -> None:
    (told,) = rows(tmp_path, {"Ref": "H-2", "Town": "Odesa", "Hurt": "0", "Least": "n/a"})
    assert isinstance(told, Told)
    tolls = [c.value for c in told.claims if isinstance(c.value, Toll)]
    assert [(t.outcome, t.count.high) for t in tolls] == [("injured", 0)]
    assert "most" not in told.account.document.text


def test_notes_are_told_to_be_left_out_and_a_formula_is_text(tmp_path: Path) -> None:
    (told,) = rows(tmp_path, {"Town": "Odesa", "Hurt": "1", "Notes": "=cmd|' /C calc'!A0"})
    assert isinstance(told, Told)
    text = told.account.document.text
    assert [text[s.start : s.end] for s in told.account.skipped] == ["=cmd|' /C calc'!A0"]


def test_two_sources_leave_a_figure_the_tables_own(tmp_path: Path) -> None:
    (told,) = rows(tmp_path, ROW | {"Source": "Delta Herald; Steppe Post", "Says who": ""})
    assert isinstance(told, Told)
    assert {c.voice for c in told.claims} == {"narrator"}


def test_days_of_a_row_can_be_a_span_and_the_last_is_not_before_the_first(tmp_path: Path) -> None:
    told, refused = rows(
        tmp_path, ROW | {"Until": "23/11/2022"}, ROW | {"Ref": "H-2", "Until": "20/11/2022"}
    )
    assert isinstance(told, Told)
    when = next(c.value for c in told.claims if isinstance(c.value, When))
    assert when.timex == "2022-11-21/2022-11-23"
    assert isinstance(refused, Refused)
    assert "row 3" in refused.name
    assert "before the first" in refused.why


def test_a_bad_row_is_refused_by_its_number_and_the_rest_is_told(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        ROW,
        ROW | {"Ref": "H-2", "Least": "9"},
        ROW | {"Ref": "H-3", "Lat": ""},
        ROW,
        {"Ref": "H-5"},
        ROW | {"Ref": "H-6"},
    )
    assert [f.name for f in found if isinstance(f, Refused)] == [
        f"events.csv: row {n}" for n in (3, 4, 5, 6)
    ]
    why = [f.why for f in found if isinstance(f, Refused)]
    assert "turn them round" in why[0]
    assert "latitude and longitude" in why[1]
    assert "row 2" in why[2]
    assert "claims nothing" in why[3]


ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,admin1,"
    "location,latitude,longitude,geo_precision,source,notes,fatalities\n"
    "XYZ1,03 December 2022,2,Battles,Armed clash,Northern Front,Mali,Kayes,Nioro,15.2,-9.6,1,"
    '"Sahel Express; Kayes Post",Two fronts met.,0\n'
    "XYZ2,04 December 2022,1,Violence against civilians,Attack,Northern Front,Mali,Kayes,Nioro,"
    "15.2,-9.6,2,Sahel Express,Herders were shot.,3\n"
)


def test_the_map_of_acled_takes_no_zero_for_a_count_and_no_clash_for_blame() -> None:
    clash, attack = read_table(Table("acled.csv", ACLED.encode(), *load("acled")))
    assert isinstance(clash, Told)
    assert isinstance(attack, Told)
    assert [type(c.value).__name__ for c in clash.claims] == ["When", "Place"]
    assert isinstance(clash.claims[0].value, When)
    assert clash.claims[0].value.timex == "2022-11-27/2022-12-09"  # a week that holds the day
    killed = next(c.value for c in attack.claims if isinstance(c.value, Toll))
    assert killed.count == Count(low=3, high=3)
    assert [c.value.party for c in attack.claims if isinstance(c.value, Responsibility)] == [
        "Northern Front"
    ]
    assert attack.account.mentions[0].sub_event_type == "Attack"
    place = next(c.value for c in attack.claims if isinstance(c.value, Place))
    assert place.precision == "near"


def test_the_map_of_ucdp_parts_the_dead_by_side() -> None:
    headers = (
        "id,type_of_violence,side_a,side_b,source_office,source_headline,where_prec,"
        "where_coordinates,where_description,adm_1,latitude,longitude,country,date_start,date_end,"
        "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low"
    )
    row = (
        "77,1,Government of X,Northern Front,Sahel Express,A clash,1,Nioro,,Kayes,15.2,-9.6,Mali,"
        "2022-12-03 00:00:00.000,2022-12-03 00:00:00.000,2,3,1,0,6,8,5"
    )
    (told,) = read_table(Table("ged.csv", f"{headers}\n{row}\n".encode(), *load("ucdp")))
    assert isinstance(told, Told), told
    tolls = [c.value for c in told.claims if isinstance(c.value, Toll)]
    assert [(t.count.low, t.count.high, t.people.status, t.people.side) for t in tolls] == [
        (5, 8, "unknown", None),
        (1, 1, "civilian", None),
        (2, 2, "combatant", "Government of X"),
        (3, 3, "combatant", "Northern Front"),
    ]
    assert not [c for c in told.claims if isinstance(c.value, Responsibility)]


def test_the_map_of_ibc_reads_what_is_published_in_its_columns() -> None:
    headers = (
        "Date,Time,Place,Target,Min deaths,Max deaths,Min injuries,Max injuries,Weapons,Killers,"
        "Media sources,Primary witnesses"
    )
    row = '2022-12-03,AM,Nioro,market,2,4,,,"gunfire; grenade",,Sahel Express,'
    (told,) = read_table(Table("ibc.csv", f"{headers}\n{row}\n".encode(), *load("ibc")))
    assert isinstance(told, Told), told
    kinds = [type(c.value).__name__ for c in told.claims]
    assert kinds == ["When", "Place", "Toll", "Weapon", "Weapon", "Target"]


def test_every_shipped_map_is_sound() -> None:
    assert shipped() == ("acled", "ibc", "ucdp")
    for name in shipped():
        parsed(*load(name))
