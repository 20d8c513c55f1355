"""UCDP GED's columns: deaths that sum to best, sides only where accounts tell them."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import People, Place, Record, Responsibility
from cenotaph.publish.ucdp import COLUMNS
from making import killed
from tabled import led, parted, record_of, rows, table, text
from worked import CIVILIANS, REBELS, dead, told

HEADER = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,"
    "low,gwnoa,gwnob"
)
SYRIANS = People(status="combatant", side="Syrian")
ARMY = Responsibility(party="Syrian army")
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best")


def fought(record: Record, **fields: object) -> Record:
    (incident,) = record.incidents
    return msgspec.structs.replace(record, incidents=(msgspec.structs.replace(incident, **fields),))


def test_the_columns_are_geds_in_their_order() -> None:
    assert ",".join(COLUMNS) == HEADER
    assert len(COLUMNS) == 49


def test_a_row_holds_what_accounts_tell_and_leaves_ucdps_own_ids_empty() -> None:
    made = record_of(told("Courier", dead(3), by=("Ann Reed", "official")))
    (found,) = table("ucdp", made)
    assert found == {
        "relid": made.incidents[0].id,
        "year": "2016",
        "number_of_sources": "1",
        "source_article": "Courier, 2016-04-28",
        "source_office": "Courier",
        "source_date": "2016-04-28",
        "source_original": "Ann Reed",
        "where_prec": "1",
        "where_coordinates": "Aleppo",
        "where_description": "Aleppo",
        "latitude": "36.2",
        "longitude": "37.16",
        "geom_wkt": "POINT (37.16 36.2)",
        "priogrid_gid": "181875",
        "country": "Syria",
        "country_id": "652",
        "region": "Middle East",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2016-04-27",
        "date_end": "2016-04-27",
        "deaths_unknown": "3",
        "best": "3",
        "high": "3",
        "low": "3",
    }


def test_sides_civilians_and_unknown_sum_to_best() -> None:
    parts = [killed(4, people=CIVILIANS), killed(2, people=SYRIANS), killed(3, people=REBELS)]
    made = record_of(parted(told("Courier", killed(11), *parts, ARMY)), policy="ucdp")
    (found,) = table("ucdp", fought(made, event_type="Battles"))
    assert found["side_a"] == "Syria"
    counts = [int(found.get(column, 0)) for column in DEATHS]
    assert sum(counts[:4]) == counts[4] == 11
    assert (found["deaths_a"], found["deaths_civilians"]) == ("2", "4")


def test_parts_that_exceed_best_are_not_split() -> None:
    made = record_of(parted(told("Courier", killed(3), killed(5, people=CIVILIANS))), policy="ucdp")
    (found,) = table("ucdp", made)
    assert {c: found.get(c) for c in DEATHS} == {
        "deaths_a": None,
        "deaths_b": None,
        "deaths_civilians": None,
        "deaths_unknown": "3",
        "best": "3",
    }


def test_without_a_best_figure_nothing_is_split_and_the_bounds_stand() -> None:
    made = record_of(told("Courier", killed(3)), told("Herald", killed(17, None)))
    (found,) = table("ucdp", made)
    assert not set(DEATHS) & found.keys()
    assert (found["low"], found.get("high")) == ("3", None)


@pytest.mark.parametrize(
    ("kind", "party", "people", "code", "sides"),
    [
        ("Battles", ARMY, REBELS, "1", ("Syria", "rebel")),
        ("Battles", Responsibility(party="rebels"), SYRIANS, "1", ("Syrian", "rebels")),
        (
            "Battles",
            Responsibility(party="Dawn Front"),
            People(status="combatant", side="Red Star"),
            "2",
            ("Dawn Front", "Red Star"),
        ),
        ("Violence against civilians", ARMY, CIVILIANS, "3", ("Syria", "Civilians")),
        ("Explosions/Remote violence", ARMY, CIVILIANS, None, ("Syria", None)),
        ("Battles", ARMY, People(), None, ("Syria", None)),
    ],
)
def test_the_type_of_violence_is_given_only_where_both_sides_are_known(
    kind: str,
    party: Responsibility,
    people: People,
    code: str | None,
    sides: tuple[str, str | None],
) -> None:
    made = record_of(told("Courier", killed(3, people=people), party))
    (found,) = table("ucdp", fought(made, event_type=kind))
    assert found.get("type_of_violence") == code
    assert (found.get("side_a"), found.get("side_b")) == sides
    numbers = {"Syria": "652", "Syrian": "652"}
    assert found.get("gwnoa") == numbers.get(sides[0])
    assert found.get("gwnob") == numbers.get(sides[1] or "")


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2016-04-27", "2016-04-27", "1"),
        ("2016-04-22", "2016-04-27", "2"),
        ("2016-04-21", "2016-04-27", "3"),
        ("2016-04-01", "2016-04-30", "4"),
        ("2016-01-01", "2016-04-30", "5"),
        (None, "2016-04-30", None),
    ],
)
def test_days_have_geds_precision(first: str | None, last: str, code: str | None) -> None:
    (found,) = table("ucdp", fought(record_of(told("C", dead(3))), first=first, last=last))
    assert (found.get("date_prec"), found.get("date_start"), found["date_end"]) == (
        code,
        first,
        last,
    )


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [
        (-90.0, -180.0, "1"),
        (89.9, 179.9, "259200"),
        (0.1, 0.1, "129961"),
        (-33.45, -70.67, "81579"),
    ],
)
def test_a_point_lies_in_its_cell_of_prio_grid_and_stays_south_and_west(
    lat: float, lon: float, cell: str
) -> None:
    made = record_of(told("Courier", dead(3)))
    place = made.incidents[0].place
    assert place is not None
    where = Place(name="There", lat=lat, lon=lon, country="CL", precision="town")
    (found,) = table("ucdp", fought(made, place=msgspec.structs.replace(place, value=where)))
    assert found["priogrid_gid"] == cell
    assert (found["latitude"], found["longitude"]) == (repr(lat), repr(lon))
    assert found["geom_wkt"] == f"POINT ({lon} {lat})"


def test_deaths_lead_to_the_claims_that_count_just_those_people() -> None:
    made = record_of(
        parted(told("Courier", killed(11), killed(4, people=CIVILIANS))), policy="ucdp"
    )
    (row,) = led("ucdp", made)
    tolls = {f.people.status: list(f.claims) for f in made.incidents[0].tolls}
    assert row["columns"]["deaths_civilians"] == tolls["civilian"]
    assert row["columns"]["best"] == tolls["unknown"]
    assert row["policy"] == "ucdp/1"


def test_the_table_reads_back_as_it_was_written() -> None:
    made = record_of(told("Courier", dead(3)))
    assert rows(text("ucdp", made)) == table("ucdp", made)
