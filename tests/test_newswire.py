"""Newswire of a war: texts in capitals, sabotage, places that no gazetteer holds, who is behind."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import AccountIncident, Mention, Responsibility, Victim
from readings import reading_of, stories_of

WIRE = "QUITO, 16 MAR 90 (AFP) -- [TEXT] "


def told(text: str) -> tuple[AccountIncident, ...]:
    """Return what an account published on 16 March 1990 says of its incidents."""
    return stories_of(text, published="1990-03-16")


def mentions(text: str) -> list[Mention]:
    """Return the words that point at events, those of background left out."""
    return [m for m in reading_of(text).mentions if not m.background]


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas set two trucks loaded with timber and with cement on fire near Ambato.",
        "On Wednesday the rebels destroyed a bridge over the Salado River.",
        "The city was in the dark after the destruction of three pylons on Monday.",
        "Rebels machinegunned a bus on Tuesday.",
        WIRE + "REBELS MACHINEGUNNED A BUS ON TUESDAY.",
    ],
)
def test_sabotage_is_an_event(text: str) -> None:
    """So is a word that no dictionary holds in a text in capitals."""
    assert mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels set two conditions and lit a fire.",
        "On Wednesday the court destroyed their hopes.",
        "On Monday the flood destroyed a bridge.",
        "The minister spoke of the destruction of files.",
    ],
)
def test_what_destroys_no_thing_is_none(text: str) -> None:
    """What nature destroys is no act of anybody's either."""
    assert not [m for m in mentions(text) if m.event_type != "Accident or disaster"]


def test_what_has_no_parallel_in_history_is_not_past() -> None:
    """An attack is not old for being compared with all of a country's past."""
    text = "In an act without parallel in the country's history, gunmen kidnapped 31 people."
    assert mentions(text)


def test_those_who_died_of_bullet_wounds_on_another_day_are_another_incident() -> None:
    """The wounds say how they died, and nothing of an earlier harm."""
    first = "The army said that on Tuesday the rebels attacked a post near Ambato. "
    other = "Courts reported that two people died from bullet wounds in Quito on Sunday night."
    same = "Two policemen died of their wounds on Wednesday."
    assert [(i.killed.low if i.killed else None, i.first) for i in told(first + other)] == [
        (2, "1990-03-11"), (None, "1990-03-13"),
    ]  # fmt: skip
    assert [i.first for i in told(first + same)] == ["1990-03-13"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SIX PEASANTS WERE KILLED ON TUESDAY IN ARAMITA JURISDICTION.", "ARAMITA JURISDICTION"),
        ("SIX MEN WERE KILLED ON TUESDAY. THE ATTACK TOOK PLACE IN AMBATO.", "AMBATO"),
    ],
)
def test_where_it_was_in_a_text_in_capitals(text: str, place: str) -> None:
    """A tract and what "took place" somewhere are read as in running text."""
    assert [i.place.name for i in told(WIRE + text) if i.place] == [place]


def test_a_part_of_a_town_is_a_place_of_its_own() -> None:
    """It stands beside the town, whatever stands before its name."""
    text = "A bomb exploded in the exclusive La Paloma neighborhood. He lives in the Sol canton."
    names = {c.value.name for c in extract(reading_of(text)).claims if hasattr(c.value, "relation")}
    assert names == {"La Paloma neighborhood"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Buses were burned on Monday by men thought to be Blue Star militants.", "Blue Star"),
        ("Gunmen paid by the Riverton Cartel killed three judges.", "Riverton Cartel"),
        ("Gunmen who fled the Riverton Cartel killed three judges.", None),
        ("Buses were burned on Monday by men thought to be drunk.", None),
    ],
)
def test_who_stands_behind_those_who_did_it(text: str, party: str | None) -> None:
    """Whose people they were is blame; what they fled or drank is none."""
    claims = extract(reading_of(text)).claims
    parties = [c.value.party for c in claims if isinstance(c.value, Responsibility)]
    assert parties == ([] if party is None else [party])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Luis Prado, Ana Ruiz, and Pedro Arce were injured.", 3),
        ("Luis Prado, a nurse, and Pedro Arce were injured.", 2),
        (WIRE + "A BOMB EXPLODED. INJURED WERE: LUIS PRADO, 34; ANA RUIZ, 21; JO SOL, 7.", 3),
        (WIRE + "A BOMB EXPLODED. INJURED WERE FARMERS AND WOMEN.", 0),
        ("A bomb exploded. The injured were named as policemen Luis Prado and Ana Ruiz.", 2),
        ("A bomb exploded. The accused were named as policemen Luis Prado and Ana Ruiz.", 0),
    ],
)
def test_each_of_a_list_of_names_is_one_person(text: str, names: int) -> None:
    """A name in full behind a name is another person, though the parse takes it for the same."""
    claims = extract(reading_of(text)).claims
    assert len({c.value.name for c in claims if isinstance(c.value, Victim)}) == names
