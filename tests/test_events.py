"""Event mentions: their kind, and which of them are one event."""

from __future__ import annotations

import pytest

from cenotaph.model import Mention
from cenotaph.text.making import mention_for
from readings import reading_of

KINDS = {
    "A car bomb exploded.": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "A roadside bomb exploded.": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "The bombing of the market went on.": ("Explosions/Remote violence", None),
    "A suicide bombing hit the market.": (
        "Explosions/Remote violence",
        "Remote explosive/landmine/IED",
    ),
    "Planes bombed the market.": ("Explosions/Remote violence", None),
    "Shelling began at dawn.": (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    ),
    "An airstrike hit the bridge.": ("Explosions/Remote violence", "Air/drone strike"),
    "The troops clashed with rebels.": ("Battles", "Armed clash"),
    "Gunmen kidnapped the priest.": (
        "Violence against civilians",
        "Abduction/forced disappearance",
    ),
    "Marchers held a protest.": ("Protests", "Peaceful protest"),
    "The bus crash blocked the road.": ("Accident or disaster", None),
}

ONE = (
    "A bomb went off in Basra on Monday, killing four. The attack also wounded nine people.",
    "Gunmen killed three men in Gao. The killing was condemned. The shooting lasted an hour.",
    "Two boys were shot on Friday. They were shot from a car, police said.",
    "Gunmen shot dead Jorge Orlo Vasar, a judge, on Monday. Nobody claimed Orlo Vasar's murder.",
    "Raiders killed the farmer Ivo Tarn in Mopti. The murder of Tarn was condemned.",
    "A blast killed 12 people in Idlib. Three more died in a hospital in Aleppo.",
    "A blast killed 12 people in Kharkiv. Officials in Kyiv said the shelling killed 15.",
    "A blast killed 12 people in Kharkiv. Officials in Kyiv said shelling killed 15.",
    "Shells hit Kharkiv, killing three. Shelling killed four people in Chuhuiv.",  # 35 km away
    "A blast killed 12 people in Homs. A blast killed 12 people in Aleppo, a paper wrote.",
    "A man was shot on Sunday. On 3 May the shooting was told to the police.",
    "A shooting shook Gao. A driver was arrested on 12 May. Nine people were killed on 9 May.",
    "A woman died on Saturday, a week after she was shot. She was hit by gunfire on 16 April.",
    "A boy died on 23 April after being shot on 16 April. The boy was hit by gunfire on 16 April.",
    "Two were shot in Gao. In addition to the man who died, a woman was taken to hospital.",
)
TWO = (
    "Raiders killed the farmer Ivo Tarn in Mopti. The murder of Ana Ruiz was never solved.",
    "A bomb killed four people in Basra on Monday. In a separate attack, gunmen shot two men.",
    "Two men were shot in Gao on Monday. On Tuesday three women were shot in Mopti.",
    "A car bomb killed 12 people in Idlib. Shelling killed two in Daraa.",
    "Rockets hit Kharkiv, killing three people. Missiles hit Odesa, killing five.",
    "Gunmen killed nine people in Kano on Friday. Raiders killed two in Maiduguri.",
    "A blast killed four people in Homs on Friday. In 2009 an attack there killed 60 people.",
    "A girl was shot dead in Gao on 19 June. On 17 May a man was shot in the leg in Gao.",
    "Elsewhere, a mine killed two boys. The mayor had been shot on 4 May 1998 in another town.",
)


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_word_for_an_event_gives_its_kind(text: str, kind: tuple[str, str | None]) -> None:
    found = [(m.event_type, m.sub_event_type) for m in reading_of(text).mentions]
    assert kind in found


# A word for an event tells of one that took place, or only of a thing, a wish or a habit.
TOOK_PLACE = (
    "A bomb went off in Basra on Monday.",
    "Raiders threw three grenades at the town hall.",
    "Rockets fell on the market of Gao.",
    "Two explosions were heard in Homs.",
    "The attack on the clinic lasted an hour.",
    "Planes bombed the bridge on Friday.",
    "Troops raided the town hall on Friday.",
)
NONE_TOOK_PLACE = (
    "Police seized twelve grenades in Basra on Monday.",
    "Officials called hunger worse than any bomb.",
    "The bishop asked for an end to the bombings.",
    "The envoy urged them to halt the attacks.",
    "They shell the villages, she said.",
    "The priest spoke of violence in the towns.",
    "Engineers bought mortars from abroad.",
)


@pytest.mark.parametrize("text", TOOK_PLACE)
def test_a_word_tells_of_an_event_that_took_place(text: str) -> None:
    assert any(m.told for m in reading_of(text).mentions)


@pytest.mark.parametrize("text", NONE_TOOK_PLACE)
def test_a_word_for_a_thing_a_wish_or_a_habit_tells_of_none(text: str) -> None:
    assert not any(m.told for m in reading_of(text).mentions)


@pytest.mark.parametrize(
    "text",
    ["Nine men died in a coal mine near Tula.", "Riot police stood by.", "The mine shaft is shut."],
)
def test_a_pit_and_police_for_riots_are_no_event(text: str) -> None:
    kinds = {m.event_type for m in reading_of(text).mentions}
    assert not kinds & {"Explosions/Remote violence", "Riots"}


@pytest.mark.parametrize("text", ONE)
def test_mentions_of_one_event_are_joined(text: str) -> None:
    assert len({m.event for m in mentions(text)}) == 1


@pytest.mark.parametrize("text", TWO)
def test_another_day_place_or_word_for_it_makes_another_event(text: str) -> None:
    assert len({m.event for m in mentions(text)}) == 2


def test_an_event_bears_the_id_of_its_first_mention() -> None:
    first = mentions(ONE[0])[0]
    assert {m.event for m in mentions(ONE[0])} == {first.id}


def test_what_happened_years_ago_is_background() -> None:
    found = mentions("A blast killed four in Homs on Friday. In 2009 an attack killed 60 people.")
    assert [m.background for m in found if "2009" in _sentence(found[-1])] == []
    assert found[0].background is False
    assert found[-1].background is True


def test_a_claim_hangs_on_the_mention_nearest_in_its_sentence() -> None:
    reading = reading_of("A bomb went off in Basra. Four people died there.")
    died = reading.mentions[-1]
    assert mention_for(reading, died.span) == died


def test_a_claim_in_a_sentence_without_events_hangs_on_the_one_before() -> None:
    reading = reading_of("A bomb went off in Basra. The mayor spoke of a dark day.")
    span = reading.sentences[1].span
    assert mention_for(reading, span) == reading.mentions[-1]


def test_an_account_without_events_has_no_mention() -> None:
    reading = reading_of("The council met to approve the budget.")
    assert reading.mentions == ()
    assert mention_for(reading, reading.sentences[0].span) is None


def mentions(text: str) -> tuple[Mention, ...]:
    return reading_of(text).mentions


def _sentence(mention: Mention) -> str:
    return mention.event_type


TOLD_BESIDE = {  # the second event of a sentence: its figures, and whether it is background
    "Two men were shot dead in Gao on Tuesday, a day after a bomb killed nine in Mopti.": False,
    "Two men were shot dead in Gao on Tuesday, two years after a bomb killed nine there.": True,
    "Two guards were shot hours after an ambush left seven officers dead.": False,
    "Gunmen killed two guards in Gao on Monday; a mine killed five boys in Mopti.": False,
    "Two men were shot dead on Monday, and raiders killed four women on Sunday.": False,
    "Raiders killed two guards at the scene of an earlier killing.": True,
    "A guard was shot dead on Monday in revenge for an earlier raid.": True,
    "Two guards were killed in Gao after an earlier raid left six dead.": True,
    "A baker was shot dead in Gao, the day after the bomb that left one dead and nine hurt.": False,
    "Two boys were shot dead in Gao. It came a day after rockets killed four in Mopti.": False,
    "Two boys were shot dead in Gao. The next day, raiders killed four women in Mopti.": False,
    "The raid was the deadliest in Gao since two mines killed 41 people in March 2014.": True,
}
TOLD_ON = (  # traps: more of one event
    "Two men died in Gao on Tuesday, a day after gunmen shot them.",
    "The toll rose to 12 on Tuesday, a day after a bomb killed nine people in Mopti.",
    "A bomb killed nine people on Monday, and two of the wounded died on Tuesday.",
    "A blast killed nine people in Mopti on Monday; the blast killed nine, a doctor said Tuesday.",
    "Minutes after a bomb killed four people in Gao, a mine killed two medics.",
    "Three people were killed in Gao on Monday and two others in Mopti.",
    "Protesters marched on Tuesday, a day after police shot dead two students in Mopti.",
    "Two men were shot dead in Gao, and five were wounded.",
    "Two weeks after a massacre in which six people were killed, police arrested a man.",
    "Police killed a gunman in Gao, hours after he shot dead five people.",
    "Two people are dead a day after a gunman wounded five people in Gao.",
    "Five people remain in hospital a day after a bomb killed nine people in Gao.",
    "A bomb killed nine people in Gao. The next day two of the wounded died.",
    "A bomb killed nine people in Gao. The next day, police said the bomb had killed nine.",
    "A man was shot dead in Gao. Shops shut after the night before when one man was killed.",
    "The raid, the deadliest in Gao since March 2014, killed 41 people.",
)


@pytest.mark.parametrize(("text", "background"), TOLD_BESIDE.items())
def test_a_clause_that_plainly_tells_of_another_event_has_its_own(
    text: str, *, background: bool
) -> None:
    found = mentions(text)
    assert len({m.event for m in found}) == 2
    assert {m.background for m in found if m.event == found[0].event} == {False}
    assert {m.background for m in found if m.event != found[0].event} == {background}


@pytest.mark.parametrize("text", TOLD_ON)
def test_a_clause_that_tells_on_has_none(text: str) -> None:
    assert len({m.event for m in mentions(text)}) == 1


def test_a_figure_told_again_beside_other_people_is_of_the_same_event() -> None:
    found = mentions(
        "A bomb killed nine people in Mopti on Monday. Two men were shot on Tuesday, a day after "
        "the blast killed nine."
    )
    assert found[-1].event == found[0].event


@pytest.mark.parametrize(
    "deed", ["victims of a truck bomb that had killed nine people", "a man who had drowned"]
)
def test_a_deed_of_the_day_before_below_words_that_hurt_nobody_is_another_event(deed: str) -> None:
    found = mentions(
        f"Rebels shot two guards dead in Gao on Friday as they came from the wake for {deed} a day "
        "earlier."
    )
    assert found[-1].event != found[0].event


def test_an_earlier_raid_that_is_what_a_sentence_tells_stays_background() -> None:
    found = mentions("A bomb killed nine people on Monday. Two guards died in an earlier raid.")
    assert found[-1].background
    assert not found[0].background


def test_what_is_told_beside_an_old_event_is_as_old() -> None:
    found = mentions(
        "MOPTI, 3 May 2021 -- Two men were shot dead. On 4 June 2015 raiders killed nine farmers, "
        "a day before soldiers killed six fishermen."
    )
    assert [m.background for m in found if m.event != found[0].event] == [True, True]


RECALLED = (
    "The mayor opened a bridge. Two ministers came. Police held a man for the murder of Ana Ruiz.",
    "The war went on. Two ministers came. Shops shut. Police held a man for Ana Ruiz's murder.",
    "TARSK, 3 May 2021 -- Two men were shot. On 4 June 2015 raiders had killed nine people there.",
)
TOLD = (
    "The mayor opened a bridge. Two ministers came. They condemned the murder of Ana Ruiz.",
    "Two ministers came. Shops shut. The dispute resulted in the death of Ana Ruiz.",
    "Police held a man in connection with the murder of Ana Ruiz.",
    "Two ministers came. Shops shut. They spoke of Ana Ruiz's murder. Ruiz was shot on Monday.",
)


@pytest.mark.parametrize("text", RECALLED)
def test_a_killing_that_only_says_what_something_is_about_is_background(text: str) -> None:
    assert [m.background for m in mentions(text)][-1]


@pytest.mark.parametrize("text", TOLD)
def test_a_killing_that_is_told_of_is_none(text: str) -> None:
    assert not any(m.background for m in mentions(text))
