"""Accounts in lines: forms, tables, short forms; each true case with a trap beside it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import (
    Account,
    AccountIncident,
    Capture,
    Document,
    Responsibility,
    Toll,
)
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from cenotaph.text import load_grammar, read_text
from cenotaph.text.short_forms import short_forms
from cenotaph.text.tables import rows
from readings import bounds

Range = tuple[int | None, int | None] | None


class Told(NamedTuple):
    """What an account tells of one incident."""

    killed: Range = None
    injured: Range = None
    missing: Range = None
    day: str | None = None
    place: str | None = None


def exactly(count: int) -> Range:
    return count, count


def account_of(text: str, title: str | None = None) -> Account:
    document = Document.of(text, title)
    reading = read_text(document, load_grammar(), shipped())
    capture = Capture(document=document.id, raw="", ref="made up", published="2021-06-01")
    return resolve(extract(reading), (capture,), shipped())


def told(text: str, title: str | None = None) -> list[Told]:
    return [_told(incident) for incident in stories(account_of(text, title))]


def _told(incident: AccountIncident) -> Told:
    day = incident.first if incident.first == incident.last else None
    place = incident.place.name if incident.place else None
    return Told(
        bounds(incident.killed), bounds(incident.injured), bounds(incident.missing), day, place
    )


FORM = """Incident: arson and shooting at a clinic
Location: Kaga-Bandoro
Date of incident: 17 April 2021

Deaths: 1
Injured: 3
Missing: unknown
Looting: yes"""
SECURITY = """City: Dhusamareb
Date: 2021-05-11
National staff killed: 2
National staff wounded: 1
International staff killed: 0"""
KEY_FIGURES = """KEY FIGURES
17 people killed
42 people injured
5 people missing

Clashes broke out in Zalingei on 17 May over a well."""


PAGE = """A mine killed a shepherd near Sinjar on Monday.

Police: Two killed in Mosul blast

3 dead in crash on the Basra road"""


def test_a_form_is_read_as_one_incident_and_is_no_page_furniture() -> None:
    assert told(FORM, "Attack on health post") == [
        Told(exactly(1), exactly(3), None, "2021-04-17", "Kaga-Bandoro")
    ]
    assert told(SECURITY, "Aid worker security record") == [
        Told(exactly(2), exactly(1), None, "2021-05-11", "Dhusamareb")
    ]


def test_lines_that_are_figures_of_harm_are_no_headlines_of_other_stories() -> None:
    assert told(KEY_FIGURES, "Flash update") == [
        Told(exactly(17), exactly(42), exactly(5), "2021-05-17", "Zalingei")
    ]


def test_a_page_keeps_its_links_to_other_stories_out() -> None:
    account = account_of(PAGE, "Shepherd killed by mine")
    assert [t.killed for t in told(PAGE, "Shepherd killed by mine")] == [exactly(1)]
    assert len([s for s in account.skipped if "another story" in s.why]) == 2


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Attack on a mosque. Casualties: dead - nil; injured - 06.", exactly(0), exactly(6)),
        ("Rocket strike.\n➖ dead — 23, three of them boys\n➖ wounded — 71", exactly(23),
         exactly(71)),
        ("Shelling of the port.\nDead on arrival 9\nWounded 31", exactly(9), exactly(31)),
        ("Raid on a farm. 4. No. of killed: 2\n5. No. of wounded: 5", exactly(2), exactly(5)),
        ("A strike on a school.\n- Martyrs: 28\n- Wounded: 54, of whom 9 critical", exactly(28),
         exactly(54)),
        ("A blast in a depot. Deaths: 12; injuries: none known.", exactly(12), None),
        ("Riot in a jail, guards killed: 3 killed in a cell block.", exactly(3), None),
        ("Ambush at a ford.\nSlain: 3\nWounded: 5", exactly(3), exactly(5)),
        ("Raid on a post.\nFallen: 6\nInj: 2", exactly(6), exactly(2)),
        ("A storm hit the park.\nFallen: 6 trees\nHurt: 2 pines", None, None),
        ("A blast in a depot. Non-fatal injuries: 3. Missing: 3 buses.", None, None),
        ("A raid. Dead - 5 a.m. is the hour. Wounded: see below. Dead: 12 km of road.", None, None),
    ],
)  # fmt: skip
def test_a_label_may_end_in_a_dash_or_in_nothing(text: str, killed: Range, injured: Range) -> None:
    found = told(text)
    first = found[0] if found else Told()
    assert (first.killed, first.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("An ambush on a patrol near Baqubah. 3 KIA, 2 WIA.", exactly(3), exactly(2)),
        ("Mortar impacts in Bihac, 3 civ KIA, 10 civ WIA.", exactly(3), exactly(10)),
        ("A bomb at a checkpoint. KIA: 41. WIA: 68.", exactly(41), exactly(68)),
        ("HQ shelled by night. Casualties 12 k / 27 w. B Company moved.", exactly(12), exactly(27)),
        ("A shooting at a bar in Belfast. K 2 I 1. No claim.", exactly(2), exactly(1)),
        ("A mine under a minibus. Civilians: 1 K, 3 W. Team informed.", exactly(1), exactly(3)),
        ("Shells hit a market: 6 pers. killed (4 M, 2 F), 14 inj. (9 M, 5 F).", exactly(6),
         exactly(14)),
        ("He sold 3 KIA sedans and 2 KIA, all blue, after the bombing.", None, None),
        ("The attack cost 12 k and the 27 W lamps went out.", None, None),
        ("Funds for the bombing's victims rose by 4 M, those of the state by 2 F.", None, None),
    ],
)  # fmt: skip
def test_short_forms_stand_for_their_words_beside_a_figure(
    text: str, killed: Range, injured: Range
) -> None:
    found = told(text)
    first = found[0] if found else Told()
    assert (first.killed, first.injured) == (killed, injured)


def test_a_short_form_keeps_the_words_of_the_account() -> None:
    text = "An ambush on a patrol. 3 KIA, 2 WIA."
    document = Document.of(text)
    quotes = {document.quote(c.evidence) for c in account_of(text).claims}
    assert {"3 KIA", "2 WIA"} <= quotes


def test_two_letters_are_read_only_side_by_side() -> None:
    assert [s.word for s in short_forms("12 k / 27 w").values()] == ["killed", ",", "wounded"]
    assert short_forms("12 k of cable, and 27 w") == {}
    assert short_forms("the KIA files, WIA and MIA") == {}


BY_DAY = """Date;Town;Type;Dead;Wounded
2021-05-13;Baghdad;car bomb;27;67
2021-05-16;Musayyib;tanker;98;156
2021-05-17;Mosul;mine;3;0
Total;;;128;223"""
BY_SERVICE = """Hospital            Dead    Injured
Specialist            31         22
Bingham                9         14
Total                 40         36"""
BY_PROVINCE = """Province | Killed | Injured
Basra | 12 | 30
Diyala | 7 | 2"""
BY_FATE = """District;Deceased;Hurt;Kidnapped
Kaga;4;9;2
Total;4;9;2"""
VOTES = """Town\tVotes\tSeats
Basra\t12\t30
Diyala\t7\t2"""


def test_a_row_with_a_day_is_an_incident_and_the_sum_of_several_is_none() -> None:
    found = [t for t in told(BY_DAY, "Bombings") if t.killed is not None]
    assert found == [
        Told(exactly(27), exactly(67), None, "2021-05-13", "Baghdad"),
        Told(exactly(98), exactly(156), None, "2021-05-16", "Musayyib"),
        Told(exactly(3), exactly(0), None, "2021-05-17", "Mosul"),
    ]
    skipped = [s.why for s in account_of(BY_DAY, "Bombings").skipped]
    assert skipped.count("a table's sum, not counted") == 2


def test_the_total_of_a_table_without_days_is_the_incidents() -> None:
    title = "Explosions at the market of Jos, 20 May 2021"
    assert told(BY_SERVICE, title) == [Told(exactly(40), exactly(36), None, "2021-05-20", "Jos")]


def test_columns_are_headed_by_the_words_that_stand_in_labels_and_rolls() -> None:
    found = [c.value for c in account_of(BY_FATE, "Raid on Kaga, 20 May 2021").claims]
    tolls = [(v.outcome, v.count.low) for v in found if isinstance(v, Toll)]
    assert tolls == [("killed", 4), ("injured", 9), ("abducted", 2)]


def test_rows_without_day_and_total_are_left_out_and_said_so() -> None:
    text = f"A bomb went off in Basra on Sunday.\n\n{BY_PROVINCE}"
    assert [(t.killed, t.injured) for t in told(text)] == [(None, None)]
    left = [s for s in account_of(text).skipped if "gives no day" in s.why]
    assert len(left) == 4


def test_the_total_of_provinces_or_months_is_no_incidents() -> None:
    account = account_of(f"{BY_PROVINCE}\nTotal | 19 | 32", "Casualties by province")
    assert stories(account) == ()
    totals = [c.value for c in account.claims if isinstance(c.value, Toll)]
    assert [(t.outcome, t.count.low, t.scope) for t in totals] == [
        ("killed", 19, "series"),
        ("injured", 32, "series"),
    ]


@pytest.mark.parametrize(
    ("head", "killed"),
    [
        ("Hospital", exactly(6)),
        ("Side", exactly(6)),
        ("Age", None),  # trap: a child may be a girl
        ("Province", None),  # trap: several incidents
    ],
)
def test_rows_of_hospitals_or_sides_add_up_where_no_total_is_told(head: str, killed: Range) -> None:
    table = f"{head} | Dead\nNorthern | 4\nOld | 2"
    assert [t.killed for t in told(f"A mortar hit the fair of Jos.\n\n{table}")] == [killed]
    lead = told(f"Mortars killed nine at the fair of Jos.\n\n{table}")
    assert [t.killed for t in lead] == [exactly(9)]


def test_a_heading_of_a_table_blames_nobody() -> None:
    account = account_of(f"A bomb went off in Basra on Sunday.\n\n{BY_PROVINCE}")
    assert not [c for c in account.claims if isinstance(c.value, Responsibility)]


def test_a_figure_of_a_row_leads_to_the_row() -> None:
    account = account_of(BY_DAY, "Bombings")
    quotes = {account.document.quote(c.evidence) for c in account.claims}
    assert "2021-05-16;Musayyib;tanker;98" in quotes


@pytest.mark.parametrize("text", [VOTES, "Killed | Injured", "Dead; wounded; both were mourned."])
def test_other_columns_are_no_table_of_harm(text: str) -> None:
    assert rows(text) == {}


CHRONOLOGY = """31 January: Colombo - a truck bomb at a bank. 91 dead, 1,400 injured.
24 March: Galle - a bomb on a train. 64 dead, 400 injured."""


def test_a_chronology_takes_its_year_from_its_title_and_its_places_from_its_lines() -> None:
    assert told(CHRONOLOGY, "Chronology, 1996") == [
        Told(exactly(91), exactly(1400), None, "1996-01-31", "Colombo"),
        Told(exactly(64), exactly(400), None, "1996-03-24", "Galle"),
    ]
    assert [t.day for t in told(CHRONOLOGY, "Chronology")] == ["2021-01-31", "2021-03-24"]


def test_a_date_time_group_is_a_day_with_its_hour() -> None:
    (one,) = told("141530ZMAY21: A roadside bomb hit a patrol near Baqubah. 3 KIA.")
    assert (one.killed, one.day) == (exactly(3), "2021-05-14")
    (other,) = told("Gunmen stole 141530 in May 21 times over; a guard was shot dead in Baqubah.")
    assert other.day is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Dead on arrival 9 / Died in hospital 2", 11),
        ("Civilians killed: 3\nMilitary killed: 2", 5),
        ("Police killed: 2. Civilians killed: 5.", 7),
        ("Died on arrival: 11.\nDied in the operating theatre: 4.", 15),
        ("Died in hospital: 11.\nDied in surgery: 4.", 11),  # trap: one is in the other
        ("Killed: 5\nCivilians killed: 3\nMilitary killed: 2", 5),  # trap: told with its parts
        ("Civilians killed: 5\nWomen killed: 2", 5),  # trap: they may be the same people
        ("Civilians killed: 5\nDied in hospital: 2", 5),  # trap
    ],
)
def test_figures_behind_labels_of_two_sorts_add_up(text: str, killed: int) -> None:
    assert [one.killed for one in told(text)] == [exactly(killed)]
