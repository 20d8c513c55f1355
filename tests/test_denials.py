import pytest

from cenotaph.extract import denials
from cenotaph.model import Responsibility
from readings import reading_of

DENIED = [
    ("The army denied that its troops had fired on the crowd.", ("army", "army")),
    ("Russia denied that the hospital had been bombed by aircraft.", ("Russia", "Russia")),
    ("The Taliban denied any role in the attack.", ("Taliban", "Taliban")),
    ("The Syrian army denied responsibility for the shelling.", ("Syria", "Syrian army")),
    ("Rebels rejected the accusation that they had shelled the school.", ("rebels", "Rebels")),
    ("Moscow dismissed reports of the strike.", ("Russia", "Moscow")),
    ('Viktor Dorn, a Kremlin spokesman, said, "Russian forces do not fire on civilians."',
     ("Russia", "Viktor Dorn")),
    ("“We did not bomb the market,” an army spokesman said.", ("army", "army spokesman")),
    ("A spokesman for a miners' union denied that its members had been involved in the raid.",
     ("miners union", "spokesman for a miners' union")),
    ("The army denied that its aircraft had been over the city.", ("army", "army")),
    ("“We have hit no school,” foreign ministry spokeswoman Olga Brun told reporters in Ankara.",
     ("Turkey", "Olga Brun")),
    ("The Seven Star Front said it was not behind the raid.",
     ("Seven Star Front", "Seven Star Front")),
    ("“We shelled no village,” an army spokesman said in Juba.", ("South Sudan", "army spokesman")),
    ("“We have hit no clinic,” a defence ministry spokesman said.",
     ("defence ministry", "defence ministry spokesman")),
]  # fmt: skip
NOT_DENIED = [
    "The man denied murdering his wife in court.",
    "The mayor denied that three people had died.",
    "The minister did not deny that the army had shelled the village.",
    "The minister refused to deny the strike.",
    "The army confirmed that its troops had fired on the crowd.",
    "The convoy was denied entry to the shelled town.",
    "The council rejected the budget after the attack.",
    "Residents denied themselves bread during the siege.",
    "The army has not commented on the strike.",
    "The coalition has not accepted responsibility for the strike.",
    "The army spokesman told reporters in Ankara that nine had died.",
    "The mayor said he was not responsible for the fire.",
    "“We have hit the school,” an army spokesman said in Juba.",
    "“We saw no rebels at the shelled clinic,” a nurse said in Ankara.",
]


@pytest.mark.parametrize(("text", "expected"), DENIED, ids=[t for t, _ in DENIED])
def test_a_party_s_denial_stands_as_its_own_word(text: str, expected: tuple[str, str]) -> None:
    (claim,) = denials.find(reading_of(text))
    assert isinstance(claim.value, Responsibility)
    assert claim.stance == "denies"
    assert (claim.value.party, claim.speaker and claim.speaker.name) == expected
    assert claim.voice == "speaker"


@pytest.mark.parametrize("text", NOT_DENIED)
def test_other_denials_and_silence_deny_no_responsibility(text: str) -> None:
    assert list(denials.find(reading_of(text))) == []


def test_there_are_as_many_traps() -> None:
    assert len(DENIED) == len(NOT_DENIED)


def test_a_denial_names_the_mention_it_denies() -> None:
    reading = reading_of("Shelling killed four in Tarsk. The army denied the shelling.")
    (claim,) = denials.find(reading)
    assert claim.of in {m.id for m in reading.mentions}


def test_an_unowned_ministry_is_that_of_the_only_state_that_speaks() -> None:
    text = "Chad denied the raid. “We have killed no herders,” a defence ministry spokesman said."
    parties = [
        c.value.party for c in denials.find(reading_of(text)) if isinstance(c.value, Responsibility)
    ]
    assert parties == ["Chad", "Chad"]


def test_where_two_states_speak_a_ministry_is_nobody_s() -> None:
    text = (
        "Chad denied the raid. Niger said nine had died. "
        "“We have killed no herders,” a defence ministry spokesman said."
    )
    parties = [
        c.value.party for c in denials.find(reading_of(text)) if isinstance(c.value, Responsibility)
    ]
    assert parties == ["Chad", "defence ministry"]


def test_doubt_about_who_did_it_is_doubt() -> None:
    text = "The monitors questioned whether rebels had shelled the school."
    found = [(c.stance, c.value.party) for c in denials.find(reading_of(text))
             if isinstance(c.value, Responsibility)]  # fmt: skip
    assert found == [("doubts", "rebels")]
