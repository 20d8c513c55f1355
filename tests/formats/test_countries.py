"""Codes and regions of countries."""

from __future__ import annotations

import pytest

from cenotaph.tables.countries import Country, country_of
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
