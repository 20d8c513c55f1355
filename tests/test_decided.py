"""What people decide binds linking, copies and tolls: later beats earlier, clashes are told."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.extract import extract
from cenotaph.link import link
from cenotaph.link.bonds import decided
from cenotaph.link.cluster import groups
from cenotaph.link.judged import judged_copies
from cenotaph.model import Decision, Verdict, in_force, judgements, parted
from cenotaph.reconcile import reconcile
from ledgers import decision
from making import ALEPPO, HOMS, account, capture, day, killed
from readings import reading_of

JOINED = ("same", "different")


def numbered(*made: tuple[str, ...]) -> tuple[Decision, ...]:
    """Return decisions in order of force: ("same", "a", "b"), or ("undo", "d1") of the first."""
    found = []
    for seq, (verdict, *subjects) in enumerate(made, 1):
        undone = subjects[0] if verdict == "undo" else None
        kind: Verdict = verdict  # type: ignore[assignment] # one of them
        one = decision(kind, *([] if undone else subjects), supersedes=undone)
        found.append(msgspec.structs.replace(one, id=f"d{seq}", seq=seq))
    return tuple(found)


def grouped(*made: tuple[str, ...], bits: float = -4.0, **weights: float) -> list[str]:
    """Return how a, b, c, d and e are grouped; a weight is given as ab=9.0."""
    at = {letter: i for i, letter in enumerate("abcde")}
    known = {(at[p[0]], at[p[1]]): w for p, w in weights.items()}
    bonds, _ = decided(5, at, numbered(*made), JOINED)
    found = groups(5, known, lambda _i, _j: bits, bonds)
    return ["".join("abcde"[i] for i in group) for group in found if len(group) > 1]


def clashes(*made: tuple[str, ...]) -> list[tuple[str, tuple[str, str], tuple[str, ...]]]:
    at = {letter: i for i, letter in enumerate("abcde")}
    _, found = decided(5, at, numbered(*made), JOINED)
    return [(c.decision, c.subjects, c.against) for c in found]


def test_an_undo_takes_back_and_an_undone_undo_gives_back() -> None:
    one, undo, again = numbered(("accept", "a"), ("undo", "d1"), ("undo", "d2"))
    assert in_force([undo, one]) == ()
    assert in_force([again, undo, one]) == (one,)
    assert judgements([one, undo]) == {}


def test_the_later_judgement_of_a_claim_holds_whatever_the_order_given() -> None:
    made = numbered(("accept", "a"), ("reject", "a"), ("reject", "b"), ("accept", "b"))
    for given_in in (made, made[::-1]):
        held = judgements(given_in)
        assert {c: d.verdict for c, d in held.items()} == {"a": "reject", "b": "accept"}


def test_same_joins_all_that_the_bits_join_to_either() -> None:
    assert grouped(ab=9.0, cd=9.0) == ["ab", "cd"]
    assert grouped(("same", "b", "d"), ab=9.0, cd=9.0, bd=-20.0) == ["abcd"]


def test_different_parts_what_any_sum_of_bits_would_join() -> None:
    pairs = {f"{x}{y}": 900.0 for x, y in combinations("abcde", 2)}
    assert grouped(**pairs) == ["abcde"]
    assert grouped(("different", "a", "e"), **pairs) == ["abcd"]


def test_what_is_one_by_decision_keeps_away_from_what_either_is_parted_from() -> None:
    """b likes c best, but is one with a, which is not c: the bits give way."""
    assert grouped(bc=9.0) == ["bc"]
    assert grouped(("same", "a", "b"), ("different", "a", "c"), bc=9.0) == ["ab"]


def test_a_later_decision_about_the_same_two_holds_and_is_no_clash() -> None:
    made = (("same", "a", "b"), ("different", "b", "a"))
    assert grouped(*made, ab=9.0) == []
    assert grouped(*made, ("same", "a", "b")) == ["ab"]
    assert clashes(*made) == []


@pytest.mark.parametrize(
    ("made", "expected", "told"),
    [
        (
            [("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c")],
            ["bc"],
            [("d1", ("a", "b"), ("d2", "d3"))],
        ),
        (
            [("different", "a", "c"), ("same", "a", "b"), ("same", "b", "c")],
            ["abc"],
            [("d1", ("a", "c"), ("d2", "d3"))],
        ),
        ([("same", "a", "b"), ("same", "b", "c"), ("different", "a", "d")], ["abc"], []),
    ],
    ids=["parted last", "joined last", "no clash"],
)
def test_decisions_that_cannot_stand_together_yield_to_the_later_ones(
    made: list[tuple[str, ...]],
    expected: list[str],
    told: list[tuple[str, tuple[str, str], tuple[str, ...]]],
) -> None:
    assert grouped(*made) == expected
    assert clashes(*made) == told


def test_a_clash_is_gone_when_what_it_clashes_with_is_taken_back() -> None:
    made = [("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c"), ("undo", "d3")]
    assert grouped(*made) == ["abc"]
    assert clashes(*made) == []


MADE = st.lists(
    st.tuples(st.sampled_from(JOINED), st.sampled_from("abcde"), st.sampled_from("abcde")).filter(
        lambda made: made[1] != made[2]
    ),
    max_size=9,
)


@given(made=MADE, bits=st.floats(-9, 9), data=st.data())
def test_every_decision_is_honored_or_told_as_a_clash(
    made: list[tuple[str, str, str]], bits: float, data: st.DataObject
) -> None:
    held = numbered(*made)
    at = {letter: i for i, letter in enumerate("abcde")}
    shuffled = data.draw(st.permutations(held))
    bonds, told = decided(5, at, shuffled, JOINED)
    assert told == decided(5, at, held, JOINED)[1]
    home = {i: g for g in groups(5, {(0, 1): bits}, lambda _i, _j: bits, bonds) for i in g}
    last = {frozenset(d.subjects): d for d in held}
    dishonored = {c.decision for c in told}
    for pair, one in last.items():
        together = len({home[at[s]] for s in pair}) == 1
        assert one.id in dishonored or together == (one.verdict == "same")
    assert held == () or held[-1].id not in dishonored


ORDER = ["o", "a", "b", "x"]
FOUND = (("a", "o"), ("b", "o"))  # a and b are found to be copies of o


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([], {"a": "o", "b": "o"}),
        ([("copy", "x", "a")], {"a": "o", "b": "o", "x": "o"}),
        ([("copy", "o", "x")], {"a": "x", "b": "x", "o": "x"}),
        ([("copy", "a", "x")], {"b": "o", "a": "x"}),
        ([("copy", "o", "a")], {"o": "a", "b": "a"}),
        ([("not-copy", "a", "o")], {"b": "o"}),
        ([("not-copy", "o", "a")], {"b": "o"}),
        ([("not-copy", "a", "b")], {"a": "o"}),
        ([("not-copy", "a", "x")], {"a": "o", "b": "o"}),
        ([("copy", "x", "a"), ("not-copy", "x", "a")], {"a": "o", "b": "o"}),
        ([("not-copy", "a", "o"), ("copy", "a", "o")], {"a": "o", "b": "o"}),
        ([("copy", "x", "a"), ("undo", "d1")], {"a": "o", "b": "o"}),
    ],
)
def test_people_decide_what_is_a_copy_of_what(
    made: list[tuple[str, ...]], expected: dict[str, str]
) -> None:
    copies, told = judged_copies(FOUND, numbered(*made), ORDER)
    assert dict(copies) == expected
    assert told == ()


STRIKE = account("Jets struck Aleppo. Three died.", killed(3), ALEPPO, day("2016-04-27"))
OTHER = account("A shell hit Homs. Two died.", killed(2), HOMS, day("2016-04-27"))
CAPTURES = [capture(STRIKE, "2016-04-28", "one"), capture(OTHER, "2016-04-28", "two")]


def test_what_is_rejected_makes_no_incident_and_feeds_no_link() -> None:
    both = [STRIKE, OTHER]
    gone = numbered(*(("reject", c.id) for c in STRIKE.claims))
    assert len(link(both, CAPTURES).dossiers) == 2
    assert [d.claims[0].document for d in link(both, CAPTURES, gone).dossiers] == [
        OTHER.document.id
    ]
    toll_only = link(both, CAPTURES, gone[:1]).dossiers
    assert len(toll_only) == 2  # a place and a day are told of it still
    incidents = reconcile(toll_only, both, CAPTURES, gone[:1]).incidents
    (strike,) = [i for i in incidents if i.accounts == (STRIKE.document.id,)]
    assert (strike.tolls, strike.review, strike.decisions) == ((), "partly", ("d1",))


def test_what_one_telling_says_cannot_be_parted_and_that_is_told() -> None:
    toll, place = STRIKE.claims[0].id, STRIKE.claims[1].id
    (clash,) = link([STRIKE], CAPTURES, numbered(("different", toll, place))).doubts.clashes
    assert (clash.subjects, clash.against) == ((toll, place), ())


def test_different_between_two_mentions_of_one_telling_splits_it_there() -> None:
    """Read as one event, told apart by a person: each keeps what it was told with."""
    told = extract(
        reading_of("A mine killed four people in Gao on Monday. Two people died in the attack.")
    )
    first, last = told.mentions[0], told.mentions[-1]
    assert first.event == last.event
    apart = numbered(("different", first.id, last.id))
    one, two = (d.claims for d in link([told], [capture(told, "2021-03-09")], apart).dossiers)
    assert {c.about for c in one}.isdisjoint({c.about for c in two})
    assert {c.id for c in (*one, *two)} == {c.id for c in told.claims}


@pytest.mark.parametrize("later", ["same", "undo"])
def test_a_telling_is_whole_again_when_a_person_says_so(later: str) -> None:
    told = extract(
        reading_of("A mine killed four people in Gao on Monday. Two people died in the attack.")
    )
    ids = (told.mentions[0].id, told.mentions[-1].id)
    again = ("undo", "d1") if later == "undo" else ("same", *ids)
    assert parted(told, numbered(("different", *ids))) != told
    assert parted(told, numbered(("different", *ids), again)) == told


def test_different_accounts_split_no_telling() -> None:
    one, other = (account(f"Strike {n} hit.", killed(3), ALEPPO) for n in range(2))
    apart = numbered(("different", one.mentions[0].id, other.mentions[0].id))
    assert parted(one, apart) == one
