"""Names found in sentences that nobody parsed: places, organizations, persons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cenotaph.gazetteer import GeoNames, shipped
from cenotaph.model import Document
from cenotaph.text.names import find_names
from cenotaph.text.reading import NamePhrase
from cenotaph.text.sentences import split


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[GeoNames]:
    found = shipped()
    yield found
    found.close()


def names(text: str, gazetteer: GeoNames, kind: str) -> list[str]:
    return [n.name for n in found_in(text, gazetteer) if n.kind == kind]


def found_in(text: str, gazetteer: GeoNames) -> tuple[NamePhrase, ...]:
    return find_names(split(Document.of(text)), gazetteer)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A shell hit a bakery in Mariupol before dawn.", ["Mariupol"]),
        ("Two nurses from Bucha were buried.", ["Bucha"]),
        ("KHERSON, Ukraine (AP) — A bus was hit.", ["KHERSON", "Ukraine"]),
        ("The market in Deir ez-Zor was on fire.", ["Deir ez-Zor"]),
        ("Shots were heard in Springfield, Ohio, at noon.", ["Springfield", "Ohio"]),
        ("Shots were heard in Ladue, Mo., at noon.", ["Ladue", "Mo"]),
        ("A man was stabbed in Athens, GA on Sunday.", ["Athens", "GA"]),
        ("Gunmen stormed a hotel in Kabul, Afghanistan's capital.", ["Kabul", "Afghanistan"]),
        ("Fighting went on in Kherson region.", ["Kherson region"]),
        ("Deputies in Harris County found him.", ["Harris County"]),
        ("Strikes on Kharkiv, Sumy and Poltava went on.", ["Kharkiv", "Sumy", "Poltava"]),
        ("Kyiv-controlled areas were shelled.", ["Kyiv"]),
        ("A blast shook St. Louis late on Friday.", ["St. Louis"]),
        ("The U.S. sent envoys to the Middle East.", ["U.S.", "Middle East"]),
        ("The village of Zarkivtsi was burned down.", ["Zarkivtsi"]),
        ("A rocket hit Ariha at dawn.", ["Ariha"]),
        ("The raid on Ariha went on.", ["Ariha"]),
        ("Gunners shelled Ariha again.", ["Ariha"]),
        ("Aurora police came.", ["Aurora"]),
        ("He was born in Chapel Hill.", ["Chapel Hill"]),
        ("Two died in Zarkaville, Sumy region.", ["Zarkaville", "Sumy region"]),
        ("He was found near Kestrel Lane in Tulsa.", ["Kestrel Lane", "Tulsa"]),
        ("Мирні люди загинули: Маріуполь, Харків.", ["Маріуполь", "Харків"]),
    ],
)
def test_places_are_found(gazetteer: GeoNames, text: str, places: list[str]):
    assert names(text, gazetteer, "place") == places


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Hudson, who ran.",
        "The van hit Lincoln Brown.",
        "Reading the list took an hour.",
        "Police said the man was armed.",
        "In March two people died.",
        "Nice work was done by the medics.",
        "Mobile phones rang among the dead.",
        "Of the nine, four were children.",
        "Paris Hilton wept at the funeral.",
        "Sgt. Houston fired twice.",
        "Mayor London Breed spoke.",
        "Or so they thought. In or out, no one knew.",
        "Ukrainian and Russian troops fought; Britons fled.",
        "I'll tell you, she said.",
        "Canadian and German envoys met at the White House.",
        "KSLA said on Monday that nobody was hurt.",
        "He saw La Ronda.",
        "They met in March, when it rained.",
        "The North was cut off from the South.",
        "Miss Ill was no nurse.",
        "",
    ],
)
def test_words_and_people_are_no_places(gazetteer: GeoNames, text: str):
    assert names(text, gazetteer, "place") == []


def test_a_surname_stays_a_person_through_the_account(gazetteer: GeoNames):
    text = "Officer Dana Jackson was hurt. Jackson said he saw two men. Doctors kept Jackson."
    assert names(text, gazetteer, "place") == []


def test_a_town_named_like_a_person_is_a_town_after_in(gazetteer: GeoNames):
    text = "Officer Dana Jackson was hurt in Jackson, Mississippi."
    assert names(text, gazetteer, "place") == ["Jackson", "Mississippi"]


def test_a_place_inside_an_organization_is_marked_with_it(gazetteer: GeoNames):
    found = found_in("The Houston Police Department sent four cars.", gazetteer)
    assert [(n.kind, n.name) for n in found] == [
        ("organization", "Houston Police Department"),
        ("place", "Houston"),
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Ministry of Health gave no figure.", ["Ministry of Health"]),
        ("UNHCR counted the tents.", ["UNHCR"]),
        ("The Azov Battalion held it.", ["Azov Battalion"]),
        ("A TV crew and an SUV were hit.", []),
        ("SHELLS FELL ON THE MARKET AT NOON.", []),
    ],
)
def test_organizations_are_found(gazetteer: GeoNames, text: str, bodies: list[str]):
    assert names(text, gazetteer, "organization") == bodies


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Deputy mayor Sergei Orlov spoke.", ["Sergei Orlov"]),
        ("Mr. Kovach fled with Dr. Amina Yusuf.", ["Kovach", "Amina Yusuf"]),
        ("Tamika Brightwell, 34, died there.", ["Tamika Brightwell"]),
        ("Marwan bin Khalid was named.", ["Marwan bin Khalid"]),
        ("Hundreds fled in March.", []),
    ],
)
def test_persons_are_found(gazetteer: GeoNames, text: str, persons: list[str]):
    assert names(text, gazetteer, "person") == persons


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A mine went off 12 km south of Kherson.", "12 km south of"),
        ("A mine went off about 20 miles (32 km) from Kherson.", "about 20 miles (32 km) from"),
        ("A mine went off on the outskirts of Kherson.", "on the outskirts of"),
        ("A mine went off near Kherson.", "near"),
        ("A mine went off just outside the city of Kherson.", "just outside the city of"),
        ("A mine went off in Kherson.", None),
        ("Eight people from Kherson died.", None),
    ],
)
def test_how_a_place_is_told_is_kept(gazetteer: GeoNames, text: str, relation: str | None):
    assert [n.relation for n in found_in(text, gazetteer) if n.kind == "place"] == [relation]


def test_upper_case_text_still_gives_its_towns(gazetteer: GeoNames):
    text = "FOUR PEASANTS WERE KILLED IN SAN SALVADOR ON FRIDAY, THE ARMY SAID."
    assert names(text, gazetteer, "place") == ["SAN SALVADOR"]


def test_every_name_quotes_the_words_it_points_at(gazetteer: GeoNames):
    text = (
        "In Lviv\nand “Dnipro”, the mayor’s men left Kharkiv’s Saltivka\u00a0district for Poltava."
    )
    for name in found_in(text, gazetteer):
        assert " ".join(text[name.span.start : name.span.end].split()) == name.name
