"""The golden accounts: what was reached stays reached, account by account and figure by figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import linked, singles
from golden_floors import all_right, read_floors, shares
from golden_reading import linked_items, read_golden, single_items
from golden_scoring import Item, judged

SINGLES = singles()
LINKED = linked()
FLOORS = read_floors()


@pytest.fixture(scope="session")
def items() -> dict[str, list[Item]]:
    """Everything measured, once for all tests."""
    return single_items() | linked_items()


def test_there_are_at_least_two_hundred_accounts_about_half_of_them_traps() -> None:
    kinds = [golden.kind for golden in SINGLES.values()]
    assert len(kinds) >= 200
    assert abs(kinds.count("trap") - kinds.count("true")) <= len(kinds) // 10
    assert len(LINKED) >= 10


@pytest.mark.parametrize("name", SINGLES)
def test_expected_quotes_stand_in_the_account(name: str) -> None:
    golden = SINGLES[name]
    words = " ".join(f"{golden.input.title} {golden.input.text}".split())
    missing = [p.quote for p in golden.expect.claims if p.quote and p.quote not in words]
    assert missing == []


@pytest.mark.parametrize("name", FLOORS.right)
def test_an_account_once_wholly_right_stays_right(name: str, items: dict[str, list[Item]]) -> None:
    assert [item for item in items[name] if not item.right] == []


@pytest.mark.parametrize("sort", FLOORS.floors)
def test_no_figure_falls_below_its_floor(sort: str, items: dict[str, list[Item]]) -> None:
    assert shares(items)[sort] >= FLOORS.floors[sort]


def test_of_the_sure_claims_at_least_95_in_100_are_right() -> None:
    asked = [golden for golden in SINGLES.values() if golden.expect.exhaustive]
    read = [(golden, read_golden(golden)[0]) for golden in asked]
    sure = [
        right
        for golden, account in read
        for claim, right in judged(golden, account.claims, account.document)
        if claim.confidence >= 0.9
    ]
    assert len(sure) > 500
    assert sum(sure) >= 0.95 * len(sure)


def test_the_floors_guard_something(items: dict[str, list[Item]]) -> None:
    assert set(shares(items)) == set(FLOORS.floors)
    assert len(FLOORS.right) <= len(all_right(items))
    assert Path(__file__).with_name("floors.json").is_file()
