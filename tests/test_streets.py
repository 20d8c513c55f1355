"""Streets and roles by which accounts of one incident are told from others."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.link.compare import persons, street, suspects, victims
from cenotaph.link.profile import Profile, profiles
from cenotaph.link.spelling import person
from cenotaph.link.streets import streets
from readings import reading_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the 5600 block of West Alder Street", {"alder", "5600 alder"}),
        ("at the corner of Alder and Tolland avenues", {"alder", "tolland"}),
        ("Man Shot On N. Alder St.", {"alder"}),
        ("near 14th Avenue and Northwest 62nd Street", {"14th", "62nd"}),
        ("outside the High Court in East St. Louis", set()),
        ("on a street in Maple Court Village", set()),
    ],
)
def test_streets_are_named_by_their_own_words(text: str, found: set[str]) -> None:
    assert streets(text) == found


def test_streets_agree_by_block_or_name_or_differ() -> None:
    one = told("A man was shot dead in the 400 block of Alder Street in Dover on Friday.")
    other = told("A man died after a shooting in the 400 block of N. Alder St. in Dover on Friday.")
    third = told("A man was shot dead on Alder Street in Dover on Friday.")
    far = told("A man was shot dead on Quarry Road in Dover on Friday.")
    nowhere = told("A man was shot dead in Dover on Friday.")
    assert street(one, other) == "same block"
    assert street(one, third) == "same"
    assert street(one, far) == "other"
    assert street(one, nowhere) is None


def test_a_suspect_of_the_name_of_another_accounts_victim_is_no_agreement() -> None:
    dead = told("Milo Harker was shot dead in Dover on Friday.")
    held = told("Police arrested Milo Harker after a woman was shot dead in Dover on Friday.")
    assert dead.victims == {person("Milo Harker")}
    assert held.suspects == {person("Milo Harker")}
    assert (persons(dead, held), victims(dead, held), suspects(dead, held)) == (None, None, None)
    assert victims(dead, dead) == "one"
    assert suspects(held, held) == "one"


def test_whoever_holds_an_office_is_nobody_to_link_by() -> None:
    ours = told("Ada Quist was shot dead in Dover on Friday. Sheriff Ola Brandt visited the scene.")
    theirs = told("A man was shot dead in Dover on Friday. Sheriff Ola Brandt was at the scene.")
    assert ours.persons == {person("Ada Quist")}
    assert persons(ours, theirs) is None


def told(text: str) -> Profile:
    """Return the first telling of an account, as it is compared."""
    return profiles(extract(reading_of(text)), "2021-03-08")[0]
