"""Of sets of accounts composed by lot most incidents are linked and counted as composed."""

from __future__ import annotations

import random

import pytest
from sets import Set, composed
from sets_judging import Judged, judged
from sets_scenes import envelope

NUMBER = 8
LINKED, COUNTED = 0.8, 0.68  # pairwise F1 of links; share of records whose tolls are right


def drawn() -> list[Set]:
    lot = random.Random(2026)  # noqa: S311 - a lot that can be drawn again
    return [composed(lot) for _ in range(NUMBER)]


@pytest.fixture(scope="module")
def found() -> Judged:
    whole = Judged()
    for made in drawn():
        whole.add(judged(made))
    return whole


def test_accounts_of_one_incident_are_linked(found: Judged) -> None:
    assert found.f1 >= LINKED, found.faults


def test_records_hold_what_stands(found: Judged) -> None:
    assert found.right >= COUNTED * found.records, found.faults


def test_the_lot_draws_what_sets_are_made_of() -> None:
    assert {"news", "copy", "district", "dayless", "rival", "round-up", "tried", "died"} <= {
        paper.way for made in drawn() for paper in made.papers
    }


def test_a_later_higher_figure_overtakes_and_two_sides_do_not_meet() -> None:
    one = drawn()[0].incidents[0]
    day, later = one.day, one.day.replace(year=one.day.year + 1)
    assert envelope([(day, 5, 5), (later, 7, 7)]) == (7, 7)
    assert envelope([(day, 5, 5), (day, 9, 9), (later, 5, 5)]) == (5, 9)
