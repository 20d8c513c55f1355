"""Who did it, in the words of newswire: groups by initials and plain words, captors; and traps."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Claim, Responsibility
from readings import reading_of

WIRE = "ZENDA, 16 MAR 90 -- [TEXT] "


def claims(text: str) -> list[Claim]:
    """Return the claims of an account."""
    return list(extract(reading_of(text)).claims)


def blamed(text: str) -> list[str]:
    """Return who is blamed or claims the deed, in reading order."""
    found = [c for c in claims(text) if c.stance != "denies"]
    return [c.value.party for c in found if isinstance(c.value, Responsibility)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("POLICE BLAMED RISING PATH FOR THE BOMBING.", "Rising Path"),
        ("TWO FARMERS DIED AS A RESULT OF A RISING PATH ATTACK AGAINST A VILLAGE.", "Rising Path"),
        ("YESTERDAY HEAVILY ARMED RISING PATH TERRORISTS SHOT TWO FARMERS.", "Rising Path"),
        ("TAMAR RIVO NATIONAL DEFENSE FRONT MOUNTAIN UNITS AMBUSHED A CONVOY OF THE ARMY.",
         "Tamar Rivo National Defense Front"),
        ("THE VORNITABLES ARE RESPONSIBLE FOR THE ATTACK ON THE MAYOR.", "Vornitables"),
        ("Police said that yesterday Red Dawn militants shot a mayor.", "Red Dawn"),
        ("The bishop said the army is accountable for the massacre.", "army"),
        ("The judge implicated members of the Red Dawn in the murder of a priest.", "Red Dawn"),
        ("Sources attributed the attack to members of the 17th Front of the Red Dawn.", "Red Dawn"),
    ],
)  # fmt: skip
def test_a_group_is_read_by_its_name(text: str, party: str) -> None:
    assert party in blamed(WIRE + text if text.isupper() else text)


def test_initials_beside_their_words_name_the_group_everywhere() -> None:
    """A dictionary may hold them: they stay in capitals, and mean the full name."""
    text = WIRE + (
        "THE MAOIST GROUP RISING REVOLUTIONARY MOVEMENT (MRR) SET OFF A BOMB.  THE DRIVER WAS "
        "KIDNAPPED BY THE MRR ON MONDAY.\n\n   WE BLAME ARNA [REPUBLICAN NATIONAL ALLIANCE] FOR "
        "THE MURDER OF THE JUDGE."
    )
    assert "Rising Revolutionary Movement (MRR)" in blamed(text)
    assert "Republican National Alliance (ARNA)" in blamed(text)


def test_plain_words_are_no_part_of_a_longer_name() -> None:
    text = WIRE + (
        "THE ARMED FORCES PRESS COMMITTEE [AFPC] SAID NOTHING.  A BUS WAS BOMBED BY THE ARMED "
        "FORCES ON MONDAY."
    )
    assert blamed(text) == ["armed forces"]


def test_a_word_beside_other_words_is_no_name_of_theirs() -> None:
    text = WIRE + "THE ARMY BLEW UP [WORDS INDISTINCT] THE BRIDGE.  THE DAWN FRONT [UP] FIRED."
    assert "UP" not in {n.name for n in reading_of(text).names}


@pytest.mark.parametrize(
    "text",
    [
        "The judge looked into Ruiz's murder.",
        "Two men are held for Commander Aurel's assassination.",
        "The church knows who is responsible for the massacre.",
        '"Now they have attacked us all," said a leader who arrived in Portugal last week.',
        "The army freed nine hostages on Monday.",
        "The rebels held a meeting about the hostages.",
        "The rebels are holding their fire in Tarsk.",
        "The minister froze the Ruritanian missile project.",
        "Reporters asked about the Iraqi missile system.",
    ],
)
def test_who_suffered_it_or_speaks_of_it_did_not_do_it(text: str) -> None:
    assert not blamed(text)


def test_whose_murder_it_is_says_who_did_it_where_the_victim_follows() -> None:
    assert blamed("The army's murder of Ruiz shocked the town.") == ["army"]


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front is still holding the senator, who was kidnapped on Monday.",
        "A priest kidnapped on Monday was released by the Dawn Front on Friday.",
        "The Dawn Front released two of the hostages on Friday.",
    ],
)
def test_who_holds_or_frees_a_hostage_took_him(text: str) -> None:
    assert "Dawn Front" in blamed(text)


def test_a_dateline_with_a_day_does_nothing_in_its_sentence() -> None:
    """Nor is a clause between dashes a dateline."""
    text = (
        WIRE + "THE DAWN FRONT TODAY DISTRIBUTED LEAFLETS CLAIMING RESPONSIBILITY FOR THE MURDER."
    )
    assert blamed(text) == ["Dawn Front"]
    shouted = "THE REBELS -- WHO DENIED IT ON 3 MAY -- SHOT A MAYOR."
    assert blamed(shouted) == ["rebels"]


def test_a_minister_who_blames_is_named_without_his_verb() -> None:
    """A word behind a title keeps its capital only where it says nothing that was done."""
    text = WIRE + "THE INTERIOR MINISTER BLAMED RISING PATH FOR THE MURDER OF TWO PEASANTS."
    (claim,) = (c for c in claims(text) if isinstance(c.value, Responsibility))
    assert claim.value == Responsibility(party="Rising Path")
    assert claim.speaker is not None
    assert claim.speaker.name == "INTERIOR MINISTER"
