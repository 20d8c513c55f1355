"""COUNTING 26: low, high and a best estimate that somebody gave."""

from __future__ import annotations

import msgspec

from cenotaph.model import Count, People, Publisher
from cenotaph.reconcile.figures import number
from cenotaph.reconcile.terms import Terms
from making import killed
from worked import CIVILIANS, REBELS, SOLDIERS, counted, dead, told, toll

THREE = (
    told("Delta Herald", killed(3)),
    told("Steppe Post", killed(17)),
    told("Coast Mail", killed(17, None)),
)


def test_low_and_high_are_what_reliable_sources_give_and_best_has_the_most_support() -> None:
    figure = toll(counted("ucdp", *THREE))
    assert (figure.low, figure.best, figure.high) == (3, 17, 17)
    assert figure.status == "contested"


def test_support_is_counted_in_sources_not_in_accounts() -> None:
    one_house = [told("Steppe Post", killed(17), by=(n, "official")) for n in ("Ode", "Ruiz")]
    others = [told("Delta Herald", killed(3)), told("Coast Mail", killed(3))]
    assert toll(counted("ucdp", *one_house, *others)).best == 3


def test_of_equal_support_the_most_recent_is_best() -> None:
    later = told("Steppe Post", killed(5), on="2016-04-30")
    first = told("Delta Herald", killed(9), on="2016-04-29")
    assert toll(counted("ucdp", first, later)).best == 5
    assert toll(counted("ucdp", first, told("Steppe Post", killed(5), on="2016-04-28"))).best == 9


def test_a_source_set_as_unreliable_sets_no_end_and_is_named() -> None:
    terms = Terms(publishers=(Publisher(name="delta  herald", reliable=False),))
    figure = toll(counted("ucdp", *THREE, terms=terms))
    assert (figure.low, figure.best, figure.high) == (17, 17, 17)
    assert any(n.startswith("3 (Delta Herald") and "unreliable" in n for n in figure.notes)
    assert "set as unreliable: delta  herald" in " ".join(figure.notes)
    assert len(figure.claims) == 3


def test_a_source_of_which_nobody_said_anything_is_used() -> None:
    terms = Terms(publishers=(Publisher(name="Steppe Post", reliable=True),))
    figure = toll(counted("ucdp", *THREE, terms=terms))
    assert figure.low == 3
    assert "reliable publishers: Steppe Post" in " ".join(figure.notes)


def test_sides_civilians_and_unknown_sum_to_best() -> None:
    parts = (killed(4, people=CIVILIANS), killed(2, people=SOLDIERS), killed(3, people=REBELS))
    account, capture = told("Delta Herald", killed(11), *parts)
    whole, *some = account.claims
    some = [msgspec.structs.replace(c, part_of=whole.id) for c in some]
    account = msgspec.structs.replace(account, claims=(whole, *some))
    incident = counted("ucdp", (account, capture))
    figure = toll(incident)
    assert figure.best == 11
    assert "army combatants 2 + civilians 4 + rebel combatants 3 + unknown 2 = best 11" in (
        figure.notes
    )
    assert toll(incident, people=CIVILIANS).best == 4


def test_sides_that_exceed_best_are_not_made_to_fit() -> None:
    figure = toll(
        counted(
            "ucdp",
            told("Delta Herald", killed(5)),
            told("Steppe Post", killed(5)),
            told("Coast Mail", killed(9, people=CIVILIANS)),
        )
    )
    assert figure.best == 5
    assert "civilians 9 exceed best 5: not split" in figure.notes


def test_neither_a_ceiling_nor_a_word_is_a_best_estimate() -> None:
    assert toll(counted("ucdp", told("Delta Herald", killed(0, 20)))).best is None
    assert toll(counted("ucdp", told("Delta Herald", dead(24, None, vague="dozens")))).best is None
    assert number(Count(low=17)) == 17
    assert number(Count(low=3, high=5)) == 3


def test_a_later_figure_takes_the_place_of_the_same_publishers_only() -> None:
    first = told("Delta Herald", killed(9))
    fewer = told("Delta Herald", killed(6), on="2016-04-29")
    figure = toll(counted("ucdp", first, fewer))
    assert (figure.low, figure.high, figure.status) == (6, 6, "updated")
    assert any("COUNTING 32" in n for n in figure.notes)
    other = told("Steppe Post", killed(6), on="2016-04-29")
    assert toll(counted("ucdp", first, other)).status == "contested"


def test_a_later_figure_takes_the_place_of_the_same_speakers_only() -> None:
    first = told("Delta Herald", killed(9), by=("Governor Marsh", "official"))
    same = told("Steppe Post", killed(6), by=("Governor Marsh", "official"), on="2016-04-29")
    assert toll(counted("ucdp", first, same)).high == 6
    unnamed = [
        told(p, killed(n), by=("residents", "witness"), on=d)
        for p, n, d in (("Delta Herald", 9, "2016-04-28"), ("Steppe Post", 6, "2016-04-29"))
    ]
    assert toll(counted("ucdp", *unnamed)).high == 9


def test_civilians_of_two_sides_are_not_counted_beside_civilians_as_a_whole() -> None:
    theirs = People(status="civilian", side="Ukrainian")
    account = told("Coast Mail", killed(2, people=theirs))
    both = counted("ucdp", told("Delta Herald", killed(9)), account)
    assert "Ukrainian civilians 2 + unknown 7 = best 9" in toll(both).notes
    every = told("Steppe Post", killed(4, people=CIVILIANS))
    three = counted("ucdp", told("Delta Herald", killed(9)), account, every)
    assert "civilians 4 + unknown 5 = best 9" in toll(three).notes
