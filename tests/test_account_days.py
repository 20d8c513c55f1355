"""The day of an account's incident, of all the words for days that the account has for it."""

from __future__ import annotations

import pytest

from cenotaph.model import Claim, Span, When
from cenotaph.reconcile.account_days import days

Told = tuple[str, str, float]  # first, last, how sure

CASES: dict[str, tuple[tuple[Told, ...], tuple[str, str]]] = {
    "a plain day beats a vague span told twice": (
        (
            ("2022-01-06", "2022-01-06", 0.88),
            ("2021-12-20", "2021-12-28", 0.88),
            ("2021-12-20", "2021-12-28", 0.85),
        ),
        ("2022-01-06", "2022-01-06"),
    ),
    "trap: a loose day does not": (
        (("2022-01-06", "2022-01-06", 0.6), ("2021-12-20", "2021-12-28", 0.88)),
        ("2021-12-20", "2021-12-28"),
    ),
    "a day inside what a quotation leaves open": (
        (("2022-01-05", "2022-01-06", 0.88), ("2022-01-06", "2022-01-06", 0.7)),
        ("2022-01-06", "2022-01-06"),
    ),
    "a loose day inside the night of two days": (
        (
            ("2022-01-05", "2022-01-06", 0.85),
            ("2022-01-05", "2022-01-06", 0.7),
            ("2022-01-06", "2022-01-06", 0.55),
        ),
        ("2022-01-06", "2022-01-06"),
    ),
    "trap: a day of something else": (
        (("2022-01-05", "2022-01-06", 0.88), ("2022-01-06", "2022-01-06", 0.52)),
        ("2022-01-05", "2022-01-06"),
    ),
    "the day told more often": (
        (
            ("2022-01-05", "2022-01-05", 0.85),
            ("2022-01-06", "2022-01-06", 0.85),
            ("2022-01-06", "2022-01-06", 0.85),
        ),
        ("2022-01-06", "2022-01-06"),
    ),
}


def _claim(index: int, told: Told) -> Claim:
    first, last, sure = told
    span = Span(start=10 * index, end=10 * index + 5)
    precision = "day" if first == last else "about"
    value = When(words="then", timex="", first=first, last=last, precision=precision)
    return Claim(str(index), "d", value, span, span, confidence=sure)


@pytest.mark.parametrize("case", CASES)
def test_an_account_has_the_day_it_tells_most_plainly(case: str) -> None:
    told, expected = CASES[case]
    assert days([_claim(i, t) for i, t in enumerate(told)]) == expected
