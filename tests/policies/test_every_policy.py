"""What holds whatever the policy: rows differ by the policy only, and say what was set."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import Figure, Publisher, Responsibility
from cenotaph.reconcile.policies import policies
from cenotaph.reconcile.terms import Terms
from ledgers import decision
from making import claim, injured, killed, said_by
from worked import counted, told, toll

ACCOUNTS = (
    told("Delta Herald", killed(3), injured(20), by=("Governor Marsh", "official")),
    told("Steppe Post", killed(17, None), on="2016-04-29"),
)


def test_incidents_differ_by_nothing_but_the_policy() -> None:
    seen = {name: counted(name, *ACCOUNTS) for name in policies()}
    bare = {msgspec.structs.replace(i, tolls=(), policy="") for i in seen.values()}
    assert len(bare) == 1
    assert {name: i.policy for name, i in seen.items()} == {n: f"{n}/1" for n in policies()}


def test_each_policy_counts_these_accounts_in_its_own_way() -> None:
    def ends(figure: Figure) -> tuple[int | None, ...]:
        return figure.low, figure.best, figure.high

    assert {name: ends(toll(counted(name, *ACCOUNTS))) for name in policies()} == {
        "acled": (17, 17, 17),
        "airwars": (17, None, 17),
        "aoav": (17, 17, None),
        "envelope": (17, None, None),
        "ibc": (17, None, 17),
        "latest": (17, 17, None),
        "official": (17, 17, None),
        "ucdp": (17, 17, 17),
    }


def test_what_was_set_stands_in_the_row_and_nothing_where_nothing_was() -> None:
    terms = Terms(
        threshold=0.7,
        publishers=(
            Publisher(name="Delta Herald", owner="Delta Group", reliable=True),
            Publisher(name="Volga Observer", reliable=False),
        ),
    )
    said = counted("ucdp", *ACCOUNTS, terms=terms).policy
    assert said == (
        "ucdp/1 (threshold 0.7; reliable: Delta Herald; unreliable: Volga Observer;"
        " owners: Delta Herald of Delta Group)"
    )
    assert counted("ucdp", *ACCOUNTS).policy == "ucdp/1"


def test_publishers_of_one_owner_are_one_source() -> None:
    agreed = (told("Delta Herald", killed(3)), told("Steppe Post", killed(3)))
    group = tuple(Publisher(name=n, owner="Delta Group") for n in ("Delta Herald", "steppe post"))
    assert toll(counted("envelope", *agreed)).sources == 2
    assert toll(counted("envelope", *agreed, terms=Terms(publishers=group))).sources == 1


def test_a_doubtful_claim_feeds_no_toll_and_is_noted() -> None:
    account, capture = told("Delta Herald", killed(9))
    doubtful = msgspec.structs.replace(account.claims[0], confidence=0.6)
    account = msgspec.structs.replace(account, claims=(doubtful, *account.claims[1:]))
    both = ((account, capture), told("Steppe Post", killed(3)))
    figure = toll(counted("envelope", *both, terms=Terms(threshold=0.7)))
    assert (figure.low, figure.high) == (3, 3)
    assert f"9: feeds no toll, a doubtful reading: {doubtful.id[:12]}" in figure.notes
    assert toll(counted("envelope", *both)).high == 9


def test_a_partys_own_zero_sets_no_low_even_through_its_accounts_sum() -> None:
    zero, taken = told("Delta Herald", killed(0), by=("Army", "party"))
    people, other = told("Steppe Post", killed(5), Responsibility(party="Army"))
    figure = toll(counted("envelope", (zero, taken), (people, other)))
    assert (figure.low, figure.high, figure.status) == (5, 5, "single-source")
    assert any("Army's word on its own act" in n for n in figure.notes)


@pytest.mark.parametrize("name", ["envelope", "ucdp", "acled", "aoav", "latest", "official"])
def test_a_figure_that_a_person_accepted_goes_before_others(name: str) -> None:
    one = told("Delta Herald", killed(12), by=("Dr. Ode", "medic"))
    two = told("Steppe Post", killed(9), by=("Governor Marsh", "official"), on="2016-04-28")
    three = told("Coast Mail", killed(9), on="2016-04-29")
    accounts = (one, two, three)
    assert toll(counted(name, *accounts)).best != 12
    accepted = msgspec.structs.replace(decision("accept", one[0].claims[0].id), id="d", seq=1)
    assert toll(counted(name, *accounts, decisions=(accepted,))).best == 12


def test_a_figure_whose_speaker_nobody_knows_is_noted_with_its_claim() -> None:
    account, capture = told("Delta Herald", killed(9))
    unknown = msgspec.structs.replace(account.claims[0], voice="unresolved")
    account = msgspec.structs.replace(account, claims=(unknown, *account.claims[1:]))
    figure = toll(counted("ucdp", (account, capture), told("Steppe Post", killed(3))))
    assert (figure.low, figure.high) == (3, 3)
    assert f"9: feeds no toll, nobody knows who says it: {unknown.id[:12]}" in figure.notes


@pytest.mark.parametrize(("by", "low"), [(None, 4), ("the mayor", 2)])
def test_what_one_voice_tells_below_its_own_figure_is_some_of_them(
    by: str | None, low: int
) -> None:
    account, taken = told("Delta Herald", killed(4))
    below = claim(account.document, killed(2), about=account.mentions[0].id, start=12, end=19)
    below = msgspec.structs.replace(below, sentence=below.evidence)
    if by is not None:
        below = said_by(msgspec.structs.replace(account, claims=(below,)), by).claims[0]
    both = msgspec.structs.replace(account, claims=(*account.claims, below))
    figure = toll(counted("envelope", (both, taken)))
    assert (figure.low, figure.high, below.id in figure.claims) == (low, 4, True)
