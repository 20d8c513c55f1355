"""Where it happened: unknown villages, parts of towns, courts, and what lies in a place."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import AccountIncident, Capture, Place
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from readings import reading_of


def main(text: str, title: str | None = None) -> AccountIncident:
    """Return what an account says of its main incident."""
    reading = reading_of(text, title)
    capture = Capture(
        document=reading.document.id,
        raw="0" * 64,
        ref="a",
        source_kind="news",
        published="2021-05-04",
    )
    return next(iter(stories(resolve(extract(reading), [capture], shipped()))))


def name(text: str, title: str | None = None) -> str | None:
    place = main(text, title).place
    return place.name if place is not None else None


def places(text: str) -> list[str]:
    return [n.name for n in reading_of(text).names if n.kind == "place"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Rebels killed six farmers at Dolmeke on Monday.", "Dolmeke"),
        ("Six farmers were shot dead in Dolmeke.", "Dolmeke"),
        ("Shells fell on Zelvikote and killed two herders.", "Zelvikote"),
        ("The peasants of Ruaylla were killed with machetes on Monday.", "Ruaylla"),
        ("Four rockets hit houses in the municipality of Abu Zelim, killing three.", "Abu Zelim"),
    ],
)
def test_a_name_that_nobody_knows_is_a_place_where_the_words_put_something(
    text: str, want: str
) -> None:
    assert want in places(text)
    assert name(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed six farmers for Dolmeke on Monday.",
        "Six farmers were shot dead in Dolmeke department store.",  # a longer name goes on
        "Four farmers were killed in Ramadan.",
        "A man was killed at Walmart.",  # a word that English holds
        "The widow of Dolmeke was killed by two gunmen.",
        "The Jackson-Perkins nursery burned, killing two.",
        "Gunmen fired at Dolme Zarkaky and killed him.",
        "He was killed by MINUSCA in a raid on CENTAF.",  # initials
    ],
)
def test_other_strange_names_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("A car ran into people in Granby Row, Bradford, on Saturday, killing two.", "Bradford"),
        ("A bomb killed two guards in front of the police station of Sumy.", "Sumy"),
        ("A lorry drove into a church in Poltava, killing four.", "Poltava"),
        ("He showed us the kiln near Sumy where six workers were killed.", "Sumy"),
        ("The two brothers were shot dead at an Amarillo truck stop.", "Amarillo"),
        ("Gunmen ambushed traders on the Djibo-Kaya road on Monday, killing nine.", "Djibo"),
        ("Nine traders were killed near Kaya, on the Pan-American highway, on Monday.", "Kaya"),
        ("In Dolme Zarkane, twelve people were killed by a shell.", "Dolme Zarkane"),
    ],
)
def test_a_place_is_told_by_what_lies_in_it_and_by_what_was_done_there(
    text: str, want: str
) -> None:
    assert name(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday, Bradford police said, a car ran into people in Leeds, killing two.",
        "The chief of police in Bradford blamed gunmen for the attack in Leeds that killed two.",
        "He works with a man in Bradford who was shot in Leeds in a raid that killed two.",
    ],
)
def test_a_place_of_something_else_is_not_where_it_happened(text: str) -> None:
    assert name(text) == "Leeds"


def test_a_court_stands_in_where_no_words_say_where() -> None:
    text = "The Dortmund Regional Court sentenced a man to 11 years for the stabbing of his aunt."
    assert name(text) == "Dortmund"
    told = text.replace("his aunt", "his aunt in Hagen")
    assert name(told) == "Hagen"
    jury = "An Anchorage jury convicted a man of murdering two clerks on Monday."
    assert name(jury) == "Anchorage"


def test_a_village_lies_in_the_town_or_region_said_with_it() -> None:
    for between in (" (Nabatieh)", ", in the district of Nabatieh", ", a village in Nabatieh"):
        place = main(f"Two people were killed at Kfar Zebnit{between}.").place
        assert place is not None
        assert (place.name, place.country, place.geonames) == ("Kfar Zebnit", "LB", None)
    place = main("Two people died at Kfar Zebnit while Nabatieh slept.").place
    assert place is None or place.country is None


def test_the_finer_place_of_one_event_is_its_place() -> None:
    text = (
        "A bomb killed two people in San Salvador on Monday. "
        "The blast took place in the Miralba neighborhood of San Salvador."
    )
    place = main(text).place
    assert place is not None
    assert (place.name, place.country) == ("Miralba neighborhood", "SV")
    american = text.replace("San Salvador", "Chicago").replace("A bomb", "Gunmen")
    assert name(american) == "Chicago"  # the city is what its news is of


def test_a_region_holds_the_town_told_with_it() -> None:
    text = (
        "Three bombs exploded in Ukraine on Monday, killing nine people. "
        "The blasts damaged a school in Poltava."
    )
    assert name(text) == "Poltava"
    other = (
        "Three bombs exploded in Ukraine on Monday, killing nine people. "
        "The wounded were flown to Vienna."
    )
    assert name(other) == "Ukraine"


def test_a_neighborhood_in_a_headline_is_one_of_the_city() -> None:
    text = "Nine people were killed in the bombing of the Al-Zadi quarter of Nyala on Tuesday."
    place = main(text, "Army plane bombs Nyala neighbourhood").place
    assert isinstance(place, Place)
    assert (place.country, place.precision) == ("SD", "town")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            (
                "Gunmen killed 40 herders in central Mali, the UN said. Men on motorbikes "
                "encircled the village of Ogolbo at 4 a.m., a mayor said."
            ),
            "Ogolbo",
        ),
        (
            (
                "Monitors in Mali said 40 herders were killed. Inquirers had gone to the hamlet of "
                "Pa Zi Lomo in the east."
            ),
            "Pa Zi Lomo",
        ),
        (  # where people fled to, and whose mayor speaks, is none
            (
                "Gunmen killed 40 herders in central Mali, the UN said. Survivors fled to the "
                "town of Ogolbo, the mayor of the town of Zarbek said."
            ),
            "Mali",
        ),
        (  # another incident's place
            (
                "Gunmen killed 40 herders in central Mali on Sunday. Last week two clerks were "
                "shot in the town of Ogolbo."
            ),
            "Mali",
        ),
    ],
)
def test_a_village_that_the_opening_calls_so_goes_before_its_country(text: str, want: str) -> None:
    assert name(text) == want


def test_a_peoples_village_is_no_name() -> None:
    assert places("A drone hit a Ukrainian village near Sumy.") == ["Sumy"]
    assert "Fulani village" not in places("Men burned a nearby Fulani village in Mali.")
    assert "Zarbek village" in places("Men burned Zarbek village in Mali.")


def test_the_city_is_not_that_of_which_a_speaker_is_bishop() -> None:
    told = "Gangs killed 15 in Mirbolo, Haiti. Two died, the archbishop of Port-au-Prince said. "
    assert name(told + "Shots were fired on the road to the town.") == "Mirbolo"


def test_a_village_near_a_known_town_keeps_its_name_at_that_towns_point() -> None:
    for text in (
        "Rebels killed nine villagers in Mukonda, about 30 km south of Beni in North Kivu.",
        "Rebels stormed Callucha village, 7 km northeast of Huanta in Peru, and killed nine men.",
    ):
        place = main(text).place
        assert place is not None
        assert (place.name in text, place.precision, place.geonames) == (True, "near", None)
        assert place.name.split()[0] in {"Mukonda", "Callucha"}
        assert place.lat is not None
    assert name("Rebels killed nine villagers 30 km south of Beni in North Kivu.") == "Beni"


def test_a_village_lies_in_the_one_country_that_the_account_names_again() -> None:
    told = "Gunmen killed 20 people in Solhan, Burkinabe officials said."
    more = main(f"{told} The Burkinabe army is looking for them.").place
    assert more is not None
    assert (more.name, more.country, more.precision) == ("Solhan", "BF", "unresolved")
    for once in (told, f"{told} French and Burkinabe troops are looking for them."):
        place = main(once).place
        assert place is None or place.country is None


def test_streets_that_are_called_like_towns_are_no_towns() -> None:
    text = (
        "SANTIAGO - A bomb killed a man on Mill Avenue between San Diego and Arturo Prat streets."
    )
    assert name(text) == "SANTIAGO"
    assert name("A bomb killed a man on a road between San Diego and Tijuana.") == "San Diego"


def test_a_sector_is_a_part_of_its_town() -> None:
    text = "BOGOTA - A bomb killed a man in the Palo Verde sector of Bogota on Monday."
    assert name(text) == "Palo Verde sector"
    assert name("BOGOTA - A bomb killed a man in the bank sector on Monday.") == "BOGOTA"


def test_a_country_is_known_by_its_short_name() -> None:
    place = main("Jihadists killed 11 civilians in northern Burkina on Monday.").place
    assert place is not None
    assert (place.name, place.country, place.precision) == ("Burkina", "BF", "country")


@pytest.mark.parametrize(
    ("text", "want", "country"),
    [
        ("Ten were killed in Dolme village of Mangu Local Government Area, Plateau State.",
         "Dolme", "NG"),
        ("Ten people were killed on Sunday in Zelvike, a quarter of Gaza City.", "Zelvike", "PS"),
        ("Ten were killed near Moso village in Dolme township, Kayah State, Myanmar.",
         "Moso", "MM"),
        ("Nine were killed in a home in Al Dolme camp, central Gaza Strip.", "Al Dolme", "PS"),
        ("Ten were killed in Zelvike and two neighbouring hamlets in the Bankass area, in Mali.",
         "Zelvike", "ML"),
        ("Nine people drowned when a trawler sank off Pylos in Greece.", "Pylos", "GR"),
        ("Ten men were killed near the Red Sea town of Mokha in Yemen.", "Mokha", "YE"),
    ],
)  # fmt: skip
def test_a_village_lies_in_what_holds_it(text: str, want: str, country: str) -> None:
    place = main(text).place
    assert place is not None
    assert (place.name, place.country) == (want, country)
