"""One name a person, and who they are: made-up accounts, true and trap in turn."""

import pytest

from cenotaph.model import Span
from cenotaph.text.people import persons
from cenotaph.text.speech import voice_at
from cenotaph.text.speech_roles import role_and_side
from readings import reading_of

# text, words of the name, the unified name
NAMES = [
    ("Tomas Ferrel ran. Then Ferrel fell.", "Ferrel fell", "Tomas Ferrel"),
    ("Tomas Ferrel ran. Then Mr. Ferrel fell.", "Ferrel fell", "Tomas Ferrel"),
    ("Tomas Ferrel ran. Ada Brandt saw it. Ferrel's arm bled.", "Ferrel's arm", "Tomas Ferrel"),
    (
        "Tomas Ferrel met Peter Ferrel. Peter Ferrel was killed. Ferrel was 20.",
        "Ferrel was 20",
        "Peter Ferrel",
    ),
    ("Tomas Ferrel met Ada Brandt. Brandt wept.", "Brandt wept", "Ada Brandt"),
]


def test_another_first_name_is_another_person():
    text = "Tomas Ferrel was killed. His cousin, Qzwo Ferrel, fled."
    at = text.index("Ferrel, fled")
    found = {n.name for n in reading_of(text).names if n.span.start <= at < n.span.end}
    assert "Tomas Ferrel" not in found


@pytest.mark.parametrize(("text", "words", "name"), NAMES)
def test_one_person_has_one_name(text: str, words: str, name: str):
    at = text.index(words)
    assert name in {n.name for n in reading_of(text).names if n.span.start <= at < n.span.end}


# text, words, speaker, role, side
SPEAKERS = [
    # the one so titled, named before
    (
        "Deputy mayor Tomas Ferrel ran in. The deputy mayor said nine people died.",
        ("Tomas Ferrel", "official", None),
    ),
    (
        "Deputy mayor Tomas Ferrel ran in. A deputy mayor of Aldmoor said nine people died.",
        ("deputy mayor of Aldmoor", "official", None),
    ),
    # what an apposition said of somebody goes with the surname
    (
        "Ada Brandt, a nurse, ran in. Later, Brandt said nine people died.",
        ("Ada Brandt", "medic", None),
    ),
    (
        "Ada Brandt ran in past a nurse. Later, Brandt said nine people died.",
        ("Ada Brandt", None, None),
    ),
    # pronouns
    (
        "Ada Brandt said the road was cut. She said nine people died.",
        ("Ada Brandt", None, None),
    ),
    (
        "Mr. Ferrel met Ada Brandt's mother. She said nine people died.",
        None,
    ),
    (
        "Police sealed the road. They said nine people died.",
        ("Police", "official", None),
    ),
    (
        "Bombs fell on the road. They said nine people died.",
        None,
    ),
    (
        "Ada Brandt said her son had fled. She said nine people died.",
        ("Ada Brandt", None, None),
    ),
    (
        "Ada Brandt said a neighbor had fled. Governor Ivo Malenko came. He said nine people died.",
        ("Ivo Malenko", "official", None),
    ),
    (
        "An aid group runs the camp. The group said nine people died.",
        ("aid group", "ngo", None),
    ),
    (
        "An aid group runs the camp. A rebel group said nine people died.",
        ("rebel group", "party", "rebel"),
    ),
    # parties, and officials of countries that do not fight here
    (
        "Russian forces shelled the town. The Russian foreign minister said nine people died.",
        ("Russian foreign minister", "party", "Russia"),
    ),
    (
        "Russian forces shelled the town. The Danish foreign minister said nine people died.",
        ("Danish foreign minister", "official", "Denmark"),
    ),
    (
        "Russian forces shelled the town. Ivo Malenko, a Kremlin spokesman, said nine people died.",
        ("Ivo Malenko", "party", "Russia"),
    ),
    (
        "Rain flooded the town. Ivo Malenko, a Kremlin spokesman, said nine people died.",
        ("Ivo Malenko", "official", "Russia"),
    ),
    (
        "A rebel spokesman said nine people died.",
        ("rebel spokesman", "party", "rebel"),
    ),
    (
        "A hospital spokesman said nine people died.",
        ("hospital spokesman", "medic", None),
    ),
    (
        "The defense ministry said nine people died.",
        ("defense ministry", "party", None),
    ),
    (
        "The health ministry said nine people died.",
        ("health ministry", "official", None),
    ),
    (
        "Sources said nine people died.",
        ("Sources", "unnamed", None),
    ),
    (
        "Two survivors said nine people died.",
        ("survivors", "witness", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[r[0][:70] for r in SPEAKERS])
def test_a_speaker_has_the_name_role_and_side_that_the_account_gives(
    text: str, expected: tuple[str, str | None, str | None] | None
):
    at = text.index("nine")
    voice, speaker = voice_at(reading_of(text), Span(start=at, end=at + 4))
    if expected is None:
        assert (voice, speaker) == ("unresolved", None)
    else:
        assert speaker is not None
        assert (speaker.name, speaker.role, speaker.side) == expected


ROLES = [
    ("army doctor", "medic"),
    ("army chief", "party"),
    ("police chief", "official"),
    ("hospital director", "medic"),
    ("prison officials", "official"),
    ("a rights group", "ngo"),
    ("state television", "media"),
    ("a resident", "witness"),
    ("a militia commander", "party"),
    ("an insider", "unnamed"),
    ("a tall man", None),
    ("a lamp of brass", None),
]


@pytest.mark.parametrize(("words", "role"), ROLES)
def test_the_word_nearest_to_the_head_gives_the_role(words: str, role: str | None):
    assert role_and_side((words,), frozenset())[0] == role


def test_a_party_is_one_by_the_side_that_fights():
    words = ("the Danish foreign minister",)
    assert role_and_side(words, frozenset()) == ("official", "Denmark")
    assert role_and_side(words, frozenset({"Denmark"})) == ("party", "Denmark")


def test_what_is_said_of_a_person_is_kept_in_noun_phrases():
    reading = reading_of("Ada Brandt, a nurse in Aldmoor, was killed. Brandt was a mother of two.")
    told = persons(reading.names, reading.sentences)["Ada Brandt"].words
    assert "a nurse" in told
    assert "a mother" in told
