"""What people are asked, in which order, and when no longer."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from cenotaph.link import link
from cenotaph.link.bonds import Bonds
from cenotaph.link.cluster import groups
from cenotaph.link.near import near, near_copies
from cenotaph.link.profile import Profile, profiles
from cenotaph.model import (
    Account,
    Choice,
    Decision,
    Dossier,
    Doubts,
    Near,
    NearCopy,
    Question,
    Record,
    Responsibility,
    Toll,
    Verdict,
)
from cenotaph.reconcile import reconcile
from cenotaph.review import questions
from ledgers import decision
from making import ALEPPO, HOMS, HOSPITAL, account, capture, injured, killed

STRIKE = account("Jets struck a hospital in Aleppo. Three died.", killed(3), ALEPPO, HOSPITAL)
MORE = account("Bombs hit an Aleppo clinic; nine dead.", killed(9), ALEPPO, HOSPITAL)
OTHER = account("Planes hit a market in Homs. Forty died.", killed(40), HOMS)
ALL = (STRIKE, MORE, OTHER)
LATE = "2016-06-01"


def seen(
    *groups: tuple[Account, ...],
    decisions: tuple[Decision, ...] = (),
    doubts: Doubts | None = None,
    published: str = "2016-04-28",
) -> list[Question]:
    """Return what is asked of a record in which each group is one incident."""
    accounts = tuple(a for group in groups for a in group)
    last = accounts[-1].document.id
    captures = [
        capture(a, published if a.document.id == last else "2016-04-28", a.document.id[:4])
        for a in accounts
    ]
    dossiers = [
        Dossier(
            id=min(m.id for a in group for m in a.mentions),
            mentions=tuple(sorted(m.id for a in group for m in a.mentions)),
            claims=tuple(c for a in group for c in a.claims),
        )
        for group in groups
    ]
    found = reconcile(dossiers, accounts, captures, decisions)
    record = Record(
        digest="",
        policy=found.policy,
        captures=tuple(captures),
        accounts=accounts,
        incidents=found.incidents,
        series=found.series,
        stories=found.stories,
        copies_of=(),
        replaces=(),
        decisions=decisions,
    )
    return questions(record, doubts)


def doubted(bits: float, *, joined: bool, killed: tuple[int, int] = (3, 9)) -> Doubts:
    """Return a doubt about STRIKE and MORE."""
    pair = (STRIKE.mentions[0].id, MORE.mentions[0].id)
    one = Near(
        left=pair[:1],
        right=pair[1:],
        closest=pair,
        bits=bits,
        joined=joined,
        killed=killed,
        injured=(0, 0),
        because=("the same place +6.0",),
    )
    return Doubts(tellings=(one,))


def of_kind(kind: str, found: list[Question]) -> list[Question]:
    return [q for q in found if q.kind == kind]


def answered(question: Question, key: str, seq: int = 1) -> Decision:
    """Return the decision that an answer is."""
    (choice,) = [c for c in question.choices if c.key == key]
    return made(choice, seq)


def made(choice: Choice, seq: int) -> Decision:
    one = decision(
        choice.verdict, *choice.subjects, value=choice.value, supersedes=choice.supersedes
    )
    return msgspec.structs.replace(one, id=f"d{seq}", seq=seq, at="2016-05-02T09:00:00+00:00")


def test_what_was_barely_kept_apart_is_asked_with_its_reasons_and_both_sentences() -> None:
    (asked,) = of_kind("merge", seen((STRIKE,), (MORE,), doubts=doubted(3.0, joined=False)))
    assert {c.key: c.verdict for c in asked.choices} == {"y": "same", "n": "different"}
    assert asked.subjects == (STRIKE.mentions[0].id, MORE.mentions[0].id)
    assert asked.because == ("the same place +6.0",)
    documents = {c.document for a in ALL for c in a.claims if c.id in asked.claims}
    assert documents == {STRIKE.document.id, MORE.document.id}


@pytest.mark.parametrize(
    ("bits", "joined", "killed", "expected"),
    [
        (4.0, True, (3, 9), 3 * 0.5 * 2),
        (4.0, False, (3, 9), 3 * 0.5 * 2),
        (6.0, True, (30, 90), 30 * (1 / 3) * 2),
        (2.0, False, (30, 90), 30 * (1 / 3) * 2),
        (4.0, True, (0, 90), 0.5 * 0.5 * 2),  # no toll moves: asked last, but asked
    ],
)
def test_a_merge_is_worth_the_smaller_toll_by_its_chance_by_two_rows(
    bits: float, joined: bool, killed: tuple[int, int], expected: float
) -> None:
    groups = ((STRIKE, MORE),) if joined else ((STRIKE,), (MORE,))
    (asked,) = of_kind("merge", seen(*groups, doubts=doubted(bits, joined=joined, killed=killed)))
    assert asked.change == pytest.approx(expected, abs=1e-4)


def test_the_order_of_accounts_changes_no_question() -> None:
    first = seen(ALL)
    assert len(first) >= 2
    for order in permutations(ALL):
        assert sorted(q.text for q in seen(order)) == sorted(q.text for q in first)


def test_the_figure_that_moves_most_is_asked_about_first() -> None:
    small, large = (account(f"Jets struck {n}.", killed(n), ALEPPO) for n in (4, 400))
    spread = [of_kind("reading", seen((STRIKE, other)))[0].change for other in (small, large)]
    assert spread == [0.5, 0.5 * 397]
    changes = [q.change for q in seen((STRIKE, small, large))]
    assert len(changes) > 2
    assert changes == sorted(changes, reverse=True)


def test_what_can_put_a_wrong_number_into_the_record_is_asked_first() -> None:
    one = account("Strike one hit.", killed(3), injured(17), ALEPPO, Responsibility(party="Army"))
    two = account("Strike two hit.", killed(17, None), ALEPPO, Responsibility(party="Rebels"))
    kinds = [q.text.split(": ")[1] for q in seen((one, two))]
    assert kinds[0] == "same number other outcome"
    assert kinds[-1] == "two parties"


@pytest.mark.parametrize("key", ["a", "b", "y", "n"])
def test_a_reading_that_was_settled_does_not_come_back_until_the_decision_is_undone(
    key: str,
) -> None:
    (asked,) = of_kind("reading", seen((STRIKE, MORE)))
    settled = answered(asked, key)
    assert of_kind("reading", seen((STRIKE, MORE), decisions=(settled,))) == []
    undone = decision("undo", supersedes="d1", id="d2", seq=2)
    assert of_kind("reading", seen((STRIKE, MORE), decisions=(settled, undone))) == [asked]


def test_an_account_published_after_the_judgement_is_asked_about_anew() -> None:
    (asked,) = of_kind("reading", seen((STRIKE, MORE)))
    toll = MORE.claims[0].id
    (key,) = [c.key for c in asked.choices if c.subjects == (toll,)]
    settled = (answered(asked, key),)
    fewer = account("A court counts two dead of the clinic.", killed(2), ALEPPO, HOSPITAL)
    early = seen((STRIKE, MORE, fewer), decisions=settled)
    late = seen((STRIKE, MORE, fewer), decisions=settled, published=LATE)
    about = [
        any(set(q.claims) == {toll, fewer.claims[0].id} for q in found) for found in (early, late)
    ]
    assert about == [False, True]


def test_a_figure_that_stands_out_may_be_a_running_total() -> None:
    total = account(
        "Jets struck Aleppo, bringing the total to 90 since March.", killed(90), ALEPPO, HOSPITAL
    )
    (asked,) = of_kind("cumulative", seen((STRIKE, total)))
    assert asked.claims == (total.claims[0].id,)
    by_key = {c.key: c for c in asked.choices}
    assert by_key["y"].verdict == "correct"
    assert isinstance(by_key["y"].value, Toll)
    assert by_key["y"].value.scope == "cumulative"
    assert by_key["n"].verdict == "accept"
    settled = (answered(asked, "n"),)
    assert of_kind("cumulative", seen((STRIKE, total), decisions=settled)) == []
    # The trap: a larger figure that nothing says to run, and that is not out of line.
    assert of_kind("cumulative", seen((STRIKE, MORE))) == []


def test_accounts_that_share_much_of_their_words_may_be_copies() -> None:
    pair = NearCopy(copy=MORE.document.id, original=STRIKE.document.id, share=0.6, joined=False)
    doubts = Doubts(copies=(pair,))
    (asked,) = of_kind("copy", seen((STRIKE, MORE), doubts=doubts))
    assert asked.subjects == (MORE.document.id, STRIKE.document.id)
    assert {c.key: c.verdict for c in asked.choices} == {"y": "copy", "n": "not-copy"}
    for key in "yn":
        settled = (answered(asked, key),)
        assert of_kind("copy", seen((STRIKE, MORE), decisions=settled, doubts=doubts)) == []


def test_decisions_that_clash_are_asked_about_and_settled_by_taking_one_back() -> None:
    a, b, c = (x.mentions[0].id for x in ALL)
    made_so: tuple[tuple[Verdict, tuple[str, str]], ...] = (
        ("same", (a, b)),
        ("same", (b, c)),
        ("different", (a, c)),
    )
    clashing = tuple(
        decision(verdict, *pair, id=f"d{n}", seq=n) for n, (verdict, pair) in enumerate(made_so, 1)
    )

    def clashes(decisions: tuple[Decision, ...]) -> list[Question]:
        doubts = link(ALL, [capture(x, "2016-04-28") for x in ALL], decisions).doubts
        return of_kind("clash", seen(ALL, decisions=decisions, doubts=doubts))

    (asked,) = clashes(clashing)
    assert asked.subjects == (a, b)
    assert "d2" in asked.text
    assert "d3" in asked.text
    assert clashes((*clashing, answered(asked, "n", 4))) == []
    assert [q.subjects for q in clashes((*clashing, answered(asked, "y", 4)))] == [(b, c)]


def profiles_of(*accounts: Account) -> list[Profile]:
    return [profiles(a, "2016-04-28")[0] for a in accounts]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({(0, 1): 3.0}, [(3.0, False)]),
        ({(0, 1): 5.0}, [(5.0, True)]),
        ({(0, 1): 8.5}, []),  # surely one
        ({(0, 1): -0.5}, []),  # surely two
    ],
)
def test_pairs_near_the_threshold_are_handed_out(
    weights: dict[tuple[int, int], float], expected: list[tuple[float, bool]]
) -> None:
    known = profiles_of(STRIKE, MORE)
    found = groups(2, weights, lambda _i, _j: -9.0)
    pairs = near(known, found, weights, Bonds(2))
    assert [(p.bits, p.joined) for p in pairs] == expected
    decided = Bonds(2)
    assert decided.part(0, 1)
    assert near(known, found, weights, decided) == ()


def test_groups_that_surely_are_one_are_asked_about_as_one() -> None:
    known = profiles_of(STRIKE, MORE, OTHER)
    weights = {(0, 1): 12.0, (0, 2): 6.0, (1, 2): 4.0}
    (pair,) = near(known, [(0, 1, 2)], weights, Bonds(3))
    assert (len(pair.left), len(pair.right), pair.bits, pair.joined) == (2, 1, 5.0, True)
    assert pair.closest == (STRIKE.mentions[0].id, OTHER.mentions[0].id)
    assert (pair.killed, pair.injured) == ((9, 40), (0, 0))


def test_copies_in_doubt_are_those_of_one_incident_that_share_much() -> None:
    words = (
        "Three people died on Monday evening when two jets struck the children's clinic beside"
        " the old citadel in Aleppo"
    )
    one = account(f"{words}, a medic said.", killed(3))
    two = account(
        f"{words.replace('Monday evening', 'Wednesday night')}, nurses told us.", killed(3)
    )
    three = account(
        "A clinic was hit and three people of the night shift are dead, we hear.", killed(3)
    )
    all_of = (one, two, three)
    dossier = Dossier(id="i", mentions=("m",), claims=tuple(c for a in all_of for c in a.claims))
    order = {a.document.id: n for n, a in enumerate(all_of)}
    (pair,) = near_copies([dossier], all_of, (), order)
    assert (pair.copy, pair.original, pair.joined) == (two.document.id, one.document.id, False)
    apart = [
        msgspec.structs.replace(dossier, claims=a.claims, id=str(n)) for n, a in enumerate(all_of)
    ]
    assert near_copies(apart, all_of, (), order) == ()
