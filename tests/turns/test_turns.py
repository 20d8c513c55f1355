"""Of accounts composed by lot all but a few are read as they were composed."""

from __future__ import annotations

import random

import assessment
import bulletin
import crime
import insurgency
import pytest
import report
import roundup
import siege
import unrest
import war
import wire
from expected import Account, faults

NUMBER = 80
FLOORS = {
    wire: 0.9, war: 0.93, report: 0.93, bulletin: 0.80, assessment: 0.92, crime: 0.9, unrest: 0.92,
    roundup: 0.7, insurgency: 0.8, siege: 0.7,
}  # fmt: skip


def accounts(genre: object, number: int = NUMBER) -> list[Account]:
    lot = random.Random(2026)  # noqa: S311 - a lot that can be drawn again
    return [genre.composed(lot) for _ in range(number)]


@pytest.mark.parametrize("genre", FLOORS, ids=lambda genre: genre.__name__)
def test_accounts_composed_of_turns_are_read_as_composed(genre: object) -> None:
    wrong = {a.text: found for a in accounts(genre) if (found := list(faults(a)))}
    assert len(wrong) <= (1 - FLOORS[genre]) * NUMBER, wrong


def test_the_lot_draws_every_turn() -> None:
    assert {"updated", "grown", "rivaled", "elsewhere", "total", "before"} <= {
        turn for a in accounts(wire) for turn in a.turns
    }


def test_a_wrong_figure_is_seen() -> None:
    made = accounts(wire, 1)[0]
    made.incidents[0]["killed"] = (100, 100)
    assert any(fault.startswith("killed") for fault in faults(made))


def test_an_incident_too_many_or_too_few_is_seen() -> None:
    made = accounts(wire, 1)[0]
    made.incidents.append({"killed": (1234, 1234)})
    assert any(fault.startswith("no incident") for fault in faults(made))
