"""Which names an output keeps to itself, over all accounts of a record."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import (
    WITHHELD,
    Account,
    Mark,
    Name,
    People,
    Place,
    Responsibility,
    Span,
    Speaker,
    Victim,
    quoted,
    withheld,
    withheld_names,
    without_names,
)
from making import account, killed

TEXT = "Police found Omar Haddad beside his car. Haddad was a baker."


def naming(text: str, name: str, kind: str = "person") -> Account:
    """Return an account whose reading saw that name once, where it first stands."""
    start = text.index(name)
    mark = Mark(
        span=Span(start=start, end=start + len(name)),
        value=msgspec.convert({"is": "Name", "name": name, "kind": kind}, Name),
    )
    return msgspec.structs.replace(account(text, killed(1)), marks=(mark,))


def shown(told: Account, hidden: frozenset[str]) -> str:
    whole = Span(start=0, end=len(told.document.text))
    return quoted(told, whole, withheld(told, hidden))


def test_a_name_that_one_reading_missed_is_withheld_because_another_saw_it() -> None:
    seen, missed = naming(TEXT, "Omar Haddad"), account("Omar Haddad, a baker, is dead.", killed(1))
    hidden = withheld_names((seen, missed), names=False)
    assert shown(missed, hidden) == f"{WITHHELD}, a baker, is dead."


def test_a_child_stays_unnamed_in_the_account_that_does_not_tell_the_age() -> None:
    told = account("A boy of 12 died.", Victim(outcome="killed", name="Omar Haddad", age=12))
    other = naming(TEXT, "Omar Haddad")
    assert shown(other, withheld_names((told, other), names=True)).startswith(
        f"Police found {WITHHELD} beside"
    )
    assert shown(other, withheld_names((other,), names=True)) == TEXT


def test_who_speaks_in_public_is_named_and_a_victim_is_not_even_so() -> None:
    told = naming("Mayor Anna Koval spoke of one dead.", "Anna Koval")
    speaker = Speaker(name="Anna Koval", role="official")
    said = msgspec.structs.replace(told.claims[0], voice="speaker", speaker=speaker)
    told = msgspec.structs.replace(told, claims=(said,))
    assert withheld_names((told,), names=False) == frozenset()
    hurt = account("Anna Koval was hurt.", Victim(outcome="injured", name="Anna Koval"))
    assert withheld_names((told, hurt), names=False) == {"Anna Koval"}


def test_what_one_account_knows_as_an_organization_is_nobodys_name() -> None:
    mistaken = naming("The Dawn Front fired.", "Dawn Front")
    right = naming("The Dawn Front fired again.", "Dawn Front", "organization")
    assert withheld_names((mistaken,), names=False) == {"Dawn Front"}
    assert withheld_names((mistaken, right), names=False) == frozenset()


@pytest.mark.parametrize(
    "value",
    [
        Responsibility(party="Omar Haddad"),
        Victim(outcome="killed", name="Omar Haddad"),
        killed(1, people=People(words="the brother of Omar Haddad")),
        (Speaker(name="Omar Haddad", role="witness"),),
    ],
)
def test_a_name_is_taken_out_however_deep_it_stands(value: object) -> None:
    printed = repr(without_names(value, frozenset({"Omar Haddad"})))
    assert "Haddad" not in printed
    assert WITHHELD in printed


def test_a_place_keeps_a_name_that_a_person_has_too() -> None:
    place = Place(name="Santiago", geonames="1", precision="town")
    assert without_names(place, frozenset({"Santiago"})) == place


def test_a_part_of_a_longer_word_or_name_is_left_alone() -> None:
    words = "Ann Arbor, Annex"
    assert without_names(words, frozenset({"Ann Arbo", "nnex", "Arbor, Ann"})) == words
