"""Of accounts composed by lot all but a few are read as they were composed."""

from __future__ import annotations

import random

import pytest
from composed import Composed, composed
from judged import faults

NUMBER = 80
FLOOR = 0.97


@pytest.fixture(scope="module")
def accounts() -> list[Composed]:
    lot = random.Random(2026)  # noqa: S311 - a lot that can be drawn again
    return [composed(lot) for _ in range(NUMBER)]


def test_accounts_composed_of_turns_are_read_as_composed(accounts: list[Composed]) -> None:
    wrong = {a.text: found for a in accounts if (found := list(faults(a)))}
    assert len(wrong) <= (1 - FLOOR) * NUMBER, wrong


def test_the_lot_draws_every_turn(accounts: list[Composed]) -> None:
    assert {"updated", "grown", "rivaled", "elsewhere", "total", "before"} <= {
        turn for a in accounts for turn in a.turns
    }


def test_a_wrong_figure_is_seen(accounts: list[Composed]) -> None:
    made = accounts[0]
    made.dead += 100
    assert any(fault.startswith("killed") for fault in faults(made))
    made.dead -= 100
