"""COUNTING 28: minimum and maximum of deaths and injuries; provisional unless two sources."""

from __future__ import annotations

from making import injured, killed
from worked import counted, told, toll


def test_deaths_and_injuries_have_a_minimum_and_a_maximum() -> None:
    incident = counted(
        "ibc",
        told("Delta Herald", killed(3), injured(20)),
        told("Steppe Post", killed(5, None), injured(12, 15)),
    )
    assert (toll(incident).low, toll(incident).high, toll(incident).best) == (3, 5, None)
    hurt = toll(incident, "injured")
    assert (hurt.low, hurt.high) == (12, 20)


def test_one_source_is_provisional_and_two_are_not() -> None:
    one, two = told("Delta Herald", killed(3)), told("Steppe Post", killed(3))
    assert toll(counted("ibc", one)).grade == "provisional"
    assert toll(counted("ibc", one, two)).grade == "fair"


def test_two_accounts_of_one_publisher_or_of_nobody_knows_whom_are_provisional() -> None:
    house = [told("Delta Herald", killed(3), by=(n, "medic")) for n in ("Dr. Ode", "Dr. Ruiz")]
    assert toll(counted("ibc", *house)).grade == "provisional"
    unknown = [told(None, killed(3), by=(n, "medic")) for n in ("Dr. Ode", "Dr. Ruiz")]
    assert toll(counted("ibc", *unknown)).grade == "provisional"
