"""The day of an account's incident, of all the words for days that the account has for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cenotaph.model import Account, Claim, Document, Mention, Span, When
from cenotaph.model.account_days import days, plain

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
            ("2022-01-06", "2022-01-06", 0.85),
        ),
        ("2022-01-06", "2022-01-06"),
    ),
    "of two days told about as surely the first": (
        (("2022-01-06", "2022-01-06", 0.88), ("2022-01-05", "2022-01-05", 0.85)),
        ("2022-01-05", "2022-01-05"),
    ),
    "trap: two days before": (
        (("2022-01-06", "2022-01-06", 0.88), ("2022-01-04", "2022-01-04", 0.85)),
        ("2022-01-06", "2022-01-06"),
    ),
    "trap: the day before is but loosely told": (
        (("2022-01-06", "2022-01-06", 0.88), ("2022-01-05", "2022-01-05", 0.7)),
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


HINT, SURE = 0.55, 0.6
OWN, OTHER = "2022-01-06", "2022-01-03"
BESIDE: dict[str, tuple[float, tuple[Told, ...], tuple[str, ...], str]] = {
    "a hint gives way to the one day told beside": (HINT, ((OTHER, OTHER, SURE),), (), OTHER),
    "trap: its own day is sure": (SURE, ((OTHER, OTHER, SURE),), (), OWN),
    "trap: of an event with victims of its own": (HINT, ((OTHER, OTHER, SURE),), ("1",), OWN),
    "trap: only a hint too": (HINT, ((OTHER, OTHER, HINT),), (), OWN),
    "trap: a week": (HINT, (("2022-01-03", "2022-01-09", SURE),), (), OWN),
    "trap: two days": (HINT, ((OTHER, OTHER, SURE), ("2022-01-02", "2022-01-02", SURE)), (), OWN),
}


@pytest.mark.parametrize("case", BESIDE)
def test_a_hint_of_a_day_gives_way_to_the_day_told_beside(case: str) -> None:
    sure, told, apart, wanted = BESIDE[case]
    claims = [replace(_claim(0, (OWN, OWN, sure)), about="0")]
    claims += [replace(_claim(n, t), about=str(n)) for n, t in enumerate(told, 1)]
    span = Span(start=0, end=4)
    mentions = [
        Mention(id=str(n), document="d", span=span, event=str(n), event_type="Battles")
        for n in range(len(claims))
    ]
    account = Account(document=Document.of("Then."), mentions=tuple(mentions), claims=tuple(claims))
    assert plain(account, "0", apart, (OWN, OWN)) == (wanted, wanted)


def test_a_day_after_publication_is_not_the_day_of_what_has_none() -> None:
    late = replace(_claim(1, (OWN, OWN, SURE)), about="1")
    span = Span(start=0, end=4)
    mentions = tuple(
        Mention(id=str(n), document="d", span=span, event=str(n), event_type="Battles")
        for n in range(2)
    )
    account = Account(document=Document.of("Then."), mentions=mentions, claims=(late,))
    assert plain(account, "0", (), (None, OTHER)) == (None, OTHER)
    assert plain(account, "0", (), (None, OWN)) == (OWN, OWN)
