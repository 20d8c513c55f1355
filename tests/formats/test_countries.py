"""Codes and regions of countries."""

from __future__ import annotations

import pytest

from cenotaph.tables.countries import Country, country_of
from cenotaph.tables.states import number_of_state, state_number
from cenotaph.text.lexicon import lines


def every() -> list[Country]:
    found = [country_of(line.split("\t")[0]) for line in lines("seats.tsv")]
    return [country for country in found if country is not None]


def test_every_country_of_the_gazetteer_has_codes_that_no_other_has() -> None:
    assert len(every()) == len(lines("seats.tsv"))
    assert len({c.alpha3 for c in every()}) == len(every())
    numbers = [c.numeric for c in every() if c.numeric is not None]
    assert len(set(numbers)) == len(numbers) == len(every()) - 1  # ISO gives Kosovo none


@pytest.mark.parametrize(
    ("code", "alpha3", "numeric", "acled", "ucdp"),
    [
        ("UA", "UKR", 804, "Europe", "Europe"),
        ("SY", "SYR", 760, "Middle East", "Middle East"),
        ("AF", "AFG", 4, "Caucasus and Central Asia", "Asia"),
        ("EG", "EGY", 818, "Northern Africa", "Middle East"),
        ("ML", "MLI", 466, "Western Africa", "Africa"),
        ("CO", "COL", 170, "South America", "Americas"),
        ("MM", "MMR", 104, "Southeast Asia", "Asia"),
        ("MX", "MEX", 484, "North America", "Americas"),  # as in ACLED's data; not Central America
        ("GT", "GTM", 320, "Central America", "Americas"),
        ("TR", "TUR", 792, "Middle East", "Middle East"),
        ("SD", "SDN", 729, "Northern Africa", "Africa"),
    ],
)
def test_a_country_has_its_codes_and_regions(
    code: str, alpha3: str, numeric: int, acled: str, ucdp: str
) -> None:
    found = country_of(code)
    assert found is not None
    assert (found.alpha3, found.numeric) == (alpha3, numeric)
    assert (found.acled_region, found.ucdp_region) == (acled, ucdp)


def test_no_code_is_no_country() -> None:
    assert country_of(None) is country_of("") is country_of("QQ") is None


@pytest.mark.parametrize(
    ("code", "first", "last", "number"),
    [
        ("UA", "2022-03-16", "2022-03-16", 369),
        ("UA", "1991-08-01", "1991-08-02", 365),
        ("UA", "1991-11-30", "1991-12-01", None),  # two states
        ("UA", None, "2022-03-16", None),  # how early, nobody says
        ("FR", None, "2022-03-16", 220),  # the same state at any time
        ("FR", None, None, 220),
        ("SS", "2011-07-08", "2011-07-08", 625),
        ("SS", "2011-07-09", "2011-07-09T06:00:00Z", 626),
        ("XK", "1999-04-02", "1999-04-02", 345),
        ("XK", "2007-04-02", "2007-04-02", 340),
        ("XK", "2008-02-17", "2008-02-17", 347),
        ("TL", "2000-08-10", "2000-08-10", None),  # of the United Nations
        ("DE", "1989-11-09", "1989-11-09", None),  # which of the two, the place alone tells
        ("YE", "2015-04-02", "2015-04-02", 678),
        ("VN", "1999-04-02", "1999-04-02", 816),
        ("CZ", "1999-04-02", "1999-04-02", 316),
        ("FR", "1968-05-10", "1968-05-10", None),  # before the table begins
        ("PS", "2014-07-10", "2014-07-10", None),  # no state in the list
        (None, "2014-07-10", "2014-07-10", None),
    ],
)
def test_a_state_has_the_number_of_its_day(
    code: str | None, first: str | None, last: str | None, number: int | None
) -> None:
    assert state_number(code, first, last) == number


def test_no_two_countries_of_today_share_a_number_and_all_lie_in_their_region() -> None:
    spans = {"Americas": (2, 165), "Europe": (200, 395), "Africa": (400, 626),
             "Middle East": (630, 698), "Asia": (700, 990)}  # fmt: skip
    found = {c.alpha2: state_number(c.alpha2, "2020-01-01", "2020-01-01") for c in every()}
    numbers = [n for n in found.values() if n is not None]
    assert len(numbers) == len(set(numbers)) > 190
    for country in every():
        number = found[country.alpha2]
        if number is not None:
            least, most = spans[country.ucdp_region or ""]
            assert least <= number <= most, country.alpha2


def test_a_state_is_known_by_the_name_of_its_country_and_a_group_is_none() -> None:
    assert number_of_state("Russia", "2022-03-16", "2022-03-16") == 365
    assert number_of_state("Dawn Front", "2022-03-16", "2022-03-16") is None
    assert number_of_state(None, None, None) is None
