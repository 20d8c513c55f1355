"""COUNTING 31: the most recent figure; the figure of the official source first."""

from __future__ import annotations

from making import killed
from worked import counted, told, toll

EARLY = told("Delta Herald", killed(9), by=("Governor Marsh", "official"))
LATE = told("Steppe Post", killed(6), on="2016-04-30")


def test_the_latest_figure_is_taken_and_the_other_source_contests_it() -> None:
    figure = toll(counted("latest", EARLY, LATE))
    assert (figure.low, figure.best, figure.high) == (6, 6, 6)
    assert figure.status == "contested"
    assert "others say: 9 (Delta Herald, Governor Marsh, 2016-04-28)" in figure.notes


def test_the_latest_figure_of_the_same_source_contests_nothing() -> None:
    own = told("Delta Herald", killed(6), on="2016-04-30")
    assert toll(counted("latest", EARLY, own)).status == "updated"


def test_an_account_of_unknown_date_is_never_the_latest() -> None:
    assert toll(counted("latest", LATE, told("Coast Mail", killed(20), on=None))).best == 6


def test_the_official_figure_comes_first_however_old() -> None:
    assert toll(counted("official", EARLY, LATE)).best == 9
    published = told("City Bulletin", killed(7), kind="official")
    assert toll(counted("official", published, LATE)).best == 7


def test_of_two_official_figures_the_later_is_taken() -> None:
    later = told("Coast Mail", killed(11), by=("Mayor Ilves", "official"), on="2016-04-29")
    assert toll(counted("official", EARLY, later, LATE)).best == 11


def test_a_party_to_the_conflict_and_a_medic_in_an_official_paper_are_no_officials() -> None:
    colonel = told("Coast Mail", killed(2), by=("Colonel Rask", "party"))
    medic = told("City Bulletin", killed(3), by=("Dr. Ode", "medic"), kind="official")
    figure = toll(counted("official", colonel, medic, LATE))
    assert figure.best == 6
    assert "no official figure" in figure.notes
