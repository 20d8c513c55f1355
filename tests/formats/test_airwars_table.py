"""Airwars' tables: casualties by people, who is known and who suspected, the grade."""

from __future__ import annotations

import msgspec

from cenotaph.model import Blame, Responsibility
from cenotaph.publish.airwars import TABLES
from making import injured, killed
from tabled import led, parted, record_of, tables
from worked import CIVILIANS, dead, told


def test_the_columns_are_airwars_in_their_order_and_a_code_ties_the_tables() -> None:
    columns = {name: ", ".join(c) for name, c in TABLES.items()}
    assert columns == {
        "incidents": "code, previous_codes, date, date_end, country, location_name, strike_type,"
        " targeted_belligerent, civilian_harm_status, latitude, longitude, geolocation_accuracy",
        "casualties": "code, casualty_type, killed_min, killed_max, injured_min, injured_max",
        "belligerents": "code, belligerent, type, assessment",
        "sources": "code, name, language, url, archive_url",
    }


def test_an_incident_in_four_tables() -> None:
    one = parted(told("Courier", killed(9), killed(2, people=CIVILIANS), injured(4, None)))
    made = record_of(
        one, told("Herald", killed(9), Responsibility(party="Russia"), by=("Ann", "official"))
    )
    code = made.incidents[0].id
    found = tables("airwars", made)
    (incident,) = found["incidents"]
    assert incident.pop("previous_codes") == "; ".join(made.incidents[0].aliases)
    assert incident == {
        "code": code,
        "date": "2016-04-27",
        "date_end": "2016-04-27",
        "country": "Syria",
        "location_name": "Aleppo",
        "strike_type": "Airstrike",
        "latitude": "36.2",
        "longitude": "37.16",
        "geolocation_accuracy": "Town",
    }
    assert found["casualties"] == [
        {
            "code": code,
            "casualty_type": "All",
            "killed_min": "9",
            "killed_max": "9",
            "injured_min": "4",
        },
        {"code": code, "casualty_type": "civilians", "killed_min": "2", "killed_max": "2"},
    ]
    assert found["belligerents"] == [
        {
            "code": code,
            "belligerent": "Russia",
            "type": "Suspected",
            "assessment": "Russia (blamed by Ann)",
        }
    ]
    names = sorted(source["name"] for source in found["sources"])
    assert names == ["Courier", "Herald"]


def test_the_grade_is_given_under_airwars_policy_alone() -> None:
    accounts = [told("Courier", dead(3)), told("Herald", dead(3))]
    for policy, grade in (("airwars", "Fair"), ("envelope", None), ("ibc", None)):
        (incident,) = tables("airwars", record_of(*accounts, policy=policy))["incidents"]
        assert incident.get("civilian_harm_status") == grade


def test_known_is_who_owns_the_act_alone() -> None:
    def types(*blames: Blame) -> list[str]:
        made = record_of(told("Courier", dead(3)))
        (incident,) = made.incidents
        changed = msgspec.structs.replace(incident, responsibility=blames)
        found = tables("airwars", msgspec.structs.replace(made, incidents=(changed,)))
        return [row["type"] for row in found["belligerents"]]

    owns = Blame(party="Dawn Front", stance="claims-responsibility", speaker="DF", claims=())
    other = Blame(party="Russia", stance="blames", speaker=None, claims=())
    denies = Blame(party="Dawn Front", stance="denies", speaker="DF", claims=())
    assert types(owns) == ["Known"]
    assert types(owns, other) == ["Suspected", "Suspected"]
    assert types(owns, denies) == ["Suspected"]
    assert types(denies) == []  # nobody holds it responsible


def test_an_address_that_names_the_dead_is_withheld() -> None:
    account, capture = told("Courier", dead(3))
    text = account.document.text
    assert "Courier" in text  # a capital that nobody knows, so it may be a name
    plain = msgspec.structs.replace(capture, url="https://paper.example/strike")
    named = msgspec.structs.replace(capture, url="https://paper.example/zara-courier-died")
    found = [
        tables("airwars", record_of((account, c)))["sources"][0]["url"] for c in (plain, named)
    ]
    assert found == ["https://paper.example/strike", "[address withheld: it names a person]"]


def test_each_row_of_each_table_leads_to_its_claims() -> None:
    made = record_of(parted(told("Courier", killed(9), killed(2, people=CIVILIANS))))
    code = made.incidents[0].id
    rows = {(r["row"], r["number"]): r["columns"] for r in led("airwars", made)}
    civilians = next(f for f in made.incidents[0].tolls if f.people.status == "civilian")
    assert rows[f"casualties.csv {code}", 2]["killed_min"] == list(civilians.claims)
    assert rows[f"sources.csv {code}", 1] == {}
