"""What every counting policy must hold to; a new one is tested unedited."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.model import Count, People
from cenotaph.reconcile.policies import policies
from cenotaph.reconcile.positions import Position
from cenotaph.reconcile.sources import Sources
from making import account, killed

EVERY = pytest.mark.parametrize("name", policies())
NOTHING_KNOWN = Sources(published={}, publisher={}, family={}, refs={})


def position(low: int | None, high: int | None, day: str, n: int) -> Position:
    told = account(f"Strike number {n} killed some.", killed(low, high))
    return Position(
        outcome="killed",
        people=People(),
        count=Count(low=low, high=high),
        document=told.document.id,
        day=day,
        claims=told.claims,
    )


@st.composite
def several(draw: st.DrawFn) -> tuple[Position, ...]:
    lows = draw(st.lists(st.integers(0, 500), min_size=1, max_size=5))
    return tuple(
        position(
            low,
            draw(st.none() | st.integers(low, low + 50)),
            draw(st.sampled_from(["", "2016-04-28", "2016-04-29"])),
            n,
        )
        for n, low in enumerate(lows)
    )


@EVERY
def test_it_has_a_name_with_a_version_and_says_what_it_does(name: str) -> None:
    policy = policies()[name]
    assert re.fullmatch(rf"{name}/[1-9]\d*", policy.NAME)
    assert policy.DESCRIPTION


@EVERY
def test_of_nothing_it_makes_nothing(name: str) -> None:
    assert policies()[name].count((), NOTHING_KNOWN) == ()


@EVERY
@given(several())
def test_a_figure_rests_on_claims_and_its_ends_are_in_order(
    name: str, given_: Sequence[Position]
) -> None:
    known = {claim.id for position in given_ for claim in position.claims}
    figures = policies()[name].count(given_, NOTHING_KNOWN)
    assert figures
    for figure in figures:
        assert set(figure.claims) <= known
        assert figure.claims
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.sources >= 1


@EVERY
@given(several(), st.randoms())
def test_the_order_of_positions_changes_no_number(
    name: str, given_: Sequence[Position], chance: object
) -> None:
    policy, other = policies()[name], list(given_)
    chance.shuffle(other)  # type: ignore[attr-defined]
    one, two = (policy.count(p, NOTHING_KNOWN) for p in (given_, other))
    assert [(f.low, f.high, f.best, f.status, set(f.claims)) for f in one] == [
        (f.low, f.high, f.best, f.status, set(f.claims)) for f in two
    ]
