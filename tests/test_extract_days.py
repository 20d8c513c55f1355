import msgspec
import pytest

from cenotaph.extract import days
from cenotaph.model import When
from cenotaph.text.fates import is_later
from readings import reading_of

DATED = [
    ("Shells killed nine in Tarsk on Friday. The toll rose to ten on Monday.", ["Friday"]),
    ("The toll rose to nine. A blast hit the mill on Sunday.", ["Sunday"]),
    ("Shells hit a mill in Tarsk on Tuesday, killing four.", ["Tuesday"]),
    ("Four people were killed on Thursday night when a shell hit their bus.", ["Thursday night"]),
    ("The attack came early on Monday.", ["early on Monday"]),
    ("Sunday's bombing left nine people dead.", ["Sunday"]),
    ("A Friday morning raid killed two guards.", ["Friday morning"]),
    ("Gunfire rang out on the farm around 9 a.m. Monday.", ["9 a.m. Monday"]),
    ("Drones struck the port overnight, injuring six dockers.", ["overnight"]),
    ("Nine people died in shelling between Monday and Wednesday.", ["Monday and Wednesday"]),
    ("Two men wounded in a blast on Friday night have been released from hospital.",
     ["Friday night"]),
    ("The truck bomb went off in the depot yard late on Sunday.", ["late on Sunday"]),
    ("The army would investigate the death of two herders near Tarsk on Tuesday.", ["Tuesday"]),
    ("He has been named as the man who shot two people in Tarsk on Friday.", ["Friday"]),
    ("Shells hit women fetching water near the town on Monday morning.", ["Monday morning"]),
    ("A mine killed four herders who were crossing the river on Sunday.", ["Sunday"]),
    ("Two men were shot by police Sunday night at a store, the sheriff said.", ["Sunday night"]),
    ("Police are looking into a shooting at a bar that sent two to hospital on Sunday.",
     ["Sunday"]),
    ("Hundreds were gathered at the park Sunday when the shooting began.", ["Sunday"]),
    ("Five people were shot at a vigil Monday evening.", ["Monday evening"]),
    ("A girl was shot in Tarsk. A single round was fired about 2 a.m. Monday.", ["2 a.m. Monday"]),
    ("The boy shot in the arm Tuesday is expected to live.", ["Tuesday"]),
    ("Two farmers were killed at about 1 a.m. near the mill.", ["1 a.m."]),
    ("Two were shot. After Sunday's tragic events, schools closed.", ["Sunday"]),
    ("Two were shot. At about 9 p.m. on Friday, officers had stopped a car.",
     ["9 p.m. on Friday"]),
    ("The man was pronounced dead at noon on Monday.", ["at noon on Monday"]),
    ("He is held over the fire set in a hostel on Monday, killing four.", ["Monday"]),
    ("Two men were shot at 2:17 at a mill.", ["2:17"]),
    ("Two men were shot around 12:30 p.m. The mill is closed.", ["12:30 p.m."]),
    ("Two men were shot at a mill on 3 May 2021.", ["3 May 2021"]),
    ("Two are in critical condition after a Saturday night shooting on a farm.",
     ["Saturday night"]),
    ("Police look into the shooting from early Thursday morning at a mill.",
     ["early Thursday morning"]),
    ("A woman was hurt. Around 4 p.m. Monday, officials say they were called to a mill.",
     ["4 p.m. Monday"]),
    ("Police said around 3 p.m. Sunday, they received a call of a shooting.",
     ["3 p.m. Sunday"]),
    ("A boy was shot. Gunfire was reported outside the school on Friday.", ["Friday"]),
    ("A shooting was reported at a mill late Friday night.", ["late Friday night"]),
    ("The sheriff said on Sunday around 3 p.m., he received a call of a shooting.",
     ["Sunday around 3 p.m."]),
    ("He was seen there on 1 June, the night of the shooting.", ["1 June"]),
    ("He faces a murder charge in connection with the August 19 drive-by shooting.",
     ["August 19"]),
    ("Two were hurt in the gunfire that broke out on 2 September in a park.", ["2 September"]),
    ("He was charged in the shooting of his brother Milo Harker about 2 a.m. Monday.",
     ["2 a.m. Monday"]),
    ("The mayor escaped a bomb attack perpetrated by rebels on 6 May.", ["6 May"]),
    ("Clerks walked out to protest an attack on their hall on 3 May that left six dead.",
     ["3 May"]),
    ("Patrols have doubled since 21 June, when two guards were shot.", ["21 June"]),
    ("It was issued on 4 May, the same day Judge Ruiz was murdered.",
     ["4 May", "the same day"]),
    ("He was admitted to a clinic on Monday after having been shot in the neck.", ["Monday"]),
    ("A man called 911 on Sunday and said his nephew shot himself.", ["Sunday"]),
    ("Two were charged in the gun battle Saturday morning outside a club.",
     ["Saturday morning"]),
    ("A bomb destroyed a school located in Tarsk tonight.", ["tonight"]),
    ("The shooting ended a Tuesday night chase near Tarsk.", ["Tuesday night"]),
]  # fmt: skip
NOT_DATED = [
    "The death toll from the blast at a mill rose to 92 on Tuesday.",
    "The number of people killed at the mill reached 140 late on Friday.",
    "Police said on Tuesday that a shell had killed four people.",
    "A man was arrested on Friday over the shooting of two guards.",
    "The city has been under shelling since Monday.",
    "The funeral of the three killed in the blast will be held on Thursday.",
    "He appeared in court on Wednesday over the murder of his wife.",
    "ADEN, 4 MAY 91 (AFP) -- A mine killed two farmers.",
    "The siege lasted five days and killed many.",
    "Mourners held a vigil on Sunday for the victims of the bombing.",
    "The strike killed three, the ministry announced on Monday.",
    "The minister changed his tone today but refused again to speak of the attack.",
    "He said the strike hit a brigade, which had been formed in 2011, at its base.",
    "Troops will leave the shelled town on Saturday.",
    "The army has killed four people here since the siege of the town began in May.",
    "A total of 300 have been killed in the valley since fighting broke out in March.",
    "Mourners gathered Sunday for the man shot by police.",
    "Two men were shot. The search for the driver started on Sunday.",
    "The hearing Tuesday is expected to be short; two were shot.",
    "Two were wounded. The mayor said on Friday that the road was open.",
    "He was released Monday, days after the shooting.",
    "Two were shot. A vigil will be held at the church on Sunday.",
    "By Monday, shelling of the town had stopped.",
    "Two were shot. The mayor said at 4 p.m. Monday that he had called for calm.",
    "Two were shot. Around 4 p.m. Monday, a man was arrested and the family called.",
    "Two were shot. The mayor said at 4 p.m. Monday that troops had arrived.",
    "The shooting of two guards was reported by a newspaper on Friday.",
    "The shooting suspect was jailed from Monday.",
    "Two men were shot. 2:17 Baker tells how the fire began.",
    "Two men were shot. UPDATE @ 12:30 p.m.: the mill is closed.",
    "By Tarsk Daily // 3 May 2021 Two men were shot at a mill.",
    "Updated: Monday, 3 May 2021\n\nTwo men were shot.",
    "A child was shot. — Ana Ruiz (@anaruiz) January 5, 2017",
    "Pupils were notified Monday of the killing of their teacher.",
    "It was unclear on Monday whether the gunman had shot anybody.",
    "A shooting at a mill was reported in the paper on Friday.",
    "The sheriff said on Sunday that he received a call of a shooting.",
    "The mayor said on 1 June, the night of the vote, that two were shot.",
    "He faces a murder charge at a 19 August court hearing.",
    "The mayor said on 2 September that nine were hurt in the gunfire.",
    "He was charged with murder about 2 a.m. Monday.",
    "A band perpetrated the attack by a mill that closed on 6 May.",
    "Clerks marched on 3 May over the attack on their hall.",
    "Patrols have doubled since 21 June; two guards were shot.",
    "Prosecutors on Monday filed charges against a man who shot two guards.",
    "He admitted on Monday that he shot a guard.",
    "The gunman, who was still at large Monday, shot two guards.",
    "A man is behind bars Saturday over the shooting of two guards.",
    "The coroner on Thursday ruled that the man had been shot.",
    "The boy held the rifle that he got for Christmas and it shot his sister.",
]


def found(text: str) -> list[str]:
    claims = days.find(reading_of(text))
    return [c.value.words for c in claims if isinstance(c.value, When)]


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[t for t, _ in DATED])
def test_a_day_beside_harm_dates_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOT_DATED)
def test_the_day_of_something_else_dates_no_harm(text: str) -> None:
    assert found(text) == []


def test_there_are_as_many_days_that_date_nothing() -> None:
    assert len(DATED) == len(NOT_DATED)


def test_every_claim_quotes_its_words_and_hangs_on_a_mention() -> None:
    for text, _ in DATED:
        reading = reading_of(text)
        ids = {m.id for m in reading.mentions}
        for claim in days.find(reading):
            assert isinstance(claim.value, When)
            assert reading.document.quote(claim.evidence) == claim.value.words
            assert claim.about in ids
            assert claim.extractor == "days"


def test_a_month_is_surer_of_nothing() -> None:
    (claim,) = days.find(reading_of("Three farmers were killed in March."))
    assert claim.confidence == 0.5


def test_words_in_direct_speech_are_marked_as_quoted() -> None:
    text = "“They shelled our street today and killed my brother,” Ilan Berk said."
    (claim,) = days.find(reading_of(text))
    assert isinstance(claim.value, When)
    assert claim.value.quoted
    assert claim.voice == "speaker"


def test_the_day_of_a_claim_of_responsibility_dates_the_attack_loosely() -> None:
    first = "The Seven Star Front claimed responsibility for the attack on Thursday."
    second = "The Seven Star Front carried out the attack on Thursday."
    (loose,) = days.find(reading_of(first))
    (sure,) = days.find(reading_of(second))
    assert loose.confidence < 0.6 < sure.confidence


def test_who_comes_on_a_day_is_not_surely_what_happened() -> None:
    (loose,) = days.find(reading_of("She came home on Thursday; her sister was shot."))
    (sure,) = days.find(reading_of("The attack came on Thursday; her sister was shot."))
    assert loose.confidence <= 0.6 < sure.confidence


def test_the_day_of_an_inquiry_dates_loosely() -> None:
    (loose,) = days.find(reading_of("Police on Friday were investigating the death of a baker."))
    (sure,) = days.find(reading_of("On Friday shells hit a mill in Tarsk."))
    assert loose.confidence < 0.6 < sure.confidence


def test_an_hour_alone_gives_way_to_a_day() -> None:
    text = (
        "Around 8:30 p.m. Tuesday, a girl was shot in Tarsk. She died in the hospital shortly"
        " after 9 p.m."
    )
    told = {c.evidence.start: c for c in days.find(reading_of(text))}
    day, hour = (told[start] for start in sorted(told))
    assert hour.confidence < day.confidence
    assert "9 p.m." in text[hour.evidence.start : hour.evidence.end]


def test_of_a_sentence_that_was_not_parsed_no_word_tells_of_what_came_later() -> None:
    (sentence,) = reading_of("Five of the wounded died on Saturday.").sentences
    died = sentence.span_of(4, 4)
    assert is_later(sentence, died)
    assert not is_later(msgspec.structs.replace(sentence, tokens=()), died)
