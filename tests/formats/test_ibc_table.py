"""Iraq Body Count's columns: minimum and maximum, who killed and who says so."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import Responsibility, Weapon
from cenotaph.publish.ibc import COLUMNS
from making import injured, killed
from tabled import led, record_of, table
from worked import dead, told


def test_the_columns_are_ibcs_in_their_order() -> None:
    assert ", ".join(COLUMNS) == (
        "Date, Time, Place, Target, Min deaths, Max deaths, Min injuries, Max injuries, Weapons,"
        " Killers, Media sources, Primary witnesses"
    )


def test_a_row_gives_both_ends_and_everybody_who_tells_of_it() -> None:
    made = record_of(
        told("Courier", killed(3), injured(0), Weapon(name="rocket"), by=("nurses", "medic")),
        told("Herald", killed(17), Responsibility(party="Dawn Front"), by=("Ann Reed", "official")),
    )
    (found,) = table("ibc", made)
    assert found == {
        "Date": "2016-04-27",
        "Place": "Aleppo, Syria",
        "Target": "hospital",
        "Min deaths": "3",
        "Max deaths": "17",
        "Min injuries": "0",
        "Max injuries": "0",
        "Weapons": "rocket",
        "Killers": "Dawn Front (blamed by Ann Reed)",
        "Media sources": "Courier; Herald",
        "Primary witnesses": "nurses; Ann Reed",
    }


def test_a_party_and_a_paper_are_no_witnesses() -> None:
    made = record_of(
        told("Courier", killed(3), by=("army spokesman", "party")),
        told("Herald", killed(3), by=("Radio Dawn", "media")),
    )
    (found,) = table("ibc", made)
    assert "Primary witnesses" not in found


def test_an_open_figure_has_no_maximum_but_under_ibcs_policy() -> None:
    one = told("Courier", killed(17, None))
    (found,) = table("ibc", record_of(one))
    assert (found["Min deaths"], found.get("Max deaths")) == ("17", None)
    (found,) = table("ibc", record_of(one, policy="ibc"))
    assert (found["Min deaths"], found["Max deaths"]) == ("17", "17")


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        ("2016-04-26", "2016-04-27", "2016-04-26/2016-04-27"),
        (None, "2016-04-27", "../2016-04-27"),
        (None, None, None),
    ],
)
def test_days_that_are_open_are_an_interval(
    first: str | None, last: str | None, printed: str | None
) -> None:
    made = record_of(told("Courier", dead(3)))
    (incident,) = made.incidents
    opened = msgspec.structs.replace(incident, first=first, last=last)
    (found,) = table("ibc", msgspec.structs.replace(made, incidents=(opened,)))
    assert found.get("Date") == printed


def test_a_row_without_an_id_is_numbered_beside_the_table() -> None:
    made = record_of(told("Courier", dead(3)))
    (first,) = made.incidents
    second = msgspec.structs.replace(first, id="b" * 32, first="2017-04-27", last="2017-04-27")
    made = msgspec.structs.replace(made, incidents=(first, second))
    assert [r["Date"] for r in table("ibc", made)] == ["2016-04-27", "2017-04-27"]
    assert [(r["number"], r["row"]) for r in led("ibc", made)] == [
        (1, made.incidents[0].id),
        (2, made.incidents[1].id),
    ]
