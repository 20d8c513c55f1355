"""Running totals: which figures are one series, what may lie inside, what is in no incident."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from cenotaph.link import link
from cenotaph.model import Account, Mark, Place, Span
from cenotaph.reconcile import Reconciled, reconcile
from cenotaph.reconcile.period import by_country, by_place, inside
from making import ALEPPO, HOMS, account, capture, day, injured, killed, said_by

SUBURB = Place(
    name="Kafr Hamra", geonames="1", lat=36.25, lon=37.09, country="SY", precision="town"
)
SYRIA = Place(
    name="Syria", geonames="163843", lat=35.0, lon=38.0, country="SY", precision="country"
)


def total(figure: int, where: Place, *, high: int | None = -1, **more: object) -> Account:
    """Return an account of a running total of the dead at a place, which its sentence names."""
    words = f"In {where.name} {figure} have been killed ({', '.join(map(str, more.values()))})."
    told = account(words, killed(figure, high, scope="cumulative", **more))
    mark = Mark(span=Span(start=3, end=3 + len(where.name)), value=where)
    return msgspec.structs.replace(told, marks=(mark,))


def record(*told: Account, published: str = "2016-06-01") -> Reconciled:
    """Return the record of accounts, each by a publisher of its own."""
    captures = [capture(t, published, f"paper {n}") for n, t in enumerate(told)]
    linked = link(told, captures)
    return reconcile(linked.dossiers, told, captures, ())


def rows(found: Reconciled) -> list[tuple[str | None, str | None, int | None, int | None]]:
    return [(s.speaker, s.since, s.low, s.high) for s in by_place(found.series)]


def test_two_speakers_totals_stand_side_by_side() -> None:
    found = record(
        said_by(total(900, ALEPPO, since="January"), "the governor"),
        said_by(total(474, ALEPPO, since="January"), "UN mission"),
    )
    assert rows(found) == [
        ("UN mission", "January", 474, 474),
        ("the governor", "January", 900, 900),
    ]
    assert {s.status for s in found.series} == {"single-source"}


def test_one_speaker_is_known_with_an_article_and_without() -> None:
    found = record(
        said_by(total(900, ALEPPO, since="January"), "The governor"),
        said_by(total(901, ALEPPO, since="January"), "governor"),
    )
    assert len(found.series) == 1


def test_totals_that_start_on_different_days_are_different_series() -> None:
    found = record(
        total(900, ALEPPO, since="the siege", since_day="2016-01-04"),
        total(70, ALEPPO, since="Friday", since_day="2016-05-27"),
    )
    assert [(low, high) for _, _, low, high in rows(found)] == [(900, 900), (70, 70)]


def test_a_total_of_which_nobody_says_the_start_joins_the_only_one_that_it_can() -> None:
    bare, dated = total(905, ALEPPO), total(900, ALEPPO, since="January")
    assert len(record(bare, dated).series) == 1
    other = total(70, ALEPPO, since="Friday")
    assert len(record(bare, dated, other).series) == 3


def test_the_order_of_accounts_changes_no_series() -> None:
    told = [total(905, ALEPPO), total(900, ALEPPO, since="January"), total(3, HOMS)]
    captures = [capture(t, "2016-06-01", "paper") for t in told]
    first = link(told, captures).dossiers
    for order in permutations(told):
        assert link(order, captures).dossiers == first


STRIKE = account("Strike one hit Aleppo.", killed(3, 5), ALEPPO, day("2016-04-27"))
SUBURB_STRIKE = account("Strike two hit a suburb.", killed(20), SUBURB, day("2016-05-20"))
ELSEWHERE = account("Strike three hit Homs.", killed(7), HOMS, day("2016-05-02"))
BEFORE = account("Strike four hit long ago.", killed(9), ALEPPO, day("2015-11-02"))
AFTER = account("Strike five hit today.", killed(2), ALEPPO, day("2016-05-31"))


@pytest.mark.parametrize(
    ("where", "days", "bound"),
    [
        # Inside: the city and its suburb, since January, until the day it was taken.
        (ALEPPO, ["2016-04-27", "2016-05-20"], 900 - 5 - 20),
        # A country's total may hold what fell in any of its towns.
        (SYRIA, ["2016-04-27", "2016-05-02", "2016-05-20"], 900 - 5 - 7 - 20),
    ],
)
def test_incidents_in_the_place_and_the_period_may_lie_inside(
    where: Place, days: list[str], bound: int
) -> None:
    sum_ = total(900, where, since="the siege", since_day="2016-01-04", as_of_day="2016-05-30")
    found = record(sum_, STRIKE, SUBURB_STRIKE, ELSEWHERE, BEFORE, AFTER)
    (held,) = inside(found.series, by_country(found.incidents)).values()
    titles = {i.id: i.first for i in found.incidents}
    assert sorted(str(titles[i]) for i in held.incidents) == days
    assert held.unaccounted == bound
    assert found.series[0].low == 900  # nothing is subtracted


def test_no_bound_is_given_where_an_incident_names_no_highest_figure() -> None:
    open_strike = account("Strike six hit.", killed(17, None), ALEPPO, day("2016-04-27"))
    found = record(total(900, ALEPPO), open_strike)
    (held,) = inside(found.series, by_country(found.incidents)).values()
    assert (len(held.incidents), held.unaccounted) == (1, None)


def test_an_incident_without_a_figure_of_the_outcome_accounts_for_nobody() -> None:
    wounded = account("Strike seven hurt two.", injured(2), ALEPPO, day("2016-04-27"))
    found = record(total(900, ALEPPO), wounded)
    (held,) = inside(found.series, by_country(found.incidents)).values()
    assert held.unaccounted == 900


def test_what_lies_elsewhere_or_without_a_place_lies_inside_nothing() -> None:
    homeless = account("Strike eight hit.", killed(4), day("2016-04-27"))
    found = record(total(900, ALEPPO), ELSEWHERE, homeless)
    assert inside(found.series, by_country(found.incidents)) == {}


def test_those_who_died_of_hunger_died_in_no_incident() -> None:
    found = record(total(900, ALEPPO, cause="indirect"), STRIKE)
    assert len(found.series) == 1
    assert inside(found.series, by_country(found.incidents)) == {}


def told_at(words: str, figure: str, *places: Place) -> Account:
    """Return an account of one running total, figure and places where its words have them."""
    number = int(figure.split(maxsplit=1)[0])
    told = account(words, killed(number, scope="cumulative", since="April"))
    at = words.index(figure)
    claim = msgspec.structs.replace(
        told.claims[0], evidence=Span(start=at, end=at + len(figure)), id=f"{number}"
    )
    starts = [(words.index(p.name), p) for p in places]
    marks = tuple(Mark(span=Span(start=s, end=s + len(p.name)), value=p) for s, p in starts)
    return msgspec.structs.replace(told, marks=marks, claims=(claim,))


@pytest.mark.parametrize(
    ("words", "figure", "place"),
    [
        ("300 were killed in Homs and 20 in Aleppo since April.", "300 were killed", "Homs"),
        ("In Homs and in Aleppo 20 were killed since April.", "20 were killed", "Aleppo"),
        (
            "Across the country 300 were killed since April, among them 20 in Aleppo and Homs.",
            "300 were killed",
            None,
        ),
        (
            "Across the country they fought; in Aleppo 20 were killed since April, in Homs none.",
            "20 were killed",
            "Aleppo",
        ),
    ],
)
def test_a_total_counts_the_place_that_stands_nearest(
    words: str, figure: str, place: str | None
) -> None:
    found = record(told_at(words, figure, ALEPPO, HOMS)).series
    assert [s.place and s.place.value.name for s in found] == [place]


def test_a_total_of_a_country_never_meets_one_of_its_towns() -> None:
    country = told_at(
        "Nationwide 300 were killed since April, most of them in Homs.", "300 were killed", HOMS
    )
    town = told_at("In Homs 120 were killed since April.", "120 were killed", HOMS)
    found = record(country, town).series
    assert {(s.place and s.place.value.name, s.low) for s in found} == {(None, 300), ("Homs", 120)}
