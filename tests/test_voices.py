"""Whose word a figure is: one made-up sentence each, its figure "nine"."""

import re

import pytest

from cenotaph.model import Span
from cenotaph.text.speech import voice_at
from cenotaph.text.speech_roles import side_of
from readings import reading_of

# sentence, who says "nine": "narrator", "unresolved" or a speaker's name
VOICES = [
    ("Police are investigating reports that nine people died.", "unresolved"),
    ("Police are investigating the deaths of nine people.", "narrator"),
    ("Officials fear the toll, now nine, could rise.", "Officials"),
    ("The army, which denies targeting civilians, killed nine people.", "narrator"),
    ("Nine people were killed by soldiers who said they were rebels.", "narrator"),
    ("Police arrested a man who told them he had killed nine people.", "man"),
    ("Police identified nine of the victims on Monday.", "narrator"),
    ("Police identified the nine victims as farmers.", "narrator"),
    ("Police arrested a man suspected of killing nine people.", "narrator"),
    ("The man is charged with killing nine people.", "narrator"),
    ("Prosecutors say the man killed nine people.", "Prosecutors"),
    ("The court heard that the man had killed nine people.", "court"),
    ("A court ruled that the army had killed nine people.", "court"),
    ("The president expressed condolences to the families of the nine dead.", "narrator"),
    ("The president vowed to punish those who killed nine people.", "narrator"),
    ("The UN called for an inquiry into the killing of nine people.", "narrator"),
    ("Residents fled after soldiers killed nine people.", "narrator"),
    ("Residents said they fled after soldiers killed nine people.", "Residents"),
    ("Asked about the nine dead, the general said nothing.", "narrator"),
    ("The group claimed responsibility for the attack, which killed nine people.", "narrator"),
    ("The group claimed that the attack killed nine people.", "group"),
    ("The ministry claimed nine soldiers had been killed.", "ministry"),
    ("Nine soldiers were killed, the ministry claimed.", "ministry"),
    ("The general denied that nine civilians had been killed.", "general"),
    (
        "Nine people have been killed since Monday, when the army said it would withdraw.",
        "narrator",
    ),
    ("The strike came hours after the army said it had killed nine rebels.", "army"),
    ("The strike, which the army said had killed nine rebels, hit a school.", "army"),
    ("Police said a bus hit a mine. Nine people were killed.", "narrator"),
    ("The mayor wrote on Facebook that a bus hit a mine, killing nine people.", "mayor"),
    ("State media reported a blast that killed nine people.", "State media"),
    ("Footage showed nine bodies.", "narrator"),
    ("Satellite images of the port show that nine people were killed there.", "narrator"),
    ("Police said footage showed nine people had been shot.", "Police"),
    ("A police report showed that nine people had been shot.", "police report"),
    ("The boy was showing nine friends a rifle when it went off.", "narrator"),
    ("Ada Brandt was shot and accused of killing nine people.", "unresolved"),
    ("Ada Brandt was shot and nine people were hurt, police said.", "police"),
    ("Survivors described how nine people were shot.", "Survivors"),
    ("A survivor recalled seeing nine people shot.", "survivor"),
    ("The nurse counted nine bodies.", "narrator"),
    ("The nurse told how nine bodies were carried in.", "nurse"),
    ("Her brother was one of nine people killed, Ada Brandt said through tears.", "Ada Brandt"),
    ("“My brother was one of nine people killed,” said Ada Brandt, his sister.", "Ada Brandt"),
    ("Among the nine killed was the mayor, who had said he would not flee.", "narrator"),
    ("At least nine people were killed, with officials warning the toll would rise.", "narrator"),
    ("At least nine people were killed, officials said, warning the toll would rise.", "officials"),
    ("The number of dead rose to nine, from four, officials said.", "officials"),
    ("Nine people died when the boat sank, survivors told the coast guard.", "survivors"),
    ("Nine people died, the coast guard said, citing survivors.", "survivors"),
    (
        "The army said on Sunday that its planes struck the camp; medics said nine people died.",
        "medics",
    ),
    ("Medics say nine people died in the strike. The army says it hit a rebel camp.", "Medics"),
    ("A doctor, speaking by telephone from the clinic, said nine people had died.", "doctor"),
    ("Doctors at the clinic said they had treated nine people.", "Doctors"),
    ("The clinic received nine bodies, its director said.", "director"),
    (
        "The clinic received nine bodies, a doctor there, Ivo Malenko, told Reuters by phone.",
        "Ivo Malenko",
    ),
    ("The dead included nine children, the governor added.", "governor"),
    (
        "Gunmen shot dead nine farmers, local officials and residents said Tuesday.",
        "local officials",
    ),
    ("The prime minister put out a statement saying nine people had died.", "prime minister"),
    ("In a tweet, the prime minister mourned the nine people killed.", "narrator"),
    ("It is not known if the nine people were soldiers.", "narrator"),
    ("It was not clear who had killed the nine people.", "narrator"),
    ("There were reports of nine dead.", "unresolved"),
    ("There were unconfirmed reports that nine people had died.", "unresolved"),
    ("Reports say nine people died.", "Reports"),
    ("The death toll has risen to nine, according to a tally by Reuters.", "tally"),
    ("Nine people are thought to be buried under the rubble.", "unresolved"),
    ("As many as nine people may have died, according to one estimate.", "estimate"),
    ("He was accused of killing nine people.", "unresolved"),
    ("The army was accused of killing nine people.", "unresolved"),
    ("Human rights groups have accused the army of killing nine people.", "Human rights groups"),
    ("The army is alleged to have killed nine people.", "unresolved"),
    ("The alleged killers of nine people fled.", "narrator"),
]


@pytest.mark.parametrize(("text", "who"), VOICES, ids=[v[0][:70] for v in VOICES])
def test_a_figure_is_the_word_of_whoever_the_sentence_says(text: str, who: str):
    found = re.search(r"\bnine\b", text, re.IGNORECASE)
    assert found is not None
    voice, speaker = voice_at(reading_of(text), Span(start=found.start(), end=found.end()))
    assert who == (voice if speaker is None else speaker.name)


LISTS = [
    "Police said nine people were killed and five others injured, two critically.",
    "The governor said nine people died at the scene and two later in hospital.",
    "The army said it killed nine fighters, wounded five and captured two.",
    "Police said nine people had been killed, with five more wounded and two missing.",
    "Nine people were killed, five wounded and two are missing, police said in a statement.",
    "The ministry said in a statement on Monday that nine people were killed and five injured.",
    "The mayor told the BBC nine people were killed and five were in hospital.",
    "The hospital said it had received nine bodies and five wounded people.",
]


@pytest.mark.parametrize("text", LISTS)
def test_every_figure_of_a_list_is_the_speakers(text: str):
    for found in re.finditer(r"\b(?:nine|five|two)\b", text, re.IGNORECASE):
        voice, _ = voice_at(reading_of(text), Span(start=found.start(), end=found.end()))
        assert (found.group(), voice) == (found.group(), "speaker")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("The Free Syrian Army", "Free Syrian Army"),
        ("spokesman for the Irish Republican Army", "Irish Republican Army"),
        ("Syrian army", "Syria"),
        ("commander of the Syrian Republican Guard", "Syria"),
        ("Republican US senator", "United States"),
        ("Kremlin spokesman", "Russia"),
    ],
)
def test_a_group_with_a_countrys_word_in_its_name_does_not_speak_for_the_state(
    words: str, side: str
) -> None:
    assert side_of(words) == side
