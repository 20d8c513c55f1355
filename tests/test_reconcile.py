"""Positions side by side under the envelope policy, and what a person should look at."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from cenotaph.errors import UsageError
from cenotaph.model import (
    Account,
    Attribute,
    Capture,
    Dossier,
    Figure,
    Incident,
    People,
    Place,
    Responsibility,
    Statement,
    Toll,
    When,
)
from cenotaph.reconcile import Reconciled, reconcile
from cenotaph.reconcile.attributes import place
from cenotaph.reconcile.parties import names
from cenotaph.reconcile.positions import feeds
from making import ALEPPO, HOMS, HOSPITAL, account, capture, day, injured, killed, said_by

CHILDREN = People(age="children")


def _one(*told: tuple[Account, Capture], copies: tuple[tuple[str, str], ...] = ()) -> Incident:
    """Reconcile some accounts as one incident."""
    return _all(*told, copies=copies).incidents[0]


def _all(*told: tuple[Account, Capture], copies: tuple[tuple[str, str], ...] = ()) -> Reconciled:
    accounts = [a for a, _ in told]
    dossier = Dossier(
        id=accounts[0].mentions[0].id,
        mentions=tuple(m.id for a in accounts for m in a.mentions),
        claims=tuple(c for a in accounts for c in a.claims),
    )
    return reconcile([dossier], accounts, [c for _, c in told], (), copies_of=copies)


def _told(toll: Toll, n: int, published: str = "2016-04-28") -> tuple[Account, Capture]:
    told = account(f"Strike number {n} hit a hospital.", toll, ALEPPO, HOSPITAL, day("2016-04-27"))
    return told, capture(told, published, f"paper {n}")


def _figure(incident: Incident, outcome: str = "killed", people: People = People()) -> Figure:  # noqa: B008 - a frozen value
    return next(f for f in incident.tolls if f.outcome == outcome and f.people == people)


@pytest.mark.parametrize(
    ("a", "b", "low", "high", "best", "status"),
    [
        (killed(3), killed(3), 3, 3, 3, "agreed"),
        (killed(3), killed(17, None), 3, None, None, "contested"),
        (killed(3, 5), killed(4), 3, 5, 4, "agreed"),
        (killed(3, None), killed(4), 3, None, 4, "agreed"),
        (killed(3), killed(5), 3, 5, None, "contested"),
    ],
)
def test_two_figures_make_an_envelope(
    a: Toll, b: Toll, low: int, high: int | None, best: int | None, status: str
) -> None:
    figure = _figure(_one(_told(a, 1), _told(b, 2)))
    assert (figure.low, figure.high, figure.best, figure.status) == (low, high, best, status)
    assert len(figure.claims) == 2


def test_one_account_is_a_single_source() -> None:
    assert _figure(_one(_told(killed(3), 1))).status == "single-source"


def test_a_growing_toll_is_updated_and_contests_nothing() -> None:
    figure = _figure(_one(_told(killed(3), 1), _told(killed(8), 2, "2016-04-30")))
    assert (figure.low, figure.high, figure.status) == (8, 8, "updated")
    assert len(figure.claims) == 2
    assert "3 as of 2016-04-28" in figure.notes[0]


def test_a_later_lower_figure_is_contested() -> None:
    figure = _figure(_one(_told(killed(8), 1), _told(killed(3), 2, "2016-04-30")))
    assert (figure.low, figure.high, figure.status) == (3, 8, "contested")


def test_a_figure_repeated_later_is_not_outdated() -> None:
    told = [
        _told(killed(3), 1),
        _told(killed(8), 2, "2016-04-30"),
        _told(killed(3), 3, "2016-05-01"),
    ]
    assert _figure(_one(*told)).status == "contested"


def test_copies_one_publisher_and_one_speaker_are_one_source() -> None:
    (a, ca), (b, cb), (c, cc) = (_told(killed(3), n) for n in (1, 2, 3))
    assert _one((a, ca), (b, cb)).independent_sources == 2
    copy = ((b.document.id, a.document.id),)
    assert _figure(_one((a, ca), (b, cb), copies=copy)).sources == 1
    same = msgspec.structs.replace(cb, publisher=ca.publisher)
    assert _figure(_one((a, ca), (b, same))).sources == 1
    unknown = [msgspec.structs.replace(x, publisher=None) for x in (ca, cb, cc)]
    assert _figure(_one((a, unknown[0]), (b, unknown[1]), (c, unknown[2]))).sources == 1
    chief = [said_by(x, "Chief Bello") for x in (a, b)]
    assert _figure(_one((chief[0], ca), (chief[1], cb))).sources == 1


def test_children_are_not_set_against_people_of_unknown_age() -> None:
    incident = _one(_told(killed(9), 1), _told(killed(2, people=CHILDREN), 2))
    everyone, children = _figure(incident), _figure(incident, people=CHILDREN)
    # Two children dead are no floor for all: only one account counts everybody (COUNTING 15, 25).
    assert (everyone.low, everyone.high, everyone.best) == (9, 9, 9)
    assert everyone.status == "single-source"
    assert (children.low, children.high, children.status) == (2, 2, "single-source")


def test_civilians_who_are_all_of_another_s_dead_open_no_ceiling() -> None:
    civilians = People(status="civilian")
    all_of_them = _one(_told(killed(23), 1), _told(killed(23, people=civilians), 2))
    assert (_figure(all_of_them).low, _figure(all_of_them).high) == (23, 23)


def test_a_party_s_enemies_set_no_floor_for_everyone() -> None:
    fighters = People(status="combatant", roles=("militant",))
    incident = _one(_told(killed(11, None), 1), _told(killed(1, 40, people=fighters), 2))
    assert (_figure(incident).low, _figure(incident).high) == (11, None)
    assert (_figure(incident, people=fighters).low, _figure(incident, people=fighters).high) == (
        1,
        40,
    )


def test_two_men_dead_are_told_by_whoever_tells_of_two_dead() -> None:
    incident = _one(_told(killed(2), 1), _told(killed(2, people=People(sex="m")), 2))
    assert _figure(incident).sources == 2


def test_more_children_dead_in_one_account_than_dead_in_another_is_contested() -> None:
    incident = _one(_told(killed(3), 1), _told(killed(5, people=CHILDREN), 2))
    assert _figure(incident).status == "contested"


def test_the_same_number_as_another_outcome_is_a_likely_mix_up() -> None:
    one = account("Strike one hit a hospital.", killed(3), injured(17), ALEPPO)
    two = account("Strike two hit a hospital.", killed(17, None), ALEPPO)
    incident = _one((one, capture(one, "2016-04-28", "a")), (two, capture(two, "2016-04-28", "b")))
    found = next(c for c in incident.conflicts if c.kind == "same number other outcome")
    assert set(found.claims) == {one.claims[1].id, two.claims[0].id}


def test_three_dead_and_three_injured_that_all_agree_on_are_no_mix_up() -> None:
    told = [account(f"Strike {n} hit.", killed(3), injured(3), ALEPPO) for n in (1, 2)]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert [c.kind for c in incident.conflicts] == []


def test_a_part_larger_than_its_whole_is_shown() -> None:
    told = account("Strike one hit a school.", killed(3), killed(5, people=CHILDREN), ALEPPO)
    part = msgspec.structs.replace(told.claims[1], part_of=told.claims[0].id)
    told = msgspec.structs.replace(told, claims=(told.claims[0], part, told.claims[2]))
    incident = _one((told, capture(told, "2016-04-28")))
    assert [c.kind for c in incident.conflicts] == ["part exceeds whole"]


def test_a_denial_stands_beside_what_it_denies_and_deletes_nothing() -> None:
    told = account("Jets hit a hospital.", killed(3), Responsibility(party="Air force"), ALEPPO)
    denial = said_by(
        account("No jets flew, a spokesman said.", Responsibility(party="Air force"), ALEPPO),
        "spokesman",
        "party",
    )
    denied = msgspec.structs.replace(denial.claims[0], stance="denies", of=told.claims[1].id)
    denial = msgspec.structs.replace(denial, claims=(denied, denial.claims[1]))
    incident = _one((told, capture(told, "2016-04-28")), (denial, capture(denial, "2016-04-28")))
    assert [c.kind for c in incident.conflicts] == ["denied"]
    assert {b.stance for b in incident.responsibility} == {"blames", "denies"}


def test_two_parties_blamed_are_a_conflict() -> None:
    told = [
        account(f"Shells {n} fell.", killed(3), Responsibility(party=p), ALEPPO)
        for n, p in enumerate(("Army", "Rebels"))
    ]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert [c.kind for c in incident.conflicts] == ["two parties"]


def test_no_civilians_were_there_beside_the_dead_is_disputed() -> None:
    told = account("Jets hit a hospital.", killed(3), Statement(topic="presence"), ALEPPO)
    incident = _one((told, capture(told, "2016-04-28")))
    assert [c.kind for c in incident.conflicts] == ["presence disputed"]


def test_a_partys_own_zero_and_its_count_of_enemy_fighters_feed_nothing() -> None:
    fighters = People(status="combatant", side="rebel")
    zero, enemy, own = (
        said_by(account("Strike one hit.", toll), "Colonel", "party", "Army").claims[0]
        for toll in (
            killed(0),
            killed(40, people=fighters),
            killed(4, people=People(status="combatant", side="army")),
        )
    )
    assert not feeds(zero, ["Army"])
    assert feeds(zero, ["Rebels"])
    assert not feeds(enemy, [])
    assert feeds(own, [])


def test_an_unresolved_speaker_and_a_doubtful_reading_feed_nothing() -> None:
    claim = account("Strike one hit.", killed(3)).claims[0]
    assert feeds(claim, [])
    assert not feeds(msgspec.structs.replace(claim, voice="unresolved"), [])
    assert not feeds(msgspec.structs.replace(claim, confidence=0.4), [])
    assert feeds(msgspec.structs.replace(claim, confidence=0.4), [], 0.3)
    assert not feeds(msgspec.structs.replace(claim, stance="denies"), [])


def test_accounts_narrow_each_others_days() -> None:
    told = [
        account(f"Strike {n} hit.", killed(3), ALEPPO, d)
        for n, d in enumerate((day("2016-04-26", "2016-04-28"), day(None, "2016-04-27")))
    ]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert (incident.first, incident.last) == ("2016-04-26", "2016-04-27")


def test_days_that_cannot_both_hold_stay_open() -> None:
    told = [
        account(f"Strike {n} hit.", killed(3), ALEPPO, day(d))
        for n, d in enumerate(("2016-04-26", "2016-04-27"))
    ]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert (incident.first, incident.last) == ("2016-04-26", "2016-04-27")
    assert incident.date_precision == "range"


def _dated(*told: tuple[When, str]) -> Incident:
    accounts = [account(f"Strike {n} hit.", killed(3), ALEPPO, d) for n, (d, _) in enumerate(told)]
    papers = [
        (a, capture(a, day_, a.document.id)) for a, (_, day_) in zip(accounts, told, strict=True)
    ]
    return _one(*papers)


def test_a_day_after_an_incident_was_first_told_of_is_none_of_its_days() -> None:
    trial = (day("2017-02-06"), "2017-02-07")
    incident = _dated((day("2016-04-26"), "2016-04-28"), trial)
    assert (incident.first, incident.last) == ("2016-04-26", "2016-04-26")
    assert any("2017-02-06, after the incident was first told of" in b for b in incident.because)
    elsewhere = _dated((day("2016-04-26"), "2016-04-28"), (day("2016-04-29"), "2016-04-29"))
    assert elsewhere.last == "2016-04-29"  # west of there it was the 28th
    alone = _dated((day("2017-02-06"), "2016-04-28"), trial)
    assert alone.first == "2017-02-06"  # what nobody tells otherwise


def test_a_day_stands_before_a_year_that_does_not_hold_it() -> None:
    year = (day("2013-01-01", "2013-12-31"), "2016-04-28")
    incident = _dated((day("2016-04-26"), "2016-04-28"), year)
    assert (incident.first, incident.last) == ("2016-04-26", "2016-04-26")


def test_a_place_the_gazetteer_does_not_hold_stays_beside_the_one_it_holds() -> None:
    village = Place(name="Kafr Sabil")
    told = account("Strike one hit.", killed(3), village, ALEPPO)
    incident = _one((told, capture(told, "2016-04-28")))
    assert incident.place is not None
    assert incident.place.value == ALEPPO
    assert incident.place.alternatives == (village,)
    assert not incident.place.contested


def test_a_series_that_falls_is_flagged() -> None:
    told = [
        account(f"War {n} has killed many.", killed(count, scope="cumulative", since="May"))
        for n, count in enumerate((900, 700))
    ]
    captures = [capture(t, f"2016-06-0{n + 1}", str(n)) for n, t in enumerate(told)]
    dossier = Dossier(
        id="s",
        mentions=(),
        claims=tuple(t.claims[0] for t in told),
        scope="cumulative",
        place=ALEPPO,
    )
    found = reconcile([dossier], told, captures, ()).series[0]
    assert found.place == Attribute(value=ALEPPO, claims=(told[0].claims[0].id,))
    assert [c.kind for c in found.conflicts] == ["series falls"]
    assert (found.low, found.high, found.status) == (700, 900, "contested")


def test_an_unknown_policy_is_refused_and_the_known_are_named() -> None:
    with pytest.raises(UsageError, match="known: acled, airwars"):
        reconcile([], [], [], (), policy="mine")


def test_incidents_stand_by_day() -> None:
    told = [
        account(f"Strike {n} hit.", killed(3), ALEPPO, day(d))
        for n, d in enumerate(("2016-04-29", "2016-04-26"))
    ]
    dossiers = [
        Dossier(id=t.mentions[0].id, mentions=(t.mentions[0].id,), claims=t.claims) for t in told
    ]
    found = reconcile(dossiers, told, [capture(t, None) for t in told], ()).incidents
    assert all((a.first or "") <= (b.first or "") for a, b in pairwise(found))


def test_an_increment_is_no_fall_and_each_speaker_is_named() -> None:
    told = account(
        "Forty coffins came.",
        killed(40, scope="stock"),
        killed(30, scope="stock"),
        killed(65, None, scope="stock"),
    )
    base, more, other = told.claims
    more = msgspec.structs.replace(more, adds_to=base.id)
    other = said_by(msgspec.structs.replace(told, claims=(other,)), "Chief Bello").claims[0]
    told = msgspec.structs.replace(told, claims=(base, more, other))
    dossier = Dossier(id="s", mentions=(), claims=told.claims, scope="stock")
    found = reconcile([dossier], [told], [capture(told, "2016-06-01")], ()).series[0]
    assert found.conflicts == ()
    assert (found.low, found.high, found.speaker) == (65, None, "Chief Bello; the account")


def test_a_party_whose_name_ends_in_a_hyphen_is_a_party_like_others() -> None:
    known = names(["Fatah -", "the Lesk Front", "LF"])
    assert known.of("Fatah -") == "Fatah -"


def test_one_account_that_names_another_day_does_not_move_what_most_agree_on() -> None:
    told = [
        account(f"Strike {n} hit.", killed(3), ALEPPO, day(d))
        for n, d in enumerate(("2016-04-27", "2016-04-27", "2008-06-30"))
    ]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert (incident.first, incident.last, incident.date_precision) == (
        "2016-04-27",
        "2016-04-27",
        "day",
    )


def test_between_two_accounts_that_name_different_days_every_day_stays_open() -> None:
    told = [
        account(f"Strike {n} hit.", killed(3), ALEPPO, day(d))
        for n, d in enumerate(("2016-04-27", "2016-04-25"))
    ]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert (incident.first, incident.last, incident.date_precision) == (
        "2016-04-25",
        "2016-04-27",
        "range",
    )


def test_the_place_is_the_one_that_accounts_are_about() -> None:
    told = [account(f"Strike {n} hit.", killed(3), ALEPPO, HOMS) for n in range(2)]
    incident = _one(*((t, capture(t, "2016-04-28", str(n))) for n, t in enumerate(told)))
    assert incident.place is not None
    assert incident.place.value == ALEPPO
    assert incident.place.alternatives == (HOMS,)


def test_a_dateline_places_what_nothing_else_does() -> None:
    told = account("Strike hit.", killed(3), ALEPPO)
    faint = tuple(
        msgspec.structs.replace(c, confidence=0.4) if isinstance(c.value, Place) else c
        for c in told.claims
    )
    told = msgspec.structs.replace(told, claims=faint)
    places = [c.value for c in told.claims if isinstance(c.value, Place)]
    assert place(told.claims) is None
    found = place(told.claims, places)
    assert found is not None
    assert (found.value, len(found.claims)) == (ALEPPO, 1)


def test_the_place_is_in_the_region_that_most_accounts_put_it_in() -> None:
    ours = msgspec.structs.replace(ALEPPO, admin1="Aleppo")
    theirs = msgspec.structs.replace(HOMS, admin1="Homs")
    county = Place(name="Homs District", country="SY", admin1="Homs", precision="admin2")
    told = [
        account("Strike 1 hit.", killed(3), ours),
        account("Strike 2 hit.", killed(3), county),
        account("Strike 3 hit.", killed(3), county, theirs),
    ]
    claims = [c for t in told for c in t.claims]
    found = place(claims, [ours, county, county])
    assert found is not None
    assert found.value == theirs
    assert found.contested
