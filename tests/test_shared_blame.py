"""Who did it where words are shared: two states, two adjectives of one people, two verbs."""

from __future__ import annotations

import pytest

from cenotaph.extract import involvement, responsibility
from cenotaph.model import Responsibility
from cenotaph.reconcile.parties import names
from readings import reading_of


def blamed(text: str) -> list[str]:
    reading = reading_of(text)
    claims = [*responsibility.find(reading), *involvement.find(reading)]
    return [c.value.party for c in claims if isinstance(c.value, Responsibility)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Syrian and Russian aircraft bombed Idlib.", ["Syria", "Russia"]),
        ("Two died in Syrian or Russian air strikes on Idlib.", ["Syria", "Russia"]),
        ("British, French and German forces killed two.", ["United Kingdom", "France", "Germany"]),
        # traps: what stands before "and" shares no noun
        ("Fighting went on in Syria and Russian forces withdrew.", []),
        ("American and British officials blamed the Red Dawn for the raid.", ["Red Dawn"]),
    ],
)
def test_states_that_share_a_noun_are_each_blamed(text: str, want: list[str]) -> None:
    assert blamed(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Bosnian Serb forces shelled Zenica.", ["Bosnian Serbs"]),
        ("The Bosnian Serb army killed two people in Zenica.", ["Bosnian Serbs"]),
        ("Two people were killed in Bosnian Serb shelling of Zenica.", ["Bosnian Serbs"]),
        ("UN officials blamed the Bosnian Serbs for the shelling.", ["Bosnian Serbs"]),
        # traps: one country said in two words, and each by itself
        ("Saudi Arabian jets killed two people.", ["Saudi Arabia"]),
        ("South Korean soldiers killed two people.", ["South Korea"]),
        ("The Bosnian army killed two people.", ["Bosnia and Herzegovina"]),
    ],
)
def test_a_people_of_one_country_in_another_is_neither_state(text: str, want: list[str]) -> None:
    assert blamed(text) == want


def test_the_record_unifies_no_people_with_a_state() -> None:
    found = names(["Bosnian Serbs", "Bosnia and Herzegovina", "Serbian forces"], "BA")
    assert found.of("Bosnian Serbs") == "Bosnian Serbs"
    assert found.of("Serbian forces") == "Serbia"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The killings were planned and carried out by the Red Dawn.", ["Red Dawn"]),
        ("The bombing, claimed by the Red Dawn, killed two.", ["Red Dawn"]),
        ("Two were killed in the attack, which the Red Dawn claimed.", ["Red Dawn"]),
        ("Two were killed by gunmen believed to belong to the Red Dawn.", ["Red Dawn"]),
        ("The armed forces were guilty of the murders of four nuns.", ["armed forces"]),
        # traps: the same words about something else
        ("The reforms were planned and carried out by the Red Dawn.", []),
        ("The bombing, claimed by the Red Dawn to have been staged, killed two.", []),
        ("Two were killed in the attack, which the army said was staged.", []),
        ("Two were killed by gunmen believed to be drunk.", []),
        ("The armed forces were guilty of a bad plan.", []),
    ],
)
def test_deeds_that_stand_before_their_verb_blame_whoever_did_them(
    text: str, want: list[str]
) -> None:
    assert blamed(text) == want
