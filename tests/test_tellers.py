"""Who tells a figure where the grammar hides it: second cues, colons, statements, asides."""

import re

import pytest

from cenotaph.model import Span
from cenotaph.text.speech import voice_at
from readings import reading_of

# What is said of "nine", by whom; a trap beside each true case.
TOLD = [
    # A second cue goes with who spoke, not with what the first one is about.
    ("The governor said the bridge was gone but denied that nine men had died.", "governor"),
    ("Police said the convoy was late, adding that nine guards had been shot dead.", "Police"),
    ("Ada Brandt said the pumps had failed and noted that nine people had died.", "Ada Brandt"),
    (("Residents said the shelling began at dawn and that soldiers had told them "
     "nine people were dead."), "soldiers"),
    ("Police said the man called a friend and said he had shot nine people.", "man"),
    # Whoever issues a statement says what it says; whoever receives one does not.
    ("The union issued a statement saying that nine miners had been killed.", "union"),
    ("The army released a video that claimed nine rebels had been killed.", "army"),
    ("The union received a statement saying that nine miners had been killed.", "statement"),
    ("“Nine dead, four hurt, no doctor,” read the council's message.", "council"),
    # Infinitives: the first to say it, whoever is made to say it.
    ("Ivo Tarn was the first official to say that nine people had died.", "Ivo Tarn"),
    ("The bombing forced the minister to admit that nine civilians had been killed.", "minister"),
    ("The mayor used the meeting to say that nine civilians had been killed.", "mayor"),
    ("The mayor spent months denying that nine prisoners had been killed.", "mayor"),
    # Names that look like auxiliaries; names behind asides.
    ("Instead, Will said that nine people had been killed.", "Will"),
    ("It will be said that nine people were killed.", "unresolved"),
    ("General Petr Osk, the spokesman for the armed forces, said nine people were killed.",
     "Petr Osk"),
    ("Ada Moric, who has run the ward since May, says nine people were killed.", "Ada Moric"),
    ("Ada Moric (a nurse who has run the ward since May) says nine people were killed.",
     "Ada Moric"),
    ("A caller to the newspaper El Faro said nine guards were killed.", "caller"),
    # "Was quoted as saying" behind what was said, with an apposition or a medium.
    ("A bomb killed nine people, the bishop, Ivo Tarn, was quoted as saying by Radio Lom.",
     "Ivo Tarn"),
    ("A shell killed nine dockers, a medic was quoted as saying on Monday.", "medic"),
    # A clause that leads to a quotation, or goes on from one, with a verb that reports nothing.
    ("The bishop turned to the soldiers:\n\n“You killed nine of my people on Sunday.”", "bishop"),
    ("The road led to the mill:\n\n“You killed nine of my people on Sunday.”", "unresolved"),
    ("As the envoy put it, “They buried nine people and went home.”", "envoy"),
    ("“They killed nine of us in the yard,” sang the widows.", "widows"),
    ("“They killed nine of us in the yard,” the widows sang.", "widows"),
    ("“They killed nine of us in the yard.” The widows sang until dawn.", "unresolved"),
    ("Toll rises in Dorna - Ada Moric: “We counted nine dead before noon.”", "Ada Moric"),
    # Accounts and views; a pronoun without anybody before it is nobody known.
    ("By the union's count, nine miners were killed.", "union"),
    ("In the bishop's view, nine miners were killed in vain.", "bishop"),
    ("In her view, nine miners were killed in vain.", "unresolved"),
    ("In full view of the bishop's house, nine men were shot.", "narrator"),
    # What a denial tells as given is the narrator's; what it denies is the denier's.
    ("The army denied bombing the market, where nine people were killed.", "narrator"),
    (("The army rejected the accusation that it had bombed the market, where nine people were "
     "killed."), "narrator"),
    ("The army denied that nine people were killed.", "army"),
    # A body that is named as such is whom "it" means; so is an agency that quotes others.
    ("The ministry of health issued a statement on Saturday. It said nine people were killed.",
     "ministry of health"),
    ("The road was closed on Saturday. It said nine people were killed.", "unresolved"),
    # Who will not confirm a thing does not tell it; who tells it beside, does.
    ("The police could not confirm reports that nine people were killed.", "unresolved"),
    ("Neither the army nor the police would confirm that nine people were killed.", "unresolved"),
    ("The police said they could not confirm that nine people were killed.", "unresolved"),
    ("The police later confirmed that nine people were killed.", "police"),
    # Blame for what is given; a figure put by somebody in the passive.
    ("The mayor blamed separatists for the shelling that killed nine people.", "narrator"),
    ("The mayor blamed separatists for killing nine people.", "mayor"),
    ("The death toll was put at nine by rescuers.", "rescuers"),
    ("The spokesman, Abu Sefir, boasted in an audio message that nine soldiers were killed.",
     "Abu Sefir"),
    # What somebody told of loves or wants makes him nobody that "he" goes back to.
    ("Samir Lakta said his son loved the sea. He said nine people had died.", "Samir Lakta"),
    # What one answers or speaks about is told by whoever tells the rest.
    ("The mayor responded to the attack that killed nine people.", "narrator"),
    ("The mayor responded that nine people had been killed.", "mayor"),
    ("The parties disagreed over the raid that killed nine people.", "narrator"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), TOLD, ids=[t[0][:70] for t in TOLD])
def test_a_figure_is_told_by_whoever_tells_it(text: str, who: str) -> None:
    found = re.search(r"\bnine\b", text, re.IGNORECASE)
    assert found is not None
    voice, speaker = voice_at(reading_of(text), Span(start=found.start(), end=found.end()))
    assert who == (voice if speaker is None else speaker.name)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Raiders shot nine men in Vard territory, North Kivu, a local elder said.", "local elder"),
        # traps: a place or who is called like one speaks where it opens the sentence
        ("Kigali, the capital of Rwanda, said nine men were shot.", "Kigali"),
    ],
)
def test_a_place_before_who_tells_is_where_and_not_who(text: str, speaker: str) -> None:
    assert reading_of(text).speech[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Lodrin Liberation Army said it shot nine men. The army denied this.", "army"),
        ("The Lebanese army said it shot nine men. The army denied this.", "Lebanese army"),
        ("An aid group said nine men were shot. The group denied this.", "aid group"),
    ],
)
def test_the_army_is_no_rebels_whose_name_ends_so(text: str, speaker: str) -> None:
    assert reading_of(text).speech[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The mayor said six people died, while the rebels put the toll at nine.", ()),
        ("The mayor said that the rebels put the toll at nine.", ("mayor",)),
        ("The mayor said the road was shut, but doctors said nine people had died.", ()),
    ],
)
def test_a_clause_beside_is_passed_on_by_nobody(text: str, via: tuple[str, ...]) -> None:
    at = text.index("nine")
    _, speaker = voice_at(reading_of(text), Span(start=at, end=at + 4))
    assert speaker is not None
    assert speaker.via == via
