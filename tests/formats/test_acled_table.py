"""ACLED's columns and codes, from what accounts say and no more."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import Incident, People, Record, Responsibility
from cenotaph.publish import Options
from cenotaph.publish.acled import COLUMNS
from cenotaph.tables.parties import kind_of_party
from making import killed
from tabled import led, parted, record_of, table, text
from worked import CIVILIANS, dead, told

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
)
JETS = Responsibility(party="Russian jets")


def changed(record: Record, **fields: object) -> Record:
    """Return the record with its one incident changed."""
    (incident,) = record.incidents
    return msgspec.structs.replace(record, incidents=(msgspec.structs.replace(incident, **fields),))


def test_the_columns_are_acleds_in_their_order() -> None:
    assert ",".join(COLUMNS) == HEADER
    assert text("acled", record_of(told("Courier", dead(3)))).splitlines()[0] == ",".join(
        f'"{column}"' for column in COLUMNS
    )


def test_a_strike_that_killed_civilians() -> None:
    doctors = People(status="civilian", sex="f", roles=("doctor",))
    made = record_of(parted(told("Courier", killed(9), killed(2, people=doctors), JETS)))
    (found,) = table("acled", made)
    (incident,) = made.incidents
    notes = found.pop("notes")
    assert found == {
        "event_id_cnty": incident.id,
        "event_date": "2016-04-27",
        "year": "2016",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "Russia",
        "inter1": "8",
        "actor2": "Civilians (Syria)",
        "assoc_actor_2": "Women (Syria); Health Workers (Syria)",
        "inter2": "7",
        "interaction": "78",
        "civilian_targeting": "Civilian targeting",
        "iso": "760",
        "region": "Middle East",
        "country": "Syria",
        "location": "Aleppo",
        "latitude": "36.2",
        "longitude": "37.16",
        "geo_precision": "1",
        "source": "Courier",
        "fatalities": "9",
    }
    assert "Killed: 9; 2 (civilians, female, doctor)" in notes
    assert "Russia (blamed)" in notes
    assert "Policy envelope/1; read by a machine, checked by nobody." in notes


def test_figures_that_cannot_both_hold_make_no_number_unless_a_policy_chooses_one() -> None:
    accounts = [told("Courier", dead(3)), told("Herald", dead(17))]
    (found,) = table("acled", record_of(*accounts))
    assert "fatalities" not in found
    assert "Killed: 17 against 3, contested" in found["notes"]
    assert "No one number of fatalities under policy envelope/1" in found["notes"]
    (chosen,) = table("acled", record_of(*accounts, policy="acled"))
    assert chosen["fatalities"] == "3"
    assert "Policy acled/1" in chosen["notes"]


@pytest.mark.parametrize(("toll", "printed"), [((0, 0), "0"), ((None, None), None)])
def test_nobody_killed_is_zero_and_no_figure_is_nothing(
    toll: tuple[int | None, int | None], printed: str | None
) -> None:
    (found,) = table("acled", record_of(told("Courier", killed(*toll), JETS)))
    assert found.get("fatalities") == printed


def test_of_two_parties_that_cannot_be_one_none_is_chosen() -> None:
    made = record_of(
        told("Courier", dead(3), Responsibility(party="Russia")),
        told("Herald", dead(3), Responsibility(party="United States"), by=("Ann Reed", "official")),
    )
    (found,) = table("acled", made)
    assert not {"actor1", "inter1", "interaction"} & found.keys()
    assert "Russia (blamed); United States (blamed by Ann Reed)" in found["notes"]


@pytest.mark.parametrize(
    ("first", "last", "code", "day", "year"),
    [
        ("2016-04-27", "2016-04-28", "2", "2016-04-27", "2016"),
        ("2016-04-21", "2016-04-27", "2", "2016-04-21", "2016"),
        ("2016-04-01", "2016-04-30", "3", "2016-04-01", "2016"),
        ("2016-12-30", "2017-01-02", "2", "2016-12-30", None),
        ("2016-01-01", "2016-12-31", None, None, "2016"),
        (None, "2016-04-28", None, None, None),
        (None, None, None, None, None),
    ],
)
def test_days_as_exact_as_accounts_tell(
    first: str | None, last: str | None, code: str | None, day: str | None, year: str | None
) -> None:
    made = changed(record_of(told("Courier", dead(3))), first=first, last=last)
    (found,) = table("acled", made)
    assert (found.get("time_precision"), found.get("event_date"), found.get("year")) == (
        code,
        day,
        year,
    )


@pytest.mark.parametrize(
    ("precision", "code"),
    [("exact", "1"), ("town", "1"), ("near", "2"), ("admin2", "2"), ("admin1", "3")],
)
def test_places_as_exact_as_accounts_tell(precision: str, code: str) -> None:
    (found,) = table("acled", _placed(precision))
    assert (found["geo_precision"], found["latitude"]) == (code, "36.2")
    assert found.get("admin2") == ("Aleppo" if precision == "admin2" else None)


@pytest.mark.parametrize("precision", ["country", "unresolved"])
def test_a_country_has_no_point(precision: str) -> None:
    (found,) = table("acled", _placed(precision))
    assert not {"geo_precision", "latitude", "longitude"} & found.keys()
    assert found["location"] == "Aleppo"


def _placed(precision: str) -> Record:
    made = record_of(told("Courier", dead(3)))
    (incident,) = made.incidents
    assert incident.place is not None
    value = msgspec.structs.replace(incident.place.value, precision=precision)
    return changed(made, place=msgspec.structs.replace(incident.place, value=value))


@pytest.mark.parametrize(
    ("kind", "finer", "disorder"),
    [
        ("Battles", "Armed clash", "Political violence"),
        ("Protests", "Peaceful protest", "Demonstrations"),
        (
            "Protests",
            "Excessive force against protesters",
            "Political violence; Demonstrations",
        ),
        ("Riots", "Violent demonstration", "Demonstrations"),
        ("Riots", "Mob violence", "Political violence"),
        ("Riots", None, None),
        ("Strategic developments", "Arrests", "Strategic developments"),
    ],
)
def test_disorder_follows_from_the_kind_of_event(
    kind: str, finer: str | None, disorder: str | None
) -> None:
    made = changed(record_of(told("Courier", dead(3))), event_type=kind, sub_event_type=finer)
    (found,) = table("acled", made)
    assert found.get("disorder_type") == disorder


@pytest.mark.parametrize(
    ("party", "code"),
    [
        ("Syria", 1),
        ("Russia", 8),
        ("police", 1),
        ("rebels", 2),
        ("insurgents", 2),
        ("Zafira cartel", 3),
        ("a local militia", 3),
        ("protesters", 6),
        ("rioters", 5),
        ("Dawn Front", None),
        ("the army", None),
    ],
)
def test_an_actors_code_is_given_only_where_its_name_tells(party: str, code: int | None) -> None:
    assert kind_of_party(party, "Syria") == code


def test_a_state_is_neither_at_home_nor_abroad_where_nobody_knows_the_country() -> None:
    assert kind_of_party("Russia", None) is None


def test_accidents_are_no_rows_and_only_what_was_reviewed_is_asked_for() -> None:
    made = record_of(told("Courier", dead(3)))
    assert len(table("acled", made)) == 1
    assert table("acled", changed(made, event_type="Accident or disaster")) == []
    assert table("acled", made, Options(only_reviewed=True)) == []
    assert len(table("acled", changed(made, review="reviewed"), Options(only_reviewed=True))) == 1


def test_each_column_leads_to_the_claims_it_was_made_of() -> None:
    made = record_of(parted(told("Courier", killed(9), killed(2, people=CIVILIANS), JETS)))
    (row,) = led("acled", made)
    incident: Incident = made.incidents[0]
    assert (row["row"], row["number"], row["policy"]) == (incident.id, 1, "envelope/1")
    columns = row["columns"]
    assert columns["fatalities"] == list(incident.tolls[0].claims)
    assert columns["actor1"] == list(incident.responsibility[0].claims)
    assert incident.place is not None
    assert columns["latitude"] == columns["country"] == list(incident.place.claims)
    assert len(columns["event_date"]) == 1
    assert "event_id_cnty" not in columns
