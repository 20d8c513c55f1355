"""COUNTING 27: one figure for the dead, the most conservative reliable."""

from __future__ import annotations

import pytest

from cenotaph.model import Publisher
from cenotaph.reconcile.terms import Terms
from making import injured, killed
from worked import CIVILIANS, counted, dead, told, toll


def test_the_lowest_reliable_figure_is_the_one_and_the_dispute_is_noted() -> None:
    incident = counted("acled", told("Delta Herald", killed(17)), told("Steppe Post", killed(12)))
    figure = toll(incident)
    assert (figure.low, figure.best, figure.high, figure.status) == (12, 12, 12, "contested")
    assert "disputed: 17 (Delta Herald, 2016-04-28)" in figure.notes
    assert figure.sources == 1


def test_an_unreliable_publisher_is_not_the_most_conservative() -> None:
    terms = Terms(publishers=(Publisher(name="Steppe Post", reliable=False),))
    told_ = (told("Delta Herald", killed(17)), told("Steppe Post", killed(1)))
    assert toll(counted("acled", *told_, terms=terms)).best == 17
    assert toll(counted("acled", *told_)).best == 1


@pytest.mark.parametrize(
    ("word", "floor", "number"),
    [("tens", 20, 10), ("dozens", 24, 12), ("hundreds", 200, 100), ("several", 2, 2)],
)
def test_words_without_a_number_count_by_its_table(word: str, floor: int, number: int) -> None:
    vague = told("Delta Herald", dead(floor, None, vague=word))
    assert toll(counted("acled", vague)).best == number
    assert toll(counted("envelope", vague)).low == floor


def test_only_the_dead_are_counted_and_all_of_them_together() -> None:
    account = told("Delta Herald", killed(9), killed(4, people=CIVILIANS), injured(30))
    assert [(f.outcome, f.best) for f in counted("acled", account).tolls] == [("killed", 9)]


def test_where_nobody_is_said_to_be_killed_there_is_no_figure_and_no_zero() -> None:
    assert counted("acled", told("Delta Herald", injured(30))).tolls == ()
    assert toll(counted("acled", told("Delta Herald", killed(0)))).best == 0


def test_what_every_later_report_exceeds_is_not_the_most_conservative() -> None:
    grown = (told("Delta Herald", killed(2)), told("Steppe Post", killed(8), on="2016-04-30"))
    assert toll(counted("acled", *grown)).best == 8
