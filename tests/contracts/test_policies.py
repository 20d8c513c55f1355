"""What every counting policy must hold to; a new one is tested unedited, a user's own too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.model import Blame, Count, Outcome, People
from cenotaph.own import from_file
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.policies import Policy, policies
from cenotaph.reconcile.positions import Position
from cenotaph.reconcile.sources import Sources
from cenotaph.reconcile.terms import Publisher, Terms
from making import account, killed, said_by

OWN = from_file("highest", Path(__file__).parent / "own_policy.py")
ALL: dict[str, Policy] = {**policies(), "highest": OWN}
EVERY = pytest.mark.parametrize("name", ALL)
EVERYONE = (People(), People(status="civilian"), People(status="combatant", side="Ukraine"))
PUBLISHERS = ("Delta Herald", "Steppe Post", "Volga Observer", None)
TERMS = Terms(publishers=(Publisher(name="Volga Observer", reliable=False),))
BLAMES = (
    Blame(party="Russia", stance="blames", speaker=None, claims=("c",)),
    Blame(party="Russia", stance="admits", speaker=None, claims=("d",)),
)


def position(
    n: int,
    count: Count,
    day: str = "2016-04-28",
    outcome: Outcome = "killed",
    people: People = People(),  # noqa: B008 - a frozen value
    speaker: str | None = None,
) -> Position:
    told = account(f"Strike number {n} killed some.", killed(count.low, count.high))
    told = said_by(told, speaker, "official") if speaker else told
    return Position(
        outcome=outcome,
        people=people,
        count=count,
        document=told.document.id,
        day=day,
        claims=told.claims,
    )


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low = draw(st.none() | st.integers(0, 500))
    if low is None:
        return Count(vague="many more")
    high = draw(st.none() | st.integers(low, low + 50))
    vague = draw(st.sampled_from([None, "dozens"])) if high is None else None
    return Count(low=low, high=high, vague=vague, approximate=draw(st.booleans()))


@st.composite
def several(draw: st.DrawFn) -> tuple[Position, ...]:
    return tuple(
        position(
            n,
            draw(counts()),
            draw(st.sampled_from(["", "2016-04-28", "2016-04-29"])),
            draw(st.sampled_from(["killed", "injured"])),
            draw(st.sampled_from(EVERYONE)),
            draw(st.sampled_from([None, "Governor Marsh"])),
        )
        for n in range(draw(st.integers(1, 6)))
    )


@st.composite
def cases(draw: st.DrawFn, given_: Sequence[Position]) -> Case:
    documents = [p.document for p in given_]
    names = draw(st.lists(st.sampled_from(PUBLISHERS), min_size=len(given_), max_size=len(given_)))
    return Case(
        sources=Sources(
            published={},
            publisher={d: n for d, n in zip(documents, names, strict=True) if n is not None},
            family={},
            refs={},
        ),
        terms=draw(st.sampled_from([Terms(), TERMS])),
        blames=draw(st.sampled_from([(), BLAMES, BLAMES[:1]])),
        spread=draw(st.booleans()),
        scope=draw(st.sampled_from(["incident", "cumulative"])),
    )


NOTHING_KNOWN = Case(sources=Sources(published={}, publisher={}, family={}, refs={}))


@EVERY
def test_it_has_a_name_with_a_version_and_says_what_it_does(name: str) -> None:
    assert re.fullmatch(rf"{name}/[1-9]\d*", ALL[name].NAME)
    assert ALL[name].DESCRIPTION


@EVERY
def test_of_nothing_it_makes_nothing(name: str) -> None:
    assert ALL[name].count((), NOTHING_KNOWN) == ()


@EVERY
@settings(max_examples=40)
@given(st.data())
def test_a_figure_rests_on_claims_and_its_ends_are_in_order(name: str, data: st.DataObject) -> None:
    given_ = data.draw(several())
    known = {claim.id for position in given_ for claim in position.claims}
    figures = ALL[name].count(given_, data.draw(cases(given_)))
    assert figures or all(p.outcome != "killed" for p in given_)
    kinds = [(f.outcome, f.people) for f in figures]
    assert len(kinds) == len(set(kinds))
    for figure in figures:
        assert set(figure.claims) <= known
        assert figure.claims
        numbers = [n for n in (figure.low, figure.best, figure.high) if n is not None]
        assert numbers == sorted(numbers) or figure.best is None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.sources >= 1


@EVERY
@settings(max_examples=40)
@given(st.data())
def test_the_order_of_positions_changes_nothing_but_the_order_of_claims(
    name: str, data: st.DataObject
) -> None:
    given_ = data.draw(several())
    case, other = data.draw(cases(given_)), data.draw(st.permutations(given_))
    one, two = (ALL[name].count(p, case) for p in (given_, other))
    assert [(f.low, f.high, f.best, f.status, f.grade, f.notes, set(f.claims)) for f in one] == [
        (f.low, f.high, f.best, f.status, f.grade, f.notes, set(f.claims)) for f in two
    ]


@EVERY
@settings(max_examples=40)
@given(counts())
def test_an_asserted_zero_is_none_and_a_word_without_number_is_no_zero(
    name: str, count: Count
) -> None:
    zero, word = position(1, Count(low=0, high=0)), position(2, Count(vague="many more"))
    (asserted,) = ALL[name].count((zero,), NOTHING_KNOWN)
    (unknown,) = ALL[name].count((word,), NOTHING_KNOWN)
    assert (asserted.low, asserted.high) == (0, 0)
    assert (unknown.low, unknown.high, unknown.best) == (None, None, None)
    figures = ALL[name].count((position(3, count),), NOTHING_KNOWN)
    assert all(f.low != 0 or count.low == 0 for f in figures)
