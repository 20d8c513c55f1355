"""The contract's row of an incident in one line."""

from __future__ import annotations

from making import killed
from tabled import led, parted, record_of, table, text
from worked import CIVILIANS, dead, told

HEADER = (
    "id,aliases,title,event_type,sub_event_type,first,last,date_precision,place,targets,weapons,"
    "victims,tolls,responsibility,conflicts,accounts,refs,independent_sources,review,decisions,"
    "because,policy,contract,record"
)


def test_columns_are_the_contracts_keys_and_nested_values_are_joined() -> None:
    made = record_of(told("Courier", dead(3)), told("Herald", dead(17)))
    assert text("csv", made).splitlines()[0].replace('"', "") == HEADER
    (found,) = table("csv", made)
    incident = made.incidents[0]
    assert found["aliases"] == "; ".join(incident.aliases)
    assert found["accounts"] == "; ".join(incident.accounts)
    assert found["place"] == (
        "name: Aleppo, geonames: 170063, lat: 36.2, lon: 37.16, country: SY, precision: town"
    )
    assert found["tolls"].startswith("outcome: killed, people (status: unknown), low: 3, high: 17")
    assert "best" not in found["tolls"]
    assert (found["contract"], found["record"], found["policy"]) == ("1", "d" * 64, "envelope/1")
    assert "weapons" not in found


def test_zero_is_told_and_nothing_is_not() -> None:
    (found,) = table("csv", record_of(told("Courier", killed(0))))
    assert "low: 0, high: 0, best: 0" in found["tolls"]


def test_claims_stand_beside_the_table_and_not_in_it() -> None:
    made = record_of(parted(told("Courier", killed(9), killed(2, people=CIVILIANS))))
    (row,) = led("csv", made)
    every = {claim["id"] for claim in row["claims"]}
    assert {c for f in made.incidents[0].tolls for c in f.claims} <= every
    assert row["columns"]["first"] == row["columns"]["last"] != []
    assert not [c for c in every if c in text("csv", made)]
