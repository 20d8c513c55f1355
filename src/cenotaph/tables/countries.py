"""A country's ISO 3166-1 alpha-2 code -> its other codes and the regions that tables put it in."""

from __future__ import annotations

from functools import cache

from cenotaph.model import Value
from cenotaph.text.lexicon import lines
from cenotaph.text.party_words import country_by_code


class Country(Value):
    """What tables of the field want of a country; None where its source gives nothing."""

    alpha2: str
    alpha3: str
    numeric: int | None
    name: str
    acled_region: str | None
    ucdp_region: str | None


def country_of(code: str | None) -> Country | None:
    """Return the country of an alpha-2 code; None for no code and for one nobody knows."""
    return _countries().get(code or "")


@cache
def _countries() -> dict[str, Country]:
    return {
        alpha2: Country(
            alpha2=alpha2,
            alpha3=alpha3,
            numeric=int(numeric) if numeric else None,
            name=country_by_code(alpha2) or alpha2,
            acled_region=acled or None,
            ucdp_region=ucdp or None,
        )
        for alpha2, alpha3, numeric, acled, ucdp in (
            line.split("\t") for line in lines("country_codes.tsv")
        )
    }
