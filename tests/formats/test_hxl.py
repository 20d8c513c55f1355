"""HXL, read and validated by libhxl."""

from __future__ import annotations

import io

import hxl
import msgspec
import pytest

from cenotaph.model import People
from cenotaph.publish.hxl import COLUMNS
from making import injured, killed
from tabled import led, parted, record_of, text
from worked import dead, told

TAGS = (
    "#event+id #event+type #date+start #date+end #country+name #country+code #adm1+name #loc+name"
    " #geo+lat #geo+lon #affected+killed+min #affected+killed+max #affected+injured+min"
    " #affected+injured+max #meta+source #description"
)


def read(made: str) -> hxl.model.Dataset:
    return hxl.data(io.BytesIO(made.encode()))


def test_the_tags_are_those_agreed_and_sex_and_age_follow() -> None:
    assert COLUMNS[:16] == tuple(TAGS.split())
    assert {c.rpartition("+")[0] for c in COLUMNS[16:]} == {
        f"#affected+{outcome}+{who}"
        for outcome in ("killed", "injured")
        for who in ("f", "m", "children", "adults")
    }


def test_libhxl_finds_every_tag_and_value() -> None:
    made = record_of(
        parted(
            told("Courier", killed(9), killed(2, people=People(age="children")), injured(4, None))
        )
    )
    source = read(text("hxl", made))
    assert source.tags == [tag.partition("+")[0] for tag in COLUMNS]
    assert [c.display_tag for c in source.columns] == [
        hxl.model.Column.parse(tag).display_tag for tag in COLUMNS
    ]
    (row,) = source
    assert row.get("#event+id") == made.incidents[0].id
    assert row.get("#country+code") == "SYR"
    assert (row.get("#geo+lat"), row.get("#geo+lon")) == ("36.2", "37.16")
    assert (row.get("#affected+killed-children+min"), row.get("#affected+killed+children+max")) == (
        "9",
        "2",
    )
    assert (
        row.get("#affected+injured+min"),
        row.get("#affected+injured-m-f-children-adults+max"),
    ) == (
        "4",
        None,
    )
    assert row.get("#affected+killed+f+min") is None


def test_libhxl_validates_what_is_written() -> None:
    made = record_of(told("Courier", dead(3)))
    schema = [
        [
            "#valid_tag",
            "#valid_required",
            "#valid_datatype",
            "#valid_value+min",
            "#valid_value+max",
        ],
        ["#event+id", "true", "", "", ""],
        ["#date", "", "date", "", ""],
        ["#affected", "", "number", "0", ""],
        ["#geo+lat", "", "number", "-90", "90"],
        ["#geo+lon", "", "number", "-180", "180"],
    ]
    report = hxl.validate(read(text("hxl", made)), schema)
    assert report["is_valid"], report


@pytest.mark.parametrize(
    ("precision", "point"), [("near", "36.2"), ("admin1", None), ("country", None)]
)
def test_the_middle_of_a_region_is_no_point(precision: str, point: str | None) -> None:
    made = record_of(told("Courier", dead(3)))
    (incident,) = made.incidents
    assert incident.place is not None
    value = msgspec.structs.replace(incident.place.value, precision=precision)
    place = msgspec.structs.replace(incident.place, value=value)
    made = msgspec.structs.replace(
        made, incidents=(msgspec.structs.replace(incident, place=place),)
    )
    (row,) = read(text("hxl", made))
    assert (row.get("#geo+lat"), row.get("#country+name")) == (point, "Syria")


def test_parts_lead_to_the_claims_that_count_them() -> None:
    made = record_of(parted(told("Courier", killed(9), killed(2, people=People(sex="f")))))
    (row,) = led("hxl", made)
    women = next(f for f in made.incidents[0].tolls if f.people.sex == "f")
    assert row["columns"]["#affected+killed+f+min"] == list(women.claims)
    assert "#affected+killed+m+min" not in row["columns"]
