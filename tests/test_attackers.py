"""The dead are everybody: who leaves out the dead attacker contradicts nobody who counts him."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.extract import extract
from cenotaph.model import Count, Incident, People, Responsibility, Toll
from cenotaph.reconcile.accounts import stories
from making import killed
from readings import reading_of
from worked import Told, counted, told, toll

ATTACKERS = People(roles=("attacker",))


def beside(publisher: str, others: int, attackers: int = 1, **how: str) -> Told:
    """Return an account of those killed and, in so many words, of the dead attackers."""
    return told(publisher, killed(others), killed(attackers, people=ATTACKERS), **how)  # type: ignore[arg-type]


def among(publisher: str, whole: int, attackers: int = 1) -> Told:
    """Return an account that counts attackers among the dead: "twelve, including the bomber"."""
    account, capture = told(publisher, killed(whole), killed(attackers, people=ATTACKERS))
    first, second, *rest = account.claims
    second = msgspec.structs.replace(second, part_of=first.id)
    return msgspec.structs.replace(account, claims=(first, second, *rest)), capture


def ends(incident: Incident) -> tuple[int | None, int | None, str]:
    figure = toll(incident)
    return figure.low, figure.high, figure.status


def hints(incident: Incident) -> list[str]:
    return [c.text for c in incident.conflicts if "counts" in c.text]


def test_four_and_five_are_one_toll_where_the_gunman_died() -> None:
    told_ = (beside("Delta Herald", 4), told("Steppe Post", killed(4)))
    incident = counted("envelope", *told_, told("Coast Mail", killed(5)))
    assert ends(incident) == (5, 5, "agreed")
    assert toll(incident).sources == 3
    assert not [c for c in incident.conflicts if c.kind == "ranges apart"]
    (hint,) = hints(incident)
    assert hint == (
        "killed: 4 (Steppe Post) and 5 (Coast Mail; Delta Herald) can both hold: one account counts"
        " the attacker, the other does not"
    )


def test_what_was_said_stands_as_it_was_said() -> None:
    incident = counted("envelope", among("Delta Herald", 5), told("Steppe Post", killed(4)))
    said = {r.count for r in incident.reports if r.people == People()}
    assert said == {Count(low=4, high=4), Count(low=5, high=5)}
    assert any(
        n.startswith("4 (Steppe Post, 2016-04-28): leaves out") for n in toll(incident).notes
    )
    (hint,) = [c for c in incident.conflicts if "counts" in c.text]
    documents = {c.document for a in (among("Delta Herald", 5), told("Steppe Post", killed(4)))
                 for c in a[0].claims if c.id in hint.claims}  # fmt: skip
    assert len(documents) == 2


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        # no account tells of a dead attacker: they differ
        ((told("A", killed(4)), told("B", killed(5))), (4, 5, "contested")),
        # by more than the attackers
        ((among("A", 6), told("B", killed(4))), (4, 6, "contested")),
        # the lower one counts him already
        ((among("A", 4), told("B", killed(5))), (4, 5, "contested")),
        # who gives the same figure needs no attacker, who gives more is not explained by one
        ((among("A", 5), told("B", killed(5)), told("C", killed(6))), (5, 6, "contested")),
        # three attackers, of whom one account knows two
        ((among("A", 11, 3), told("B", killed(9))), (11, 11, "agreed")),
        # a later report without him is no fall
        ((among("A", 5), told("B", killed(4), on="2016-04-30")), (5, 5, "agreed")),
        # one that is open holds with him as it is
        ((among("A", 5), told("B", killed(4, None))), (4, None, "agreed")),
    ],
)
def test_figures_meet_by_as_many_attackers_as_died(
    accounts: tuple[Told, ...], expected: tuple[int, int | None, str]
) -> None:
    assert ends(counted("envelope", *accounts)) == expected


def test_a_suicide_attack_has_a_dead_attacker_though_nobody_counts_him() -> None:
    def of(words: str) -> Incident:
        stories = []
        for publisher, number in (("A", 11), ("B", 12)):
            account, capture = told(publisher, killed(number))
            text = words.ljust(len(account.document.text))
            document = msgspec.structs.replace(account.document, text=text)
            stories.append((msgspec.structs.replace(account, document=document), capture))
        return counted("envelope", *stories)

    assert ends(of("A suicide bombing killed them.")) == (12, 12, "agreed")
    assert ends(of("A bombing killed them.")) == (11, 12, "contested")
    assert ends(of("A would-be suicide bomber killed them.")) == (11, 12, "contested")


def test_attackers_of_another_outcome_widen_nothing() -> None:
    hurt = msgspec.convert(
        {"is": "Toll", "outcome": "injured", "count": {"low": 1, "high": 1},
         "people": {"roles": ["attacker"]}}, Toll)  # fmt: skip
    one = told("A", killed(4), hurt, Responsibility(party="Red Sun"))
    assert ends(counted("envelope", one, told("B", killed(5)))) == (4, 5, "contested")


@pytest.mark.parametrize(
    ("policy", "low", "best", "high"),
    [
        ("envelope", 5, 5, 5),  # COUNTING 25: everybody
        ("ucdp", 5, 5, 5),  # 26: best is a figure that an account gives
        ("acled", 5, 5, 5),  # 27: all fatalities; four is no more conservative
        ("ibc", 4, None, 5),  # 28: a minimum without him, a maximum with him
        ("airwars", 4, None, 5),  # 29
        ("aoav", 5, 5, 5),  # 30
        ("latest", 5, 5, 5),  # 31
        ("official", 5, 5, 5),  # 31
    ],
)
def test_each_policy_counts_four_and_the_gunman(
    policy: str, low: int, best: int | None, high: int
) -> None:
    three = (among("Delta Herald", 5), told("Steppe Post", killed(4)), told("Echo", killed(4)))
    figure = toll(counted(policy, *three))
    assert (figure.low, figure.best, figure.high) == (low, best, high)
    assert figure.status != "contested"


def test_ucdp_names_an_account_that_says_its_best() -> None:
    figure = toll(counted("ucdp", among("Steppe Post", 5), told("Delta Herald", killed(4))))
    assert figure.notes[0] == "best: 5 (Steppe Post, 2016-04-28)"


def test_a_partys_word_settles_no_open_figure() -> None:
    open_ = told("Delta Herald", killed(21, None))
    said = told("Steppe Post", killed(40), by=("Red Sun", "party"))
    figure = toll(counted("envelope", open_, said))
    assert (figure.low, figure.best, figure.high) == (21, None, None)
    doctor = told("Steppe Post", killed(40), by=("Dr. Ode", "medic"))
    assert toll(counted("envelope", open_, doctor)).best == 40


@pytest.mark.parametrize(("number", "dead"), [(40, 12), (1, 13)])
def test_an_armys_count_of_its_attackers_is_its_word(number: int, dead: int) -> None:
    """COUNTING 20a: of many it boasts, of the one gunman whom it shot it knows."""
    text = f"Fighters attacked a base in Gao, killing 12 soldiers. The army said it killed {number}"
    account = extract(reading_of(f"{text} of the attackers."))
    (story,) = stories(account)
    assert story.killed is not None
    assert story.killed.low == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The group claimed the attacks that killed 127 people in Gao. Eight attackers died.", 127),
        ("Eight people were killed at a hotel in Gao. All three attackers were shot dead.", 8),
        ("Eight guests were killed at a hotel in Gao. All three attackers were shot dead.", 11),
        ("Gunmen stormed a hotel in Gao, killing six people. Four attackers were killed.", 10),
        ("Three people and two gunmen were killed in Gao.", 5),
    ],
)
def test_attackers_are_added_only_to_a_figure_without_them(text: str, dead: int) -> None:
    story = stories(extract(reading_of(text)))[0]
    assert story.killed is not None
    assert story.killed.low == dead
