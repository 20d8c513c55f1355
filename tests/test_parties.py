"""The names of parties across accounts: what is one party, and traps that are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.reconcile.parties import names, rivals, same_side

WORDS = st.sampled_from(
    ["the", "Russian", "Syria", "army", "forces", "Free", "Army", "Dawn", "Front", "-", "'s", "of",
     "Houthis", "rebels", "DF", "(DF)", "The", "Damascus", "Brigade", "junta", "’", "group", "s"]
)  # fmt: skip
PARTIES = st.lists(WORDS, max_size=5).map(" ".join) | st.text(max_size=12)


@pytest.mark.parametrize(
    ("said", "home", "name"),
    [
        ("the Kremlin", None, "Russia"),
        ("Moscow", None, "Russia"),
        ("Russian forces", None, "Russia"),
        ("Russia's air force", None, "Russia"),
        ("the junta", "MM", "Myanmar"),
        ("government forces", "SY", "Syria"),
        ("the Damascus government", "LB", "Syria"),
        # traps: a group called after a land, a town or its people is no state
        ("the junta", None, "the junta"),
        ("the army", "SY", "the army"),
        ("Moscow residents", "RU", "Moscow residents"),
        ("Damascus Brigade", "SY", "Damascus Brigade"),
        ("Free Syrian Army", "SY", "Free Syrian Army"),
        ("Kremlin spokesman", "RU", "Kremlin spokesman"),
        ("Syrian rebels", "SY", "Syrian rebels"),
        ("Afghan Taliban", "AF", "Afghan Taliban"),
    ],
)
def test_a_party_has_the_name_of_its_state_or_its_own(
    said: str, home: str | None, name: str
) -> None:
    assert names([said], home).of(said) == name


def test_the_army_is_the_countrys_own_where_another_account_names_that_state() -> None:
    found = names(["the army", "Syria"], "SY")
    assert found.of("the army") == "Syria"
    assert names(["the army", "Russia"], "UA").of("the army") == "the army"
    assert names(["the enemy", "Syria"], "SY").of("the enemy") == "the enemy"


@pytest.mark.parametrize(
    ("parties", "one"),
    [
        (("Houthis", "Houthi rebels", "the Houthis"), True),
        (("People's Dawn Front", "PDF", "Dawn Front"), True),
        (("Islamic State", "Islamic State group"), True),
        (("Dawn Front for Land (DFL)", "Dawn Front for Land", "DFL", "Dawn Front (DFL)"), True),
        (("Dawn Front (DFL)", "Dawn Front (DFX)"), False),
        (("Red Sun", "Blue Sun"), False),
        (("Northern Dawn Front", "Southern Dawn Front", "Dawn Front"), False),
        (("cattle herders", "cattle thieves"), False),
        (("Niger", "Nigeria"), False),
        (("South Sudan", "South Korea"), False),
    ],
)
def test_names_of_one_group_are_one_and_of_two_are_two(
    parties: Sequence[str], *, one: bool
) -> None:
    found = names(parties)
    assert (len({found.of(p) for p in parties}) == 1) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ukraine", "Ukrainian", True),
        ("Houthi", "Houthis", True),
        ("Niger", "Nigerian", False),
        ("Austria", "Australian", False),
        ("army", "rebel", False),
    ],
)
def test_a_side_is_known_by_its_states_name_not_by_its_first_letters(
    a: str, b: str, *, one: bool
) -> None:
    assert same_side(a, b) is one


@given(st.lists(PARTIES, max_size=6), st.sampled_from([None, "SY", "MM", "XX"]))
def test_any_names_are_named_once_in_any_order(parties: list[str], home: str | None) -> None:
    found = names(parties, home)
    assert found == names(reversed(parties), home)
    assert isinstance(rivals(found.of(p) for p in parties), bool)
    for party in parties:
        assert same_side(party, party)
