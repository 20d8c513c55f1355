import pytest

from cenotaph.extract import involvement, responsibility
from cenotaph.model import Responsibility
from readings import reading_of

BLAMES, CLAIMS, ADMITS = "blames", "claims-responsibility", "admits"
# Each sentence with party, stance and speaker (None: the narrator).
HELD = [
    ("Russian forces shelled the port of Tarsk.", [("Russia", BLAMES, None)]),
    ("The village was bombed by Syrian jets, residents said.", [("Syria", BLAMES, "residents")]),
    ("Russia's shelling of a school killed four people.", [("Russia", BLAMES, None)]),
    ("The Israeli strike on the camp killed nine.", [("Israel", BLAMES, None)]),
    ("A rebel attack on the barracks left six dead.", [("rebels", BLAMES, None)]),
    ("Boko Haram militants attacked the town, killing 20.", [("Boko Haram", BLAMES, None)]),
    ("Police shot dead three protesters in Lima.", [("police", BLAMES, None)]),
    ("Ten were hurt in an attack by separatist rebels.", [("separatist rebels", BLAMES, None)]),
    ("The governor blamed the army for the deaths.", [("army", BLAMES, "governor")]),
    ("The attack was blamed on separatist rebels.", [("separatist rebels", BLAMES, None)]),
    ("Survivors accused government forces of a massacre.",
     [("government forces", BLAMES, "Survivors")]),
    ("Islamic State claimed responsibility for the blast.",
     [("Islamic State", CLAIMS, "Islamic State")]),
    ("The bombing was claimed by the Blue Falcon Brigades.",
     [("Blue Falcon Brigades", CLAIMS, "Blue Falcon Brigades")]),
    ("Hamas said its fighters had fired the rockets.", [("Hamas", CLAIMS, "Hamas")]),
    ("Israel admitted that its forces had killed the journalist.", [("Israel", ADMITS, "Israel")]),
    ("The mayor said the building had been hit by a Russian missile.",
     [("Russia", BLAMES, "mayor")]),
    ("Colonel Ana Ruiz said the bombing was the work of a drug gang.",
     [("drug gang", BLAMES, "Ana Ruiz")]),
    ("Rebels of the Front for Land and Bread bombed a mill.",
     [("Front for Land and Bread", BLAMES, None)]),
    ("Members of the Union of Free Farmers shot two men.",
     [("Union of Free Farmers", BLAMES, None)]),
    ("The Resistance Coalition killed nine.", [("Resistance Coalition", BLAMES, None)]),
    ("A Syrian car bomb killed nine farm workers.", [("Syria", BLAMES, None)]),
    ("Two jets of the Turkish military bombed a school.", [("Turkey", BLAMES, None)]),
    ("Thirty farmers were killed by a US drone strike.", [("United States", BLAMES, None)]),
    ("Two Syrian Mi-35 helicopters fired rockets at the school.", [("Syria", BLAMES, None)]),
    ("Whole streets were levelled by Syrian bombing.", [("Syria", BLAMES, None)]),
    ("The Seven Star Front said it had shelled the base.",
     [("Seven Star Front", CLAIMS, "Seven Star Front")]),
    ("The Seven Star Front claimed the raid and the bombing.",
     [("Seven Star Front", CLAIMS, "Seven Star Front")]),
    ("Blue Star members attacked a cotton mill on Friday.", [("Blue Star", BLAMES, None)]),
    ("Fighters of the People's Dawn Front shelled the port.",
     [("People's Dawn Front", BLAMES, None)]),
    ('The attack was claimed by a self-styled "Zero Column Armed Struggle" group.',
     [("Zero Column Armed Struggle", CLAIMS, "Zero Column Armed Struggle")]),
    ("He was killed by two bullets fired by a member of the Reform Party.",
     [("Reform Party", BLAMES, None)]),
    ("The attack was attributed to the drug mafias.", [("drug mafias", BLAMES, None)]),
    ("The bombing was condemned by so-called death squads, who murdered six nuns.",
     [("death squads", BLAMES, None)]),
    ("The guerrillas of the National Dawn Army blew up a pipeline.",
     [("National Dawn Army", BLAMES, None)]),
    ("The rebels set fire to two buses near Tula.", [("rebels", BLAMES, None)]),
    ("The engineer was abducted by the Army of National Dignity.",
     [("Army of National Dignity", BLAMES, None)]),
    ("THE ENGINEER WAS KIDNAPPED BY LEFTIST ARMY OF NATIONAL DIGNITY (END) GUERRILLAS.",
     [("Army of National Dignity (END)", BLAMES, None)]),
    ("Riot police fired on the crowd.", [("riot police", BLAMES, None)]),
    ("The air force fired against the shelter.", [("air force", BLAMES, None)]),
    ("At least six urban guerrillas attacked the mill.",
     [("urban guerrillas", BLAMES, None)]),
    ("Members of a group called Red Sun killed him.", [("Red Sun", BLAMES, None)]),
    ("The Rivana Cartel ordered the assassination of the judge.",
     [("Rivana Cartel", BLAMES, None)]),
    ("HE WAS KILLED BY TWO BULLETS FIRED FROM A GUN BY A MEMBER OF THE REFORM PARTY.",
     [("Reform Party", BLAMES, None)]),
    ('Police said the raid could have been carried out by the "Red Path" group.',
     [("Red Path", BLAMES, "Police")]),
]  # fmt: skip
NOT_HELD = [
    "Odesa hit as shells rain on the coast.",
    "A Syrian suicide bomber blew himself up, killing nine.",
    "Famine has killed nine infants in the camp.",
    "No group claimed responsibility for the blast.",
    "In Manbij nine died. The Manbij car bomb killed farm workers.",
    "Afghanistan's deadliest bombing killed ninety people.",
    "The Paris attacks killed 130 people.",
    "Iraqi bombings killed ten people in Basra.",
    "The governor blamed heavy rain for the deaths.",
    "Three soldiers were killed by their own mine.",
    "Ukrainian troops were killed by a missile.",
    "Gunmen killed five farmers near Jos.",
    "The general admitted that nine soldiers had died.",
    "The military would shell the town if talks fail, the mayor warned.",
    "The army denied that its troops had fired on the crowd.",
    "If our soldiers were responsible, there will be consequences, he said.",
    "He did not say whether troops had opened fire.",
    "Omar Delgado stabbed two men in a bar.",
    "Air defences shot down eight drones.",
    "The coalition has not accepted responsibility for the strike.",
    "Nobody knows who was behind the attack.",
    "Rebels threatened to kill the hostages.",
    "Rebels have claimed no attack.",
    "Two Mi-35 helicopters fired rockets at the school.",
    "TARSK, Ukraine - Rockets hit a port, killing four.",
    "The army claimed that the attack had been staged.",
    "The bomb was meant for a base, but it hit the workers, said Ilan Berk, a council member.",
    "Five farmers were shot by assailants near Jos.",
    "Committee members attacked the budget on Friday.",
    "The bomb squad blew open the door.",
    "The Reform Party planned a rally in Tula.",
    "He put a bottle on the table, and the rebels left a note.",
    "Troops set up tents in the valley.",
    "A rebel group called for talks.",
    "Raiders could carry out an attack on the town, the mayor warned.",
    "The government organized a vote after the bombing.",
    "The Dawn Front said that people had died.",
    "Farmers of the People's Party were shot by unknown men.",
    "The attack was not attributed to anybody.",
    "THE CAR BOMB ATTACK ON THE POST OFFICE KILLED TWO CLERKS.",
    "THE ENGINEER WAS KIDNAPPED IN A PARTY OF NINE TRAVELERS.",
    "The parcel bomb attack killed a clerk.",
    "Last night's attacks killed four clerks.",
    "The union of the two towns was attacked in the press.",
]


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (c.value.party, c.stance, c.speaker.name if c.speaker else None)
        for c in responsibility.find(reading_of(text))
        if isinstance(c.value, Responsibility)
    ]


@pytest.mark.parametrize(("text", "expected"), HELD, ids=[t for t, _ in HELD])
def test_a_party_is_held_responsible_in_the_voice_that_tells_it(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOT_HELD)
def test_nobody_is_held_responsible_where_nothing_says_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Cholera killed three nurses.",
        "Hurricane Berta killed nine people.",
        "Desperation killed him, his sister said.",
        "A Leopard tank killed three people.",
        "The Toyota Hilux hit a bus stop, killing four.",
    ],
)
def test_what_kills_and_is_nobody_is_no_party(sentence: str) -> None:
    assert found(sentence) == []


def test_there_are_as_many_traps() -> None:
    assert len(HELD) == len(NOT_HELD)


NAMED_ONCE = [
    ("The Dawn Liberation Front [DLF] shelled Tarsk. The DLF bombed a school.",
     {"Dawn Liberation Front (DLF)"}),
    ("The Dawn Liberation Front, DLF, claimed the raid. The guerrillas burned two trucks.",
     {"Dawn Liberation Front (DLF)"}),
    ("The RSP (Red Sun Party) bombed a bank. The Red Sun Party killed two guards.",
     {"Red Sun Party (RSP)"}),
    ("Cells of the Dawn Liberation Front (DLF) attacked the base.",
     {"Dawn Liberation Front (DLF)"}),
]  # fmt: skip
NAMED_APART = [
    ("The Dawn Liberation Front (DLF) and the Red Liberation Army (RLA) met. Rebels shot a farmer.",
     {"rebels"}),
    ("The Bank of Tarsk (BOT) closed. Rebels shot a farmer.", {"rebels"}),
    ("The Dawn Liberation Front [see map] shelled Tarsk.", {"Dawn Liberation Front"}),
    ("Soldiers (UN) met the army. The army shelled Tarsk.", {"army"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*NAMED_ONCE, *NAMED_APART])
def test_a_group_with_initials_has_one_name_in_a_document(text: str, expected: set[str]) -> None:
    assert {party for party, _, _ in found(text)} == expected


PART_IN_IT = [
    ("Members of the Dawn Front took part in the massacre.", ("Dawn Front", BLAMES)),
    ("The attack involved commandos of the Dawn Front.", ("Dawn Front", BLAMES)),
    ("The Dawn Front is suspected of the bombing.", ("Dawn Front", BLAMES)),
    ("The armed forces were charged with the deaths of two reporters.", ("armed forces", BLAMES)),
    ("Leaflets signed by the Dawn Front were found beside the bomb.", ("Dawn Front", CLAIMS)),
]
NO_PART = [
    "The Dawn Front took part in the election.",
    "The talks involved the Dawn Front.",
    "The Dawn Front is suspected of fraud.",
    "The army was charged with guarding the port.",
    "A treaty signed by the Dawn Front ended the war.",
]


@pytest.mark.parametrize(("text", "expected"), PART_IN_IT, ids=[t for t, _ in PART_IN_IT])
def test_a_part_in_a_deed_is_blame(text: str, expected: tuple[str, str]) -> None:
    claims = involvement.find(reading_of(text))
    assert [(c.value.party, c.stance) for c in claims] == [expected]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", NO_PART)
def test_a_part_in_something_else_is_none(text: str) -> None:
    assert list(involvement.find(reading_of(text))) == []


def test_two_sides_that_blame_each_other_are_each_blamed_by_the_other() -> None:
    text = "Shells hit a market. The army and the Blue Falcon Brigades blamed each other for it."
    assert set(found(text)) == {
        ("army", BLAMES, "Blue Falcon Brigades"),
        ("Blue Falcon Brigades", BLAMES, "army"),
    }


def test_every_claim_quotes_the_party_and_names_its_extractor() -> None:
    for text, _ in HELD:
        reading = reading_of(text)
        for claim in responsibility.find(reading):
            assert claim.sentence.holds(claim.evidence)
            assert claim.extractor == "responsibility"


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Journalist killed", []),
        ("Two soldiers killed in raid on base", []),
        ("Army base attacked", []),
        ("Police officers shot as rally ends", []),
        ("Rebels attack army base", ["rebels"]),
        ("Police shot three protesters", ["police"]),
        ("Farmers killed by rebels", ["rebels"]),
    ],
)
def test_a_headline_without_was_blames_nobody_whom_it_says_was_struck(
    title: str, held: list[str]
) -> None:
    found = responsibility.find(reading_of("A meeting was held on Monday.", title))
    assert [c.value.party for c in found if isinstance(c.value, Responsibility)] == held


@pytest.mark.parametrize("day", ["Monday", "March"])
def test_a_day_is_no_party_though_a_clause_hangs_on_it(day: str) -> None:
    text = f"The army denied any role in the strike in {day}, which killed 17 people."
    found = responsibility.find(reading_of(text))
    assert day not in {c.value.party for c in found if isinstance(c.value, Responsibility)}
