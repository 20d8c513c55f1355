"""The conflicts of COUNTING 8: what is shown, by whom, how likely a mix-up; a trap beside each."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import (
    Claim,
    Conflict,
    Count,
    Dossier,
    Incident,
    People,
    Responsibility,
    Stance,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
)
from cenotaph.reconcile import reconcile
from making import HOMS, killed
from making import injured as hurt
from worked import CIVILIANS, REBELS, Told, counted, told

MEN, WOMEN = People(sex="m"), People(sex="f")
CHILDREN = People(age="children")


def of_kind(kind: str, *accounts: Told, copy: bool = False) -> list[Conflict]:
    """Return the conflicts of a kind; with `copy` the second account is a copy of the first."""
    if not copy:
        found: Incident = counted("envelope", *accounts)
    else:
        every = [a for a, _ in accounts]
        claims = tuple(c for a in every for c in a.claims)
        mentions = tuple(m.id for a in every for m in a.mentions)
        dossier = Dossier(id=mentions[0], mentions=mentions, claims=claims)
        copies = ((every[1].document.id, every[0].document.id),)
        captures = [c for _, c in accounts]
        found = reconcile([dossier], every, captures, (), copies_of=copies).incidents[0]
    return [c for c in found.conflicts if c.kind == kind]


def only(kind: str, *accounts: Told, copy: bool = False) -> Conflict:
    (conflict,) = of_kind(kind, *accounts, copy=copy)
    return conflict


def parts(publisher: str, whole: Toll, *some: Toll) -> Told:
    """Return an account that gives a whole and parts of it."""
    account, capture = told(publisher, whole, *some)
    first, *rest = account.claims
    tied = [
        msgspec.structs.replace(c, part_of=first.id) if isinstance(c.value, Toll) else c
        for c in rest
    ]
    return msgspec.structs.replace(account, claims=(first, *tied)), capture


def stance(story: Told, taken: Stance, **more: object) -> Told:
    """Return an account whose first claim takes another stance."""
    account, capture = story
    first, *rest = account.claims
    first = msgspec.structs.replace(first, stance=taken, **more)
    return msgspec.structs.replace(account, claims=(first, *rest)), capture


def documents(conflict: Conflict, *accounts: Told) -> set[str]:
    of: dict[str, Claim] = {c.id: c for a, _ in accounts for c in a.claims}
    return {of[i].document for i in conflict.claims}


def test_figures_that_do_not_meet_name_both_sources_and_lead_to_both_sentences() -> None:
    one = told("Delta Herald", killed(3), by=("Governor Marsh", "official"))
    two = told("Steppe Post", killed(17, None))
    found = only("ranges apart", one, two)
    assert found.text == (
        "killed: 3 (Delta Herald: Governor Marsh) against at least 17 (Steppe Post);"
        " no slip of digits between the two"
    )
    assert len(documents(found, one, two)) == 2
    assert of_kind("ranges apart", one, told("Steppe Post", killed(2, None))) == []


def test_every_source_of_a_figure_is_in_one_conflict() -> None:
    three = [told(p, killed(3)) for p in ("Delta Herald", "Coast Mail")]
    more = [told(p, killed(17)) for p in ("Steppe Post", "Volga Observer", "Harbor Mail", "Echo")]
    found = only("ranges apart", *three, *more)
    assert found.text.count("1 more") == 1
    assert len(documents(found, *three, *more)) == 6


@pytest.mark.parametrize(
    ("a", "b", "likely"),
    [(31, 13, True), (17, 170, True), (117, 17, True), (3, 13, False), (13, 14, False)],
)
def test_digits_exchanged_dropped_or_doubled_are_a_likely_slip(
    a: int, b: int, *, likely: bool
) -> None:
    found = only("ranges apart", told("Delta Herald", killed(a)), told("Steppe Post", killed(b)))
    assert ("likely a mix-up" in found.text) is likely


def test_figures_for_some_people_say_for_whom() -> None:
    one, two = (told(p, killed(n, people=CHILDREN)) for p, n in (("A", 3), ("B", 5)))
    assert any(c.text.startswith("killed (children): 3") for c in of_kind("ranges apart", one, two))


def test_one_account_against_itself_names_its_speakers() -> None:
    account, capture = told("Delta Herald", killed(3), by=("Governor Marsh", "official"))
    other, _ = told("Delta Herald", killed(17), by=("Dr. Ode", "medic"))
    claim = msgspec.structs.replace(
        other.claims[0], document=account.document.id, about=account.mentions[0].id, part_of=None
    )
    both = (msgspec.structs.replace(account, claims=(*account.claims, claim)), capture)
    found = only("account against itself", both)
    assert "3 (Delta Herald: Governor Marsh) against 17 (Delta Herald: Dr. Ode)" in found.text
    assert found.text.endswith("no slip of digits between the two")
    assert of_kind("account against itself", (account, capture)) == []


def test_a_copy_that_changed_a_number_is_a_likely_mix_up() -> None:
    one, two = told("Delta Herald", killed(3)), told("Steppe Post", killed(5))
    assert "likely a mix-up: a copy" in only("copy changed", one, two, copy=True).text
    newer = told("Steppe Post", killed(5), on="2016-04-29")
    assert "possibly an update" in only("copy changed", one, newer, copy=True).text
    same = told("Steppe Post", killed(3))
    assert of_kind("copy changed", one, same, copy=True) == []


def test_the_number_of_the_dead_as_that_of_the_injured_is_a_mix_up() -> None:
    dead, harmed = told("Delta Herald", killed(17)), told("Steppe Post", hurt(17))
    found = only("same number other outcome", dead, harmed)
    assert found.text == (
        "17 killed (Delta Herald), 17 injured (Steppe Post):"
        " a likely mix-up: neither account gives the other figure"
    )
    assert len(documents(found, dead, harmed)) == 2


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ((killed(3),), (hurt(3),), "a possible mix-up"),
        ((killed(3), hurt(2)), (killed(2), hurt(3)), "exchange two numbers"),
        ((killed(17),), (killed(3), hurt(17)), "a likely mix-up"),
        # three dead and three injured, and both say so
        ((killed(3), hurt(3)), (killed(3), hurt(3)), None),
        ((killed(17),), (killed(17), hurt(17)), None),
        ((killed(17), hurt(17)), (hurt(17),), None),
        # small numbers meet by chance
        ((killed(2),), (killed(3), hurt(2)), None),
        ((killed(1),), (hurt(1),), None),
        ((killed(17),), (hurt(18),), None),
    ],
)
def test_how_likely_a_mix_up_is_follows_from_what_else_the_accounts_give(
    one: tuple[Toll, ...], two: tuple[Toll, ...], said: str | None
) -> None:
    found = of_kind("same number other outcome", told("A", *one), told("B", *two))
    assert bool(found) is (said is not None)
    assert all(said in c.text for c in found if said)


def test_a_part_larger_than_its_whole_is_a_conflict_with_both_claims() -> None:
    account = parts("A", killed(3), killed(5, people=CHILDREN))
    found = only("part exceeds whole", account)
    assert found.text == "5 (children) among 3: likely a mix-up"
    assert len(found.claims) == 2
    assert of_kind("part exceeds whole", parts("A", killed(5), killed(5, people=CHILDREN))) == []
    assert of_kind("part exceeds whole", parts("A", killed(3, None), killed(5))) == []
    several = parts("A", killed(None, None), killed(5, people=CHILDREN))
    assert of_kind("part exceeds whole", several) == []


def test_parts_that_share_nobody_exceed_the_whole_in_sum() -> None:
    men, women, children = (
        killed(9, people=MEN),
        killed(8, people=WOMEN),
        killed(8, people=CHILDREN),
    )
    found = only("part exceeds whole", parts("A", killed(15), men, women))
    assert found.text == "9 (male) and 8 (female) among 15: likely a mix-up"
    assert of_kind("part exceeds whole", parts("A", killed(17), men, women)) == []
    assert of_kind("part exceeds whole", parts("A", killed(15), men, children)) == []  # boys
    outcomes = parts("A", msgspec.structs.replace(hurt(20), outcome="casualties"), men, hurt(12))
    assert only("part exceeds whole", outcomes).text.startswith("9 (male) and 12 among 20")
    about = msgspec.structs.replace(killed(15), count=Count(low=15, high=15, approximate=True))
    assert of_kind("part exceeds whole", parts("A", about, men, killed(7, people=WOMEN))) == []


def test_two_parties_blamed_are_named_with_who_blames_them() -> None:
    one = told("A", Responsibility(party="Syria"), killed(3), by=("Mayor Ilves", "official"))
    two = told("B", Responsibility(party="Red Sun"), killed(3))
    blaming = [stance(t, "blames") for t in (one, two)]
    found = only("two parties", *blaming)
    assert found.text == "held responsible: Red Sun (by the account); Syria (by Mayor Ilves)"
    assert len(documents(found, *blaming)) == 2


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("Syria", "Russia", True),
        ("Red Sun", "Blue Falcon Brigades", True),
        ("rebels", "Syria", True),
        ("the army", "Red Sun", True),
        ("Syrian Air Force", "Free Syrian Army", True),
        ("Damascus Brigade", "Syria", True),
        ("Russia", "the Kremlin", False),
        ("Russian forces", "Moscow", False),
        ("the junta", "Syria", False),  # the incident is in Aleppo
        ("the army", "Syria", False),
        ("rebels", "Red Sun", False),
        ("Houthis", "Houthi rebels", False),
        ("People's Dawn Front", "PDF", False),
        ("People's Dawn Front", "Dawn Front", False),
    ],
)
def test_two_names_of_one_party_are_no_two_parties(a: str, b: str, *, two: bool) -> None:
    accounts = [stance(told(p, Responsibility(party=p)), "blames") for p in (a, b)]
    assert bool(of_kind("two parties", *accounts)) is two


def test_a_denial_stands_beside_the_blame_of_the_same_party_only() -> None:
    blame = stance(told("A", Responsibility(party="Russian forces"), killed(3)), "blames")
    other = stance(told("B", Responsibility(party="Red Sun"), killed(3)), "blames")
    said = told("C", Responsibility(party="the Kremlin"), by=("Oleg Marin", "party"))
    denial = stance(said, "denies")
    found = only("denied", blame, other, denial)
    assert found.text == (
        "denied by Oleg Marin, of Russia; Russia is held responsible (by the account)"
    )
    assert documents(found, blame, other, denial) == {
        blame[0].document.id,
        denial[0].document.id,
    }
    assert of_kind("denied", blame, other) == []


def test_a_denial_that_anybody_was_killed_stands_beside_the_figure() -> None:
    figure = told("A", killed(3))
    denial = stance(told("B", killed(3), by=("Oleg Marin", "party")), "denies")
    found = only("denied", figure, denial)
    assert len(documents(found, figure, denial)) == 2


def test_nobody_was_there_stands_beside_named_victims_first() -> None:
    empty = told("A", Statement(topic="presence"), by=("Oleg Marin", "party"))
    named = told("B", killed(3), Victim(outcome="killed", name="Rima Haddad", age=40))
    found = only("presence disputed", empty, named)
    assert found.claims[1] == named[0].claims[1].id
    fighters = told("B", killed(3, people=REBELS))
    assert of_kind("presence disputed", empty, fighters) == []
    assert of_kind("presence disputed", empty, told("B", killed(0))) == []


def test_places_and_weapons_that_differ_lead_to_a_sentence_of_each() -> None:
    one, two = told("A", killed(3)), told("B", killed(3))
    moved = tuple(
        msgspec.structs.replace(c, value=HOMS, id=f"{c.id[:-1]}x")
        if getattr(c.value, "name", "") == "Aleppo"
        else c
        for c in two[0].claims
    )
    two = (msgspec.structs.replace(two[0], claims=moved), two[1])
    found = only("attribute", one, two)
    assert found.text in {"place: Aleppo, Homs", "place: Homs, Aleppo"}
    assert len(documents(found, one, two)) == 2
    weapons = [told(p, killed(3), Weapon(name=w)) for p, w in (("A", "mortar"), ("B", "bomb"))]
    assert len(documents(only("attribute", *weapons), *weapons)) == 2
    clinics = [told(p, Target(name=f"{p} clinic", category="hospital")) for p in ("Red", "Blue")]
    assert any("Red clinic" in c.text for c in of_kind("attribute", *clinics))
    same = [told(p, killed(3), Weapon(name="mortar")) for p in ("A", "B")]
    assert of_kind("attribute", *same) == []


def series_of(*stories: tuple[str, int, str]) -> list[Conflict]:
    """Return the conflicts of a running total: (publisher, dead so far, published)."""
    every = [
        told(publisher, killed(n, scope="cumulative", since="May"), on=day)
        for publisher, n, day in stories
    ]
    claims = tuple(c for a, _ in every for c in a.claims if isinstance(c.value, Toll))
    dossier = Dossier(id="s", mentions=(), claims=claims, scope="cumulative")
    found = reconcile([dossier], [a for a, _ in every], [c for _, c in every], ())
    return list(found.series[0].conflicts)


def test_a_running_total_never_falls_silently() -> None:
    (own,) = series_of(("A", 900, "2016-06-01"), ("A", 950, "2016-06-02"), ("A", 920, "2016-06-03"))
    assert own.kind == "series falls"
    assert own.text == (
        "950 (A, 2016-06-02), later 920 (A, 2016-06-03): the same source: a correction or a slip"
    )
    (other,) = series_of(("A", 900, "2016-06-01"), ("B", 700, "2016-06-02"))
    assert other.text.endswith("another source's count")
    assert series_of(("A", 900, "2016-06-01"), ("B", 950, "2016-06-02")) == []


def test_running_totals_of_one_day_that_do_not_meet_are_apart() -> None:
    (found,) = series_of(("A", 900, "2016-06-01"), ("B", 700, "2016-06-01"))
    assert found.kind == "ranges apart"
    assert len(found.claims) == 2
    assert series_of(("A", 900, "2016-06-01"), ("B", 900, "2016-06-01")) == []


def test_children_among_civilians_make_no_conflict_of_people() -> None:
    one = told("A", killed(9), killed(4, people=CIVILIANS))
    two = told("B", killed(2, people=CHILDREN))
    assert of_kind("ranges apart", one, two) == []
