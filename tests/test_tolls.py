"""Sentences and the tolls they hold, side by side: as many traps as tolls.

A toll is written OUTCOME FIGURE and what else it says: "killed 3", "injured 17+", "killed 12-15",
"killed ~20", "injured ? many more"; "part" for a subset, "more" for an increment.
"""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Claim, Count, Toll
from readings import reading_of

TOLLS: dict[str, str] = {
    # active, passive, participle
    "A mortar bomb killed three traders in the bus park.": "killed 3",
    "A total of 40 shepherds were killed on Monday.": "killed 40",
    "A group of 12 surveyors were injured when a mine went off.": "injured 12",
    "A member of the council was shot dead.": "killed 1",
    "Nine fishermen were killed when a patrol boat opened fire.": "killed 9",
    "Gunmen fired on the queue, killing four and wounding ten others.": "killed 4; injured 10",
    "The strike on the granary killed at least 21 and injured many more.": (
        "killed 21+; injured ? many more"
    ),
    "It follows the shelling of a shop in the town of Vardin, which killed two people.": "killed 2",
    "The explosion left six conscripts dead and 14 wounded.": "killed 6; injured 14",
    "Two officers had been shot dead at a checkpoint.": "killed 2",
    "Rebels executed seven prisoners at the quarry.": "killed 7",
    "Five villagers were hacked to death before dawn.": "killed 5",
    "Eleven herders were gunned down at the well.": "killed 11",
    "The gunmen fled after two guards were shot dead.": "killed 2",
    "Masked men stopped a lorry and shot both drivers dead.": "killed 2",
    "Three miners, two of whom were brothers, were murdered.": "killed 3; killed 2 part",
    "The militia massacred 40 people at the ford.": "killed 40",
    "Six sailors drowned when their launch was rammed.": "killed 6",
    # nouns, states, tolls
    "Six who were carried off died in the hills.": "abducted 6; killed 6",
    "The murder of three councillors shocked the valley.": "killed 3",
    "The deaths of at least a dozen nurses were confirmed.": "killed 12+",
    "The death toll has risen to 34.": "killed 34",
    "An earlier count had put the dead at 19.": "killed 19",
    "Two men are dead and nine others hurt.": "killed 2; injured 9",
    "There were 12 deaths and some 40 injuries.": "killed 12; injured ~40",
    "The raid claimed 17 lives.": "killed 17",
    "Eight passengers lost their lives.": "killed 8",
    "Four people suffered burns in the fire bombing.": "injured 4",
    "Fourteen others were treated for gunshot wounds.": "injured 14",
    "Nine people were taken to hospital.": "injured 9",
    "Five miners were pulled out alive with broken bones.": "injured 5",
    "A triple murder has shaken the port.": "killed 3",
    "The fatal shooting of two clerks was filmed.": "killed 2",
    "Ana Ruiz's murder went unpunished.": "killed 1",
    "The murder in Tarsk of two nurses was condemned.": "killed 2",
    "A judge ordered the arrest of two officers involved in the massacre of nine monks.": (
        "killed 9"
    ),
    "The army denied any part in the murder of six teachers.": "killed 6",
    "The party wants to avenge the killing of three drivers.": "killed 3",
    "Three members of the Orlo Front were shot dead.": "killed 3",
    "Six clerks were killed and five wounded Monday in a raid on the customs house.": (
        "killed 6; injured 5"
    ),
    # hedges and ranges
    "Between 12 and 15 policemen were killed in the ambush.": "killed 12-15",
    "Up to 30 shoppers were injured.": "injured 1-30",
    "Nearly 50 worshippers were wounded.": "injured ~50",
    "More than 100 marchers were hurt.": "injured 101+",
    "No fewer than 34 people were killed.": "killed 34+",
    "Several dozen people were wounded.": "injured ~36+ several dozen",
    "Dozens were killed when the bridge was bombed.": "killed ~24+ dozens",
    "Three or four tourists were wounded.": "injured 3-4",
    "Some civilians were wounded by splinters.": "injured 2+ some",
    # parts and increments
    "At least 23 people, including six children, were shot dead.": "killed 23+; killed 6 part",
    "Of the 19 dead, 11 were women.": "killed 19; killed 11 part",
    "Seven people were hurt, three of them badly.": "injured 7; injured 3 part",
    "He shot four people, two of them fatally.": "casualties 4; killed 2 part",
    "Thirty people were killed. Two of the dead were nurses.": "killed 30; killed 2 part",
    "Ten people were killed. A six-year-old girl was among the dead.": "killed 10; killed 1 part",
    "Five people were killed at once. Another two died in hospital.": "killed 5; killed 2 more",
    "The blast wounded 26 people. A further eight were treated for cuts.": (
        "injured 26; injured 8 more"
    ),
    "Nine people were injured. Two of the injured later died.": "injured 9; killed 2",
    "The blast led to the injury of six clerks and millions in losses.": "injured 6",
    "The murder of senator and candidate Luis Prado shook the port.": "killed 1",
    "The blast left at least six people dead and 27 injured, villagers said.": (
        "killed 6+; injured 27"
    ),
    "The death toll rose to 22 after three more patients died.": "killed 22; killed 3 part",
    "The death toll was 22. Three more patients died on Friday.": "killed 22; killed 3 more",
    # asides, far figures, unknown nouns
    "Besides the driver, 14 pilgrims, including a deputy abbot, were killed.": "killed 15",
    "Six quarrymen, among them a foreman, were injured.": "injured 6; injured 1 part",
    "Two lamplighters and a guard died.": "killed 3",
    "The crash killed 176 people. Forty Danes, 63 Swedes and 11 Finns were among the victims.": (
        "killed 176; killed 40 part; killed 63 part; killed 11 part"
    ),
    "The death toll from a mortar attack on a clinic run by a Lenten charity climbed to 31.": (
        "killed 31"
    ),
    "Twelve bomb makers were killed, a colonel said.": "killed 12",
    "Raiders murdered a ferryman, Osei Lamptey, at the jetty.": "killed 1",
    "Nine members of a clan, three women and six boys, were killed.": "killed 9",
    "Two people, a man and a woman, were killed.": "killed 2",
    "Two passersby were hurt and two passers-by killed.": "injured 2; killed 2",
    # persons
    "A mother and her two children were killed.": "killed 3",
    "Two soldiers and a farmer were killed.": "killed 2; killed 1",
    "Ana Ruiz, 12, and Marco Lund, 9, were shot dead.": "killed 2",
    "One man is dead and another hospitalized.": "killed 1; injured 1",
    "The murder of Ivo Lentz, his wife and two other people was filmed.": "killed 4",
    # other outcomes, zeros
    "Nobody was killed or injured.": "killed 0; injured 0",
    "There were no casualties, the fire brigade said.": "casualties 0",
    "Nine novices are missing.": "missing 9",
    "Gunmen abducted 78 girls from a boarding school.": "abducted 78",
    "Police detained 112 people.": "detained 112",
    "At least 40 people were killed or wounded in the raid.": "casualties 40+",
    "The district reported 15 casualties.": "casualties 15",
    "Some 6,000 residents fled.": "displaced ~6000",
    # scope and cause
    "More than 15,000 people have been killed since the war began.": "killed 15001+ cumulative",
    "Since January, 340 people have been killed.": "killed 340 cumulative",
    "Raids have killed 30 since May, and nine died in a blast on Friday.": (
        "killed 30 cumulative; killed 9"
    ),
    "The sect killed 61 people in a wave of bombings on Monday.": "killed 61",
    "The sect killed 61 people in a wave of bombings.": "killed 61 series",
    "Clinics took in five children under the age of 15, and 48 wounded.": "injured 48",
    "More than 60 people, mostly weavers, had been killed and are blaming no one.": "killed 61+",
    "From 2 to 30 June, monitors counted 48 civilian deaths in the delta.": "killed 48 series",
    "From 2 to 3 June, 48 people were killed in a battle for the delta.": "killed 48",
    "The figures include 31 killed and 65 injured in 40 villages.": (
        "killed 31 series; injured 65 series"
    ),
    "In the past week 14 people were killed in the capital.": "killed 14 series",
    "The attacks have killed 48 people in total, the doctor said.": "killed 48 series",
    "The two attacks killed 48 people in total, the doctor said.": "killed 48",
    "The attack has killed 48 people in total, the doctor said.": "killed 48",
    "A doctor said 54 people were killed across the enclave.": "killed 54 series",
    "A doctor said 54 people were killed near the enclave.": "killed 54",
    "Gunmen kill nine people a day in the capital.": "killed 9 series",
    # "A day earlier" is one moment, and no rate.
    "A day earlier, shells had killed six people in the town.": "killed 6",
    "Shells killed six people a week after the truce ended.": "killed 6",
    "Forty bodies were buried in a trench.": "buried 40 stock",
    "Eleven children starved to death in the camp.": "killed 11 indirect",
    "Forty bodies were buried on Friday and 15 more on Sunday.": (
        "buried 40 stock; buried 15 more stock"
    ),
    "Six men were killed on Friday and two others the next day.": "killed 6; killed 2 more",
    "Nine women were carried off by the raiders.": "abducted 9",
    "The ten-week war, which killed more than 1,400 people, ended in May.": (
        "killed 1401+ cumulative"
    ),
    "In three months, the union reported, 23 drivers were killed and 60 hurt.": (
        "killed 23 series; injured 60 series"
    ),
    "We have inflicted 1,300 dead on them.": "killed 1300 cumulative",
    "Since May 2,000 people have been killed, 2,500 wounded.": (
        "killed 2000 cumulative; injured 2500 cumulative"
    ),
    "In the past few hours three drivers were killed.": "killed 3",
    "Airstrike on Idlib kills 12": "killed 12",
    "Airstrikes on Gaza kill 30": "killed 30",
    # labels
    "Killed: 9. Injured: 14.": "killed 9; injured 14",
    "Civilian deaths: 5-7": "killed 5-7",
    "Civilians reported killed: 5 to 8": "killed 5-8",
    "Number of killed: at least 12": "killed 12+",
    "Death toll: 22": "killed 22",
    "Deaths: 12; injuries: none known.": "killed 12",
    "Injured: 3 nurses and a porter.": "injured 4",
    "Killed: 12, 3 of them children": "killed 12; killed 3 part",
    "Missing: 2 boys": "missing 2",
    "Soldiers killed: about 30; rebels killed: 12": "killed ~30; killed 12",
    # lists
    "Six monks -- four Danes and two Swedes -- and two cooks were murdered.": "killed 6; killed 2",
    "Six monks, four of them Danes, and two cooks were murdered.": (
        "killed 6; killed 4 part; killed 2"
    ),
    "The judge Ana Ruiz was shot dead near her home, along with two guards.": "killed 3",
    "Soldiers killed two cooks, Ana Ruiz and Ivo Tarn.": "killed 2; killed 1 part; killed 1 part",
    "Seven patients died for want of insulin in Tarsk on Monday.": "killed 7 indirect",
    "Six newborns died due to shortages of clean water and oxygen.": "killed 6 indirect",
    "Four prisoners died without food or water.": "killed 4 indirect",
    "Villagers are dying because of thirst, the medic said.": "killed ? indirect",
    "The town has no bread, no light, whatever and villagers are dying because of thirst.": (
        "killed ? indirect"
    ),
    "The town has no bread, no light, nothing and nine villagers died of thirst.": (
        "killed 9 indirect"
    ),
    "Some 400 families were displaced by the raid.": "displaced ? Some 400 families",
    "About 30 households fled the valley.": "displaced ? About 30 households",
    "A family was killed.": "killed ? A family",
    "No families were hurt.": "injured 0",
    "A family of five was killed.": "killed 5",
    "Two family members were killed.": "killed 2",
}

TRAPS: dict[str, str] = {
    "It ended a 19-month siege, in which some 2,500 people have died or are missing.": "",
    "Gunfire struck the mayor's house and two buses.": "",
    "The workers struck for three days.": "",
    "Some 6,000 head of cattle have died.": "",
    "The toll of an attack on a convoy is a third of the 90 first named.": "",
    "Two lamps and a guard tower burned.": "",
    "A rocket hit a bus driving children to school.": "",
    "Raiders murdered a melody, Osei Lamptey wrote.": "",
    # not people
    "A group of gunmen was killed.": "",
    "A group of students was injured in the crush.": "",
    "A total of 27 barns were destroyed.": "",
    "The committee killed the bill and wounded the party's pride.": "",
    "Three buildings were hit and 40 cows were killed.": "",
    "A 152mm shell landed 30 metres from a three-storey school.": "",
    "The shell broke 48 windows and left a crater four metres wide.": "",
    "The city of 100,000 people was shelled for five days.": "",
    "He was sentenced to 25 years for the crime.": "",
    "Two helicopters were shot down over the lake.": "",
    "The army destroyed nine tanks and killed two drones.": "",
    "The air force said it had shot down nine of 12 drones.": "",
    "The fire killed 300 trees.": "",
    "The rocket hit three houses and a barn.": "",
    "She shot a 64 to win the tournament.": "",
    "The director shot the film in eight weeks.": "",
    "The company shed 200 jobs and killed two products.": "",
    "Route 17 was hit by two landslides.": "",
    # not real, not said to be so
    "At least 20 people were feared dead.": "",
    "The warlord threatened to kill 20 hostages.": "",
    "Police foiled a plot to kill 12 ministers.": "",
    "The bomb could have killed 300 people.": "",
    "If the dam breaks, 500 people will die.": "",
    "The army denied that it had killed 15 villagers.": "",
    "The mayor said the troops did not kill ten men.": "",
    "They planned to kidnap five judges.": "",
    "A siege would kill thousands.": "",
    "There will be a hundred dead by night, he said.": "",
    "Must 500 people die before the world helps?": "",
    "A claim that 15 dockers had been killed could not be verified.": "",
    "The film opens with gunmen who kill 12 hostages.": "",
    "In the video game, snipers kill nine guards.": "",
    "The novel begins when a general murders three rivals.": "",
    "The hospital keeps 300 beds free for the wounded.": "",
    "Generals expect that a siege would kill thousands.": "",
    "The ministry may have lost 40 soldiers.": "",
    "The rebels planned to commit the murder of two judges.": "",
    "The militia threatened a massacre of 40 hostages.": "",
    # people who are no victims
    "Police arrested no one.": "",
    "Two gunmen fled on a motorcycle.": "",
    "Three suspects were charged with murder.": "",
    "He faces three counts of murder.": "",
    "He is survived by two sons, aged 33 and 29.": "",
    "Ten rescuers worked through the night.": "",
    "Six doctors said they had treated the wounded.": "",
    "Twenty officers on duty that night were honoured.": "",
    "Four hundred pupils had gone home before the shell fell.": "",
    "The 19 survivors thanked the crew.": "",
    "Twelve witnesses told the court of the massacre.": "",
    "Five jurors wept when the verdict was read.": "",
    "Two ministers visited the scene of the bombing.": "",
    "Seven ambulances were sent to the square.": "",
    # silence is not zero
    "There was no immediate word on casualties.": "",
    "It was not clear whether anyone was hurt.": "",
    "The number of dead is not known.": "",
    "No arrests have been made.": "",
    "No one else was hurt.": "",
    "None of the wounds was life-threatening.": "",
    # figures of other things
    "The toll on the bridge rose to 40 dinars.": "",
    "The dead of winter lasted three months.": "",
    "Two of the bullets hit a wall.": "",
    "The 911 caller hung up.": "",
    "The gunman fired 30 rounds.": "",
    "A nine-year-old dog was shot.": "",
    "The Two Brothers bakery was hit by a shell.": "",
    "The 36 dead letters were returned.": "",
    "Villagers are dying, the medic said.": "",
    "Rebels killed: 5 things to know": "",
    "Injured: 12 horses": "",
    "Dead: 2016 revisited": "",
    "Toll: 5": "",
    "The hunters boasted of a kill 30 miles away.": "",
    "Those killed:": "",
    "Injured:": "",
    "Killed and injured: 12": "",
    "Total deaths: 1,204 since March": "",
    "Four men were shot dead and the case was dropped for lack of evidence.": "killed 4",
    "The town was cut off without water when a mortar bomb killed three traders.": "killed 3",
    "Six men were killed on Friday and two more in custody hold blue cards.": "killed 6",
    "Six men were killed on Friday and 20 buses on Sunday.": "killed 6",
    "Thieves beat up the watchman.": "",
    "There were 12 pylons in the valley, and the rebels blew up one.": "",
    "Divers brought up 12 disfigured bodies.": "buried 12 stock",
    "TARSK, 16 Dec (Die Zeit) -- The mayor met the farmers.": "",
    "Ana Ruiz was shot dead after she had dined along with two judges.": "killed 1",
    "Ana Ruiz was killed on Monday; together with two judges she had led the union.": "killed 1",
    # one figure, not two
    "The gang killed and robbed two traders.": "killed 2",
    "Two men were shot and killed.": "killed 2",
    "Three women were found shot dead.": "killed 3",
    "He was stabbed, and nobody saw him after.": "casualties 1",
}


@pytest.mark.parametrize(("sentence", "expected"), TOLLS.items())
def test_a_sentence_holds_these_tolls(sentence: str, expected: str) -> None:
    assert said(sentence) == tuple(expected.split("; "))


@pytest.mark.parametrize(("sentence", "expected"), TRAPS.items())
def test_a_sentence_holds_no_other_toll(sentence: str, expected: str) -> None:
    assert said(sentence) == tuple(e for e in expected.split("; ") if e)


def said(sentence: str) -> tuple[str, ...]:
    account = extract(reading_of(sentence))
    return tuple(_short(c) for c in account.claims if isinstance(c.value, Toll))


def _short(claim: Claim) -> str:
    toll = claim.value
    assert isinstance(toll, Toll)
    words = [toll.outcome, _figure(toll.count), toll.count.vague or ""]
    words += ["part"] if claim.part_of else []
    words += ["more"] if claim.adds_to else []
    words += [toll.scope] if toll.scope != "incident" else []
    words += [toll.cause] if toll.cause != "direct" else []
    return " ".join(w for w in words if w)


def _figure(count: Count) -> str:
    if count.low is None:
        return "?"
    high = "+" if count.high is None else "" if count.high == count.low else f"-{count.high}"
    return f"{'~' if count.approximate else ''}{count.low}{high}"


@pytest.mark.parametrize(
    ("following", "status"),
    [
        ("They were said to be both civilians and fighters.", "mixed"),
        ("The dead were both soldiers and civilians.", "mixed"),
        ("Both civilians and soldiers dug the graves.", "unknown"),
        ("They were buried at noon.", "unknown"),
    ],
)
def test_who_the_buried_were_is_read_from_the_next_sentence(following: str, status: str) -> None:
    claims = extract(reading_of(f"Forty bodies were buried on Friday. {following}")).claims
    tolls = [c.value for c in claims if isinstance(c.value, Toll)]
    assert [t.people.status for t in tolls if t.count.low == 40] == [status]


def test_the_majority_of_whom_are_all_that_the_words_list() -> None:
    text = "Thirty people were hurt, the majority of whom were elderly women and teachers."
    tolls = [c.value for c in extract(reading_of(text)).claims if isinstance(c.value, Toll)]
    (part,) = [t for t in tolls if t.count.low == 16]
    assert part.people.words == "elderly women and teachers"
    assert (part.people.roles, part.people.sex) == (("teacher",), None)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("At least 20 people were feared dead.", "feared or unverified, not counted"),
        ("Feared dead are at least 30, the mayor said.", "feared or unverified, not counted"),
        ("The warlord threatened to kill 20 hostages.", "threatened, not counted"),
        ("The bomb could have killed 300 people.", "could or would have been, not counted"),
    ],
)
def test_a_figure_that_is_no_toll_is_reported_with_the_reason(sentence: str, why: str) -> None:
    skipped = extract(reading_of(sentence)).skipped
    assert [s.why for s in skipped] == [why]


def test_feared_in_the_headline_is_reported_too() -> None:
    account = extract(reading_of("A boat sank off Vardin.", "Eleven feared dead"))
    assert [s.why for s in account.skipped] == ["feared or unverified, not counted"]
    assert not [c for c in account.claims if isinstance(c.value, Toll)]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("The toll from Friday's bombing in Mopti rose to 19 dead, officials said.", None),
        (
            "In Mopti 19 people had been killed in the bombing as of Friday, officials said.",
            "Friday",
        ),
    ],
)
def test_an_attack_of_a_day_makes_no_toll_as_of_that_day(text: str, as_of: str | None) -> None:
    claims = extract(reading_of(text)).claims
    assert {c.value.as_of for c in claims if isinstance(c.value, Toll)} == {as_of}
