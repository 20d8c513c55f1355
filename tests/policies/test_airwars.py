"""COUNTING 29: minimum and maximum by people, graded by stated rules."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import Publisher, Responsibility
from cenotaph.reconcile.terms import Terms
from making import killed
from worked import CIVILIANS, Told, counted, told, toll


def blamed(publisher: str, party: str, stance: str = "blames", dead: int = 3) -> Told:
    """Return an account of a strike in which somebody takes a stance on a party's part in it."""
    account, capture = told(publisher, killed(dead), Responsibility(party=party))
    first, second, *rest = account.claims
    held = msgspec.convert(stance, str)
    second = msgspec.structs.replace(second, stance=held)
    return msgspec.structs.replace(account, claims=(first, second, *rest)), capture


def test_each_kind_of_people_has_a_minimum_and_a_maximum() -> None:
    incident = counted(
        "airwars",
        told("Delta Herald", killed(9), killed(4, people=CIVILIANS)),
        told("Steppe Post", killed(6, people=CIVILIANS)),
    )
    civilians = toll(incident, people=CIVILIANS)
    assert (civilians.low, civilians.high) == (4, 6)


def test_without_a_minimum_it_is_unknown_and_not_zero() -> None:
    figure = toll(counted("airwars", told("Delta Herald", killed(None, None))))
    assert (figure.low, figure.high) == (None, None)
    assert figure.notes[0].startswith("Unknown")
    none = toll(counted("airwars", told("Delta Herald", killed(0))))
    assert (none.low, none.high) == (0, 0)
    assert not any(n.startswith("Unknown") for n in none.notes)


@pytest.mark.parametrize(
    ("accounts", "grade"),
    [
        ([blamed("A", "Syria"), blamed("B", "Syria", "admits")], "confirmed"),
        ([blamed("A", "Red Sun"), blamed("B", "Red Sun", "claims-responsibility")], "confirmed"),
        ([blamed("A", "Syria"), blamed("B", "Syria", "denies")], "fair"),
        ([blamed("A", "Syria"), blamed("B", "Red Sun")], "contested"),
        ([blamed("A", "Syria"), blamed("B", "Syrian forces")], "fair"),
        ([blamed("A", "Syria"), blamed("B", "the army")], "fair"),
        ([told("A", killed(3)), told("B", killed(3))], "fair"),
        ([told("A", killed(3))], "weak"),
        ([told("A", killed(3)), told("A", killed(3), by=("Ode", "medic"))], "weak"),
        ([told("A", killed(3)), told("A", killed(0), on="2016-05-01")], "discounted"),
        ([told("A", killed(3)), told("B", killed(0), on="2016-05-01")], "fair"),
        ([told("A", killed(0))], "weak"),
    ],
)
def test_the_grade_follows_stated_rules(accounts: list[Told], grade: str) -> None:
    assert toll(counted("airwars", *accounts)).grade == grade


def test_what_only_an_unreliable_publisher_says_is_discounted() -> None:
    terms = Terms(publishers=(Publisher(name="A", reliable=False),))
    assert toll(counted("airwars", told("A", killed(3)), terms=terms)).grade == "discounted"
    both = counted("airwars", told("A", killed(3)), told("B", killed(3)), terms=terms)
    assert toll(both).grade == "weak"
